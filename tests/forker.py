"""`python -m tests.forker MEGABYTES SECONDS` reads as etl.parse does, a forked child per line of stdin.

A line is a file to read and one to write the answer to; what is said back is the child's return code. Only the start
of an interpreter is saved: limits, code and process are those of the product.
"""

import os
import signal
import sys

from etl import parse
from etl.files import ods_looks, values, xlsx_looks

LOADED = (ods_looks, values, xlsx_looks)
PATIENCE = 10  # seconds past the limit of processor time


def main(megabytes: str, seconds: str) -> None:
    for line in sys.stdin:
        path, output = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            _read(path, output, megabytes, seconds)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _read(path: str, output: str, megabytes: str, seconds: str) -> None:
    signal.alarm(int(seconds) + PATIENCE)
    code = 1
    try:
        with open(output, "w", encoding="utf-8") as sys.stdout:
            parse.main(path, megabytes, seconds)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main(*sys.argv[1:])
