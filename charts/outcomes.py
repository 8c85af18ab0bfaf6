"""What became of the families: retention, conversion, targets, forecasts, as rows and sentences."""

import pandas as pd

from programme import territory, wording

EVERYONE = ""
DAYS_PER_MONTH = 365.25 / 12


def retention_rows(cells: pd.DataFrame) -> pd.DataFrame:
    """Rows of bars, one per anniversary: the sure part and what the unknown may add."""
    return pd.DataFrame(
        {
            "label": [f"À {int(months)} mois" for months in cells["horizon"]],
            "value": cells["low"],
            "low": cells["low"],
            "high": cells["high"],
            "words": [_retained(row) for row in cells.to_dict("records")],
        }
    )


def retention_message(cells: pd.DataFrame) -> str:
    """« À 12 mois, 71 à 94 % toujours là », at the first anniversary; nothing where it is too early."""
    first = cells.sort_values("horizon").head(1).dropna(subset="low")
    told = (f"À {int(row.horizon)} mois, {_retained(row._asdict())} toujours là" for row in first.itertuples())
    return next(told, "")


def _retained(row: dict) -> str:
    """The range that is possible: what is known alone would leave out those who cannot be reached."""
    return "trop tôt" if pd.isna(row["low"]) else wording.percent_range(row["low"], row["high"])


def retention_table(cells: pd.DataFrame) -> pd.DataFrame:
    """The table of the anniversaries: known, still here, and the range with the unknown."""
    return pd.DataFrame(
        {
            "Anniversaire": [f"{int(months)} mois" for months in cells["horizon"]],
            "Statuts connus": cells["denominator"],
            "Toujours là": cells["numerator"],
            "Part parmi les connus": [wording.percent(share) for share in cells["value"]],
            "Part avec les inconnus": [_retained(row) for row in cells.to_dict("records")],
        }
    )


def conversion_rows(cells: pd.DataFrame) -> pd.DataFrame:
    """Rows of bars, one per half-year of first contact that has the hindsight."""
    told = [
        f"{wording.percent(row['value'])} ({wording.number(row['numerator'])}/{wording.number(row['denominator'])})"
        if pd.notna(row["value"])
        else "moins de dix foyers"
        for row in cells.to_dict("records")
    ]
    labels = [half_year(day) for day in cells["half_year"]]
    return pd.DataFrame({"label": labels, "value": cells["value"], "words": told})


def conversion_message(cells: pd.DataFrame) -> str:
    """« 12 à 31 % installés dans l'année, selon le semestre »; nothing where no half-year bears a rate."""
    known = cells["value"].dropna()
    if known.empty:
        return ""
    among = ", selon le semestre" if len(known) > 1 else ""
    return f"{wording.percent_range(known.min(), known.max())} installés dans l'année{among}"


def half_year(day) -> str:
    """2019-07-01 -> « 2e semestre 2019 »."""
    return f"{'1er' if day.month < 7 else '2e'} semestre {day.year}"


def delay_words(total: pd.Series) -> tuple[str, str]:
    """The title and the second line for a delay in days: its median, and the middle half."""
    if pd.isna(total["value"]):
        return "Le délai jusqu'à l'installation", "Moins de dix foyers installés : trop peu pour un délai"
    median, low, high = (wording.number(total[name] / DAYS_PER_MONTH) for name in ("value", "low", "high"))
    return (
        f"{median} mois entre le premier appel et l'installation",
        f"Délai médian ; la moitié des foyers entre {low} et {high} mois",
    )


def target_rows(pace: pd.DataFrame, figure: str) -> pd.DataFrame:
    """The table of one figure's targets of the year, the programme's first."""
    rows = pace[pace["figure"] == figure].sort_values("epci_code", key=lambda codes: codes.fillna(EVERYONE) != EVERYONE)
    names = [territory.epci_names().get(code, "Le programme") for code in rows["epci_code"]]
    lately = [wording.number(value, 1) for value in rows["per_month_lately"]]
    return pd.DataFrame(
        {
            "Territoire": names,
            "Objectif": rows["target"],
            "Réalisé": rows["reached"].astype(float),
            "Attendu à ce jour": [wording.number(value) for value in rows["expected_linear"]],
            "Selon la saison": [wording.number(value) for value in rows["expected_seasonal"]],
            "Reste": rows["left"],
            "À faire par mois": [wording.number(value, 1) for value in rows["per_month_needed"]],
            "Rythme d'un an": lately,
        }
    )


def target_message(pace: pd.DataFrame, figure: str, epci_code: str | None) -> str:
    """The title: how far from the target of the year, and what it would take."""
    rows = pace[(pace["figure"] == figure) & (pace["epci_code"].fillna(EVERYONE) == (epci_code or EVERYONE))]
    if rows.empty:
        return "Aucun objectif n'est fixé pour cette année"
    row = rows.iloc[0]
    told = f"{wording.number(row['reached'])} sur {wording.number(row['target'])} en {int(row['target_year'])}"
    if row["left"] == 0:
        return f"{told} : l'objectif est atteint"
    needed, lately = wording.number(row["per_month_needed"], 1), wording.number(row["per_month_lately"], 1)
    return f"{told} : il en faudrait {needed} par mois, on en compte {lately}"


def forecast_message(forecast: pd.DataFrame) -> str:
    """What the open files promise, as ranges."""
    told = forecast.dropna(subset="expected")
    if told.empty:
        return "Trop peu de foyers installés pour prévoir"
    parts = [f"{wording.number_range(row.low, row.high)} dans les {int(row.months)} mois" for row in told.itertuples()]
    opened = wording.counted(told["open_count"].iloc[0], "dossier ouvert", "dossiers ouverts")
    return f"Des {opened}, {wording.listed(parts)}"


def forecast_caution(back_test: pd.DataFrame) -> str:
    """How often such a forecast held in the past: it is shown with every forecast."""
    if back_test.empty:
        return "Cette prévision n'a pas encore pu être vérifiée sur le passé."
    held, tried = int(back_test["is_inside"].sum()), len(back_test)
    caution = "" if held >= 0.7 * tried else " À prendre avec prudence."
    return (
        f"Vérifiée sur le passé, la fourchette a contenu le nombre réel {wording.number(held)} fois sur "
        f"{wording.number(tried)}, pour 8 sur 10 attendues.{caution}"
    )


def forecast_rows(back_test: pd.DataFrame) -> pd.DataFrame:
    """The table of past forecasts beside what came."""
    return pd.DataFrame(
        {
            "Prévu le": [wording.short_day(day) for day in back_test["as_of"]],
            "À": [f"{int(months)} mois" for months in back_test["months"]],
            "Fourchette": [
                wording.number_range(low, high) for low, high in zip(back_test["low"], back_test["high"], strict=True)
            ],
            "Installés depuis": back_test["settled"].astype(float),
        }
    )
