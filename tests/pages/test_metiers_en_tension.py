"""Which jobs employers find hard to fill, and where."""

from datetime import date

import pytest

from etl.labour.demo import write_surveys
from etl.pipeline import Choices, import_file

pytestmark = pytest.mark.whole

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
    [drawn] = [bars for title, bars in page.bars.items() if title.startswith("Projets difficiles par métier")]
    assert drawn == {name: f"{difficult} · {seasonal}" for name, _, difficult, _, seasonal in rows}


def test_an_epci_is_told_over_the_bassins_where_it_lies(opened, demo_store):
    screen = opened(demo_store, "metiers_en_tension", epci=FIGEAC)
    assert screen.answer.startswith(
        "Grand-Figeac : en 2021, les employeurs des bassins d'emploi de Cahors et Figeac projettent **"
    )
    assert len(screen.map["layer"]["items"]) == 3
    other = opened(demo_store, "metiers_en_tension", epci=CAHORS)
    assert other.answer.startswith("Grand Cahors : en 2021, les employeurs du bassin d'emploi de Cahors projettent **")
    assert other.cards[0] != screen.cards[0]


def test_the_survey_of_the_year_is_the_one_shown(opened, demo_store):
    assert opened(demo_store, "metiers_en_tension", au="2020-12-31").answer.startswith("En 2020, les employeurs du Lot")


def test_before_the_first_survey_the_page_says_what_to_do(on_one_epci):
    screen = on_one_epci("metiers_en_tension")
    assert (screen.question, screen.cards, screen.map) == ("Quels métiers manquent de bras ?", [], None)
    [advice] = screen.texts("lot-empty")
    assert advice.startswith("Téléchargez la « base open data BMO » sur le site de France Travail")


@pytest.fixture
def read(opened, demo_store):
    """The page at one of its parts, for one family of jobs."""

    def _read(part, family="", **query):
        screen = opened(demo_store, "metiers_en_tension", **query)
        screen.app.session_state["partie"], screen.app.session_state["famille"] = part, family
        screen.app.run()
        return screen.again()

    return _read


def test_a_family_keeps_its_jobs_in_the_ranking_and_on_the_map(read):
    screen = read("Où et lesquels", "batiment")
    jobs = [row[0] for row in screen.rows("Projets de recrutement par métier")[1:]]
    assert jobs[:2] == ["Maçons", "Plombiers, chauffagistes"]
    assert "Cuisiniers" not in jobs
    assert set(screen.map["layer"]["items"]) == {"7601", "7622", "7629"}


def test_the_years_are_on_one_scale(read):
    screen = read("Depuis quand")
    assert [row[:2] for row in screen.rows("Projets de recrutement par année")[1:]] == [
        ["2019", "FAP 2009"],
        ["2020", "FAP 2009"],
        ["2021", "FAP 2009"],
    ]
    assert screen.drawings["annees"]["data"][0]["x"] == [2019, 2020, 2021]


def test_what_lasts_is_an_interval(read):
    screen = read("Saisonnier ou durable")
    bars = screen.bars["Métiers difficiles et durables"]
    assert bars["Aides à domicile, aides ménagères, travailleuses familiales"] == f"164 à 227{' '}projets"


def test_the_lot_stands_among_its_neighbours(read):
    bars = read("Face aux voisins").bars["Part difficile"]
    assert set(bars) == {"Lot", "Aveyron", "Cantal", "Corrèze", "Dordogne", "Lot-et-Garonne", "Tarn-et-Garonne"}
    assert bars["Lot"] == f"46 à 52{NB}%"


def test_the_match_tells_classes_and_nobody(read):
    screen = read("Qui arrive")
    header, *rows = screen.rows("Les besoins difficiles, et qui arrive : ce sur quoi le comité peut agir d'abord")
    counts = {cell for row in rows for cell in row[3:5]}
    assert header[3:5] == ["Installés dans ce métier", "En contact avec ce métier"]
    assert not counts & {"1", "2", "3", "4"}
    assert "moins de 5" in counts


@pytest.mark.parametrize("part", ["Où et lesquels", "Depuis quand", "Saisonnier ou durable", "Face aux voisins"])
@pytest.mark.parametrize("query", [{"epci": FIGEAC}, {"au": "2020-12-31"}])
def test_every_part_opens_for_an_epci_and_an_earlier_day(read, part, query):
    assert read(part, "sante_aide", **query).cards


@pytest.mark.parametrize("part", ["Qui arrive", "Former, s'engager"])
@pytest.mark.parametrize("family", ["", "industrie", "agriculture"])
def test_the_parts_about_newcomers_open_for_every_family(read, part, family):
    assert read(part, family).cards


@pytest.fixture
def surveys_store(empty_store, tmp_path):
    """Two surveys and no follow-up."""
    for path in write_surveys(tmp_path)[:2]:
        import_file(empty_store, path, Choices(received_date=date(2021, 6, 1), accepts_proposals=True))
    return empty_store


def test_the_surveys_alone_are_read_before_any_follow_up(opened, surveys_store):
    screen = opened(surveys_store, "metiers_en_tension", partie="Qui arrive")
    assert screen.answer.startswith("En 2020, les employeurs du Lot projettent **")


def test_a_survey_later_than_the_date_is_one_click_away(opened, surveys_store):
    screen = opened(surveys_store, "metiers_en_tension", au="2018-12-31")
    assert "aucune enquête Besoins en main-d'œuvre n'est encore connue" in screen.answer
    answered = opened(surveys_store, "metiers_en_tension", au="2019-12-31")
    assert "Montrer l'enquête de 2020" in [button.label for button in answered.app.button]
    [button] = [button for button in screen.app.button if button.label == "Montrer l'enquête de 2020"]
    button.click()
    screen.app.run()
    assert screen.url["au"] == "2020-12-31"
