"""What only a whole column can tell."""

import pytest

from etl.contacts.column_checks import refusals_of_column


def refused(field, texts):
    return sorted(text for text, _code in refusals_of_column(field, texts))


def test_american_dates_are_all_doubtful():
    assert refused("visit_date", ["05/13/2021", "05/03/2021", "", "mai 2021"]) == ["05/03/2021", "05/13/2021"]


def test_one_wrong_date_among_french_ones_condemns_no_other():
    assert refused("visit_date", ["13/05/2021", "05/13/2021", "05/03/2021"]) == []


def test_real_dates_that_an_english_spreadsheet_swapped():
    real = [f"2021-{month:02d}-{day:02d}" for month, day in ((5, 3), (11, 2), (1, 9), (7, 12))]
    late = ["13/05/2021", "14/06/2021", "25/06/2021", "30/06/2021"]
    assert refused("visit_date", [*real, *late]) == sorted(real)


def test_real_dates_of_every_day_of_the_month_are_themselves():
    real = [f"2021-05-{day:02d}" for day in range(1, 29)]
    assert refused("visit_date", [*real, "05/13/2021"]) == ["05/13/2021"]
    assert refused("visit_date", [*real, "13/05/2021", "14/06/2021", "25/06/2021", "30/06/2021"]) == []


@pytest.mark.parametrize("odd", ["PETIT 12", "Lévêque 4"])
def test_a_reference_unlike_the_others_may_hold_a_name(odd):
    assert refused("dossier_ref", [f"GC-2021-{rank:03d}" for rank in range(6)] + [odd]) == [odd]


def test_references_of_every_kind_are_references():
    assert refused("dossier_ref", ["AB1", "CD2", "EF3", "GH4", "IJ5", "KL6"]) == []
    assert refused("dossier_ref", ["1", "2", "3", "4", "5", "6"]) == []
