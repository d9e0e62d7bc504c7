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
from pipeline.rows.line_parts import take_characters
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
        if pattern.fullmatch(text, start):
            return _Labelled(role, paragraph, start)
    return None


def _put_together(parts: Iterable[_Labelled]) -> Paragraph:
    """Return the parts without their numbers as one sentence, a comma of no width behind each but the last."""
    lines: list[Line] = []
    for part in parts:
        if lines:
            lines[-1] = with_comma(lines[-1])
        lines.extend(_from(part.paragraph, part.start))
    return Paragraph("".join(line.text for line in lines), tuple(lines))


def _from(paragraph: Paragraph, start: int) -> Iterator[Line]:
    """Yield the lines of a paragraph from one of its characters on."""
    first = 0
    for line in paragraph.lines:
        own = range(max(start - first, 0), len(line.text))
        first += len(line.text)
        if len(own) > 0:
            yield take_characters(line, own)


def with_comma(line: Line) -> Line:
    """Return a line with a comma of no width at its end."""
    text = line.text.rstrip("，,。；; 　")
    line = take_characters(line, range(len(text)))
    if not line.lefts:
        return Line(text + "，", line.page, line.top, line.bottom)
    return Line(
        text + "，", line.page, line.top, line.bottom,
        [*line.lefts, line.x1], [*line.rights, line.x1],
    )  # fmt: skip
