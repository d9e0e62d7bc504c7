"""Content streams split into operations: what is plain, and what is left to pdfminer's own parser."""

from __future__ import annotations

import io
import time

import pytest
from pdfminer.psparser import PSBaseParser

from pipeline.reading.pdfplumber_reader.operations import (
    END,
    parse_operations,
    read_numbers,
    read_shown,
)

PLAIN = [
    pytest.param(b"", [], id="empty"),
    pytest.param(b" \n", [], id="blank"),
    pytest.param(b"q Q", [(b"", b"q"), (b"", b"Q")], id="bare"),
    pytest.param(b"1 0 0-1 .5 +2. cm", [(b"1 0 0-1 .5 +2.", b"cm")], id="numbers"),
    pytest.param(b"/F1 13 Tf<0A0b>Tj", [(b"/F1 13", b"Tf"), (b"<0A0b>", b"Tj")], id="no-blanks"),
    pytest.param(b"(a b) '", [(b"(a b)", b"'")], id="quote"),
    pytest.param(b'1 2 (a)"', [(b"1 2 (a)", b'"')], id="double-quote"),
    pytest.param(b"[<01>5(b)-2 3]TJ", [(b"[<01>5(b)-2 3]", b"TJ")], id="array"),
    pytest.param(b"/P <</MCID 0 >>BDC", [(b"/P <</MCID 0 >>", b"BDC")], id="properties"),
    pytest.param(
        b"T* f* W*\nn", [(b"", b"T*"), (b"", b"f*"), (b"", b"W*"), (b"", b"n")], id="stars"
    ),
    pytest.param(b"[] 0 d 1 2", [(b"[] 0", b"d")], id="operands-left"),
    pytest.param(b"- 5 1.2.3 Td", [(b"- 5 1.2.3", b"Td")], id="odd-numbers"),
]


@pytest.mark.parametrize(("content", "operations"), PLAIN)
def test_plain(content: bytes, operations: list[tuple[bytes, bytes]]) -> None:
    found = parse_operations(content)
    assert found is not None
    performed = [(operands.strip(), operator) for operands, operator in found if operator != END]
    assert performed == operations
    assert found[-1][1] == END


NOT_PLAIN = [
    pytest.param(rb"(a\)b) Tj", id="escape"),
    pytest.param(b"(a(b)c) Tj", id="brackets-in-a-string"),
    pytest.param(b"(a Tj", id="string-without-end"),
    pytest.param(b"<01 02> Tj", id="blank-within-hex"),
    pytest.param(b"[(a) 5 Tj", id="array-without-end"),
    pytest.param(b"[/A] 0 d", id="array-of-names"),
    pytest.param(b"/P <</A (b)>> BDC", id="properties-with-a-string"),
    pytest.param(b"/A#20B 9 Tf", id="escape-in-a-name"),
    pytest.param(b"q % a comment Q\nQ", id="comment"),
    pytest.param(b"BI /W 1 /H 1 ID x EI Q", id="inline-image"),
    pytest.param(b"true gs", id="true"),
    pytest.param(b"q\0Q", id="nought"),
    pytest.param(b"q } Q", id="brace"),
    pytest.param("q 率 Q".encode(), id="no-ascii"),
]


@pytest.mark.parametrize("content", NOT_PLAIN)
def test_not_plain(content: bytes) -> None:
    assert parse_operations(content) is None


LONG = [
    pytest.param(b"1 ", id="numbers"),
    pytest.param(b"(", id="strings"),
    pytest.param(b"[ 1 ", id="arrays"),
    pytest.param(b"[ ", id="open-arrays"),
    pytest.param(b"<<", id="properties"),
    pytest.param(b"<0", id="hex"),
    pytest.param(b"/", id="names"),
    pytest.param(b"a", id="one-operator"),
]


@pytest.mark.parametrize("part", LONG)
def test_time_grows_with_the_content_and_not_faster(part: bytes) -> None:
    began = time.process_time()
    parse_operations(part * 300_000)
    assert time.process_time() - began < 3


NUMBERS = [
    pytest.param(b" 1 0 -.5 +2.\n", [1.0, 0.0, -0.5, 2.0], id="plain"),
    pytest.param(b"1-2", [1.0, -2.0], id="no-blank"),
    pytest.param(b"- 5 --6 1.2.3", [5.0, -6.0, 1.2, 0.3], id="as-pdfminer-reads-them"),
    pytest.param(b"", [], id="none"),
]


@pytest.mark.parametrize(("operands", "numbers"), NUMBERS)
def test_numbers(operands: bytes, numbers: list[float]) -> None:
    assert read_numbers(operands) == numbers
    parser = PSBaseParser(io.BytesIO(operands))
    assert [parser.nexttoken()[1] for _ in numbers] == numbers


def test_half_a_byte_is_read_as_pdfminer_reads_it() -> None:
    parser = PSBaseParser(io.BytesIO(b"<012>"))
    assert read_shown(b"<012>") == [parser.nexttoken()[1]]


def test_strings_hold_what_looks_like_numbers() -> None:
    assert read_shown(b"[(1 2)3(<04>)<05>] ") == [b"1 2", 3.0, b"<04>", b"\x05"]
