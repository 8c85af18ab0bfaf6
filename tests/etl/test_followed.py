"""A follow-up workbook beside what is known of its EPCI."""

import pytest

from etl.pipeline import preview_file, receive_file
from tests.etl.making import write_xlsx

pytestmark = pytest.mark.whole

HEADINGS = ["Nom", "Téléphone", "Courriel", "Date de premier contact", "Statut", "Commune souhaitée"]
NAMES = ["Bru Inès", "Martin Paul", "Lescure Léa"]


def lines(*emails: str) -> list[list[str]]:
    people = zip(NAMES, emails, strict=False)
    return [
        [name, f"06 39 98 55 5{n}", email, "03/06/2021", "suivi", "Cahors"] for n, (name, email) in enumerate(people)
    ]


def test_households_told_with_an_email_more_are_those_known_before(store, tmp_path):
    def book(*emails: str):
        return write_xlsx(tmp_path / "Grand Cahors.xlsx", {"Suivi": [HEADINGS, *lines(*emails)]})

    receive_file(store, book("", "", ""))
    [report] = preview_file(store, book("ines@example.org", "paul@example.org", ""))
    assert (report.status, report.change.sentence, report.problems) == ("accepted", "rien ne change", [])
    [report] = preview_file(store, book("ines@example.org", ""))
    assert (report.status, report.change.sentence) == ("to_confirm", "1\u00a0ligne disparue")
