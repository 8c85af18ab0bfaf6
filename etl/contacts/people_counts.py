"""Adults and children that other columns tell: a composition in words, a number of persons."""

from etl.contacts.cells import TypedColumn
from etl.contacts.composition import Composition, settled, without_unsaid_children


def fill_people(typed: dict[str, TypedColumn], count: int) -> None:
    """Fills adults_count and children_count where they are empty; a composition that settles neither is refused."""
    if not {"composition", "persons_count"} & typed.keys():
        return
    nothing = TypedColumn([None] * count, {})
    columns = [typed.get(name, nothing) for name in ("adults_count", "children_count", "composition", "persons_count")]
    adults, children, compositions, persons = (column.values for column in columns)
    compositions = without_unsaid_children(compositions)
    filled = [_filled(*line) for line in zip(adults, children, compositions, persons, strict=True)]
    if "composition" in typed:
        unsaid = {
            place: "unknown_composition"
            for place, (said, known) in enumerate(zip(compositions, filled, strict=True))
            if said and known == (None, None)
        }
        typed["composition"] = TypedColumn(compositions, typed["composition"].refused | unsaid)
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
