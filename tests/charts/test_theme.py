import itertools
import re
import tomllib

import pytest

from charts import theme
from programme.settings import ROOT

MODES = [theme.LIGHT, theme.DARK]
# How people without red or without green cones see linear RGB (Machado, Oliveira, Fernandes 2009, full severity).
SIGHTS = {
    "trichromat": [(1, 0, 0), (0, 1, 0), (0, 0, 1)],
    "protanope": [(0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)],
    "deuteranope": [(0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)],
}


def linear(color: str) -> list[float]:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(color: str) -> float:
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lab(color: str, sight: str) -> tuple[float, float, float]:
    seen = [sum(k * part for k, part in zip(row, linear(color), strict=True)) for row in SIGHTS[sight]]
    rows = [(0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)]
    xyz = [sum(k * part for k, part in zip(row, seen, strict=True)) for row in rows]
    x, y, z = (max(v / white, 0) ** (1 / 3) for v, white in zip(xyz, (0.9505, 1, 1.089), strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


@pytest.mark.parametrize("colors", MODES, ids=["light", "dark"])
def test_words_are_read_on_every_ground(colors):
    for ground in (colors.ground, colors.paper, colors.stone):
        for text in (colors.ink, colors.soft_ink, colors.accent, colors.river):
            assert contrast(text, ground) >= 4.5, (text, ground)
    assert contrast(colors.on_accent, colors.accent) >= 4.5
    assert contrast(colors.on_accent, colors.circle) >= 4.5


@pytest.mark.parametrize("colors", MODES, ids=["light", "dark"])
def test_marks_stand_out_of_their_ground(colors):
    for mark in (colors.circle, colors.border, colors.ink):
        assert contrast(mark, colors.land) >= 3, mark
    for mark in (colors.highlight, colors.accent, colors.river, *colors.categories[:4]):
        assert contrast(mark, colors.ground) >= 2.2, mark
    assert contrast(colors.highlight, colors.ground) >= 3


@pytest.mark.parametrize("colors", MODES, ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_categories_and_classes_are_told_apart_by_every_sight(colors, sight):
    for one, other in itertools.combinations(colors.categories, 2):
        assert distance(one, other, sight) >= 14, (one, other)
    for one, other in itertools.pairwise((colors.land, *colors.rates)):
        assert distance(one, other, sight) >= 8, (one, other)


@pytest.mark.parametrize("colors", MODES, ids=["light", "dark"])
def test_classes_go_steadily_from_little_to_much(colors):
    steps = [luminance(shade) for shade in colors.rates]
    assert steps == sorted(steps, reverse=colors is theme.LIGHT)


def test_few_classes_keep_the_ends():
    assert {count: theme.rate_slots(count) for count in range(1, 6)} == {
        1: [2],
        2: [1, 3],
        3: [0, 2, 4],
        4: [0, 2, 3, 4],
        5: [0, 1, 2, 3, 4],
    }


def test_streamlit_has_the_same_colours_and_fonts():
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["theme"]["light"] == theme.streamlit_theme("light")
    assert config["theme"]["dark"] == theme.streamlit_theme("dark")
    assert config["theme"]["font"] == f"{theme.TEXT_FONT}, sans-serif"
    assert config["theme"]["headingFont"] == f"{theme.TITLE_FONT}, serif"
    assert {face["family"] for face in config["theme"]["fontFaces"]} == {theme.TEXT_FONT, theme.TITLE_FONT}
    for face in config["theme"]["fontFaces"]:
        assert (ROOT / face["url"].removeprefix("app/")).is_file()


def test_fonts_are_small_and_come_with_their_licence():
    fonts = list((ROOT / "static" / "fonts").glob("*.woff2"))
    sources = (ROOT / "static" / "fonts" / "SOURCES.yml").read_text(encoding="utf-8")
    assert len(fonts) == 2
    assert sum(font.stat().st_size for font in fonts) < 200_000
    for font in fonts:
        assert font.name in sources
        assert (font.parent / f"{font.stem.removesuffix('-latin')}-OFL.txt").is_file()


def test_css_follows_the_page_then_the_system():
    css = theme.css_variables()
    assert f"--lot-accent:light-dark({theme.LIGHT.accent},{theme.DARK.accent});" in css
    assert f":root{{--lot-ground:{theme.LIGHT.ground};" in css
    assert f"(prefers-color-scheme:dark){{:root{{--lot-ground:{theme.DARK.ground};" in css
    assert f"--lot-rate-5:{theme.LIGHT.rates[4]};" in css


def test_plotly_takes_its_colours_from_the_palette():
    assert theme.template("dark")["layout"]["colorway"] == list(theme.DARK.categories)
    assert theme.template(None) == theme.template("light")
    assert theme.template("light")["layout"]["separators"] == ",\u202f"


def test_no_colour_lives_elsewhere():
    literal = re.compile(r"#(?:[0-9a-fA-F]{3,4}){1,2}\b|\brgba?\(|\bhsla?\(")
    folders = ("app.py", "charts", "ui", "pages", "static")
    files = [
        path
        for folder in folders
        for path in ([ROOT / folder] if folder.endswith(".py") else (ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".css", ".js", ".html", ".svg"} and path.name != "theme.py"
    ]
    assert len(files) > 10
    assert {path.name: found for path in files if (found := literal.findall(path.read_text(encoding="utf-8")))} == {}
