"""What is shown of a file's columns, and its words where Streamlit would read marks."""

from ui.recognition import MOST_SHOWN, as_written, column_rows, first_of, merged

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


def test_what_several_epcis_of_a_file_have_alike_is_asked_once():
    table = {"sheets": ["Suivi"], "households_count": 4, "columns": [{"words": "Colonne D", "field": "status"}]}
    word = {"field": "status", "label_hash": "h1", "text": "Xyrplo", "count": 2}
    one = {
        "tables": [table],
        "missing": [],
        "doubtful_labels": [word],
        "settled_labels": [],
        "fields": {"status": "Statut"},
    }
    other_table = table | {"columns": [{"words": "Colonne D", "field": "channel"}]}
    other_word = word | {"label_hash": "h2", "text": "zut"}
    two = one | {"tables": [table, other_table], "doubtful_labels": [other_word, word | {"count": 3}]}
    both = merged([one, two])
    assert [table["households_count"] for table in both["tables"]] == [8, 4]
    assert [(label["text"], label["count"]) for label in both["doubtful_labels"]] == [("Xyrplo", 5), ("zut", 2)]
    assert merged([one])["tables"] == [table]


def test_thousands_of_faults_are_told_by_the_first_and_their_number():
    told = [f"faute {number}" for number in range(MOST_SHOWN + 2)]
    assert first_of(told[:MOST_SHOWN]) == told[:MOST_SHOWN]
    assert first_of(told)[MOST_SHOWN - 1 :] == [
        told[MOST_SHOWN - 1],
        "Et 2\u00a0autres : le classeur annoté les dit tous, chacun à sa place.",
    ]
