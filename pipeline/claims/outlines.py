"""Paragraphs of a cell -> a tree of numbered entries: 一、 over (一) over 1., in any order of styles.

Each entry keeps its paragraph and where its text begins in it, so that every figure found in it can
be traced to the page. A paragraph without a number goes on with the entry above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.quantities import (
    LABEL_OPENINGS,
    NUMBER_CHARACTERS,
    ROC_YEAR,
    SINGLES,
    FigureText,
    LabelRun,
    ListLabel,
    Quantity,
    find_glued_among,
    find_in,
    parse_label,
)
from pipeline.records import Paragraph, Place
from pipeline.tables import section_role

_SINGLE = "".join(characters for style, characters in SINGLES.items() if style != "1.")
_NUMBER = f"(?=[{SINGLES['1.']}]|[(（]?[{NUMBER_CHARACTERS}]{{1,3}}[、.．)）])"
"""What list numbers look like, so that most figures need no closer look."""
# These two look at every paragraph; `re` needs less than half the time for them that `regex` does.
_NUMBER_INSIDE = re.compile(
    rf"[；;。，,、：: 　為及與和%％﹪{_SINGLE}](?:(?<=[{_SINGLE}])|(?=[(（]){_NUMBER}|(?<![為及與和]){_NUMBER})"
)
"""What stands before a list number inside a paragraph, a mark or a word, or the number if it is one character."""
_YEAR = re.compile(ROC_YEAR)
"""What may follow a list number without a space: 2、105年度抽驗 is the second of a list."""
_TITLE = re.compile(r"\s*(?P<title>[^：:。，；]{2,16}+)\s*(?:[：:]|$)")


@dataclass(slots=True)
class Entry:
    """A paragraph (or its rest behind the list number) with the entries under it."""

    paragraph: Paragraph
    start: int
    end: int
    style: str
    number: int
    text: str
    """The text behind the list number."""
    title: str
    """What stands before the first colon, or a short text without one."""
    section: str | None
    found: tuple[Quantity, ...]
    """The figures of the text, with offsets into `text`."""
    children: list[Entry] = field(default_factory=list)

    def place(self, start: int, end: int) -> Place:
        """Return where a range of `text` is printed."""
        return self.paragraph.place(self.start + start, self.start + end)

    def walk(self) -> list[Entry]:
        """Return the entry and all under it, in the order of the page."""
        return [self, *walk_entries(self.children)] if self.children else [self]


def walk_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries and all under them, in the order of the page."""
    walked: list[Entry] = []
    for entry in entries:
        walked.append(entry)
        if entry.children:
            walked.extend(walk_entries(entry.children))
    return walked


def outline_paragraphs(paragraphs: Sequence[Paragraph]) -> tuple[Entry, ...]:
    """Return the top entries of a cell.

    An entry's ``section`` is the part of the analysis it stands in: its own title's, else that of
    the entry it is under.
    """
    roots: list[Entry] = []
    stack: list[Entry] = []
    run = LabelRun()
    opening = [parse_label(paragraph.text) for paragraph in paragraphs]
    glued = find_glued_among(opening)
    cell = FigureText.from_text("".join([paragraph.text for paragraph in paragraphs]))
    offset = 0
    for index, paragraph in enumerate(paragraphs):
        marker = opening[index]
        if marker and marker.glued and index not in glued and not _names_a_year(paragraph, marker):
            marker = None
        if marker and marker.style == "1." and not run.is_due(marker):
            marker = None
        if marker:
            run.record(marker)
        entries = _entries(paragraph, cell, offset, marker)
        offset += len(paragraph.text)
        before, stack = stack, _stack_for(stack, entries[0])
        for entry in entries:
            if entry.number and stack:
                stack = _above(stack, entry.style)
            parent = stack[-1] if stack else None
            entry.section = entry.section or (parent.section if parent else None)
            (parent.children if parent else roots).append(entry)
            if entry.number or len(entries) > 1 or (entry.section and not stack):
                stack.append(entry)
        if not (entries[0].number or (stack and stack[0] is entries[0])):
            stack = before
    return tuple(roots)


def _names_a_year(paragraph: Paragraph, marker: ListLabel) -> bool:
    return bool(_YEAR.match(paragraph.text, marker.length))


def _stack_for(stack: list[Entry], entry: Entry) -> list[Entry]:
    """Return the entries that a paragraph stands under.

    Where the parts of an analysis bear no numbers, their titles alone open them.
    """
    if entry.number or entry.section is None or (stack and stack[0].style):
        return list(stack)
    return []


def _entries(
    paragraph: Paragraph, cell: FigureText, offset: int, marker: ListLabel | None
) -> list[Entry]:
    """Return the entry of a paragraph, and those of a list inside it: (1)20場；(2)30場.

    ``cell`` is the text of the whole cell, ``offset`` where the paragraph begins in it.
    """
    text = paragraph.text
    inside = _inside(text, marker)
    if not inside:
        return [_entry(paragraph, cell, offset, 0, len(text), marker)]
    opened: list[tuple[int, ListLabel | None]] = [(0, marker), *inside]
    ends = [at for at, _ in inside] + [len(text)]
    return [
        _entry(paragraph, cell, offset, at, end, label)
        for (at, label), end in zip(opened, ends, strict=True)
    ]


def _entry(
    paragraph: Paragraph,
    cell: FigureText,
    offset: int,
    at: int,
    end: int,
    marker: ListLabel | None,
) -> Entry:
    start, style, number = at, "", 0
    if marker:
        start = end - len(paragraph.text[at + marker.length : end].lstrip())
        style, number = marker.base, marker.number
    text = paragraph.text[start:end]
    match = _TITLE.match(text)
    title = match["title"] if match else ""
    quantities = find_in(text, cell, offset + start)
    return Entry(
        paragraph, start, end, style, number, text, title,
        section_role(title) if title else None, tuple(quantities),
    )  # fmt: skip


def _inside(text: str, opening: ListLabel | None) -> list[tuple[int, ListLabel]]:
    """Return the list numbers inside a paragraph that make a run 1, 2, 3 … of one style.

    >>> [(at, marker.number) for at, marker in _inside("分別為(1)5場；(2)7場，詳附件(4)", None)]
    [(3, 1), (9, 2)]
    >>> _inside("依第3條第(1)款及第(2)款", None), _inside("計5場、1.5公里、2.5公里", None)
    ([], [])
    """
    candidates = []
    for match in _NUMBER_INSIDE.finditer(text):
        at = match.end()
        if match[0] in LABEL_OPENINGS:
            at -= 1
            if not at:
                continue
        marker = parse_label(text[at : at + 8])
        if marker and marker.glued and not _YEAR.match(text, at + marker.length):
            continue
        if marker and at < len(text) - marker.length:
            candidates.append((at, marker))
    if not candidates:
        return []
    due = {opening.base: opening.number + 1} if opening else {}
    labels = []
    for index, (at, marker) in enumerate(candidates):
        goes_on = due.get(marker.base) == marker.number
        begins = marker.number == 1 and any(
            (later.base, later.number) == (marker.base, 2) for _, later in candidates[index + 1 :]
        )
        if goes_on or begins:
            labels.append((at, marker))
            due[marker.base] = marker.number + 1
    return labels


def _above(stack: Sequence[Entry], style: str) -> list[Entry]:
    """Return the entries over a new one of this style: those before the last of the same style."""
    for depth, entry in enumerate(stack):
        if entry.style == style:
            return list(stack[:depth])
    return list(stack)


def longest_run(entries: Sequence[Entry]) -> list[Entry]:
    """Return the longest run 1, 2, 3 … of one style among the entries and those under them.

    >>> longest_run(())
    []
    """
    return max(find_runs(entries), key=len, default=[])


def listed_entries(entries: Sequence[Entry], run: Sequence[Entry] | None = None) -> list[Entry]:
    """Return the entries that a cell lists: its run 1, 2, 3 …, else all of them in their order.

    ``run`` is that run, where it is known.
    """
    if run is None:
        run = longest_run(entries)
    return list(run) if len(run) > 1 else walk_entries(entries)


def find_runs(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield every run 1, 2, 3 … of one style, in the order of print."""
    current: list[Entry] = []
    for entry in entries:
        if entry.number and entry.number == len(current) + 1:
            current.append(entry)
        elif entry.number == 1:
            yield current
            current = [entry]
    if current:
        yield current
    for entry in entries:
        if entry.children:
            yield from find_runs(entry.children)
