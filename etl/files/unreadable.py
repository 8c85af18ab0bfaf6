"""Why a file cannot be opened."""


class Unreadable(Exception):
    """Carries the code of the reason, and the cell at fault where there is one."""

    def __init__(self, code: str, place: str = "") -> None:
        super().__init__(code)
        self.code, self.place = code, place
