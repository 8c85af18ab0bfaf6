"""A number is chosen, and its proof is shown."""

import pytest

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
