"""Files dropped together: each is imported with what was shown of it, and asked again where that changed."""

from types import SimpleNamespace

import pytest

from ui import dropped


def report(status: str, code: str = "") -> dict:
    problems = [{"code": code, "grade": "confirm"}] if code else []
    return {"epci_code": "200023737", "status": status, "problems": problems, "read": 3}


@pytest.fixture
def command(monkeypatch):
    """What the command answers, in turn, and what it was asked."""
    asked = SimpleNamespace(previews=[], imports=[], accepts=[])
    monkeypatch.setattr(dropped.st, "session_state", {})
    monkeypatch.setattr(dropped.imports, "preview", lambda _upload, **_asked: [asked.previews.pop(0)])

    def receive(_upload, *, accepts_proposals, **_asked):
        asked.accepts.append(accepts_proposals)
        return [asked.imports.pop(0)]

    monkeypatch.setattr(dropped.imports, "receive", receive)
    return asked


def given(name: str) -> SimpleNamespace:
    return SimpleNamespace(file_id=name, name=f"{name}.xlsx", getvalue=lambda: b"")


def test_a_file_whose_households_an_earlier_one_brought_is_asked_about(command):
    complete, half = given("complet"), given("moitié")
    command.previews = [report("accepted"), report("accepted"), report("to_confirm", "households_disappear")]
    command.imports = [report("accepted")]
    for file in (complete, half):
        dropped.read(file)
    for file in (complete, half):
        dropped.receive_if_ready(file)
    assert "received" in dropped.state_of(complete)
    assert (dropped.statuses_of(half), "received" in dropped.state_of(half)) == ({"to_confirm"}, False)
    assert command.accepts == [False]


def test_what_is_to_confirm_since_is_not_accepted_unseen(command):
    file = given("suivi")
    command.previews, command.imports = [report("accepted")], [report("to_confirm", "households_disappear")]
    dropped.read(file)
    dropped.receive(file)
    assert dropped.state_of(file).keys() & {"reports", "received"} == set()


def test_what_was_shown_to_confirm_is_accepted(command):
    file = given("suivi")
    command.previews = [report("to_confirm", "column_guessed")]
    command.imports = [report("accepted", "column_guessed")]
    dropped.read(file)
    dropped.receive(file)
    [received] = dropped.state_of(file)["received"]
    assert (received["status"], received["problems"][0]["grade"], command.accepts) == ("accepted", "confirm", [True])
