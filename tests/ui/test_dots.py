"""Dots, intervals and bars in plain HTML: a list and a table that are read without any drawing."""

from ui.dots import bar_table_html, intervals_html

ROW = {"label": "Salon & forum", "words": "4 (1 à 8)", "dot": 40.0, "from": 10.0, "to": 80.0, "ticks": [20.0]}
SILENT = {"label": "Presse", "words": "trop peu (3)", "dot": None, "from": None, "to": None, "ticks": []}


def test_dots_are_a_list_whose_drawing_is_hidden_from_readers():
    rows = [ROW | {"isHighlighted": True}, SILENT | {"isHighlighted": False}]
    drawn = {"title": "Coûts", "rows": rows, "reference": None, "end": "10"}
    assert intervals_html(drawn) == (
        '<ul class="lot-dots" aria-label="Coûts"><li class="lot-dot-row lot-dot-row--chosen">'
        '<span class="lot-dot-label">Salon &amp; forum</span><span class="lot-dot-track" aria-hidden="true">'
        '<span class="lot-dot-range" style="left:10.0%;width:70.00%"></span>'
        '<span class="lot-dot-tick" style="left:20.0%"></span><span class="lot-dot" style="left:40.0%"></span></span>'
        '<span class="lot-dot-words">4 (1 à 8)</span></li>'
        '<li class="lot-dot-row"><span class="lot-dot-label">Presse</span>'
        '<span class="lot-dot-track" aria-hidden="true"></span><span class="lot-dot-words">trop peu (3)</span></li>'
        '<li class="lot-dot-row lot-dot-scale" aria-hidden="true"><span></span>'
        '<span class="lot-dot-ends"><span>0</span><span>10</span></span></li></ul>'
    )


def test_a_reference_crosses_every_line_and_is_named_under_them():
    drawn = {"title": "t", "rows": [ROW | {"isHighlighted": False}], "end": "10"}
    html = intervals_html(drawn | {"reference": {"at": 50.0, "label": "ensemble"}})
    assert html.count('<span class="lot-dot-reference" style="left:50.0%"></span>') == 1
    assert "┆ ensemble" in html


def test_a_table_keeps_its_headings_beside_each_cell():
    table = {
        "title": "Canaux",
        "headings": ["Canal", "Contacts", "Délai"],
        "areNumbers": [True, False],
        "rows": [
            {
                "label": "Site",
                "isHighlighted": True,
                "cells": [
                    {"words": "185", "bar": 100.0, "silence": ""},
                    {"words": "trop peu (9)", "bar": None, "silence": "few"},
                ],
            }
        ],
    }
    assert bar_table_html(table) == (
        '<table class="lot-bar-table" role="table"><caption>Canaux</caption><thead><tr><th scope="col">Canal</th>'
        '<th scope="col" class="lot-number">Contacts</th><th scope="col">Délai</th></tr></thead><tbody>'
        '<tr role="row" class="lot-bar-line--chosen"><th scope="row" role="rowheader">Site</th>'
        '<td role="cell" data-label="Contacts" class="lot-number"><span class="lot-cell-track" aria-hidden="true">'
        '<span style="width:100.0%"></span></span>185</td>'
        '<td role="cell" data-label="Délai" class="lot-quiet lot-few">trop peu (9)</td></tr></tbody></table>'
    )
