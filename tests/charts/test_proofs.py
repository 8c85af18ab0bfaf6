"""What stands behind a number."""

import pandas as pd

from charts.proofs import answering_rows, line_rows, refused_rows

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
