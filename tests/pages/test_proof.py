"""A number is chosen, and its proof is shown."""

import pytest
import streamlit as st

from ui import card_pick, proof

pytestmark = pytest.mark.whole


def test_the_proof_leads_to_files_and_lines(opened, demo_store, asked):
    screen = opened(demo_store, "installations")
    app = screen.app
    next(box for box in app.selectbox if box.label == "D'où vient ce chiffre ?").select("A5").run()
    assert not app.exception
    text = "".join(screen.again().body.itertext())
    assert "Foyers installés : 130 foyers" in text
    assert "130\u00a0lignes derrière ce chiffre" in text
    next(box for box in app.selectbox if box.label == "Ventiler par").select("profile").run()
    assert not app.exception
    assert "Télétravailleur" in "".join(block.proto.body for block in app.get("html"))


def test_a_number_that_is_touched_is_explained(monkeypatch):
    state = {card_pick.KEY: {"asked": None}}
    monkeypatch.setattr(st, "session_state", state)
    card_pick.asked(proof.choose)
    assert proof.KEY not in state
    state[card_pick.KEY] = {"asked": "A5"}
    card_pick.asked(proof.choose)
    assert state[proof.KEY] == "A5"
