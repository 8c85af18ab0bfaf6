"""The addresses of our own files, each with a mark of its content, so that a browser may keep them for ever."""

import hashlib
from functools import cache
from pathlib import Path

from programme.settings import REFERENCE, ROOT

STATIC = ROOT / "static"
PATHS_FILE = REFERENCE / "lot_paths.json"
SVG_FILE = Path(__file__).with_name("svg.js")


def asset_url(name: str) -> str:
    """The address of a file of static/, relative to any page: « ./app/static/style.css?v=1a2b3c4d »."""
    return f"./app/static/{name}?v={fingerprint(STATIC / name)}"


def paths_url() -> str:
    """The address of the map's outlines (data/reference/lot_paths.json)."""
    return f"./app/static/lot_paths.json?v={fingerprint(PATHS_FILE)}"


def svg_script(*files: Path) -> str:
    """The script of a component that draws in SVG: what all share, then its own."""
    return "\n".join(path.read_text(encoding="utf-8") for path in (SVG_FILE, *files))


@cache
def fingerprint(path: Path) -> str:
    """Eight characters that change with the file; « absent » where there is none yet."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8] if path.is_file() else "absent"
