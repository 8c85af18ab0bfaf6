"""What each command does; their options are read in etl/__main__.py."""

import argparse
import json
import sys
from datetime import date
from typing import Any

import pandas as pd
from rich.table import Table as Grid

from etl.batch import files_in, receive_files, was_interrupted
from etl.conditions.received import open_data_words
from etl.pairs import pair_sentence, told_pairs
from etl.pipeline import preview_file
from etl.problems import RefusedFile
from etl.report import Choices, exit_code
from etl.returned.notes import page_of
from etl.returned.writing import write_returned
from etl.status import epci_status
from etl.told import MESSAGES, say, tell_all
from etl.understanding import understand_workbook
from etl.workbook import read_workbook
from programme import wording
from programme.settings import DEMO, EARLIER_DEMO
from programme.vocabulary import ImportKind, PairDecision
from store import reads, writes
from store.engine import open_store

DEMO_FOLDERS = ((EARLIER_DEMO, date(2020, 3, 12)), (DEMO, date(2022, 3, 31)))
INTERRUPTED_CODE = 130  # what a shell says of a command that Ctrl+C ended


def run_import(options: argparse.Namespace) -> int:
    files = files_in(options.paths)
    reports = receive_files(open_store(), files, _choices(options), "Lecture des fichiers")
    tell_all(reports)
    if not files:
        say("Aucun fichier à importer.")
    if options.json:
        _print_json([report.to_dict() for report in reports])
    return INTERRUPTED_CODE if was_interrupted(reports) else exit_code(reports)


def run_preview(options: argparse.Namespace) -> int:
    """The same reports as an import's, without one."""
    store, choices = open_store(), _choices(options)
    reports = [report for path in files_in(options.paths) for report in preview_file(store, path, choices)]
    tell_all(reports)
    if options.json:
        _print_json([report.to_preview() for report in reports])
    return exit_code(reports)


def run_return(options: argparse.Namespace) -> int:
    """Her own workbook with what is to correct, whatever would become of it if it were imported."""
    choices = Choices(options.epci)
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


def run_demo(_options: argparse.Namespace) -> int:
    """Loads the fictional files, only into an empty store."""
    store = open_store()
    if not len(reads.read_imports(store)):
        for folder, received in DEMO_FOLDERS:
            choices = Choices(received_date=received, accepts_proposals=True)
            receive_files(store, files_in([folder]), choices, f"Données fictives du {wording.day(received)}")
    return 0


def run_undo(options: argparse.Namespace) -> int:
    store = open_store()
    imports = reads.read_imports(store).set_index("import_id")
    if options.import_id not in imports.index:
        say(f"Aucun import en cours ne porte le numéro {options.import_id} : rien n'est annulé.")
        return 2
    writes.undo_import(store, options.import_id)
    undone = imports.loc[options.import_id]
    received = wording.day(undone["received_date"])
    say(f"Import annulé : {undone['source_file']}, reçu le {received}. Ses lignes ne comptent plus.")
    return 0


def run_pairs(options: argparse.Namespace) -> int:
    pairs = told_pairs(open_store(), with_decided=options.all)
    for pair in pairs:
        decision = PairDecision(pair["decision"]).label
        say(f"{pair_sentence(pair)} ({decision.lower()})")
        say(f"    {pair['one']['household_id']} {pair['other']['household_id']}")
    if not pairs:
        say("Aucune paire à trancher.")
    if options.json:
        _print_json(pairs)
    return 0


def run_settle(options: argparse.Namespace) -> int:
    store = open_store()
    pair = {options.one, options.other}
    met = reads.read_table(store, "duplicates")
    row = met[met["household_id"].isin(pair) & met["other_household_id"].isin(pair)]
    if len(pair) != 2 or row.empty:
        say("Ces deux dossiers ne forment pas une paire connue : rien n'est décidé.")
        return 2
    writes.record_decision(store, tuple(pair), options.decision, options.reason, row["evidence"].iloc[0])
    say("La décision est gardée ; elle sera rejouée à chaque import.")
    return 0


def run_status(options: argparse.Namespace) -> int:
    store = open_store()
    status = epci_status(store)
    if options.json:
        status["received_date"] = status["received_date"].dt.strftime("%Y-%m-%d")
        print(status.to_json(orient="records", force_ascii=False))
        return 0
    grid = Grid("EPCI", "Reçu le", "Foyers", "Lignes refusées", "Cellules refusées", "Champs clés remplis")
    for row in status.itertuples():
        received = wording.short_day(row.received_date) if pd.notna(row.received_date) else "rien reçu"
        counts = [wording.number(count) for count in (row.households_count, row.rejected_count, row.refused_count)]
        grid.add_row(row.epci_name, received, *counts, wording.percent(row.completeness_share))
    MESSAGES.print(grid)
    for line in open_data_words(store):
        say(line)
    return 0


def run_export(options: argparse.Namespace) -> int:
    rows = reads.read_table(open_store(), options.table, history=options.history)
    for name in rows.select_dtypes("datetime"):
        with_time = name.endswith("_at")
        rows[name] = rows[name].dt.strftime("%Y-%m-%dT%H:%M:%S" if with_time else "%Y-%m-%d")
    if options.format == "csv":
        text = rows.to_csv(index=False, lineterminator="\n")
    else:
        text = rows.to_json(orient="records", force_ascii=False) + "\n"
    if options.output:
        options.output.write_text(text, encoding="utf-8", newline="")
    else:
        sys.stdout.write(text)
    return 0


def _choices(options: argparse.Namespace) -> Choices:
    kind = ImportKind(options.kind) if options.kind else None
    return Choices(options.epci, options.received, options.yes, kind)


def _print_json(said: Any) -> None:
    print(json.dumps(said, ensure_ascii=False, default=str))
