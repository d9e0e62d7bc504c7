"""Counts over the pages of a document -> the warnings that a reader of its figures should know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pipeline.reading import hidden

LOST = "lost"
UNMAPPED = "unmapped"
REPAIRED = "repaired"
FIELDS = "fields"
_WORDINGS = {
    **{
        reason: f"hidden text: {{}} glyphs {reason} are left out"
        for reason in hidden.HIDDEN_REASONS
    },
    hidden.DOUBLED: "doubled glyphs: {} glyphs printed twice on the same spot are read once",
    LOST: "fewer glyphs than the file holds: {} no glyph",
    UNMAPPED: "unmapped glyphs: the file does not tell which characters {} glyphs are; "
    "they are shown as \ufffd",
    FIELDS: "form fields or comments: the text of {} is not read",
    REPAIRED: "repaired: some pages could be read only after the file was mended",
}


class PageWarnings:
    """Counts, over all pages, what warnings tell."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._pages: dict[str, list[int]] = {}

    def add(self, what: str, count: int, page: int) -> None:
        """Count something on a page."""
        self._counts[what] += count
        pages = self._pages.setdefault(what, [])
        if page not in pages[-1:]:
            pages.append(page)

    @property
    def left_out(self) -> Counter[str]:
        """Return how many glyphs nobody sees, by the reason."""
        return Counter(
            {why: self._counts[why] for why in hidden.HIDDEN_REASONS if self._counts[why]}
        )

    def warnings(self) -> Iterator[str]:
        """Yield a sentence for each thing that was noted, with its pages."""
        for what, wording in _WORDINGS.items():
            if what in self._pages:
                count = self._counts[what]
                told = count_texts(count) if what == LOST else count
                yield f"{wording.format(told)} ({_page_list(self._pages[what])})"


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
    told = [str(a) if a == b else f"{a}-{b}" for a, b in ranges[:20]]
    more = f" and {len(ranges) - 20} more places" if len(ranges) > 20 else ""
    return f"{'page' if len(pages) == 1 else 'pages'} {', '.join(told)}{more}"
