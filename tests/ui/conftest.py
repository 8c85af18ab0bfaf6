"""What tests of the interface share."""

import pytest


@pytest.fixture(scope="session", autouse=True)
def _quick(quick_apps: None) -> None:
    """Most tests here run an app."""
