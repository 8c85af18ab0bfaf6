"""Every problem has its sentence, which names the place and never quotes a cell."""

import string

import pytest

from etl.contacts.messages import SENTENCES, problem, unknown_occupations


@pytest.mark.parametrize("code", SENTENCES)
def test_each_sentence_says_where_and_what_to_do(code):
    told = problem(code, "Suivi", 27, "D", "first_contact_date")
    assert told.message.startswith("Feuille « Suivi », ligne 27, cellule D27 : ")
    assert told.message.endswith(".")
    assert "{" not in told.message


@pytest.mark.parametrize("sentence", SENTENCES.values())
def test_a_sentence_has_no_place_for_what_the_cell_holds(sentence):
    assert {name for _, name, _, _ in string.Formatter().parse(sentence) if name} <= {"name", "choices", "candidates"}


def test_the_words_that_can_be_chosen_are_those_of_the_closed_list():
    assert "« Contact », « Suivi », « Visite », « Installé »" in problem("unknown_label", "", 3, "B", "status").message
    assert problem("unknown_label", "", 3, "B", "has_doctor").message == (
        "Ligne 3, cellule B3 : la colonne « médecin traitant » contient un mot qui n'est pas connu. "
        "Écrivez « oui » ou « non »."
    )


def test_a_doubtful_occupation_is_told_with_those_it_may_be():
    told = problem("doubtful_occupation:macon tailleur_de_pierre", "Suivi", 27, "D", "occupation_code")
    assert told.code == "doubtful_occupation"
    assert told.message.endswith("Précisez-le, par exemple « Maçon » ou « Tailleur de pierre ».")


def test_unknown_occupations_are_told_once():
    assert unknown_occupations(0) == []
    (told,) = unknown_occupations(12)
    assert told.message.startswith("12\u00a0métiers ne sont pas reconnus : ces foyers sont gardés, sans métier.")
