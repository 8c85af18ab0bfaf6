"""Needs beside the offer: bars, the message with its rule, and the table."""

import pandas as pd
import pytest

from charts.crossing import (
    crossing_rows,
    fates,
    fates_message,
    in_their_order,
    is_ranked,
    message,
    need_bars,
    offer_bars,
    put_forward,
    silent_epcis,
    with_many,
    with_thin_offer,
)

NB = "\u00a0"
NAN = float("nan")
FIGEAC, CAHORS, CAUVALDOR = "200067361", "200023737", "200066371"
COLUMNS = ["epci", "is_told", "expressed", "met", "unmet", "unknown", "lost", "offer", "offer_of_all", "is_thin"]


def rows(*lines: tuple, **changes) -> pd.DataFrame:
    table = pd.DataFrame(lines, columns=COLUMNS).assign(**changes)
    table["is_thin"] = table["is_thin"].astype("boolean")
    return table.assign(is_first=table["is_thin"].fillna(False).astype(bool) & (table["unmet"] >= 10))


SEEN = rows(
    (FIGEAC, True, 70, 17, 53, 0, 2, 0.34, 0.48, True),
    (CAHORS, True, 12, 0, 2, 10, 3, 0.3, 0.48, True),
    (CAUVALDOR, False, 0, 0, 0, 0, 4, NAN, 0.48, pd.NA),
)


def test_what_became_of_the_need():
    assert fates(SEEN).to_dict("list") == {
        "label": ["Satisfait", "Sans réponse", "Suite non notée"],
        "value": [17.0, 55.0, 10.0],
        "low": [17.0, 55.0, 0.0],
        "high": [17.0, 55.0, 10.0],
        "words": [f"17{NB}foyers", f"55{NB}foyers", f"10{NB}foyers"],
    }


@pytest.mark.parametrize(
    ("met", "unmet", "unknown", "told"),
    [
        (17, 55, 10, f"55{NB}foyers sur 72 restent sans réponse"),
        (2, 1, 0, f"1{NB}foyer sur 3 reste sans réponse"),
        (3, 0, 5, "Tous les besoins dont on sait la suite sont satisfaits"),
        (0, 0, 5, "La suite de ces besoins n'est pas notée"),
        (0, 0, 0, "Personne n'a exprimé ce besoin"),
    ],
)
def test_the_title_says_how_many_stay_without_an_answer(met, unmet, unknown, told):
    assert fates_message(rows((CAHORS, True, met + unmet + unknown, met, unmet, unknown, 0, NAN, NAN, pd.NA))) == told


def test_needs_are_drawn_with_what_is_sure_and_what_is_possible():
    assert need_bars(SEEN).to_dict("records") == [
        {"label": "Grand-Figeac", "value": 53.0, "low": 53.0, "high": 53.0, "words": "53"},
        {"label": "Grand Cahors", "value": 2.0, "low": 2.0, "high": 12.0, "words": "2 à 12"},
        {"label": "Causses et Vallée de la Dordogne", "value": 0, "low": 0, "high": 0, "words": f"non{NB}noté"},
    ]


def test_a_need_of_which_nobody_wrote_the_end_says_so():
    unknown = rows((CAHORS, True, 62, 0, 0, 62, 8, 0.5, 0.48, False))
    assert need_bars(unknown)["words"].to_list() == ["0 à 62"]
    assert need_bars(rows((CAHORS, True, 0, 0, 0, 0, 0, 0.5, 0.48, False)))["words"].to_list() == ["0"]


def test_the_offer_is_drawn_in_the_same_order_with_its_words():
    assert offer_bars(SEEN, "L5")["words"].to_list() == [f"34{NB}%", f"30{NB}%", "pas de données"]
    assert offer_bars(SEEN.assign(offer=7.62), "L1")["words"].to_list() == ["7,6"] * 3


def test_the_message_names_who_comes_first_and_the_rule():
    assert put_forward(SEEN) == ["Grand-Figeac"]
    assert message(SEEN, "L5") == (
        "D'abord Grand-Figeac",
        f"10 foyers sans réponse ou plus, et moins de locaux raccordables que dans l'ensemble (48{NB}% des locaux) ; "
        "à vérifier : Grand Cahors",
    )
    assert message(SEEN.iloc[:1], "L5")[1].endswith("des locaux)")


def test_each_side_puts_forward_its_own_half_of_the_rule():
    assert (with_many(SEEN, "L5"), with_thin_offer(SEEN)) == (["Grand-Figeac"], ["Grand-Figeac", "Grand Cahors"])
    assert with_many(SEEN, "L7T") == []


def test_where_it_may_only_be_so_it_is_to_be_checked():
    title, rule = message(SEEN.iloc[1:].reset_index(drop=True), "L5")
    assert title == "À vérifier : Grand Cahors"
    assert rule.startswith("Peut-être 10 foyers sans réponse, dont la suite n'est pas notée, et moins de locaux")


def test_where_it_is_nowhere_so_nobody_is_named():
    title, rule = message(SEEN.iloc[2:].reset_index(drop=True).assign(offer=0.6), "L5")
    assert title == (
        "Aucun des EPCI qui notent les besoins n'a à la fois 10 foyers sans réponse et une offre plus mince"
    )
    assert rule == f"Plus mince : moins de locaux raccordables que dans l'ensemble (48{NB}% des locaux)"
    assert message(SEEN.iloc[:1].assign(offer=0.6, is_thin=False, is_first=False), "L5")[0].startswith(
        "Aucun EPCI n'a "
    )


def test_under_ten_families_nobody_is_ranked():
    few = rows(
        (FIGEAC, True, 6, 2, 2, 2, 0, 0.3, 0.48, True),
        (CAUVALDOR, False, 0, 0, 0, 0, 1, 0.4, 0.48, True),
        (CAHORS, True, 5, 0, 1, 4, 0, 0.5, 0.48, False),
    )
    assert (is_ranked(SEEN), is_ranked(few)) == (True, False)
    assert in_their_order(few)["epci"].to_list() == [CAUVALDOR, FIGEAC, CAHORS]
    assert in_their_order(few).set_index("epci").loc[FIGEAC].to_dict() == few.iloc[0].drop("epci").to_dict()


@pytest.mark.parametrize("figure", ["L3", "L7T", "L8"])
def test_where_no_side_is_better_no_verdict_is_given(figure):
    seen = SEEN.assign(is_thin=pd.NA, is_first=False)
    assert message(seen, figure)[0] == "10 foyers sans réponse ou plus : Grand-Figeac"
    assert message(seen.iloc[1:], figure)[0].endswith("et besoins sans réponse, EPCI par EPCI")


def test_without_an_offer_the_needs_stand_alone():
    alone = SEEN.assign(offer=NAN, is_thin=pd.NA, is_first=False)
    assert message(alone, None)[0] == message(alone, "L5")[0] == "10 foyers sans réponse ou plus : Grand-Figeac"
    assert message(alone.iloc[1:], None)[0] == "Où ce besoin reste sans réponse"
    assert silent_epcis(alone) == ["Causses et Vallée de la Dordogne"]
    assert "Fibre, part des locaux" not in crossing_rows(alone, "L5")


def test_the_table_keeps_unknown_apart_from_zero():
    table = crossing_rows(SEEN, "L5")
    assert list(table) == [
        "EPCI",
        "Besoin exprimé",
        "Satisfait",
        "Sans réponse",
        "Suite non notée",
        "Foyers perdus",
        "Fibre, part des locaux",
    ]
    assert table.iloc[0].to_list() == ["Grand-Figeac", 70.0, 17.0, 53.0, 0.0, 2.0, f"34{NB}%"]
    assert table.iloc[2, 1:5].isna().all()
    assert table.iloc[2, 5] == 4.0
