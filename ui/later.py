"""What stands first on a page and is sent last: the menu and the filters, whose room is kept, after the figures."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_waiting: ContextVar[list[Callable[[], None]] | None] = ContextVar("waiting", default=None)


@contextmanager
def figures_first() -> Iterator[None]:
    """Draws what was put off once the page is sent, even where the page stopped early."""
    token = _waiting.set([])
    try:
        yield
    finally:
        waiting = _waiting.get() or []
        _waiting.reset(token)
        for draw in waiting:
            draw()


def later(draw: Callable[[], None]) -> None:
    """Puts a drawing off until the page is sent; at once where nothing waits for it."""
    waiting = _waiting.get()
    if waiting is None:
        draw()
    else:
        waiting.append(draw)
