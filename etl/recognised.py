"""What was recognised of a workbook, told: to whom must confirm it, and as data for a screen."""

from collections.abc import Iterator

from etl import names
from etl.choices import NOT_READ
from etl.contacts.columns import Certainty, Column
from etl.contacts.forms import OF_FORM, OF_LIST
from etl.contacts.identity import heading_hash, label_hash, read_secret
from etl.contacts.messages import place_words
from etl.contacts.shaping import PERSONAL_FIELDS
from etl.contacts.spellings import field_name
from etl.contacts.understanding import DoubtfulLabel, Recognition, TableRecognition
from etl.fields import codes, fields
from etl.names import LEFT_OUT
from etl.problems import Problem
from programme import wording
from programme.vocabulary import Status

HIDDEN_EXAMPLES = {*PERSONAL_FIELDS, NOT_READ, "history"}
HOW_WORDS = {
    "confirmed": "déjà confirmée",
    "words": "d'après son titre",
    "part": "d'après une partie de son titre",
    "near": "d'après son titre et son contenu",
    "contents": "d'après son contenu",
    "sheets": "d'après le nom des feuilles",
    "month_first": "avec le mois avant le jour, à l'américaine",
}
SHEETS_SHOWN = 3
CERTAINTY_WORDS = {Certainty.SURE: "sûr", Certainty.LIKELY: "à confirmer", Certainty.UNKNOWN: "non reconnue"}


def doubts_of(recognition: Recognition) -> list[Problem]:
    """One problem per thing to confirm; each names the column, and quotes nothing of it."""
    return [problem for table in recognition.tables for problem in _doubts(table)] + [
        Problem("no_first_contact", message=NO_FIRST_CONTACT)
        for name in recognition.missing
        if name == "first_contact_date"
    ]


def _doubts(table: TableRecognition) -> Iterator[Problem]:
    for column in table.columns:
        if column.certainty == Certainty.LIKELY:
            place = place_words(table.sheet, None, column.letter)
            guessed = SHEET_GUESSED if column.is_of_sheet else COLUMN_GUESSED
            told = {"name": name_of(column.field), "how": HOW_WORDS[column.how], "what": column.heading.lower()}
            message = f"{place}{guessed.format(**told)}"
            message = message.replace(OF_LIST, OF_FORM) if column.is_line else message
            message += _elsewhere(table)
            yield Problem("column_guessed", table.sheet, None, column.letter, message)
    for status in dict.fromkeys(table.colours.values()):
        message = f"{place_words(table.sheet)}{COLOUR_GUESSED.format(status=Status(status).label)}{_elsewhere(table)}"
        yield Problem("colour_guessed", table.sheet, None, "", message)


def _elsewhere(table: TableRecognition) -> str:
    others = len(table.sheets) - 1
    return f" De même sur {wording.counted(others, 'autre feuille', 'autres feuilles')}." if others else ""


def sheet_words(table: TableRecognition) -> str:
    """« Feuilles « Janvier », « Février », « Mars » et 9 autres »; nothing for a file without sheets."""
    shown, others = table.sheets[:SHEETS_SHOWN], len(table.sheets) - SHEETS_SHOWN
    told = [f"« {name} »" for name in shown if name] + ([wording.counted(others, "autre")] if others > 0 else [])
    return f"{wording.agreed(len(told), 'Feuille', 'Feuilles')} {wording.listed(told)}" if told else ""


def column_words(letter: str, heading: str) -> str:
    """« Colonne D, « Statut » », « Ligne 3, « Statut » » of a form, « Nom de la feuille »."""
    place = f"{'Ligne' if letter.isdigit() else 'Colonne'} {letter}, " if letter else ""
    return f"{place}« {heading} »"


def name_of(field: str | None) -> str:
    """What people call a field, as they choose it; « non lue » for a column that is left aside."""
    return "non lue" if field in (None, NOT_READ) else fields().get(field) or wording.sentence(field_name(field))


def shown_examples(column: Column) -> list[str]:
    """Three values of a column for whom imports it: none of a person's; of a column that is not understood, and may be
    one, only the words that everybody uses."""
    if column.field in HIDDEN_EXAMPLES:
        return []
    if column.field is None:
        return list(filter(None, map(names.known_part, column.examples)))
    return [LEFT_OUT if "@" in text or names.PHONE.search(text) else wording.as_typed(text) for text in column.examples]


def told_recognition(recognition: Recognition) -> dict:
    """Tables, columns, words in doubt and words settled, fields that are missing and all those to choose from.

    Headings and examples are words of the file, for the screen of whom imports it; those of persons are not among them.
    """
    secret = read_secret()
    return {
        "tables": [_told_table(table, secret) for table in recognition.tables],
        "missing": [{"field": name, "name": name_of(name)} for name in recognition.missing],
        "fields": fields(),
        "doubtful_labels": [_told_label(label, secret) for label in recognition.doubtful_labels],
        "settled_labels": [_told_label(label, secret) for label in recognition.settled_labels],
    }


def _told_label(label: DoubtfulLabel, secret: bytes) -> dict:
    return {
        "field": label.field,
        "name": name_of(label.field),
        "text": label.text,
        "label_hash": label_hash(secret, label.field, label.text),
        "count": label.count,
        "proposal": label.proposal,
        "codes": codes(label.field, label.candidates),
    }


def _told_table(table: TableRecognition, secret: bytes) -> dict:
    return {
        "sheets": table.sheets,
        "sheet_words": sheet_words(table),
        "first_row": table.first_row,
        "last_row": table.last_row,
        "households_count": table.households_count,
        "colours": table.colours,
        "columns": [_told_column(column, secret) for column in table.columns],
    }


def _told_column(column: Column, secret: bytes) -> dict:
    return {
        "letter": column.letter,
        "words": column_words(column.letter, column.heading),
        "heading": column.heading,
        "heading_hash": heading_hash(secret, column.heading) if column.heading else "",
        "field": column.field,
        "name": name_of(column.field),
        "certainty": str(column.certainty),
        "certainty_words": CERTAINTY_WORDS[column.certainty],
        "how": HOW_WORDS.get(column.how, ""),
        "examples": shown_examples(column),
    }


COLUMN_GUESSED = "cette colonne est comprise comme « {name} », {how}. Confirmez-le, ou choisissez un autre champ."
SHEET_GUESSED = "le {what} est compris comme « {name} » de ses foyers. Confirmez-le, ou choisissez un autre champ."
COLOUR_GUESSED = "des lignes de couleur sont comprises comme « {status} ». Confirmez-le, ou ajoutez une légende."
NO_FIRST_CONTACT = (
    "Aucune colonne n'est comprise comme la date du premier contact : les contacts ne pourront pas être comptés. "
    "Confirmez, ou choisissez la colonne."
)
