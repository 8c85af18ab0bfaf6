"""Workbooks changed at random: bytes, members, XML. `python -m tests.etl.hostile.mutations 2000` tries as many."""

import io
import random
import re
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from etl import workbook
from programme.settings import DEMO
from tests.children import quick_children
from tests.etl.hostile.compound_kinds import xls
from tests.etl.hostile.ends import end_of
from tests.etl.hostile.making import ods, xlsx
from tests.etl.hostile.text_kinds import csv

SUFFIXES = {".xlsx", ".ods", ".csv"}
NUMBER, TAG = re.compile(rb"\d+"), re.compile(rb"<[^>]{1,200}>")
ODD_VALUES = (
    b"-1",
    b"0",
    b"4294967296",
    b"1e308",
    b"NaN",
    b"",
    b"\xff\xfe",
    b"&#0;",
    b"<",
    b"\xed\xa0\x80",
    b"x" * 70_000,
)
MOST_FLIPS = 40

Change = Callable[[bytes, random.Random], bytes]


@cache
def sources() -> tuple[tuple[str, bytes], ...]:
    """(suffix, content): four small workbooks, one a format, then the demo's ten."""
    small = ((".xlsx", xlsx()), (".ods", ods()), (".xls", xls()), (".csv", csv()))
    demo = sorted(path for path in DEMO.iterdir() if path.suffix in SUFFIXES)
    return (*small, *((path.suffix, path.read_bytes()) for path in demo))


def mutated(seed: int, sources_count: int | None = None) -> tuple[str, bytes]:
    """The suffix and the content of the mutation of this number, the same at each run."""
    rng = random.Random(seed)
    suffix, content = rng.choice(sources()[:sources_count])
    changes: list[Change] = [flip, cut, repeat_block]
    if content.startswith(b"PK"):
        changes += [swap_members, drop_member, *[edit_member] * 15]  # other changes mostly break the archive
    for _ in range(rng.randint(1, 3)):
        content = rng.choice(changes)(content, rng)
    return suffix, content


def flip(content: bytes, rng: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(rng.randint(1, MOST_FLIPS) if changed else 0):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def cut(content: bytes, rng: random.Random) -> bytes:
    first, last = sorted(rng.randrange(len(content) + 1) for _ in range(2))
    return content[:last] if rng.random() < 0.5 else content[:first] + content[last:]


def repeat_block(content: bytes, rng: random.Random) -> bytes:
    first, place = (rng.randrange(len(content) + 1) for _ in range(2))
    return content[:place] + content[first : first + rng.randint(1, 500)] + content[place:]


def swap_members(content: bytes, rng: random.Random) -> bytes:
    def swap(members: dict[str, bytes]) -> None:
        one, other = rng.choice(list(members)), rng.choice(list(members))
        members[one], members[other] = members[other], members[one]

    return _repacked(content, swap)


def drop_member(content: bytes, rng: random.Random) -> bytes:
    return _repacked(content, lambda members: members.pop(rng.choice(list(members))))


def edit_member(content: bytes, rng: random.Random) -> bytes:
    """One part with its bytes, its numbers or its tags changed: what a broken program would write."""

    def edit(members: dict[str, bytes]) -> None:
        name = rng.choice(list(members))
        members[name] = rng.choice((flip, cut, odd_number, odd_tag, odd_tag))(members[name], rng)

    return _repacked(content, edit)


def odd_number(content: bytes, rng: random.Random) -> bytes:
    return _replaced(content, NUMBER, rng.choice(ODD_VALUES), rng)


def odd_tag(content: bytes, rng: random.Random) -> bytes:
    tags = TAG.findall(content[:200_000])
    return _replaced(content, TAG, rng.choice([*tags[:500], *ODD_VALUES]), rng)


def _replaced(content: bytes, what: re.Pattern, value: bytes, rng: random.Random) -> bytes:
    places = [found.span() for found in what.finditer(content)]
    for first, last in sorted(rng.sample(places, min(len(places), rng.randint(1, 5))), reverse=True):
        content = content[:first] + value + content[last:]
    return content


def _repacked(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    """The archive with its members changed; as it is where an earlier mutation has broken it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        return content
    if members:
        change(members)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in members.items():
            archive.writestr(name, part)
    return packed.getvalue()


def main(count: str) -> None:
    """Tries as many mutations of every source and counts how they end; an error nobody foresaw ends it."""
    with tempfile.TemporaryDirectory() as name, quick_children(Path(name)) as run:
        workbook._run_child = run
        ends: Counter[str] = Counter()
        for seed in range(int(count)):
            suffix, content = mutated(seed)
            path = Path(name) / f"Grand Cahors{suffix}"
            path.write_bytes(content)
            try:
                ends[end_of(path).outcome] += 1
            except Exception as error:
                raise AssertionError(f"mutation {seed} is neither rows nor a refusal") from error
    print(f"{ends.total()} mutated files: {dict(ends.most_common())}")


if __name__ == "__main__":
    main(*sys.argv[1:])
