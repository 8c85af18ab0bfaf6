"""Children that read as the product's does, without waiting for an interpreter to start each time."""

import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

from etl import workbook
from programme.settings import ROOT

MEGABYTES, SECONDS = "700", "60"
MOST_ANSWER_BYTES = 60_000_000
PRODUCT_CHILD = workbook._run_child
Run = Callable[[Path], Generator[bytes, None, None]]


@contextmanager
def quick_children(folder: Path) -> Iterator[Run]:
    """A stand-in for etl.workbook._run_child; the last answer is written in `folder`."""
    command = [sys.executable, "-m", "tests.forker", MEGABYTES, SECONDS]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    forkers = []

    def forker() -> subprocess.Popen:
        if not forkers:
            forkers.append(subprocess.Popen(command, cwd=ROOT, env=workbook.child_environment(), text=True, **pipes))
        return forkers[0]

    def run(path: Path) -> Generator[bytes, None, None]:
        output = folder / "answer.json"
        print(path.resolve(), output, sep="\t", file=forker().stdin, flush=True)
        code = int(forker().stdout.readline())
        assert code != -signal.SIGALRM, "the child hung"
        assert output.stat().st_size <= MOST_ANSWER_BYTES, "the parent would have to hold too much"
        yield from (line for line in output.read_bytes().splitlines(keepends=True) if line.endswith(b"\n"))
        workbook.check_end(code)

    yield run
    for started in forkers:
        started.stdin.close()
        started.wait()
