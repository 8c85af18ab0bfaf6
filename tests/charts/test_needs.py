import pandas as pd
import pytest

from charts.needs import told_families, told_needs, told_share

NB = "\u00a0"


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "**aucun foyer** n'a exprimé de besoin"),
        (1, f"**1{NB}foyer** a exprimé un besoin"),
        (634, f"**634{NB}foyers** ont exprimé un besoin"),
    ],
)
def test_how_many_families(count, told):
    assert told_families(count) == told


def test_the_most_frequent_needs_are_named_from_ten_families_on():
    cells = pd.DataFrame(
        {"axis": ["autre", "emploi", "logement", "mobilite", "sante"], "value": [90.0, 40.0, 50.0, 9.0, 10.0]}
    )
    assert told_needs(cells) == " : d'abord un logement (50), un emploi (40) et un médecin (10)"
    assert told_needs(cells.iloc[3:4]) == ""


def test_the_share_met_is_told_where_it_is_known():
    assert told_share(0.253) == f"{NB}; **25{NB}%** des besoins dont on sait la suite sont satisfaits"
    assert told_share(float("nan")) == ""
