"""Our own workbook: written for an EPCI with its lists and checks, filled, and read back without recognition."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from etl.__main__ import main
from etl.choices import Chosen
from etl.contacts.identity import label_hash, read_secret
from etl.pipeline import import_file
from etl.report import Choices
from etl.template import schema
from etl.template.writer import write_template
from programme import territory
from store import reads

pytestmark = [pytest.mark.usefixtures("store"), pytest.mark.whole]

QUERCY_BLANC = "200039519"
FILLED = {
    "N° de dossier": "QB-1",
    "Nom": "Lévêque",
    "Téléphone": "06 39 98 11 11",
    "Situation professionnelle": "Télétravailleur",
    "Nombre d'adultes": 2,
    "Nombre d'enfants": 0,
    "Origine": "Haute-Garonne",
    "Date du premier contact": date(2022, 1, 10),
    "Comment nous ont-ils connus": "Bouche à oreille",
    "Commune souhaitée": "Castelnau-Montratier",
    "Besoin de logement": "oui",
    "Besoin de santé": "oui",
    "Besoins satisfaits": "logement",
    "Statut": "Installé",
    "Date d'installation": "mars 2022",
    "Commune d'installation": "Montcuq-en-Quercy-Blanc",
    "Rôle du service": "Accompagné",
    "A trouvé un médecin": "non",
}


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("template") / "modèle.xlsx"
    write_template(path, QUERCY_BLANC)
    return path


@pytest.fixture
def blank(written, tmp_path) -> Path:
    return Path(shutil.copy(written, tmp_path))


def filled(blank: Path, *lines: dict, then=lambda _spreadsheet: None) -> Path:
    """The template with lines under its example; `then` changes it further."""
    spreadsheet = load_workbook(blank)
    sheet = spreadsheet[schema.FORM]
    places = {column.heading: number for number, column in enumerate(schema.columns(), start=1)}
    for row, line in enumerate(lines, start=schema.EXAMPLE_ROW + 1):
        for heading, value in line.items():
            sheet.cell(row, places[heading], value)
    then(spreadsheet)
    path = blank.with_name("envoi.xlsx")
    spreadsheet.save(path)
    return path


def test_the_command_writes_it(tmp_path, capsys):
    path = tmp_path / "modèle.xlsx"
    assert main(["template", QUERCY_BLANC, "-o", str(path)]) == 0
    assert f"Modèle de Quercy Blanc : {path}" in capsys.readouterr().err
    assert load_workbook(path).sheetnames == ["Mode d'emploi", "Suivi", "Listes", "_ohmylot"]


def test_its_lists_checks_example_and_hidden_sheets(blank):
    spreadsheet = load_workbook(blank)
    states = {sheet.title: sheet.sheet_state for sheet in spreadsheet.worksheets}
    assert states == {"Mode d'emploi": "visible", "Suivi": "visible", "Listes": "hidden", "_ohmylot": "veryHidden"}
    sheet = spreadsheet["Suivi"]
    headings = [cell.value for cell in sheet[schema.HEADING_ROW]]
    assert headings == [column.heading for column in schema.columns()]
    checks = {
        headings[column - 1]: check
        for check in sheet.data_validations.dataValidation[1:]
        for column in {place.min_col for place in check.sqref.ranges}
    }
    assert (checks["Statut"].type, checks["Statut"].errorStyle or "stop") == ("list", "stop")
    assert (checks["Commune souhaitée"].type, checks["Commune souhaitée"].errorStyle) == ("list", "information")
    assert checks["Date d'installation"].type == "date"
    assert (checks["Nombre d'enfants"].type, checks["Nombre d'enfants"].formula2) == ("whole", "20")
    assert (checks["Satisfaction de 1 à 5"].formula2, sheet["A6"].value) == ("5", schema.EXAMPLE)
    lists = {sheet.title: sheet for sheet in spreadsheet.worksheets}["Listes"]
    words = {column[0].value: [cell.value for cell in column if cell.value] for column in lists.columns}
    assert words["Contact"] == ["Contact", "Suivi", "Visite", "Installé", "Parti", "Abandon"]
    communes = territory.communes()
    assert sorted(communes.loc[communes["epci_code"] == QUERCY_BLANC, "commune_name"]) in words.values()


def test_no_field_of_a_follow_up_is_forgotten():
    from store.schema import HOUSEHOLD_BOOLEANS, HOUSEHOLD_CODES, HOUSEHOLD_COUNTS, HOUSEHOLD_DATES

    told_otherwise = {"epci_code", "origin_departement_code", "origin_country_code", "fap_version", "fap_code"}
    asked = {column.field for column in schema.columns()}
    every = {*HOUSEHOLD_CODES, *HOUSEHOLD_COUNTS, *HOUSEHOLD_BOOLEANS, *HOUSEHOLD_DATES}
    assert every - told_otherwise - asked == set()


def test_a_filled_one_is_read_without_a_question(blank, store):
    def date_it(spreadsheet: Workbook) -> None:
        spreadsheet["Suivi"].cell(schema.DATE_ROW, schema.DATE_COLUMN, date(2022, 3, 31))

    report = import_file(store, filled(blank, FILLED, then=date_it))
    assert (report.status, report.epci_code, report.read, report.accepted) == ("accepted", QUERCY_BLANC, 1, 1)
    assert report.problems == []
    [row] = reads.read_table(store, "households").to_dict("records")
    told = {name: row[name] for name in ("dossier_ref", "profile", "channel", "status", "attribution", "commune_code")}
    assert told == {
        "dossier_ref": "QB-1",
        "profile": "teletravailleur",
        "channel": "bouche_a_oreille",
        "status": "installe",
        "attribution": "accompagne",
        "commune_code": "46201",
    }
    assert (row["source_row"], row["adults_count"], row["children_count"], row["has_doctor"]) == (7, 2, 0, False)
    assert (str(row["installation_date"])[:10], row["installation_date_precision"]) == ("2022-03-01", "month")
    needs = reads.read_table(store, "needs").set_index("axis")["is_met"].to_dict()
    assert needs == {"logement": True, "sante": False}
    assert reads.read_imports(store)["received_date"].dt.date.tolist() == [date(2022, 3, 31)]


def test_a_blank_one_holds_no_household(blank, store):
    report = import_file(store, blank)
    assert (report.read, report.accepted, report.rejected) == (0, 0, 0)


def test_columns_in_another_order_and_one_more_are_still_read(blank, store):
    def move(spreadsheet: Workbook) -> None:
        sheet = spreadsheet["Suivi"]
        sheet.insert_cols(2)
        sheet.cell(schema.HEADING_ROW, 2, "Statut administratif")
        sheet.cell(schema.EXAMPLE_ROW + 1, 2, "abandon")

    report = import_file(store, filled(blank, FILLED, then=move))
    assert (report.status, report.accepted) == ("accepted", 1)
    assert reads.read_table(store, "households")["status"].tolist() == ["installe"]


def test_a_heading_that_was_changed_is_told(blank, store):
    def rename(spreadsheet: Workbook) -> None:
        sheet = spreadsheet["Suivi"]
        headings = {cell.value: cell for cell in sheet[schema.HEADING_ROW]}
        headings["Rôle du service"].value = "Qui a fait quoi"

    report = import_file(store, filled(blank, FILLED, then=rename))
    assert [(problem.code, problem.row) for problem in report.problems] == [("column_lost", schema.HEADING_ROW)]
    assert "« Rôle du service »" in report.problems[0].message
    assert reads.read_table(store, "households")["attribution"].isna().all()


def test_without_its_form_it_is_refused(blank, store):
    def drop(spreadsheet: Workbook) -> None:
        spreadsheet.remove(spreadsheet["Suivi"])

    report = import_file(store, filled(blank, then=drop))
    assert (report.status, report.problems[0].code) == ("refused", "no_form")


@pytest.mark.parametrize(("version", "code"), [("2", QUERCY_BLANC), ("", QUERCY_BLANC), ("1", "123456789")])
def test_a_later_version_or_a_changed_hidden_sheet_is_refused(blank, store, version, code):
    def change(spreadsheet: Workbook) -> None:
        spreadsheet[schema.HIDDEN]["B1"], spreadsheet[schema.HIDDEN]["C1"] = version, code

    report = import_file(store, filled(blank, FILLED, then=change))
    assert (report.status, report.problems[0].code) == ("refused", "unknown_template")


def test_a_blank_one_is_not_taken_for_a_state_without_households(blank, store):
    report = import_file(store, blank)
    assert (report.status, report.problems[0].code) == ("refused", "no_household")


def test_a_word_that_is_on_no_list_is_settled_there_too(blank, store):
    key = "status", label_hash(read_secret(), "status", "zut")
    report = import_file(
        store, filled(blank, FILLED | {"Statut": "zut"}), Choices(chosen=Chosen(labels={key: "visite"}))
    )
    assert (report.status, report.recognition.doubtful_labels) == ("accepted", ())


def test_its_annotated_copy_is_read_back_too(blank, store, tmp_path):
    bad = FILLED | {"N° de dossier": "QB-2", "Commune d'installation": "Roquebrumeuse"}
    output = tmp_path / "annoté.xlsx"
    assert main(["return", str(filled(blank, FILLED, bad)), "-o", str(output)]) == 1
    marked = load_workbook(output)["Suivi"]
    place = next(number for number, column in enumerate(schema.columns(), 1) if column.field == "commune_code")
    assert marked.cell(8, place).comment is not None
    assert import_file(store, output).accepted == 2
