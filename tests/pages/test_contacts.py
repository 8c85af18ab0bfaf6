"""Who calls, how did they hear of us, and how far do they go."""

import pytest

pytestmark = pytest.mark.whole

NB = "\u00a0"
FIGEAC = "200067361"


def counted(words: str) -> int:
    return int(words.split(NB)[0])


@pytest.fixture(scope="module")
def page(on_demo):
    return on_demo("contacts")


def test_the_cards_are_the_figures(page, asked):
    values = [f"{asked(figure).value:.0f}" for figure in ("A1", "A2", "A4")]
    labels = ["foyers en contact", "foyers suivis", "foyers venus en visite"]
    assert page.cards == list(zip(values, labels, strict=True))


def test_the_steps_go_down_from_all_contacts(page, asked):
    steps = page.bars["Étapes franchies"]
    assert list(steps) == ["Contact", "Suivi", "Visite", "Installation"]
    reached = [counted(words) for words in steps.values()]
    assert reached[0] == 847
    assert reached == sorted(reached, reverse=True)
    by_stage = asked("F1", "stage").cells.set_index("stage")["value"]
    assert reached == by_stage[["contact", "suivi", "visite", "installation"]].to_list()


def test_channels_are_parts_of_the_contacts(page):
    channels = page.bars["Contacts par canal"]
    assert sum(counted(words) for words in channels.values()) == 847
    first, *_others, last = channels
    assert (first, last) == ("Site internet", "Inconnu")
    assert "D'abord : site internet et bouche à oreille" in page.texts("lot-heading")


def test_the_map_shows_where_they_wish_to_live(page):
    items = page.map["layer"]["items"]
    in_the_lot = sum(counted(words) for code, (_, words, _) in items.items() if code.startswith("46"))
    assert page.notes == ["Non localisés : 133 · hors du Lot : 51, dont 51 dans des communes voisines de la carte"]
    assert in_the_lot + 133 + 51 == 847


def test_months_make_the_card(page):
    assert sum(page.drawings["mois"]["data"][0]["y"]) == 847


def test_the_words_agree_with_the_unit(opened, demo_store, asked):
    screen = opened(demo_store, "contacts", epci=FIGEAC, unite="personnes")
    assert [label for _, label in screen.cards] == [
        "personnes en contact",
        "personnes suivies",
        "personnes venues en visite",
    ]
    value = asked("A1", epci_code=FIGEAC, unit="personnes").value
    assert screen.cards[0][0] == f"{value:.0f}"
    assert sum(counted(words) for words in screen.bars["Contacts par canal"].values()) == value
