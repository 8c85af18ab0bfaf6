import pandas as pd
from streamlit.testing.v1 import AppTest

from ui.blocks import table_html


def test_a_table_names_its_rows_and_columns_and_writes_french_numbers():
    rows = pd.DataFrame({"EPCI": ["Grand <Cahors>", None], "Foyers": [1234, 5], "Taux": [2.5, None]})
    assert table_html(rows, "Foyers, par EPCI") == (
        '<div class="lot-scroll" tabindex="0" role="region" aria-label="Foyers, par EPCI">'
        '<table class="lot-table lot-table--wide" role="table">'
        '<caption>Foyers, par EPCI</caption><thead><tr><th scope="col">EPCI</th>'
        '<th scope="col" class="lot-number">Foyers</th><th scope="col" class="lot-number">Taux</th></tr></thead>'
        '<tbody><tr role="row"><th scope="row" role="rowheader">Grand &lt;Cahors&gt;</th>'
        '<td role="cell" data-label="Foyers" class="lot-number">1<span class="lot-thin">\u202f</span>234</td>'
        '<td role="cell" data-label="Taux" class="lot-number">2,5</td></tr>'
        '<tr role="row"><th scope="row" role="rowheader">—</th>'
        '<td role="cell" data-label="Foyers" class="lot-number">5</td>'
        '<td role="cell" data-label="Taux" class="lot-number">—</td></tr></tbody></table></div>'
    )


def blocks() -> None:
    from ui.blocks import Card, show_banner, show_cards, show_empty, show_question

    show_banner(True, "Dernier tableau reçu le 31 mars 2022")
    show_banner(False, None)
    show_question("Où en est-on ?", "**130 foyers** installés & <suivis>")
    show_cards(
        [Card("130", "foyers", change="14 de plus"), Card("397", "suivis", "dont 61", help="Définition", figure="A2")]
    )
    show_empty("Rien reçu.", "Importez un fichier.")


def test_blocks_escape_words_and_put_some_forward():
    app = AppTest.from_function(blocks).run()
    assert not app.exception
    banner, question, cards, empty = (block.proto.body for block in app.get("html"))
    assert banner == (
        '<p class="lot-banner"><strong class="lot-demo">Données fictives</strong>'
        "<span>Dernier tableau reçu le 31 mars 2022</span></p>"
    )
    assert question == (
        '<h1 class="lot-question">Où en est-on\xa0?</h1>'
        '<p class="lot-answer"><strong>130 foyers</strong> installés &amp; &lt;suivis&gt;</p>'
    )
    assert cards.count('<section class="lot-card">') == 2
    assert '<p class="lot-card-change">14 de plus</p></section>' in cards
    assert cards.count("<details") == 1
    assert (
        '<button type="button" class="lot-card-value" data-figure="A2" title="D\'où vient ce chiffre ?" '
        'aria-label="397 suivis : d&#x27;où vient ce chiffre ?">397</button>' in cards
    )
    assert 'role="status"' in empty
