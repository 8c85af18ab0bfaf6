"""EPCIs that send only their totals: their counts beside the families of the others."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from indicators.counting import events_of
from indicators.question import UNSAID, Question
from programme import territory, wording

Tables = Mapping[str, pd.DataFrame]
Rows = Callable[[Tables, Question], pd.DataFrame]
DATED_BY = {"A1": "first_contact_date", "A4": "visit_date", "A5": "installation_date"}
TARGETS = "X1"
TOLD_BY_TOTALS = {"epci", "month", "half_year", "year", "school_year", "rolling_year", "figure"}


def with_totals(figure: str, rows: Rows) -> Rows:
    """The rows of a figure, and one per family that an EPCI only counted: its month is known, and nothing else; so
    those settled are not credited to anyone."""

    def rows_and_totals(tables: Tables, question: Question) -> pd.DataFrame:
        events = rows(tables, question)
        if tables.get("reported_counts") is None or (figure == "A5" and UNSAID not in question.attribution):
            return events
        counted = _counted_families(tables, figure)
        if counted.empty:
            return events
        more = events_of(counted, DATED_BY[figure], "commune_code", question)
        return pd.concat([events, more.reindex(columns=events.columns).astype(events.dtypes)], ignore_index=True)

    return rows_and_totals


def counts_totals(figure: str, tables: Tables, epci_code: str | None = None) -> bool:
    """Whether some EPCI sends the totals of this figure, or the one asked."""
    told = tables.get("reported_counts")
    if told is None:
        return False
    return bool(((told["figure"] == figure) & (told["epci_code"] == (epci_code or told["epci_code"]))).any())


def totals_only(tables: Tables) -> tuple[str, ...]:
    """The EPCIs of which nothing is known but totals."""
    told = tables["reported_counts"]["epci_code"]
    return tuple(sorted(set(told) - set(tables["households"]["epci_code"])))


def heard(tables: Tables) -> set[str]:
    """The EPCIs that sent files of families, or totals: of the others nothing is known."""
    told = tables.get("reported_counts")
    return {*tables["households"]["epci_code"], *(() if told is None else told["epci_code"])}


def lacking(figure: str, question: Question, tables: Tables) -> tuple[str, ...]:
    """The EPCIs that this answer lacks, or knows only in all: those that send nothing but totals."""
    codes = totals_only(tables)
    if question.epci_code:
        codes = tuple(code for code in codes if code == question.epci_code)
    is_told = figure in {*DATED_BY, TARGETS} and TOLD_BY_TOTALS.issuperset(question.by) and question.unit == "foyers"
    return () if is_told and not question.commune_code else codes


def lacking_words(epci_codes: Sequence[str]) -> str:
    """« Quercy Blanc n'envoie que des totaux : ce détail lui manque. »; nothing where none does."""
    if not epci_codes:
        return ""
    names = wording.listed(territory.epci_names()[code] for code in epci_codes)
    if len(epci_codes) == 1:
        return f"{names} n'envoie que des totaux : ce détail lui manque."
    return f"{names} n'envoient que des totaux : ce détail leur manque."


def _counted_families(tables: Tables, figure: str) -> pd.DataFrame:
    """One row per family counted: « 4 contacts in January » is four rows on the first of the month."""
    households, told = tables["households"], tables["reported_counts"]
    told = told[(told["figure"] == figure) & told["epci_code"].isin(totals_only(tables))]
    each = told.loc[told.index.repeat(told["reported_count"].astype("int64"))].reset_index(drop=True)
    if each.empty:
        return households.iloc[:0]
    rank = each.groupby(["epci_code", "month_date"]).cumcount()
    keys = each["epci_code"] + each["month_date"].dt.strftime(f" %Y-%m {figure} ") + rank.astype("str")
    columns = {
        "household_id": keys,
        "family_id": keys,
        "import_id": each["import_id"],
        "epci_code": each["epci_code"],
        DATED_BY[figure]: each["month_date"],
        f"{DATED_BY[figure]}_precision": "month",
    }
    return pd.DataFrame(columns).reindex(columns=households.columns).astype(households.dtypes)
