import pandas as pd

from charts.received import corrections, epci_rows, file_rows

NB = "\u00a0"
CAHORS = "200023737"


def check(found: pd.DataFrame, expected: dict) -> None:
    pd.testing.assert_frame_equal(found, pd.DataFrame(expected), check_dtype=False)


def imports() -> pd.DataFrame:
    """Three accepted files, the latest first: Grand Cahors twice, and a survey of employers."""
    counts = [f"{name}_count" for name in ("read", "accepted", "rejected", "left_out")]
    columns = ["source_file", "epci_code", "kind", "received_date", *counts]
    files = [
        ("b.xlsx", CAHORS, "state", "2022-03-31", 41, 38, 3, 1),
        ("bmo.xlsx", None, "labour_needs", "2022-03-01", 700, 700, 0, 0),
        ("a.xlsx", CAHORS, "state", "2021-01-02", 20, 20, 0, 0),
    ]
    table = pd.DataFrame(files, columns=columns)
    return table.assign(received_date=pd.to_datetime(table["received_date"]))


def test_the_table_of_files():
    check(
        file_rows(imports()),
        {
            "Fichier": ["b.xlsx", "bmo.xlsx", "a.xlsx"],
            "EPCI": ["Grand Cahors", "—", "Grand Cahors"],
            "Nature": ["État complet", "Enquête Besoins en main-d'œuvre", "État complet"],
            "Reçu le": ["31/03/2022", "01/03/2022", "02/01/2021"],
            "Lignes lues": [41.0, 700.0, 20.0],
            "Acceptées": [38.0, 700.0, 20.0],
            "Refusées": [3.0, 0.0, 0.0],
            "Laissées de côté": [1.0, 0.0, 0.0],
        },
    )


def test_the_table_of_epcis_has_the_last_file_of_each_and_those_that_sent_none():
    completeness = pd.DataFrame({"epci": [CAHORS], "value": [0.964]})
    found = epci_rows(imports(), completeness).set_index("EPCI")
    assert len(found) == 10
    assert found.loc["Grand Cahors"].to_list() == ["31/03/2022", 41.0, 38.0, 3.0, f"96{NB}%"]
    silent = found.loc["Grand-Figeac"]
    assert (silent["Dernier tableau"], silent["Champs clés remplis"]) == ("rien reçu", "—")
    assert silent[["Lignes lues", "Acceptées", "Refusées"]].isna().all()


def test_what_is_to_correct_is_told_file_by_file_refused_lines_first():
    refused = pd.DataFrame(
        [
            ("b.xlsx", "2021", 4, True, "Feuille « 2021 », ligne 4"),
            ("a.xlsx", "2021", 9, False, "Feuille « 2021 », ligne 9"),
            ("a.xlsx", "2021", 12, True, "Feuille « 2021 », ligne 12"),
            ("a.xlsx", "2021", 3, True, "Feuille « 2021 », ligne 3"),
        ],
        columns=["source_file", "source_sheet", "source_row", "is_row", "message"],
    )
    found = {told: rows["À corriger"].tolist() for told, rows in corrections(refused.astype({"is_row": "boolean"}))}
    assert found == {
        f"a.xlsx : 2{NB}lignes refusées, 1{NB}cellule à revoir": [
            f"Feuille « 2021 », ligne {row}" for row in (3, 12, 9)
        ],
        f"b.xlsx : 1{NB}ligne refusée": ["Feuille « 2021 », ligne 4"],
    }
