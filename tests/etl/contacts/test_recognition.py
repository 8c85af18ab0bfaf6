"""Which field each column is, how that was recognised, and how sure it is."""

import pytest

from etl.contacts.headings import Heading
from etl.contacts.labels import Lexicon
from etl.contacts.recognition import recognise_columns

DAYS = ["03/05/2021", "04/06/2021", "5 juillet 2021", "06/2021"]
COMMUNES = ["Figeac", "Cahors", "Gourdon", "Gramat"]
STATUSES = ["suivi", "installé", "abandon", "suivi"]
NAMES = ["Lévêque", "Martin", "Durand", "Petit"]


def recognised(**columns: list[str]):
    """Heading -> (field, certainty, how)."""
    headings = tuple(Heading(heading) for heading in columns)
    texts = list(columns.values())
    found = recognise_columns(headings, list(range(len(texts))), texts.__getitem__, Lexicon(), lambda _heading: None)
    return {column.heading: (column.field, str(column.certainty), column.how) for column in found}


def test_words_that_contents_confirm_are_sure():
    assert recognised(**{"Premier contact": DAYS, "Statut": STATUSES, "Commune souhaitée": COMMUNES, "Nom": NAMES}) == {
        "Premier contact": ("first_contact_date", "sure", "words"),
        "Statut": ("status", "sure", "words"),
        "Commune souhaitée": ("target_commune_code", "sure", "words"),
        "Nom": ("person_name", "sure", "words"),
    }


def test_contents_settle_a_heading_of_several_meanings():
    assert recognised(Situation=["salarié", "retraité", "télétravail"])["Situation"][0] == "profile"
    assert recognised(Origine=["75", "31 - Haute-Garonne", "Belgique", "Lille"])["Origine"][0] == "origin"


@pytest.mark.parametrize("texts", [NAMES, COMMUNES, STATUSES])
def test_a_column_that_holds_no_date_is_no_date(texts):
    assert recognised(**{"Date d'installation": texts})["Date d'installation"][0] != "installation_date"


def test_one_bad_cell_of_few_does_not_unsettle_a_heading():
    assert recognised(**{"Date d'installation": ["bientôt"]})["Date d'installation"][:2] == (
        "installation_date",
        "sure",
    )


def test_what_only_contents_tell_is_asked():
    assert recognised(Machin=DAYS, Truc=STATUSES, Bidule=COMMUNES) == {
        "Machin": ("first_contact_date", "likely", "contents"),
        "Truc": ("status", "likely", "contents"),
        "Bidule": ("target_commune_code", "likely", "contents"),
    }


def test_a_second_date_that_no_words_tell_is_never_a_move():
    assert recognised(**{"Premier contact": DAYS, "Machin": DAYS})["Machin"] == (None, "unknown", "")


def test_phones_and_emails_are_told_by_their_form_so_that_they_serve_as_keys():
    columns = {"A": ["06 12 34 56 78", "05 65 12 34 56"], "B": ["a@test.fr", "b@test.fr"]}
    assert recognised(**columns) == {"A": ("phone", "sure", "contents"), "B": ("email", "sure", "contents")}


def test_words_near_enough_are_asked_when_contents_agree():
    assert recognised(**{"Ville cible": COMMUNES})["Ville cible"] == ("target_commune_code", "likely", "near")
    assert recognised(**{"Ville cible": NAMES})["Ville cible"][0] is None


def test_a_field_goes_to_one_column_and_the_other_takes_its_next_meaning():
    found = recognised(**{"Premier contact": DAYS, "Date": DAYS})
    assert [field for field, *_ in found.values()] == ["first_contact_date", None]


def test_a_column_never_shows_what_it_holds():
    [column] = recognise_columns((Heading("Mme Lévêque"),), [0], lambda _place: NAMES, Lexicon(), lambda _heading: None)
    assert column.examples == ("Lévêque", "Martin", "Durand")
    assert "Lévêque" not in repr(column)
    assert column.letter == "A"


def test_the_date_of_a_stage_stands_to_its_right():
    ticks = ["oui", "non", "oui", "oui"]
    found = recognised(**{"Premier contact": DAYS, "Installés ?": ticks, "Quand ?": DAYS})
    assert found["Quand ?"] == ("installation_date", "likely", "near")
    found = recognised(**{"Premier contact": DAYS, "Statut": STATUSES, "Quand ?": DAYS})
    assert found["Quand ?"] == ("status_date", "likely", "near")
    assert recognised(**{"Premier contact": DAYS, "Nom": NAMES, "Quand ?": DAYS})["Quand ?"][0] is None


def test_a_doctor_among_needs_is_a_need():
    ticks = ["oui", "non", "oui", "oui"]
    found = recognised(Logement=ticks, Médecin=ticks, Emploi=ticks)
    assert [field for field, *_ in found.values()] == ["need:logement", "need:sante", "need:emploi"]
    assert recognised(Médecin=ticks)["Médecin"][0] == "has_doctor"


def test_a_column_a_month_is_no_field():
    months = {key: ["suivi", "installé", "suivi", "abandon"] for key in ("janv-21", "févr-21", "mars-21")}
    found = recognised(**{"Premier contact": DAYS, **months})
    assert [found[month] for month in months] == [(None, "unknown", "")] * 3


def test_a_composition_is_told_by_its_contents():
    assert recognised(Machin=["2 ad./1 enf.", "1 ad.", "2A 3E"])["Machin"] == ("composition", "likely", "contents")
    assert recognised(Machin=["2", "1", "4"])["Machin"][0] is None


def test_a_town_and_its_postal_code_tell_one_origin():
    found = recognised(
        **{"Premier contact": DAYS, "Code postal actuel": ["31000", "75011", "59000", "1000"]},
        **{
            "Ville actuelle": ["Toulouse", "Paris", "Lille", "Bruxelles"],
            "Origine": ["Lyon", "Nantes", "Brest", "Nice"],
        },
    )
    assert [field for field, _, _ in found.values()].count("origin") == 2


def test_a_bare_place_beside_the_move_is_where_they_moved_to():
    moves, communes = ["", "07/2021", "", "09/2021"], ["", "Cahors", "", "Gramat"]
    columns = {"Premier contact": DAYS, "Installés le": moves, "Commune": communes}
    assert recognised(**columns)["Commune"] == ("commune_code", "likely", "near")
    found = recognised(**columns, **{"Secteur visé": COMMUNES})
    assert [found[name] for name in ("Commune", "Secteur visé")] == [
        ("commune_code", "sure", "words"),
        ("target_commune_code", "sure", "words"),
    ]
    assert recognised(**{**columns, "Commune": COMMUNES})["Commune"][0] == "target_commune_code"


def test_of_two_statuses_the_one_that_tells_most_is_read():
    found = recognised(**{"Statut": ["nouveau", "clos", "clos", "clos"], "Étape du projet": STATUSES})
    assert found == {"Statut": (None, "unknown", ""), "Étape du projet": ("status", "sure", "words")}


def test_a_status_may_have_a_column_a_year():
    years = recognised(**{"Statut 2021": STATUSES, "Statut 2022": STATUSES})
    assert [field for field, _, _ in years.values()] == ["status", "status"]


def test_the_day_of_a_record_is_asked_and_gives_way_to_a_contact():
    assert recognised(**{"Créé le": DAYS})["Créé le"] == ("first_contact_date", "likely", "part")
    found = recognised(**{"Créé le": DAYS, "Premier contact": DAYS})
    assert [field for field, _, _ in found.values()] == [None, "first_contact_date"]


def test_what_families_are_may_be_how_many_they_are():
    found = recognised(Nom=NAMES, Famille=["couple + 2 enf.", "couple", "1 adulte + 1 enf.", "couple + 1 enf."])
    assert found == {"Nom": ("person_name", "sure", "words"), "Famille": ("composition", "sure", "words")}
    assert recognised(Famille=NAMES)["Famille"][0] == "person_name"


def test_days_whose_year_stands_elsewhere_are_days():
    found = recognised(**{"Contact le": ["28 février", "1er mars", "3 avril", "12 mai"]})
    assert found["Contact le"] == ("first_contact_date", "sure", "words")


def test_a_stay_may_be_a_holiday_and_is_no_stage():
    ticks = ["O", "N", "O", "N"]
    found = recognised(**{"Premier contact": DAYS, "Nom": NAMES, "Séjour (O/N)": ticks, "Visite (O/N)": ticks})
    assert found["Visite (O/N)"][0] == "stage:visite"
    assert found["Séjour (O/N)"][0] != "stage:visite"


def test_a_word_that_comes_again_and_again_unsettles_a_heading():
    said = ["zorg", "bulg"] * 4
    names = [f"Lévêque{number}" for number in range(8)]
    found = recognised(**{"Nom": names, "Premier contact": DAYS * 2, "Situation": said, "Statut": STATUSES * 2})
    assert found["Situation"] == ("profile", "likely", "words")
    assert recognised(Situation=["zorg"])["Situation"] == ("profile", "sure", "words")


def test_an_age_a_child_has_a_column_each():
    ages = {"Âge enf. 1": ["4", "10", "", "2"], "Âge enf. 2": ["7", "", "", "5"]}
    found = recognised(**{"Nom": NAMES, "Premier contact": DAYS}, **ages)
    assert [found[name][0] for name in ages] == ["children_ages"] * 2
    found = recognised(**{"Nom": NAMES, "Âges des enfants": ["4", "10", "", "2"], "Âge enfants": ["7", "", "", "5"]})
    assert [column[0] for column in found.values()].count("children_ages") == 1


def test_a_situation_on_a_day_is_the_status():
    assert recognised(**{"Premier contact": DAYS, "Situation au 31/12/2021": STATUSES})["Situation au 31/12/2021"] == (
        "status",
        "sure",
        "words",
    )


def test_what_only_cells_tell_has_no_name_in_words():
    found = recognised(**{"Premier contact": DAYS, "Mois": ["mai", "juin", "juillet", "juin"]})
    assert found["Mois"] == (None, "unknown", "")
