"""The command: python -m etl import | status | export | demo."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

import pandas as pd
from rich.console import Console
from rich.progress import track
from rich.table import Table as Grid

import figures
from etl.calls.writer import write_calls
from etl.pipeline import Choices, Report, import_file
from etl.status import epci_status
from indicators.question import Question
from programme import territory, wording
from programme.settings import DEMO
from store import reads, schema
from store.engine import open_store

MESSAGES = Console(stderr=True)
# Names of files and sheets may hold brackets, which the console would take for its own marks.
AS_WRITTEN = {"markup": False, "highlight": False, "soft_wrap": True}
STATUS_WORDS = {
    "accepted": "accepté",
    "to_confirm": "à confirmer",
    "refused": "refusé",
    "unchanged": "déjà connu",
    "skipped": "ignoré",
}
# Problems that ask for nothing: what was left aside, what replaces what, and proposals once accepted.
TO_KNOW = {"total", "repeated_header", "section", "vintage_replaced"}
PROPOSALS = {"epci_guessed", "households_disappear", "vintage_shrinks"}
DEMO_RECEIVED = date(2022, 3, 31)


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    return options.run(options)


def run_import(options: argparse.Namespace) -> int:
    choices = Choices(options.epci, options.received, options.yes)
    files = _files(options.paths)
    reports = [
        import_file(open_store(), path, choices)
        for path in track(files, "Lecture des fichiers", console=MESSAGES, disable=len(files) < 2)
    ]
    for report in reports:
        _tell(report)
    if not files:
        MESSAGES.print("Aucun fichier à importer.")
    if options.json:
        print(json.dumps([report.to_dict() for report in reports], ensure_ascii=False, default=str))
    return _exit_code(reports)


def run_demo(_options: argparse.Namespace) -> int:
    """Loads the fictional files, only into an empty store."""
    store = open_store()
    if len(reads.read_imports(store)):
        return 0
    files = _files([DEMO])
    for path in track(files, "Chargement de la démonstration (données fictives)", console=MESSAGES):
        import_file(store, path, Choices(received_date=DEMO_RECEIVED, accepts_proposals=True))
    return 0


def run_status(options: argparse.Namespace) -> int:
    status = epci_status(open_store())
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


def run_calls(options: argparse.Namespace) -> int:
    as_of = options.as_of or figures.known().as_of or date.today()
    due = figures.study("calls_due", Question(as_of, epci_code=options.epci))
    write_calls(options.output, due, options.epci)
    MESSAGES.print(f"{wording.counted(len(due), 'foyer')} à rappeler dans {options.output}.")
    return 0


def _files(paths: list[Path]) -> list[Path]:
    found = []
    for path in paths:
        inside = sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        found += [file for file in inside if not file.name.startswith(".")]
    return found


def _tell(report: Report) -> None:
    MESSAGES.print(f"{report.file} : {STATUS_WORDS[report.status]}{_counts(report)}", **AS_WRITTEN)
    for problem in report.problems:
        MESSAGES.print(f"    {problem.message}", **AS_WRITTEN)


def _counts(report: Report) -> str:
    """« — 41 lignes lues, 38 acceptées, 3 refusées », where the file was read."""
    if not report.read:
        return ""
    read = wording.counted(report.read, "ligne lue", "lignes lues")
    accepted = f"{wording.number(report.accepted)} {wording.agreed(report.accepted, 'acceptée', 'acceptées')}"
    rejected = f"{wording.number(report.rejected)} {wording.agreed(report.rejected, 'refusée', 'refusées')}"
    return f" — {read}, {accepted}, {rejected}"


def _exit_code(reports: list[Report]) -> int:
    """2: a file was refused; 1: something to confirm or to correct; 0: all accepted."""
    if any(report.status == "refused" for report in reports):
        return 2
    return int(any(report.status == "to_confirm" or _to_correct(report) for report in reports))


def _to_correct(report: Report) -> bool:
    codes = {problem.code for problem in report.problems}
    return report.status == "accepted" and bool(report.rejected or codes - TO_KNOW - PROPOSALS)


def _existing(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"« {text} » n'existe pas")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description="Les fichiers reçus, vers la base.")
    commands = parser.add_subparsers(required=True)

    importing = commands.add_parser("import", help="importer des fichiers ou des dossiers")
    importing.add_argument("paths", nargs="+", type=_existing, metavar="PATH")
    importing.add_argument("--epci", choices=sorted(territory.epcis().index), metavar="CODE", help="SIREN de l'EPCI")
    importing.add_argument("--received", type=date.fromisoformat, metavar="DATE", help="date de réception (AAAA-MM-JJ)")
    importing.add_argument("--yes", action="store_true", help="accepter les propositions")
    importing.add_argument("--json", action="store_true")
    importing.set_defaults(run=run_import)

    status = commands.add_parser("status", help="fraîcheur et qualité, par EPCI")
    status.add_argument("--json", action="store_true")
    status.set_defaults(run=run_status)

    export = commands.add_parser("export", help="sortir une table de la base")
    export.add_argument("table", choices=sorted(schema.metadata.tables), metavar="TABLE")
    export.add_argument("--format", choices=("csv", "json"), default="csv")
    export.add_argument("--history", action="store_true", help="avec les imports remplacés")
    export.add_argument("-o", dest="output", type=Path, metavar="FILE")
    export.set_defaults(run=run_export)

    calling = commands.add_parser("calls", help="la liste des foyers à rappeler, à remplir et à réimporter")
    calling.add_argument("epci", choices=sorted(territory.epcis().index), metavar="EPCI_CODE")
    calling.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="date d'arrêté (AAAA-MM-JJ)")
    calling.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.xlsx")
    calling.set_defaults(run=run_calls)

    commands.add_parser("demo", help="charger la démonstration dans une base vide").set_defaults(run=run_demo)
    return parser


if __name__ == "__main__":
    sys.exit(main())
