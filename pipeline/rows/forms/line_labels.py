"""The label of a line of a year table -> what the line is kept under.

>>> entry_key("人事費"), entry_key("績效衡量暨達成情形分析")
('人事費', 'analysis')
"""

from __future__ import annotations

import regex

from pipeline.rows.row_parts import FIGURES
from pipeline.tables import label_role

TEXTS = ("goal", "indicator", "standard", "analysis")
"""The lines that hold one text for all years, and what a heading may open."""
_OPEN_BRACKET = regex.compile(r"[(（][^()（）]*$")
"""A page end may cut a label within its brackets."""


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
