"""The command: python -m indicators A2 A5 --as-of 2022-03-31 --json."""

import argparse
import json
import math
import sys
from datetime import date

import pandas as pd
from rich.console import Console
from rich.table import Table as Grid

import figures
from indicators.catalog import catalog
from indicators.question import CREDITED, MEASURES, UNSAID, Question, UnknownBreakdown
from programme import territory, wording
from programme.vocabulary import Attribution, Scope, Unit

MESSAGES = Console(stderr=True)
EVERYONE = "tous"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    as_of = options.as_of or figures.known(options.known_on).as_of
    if as_of is None:
        MESSAGES.print("Aucun fichier n'a été reçu : importez-en avec « python -m etl import ».")
        return 1
    question = _question(options, as_of)
    try:
        answers = [figures.ask(id, question, options.known_on) for id in options.ids or catalog()]
    except UnknownBreakdown as unknown:
        MESSAGES.print(str(unknown))
        return 2
    cells = [cell for answer in answers for cell in _cells(answer)]
    if options.json:
        print(json.dumps(cells, ensure_ascii=False))
    else:
        _show(cells)
    return 0


def _question(options: argparse.Namespace, as_of: date) -> Question:
    return Question(
        as_of=as_of,
        start=options.start,
        unit=Unit(options.unit),
        by=tuple(options.by),
        scope=Scope(options.scope),
        epci_code=options.epci,
        attribution=_attribution(options.attribution),
    )


def _attribution(chosen: str | None) -> tuple[str, ...]:
    if chosen is None:
        return CREDITED
    return (*Attribution, UNSAID) if chosen == EVERYONE else (chosen,)


def _cells(answer: figures.Answer) -> list[dict]:
    """The total, whose `by` is empty, then one cell per value of the breakdowns."""
    total = answer.total.to_frame().T
    return [_cell(answer, row, ()) for row in total.to_dict("records")] + [
        _cell(answer, row, answer.question.by) for row in answer.cells.to_dict("records") if answer.question.by
    ]


def _cell(answer: figures.Answer, row: dict, by: tuple[str, ...]) -> dict:
    question = answer.question
    unit = question.unit.value if answer.entry.unit == Unit.FOYERS else answer.entry.unit
    return {
        "id": answer.entry.id,
        "title": answer.entry.title,
        "unit": unit,
        "by": {name: _plain(row[name]) for name in by},
        **{name: _plain(row[name]) for name in MEASURES},
        "as_of": question.as_of.isoformat(),
        "from": question.start.isoformat() if question.start else None,
        "to": question.as_of.isoformat(),
        "scope": question.scope.value,
        "sources": list(answer.sources),
    }


def _plain(value: object) -> object:
    """JSON's null for what is missing, whole numbers as integers, dates ISO."""
    if value is None or value is pd.NA or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, date):
        return value.isoformat()
    if hasattr(value, "item"):
        value = value.item()
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _show(cells: list[dict]) -> None:
    grid = Grid("Chiffre", "Titre", "Par", "Valeur", "Fourchette", "Unité")
    for cell in cells:
        by = ", ".join(f"{name} {value}" for name, value in cell["by"].items()) or "ensemble"
        is_share = cell["unit"] == "part"
        said = wording.percent if is_share else wording.number
        bounds = "" if cell["low"] == cell["high"] else f"{said(cell['low'])} à {said(cell['high'])}"
        grid.add_row(cell["id"], cell["title"], by, said(cell["value"]), bounds, cell["unit"])
    Console().print(grid)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m indicators", description="Les chiffres, tels que les écrans les disent."
    )
    parser.add_argument("ids", nargs="*", choices=[*catalog(), []], metavar="ID")
    parser.add_argument("--as-of", type=date.fromisoformat, metavar="D", help="date d'arrêté (AAAA-MM-JJ)")
    parser.add_argument("--from", dest="start", type=date.fromisoformat, metavar="D", help="début de la période")
    parser.add_argument("--known-on", type=date.fromisoformat, metavar="D", help="tel que connu à cette date")
    parser.add_argument("--epci", choices=sorted(territory.epcis().index), metavar="CODE")
    parser.add_argument("--by", action="append", default=[], metavar="DIM", help="ventilation ; répétable")
    parser.add_argument("--attribution", choices=[*map(str, Attribution), EVERYONE])
    parser.add_argument("--scope", choices=list(map(str, Scope)), default=str(Scope.PROGRAMME))
    parser.add_argument("--unit", choices=list(map(str, Unit)), default=str(Unit.FOYERS))
    parser.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
