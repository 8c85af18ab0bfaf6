"""A whole workbook: what it says, whose it is, when it was drawn up."""

from dataclasses import replace
from datetime import date

import pytest

from etl.contacts.reader import read_contacts, recognises
from etl.problems import RefusedFile
from etl.workbook import Sheet, Workbook

CAHORS, FIGEAC = "200023737", "200067361"
HEADINGS = ["N° dossier", "Premier contact", "Statut", "Commune"]


def workbook(*rows, name="suivi.xlsx", sheet="Suivi"):
    return Workbook(name, [Sheet(sheet, [list(row) for row in rows])])


def line(number, commune):
    return [str(number), "03/05/2021", "suivi", commune]


@pytest.mark.parametrize(
    "named",
    [
        workbook(HEADINGS, line(1, "Figeac"), name="Grand Cahors.xlsx"),
        workbook(HEADINGS, line(1, "Figeac"), sheet="Grand Cahors"),
        workbook(["Accueil du Grand Cahors"], HEADINGS, line(1, "Figeac")),
        workbook([*HEADINGS, "EPCI"], [*line(1, "Figeac"), "Grand Cahors"]),
    ],
    ids=["file", "sheet", "title", "column"],
)
def test_the_epci_that_a_workbook_names(named):
    reading = read_contacts(named)
    assert (reading.epci_code, reading.is_epci_sure) == (CAHORS, True)


def test_an_epci_not_named_is_guessed_from_the_communes_and_said_unsure():
    reading = read_contacts(workbook(HEADINGS, line(1, "Figeac"), line(2, "Capdenac-Gare"), line(3, "Cahors")))
    assert (reading.epci_code, reading.is_epci_sure) == (FIGEAC, False)


def test_the_person_who_imports_has_the_last_word():
    reading = read_contacts(workbook(HEADINGS, line(1, "Figeac"), name="Grand Cahors.xlsx"), FIGEAC)
    assert (reading.epci_code, reading.is_epci_sure) == (FIGEAC, True)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Situation arrêtée au 31/03/2022", date(2022, 3, 31)),
        ("ÉTAT AU 31 MARS 2022", date(2022, 3, 31)),
        ("mise à jour du 1er avril 2022", date(2022, 4, 1)),
        ("arrêté au 31/02/2022", None),
        ("Depuis 2019", None),
    ],
)
def test_the_date_at_which_it_was_drawn_up(title, day):
    assert read_contacts(workbook([title], HEADINGS, line(1, "Figeac"))).drawn_up_date == day


def test_a_fictional_workbook_says_so():
    assert read_contacts(workbook(["données fictives"], HEADINGS, line(1, "Figeac"))).is_fictional
    assert not read_contacts(workbook(["données"], HEADINGS, line(1, "Figeac"))).is_fictional


def test_lines_read_are_households_and_rejected_lines():
    reading = read_contacts(workbook(HEADINGS, line(1, "Figeac"), ["2", "31/02/2021", "", ""], ["Total", "2", "", ""]))
    assert (reading.read_count, len(reading.content.households), len(reading.left_out)) == (2, 1, 1)


def test_no_heading_is_refused_with_what_was_expected():
    strange = workbook(["Recette"], ["farine", "oeufs", "lait"])
    assert not recognises(strange)
    with pytest.raises(RefusedFile) as refused:
        read_contacts(strange)
    assert refused.value.problem.code == "no_header"
    assert "il était attendu une ligne d'en-têtes" in refused.value.problem.message


def test_nothing_that_says_whose_it_is_is_refused():
    with pytest.raises(RefusedFile) as refused:
        read_contacts(workbook(HEADINGS, line(1, "")))
    assert refused.value.problem.code == "unknown_epci"


def test_colours_that_could_not_be_looked_at_are_told():
    unseen = replace(workbook(HEADINGS, line(1, "Figeac"), name="Grand Cahors.xls"), is_looked_at=False)
    [told] = read_contacts(unseen).content.told
    assert told.code == "not_looked_at"
    assert told.message.startswith("Les couleurs, les textes barrés et les lignes masquées de ce classeur n'ont pas pu")


def test_households_without_a_status_are_told_where_no_column_is_the_status():
    headings = ["N° dossier", "Premier contact", "Installé le", "Commune"]
    lines = [["1", "03/05/2021", "", "Cahors"], ["2", "03/05/2021", "06/2021", "Cahors"], ["3", "03/05/2021", "", ""]]
    [told] = read_contacts(workbook(headings, *lines, name="Grand Cahors.xlsx")).content.told
    assert told.code == "no_status"
    assert told.message.startswith("Feuille « Suivi » : des foyers (2) n'ont pas de statut : aucune colonne ne le dit")
    said = workbook(HEADINGS, line(1, "Cahors"), ["2", "03/05/2021", "", "Cahors"], name="Grand Cahors.xlsx")
    assert read_contacts(said).content.told == []
