"""What outside scripts rely on when they import: exit codes, JSON alone on stdout."""

import json
import subprocess
import sys
from datetime import date

import pytest

from etl.__main__ import main
from etl.pipeline import Choices, import_file
from programme.settings import DEMO, EARLIER_DEMO, ROOT
from store import reads
from tests.etl.making import GOOD

pytestmark = pytest.mark.usefixtures("store")

CAHORS = "200023737"
REPORT_KEYS = "file sha256 epci_code kind status read accepted rejected left_out problems"


def test_the_report_of_a_file(said, book):
    code, out, err = said("import", book(GOOD, ["13", "Lévêque", "hier", "suivi", "Cahors"]), "--json")
    [report] = json.loads(out)
    assert " ".join(report) == REPORT_KEYS
    [problem] = report.pop("problems")
    sha256 = report.pop("sha256")
    assert (len(sha256), code) == (64, 1)
    assert report == {
        "file": "Grand Cahors.xlsx",
        "epci_code": CAHORS,
        "kind": "state",
        "status": "accepted",
        "read": 2,
        "accepted": 2,
        "rejected": 0,
        "left_out": 0,
    }
    place = "Feuille « Suivi », ligne 3, cellule C3"
    assert problem == {
        "code": "unknown_date",
        "sheet": "Suivi",
        "row": 3,
        "column": "C",
        "message": f"{place} : la colonne « date de premier contact » ne contient pas une date lisible. Écrivez-la "
        "jour/mois/année.",
    }
    assert err == f"Grand Cahors.xlsx : accepté — 2 lignes lues, 2 acceptées, 0 refusée {problem['message']}"


@pytest.mark.whole
def test_in_a_process_of_its_own_stdout_is_json_alone(book, tmp_path):
    environment = {"OHMYLOT_STORE": f"sqlite:///{tmp_path / 'own.sqlite'}", "OHMYLOT_SECRET": "a secret", "PATH": ""}
    command = [sys.executable, "-m", "etl", "import", book(GOOD), "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert [report["status"] for report in json.loads(done.stdout)] == ["accepted"]
    assert (done.returncode, " ".join(done.stderr.split())) == (
        0,
        "Grand Cahors.xlsx : accepté — 1 ligne lue, 1 acceptée, 0 refusée",
    )


def test_without_json_stdout_is_silent(said, book):
    assert said("import", book(GOOD)) == (
        0,
        "",
        "Grand Cahors.xlsx : accepté — 1 ligne lue, 1 acceptée, 0 refusée",
    )


def test_what_is_known_already_is_no_fault(said, book):
    path = book(GOOD)
    said("import", path)
    code, out, err = said("import", path, "--json")
    assert (code, json.loads(out)[0]["status"], err[:30]) == (0, "unchanged", "Grand Cahors.xlsx : déjà connu")


def test_a_proposal_is_confirmed_by_yes(said, book):
    path = book(GOOD, name="tableau.xlsx")
    code, out, _ = said("import", path, "--json")
    assert (code, json.loads(out)[0]["status"]) == (1, "to_confirm")
    code, out, _ = said("import", path, "--json", "--yes")
    [report] = json.loads(out)
    assert (code, report["status"], [problem["code"] for problem in report["problems"]]) == (
        0,
        "accepted",
        ["epci_guessed"],
    )


def test_a_total_left_aside_is_no_fault(said, book):
    code, out, err = said("import", book(GOOD, ["Total", "", 1, "", ""]), "--json")
    [report] = json.loads(out)
    assert (code, report["left_out"], report["read"]) == (0, 1, 1)
    assert "les totaux sont recalculés" in err


def test_a_refused_file_is_2_whatever_becomes_of_the_others(said, book, tmp_path):
    (tmp_path / "vide.xlsx").touch()
    (tmp_path / "~$Grand Cahors.xlsx").write_bytes(b"x" * 165)
    book(GOOD, ["13", "Lévêque", "31/02/2021", "suivi", "Cahors"])
    code, out, err = said("import", str(tmp_path), "--json")
    assert (code, [(report["file"], report["status"]) for report in json.loads(out)]) == (
        2,
        [("Grand Cahors.xlsx", "accepted"), ("vide.xlsx", "refused"), ("~$Grand Cahors.xlsx", "skipped")],
    )
    assert "vide.xlsx : refusé Le fichier est vide : il était attendu un classeur Excel" in err
    assert "~$Grand Cahors.xlsx : ignoré Fichier de verrou laissé par Excel : il est ignoré." in err


def test_a_lock_file_alone_is_no_fault(said, tmp_path):
    (tmp_path / "~$Grand Cahors.xlsx").write_bytes(b"x" * 165)
    assert said("import", str(tmp_path))[0] == 0


def test_names_are_told_as_they_are_written(said, book):
    bad = ["13", "Lévêque", "31/02/2021", "suivi", "Cahors"]
    code, out, err = said("import", book(GOOD, bad, name="Grand Cahors [v2] [bold].xlsx", title="Suivi (1) {2}"))
    assert (code, out) == (1, "")
    assert err.startswith("Grand Cahors [v2] [bold].xlsx : accepté — 2 lignes lues, 1 acceptée, 1 refusée")
    assert "Feuille « Suivi (1) {2} », ligne 3" in err


def test_an_empty_folder_says_so(said, tmp_path):
    assert said("import", str(tmp_path), "--json") == (0, "[]\n", "Aucun fichier à importer.")


@pytest.mark.parametrize("asked", [["import", "absent.xlsx"], ["import", ".", "--epci", "123"], ["export", "villages"]])
def test_a_command_that_cannot_be_understood_is_2(asked):
    with pytest.raises(SystemExit) as stopped:
        main(asked)
    assert stopped.value.code == 2


def test_the_received_date_is_the_one_given(said, store, book):
    said("import", book(GOOD), "--received", "2022-01-15")
    assert reads.read_imports(store)["received_date"].dt.date.tolist() == [date(2022, 1, 15)]


def test_the_demo_is_loaded_into_an_empty_store_alone(said, store, monkeypatch):
    loaded = []
    monkeypatch.setattr("etl.batch.receive_file", lambda _store, path, choices: loaded.append((path, choices)) or [])
    assert said("demo")[0] == 0
    assert [(path, choices) for path, choices in loaded] == [
        (path, Choices(None, received, True))
        for folder, received in ((EARLIER_DEMO, date(2020, 3, 12)), (DEMO, date(2022, 3, 31)))
        for path in sorted(path for path in folder.rglob("*") if path.is_file())
    ]
    import_file(store, DEMO / "Quercy Blanc arrivants.xlsx", Choices(accepts_proposals=True))
    loaded.clear()
    assert (said("demo"), loaded) == ((0, "", ""), [])


def test_an_import_is_undone_by_its_number(said, book, store):
    said("import", book(GOOD))
    said("import", book(GOOD, ["13", "Lescure", "mai 2021", "suivi", "Cahors"]), "--received", "2099-01-01")
    assert len(reads.read_table(store, "households")) == 2
    code, out, err = said("undo", "2")
    assert (code, out) == (0, "")
    assert err == "Import annulé : Grand Cahors.xlsx, reçu le 1er janvier 2099. Ses lignes ne comptent plus."
    assert reads.read_table(store, "households")["dossier_ref"].tolist() == ["12"]
    code, _, err = said("undo", "2")
    assert (code, err) == (2, "Aucun import en cours ne porte le numéro 2 : rien n'est annulé.")


def test_what_is_undone_may_come_again(said, book):
    path = book(GOOD)
    said("import", path)
    said("undo", "1")
    assert json.loads(said("import", path, "--json")[1])[0]["status"] == "accepted"


def test_a_preview_tells_the_change_and_writes_nothing(said, book, store):
    said("import", book(GOOD), "--received", "2022-01-31")
    path = book(GOOD, ["13", "Lescure", "juin 2021", "suivi", "Cahors"])
    code, out, err = said("preview", path, "--json")
    [report] = json.loads(out)
    assert (code, report["status"], report["change"]) == (0, "accepted", "+1\u00a0foyer")
    assert "Par rapport à ce qui était connu : +1 foyer." in err.replace("\u00a0", " ")
    assert len(reads.read_table(store, "households")) == 1


def test_a_batch_that_is_interrupted_tells_what_was_done(said, book, store, monkeypatch):
    from etl import batch

    first, second, third = (
        book(GOOD, name=f"{name}.xlsx") for name in ("Grand Cahors", "Grand-Figeac", "Quercy Blanc")
    )

    def receive(engine, path, choices):
        if path.name.startswith("Grand-Figeac"):
            raise KeyboardInterrupt
        return received(engine, path, choices)

    received = batch.receive_file
    monkeypatch.setattr("etl.batch.receive_file", receive)
    code, out, err = said("import", first, second, third, "--json")
    assert code == 130
    assert [(report["file"], report["status"]) for report in json.loads(out)] == [
        ("Grand Cahors.xlsx", "accepted"),
        ("Grand-Figeac.xlsx", "skipped"),
        ("Quercy Blanc.xlsx", "skipped"),
    ]
    assert len(reads.read_table(store, "households")) == 1
    assert "L'import a été interrompu avant ce fichier" in err


def test_a_store_that_cannot_be_written_costs_the_file_and_says_what_to_do(said, book, store):
    with store.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
    many = [[str(n), f"Foyer {n}", "mai 2021", "suivi", "Cahors"] for n in range(500)]
    code, out, _ = said("import", book(*many), "--json")
    assert (code, json.loads(out)[0]["problems"][0]["code"]) == (2, "store_unwritable")
    assert len(reads.read_imports(store)) == 0
