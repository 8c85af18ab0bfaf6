"""What stands behind a number."""

from datetime import date

import pandas as pd
import pytest

from charts.labels import DIMENSION_NAMES
from charts.proofs import answering_rows, cell_rows, line_rows, refused_rows, restated_rows
from indicators.catalog import catalog

LINES = pd.DataFrame(
    {
        "epci_code": ["200067361"],
        "dossier_ref": pd.Series([None], dtype="str"),
        "source_file": ["Grand-Figeac.xlsx"],
        "source_sheet": ["Contacts"],
        "source_row": [12],
        "event_date": [pd.Timestamp("2021-05-03")],
        "is_true": [None],
    }
)


def test_a_line_is_a_file_a_sheet_and_a_row() -> None:
    expected = pd.DataFrame(
        {
            "Fichier": ["Grand-Figeac.xlsx"],
            "Feuille": ["Contacts"],
            "Ligne": [12.0],
            "N° de dossier": [""],
            "EPCI": ["Grand-Figeac"],
            "Date": ["03/05/2021"],
        }
    )
    pd.testing.assert_frame_equal(line_rows(LINES), expected)


def test_a_rate_tells_which_lines_are_in_its_numerator() -> None:
    assert line_rows(LINES.assign(is_true=[True]))["Dans le numérateur"].tolist() == ["oui"]


def test_an_epci_that_sent_nothing_is_named() -> None:
    epcis = pd.DataFrame(
        {
            "epci_name": ["Grand-Figeac"],
            "received_date": [pd.NaT],
            "has_answered": [False],
            "families_count": [0],
            "rejected_count": [0],
        }
    )
    rows = answering_rows(epcis).iloc[0]
    assert (rows["Reçu le"], rows["Renseigne ce chiffre"]) == ("rien reçu", "non")


def test_a_refusal_keeps_its_message() -> None:
    rejected = pd.DataFrame({"source_file": ["a.xlsx"], "message": ["Ligne 3 : la date n'existe pas."]})
    assert refused_rows(rejected).to_dict("list") == {
        "Fichier": ["a.xlsx"],
        "À corriger": ["Ligne 3 : la date n'existe pas."],
    }


def test_a_breakdown_names_its_values_and_tells_its_bounds() -> None:
    cells = pd.DataFrame(
        {
            "epci": ["200067361", None],
            "value": [0.5, float("nan")],
            "low": [0.25, float("nan")],
            "high": [0.75, float("nan")],
            "numerator": [10.0, 1.0],
            "denominator": [20.0, 3.0],
        }
    )
    expected = pd.DataFrame(
        {
            "EPCI": ["Grand-Figeac", "Inconnu"],
            "Valeur": ["50\u00a0%", "—"],
            "Au moins": ["25\u00a0%", "—"],
            "Au plus": ["75\u00a0%", "—"],
            "Numérateur": [10.0, 1.0],
            "Dénominateur": [20.0, 3.0],
        }
    )
    pd.testing.assert_frame_equal(cell_rows(cells, "epci", is_share=True), expected)


def test_every_breakdown_has_a_french_name() -> None:
    assert {name for entry in catalog().values() for name in entry.breakdowns} <= set(DIMENSION_NAMES)


@pytest.mark.parametrize(
    ("dimension", "code", "label"),
    [
        ("half_year", date(2021, 7, 1), "2e semestre 2021"),
        ("rolling_year", date(2022, 3, 31), "Douze mois jusqu'au 31 mars 2022"),
        ("month", date(2021, 7, 1), "juillet 2021"),
        ("horizon", 24, "24\u00a0mois"),
        ("is_met", True, "Oui"),
        ("priority", "batiment", "Bâtiment"),
        ("departement", "12", "Aveyron"),
        ("field", "target_commune_code", "Commune souhaitée"),
        ("referent", "30fc7fa41afd02c2", "Code 30fc7f"),
        ("level", "elementaire", "Élémentaire"),
        ("profile", None, "Inconnu"),
    ],
)
def test_a_value_of_a_breakdown_is_told_in_french(dimension, code, label) -> None:
    cells = pd.DataFrame({dimension: [code], "value": [3.0], "low": [3.0], "high": [3.0], "denominator": [None]})
    assert cell_rows(cells, dimension, is_share=False).iloc[0, 0] == label


def test_what_was_told_late_is_told_with_its_file() -> None:
    late = {"source_file": ["Figeac.xlsx"], "epci_code": ["200067361"], "received_date": [pd.Timestamp("2022-05-15")]}
    late |= {"added_count": [2], "removed_count": [1], "change": [1.0]}
    assert restated_rows(pd.DataFrame(late)).to_dict("records") == [
        {
            "Fichier": "Figeac.xlsx",
            "EPCI": "Grand-Figeac",
            "Reçu le": "15/05/2022",
            "Dossiers ajoutés": 2,
            "Dossiers retirés": 1,
            "Effet sur le chiffre": "+1",
        }
    ]


def test_names_that_only_the_store_knows_are_given() -> None:
    cells = pd.DataFrame({"fap": ["B2Z43"], "value": [3.0], "low": [3.0], "high": [3.0], "denominator": [None]})
    assert cell_rows(cells, "fap", is_share=False, names={"B2Z43": "Maçons"}).iloc[0, 0] == "Maçons"
