"""Why a figure is silent: nobody writes it, or too few families tell it. Never a zero in its place."""

from programme import wording

NO_SOURCE = "aucune source ne le renseigne"
NOT_WRITTEN = "non renseigné"
TOO_FEW = "trop peu"
DAYS_PER_MONTH = 365.25 / 12


def why_silent(value: float, denominator: float) -> str | None:
    """None where there is a value; else « trop peu (8) », or that nothing is written."""
    if value == value:
        return None
    if denominator != denominator or denominator < 1:
        return NOT_WRITTEN
    return f"{TOO_FEW} ({wording.number(denominator)})"


def months_words(days: float) -> str:
    """219 days -> « 7 mois »."""
    return f"{wording.number(days / DAYS_PER_MONTH)}{wording.NBSP}mois"


def days_words(days: float) -> str:
    """« le jour même », « 1 jour », « 219 jours »."""
    return wording.counted(days, "jour") if days >= 0.5 else "le jour même"
