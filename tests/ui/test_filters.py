from datetime import date

from streamlit.testing.v1 import AppTest

from ui.filters import end_days, start_days

MARCH_2022 = date(2022, 3, 31)


def page() -> None:
    from datetime import date

    import streamlit as st

    from ui.filters import Filters, choose_epci, read_url, show_filters, url_choices

    read_url()
    st.button("carte", on_click=choose_epci, args=("200067361",), key="carte")
    st.session_state["asked"] = show_filters(
        Filters(end=date(2022, 3, 31)),
        [("200023737", "Grand Cahors"), ("200067361", "Grand-Figeac")],
        first=date(2021, 11, 2),
        committees=[date(2022, 3, 31)],
        units=("foyers", "enfants"),
    )
    st.session_state["links"] = url_choices()


def opened(**query: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run()


def asked(app: AppTest) -> tuple:
    filters = app.session_state["asked"]
    return filters.start, filters.end, filters.epci_code, filters.commune_code, filters.unit


def url(app: AppTest) -> dict[str, str]:
    return {key: value if isinstance(value, str) else value[0] for key, value in app.query_params.items()}


def test_without_a_link_the_defaults_stand_and_the_url_is_bare():
    app = opened()
    assert asked(app) == (None, MARCH_2022, None, None, "foyers")
    assert url(app) == {}
    assert [box.options for box in app.selectbox] == [
        ["Tout le programme", "Grand Cahors", "Grand-Figeac"],
        ["le début", "1er janvier 2022"],
        ["31 mars 2022 (comité)", "28 février 2022", "31 janvier 2022", "31 décembre 2021", "30 novembre 2021"],
    ]


def test_a_link_is_the_view():
    app = opened(epci="200067361", commune="46102", du="2022-01-01", au="2022-02-14", unite="enfants")
    assert asked(app) == (date(2022, 1, 1), date(2022, 2, 14), "200067361", "46102", "enfants")
    assert [box.value for box in app.selectbox] == ["200067361", "2022-01-01", "2022-02-14"]
    assert app.session_state["links"] == url(app)


def test_a_link_that_says_the_default_or_spells_a_day_otherwise_is_tidied():
    app = opened(au="2022-03-31", du="20220101", unite="foyers")
    assert not app.exception
    assert asked(app)[:2] == (date(2022, 1, 1), MARCH_2022)
    assert (app.selectbox(key="pick_du").value, app.selectbox(key="pick_au").value) == ("2022-01-01", "")
    assert url(app) == {"du": "2022-01-01", "unite": "foyers"}


def test_a_page_may_answer_before_it_draws_its_filters():
    def early() -> None:
        from datetime import date

        import streamlit as st

        from ui.choices import Filters, read_filters, read_url

        read_url()
        defaults, epcis = Filters(end=date(2022, 3, 31)), [("200067361", "Grand-Figeac")]
        st.session_state["asked"] = read_filters(defaults, epcis)

    app = AppTest.from_function(early)
    app.query_params["epci"] = "200067361"
    assert asked(app.run()) == (None, MARCH_2022, "200067361", None, "foyers")
    assert not app.selectbox


def test_a_choice_in_a_list_is_written_in_the_url_and_the_default_is_not():
    app = opened(au="2021-12-31", autre="garde")
    app.selectbox(key="pick_epci").set_value("200023737").run()
    assert url(app) == {"au": "2021-12-31", "epci": "200023737", "autre": "garde"}
    app.selectbox(key="pick_au").set_value("").run()
    app.selectbox(key="pick_epci").set_value("").run()
    assert url(app) == {"autre": "garde"}
    assert asked(app) == (None, MARCH_2022, None, None, "foyers")


def test_the_map_and_the_list_do_the_same():
    app = opened(commune="46042", epci="200023737")
    app.button(key="carte").click().run()
    assert app.selectbox(key="pick_epci").value == "200067361"
    assert url(app) == {"epci": "200067361"}
    assert asked(app)[2:4] == ("200067361", None)


def test_the_unit_is_kept_for_pages_that_can_count_it():
    app = opened(unite="actifs")
    assert asked(app)[4] == "foyers"
    assert url(app) == {"unite": "actifs"}


def test_back_and_forward_are_followed():
    app = opened(epci="200067361")
    app.query_params["epci"] = "200023737"
    assert asked(app.run())[2] == "200023737"
    del app.query_params["epci"]
    assert asked(app.run())[2] is None


def test_what_a_link_gets_wrong_is_told_and_left():
    app = opened(epci="999", au="hier", du="2022-01-01")
    assert asked(app) == (date(2022, 1, 1), MARCH_2022, None, None, "foyers")
    assert url(app) == {"du": "2022-01-01"}
    assert [note.value for note in app.caption] == [
        "Le territoire demandé par le lien est inconnu : tout le programme est montré.",
        "Le lien demandait une date illisible : elle est remplacée par la date habituelle.",
    ]
    assert not app.run().caption


def test_a_period_that_ends_before_it_begins_is_told():
    app = opened(du="2022-01-01", au="2021-12-31")
    assert asked(app)[:2] == (None, date(2021, 12, 31))
    assert len(app.caption) == 1


def test_the_lists_offer_quarters_and_ends_of_months():
    assert start_days(date(2021, 5, 3), MARCH_2022) == [date(2022, 1, 1), date(2021, 10, 1), date(2021, 7, 1)]
    assert start_days(None, MARCH_2022) == []
    assert end_days(date(2022, 1, 20), date(2022, 3, 15), [date(2022, 3, 1), date(2019, 1, 1)]) == [
        date(2022, 3, 15),
        date(2022, 3, 1),
        date(2022, 2, 28),
        date(2022, 1, 31),
    ]
    assert end_days(None, MARCH_2022, []) == [MARCH_2022]
