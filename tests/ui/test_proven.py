"""Every figure of the catalogue can be asked for its proof, and by all its breakdowns, on some page."""

import re

from indicators.catalog import catalog
from programme.settings import ROOT
from ui.needs import PROVEN

CALL = re.compile(r"show_proof\(view, \(([^)]*)\)\)")


def test_every_figure_has_its_proof_on_a_page():
    asked = [call for path in (ROOT / "pages").glob("*.py") for call in CALL.findall(path.read_text("utf-8"))]
    offered = {figure for call in asked for figure in re.findall(r'"(\w+)"', call)}
    assert offered | set(PROVEN) == set(catalog())
