"""Numbers of files and of campaigns: what stands in their place may be a name or a telephone."""

import re

DOSSIER_REF = re.compile(
    r"[A-Za-z]{0,5}[-_/. ]?\d{1,6}(?:[-_/. ]?[A-Za-z]{0,3}[-_/. ]?\d{1,6})?(?:[-_/. ]?[A-Za-z]{1,3})?"
)
NOT_DIGITS = re.compile(r"\D")
MOST_REF_DIGITS = 9  # a phone has ten
BARE_PHONE = re.compile(r"(?!19|20)[1-9](?:[-_/. ]?\d){8}")  # without its zero, as a spreadsheet keeps a number
CAMPAIGN_ID = re.compile(r"[A-Z]{2,5}-(?:19|20)\d\d(?:-\d{1,3})?")


def reference(text: str, form: re.Pattern) -> str | None:
    """A reference is kept only if it looks like one: a name or a phone written in its place must not pass."""
    text = text.strip()
    is_one = form.fullmatch(text) and (len(text) < MOST_REF_DIGITS or not _may_be_phone(text))
    return text.upper() if is_one else None


def _may_be_phone(text: str) -> bool:
    return len(NOT_DIGITS.sub("", text)) > MOST_REF_DIGITS or BARE_PHONE.fullmatch(text) is not None
