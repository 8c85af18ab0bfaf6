from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from programme.settings import ROOT
from ui import menu


@pytest.fixture
def shell(tmp_path, monkeypatch) -> AppTest:
    """The shell over pages that only say their name, before anything was received."""
    for entry in menu.ENTRIES:
        (tmp_path / entry.file).write_text(f"import streamlit as st\nst.title({entry.title!r})\n", encoding="utf-8")
    monkeypatch.setattr(menu, "FOLDER", tmp_path)
    monkeypatch.setattr("figures.known", lambda: SimpleNamespace(is_demo=True, received_dates=()))
    return AppTest.from_file(ROOT / "ui" / "shell.py", default_timeout=60)


def links(app: AppTest) -> dict[str, str]:
    return {link.proto.label: link.proto.page + "?" + link.proto.query_string for link in app.get("page_link")}


def test_the_first_page_is_synthese_under_the_menu_and_the_banner(shell):
    shell.run()
    assert not shell.exception
    assert [title.value for title in shell.title] == ["Synthèse"]
    assert list(links(shell)) == [entry.title for entry in menu.ENTRIES]
    assert "Données fictives" in "".join(block.proto.body for block in shell.get("html"))


@pytest.mark.parametrize("entry", menu.ENTRIES, ids=lambda entry: entry.title)
def test_every_page_answers(shell, tmp_path, entry):
    shell.run()
    shell.switch_page(str(tmp_path / entry.file)).run()
    assert [title.value for title in shell.title] == [entry.title]


def test_the_links_of_the_menu_carry_the_choices(shell):
    shell.query_params["epci"] = "200067361"
    shell.query_params["autre"] = "ignored"
    shell.run()
    assert {link.split("?")[1] for link in links(shell).values()} == {"epci=200067361"}


def test_every_page_of_the_folder_is_in_the_menu():
    assert {entry.file for entry in menu.ENTRIES} == {path.name for path in (ROOT / "pages").glob("*.py")}
    assert [entry.address for entry in menu.ENTRIES].count("") == 1
