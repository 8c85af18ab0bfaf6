"""The command: python -m indicators A2 A5 --as-of 2022-03-31 --json."""

import argparse
import json
import sys
from datetime import date

from rich.console import Console
from rich.table import Table as Grid

import figures
from indicators.catalog import catalog
from indicators.cells import cell, change_cell, proof_cell
from indicators.changes import words
from indicators.question import CREDITED, UNSAID, Question, UnknownBreakdown
from indicators.reported import lacking_words
from programme import territory, wording
from programme.command import CommandParser, day, epci_named
from programme.vocabulary import Attribution, Scope, Unit

MESSAGES = Console(stderr=True)
EVERYONE = "tous"
LAST_COMMITTEE = "comite"


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    known = figures.known(options.known_on)
    as_of = options.as_of or known.as_of
    if as_of is None:
        MESSAGES.print("Aucun fichier n'a été reçu : importez-en avec « python -m etl import ».")
        return 1
    question = _question(options, as_of)
    since = known.committee_before(as_of) if options.since == LAST_COMMITTEE else options.since
    for begun in filter(None, (options.start, since)):
        if begun > as_of:
            MESSAGES.print(f"Le {wording.day(begun)} est après la date d'arrêté, le {wording.day(as_of)}.")
            return 2
    if options.since == LAST_COMMITTEE and not since:
        MESSAGES.print(f"Aucun comité n'est connu avant le {wording.day(as_of)} : rien à comparer.")
    try:
        cells = [one for id in options.ids or catalog() for one in _cells(id, question, since, options)]
    except UnknownBreakdown as unknown:
        MESSAGES.print(str(unknown))
        return 2
    if options.json:
        print(json.dumps(cells, ensure_ascii=False))
    else:
        _show(cells, question)
    return 0


def _question(options: argparse.Namespace, as_of: date) -> Question:
    return Question(
        as_of=as_of,
        start=options.start,
        unit=Unit(options.unit),
        by=tuple(dict.fromkeys(options.by)),
        scope=Scope(options.scope),
        epci_code=options.epci,
        attribution=_attribution(options.attribution),
    )


def _attribution(chosen: str | None) -> tuple[str, ...]:
    if chosen is None:
        return CREDITED
    return (*Attribution, UNSAID) if chosen == EVERYONE else (chosen,)


def _cells(id: str, question: Question, since: date | None, options: argparse.Namespace) -> list[dict]:
    """The total, whose `by` is empty and which carries the change and the proof, then one cell per breakdown."""
    answer = figures.ask(id, question, options.known_on)
    total = cell(answer.entry, question, answer.total.to_dict(), (), answer.sources)
    if answer.is_silent:
        total["unfilled"] = list(answer.unfilled)
    if answer.lacking:
        total["lacking"] = list(answer.lacking)
    if since:
        change = figures.change(id, question, since, options.known_on)
        total["change"] = change_cell(change, words(change, total["unit"]))
    if options.proof:
        total["proof"] = proof_cell(answer.entry, figures.proof(id, question, options.known_on))
    rows = answer.cells.to_dict("records") if question.by else []
    return [total, *(cell(answer.entry, question, row, question.by, answer.sources) for row in rows)]


def _show(cells: list[dict], question: Question) -> None:
    grid = Grid("Chiffre", "Titre", "Par", "Valeur", "Fourchette", "Unité", caption=_asked(question))
    for one in cells:
        by = ", ".join(f"{name} {value}" for name, value in one["by"].items()) or "ensemble"
        said = wording.percent if one["unit"] == "part" else _number
        bounds = "" if one["low"] == one["high"] else f"{said(one['low'])} à {said(one['high'])}"
        grid.add_row(one["id"], one["title"], by, said(one["value"]), bounds, one["unit"])
    screen = Console()
    screen.print(grid)
    for one in cells:
        for line in _explained(one):
            screen.print(line, highlight=False)


def _asked(question: Question) -> str:
    """What holds for every line: the day, the territory, and whose installations are counted."""
    credited = [Attribution(code).label.lower() if code else "non précisée" for code in question.attribution]
    since = f"du {wording.day(question.start)} " if question.start else ""
    place = territory.epci_names()[question.epci_code] if question.epci_code else question.scope.label
    return f"{since}au {wording.day(question.as_of)} · {place} · installations : attribution {wording.listed(credited)}"


def _number(value: float | None) -> str:
    return wording.number(value, 0 if value is None or float(value).is_integer() or value >= 20 else 2)


def _explained(one: dict) -> list[str]:
    lines = [f"{one['title']} : {one['change']['words']}"] if "change" in one else []
    lines += [f"{one['title']} : aucune source ne le renseigne."] if "unfilled" in one else []
    lines += [f"{one['title']} : {lacking_words(one['lacking'])}"] if "lacking" in one else []
    if "proof" not in one:
        return lines
    proof = one["proof"]
    lines += [f"[bold]{one['title']}[/] : {proof['definition']}", f"{proof['formula']} {proof['caveat']}"]
    for epci in proof["epcis"]:
        told = f"{epci['families_count']} foyers" if epci["has_answered"] else "ne le renseigne pas"
        received = epci["received_date"] or "rien reçu"
        lines.append(f"  {epci['epci_name']} ({received}) : {told}, {epci['rejected_count']} refus à corriger")
    places: dict[str, list[str]] = {}
    for line in proof["lines"]:
        place = ", ".join(filter(None, (line["source_file"], line["source_sheet"])))
        places.setdefault(place, []).append(str(line["source_row"]))
    return [*lines, *(f"    {place}, lignes {', '.join(numbers)}" for place, numbers in places.items())]


def _figure(text: str) -> str:
    if text not in catalog():
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un chiffre connu ; il y a {', '.join(catalog())}")
    return text


def _since(text: str) -> date | str:
    return text if text == LAST_COMMITTEE else day(text)


def _parser() -> argparse.ArgumentParser:
    parser = CommandParser(prog="python -m indicators", description="Les chiffres, tels que les écrans les disent.")
    dated = {"type": day, "metavar": "D"}
    parser.add_argument("ids", nargs="*", type=_figure, metavar="ID")
    parser.add_argument("--as-of", **dated, help="date d'arrêté (AAAA-MM-JJ)")
    parser.add_argument("--from", dest="start", **dated, help="début de la période")
    parser.add_argument(
        "--since", type=_since, nargs="?", const=LAST_COMMITTEE, metavar="D", help="depuis ce jour (comité précédent)"
    )
    parser.add_argument("--known-on", **dated, help="tel que connu à cette date")
    parser.add_argument("--epci", type=epci_named, metavar="CODE", help="SIREN ou nom de l'EPCI")
    parser.add_argument("--by", action="append", default=[], metavar="DIM", help="ventilation ; répétable")
    parser.add_argument("--attribution", choices=[*map(str, Attribution), EVERYONE])
    parser.add_argument("--scope", choices=list(map(str, Scope)), default=str(Scope.PROGRAMME))
    parser.add_argument("--unit", choices=list(map(str, Unit)), default=str(Unit.FOYERS))
    parser.add_argument("--proof", action="store_true", help="définition, EPCI, refus, fichiers et lignes")
    parser.add_argument("--json", action="store_true")
    return parser


if __name__ == "__main__":
    sys.exit(main())
