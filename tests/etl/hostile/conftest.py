"""Hostile files are opened by children of one and the same interpreter."""

import pytest

from etl import workbook
from tests.etl.hostile.children import quick_children


@pytest.fixture(scope="module")
def quick(tmp_path_factory):
    with quick_children(tmp_path_factory.mktemp("answers")) as run, pytest.MonkeyPatch.context() as patch:
        patch.setattr(workbook, "_run_child", run)
        yield
