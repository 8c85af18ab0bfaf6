"""What actions bring: their timeline, prudent verdicts, channels, costs with their interval."""

import pytest

pytestmark = pytest.mark.whole

NB, THIN = "\u00a0", "\u202f"
CAHORS = "200023737"


@pytest.fixture(scope="module")
def page(on_demo):
    return on_demo("communication")


def test_the_timeline_has_every_month_and_every_action(page, asked):
    line = page.drawings["frise"]
    assert sum(bar[2] for bar in line["bars"]) == asked("A1").value
    ranks = sorted(action["rank"] for lane in line["lanes"] for action in lane["actions"])
    assert ranks == list(range(1, 12))
    assert [lane["label"] for lane in line["lanes"]] == ["Salons", "Campagnes", "Télévision"]
    assert [label for _, label in line["marks"]] == ["comité"] * 4


def test_the_sentence_the_drawing_and_the_table_say_the_same_verdicts(page):
    words = page.texts("lot-dot-words")[:11]
    assert words.count("plus qu'à l'ordinaire") == 1
    assert words.count("trop tôt pour le dire") == 1
    assert words.count("on ne peut pas conclure") == 9
    table = page.rows("Les actions et les contacts autour d'elles")[1:]
    assert [line[-1] for line in table] == words
    assert f"**11{NB}actions menées** : 1 suivie de plus" in page.answer
    clear = [action for lane in page.drawings["frise"]["lanes"] for action in lane["actions"] if action["isClear"]]
    assert len(clear) == 1


def test_channels_are_the_figures(page, asked):
    lines = page.rows("Contacts, installations et délai par canal")[1:]
    contacts = asked("C1", "channel").cells["value"]
    moves = asked("C1S", "channel").cells["value"]
    assert sum(int(line[1]) for line in lines) == contacts.sum() == asked("A1").value
    assert sum(int(line[2]) for line in lines) == moves.sum()
    delays = asked("A9", "channel").cells.set_index("channel")
    [site] = [line for line in lines if line[0] == "Site internet"]
    assert site[3] == f"{delays.loc['site', 'value'] / (365.25 / 12):.0f}{NB}mois"
    [salon] = [line for line in lines if line[0] == "Salon"]
    assert salon[3] == f"trop peu ({delays.loc['salon', 'denominator']:.0f})"


def test_a_cost_is_never_told_without_its_interval_and_its_lag(page, asked):
    cost = asked("C2").total
    told = f"{cost['value']:.0f}".replace("2254", f"2{THIN}254")
    assert any(heading.startswith(f"{told}{NB}€ par foyer en contact") for heading in page.texts("lot-heading"))
    words = page.texts("lot-dot-words")
    assert sum(text.startswith(f"{told}{NB}€ (") for text in words) == 1
    assert any("douze mois et plus" in note for note in page.notes)


def test_tourists_who_do_not_tell_are_drawn_too(page, asked):
    share = asked("C3").total
    came, told = share["numerator"], share["denominator"]
    assert page.bars["Touristes devenus habitants"] == {
        "D'abord venus en touristes": f"{came:.0f}{NB}foyers",
        "Pas venus en touristes": f"{told - came:.0f}{NB}foyers",
        "Ne le disent pas": f"{asked('A5').value - told:.0f}{NB}foyers",
    }


def test_adoption_says_what_no_source_tells(page):
    assert "Nombre d'ambassadeurs : aucune source ne le renseigne." in page.notes
    assert f"Entreprises partenaires : 19{NB}entreprises ont pris part à une action." in page.notes
    [brought] = [note for note in page.notes if note.startswith("Venus par un ambassadeur")]
    assert "foyers en contact" in brought


def test_without_any_action_it_says_what_to_do(on_one_epci):
    screen = on_one_epci("communication")
    assert "aucune action n'est renseignée" in screen.answer
    assert screen.drawings["frise"]["lanes"] == []
    assert any(text.startswith("Aucune action n'est renseignée") for text in screen.texts("lot-empty"))
    assert any(text == "Aucune source ne le renseigne." for text in screen.texts("lot-empty"))


def test_a_period_keeps_its_own_actions_and_contacts(opened, demo_store):
    screen = opened(demo_store, "communication", du="2021-01-01", epci=CAHORS)
    line = screen.drawings["frise"]
    assert line["bars"][0][3][0] == "Janvier 2021"
    assert sorted(action["rank"] for lane in line["lanes"] for action in lane["actions"]) == [1, 2, 3, 4, 5]


def test_an_epci_that_sent_nothing_is_unknown(opened, one_epci_store):
    screen = opened(one_epci_store, "communication", epci=CAHORS)
    assert "n'a pas encore envoyé son tableau" in screen.answer
    assert screen.drawings == {}
