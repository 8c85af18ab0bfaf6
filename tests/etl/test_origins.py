"""Where households come from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.origins import Origin, UnknownOrigin, parse_origin
from tests.etl.test_communes import plain


@pytest.mark.parametrize(
    ("text", "departement_code", "country_code"),
    [
        ("75", "75", "FR"),
        ("B-1000 Bruxelles", None, "BE"),
        ("Spain", None, "ES"),
        ("31 - Haute-Garonne", "31", "FR"),
        ("Haute-Garonne (31)", "31", "FR"),
        ("HAUTE GARONNE", "31", "FR"),
        ("31000", "31", "FR"),
        ("31000 Toulouse", "31", "FR"),
        ("Toulouse", "31", "FR"),
        ("Paris (75)", "75", "FR"),
        ("2a", "2A", "FR"),
        ("20200 Bastia", "2B", "FR"),
        ("20000 Ajaccio", "2A", "FR"),
        ("971", "971", "FR"),
        ("97400 Saint-Denis", "974", "FR"),
        ("La Réunion", "974", "FR"),
        ("Région parisienne", None, "FR"),
        ("Rég. parisienne", None, "FR"),
        ("Seine St Denis", "93", "FR"),
        ("Hte-Garonne", "31", "FR"),
        ("Loire Atl.", "44", "FR"),
        ("S. et Marne", "77", "FR"),
        ("dépt du Nord", "59", "FR"),
        ("banlieue de Bordeaux", "33", "FR"),
        ("agglo toulousaine", "31", "FR"),
        ("Toulouse et environs", "31", "FR"),
        ("PARIS 18EME", "75", "FR"),
        ("Brive", "19", "FR"),
        ("nord de Paris", None, "FR"),
        ("Paris 18e", "75", "FR"),
        ("Bordeaux Gironde", "33", "FR"),
        ("Paris XVe", "75", "FR"),
        ("Toulouse métropole", "31", "FR"),
        ("Je vis en Suisse", None, "CH"),
        ("1000 ; Bruxelles", None, "BE"),
        ("Étranger : Canada", None, "CA"),
        ("Ile-de-France", None, "FR"),
        ("France", None, "FR"),
        ("Belgique", None, "BE"),
        ("ROYAUME UNI", None, "GB"),
        ("Angleterre", None, "GB"),
        ("en Suisse", None, "CH"),
        ("Paris 15e", "75", "FR"),
        ("Paris 15", "75", "FR"),
        ("31 impasse des Lilas, 94000 Créteil", "94", "FR"),
        ("Lyon 69003", "69", "FR"),
        ("Région toulousaine", "31", "FR"),
        ("Haute Garone", "31", "FR"),
        ("Belgigue", None, "BE"),
        ("Bruxelles (Belgique)", None, "BE"),
        ("Manchester, Angleterre", None, "GB"),
        ("Toulouse, France", "31", "FR"),
        ("Gramat", "46", "FR"),
        ("Decazeville", "12", "FR"),
        ("Saint-Jean-Lespinasse", "46", "FR"),
    ],
)
def test_origin(text, departement_code, country_code):
    assert parse_origin(text) == Origin(departement_code, country_code)


@pytest.mark.parametrize(
    "text", ["", "99", "chez sa mère", "?", "123456", "Trifouillis-les-Oies", "Paris / Lyon", "31 ou 81", "Saint-Denis"]
)
def test_what_is_no_origin(text):
    with pytest.raises(UnknownOrigin):
        parse_origin(text)


@given(
    st.sampled_from(["Haute-Garonne", "Côtes-d'Armor", "Lot", "Paris", "Pyrénées-Atlantiques", "Territoire de Belfort"])
)
def test_a_departement_in_capitals_without_accents_is_the_same(name):
    assert parse_origin(plain(name).upper()) == parse_origin(name)


@given(st.text(max_size=30))
def test_any_text_is_an_origin_or_refused(text):
    try:
        origin = parse_origin(text)
    except UnknownOrigin:
        return
    assert origin.departement_code or origin.country_code


def test_a_departement_that_lost_its_zero_is_itself():
    assert parse_origin("6") == parse_origin("6000") == Origin("06", "FR")
