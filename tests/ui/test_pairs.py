"""Two files that may be one family, side by side and without a name."""

from ui.pairs import pair_rows, shared_words

SIDE = {
    "household_id": "a",
    "epci_code": "200067361",
    "source_file": "suivi.xlsx",
    "source_sheet": "2021",
    "source_row": 12,
    "dossier_ref": None,
    "status": "suivi",
    "first_contact_date": "2021-03-05",
    "installation_date": None,
}
OTHER = SIDE | {
    "household_id": "b",
    "epci_code": "200023737",
    "source_sheet": "",
    "source_row": 7,
    "dossier_ref": "GC-7",
}


def test_each_side_tells_its_file_and_line():
    rows = pair_rows({"evidence": "phone", "one": SIDE, "other": OTHER})
    assert rows.columns.tolist() == ["", "Grand-Figeac", "Grand Cahors"]
    assert rows.fillna("—").to_numpy().tolist() == [
        ["Fichier", "suivi.xlsx", "suivi.xlsx"],
        ["Feuille", "2021", "—"],
        ["Ligne", "12", "7"],
        ["N° de dossier", "—", "GC-7"],
        ["Premier contact", "05/03/2021", "05/03/2021"],
        ["Statut", "Suivi", "Suivi"],
        ["Installation", "—", "—"],
    ]


def test_what_they_share_is_told_in_words():
    assert shared_words({"evidence": "email phone"}) == "le même courriel et le même téléphone"
