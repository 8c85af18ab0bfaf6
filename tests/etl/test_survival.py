"""An import that is killed, or for which there is no room: the store holds the old state or the new one."""

import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event

from etl import workbook
from etl.pipeline import Choices, import_file
from store import engine as store_engine
from store import reads
from tests.etl.making import HEADINGS, write_csv

pytestmark = pytest.mark.whole

TABLES = ("households", "needs", "household_keys", "imports", "rejections")
BEFORE, AFTER = (Choices(received_date=day, accepts_proposals=True) for day in (date(2022, 3, 31), date(2022, 6, 30)))
PATIENCE_SECONDS = 60
KIBIBYTE, PAGE = 1024, 4096
ROOM = (0, 4, 12, 28, 60, 124, 252, 1020)  # kibibytes beside the old store
OUTCOMES = {"accepted": 0, "refused": 3}
STEPS = [
    ("BEGIN", 1),
    ("SELECT", 1),
    ("INSERT INTO imports", 1),
    ("INSERT INTO households", 60),
    ("INSERT INTO needs", 1),
    ("INSERT INTO household_keys", 120),
    ("COMMIT", 1),
]


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory) -> Iterator[tuple[Path, Path]]:
    """An EPCI's workbook, and the next one, with more households; what the reader's child says of each is kept."""
    folder = tmp_path_factory.mktemp("workbooks")
    paths = folder / "Grand Cahors.csv", folder / "Grand Cahors 2.csv"
    rows = [[f"GC-{n}", f"Nom{n}", "03/05/2021", "suivi", "Cahors", "logement"] for n in range(1, 121)]
    for path, count in zip(paths, (20, 120), strict=True):
        write_csv(path, [[*HEADINGS, "Besoins"], *rows[:count]])
    said = {path: list(workbook._run_child(path)) for path in paths}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "_run_child", lambda path: (line for line in said[path]))
        yield paths


@pytest.fixture(scope="module")
def states(workbooks, tmp_path_factory) -> tuple[bytes, dict, dict]:
    """The old store's file, then what it holds before and after the second workbook."""
    path = tmp_path_factory.mktemp("whole") / "store.sqlite"
    assert in_a_child(path, workbooks[0], BEFORE) == 0
    content, old = path.read_bytes(), held(path)
    assert in_a_child(path, workbooks[1], AFTER) == 0
    return content, old, held(path)


def held(path: Path) -> dict[str, str]:
    """All that a store holds, but the moment at which it was accepted."""
    store = create_engine(f"sqlite:///{path}")
    try:
        tables = {name: reads.read_table(store, name, history=True) for name in TABLES}
        return {name: rows.drop(columns="accepted_at", errors="ignore").to_csv() for name, rows in tables.items()}
    finally:
        store.dispose()


def in_a_child(path: Path, received: Path, choices: Choices, meddle: Callable[[Engine], None] | None = None) -> int:
    """Imports a workbook in a process of its own, which `meddle` may end; its return code."""
    child = os.fork()
    if not child:
        code = 1
        try:
            signal.alarm(PATIENCE_SECONDS)
            store = store_engine._opened.__wrapped__(f"sqlite:///{path}")
            if meddle:
                meddle(store)
            code = OUTCOMES[import_file(store, received, choices).status]
            store.dispose()
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def killed_at(begins: str, count: int) -> Callable[[Engine], None]:
    """Ends the process, as kill -9 does, when it is about to run such a statement for that time, each row being one."""
    met = iter(range(1, count))

    def trace(statement: str) -> None:
        if statement.startswith(begins) and next(met, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    def meddle(store: Engine) -> None:
        store.dispose()
        event.listen(store, "connect", lambda connection, _record: connection.set_trace_callback(trace))

    return meddle


@pytest.mark.parametrize(("begins", "count"), STEPS)
def test_a_killed_import_leaves_the_old_state_and_is_taken_afterwards(workbooks, states, tmp_path, begins, count):
    content, old, new = states
    path = tmp_path / "store.sqlite"
    path.write_bytes(content)
    assert in_a_child(path, workbooks[1], AFTER, killed_at(begins, count)) == -signal.SIGKILL
    assert held(path) == old
    assert in_a_child(path, workbooks[1], AFTER) == 0
    assert held(path) == new


@pytest.fixture
def small_disk(tmp_path):
    """A function that mounts a disk of so many bytes; called again, it gives it another size."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = []

    def sized(size: int) -> Path:
        options = f"{'remount,' if mounted else ''}size={size}"
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder]
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("a disk of a chosen size cannot be mounted here: it takes the right to mount")
        mounted.append(size)
        return folder

    yield sized
    if mounted:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("kibibytes", ROOM)
def test_a_full_disk_leaves_the_old_state_or_the_new(workbooks, states, small_disk, kibibytes):
    content, old, new = states
    size = -(-len(content) // PAGE) * PAGE + kibibytes * KIBIBYTE
    path = small_disk(size) / "store.sqlite"
    path.write_bytes(content)
    code = in_a_child(path, workbooks[1], AFTER)
    small_disk(size + 64 * KIBIBYTE * KIBIBYTE)
    assert (code, held(path)) in ((0, new), (1, old), (OUTCOMES["refused"], old))
    if code:
        assert in_a_child(path, workbooks[1], AFTER) == 0
    assert held(path) == new
