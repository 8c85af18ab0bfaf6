"""Which column is the wish and which the place of the move."""

from tests.etl.contacts.test_recognition import COMMUNES, DAYS, recognised

COLUMNS = {"Premier contact": DAYS, "Installés le": ["", "07/2021", "", "09/2021"]}


def test_a_place_of_the_move_filled_for_those_who_have_not_moved_is_a_wish_and_asked():
    assert recognised(**COLUMNS, **{"S'installe à": COMMUNES})["S'installe à"] == (
        "target_commune_code",
        "likely",
        "near",
    )
    found = recognised(**COLUMNS, **{"S'installe à": COMMUNES, "Commune souhaitée": COMMUNES})
    assert found["S'installe à"] == ("commune_code", "sure", "words")
    found = recognised(**COLUMNS, **{"S'installe à": ["", "Cahors", "", "Gramat"]})
    assert found["S'installe à"] == ("commune_code", "sure", "words")


def test_a_line_of_which_no_first_contact_is_said_tells_nothing_of_it():
    columns = {"Premier contact": ["", "03/05/2021", "", "04/06/2021"], "Installés le": COLUMNS["Installés le"]}
    found = recognised(**columns, **{"S'installe à": ["", "Cahors", "", "Gramat"]})
    assert found["S'installe à"] == ("commune_code", "sure", "words")
