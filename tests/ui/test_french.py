import pytest

from ui.french import in_french, words
from ui.squeeze import ASSETS

SCRIPTS = ASSETS / "static" / "js"
ROWS = [(part, english, french) for part, rows in words().items() for english, french in rows]


@pytest.mark.parametrize(("part", "english", "french"), ROWS, ids=lambda text: text[:40])
def test_streamlit_still_says_what_we_translate(part: str, english: str, french: str) -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in SCRIPTS.glob(f"{part}.*.js")}
    saying = [name for name, script in scripts.items() if english in script]
    assert saying
    for name in saying:
        translated = in_french(name, scripts[name])
        assert english not in translated
        assert french in translated


@pytest.mark.parametrize(("part", "english", "french"), ROWS, ids=lambda text: text[:40])
def test_a_translation_leaves_the_script_whole(part: str, english: str, french: str) -> None:
    for opening, closing in ("()", "{}", "[]"):
        assert english.count(opening) - english.count(closing) == french.count(opening) - french.count(closing)
    assert english.count("`") % 2 == french.count("`") % 2


def test_other_scripts_leave_as_they_are():
    assert in_french("Html.abc.js", "`Open`") == "`Open`"
