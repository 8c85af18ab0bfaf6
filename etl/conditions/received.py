"""What public data the store holds: of which years, made by whom, free under which licence."""

import pandas as pd
from sqlalchemy import Engine

from etl.arrivals import reader as arrivals
from etl.conditions.tables import indicators
from programme import wording
from store import reads

COLUMNS = ["source_file", "received_date", "titles", "years", "communes_count", "producer", "licence"]
ARRIVALS = ("Arrivées d'un autre département", "INSEE, migrations résidentielles", "Licence Ouverte")

NOTHING = (
    "Données publiques par commune : aucune. Les fichiers à télécharger et leurs adresses sont dans "
    "docs/donnees-ouvertes.md."
)


def open_data_status(engine: Engine) -> pd.DataFrame:
    """One row per received file of public data by commune that is in force, by name: what it tells (`titles`), its
    `years`, how many communes it speaks of, its producer and its licence."""
    facts = reads.read_table(engine, "living_conditions")
    files = reads.read_imports(engine).set_index("import_id")[["source_file", "received_date"]]
    told = facts["indicator"].map(_meaning())
    facts = facts.assign(titles=told.str[0], producer=told.str[1], licence=told.str[2], years=facts["condition_year"])
    rows = facts.groupby("import_id").agg(
        titles=("titles", _distinct),
        years=("years", _distinct),
        communes_count=("commune_code", "nunique"),
        producer=("producer", _distinct),
        licence=("licence", _distinct),
    )
    return files.join(rows, how="inner").sort_values("source_file", ignore_index=True)[COLUMNS]


def open_data_words(engine: Engine) -> list[str]:
    """The same, a sentence per file; what to do where there is none."""
    files = open_data_status(engine)
    if files.empty:
        return [NOTHING]
    return ["Données publiques par commune :", *(f"  {_words(row)}" for row in files.itertuples())]


def _words(row) -> str:
    years = wording.listed(map(str, row.years))
    communes = wording.counted(row.communes_count, "commune", feminine=True)
    made = " ; ".join((*row.producer, *row.licence))
    received = wording.short_day(row.received_date)
    return f"{row.source_file}, reçu le {received} — {' ; '.join(row.titles)}, {years}, {communes}. Source : {made}."


def _meaning() -> dict[str, tuple[str, str, str]]:
    known = {code: (entry.title, entry.producer, entry.licence) for code, entry in indicators().items()}
    return known | {arrivals.INDICATOR: ARRIVALS}


def _distinct(values: pd.Series) -> tuple:
    return tuple(sorted(values.unique()))
