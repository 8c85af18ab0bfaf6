"""French numbers, dates and small sentences, whatever the machine's locale."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme import wording
from programme.vocabulary import Unit

NB, THIN = "\u00a0", "\u202f"
MISSING = float("nan")


@pytest.mark.parametrize(
    ("value", "digits", "told"),
    [
        (0, 0, "0"),
        (1234.5, 1, f"1{THIN}234,5"),
        (1_234_567, 0, f"1{THIN}234{THIN}567"),
        (2.5, 0, "3"),
        (0.125, 2, "0,13"),
        (-0.4, 0, "0"),
        (2, 1, "2,0"),
        (None, 0, "—"),
        (MISSING, 0, "—"),
    ],
)
def test_a_number(value, digits, told):
    assert wording.number(value, digits) == told


@given(st.integers(-(10**12), 10**12))
def test_a_whole_number_is_told_whole(value):
    told = wording.number(value)
    assert int(told.replace(THIN, "")) == value
    assert all(len(group) == 3 for group in told.split(THIN)[1:])


@pytest.mark.parametrize(
    ("share", "digits", "told"),
    [
        (0.536, 0, f"54{NB}%"),
        (0.536, 1, f"53,6{NB}%"),
        (0.145, 0, f"15{NB}%"),
        (0.0, 0, f"0{NB}%"),
        (1, 0, f"100{NB}%"),
        (None, 0, "—"),
        (MISSING, 0, "—"),
    ],
)
def test_a_share(share, digits, told):
    assert wording.percent(share, digits) == told


def test_ranges_are_one_figure_where_both_ends_are_told_the_same():
    assert wording.percent_range(0.536, 0.616) == f"54 à 62{NB}%"
    assert wording.percent_range(0.536, 0.538) == f"54{NB}%"
    assert wording.percent_range(None, None) == "—"
    assert wording.number_range(7868, 8198) == f"7{THIN}868 à 8{THIN}198"
    assert wording.number_range(7868.1, 7868.3) == f"7{THIN}868"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0, "aucune ligne"),
        (0.4, "aucune ligne"),
        (1, f"1{NB}ligne"),
        (1.4, f"1{NB}ligne"),
        (1.5, f"2{NB}lignes"),
        (-1, f"-1{NB}ligne"),
        (1300, f"1{THIN}300{NB}lignes"),
    ],
)
def test_a_count_agrees_with_what_it_shows(value, told):
    assert wording.counted(value, "ligne", feminine=True) == told


def test_a_count_may_have_a_plural_of_its_own():
    assert wording.counted(2, "canal", "canaux") == f"2{NB}canaux"
    assert wording.counted(0, "canal", "canaux") == "aucun canal"


@given(st.floats(0, 10**6))
def test_a_number_and_its_noun_agree(value):
    told = wording.counted(value, "foyer")
    shown = wording.number(value)
    assert told == {"0": "aucun foyer", "1": f"1{NB}foyer"}.get(shown, f"{shown}{NB}foyers")


def test_agreement_begins_at_two():
    assert [wording.agreed(value, "reste", "restent") for value in (0, 1, 2)] == ["reste", "reste", "restent"]


def test_a_change_has_its_sign():
    assert [wording.change(value) for value in (14, -1200, 0, 0.3)] == ["+14", f"−1{THIN}200", "=", "="]


def test_dates():
    first, last = date(2022, 3, 1), date(2021, 12, 11)
    assert [wording.day(first), wording.day(last)] == ["1er mars 2022", "11 décembre 2021"]
    assert [wording.short_day(first), wording.short_day(last)] == ["01/03/2022", "11/12/2021"]
    assert [wording.month(first), wording.month(last)] == ["mars 2022", "décembre 2021"]
    assert [wording.short_month(first), wording.short_month(last)] == ["mars 22", "déc. 21"]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_only_the_first_of_a_month_is_an_ordinal(day):
    told = wording.day(day)
    assert told.split()[0] == ("1er" if day.day == 1 else str(day.day))
    assert told.split()[-1] == str(day.year)


def test_lists_and_capitals():
    assert [wording.listed(words) for words in ([], ["a"], ["a", "b"], "abc")] == ["", "a", "a et b", "a, b et c"]
    assert [wording.sentence(text) for text in ("", "établi", "Au 31")] == ["", "Établi", "Au 31"]


@pytest.mark.parametrize(
    ("unit", "none", "one", "many"),
    [
        (Unit.FOYERS, "aucun foyer installé", f"1{NB}foyer installé", f"2{NB}foyers installés"),
        (Unit.PERSONNES, "aucune personne installée", f"1{NB}personne installée", f"2{NB}personnes installées"),
        (Unit.ACTIFS, "aucun actif installé", f"1{NB}actif installé", f"2{NB}actifs installés"),
        (Unit.ENFANTS, "aucun enfant installé", f"1{NB}enfant installé", f"2{NB}enfants installés"),
    ],
)
def test_what_is_counted_agrees_with_its_participle(unit, none, one, many):
    assert [wording.counted_in(value, unit, "installé") for value in (0, 1, 2)] == [none, one, many]


def test_every_unit_has_its_noun():
    assert [wording.unit_words(unit)[1] for unit in Unit] == list(Unit)


def test_a_comparison_elides():
    assert wording.compared(14, "au comité du 12 mars") == "14 de plus qu'au comité du 12 mars"
    assert wording.compared(-1, "en mars 2020") == "1 de moins qu'en mars 2020"
    assert wording.compared(0, "lors du comité") == "autant que lors du comité"


def test_no_line_ends_before_a_sign_that_french_sets_apart():
    assert wording.spaced("« Salon » : a ; oui ? non !") == (f"«{NB}Salon{NB}»{NB}: a{NB}; oui{NB}? non{NB}!")
