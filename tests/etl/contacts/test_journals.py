"""Lines of one file number that are exchanges of one household."""

from datetime import date

from etl.contacts.journals import fold_journal, fold_steps


def rows(*lines: tuple[str, date, str, str]) -> dict[str, list]:
    references, days, names, statuses = map(list, zip(*lines, strict=True))
    count = len(lines)
    return {
        "source_sheet": ["Journal"] * count,
        "source_row": list(range(2, count + 2)),
        "dossier_ref": references,
        "first_contact_date": days,
        "first_contact_date_precision": ["day"] * count,
        "last_contact_date": [None] * count,
        "last_contact_date_precision": [None] * count,
        "person_name": names,
        "status": statuses,
        "origin_departement_code": [None] * count,
        "target_commune_code": [None] * count,
        "adults_count": [None] * count,
        "children_count": [None] * count,
        "needs": [{"logement": None} if place == 1 else {} for place in range(count)],
    }


MAY, JUNE, JULY = date(2021, 5, 3), date(2021, 6, 4), date(2021, 7, 5)
LINES = [("D1", MAY, "Lévêque", "contact"), ("D1", JULY, "Lévêque", "installe"), ("D2", JUNE, "Martin", "suivi")]
LINES += [("D2", MAY, "", "contact"), ("D3", MAY, "Petit", "contact"), ("D3", JUNE, "Petit", "")]


def test_a_journal_is_a_household_a_file_number():
    folded, count = fold_journal(rows(*LINES))
    assert count == 3
    names = ("source_row", "dossier_ref", "first_contact_date", "last_contact_date", "status")
    assert [list(line) for line in zip(*(folded[name] for name in names), strict=True)] == [
        [2, "D1", MAY, JULY, "installe"],
        [4, "D2", MAY, JUNE, "suivi"],
        [6, "D3", MAY, JUNE, "contact"],
    ]
    assert folded["needs"] == [{"logement": None}, {}, {}]


def test_a_number_that_two_households_bear_is_no_journal():
    others = [*LINES[:3], ("D2", MAY, "Durand", "contact"), *LINES[4:]]
    assert fold_journal(rows(*others))[1] == 0
    assert fold_journal(rows(*LINES[:4]))[1] == 0


def steps(*lines: tuple[str, date, str, str], adults: list | None = None) -> dict[str, list]:
    known = rows(*lines)
    moved = [day if status == "installe" else None for _, day, _, status in lines]
    return known | {"installation_date": moved, "step": known["status"], "adults_count": adults or [None] * len(lines)}


def test_steps_are_a_household_a_name_at_the_furthest_of_them():
    lines = [("", MAY, "Lévêque", "contact"), ("", JUNE, "LEVEQUE", "installe"), ("", JULY, "Lévêque", "suivi")]
    folded, by_name = fold_steps(steps(*lines, ("", MAY, "Martin", "contact")))
    names = ("source_row", "first_contact_date", "installation_date", "last_contact_date", "status")
    assert [list(line) for line in zip(*(folded[name] for name in names), strict=True)] == [
        [2, MAY, JUNE, JULY, "installe"],
        [5, MAY, None, None, "contact"],
    ]
    assert by_name == 2


def test_steps_of_one_file_number_need_no_question_and_homonyms_stay_two():
    assert fold_steps(steps(("D1", MAY, "", "contact"), ("D1", JUNE, "", "visite")))[1] == 0
    homonyms = steps(("", MAY, "Martin", "contact"), ("", JUNE, "Martin", "visite"), adults=[1, 2])
    assert fold_steps(homonyms)[0]["source_row"] == [2, 3]
