"""Lines outside of tables -> a row for each rate that running text tells, and the lines that these are made of.

Only paragraphs with a percentage are looked at closely; the others are read for their headings.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.quantities import parse_label
from pipeline.records import CellText, Line, Paragraph, Place
from pipeline.rows.contents import Contents, count_inked
from pipeline.rows.line_parts import take_characters
from pipeline.rows.paragraphs import paragraphs_from_lines
from pipeline.rows.running_text.cards import Card, find_cards
from pipeline.rows.running_text.changes import changes
from pipeline.rows.running_text.counted_shares import counted_shares
from pipeline.rows.running_text.figure_words import FigureRole
from pipeline.rows.running_text.headings import BULLETS, Heading, Outline, is_numbered_heading
from pipeline.rows.running_text.labelled_lines import join_labelled
from pipeline.rows.running_text.plan_rates import plan_rates
from pipeline.rows.running_text.prose_lines import ProseLine, prose_blocks
from pipeline.rows.running_text.records import ToldFigure, ToldKind, ToldRate, ToldRow
from pipeline.rows.running_text.shares import shares
from pipeline.rows.running_text.told_figures import read_figures

_ENDS = frozenset("。；：！？;:!?")
_MEASURE = late(r"\p{Han}{0,2}(?:經費|[人場件班梯家]次?數?|人次|時數|率)")
"""Names that only say what is counted."""
_SAYS_LITTLE = late(r"\p{Han}{0,2}(?:完工|竣工|設置|辦理|[後時])")
_WHITE_BEHIND_HEADING = 8
"""So many heights of a line are more than a word that was put on the next line leaves."""
_PERCENT = ("%", "％", "﹪", "百分之")


class TextRows(NamedTuple):
    """The rows that running text tells, and which lines they are made of, by index."""

    rows: list[ToldRow]
    lines: set[int]


def add_told_rows(contents: Contents, tables: Iterable[tuple[int, float]]) -> None:
    """Put the rows that running text tells among those of tables; ``tables`` is where these begin."""
    lines = [line for line, _ in contents.loose]
    found = read_running_text(lines, tables, beside_tables=bool(contents.rows))
    if not found.rows:
        return
    if not contents.rows:
        contents.layout = "prose"
        contents.roles = contents.roles or ("goal", "indicator", "analysis")
    contents.counts["glyphs in cells"] += count_inked(lines[index] for index in found.lines)
    contents.loose = [pair for at, pair in enumerate(contents.loose) if at not in found.lines]
    contents.add_rows(found.rows)


def read_running_text(
    lines: Sequence[Line], tables: Iterable[tuple[int, float]], *, beside_tables: bool
) -> TextRows:
    """Return the rows told in lines outside of tables, in the order of print, all with the number 0.

    ``beside_tables`` tells that performance tables tell the rates of the report: then the text only
    counts where it prints the figures of a rate.
    """
    found = TextRows([], set())
    if not any(mark in line.text for line in lines for mark in _PERCENT):
        return found
    reader = _Reader(found, beside_tables=beside_tables)
    cards = deque(find_cards(lines))
    of_cards = {number for card in cards for number in card.numbers}
    for block in prose_blocks(lines, tables, of_cards):
        while cards and cards[0].numbers[0] < block[0].number:
            reader.read_card(cards.popleft())
        reader.read_block(block)
    for card in cards:
        reader.read_card(card)
    found.rows.sort(key=_place)
    return found


def _place(row: ToldRow) -> tuple[int, float]:
    return row.fragments[0].page, row.fragments[0].top


class _Reader:
    """Reads paragraph after paragraph; the headings above hold for what is below them."""

    def __init__(self, found: TextRows, *, beside_tables: bool) -> None:
        self._found = found
        self._beside_tables = beside_tables
        self._outline = Outline()

    def read_card(self, card: Card) -> None:
        """Read a card, which opens no heading and counts only with its figures."""
        self._add(card.paragraph, self._outline.under(), card.numbers, alone=False)

    def read_block(self, block: Sequence[ProseLine]) -> None:
        """Read a block of running text."""
        outline = self._outline
        outline.interrupt()
        at = {(one.line.page, one.line.top): one.number for one in block}
        paragraphs = paragraphs_from_lines([one.line for one in block], [one.room for one in block])
        for paragraph, is_labelled in join_labelled(_rejoined(paragraphs)):
            if is_labelled:
                name = outline.under().goal
                self._add(
                    paragraph, outline.under(), at, alone=False, label=name.title if name else ""
                )
                continue
            outline.read(paragraph)
            if any(mark in paragraph.text for mark in _PERCENT):
                self._add(paragraph, outline, at, alone=not self._beside_tables)

    def _add(
        self,
        paragraph: Paragraph,
        outline: Outline,
        at: Mapping[tuple[int, float], int] | Collection[int],
        *,
        alone: bool,
        label: str = "",
    ) -> None:
        """Add the rows that a paragraph tells; ``at`` gives the numbers of its lines.

        ``alone`` lets rates count whose figures are not printed; ``label`` names what they are of.
        """
        rates = told_rates(paragraph, outline.unit, [h.paragraph for h in outline.above])
        several = len({told.label for told in rates if told.kind is ToldKind.PLAN}) > 1
        for told in rates:
            if told.is_whole or alone:
                name = label or _label(told, outline, several=several)
                self._found.rows.append(_row(told, outline, name))
                own = _lines_of(told, at) if isinstance(at, Mapping) else at
                self._found.lines.update(own)


def _rejoined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Put together what is one sentence, though its first line would have had room for more."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        opens = paragraph.text[:1] in BULLETS or parse_label(paragraph.text) is not None
        opens = opens or (held is not None and _heads(held, paragraph))
        if held is not None and not opens:
            held = Paragraph(held.text + paragraph.text, held.lines + paragraph.lines)
        else:
            if held is not None:
                yield held
            held = paragraph
        if not _is_unfinished(held.text):
            yield held
            held = None
    if held is not None:
        yield held


def _heads(above: Paragraph, below: Paragraph) -> bool:
    """Tell whether a numbered line is a heading with commas: it ends far before the lines below it do."""
    if len(above.lines) > 1 or not is_numbered_heading(above.text):
        return False
    line = above.lines[0]
    if not line.lefts or not all(one.lefts for one in below.lines):
        return False
    right = max(one.x1 for one in below.lines)
    return right - line.x1 > _WHITE_BEHIND_HEADING * (line.bottom - line.top)


def _is_unfinished(text: str) -> bool:
    """Tell whether a text is a sentence without its end: it has a comma, and ends with no mark."""
    return text[-1:] not in _ENDS and any(mark in text for mark in "，：,")


def told_rates(
    paragraph: Paragraph, unit: str = "", above: Sequence[Paragraph] = ()
) -> list[ToldRate]:
    """Return the rates that a paragraph tells, in the order of print; ``above`` are the headings above it.

    A share that was reached (合格率96%) comes behind the rate of its plan (目標95%，達成率101%).
    """
    told = read_figures(paragraph, unit)
    roles = {group.role for group in told.groups}
    titles = [read_figures(one, unit) for one in above] if FigureRole.SHARE in roles else []
    rates = list(chain(plan_rates(told), changes(told), shares(told, titles)))
    counted = {rate.rate.quantity.start: rate for rate in counted_shares(told)}
    counted |= {r.rate.quantity.start: r for r in rates if r.base or r.difference or r.parts}
    rates = [rate for rate in rates if rate.rate.quantity.start not in counted]
    planned = {
        part.quantity.start: rate.rate.quantity.start
        for rate in counted.values()
        if rate.kind is ToldKind.PLAN
        for part in rate.parts
    }
    return sorted([*rates, *counted.values()], key=lambda rate: _order(rate, planned))


def _order(rate: ToldRate, planned: Mapping[int, int]) -> tuple[int, int]:
    """Return where a rate comes; ``planned`` gives where the rate is told of the plan that a share was for."""
    start = rate.rate.quantity.start
    if rate.kind is ToldKind.WHOLE and rate.base is not None and start in planned:
        return planned[start], 1
    return start, 0


def _label(told: ToldRate, outline: Outline, *, several: bool) -> str:
    """Return what a rate is of; ``several`` tells that its paragraph tells rates of other things too."""
    title, own = outline.title, told.label
    if title and _SAYS_LITTLE.fullmatch(own):
        own = ""
    if not title or not own:
        return own or title or told.called
    if told.base is None or title in own:
        return own
    if "元" not in told.base.quantity.unit and (own in title or not several):
        return title + own if _MEASURE.fullmatch(own) and own not in title else title
    return title + own if _MEASURE.fullmatch(own) else own  # of money 歲入 or 歲出 counts


def _row(told: ToldRate, outline: Outline, label: str) -> ToldRow:
    """Return the row of a rate."""
    goal = outline.goal
    year, years_back = outline.period
    sentences = told.rate.sentences
    cells: dict[str, CellText] = {
        "goal": (Paragraph(goal.title, ()),) if goal else (),
        "indicator": (Paragraph(label, ()),) if label else (),
        "target": _cell([told.base] if told.base else []),
        "actual": _cell(told.parts),
        "rate": _cell([told.rate]),
        "analysis": (_slice(sentences.paragraph, sentences.start, sentences.end),),
    }
    return ToldRow(
        number=0,
        goal_no=goal.number if goal else None,
        cells=cells,
        fragments=tuple(_fragments(cells["analysis"][0])),
        other=_headings(outline.above[:-1]),
        told=told,
        year=year if told.year is None else told.year,
        years_back=years_back,
    )


def _headings(above: Sequence[Heading]) -> dict[str, CellText]:
    titles = tuple(Paragraph(heading.title, ()) for heading in above if heading.title)
    return {"上層標題": titles} if titles else {}


def _cell(figures: Iterable[ToldFigure]) -> CellText:
    return tuple(_slice(f.sentences.paragraph, f.quantity.start, f.quantity.end) for f in figures)


def _slice(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    """Return a stretch of a paragraph, its characters in their places."""
    lines: list[Line] = []
    first = 0
    for line in paragraph.lines:
        behind = first + len(line.text)
        own = range(max(start - first, 0), min(end, behind) - first)
        if len(own) > 0:
            lines.append(take_characters(line, own))
        first = behind
    return Paragraph(paragraph.text[start:end], tuple(lines))


def _fragments(paragraph: Paragraph) -> Iterator[Place]:
    """Yield the box of a text on each of its pages."""
    for page in dict.fromkeys(line.page for line in paragraph.lines):
        own = [line for line in paragraph.lines if line.page == page]
        placed = all(line.lefts for line in own)
        yield Place(
            page,
            min(line.x0 for line in own) if placed else None,
            min(line.top for line in own),
            max(line.x1 for line in own) if placed else None,
            max(line.bottom for line in own),
        )


def _lines_of(told: ToldRate, at: Mapping[tuple[int, float], int]) -> Iterator[int]:
    sentences = told.rate.sentences
    for line in _slice(sentences.paragraph, sentences.start, sentences.end).lines:
        yield at[line.page, line.top]
