"""Workbooks written for a test, in any format."""

import io
from pathlib import Path

from openpyxl import Workbook as Spreadsheet

Rows = list[list]
HEADINGS = ["N° dossier", "Nom", "Date de premier contact", "Statut", "Commune souhaitée"]
GOOD = ["12", "Lévêque", "mai 2021", "suivi", "Cahors"]


def write_xlsx(path: Path, sheets: dict[str, Rows]) -> Path:
    spreadsheet = Spreadsheet()
    spreadsheet.remove(spreadsheet.active)
    for name, rows in sheets.items():
        sheet = spreadsheet.create_sheet(name)
        for row in rows:
            sheet.append(row)
    spreadsheet.save(path)
    return path


def write_csv(path: Path, rows: Rows, encoding: str = "utf-8", delimiter: str = ";") -> Path:
    text = "\r\n".join(delimiter.join("" if cell is None else str(cell) for cell in row) for row in rows)
    path.write_bytes(text.encode(encoding))
    return path


def encrypted() -> bytes:
    """The beginning of a workbook with a password: a compound file that holds an encrypted package."""
    content = io.BytesIO()
    content.write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504)
    content.write("EncryptedPackage".encode("utf-16-le"))
    return content.getvalue()
