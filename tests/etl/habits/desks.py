"""Workbooks as they come from an office: a survey's export, a line a person, dated steps, named colours, sections."""

from datetime import timedelta

from programme import territory
from tests.etl.habits.book import book, flat, lay
from tests.etl.habits.grid import Grid

FIRST = [("1er contact", "first_contact_date", "real"), ("Viennent de", "origin_departement_code", "town")]
WISH = ("Cherchent sur", "target_commune_code", "name")
BOXES = {"logement": "Un logement", "emploi": "Un emploi", "ecole_garde": "Une école", "sante": "Un médecin"}
FILLS = {"suivi": "FFFF00", "visite": "00B0F0", "installe": "92D050", "abandon": "FF0000"}
REACHED = {"visite": "visit_date", "installe": "installation_date"}
CODES = {"contact": 1, "suivi": 2, "installe": 3, "abandon": 4}


@book("200067361", "Grand-Figeac results-survey418732.xlsx")
def a_survey_s_export(people):
    columns = [
        ("id. ID de la réponse", "rank", ""),
        ("submitdate. Date de soumission", "first_contact_date", "real"),
        ("lastpage. Dernière page", "other", "3"),
        ("Q01. Combien d'adultes compte votre foyer ?", "adults_count", ""),
        ("Q02. Combien d'enfants de moins de 18 ans ?", "children_count", ""),
        ("Q03. Dans quel département résidez-vous actuellement ?", "origin_departement_code", "name"),
        ("Q04. Dans quelle commune souhaitez-vous vous installer ?", "target_commune_code", "name"),
    ]
    for place, (axis, box) in enumerate(BOXES.items(), start=1):
        columns.append((f"Q05[SQ{place:03d}]. Quels sont vos besoins ? [{box}]", f"needs:{axis}", "Oui|Non"))
    grid = Grid("results")
    return [grid], flat(grid, people, columns)


@book("200067361", "Grand-Figeac familles.xlsx")
def a_line_a_person(people):
    columns = [("N°", "rank", ""), *FIRST, ("Commune souhaitée", "target_commune_code", "name")]
    columns.append(("Statut", "status", "plain"))
    grid, truth = Grid("Familles", [[*(heading for heading, *_ in columns), "Membre", "Lien", "Âge"]]), []
    for household in people:
        adults, children = household.facts["adults_count"], household.facts["children_count"]
        roles = ["Demandeur", "Conjoint(e)"][:adults] + ["Enfant"] * children
        truth.append(lay(grid, household, columns) | {"adults_count": adults, "children_count": children})
        first = len(grid.rows) - 1
        grid.rows += [[None] * len(columns) for _ in roles[1:]]
        for row, role in enumerate(roles, start=first):
            grid.rows[row] += [household.first_name, role, f"{40 if role != 'Enfant' else 7} ans"]
        if len(roles) > 1:
            grid.merges += [(first, column, first + len(roles) - 1, column) for column in range(len(columns))]
    return [grid], truth


@book("200066371", "CAUVALDOR étapes.xlsx")
def dated_steps_beside_a_sheet_of_lists(people):
    columns = [*FIRST, WISH, ("Visite\nterrain", "visit_date", "real"), ("Install.", "installation_date", "real")]
    lists = Grid("Paramètres", [["Statuts", "Canal", "Communes"], ["contact", "salon", "Gramat"]])
    lists.rows += [["suivi", "site", "Martel"], ["visite", "presse", "Vayrac"]]
    grid = Grid("Suivi", [[*(heading for heading, *_ in columns), "Abandon"]])
    truth = []
    for household in people:
        status, facts = household.facts["status"], lay(grid, household, columns)
        grid.rows[-1].append("X" if status == "abandon" else None)
        reached = [code for code, name in REACHED.items() if name in facts]
        truth.append(facts | {"status": status if status == "abandon" else (reached or ["contact"])[-1]})
    return [lists, grid], truth


@book("244600433", "Vallée du Lot couleurs.xlsx")
def colours_called_by_their_names(people):
    legend = "Vert = installé / Jaune = en cours de suivi / Rouge = abandon / Bleu = a visité"
    headings = ["Contacts\n(1er / dernier)", "Nb pers. (A/E)", "Famille", "Vient de", "Secteur recherché"]
    grid, truth = Grid("Feuil1", [["Familles accueillies"], [legend], [], headings]), []
    columns = [("", "full_name", ""), ("", "origin_departement_code", "town"), ("", "target_commune_code", "name")]
    for household in people:
        first, status = household.facts["first_contact_date"], household.facts["status"]
        last, counts = first + timedelta(30), [household.facts[name] for name in ("adults_count", "children_count")]
        facts = lay(grid, household, columns) | dict(zip(("adults_count", "children_count"), counts, strict=True))
        grid.rows[-1] = [f"{first:%d/%m/%y} - {last:%d/%m/%y}", "/".join(map(str, counts)), *grid.rows[-1]]
        facts |= {"first_contact_date": first, "last_contact_date": last, "first_contact_date_precision": "day"}
        truth.append(facts | {"status": status if status in FILLS else None})
        if status in FILLS:
            grid.fill_row(len(grid.rows) - 1, FILLS[status])
    return [grid], truth


@book("200067361", "Grand-Figeac par commune.xlsx")
def sections_named_after_communes(people):
    headings = ["Date", "Famille", "Ad./Enf.", "Venant de", "Code"]
    grid, truth = Grid("2021", [["NOUVEAUX ARRIVANTS 2021"], [], headings]), []
    for code in dict.fromkeys(household.facts["target_commune_code"] for household in people):
        grid.rows.append([territory.communes().at[code, "commune_name"].upper()])
        for household in people:
            if household.facts["target_commune_code"] == code:
                status = household.facts["status"] if household.facts["status"] in CODES else "suivi"
                first, counts = household.facts["first_contact_date"], ("adults_count", "children_count")
                facts = lay(grid, household, [("", "full_name", ""), FIRST[1]])
                people_told = "/".join(str(household.facts[name]) for name in counts)
                name, origin = grid.rows[-1]
                grid.rows[-1] = [first, name, people_told, origin, CODES[status]]
                facts |= {name: household.facts[name] for name in counts} | {"first_contact_date": first}
                truth.append(facts | {"status": status, "target_commune_code": code})
    grid.rows += [[], ["Codes :"], [1, "premier contact"], [2, "suivi en cours"], [3, "installé"], [4, "abandon"]]
    return [grid], truth
