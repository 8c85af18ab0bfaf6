"""The commands on what was received: undo, pairs, settle, status, export."""

import argparse
import sys

import pandas as pd
from rich.table import Table as Grid

from etl.conditions.received import open_data_words
from etl.pairs import pair_sentence, told_pairs
from etl.status import epci_status
from etl.told import MESSAGES, print_json, say
from programme import wording
from programme.vocabulary import PairDecision
from store import reads, writes
from store.engine import open_store


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
        print_json(pairs)
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
    if options.table == "households":
        # The same state gives the same lines, whatever the order in which its files came.
        rows = rows.sort_values(["epci_code", "source_file", "source_sheet", "source_row", "household_id"])
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
