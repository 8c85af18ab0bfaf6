"""What passes through is deleted at its end, and at the next start where its process was killed."""

import os
import subprocess
import sys
import tempfile

import pytest

from etl.__main__ import main
from programme.passing import passing_folder, purge


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_is_its_owner_s_alone_and_leaves_nothing(temporary):
    with pytest.raises(ValueError, match="no"), passing_folder() as place:
        (place / "suivi.xlsx").write_bytes(b"")
        assert (place.parent, place.stat().st_mode & 0o777) == (temporary, 0o700)
        raise ValueError("no")
    assert list(temporary.iterdir()) == []


def left_by(owner: int, temporary) -> str:
    with passing_folder() as place:
        name = place.name.replace(f"-{os.getpid()}-", f"-{owner}-")
    (temporary / name).mkdir()
    (temporary / name / "suivi.xlsx").write_bytes(b"")
    return name


def test_what_a_killed_process_left_is_deleted_at_the_next_start(temporary, chosen):
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    kept = [left_by(os.getppid(), temporary)]
    for owner in (gone.pid, os.getpid()):
        left_by(owner, temporary)
    with chosen(store="sqlite:///another"):
        kept.append(left_by(gone.pid, temporary))
    purge()
    assert sorted(place.name for place in temporary.iterdir()) == sorted(kept)


def test_every_command_begins_by_deleting_it(temporary, tmp_path, capsys):
    left_by(os.getpid(), temporary)
    assert main(["template", "200023737", "-o", str(tmp_path / "modèle.xlsx")]) == 0
    assert [place.name for place in temporary.iterdir()] == ["modèle.xlsx"]
