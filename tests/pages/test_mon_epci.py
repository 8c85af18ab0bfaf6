"""One EPCI on a phone: the same figures as elsewhere, communes in classes, and nothing invented."""

import re

import pytest

from etl.pipeline import receive_file
from programme import territory
from tests.etl.making import write_xlsx

pytestmark = pytest.mark.whole

NB, THIN = "\u00a0", "\u202f"
FIGEAC, CAHORS, AVEYRON, BLANC = "200067361", "200023737", "200069383", "200039519"


@pytest.fixture
def figeac(opened, demo_store):
    return opened(demo_store, "mon_epci", epci=FIGEAC)


def table(screen, caption: str) -> list[list[str]]:
    return screen.rows(caption)[1:]


def test_without_an_epci_it_asks_for_one_by_list_and_by_map(opened, demo_store):
    screen = opened(demo_store, "mon_epci")
    assert screen.question == "Quel EPCI voulez-vous voir ?"
    assert [button.label for button in screen.app.button] == list(territory.epci_names().values())
    assert (screen.map["layer"]["level"], screen.map["canPick"], screen.cards) == ("epcis", True, [])
    screen.app.button(key=f"choix_{FIGEAC}").click().run()
    assert screen.again().question == "Grand-Figeac : où en est-on ?"
    assert screen.again().url == {"epci": FIGEAC}


def test_the_three_figures_are_those_of_the_other_pages(figeac, asked):
    values = [f"{asked(figure, epci_code=FIGEAC).value:.0f}" for figure in ("A5", "A2", "A1")]
    assert figeac.cards == list(zip(values, ["foyers installés", "foyers suivis", "foyers en contact"], strict=True))
    assert figeac.question == "Grand-Figeac : où en est-on ?"
    lost = asked("A12", epci_code=FIGEAC).value
    assert figeac.texts("lot-card-detail")[1] == f"dont {lost:.0f} sans nouvelles depuis six mois"
    assert all("comité du 12 mars 2020" in change for change in figeac.texts("lot-card-change"))


def test_another_epci_is_one_touch_away(figeac):
    figeac.app.button(key="autre_epci").click().run()
    assert figeac.again().question == "Quel EPCI voulez-vous voir ?"
    assert figeac.again().url == {}


def test_communes_are_told_in_classes_alone(figeac, asked):
    drawn = figeac.drawings["portrait"]
    by_commune = asked("A1", "commune").cells.set_index("commune")["value"]
    many = {code for code, value in by_commune.items() if value >= 5}
    mine = set(territory.communes().query("epci_code == @FIGEAC").index)
    assert set(drawn["items"]) == many & mine != set()
    for _, words in [*drawn["items"].values(), (0, drawn["absent"])]:
        settled, wishing = words.split(" foyers installés, ")
        assert re.fullmatch(r"moins de 5|\d+ à \d+|20 et plus", settled)
        assert re.fullmatch(r"(moins de 5|\d+ à \d+|20 et plus) en contact", wishing)


def test_a_commune_in_the_address_changes_nothing(opened, demo_store, figeac):
    assert opened(demo_store, "mon_epci", epci=FIGEAC, commune="46102").cards == figeac.cards


def test_against_all_it_says_what_luck_allows(figeac, opened, demo_store, asked):
    rate = asked("X3", epci_code=FIGEAC).total
    told = f"{rate['value']:.1f} ({rate['low']:.1f} à {rate['high']:.1f})".replace(".", ",")
    assert figeac.texts("lot-dot-words")[0] == told
    assert any("peut venir du hasard seul" in note for note in figeac.notes)
    low = opened(demo_store, "mon_epci", epci=AVEYRON)
    assert any("moins que le hasard seul n'explique" in note for note in low.notes)
    words = f"{figeac.sent} {low.sent}"
    assert not re.search(r"\b(rang|classé|premier EPCI|dernier EPCI|meilleur)\b", words)


def test_needs_tell_what_stays_without_an_answer(figeac, opened, demo_store, asked):
    needs = asked("N1", "axis", epci_code=FIGEAC).cells.set_index("axis")["value"]
    housing = table(figeac, "Besoins des familles")[0]
    assert housing[:2] == ["Logement", f"{needs['logement']:.0f}"]
    assert figeac.texts("lot-heading")[2].startswith(f"{needs['logement']:.0f}{NB}foyers ont demandé un logement")
    unknown = opened(demo_store, "mon_epci", epci=BLANC)
    assert {line[2] for line in table(unknown, "Besoins des familles")} == {"non renseigné"}


def test_an_epci_that_dates_no_last_contact_does_not_say_nobody_is_lost(opened, demo_store):
    details = opened(demo_store, "mon_epci", epci=BLANC).texts("lot-card-detail")
    assert "sans nouvelles depuis six mois : non renseigné" in details


def test_calls_are_references_and_are_offered_as_a_workbook(figeac):
    calls = table(figeac, "Tous les foyers à rappeler")
    assert len(calls) > 5
    assert all(re.fullmatch(r"F\d+|feuille « .+ », ligne \d+", line[0]) for line in calls)
    assert table(figeac, "Les plus anciens anniversaires sans nouvelles") == calls[:5]
    assert [button.proto.label for button in figeac.app.get("download_button")] == [
        "Télécharger la liste à remplir (Excel)"
    ]


def test_whom_to_call_invents_nothing(figeac, opened, demo_store):
    facts = figeac.body.find(".//dl[@class='lot-service']")
    assert ["".join(fact.itertext()) for fact in facts] == [
        "Service d'accueil",
        "à compléter",
        "Site",
        "www.grand-figeac.fr",
    ]
    assert not re.search(r"\b0[1-9](?:[ .]?\d\d){4}\b", figeac.sent)


def test_where_one_epci_is_alone_nothing_is_compared(on_one_epci, opened, one_epci_store):
    assert on_one_epci("mon_epci").map["layer"]["items"].keys() == {FIGEAC}
    screen = opened(one_epci_store, "mon_epci", epci=FIGEAC)
    assert len(screen.cards) == 3
    assert any(text.startswith("Pas de comparaison encore") for text in screen.texts("lot-empty"))
    assert screen.texts("lot-dot-words") == []


def test_an_epci_that_sent_nothing_is_unknown_and_not_zero(opened, one_epci_store):
    screen = opened(one_epci_store, "mon_epci", epci=CAHORS)
    assert (
        screen.answer == "**Grand Cahors** n'a pas encore envoyé son tableau : on ne sait rien des familles qu'il suit."
    )
    assert (screen.cards, "portrait" in screen.drawings) == ([], False)


def test_an_epci_that_sends_only_totals_is_told_what_is_not_known(opened, empty_store, tmp_path):
    rows = [["Mois", "Contacts", "Installations"], ["janvier 2021", 4, 1], ["février 2021", 3, 2]]
    receive_file(empty_store, write_xlsx(tmp_path / "Quercy Blanc totaux.xlsx", {"Totaux": rows}))
    screen = opened(empty_store, "mon_epci", epci=BLANC)
    assert screen.answer.partition(", ")[2] == (
        f"**3{NB}foyers installés** avec l'accompagnement. Seuls des totaux par mois sont envoyés : les foyers suivis "
        "ne sont pas connus."
    )
    assert screen.cards == [("3", "foyers installés"), ("", "Foyers suivis"), ("7", "foyers en contact")]
