"""Who is who, without knowing anyone."""

import stat
from datetime import date

import pytest

from etl.contacts import identity
from etl.contacts.identity import family_ids, household_ids, key_rows, keyed_hash, read_secret, referent_ids
from etl.contacts.people import Person
from programme.settings import settings

SECRET = b"secret"
WHO = Person(("+33612345678",), ("m@test.fr",), ("leveque marie",))


def rows(references: list, **more) -> dict[str, list]:
    count = len(references)
    stable = {name: more.get(name, [None] * count) for name in identity.STABLE_CONTENT}
    return {"dossier_ref": references, "source_row": list(range(2, 2 + count)), **stable}


def test_ids_follow_the_file_number_then_the_person_then_the_content():
    lines, people = rows(["12", None, None], children_count=[2, 2, 2]), [WHO, WHO, Person()]
    ids, repeated = household_ids(lines, people, "46", SECRET)
    backwards, _ = household_ids({name: values[::-1] for name, values in lines.items()}, people[::-1], "46", SECRET)
    assert len(set(ids)) == 3
    assert backwards == ids[::-1]
    assert repeated == []
    assert set(ids).isdisjoint(household_ids(lines, people, "12", SECRET)[0])
    assert set(ids).isdisjoint(household_ids(lines, people, "46", b"another")[0])


@pytest.mark.parametrize(("reference", "is_same"), [("12", False), ("2020-012", True), ("10457", True)])
def test_a_number_alone_goes_with_the_year_in_which_it_was_given(reference, is_same):
    days = [date(2021, 5, 3), date(2022, 5, 3)]
    [former], [later] = (
        household_ids(rows([reference], first_contact_date=[day]), [Person()], "46", SECRET)[0] for day in days
    )
    [corrected] = household_ids(rows([reference], first_contact_date=[date(2022, 7, 1)]), [WHO], "46", SECRET)[0]
    assert (former == later, later == corrected) == (is_same, True)


def test_the_same_content_twice_is_two_households_and_the_same_person_twice_is_told():
    assert household_ids(rows([None, None]), [Person(), Person()], "46", SECRET)[1] == []
    ids, repeated = household_ids(rows([None, None]), [WHO, WHO], "46", SECRET)
    assert len(set(ids)) == 2
    assert repeated == [1]


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (Person(("+33612345678",), ("m@test.fr",), ("martin paul",)), True),
        (Person(("+33699999999", "+33612345678"), (), ("leveque marie",)), True),
        (Person(("+33612345678",), (), ("martin paul",)), False),
        (Person((), (), ("leveque marie",)), False),
        (Person(), False),
    ],
)
def test_two_of_three_keys_make_one_family(other, is_same):
    ids = ["b", "a", "c"]
    assert family_ids(ids, [WHO, other, Person()]) == (["a", "a", "c"] if is_same else ids)


def test_keys_are_hashed_without_the_epci_and_hold_nobody():
    keys = key_rows(["h1"], [WHO], SECRET)
    assert sorted(keys["key_kind"]) == ["email", "name", "phone"]
    assert keys.set_index("key_kind").loc["phone", "key_hash"] == keyed_hash(SECRET, "phone", "+33612345678")
    assert keys["key_hash"].str.fullmatch(r"[0-9a-f]{32}").all()


def test_a_key_is_the_hmac_of_its_parts():
    """The second test vector of RFC 4231; parts are told apart by a sign that no text holds."""
    assert keyed_hash(b"Jefe", "what do ya want for nothing?") == "5bdcc146bf60754e6a042426089575c7"
    assert keyed_hash(SECRET, "email", "é@test.fr") == keyed_hash(SECRET, "email\x1fé@test.fr")


def test_every_key_of_a_couple_is_kept():
    couple = Person(("+33612345678", "+33687654321"), (), ("martin paul",))
    assert key_rows(["h1"], [couple], SECRET)["key_kind"].tolist() == ["phone", "phone", "name"]


def test_a_referent_is_a_code_within_an_epci():
    same, again, other, nobody = referent_ids(
        {"referent": ["Mme Lévêque", "MME LEVEQUE", "M. Paul", None]}, "46", SECRET
    )
    assert same == again != other
    assert nobody is None
    assert referent_ids({"referent": ["Mme Lévêque"]}, "12", SECRET) != [same]


def test_the_secret_is_made_once_and_for_its_owner_alone(tmp_path, monkeypatch):
    path = tmp_path / "keys" / "secret.key"
    monkeypatch.setattr(settings(), "secret", "")
    monkeypatch.setattr(settings(), "secret_file", path)
    first = read_secret()
    assert len(first) == 64
    assert read_secret() == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
