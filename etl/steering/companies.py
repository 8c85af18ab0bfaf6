"""Companies that took part in actions: what their lines say, in codes. Their names and words are not kept."""

from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from etl.contacts.identity import keyed_hash, read_secret
from etl.problems import Problem
from etl.words import TEXTS_KEPT, normal, stem
from programme.vocabulary import CompanyOutcome

NEGATIONS = ("aucun", "aucune", "pas", "rien", "sans", "neant", "0")
COLUMNS = ["company_id", "campaign_id", "sector", "epci_code", "outcome"]


def coded_companies(
    companies: pd.DataFrame, actions: pd.DataFrame | None, places: list[tuple[str, int]]
) -> tuple[pd.DataFrame, list[Problem]]:
    """One row per company and action, columns of the store: a keyed hash stands for the name, codes for the words.

    `places` are the sheet and line of each row. Told: a sector, an outcome or an action that is not understood (its
    cell stays empty), and a company said twice for one action (the furthest outcome is kept).
    """
    known = _actions(actions)
    secret = read_secret()
    rows, told = [], []
    for line, place in zip(companies.to_dict("records"), places, strict=True):
        row = {
            "company_id": keyed_hash(secret, "company", normal(line["company_name"])),
            "campaign_id": known.get(normal(line.get("campaign_id") or ""), ""),
            "sector": meaning("sector", line.get("sector") or ""),
            "epci_code": line.get("epci_code") or None,
            "outcome": meaning("outcome", line.get("outcome") or ""),
        }
        unread = [name for name in ("campaign_id", "sector", "outcome") if line.get(name) and not row[name]]
        told += [Problem(f"unknown_{name}", *place, message=_MESSAGES[name]) for name in unread]
        rows.append(row)
    coded = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    return _once_each(coded), told


@lru_cache(maxsize=TEXTS_KEPT)
def meaning(field: str, text: str) -> str | None:
    """The code of a sector or an outcome; None where no word tells, or where words tell several sectors.

    Of several outcomes the furthest counts, and a negation means that nothing came of it.
    """
    words = frozenset(map(stem, normal(text).split()))
    if field == "outcome" and words & set(map(stem, NEGATIONS)):
        return CompanyOutcome.SANS_SUITE.value
    found = {phrase: code for phrase, code in _phrases(field).items() if phrase <= words}
    codes = {code for phrase, code in found.items() if not any(phrase < other for other in found)}
    if field == "outcome":
        return next((outcome.value for outcome in CompanyOutcome if outcome in codes), None)
    return codes.pop() if len(codes) == 1 else None


def _actions(actions: pd.DataFrame | None) -> dict[str, str]:
    """The code of an action, and its name -> its code."""
    if actions is None:
        return {}
    codes = actions["campaign_id"]
    named = dict(zip(map(normal, actions["action_name"].fillna("")), codes, strict=True))
    return named | {normal(code): code for code in codes}


def _once_each(coded: pd.DataFrame) -> pd.DataFrame:
    order = {outcome.value: rank for rank, outcome in enumerate(CompanyOutcome)}
    ranked = coded.assign(rank=coded["outcome"].map(order).fillna(len(order)))
    first = ranked.sort_values("rank", kind="stable").drop_duplicates(["company_id", "campaign_id"])
    return first.sort_index().drop(columns="rank").reset_index(drop=True)


@cache
def _phrases(field: str) -> dict[frozenset[str], str]:
    table = pd.read_csv(Path(__file__).with_name("company_words.csv"), dtype=str, encoding="utf-8")
    chosen = table[table["field"] == field]
    return {
        frozenset(map(stem, normal(words).split())): code
        for code, words in zip(chosen["code"], chosen["words"], strict=True)
    }


_MESSAGES = {
    "campaign_id": "L'action n'est pas dans la feuille des actions : écrivez son code. L'entreprise compte sans date.",
    "sector": "Le secteur n'est pas reconnu, ou il y en a plusieurs : écrivez santé et aide à la personne, industrie, "
    "bâtiment, hôtellerie-restauration, agriculture ou services.",
    "outcome": "Ce que l'entreprise a obtenu n'est pas reconnu : écrivez recrutement, stage ou alternance, "
    "candidatures, rencontres, visibilité ou sans suite.",
}
