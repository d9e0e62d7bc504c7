"""Row -> Row: a weight in brackets in the goal or indicator cell goes to the weight column.

`(權數:2)` and `（權重 10％）` are weights wherever they stand in the cell, `(25%)` only at the end of a
paragraph. The indicator's weight is the row's; a goal that has one too keeps it beside the row.

>>> paragraph = Paragraph("參訪人次（權重 10％）", ())
>>> _find_weights(paragraph.text, "")
[(4, 12, 8, 11)]
>>> [text[a:b] for text in ("滿意度(25%)", "合格率(25%)以上") for _, _, a, b in _find_weights(text, "")]
['25%']
>>> _find_weights("及格率(85%)", "85%")
[]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import regex

from pipeline.patterns import late
from pipeline.records import CellText, Line, Paragraph, Row
from pipeline.rows.line_parts import take_characters

_NUMBER = r"[0-9０-９]+(?:[.．][0-9０-９]+)?"
_WEIGHT = regex.compile(
    rf"""
    \s* [(（\[【] \s*
    (?:
        \L<words> \s* (?: 值 | [占佔為为] )? \s* [:：]? \s*      # (權數:2), （權重 10％）
        (?P<named> {_NUMBER} \s* [%％﹪分]? )
      | (?: [占佔] \s* )?                                       # (25%)
        (?P<bare> (?![0-9０-９]{{4}}) {_NUMBER} \s* [%％﹪] )
    )
    \s* [)）\]】]
    """,
    regex.VERBOSE,
    words=("權重", "權數", "權分", "配分", "比重", "占分", "佔分", "分值", "权重", "权数"),
)
_ENDS = late(r"[\s、，。：:]*")
OF_GOAL = "goal weight"
"""What the weight of a goal is called beside that of the row."""

WeightSpan = tuple[int, int, int, int]
"""Where brackets with a weight begin and end, and where the weight in them does."""


def move_weights(row: Row) -> Row:
    """Return a row with its weights in their own column."""
    if row.text("weight"):
        return row
    indicator, own = _split_weights(row.cell("indicator"), row.text("target"))
    goal, of_goal = _split_weights(row.cell("goal"), "")
    if not own and not of_goal:
        return row
    cells = {**row.cells, "weight": own or of_goal}
    if own:
        cells["indicator"] = indicator
    if of_goal:
        cells["goal"] = goal
    other = {**row.other, OF_GOAL: of_goal} if own and of_goal else row.other
    return replace(row, cells=cells, other=other)


def _split_weights(cell: CellText, target: str) -> tuple[CellText, CellText]:
    """Return a cell without its weights, and the weights."""
    remaining: list[Paragraph] = []
    weights: list[Paragraph] = []
    for paragraph in cell:
        parts = _find_weights(paragraph.text, target)
        if not parts:
            remaining.append(paragraph)
            continue
        dropped = {n for first, last, _, _ in parts for n in range(first, last)}
        rest = [n for n in range(len(paragraph.text)) if n not in dropped]
        if rest:
            remaining.append(_take(paragraph, rest))
        weights.extend(_take(paragraph, range(low, high)) for _, _, low, high in parts)
    return tuple(remaining), tuple(weights)


def _find_weights(text: str, target: str) -> list[WeightSpan]:
    """Return where the weights of a paragraph stand; a share that is its target is none."""
    return [
        (*match.span(), *match.span(name))
        for match in _WEIGHT.finditer(text)
        for name in ("named", "bare")
        if match[name] and (name == "named" or _is_weight(match, target))
    ]


def _is_weight(match: regex.Match[str], target: str) -> bool:
    """Tell whether a share in brackets ends its paragraph and is not the target repeated."""
    repeated = regex.search(rf"(?<![0-9０-９.．,]){regex.escape(match['bare'])}", target)
    return _ENDS.fullmatch(match.string, match.end()) is not None and not repeated


def _take(paragraph: Paragraph, offsets: Iterable[int]) -> Paragraph:
    """Return a paragraph with only the characters at these offsets."""
    wanted = set(offsets)
    lines: list[Line] = []
    start = 0
    for line in paragraph.lines:
        own = [n for n in range(len(line.text)) if start + n in wanted]
        start += len(line.text)
        if own:
            lines.append(take_characters(line, own))
    return Paragraph("".join(line.text for line in lines), tuple(lines))
