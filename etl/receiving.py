"""The commands that read received files, or make the files that will be: import, preview, return, template, demo."""

import argparse
import json
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from etl.asking import ask_choices, confirms, must_ask, show_recognition
from etl.batch import Received, files_in, receive_files, reports_of, was_interrupted
from etl.choices import Chosen
from etl.inbox import clear_inbox
from etl.pipeline import preview_file, receive_file
from etl.problems import RefusedFile
from etl.report import Choices, Report, exit_code
from etl.returned.notes import page_of
from etl.returned.writing import write_returned
from etl.template.writer import write_template
from etl.told import MESSAGES, print_json, say, tell_all, tell_in_all, tell_status
from etl.understanding import understand_workbook
from etl.workbook import read_workbook
from programme import territory, wording
from programme.settings import DEMO, EARLIER_DEMO
from programme.vocabulary import ImportKind
from store import reads
from store.engine import open_store

DEMO_FOLDERS = ((EARLIER_DEMO, date(2020, 3, 12)), (DEMO, date(2022, 3, 31)))
GIVEN_UP = "\nLes questions sont arrêtées là : ce qui n'était pas confirmé n'est pas pris."
INTERRUPTED_CODE = 130  # what a shell says of a command that Ctrl+C ended


def run_import(options: argparse.Namespace) -> int:
    store, choices, files = open_store(), _choices(options), files_in(options.paths)
    received = receive_files(store, files, choices, "Lecture des fichiers")
    tell_all(reports_of(received))
    if sys.stdin.isatty() and MESSAGES.is_terminal and not (options.json or options.yes):
        _converse(store, received, choices)
    reports = reports_of(received)
    clear_inbox(received)
    if len(files) > 1:
        tell_in_all(reports)
    if not files:
        say("Aucun fichier à importer.")
    if options.json:
        print_json([report.to_dict() for report in reports])
    return INTERRUPTED_CODE if was_interrupted(reports) else exit_code(reports)


def run_preview(options: argparse.Namespace) -> int:
    """The same reports as an import's, without one, and what was recognised of each column."""
    store, choices = open_store(), _choices(options)
    reports = [report for path in files_in(options.paths) for report in preview_file(store, path, choices)]
    tell_all(reports, is_preview=True)
    for report in reports:
        if report.recognition and MESSAGES.is_terminal:
            show_recognition(report.recognition)
    if options.json:
        print_json([report.to_preview() for report in reports])
    return exit_code(reports)


def run_return(options: argparse.Namespace) -> int:
    """Her own workbook with what is to correct, whatever would become of it if it were imported."""
    choices = Choices(options.epci, chosen=read_choices(options.choices))
    try:
        workbook = read_workbook(options.path)
        page = page_of(workbook, understand_workbook(open_store(), workbook, options.path, choices))
        write_returned(options.path, workbook, page, options.output)
    except RefusedFile as refused:
        say(f"{options.path.name} : {refused.problem.message}")
        return 2
    for sentence in page.sentences[1:-1]:
        say(sentence)
    say(f"Copie annotée : {options.output}")
    return int(any(note.is_to_correct for note in page.notes))


def run_template(options: argparse.Namespace) -> int:
    write_template(options.output, options.epci)
    say(f"Modèle de {territory.epci_names()[options.epci]} : {options.output}")
    return 0


def run_demo(_options: argparse.Namespace) -> int:
    """Loads the fictional files, only into an empty store."""
    store = open_store()
    if not len(reads.read_imports(store)):
        for folder, received in DEMO_FOLDERS:
            choices = Choices(received_date=received, accepts_proposals=True)
            receive_files(store, files_in([folder]), choices, f"Données fictives du {wording.day(received)}")
    return 0


def _converse(store: Engine, received: Received, choices: Choices) -> None:
    """Asks about each file to confirm, all its EPCIs together, and imports it once it is said what it would change."""
    waiting = [path for path, reports in received.items() if any(map(must_ask, reports))]
    try:
        for path in waiting:
            say(f"\n{path.name}")
            chosen, reports = _settle(store, path, _afresh(store, path, received, waiting, choices), choices)
            if all(report.status != "refused" for report in reports) and confirms(_ask):
                received[path] = receive_file(store, path, replace(chosen, accepts_proposals=True))
                for report in received[path]:
                    tell_status(report, received[path])
    except (KeyboardInterrupt, EOFError):
        say(GIVEN_UP)


def _afresh(store: Engine, path: Path, received: Received, waiting: list[Path], choices: Choices) -> list[Report]:
    """What was read of a file, read again where one that waited before it was taken: it may change something else."""
    if all(any(map(must_ask, received[other])) for other in waiting):
        return received[path]
    reports = preview_file(store, path, choices)
    tell_all(reports, is_preview=True)
    return reports


def _settle(store: Engine, path: Path, reports: list[Report], choices: Choices) -> tuple[Choices, list[Report]]:
    """What is chosen, and the reports with it; a file that was nobody's is read, then asked about."""
    chosen = choices
    for report in filter(must_ask, reports):
        chosen = ask_choices(report, chosen, _ask)
    if chosen == choices:
        return chosen, reports
    read = preview_file(store, path, chosen)
    tell_all(read, is_preview=True)
    was_nobodys = any(report.status == "refused" for report in reports)
    return _settle(store, path, read, chosen) if was_nobodys else (chosen, read)


def _ask(question: str) -> str:
    return MESSAGES.input(question, markup=False)


def _choices(options: argparse.Namespace) -> Choices:
    kind = ImportKind(options.kind) if options.kind else None
    return Choices(options.epci, options.received, options.yes, kind, read_choices(options.choices))


def read_choices(path: Path | None) -> Chosen:
    """Choices made on a screen: {"headings": {hash: field}, "labels": [[field, hash, code], …]}; « - » is stdin."""
    if path is None:
        return Chosen()
    said = json.loads(sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8"))
    return Chosen(said.get("headings", {}), {(field, key): code for field, key, code in said.get("labels", [])})
