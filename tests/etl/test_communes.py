"""Commune names in every way that people write them."""

import re
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.communes import AmbiguousCommune, UnknownCommune, codes_are_postal, parse_commune
from programme import territory

COMMUNES = list(territory.communes().itertuples())
FORMER = list(territory.former_communes().itertuples())


def plain(name: str) -> str:
    name = name.replace("œ", "oe").replace("Œ", "Oe")
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


NAMES = {plain(row.commune_name).casefold() for row in COMMUNES}


def postal(row) -> str:
    return row.postal_codes.split()[0]


STYLES = {
    "official": lambda name, row: name,
    "upper": lambda name, row: name.upper(),
    "capitals without accents": lambda name, row: plain(name).upper(),
    "lower without dashes": lambda name, row: plain(name).lower().replace("-", " "),
    "spaces": lambda name, row: name.replace("-", " ").replace("'", " "),
    "curly apostrophe": lambda name, row: name.replace("'", "’"),
    "St": lambda name, row: re.sub(r"\bSaint(e?)\b", r"St\1", name),
    "St.": lambda name, row: re.sub(r"\bSaint(e?)-", r"St\1. ", name),
    "postal code before": lambda name, row: f"{postal(row)} {name}",
    "postal code after": lambda name, row: f"{name} {postal(row)}",
    "postal code in brackets": lambda name, row: f"{name} ({postal(row)})",
    "departement": lambda name, row: f"{name} ({row.departement_code})",
    "article dropped": lambda name, row: re.sub(r"^(Le |La |Les |L')", "", name),
    "article behind": lambda name, row: re.sub(r"^(Le|La|Les) (.*)", r"\2 (\1)", name),
    "INSEE code": lambda name, row: row.Index,
    "spaces around": lambda name, row: f"  {name} ",
}


@pytest.mark.parametrize("style", STYLES)
def test_every_commune_comes_back_however_it_is_written(style):
    read = {row.Index: parse_commune(STYLES[style](row.commune_name, row), row.epci_code) for row in COMMUNES}
    assert {code for code, found in read.items() if found != code} == set()


def test_a_merged_commune_is_its_present_one():
    read = {row.former_name: parse_commune(row.Index) for row in FORMER}
    assert read == {row.former_name: row.commune_code for row in FORMER}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Pern", "46172"),
        ("Le Vigan", "46334"),
        ("Bagnac", "46015"),
        ("St-Cirq-Lapopie", "46256"),
        ("Cahors cedex", "46042"),
        ("figeac", "46102"),
        ("Gourdn", "46127"),
        ("Frayssinet le G.", "46114"),
        ("Villeneuve d'Aveyron", "12301"),
        ("19031", "19031"),
    ],
)
def test_names_in_daily_use(text, code):
    assert parse_commune(text) == code


@pytest.mark.parametrize("text", ["", "?", "Roquebrumeuse", "Atlantide", "46999", "vers le nord", "Marie", "46"])
def test_what_is_no_commune(text):
    with pytest.raises(UnknownCommune):
        parse_commune(text)


def test_a_name_borne_by_several_is_asked_and_not_guessed():
    with pytest.raises(AmbiguousCommune) as asked:
        parse_commune("Saint-Jean")
    assert {"46270", "46339"} <= set(asked.value.args)


def test_a_name_of_elsewhere_that_may_be_a_slip_of_ours_is_asked():
    with pytest.raises(AmbiguousCommune) as asked:
        parse_commune("Arnac", territory.communes().at["46214", "epci_code"])
    assert asked.value.args == ("15011", "46012", "46214")
    assert parse_commune("Arnac (15)") == "15011"


def test_the_epci_settles_a_name_borne_by_several():
    assert parse_commune("Saint-Denis", territory.communes().at["46265", "epci_code"]) == "46265"


def test_homonyms_present_and_former_are_settled_by_epci_then_postal_code():
    quercy_blanc, ouest_aveyron = (territory.communes().at[code, "epci_code"] for code in ("46201", "12217"))
    assert parse_commune("Sainte-Croix", quercy_blanc) == "46201"
    assert parse_commune("Sainte-Croix", ouest_aveyron) == "12217"
    assert parse_commune("46800 Sainte-Croix", ouest_aveyron) == "46201"
    assert parse_commune("Sainte-Croix") == "12217"


@given(st.sampled_from(COMMUNES), st.data())
def test_a_letter_missing_or_wrong_never_gives_another_commune(row, data):
    name = row.commune_name
    at = data.draw(st.integers(0, len(name) - 1))
    typed = name[:at] + data.draw(st.sampled_from(("", "z"))) + name[at + 1 :]
    try:
        found = parse_commune(typed, row.epci_code)
    except (UnknownCommune, AmbiguousCommune):
        return
    assert found == row.Index or plain(typed).casefold() in NAMES


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Brive-la-Gaillarde (19)", "19031"),
        ("BRIVE (19)", "19031"),
        ("19100 Brive", "19031"),
        ("Montauban", "82121"),
        ("Toulouse", "31555"),
        ("Sarlat-la-Canéda (24)", "24520"),
        ("Villeneuve (12)", "12301"),
        ("2A004", "2A004"),
    ],
)
def test_communes_outside_the_lot(text, code):
    assert parse_commune(text) == code


@pytest.mark.parametrize("text", ["Cahors (75)", "Trifouillis (33)", "99999"])
def test_a_departement_that_contradicts_the_name_is_not_passed_over(text):
    with pytest.raises(UnknownCommune):
        parse_commune(text)


@pytest.mark.parametrize("text", ["Cahors ou Figeac", "Cahors / Figeac", "Figeac, Cahors", "Figeac et Capdenac-Gare"])
def test_several_communes_are_asked(text):
    with pytest.raises(AmbiguousCommune):
        parse_commune(text)


def test_the_same_commune_said_twice_is_itself():
    assert parse_commune("Le Vigan / Le Vigan-en-Quercy") == "46334"


@pytest.mark.parametrize("text", ["secteur de Figeac", "Figeac et alentours", "Commune de Figeac", "Figeac (environs)"])
def test_around_a_commune_is_that_commune_where_a_wish_is_said(text):
    assert parse_commune(text, is_around=True) == "46102"


def test_around_a_commune_is_not_where_somebody_settled():
    with pytest.raises(UnknownCommune):
        parse_commune("secteur de Figeac")


def test_a_bare_number_is_an_insee_code_unless_said_postal():
    assert parse_commune("46100") == "46100"
    with pytest.raises(AmbiguousCommune):
        parse_commune("46100", is_postal=True)
    assert parse_commune("46000", is_postal=True) == "46042"


@given(st.text(max_size=30))
def test_any_text_is_a_commune_or_refused(text):
    with suppress(UnknownCommune, AmbiguousCommune):
        assert re.fullmatch(r"\d[\dAB]\d{3}", parse_commune(text))


def test_the_bare_numbers_of_a_column_tell_each_other_s_kind():
    assert codes_are_postal(["46042", "46090"]) is False  # 46042 is no postal code
    assert codes_are_postal(["46000", "46090"]) is True  # 46000 is no commune
    assert codes_are_postal(["46090", "Cahors"]) is None


def test_a_number_that_may_be_both_is_asked():
    with pytest.raises(AmbiguousCommune):
        parse_commune("46090", is_postal=None)
    assert parse_commune("46090") == "46090"
    assert parse_commune("46000", is_postal=None) == "46042"
