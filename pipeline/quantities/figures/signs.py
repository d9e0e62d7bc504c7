"""The sign in front of a figure: - + △ 負 ±. Between two figures it is an operator.

>>> find_sign("△3", 1, 0), find_sign("負3", 1, 0), find_sign("(-3", 2, 0), find_sign("5-3", 2, 0)
((0, True), (0, True), (1, True), (2, False))
"""

from __future__ import annotations

import re

_SIGN = re.compile(r"(?:正負[ ]?|負[ ]?的?[ ]?|[-+△]|±[ ]?)\Z")  # no line end between


def find_sign(text: str, start: int, floor: int) -> tuple[int, bool]:
    """Return where the sign of a figure begins, and whether it is negative."""
    match = _SIGN.search(text[max(floor, start - 4) : start])
    if match is None:
        return start, False
    begin = start - len(match[0])
    mark = match[0][0]
    if mark in "-+":
        before = text[begin - 1 : begin]
        # Between two figures, and behind a bracket or a name, it is an operator or a hyphen.
        if (begin == floor and floor) or (
            before and (before in ")]】%0123456789" or (before.isascii() and before.isalpha()))
        ):
            return start, False
    return begin, mark in "負-△"
