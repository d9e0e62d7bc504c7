r"""The bytes of a content stream -> its operations, each with its operands as they stand there.

pdfminer has a parser of its own, which looks at each token by itself and is slow. Nearly all content is so
plain that one pattern splits it; what is not (inline images, escaped strings, comments) is left to pdfminer.

>>> parse_operations(b"BT /F1 12 Tf 72 700 Td (95%) Tj ET")[1:3]
[(b' /F1 12 ', b'Tf'), (b' 72 700 ', b'Td')]
>>> parse_operations(rb"(a \) b) Tj") is None
True
"""

from __future__ import annotations

import re
from binascii import unhexlify

END = b""
"""The operator of what stands behind the last operation: nothing."""

_STRING = rb"< [0-9A-Fa-f]*+ > | \( [^()\\\r]*+ \)"
_REGULAR = rb"[^\s/\[\]()<>{}%\#\0]*+"

_OPERATION = re.compile(
    rb"""
    ( [-+.0-9\s]*+                          # any numbers, and blanks
      (?: (?: / %(regular)s
            | %(string)s
            | \[ (?: [-+.0-9\s]++ | %(string)s )*+ \]
            | << [^<>()%%\0]*+ >>            # the properties of marked content
          ) [-+.0-9\s]*+
      )*+
    )
    ( [A-Za-z] %(regular)s
    | \S                                   # ' and ", or something that is not plain
    | \Z
    )
    """
    % {b"string": _STRING, b"regular": _REGULAR},
    re.VERBOSE,
)
_NUMBER = rb"[-+]? (?: [0-9]++ \.? [0-9]*+ | \.[0-9]++ )"
_NUMBERS = re.compile(_NUMBER, re.VERBOSE)
_SHOWN = re.compile(rb"%s | %s" % (_STRING, _NUMBER), re.VERBOSE)
_FONT = re.compile(rb"/ (%s) \s++ (%s) \s*+ \Z" % (_REGULAR, _NUMBER), re.VERBOSE)

_NO_OPERATORS = {b"BI", b"ID", b"EI", b"true", b"false", b"null"}
"""An inline image holds any bytes; the others are operands."""


def parse_operations(content: bytes) -> list[tuple[bytes, bytes]] | None:
    """Return operands and operator of each operation, and `END`; ``None`` where content is not plain."""
    operations: list[tuple[bytes, bytes]] = _OPERATION.findall(content)
    operators = {operator for _, operator in operations}
    are_plain = all(operator.isalpha() or _is_plain(operator) for operator in operators)
    return operations if are_plain and operators.isdisjoint(_NO_OPERATORS) else None


def _is_plain(operator: bytes) -> bool:
    """Tell this of an operator that has more than letters in it: T*, f*, d0, ' or "."""
    return operator[:1].isalpha() or operator in (b"'", b'"', END)


def read_numbers(operands: bytes) -> list[float]:
    """Return the numbers among some operands that are no strings.

    >>> read_numbers(b"1 0 -.5 +2. "), read_numbers(b"1-2")
    ([1.0, 0.0, -0.5, 2.0], [1.0, -2.0])
    """
    try:
        return list(map(float, operands.split()))
    except ValueError:  # no blank between them, or names among them
        return list(map(float, _NUMBERS.findall(operands)))


def read_shown(operands: bytes) -> list[bytes | float]:
    r"""Return the strings that are shown, and the numbers that move them.

    >>> read_shown(b"[<0102>-137(95%)]")
    [b'\x01\x02', -137.0, b'95%']
    """
    return [_shown(part) for part in _SHOWN.findall(operands)]


def _shown(part: bytes) -> bytes | float:
    if part.startswith(b"("):
        return part[1:-1]
    if not part.startswith(b"<"):
        return float(part)
    digits = part[1:-1]
    return unhexlify(digits if len(digits) % 2 == 0 else digits[:-1] + b"0" + digits[-1:])


def read_font(operands: bytes) -> tuple[str, float] | None:
    """Return the name of a font and its size, if that is what some operands are.

    >>> read_font(b"/F1 12 "), read_font(b"12 ")
    (('F1', 12.0), None)
    """
    match = _FONT.search(operands)
    return (match[1].decode("utf-8", "replace"), float(match[2])) if match else None
