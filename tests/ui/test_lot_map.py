import json

import streamlit as st
from streamlit.testing.v1 import AppTest

from ui.assets import PATHS_FILE
from ui.lot_map import outline_ratio, picked


def page() -> None:
    import pandas as pd

    from charts.maps import map_layer
    from ui.lot_map import show_map

    values = pd.DataFrame({"epci_code": ["200067361"], "value": [3]})
    layer = map_layer(values, level="epcis", kind="count", unit_label=("foyer", "foyers"))
    show_map(layer, selected="200067361", on_pick=lambda code: None, is_for_room=True)


def test_only_values_travel():
    app = AppTest.from_function(page).run()
    assert not app.exception
    sent = json.loads(app.get_by_key("carte").proto.json)
    assert sent.pop("paths").startswith("./app/static/lot_paths.json?v=")
    assert sent.pop("layer")["items"] == {"200067361": [54.0, "3\u00a0foyers", "3"]}
    assert sent == {"ratio": outline_ratio(), "selected": "200067361", "canPick": True, "isForRoom": True}


def test_a_pick_reaches_the_page_and_nothing_else_does(monkeypatch):
    picks = []
    monkeypatch.setattr(st, "session_state", {"carte": {"picked": {"epci": "200067361"}}})
    picked("carte", picks.append)
    monkeypatch.setattr(st, "session_state", {"carte": {"picked": {"epci": None}}})
    picked("carte", picks.append)
    monkeypatch.setattr(st, "session_state", {"carte": {"picked": None}})
    picked("carte", picks.append)
    picked("carte", None)
    assert picks == ["200067361", None]


def test_the_outlines_are_what_the_script_expects():
    outlines = json.loads(PATHS_FILE.read_text(encoding="utf-8"))
    assert {"width", "height", "communes", "epcis", "bassins", "departement", "towns"} <= set(outlines)
    assert {"code", "name", "epci", "d", "x", "y"} <= set(outlines["communes"][0])
    assert {"code", "name", "d", "x", "y"} <= set(outlines["epcis"][0])
    assert PATHS_FILE.stat().st_size <= 80_000
