"""Phones, e-mails and names in the one form in which they are compared; they never leave the memory."""

import re
from typing import NamedTuple

from etl.words import normal

FRANCE = "+33"
OVERSEAS = {"262": "+262", "692": "+262", "693": "+262", "590": "+590", "690": "+590", "596": "+596", "696": "+596"}
OVERSEAS |= {"594": "+594", "694": "+594"}
USUAL = re.compile(r"0[1-79](?:[ .-]?\d\d){4}")
WITHIN_WORDS = re.compile(r"(?<!\d)(?:(?:\+|00)\s?33[\s._-]*(?:\(0\)[\s._-]*)?0?|0)[1-9](?:[\s._-]*\d\d){4}(?!\d)")
SEVERAL = re.compile(r"[/;,|\n]|\s(?:ou|et|puis)\s|\s-\s")
TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
TRUNK_CODES = ("31", "32", "41", "44", "49")  # of countries where a number begins with a zero at home
NOT_DIGITS, DECIMALS = re.compile(r"\D"), re.compile(r"[.,]0+\s*$")
EMAIL = re.compile(r"[\w+][\w.+'&%-]*@[\w-]+(?:\.[\w-]+)+")
AT_SIGN = re.compile(r"[@(\[{]")
AROUND_AT = re.compile(r"\s*(?:@|[(\[{]\s*(?:at|arobase)\s*[)\]}])\s*", re.IGNORECASE)
ELIDED = re.compile(r"\b([dlo])['’`´]\s*(?=\w)", re.IGNORECASE)
FOREIGN_LETTERS = str.maketrans("łŁøØđĐı", "lLoOdDi")
TITLES = frozenset(
    (
        *(
            "m",
            "mr",
            "mme",
            "mlle",
            "melle",
            "mm",
            "mmes",
            "monsieur",
            "madame",
            "mademoiselle",
            "messieurs",
            "mesdames",
        ),
        *("mrs", "ms", "miss", "dr", "me", "famille", "foyer", "couple", "et", "ou", "and", "consorts"),
        *("ne", "nee", "ep", "epouse", "epoux", "veuf", "veuve", "vve", "enfant", "enfants"),
    )
)
FEWEST_LETTERS, LONGEST_TEXT = 3, 500
KINDS = ("phone", "email", "name")  # of a key, as the store has them: one for each part of a Person


class Person(NamedTuple):
    """What identifies a household: its phones (E.164), its e-mails, its name as sorted words (one or none)."""

    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def person(phone: str, email: str, name: str, first_name: str) -> Person:
    """The keys of one household, from its texts as they are written."""
    phone, email, name, first_name = (text[:LONGEST_TEXT] for text in (phone, email, name, first_name))
    return Person(phones_of(phone), emails_of(email, phone), name_of(name, first_name))


def phones_of(text: str) -> tuple[str, ...]:
    """Each number in E.164: « 06 12 34 56 78 », « +33 (0)6… » and « 612345678 » are one."""
    if not text:
        return ()
    if USUAL.fullmatch(text):
        digits = text if text.isdigit() else NOT_DIGITS.sub("", text)
        return (_national(digits[1:]),) if len(set(digits[2:])) > 1 else ()
    whole = _phone(DECIMALS.sub("", text))
    found = [whole] if whole else [number for part in SEVERAL.split(text) for number in _phones_within(part)]
    return tuple(dict.fromkeys(filter(None, found)))


def _phones_within(text: str) -> list[str | None]:
    """The only number of a text, else those that are written among words or one after the other."""
    alone = _phone(text)
    return [alone] if alone else list(map(_phone, WITHIN_WORDS.findall(text)))


def _phone(text: str) -> str | None:
    text = TRUNK_ZERO.sub("", text)
    digits = NOT_DIGITS.sub("", text)
    if len(set(digits[-8:])) < 2:
        return None
    if text.lstrip().startswith("+") or digits.startswith("00"):
        number = digits.removeprefix("00")
        return _abroad(number) if 8 <= len(number) <= 15 else None
    if len(digits) == 11 and digits.startswith("33"):
        return _abroad(digits)
    national = digits.removeprefix("0")
    if len(national) == 9 and len(digits) <= 10 and national[0] != "0":
        return _national(national)
    return None


def _national(digits: str) -> str:
    return f"{OVERSEAS.get(digits[:3], FRANCE)}{digits}"


def _abroad(number: str) -> str:
    """« 330612… » is written with a zero too many."""
    if number.startswith("33"):
        return _national(number[2:].removeprefix("0"))
    return f"+{number[:2]}{number[2:].removeprefix('0')}" if number.startswith(TRUNK_CODES) else f"+{number}"


def emails_of(*texts: str) -> tuple[str, ...]:
    """« Paul.Durand @Orange.fr » and « paul.durand(at)orange.fr » are one."""
    signed = [text for text in texts if AT_SIGN.search(text)]
    if len(signed) == 1 and EMAIL.fullmatch(signed[0]):
        return (signed[0].casefold(),)
    written = [AROUND_AT.sub("@", text.replace("\u200b", "")) for text in signed]
    return tuple(dict.fromkeys([found.casefold() for text in written for found in EMAIL.findall(text)]))


def name_of(*texts: str) -> tuple[str, ...]:
    """« M. et Mme LÉVÊQUE Marie-Ange » -> « ange leveque marie »; « D'Arcy » is « Darcy »."""
    said = {word for text in texts for word in _words_of(text)} - TITLES
    return (" ".join(sorted(said)),) if sum(map(len, said)) >= FEWEST_LETTERS else ()


def _words_of(text: str) -> list[str]:
    if text.isalpha() and text.isascii():
        return [text.lower()]
    words = normal(ELIDED.sub(r"\1", text.translate(FOREIGN_LETTERS))).split()
    return [word for word in words if not word[0].isdigit()]
