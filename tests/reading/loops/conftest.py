"""Both makes of the loops."""

from __future__ import annotations

import pytest

from pipeline.reading.loops import in_c
from pipeline.reading.loops.in_c import CompiledLoops
from pipeline.reading.loops.in_python import PythonLoops


@pytest.fixture
def makes() -> tuple[PythonLoops, CompiledLoops]:
    if not isinstance(in_c.best, CompiledLoops):
        pytest.skip("the loops are not compiled: there was no C compiler at installation")
    return PythonLoops(), in_c.best
