"""The upload lives as long as its import."""

import subprocess
import tempfile
from pathlib import Path

import pytest

from ui import imports
from ui.imports import Upload


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Suivi.xlsx", "Suivi.xlsx"),
        ("../../ailleurs.csv", "ailleurs.csv"),
        ("C:\\bureau\\a.ods", "a.ods"),
        ("/", "fichier"),
    ],
)
def test_the_upload_is_held_under_its_own_name_and_deleted(folder, name, kept):
    with imports.held(Upload(name, b"octets")) as path:
        assert (path.name, path.read_bytes(), path.parent.parent) == (kept, b"octets", folder)
        assert path.parent.stat().st_mode & 0o777 == 0o700
    assert list(folder.iterdir()) == []


def test_it_is_deleted_where_the_import_fails(folder):
    with pytest.raises(ValueError, match="no"), imports.held(Upload("a.xlsx", b"")):
        raise ValueError("no")
    assert list(folder.iterdir()) == []


def test_a_child_that_dies_is_told_in_french(monkeypatch):
    ended = subprocess.CompletedProcess([], -9, "", "")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_options: ended)
    with pytest.raises(imports.CommandFailed, match="sans réponse"):
        imports.undo(3)


def test_what_a_child_writes_on_the_way_is_deleted_with_the_upload(folder, monkeypatch):
    def leave(_command, *, env, **_options):
        (Path(env["TMPDIR"]) / "feuille").write_bytes(b"")
        assert [held.name for held in folder.glob("*/feuille")] == ["feuille"]
        return subprocess.CompletedProcess([], 0, "[]", "")

    monkeypatch.setattr(subprocess, "run", leave)
    imports.receive(Upload("a.csv", b""), accepts_proposals=True, epci="", kind="", received="", chosen={})
    with pytest.raises(imports.CommandFailed):
        imports.template("200023737")
    assert list(folder.iterdir()) == []
