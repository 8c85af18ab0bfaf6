"""The demo's tables: what is drawn, and how each EPCI writes."""

from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent


@cache
def table(name: str) -> dict:
    """One table by its name, `society` or `habits/grand_cahors`; shared, not to be changed."""
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"))


@cache
def habit_names() -> tuple[str, ...]:
    """The ten workbooks, in the order of their names."""
    return tuple(sorted(path.stem for path in (FOLDER / "habits").glob("*.yml")))
