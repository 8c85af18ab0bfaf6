"""Files of text, or named so, that are bombs, lies, or no table at all."""

import gzip
import io
import random
import tarfile

from tests.etl.hostile.making import TABLE, Hostile

MHTML = b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html></html>"
MAIL = b"From: a@exemple.fr\r\nSubject: Suivi\r\nTo: b@exemple.fr\r\n\r\nBonjour,\r\nvoici le suivi.\r\n"


def csv(more: str = "", encoding: str = "utf-8", table: list[list[str]] = TABLE) -> bytes:
    return ("\r\n".join(";".join(line) for line in table) + "\r\n" + more).encode(encoding)


def _noise() -> bytes:
    return random.Random(46).randbytes(50_000)


def _tar() -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        member = tarfile.TarInfo("suivi.csv")
        member.size = len(csv())
        archive.addfile(member, io.BytesIO(csv()))
    return content.getvalue()


KINDS = {
    name: Hostile(kind.make, kind.outcome, kind.accepted, suffix)
    for suffix, kinds in {
        ".csv": {
            "nothing": Hostile(lambda: b"", "empty"),
            "a mark of utf-8 and nothing": Hostile(lambda: b"\xef\xbb\xbf", "empty"),
            "a mark of utf-16 and nothing": Hostile(lambda: b"\xff\xfe", "empty"),
            "blanks for megabytes": Hostile(lambda: b" \r\n" * 3_000_000, "empty"),
            "nulls for megabytes": Hostile(lambda: b"\x00" * 9_000_000, "empty"),
            "nulls between the letters": Hostile(lambda: csv().replace(b";", b";\x00\x00\x00"), "not_a_spreadsheet"),
            "one line of 9 MB": Hostile(lambda: b"x" * 9_000_000, "too_long_cell"),
            "one cell of 9 MB": Hostile(lambda: csv("GC-4;" + "x" * 9_000_000), "too_long_cell"),
            "two million columns": Hostile(lambda: csv(";" * 2_000_000), "too_many_columns"),
            "two million columns that hold something": Hostile(lambda: csv("a;" * 2_000_000), "too_many_columns"),
            "three hundred thousand empty lines": Hostile(lambda: csv(f"{';' * 11}\n" * 300_000), "too_many_cells"),
            "a quote that nobody closes": Hostile(lambda: csv('"' + "GC-9;x\n" * 10_000)),
            "a million quotes": Hostile(lambda: csv('"' * 1_000_001)),
            "utf-16 cut in a letter": Hostile(lambda: csv(encoding="utf-16") + b"\x41"),
            "utf-16 with half surrogates": Hostile(lambda: csv(encoding="utf-16") + b"\x00\xd8\x41\x00" * 50),
            "a mark of utf-16 before utf-8": Hostile(lambda: b"\xff\xfe" + csv(), "not_a_spreadsheet"),
            "a mark of utf-8 before cp1252": Hostile(lambda: b"\xef\xbb\xbf" + csv("GC-9;Zoé;;;", "cp1252")),
            "utf-32": Hostile(lambda: csv(encoding="utf-32")),
            "a mainframe's letters": Hostile(lambda: csv(encoding="cp500"), "not_a_spreadsheet"),
            "noise": Hostile(_noise, "not_a_spreadsheet"),
            "formulas that call programs": Hostile(
                lambda: csv("=cmd|' /C calc'!A0;@SUM(1);03/05/2021;suivi;Cahors\r\n"), accepted=4
            ),
            "a terminal's own orders": Hostile(
                lambda: csv("\x1b[2J\x1b]0=x\x07;\u202e;03/05/2021;suivi;Cahors\r\n"), accepted=4
            ),
            "a quote in every other line": Hostile(lambda: csv('a;"b\n' * 20_000)),
            "quotes that stay open": Hostile(lambda: csv('x;"""y\n' * 20_000)),
            "a cell of slow words": Hostile(
                lambda: csv(f"GC-4;F;{'1/1/1 ' * 5_000};suivi;{'a ' * 20_000}\r\n"), accepted=4
            ),
            "millions of returns": Hostile(lambda: csv("\r" * 3_000_000), "too_many_cells"),
            "half surrogates in utf-8": Hostile(lambda: csv().replace(b"Foyer 2", b"Foy\xed\xa0\x80er")),
            "separators that no keyboard has": Hostile(
                lambda: csv("GC\x1f-4;F\x1e;03/05/2021;suivi;Cahors\r\n"), accepted=4
            ),
            "headings turned right to left": Hostile(
                lambda: csv(
                    table=[["\u202eN° dossier", "\u200bNom", *(f"{name}\u200f" for name in TABLE[0][2:])], *TABLE[1:]]
                )
            ),
            "two marks of utf-8": Hostile(lambda: b"\xef\xbb\xbf\xef\xbb\xbf" + csv()),
            "utf-7": Hostile(lambda: csv(encoding="utf-7")),
            "a separator that is a letter": Hostile(lambda: b"sep=o\r\n" + csv(), "no_header"),
        },
        ".xlsx": {
            "a page": Hostile(lambda: b"%PDF-1.7\n1 0 obj", "not_a_spreadsheet"),
            "a photo": Hostile(lambda: b"\xff\xd8\xff\xe0\x00\x10JFIF", "not_a_spreadsheet"),
            "a table of a web page": Hostile(lambda: b"<html><table><tr><td>Nom</td></tr></table>", "web_page"),
            "an old XML workbook": Hostile(lambda: b'<?xml version="1.0"?><Workbook/>', "web_page"),
            "a flat ods": Hostile(lambda: b'<?xml version="1.0"?><office:document/>', "web_page"),
            "a web page kept whole": Hostile(lambda: MHTML, "web_page"),
            "a letter": Hostile(lambda: b"{\\rtf1\\ansi Bonjour}", "not_a_spreadsheet"),
            "a mail": Hostile(lambda: MAIL, "no_header"),
            "a squeezed csv": Hostile(lambda: gzip.compress(csv()), "archive"),
            "a squeezed bomb": Hostile(lambda: gzip.compress(b"x" * 50_000_000, 1), "archive"),
            "a tape": Hostile(_tar, "not_a_spreadsheet"),
            "a database": Hostile(lambda: b"SQLite format 3\x00" + b"\x00" * 900, "not_a_spreadsheet"),
            "a program": Hostile(lambda: b"\x7fELF" + b"\x01\x02\x00\x03" * 400, "not_a_spreadsheet"),
            "a list in braces": Hostile(lambda: b'{"nom": "x", "statut": "suivi"}\n', "no_header"),
            "eleven megabytes": Hostile(lambda: b"x;y\n" * 2_800_000, "too_large"),
        },
    }.items()
    for name, kind in kinds.items()
}
