"""Columns that the roles of a table leave -> further groups of target, actual and rate beside the own one.

Years side by side, the quarters and the year, work and money: each group is an item of its own, and no rate is
divided by another group's target. The columns of a group agree in what their headers say of the year and of
its part, and stand under one header cell, where there is one over several.

>>> from pipeline.tables.columns.scores import score_roles
>>> words = ("指標", "109年目標值", "109年實際值", "109年達成率", "110年目標值", "110年實際值", "110年達成率")
>>> columns = [Column.from_word(word) for word in words]
>>> roles = ["indicator", None, None, None, *MEASURED]
>>> groups = find_groups(columns, [score_roles(column) for column in columns], roles)
>>> [(group.year, [n for _, n in group.columns]) for group in groups]
[(109, [1, 2, 3]), (110, [4, 5, 6])]
>>> find_groups(columns[:4], [score_roles(column) for column in columns[:4]], ["indicator", *MEASURED])
()
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from pipeline.tables.columns.contents import divide
from pipeline.tables.columns.measured import names_figures
from pipeline.tables.columns.scores import MEASURED, Column
from pipeline.tables.header_tokens import Kind, Token, split_tokens, strip_header
from pipeline.tables.year_words import LEAST_BARE_YEAR, read_header_year


class ColumnGroup(NamedTuple):
    """The columns of a target, an actual figure and a rate that belong together."""

    target: int | None
    actual: int | None
    rate: int | None
    label: str = ""
    """What tells it from the others but for a year: 第1季, 經費."""
    year: int | None = None
    """The ROC year that its headers name."""
    years_on: int = 0
    """How many years after the report's own its figures are for, where the headers say that: -1 for 上年度."""
    is_own: bool = False
    """Whether its columns are those that have the roles of the table."""
    is_shared: bool = False
    """Whether a figure is one of the table's own columns, as the group has none."""
    is_named: bool = False
    """Whether the header of the rate names the columns of its figures."""

    @property
    def columns(self) -> list[tuple[str, int]]:
        """Return its columns by role."""
        own = zip(MEASURED, self[:3], strict=True)
        return [(role, n) for role, n in own if n is not None]

    @property
    def name(self) -> str:
        """Return what tells it from the others."""
        return " ".join(filter(None, (str(self.year or ""), self.label)))


NEAR = 0.1
"""For each column between a rate and one of its figures."""
DIVIDES = 4.0
LEAST = 1.0
"""For a column whose header does not tell its role."""
ALIKE = 3.0
"""For figures that are both of money, or both not."""
_LAST_YEAR = ("上年度", "上年", "去年度", "去年", "前一年度", "前一年", "上一年度", "上一年")
_NEXT_YEAR = ("次年度", "次年", "明年度", "明年", "下年度", "下年", "翌年", "下一年度")
_PARTS = (Kind.PART, Kind.CUMULATIVE, Kind.LAST, Kind.NEXT)


def find_groups(
    columns: Sequence[Column], scores: Sequence[Mapping[str, float]], roles: Sequence[str | None]
) -> tuple[ColumnGroup, ...]:
    """Return the groups of a table in the order of print, none where it has but its own."""
    target, actual, rate = (roles.index(role) if role in roles else None for role in MEASURED)
    own = ColumnGroup(target, actual, rate)
    if own.rate is None and (own.target is None or own.actual is None):
        return ()
    finder = _Finder(columns, scores, roles, own)
    others = [*finder.rated(), *finder.unrated()]
    if not others:
        own = finder.named(own._replace(is_own=True))
        return (own._replace(label=""),) if own.is_named else ()
    groups = [finder.named(own._replace(is_own=True)), *others]
    groups = [_told_apart(group, groups, columns) for group in groups]
    return tuple(sorted(groups, key=lambda group: min(n for _, n in group.columns)))


def _told_apart(
    group: ColumnGroup, groups: Sequence[ColumnGroup], columns: Sequence[Column]
) -> ColumnGroup:
    """Name a group by the header of its rate, where others are called the same: 占分配數, 占全年預算數."""
    alike = sum((other.name, other.years_on) == (group.name, group.years_on) for other in groups)
    if alike < 2 or group.rate is None:
        return group
    return group._replace(label=strip_header(columns[group.rate].word).word or group.label)


class _Finder:
    """Finds one group after the other; a column is of one group."""

    def __init__(
        self,
        columns: Sequence[Column],
        scores: Sequence[Mapping[str, float]],
        roles: Sequence[str | None],
        own: ColumnGroup,
    ) -> None:
        self._columns = columns
        self._taken = {n for n, role in enumerate(roles) if role is not None}
        self._own = own
        self._scores = scores
        self._free = {
            role: [
                n
                for n, score in enumerate(scores)
                if roles[n] is None and role in score and _says(columns[n], score, role)
            ]
            for role in MEASURED
        }

    def rated(self) -> Iterator[ColumnGroup]:
        """Yield a group for each further rate, with the figures that agree with it."""
        for rate in list(self._free["rate"]):
            if named := self._by_letters(rate):
                self._take(*named)
                yield self.named(ColumnGroup(*named, rate))
                continue
            options = [
                (target, actual)
                for target, actual in product(
                    [None, *self._agreeing("target", rate)], [None, *self._agreeing("actual", rate)]
                )
                if target is None or actual is None or self._agree(target, actual)
            ]
            target, actual = max(options, key=lambda pair: self._worth(pair[0], pair[1], rate))
            self._take(target, actual)
            group = self._with_shared(ColumnGroup(target, actual, rate))
            yield self.named(group)

    def unrated(self) -> Iterator[ColumnGroup]:
        """Yield the pairs of target and actual that no rate is stated for."""
        for target in list(self._free["target"]):
            pairs = [n for n in self._free["actual"] if self._are_a_pair(target, n)]
            if pairs:
                actual = min(pairs, key=lambda n: abs(n - target))
                self._take(target, actual)
                yield self.named(ColumnGroup(target, actual, None))

    def _by_letters(self, rate: int) -> tuple[int, int] | None:
        """Return the target and the actual figure that the letters of a formula name: (C/A)."""
        reading = self._columns[rate].reading
        for over, under in [reading.formula] if reading and reading.formula else ():
            by_letter = [
                [
                    n
                    for n, c in enumerate(self._columns)
                    if c.reading and c.reading.letters == letter
                ]
                for letter in (over, under)
            ]
            if all(len(own) == 1 for own in by_letter):
                (actual,), (target,) = by_letter
                if "target" in self._scores[actual] and "actual" in self._scores[target]:
                    return actual, target
                return target, actual
        return None

    def _is_free(self, n: int) -> bool:
        return n not in self._taken

    def _take(self, *numbers: int | None) -> None:
        self._taken.update(n for n in numbers if n is not None)
        for free in self._free.values():
            free[:] = [n for n in free if n not in numbers]

    def _agreeing(self, role: str, rate: int) -> list[int]:
        own = [n for n in self._free[role] if n != rate and self._agree(n, rate)]
        own = own or [n for n in self._called_alike(role) if self._agree(n, rate)]
        if own or role == "target":
            return own
        # 辦理情形 between target and rate tells what was reached.
        return [
            n
            for n, score in enumerate(self._scores[:rate])
            if "actual" in score and self._is_free(n) and self._agree(n, rate)
            and self._columns[n].group and self._columns[n].group == self._columns[rate].group
        ]  # fmt: skip

    def _called_alike(self, role: str) -> Iterator[int]:
        """Yield the columns of other groups under the word of the table's own one, whatever that says."""
        number = getattr(self._own, role)
        own = self._columns[number] if number is not None else None
        if own is None or not own.group:
            return
        for n, column in enumerate(self._columns):
            if self._is_free(n) and column.group and _own_word(column) == _own_word(own):
                yield n

    def _agree(self, one: int, other: int) -> bool:
        """Tell whether nothing in the headers sets two columns apart."""
        a, b = self._columns[one], self._columns[other]
        return (
            (not a.group or not b.group or a.group == b.group)
            and (a.year is None or b.year is None or a.year == b.year)
            and (_part(a) == _part(b) or _differ_in_sum(a, b))
        )

    def _are_a_pair(self, target: int, actual: int) -> bool:
        """Tell whether headers say that two figures belong together, though no rate is stated."""
        a, b = self._columns[target], self._columns[actual]
        if a.is_money or b.is_money or not self._agree(target, actual):
            return False
        said = (a.group and a.group == b.group) or (a.year and a.year == b.year) or _part(a)
        return bool(said) or abs(target - actual) == 1

    def _worth(self, target: int | None, actual: int | None, rate: int) -> float:
        worth = 0.0
        for role, n in (("target", target), ("actual", actual)):
            if n is not None:
                worth += self._scores[n].get(role, LEAST) - NEAR * abs(rate - n)
        if target is not None and actual is not None:
            columns = self._columns
            worth += ALIKE * (columns[target].is_money == columns[actual].is_money)
            worth += ALIKE * names_figures(columns[rate], columns[target], columns[actual])
            figures = (columns[n].figures for n in (rate, actual, target))
            worth += DIVIDES * divide(*figures).is_good
        return worth

    def _with_shared(self, group: ColumnGroup) -> ColumnGroup:
        """Return a group with the table's own figures where it has none that may be others."""
        assert group.rate is not None
        rate, own = self._columns[group.rate], self._own
        missing = [role for role in ("target", "actual") if getattr(group, role) is None]
        if len(missing) == 2 and (own.rate is None or not self._agree(group.rate, own.rate)):
            return group
        for role in missing:
            n = getattr(own, role)
            if n is None or not _may_share(rate, self._columns[n]):
                continue
            others = [m for r, m in group.columns if r != "rate"]
            if all(self._is_money(m) == self._is_money(n) for m in others):
                group = group._replace(**{role: n}, is_shared=True)
        if group.is_shared and group.target is not None and group.actual is not None:
            target, actual = self._columns[group.target], self._columns[group.actual]
            group = group._replace(is_shared=names_figures(rate, target, actual) < 1)
        return group

    def _is_money(self, n: int) -> bool:
        """Tell whether a column holds money; 執行數 does where the table's own target is a budget."""
        target = self._own.target if n == self._own.actual else None
        return self._columns[n].is_money or (target is not None and self._columns[target].is_money)

    def named(self, group: ColumnGroup) -> ColumnGroup:
        """Return a group with what its headers say of it."""
        own = [self._columns[n] for _, n in reversed(group.columns)]
        if group.is_shared and group.rate is not None:
            own = [self._columns[group.rate]]
        words = [token.text for column in own for token in _parts(column)]
        steps = [(-1, _LAST_YEAR), (1, _NEXT_YEAR)]
        years_on = next((step for step, told in steps if {*words} & {*told}), 0)
        over = next((column.group for column in own if column.group), "")
        year = next((column.year for column in own if column.year), None) or _bare_year(over)
        label = strip_header(over).word if over else "".join(dict.fromkeys(words))
        if year or years_on:
            label = _without_year(label)
        if not (label or year or years_on or group.is_own):
            label = self._plain_name(group)
        return group._replace(
            label=label, year=year, years_on=years_on, is_named=self._is_named(group)
        )

    def _is_named(self, group: ColumnGroup) -> bool:
        rate, target, actual = (
            self._columns[n] if n is not None else None
            for n in (group.rate, group.target, group.actual)
        )
        return bool(rate and target and actual and names_figures(rate, target, actual) > 0)

    def _plain_name(self, group: ColumnGroup) -> str:
        """Return what tells a group whose headers do not say when: 執行率 beside 達成率."""
        for n, own in ((group.rate, self._own.rate), (group.target, self._own.target)):
            word = strip_header(self._columns[n].word).word if n is not None else ""
            if word and (own is None or word != strip_header(self._columns[own].word).word):
                return word
        return ""


def _says(column: Column, scores: Mapping[str, float], role: str) -> bool:
    """Tell whether a header says plainly that a column is of a role, and no cell speaks against it."""
    sure = column.role == role or (
        column.reading is not None and (column.reading.sure or role != "rate" or column.group != "")
    )
    return sure and scores[role] >= max(scores.values()) - 0.01 and not column.content.is_text


def _parts(column: Column) -> list[Token]:
    """Return the words of a header that say which part of the year, or which years."""
    return [
        token for token in (column.reading.when if column.reading else ()) if token.has(*_PARTS)
    ]


def _own_word(column: Column) -> str:
    return column.word.removeprefix(column.group)


def _part(column: Column) -> frozenset[str]:
    return frozenset(token.text for token in _parts(column))


def _differ_in_sum(one: Column, other: Column) -> bool:
    """Tell whether of two columns under one header only one says that it sums up: 累計預定數, 執行率."""
    if not one.group or one.group != other.group:
        return False
    first, second = _part(one), _part(other)
    sums = {t.text for c in (one, other) for t in _parts(c) if t.has(Kind.CUMULATIVE)}
    return (first <= second or second <= first) and first ^ second <= sums


def _may_share(rate: Column, figure: Column) -> bool:
    """Tell whether a rate may be of a figure under another header: a year's target for each quarter."""
    return not (rate.group and figure.group) and rate.year in (None, figure.year)


def _bare_year(word: str) -> int | None:
    """Return the year that a group cell holds as a bare number: 109 over 目標值 and 實際值."""
    named = read_header_year(word)
    return named.year if named and named.year >= LEAST_BARE_YEAR else None


def _without_year(word: str) -> str:
    """Return a word without the words that only name a year."""
    tokens = split_tokens(word)
    if tokens is None:
        return "" if _bare_year(word) else word
    only_year = (Kind.YEAR, Kind.PERIOD, Kind.LAST, Kind.NEXT)
    return "".join(token.text for token in tokens if not token.has(*only_year))
