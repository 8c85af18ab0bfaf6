"""Nobody in the demo exists, and no invented word could be taken for a place."""

import re

import pytest

from etl.demo.simulate import simulate
from etl.demo.workbooks import personal_words
from programme import territory

FICTIONAL_PHONE = re.compile(r"(0536 ?49|063998)\d{4}")


@pytest.fixture(scope="module")
def households() -> list[dict]:
    return simulate().to_dict("records")


def test_phones_are_of_the_blocks_kept_for_fiction(households: list[dict]) -> None:
    phones = [re.sub(r"[ .]", "", row["phone"]) for row in households if row["phone"]]
    assert len(phones) > 700
    assert all(FICTIONAL_PHONE.fullmatch(phone) for phone in phones)


def test_emails_are_of_the_domains_kept_for_examples(households: list[dict]) -> None:
    domains = {row["email"].split("@")[1] for row in households if row["email"]}
    assert domains == {"example.com", "example.net", "example.org"}


def test_surnames_are_all_different_but_of_families_met_twice_and_no_commune(households: list[dict]) -> None:
    surnames = {row["name"].lower() for row in households}
    places = re.findall(r"\w+", " ".join(territory.communes()["commune_name"]).lower())
    former = re.findall(r"\w+", " ".join(territory.former_communes()["former_name"]).lower())
    assert len(surnames) == len(households) - 2
    assert not surnames & {*places, *former}


def test_the_words_to_look_for_past_the_etl(households: list[dict]) -> None:
    words = personal_words()
    assert {households[0]["name"], households[0]["address"]} <= words
    assert None not in words
