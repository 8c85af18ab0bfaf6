"""While hostile files are read, the dashboard goes on answering, and each file gets its sentence."""

import math
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.etl.hostile import compound_kinds, ods_kinds, part_kinds, zip_kinds

CHOSEN = (
    (zip_kinds, "a picture of a gigabyte"),
    (part_kinds, "a cell in the last corner"),
    (part_kinds, "a hundred thousand sheets"),
    (part_kinds, "one long text in seventy thousand cells"),
    (ods_kinds, "the whole sheet by repetition"),
    (compound_kinds, "sectors that follow themselves"),
)
AT_MOST_SECONDS = 10  # a machine that others share; a server that is blocked does not answer at all
FEWEST_ANSWERS = 3


def test_the_dashboard_answers_while_hostile_files_are_read(address: str, visit: Callable[..., Page], tmp_path: Path):
    paths = []
    for number, (table, name) in enumerate(CHOSEN, start=1):
        paths.append(tmp_path / f"suivi-{number}.xlsx")
        paths[-1].write_bytes(table.KINDS[name].make())
    page = visit(f"{address}/donnees")
    with asked(f"{address}/_stcore/health") as seconds:
        page.locator("input[type=file]").set_input_files(paths)
        for path in paths:
            expect(page.get_by_text(f"{path.name} : refusé")).to_be_visible(timeout=180_000)
    assert len(seconds) >= FEWEST_ANSWERS
    assert max(seconds) < AT_MOST_SECONDS


@contextmanager
def asked(url: str) -> Iterator[list[float]]:
    """Asks the address again and again meanwhile; the seconds that each answer took, no end where none came."""
    seconds: list[float] = []
    is_over = threading.Event()

    def ask() -> None:
        while not is_over.wait(0.2):
            start = time.perf_counter()
            try:
                urllib.request.urlopen(url, timeout=60).close()
            except OSError:
                start = -math.inf
            seconds.append(time.perf_counter() - start)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        yield seconds
    finally:
        is_over.set()
        asking.join()
