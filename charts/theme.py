"""The only place with a colour: causse limestone, malbec, river and saffron, by day and by night.

Python hands these to Plotly and to Streamlit's theme; CSS and SVG read them as `var(--lot-…)`.
"""

from dataclasses import dataclass, fields
from typing import Any, Literal

Mode = Literal["light", "dark"]

TEXT_FONT = "Nunito Sans"
TITLE_FONT = "Vollkorn"


@dataclass(frozen=True)
class Palette:
    """The colours of one mode, each named by what it is for."""

    ground: str  # the page
    paper: str  # what lies on the page: tooltips, fields
    stone: str  # soft fills
    line: str  # rules and borders
    ink: str
    soft_ink: str  # second lines; still 4.5:1 on ground, paper and stone
    accent: str  # malbec: what is ours, what is chosen, what is counted
    on_accent: str
    river: str  # second series, links
    highlight: str  # saffron: one thing to look at
    land: str  # a commune of the Lot on a map
    far_land: str  # a commune of a partner EPCI outside the Lot
    land_line: str
    border: str  # EPCI outlines
    circle: str
    missing: str  # the strokes of « pas de données »
    rates: tuple[str, ...]  # five classes of one hue, from little to much
    categories: tuple[str, ...]  # told apart by people who confuse colours, in this order


LIGHT = Palette(
    ground="#faf6ee",
    paper="#fffdf9",
    stone="#f0e9db",
    line="#dcd1bd",
    ink="#2a2421",
    soft_ink="#62574d",
    accent="#7b1e3a",
    on_accent="#fffdf9",
    river="#1c6b68",
    highlight="#b87700",
    land="#ece3d2",
    far_land="#f4eee2",
    land_line="#fffdf9",
    border="#8d7f6e",
    circle="#8c2946",
    missing="#a89a86",
    rates=("#bcded8", "#8abfb9", "#589d9b", "#2b7777", "#0d494f"),
    categories=("#7b1e3a", "#2d8a86", "#d69400", "#4f5b93", "#a39684"),
)

DARK = Palette(
    ground="#1b1816",
    paper="#26211e",
    stone="#2f2925",
    line="#4b423a",
    ink="#f3ece0",
    soft_ink="#c3b7a7",
    accent="#e8899f",
    on_accent="#1b1816",
    river="#9adfd2",
    highlight="#f0b840",
    land="#3a332d",
    far_land="#282320",
    land_line="#1b1816",
    border="#a39684",
    circle="#e8899f",
    missing="#8d7f6e",
    rates=("#1f4a48", "#2f6f6b", "#46978f", "#76c1b7", "#b9e6db"),
    categories=("#e8899f", "#a8e6dc", "#e6a817", "#6d7bd0", "#7d7164"),
)

PALETTES: dict[Mode, Palette] = {"light": LIGHT, "dark": DARK}


def palette(mode: Mode | None) -> Palette:
    """The colours of a mode; those of the day where the browser has not said."""
    return PALETTES["dark" if mode == "dark" else "light"]


def rate_slots(count: int) -> list[int]:
    """Which of the five shades `count` classes use (2 to 5): the ends first, so that few classes stay far apart."""
    return {1: [2], 2: [1, 3], 3: [0, 2, 4], 4: [0, 2, 3, 4], 5: [0, 1, 2, 3, 4]}[count]


def css_variables() -> str:
    """Every colour as `--lot-name`, following the page's colour scheme; old browsers follow the system's."""
    day, night = _named(LIGHT), _named(DARK)
    both = {name: f"light-dark({day[name]},{night[name]})" for name in day}
    return (
        f":root{{{_declared(day)}}}"
        f"@media (prefers-color-scheme:dark){{:root{{{_declared(night)}}}}}"
        f"@supports (color:light-dark(red,blue)){{:root{{{_declared(both)}}}}}"
    )


def streamlit_theme(mode: Mode) -> dict[str, Any]:
    """The options of [theme.light] or [theme.dark] in .streamlit/config.toml, which a test holds equal."""
    colors = palette(mode)
    return {
        "primaryColor": colors.accent,
        "backgroundColor": colors.ground,
        "secondaryBackgroundColor": colors.stone,
        "textColor": colors.ink,
        "linkColor": colors.river,
        "borderColor": colors.line,
        "dataframeBorderColor": colors.line,
        "dataframeHeaderBackgroundColor": colors.stone,
        "dataframeHeaderTextColor": colors.soft_ink,
        "redColor": colors.accent,
        "greenColor": colors.river,
        "blueColor": colors.river,
        "yellowColor": colors.highlight,
        "orangeColor": colors.highlight,
        "chartCategoricalColors": list(colors.categories),
    }


def template(mode: Mode | None = "light") -> dict[str, Any]:
    """The one Plotly template: no title, no toolbar, French separators, rules only where they are read."""
    colors = palette(mode)
    axis = {
        "automargin": True,
        "gridcolor": colors.line,
        "linecolor": colors.border,
        "zeroline": False,
        "ticks": "",
        "tickfont": {"color": colors.soft_ink, "size": 13},
        "title": {"font": {"color": colors.soft_ink, "size": 13}},
    }
    layout = {
        "font": {"family": f"{TEXT_FONT}, sans-serif", "size": 14, "color": colors.ink},
        "separators": ",\u202f",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": list(colors.categories),
        "colorscale": {"sequential": [[i / 4, shade] for i, shade in enumerate(colors.rates)]},
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "xaxis": axis | {"showgrid": False, "showline": True},
        "yaxis": axis | {"showgrid": True, "tickformat": ","},
        "bargap": 0.35,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": colors.paper,
            "bordercolor": colors.line,
            "font": {"family": f"{TEXT_FONT}, sans-serif", "size": 14, "color": colors.ink},
        },
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "title": {"text": ""}},
        "modebar": {"remove": ["all"]},
        "shapedefaults": {"line": {"color": colors.highlight, "width": 1.5, "dash": "dot"}},
        "annotationdefaults": {"font": {"color": colors.soft_ink, "size": 13}, "showarrow": False},
    }
    return {"layout": layout, "data": {"bar": [{"marker": {"line": {"width": 0}, "cornerradius": 3}}]}}


PLOTLY_CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "responsive": True}


def _named(colors: Palette) -> dict[str, str]:
    """CSS name -> colour, the sequences numbered from 1."""
    named: dict[str, str] = {}
    for field in fields(colors):
        value = getattr(colors, field.name)
        name = field.name.replace("_", "-")
        if isinstance(value, str):
            named[name] = value
        else:
            singular = {"rates": "rate", "categories": "category"}[name]
            named |= {f"{singular}-{i}": shade for i, shade in enumerate(value, start=1)}
    return named


def _declared(named: dict[str, str]) -> str:
    return "".join(f"--lot-{name}:{value};" for name, value in named.items())
