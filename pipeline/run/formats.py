"""The formats of input files: an ordered list, an entry for each format.

A new format is one entry here and a module in `input_formats`. A folder is searched for these suffixes, so the
main process asks for them too: this module loads no other, and a format's own is loaded where a file is read.

>>> find_format(Path("a.txt"), b"1. ...").name, find_format(Path("a.txt"), b"%PDF-1.7").name
('text', 'pdf')
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from pipeline.errors import Status
    from pipeline.rows import Contents

Step = Callable[[int], object]
"""Is told after each page how many are done."""


class FileContents(NamedTuple):
    """What a reader makes of a file: its contents, and why some of it is missing.

    ``status`` and ``error`` are those of the contract; both are left out where all of the file was read,
    and follow from its rows then. ``layout`` is given where it does not follow from the header words.
    """

    contents: Contents
    pages: int
    status: Status | None = None
    error: str = ""
    warnings: tuple[str, ...] = ()
    layout: str = ""
    pdf: Path | None = None
    """The PDF whose pages another reader can read once more."""


class InputReader(Protocol):
    """What the module of an input format has to offer."""

    def read_file(self, path: Path, step: Step) -> FileContents:
        """Read a file; raises `DocumentError` where it cannot be read at all."""


class InputFormat(NamedTuple):
    """A format of input files: its suffixes, how its first bytes are known, and the module that reads it."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    is_head: Callable[[bytes], bool]

    def load(self) -> InputReader:
        """Return the module that reads it."""
        return cast("InputReader", import_module(f"pipeline.run.input_formats.{self.module}"))


def _is_pdf(head: bytes) -> bool:
    return b"%PDF-" in head


def _is_nothing_known(head: bytes) -> bool:  # noqa: ARG001 - plain text begins with anything
    return False


INPUT_FORMATS = (
    InputFormat("pdf", (".pdf",), "pdf", _is_pdf),
    InputFormat("text", (".txt", ".text"), "plain_text", _is_nothing_known),
)
"""The first one that the beginning of a file is known by is the file's; then the first with its suffix."""

INPUT_SUFFIXES = tuple(suffix for form in INPUT_FORMATS for suffix in form.suffixes)
"""Endings of the files that can be read, which a folder is searched for."""


def find_format(path: Path, head: bytes) -> InputFormat:
    """Return the format of a file that begins so; PDF where nothing tells, whose reader says what is wrong."""
    suffix = path.suffix.lower()
    by_head = (form for form in INPUT_FORMATS if form.is_head(head))
    by_suffix = (form for form in INPUT_FORMATS if suffix in form.suffixes)
    return next(by_head, None) or next(by_suffix, INPUT_FORMATS[0])
