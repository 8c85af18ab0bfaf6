"""Zip archives whose bytes depend on nothing but what they hold."""

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

STAMP = datetime(2022, 3, 31, 9, 0)
FIRST = "mimetype"


def save(workbook: Workbook, path: Path) -> Path:
    """Write a workbook of openpyxl; the same bytes whenever it is written."""
    packed = io.BytesIO()
    workbook.save(packed)
    repack(path, packed.getvalue())
    return path


def repack(path: Path, packed: bytes) -> None:
    """Write an .xlsx or .ods again with fixed times, one order and fixed properties."""
    source = zipfile.ZipFile(io.BytesIO(packed))
    names = sorted(source.namelist(), key=lambda name: (name != FIRST, name != "[Content_Types].xml", name))
    with zipfile.ZipFile(path, "w") as target:
        for name in names:
            member = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            member.compress_type = zipfile.ZIP_STORED if name == FIRST else zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            target.writestr(member, _stamped(name, source.read(name)), compresslevel=9)


def _stamped(name: str, content: bytes) -> bytes:
    """The time of writing that openpyxl puts in docProps/core.xml becomes ours."""
    if name != "docProps/core.xml":
        return content
    said = f"{STAMP:%Y-%m-%dT%H:%M:%SZ}".encode()
    return re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</)", rb"\g<1>" + said + rb"\g<3>", content)
