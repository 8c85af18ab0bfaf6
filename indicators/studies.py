"""What is asked beside the figures and comes as a table: each function, and the tables of the store that it reads."""

from collections.abc import Callable, Mapping

import pandas as pd

from indicators import campaigns, context, forecast, retention, targets
from indicators.question import Question

Study = Callable[[Mapping[str, pd.DataFrame], Question], pd.DataFrame]
STUDIES: dict[str, tuple[Study, tuple[str, ...]]] = {
    "calls_due": (retention.calls_due, ("households", "follow_ups")),
    "pace": (targets.pace, ("households", "targets")),
    "funnel": (context.funnel, ("households",)),
    "action_effects": (campaigns.action_effects, ("households", "actions")),
    "forecast": (forecast.forecast, ("households",)),
    "back_test": (forecast.back_test, ("households",)),
}
