"""Streamlit's own scripts and styles, in French and compressed: it sends them as they are, 4.7 MB for Plotly."""

import asyncio
import gzip
from functools import cache
from pathlib import Path

import streamlit
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.french import in_french

ASSETS = Path(streamlit.__file__).with_name("static")
# Streamlit asks for its own face before it knows our theme: it is given ours, which the page needs anyway.
THEIR_FACE = "/static/media/SourceSansVF-Upright"
OUR_FACE = "/app/static/fonts/nunito-sans-latin.woff2"
SQUEEZED = {".js": b"text/javascript; charset=utf-8", ".css": b"text/css; charset=utf-8"}


class SqueezedAssets:
    """ASGI middleware: each file is compressed once, in another thread, then kept for everyone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.files = {f"/{path.relative_to(ASSETS).as_posix()}": path for path in ASSETS.glob("static/**/*.*")}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(THEIR_FACE):
            await RedirectResponse(OUR_FACE, headers={"cache-control": "public, max-age=86400"})(scope, receive, send)
            return
        path = self.files.get(scope.get("path", "")) if scope["type"] == "http" else None
        if path is None or path.suffix not in SQUEEZED or scope["method"] != "GET" or not accepts_gzip(scope):
            await self.app(scope, receive, send)
            return
        body = await asyncio.to_thread(squeezed, path)
        headers = [
            (b"content-type", SQUEEZED[path.suffix]),
            (b"content-encoding", b"gzip"),
            (b"content-length", str(len(body)).encode()),
            (b"cache-control", b"public, immutable, max-age=31536000"),
            (b"vary", b"Accept-Encoding"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def accepts_gzip(scope: Scope) -> bool:
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])


@cache
def squeezed(path: Path) -> bytes:
    script = in_french(path.name, path.read_text(encoding="utf-8"))
    return gzip.compress(script.encode(), compresslevel=6, mtime=0)
