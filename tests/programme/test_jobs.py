"""The table of the priority families covers every job of both lists, and says why."""

import pytest

from programme.jobs import JobFamily, fap_codes, fap_version, job_families, job_family, occupations, rome_names


@pytest.mark.parametrize(
    ("fap_code", "family"),
    [
        ("V1Z80", "sante_aide"),
        ("T2A60", "sante_aide"),
        ("T4X61", "sante_aide"),
        ("T4X60", "services"),
        ("V2Z92", "services"),
        ("D2Z42", "industrie"),
        ("N1X90", "industrie"),
        ("N1X91", "services"),
        ("B2Z40", "batiment"),
        ("S2X61", "hotellerie_restauration"),
        ("A0Z40", "agriculture"),
        ("G0B41", "services"),
        ("QCX01", "services"),
        ("Y9Z99", "services"),
    ],
)
def test_the_longest_beginning_of_a_code_tells_its_family(fap_code, family):
    assert job_family(fap_code) == family


def test_every_line_of_the_table_has_a_family_and_a_reason():
    table = job_families()

    assert table.index.is_unique
    assert set(table["family"]) == set(JobFamily)
    assert table["reason"].ne("").all()


def test_the_six_families_hold_jobs_in_both_lists():
    for version in (2009, 2021):
        assert {job_family(code) for code in fap_codes(version).values()} == set(JobFamily)


def test_names_and_lists():
    assert occupations().index.is_unique
    assert (fap_version(2015), fap_version(2023), fap_version(2024)) == (2009, 2009, 2021)
    assert rome_names()["G1803"] == "Service en restauration"
