"""The ASGI application: Streamlit over ui/shell.py, in French, with our headers and our files.

`streamlit run app.py` serves it.
"""

import gc
import importlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from streamlit import config

import figures
from programme.passing import purge
from programme.settings import settings
from ui.server import middleware, routes

# Imported once at the start, not by the first visitor. The map's component must be imported while the
# server runs: registered earlier, it belongs to no one.
WARM = ("ui.blocks", "ui.cards", "ui.filters", "ui.lot_map", "ui.outcomes", "ui.places", "ui.proof", "ui.sparks")


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Deletes what a killed server left, and loads what pages need, out of every later garbage collection."""
    for name in WARM:
        importlib.import_module(name)
    figures.known()
    purge()
    gc.collect()
    gc.freeze()
    yield


def tell_error(_: Exception) -> bool:
    """One sentence in French instead of a trace; the trace is in the server's log."""
    st.error(
        "Cette page n'a pas pu être calculée. Rechargez-la ; si cela recommence, "
        "prévenez la personne qui administre le tableau de bord.",
        icon=":material/error:",
    )
    return True


# The one limit of a file's weight: the box to drop files in shows it, and the server holds to it.
config.set_option("server.maxUploadSize", settings().max_file_megabytes)
app = st.App("ui/shell.py", lifespan=lifespan, routes=routes(), middleware=middleware(), on_script_error=tell_error)
