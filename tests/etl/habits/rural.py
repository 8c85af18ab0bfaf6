"""Workbooks as they are kept from day to day: compositions in words, ticked stages, steps told by the status."""

from tests.etl.habits.book import book, flat, lay
from tests.etl.habits.cells import MONTHS
from tests.etl.habits.facts import Household
from tests.etl.habits.grid import Grid

STAGES = {"contact": "Contact", "suivi": "Suivi", "visite": "Visite", "installe": "Installé", "abandon": "Abandonné"}
START = [
    ("Famille", "full_name", ""),
    ("1er contact", "first_contact_date", "real"),
    ("Provenance", "origin_departement_code", "town"),
    ("Commune souhaitée", "target_commune_code", "name"),
]
PEOPLE = [("Adultes", "adults_count", ""), ("Enfants", "children_count", "")]


def composition(household: Household) -> tuple[str, dict]:
    adults, children = (household.facts[name] for name in ("adults_count", "children_count"))
    whole = {1: "seul(e)", 2: "couple"}[adults]
    ages = " et ".join(str(4 + 3 * age) for age in range(children))
    ways = [f"{adults}A {children}E", f"{whole} + {children} enfants ({ages} ans)" if children else whole]
    return ways[household.rank % 2], {"adults_count": adults, "children_count": children}


def told_status(household: Household) -> tuple[str, dict]:
    """« installés depuis 09/21 », « abandon : emploi »: the status with its month or its reason."""
    status, moved = household.facts["status"], household.facts["installation_date"]
    if status == "installe":
        said = {"installation_date": moved.replace(day=1), "installation_date_precision": "month"}
        return f"installés depuis {moved:%m/%y}", {"status": status} | said
    reason = household.facts["abandonment_reason"]
    if reason in ("logement", "emploi", "sante"):
        return f"abandon : {reason}", {"status": status, "abandonment_reason": reason}
    return {"parti": "repartis"}.get(status, status), {"status": status}


@book("200039519", "Quercy Blanc au fil de l'eau.xlsx")
def compositions_and_steps_in_words(people):
    grid, truth = Grid("Base", [[*(heading for heading, *_ in START), "Compo", "Où en est-on ?"]]), []
    for household in people:
        facts = lay(grid, household, START)
        for said, told in (composition(household), told_status(household)):
            grid.rows[-1].append(said)
            facts |= told
        truth.append(facts)
    return [grid], truth


@book("200067361", "Grand-Figeac coches.xlsx")
def stages_ticked_under_their_group(people):
    group = ["", "", "", "", "Statut", "", "", "", ""]
    headings = [*(heading for heading, *_ in START), *STAGES.values()]
    grid, truth = Grid("Suivi", [["Mise à jour le 15/03/2022"], [], group, headings]), []
    grid.merges = [(2, 4, 2, 8)]
    for household in people:
        facts = lay(grid, household, START)
        status = {"parti": "installe"}.get(household.facts["status"], household.facts["status"])
        grid.rows[-1] += ["X" if stage == status else None for stage in STAGES]
        truth.append(facts | {"status": status})
    return [grid], truth


@book("244600482", "Quercy-Bouriane mois par mois.xlsx")
def a_sheet_a_year_a_title_a_month(people):
    grids, truth = [], []
    for year in (2020, 2021):
        grid = Grid(f"Année {year}", [["Appel du", "Foyer", "Commune souhaitée", "Canal", "Où ça en est"]])
        for month in range(1, 13):
            grid.rows.append([MONTHS[month - 1].upper()])
            for household in people:
                first = household.facts["first_contact_date"]
                if (first.year, first.month) == (year, month):
                    columns = [("", "name", ""), ("", "target_commune_code", "name"), ("", "channel", "plain")]
                    truth.append(lay(grid, household, [*columns, ("", "status", "plain")]))
                    grid.rows[-1].insert(0, f"{first:%d/%m}")
                    truth[-1] |= {"first_contact_date": first, "first_contact_date_precision": "day"}
        grid.rows.append(["TOTAL ANNUEL", len(grid.rows)])
        grids.append(grid)
    return grids, truth


@book("200069383", "Ouest Aveyron noms.xlsx")
def moves_joined_by_name(people):
    columns = [
        ("Famille", "full_name", ""),
        ("Installés le", "installation_date", "real"),
        ("À", "commune_code", "name"),
    ]
    contacts, moves = Grid("Contacts"), Grid("Arrivées", [["Liste des foyers"], [], [name for name, *_ in columns]])
    truth = flat(contacts, people, START)
    for household in reversed(people):
        if household.facts["installation_date"]:
            truth[household.rank - 1] |= lay(moves, household, columns)
            moves.rows[-1][0] = f"{household.first_name} {household.name}"
    return [contacts, moves], truth


@book("244600433", "Vallée du Lot marge.xlsx")
def legend_beside_the_first_lines(people):
    columns = [*START, *PEOPLE]
    grid = Grid("Feuil1", [["FAMILLES"], [heading for heading, *_ in columns]])
    truth = [lay(grid, household, columns) for household in people]
    fills = {"suivi": "FFFF00", "visite": "FFC000", "installe": "92D050", "abandon": "BFBFBF"}
    for row, household in enumerate(people, start=2):
        status = household.facts["status"]
        truth[row - 2]["status"] = status if status in fills else None
        if status in fills:
            grid.fill_row(row, fills[status])
    for row, (status, fill) in enumerate(fills.items(), start=1):
        place = len(columns) + 2
        grid.rows[row] += [None] * (place - len(grid.rows[row])) + ["", {"suivi": "en cours"}.get(status, status)]
        grid.fills[row, place] = fill
    return [grid], truth


@book("200035327", "Cazals-Salviac deux tableaux.xlsx")
def a_table_titled_with_its_status(people):
    settled = [household for household in people if household.facts["status"] == "installe"]
    others = [household for household in people if household.facts["status"] != "installe"]
    grid = Grid("Suivi", [["FAMILLES EN CONTACT"]])
    truth = flat(grid, others, [*START, ("Stade", "status", "plain")])
    grid.rows += [["Total", len(others)], [], ["FAMILLES INSTALLÉES"]]
    moved = [
        *START[:2],
        ("Emménagés le", "installation_date", "slash"),
        ("Commune d'installation", "commune_code", "name"),
    ]
    truth += [facts | {"status": "installe"} for facts in flat(grid, settled, [*moved, *PEOPLE])]
    grid.rows += [[], ["NB : les familles sans nouvelles depuis 6 mois sont relancées."]]
    return [grid], truth


@book("200066371", "CAUVALDOR suites.xls")
def lines_of_two_cells(people):
    columns = [("réf", "ref", "CV{:02d}"), ("état", "status", "plain"), ("emménagement", "installation_date", "real")]
    columns += [("commune", "commune_code", "name"), ("abandon : pourquoi", "abandonment_reason", "plain")]
    requests, outcomes = Grid("demandes"), Grid("suites")
    truth = flat(requests, people, [columns[0], ("reçue le", "first_contact_date", "real"), *START[2:], *PEOPLE])
    return [requests, outcomes], [
        before | after for before, after in zip(truth, flat(outcomes, people, columns), strict=True)
    ]
