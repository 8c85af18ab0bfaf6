"""The command `python -m etl`: what is received, returned, undone, settled and told."""

import argparse
import gc
import sys
from datetime import date
from pathlib import Path

import figures
from etl import commands, receiving
from etl.calls.writer import write_calls
from etl.told import say
from indicators.question import Question
from programme import wording
from programme.command import CommandParser, day, epci_named
from programme.passing import purge
from programme.vocabulary import ImportKind, PairDecision, PairReason
from store import schema

EPCI_HELP = "SIREN ou nom de l'EPCI"
CHOICES_HELP = "choix faits à l'écran, en JSON (- : entrée standard)"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    purge()
    return options.run(options)


def run_calls(options: argparse.Namespace) -> int:
    as_of = options.as_of or figures.known().as_of or date.today()
    due = figures.study("calls_due", Question(as_of, epci_code=options.epci))
    write_calls(options.output, due, options.epci)
    say(f"{wording.counted(len(due), 'foyer')} à rappeler dans {options.output}.")
    return 0


def _existing(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"« {text} » n'existe pas")
    return path


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="python -m etl", description="Les fichiers reçus, vers la base.")
    add = parser.add_subparsers(required=True, metavar="COMMANDE").add_parser
    _add_receiving(add)
    _add_writing(add)
    _add_deciding(add)
    _add_telling(add)
    return parser


def _add_receiving(add) -> None:
    asked = CommandParser(add_help=False)
    asked.add_argument("paths", nargs="+", type=_existing, metavar="PATH")
    asked.add_argument("--epci", type=epci_named, metavar="CODE", help=EPCI_HELP)
    kinds = [str(ImportKind.STATE), str(ImportKind.SUPPLEMENT)]
    asked.add_argument("--kind", choices=kinds, help="état complet, ou complément (state, supplement)")
    asked.add_argument("--received", type=day, metavar="DATE", help="date de réception (AAAA-MM-JJ)")
    asked.add_argument("--choices", type=Path, metavar="FILE", help=CHOICES_HELP)
    asked.add_argument("--yes", action="store_true", help="accepter les propositions")
    asked.add_argument("--json", action="store_true")
    importing = add("import", help="importer des fichiers ou des dossiers", parents=[asked])
    importing.set_defaults(run=receiving.run_import)
    preview = add("preview", help="ce qu'un import dirait et changerait, sans importer", parents=[asked])
    preview.set_defaults(run=receiving.run_preview)
    demo = add("demo", help="charger la démonstration dans une base vide")
    demo.set_defaults(run=receiving.run_demo)


def _add_writing(add) -> None:
    returning = add("return", help="rendre un classeur annoté : ce qui est à corriger, là où c'est")
    returning.add_argument("path", type=_existing, metavar="FILE")
    returning.add_argument("--epci", type=epci_named, metavar="CODE", help=EPCI_HELP)
    returning.add_argument("--choices", type=Path, metavar="FILE", help=CHOICES_HELP)
    returning.add_argument("-o", dest="output", type=Path, required=True, metavar="ANNOTATED.xlsx")
    returning.set_defaults(run=receiving.run_return)
    template = add("template", help="écrire le modèle de tableau d'un EPCI, à remplir")
    template.add_argument("epci", type=epci_named, metavar="EPCI_CODE", help=EPCI_HELP)
    template.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.xlsx")
    template.set_defaults(run=receiving.run_template)
    calling = add("calls", help="la liste des foyers à rappeler, à remplir et à réimporter")
    calling.add_argument("epci", type=epci_named, metavar="EPCI_CODE", help=EPCI_HELP)
    calling.add_argument("--as-of", type=day, metavar="DATE", help="date d'arrêté (AAAA-MM-JJ)")
    calling.add_argument("-o", dest="output", type=Path, required=True, metavar="FILE.xlsx")
    calling.set_defaults(run=run_calls)


def _add_deciding(add) -> None:
    undo = add("undo", help="annuler un import")
    undo.add_argument("import_id", type=int, metavar="IMPORT_ID", help="son numéro : voir export imports")
    undo.set_defaults(run=commands.run_undo)
    pairs = add("pairs", help="les dossiers de deux EPCI qui sont peut-être le même foyer")
    pairs.add_argument("--all", action="store_true", help="avec ceux qui sont tranchés")
    pairs.add_argument("--json", action="store_true")
    pairs.set_defaults(run=commands.run_pairs)
    settle = add("settle", help="trancher une paire de dossiers")
    settle.add_argument("one", metavar="HOUSEHOLD_ID")
    settle.add_argument("other", metavar="HOUSEHOLD_ID")
    settle.add_argument("decision", choices=[str(term) for term in PairDecision])
    settle.add_argument("--reason", choices=[str(term) for term in PairReason], default=str(PairReason.AUTRE))
    settle.set_defaults(run=commands.run_settle)


def _add_telling(add) -> None:
    status = add("status", help="fraîcheur et qualité, par EPCI")
    status.add_argument("--json", action="store_true")
    status.set_defaults(run=commands.run_status)
    export = add("export", help="sortir une table de la base")
    export.add_argument("table", choices=sorted(schema.metadata.tables), metavar="TABLE")
    export.add_argument("--format", choices=("csv", "json"), default="csv")
    export.add_argument("--history", action="store_true", help="avec les imports remplacés et annulés")
    export.add_argument("-o", dest="output", type=Path, metavar="FILE")
    export.set_defaults(run=commands.run_export)


if __name__ == "__main__":
    gc.freeze()  # what was imported stays: it need not be looked over while a national file is read
    sys.exit(main())
