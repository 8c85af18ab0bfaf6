"""Adults and children that other columns tell: a composition in words, a number of persons."""

import re

from etl.contacts.cells import TypedColumn
from etl.contacts.composition import (
    Composition,
    UnknownComposition,
    parse_pair,
    settled,
    without_unsaid_children,
)
from etl.contacts.tables import Table
from etl.words import normal

ADULTS, CHILDREN = re.compile(r"\ba(d|dultes?)?\b"), re.compile(r"\be(nf|nfants?)?\b")  # « Foyer (A/E) »


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
    if not {"composition", "household_role", "persons_count"} & typed.keys():
        return
    nothing = TypedColumn([None] * count, {})
    told = "household_role" if "composition" not in typed and "household_role" in typed else "composition"
    columns = [typed.get(name, nothing) for name in ("adults_count", "children_count", told, "persons_count")]
    adults, children, compositions, persons = (column.values for column in columns)
    compositions = without_unsaid_children(compositions)
    filled = [_filled(*line) for line in zip(adults, children, compositions, persons, strict=True)]
    if told in typed:
        unsaid = {
            place: "unknown_composition"
            for place, (said, known) in enumerate(zip(compositions, filled, strict=True))
            if said and known == (None, None)
        }
        typed[told] = TypedColumn(compositions, typed[told].refused | unsaid)
    for place, name in enumerate(("adults_count", "children_count")):
        typed[name] = TypedColumn([known[place] for known in filled], typed.get(name, nothing).refused)


def _filled(
    adults: int | None, children: int | None, said: Composition | None, persons: int | None
) -> tuple[int | None, int | None]:
    if said:
        adults = said.adults if adults is None else adults
        children = said.children if children is None else children
        persons = said.persons if persons is None else persons
    return settled(adults, children, persons)
