"""Files that only pass through: in a folder of one process, deleted when it is done, or later where it was killed."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from programme.settings import settings


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder that only its owner may read, deleted at the end with all that it holds."""
    with tempfile.TemporaryDirectory(prefix=f"{_prefix()}{os.getpid()}-", ignore_cleanup_errors=True) as place:
        yield Path(place)


def purge() -> None:
    """Deletes what killed processes left behind; asked at a start, when a folder of our own number is another's."""
    prefix = _prefix()
    for place in Path(tempfile.gettempdir()).glob(f"{prefix}*-*"):
        owner = place.name.removeprefix(prefix).split("-")[0]
        if owner.isdigit() and (int(owner) == os.getpid() or not _is_alive(int(owner))):
            shutil.rmtree(place, ignore_errors=True)


def _prefix() -> str:
    """One per store: two installations on a machine never delete each other's files."""
    return f"ohmylot-{hashlib.sha256(settings().store.encode()).hexdigest()[:12]}-"


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
