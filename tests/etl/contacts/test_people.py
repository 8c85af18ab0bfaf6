"""Phones, e-mails and names in the one form in which they are compared."""

import pytest

from etl.contacts.people import emails_of, name_of, person, phones_of


@pytest.mark.parametrize(
    "text",
    [
        *("06 12 34 56 78", "0612345678", "06.12.34.56.78", "06-12-34-56-78", "06/12/34/56/78", "612345678"),
        *("+33 6 12 34 56 78", "+33 (0)6 12 34 56 78", "0033612345678", "33612345678", "+330612345678"),
        *("Tél : 06 12 34 56 78", "06 12 34 56 78 (Marie)", "06 12 34 56 78 après 18h", "0612345678.0"),
        *("(0033) 6 12 34 56 78", "rappeler le 03/05 au 06 12 34 56 78", "06 12 34 56 78 (03/05/2021)"),
    ],
)
def test_a_phone_is_the_same_however_written(text):
    assert phones_of(text) == ("+33612345678",)


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("06 12 34 56 78 / 05 65 12 34 56", ("+33612345678", "+33565123456")),
        ("0612345678 ou 0565123456", ("+33612345678", "+33565123456")),
        ("06.12.34.56.78 (Paul) 06.98.76.54.32 (Anne)", ("+33612345678", "+33698765432")),
        ("0612345678 0698765432", ("+33612345678", "+33698765432")),
        ("+33612345678 +33 (0)6 98 76 54 32", ("+33612345678", "+33698765432")),
        ("+33 692 12 34 56", ("+262692123456",)),
        ("+44 020 7946 0958", ("+442079460958",)),
        ("+32 470 12 34 56", ("+32470123456",)),
        ("0262 12 34 56", ("+262262123456",)),
        ("00 44 20 7946 0958", ("+442079460958",)),
        ("06 00 00 00 00", ()),
        ("0000000000", ()),
        ("à demander", ()),
        ("12", ()),
        ("03/05/2021", ()),
        ("", ()),
    ],
)
def test_several_foreign_or_no_phones(text, phones):
    assert phones_of(text) == phones


def test_emails():
    assert emails_of("M.Leveque@Test.fr ; b@test.fr") == ("m.leveque@test.fr", "b@test.fr")
    assert emails_of("mailto:a@test.fr.") == ("a@test.fr",)
    assert emails_of("à demander") == ()


@pytest.mark.parametrize(
    "text", ["Paul.L @Test.fr", "paul.l@ test.fr", "'paul.l@test.fr'", "- paul.l@test.fr", "paul.l (at) test.fr"]
)
def test_an_email_is_the_same_however_written(text):
    assert emails_of(text) == ("paul.l@test.fr",)


@pytest.mark.parametrize(
    "text", ["LÉVÊQUE Marie-Ange", "Mme Marie Ange Leveque", "leveque  marie ange", "Famille LEVEQUE Marie-Ange"]
)
def test_a_name_is_the_same_in_any_order_and_case(text):
    assert name_of(text) == ("ange leveque marie",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("D'ARCY Anne", "Anne Darcy"),
        ("de la Tour Jean", "DE LA TOUR-JEAN"),
        ("Mme DUPONT née MARTIN", "Dupont-Martin"),
        ("DUPONT ép. MARTIN", "Mme MARTIN épouse Dupont"),
        ("M. DUPONT et Mme MARTIN", "MARTIN / DUPONT (2 enfants)"),
        ("Mr & Mrs O'Brien", "Famille OBRIEN"),
        ("Łukasz Søren", "LUKASZ Soren"),
    ],
)
def test_names_that_are_one_however_written(one, other):
    assert name_of(one) == name_of(other) != ()


@pytest.mark.parametrize("text", ["", "?", "M. et Mme", "X", "12"])
def test_what_is_no_name(text):
    assert name_of(text) == ()


def test_a_person_is_all_of_these():
    who = person("06 12 34 56 78", "A@test.fr", "LÉVÊQUE", "Marie")
    assert who == (("+33612345678",), ("a@test.fr",), ("leveque marie",))


def test_an_email_written_under_phone_is_still_one():
    assert person("a@test.fr", "", "", "").emails == ("a@test.fr",)
