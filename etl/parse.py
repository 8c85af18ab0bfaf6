"""The child process that opens one received file: `python -m etl.parse PATH` writes its cells as JSON on stdout.

A file may be broken on purpose; here it can only end this process, which holds no secret and bounds its own memory and
processor time. Every cell becomes text, dates ISO; only what a person can see in the sheet is given.
"""

import csv
import io
import json
import resource
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

ZIP, COMPOUND = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
DELIMITERS = ";\t,"


class Unreadable(Exception):
    """Carries the code of why a file cannot be opened."""


def read_sheets(path: Path) -> list[dict]:
    """One item per visible sheet: its name and its rows of texts, from line 1 and column A on."""
    head = path.open("rb").read(8)
    if not head:
        raise Unreadable("empty")
    if head.startswith(COMPOUND) and ENCRYPTED_STREAM in path.read_bytes():
        raise Unreadable("encrypted")
    if head.startswith(ZIP) and not zipfile.is_zipfile(path):
        raise Unreadable("broken")
    if head.startswith((ZIP, COMPOUND)):
        return _read_with_calamine(path)
    return [{"name": "", "rows": _read_text(path.read_bytes())}]


def _read_with_calamine(path: Path) -> list[dict]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_path(path)
    except Exception as error:
        raise Unreadable("encrypted" if "password" in str(error).lower() else "not_a_spreadsheet") from None
    return [
        {"name": sheet.name, "rows": _texts(workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))}
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]


def _read_text(content: bytes) -> list[list[str]]:
    text = _decode(content)
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    delimiter = max(DELIMITERS, key=lambda mark: sum(line.count(mark) for line in lines))
    rows = [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)]
    if max(map(len, rows), default=0) < 2:
        raise Unreadable("not_a_spreadsheet")
    return rows


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    if b"\x00" in content:
        raise Unreadable("not_a_spreadsheet")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _texts(rows: list[list]) -> list[list[str]]:
    return [[_text(value) for value in row] for row in rows]


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value) if isinstance(value, int | timedelta) else ""


def main(path: str, megabytes: str, seconds: str) -> None:
    bytes_limit = int(megabytes) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (bytes_limit, bytes_limit))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    try:
        answer = {"sheets": read_sheets(Path(path))}
    except Unreadable as reason:
        answer = {"refused": str(reason)}
    except MemoryError:
        answer = {"refused": "too_large"}
    except Exception:
        answer = {"refused": "broken"}
    json.dump(answer, sys.stdout, ensure_ascii=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
