"""Workbooks in other words and codes than the demo's."""

from pathlib import Path

from tests.etl.habits import layouts
from tests.etl.habits.book import COUNT, MAKERS, Book, Maker, book, flat
from tests.etl.habits.facts import Household, households
from tests.etl.habits.grid import Grid, write_text

COLOURS = {
    "contact": "BDD7EE",
    "suivi": "FFE699",
    "visite": "F4B084",
    "installe": "A9D08E",
    "abandon": "FF7C80",
    "parti": "BFBFBF",
}
COLOUR_LABELS = {
    "contact": "contact pris",
    "suivi": "en cours",
    "visite": "visite",
    "installe": "installés",
    "abandon": "abandon",
    "parti": "repartis",
}


def _plain(name: str, epci_code: str, file_name: str, sheet: str, columns: list[tuple], titles: tuple = ()) -> None:
    """Registers a workbook of one sheet, its table under its titles."""

    def make(people):
        grid = Grid(sheet, [list(title) for title in titles])
        return [grid], flat(grid, people, columns)

    make.__name__ = name
    book(epci_code, file_name)(make)


NUMBERED_DAYS = [
    (heading, name, "serial" if style == "real" else style) for heading, name, style in layouts.PLAIN_STATUS
]
ABOVE = (("Accueil des familles",), ())
_plain("verbose_questions", "200023737", "Grand Cahors - questions.xlsx", "Réponses", layouts.VERBOSE, ABOVE)
_plain("terse_headings", "200067361", "Grand-Figeac abrégé.xls", "2020-2021", layouts.TERSE)
_plain("misspelt_headings", "200066371", "CAUVALDOR fautes.xlsx", "Tableau", layouts.MISSPELT)
_plain("dates_typed_as_numbers", "244600532", "Lalbenque-Limogne nombres.xls", "Suivi", NUMBERED_DAYS)
_plain("natural_words", "200035327", "Cazals-Salviac en clair.xlsx", "Feuil1", layouts.NATURAL)
_plain(
    "strangers_among_the_columns", "244600573", "Labastide-Murat autres colonnes.xlsm", "Suivi", layouts.WITH_STRANGERS
)


def ends_by_colour(people: list[Household], columns: list[tuple]) -> tuple[list[Grid], list[dict]]:
    """One sheet where colour alone, without a legend, says who settled and who gave up."""
    grid = Grid("Familles")
    truth = flat(grid, people, columns)
    for row, (household, facts) in enumerate(zip(people, truth, strict=True), start=1):
        status = household.facts["status"]
        if status in ("installe", "abandon"):
            grid.fill_row(row, COLOURS[status])
            facts["status"] = status
    return [grid], truth


@book("244600433", "Vallée du Lot codes.xlsx")
def legend_on_another_sheet(people):
    grid = Grid("Suivi")
    legend = Grid("Légende", [["Code", "Signification"], ["C", "Contact"], ["S", "Suivi en cours"], ["V", "Visite"]])
    legend.rows += [["I", "Installé"], ["A", "Abandon"], ["P", "Parti"]]
    return [grid, legend], flat(grid, people, layouts.CODED)


@book("244600433", "Vallée du Lot chiffres.xlsx")
def legend_on_the_right(people):
    grid = Grid("Suivi", [["Suivi des familles"]])
    truth = flat(grid, people, layouts.NUMBERED_CODES)
    words = ("Premier contact", "Suivi", "Visite", "Installé", "Abandon", "Parti")
    for number, label in enumerate(words, start=1):
        grid.rows[number + 1] += [None, number, label]
    return [grid], truth


@book("244600433", "Vallée du Lot intitulé.xlsx")
def legend_in_the_heading(people):
    grid = Grid("Suivi")
    columns = [(heading, name, style) for heading, name, style in layouts.CODED]
    columns[4] = (
        "Statut (C = contact, S = suivi, V = visite, I = installé, A = abandon, P = parti)",
        "status",
        "letters",
    )
    return [grid], flat(grid, people, columns)


@book("244600433", "Vallée du Lot masquée.xlsx")
def legend_on_a_hidden_sheet(people):
    grid = Grid("Suivi")
    legend = Grid("Listes", [["Statut"], ["C", "Contact"], ["S", "Suivi"], ["V", "Visite"]], is_hidden=True)
    legend.rows += [["I", "Installé"], ["A", "Abandon"], ["P", "Parti"]]
    return [grid, legend], flat(grid, people, layouts.CODED)


@book("200039519", "Quercy Blanc couleurs.xlsx")
def colours_with_a_legend(people):
    grid = Grid("Familles", [["Quercy Blanc, familles accueillies"], []])
    truth = flat(grid, people, layouts.COLOURED)
    for row, household, facts in zip(range(3, 3 + len(people)), people, truth, strict=True):
        grid.fill_row(row, COLOURS[household.facts["status"]])
        facts["status"] = household.facts["status"]
    grid.rows.append([])
    for status, label in COLOUR_LABELS.items():
        grid.rows.append([None, label])
        grid.fills[len(grid.rows) - 1, 0] = COLOURS[status]
    return [grid], truth


@book("200039519", "Quercy Blanc couleurs seules.xlsx")
def colours_without_a_legend(people):
    return ends_by_colour(people, layouts.COLOURED)


@book("200039519", "Quercy Blanc rayés.xlsx")
def struck_lines_have_given_up(people):
    grid = Grid("Familles")
    truth = flat(grid, people, layouts.WITHOUT_ENDS)
    for row, (household, facts) in enumerate(zip(people, truth, strict=True), start=1):
        if household.facts["status"] == "abandon":
            grid.struck |= {(row, column) for column, cell in enumerate(grid.rows[row]) if cell}
            facts["status"] = "abandon"
    return [grid], truth


@book("244600532", "Lalbenque-Limogne mac.xlsx")
def days_counted_from_1904(people):
    grid = Grid("Suivi")
    columns = [
        (heading, name, "serial_1904" if style == "real" and name != "first_contact_date" else style)
        for heading, name, style in layouts.PLAIN_STATUS
    ]
    return [grid], flat(grid, people, columns), {"is_1904": True}


def _as_text(file_name: str, encoding: str, delimiter: str, columns: list[tuple], titles: int = 0) -> Maker:
    def written(folder: Path) -> Book:
        people = households("200066371", COUNT, seed=len(file_name))
        grid = Grid("", [["CAUVALDOR"]] * titles)
        truth = flat(grid, people, columns)
        return Book(write_text(folder / file_name, grid, encoding=encoding, delimiter=delimiter), "200066371", truth)

    return written


MAKERS["flat_export"] = _as_text("export CAUVALDOR.csv", "utf-8-sig", ",", layouts.FLAT_EXPORT)
MAKERS["tabs_in_utf_16"] = _as_text("CAUVALDOR.tsv", "utf-16", "\t", layouts.MISSPELT)
MAKERS["old_semicolons"] = _as_text("cauvaldor dos.csv", "cp850", ";", layouts.VERBOSE, titles=2)
