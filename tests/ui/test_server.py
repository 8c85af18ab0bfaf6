import asyncio
import gzip
import re

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

from ui.assets import PATHS_FILE, asset_url
from ui.first_page import first_page
from ui.server import content_policy, middleware, routes
from ui.squeeze import ASSETS, SqueezedAssets


def get(path: str, query: str = "", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """One request to our middleware and routes over a stand-in for Streamlit's."""
    stand_in = Starlette(
        routes=[*routes(), Route("/texte", PlainTextResponse("texte")), Route("/{page:path}", HTMLResponse("english"))],
        middleware=middleware(),
    )
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "query_string": query.encode(),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()],
    }
    sent = []
    received = iter([{"type": "http.request", "body": b""}])

    async def receive():
        return next(received, {"type": "http.disconnect"})

    async def send(message):
        sent.append(message)

    asyncio.run(stand_in(scope, receive, send))
    answer = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answer, b"".join(message.get("body", b"") for message in sent[1:])


def test_every_page_is_the_french_one():
    for path in ("/", "/contacts"):
        status, headers, body = get(path)
        assert (status, headers["content-type"], headers["cache-control"]) == (
            200,
            "text/html; charset=utf-8",
            "no-cache",
        )
        assert body == first_page()
        assert int(headers["content-length"]) == len(body)


def test_a_head_request_has_no_body():
    _, headers, body = get("/", method="HEAD")
    assert (body, int(headers["content-length"])) == (b"", len(first_page()))


def test_the_first_page_is_french_and_asks_nothing_of_others():
    page = first_page().decode()
    assert '<html lang="fr">' in page
    assert "<title>Oh My Lot, tableau de bord de l'attractivité</title>" in page
    assert not re.search(r"SourceSans|You need|service-desc|https?://(?!www\.w3\.org)", page)
    assert "--lot-accent" in page
    assert asset_url("style.css") in page


def test_scripts_come_from_here_alone():
    policy = content_policy(b"<script>one()</script><script src='x'></script>")
    assert "script-src 'self' blob: 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4='; " in policy
    assert "unsafe-eval" not in policy


def test_every_answer_has_the_security_headers():
    for path in ("/", "/texte", "/app/static/style.css", "/app/static/absent"):
        _, headers, _ = get(path)
        assert headers["content-security-policy"].startswith("default-src 'self'; ")
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_other_answers_keep_their_body():
    assert get("/texte")[2] == b"texte"


def test_our_files_are_kept_by_browsers():
    assert get("/app/static/style.css", "v=1")[1]["cache-control"] == "public, max-age=31536000, immutable"
    assert get("/app/static/style.css")[1]["cache-control"] == "public, max-age=3600"
    assert "immutable" in get("/app/static/fonts/vollkorn-latin.woff2")[1]["cache-control"]
    assert get("/app/static/../app.py")[0] == 404


def test_the_outlines_travel_compressed():
    _, headers, body = get("/app/static/lot_paths.json", "v=1", accept_encoding="gzip, br")
    assert (headers["content-encoding"], headers["content-type"]) == ("gzip", "application/json")
    assert gzip.decompress(body) == PATHS_FILE.read_bytes()
    assert len(body) < 40_000
    assert get("/app/static/lot_paths.json")[2] == PATHS_FILE.read_bytes()


def test_streamlits_scripts_travel_compressed():
    path = next(path for path in SqueezedAssets(None).files if path.endswith(".css"))
    _, headers, body = get(path, accept_encoding="gzip")
    assert (headers["content-encoding"], headers["content-type"]) == ("gzip", "text/css; charset=utf-8")
    assert headers["cache-control"] == "public, immutable, max-age=31536000"
    assert headers["x-content-type-options"] == "nosniff"
    assert gzip.decompress(body) == (ASSETS / path[1:]).read_bytes()
    assert "content-encoding" not in get(path)[1]
