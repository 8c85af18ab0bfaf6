"""Workbooks that are no plain list: forms, journals, columns of months, statuses merged down, colours of an old one."""

from datetime import timedelta

from tests.etl.habits.book import book, lay
from tests.etl.habits.books import ends_by_colour
from tests.etl.habits.cells import MONTHS
from tests.etl.habits.facts import Household
from tests.etl.habits.grid import Grid

WHO = [
    ("Famille", "full_name", ""),
    ("1er contact", "first_contact_date", "real"),
    ("Provenance", "origin_departement_code", "town"),
    ("Commune souhaitée", "target_commune_code", "name"),
]
STATUS = [("Statut", "status", "plain")]
NUMBER = [("N° dossier", "ref", "D{:03d}")]


@book("200039519", "Quercy Blanc fiches.xlsx", count=9)
def a_form_a_sheet(people):
    grids, truth = [], []
    for household in people:
        line = Grid("")
        truth.append(lay(line, household, [*NUMBER, *WHO, *STATUS]))
        labels = [heading for heading, *_ in (*NUMBER, *WHO, *STATUS)]
        rows = [["Fiche de contact"], [], *map(list, zip(labels, line.rows[0], strict=True))]
        grids.append(Grid(f"Fiche {household.rank}", rows))
    return grids, truth


@book("244600433", "Vallée du Lot mois par mois.xlsx")
def a_column_a_month(people):
    grid = Grid("Suivi", [[*(heading for heading, *_ in (*WHO, *STATUS)), *(f"{month[:4]}. 21" for month in MONTHS)]])
    truth = []
    for household in people:
        truth.append(lay(grid, household, [*WHO, *STATUS]))
        grid.rows[-1] += ["appel" if (household.rank + month) % 4 == 0 else None for month in range(12)]
    return [grid], truth


@book("200023737", "Grand Cahors journal.xlsx")
def a_journal_of_exchanges(people):
    grid, truth = Grid("Journal", [[heading for heading, *_ in (*NUMBER, *WHO, *STATUS)]]), []
    for household in people:
        truth.append(lay(grid, household, [*NUMBER, *WHO, *STATUS]))
        if household.rank % 2:
            again = list(grid.rows[-1])
            grid.rows[-1][-1] = "contact"
            again[2] += timedelta(days=30)
            grid.rows.append(again)
            truth[-1] |= {"last_contact_date": again[2]}
    return [grid], truth


@book("244600573", "Labastide-Murat fusions.ods")
def statuses_merged_down(people):
    grid, truth = Grid("Suivi", [["Statut", *(heading for heading, *_ in WHO)]]), []
    for status in ("installe", "suivi", "abandon"):
        first = len(grid.rows)
        for household in [one for one in people if one.facts["status"] == status]:
            truth.append(lay(grid, household, WHO) | {"status": status})
            grid.rows[-1].insert(0, {"installe": "Installés", "suivi": "Suivis", "abandon": "Abandons"}[status])
        for row in range(first + 1, len(grid.rows)):
            grid.rows[row][0] = None
        grid.merges.append((first, 0, len(grid.rows) - 1, 0))
    return [grid], truth


@book("244600532", "Lalbenque-Limogne années.xlsx")
def days_under_their_year(people):
    grid, truth = Grid("Contacts"), []
    for year in (2020, 2021):
        grid.rows += [[f"ANNÉE {year}"], [heading for heading, *_ in (*WHO, *STATUS)]]
        named = [one for one in people if one.facts["first_contact_date"].year == year]
        truth += [_without_year(grid, household) for household in named]
        grid.rows += [[f"Total {year}", len(named)], []]
    return [grid], truth


def _without_year(grid: Grid, household: Household) -> dict:
    facts = lay(grid, household, [*WHO, *STATUS])
    grid.rows[-1][1] = f"{household.facts['first_contact_date']:%d/%m}"
    return facts


@book("200069383", "Ouest Aveyron couleurs.xls")
def colours_of_an_old_workbook(people):
    return ends_by_colour(people, WHO)
