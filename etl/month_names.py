"""The months, as people name them."""

from functools import lru_cache

from rapidfuzz.distance import OSA

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "janvier janv jan january",
            "fevrier fevr fev feb february",
            "mars mar march",
            "avril avr apr april",
            "mai may",
            "juin jun june",
            "juillet juil jul july",
            "aout aou aug august",
            "septembre sept sep september",
            "octobre oct october",
            "novembre nov november",
            "decembre dec december",
        ),
        start=1,
    )
    for word in words.split()
}
TYPO_LENGTH = 5


@lru_cache(maxsize=1_000)
def month_named(word: str) -> int | None:
    """The month that a word names, whole, begun (« sept ») or with one letter wrong."""
    if word in MONTHS:
        return MONTHS[word]
    begun = {number for month, number in MONTHS.items() if len(word) > 2 and month.startswith(word)}
    if len(begun) == 1:
        return begun.pop()
    if len(word) < TYPO_LENGTH:
        return None
    near = {number for month, number in MONTHS.items() if len(month) >= TYPO_LENGTH and OSA.distance(word, month) == 1}
    return near.pop() if len(near) == 1 else None
