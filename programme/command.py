"""Commands that answer in French: what argparse says when it does not understand."""

import argparse
from datetime import date
from typing import NoReturn

from programme import territory, wording

WORDS = {
    "argument ": "",
    "invalid choice: ": "valeur inconnue : ",
    "(choose from ": "(il y a ",
    "expected one argument": "il manque une valeur",
    "expected at least one argument": "il manque une valeur",
    "unrecognized arguments: ": "option inconnue : ",
    "the following arguments are required: ": "il manque ",
    "not allowed with ": "ne va pas avec ",
    "ambiguous option: ": "option ambiguë : ",
    " could match ": ", qui peut être ",
    "ignored explicit argument ": "valeur en trop : ",
    "invalid int value: ": "ce n'est pas un nombre entier : ",
}


class CommandParser(argparse.ArgumentParser):
    """A parser that says what is wrong in one French sentence on stderr, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        for english, french in WORDS.items():
            message = message.replace(english, french)
        self.exit(2, f"{message.rstrip('.')}. Aide : {self.prog} --help\n")


def day(text: str) -> date:
    """A date given to a command. Raises argparse.ArgumentTypeError for what is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"« {text} » n'est pas une date du calendrier, écrite AAAA-MM-JJ (par exemple 2022-03-31)"
        ) from None


def epci_named(text: str) -> str:
    """The SIREN of an EPCI given to a command, by it or by its name. Raises argparse.ArgumentTypeError for no EPCI."""
    names = territory.epci_names()
    for code, name in names.items():
        if text == code or _plain(text) == _plain(name):
            return code
    known = wording.listed(f"{name} ({code})" for code, name in names.items())
    raise argparse.ArgumentTypeError(f"« {text} » n'est pas un EPCI du programme. Il y a {known}")


def _plain(name: str) -> str:
    return name.casefold().replace("-", " ").strip()
