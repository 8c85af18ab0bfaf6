"""What outside scripts rely on when they read: the columns and the form of exports, the status of each EPCI."""

import csv
import io
import json
from datetime import date

import pytest

from store import schema
from tests.etl.making import GOOD

pytestmark = pytest.mark.usefixtures("store")

CAHORS = "200023737"


def test_an_export_has_the_columns_of_the_table_in_csv_and_json(said, book):
    said("import", book(GOOD), "--received", "2022-03-31")
    columns = list(schema.households.columns.keys())
    code, as_csv, _ = said("export", "households")
    [in_csv] = csv.DictReader(io.StringIO(as_csv))
    _, as_json, _ = said("export", "households", "--format", "json")
    [in_json] = json.loads(as_json)
    assert (code, list(in_csv), list(in_json)) == (0, columns, columns)
    known = {
        "import_id": 1,
        "source_file": "Grand Cahors.xlsx",
        "source_sheet": "Suivi",
        "source_row": 2,
        "dossier_ref": "12",
        "epci_code": CAHORS,
        "status": "suivi",
        "target_commune_code": "46042",
        "first_contact_date": "2021-05-01",
        "first_contact_date_precision": "month",
    }
    ids = {name: in_json[name] for name in ("household_id", "family_id")}
    assert in_json == dict.fromkeys(columns) | known | ids
    assert in_csv == dict.fromkeys(columns, "") | {name: str(value) for name, value in (known | ids).items()}
    assert "Lévêque" not in as_csv + as_json


def test_history_gives_what_was_superseded_too(said, book):
    said("import", book(GOOD), "--received", "2022-01-31")
    said("import", book([*GOOD[:3], "visite", GOOD[4]]), "--received", "2022-03-31")
    exports = [json.loads(said("export", "households", "--format", "json", *more)[1]) for more in ([], ["--history"])]
    told = [[(row["import_id"], row["status"]) for row in rows] for rows in exports]
    assert told == [[(2, "visite")], [(1, "suivi"), (2, "visite")]]


def test_an_export_goes_to_a_file(said, book, tmp_path):
    said("import", book(GOOD))
    path = tmp_path / "imports.csv"
    assert said("export", "imports", "-o", str(path)) == (0, "", "")
    header, line = path.read_text(encoding="utf-8").splitlines()
    receipt = dict(zip(header.split(","), line.split(","), strict=True))
    assert list(receipt) == list(schema.imports.columns.keys())
    assert (receipt["received_date"], receipt["is_demo"]) == (date.today().isoformat(), "False")


@pytest.mark.parametrize("name", sorted(schema.metadata.tables))
def test_every_table_has_an_export_that_may_be_empty(said, name):
    columns = ",".join(schema.metadata.tables[name].columns.keys())
    assert said("export", name) == (0, f"{columns}\n", "")
    assert said("export", name, "--format", "json") == (0, "[]\n", "")


def test_the_status_is_one_line_per_epci(said, book):
    said("import", book(GOOD, ["13", "", "31/02/2021", "suivi", "Cahors"]), "--received", "2022-03-31")
    code, out, _ = said("status", "--json")
    status = {row["epci_code"]: row for row in json.loads(out)}
    assert (code, len(status)) == (0, 10)
    assert status[CAHORS] == {
        "epci_code": CAHORS,
        "epci_name": "Grand Cahors",
        "source_file": "Grand Cahors.xlsx",
        "received_date": "2022-03-31",
        "households_count": 1,
        "rejected_count": 1,
        "refused_count": 0,
        "completeness_share": 0.375,
    }
    assert status["200067361"] == {
        "epci_code": "200067361",
        "epci_name": "Grand-Figeac",
        "source_file": None,
        "received_date": None,
        "households_count": 0,
        "rejected_count": 0,
        "refused_count": 0,
        "completeness_share": None,
    }


def test_the_status_of_an_empty_store(said):
    code, out, err = said("status")
    assert (code, out, err.count("rien reçu")) == (0, "", 10)
