"""Which figures moved the most between two dates, among those that moved by more than chance would."""

import pandas as pd

# Two standard deviations of the difference of two counts, each taken as a Poisson count.
BEYOND_CHANCE = 2.0


def most_moved(changes: pd.DataFrame, most: int = 3) -> list[str]:
    """The figures (`figure`) whose counts `before` and `now` differ the most for their size, the largest move first.

    A figure that is not known on both days, or whose difference chance alone may explain, is not named.
    """
    known = changes.dropna(subset=["before", "now"])
    spread = (known["before"] + known["now"]).clip(lower=1) ** 0.5
    moved = ((known["now"] - known["before"]).abs() / spread).set_axis(known["figure"])
    beyond = moved[moved >= BEYOND_CHANCE]
    return list(beyond.sort_values(ascending=False, kind="stable").index[:most])
