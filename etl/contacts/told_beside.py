"""What one column tells in the place of another: a channel by ticks, a step by the day beside it, a situation under
« Profession »."""

from etl.contacts.labels import whole_label
from etl.contacts.spellings import OCCUPATION, PRECISION
from etl.contacts.tables import Table
from etl.contacts.told_steps import STEPS
from etl.contacts.typed_columns import TypedColumn
from programme.vocabulary import Channel, Profile

STATUS_DATE = "status_date"
SITUATIONS = {Profile.RETRAITE, Profile.TELETRAVAILLEUR, Profile.DEMANDEUR_EMPLOI, Profile.ETUDIANT}


def ticked_channels(typed: dict[str, TypedColumn], count: int) -> None:
    """One column a channel: the one that is ticked; where several are, none is taken and it is asked."""
    channels = [channel for channel in Channel if f"channel:{channel}" in typed]
    if not channels:
        return
    nothing = TypedColumn([None] * count, {})
    values, refused = list(typed.get("channel", nothing).values), {}
    for place in range(count):
        ticked = [channel for channel in channels if typed[f"channel:{channel}"].values[place]]
        if len(ticked) > 1:
            refused[place] = "several_channels"
        elif ticked and values[place] is None:
            values[place] = str(ticked[0])
    last = typed[f"channel:{channels[-1]}"]
    typed[f"channel:{channels[-1]}"] = TypedColumn(last.values, last.refused | refused)
    typed["channel"] = TypedColumn(values, typed.get("channel", nothing).refused)


def fill_profiles(typed: dict[str, TypedColumn], table: Table) -> None:
    """« Retraité » or « télétravail » under « Profession », where no column is the situation."""
    if OCCUPATION not in typed or "profile" in typed:
        return
    occupations = typed[OCCUPATION]
    said = [
        None if code or place in occupations.refused else whole_label("profile", text)
        for place, (code, text) in enumerate(zip(occupations.values, table.texts(OCCUPATION), strict=True))
    ]
    if SITUATIONS.intersection(said):
        typed["profile"] = TypedColumn([code if code in SITUATIONS else None for code in said], {})


def fill_status_dates(columns: dict[str, list], typed: dict[str, TypedColumn]) -> None:
    """« Visite | 04/05/2019 » side by side: the day of the step that the status names, where no column tells it."""
    if STATUS_DATE not in typed or "status" not in columns:
        return
    count = len(columns["status"])
    for place, (status, day) in enumerate(zip(columns["status"], typed[STATUS_DATE].values, strict=True)):
        name = STEPS.get(status)
        if name is None or day is None:
            continue
        dates = columns.setdefault(name, [None] * count)
        if dates[place] is None:
            dates[place] = day[0]
            columns.setdefault(f"{name}{PRECISION}", [None] * count)[place] = str(day[1])
