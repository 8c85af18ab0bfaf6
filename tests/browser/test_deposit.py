"""A référent drops her file as it is: what was understood, her corrections, and the import."""

import io
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, TimeoutError, expect

from tests.browser.conftest import served
from tests.etl.making import write_xlsx

HEADINGS = ["N° dossier", "Famille", "Tél", "Date de premier contact", "Blabla zz", "Ville visée", "Canal"]
LINES = [
    [f"Z-{n}", "ZORGLUB Anne", f"06 39 98 00 0{n}", f"0{n}/01/2022", status, "Cahors", channel]
    for n, (status, channel) in enumerate(
        [("suivi", "Salon"), ("visite", "Presse"), ("abandon", "Xyrplo"), ("suivi", "Salon"), ("suivi", "Xyrplo")], 1
    )
]
READ_WITHIN, LIST_WITHIN, TRIES = 60_000, 10_000, 4


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


@pytest.fixture(scope="module")
def demo_address(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product served on its own copy of the demo, which may be changed."""
    path = tmp_path_factory.mktemp("own") / "own.sqlite"
    theirs = sqlite3.connect(environment["OHMYLOT_STORE"].removeprefix("sqlite:///"))
    with closing(theirs), closing(sqlite3.connect(path)) as mine:
        theirs.backup(mine)
    with served(environment | {"OHMYLOT_STORE": f"sqlite:///{path}"}) as address:
        yield address


def downloaded(page: Page, button: str):
    """The workbook that a button gives."""
    with page.expect_download(timeout=READ_WITHIN) as given:
        page.get_by_role("button", name=button).click()
    return openpyxl.load_workbook(io.BytesIO(given.value.path().read_bytes()))


def drop(page: Page, *paths: Path) -> None:
    page.locator("input[type=file]").set_input_files(paths)


def choose(page: Page, label: re.Pattern, option: str) -> None:
    """Opens the list and picks, again where the page was drawn anew meanwhile and closed the list."""
    box = page.get_by_role("combobox", name=label)
    for _ in range(TRIES):
        expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
        box.click()
        box.fill(option)
        with suppress(TimeoutError):
            page.get_by_role("option", name=option, exact=True).click(timeout=LIST_WITHIN)
            return
    raise AssertionError(f"« {option} » could not be picked")


def test_an_unknown_layout_is_settled_once(empty_address, visit, tmp_path) -> None:
    page = visit(f"{empty_address}/donnees")
    expect(page.locator("h1")).to_have_text("Par où commencer ?")
    drop(page, write_xlsx(tmp_path / "Quercy Blanc ZORGLUB.xlsx", {"Suivi": [HEADINGS, *LINES]}))
    table = page.get_by_role("table", name=re.compile("Suivi"))
    expect(table).to_contain_text("suivi · visite · abandon", timeout=READ_WITHIN)
    expect(table).to_contain_text("à confirmer, d'après son contenu")
    expect(page.get_by_text("Aucune colonne n'est comprise comme")).to_be_visible()
    assert "ZORGLUB Anne" not in page.content()
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


def test_a_pair_is_settled_and_an_import_taken_back(demo_address, visit) -> None:
    page = visit(f"{demo_address}/donnees")
    expect(page.get_by_text("Ces deux dossiers ont le même téléphone.")).to_be_visible()
    page.get_by_role("button", name="Deux foyers").click()
    expect(page.get_by_text("Aucune paire n'est à trancher.")).to_be_visible(timeout=READ_WITHIN)
    page.get_by_text("Annuler un import").click()
    choose(page, re.compile("^Import$"), "Quercy Blanc arrivants.xlsx, reçu le 31/03/2022 (Quercy Blanc)")
    page.get_by_text("Oui, annuler cet import").click()
    page.get_by_role("button", name="Annuler l'import").click()
    expect(page.get_by_text(re.compile("Import annulé : Quercy Blanc arrivants.xlsx"))).to_be_visible(
        timeout=READ_WITHIN
    )


def test_the_blank_workbook_and_the_annotated_copy_are_given(demo_address, visit, tmp_path) -> None:
    page = visit(f"{demo_address}/donnees")
    blank = downloaded(page, "Télécharger le modèle (Excel)")
    assert blank.sheetnames == ["Mode d'emploi", "Suivi", "Listes", "_ohmylot"]
    lines = [[*LINES[0][:3], "31/02/2022", *LINES[0][4:]], *LINES[1:]]
    drop(page, write_xlsx(tmp_path / "Quercy Blanc.xlsx", {"Suivi": [HEADINGS, *lines]}))
    expect(page.get_by_text(re.compile(r"Quercy Blanc\.xlsx : à confirmer"))).to_be_visible(timeout=READ_WITHIN)
    copy = downloaded(page, "Télécharger ce classeur annoté")
    assert copy["Suivi"]["D2"].comment is not None
    said = [cell.value for row in copy.worksheets[0].iter_rows() for cell in row]
    assert "lignes lues, 4 acceptées, 1 à corriger" in str(said)
