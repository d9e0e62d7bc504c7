"""Scores of columns -> those of target, actual and rate, chosen together.

Of several target or actual columns it is that of the report's own year, of the whole year and of the last
version; a column that is the quotient of two others in most rows is their rate, whatever its header says.

>>> from pipeline.tables.columns.scores import score_roles
>>> words = ("第1季目標值", "年度目標值", "107年度實際值", "年度實際值", "達成率")
>>> columns = [Column.from_word(word) for word in words]
>>> choose_measured(columns, [score_roles(column) for column in columns])[:3]
(1, 3, 4)
>>> cells = (["26", "19", "7"], ["25", "20", "10"], ["104", "95", "70"])
>>> words = ("完成", "應辦", "達成率")
>>> columns = [Column.from_word(word, own) for word, own in zip(words, cells, strict=True)]
>>> choose_measured(columns, [score_roles(column) for column in columns])[:3]
(1, 0, 2)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from pipeline.tables.columns.contents import Fit, divide
from pipeline.tables.columns.scores import MEASURED, Column
from pipeline.tables.header_tokens import Kind, strip_header


class Preference(NamedTuple):
    """Which of several columns of one role is the report's own."""

    name: str
    applies: Callable[[Column], bool]
    weight: float


def _is_part(column: Column) -> bool:
    return column.has(Kind.PART) and not column.has(Kind.WHOLE, Kind.CUMULATIVE)


PREFERENCES: tuple[Preference, ...] = (
    Preference("of a later year", lambda c: c.has(Kind.NEXT), -3),
    Preference("of an earlier year", lambda c: c.has(Kind.LAST), -3),
    Preference("of a part of the year", _is_part, -2),
    Preference("cumulative", lambda c: c.has(Kind.CUMULATIVE), -1.2),
    Preference("allotted for the months so far", lambda c: "分配" in c.word, 1.2),
    Preference("original", lambda c: c.has(Kind.ORIGINAL), -0.2),
    Preference("revised", lambda c: c.has(Kind.REVISED), 0.3),
    Preference("whole year", lambda c: c.has(Kind.WHOLE), 0.2),
    Preference("of something else", lambda c: bool(c.reading and c.reading.subject), -0.5),
    Preference("money", lambda c: c.is_money, -0.6),
)
ANOTHER_YEAR = -2.5
UNLIKE = -0.8
"""For two columns of which only one is of a part of the year, or cumulative."""
DIVIDES = 4.0
"""For three columns of which one is the quotient of the others in most rows."""
NAMED = 3.0
"""For figures that the header of a rate names: C=B/A, 占分配數."""
APART = -0.02
"""For each column that stands between target, actual and rate."""
BEHIND = -0.005
"""For each column from what was reached to the rate: of four quarters it is mostly the last."""
RATE_LAST = 0.05
"""For a rate that stands behind both figures: of two it is mostly that."""

LOST = 2.0
TEXT_BETWEEN = 5.0
"""For what its header calls a text, if it stands where what was reached does."""
UNKNOWN = -1.5
"""For a column whose header says nothing: only arithmetic makes up for it."""
MOST_CANDIDATES = 6
"""As many columns are tried for one role."""


def _preference(column: Column, year: int | None, *, bare: bool) -> float:
    """Return how likely a column is that of the report's own year and last version.

    ``year`` is the latest that the headers name, ``bare`` tells that some name none: these are then
    the report's own.
    """
    total = sum(p.weight for p in PREFERENCES if p.applies(column))
    own = column.reading.year if column.reading else None
    if own is not None and (bare or own != year):
        total += ANOTHER_YEAR
    return total


class Triple(NamedTuple):
    """Which columns hold target, actual and rate, and what speaks for them."""

    target: int | None
    actual: int | None
    rate: int | None
    score: float = 0.0
    fit: Fit = Fit()


def choose_measured(columns: Sequence[Column], scores: Sequence[Mapping[str, float]]) -> Triple:
    """Return the columns of target, actual and rate that have the most evidence together."""
    candidates = {role: [n for n, own in enumerate(scores) if role in own] for role in MEASURED}
    worth = _worth(columns, scores, candidates)
    candidates = {
        role: sorted(numbers, key=lambda n: -worth[role, n])[:MOST_CANDIDATES]
        for role, numbers in candidates.items()
    }
    several = any(len(numbers) > 1 for numbers in candidates.values())
    several |= _add_unknown(columns, scores, candidates, worth)
    best = Triple(None, None, None)
    options: list[list[int | None]] = [[None, *candidates[role]] for role in MEASURED]
    for target, actual, rate in product(*options):
        chosen = [n for n in (target, actual, rate) if n is not None]
        if len(set(chosen)) < len(chosen):
            continue
        score = sum(
            worth[role, n] for role, n in zip(MEASURED, (target, actual, rate), strict=True)
            if n is not None
        )  # fmt: skip
        score += UNLIKE * _unlike([columns[n] for n in chosen]) + _neighbours(chosen)
        fit = Fit()
        if target is not None and actual is not None and rate is not None:
            score += NAMED * names_figures(columns[rate], columns[target], columns[actual])
            if several and score + DIVIDES > best.score:
                fit = divide(
                    columns[rate].figures, columns[actual].figures, columns[target].figures
                )
                score += DIVIDES * fit.is_good
        if score > best.score:
            best = Triple(target, actual, rate, score, fit)
    return _without_parts(best, columns, scores)


def _without_parts(
    best: Triple, columns: Sequence[Column], scores: Sequence[Mapping[str, float]]
) -> Triple:
    """Leave out a figure of one of several parts of the year, where the rate is of all of them.

    第1季實際 to 第4季實際 add up to what the year's rate is of, unless it divides in every row.
    """
    fits = best.fit.tried > 1 and best.fit.right == best.fit.tried
    if best.rate is None or _is_part(columns[best.rate]) or fits:
        return best
    target, actual = (
        None if n is not None and _is_one_of_parts(n, role, columns, scores) else n
        for role, n in (("target", best.target), ("actual", best.actual))
    )
    return best._replace(target=target, actual=actual)


def _is_one_of_parts(
    n: int, role: str, columns: Sequence[Column], scores: Sequence[Mapping[str, float]]
) -> bool:
    parts = [m for m, own in enumerate(scores) if role in own and _is_part(columns[m])]
    return n in parts and len(parts) > 1


def _add_unknown(
    columns: Sequence[Column],
    scores: Sequence[Mapping[str, float]],
    candidates: dict[str, list[int]],
    worth: dict[tuple[str, int], float],
) -> bool:
    """Let columns of figures under unknown words be what is missing, where only arithmetic can tell.

    A rate is told by its header, or target and actual are; else any table of shares would be one.
    """
    missing = [role for role in MEASURED if not candidates[role]]
    if not missing or (
        "rate" in missing and len(missing) > 1 and not _is_plain_target(columns, candidates)
    ):
        return False
    unknown = [
        n
        for n, column in enumerate(columns)
        if not scores[n].keys() & {*MEASURED, "weight"}
        and (column.reading is None or column.reading.role in (None, "figures", "share"))
        and column.content.is_figures
        and not column.content.counting
    ][:MOST_CANDIDATES]
    for role in missing:
        candidates[role] = [n for n in unknown if _may_hold(columns[n], role, len(missing))]
        worth.update({(role, n): UNKNOWN for n in unknown})
    return bool(unknown)


def _is_plain_target(columns: Sequence[Column], candidates: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether one column alone says that it is a target, and no column says more."""
    target = candidates["target"]
    return len(target) == 1 and columns[target[0]].has(Kind.GOAL) and not candidates["actual"]


def _may_hold(column: Column, role: str, missing: int) -> bool:
    """Tell whether an unknown column may be of a role: of two that are missing, the rate is called one."""
    called = strip_header(column.word).word.endswith(("率", "比"))
    return missing < 2 or called == (role == "rate")


def _worth(
    columns: Sequence[Column],
    scores: Sequence[Mapping[str, float]],
    candidates: Mapping[str, Sequence[int]],
) -> dict[tuple[str, int], float]:
    """Return what each candidate is worth for a role, with what its qualifiers say."""
    worth: dict[tuple[str, int], float] = {}
    years = [r.year for n in {n for own in candidates.values() for n in own}
             if (r := columns[n].reading) and r.year]  # fmt: skip
    for role, numbers in candidates.items():
        bare = any(_is_bare(columns[n]) for n in numbers)
        for n in numbers:
            own = _preference(columns[n], max(years, default=None), bare=bare)
            # A column of another year is better than none, if but little.
            worth[role, n] = max(scores[n][role] + own, 0.1)
            # What it would be worth as what its header says first is lost, if it can be that.
            if not (_is_taken(n, scores) or columns[n].content.is_figures):
                worth[role, n] -= LOST * (max(scores[n].values()) - scores[n][role])
            if role == "actual" and _is_text_between(n, columns, candidates, scores):
                worth[role, n] += TEXT_BETWEEN
    return worth


def _is_taken(n: int, scores: Sequence[Mapping[str, float]]) -> bool:
    """Tell whether a column before it is as good a goal: 年度目標 behind 施政重點 is a target."""
    best = max(scores[n], key=scores[n].__getitem__)
    return best == "goal" and any(own.get(best, 0) >= scores[n][best] for own in scores[:n])


def _is_bare(column: Column) -> bool:
    return bool(column.reading) and not column.has(
        Kind.YEAR, Kind.LAST, Kind.NEXT, Kind.CUMULATIVE, Kind.PART
    )


def _is_text_between(
    n: int,
    columns: Sequence[Column],
    candidates: Mapping[str, Sequence[int]],
    scores: Sequence[Mapping[str, float]],
) -> bool:
    """Tell whether a text (實際達成情形) stands between a target and a rate: it is what was reached.

    That of a quarter is not what was reached in the year. Long sentences under a word that is known for texts
    (執行情形) stay a text: its figures are read there.
    """
    if columns[n].role == "analysis" and columns[n].content.is_narrative:
        return False
    if columns[n].has(Kind.PART) and not any(columns[m].has(Kind.PART) for m in candidates["rate"]):
        return False
    return (
        max(scores[n], key=scores[n].__getitem__) == "analysis"
        and any(target < n for target in candidates["target"])
        and any(rate > n for rate in candidates["rate"])
    )


def _unlike(columns: Sequence[Column]) -> int:
    """Count the qualifiers that some of the columns have and others not, and the groups beyond one."""
    kinds = (Kind.PART, Kind.CUMULATIVE)
    qualifiers = sum(len({column.has(kind) for column in columns}) > 1 for kind in kinds)
    groups = {column.group for column in columns if column.group}
    return qualifiers + max(len(groups) - 1, 0)


def _neighbours(chosen: Sequence[int]) -> float:
    """Return what the places of columns are worth: target, actual and rate stand side by side."""
    if len(chosen) < 2:
        return 0.0
    span = APART * (max(chosen) - min(chosen))
    if len(chosen) < len(MEASURED):
        return span
    _, actual, rate = chosen
    return span + (RATE_LAST if rate == max(chosen) else 0.0) + BEHIND * abs(rate - actual)


def names_figures(rate: Column, target: Column, actual: Column) -> int:
    """Tell whether the header of a rate names its figures, 1, or others, -1; 0 where it names none.

    達成率(B/A) is that of 目標(A) and 實績(B), 占分配數 that of 累計分配數.
    """
    reading = rate.reading
    letters = [c.reading.letters if c.reading else "" for c in (actual, target)]
    if reading and reading.formula and all(letters):
        return 1 if set(reading.formula) == set(letters) else -1
    if reading and reading.base and target.is_money:
        return 1 if ("分配" in target.word) == (reading.base == "分配") else -1
    return 0
