"""What an installation may choose, by environment variables with the prefix OHMYLOT_."""

from functools import cache
from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "data" / "reference"
DEMO = ROOT / "data" / "demo"


class Settings(BaseSettings):
    """Every setting, documented in docs/reglages.md; a test compares the two."""

    model_config = SettingsConfigDict(env_prefix="OHMYLOT_")

    store: str = f"sqlite:///{ROOT / 'data' / 'store' / 'ohmylot.sqlite'}"
    secret: str = ""
    secret_file: Path = ROOT / "data" / "store" / "secret.key"
    partner_epcis: frozenset[str] = frozenset()
    parse_seconds: int = 120
    parse_megabytes: int = 700
    max_file_megabytes: int = 10


@cache
def settings() -> Settings:
    return Settings()
