"""Fixtures for the tests of several parts."""

import pytest

from pipeline import loops
from pipeline.mapped import Mapped


@pytest.fixture(params=["mapped", "compiled"])
def each_make(request, monkeypatch) -> None:
    """Run a test with each make of the loops over a page."""
    if request.param == "mapped":
        monkeypatch.setattr(loops, "best", Mapped())
    elif not isinstance(loops.best, loops.Compiled):
        pytest.skip("the loops are not compiled: there was no C compiler at installation")
