"""EPCIs against what luck allows."""

import pandas as pd

from charts.funnel import funnel_message, funnel_plot, funnel_rows

ROWS = pd.DataFrame(
    {
        "epci": ["244600573", "200067361"],
        "numerator": [3.0, 60.0],
        "denominator": [3915.0, 43924.0],
        "value": [0.766, 1.366],
        "low_998": [0.0, 0.296],
        "high_998": [2.04, 1.02],
        "mean": [0.6, 0.6],
        "verdict": ["within", "above"],
    }
)


def test_the_title_names_only_who_differs_more_than_luck() -> None:
    assert funnel_message(ROWS) == "Grand-Figeac au-dessus de ce que le hasard permet"
    assert funnel_message(ROWS.assign(verdict="within")) == "Aucun EPCI ne s'écarte plus que le hasard"


def test_the_points_are_named_where_they_leave_the_funnel() -> None:
    mean, chance, points = funnel_plot(ROWS)["data"]
    assert mean["y"] == [0.6, 0.6]
    assert chance["y"] == [0.0, 0.296, None, 2.04, 1.02]
    assert points["text"] == ["", "Grand-Figeac"]
    assert points["hovertext"][0] == (
        "<b>Causse de Labastide-Murat</b><br>3\u00a0foyers installés<br>0,77 pour 1 000 habitants"
    )


def test_the_table_tells_the_limits() -> None:
    expected = pd.DataFrame(
        {
            "EPCI": ["Causse de Labastide-Murat", "Grand-Figeac"],
            "Foyers installés": [3.0, 60.0],
            "Habitants": [3915.0, 43924.0],
            "Pour 1 000 habitants": ["0,77", "1,37"],
            "Le hasard permet": ["0,00 à 2,04", "0,30 à 1,02"],
        }
    )
    pd.testing.assert_frame_equal(funnel_rows(ROWS), expected)
