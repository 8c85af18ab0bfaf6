"""What is taken leaves the drop folder; what waits for a correction stays, and so does a file of elsewhere."""

from etl import inbox
from etl.report import Report


def test_only_what_is_wholly_taken_leaves_the_drop_folder(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "inbox"
    monkeypatch.setattr(inbox, "INBOX", folder)
    reports = {
        folder / "taken.csv": [Report("taken.csv", status="accepted", read=2, accepted=2)],
        folder / "known.csv": [Report("known.csv", status="unchanged")],
        folder / "to correct.csv": [Report("to correct.csv", status="accepted", read=2, accepted=1, rejected=1)],
        folder / "to confirm.csv": [Report("to confirm.csv", status="to_confirm")],
        folder / "one of two.csv": [Report("one of two.csv", status=said) for said in ("accepted", "refused")],
        tmp_path / "elsewhere.csv": [Report("elsewhere.csv", status="accepted", read=2, accepted=2)],
    }
    folder.mkdir()
    for path in reports:
        path.touch()
    inbox.clear_inbox(reports)
    assert sorted(path.name for path in folder.iterdir()) == ["one of two.csv", "to confirm.csv", "to correct.csv"]
    assert (tmp_path / "elsewhere.csv").exists()
    assert capsys.readouterr().err == "2\u00a0fichiers pris sans correction ont quitté data/inbox.\n"
