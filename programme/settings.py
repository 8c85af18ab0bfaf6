"""What an installation may choose, by environment variables with the prefix OHMYLOT_."""

import re
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "data" / "reference"
INBOX = ROOT / "data" / "inbox"
DEMO = ROOT / "data" / "demo"
EARLIER_DEMO = ROOT / "data" / "demo_2020"  # the same EPCIs' workbooks, as the committee before had them


def _codes(text: Any) -> Any:
    """« 200023737, 200067361 » -> its words; what is no text is left to pydantic."""
    return re.findall(r"\w+", text) if isinstance(text, str) else text


class Settings(BaseSettings):
    """Every setting, documented in docs/reglages.md; a test compares the two."""

    model_config = SettingsConfigDict(env_prefix="OHMYLOT_")

    store: str = f"sqlite:///{ROOT / 'data' / 'store' / 'ohmylot.sqlite'}"
    secret: str = ""
    secret_file: Path = ROOT / "data" / "store" / "secret.key"
    partner_epcis: Annotated[frozenset[str], NoDecode, BeforeValidator(_codes)] = frozenset()
    parse_seconds: int = 120
    parse_megabytes: int = 700
    max_file_megabytes: int = 10


@cache
def settings() -> Settings:
    return Settings()
