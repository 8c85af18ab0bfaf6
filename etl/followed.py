"""Follow-up workbooks: read with what was confirmed before, compared with what is known of their EPCI."""

from dataclasses import replace
from datetime import date

import pandas as pd
from sqlalchemy import Engine

from etl.changes import are_known, change_of
from etl.choices import Known, known_choices, rows_to_keep
from etl.contacts import reader as contacts
from etl.contacts.households import Households
from etl.contacts.reader import Reading
from etl.contacts.understanding import DoubtfulLabel
from etl.problems import Problem, RefusedFile
from etl.recognised import doubts_of
from etl.report import Choices
from etl.several import split_by_epci
from etl.template import reader as template
from etl.understood import Understood, rejection_rows
from etl.workbook import Workbook
from programme import territory, wording
from programme.vocabulary import ImportKind
from store import families, reads


def understand_contacts(engine: Engine, workbook: Workbook, base: Understood, choices: Choices) -> list[Understood]:
    """One understanding per EPCI of which the workbook speaks. Raises RefusedFile where it cannot be read."""
    known = known_choices(engine, choices.chosen)
    readings = _readings(workbook, known, choices.epci_code)
    if not any(reading.read_count for reading in readings):
        raise RefusedFile(Problem("no_household", message=NO_HOUSEHOLD))
    settled = tuple(DoubtfulLabel(name, 0, code, text) for (name, text), code in known.settled.items())
    return [_understood(engine, _with(reading, settled), base, choices) for reading in readings]


def _with(reading: Reading, settled: tuple[DoubtfulLabel, ...]) -> Reading:
    return replace(reading, recognition=replace(reading.recognition, settled_labels=settled))


def _readings(workbook: Workbook, known: Known, epci_code: str | None) -> list[Reading]:
    if template.recognises(workbook):
        return [template.read_template(workbook, known)]
    split = split_by_epci(workbook, known) if epci_code is None else None
    if not split or not split.parts:
        return [contacts.read_contacts(workbook, epci_code, known)]
    readings = [contacts.read_contacts(part, code, known) for code, part in split.parts]
    readings[0].content.rejected.extend(split.lost)
    return readings


def _understood(engine: Engine, reading: Reading, base: Understood, choices: Choices) -> Understood:
    content = reading.content
    received = reading.drawn_up_date or base.received_date
    before = reads.read_table(engine, "households", known_on=received)
    before = _under_new_ids(engine, before[before["epci_code"] == reading.epci_code], reading)
    change = change_of(before, content.households, choices.kind)
    told = [*change.told, *_older(engine, reading.epci_code, received)]
    report = replace(
        base.report,
        epci_code=reading.epci_code,
        kind=str(change.kind),
        read=reading.read_count,
        accepted=len(content.households),
        rejected=len(content.rejected),
        left_out=len(reading.left_out),
        problems=[*told, *content.rejected, *content.refused, *content.told, *reading.left_out],
        change=change,
        recognition=reading.recognition,
    )
    is_hers = reading.is_epci_sure or are_known(before, content.households)
    guessed = [] if is_hers else [_epci_guessed(reading.epci_code)]
    if content.journal_lines_count:
        message = JOURNAL.format(
            lines=wording.counted(content.journal_lines_count, "ligne est comprise", "lignes sont comprises")
        )
        guessed.append(Problem("journal_guessed", message=message))
    return replace(
        base,
        report=report,
        frames=_frames(content, base.source_file),
        received_date=received,
        is_demo=base.is_demo or reading.is_fictional,
        to_confirm=[*guessed, *doubts_of(reading.recognition), *change.to_confirm],
        choices=rows_to_keep(reading.epci_code, reading.recognition, choices.chosen),
    )


def _under_new_ids(engine: Engine, before: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """The households known before; those without a number, that the workbook tells with an e-mail more, under the id
    that this gives."""
    is_gone = ~before["household_id"].isin(reading.content.households["household_id"])
    lost = set(before.loc[is_gone & before["dossier_ref"].isna(), "household_id"])
    if not lost:
        return before
    keys = reading.content.household_keys
    new = keys[~keys["household_id"].isin(before["household_id"])].assign(epci_code=reading.epci_code)
    became = families.became(reads.read_keys(engine, lost), new)
    return before.assign(household_id=before["household_id"].replace(became))


def _epci_guessed(epci_code: str) -> Problem:
    return Problem("epci_guessed", message=EPCI_GUESSED.format(epci=territory.epci_names()[epci_code]))


def _frames(content: Households, source_file: str) -> dict[str, pd.DataFrame]:
    return {
        "households": content.households,
        "needs": content.needs,
        "household_keys": content.household_keys,
        "rejections": rejection_rows(content.rejected, content.refused, source_file),
    }


def _older(engine: Engine, epci_code: str, received: date) -> list[Problem]:
    """A workbook older than one already received completes the past; it is told that the present may not change."""
    imports = reads.read_imports(engine)
    states = imports[(imports["epci_code"] == epci_code) & (imports["kind"] == ImportKind.STATE)]
    later = states.loc[states["received_date"] > pd.Timestamp(received), "received_date"]
    if later.empty:
        return []
    days = {"mine": wording.day(received), "later": wording.day(later.max())}
    return [Problem("older_file", message=OLDER_FILE.format(**days))]


EPCI_GUESSED = (
    "Rien dans le fichier ne nomme l'EPCI : d'après ses communes, c'est {epci}. Confirmez-le (--yes), ou dites de quel "
    "EPCI il est (--epci CODE)."
)
NO_HOUSEHOLD = (
    "Les titres sont là, mais aucun foyer n'est écrit dessous : rien n'est pris. Remplissez une ligne par foyer et "
    "renvoyez le fichier."
)
JOURNAL = (
    "{lines} comme d'autres échanges d'un foyer déjà écrit, car elles portent le même n° de dossier, ou le même nom "
    "dans un journal. Confirmez-le, ou donnez un numéro à chaque foyer."
)
OLDER_FILE = (
    "Ce classeur est du {mine}, avant celui du {later} déjà reçu : il complète le passé, et n'apporte à l'état actuel "
    "que les années dont l'autre ne parle pas."
)
