"""What the tests of readers need."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.raw_pages import Save


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Keep what pdfminer finds wrong in test files off the terminal."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(level)


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Return what writes bytes into a file of its own."""

    def write(data: bytes) -> Path:
        path = tmp_path / "report.pdf"
        path.write_bytes(data)
        return path

    return write
