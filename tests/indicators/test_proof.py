"""Behind a number: whose files, which lines, what could still change it."""

from datetime import date

import pandas as pd
import pytest

import figures
from indicators.catalog import catalog
from indicators.proof import proof
from indicators.question import Question

CAHORS, FIGEAC = "200023737", "200067361"
TALLIED = ("E2", "E6", "E7")
NOW = Question(date(2022, 3, 31))


@pytest.fixture
def tables(households, frame):
    place = {"source_file": "c.xlsx", "source_sheet": "Suivi"}
    rows = households(
        place | {"source_row": 9, "installation_date": "2021-06-01", "dossier_ref": "C9"},
        place | {"source_row": 4, "installation_date": "2021-05-01", "dossier_ref": "C4"},
        place | {"source_row": 5, "first_contact_date": "2021-05-01"},
        {"source_file": "f.xlsx", "source_row": 2, "epci_code": FIGEAC, "first_contact_date": "2021-05-01"},
    )
    imports = [
        {"import_id": 1, "epci_code": CAHORS, "kind": "state", "source_file": "c.xlsx", "received_date": "2022-03-21"},
        {"import_id": 2, "epci_code": FIGEAC, "kind": "state", "source_file": "f.xlsx", "received_date": "2022-03-31"},
        {
            "import_id": 3,
            "epci_code": CAHORS,
            "kind": "follow_up",
            "source_file": "a.xlsx",
            "received_date": "2022-03-31",
        },
    ]
    refused = [
        {"rejection_id": 1, "import_id": 1, "is_row": True, "code": "impossible_date", "source_row": 7},
        {"rejection_id": 2, "import_id": 1, "is_row": False, "code": "unknown_commune", "source_row": 4},
        {"rejection_id": 3, "import_id": 2, "is_row": False, "code": "unknown_date", "source_row": 2},
    ]
    return {"households": rows, "imports": frame("imports", imports), "rejections": frame("rejections", refused)}


def test_lines_epcis_and_what_could_change_it(tables):
    found = proof("A5", tables, NOW)
    assert found.lines[["source_file", "source_row", "dossier_ref"]].to_numpy().tolist() == [
        ["c.xlsx", 4, "C4"],
        ["c.xlsx", 9, "C9"],
    ]
    told = found.epcis.set_index("epci_code")
    assert len(told) == 10
    assert told.loc[CAHORS, ["source_file", "days_since", "has_answered"]].to_list() == ["c.xlsx", 10, True]
    assert told.loc[FIGEAC, ["source_file", "days_since", "has_answered"]].to_list() == ["f.xlsx", 0, False]
    assert told["source_file"].isna().sum() == 8
    assert told.loc[[CAHORS, FIGEAC], "families_count"].to_list() == [2, 0]
    assert found.rejected[["epci_code", "source_row"]].to_numpy().tolist() == [[CAHORS, 7], [FIGEAC, 2]]


def test_of_one_epci_alone(tables):
    found = proof("A1", tables, Question(NOW.as_of, epci_code=FIGEAC))
    assert found.epcis["epci_code"].to_list() == [FIGEAC]
    assert found.lines["source_file"].to_list() == ["f.xlsx"]
    assert found.rejected["epci_code"].to_list() == [FIGEAC]


@pytest.mark.parametrize("figure", catalog())
def test_every_figure_has_a_proof_with_as_many_lines_as_it_counts(demo_store, monkeypatch, figure):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)
    answer, found = figures.ask(figure, NOW), figures.proof(figure, NOW)
    assert len(found.epcis) == 10
    if answer.entry.kind == "count" and answer.entry.unit == "foyers" and len(found.lines):
        counted = found.lines["is_true"].eq(True).sum() if figure in TALLIED else len(found.lines)
        assert answer.value == counted
    assert isinstance(found.rejected, pd.DataFrame)
