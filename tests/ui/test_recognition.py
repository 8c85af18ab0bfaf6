"""What is shown of a file's columns, and its words where Streamlit would read marks."""

from ui.recognition import as_written, column_rows

STATUS = {
    "letter": "D",
    "heading": "Étape",
    "name": "statut",
    "certainty_words": "à confirmer",
    "how": "d'après son contenu",
    "examples": ["suivi", "visite"],
}
BARE = STATUS | {"letter": "E", "heading": "", "name": "non lue", "certainty_words": "non reconnue", "how": ""}


def test_a_column_is_told_with_its_certainty_and_examples():
    rows = column_rows([STATUS, BARE | {"examples": []}])
    assert rows.columns.tolist() == ["Colonne", "Titre", "Comprise comme", "Certitude", "Exemples"]
    assert rows.iloc[0].tolist() == ["D", "Étape", "statut", "à confirmer, d'après son contenu", "suivi · visite"]
    assert rows.iloc[1].dropna().tolist() == ["E", "non lue", "non reconnue"]


def test_words_of_a_file_are_no_marks():
    assert as_written("Coût [€](x) *net* :red[a]") == r"Coût \[€\]\(x\) \*net\* \:red\[a\]"
