"""The welcome service by EPCI: in the order of their inhabitants, and what is not written is said so."""

import pandas as pd

from charts.welcome import epci_table, score_words, silent_epcis, told_by_epci

NB = "\u00a0"
NONE = float("nan")
CAHORS, FIGEAC, BLANC = "200023737", "200067361", "200039519"


def cells(**columns: list) -> pd.DataFrame:
    return pd.DataFrame({"low": NONE, "high": NONE, "denominator": NONE} | columns)


def test_who_writes_the_figure_is_told_in_the_usual_order():
    scores = cells(epci=[CAHORS, BLANC, FIGEAC], value=[4.2, NONE, 3.4], denominator=[18.0, 8.0, 19.0])
    rows = told_by_epci(scores)
    assert rows["label"].tolist() == ["Grand-Figeac", "Grand Cahors", "Quercy Blanc"]
    assert rows["words"].fillna("").tolist() == ["", "", "trop peu (8)"]


def test_who_sent_a_workbook_without_the_figure_is_named():
    delays = cells(epci=[CAHORS, BLANC], value=[3.0, NONE], denominator=[200.0, 0.0])
    assert silent_epcis(delays, frozenset({CAHORS, BLANC, FIGEAC})) == ["Grand-Figeac", "Quercy Blanc"]


def test_the_table_tells_zero_from_unknown():
    table = epci_table(
        followed=cells(epci=[CAHORS, BLANC], value=[88.0, 13.0]),
        lost=cells(epci=[], value=[]),
        signs=pd.DataFrame({"epci_code": [CAHORS, BLANC], "followed_count": [88, 13], "dated_count": [80, 0]}),
        calls=pd.DataFrame({"epci_code": [BLANC, BLANC]}),
        referents=cells(epci=[CAHORS], value=[29.3], denominator=[3.0]),
        delays=cells(epci=[CAHORS, BLANC], value=[1.0, NONE], denominator=[200.0, 4.0]),
        scores=cells(epci=[], value=[]),
        received=frozenset({CAHORS, BLANC}),
    )
    assert table.to_dict("list") == {
        "label": ["Grand Cahors", "Quercy Blanc"],
        "followed": [88.0, 13.0],
        "lost": [0.0, "non renseigné"],
        "due": [0.0, 2.0],
        "per_referent": ["29", "non renseigné"],
        "delay": [f"1{NB}jour", "trop peu (4)"],
        "satisfaction": ["non renseigné"] * 2,
    }


def test_a_score_is_out_of_five():
    assert score_words(3.82) == f"3,8{NB}/{NB}5"
