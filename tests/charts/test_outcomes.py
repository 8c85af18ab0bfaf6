"""What became of the families, in rows and sentences."""

from datetime import date

import pandas as pd

from charts import outcomes

NAN = float("nan")
RETAINED = pd.DataFrame(
    {
        "horizon": [12, 24],
        "value": [0.93, NAN],
        "low": [0.57, NAN],
        "high": [0.96, NAN],
        "numerator": [52.0, 0.0],
        "denominator": [56.0, 0.0],
    }
)
PACE = pd.DataFrame(
    {
        "figure": ["A5", "A5", "A1"],
        "epci_code": ["200067361", "", ""],
        "target_year": [2022, 2022, 2022],
        "target": [15.0, 75.0, 340.0],
        "reached": [15, 8, 86],
        "expected_linear": [3.7, 18.5, 83.8],
        "expected_seasonal": [3.9, NAN, 86.7],
        "left": [0.0, 67.0, 254.0],
        "per_month_needed": [0.0, 7.41, 28.1],
        "per_month_lately": [0.33, 3.25, 26.0],
    }
)


def test_retention_is_told_as_the_range_that_the_unknown_leave() -> None:
    expected = pd.DataFrame(
        {
            "label": ["À 12 mois", "À 24 mois"],
            "value": [0.57, NAN],
            "low": [0.57, NAN],
            "high": [0.96, NAN],
            "words": ["57 à 96\u00a0%", "trop tôt"],
        }
    )
    pd.testing.assert_frame_equal(outcomes.retention_rows(RETAINED), expected)
    assert outcomes.retention_table(RETAINED)["Part parmi les connus"].tolist() == ["93\u00a0%", "—"]
    assert outcomes.retention_message(RETAINED) == f"À 12 mois, {expected['words'].iloc[0]} toujours là"
    assert outcomes.retention_message(RETAINED.tail(1)) == ""


def test_conversion_shows_its_numerator_and_denominator() -> None:
    cells = pd.DataFrame(
        {
            "half_year": [date(2019, 1, 1), date(2019, 7, 1)],
            "value": [0.31, NAN],
            "numerator": [28.0, 2.0],
            "denominator": [89.0, 7.0],
        }
    )
    rows = outcomes.conversion_rows(cells)
    assert rows["label"].tolist() == ["1er semestre 2019", "2e semestre 2019"]
    assert rows["words"].tolist() == ["31\u00a0% (28/89)", "moins de dix foyers"]
    assert outcomes.conversion_message(cells) == "31\u00a0% installés dans l'année"
    two = cells.assign(value=[0.31, 0.12])
    assert outcomes.conversion_message(two) == "12 à 31\u00a0% installés dans l'année, selon le semestre"
    assert outcomes.conversion_message(cells.assign(value=NAN)) == ""


def test_a_delay_is_told_in_months_or_not_at_all() -> None:
    title, detail = outcomes.delay_words(pd.Series({"value": 227.0, "low": 167.5, "high": 292.0}))
    assert title == "7 mois entre le premier appel et l'installation"
    assert detail == "Délai médian ; la moitié des foyers entre 6 et 10 mois"
    assert outcomes.delay_words(pd.Series({"value": NAN}))[1].startswith("Moins de dix foyers")


def test_a_target_tells_what_it_would_take() -> None:
    assert outcomes.target_message(PACE, "A5", None) == (
        "8 sur 75 en 2022 : il en faudrait 7,4 par mois, on en compte 3,3"
    )
    assert outcomes.target_message(PACE, "A5", "200067361") == "15 sur 15 en 2022 : l'objectif est atteint"
    assert outcomes.target_message(PACE, "A5", "244600573") == "Aucun objectif n'est fixé pour cette année"
    rows = outcomes.target_rows(PACE, "A5")
    assert rows["Territoire"].tolist() == ["Le programme", "Grand-Figeac"]
    assert rows["Selon la saison"].tolist() == ["—", "4"]


def test_a_forecast_is_a_range_with_its_record() -> None:
    ahead = pd.DataFrame(
        {
            "months": [6, 12],
            "open_count": [397, 397],
            "expected": [21.0, 31.0],
            "low": [14.0, 22.0],
            "high": [29.0, 41.0],
        }
    )
    assert (
        outcomes.forecast_message(ahead)
        == "Des 397\u00a0dossiers ouverts, 14 à 29 dans les 6 mois et 22 à 41 dans les 12 mois"
    )
    assert outcomes.forecast_message(ahead.assign(expected=NAN)) == "Trop peu de foyers installés pour prévoir"
    past = pd.DataFrame({"is_inside": [True, False, False]})
    assert outcomes.forecast_caution(past) == (
        "Vérifiée sur le passé, la fourchette a contenu le nombre réel 1 fois sur 3, pour 8 sur 10 attendues. "
        "À prendre avec prudence."
    )
    assert outcomes.forecast_caution(past.iloc[:0]) == "Cette prévision n'a pas encore pu être vérifiée sur le passé."
