"""Lines that each give one figure with its name -> one paragraph of them all, under the heading above.

    （一）義消訓練
    1.目標值：1,850人次
    2.實際值：1,389人次
    3.達成率：75.1%

>>> from pipeline.records import Line, Paragraph
>>> texts = ("（一）義消訓練", "1.目標值：1,850人次", "2.實際值：1,389人次", "3.達成率：75.1%")
>>> [one.paragraph.text for one in join_labelled([Paragraph(t, (Line(t, 1, 1, 1),)) for t in texts])]
['（一）義消訓練', '目標值：1,850人次，實際值：1,389人次，達成率：75.1%']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import parse_label
from pipeline.records import Line, Paragraph
from pipeline.rows.line_parts import take_characters, with_mark
from pipeline.rows.running_text.figure_words import RATE_NAME

_ROLES = {
    "target": late(
        r"(?:[0-9]{2,3}年度?|[本當]?年度|全年度?|績效|原[定訂]|預[定計期]|計畫|核定|設定|衡量)*(?:目標|預定數|計畫數)(?:值|數|量)?"
        r"\s*[：:]\s*(?P<figure>[^。；;：:]*[0-9０-９][^。；;：:]*)[。；;]?"
    ),
    "actual": late(
        r"(?:[0-9]{2,3}年度?|[本當]?年度|全年度?|累計)*(?:實際|實績|達成值|完成數|執行結果|達成結果|執行數)(?:達成|完成|執行)?(?:值|數|量)?"
        r"\s*[：:]\s*(?P<figure>[^。；;：:]*[0-9０-９][^。；;：:]*)[。；;]?"
    ),
    "rate": late(
        rf"(?:[0-9]{{2,3}}年度?|[本當]?年度|全年度?|績效|目標|累計)*(?:{RATE_NAME})(?:\s*[(（][%％][)）])?"
        r"\s*[：:]\s*(?P<figure>[0-9０-９.,．]+\s*[%％﹪])[。；;]?"
    ),
}
_LEADING = late(
    r"(?:已|共|計|約|全年度?|年度|累計|合計|實際|預計|辦理|完成|達成?|降[至到為]|控制在|提[升高]至)*"
)
"""Words between a name and its figure that would say of it what the name says."""
_BULLETS = "●■◆▲★○◎※•‧·►➤◇□-–— 　"


class Joined(NamedTuple):
    """A paragraph as it is printed, or one of lines that each give a figure."""

    paragraph: Paragraph
    is_labelled: bool = False


class _Labelled(NamedTuple):
    role: str
    paragraph: Paragraph
    start: int
    """Where its name begins, behind its number."""
    named: int
    """Where its name ends."""
    figure: int
    """Where its figure begins, behind the words that lead to it: 目標值：完成30場."""


def join_labelled(paragraphs: Iterable[Paragraph]) -> Iterator[Joined]:
    """Yield paragraphs; a target, what was reached and the rate, each in its own, become one."""
    held: list[_Labelled] = []
    for paragraph in paragraphs:
        labelled = _read(paragraph)
        if labelled is None or labelled.role in [one.role for one in held]:
            yield from _as_they_are(held)
            held = []
        if labelled is None:
            yield Joined(paragraph)
            continue
        held.append(labelled)
        if labelled.role == "rate":
            if len(held) == len(_ROLES):
                yield Joined(_put_together(held), is_labelled=True)
            else:
                yield from _as_they_are(held)
            held = []
    yield from _as_they_are(held)


def _as_they_are(held: Iterable[_Labelled]) -> Iterator[Joined]:
    for one in held:
        yield Joined(one.paragraph)


def _read(paragraph: Paragraph) -> _Labelled | None:
    """Return what a paragraph gives that is no more than a name and its figure."""
    text = paragraph.text.rstrip()
    start = len(text) - len(text.lstrip(_BULLETS))
    label = parse_label(text[start:])
    if label is not None:
        start += label.length
    start += len(text[start:]) - len(text[start:].lstrip())
    for role, pattern in _ROLES.items():
        match = pattern.fullmatch(text, start)
        if match is not None:
            named = match.start("figure")
            leading = _LEADING.match(text, named)
            return _Labelled(role, paragraph, start, named, leading.end() if leading else named)
    return None


def _put_together(parts: Iterable[_Labelled]) -> Paragraph:
    """Return the parts without their numbers as one sentence, a comma of no width behind each but the last."""
    lines: list[Line] = []
    for part in parts:
        if lines:
            lines[-1] = with_comma(lines[-1])
        lines.extend(_cut(part.paragraph, range(part.start, part.named)))
        lines.extend(_cut(part.paragraph, range(part.figure, len(part.paragraph.text))))
    return Paragraph("".join(line.text for line in lines), tuple(lines))


def _cut(paragraph: Paragraph, stretch: range) -> Iterator[Line]:
    """Yield the lines of a stretch of a paragraph."""
    first = 0
    for line in paragraph.lines:
        own = range(max(stretch.start - first, 0), min(stretch.stop - first, len(line.text)))
        first += len(line.text)
        if len(own) > 0:
            yield take_characters(line, own)


def with_comma(line: Line) -> Line:
    """Return a line with a comma of no width at its end."""
    text = line.text.rstrip("，,。；; 　")
    return with_mark(take_characters(line, range(len(text))), "，")
