"""What a workbook says of its own codes and colours."""

from etl.contacts.legends import MOST_FREE_CELLS, read_legend
from etl.workbook import Sheet


def legend(*rows, free_from=None, **look):
    return read_legend([Sheet("Légende", [list(row) for row in rows], **look)], {"Légende": free_from or {}})


STATUSES = {("status", "c"): "contact", ("status", "s"): "suivi", ("status", "i"): "installe"}


def test_two_columns_of_codes_and_labels():
    found = legend(["Code", "Signification"], ["C", "premier contact"], ["S", "en cours"], ["I", "installés"])
    assert dict(found.codes) == STATUSES
    assert found.rows == {("Légende", row) for row in (1, 2, 3)}


def test_a_sentence_in_a_heading():
    assert dict(legend(["Statut (C = contact, S = suivi, I = installé)"]).codes) == STATUSES


def test_one_line_after_another():
    assert dict(legend(["C = contact"], ["S : suivi"], ["I → installé"]).codes) == STATUSES


def test_a_title_says_of_which_list():
    found = legend(["Profil"], ["A", "autre"], ["S", "salarié"], [], ["Canal"], ["F", "salon"], ["W", "site internet"])
    assert dict(found.codes) == {
        ("profile", "a"): "autre",
        ("profile", "s"): "salarie",
        ("channel", "f"): "salon",
        ("channel", "w"): "site",
    }


def test_households_are_no_legend():
    rows = [["N°", "Statut", "Nom"], ["12", "suivi", "Lévêque"], ["13", "installé", "Martin"]]
    assert dict(legend(*rows, free_from=dict.fromkeys(range(3), 3)).codes) == {}


def test_a_single_pair_is_no_legend():
    assert dict(legend(["C", "contact"]).codes) == {}


def test_colours_beside_their_meaning():
    found = legend(["", "installés"], ["", "abandon"], marks={0: [(0, 0, "00FF00")], 1: [(0, 0, "FF0000")]})
    assert dict(found.colours) == {"00FF00": "installe", "FF0000": "abandon"}


def test_a_coloured_title_is_no_legend():
    assert dict(legend(["Suivi"], marks={0: [(0, 0, "00FF00")]}).colours) == {}


def test_colours_called_by_their_names():
    said = "Vert = installé / Jaune pâle : en cours de suivi / lignes bleues → a visité / Rouge = Novalis"
    found = legend([said], marks={3: [(0, 1, "92D050")]})
    assert dict(found.colours) == {"vert": "installe", "jaune": "suivi", "bleu": "visite"}


def test_what_stands_past_two_thousand_cells_is_no_legend():
    before = [["zut", ""]] * MOST_FREE_CELLS
    assert dict(legend(*before, ["Statut", ""], ["C", "contact"], ["S", "suivi"]).codes) == {}
