"""Who comes for the jobs hard to fill, and what helps, as rows in French."""

import pandas as pd

from charts.employers import FAMILIES, ranges
from programme import territory, wording
from programme.vocabulary import CompanyOutcome

SMALLEST_TOLD = 5
OUTCOMES = {outcome.value: outcome.label for outcome in CompanyOutcome}
LEVERS = {
    "mettre_en_relation": "Mettre en relation",
    "former": "Former",
    "faire_venir": "Faire venir",
    "couvert": "Rien, c'est couvert",
}


def match_rows(match: pd.DataFrame) -> pd.DataFrame:
    """The table of jobs and newcomers; fewer than five people are a class."""
    return pd.DataFrame(
        {
            "Métier": match["fap_name"],
            "Bassin": match["bassin_name"],
            "Recrutements difficiles": ranges(match, "xmet"),
            "Installés dans ce métier": people_words(match, "taken"),
            "En contact avec ce métier": people_words(match, "pipeline"),
            "Couverture": ranges(match, "coverage", wording.percent_range),
            "À faire": [LEVERS[lever] for lever in match["lever"]],
        }
    )


def hand_over_rows(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Métier": rows["fap_name"],
            "Bassin": rows["bassin_name"],
            "Installés": people_words(rows, "taken"),
            "En contact": people_words(rows, "pipeline"),
            "Projets des employeurs": ranges(rows, "met"),
        }
    )


def people_words(rows: pd.DataFrame, name: str) -> list[str]:
    """0 -> « aucun », 1 to 4 -> « moins de 5 », 7 -> « 7 »."""
    return [
        "aucun" if high == 0 else wording.number(low) if low == high else f"moins de {SMALLEST_TOLD}"
        for low, high in zip(rows[f"{name}_low"], rows[f"{name}_high"], strict=True)
    ]


def first_job_rows(first_jobs: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "EPCI ou métier": first_jobs["name"],
            "Par": first_jobs["breakdown"],
            "Foyers, au moins": people_words(first_jobs, "families"),
        }
    )


def tension_rows(tensions: pd.DataFrame) -> pd.DataFrame:
    """One row per occupation, the strongest first, one column per bassin; « — » where too few offers tell."""
    names = territory.bassins().drop_duplicates("bassin_code").set_index("bassin_code")["bassin_name"]
    scores = tensions.pivot_table(index="rome_name", columns="bassin_code", values="tension_score", aggfunc="first")
    ranked = scores.assign(total=scores.mean(axis="columns")).sort_values("total", ascending=False, kind="stable")
    told = {names.get(code, code): [_score(value) for value in ranked[code]] for code in scores.columns}
    return pd.DataFrame({"Métier": ranked.index, **told})


def training_rows(trainings: pd.DataFrame) -> pd.DataFrame:
    durations = [
        f"{int(hours)} heures" + (f", {words}" if isinstance(words, str) else "") if pd.notna(hours) else words
        for hours, words in zip(trainings["duration_hours"], trainings["duration_words"], strict=True)
    ]
    return pd.DataFrame(
        {
            "Métier": trainings["fap_name"],
            "Recrutements difficiles": ranges(trainings, "xmet"),
            "Formation": trainings["training_name"],
            "Durée": durations,
            "Source": trainings["source"],
        }
    )


def companies_message(companies: pd.DataFrame, outcomes: pd.DataFrame) -> str:
    """How many companies took part, and how many hired."""
    count = len(companies)
    hired = int(outcomes.loc[outcomes["outcome"] == CompanyOutcome.RECRUTEMENT, "companies_count"].sum())
    told = f"{wording.counted(count, 'entreprise', feminine=True)} {wording.agreed(count, 'engagée', 'engagées')}"
    ended = f"{wording.number(hired)} {wording.agreed(hired, 'a', 'ont')}" if hired else "aucune n'a encore"
    return f"{wording.sentence(told)}, {ended} recruté"


def company_rows(companies: pd.DataFrame, outcomes: pd.DataFrame) -> pd.DataFrame:
    """One row per sector, the most companies first: how many, and what they had, the furthest first."""
    order = list(OUTCOMES)
    counts = companies["sector"].fillna("").value_counts()
    told = []
    for sector, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        had = outcomes[(outcomes["sector"] == sector) & (outcomes["outcome"] != "")]
        had = had.sort_values("outcome", key=lambda codes: codes.map(order.index))
        words = [f"{OUTCOMES[row.outcome].lower()} : {wording.number(row.companies_count)}" for row in had.itertuples()]
        told.append((FAMILIES.get(sector, "Secteur non écrit"), float(count), " ; ".join(words) or "rien d'écrit"))
    return pd.DataFrame(told, columns=["Secteur", "Entreprises", "Ce qu'elles en ont eu"])


def _score(value: float) -> str:
    return "—" if pd.isna(value) else f"{int(value)} sur 5"
