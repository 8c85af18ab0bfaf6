"""Words of a cell that say nothing, in their normal form."""

import re

from etl.words import normal

FIGURE = re.compile("[0-9]")

WORDS_FOR_NONE = {
    *("", "neant", "nc", "n c", "nsp", "na", "n a", "ns", "nr", "inconnu", "inconnue", "non renseigne", "sans objet"),
    *("non communique", "a completer", "a renseigner", "so", "s o", "x x", "vide", "rien", "null", "none", "nan"),
}
WORDS_FOR_ANYWHERE = {
    *("pas de preference", "sans preference", "indifferent", "peu importe", "partout", "lot", "le lot", "dans le lot"),
    *("tout le lot", "departement", "a definir", "non defini", "indetermine", "ne sait pas", "ouvert", "pas decide"),
}


def says_nothing(text: str, *, is_place: bool) -> bool:
    """Whether a cell leaves it unsaid: « Néant »; of a place, « peu importe ». What holds a figure says something."""
    if FIGURE.search(text):
        return False
    words = normal(text)
    return words in WORDS_FOR_NONE or (is_place and words in WORDS_FOR_ANYWHERE)
