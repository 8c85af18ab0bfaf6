"""The same family at two EPCIs: what the keys say, what people decided, and whom it brings together."""

import pandas as pd
import pytest

from store.families import NO_PAIR, became, family_ids, pairs_met, replayed

CAHORS, FIGEAC, BLANC = "200023737", "200067361", "200039519"

ALONE = pd.DataFrame({"household_id": list("abcde"), "family_id": list("abcde")})


def keys(*rows: str) -> pd.DataFrame:
    """« h1 CAHORS phone:1 name:a » -> one row per key; the EPCI's second workbook is « CAHORS/2 »."""
    found = []
    for row in rows:
        household_id, workbook, *said = row.split()
        found += [(household_id, workbook, workbook.partition("/")[0], *key.split(":")) for key in said]
    columns = ["household_id", "import_id", "epci_code", "key_kind", "key_hash"]
    return pd.DataFrame(found, columns=columns, dtype="str")


def decisions(*rows: tuple[str, str, str, str]) -> pd.DataFrame:
    columns = ["household_id", "other_household_id", "decision", "reason"]
    frame = pd.DataFrame(list(rows), columns=columns, dtype="str").assign(evidence="")
    return frame.assign(decided_at=pd.date_range("2022-03-01", periods=len(rows)).as_unit("us"))


def met(said: pd.DataFrame, decided: pd.DataFrame | None = None, households: str = "a b c d e") -> pd.DataFrame:
    return pairs_met(said, decisions() if decided is None else decided, set(households.split()))


def test_of_no_key_and_no_decision_there_is_no_pair():
    pd.testing.assert_frame_equal(met(keys()), NO_PAIR)


def told(pairs: pd.DataFrame) -> list[tuple]:
    names = ["household_id", "other_household_id", "evidence", "decision"]
    return list(pairs[names].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("phone:1 email:m name:n", "phone:1 email:m name:n", [("a", "b", "email name phone", "same")]),
        ("phone:1 name:n", "phone:1 name:n email:m", [("a", "b", "name phone", "same")]),
        ("phone:1 email:m name:n", "phone:1 email:m name:o", [("a", "b", "email phone", "same")]),
        ("phone:1 name:n", "phone:1 name:o", [("a", "b", "phone", "open")]),
        ("name:n", "name:n", [("a", "b", "name", "open")]),
        ("phone:1 name:n", "phone:2 name:o", []),
        ("phone:1 phone:2 name:n", "phone:2 phone:1 name:o", [("a", "b", "phone", "open")]),
        ("phone:1 phone:2 name:n", "phone:2 name:n", [("a", "b", "name phone", "same")]),
    ],
)
def test_two_keys_of_three_make_a_family_and_one_is_asked(one, other, expected):
    assert told(met(keys(f"a {CAHORS} {one}", f"b {FIGEAC} {other}"))) == expected


def test_homonyms_stay_two_and_a_key_of_one_epci_alone_brings_nobody_together():
    pairs = met(keys(f"a {CAHORS} name:n phone:1", f"b {FIGEAC} name:n phone:2", f"c {CAHORS} name:o phone:1"))
    assert told(pairs) == [("a", "b", "name", "open")]
    assert family_ids(pairs, ALONE) == {}


def test_a_key_that_many_carry_is_an_office_s():
    office = [
        f"{name} {epci} phone:1" for name, epci in zip("abcde", [CAHORS, FIGEAC, CAHORS, FIGEAC, BLANC], strict=True)
    ]
    assert told(met(keys(*office))) == []


def test_a_name_that_many_bear_is_a_key_of_two_and_never_the_only_one():
    epcis = (CAHORS, FIGEAC, BLANC, CAHORS, FIGEAC)
    said = [f"{name} {epci} name:martin" for name, epci in zip("abcde", epcis, strict=True)]
    assert told(met(keys(*said))) == []
    assert told(met(keys(f"{said[0]} phone:1", f"{said[1]} phone:1", *said[2:]))) == [("a", "b", "name phone", "same")]


def test_a_family_of_two_workbooks_of_one_epci_is_one_where_two_keys_say_so():
    said = keys(f"a {CAHORS} phone:1 name:n", f"b {CAHORS}/2 phone:1 name:n email:m", f"c {CAHORS}/2 name:o email:x")
    assert told(met(said)) == [("a", "b", "name phone", "same")]
    alike = keys(f"a {CAHORS} phone:1 name:n", f"b {CAHORS}/2 phone:2 name:n", f"c {CAHORS} phone:1 name:n")
    assert told(met(alike)) == []


@pytest.mark.parametrize(
    ("gone", "now", "expected"),
    [
        ("phone:1 name:n", ["phone:1 name:n email:m"], {"z": "a"}),
        ("phone:1 name:n email:m", ["phone:2 name:n email:m"], {"z": "a"}),
        ("phone:1", ["phone:1 name:n"], {"z": "a"}),
        ("phone:1 name:n", ["phone:2 name:n"], {}),
        ("phone:1 name:n", ["phone:1 name:n", "phone:1 name:n email:m"], {}),
        ("phone:1 name:n", [], {}),
    ],
)
def test_the_household_that_took_the_place_of_one_whose_keys_changed(gone, now, expected):
    current = keys(*(f"{name} {CAHORS}/2 {said}" for name, said in zip("ab", now, strict=False)), f"c {FIGEAC} {gone}")
    assert became(keys(f"z {CAHORS} {gone}"), current) == expected


def test_what_was_decided_is_said_of_the_household_that_took_the_place():
    found = replayed(decisions(("b", "z", "different", "jumelles")), {"z": "a"})
    assert found[["household_id", "other_household_id"]].to_numpy().tolist() == [["a", "b"]]


def test_what_was_decided_comes_before_the_keys_and_the_last_decision_first():
    said = keys(f"a {CAHORS} phone:1 name:n", f"b {FIGEAC} phone:1 name:n", f"c {BLANC} name:n")
    decided = decisions(("a", "b", "different", "jumelles"), ("a", "c", "different", "?"), ("a", "c", "same", "dit"))
    pairs = met(said, decided)
    assert told(pairs) == [
        ("a", "b", "name phone", "different"),
        ("a", "c", "name", "same"),
        ("b", "c", "name", "open"),
    ]
    assert pairs["reason"].fillna("").tolist() == ["jumelles", "dit", ""]
    assert family_ids(pairs, ALONE) == {"a": "a", "c": "a"}


def test_a_decision_holds_when_the_keys_are_gone_and_not_when_the_household_is():
    decided = decisions(("a", "b", "same", "dit"), ("a", "z", "same", "dit"))
    assert told(met(keys(), decided)) == [("a", "b", "", "same")]


def test_a_pair_set_open_again_is_what_its_keys_say():
    said = keys(f"a {CAHORS} phone:1 name:n", f"b {FIGEAC} phone:1 name:n")
    assert told(met(said, decisions(("a", "b", "different", "?"), ("a", "b", "open", "")))) == [
        ("a", "b", "name phone", "same")
    ]


def test_a_family_met_by_three_has_the_smallest_id():
    said = keys(f"c {CAHORS} phone:1 name:n", f"b {FIGEAC} phone:1 name:n email:m", f"a {BLANC} email:m name:n")
    assert family_ids(met(said), ALONE) == {"a": "a", "b": "a", "c": "a"}


def test_two_declared_different_never_meet_through_a_third():
    said = keys(f"a {CAHORS} phone:1 name:n", f"b {FIGEAC} phone:1 name:n email:m", f"c {BLANC} email:m name:n")
    assert family_ids(met(said, decisions(("a", "c", "different", "père et fils"))), ALONE) == {"a": "a", "b": "a"}
    both = decisions(("a", "c", "different", "père et fils"), ("b", "c", "same", "dit"))
    assert family_ids(met(said, both), ALONE) == {"b": "b", "c": "b"}


def test_two_lines_of_one_workbook_stay_one_family_and_are_joined_to_another_epci_s():
    said = keys(f"b {CAHORS} phone:1 name:n", f"a {FIGEAC} phone:1 name:n")
    twice = pd.DataFrame({"household_id": list("abcd"), "family_id": list("abbd")})
    assert family_ids(met(said), twice) == {"a": "a", "b": "a", "c": "a"}
    assert family_ids(met(keys()), twice) == {"b": "b", "c": "b"}
