"""Which format a file has, by its beginning and its name; and that each format is one entry."""

from __future__ import annotations

import pkgutil
from pathlib import Path

import pytest

from pipeline.run import formats, input_formats
from pipeline.run.formats import INPUT_FORMATS, INPUT_SUFFIXES

FOUND = [
    pytest.param("a.pdf", b"%PDF-1.7\n", "pdf", id="pdf"),
    pytest.param("a.PDF", b"\xef\xbb\xbf%PDF-1.7\n", "pdf", id="capitals-and-bytes-before"),
    pytest.param("a.txt", "一、績效目標".encode(), "text", id="text"),
    pytest.param("a.TEXT", b"", "text", id="text-in-capitals"),
    pytest.param("report.txt", b"%PDF-1.7\n", "pdf", id="pdf-called-txt"),
    pytest.param("a", b"%PDF-1.7\n", "pdf", id="no-suffix"),
]
# The reader of PDFs says what is wrong with these.
NOTHING_KNOWN = [
    pytest.param("a.pdf", b"plain text", "pdf", id="text-called-pdf"),
    pytest.param("a.docx", b"PK\3\4", "pdf", id="another-format"),
    pytest.param("a", b"plain text", "pdf", id="no-suffix-no-mark"),
    pytest.param("a.txt.pdf", b"", "pdf", id="two-suffixes"),
]


@pytest.mark.parametrize(("name", "head", "form"), FOUND + NOTHING_KNOWN)
def test_format(name: str, head: bytes, form: str) -> None:
    assert formats.find_format(Path(name), head).name == form


@pytest.mark.parametrize("form", INPUT_FORMATS, ids=[form.name for form in INPUT_FORMATS])
def test_a_format_is_one_entry(form: formats.InputFormat) -> None:
    assert callable(form.load().read_file)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in form.suffixes)


def test_no_two_formats_have_a_suffix_or_name_in_common() -> None:
    assert len(set(INPUT_SUFFIXES)) == len(INPUT_SUFFIXES)
    assert len({form.name for form in INPUT_FORMATS}) == len(INPUT_FORMATS)


def test_every_module_of_a_format_has_an_entry() -> None:
    modules = {module.name for module in pkgutil.iter_modules(input_formats.__path__)}
    assert modules == {form.module for form in INPUT_FORMATS}
