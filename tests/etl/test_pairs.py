"""The same family at two EPCIs, from their two workbooks to a decision."""

import json
import shutil
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.pairs import pair_sentence, told_pairs
from store import reads
from store.engine import open_store
from tests.etl.making import write_xlsx

pytestmark = pytest.mark.whole

HEADINGS = ["N° dossier", "Nom", "Téléphone", "Courriel", "Date de premier contact", "Statut", "Commune souhaitée"]
TWICE = ["Lévêque Anne", "06 39 98 11 11", "anne@example.org"]


@pytest.fixture(scope="module")
def both_imported(blank_store, chosen, tmp_path_factory) -> Path:
    """Cahors and Figeac met the same family (12 and F4), and two that share a telephone (13 and F5) or a name."""
    cahors = [
        [12, *TWICE, "03/05/2021", "suivi", "Cahors"],
        [13, "Bourdelle Jean", "06 39 98 22 22", "jean@example.org", "04/05/2021", "contact", "Cahors"],
        [14, "Martin Paul", "06 39 98 33 33", "", "05/05/2021", "contact", "Cahors"],
    ]
    figeac = [
        ["F4", TWICE[0], "+33 6.39.98.11.11", "", "03/06/2021", "suivi", "Figeac"],
        ["F5", "Lescure Léa", "0639982222", "lea@example.org", "04/06/2021", "contact", "Figeac"],
        ["F6", "PAUL MARTIN", "06 39 98 44 44", "", "05/06/2021", "contact", "Figeac"],
    ]
    folder = tmp_path_factory.mktemp("pairs")
    path = Path(shutil.copy(blank_store, folder))
    with chosen(store=f"sqlite:///{path}"):
        main(["import", str(write_xlsx(folder / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, *cahors]}))])
        main(["import", str(write_xlsx(folder / "Grand-Figeac.xlsx", {"Suivi": [HEADINGS, *figeac]}))])
    open_store(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture(autouse=True)
def store(both_imported, chosen, tmp_path):
    engine = open_store(f"sqlite:///{shutil.copy(both_imported, tmp_path)}")
    with chosen(store=engine):
        yield engine
    engine.dispose()


def families(store) -> dict[str, str]:
    """dossier_ref -> the dossier_ref whose household_id is its family_id."""
    rows = reads.read_table(store, "households")
    names = rows.set_index("household_id")["dossier_ref"]
    return dict(zip(rows["dossier_ref"], names.reindex(rows["family_id"]), strict=True))


def pairs(capsys, *options: str) -> dict[tuple[str, str], dict]:
    assert main(["pairs", "--json", *options]) == 0
    told = json.loads(capsys.readouterr().out)
    return {tuple(sorted(pair[side]["dossier_ref"] or "" for side in ("one", "other"))): pair for pair in told}


def test_two_keys_of_three_are_one_family_and_one_is_asked(store, capsys):
    found = families(store)
    assert found["12"] == found["F4"]
    assert [found[ref] for ref in ("13", "F5", "14", "F6")] == ["13", "F5", "14", "F6"]
    told = pairs(capsys, "--all")
    assert {refs: (pair["evidence"], pair["decision"]) for refs, pair in told.items()} == {
        ("12", "F4"): ("name phone", "same"),
        ("13", "F5"): ("phone", "open"),
        ("14", "F6"): ("name", "open"),
    }
    assert set(pairs(capsys)) == {("13", "F5"), ("14", "F6")}


def test_a_pair_says_where_each_stands_and_no_name(store, capsys):
    pair = pairs(capsys)["13", "F5"]
    figeac = pair["one"] if pair["one"]["dossier_ref"] == "F5" else pair["other"]
    household_id = figeac.pop("household_id")
    assert len(household_id) == 32
    assert figeac == {
        "epci_code": "200067361",
        "source_file": "Grand-Figeac.xlsx",
        "source_sheet": "Suivi",
        "source_row": 3,
        "dossier_ref": "F5",
        "status": "contact",
        "first_contact_date": "2021-06-04",
        "installation_date": None,
    }
    told = json.dumps(told_pairs(store)) + pair_sentence(pair)
    assert "Grand-Figeac, Grand-Figeac.xlsx, feuille « Suivi », ligne 3" in told
    assert not [word for word in ("Lescure", "Bourdelle", "Léa", "example", "2222") if word in told]


def test_a_decision_is_kept_with_its_reason_and_replayed(store, capsys, tmp_path):
    pair = pairs(capsys)["13", "F5"]
    ids = [pair[side]["household_id"] for side in ("one", "other")]
    assert main(["settle", *ids, "same", "--reason", "referents"]) == 0
    assert families(store)["13"] == families(store)["F5"]
    later = [["F5", "Lescure Léa", "0639982222", "", "04/06/2021", "suivi", "Figeac"]]
    path = write_xlsx(tmp_path / "Grand-Figeac avril.xlsx", {"Suivi": [HEADINGS, *later]})
    main(["import", str(path), "--yes"])
    capsys.readouterr()
    assert families(store)["13"] == families(store)["F5"]
    [kept] = [pair for refs, pair in pairs(capsys, "--all").items() if refs == ("13", "F5")]
    assert (kept["decision"], kept["reason"]) == ("same", "referents")


def test_two_that_are_no_pair_cannot_be_settled(store, capsys):
    rows = reads.read_table(store, "households").set_index("dossier_ref")["household_id"]
    assert main(["settle", rows["12"], rows["13"], "same"]) == 2
    assert "ne forment pas une paire" in capsys.readouterr().err
    assert main(["settle", rows["12"], rows["12"], "same"]) == 2
    assert len(reads.read_table(store, "duplicates", history=True)) == 0


def test_a_decision_holds_when_the_next_version_of_a_workbook_adds_an_email(store, capsys, tmp_path):
    known = ["Bru Inès", "06 39 98 55 55", "", "03/06/2021", "suivi", "Souillac"]
    figeac = ["F7", "Inès BRU", "0639985555", "", "04/06/2021", "contact", "Figeac"]
    for name, rows in {"Cauvaldor": [HEADINGS[1:], known], "Grand-Figeac mai": [HEADINGS, figeac]}.items():
        main(["import", str(write_xlsx(tmp_path / f"{name}.xlsx", {"Suivi": rows})), "--yes"])
    capsys.readouterr()
    pair = pairs(capsys, "--all")["", "F7"]
    assert main(["settle", pair["one"]["household_id"], pair["other"]["household_id"], "different"]) == 0
    later = [HEADINGS[1:], [*known[:2], "ines@example.org", *known[3:]]]
    main(["import", str(write_xlsx(tmp_path / "Cauvaldor mai.xlsx", {"Suivi": later})), "--yes"])
    capsys.readouterr()
    kept = pairs(capsys, "--all")["", "F7"]
    assert (kept["evidence"], kept["decision"], kept["reason"]) == ("name phone", "different", "autre")
