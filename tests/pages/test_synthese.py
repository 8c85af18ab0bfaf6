"""Where do we stand? The three figures, the curve and the map say the same."""

import pytest

pytestmark = pytest.mark.whole

NB = "\u00a0"
FIGEAC = "200067361"


def counted(words: str) -> int:
    """« 10 foyers installés » -> 10."""
    return int(words.split(NB)[0].replace("\u202f", ""))


def drawn_in_the_lot(screen) -> int:
    items = screen.map["layer"]["items"]
    return sum(counted(words) for code, (_, words, _) in items.items() if code.startswith("46"))


def test_the_cards_are_the_figures_and_how_they_moved(on_demo, asked):
    screen = on_demo("synthese")
    values = [f"{asked(figure).value:.0f}" for figure in ("A5", "A2", "A1")]
    assert screen.cards == list(zip(values, ["foyers installés", "foyers suivis", "foyers en contact"], strict=True))
    assert screen.texts("lot-card-detail") == [
        f"soit au moins {asked('A6').value:.0f}{NB}personnes",
        f"dont {asked('A12').value:.0f} sans nouvelles depuis six mois",
        "depuis le premier appel, toutes suites comprises",
    ]
    assert screen.texts("lot-card-change") == [
        "90 de plus qu'au comité du 12 mars 2020",
        "227 de plus qu'au comité du 12 mars 2020",
        "590 de plus qu'au comité du 12 mars 2020",
    ]


def test_the_map_and_what_is_beside_it_make_the_card(on_demo, asked):
    screen = on_demo("synthese")
    assert screen.notes == ["Non localisés : 6 · hors du Lot : 11, dont 6 dans des communes voisines de la carte"]
    assert drawn_in_the_lot(screen) + 6 + 11 == 130
    by_commune = asked("A5", "commune").cells.set_index("commune")["value"]
    items = screen.map["layer"]["items"]
    assert {code: counted(words) for code, (_, words, _) in items.items()} == by_commune[list(items)].to_dict()
    assert (screen.map["layer"]["kind"], screen.map["selected"], screen.map["canPick"]) == ("count", None, True)


def test_the_curve_ends_at_the_card(on_demo):
    line = on_demo("synthese").drawings["courbe"]
    assert (line["values"][-1], line["end"]) == (130, "130 installations")
    assert line["summary"].endswith(f"130{NB}foyers installés au total à la fin.")
    assert [label for _, label in line["marks"]] == ["comité"] * 4


def test_the_jobs_are_bounded(on_demo, asked):
    screen = on_demo("synthese")
    assert f"46 à 52{NB}% des recrutements jugés difficiles" in screen.texts("lot-heading")
    assert list(screen.bars["Métiers difficiles à pourvoir"].items())[:2] == [
        ("Cuisiniers", "227 projets"),
        ("Aides à domicile, aides ménagères, travailleuses familiales", "227 projets"),
    ]


def test_a_link_chooses_an_epci_a_period_and_a_unit(opened, demo_store, asked):
    screen = opened(demo_store, "synthese", epci=FIGEAC, du="2021-01-01", au="2021-12-31", unite="personnes")
    assert screen.answer == (
        f"Grand-Figeac : du 1er janvier 2021 au 31 décembre 2021, **17{NB}personnes installées** avec le programme "
        f"et **249{NB}personnes suivies** par les services d'accueil."
    )
    assert screen.map["selected"] == FIGEAC
    assert screen.map["layer"]["epciWords"][FIGEAC] == f"17{NB}personnes installées"


def test_an_epci_chosen_in_the_list_changes_the_figures_the_map_and_the_url(opened, demo_store, asked):
    screen = opened(demo_store, "synthese")
    drawn = screen.map["layer"]
    screen.app.selectbox(key="pick_epci").set_value(FIGEAC).run()
    screen = screen.again()
    expected = [f"{asked(figure, epci_code=FIGEAC).value:.0f}" for figure in ("A5", "A2", "A1")]
    assert [value for value, _ in screen.cards] == expected
    assert expected[0] != "130"
    assert screen.notes == [
        "Grand-Figeac : Non localisés : 1 · hors du Lot : 1, dont 1 dans des communes voisines de la carte"
    ]
    assert screen.map["selected"] == FIGEAC
    assert screen.map["layer"] == drawn
    assert drawn["epciWords"][FIGEAC] == f"{expected[0]}{NB}foyers installés"
    assert screen.url == {"epci": FIGEAC}


def test_a_date_chosen_in_the_list_restates_the_figures(opened, demo_store, asked):
    screen = opened(demo_store, "synthese")
    screen.app.selectbox(key="pick_au").set_value("2020-03-12").run()
    screen = screen.again()
    assert screen.answer.startswith(f"Au 12 mars 2020, **40{NB}foyers installés** avec le programme")
    assert screen.texts("lot-card-change")[0] == "22 de plus qu'au comité du 5 décembre 2019"


def test_a_unit_chosen_changes_what_is_counted(opened, demo_store, asked):
    screen = opened(demo_store, "synthese")
    screen.app.button_group(key="pick_unite").set_value("enfants").run()
    screen = screen.again()
    assert screen.cards[0] == ("134", "enfants installés")
    assert screen.url == {"unite": "enfants"}


def test_what_changed_most_is_told_from_the_last_committee(on_demo, asked):
    screen = on_demo("synthese")
    assert "Ce qui a le plus changé depuis le 12 mars 2020" in screen.texts("lot-heading")
    (moves,) = screen.texts("lot-moves")
    assert f"257{NB}foyers, à présent {asked('A1').value:.0f} (+590)" in moves
