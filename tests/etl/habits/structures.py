"""Workbooks in other structures than the demo's."""

from tests.etl.habits import layouts
from tests.etl.habits.book import book, flat, lay
from tests.etl.habits.grid import Grid

SECTIONS = {"suivi": "EN COURS", "installe": "INSTALLÉS", "abandon": "ABANDONS"}
SHEETS = {"contact": "Premiers contacts", "suivi": "En cours", "installe": "Installés", "abandon": "Abandons"}


@book("200067361", "Grand-Figeac groupes.xlsx")
def two_row_merged_headings(people):
    grid = Grid("Suivi", [["GRAND-FIGEAC – suivi des familles"], []])
    columns = layouts.GROUPED
    groups = [group for group, *_ in columns]
    grid.rows.append(
        [group if place == 0 or groups[place - 1] != group else None for place, group in enumerate(groups)]
    )
    starts = [place for place, group in enumerate(groups) if place == 0 or groups[place - 1] != group]
    ends = [*[start - 1 for start in starts[1:]], len(groups) - 1]
    grid.merges = [(2, start, 2, end) for start, end in zip(starts, ends, strict=True) if end > start]
    return [grid], flat(grid, people, [column[1:] for column in columns])


@book("200067361", "Grand-Figeac groupes non fusionnés.xlsx")
def two_row_headings_without_merges(people):
    grid = Grid("Suivi")
    groups = [group for group, *_ in layouts.GROUPED]
    grid.rows.append(
        [group if place == 0 or groups[place - 1] != group else None for place, group in enumerate(groups)]
    )
    return [grid], flat(grid, people, [column[1:] for column in layouts.GROUPED])


@book("200023737", "Grand Cahors trois lignes.xlsx")
def headings_split_over_three_rows(people):
    grid = Grid("Suivi")
    columns = layouts.PLAIN_STATUS
    words = [heading.split() for heading, *_ in columns]
    for line in range(3):
        grid.rows.append([parts[line] if line < len(parts) else None for parts in words])
    truth = [lay(grid, household, columns) for household in people]
    return [grid], truth


@book("200039519", "Quercy Blanc côte à côte.xlsx")
def tables_side_by_side(people):
    grid = Grid("Accueil", [["CONTACTS"], []])
    grid.rows[1] = (
        [heading for heading, *_ in layouts.CONTACTS_SIDE] + [None] + [heading for heading, *_ in layouts.MOVES_SIDE]
    )
    truth = [lay(grid, household, layouts.CONTACTS_SIDE) for household in people]
    moved = [household for household in people if household.facts["installation_date"]]
    for row, household in enumerate(moved, start=2):
        side = Grid("")
        truth[household.rank - 1] |= lay(side, household, layouts.MOVES_SIDE)
        grid.rows[row] += [None, *side.rows[0]]
    return [grid], truth


@book("200069383", "Ouest Aveyron années.ods")
def yearly_tables_on_one_sheet(people):
    grid, truth = Grid("Familles"), []
    for year in (2020, 2021):
        grid.rows += [[f"ANNÉE {year}"], []]
        some = [household for household in people if household.facts["first_contact_date"].year == year]
        truth += flat(grid, some, layouts.BY_YEAR)
        grid.rows += [["Sous-total", f"{len(some)} familles"], []]
    grid.rows.append(["TOTAL GÉNÉRAL", f"{len(people)} familles"])
    grid.hidden_rows = {6, 7}
    return [grid], truth


@book("200069383", "Ouest Aveyron étapes.xlsx")
def sections_say_the_status(people):
    grid = Grid("Familles", [[heading for heading, *_ in layouts.COLOURED]])
    truth = []
    for status, title in SECTIONS.items():
        grid.rows.append([title])
        some = [household for household in people if household.facts["status"] == status]
        truth += [lay(grid, household, layouts.COLOURED) | {"status": status} for household in some]
    return [grid], truth


@book("200069383", "Ouest Aveyron onglets.xlsx")
def sheets_say_the_status(people):
    grids, truth = [], []
    for status, title in SHEETS.items():
        grid = Grid(title)
        some = [household for household in people if household.facts["status"] == status]
        truth += [facts | {"status": status} for facts in flat(grid, some, layouts.COLOURED)]
        grids.append(grid)
    return grids, truth


@book("244600482", "Quercy-Bouriane deux lignes.xlsx")
def households_over_two_merged_lines(people):
    grid, truth = Grid("Suivi", [[heading for heading, *_ in layouts.CODED]]), []
    columns = layouts.PLAIN_STATUS
    for household in people:
        truth.append(lay(grid, household, columns))
        row = len(grid.rows)
        grid.rows.append([None] * 2 + ["conjoint@exemple.fr"] + [None] * 12 + ["Conjoint : à rappeler"])
        grid.merges += [(row - 1, column, row, column) for column in (0, 1, 3, 4)]
    return [grid], truth


@book("244600482", "Quercy-Bouriane conjoints.xls")
def households_over_two_lines(people):
    grid, truth = Grid("Suivi", [[heading for heading, *_ in layouts.TERSE]]), []
    for household in people:
        truth.append(lay(grid, household, layouts.TERSE))
        grid.rows.append(
            [None, f"{household.name} (conjoint)", "06 39 98 00 00", None, None, None, "Salarié"]
            + [None] * 10
            + ["idem"]
        )
    return [grid], truth
