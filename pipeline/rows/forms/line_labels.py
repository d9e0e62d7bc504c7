"""The label of a line of a year table -> its role.

>>> label_role("原訂目標值(單位：人)"), label_role("實際"), label_role("人事費"), label_role("目標值實際值")
('target', 'actual', None, None)
>>> entry_key("人事費"), entry_key("績效衡量暨達成情形分析")
('人事費', 'analysis')
"""

from __future__ import annotations

from collections.abc import Mapping

import regex

from pipeline.rows.row_parts import FIGURES
from pipeline.tables import column_role, split_header

TEXTS = ("goal", "indicator", "standard", "analysis")
"""The lines that hold one text for all years, and what a heading may open."""
_LABELS: Mapping[str, str] = {
    "目標": "target", "原訂目標": "target", "原定目標": "target", "年度目標": "target",
    "實際": "actual", "實績": "actual", "實際達成": "actual", "達成情形": "actual",
}  # fmt: skip
"""Words of a line of figures that are too short to be known elsewhere, or mean something else there."""
_OPEN_BRACKET = regex.compile(r"[(（][^()（）]*$")
"""A page end may cut a label within its brackets."""
_BRACKETS = regex.compile(r"[(（].*?[)）]")


def label_role(label: str) -> str | None:
    """Return the role of a line by its label."""
    word = _OPEN_BRACKET.sub("", without_space(label))
    bare = _BRACKETS.sub("", word).strip("：:")
    if len(set(split_header(bare) or ())) > 1:
        return None  # a rule between two labels is missing: 目標值實際值
    return _LABELS.get(bare) or column_role(word)


def entry_key(label: str) -> str:
    """Return what a line is kept under: its role if it holds figures or a text, else its label."""
    role = label_role(label)
    return role if role in (*FIGURES, *TEXTS) else label


def is_rest_of_label(label: str, rest: str) -> bool:
    """Tell whether a label is the rest of a word that a page end cut: 績效衡量暨達成情形, 分析."""
    return label_role(rest) is None and label_role(label + rest) is not None


def has_open_bracket(label: str) -> bool:
    """Tell whether a bracket is opened and not closed."""
    return _OPEN_BRACKET.search(label) is not None


def without_space(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())
