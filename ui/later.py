"""What stands first on a page and is sent last when it is first opened: the menu and the filters, after the figures.

Their room is kept. Once they are there they are sent first again: a link must carry a choice before its answer shows.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st

# Seconds left to the browser on a first visit, after the figures and after the map: all that comes at once is drawn
# at once, and a slow phone then shows its first figure with the last. Less than it takes to draw them in the meantime.
PAUSES = (0.15, 0.3)
_waiting: ContextVar[list[Callable[[], None]] | None] = ContextVar("waiting", default=None)
_pauses: ContextVar[Iterator[float] | None] = ContextVar("pauses", default=None)


@contextmanager
def figures_first() -> Iterator[None]:
    """Draws what was put off once the page is sent, even where it failed: one still goes elsewhere."""
    is_opened = st.session_state.get("is_opened")
    token = _waiting.set(None if is_opened else [])
    _pauses.set(iter(() if is_opened else PAUSES))
    st.session_state["is_opened"] = True
    try:
        yield
        _draw()
    except Exception:
        _draw()
        raise
    finally:
        _waiting.reset(token)


def later(draw: Callable[[], None]) -> None:
    """Puts a drawing off until the page is sent; at once where nothing waits for it."""
    waiting = _waiting.get()
    if waiting is None:
        draw()
    else:
        waiting.append(draw)


def let_it_show() -> None:
    """Leaves the browser a moment to draw what it has before more comes; nothing once the page is there."""
    time.sleep(next(_pauses.get() or iter(()), 0))


def end_page() -> None:
    """Ends the page here, its menu and filters drawn: after st.stop alone nothing more is sent."""
    _draw()
    st.stop()


def _draw() -> None:
    waiting = _waiting.get() or []
    while waiting:
        waiting.pop(0)()
