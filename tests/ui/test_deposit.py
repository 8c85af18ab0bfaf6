"""Files dropped together: each is imported with what was shown of it, and asked again where that changed."""

from types import SimpleNamespace

import pytest

from ui import deposit


def report(status: str, code: str = "") -> dict:
    problems = [{"code": code, "grade": "confirm"}] if code else []
    return {"epci_code": "200023737", "status": status, "problems": problems, "read": 3}


@pytest.fixture
def command(monkeypatch):
    """What the command answers, in turn, and what it was asked."""
    asked = SimpleNamespace(previews=[], imports=[], accepts=[])
    monkeypatch.setattr(deposit.st, "session_state", {})
    monkeypatch.setattr(deposit.imports, "preview", lambda _upload, **_asked: [asked.previews.pop(0)])

    def receive(_upload, *, accepts_proposals, **_asked):
        asked.accepts.append(accepts_proposals)
        return [asked.imports.pop(0)]

    monkeypatch.setattr(deposit.imports, "receive", receive)
    return asked


def dropped(name: str) -> SimpleNamespace:
    return SimpleNamespace(file_id=name, name=f"{name}.xlsx", getvalue=lambda: b"")


def test_a_file_whose_households_an_earlier_one_brought_is_asked_about(command):
    complete, half = dropped("complet"), dropped("moitié")
    command.previews = [report("accepted"), report("accepted"), report("to_confirm", "households_disappear")]
    command.imports = [report("accepted")]
    for file in (complete, half):
        deposit._read(file)
    for file in (complete, half):
        deposit._import_if_ready(file)
    assert "received" in deposit._state(complete)
    assert (deposit._statuses(half), "received" in deposit._state(half)) == ({"to_confirm"}, False)
    assert command.accepts == [False]


def test_what_is_to_confirm_since_is_not_accepted_unseen(command):
    file = dropped("suivi")
    command.previews, command.imports = [report("accepted")], [report("to_confirm", "households_disappear")]
    deposit._read(file)
    deposit._import(file)
    assert deposit._state(file).keys() & {"reports", "received"} == set()


def test_what_was_shown_to_confirm_is_accepted(command):
    file = dropped("suivi")
    command.previews = [report("to_confirm", "column_guessed")]
    command.imports = [report("accepted", "column_guessed")]
    deposit._read(file)
    deposit._import(file)
    [received] = deposit._state(file)["received"]
    assert (received["status"], received["problems"][0]["grade"], command.accepts) == ("accepted", "confirm", [True])
