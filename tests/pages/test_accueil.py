"""The welcome service: where help would be of use, small numbers silent, nobody ranked."""

import re

import pytest

from programme import territory

pytestmark = pytest.mark.whole

NB = "\u00a0"
CAHORS, FIGEAC, AVEYRON = "200023737", "200067361", "200069383"
TABLE = "Le service d'accueil, par EPCI"


@pytest.fixture(scope="module")
def page(on_demo):
    return on_demo("accueil")


def lines(screen) -> dict[str, dict[str, str]]:
    head, *rows = screen.rows(TABLE)
    return {row[0]: dict(zip(head[1:], row[1:], strict=True)) for row in rows}


def test_the_cards_say_of_how_many_they_speak(page, asked):
    assert [value for value, _ in page.cards][1] == f"{asked('A12').value:.0f}"
    delay, score = asked("A10").total, asked("S2").total
    assert page.cards[0] == (f"{delay['value']:.0f}{NB}jours", "pour une première réponse")
    assert f"en médiane, sur {delay['denominator']:.0f}{NB}foyers" in page.texts("lot-card-detail")
    assert f"en moyenne, sur {score['denominator']:.0f}{NB}notes" in page.texts("lot-card-detail")


def test_epcis_stand_in_the_order_of_their_inhabitants(page):
    assert list(lines(page)) == list(territory.epci_names().values())
    assert "ce n'est pas un classement" in " ".join(page.texts("lot-detail"))


def test_the_table_is_the_figures_and_tells_zero_from_unknown(page, asked):
    told = lines(page)
    followed = asked("A2", "epci").cells.set_index("epci")["value"]
    names = territory.epci_names()
    assert {name: told[name]["Suivis"] for name in told} == {
        names[code]: f"{value:.0f}" for code, value in followed.items()
    }
    assert told["Ouest Aveyron"]["Sans nouvelles depuis six mois"] == "non renseigné"
    assert told["Ouest Aveyron"]["Dossiers par référent"] == "non renseigné"
    assert told["Grand Cahors"]["Première réponse"] == f"3{NB}jours"
    assert told["Vallée du Lot et du Vignoble"]["Satisfaction"].startswith("trop peu (")


def test_who_does_not_write_a_figure_is_named_and_never_drawn(page):
    [silent] = [note for note in page.notes if note.startswith("Non renseigné par Causses") and "Grand-Figeac" in note]
    assert "Grand Cahors" not in silent
    assert "Vallée du Lot" not in silent.replace("Vallée de la Dordogne", "")


def test_no_referent_is_shown_alone(page, asked):
    codes = asked("S1", "referent").cells["referent"]
    assert len(codes) > 0
    assert [code for code in codes if code in page.sent] == []


def test_would_they_have_come_is_told_with_its_parts(page, asked):
    share = asked("S3").total
    told = f"{share['numerator']:.0f}{NB}foyers sur {share['denominator']:.0f}"
    assert any(note.startswith(told) for note in page.notes)


def test_one_epci_is_put_forward_among_all_and_may_take_its_list(opened, demo_store, page):
    screen = opened(demo_store, "accueil", epci=FIGEAC)
    [chosen] = screen.body.iterfind(".//tr[@class='lot-bar-line--chosen']")
    assert "".join(chosen.find("th").itertext()) == "Grand-Figeac"
    assert list(lines(screen)) == list(lines(page))
    assert len(screen.app.get("download_button")) == 1
    assert len(page.app.get("download_button")) == 0


def test_an_epci_that_notes_little_says_so_and_shows_no_zero(opened, demo_store):
    screen = opened(demo_store, "accueil", epci=AVEYRON)
    assert screen.answer.startswith("Ouest Aveyron : au 31 mars 2022, **")
    assert "première réponse" not in screen.answer
    silent = [label for value, label in screen.cards if value == ""]
    assert silent == ["Délai de première réponse", "Sans nouvelles depuis six mois", "Satisfaction"]
    assert not [value for value, _ in screen.cards if re.fullmatch(r"0\b.*", value)]


def test_nobody_has_settled_for_a_year_yet(opened, demo_store):
    screen = opened(demo_store, "accueil", epci=AVEYRON, au="2020-03-12")
    assert "Personne n'est à rappeler" in screen.texts("lot-heading")
    assert "Aucun foyer n'est installé depuis un an." in screen.texts("lot-empty")


def test_where_one_epci_is_alone_it_is_the_only_line(on_one_epci):
    assert list(lines(on_one_epci("accueil"))) == ["Grand-Figeac"]


def test_an_epci_that_sent_nothing_is_unknown(opened, one_epci_store):
    screen = opened(one_epci_store, "accueil", epci=CAHORS)
    assert "n'a pas encore envoyé son tableau" in screen.answer
    assert screen.cards == []
