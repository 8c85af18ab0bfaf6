"""Who is who, without knowing anyone."""

import stat

import pandas as pd
import pytest

from etl.contacts.identity import household_ids, key_rows, keyed_hash, personal_keys, read_secret
from programme.settings import settings

SECRET = b"secret"


def people(*lines: dict) -> pd.DataFrame:
    return pd.DataFrame(lines, dtype=object)


PERSON = {"person_name": "LÉVÊQUE", "first_name": "Marie-Ange", "phone": "06 12 34 56 78", "email": "M.Leveque@Test.fr"}


@pytest.mark.parametrize(
    "phone", ["06 12 34 56 78", "0612345678", "06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678"]
)
def test_a_phone_is_the_same_however_written(phone):
    assert personal_keys(people({"phone": phone})) == [{"phone": "612345678"}]


def test_a_name_is_the_same_in_any_order_and_case():
    swapped = {"person_name": "Marie Ange Leveque"}
    assert personal_keys(people(PERSON))[0]["name"] == personal_keys(people(swapped))[0]["name"] == "ange leveque marie"


def test_an_email_is_the_same_in_any_case_and_nothing_else_is_one():
    assert personal_keys(people(PERSON))[0]["email"] == "m.leveque@test.fr"
    assert personal_keys(people({"email": "à demander", "phone": "12", "person_name": None})) == [{}]


def test_ids_follow_the_file_number_then_the_person_then_the_content():
    rows = people({"dossier_ref": "12", **PERSON}, {"dossier_ref": None, **PERSON}, {"children_count": 2})
    ids, repeated = household_ids(rows, "46", SECRET)
    again, _ = household_ids(rows.iloc[::-1].reset_index(drop=True), "46", SECRET)
    assert len(set(ids)) == 3
    assert again == ids[::-1]
    assert repeated == []
    assert set(ids).isdisjoint(household_ids(rows, "12", SECRET)[0])
    assert set(ids).isdisjoint(household_ids(rows, "46", b"another")[0])


def test_the_same_content_twice_is_two_households_and_the_same_person_twice_is_told():
    assert household_ids(people({"children_count": 2}, {"children_count": 2}), "46", SECRET)[1] == []
    ids, repeated = household_ids(people(PERSON, PERSON), "46", SECRET)
    assert len(set(ids)) == 2
    assert repeated == [1]


def test_keys_are_hashed_without_the_epci_and_hold_nobody():
    rows = people(PERSON).assign(household_id=["h1"])
    keys = key_rows(rows, SECRET)
    assert keys[["household_id", "key_kind"]].to_numpy().tolist() == [["h1", "phone"], ["h1", "email"], ["h1", "name"]]
    assert keys["key_hash"].tolist()[0] == keyed_hash(SECRET, "phone", "612345678")
    assert keys["key_hash"].str.fullmatch(r"[0-9a-f]{32}").all()


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path, monkeypatch):
    path = tmp_path / "keys" / "secret.key"
    monkeypatch.setattr(settings(), "secret", "")
    monkeypatch.setattr(settings(), "secret_file", path)
    first = read_secret()
    assert len(first) == 64
    assert read_secret() == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
