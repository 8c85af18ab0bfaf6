"""The ten workbooks in any order, each sent one to ten times: the same current state."""

from datetime import date
from functools import cache
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from hypothesis.strategies import integers

from etl import followed, workbook
from etl.pipeline import Choices, import_file
from store import reads
from store.engine import open_store

MOST_TIMES = 10
RECEIVED = Choices(received_date=date(2022, 3, 31), accepts_proposals=True)
EXAMPLES, STEPS = 1, 12


def state_of(store) -> pd.DataFrame:
    """What `export households` says, but for the numbers of the imports and the order of the rows."""
    households = reads.read_table(store, "households").drop(columns="import_id")
    return households.sort_values("household_id", ignore_index=True)


def machine(paths: list, expected: pd.DataFrame) -> type[RuleBasedStateMachine]:
    class Sending(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.folder = TemporaryDirectory()
            self.store = open_store(f"sqlite:///{self.folder.name}/store.sqlite")
            self.times = dict.fromkeys(paths, 0)

        @rule(place=integers(0, len(paths) - 1))
        def send(self, place: int) -> None:
            path = paths[place]
            if self.times[path] < MOST_TIMES:
                status = import_file(self.store, path, RECEIVED).status
                assert status == ("unchanged" if self.times[path] else "accepted")
                self.times[path] += 1

        def teardown(self) -> None:
            for place, path in enumerate(paths):
                if not self.times[path]:
                    self.send(place)
            pd.testing.assert_frame_equal(state_of(self.store), expected)
            self.store.dispose()
            self.folder.cleanup()

    return Sending


@pytest.mark.whole
def test_the_order_in_which_workbooks_come_changes_nothing(demo_files, empty_store, chosen):
    """Each workbook is read once: the reading itself is the same whatever the store holds."""
    run_child = workbook._run_child
    said = cache(lambda path: list(run_child(path)))
    with chosen(secret="a secret for tests"), pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "_run_child", lambda path: (line for line in said(path)))
        readings: dict = {}
        read = followed.contacts.read_contacts

        def read_once(book, epci_code, known):
            key = (book.file_name, tuple(sheet.name for sheet in book.sheets), epci_code)
            return readings.get(key) or readings.setdefault(key, read(book, epci_code, known))

        patch.setattr(followed.contacts, "read_contacts", read_once)
        for path in demo_files:
            import_file(empty_store, path, RECEIVED)
        sending = machine(demo_files, state_of(empty_store))
        run_state_machine_as_test(sending, settings=settings(max_examples=EXAMPLES, stateful_step_count=STEPS))
