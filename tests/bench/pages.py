"""Each page's run on the demo, beside the run of a Streamlit script that writes one word."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from streamlit.testing.v1 import AppTest

from etl.__main__ import main as etl
from programme.settings import ROOT, settings
from tests.bench.ratio import Ratio, compare

BLANK = "import streamlit as st\nst.write('un mot')\n"


def measures() -> Iterator[Ratio]:
    with demo_store():
        blank = AppTest.from_string(BLANK, default_timeout=60)
        for page in sorted((ROOT / "pages").glob("*.py")):
            app = AppTest.from_file(ROOT / "ui" / "shell.py", default_timeout=60)
            app.run()
            app.switch_page(f"../pages/{page.name}")
            yield compare(f"page {page.stem}, figures cached", app.run, "a blank page", blank.run)


@contextmanager
def demo_store() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["OHMYLOT_STORE"] = f"sqlite:///{Path(folder) / 'demo.sqlite'}"
        os.environ["OHMYLOT_SECRET"] = "a secret for measurements"
        settings.cache_clear()
        etl(["demo"])
        yield
