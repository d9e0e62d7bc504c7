"""Fixtures for the tests of several parts."""

import pytest

from pipeline.reading.loops import in_c
from pipeline.reading.loops.in_python import PythonLoops


@pytest.fixture(params=["mapped", "compiled"])
def each_make(request, monkeypatch) -> None:
    """Run a test with each make of the loops over a page."""
    if request.param == "mapped":
        monkeypatch.setattr(in_c, "best", PythonLoops())
    elif not isinstance(in_c.best, in_c.CompiledLoops):
        pytest.skip("the loops are not compiled: there was no C compiler at installation")
