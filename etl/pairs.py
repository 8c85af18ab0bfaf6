"""The pairs of files of two EPCIs that may be one family: where each stands, without a name."""

import pandas as pd
from sqlalchemy import Engine

from programme import territory
from programme.vocabulary import PairDecision
from store import reads

SIDES = {"one": "household_id", "other": "other_household_id"}
PLACE = ("household_id", "epci_code", "source_file", "source_sheet", "source_row", "dossier_ref", "status")
DATES = ("first_contact_date", "installation_date")
EVIDENCE_WORDS = {"phone": "téléphone", "email": "courriel", "name": "nom"}


def told_pairs(engine: Engine, *, with_decided: bool = False) -> list[dict]:
    """One item per pair: `evidence`, `decision`, `reason`; for `one` and `other` the file, the line and the dates."""
    pairs = reads.read_table(engine, "duplicates")
    if not with_decided:
        pairs = pairs[pairs["decision"] == PairDecision.OPEN]
    households = reads.read_table(engine, "households").set_index("household_id", drop=False)
    said = []
    for pair in pairs.to_dict("records"):
        facts = {name: "" if pd.isna(pair[name]) else pair[name] for name in ("evidence", "decision", "reason")}
        said.append(facts | {side: _place(households.loc[pair[key]]) for side, key in SIDES.items()})
    return said


def pair_sentence(pair: dict) -> str:
    """« Grand Cahors, suivi.xlsx, feuille « 2021 », ligne 12 — Figeac, … : même téléphone »."""
    shared = " et ".join(EVIDENCE_WORDS[kind] for kind in pair["evidence"].split())
    sides = " — ".join(_place_words(pair[side]) for side in SIDES)
    return f"{sides} : même {shared}" if shared else sides


def _place(household: pd.Series) -> dict:
    place = {name: None if pd.isna(household[name]) else household[name] for name in PLACE}
    place["source_row"] = place["source_row"] and int(place["source_row"])
    days = {name: None if pd.isna(household[name]) else f"{household[name]:%Y-%m-%d}" for name in DATES}
    return place | days


def _place_words(side: dict) -> str:
    sheet = f", feuille « {side['source_sheet']} »" if side["source_sheet"] else ""
    name = territory.epci_names().get(side["epci_code"], side["epci_code"])
    return f"{name}, {side['source_file']}{sheet}, ligne {side['source_row']}"
