"""A received file of public data by commune -> what the store takes of it, and what must be confirmed first."""

import pandas as pd
from sqlalchemy import Engine

from etl.conditions.merging import KEY
from etl.conditions.reader import read_conditions
from etl.conditions.sheets import recognises
from etl.conditions.tables import indicators
from etl.labour.replacement import Difference, difference
from etl.problems import Problem
from etl.taken import Taken
from programme import wording
from programme.vocabulary import ImportKind
from store import reads

__all__ = ["read_file", "recognises"]


def read_file(engine: Engine, sheets: dict[str, list[list[str]]], file_name: str) -> Taken:
    """Read a file that `recognises` knows; of the same years and indicators, it takes the place of the former.

    Raises RefusedFile where nothing can be taken of it.
    """
    found = read_conditions(sheets, file_name)
    known = reads.read_table(engine, "living_conditions")
    same = ["indicator", "condition_year"]
    again = pd.MultiIndex.from_frame(known[same]).isin(pd.MultiIndex.from_frame(found.rows[same]))
    change = difference(known[again], found.rows, KEY) if again.any() else None
    told, to_confirm = _replacement(change, found.rows)
    return Taken(
        ImportKind.CONDITIONS,
        {"living_conditions": found.rows},
        found.read,
        found.accepted,
        found.rejected,
        found.left_out,
        found.problems,
        told=told,
        to_confirm=to_confirm,
        is_known=change is not None and change.is_none,
    )


def _replacement(change: Difference | None, rows: pd.DataFrame) -> tuple[list[Problem], list[Problem]]:
    if change is None or change.is_none:
        return [], []
    titles = [indicators()[code].title for code in rows["indicator"].unique()]
    years = wording.listed(str(year) for year in sorted(rows["condition_year"].unique()))
    message = _REPLACED.format(titles=" ; ".join(titles), years=years, change=change.words)
    if change.loses_many:
        return [], [Problem("vintage_shrinks", message=f"{message} {_SHRINKS}")]
    return [Problem("vintage_replaced", message=message)], []


_REPLACED = "Déjà connu pour {years} : {titles}. Ce fichier le remplace. {change}."
_SHRINKS = "Beaucoup de lignes disparaîtraient : si c'est voulu, confirmez ; sinon, donnez le fichier complet."
