import json

from streamlit.testing.v1 import AppTest

from ui.sparks import bars_html, pairs_html


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


def test_two_bars_a_line_are_one_list_bold_where_both_are_put_forward():
    def side(words: str, *, forward: bool) -> dict:
        bar = {"label": "Figeac & co", "words": words, "sure": 50.0, "possible": 50.0, "isHighlighted": forward}
        return {"title": words, "rows": [bar]}

    def drawn(*, forward: bool) -> str:
        pair = side("53", forward=True), side("34", forward=forward)
        return pairs_html(*pair, ("Foyers", "Fibre"), title="Foyers, puis fibre")

    assert drawn(forward=True).startswith(
        '<ul class="lot-bars lot-pairs" aria-label="Foyers, puis fibre">'
        '<li class="lot-pair lot-pair-heads" aria-hidden="true"><span></span>'
        '<span class="lot-pair-head">Foyers</span><span class="lot-pair-head">Fibre</span></li>'
        '<li class="lot-pair lot-bar--chosen"><span class="lot-bar-label">Figeac &amp; co</span>'
        '<span class="lot-pair-side lot-bar--chosen"><span class="lot-bar-track"'
    )
    assert '<li class="lot-pair"><span class="lot-bar-label">' in drawn(forward=False)
    assert [drawn(forward=False).count(words) for words in (">53<", ">34<")] == [1, 1]


def line() -> None:
    from ui.sparks import show_line

    show_line({"title": "t", "dates": [], "summary": "rien"}, key="courbe", height=200)


def test_a_line_is_sent_its_values_and_its_height():
    app = AppTest.from_function(line).run()
    assert not app.exception
    sent = json.loads(app.get_by_key("courbe").proto.json)
    assert sent == {"title": "t", "dates": [], "summary": "rien", "height": 200}
