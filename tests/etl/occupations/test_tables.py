"""The tables of occupations agree with one another and with the lists of the survey."""

from functools import cache
from pathlib import Path

import pytest

from etl.labour.bmo import read_survey
from etl.occupations import understand, words
from etl.occupations.stems import masculine, tokens
from etl.workbook import read_workbook
from programme.jobs import fap_codes, fap_version, occupations

SURVEYS = Path(__file__).resolve().parents[4] / "shared" / "opendata" / "bmo"
FILES = {2009: "ResMetBE17.xlsx", 2021: "Base_open_data_BMO_2024.xlsx"}
# Jobs that the seven départements had no project for in that year.
ABSENT = {2009: {"A3Z40", "J3Z44", "W0Z91"}, 2021: set()}


@cache
def codes_of_survey(version):
    path = SURVEYS / FILES[version]
    if not path.exists():
        pytest.skip(f"the published survey {path.name} is not beside the project")
    sheets = {sheet.name: sheet.rows for sheet in read_workbook(path).sheets}
    return set(read_survey(sheets, path.name).rows["fap_code"])


def test_every_occupation_has_words_and_every_word_an_occupation():
    spoken = set().union(*words.phrases().values())
    proposed = {code for codes in words.fields().values() for code in codes}

    assert spoken == set(occupations().index)
    assert proposed <= spoken


def test_a_way_to_say_an_occupation_means_one():
    several = {" ".join(sorted(phrase)): codes for phrase, codes in words.phrases().items() if len(codes) > 1}

    assert several == {}


@pytest.mark.parametrize("version", [2009, 2021])
def test_the_jobs_are_those_of_the_survey(version):
    assert set(fap_codes(version).values()) - codes_of_survey(version) - ABSENT[version] == set()


def test_the_list_of_a_year():
    assert (fap_version(2023), fap_version(2024)) == (2009, 2021)
    assert fap_codes(2009)["infirmier"] == "V1Z80"
    assert fap_codes(2021)["infirmier"] == "V1X80"
    assert "militaire_pompier" not in fap_codes(2009)


def test_each_name_of_ours_is_understood_as_itself():
    wrong = {
        code: understand(name)
        for code, name in occupations()["occupation_name"].items()
        if understand(name).kind == "sure" and understand(name).code != code
    }
    assert {code: found.code for code, found in wrong.items() if jobs(found.code) != jobs(code)} == {}


def jobs(code):
    return tuple(occupations().loc[code, ["fap_2009", "fap_2021"]])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("infirmier", "infirmières"),
        ("serveur", "serveuse"),
        ("éducateur", "éducatrices"),
        ("technicien", "technicienne"),
        ("patron", "patronne"),
        ("employé", "employées"),
        ("commercial", "commerciaux"),
        ("sportif", "sportive"),
        ("maître d'école", "maîtresse d'école"),
    ],
)
def test_genders_and_numbers_have_one_form(one, other):
    assert tokens(one) == tokens(other)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("infirmier(e)", "infirmier"),
        ("infirmier.ère.s", "infirmier"),
        ("technicien·ne", "technicien"),
        ("vendeur(euse) polyvalent(e)", "vendeur polyvalent"),
        ("sage-femme", "sage-femme"),
        ("plombier/chauffagiste", "plombier/chauffagiste"),
    ],
)
def test_inclusive_writing_is_taken_off(text, plain):
    assert masculine(text) == plain
