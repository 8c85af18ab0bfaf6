"""The application as it starts."""

import runpy
from functools import partial

from streamlit import config

from programme.settings import ROOT

LIMIT = "server.maxUploadSize"


def test_the_page_takes_files_as_heavy_as_the_setting_says(chosen, request):
    request.addfinalizer(partial(config.set_option, LIMIT, config.get_option(LIMIT)))
    with chosen(max_file_megabytes=23):
        runpy.run_path(str(ROOT / "app.py"))
    assert config.get_option(LIMIT) == 23
