"""What an installation may choose: read from the environment, and told in docs/reglages.md."""

import re

import pytest

from programme.settings import ROOT, Settings, settings

LINE = re.compile(r"^\| `(OHMYLOT_\w+)` \| (vide|`.+?`) \| .+ \|$", re.MULTILINE)


def in_words(default: object) -> str:
    """A default as the documentation writes it: paths from the project's folder, an empty one as « vide »."""
    if default in ("", frozenset()):
        return "vide"
    return f"`{str(default).replace(f'{ROOT}/', '')}`"


def test_every_setting_is_documented_with_its_default_and_nothing_else_is():
    documented = LINE.findall((ROOT / "docs" / "reglages.md").read_text(encoding="utf-8"))
    assert documented == [
        (f"OHMYLOT_{name.upper()}", in_words(field.default)) for name, field in Settings.model_fields.items()
    ]


def test_a_setting_is_read_from_the_environment(chosen):
    with chosen(parse_seconds=3, secret_file="ailleurs.key"):
        assert (settings().parse_seconds, settings().secret_file.name) == (3, "ailleurs.key")
    assert settings().parse_seconds == 120


@pytest.mark.parametrize("told", ["200023737,200067361", "200023737, 200067361", '["200023737", "200067361"]'])
def test_partners_are_a_list_of_codes(chosen, told):
    with chosen(partner_epcis=told):
        assert settings().partner_epcis == {"200023737", "200067361"}


def test_no_partner_is_named_by_default(chosen):
    with chosen(partner_epcis=""):
        assert settings().partner_epcis == frozenset()
