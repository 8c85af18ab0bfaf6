"""What each action seems to have brought -> rows to draw, a table, and one sentence."""

import pandas as pd

from charts.timeline import numbered, span_words
from programme import wording

SHORT_VERDICTS = {
    "more": "plus qu'à l'ordinaire",
    "fewer": "moins qu'à l'ordinaire",
    "unsure": "on ne peut pas conclure",
    "too_early": "trop tôt pour le dire",
}
CLEAR = ("more", "fewer")
ORDER = ("more", "fewer", "unsure", "too_early")
NOTHING = "aucune action n'est renseignée"


def effect_rows(effects: pd.DataFrame) -> pd.DataFrame:
    """One row per action, in time: contacts of the eight weeks after it with their interval, and as `ticks` those of
    the eight weeks before and of the same weeks in other years, on average."""
    rows = numbered(effects)
    return pd.DataFrame(
        {
            "label": [f"{row.rank}. {row.action_name}" for row in rows.itertuples()],
            "value": rows["after_count"].astype(float),
            "low": rows["after_low"].astype(float),
            "high": rows["after_high"].astype(float),
            "words": [SHORT_VERDICTS[verdict] for verdict in rows["verdict"]],
            "ticks": [[tick for tick in ticks if tick == tick] for ticks in zip(*_compared(rows), strict=True)],
        }
    )


def clear_labels(effects: pd.DataFrame) -> list[str]:
    """The labels of the actions after which contacts certainly differ: what a drawing puts forward."""
    rows = numbered(effects)
    return [f"{row.rank}. {row.action_name}" for row in rows.itertuples() if row.verdict in CLEAR]


def effect_table(effects: pd.DataFrame) -> pd.DataFrame:
    """The figures behind the drawing, one line per action."""
    rows = numbered(effects)
    before, others = _compared(rows)
    return pd.DataFrame(
        {
            "Action": [f"{row.rank}. {row.action_name}" for row in rows.itertuples()],
            "Dates": [span_words(row.start_date, row.end_date) for row in rows.itertuples()],
            "Coût": [f"{wording.number(cost)}{wording.NBSP}€" if cost == cost else "—" for cost in rows["cost_euros"]],
            "Contacts des huit semaines suivantes": rows["after_count"].astype(float).to_numpy(),
            "Des huit semaines d'avant": before.to_numpy(),
            "Des mêmes semaines d'autres années": others.to_numpy(),
            "Ce qu'on peut en dire": [SHORT_VERDICTS[verdict] for verdict in rows["verdict"]],
        }
    )


def effects_sentence(effects: pd.DataFrame) -> str:
    """« **11 actions menées** : 1 suivie de plus de contacts qu'à l'ordinaire ; pour 9, on ne peut pas conclure. »"""
    if effects.empty:
        return NOTHING
    counts = effects["verdict"].value_counts()
    begun = wording.counted(len(effects), "action menée", "actions menées", feminine=True)
    parts = [_part(verdict, int(counts[verdict])) for verdict in ORDER if verdict in counts]
    return f"**{begun}** : {' ; '.join(parts)}"


def effects_heading(effects: pd.DataFrame) -> str:
    """A title that is the message: which action stands out from luck, or that none does yet."""
    clear = effects[effects["verdict"].isin(CLEAR)]
    if len(clear) == 1:
        row = clear.iloc[0]
        counted = wording.counted(row["after_count"], "contact")
        return f"{counted} après « {row['action_name']} », {SHORT_VERDICTS[row['verdict']]}"
    if clear.empty:
        return "Aucune action ne se distingue encore du hasard"
    return f"{wording.number(len(clear))} actions se distinguent du hasard"


def _part(verdict: str, count: int) -> str:
    if verdict in CLEAR:
        followed = f"{wording.number(count)} {wording.agreed(count, 'suivie', 'suivies')}"
        return f"{followed} de {'plus' if verdict == 'more' else 'moins'} de contacts qu'à l'ordinaire"
    end = "on ne peut pas conclure" if verdict == "unsure" else "il est trop tôt pour le dire"
    return f"pour {wording.number(count)}, {end}"


def _compared(rows: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Contacts of the eight weeks before, and the mean of the same weeks in other years; missing where not known."""
    years = rows["other_years"].astype(float)
    return rows["before_count"].astype(float), rows["other_years_count"].astype(float) / years.where(years > 0)
