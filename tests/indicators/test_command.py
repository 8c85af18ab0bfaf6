"""python -m indicators: what outside scripts rely on."""

import json

import pytest

import figures
from etl.pipeline import import_file
from indicators.__main__ import main
from tests.etl.making import write_xlsx

KEYS = [
    *("id", "title", "unit", "by", "value", "low", "high", "numerator", "denominator"),
    *("as_of", "from", "to", "scope", "sources"),
]


@pytest.fixture(autouse=True)
def demo(demo_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: demo_store)


def asked(capsys, *arguments):
    code = main([*arguments, "--json"])
    printed = capsys.readouterr()
    assert (code, printed.err) == (0, "")
    return json.loads(printed.out)


def test_the_two_figures_of_the_committee(capsys):
    cells = asked(capsys, "A2", "A5", "--as-of", "2022-03-31")
    assert [list(cell) for cell in cells] == [KEYS, KEYS]
    sources = cells[0].pop("sources")
    cells[1].pop("sources")
    assert len(sources) == 10
    said = {"unit": "foyers", "by": {}, "numerator": None, "denominator": None}
    when = {"as_of": "2022-03-31", "from": None, "to": "2022-03-31", "scope": "programme"}
    assert cells == [
        {"id": "A2", "title": "Foyers suivis", "value": 397, "low": 397, "high": 397} | said | when,
        {"id": "A5", "title": "Foyers installés", "value": 130, "low": 130, "high": 130} | said | when,
    ]


def test_exactly_one_cell_per_figure_is_the_total(capsys):
    cells = asked(capsys, "A1", "A2", "--as-of", "2022-03-31", "--by", "epci", "--by", "year", "--from", "2020-03-12")
    assert [cell["id"] for cell in cells if not cell["by"]] == ["A1", "A2"]
    others = [cell for cell in cells if cell["by"]]
    assert {tuple(cell["by"]) for cell in others} == {("epci", "year")}
    assert {cell["from"] for cell in cells} == {"2020-03-12"}
    for figure in ("A1", "A2"):
        total, *parts = [cell["value"] for cell in cells if cell["id"] == figure]
        assert sum(parts) == total


def test_every_figure_answers_without_naming_any(capsys):
    cells = asked(capsys, "--as-of", "2022-03-31")
    totals = [cell["id"] for cell in cells]
    assert len(totals) == len(set(totals)) == len(figures.catalog())


def test_what_is_missing_is_null(capsys):
    (cell,) = asked(capsys, "E3D", "--as-of", "2022-03-31")
    assert cell["value"] is None
    assert cell["low"] < cell["high"]


def test_choices_are_said_in_the_answer(capsys):
    (cell,) = asked(
        capsys, "A5", "--epci", "200067361", "--unit", "personnes", "--scope", "lot", "--attribution", "tous"
    )
    assert (cell["unit"], cell["scope"], cell["as_of"]) == ("personnes", "lot", "2022-03-31")


def test_a_figure_that_counts_no_households_keeps_its_unit(capsys):
    cells = asked(capsys, "A7", "Q2", "A6", "--unit", "enfants")
    assert [cell["unit"] for cell in cells] == ["part", "jours", "personnes"]


def test_an_unknown_breakdown_says_which_are_known(capsys):
    assert main(["A2", "--by", "fap", "--json"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "ne se ventile pas par fap" in printed.err


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["A5", "--from", "2023-01-01"], "Le 1er janvier 2023 est après la date d'arrêté, le 31 mars 2022."),
        (["A5", "--since", "2023-01-01"], "Le 1er janvier 2023 est après la date d'arrêté, le 31 mars 2022."),
    ],
)
def test_a_period_that_ends_before_it_begins_is_refused(capsys, asked, told):
    assert main([*asked, "--json"]) == 2
    assert " ".join(capsys.readouterr().err.split()) == told


def test_a_figure_that_nothing_fills_says_so(capsys, one_epci_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: one_epci_store)
    (cell,) = asked(capsys, "X2")
    assert (cell["value"], cell["unfilled"]) == (None, ["living_conditions.arrivees_personnes"])
    assert main(["X2"]) == 0
    assert "Part des arrivées du recensement : aucune source ne le renseigne." in capsys.readouterr().out


def test_an_epci_that_sent_nothing_has_no_figure(capsys, one_epci_store, monkeypatch):
    monkeypatch.setattr(figures, "_store", lambda: one_epci_store)
    (cell,) = asked(capsys, "A5", "--epci", "200023737")
    assert (cell["value"], cell["unfilled"], cell["sources"]) == (None, ["households.installation_date"], [])


def test_the_files_of_one_epci_are_its_own(capsys):
    (cell,) = asked(capsys, "A5", "--epci", "244600573")
    assert cell["sources"] == ["Familles Causse de Labastide-Murat.xlsx"]


def test_since_tells_what_moved_since_the_committee(capsys):
    (cell,) = asked(capsys, "A5", "--as-of", "2022-03-31", "--since")
    assert list(cell) == [*KEYS, "change"]
    change = cell["change"]
    assert (change["since"], change["restated"], change["now"]) == ("2020-03-12", 40, 130)
    assert change["arrived_count"] - change["gone_count"] == 90


def test_proof_names_epcis_lines_and_refusals(capsys):
    (cell,) = asked(capsys, "A5", "--as-of", "2022-03-31", "--proof")
    assert list(cell) == [*KEYS, "proof"]
    proof = cell["proof"]
    assert list(proof) == ["definition", "formula", "source", "caveat", "epcis", "rejected", "lines"]
    assert len(proof["lines"]) == cell["value"] == sum(epci["families_count"] for epci in proof["epcis"])
    assert {"source_file", "source_sheet", "source_row"} <= set(proof["lines"][0])
    assert proof["rejected"]


def test_people_read_the_proof_too(capsys):
    assert main(["A5", "--epci", "244600573", "--proof", "--since"]) == 0
    told = capsys.readouterr().out
    assert "Familles Causse de Labastide-Murat.xlsx" in told
    assert "depuis" in told


def test_before_anything_was_received_nothing_is_said(capsys):
    (cell,) = asked(capsys, "A5", "--as-of", "2022-03-31", "--known-on", "2019-01-01")
    assert (cell["value"], cell["sources"]) == (None, [])


def test_people_read_a_table(capsys):
    assert main(["A5", "--as-of", "2022-03-31"]) == 0
    assert "130" in capsys.readouterr().out


def test_an_epci_that_sends_only_totals_is_named(capsys, monkeypatch, empty_store, tmp_path):
    lines = [["Mois", "Contacts", "Installations"], ["janvier 2021", 4, 1], ["février 2021", 2, 0]]
    import_file(empty_store, write_xlsx(tmp_path / "Quercy Blanc.xlsx", {"Totaux": lines}))
    monkeypatch.setattr(figures, "_store", lambda: empty_store)
    contacts, followed = asked(capsys, "A1", "A2", "--as-of", "2022-03-31")
    assert (contacts["value"], "lacking" in contacts) == (6, False)
    assert followed["lacking"] == ["200039519"]
    main(["A2", "--as-of", "2022-03-31"])
    assert "Quercy Blanc n'envoie que des totaux" in " ".join(capsys.readouterr().out.split())
