"""An occupation as people write it -> an occupation of ours, candidates to choose from, or nothing known."""

from etl.occupations.understanding import Understanding, understand

__all__ = ["Understanding", "understand"]
