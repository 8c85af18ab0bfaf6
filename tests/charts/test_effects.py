"""What is said of each action: never more than the comparisons bear."""

import pandas as pd

from charts.effects import clear_labels, effect_rows, effect_table, effects_heading, effects_sentence

NB, THIN = "\u00a0", "\u202f"
NONE = float("nan")


def effects(*verdicts: str) -> pd.DataFrame:
    rows = [
        {
            "action_name": f"Salon {letter}",
            "channel": "salon",
            "start_date": pd.Timestamp(2021, 2, 4),
            "end_date": pd.NaT,
            "cost_euros": 3900.0,
            "after_count": 52.0,
            "after_low": 38.8,
            "after_high": 68.2,
            "before_count": 50.0,
            "other_years_count": 69.0,
            "other_years": 2.0,
            "verdict": verdict,
        }
        for letter, verdict in zip("ABCDE", verdicts, strict=False)
    ]
    table = pd.DataFrame(rows)
    table.loc[table["verdict"] == "too_early", ["after_count", "after_low", "after_high", "before_count"]] = NONE
    table.loc[table["verdict"] == "too_early", ["other_years_count", "other_years"]] = NONE
    return table


def test_a_row_is_the_contacts_after_and_those_that_they_are_compared_with():
    rows = effect_rows(effects("unsure", "too_early"))
    assert rows["label"].tolist() == ["1. Salon A", "2. Salon B"]
    assert rows["words"].tolist() == ["on ne peut pas conclure", "trop tôt pour le dire"]
    assert rows["ticks"].tolist() == [[50.0, 34.5], []]
    assert rows.loc[0, ["value", "low", "high"]].tolist() == [52.0, 38.8, 68.2]
    assert rows.loc[1, ["value", "low", "high"]].isna().all()


def test_the_table_has_the_figures_of_every_comparison():
    table = effect_table(effects("more", "too_early"))
    assert table.iloc[0].tolist() == [
        "1. Salon A",
        "4 février 2021",
        f"3{THIN}900{NB}€",
        52.0,
        50.0,
        34.5,
        "plus qu'à l'ordinaire",
    ]
    assert table.iloc[1, 3:6].isna().all()


def test_only_what_stands_out_from_luck_is_put_forward():
    told = effects("more", "unsure", "fewer")
    assert clear_labels(told) == ["1. Salon A", "3. Salon C"]
    assert effects_heading(told) == "2 actions se distinguent du hasard"
    assert effects_heading(told.iloc[:2]) == f"52{NB}contacts après « Salon A », plus qu'à l'ordinaire"
    assert effects_heading(told.iloc[1:2]) == "Aucune action ne se distingue encore du hasard"


def test_the_sentence_counts_each_verdict():
    assert effects_sentence(effects("more", "unsure", "unsure", "too_early")) == (
        f"**4{NB}actions menées** : 1 suivie de plus de contacts qu'à l'ordinaire ; pour 2, on ne peut pas conclure ; "
        "pour 1, il est trop tôt pour le dire"
    )
    assert effects_sentence(effects("fewer", "fewer")) == (
        f"**2{NB}actions menées** : 2 suivies de moins de contacts qu'à l'ordinaire"
    )
    assert effects_sentence(effects("unsure").iloc[:0]) == "aucune action n'est renseignée"
