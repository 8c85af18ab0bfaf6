"""What our server adds to Streamlit's: a French first page, security headers, and files that browsers keep."""

import base64
import gzip
import hashlib
import re
from functools import cache

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.assets import PATHS_FILE, STATIC
from ui.first_page import first_page
from ui.squeeze import SqueezedAssets

FOREVER = "public, max-age=31536000, immutable"
AN_HOUR = "public, max-age=3600"
# These belong to the file that our first page replaces.
REPLACED = {b"content-length", b"content-encoding", b"content-type", b"etag", b"last-modified", b"accept-ranges"}


def routes() -> list[BaseRoute]:
    """Our own addresses: the map's outlines, then every file of static/."""
    return [
        Route("/app/static/lot_paths.json", _lot_paths),
        Mount("/app/static", KeptFiles(directory=STATIC)),
    ]


def middleware() -> list[Middleware]:
    page = first_page()
    return [Middleware(FrenchAndSafe, page=page, policy=content_policy(page)), Middleware(SqueezedAssets)]


def content_policy(page: bytes) -> str:
    """The Content-Security-Policy: nothing from outside; a v2 component's script is a blob."""
    inline = re.findall(rb"<script>(.*?)</script>", page, flags=re.DOTALL)
    hashes = "".join(f" 'sha256-{base64.b64encode(hashlib.sha256(code).digest()).decode()}'" for code in inline)
    return (
        f"default-src 'self'; script-src 'self' blob:{hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )


class KeptFiles(StaticFiles):
    """static/ with Cache-Control: for ever where the address bears the file's mark, an hour otherwise."""

    def file_response(self, full_path, stat_result, scope: Scope, status_code: int = 200) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        is_font = str(full_path).endswith(".woff2")
        response.headers["Cache-Control"] = FOREVER if is_font or b"v=" in scope["query_string"] else AN_HOUR
        return response


class FrenchAndSafe:
    """ASGI middleware: security headers on every answer, and our first page in place of Streamlit's."""

    def __init__(self, app: ASGIApp, page: bytes, policy: str) -> None:
        self.app = app
        self.page = page
        self.headers = [
            (b"content-security-policy", policy.encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"x-frame-options", b"DENY"),
            (b"referrer-policy", b"same-origin"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=()"),
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_replaced = False

        async def answer(message: Message) -> None:
            nonlocal is_replaced
            if message["type"] == "http.response.start":
                is_replaced = message["status"] == 200 and _is_html(message["headers"])
                message = message | {"headers": self._headers(message["headers"], is_replaced)}
            elif is_replaced:
                if message.get("more_body"):
                    return
                body = b"" if scope["method"] == "HEAD" else self.page
                message = {"type": "http.response.body", "body": body}
            await send(message)

        await self.app(scope, receive, answer)

    def _headers(self, sent: list[tuple[bytes, bytes]], is_replaced: bool) -> list[tuple[bytes, bytes]]:
        ours = {name for name, _ in self.headers}
        if not is_replaced:
            return [pair for pair in sent if pair[0].lower() not in ours] + self.headers
        kept = [pair for pair in sent if pair[0].lower() not in REPLACED | ours | {b"cache-control"}]
        about = [
            (b"content-type", b"text/html; charset=utf-8"),
            (b"content-length", str(len(self.page)).encode()),
            (b"cache-control", b"no-cache"),
        ]
        return kept + about + self.headers


def _is_html(headers: list[tuple[bytes, bytes]]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)


async def _lot_paths(request: Request) -> Response:
    body, squeezed = _paths_bodies()
    headers = {"Cache-Control": FOREVER if "v" in request.query_params else AN_HOUR, "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(squeezed, media_type="application/json", headers=headers | {"Content-Encoding": "gzip"})
    return Response(body, media_type="application/json", headers=headers)


@cache
def _paths_bodies() -> tuple[bytes, bytes]:
    """The outlines as they are and compressed, made once: they are the same for everyone."""
    body = PATHS_FILE.read_bytes()
    return body, gzip.compress(body, mtime=0)
