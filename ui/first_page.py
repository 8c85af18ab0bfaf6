"""The first page that a browser gets: Streamlit's own index.html, in French and with our colours, faces and icon."""

import re
from pathlib import Path
from urllib.parse import quote

import streamlit

from charts import theme
from ui.assets import STATIC, asset_url, paths_url

TITLE = "Oh My Lot, tableau de bord de l'attractivité"
THEIRS = Path(streamlit.__file__).with_name("static")
# The parts of Streamlit that our first words and the map are made with. Asked for at once, with all that they import,
# they are there when the first words come, and nothing jumps; what the filters are made with comes later, as they do.
PARTS = ("Html", "PageLink", "BidiComponent")
NO_SCRIPT = (
    "<noscript><p>Ce tableau de bord a besoin de JavaScript. "
    "Activez-le dans votre navigateur, puis rechargez la page.</p></noscript>"
)


def first_page() -> bytes:
    """Streamlit's index.html with lang="fr", our title, and our own head before its script runs."""
    page = (THEIRS / "index.html").read_text(encoding="utf-8")
    page = re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)
    page = page.replace('<html lang="en">', '<html lang="fr">')
    page = re.sub(r"<title>.*?</title>", f"<title>{TITLE}</title>", page)
    page = re.sub(r'<link\s+rel="(?:preload|service-desc|shortcut icon)".*?/>', "", page, flags=re.DOTALL)
    page = re.sub(r"<noscript>.*?</noscript>", NO_SCRIPT, page, flags=re.DOTALL)
    page = page.replace("</head>", _head(known=page) + "</head>")
    return re.sub(r"\n\s*\n+", "\n", page).encode()


def _head(known: str) -> str:
    fonts = "".join(
        f'<link rel="preload" href="./app/static/fonts/{name}" as="font" type="font/woff2" crossorigin>'
        for name in ("vollkorn-latin.woff2", "nunito-sans-latin.woff2")
    )
    parts = "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">'
        for name in sorted(_scripts(PARTS))
        if name not in known
    )
    return (
        f'<link rel="icon" type="image/svg+xml" href="{_icon()}">{fonts}{parts}'
        f'<link rel="preload" href="{paths_url()}" as="fetch" crossorigin>'
        f'<meta name="theme-color" content="{theme.LIGHT.ground}" media="(prefers-color-scheme: light)">'
        f'<meta name="theme-color" content="{theme.DARK.ground}" media="(prefers-color-scheme: dark)">'
        f'<style>{theme.css_variables()}</style><link rel="stylesheet" href="{asset_url("style.css")}">'
    )


def _scripts(parts: tuple[str, ...]) -> set[str]:
    """The script files of some parts of Streamlit, and of all that these import."""
    folder = THEIRS / "static" / "js"
    found: set[str] = set()
    waiting = [path.name for part in parts for path in folder.glob(f"{part}.*.js")]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            text = (folder / name).read_text(encoding="utf-8")
            waiting += re.findall(r'(?:from|import)\s*["`\']\./([\w.~-]+\.js)["`\']', text)
    return found


def _icon() -> str:
    """The mark in the river's colour, inside the page: an image alone does not know our colours."""
    mark = (STATIC / "mark.svg").read_text(encoding="utf-8").replace("currentColor", theme.LIGHT.river)
    return f"data:image/svg+xml,{quote(mark)}"
