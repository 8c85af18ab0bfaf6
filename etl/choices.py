"""What référents settled once of their headings and labels: read from the store, and to be written with an import."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd
from sqlalchemy import Engine

from etl.contacts.columns import Certainty
from etl.contacts.identity import heading_hash, label_hash, read_secret
from etl.contacts.understanding import Confirmed, Recognition
from store import reads

NOT_READ = "ignored"


@dataclass(frozen=True)
class Chosen:
    """What a person chooses while a file is imported: heading's hash -> field, (field, label's hash) -> code,
    empty where nobody knows what it means."""

    headings: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.headings or self.labels)


@dataclass(frozen=True)
class Known(Confirmed):
    """What was confirmed before by each EPCI, and first what is chosen now, whoever's the file is.

    `settled` holds the (field, label) of the file that it answered for, with their codes: for the screen, never kept.
    """

    chosen: Chosen = field(default_factory=Chosen)
    settled: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    def heading(self, epci_code: str | None, heading: str) -> str | None:
        said = self.chosen.headings.get(heading_hash(self.secret, heading)) if self.chosen.headings else None
        return said or super().heading(epci_code, heading)

    def label(self, epci_code: str | None, field: str, label: str) -> str | None:
        said = self.chosen.labels.get((field, label_hash(self.secret, field, label))) if self.chosen.labels else None
        if said is None:
            said = super().label(epci_code, field, label)
        if said:
            self.settled[field, label] = said
        return said or None


def known_choices(engine: Engine, chosen: Chosen) -> Known:
    layouts = reads.read_table(engine, "layouts")
    labels = reads.read_table(engine, "label_choices")
    headings = {(row.epci_code, row.header_hash): row.field for row in layouts.itertuples()}
    codes = {(row.epci_code, row.field, row.label_hash): row.chosen_code for row in labels.itertuples()}
    return Known(read_secret(), headings, codes, chosen)


def rows_to_keep(epci_code: str, recognition: Recognition, chosen: Chosen) -> dict[str, pd.DataFrame]:
    """The rows of `layouts` and `label_choices` that accepting a file writes: what was chosen, and the proposals that
    were accepted with it."""
    secret = read_secret()
    proposed = {
        heading_hash(secret, column.heading): column.field
        for table in recognition.tables
        for column in table.columns
        if column.certainty == Certainty.LIKELY and column.heading
    }
    headings = [(epci_code, key, name) for key, name in (proposed | dict(chosen.headings)).items()]
    labels = [(epci_code, name, key, code) for (name, key), code in chosen.labels.items()]
    return {
        "layouts": pd.DataFrame(headings, columns=["epci_code", "header_hash", "field"], dtype=object),
        "label_choices": pd.DataFrame(
            labels, columns=["epci_code", "field", "label_hash", "chosen_code"], dtype=object
        ),
    }
