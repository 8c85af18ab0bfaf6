"""Which jobs employers find hard to fill, and where."""

import pytest

NB, THIN = "\u00a0", "\u202f"
CAHORS, FIGEAC = "200023737", "200067361"


@pytest.fixture(scope="module")
def page(on_demo):
    return on_demo("metiers_en_tension")


def test_the_cards_are_intervals(page, asked):
    projects, difficult, seasonal = (asked(figure).total for figure in ("E3", "E3D", "E3S"))
    assert page.cards == [
        (f"5{THIN}549 à 5{THIN}666", "projets de recrutement"),
        (f"46 à 52{NB}%", "jugés difficiles"),
        (f"43 à 55{NB}%", "saisonniers"),
    ]
    assert [round(projects[end]) for end in ("low", "high")] == [5549, 5666]
    assert [round(100 * share[end]) for share in (difficult, seasonal) for end in ("low", "high")] == [46, 52, 43, 55]


def test_the_map_shades_the_three_bassins(page, asked):
    layer = page.map["layer"]
    told = {code: words for code, (_, words, _) in layer["items"].items()}
    assert told == {
        "7601": f"48 à 52{NB}% de projets jugés difficiles",
        "7622": f"47 à 55{NB}% de projets jugés difficiles",
        "7629": f"42 à 50{NB}% de projets jugés difficiles",
    }
    assert (layer["level"], layer["kind"], page.map["canPick"]) == ("bassins", "rate", False)


def test_the_jobs_are_drawn_and_told_the_same(page):
    header, *rows = page.rows("Projets de recrutement par métier")
    assert header == ["Métier", "Projets", "Difficiles", "Part difficile", "Part saisonnière"]
    assert rows[0] == ["Cuisiniers", "351", "227", f"65{NB}%", f"69{NB}%"]
    assert rows[-1] == ["Plombiers, chauffagistes", "75 à 78", "59 à 63", f"76 à 81{NB}%", f"0 à 15{NB}%"]
    sure, possible = page.drawings["metiers"]["data"]
    assert sure["y"] == [row[0] for row in rows]
    assert (sure["x"][-1], possible["x"][-1]) == (59, 4)


def test_an_epci_is_told_over_the_bassins_where_it_lies(opened, demo_store):
    screen = opened(demo_store, "metiers_en_tension", epci=FIGEAC)
    assert screen.answer.startswith(
        f"Grand-Figeac{NB}: en 2021, les employeurs des bassins d'emploi de Cahors et Figeac projettent **"
    )
    assert len(screen.map["layer"]["items"]) == 3
    other = opened(demo_store, "metiers_en_tension", epci=CAHORS)
    assert other.answer.startswith(
        f"Grand Cahors{NB}: en 2021, les employeurs du bassin d'emploi de Cahors projettent **"
    )
    assert other.cards[0] != screen.cards[0]


def test_the_survey_of_the_year_is_the_one_shown(opened, demo_store):
    assert opened(demo_store, "metiers_en_tension", au="2020-12-31").answer.startswith("En 2020, les employeurs du Lot")


def test_before_the_first_survey_the_page_says_what_to_do(on_one_epci):
    screen = on_one_epci("metiers_en_tension")
    assert (screen.question, screen.cards, screen.map) == ("Quels métiers manquent de bras ?", [], None)
    [advice] = screen.texts("lot-empty")
    assert advice.startswith("Téléchargez la « base open data BMO » sur le site de France Travail")
