"""Counts over the pages of a document -> the warnings that a reader of its figures should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.reading import hidden

LOST = "lost"
UNMAPPED = "unmapped"
REPAIRED = "repaired"
FIELDS = "fields"
OTHER_READER = "other reader"
OPENED = "opened"
_WORDINGS = {
    **{
        reason: f"hidden text: {{}} glyphs {reason} are left out"
        for reason in hidden.HIDDEN_REASONS
    },
    hidden.ASKEW: "stamp or watermark: {} glyphs printed askew over the page are left out",
    hidden.DOUBLED: "doubled glyphs: {} glyphs printed twice on the same spot are read once",
    LOST: "fewer glyphs than the file holds: {} no glyph",
    UNMAPPED: "unmapped glyphs: the file does not tell which characters {} glyphs are; "
    "they are shown as \ufffd",
    FIELDS: "form fields or comments: the text of {} is not read",
    REPAIRED: "repaired: some pages could be read only after the file was mended",
    OTHER_READER: "another reader: some pages could be read only by pdfplumber, "
    "which does not tell all hidden text apart",
    OPENED: "read by pdfplumber, which does not tell all hidden text apart",
}


class PageWarnings:
    """Counts, over all pages, what warnings tell."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[int]] = {}

    def add(self, what: str, count: int, page: int) -> None:
        """Count something on a page."""
        self._counts.setdefault(what, Counter())[page] += count

    def take_back(self, what: str, page: int) -> None:
        """Forget what was counted on a page, which another reader has read."""
        self._counts.get(what, Counter()).pop(page, None)

    @property
    def left_out(self) -> Counter[str]:
        """Return how many glyphs nobody sees, by the reason."""
        counts = Counter({why: self._count(why) for why in hidden.HIDDEN_REASONS})
        return +counts

    def _count(self, what: str) -> int:
        return self._counts.get(what, Counter()).total()

    def warnings(self) -> Iterator[str]:
        """Yield a sentence for each thing that was noted, with its pages."""
        for what, wording in _WORDINGS.items():
            if pages := self._counts.get(what):
                count = pages.total()
                number = count_texts(count) if what == LOST else count
                yield f"{wording.format(number)} ({_page_list(list(pages))})"


def count_texts(count: int) -> str:
    """Return how many texts do something, as far as the verb."""
    return "1 text gives" if count == 1 else f"{count} texts give"


def _page_list(pages: list[int]) -> str:
    """Return page numbers in words, neighbours as a range.

    >>> _page_list([1, 2, 3, 7])
    'pages 1-3, 7'
    """
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    shown = [str(a) if a == b else f"{a}-{b}" for a, b in ranges[:20]]
    more = f" and {len(ranges) - 20} more places" if len(ranges) > 20 else ""
    return f"{'page' if len(pages) == 1 else 'pages'} {', '.join(shown)}{more}"
