"""The pairs of files of two EPCIs that may be one family: where each stands, without a name."""

from sqlalchemy import Engine

from programme import territory
from programme.vocabulary import PairDecision
from store import families, reads

EVIDENCE_WORDS = {"phone": "téléphone", "email": "courriel", "name": "nom"}


def told_pairs(engine: Engine, *, with_decided: bool = False) -> list[dict]:
    """The open pairs, or all: see store.families.told_pairs."""
    pairs = reads.read_table(engine, "duplicates")
    if not with_decided:
        pairs = pairs[pairs["decision"] == PairDecision.OPEN]
    return families.told_pairs(pairs, reads.read_table(engine, "households"))


def pair_sentence(pair: dict) -> str:
    """« Grand Cahors, suivi.xlsx, feuille « 2021 », ligne 12 — Figeac, … : même téléphone »."""
    shared = " et ".join(EVIDENCE_WORDS[kind] for kind in pair["evidence"].split())
    sides = " — ".join(_place_words(pair[side]) for side in families.SIDES)
    return f"{sides} : même {shared}" if shared else sides


def _place_words(side: dict) -> str:
    sheet = f", feuille « {side['source_sheet']} »" if side["source_sheet"] else ""
    name = territory.epci_names().get(side["epci_code"], side["epci_code"])
    return f"{name}, {side['source_file']}{sheet}, ligne {side['source_row']}"
