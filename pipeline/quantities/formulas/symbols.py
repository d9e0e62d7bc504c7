"""The signs of a printed formula, as data: what adds, multiplies and divides, and the brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping

OPERATORS: Mapping[str, str] = {
    "+": "+", "＋": "+", "-": "-", "－": "-", "−": "-", "–": "-",
    "×": "*", "x": "*", "X": "*", "＊": "*", "*": "*", "✕": "*", "ｘ": "*", "╳": "*", "Ⅹ": "*",
    "÷": "/", "/": "/", "／": "/", "∕": "/", "⁄": "/",
}  # fmt: skip
OPENING: Mapping[str, str] = {
    "(": ")", "（": "）", "[": "]", "［": "］", "【": "】", "〔": "〕", "{": "}", "｛": "｝",
}  # fmt: skip
CLOSING = frozenset(OPENING.values())
STOPS = frozenset("，,。；;：:、＝=≒≈！？\n「」『』")
DEEPEST = 20
"""Brackets nested deeper than this are no formula that a person printed."""
OPERATOR = re.compile(r"\s*[" + re.escape("".join(OPERATORS)) + "]")
