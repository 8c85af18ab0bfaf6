"""A name, a phone and an e-mail planted wherever a workbook may hold them: nothing of them stays, nothing is told."""

import logging
import re

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment

from etl.__main__ import main
from etl.names import shown_file_name, without_contact
from store.engine import open_store

NAME, PHONE, EMAIL = "Zacharewicz", "06 87 65 43 21", "zoe.zacharewicz@exemple.fr"
PLANTED = re.compile(rb"zacharew|z\W?a\W?c\W?h\W?a\W?r\W?e\W?w|0?6\W?87\W?65\W?43\W?21|zoe\.|@exemple", re.IGNORECASE)
HEADINGS = [
    *("N° dossier", "Nom", "Téléphone", "Courriel", "Date de premier contact", "Statut", "Commune souhaitée"),
    *("Besoins", "Canal", "Adultes", "Référent", f"Suivi par {NAME}", "Commentaire"),
]
GOOD = [
    "GC-1",
    NAME,
    PHONE,
    EMAIL,
    "03/05/2021",
    "suivi",
    "Cahors",
    "logement",
    "salon",
    2,
    NAME,
    "x",
    f"{NAME} {PHONE}",
]


@pytest.fixture
def workbook(tmp_path):
    """Grand Cahors' follow-up: a good line, then lines with what is personal in the cells of other columns."""
    spreadsheet = Workbook()
    sheet = spreadsheet.active
    sheet.title = f"Famille {NAME}"
    sheet.append([f"Grand Cahors, suivi de {NAME}, {PHONE}, {EMAIL}"])
    sheet.append(HEADINGS)
    sheet.append(GOOD)
    for place, heading in enumerate(HEADINGS[:10]):
        if heading not in ("Nom", "Téléphone", "Courriel"):
            for told in (NAME, PHONE, EMAIL):
                sheet.append([*GOOD[:place], told, *GOOD[place + 1 :]])
                sheet.cell(sheet.max_row, 1).value = told if place == 0 else f"GC-{sheet.max_row}"
    sheet["B3"].comment = Comment(f"Rappeler {NAME} au {PHONE}", NAME)
    hidden = spreadsheet.create_sheet(NAME)
    hidden.append([NAME, PHONE, EMAIL])
    spreadsheet.properties.creator, spreadsheet.properties.title = NAME, f"{NAME} {EMAIL}"
    path = tmp_path / "received" / f"Suivi {NAME} {PHONE}.xlsx"
    path.parent.mkdir()
    spreadsheet.save(path)
    return path


def test_nothing_personal_stays_nor_is_told(workbook, tmp_path, chosen, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    folder = tmp_path / "store"
    with chosen(store=f"sqlite:///{folder / 'store.sqlite'}", secret="a secret for tests"):
        main(["import", str(workbook), "--epci", "200023737", "--yes", "--json"])
        kept = b"".join(path.read_bytes() for path in folder.iterdir())  # its journal is not folded yet
        open_store().dispose()
        kept += b"".join(path.read_bytes() for path in folder.iterdir())
    told = "".join((*capfd.readouterr(), *(record.getMessage() for record in caplog.records)))
    told = told.replace(workbook.name, "")  # whoever gives a file knows its name
    assert b"GC-1" in kept
    assert not PLANTED.findall(kept)
    assert not PLANTED.findall(told.encode())
    assert "ligne" in told


def test_what_is_shown_of_the_file_s_name_is_known_words(workbook):
    assert shown_file_name(workbook.name) == "Suivi ….xlsx"


@pytest.mark.parametrize("told", [EMAIL, PHONE, "687654321", "687 654 321", "+33 6-87-65-43-21"])
def test_no_telephone_nor_email_is_shown_of_a_name(told):
    assert shown_file_name(f"Suivi {told} 2021-2022.xlsx").split() == ["Suivi", "…", "2021-2022.xlsx"]


def test_what_the_programme_writes_of_its_decisions_is_kept_without_a_telephone_nor_an_email():
    assert without_contact(f"Le 31/03/2022, rappeler le {PHONE} ou {EMAIL}, budget 12 000 €").split() == (
        ["Le", "31/03/2022,", "rappeler", "le", "…", "ou", "…,", "budget", "12", "000", "€"]
    )
