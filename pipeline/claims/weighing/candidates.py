"""Statements of a row -> the figures that may be the target or the actual figure of a stated rate.

Every figure of the row is a candidate, from whatever cell, with the evidence that its place and its words
give; which rate it is asked for adds to that (`weighing`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

import regex

from pipeline.claims import outlines, roles, statements
from pipeline.claims.items.label_likeness import character_pairs, words_likeness
from pipeline.claims.mentions import Mention, Role, Statements, is_total, last_words
from pipeline.claims.records import Figure, Indicator
from pipeline.claims.weighing.evidence import Evidence, weight_of
from pipeline.patterns import late
from pipeline.quantities import canonical_counter

_TARGET_HEADER = regex.compile(r"目標|預定|預期|計畫值|計畫數|預估|分配(?:預算)?數|預算數|可支用")
_ACTUAL_HEADER = regex.compile(r"實際|實績|達成值|達成數|完成值|完成數|執行數|決算")
_MOST_PARTS = 12
_BESIDES = late(r"另|[其剩]?餘|尚")
_VALUE_HEADER = regex.compile(r"實際值|實績值|達成值|完成值|實際達成|實際完成")
"""Headers of what was reached that no money stands under."""
_NO_FIGURE_HEADER = regex.compile(r"率|比|%|％|說明|情形|分析|方式|標準|差異|差距|備註")
_REVISED = regex.compile(r"修正|修訂|調整|變更|滾動")
_ORIGINAL = regex.compile(r"原(?:定|訂|列|目標|核定)|年初|(?:期|修正)前")
_PART_OF_YEAR = regex.compile(
    r"[上下]半年|第[一二三四1-4]季|Q[1-4]|截至|[0-9一二三四五六七八九十]+月|期中"
)
_CUMULATIVE = regex.compile(r"累[計積]|歷年|全程|總計畫")
_OTHER_YEAR = regex.compile(r"[前上去]一?年|次年|下年|明年|未來")
_YEAR = regex.compile(r"(?<![0-9])(?P<year>[0-9]{2,3})年?度?")
_SEVERAL_YEARS = regex.compile(
    r"(?:分[0-9一二三四五六]{1,2}年|全程|[0-9一二三四五六]年期?|總目標|中程|累計至1?[0-9]{2}年)[^，。；()（）]*$"
)
_THIS_YEAR = regex.compile(
    r"(?:本|當)年度?[^，。；]{0,6}$|(?<![0-9])(?P<year>[0-9]{2,3})年度?[^，。；0-9]{0,6}$"
)
_NONE = regex.compile(
    r"[-－–—―─/／無\s]+|無資料|[Nn]\.?/?[Aa]\.?|不適用|(?:尚?未|待)[^，。；0-9]{0,8}(?:統計|公布|公告|辦理|完成|產生)[^，。；0-9]{0,6}[。]?|停辦|暫停辦理"
)
"""What an actual column holds where there is no figure."""
_REACHED = regex.compile(r"實際|達成|完成|實績|完工|竣工")
_OF_SECTION: Mapping[str | None, Evidence] = {
    "standard": Evidence.MEASURE,
    "benefit": Evidence.BENEFIT,
    "outlook": Evidence.BENEFIT,
}
_OF_ROLE: Mapping[Role, Evidence] = {
    Role.BASELINE: Evidence.OTHER_YEAR,
    Role.GROWTH: Evidence.DIFFERENCE,
}
_ALIKE = 0.3


class Candidate(NamedTuple):
    """A figure with the evidence that does not hang on the rate, and the item that it is of."""

    figure: Figure
    evidence: tuple[Evidence, ...]
    item: int | None = None
    mention: Mention | None = None
    words: AbstractSet[str] = frozenset()
    """The pairs of characters in its clause, of one that may be what was reached."""
    weight: int = 0

    def weighed(self, more: tuple[Evidence, ...]) -> Candidate:
        """Return it with the evidence that a rate adds, and the weight of all."""
        evidence = self.evidence + more
        return Candidate(
            self.figure, evidence, self.item, self.mention, self.words, weight_of(evidence)
        )


class Candidates:
    """The candidates of a row; each list is made when it is first asked for."""

    def __init__(self, row: Statements, items: Sequence[Indicator]) -> None:
        self._row = row
        self._items = items

    @cached_property
    def targets(self) -> Sequence[Candidate]:
        """Return the figures that may be a target."""
        own = [*self._of_items(), *self._rest_of_target_cell()]
        alone = len({(c.figure.quantity.value, c.figure.quantity.unit) for c in own}) == 1
        others = [
            Candidate(mention.figure, (Evidence.TARGET_COLUMN, *evidence))
            for header, mention in self._other_columns(_TARGET_HEADER)
            if (evidence := self._of_header(header, target=True)) is not None
        ]
        revised = [other.figure for other in others if Evidence.REVISED_TARGET in other.evidence]
        revised += [mention.figure for mention in self._row.revised]
        more: tuple[Evidence, ...] = (Evidence.ONLY_TARGET,) if alone else ()
        own = [c._replace(evidence=c.evidence + more + self._superseded(c, revised)) for c in own]
        return [*own, *others, *self._restated(own)]

    @staticmethod
    def _superseded(target: Candidate, revised: Sequence[Figure]) -> tuple[Evidence, ...]:
        """Return what speaks against a target that another of its unit has taken the place of."""
        replaced = any(
            not is_unlike(target.figure, other)
            and other.quantity.value != target.figure.quantity.value
            for other in revised
        )
        return (Evidence.SUPERSEDED_TARGET,) if replaced else ()

    def _of_items(self) -> Iterator[Candidate]:
        for item in self._items:
            if item.target is not None:
                evidence = (Evidence.TARGET_COLUMN, *self._of_years(item.target))
                yield Candidate(item.target, evidence, item.item)

    def _rest_of_target_cell(self) -> Iterator[Candidate]:
        known = {
            (item.target.quantity.value, item.target.quantity.unit)
            for item in self._items
            if item.target is not None
        }
        for entry in outlines.walk_entries(self._row.cells.get("target", ())):
            for mention in statements.cell_mentions(entry):
                quantity = mention.quantity
                if (quantity.value, quantity.unit) not in known:
                    figure = mention.figure
                    original = (
                        (Evidence.SUPERSEDED_TARGET,) if _ORIGINAL.search(mention.label) else ()
                    )
                    yield Candidate(
                        figure, (Evidence.TARGET_COLUMN, *original, *self._of_years(figure))
                    )

    def _of_years(self, figure: Figure) -> tuple[Evidence, ...]:
        """Return what the words before a target say of the years that it is for."""
        before = figure.sentence[: figure.start] if figure.start is not None else ""
        this = _THIS_YEAR.search(before)
        if this and (this["year"] is None or int(this["year"]) == self._row.roc_year):
            return (Evidence.TARGET_OF_THE_YEAR,)
        if this and this["year"] is not None:
            return (Evidence.TARGET_OF_OTHER_YEAR,)
        return (Evidence.TARGET_OF_SEVERAL_YEARS,) if _SEVERAL_YEARS.search(before) else ()

    def _restated(self, own: Iterable[Candidate]) -> Iterator[Candidate]:
        known = {c.figure.quantity.value for c in own}
        for mention in self._row.mentions:
            if mention.role is not Role.TARGET and "目標" not in last_words(mention):
                continue
            if mention.quantity.is_quantity and mention.quantity.value not in known:
                known.add(mention.quantity.value)
                revised = (Evidence.REVISED_TARGET,) if mention.revised else ()
                yield Candidate(
                    self._row.figure(mention),
                    (Evidence.RESTATED_TARGET, *revised),
                    mention=mention,
                )

    @cached_property
    def none_reached(self) -> bool:
        """Tell whether the actual column says that there is no figure."""
        text = self._row.row.text("actual").strip()
        return bool(text) and bool(_NONE.fullmatch(text))

    @cached_property
    def actuals(self) -> Sequence[Candidate]:
        """Return the figures that may be what was reached."""
        if self.none_reached:
            return []
        column = [
            Candidate(
                self._row.figure(mention),
                (Evidence.ACTUAL_COLUMN, *self._of_words(mention)),
                self._column_items.get(id(mention.entry)),
                mention,
                character_pairs(last_words(mention)),
            )
            for mention in self._row.reached
        ]
        others = [
            Candidate(mention.figure, (Evidence.ACTUAL_COLUMN, *evidence))
            for header, mention in self._other_columns(_ACTUAL_HEADER)
            if (evidence := self._of_header(header, target=False)) is not None
        ]
        behind = (Evidence.BEHIND_THE_COLUMN,) if column else ()
        text = [
            Candidate(
                self._row.figure(mention),
                (*behind, *self._of_words(mention)),
                self._text_items.get(id(mention.entry)),
                mention,
                character_pairs(last_words(mention)),
            )
            for mention in self._row.mentions
            if mention.role not in (Role.TARGET, Role.RATE) and mention.quantity.is_quantity
        ]
        return [*column, *others, *text]

    def _of_words(self, mention: Mention) -> tuple[Evidence, ...]:
        """Return what the words about a figure say of it."""
        cumulative = Evidence.CUMULATIVE_AS_THE_TARGET if self._cumulative else Evidence.CUMULATIVE
        told = {
            _OF_SECTION.get(mention.entry.section): True,
            _OF_ROLE.get(mention.role): True,
            roles.why_other(mention) if mention.role is Role.OTHER else None: True,
            Evidence.IN_PASSING: mention.passing,
            cumulative: mention.cumulative or _CUMULATIVE.search(last_words(mention)),
            Evidence.TOTAL: is_total(mention),
            Evidence.REACHED: _REACHED.search(last_words(mention)),
            Evidence.IN_BRACKETS: mention.in_brackets,
            Evidence.PART_IN_BRACKETS: mention.in_brackets and self._opens_with_more(mention),
        }
        if id(mention) in self._parts:
            told[Evidence.PART] = True
        return tuple([evidence for evidence, holds in told.items() if evidence and holds])

    @cached_property
    def _parts(self) -> AbstractSet[int]:
        """The figures, by id, that make a total which is told behind them: 發明6件、新型3件，合計9件.

        Nor is what a total leaves out the whole: 共5輛，另1輛於113年交車.
        """
        alike: defaultdict[tuple[int, str], list[Mention]] = defaultdict(list)
        for mention in (*self._row.reached, *self._row.mentions):
            alike[id(mention.entry), canonical_counter(mention.unit)].append(mention)
        parts: set[int] = set()
        for own in alike.values():
            for at, total in enumerate(own):
                summed = _sums_up(own[max(at - _MOST_PARTS, 0) : at], total)
                if summed:
                    left = [m for m in own[at + 1 : at + 3] if _BESIDES.match(last_words(m))]
                    parts.update(id(mention) for mention in (*summed, *left))
        return parts

    def _opens_with_more(self, mention: Mention) -> bool:
        """Tell whether a larger figure of its unit stands before its bracket: 318航次（基隆港240航次."""
        text = mention.entry.text
        bracket = max(text.rfind(mark, 0, mention.quantity.start) for mark in "(（")
        return any(
            quantity.end == bracket
            and quantity.kind == mention.quantity.kind
            and quantity.value > mention.quantity.value
            and canonical_counter(quantity.unit) == canonical_counter(mention.unit)
            for quantity in mention.entry.found
        )

    @cached_property
    def _cumulative(self) -> bool:
        """Tell whether the row's target or indicator is cumulative."""
        words = self._row.row.text("target") + self._row.row.text("indicator")
        return bool(_CUMULATIVE.search(words))

    def column_counts_otherwise(self, target: Figure) -> bool:
        """Tell whether a column of actual figures holds only such as never go with a target: 小時, 元."""
        columns: dict[str, list[Figure]] = {"": [mention.figure for mention in self._row.reached]}
        for header, mention in self._other_columns(_VALUE_HEADER):
            if self._of_header(header, target=False) == ():
                columns.setdefault(header, []).append(mention.figure)
        return any(
            figures and all(is_unlike(target, figure) for figure in figures)
            for figures in columns.values()
        )

    def _of_header(self, header: str, *, target: bool) -> tuple[Evidence, ...] | None:
        """Return what a header without a role says of the figures under it."""
        found: list[Evidence] = []
        if _REVISED.search(header):
            found.append(Evidence.REVISED_TARGET)
        elif _ORIGINAL.search(header):
            # A dash in the column of revised targets leaves the original one in force.
            kept = target and _NONE.fullmatch(self._row.row.text("target").strip() or "-")
            found.append(Evidence.ONLY_TARGET if kept else Evidence.SUPERSEDED_TARGET)
        year = _YEAR.search(header)
        if _OTHER_YEAR.search(header) or (
            year and self._row.roc_year and int(year["year"]) != self._row.roc_year
        ):
            found.append(Evidence.TARGET_OF_OTHER_YEAR if target else Evidence.OTHER_YEAR)
        if _PART_OF_YEAR.search(header):
            found.append(Evidence.PART_OF_THE_YEAR)
        if _CUMULATIVE.search(header):
            found.append(
                Evidence.CUMULATIVE_AS_THE_TARGET if self._cumulative else Evidence.CUMULATIVE
            )
        return tuple(found)

    def _other_columns(self, headers: regex.Pattern[str]) -> Iterator[tuple[str, Mention]]:
        """Yield the figures of the columns without a role whose header fits."""
        for header, entries in self._row.other.items():
            if not headers.search(header) or _NO_FIGURE_HEADER.search(header):
                continue
            for entry in outlines.walk_entries(entries):
                for mention in statements.target_mentions(entry):
                    yield header, mention

    @cached_property
    def _column_items(self) -> Mapping[int, int]:
        return _listed(self._row.cells.get("actual", ()), self._items)

    @cached_property
    def _text_items(self) -> Mapping[int, int]:
        listed: dict[int, int] = {}
        for section in ("progress", "result", None):
            heads = statements.find_list(self._row, section, len(self._items)).heads
            for item, head in zip(self._items, heads, strict=False):
                for entry in head.walk():
                    listed[id(entry)] = item.item
        return listed


def _listed(entries: Sequence[outlines.Entry], items: Sequence[Indicator]) -> Mapping[int, int]:
    """Return for the entries of a list as long as the items which item each is of."""
    run = outlines.longest_run(entries)
    if len(run) != len(items) or len(run) < 2:
        return {}
    return {
        id(entry): item.item for item, head in zip(items, run, strict=True) for entry in head.walk()
    }


def alike(candidate: Candidate, words: AbstractSet[str]) -> bool:
    """Tell whether a figure is called as some words say."""
    return words_likeness(words, candidate.words) >= _ALIKE


def _sums_up(before: Sequence[Mention], total: Mention) -> Sequence[Mention]:
    """Return the last of some figures that make what is said to be their total, none if they do not."""
    if not is_total(total) or not total.quantity.is_quantity:
        return ()
    value = Fraction(0)
    for at in range(len(before) - 1, -1, -1):
        value += Fraction(before[at].quantity.value)
        if value >= total.quantity.value:
            return before[at:] if value == total.quantity.value and len(before) - at > 1 else ()
    return ()


def is_unlike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can never be target and actual: 隻 and 人, 元 and 件, % and 人.

    A figure without a unit may be of any counter, but is no percentage beside a count.
    """
    a, b = one.quantity, other.quantity
    if (a.kind == "percent") != (b.kind == "percent"):
        bare = b if a.kind == "percent" else a
        return bool(bare.unit)
    if not a.unit or not b.unit or is_bare_counter(one, other):
        return False
    return canonical_counter(a.unit) != canonical_counter(b.unit)


def is_bare_counter(one: Figure, other: Figure) -> bool:
    """Tell whether one of two figures does not say what 個 counts, and the other does: 46個, 45個品種."""
    a, b = one.quantity, other.quantity
    return any(
        bare.unit in _COUNTERS_OF_ANYTHING and f"{bare.unit}{full.unit}" in full.text
        for bare, full in ((a, b), (b, a))
        if full.unit
    )


_COUNTERS_OF_ANYTHING = ("個", "个")
