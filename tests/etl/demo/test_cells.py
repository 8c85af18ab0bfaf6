"""How a fact is written, and what a perfect reader gets back."""

from datetime import date
from random import Random

import pytest

from etl.demo.cells import NOTHING, Written, written
from etl.demo.habits import Column, Habit

RANDOM = Random(1)


def habit(**ways) -> Habit:
    return Habit("200023737", "a.xlsx", "flat", ("S",), (), (), **ways)


@pytest.mark.parametrize(
    ("style", "cell", "first", "precision"),
    [
        ("real", date(2021, 5, 3), date(2021, 5, 3), "day"),
        ("slash", "03/05/2021", date(2021, 5, 3), "day"),
        ("slash2", "03/05/21", date(2021, 5, 3), "day"),
        ("dots", "03.05.21", date(2021, 5, 3), "day"),
        ("words", "3 mai 2021", date(2021, 5, 3), "day"),
        ("month", "mai 2021", date(2021, 5, 1), "month"),
        ("month_slash", "05/2021", date(2021, 5, 1), "month"),
        ("year", 2021, date(2021, 1, 1), "year"),
    ],
)
def test_a_date_keeps_the_precision_of_its_writing(style: str, cell: object, first: date, precision: str) -> None:
    column, ways = Column("Vu le", "visit_date"), habit(dates={"default": {style: 1}})
    expected = Written(cell, {"visit_date": first, "visit_date_precision": precision})
    assert written({"visit_date": date(2021, 5, 3)}, column, ways, RANDOM) == expected
    assert written({"visit_date": None}, column, ways, RANDOM) == NOTHING


@pytest.mark.parametrize(
    ("style", "cell"),
    [
        ("official", "Saint-Céré"),
        ("upper", "SAINT-CERE"),
        ("lower", "saint cere"),
        ("saint", "St-Céré"),
        ("saint_upper", "ST CÉRÉ"),
        ("postal", "46400 Saint-Céré"),
        ("suffix", "Saint-Céré (46)"),
        ("code", "46251"),
    ],
)
def test_a_commune_is_spelt_in_every_way(style: str, cell: str) -> None:
    column, ways = Column("Commune", "commune_code"), habit(communes={style: 1})
    assert written({"commune_code": "46251"}, column, ways, RANDOM) == Written(cell, {"commune_code": "46251"})


def test_a_former_commune_is_the_present_one() -> None:
    column, ways = Column("Commune", "commune_code"), habit(communes={"former": 1})
    cell, facts = written({"commune_code": "46311"}, column, ways, RANDOM)
    assert (cell in {"Calviac", "Comiac", "Lacam-d'Ourcet", "Lamativie", "Sousceyrac"}, facts) == (
        True,
        {"commune_code": "46311"},
    )


@pytest.mark.parametrize(
    ("style", "origin", "cell", "facts"),
    [
        ("number", "31", 31, {"origin_departement_code": "31", "origin_country_code": "FR"}),
        ("number", "06", "06", {"origin_departement_code": "06", "origin_country_code": "FR"}),
        ("town", "92", "Nanterre (92)", {"origin_departement_code": "92", "origin_country_code": "FR"}),
        ("region", "92", "Région parisienne", {"origin_country_code": "FR"}),
        ("region", "31", "Haute-Garonne", {"origin_departement_code": "31", "origin_country_code": "FR"}),
        ("number", "BE", "Belgique", {"origin_country_code": "BE"}),
        ("unknown", "31", None, {}),
    ],
)
def test_an_origin_is_a_departement_a_region_or_a_country(style: str, origin: str, cell: object, facts: dict) -> None:
    ways = habit(origins={style: 1})
    assert written({"origin": origin}, Column("Origine", "origin"), ways, RANDOM) == Written(cell, facts)


def test_needs_are_a_list_or_ticks() -> None:
    ways = habit(words={"needs": {"logement": "Logement", "sante": "Santé"}}, needs_join=" + ")
    household = {"needs": {"logement": True, "sante": False}}
    cells = [
        written(household, Column("B", field), ways, RANDOM)
        for field in ("needs", "needs_met", "need:sante", "need:emploi")
    ]
    assert cells == [
        Written("Logement + Santé", {"needs": ["logement", "sante"]}),
        Written("Logement", {"needs_met": ["logement"]}),
        Written("x", {"needs": ["sante"]}),
        NOTHING,
    ]
