import json

from streamlit.testing.v1 import AppTest

from ui.sparks import bars_html


def test_bars_are_a_list_that_is_read():
    drawn = {
        "title": "Abandons",
        "rows": [
            {"label": "École & garde", "words": "8 foyers", "sure": 80.0, "possible": 100.0, "isHighlighted": True}
        ],
    }
    assert bars_html(drawn) == (
        '<ul class="lot-bars" aria-label="Abandons"><li class="lot-bar lot-bar--chosen">'
        '<span class="lot-bar-label">École &amp; garde</span><span class="lot-bar-track" aria-hidden="true">'
        '<span class="lot-bar-possible" style="width:100.0%"></span>'
        '<span class="lot-bar-sure" style="width:80.0%"></span></span>'
        '<span class="lot-bar-words">8 foyers</span></li></ul>'
    )


def line() -> None:
    from ui.sparks import show_line

    show_line({"title": "t", "dates": [], "summary": "rien"}, key="courbe", height=200)


def test_a_line_is_sent_its_values_and_its_height():
    app = AppTest.from_function(line).run()
    assert not app.exception
    sent = json.loads(app.get_by_key("courbe").proto.json)
    assert sent == {"title": "t", "dates": [], "summary": "rien", "height": 200}
