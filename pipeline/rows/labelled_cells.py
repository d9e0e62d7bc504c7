"""A cell with target, actual figure and rate under labels of its own -> a cell for each.

Seen under 目標值及達成情形, where no column is for the target.

>>> from pipeline.rows.column_extents import ColumnExtent
>>> from pipeline.rows.row_parts import cell_part_from_lines
>>> def cell(*texts):
...     lines = tuple(Line(text, 1, 0, 9) for text in texts)
...     return cell_part_from_lines(lines, ColumnExtent(0.0, 90.0), filled=False)
>>> split_labelled(cell("目標值：2,800人次", "達成值：3,416", "人次", "達成率：122%")).keys()
dict_keys(['target', 'actual', 'rate'])
>>> split_labelled(cell("目標：300次 實際：285次"))["actual"].text
'285次'
>>> split_labelled(cell("目標：毛豆12公噸", "鳳梨4公噸", "達成：毛豆13公噸", "鳳梨3公噸"))["target"].joined_text
'毛豆12公噸鳳梨4公噸'
>>> split_labelled(cell("辦理說明會30場。", "目標：30場")) is None
True
>>> split_joined(cell("240場/228場"), ("target", "actual"))["actual"].text
'228場'
>>> split_joined(cell("1/2場/228場"), ("target", "actual")) is None
True
>>> split_rate(cell("1,350艘次", "（112.5%）"), is_told=True)["rate"].text
'112.5%'
>>> split_rate(cell("90%（23場）"), is_told=True) is split_rate(cell("23場（90%）"), is_told=False) is None
True
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from pipeline.records import Line
from pipeline.rows.line_parts import strip_lines, take_characters
from pipeline.rows.row_parts import FIGURES, CellPart
from pipeline.rows.spaces import clean_text
from pipeline.tables import label_role

_RATE_BEHIND = regex.compile(
    r"""
    [(（] \s*
    (?P<word> (?:目標)? (?:達成|達標) (?:率|度|比率) [為：:]? )? \s*
    (?P<rate> [0-9０-９][0-9０-９,，.．]* \s* [%％﹪] ) \s*
    [)）] \s* $
    """,
    regex.VERBOSE,
)
_FIGURES = frozenset(FIGURES)
_LABELS: Mapping[str, str] = {
    "預定": "target", "預計": "target", "預期": "target", "原訂": "target", "原定": "target",
    "達成": "actual", "完成": "actual", "實際完成": "actual",
}  # fmt: skip
"""Labels that say what a part of such a cell is, and mean too much elsewhere."""
_JOINT = regex.compile(r"[/／｜|、]")
_DIGIT = regex.compile(r"[0-9０-９]")
_LABEL = regex.compile(
    r"""
    (?: ^ | (?<=[\s；;，,。]) )
    \s*+ (?P<label> \p{Han}{2,8} ) \s*+ [：:]
    """,
    regex.VERBOSE,
)


def split_labelled(cell: CellPart) -> dict[str, CellPart] | None:
    """Return the parts of a cell by role; None unless it opens with a label and has both figures."""
    lines: dict[str, list[Line]] = {}
    role: str | None = None
    for line in cell.lines:
        labels = [
            (m, own)
            for m in _LABEL.finditer(line.text)
            if (own := _LABELS.get(m["label"]) or label_role(m["label"])) in FIGURES
        ]
        starts = [m.start() for m, _ in labels]
        rest = range(starts[0] if starts else len(line.text))
        if role is None and line.text[: rest.stop].strip():
            return None
        if role is not None:
            lines[role].append(take_characters(line, rest))
        for (match, own), stop in zip(labels, [*starts, len(line.text)][1:], strict=True):
            if own is None or own in lines:
                return None  # a label twice: the cell holds several items
            role = own
            lines[role] = [take_characters(line, range(match.end(), stop))]
    if not {"target", "actual"} <= lines.keys():
        return None
    return {own: _part(cell, tuple(strip_lines(parts))) for own, parts in lines.items()}


def split_joined(cell: CellPart, roles: Sequence[str]) -> dict[str, CellPart] | None:
    """Return the parts of a cell whose header names them: 目標值/實際值 over 240場/228場, or line by line.

    Each has its figure, and there are no more of them than the header names.
    """
    if len(roles) < 2 or len({*roles}) < len(roles) or not _FIGURES.issuperset(roles):
        return None
    lines = [line for line in cell.lines if line.text.strip()]
    if len(lines) == 1:
        ends = [match.start() for match in _JOINT.finditer(lines[0].text)]
        starts = [0, *(end + 1 for end in ends)]
        lines = [
            take_characters(lines[0], range(start, end))
            for start, end in zip(starts, [*ends, len(lines[0].text)], strict=True)
        ]
    if len(lines) != len(roles) or not all(_DIGIT.search(line.text) for line in lines):
        return None
    return {
        role: _part(cell, tuple(strip_lines([line])))
        for role, line in zip(roles, lines, strict=True)
    }


def split_rate(cell: CellPart, *, is_told: bool) -> dict[str, CellPart] | None:
    """Return actual figure and rate of a cell that holds both; None of another.

    The rate stands in brackets behind the figure, and has its word there, or in the header of the column
    (``is_told``): 實際值（達成率） over 1,350艘次（112.5%）.
    """
    if not cell.lines:
        return None
    last = cell.lines[-1]
    match = _RATE_BEHIND.search(last.text)
    if match is None or not (match["word"] or is_told):
        return None
    before = (*cell.lines[:-1], take_characters(last, range(match.start())))
    rate = take_characters(last, range(match.start("rate"), match.end("rate")))
    return {
        "actual": _part(cell, tuple(strip_lines(before))),
        "rate": _part(cell, (rate,)),
    }


def _part(cell: CellPart, lines: tuple[Line, ...]) -> CellPart:
    text = clean_text(lines[0].text) if lines else ""
    return CellPart(lines, cell.columns[:1] * len(lines), cell.filled, text)
