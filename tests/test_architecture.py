"""Who may import whom, and how long a page may be: the house's rules, held by a test."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

import figures

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("programme", "store", "etl", "indicators", "figures", "charts", "ui", "pages", "reports", "publication")
ALLOWED = {
    "programme": set(),
    "store": {"programme"},
    "etl": {"programme", "store"},
    "indicators": {"programme"},
    "charts": {"programme"},
    "figures": {"programme", "store", "indicators"},
    "ui": {"programme", "figures", "charts", "reports"},
    "pages": {"programme", "ui", "figures", "charts"},
    "reports": {"programme", "figures", "indicators", "charts"},
    "publication": {"programme", "figures", "indicators", "charts"},
    "app": {"programme", "figures", "ui"},
}
LIBRARIES = {
    "streamlit": ("app.py", "pages/", "ui/"),
    "plotly": ("charts/",),
    "geopandas": ("etl/geography/",),
    "openpyxl": ("etl/", "reports/"),
}
PAGE_LINES = 60


def sources() -> list[Path]:
    files = [ROOT / "app.py"]
    for package in PACKAGES:
        files += sorted((ROOT / package).rglob("*.py"))
    return files


@cache
def imported(path: Path) -> list[tuple[str, bool]]:
    """(first name of the module, whether it is imported only when a function runs) of each import."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(node) for owner in ast.walk(tree) if isinstance(owner, ast.FunctionDef) for node in ast.walk(owner)}
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [(alias.name.split(".")[0], id(node) in inner) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.append((node.module.split(".")[0], id(node) in inner))
    return names


def layers_above(path: Path) -> set[str]:
    """The layers that this module may not import, and does."""
    layer = path.relative_to(ROOT).parts[0].removesuffix(".py")
    used = {name for name, _ in imported(path) if name in PACKAGES} - {layer}
    # Wiring may import any layer.
    return set() if path.name == "__main__.py" else used - ALLOWED[layer]


def stray_libraries(path: Path) -> set[str]:
    place = path.relative_to(ROOT).as_posix()
    return {name for name, _ in imported(path) if name in LIBRARIES and not place.startswith(LIBRARIES[name])}


@pytest.mark.parametrize("faults", [layers_above, stray_libraries])
def test_modules_import_only_the_layers_below_them_and_libraries_stay_in_their_room(faults) -> None:
    assert len(sources()) > 200
    assert {str(path.relative_to(ROOT)): faults(path) for path in sources() if faults(path)} == {}


def test_figures_load_the_store_only_when_asked() -> None:
    modules = [module for path in (ROOT / "figures").glob("*.py") for module in imported(path)]
    assert "store" not in {name for name, is_inner in modules if not is_inner}
    assert "store" in {name for name, is_inner in modules if is_inner}


def test_all_that_is_asked_at_the_door_is_there() -> None:
    rooms = [path for room in ("ui", "pages", "reports") for path in (ROOT / room).rglob("*.py")]
    asked = {
        name for path in rooms for name in re.findall(r"\bfigures\.([A-Za-z]\w*)", path.read_text(encoding="utf-8"))
    }
    assert "ask" in asked
    assert asked - set(dir(figures)) == set()


def test_only_the_imports_screen_of_ui_knows_the_etl() -> None:
    knowing = [path.name for path in (ROOT / "ui").rglob("*.py") if "etl" in {name for name, _ in imported(path)}]
    assert set(knowing) <= {"imports.py"}


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=lambda path: path.name)
def test_a_page_is_short_and_computes_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = {name for name, _ in imported(path)}
    assert len(text.splitlines()) <= PAGE_LINES
    assert not names & {"pandas", "numpy", "store", "etl", "indicators"}
    assert not [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]


def test_a_colour_stands_in_the_theme_alone() -> None:
    colour = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|\brgba?\((?!0,0,0,0\))")
    rooms = [*(ROOT / "ui").rglob("*"), *(ROOT / "charts").rglob("*"), *(ROOT / "pages").rglob("*"), ROOT / "app.py"]
    files = [path for path in rooms if path.suffix in {".py", ".js", ".css", ".html"} and path.name != "theme.py"]
    files += (ROOT / "static").glob("*.css")
    assert [str(path) for path in files if colour.search(path.read_text(encoding="utf-8"))] == []
