"""Adults and children that other columns tell: a composition in words, a number of persons."""

import re
from collections.abc import Iterable

from etl.contacts.composition import (
    PEOPLE_FIELDS,
    Composition,
    UnknownComposition,
    parse_pair,
    settled,
    without_unsaid_children,
)
from etl.contacts.tables import Table
from etl.contacts.typed_columns import TypedColumn
from etl.words import normal

ADULTS, CHILDREN = re.compile(r"\ba(d|dultes?)?\b"), re.compile(r"\be(nf|nfants?)?\b")  # « Foyer (A/E) »

COUNTS = ("adults_count", "children_count")


def read_pairs(typed: dict[str, TypedColumn], table: Table) -> None:
    """« 2/3 » counts adults and children in the order in which the heading names them; unsaid, it is asked."""
    if "composition" not in typed:
        return
    heading = normal(table.fields["composition"][0].heading)
    adults, children = ADULTS.search(heading), CHILDREN.search(heading)
    if not adults or not children:
        return
    values, refused = list(typed["composition"].values), dict(typed["composition"].refused)
    texts = table.texts("composition")
    for place in typed["composition"].refused:
        try:
            values[place] = parse_pair(texts[place], children.start() < adults.start())
        except UnknownComposition:
            continue
        del refused[place]
    typed["composition"] = TypedColumn(values, refused)


def fill_people(typed: dict[str, TypedColumn], count: int) -> None:
    """Fills adults_count and children_count where they are empty; a composition that settles neither is refused."""
    told = [name for name in PEOPLE_FIELDS if name in typed]
    if not told and "persons_count" not in typed:
        return
    nothing = TypedColumn([None] * count, {})
    adults, children, persons = (typed.get(name, nothing).values for name in (*COUNTS, "persons_count"))
    columns = [typed[name].values for name in told] or [[None] * count]
    compositions = without_unsaid_children(columns[0]) if len(columns) == 1 else _together(columns)
    filled = [_filled(*line) for line in zip(adults, children, compositions, persons, strict=True)]
    if told:
        unsaid = {
            place: "unknown_composition"
            for place, (said, known) in enumerate(zip(compositions, filled, strict=True))
            if said and (known == (None, None) or (said.has_children and known[1] is None))
        }
        typed[told[0]] = TypedColumn(compositions, typed[told[0]].refused | unsaid)
    for place, name in enumerate(COUNTS):
        typed[name] = TypedColumn([known[place] for known in filled], typed.get(name, nothing).refused)


def _together(columns: list[list[Composition | None]]) -> list[Composition | None]:
    """What several columns say of the same people: the first that says it."""
    lines = [[said for said in line if said] for line in zip(*columns, strict=True)]
    return [Composition(*map(_first_said, zip(*line, strict=True))) if line else None for line in lines]


def _first_said(counts: Iterable[int | None]) -> int | None:
    return next((count for count in counts if count is not None), None)


def _filled(
    adults: int | None, children: int | None, said: Composition | None, persons: int | None
) -> tuple[int | None, int | None]:
    if said:
        adults = said.adults if adults is None else adults
        children = said.children if children is None else children
        persons = said.persons if persons is None else persons
    return settled(adults, children, persons)
