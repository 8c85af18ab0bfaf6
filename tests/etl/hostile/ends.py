"""How a received file ends: in households, or in the code and the sentence of a refusal."""

from pathlib import Path
from typing import NamedTuple

from etl.contacts.reader import read_contacts
from etl.problems import RefusedFile
from etl.workbook import read_workbook
from tests.etl.hostile.making import ROWS


class End(NamedTuple):
    """`accepted` households where the outcome is « rows », the sentence where it is a code."""

    outcome: str
    accepted: int = 0
    sentence: str = ""


def end_of(path: Path) -> End:
    """Reads it as an import does, up to the store."""
    try:
        return End(ROWS, len(read_contacts(read_workbook(path).with_short_cells()).content.households))
    except RefusedFile as refused:
        return End(refused.problem.code, sentence=refused.problem.message)
