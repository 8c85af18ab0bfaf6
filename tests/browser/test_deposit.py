"""A référent drops her file as it is: what was understood, her corrections, and the import."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import served
from tests.etl.making import write_xlsx

HEADINGS = ["N° dossier", "Famille", "Tél", "Date de premier contact", "Blabla zz", "Ville visée", "Canal"]
LINES = [
    [f"Z-{n}", f"ZORGLUB Anne{n}", f"06 39 98 00 0{n}", f"0{n}/01/2022", status, "Cahors", channel]
    for n, (status, channel) in enumerate(
        [("suivi", "Salon"), ("visite", "Presse"), ("abandon", "Xyrplo"), ("suivi", "Salon"), ("suivi", "Xyrplo")], 1
    )
]
READ_WITHIN = 60_000


@pytest.fixture
def empty_address(tmp_path: Path) -> Iterator[str]:
    """The product served on a store that holds nothing yet; its uploads go under tmp_path."""
    (tmp_path / "tmp").mkdir()
    own = {
        "OHMYLOT_STORE": f"sqlite:///{tmp_path / 'own.sqlite'}",
        "OHMYLOT_SECRET": "a secret for tests",
        "TMPDIR": str(tmp_path / "tmp"),
    }
    with served(os.environ | own) as address:
        yield address


def drop(page: Page, *paths: Path) -> None:
    page.locator("input[type=file]").set_input_files(paths)


def choose(page: Page, label: re.Pattern, option: str) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("combobox", name=label).fill(option)
    page.get_by_role("option", name=option, exact=True).click()


def test_an_unknown_layout_is_settled_once(empty_address, visit, tmp_path) -> None:
    page = visit(f"{empty_address}/donnees")
    expect(page.locator("h1")).to_have_text("Par où commencer ?")
    drop(page, write_xlsx(tmp_path / "Quercy Blanc ZORGLUB.xlsx", {"Suivi": [HEADINGS, *LINES]}))
    table = page.get_by_role("table", name=re.compile("Suivi"))
    expect(table).to_contain_text("suivi · visite · abandon", timeout=READ_WITHIN)
    expect(table).to_contain_text("à confirmer, d'après son contenu")
    expect(page.get_by_text("Aucune colonne n'est comprise comme")).to_be_visible()
    assert "Anne1" not in page.content()
    assert "39 98 00" not in page.content()
    choose(page, re.compile("Xyrplo"), "Réseaux sociaux")
    page.get_by_role("button", name="Relire avec ces choix").click()
    page.get_by_role("button", name="Confirmer et importer").click(timeout=READ_WITHIN)
    expect(page.get_by_text(re.compile(r"ZORGLUB\.xlsx : importé"))).to_be_visible(timeout=READ_WITHIN)

    page.reload()
    expect(page.locator("h1")).to_have_text("Que sait-on, et depuis quand ?")
    more = [*LINES, ["Z-6", "ZORGLUB Luc", "", "06/01/2022", "suivi", "Cahors", "Xyrplo"]]
    drop(page, write_xlsx(tmp_path / "Quercy Blanc suite.xlsx", {"Suivi": [HEADINGS, *more]}))
    expect(page.get_by_text(re.compile(r"suite\.xlsx : prêt à importer"))).to_be_visible(timeout=READ_WITHIN)
    expect(page.get_by_text("+1 foyer")).to_be_visible()
    expect(page.get_by_text("Mots inconnus")).to_have_count(0)
    page.get_by_role("button", name="Importer", exact=True).click()
    expect(page.get_by_text(re.compile(r"suite\.xlsx : importé"))).to_be_visible(timeout=READ_WITHIN)
    assert not [path for path in (tmp_path / "tmp").rglob("*.xlsx")]
    assert "ZORGLUB" not in (tmp_path / "own.sqlite").read_bytes().decode("latin-1")
