"""The headings that the survey had from one year to the next, as its files or their users have written them."""

import pytest

from etl.labour.bmo import read_survey

CELLS = {
    "annee": "",
    "region": "76",
    "region_name": "OCCITANIE",
    "departement": "46",
    "departement_name": "LOT",
    "bassin": 7601,
    "bassin_name": "CAHORS",
    "job": "S2Z61",
    "job_name": "Serveurs de cafés, de restaurants",
    "family": "V",
    "family_name": "Vente, tourisme et services",
    "met": "236,92",
    "xmet": "*",
    "smet": 7,
    "more": "",
}
OLD_PLACES = ["annee", "bassin", "bassin_name"]
OLD_JOB = ["family", "family_name", "job", "job_name", "departement", "departement_name"]
FIGURES, REGION = ["met", "xmet", "smet"], ["region", "region_name"]
OLD_ORDER = [*OLD_PLACES, *OLD_JOB, *FIGURES, *REGION]
NEW_ORDER = ["annee", "job", "job_name", "family", "family_name", *REGION, "departement", "departement_name"]
NEW_ORDER += ["bassin", "bassin_name"]
OLD_WORDS = "annee BE{0} NOMBE{0} Famille_met Lbl_fam_met metier nommetier Dept NomDept met xmet smet REG NOM_REG"
LONG_WORDS = [
    *("annee", "BE{0}", "NOMBE{0}", "Famille_metier", "Libellé de famille de métier", "code métier BMO "),
    *("nom_metier BMO", "Dept", "NomDept", "met", "xmet", "smet", "REG", "NOM_REG"),
]
NEW_WORDS = ["annee", "Code métier BMO", "Nom métier BMO", "Famille_met", "Lbl_fam_met"]
NEW_PLACES = ["REG", "NOM_REG", "Dept", "NomDept", "BE{0}", "NOMBE{0}"]
SPELT_OUT = [
    *("Année", "Code Métier BMO", "Nom Métier BMO", "Code Famille Métier", "Label Famille Métier"),
    *("Code bassin emploi", "Nom du bassin emploi", "Numero de Département", "Nom du Département"),
    *("code région INSEE", "Nom de la Région", "Nombre de projet de recrutement"),
    *("Nombre de projet de recrutement jugés difficile", "Nombre de projet de recrutement saisonniers"),
]
PLURALS = [
    *("Année", "Codes métiers BMO", "Noms métiers BMO", "Codes familles", "Libellés familles", "Régions"),
    *("Noms régions", "Départements", "Noms départements", "BE{0}", "NOMBE{0}", "Projets de recrutement"),
    *("Projets difficiles", "Projets saisonniers", "% difficiles"),
]
PLACES_FIRST = ["bassin", "bassin_name", "departement", "departement_name", *REGION]

LAYOUTS = {
    2015: ([*OLD_ORDER, "more"], [*OLD_WORDS.split(), "NORMAL"]),
    2016: (OLD_ORDER, OLD_WORDS.split()),
    2018: (OLD_ORDER, LONG_WORDS),
    2019: (OLD_ORDER, LONG_WORDS),
    2020: (OLD_ORDER, OLD_WORDS.split()),
    2021: ([*NEW_ORDER, *FIGURES], [*NEW_WORDS, *NEW_PLACES, "met", "xmet", "smet"]),
    2022: (
        [*NEW_ORDER[:5], *PLACES_FIRST, *FIGURES],
        [*NEW_WORDS, "BE{0}", "NOMBE{0}", "Dept", "NomDept", "REG", "NOM_REG", "met", "xmet", "smet"],
    ),
    2023: ([*NEW_ORDER[:5], *PLACES_FIRST, *FIGURES], SPELT_OUT),
    2025: ([*NEW_ORDER, *FIGURES], [*NEW_WORDS, *NEW_PLACES, "met", "xmet", "smet"]),
    2027: ([*NEW_ORDER, *FIGURES, "more"], PLURALS),
    2028: ([*NEW_ORDER, *FIGURES, "more"], [*NEW_WORDS, *NEW_PLACES, "met", "xmet", "smet", "% xmet"]),
    2026: ([*NEW_ORDER, "more", *FIGURES], [*NEW_WORDS, *NEW_PLACES, "clpe", "MET", "Xmet ", "SMET"]),
}


@pytest.mark.parametrize("year", LAYOUTS)
def test_each_year_s_layout_gives_the_same_row(year):
    order, words = LAYOUTS[year]
    header = [word.format(year % 100) for word in words]
    line = CELLS | {"annee": year}
    sheets = {"Description_des_variables": [["", "met"]], f"BMO_{year}": [header, [line[name] for name in order]]}
    survey = read_survey(sheets, "enquête.xlsx")

    names = ["survey_year", "departement_code", "bassin_code", "bassin_name", "fap_code", "fap_name", "fap_family_code"]
    said = [year, "46", "7601", "CAHORS", "S2Z61", "Serveurs de cafés, de restaurants", "V"]
    assert survey.rows[names].to_numpy().tolist() == [said]
    assert survey.rows[["met", "xmet_high", "smet"]].to_numpy().tolist() == [[236.92, 4.0, 7.0]]
    assert {problem.code for problem in survey.problems} <= {"fap_doubt"}
