"""The conversation in a terminal: what was recognised is shown, and whatever is uncertain is chosen from lists."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from rich.columns import Columns
from rich.markup import escape
from rich.table import Table as Grid

from etl.choices import NOT_READ, Chosen
from etl.contacts.columns import Certainty, Column
from etl.contacts.identity import heading_hash, label_hash, read_secret
from etl.contacts.understanding import DoubtfulLabel, Recognition
from etl.fields import codes, fields
from etl.recognised import CERTAINTY_WORDS, HOW_WORDS, column_words, name_of, sheet_words, shown_examples
from etl.report import Choices, Report
from etl.told import MESSAGES, say
from programme import territory
from programme.vocabulary import ImportKind

Ask = Callable[[str], str]
Word = tuple[str, str]
"""Its field, and its keyed hash."""
YES = {"o", "oui", "y", "yes"}
UNKNOWN = ""


def show_recognition(recognition: Recognition) -> None:
    """A table of the columns, with examples: only where a person looks, since they are words of the file."""
    number = 0
    for table in recognition.tables:
        grid = Grid(
            "N°", "Colonne", "Titre", "Comprise comme", "Certitude", "Exemples", title=sheet_words(table) or None
        )
        for column in table.columns:
            number += 1
            certainty = ", ".join(filter(None, (CERTAINTY_WORDS[column.certainty], HOW_WORDS.get(column.how))))
            cells = (
                column.letter,
                column.heading,
                name_of(column.field),
                certainty,
                " · ".join(shown_examples(column)),
            )
            grid.add_row(str(number), *map(escape, cells))
        MESSAGES.print(grid)
    for name in recognition.missing:
        say(f"Il manque : {name_of(name)}.")


def must_ask(report: Report) -> bool:
    """Whether a person can settle what keeps a file from being taken."""
    return report.status == "to_confirm" or any(problem.code == "unknown_epci" for problem in report.problems)


def ask_choices(report: Report, choices: Choices, ask: Ask) -> Choices:
    """What the person chooses of a file to confirm: whose it is, of what kind, then its columns and its words."""
    codes_said = {problem.code for problem in report.problems}
    if codes_said & {"epci_guessed", "unknown_epci"}:
        choices = replace(choices, epci_code=_pick_epci(report.epci_code, ask))
    if choices.kind is None and codes_said & {"kind_guessed", "households_disappear"}:
        choices = replace(choices, kind=_pick_kind(report.kind, ask))
    if report.recognition:
        show_recognition(report.recognition)
        headings = _chosen_headings(report.recognition, choices.chosen.headings, ask)
        labels = _chosen_labels(report.recognition, choices.chosen.labels, ask)
        choices = replace(choices, chosen=Chosen(headings, labels))
    return choices


def confirms(ask: Ask) -> bool:
    return ask("Importer ce fichier ainsi ? [o/N] ").strip().lower() in YES


def _pick_epci(guessed: str | None, ask: Ask) -> str | None:
    names = {UNKNOWN: "On ne sait pas"} | territory.epci_names()
    _show_names(names)
    return _pick("De quel EPCI est ce fichier", names, guessed or UNKNOWN, ask) or None


def _pick_kind(proposed: str, ask: Ask) -> ImportKind:
    names = {str(kind): kind.label for kind in (ImportKind.SUPPLEMENT, ImportKind.STATE)}
    _show_names(names)
    return ImportKind(_pick("Ce fichier est", names, proposed, ask))


def _chosen_headings(recognition: Recognition, before: Mapping[str, str], ask: Ask) -> dict[str, str]:
    """What was chosen before, the other columns to confirm one by one, then any that she names."""
    secret = read_secret()
    columns = [column for table in recognition.tables for column in table.columns]
    unsure: dict[str, Column] = {}
    for column in columns:
        if column.certainty == Certainty.LIKELY and column.heading:
            unsure.setdefault(heading_hash(secret, column.heading), column)
    _show_names(fields())
    headings = dict(before)
    headings |= {heading: _pick_field(column, ask) for heading, column in unsure.items() if heading not in before}
    while answer := ask("Corriger une autre colonne, par son numéro [non] : ").strip():
        column = columns[int(answer) - 1] if answer.isdigit() and 0 < int(answer) <= len(columns) else None
        if column and column.heading:
            headings[heading_hash(secret, column.heading)] = _pick_field(column, ask)
    return headings


def _chosen_labels(recognition: Recognition, before: Mapping[Word, str], ask: Ask) -> dict[Word, str]:
    """What was chosen before, then the other words that no list knows; those that nobody knows stay unknown."""
    secret, labels = read_secret(), dict(before)
    for label in recognition.doubtful_labels:
        if (label.field, label_hash(secret, label.field, label.text)) in before:
            continue
        every = codes(label.field, label.candidates)
        # A terminal has no room for two hundred occupations.
        names = {UNKNOWN: "On ne sait pas"} | {code: every[code] for code in label.candidates or every}
        _show_names(names)
        asked = f"« {label.text} » ({name_of(label.field)}, {label.count} fois)"
        if picked := _pick(asked, names, label.proposal or UNKNOWN, ask):
            labels[label.field, label_hash(secret, label.field, label.text)] = picked
    return labels | _reviewed_labels(recognition.settled_labels, ask)


def _reviewed_labels(settled: tuple[DoubtfulLabel, ...], ask: Ask) -> dict[Word, str]:
    """Words settled before that she names, to settle them otherwise."""
    secret, labels = read_secret(), {}
    for number, label in enumerate(settled, start=1):
        say(f"{number} « {label.text} » ({name_of(label.field)}) : {codes(label.field)[label.proposal]}")
    while settled and (answer := ask("Revoir le sens d'un mot, par son numéro [non] : ").strip()):
        if answer.isdigit() and 0 < int(answer) <= len(settled):
            label = settled[int(answer) - 1]
            names = {UNKNOWN: "On ne sait pas"} | codes(label.field)
            _show_names(names)
            picked = _pick(f"« {label.text} »", names, label.proposal, ask)
            labels[label.field, label_hash(secret, label.field, label.text)] = picked
    return labels


def _pick_field(column: Column, ask: Ask) -> str:
    present = column.field if column.field in fields() else NOT_READ
    return _pick(column_words(column.letter, column.heading), fields(), present, ask)


def _show_names(names: Mapping[str, str]) -> None:
    MESSAGES.print(Columns([escape(f"{number:>2} {name}") for number, name in enumerate(names.values())]))


def _pick(asked: str, names: Mapping[str, str], proposal: str, ask: Ask) -> str:
    """The key of one of the names, by its number; Enter takes the proposal."""
    keys = list(names)
    while True:
        answer = ask(f"{asked} : n° [{keys.index(proposal)} {names[proposal]}] ").strip()
        if not answer:
            return proposal
        if answer.isdigit() and int(answer) < len(keys):
            return keys[int(answer)]
