"""Tables of texts and what is read from them, one case to a line.

Behind the bar of a line stands what is read, one quantity after the other, as ``bound value unit`` (a
range as ``low..high``); ⏎ is a line break.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from pipeline.quantities.scanner import Quantity, find


def cases(name: str, table: str) -> list[object]:
    """Make a parameter of each line of a table; the id is the table and the number of the line."""
    rows = (line.rpartition(" | ") for line in table.strip("\n").splitlines() if " | " in line)
    return [
        pytest.param(
            text.removeprefix("    ").replace("⏎", "\n"), expected.strip(), id=f"{name}-{number}"
        )
        for number, (text, _, expected) in enumerate(rows, 1)
    ]


def shown(item: Quantity) -> str:
    """Write a quantity as the tables do."""
    bound = "" if item.bound == "=" else f"{item.bound} "
    value = (
        number(item.value) if item.high is None else f"{number(item.value)}..{number(item.high)}"
    )
    return f"{bound}{value} {item.unit}".strip()


def number(value: Decimal | Fraction) -> str:
    return str(value) if isinstance(value, Fraction) else f"{value:f}"


def read(text: str) -> str:
    """Return the quantities of a text as the tables write them."""
    return "; ".join(shown(item) for item in find(text) if item.is_quantity)
