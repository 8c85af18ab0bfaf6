"""The programme's own workbook."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from etl.demo.simulate import simulate
from etl.demo.steering import write_steering


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple]]:
    path: Path = write_steering(tmp_path_factory.mktemp("steering"))
    return {sheet.title: list(sheet.values) for sheet in load_workbook(path).worksheets}


def test_committees_those_of_march_2020_and_2022_among_them(sheets: dict[str, list[tuple]]) -> None:
    assert sheets["Comités"][1] == ("Date du comité", "Décision")
    dates = sorted({row[0].date() for row in sheets["Comités"][2:]})
    assert dates[-2:] == [date(2020, 3, 12), date(2022, 3, 31)]


def test_actions_are_those_that_households_name(sheets: dict[str, list[tuple]]) -> None:
    codes = {row[0] for row in sheets["Actions"][2:]}
    assert set(simulate()["campaign_id"].dropna()) == codes
    assert sheets["Actions"][2][:3] == ("SAL-2019-1", "Salon Vivre à la campagne, Paris", "salon")


def test_targets_by_indicator_epci_and_year(sheets: dict[str, list[tuple]]) -> None:
    rows = sheets["Objectifs"][2:]
    assert ("A5", "Grand Cahors", 2022, 16) in rows
    assert len({row[:3] for row in rows}) == len(rows) == 48


def test_companies_take_part_in_actions_that_are_told(sheets: dict[str, list[tuple]]) -> None:
    codes = {row[0] for row in sheets["Actions"][2:]}
    companies = sheets["Entreprises"][2:]
    assert {row[3] for row in companies} <= codes
    assert all("fictif" in row[0] or "fictive" in row[0] for row in companies)
