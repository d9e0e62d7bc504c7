"""Headers, contents and arithmetic of the columns of a table -> one role for each, with the reasons.

Each column has a score for each role (`scores`). Target, actual and rate are chosen together
(`measured`); goal and indicator are what the columns of names beside them leave.

>>> words = ("業務項目", "計畫名稱", "原列目標", "修正後目標值", "實績", "達成比值")
>>> assign_roles([Column.from_word(word) for word in words]).roles
('goal', 'indicator', None, 'target', 'actual', 'rate')
>>> assign_roles([Column.from_word(word) for word in ("工作計畫", "預算數", "決算數", "執行率")]).roles
('indicator', 'target', 'actual', 'rate')
>>> assign_roles([Column.from_word(word) for word in ("項目", "人數", "比率")]).is_performance
False
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.patterns import late
from pipeline.tables import header_words
from pipeline.tables.columns.contents import MOST, tells_figures
from pipeline.tables.columns.measured import Triple, choose_measured
from pipeline.tables.columns.scores import MEASURED, NAMES, Column, score_roles
from pipeline.tables.columns.side_by_side import ColumnGroup, find_groups
from pipeline.tables.header_tokens import Kind


class Assignment(NamedTuple):
    """The roles of the columns of a table, and why."""

    roles: tuple[str | None, ...]
    reasons: tuple[str, ...]
    is_performance: bool
    """Whether they are those of a performance table."""
    groups: tuple[ColumnGroup, ...] = ()
    """The groups of target, actual and rate, where there are several side by side."""

    @property
    def is_measured(self) -> bool:
        """Tell whether target, actual and rate have a column each."""
        return {*MEASURED} <= {*self.roles}


_BESIDE = "beside"
"""Stands for the role of a column of another group, until the others have theirs."""


def assign_roles(columns: Sequence[Column]) -> Assignment:
    """Give each column of a table its role, each role to one column."""
    scores = [score_roles(column) for column in columns]
    triple = choose_measured(columns, scores)
    roles: list[str | None] = [None] * len(columns)
    for role, n in zip(MEASURED, triple[:3], strict=True):
        if n is not None:
            roles[n] = role
    if not _is_share_of_money(columns, roles):
        roles = [None if role in MEASURED else role for role in roles]
    groups = find_groups(columns, scores, roles)
    _leave_money(columns, roles)
    beside = {n for group in groups for _, n in group.columns if roles[n] is None}
    for n in beside:
        roles[n] = _BESIDE
    for role in ("weight", "standard", "analysis"):
        _give(role, roles, scores, columns)
    if "target" not in roles:
        _give_target_in_words(columns, roles, scores)
    _name_rows(columns, roles, scores)
    roles = [None if role == _BESIDE else role for role in roles]
    reasons = tuple(_reasons(columns, scores, roles, triple, groups))
    return Assignment(tuple(roles), reasons, _is_performance(columns, roles, groups), groups)


def _is_share_of_money(columns: Sequence[Column], roles: Sequence[str | None]) -> bool:
    """Tell whether a budget is a target here: only beside what was spent of it, and the rate."""
    money = any(
        role in ("target", "actual") and column.is_money
        for column, role in zip(columns, roles, strict=True)
    )
    return not money or {*MEASURED} <= {*roles}


def _leave_money(columns: Sequence[Column], roles: list[str | None]) -> None:
    """Take the roles from money where targets stand in one column with something else.

    Two headers in one, 支用率 目標值: the rate is of that target, and not of the budget.
    """
    glued = any(
        _GLUED.search(column.word) and not role for column, role in zip(columns, roles, strict=True)
    )
    money = [n for n, role in enumerate(roles) if role in MEASURED[:2] and columns[n].is_money]
    if glued and any(roles[n] == "target" for n in money):
        for n in money:
            roles[n] = None


_GLUED = late(r"[率比數%％)）]目標(?:值|數)")


def _give(
    role: str,
    roles: list[str | None],
    scores: Sequence[Mapping[str, float]],
    columns: Sequence[Column],
) -> None:
    """Give a role to the column that has the most for it and nothing better; of equals the latest year's."""
    free = [
        n
        for n, own in enumerate(scores)
        if roles[n] is None and role in own and own[role] >= max(own.values()) - 0.01
    ]
    of_parts = [n for n in free if columns[n].has(Kind.PART)]
    if len(of_parts) > 1:  # what each quarter brought is not what the year did
        free = [n for n in free if n not in of_parts]
    if free:
        roles[max(free, key=lambda n: (scores[n][role] + _year(columns[n]) / 1e4, -n))] = role


def _year(column: Column) -> int:
    return (column.reading.year or 0) if column.reading else 0


def _give_target_in_words(
    columns: Sequence[Column], roles: list[str | None], scores: Sequence[Mapping[str, float]]
) -> None:
    """Take a column that tells goals with their figures as the target: 實施內容與目標 beside rates.

    Another column has to name what is measured.
    """
    if "rate" not in roles and not any(column.has(Kind.RATE) for column in columns):
        return
    names = [n for n, own in enumerate(scores) if {*NAMES, "name"} & own.keys() and not roles[n]]
    for n in names[1:]:
        if columns[n].has(Kind.GOAL) and tells_figures(columns[n].cells):
            roles[n] = "target"
            return


def _name_rows(
    columns: Sequence[Column], roles: list[str | None], scores: Sequence[Mapping[str, float]]
) -> None:
    """Give goal and indicator: 名稱, 項目, 計畫 are what the columns beside them leave."""
    free = [n for n in range(len(columns)) if roles[n] is None]
    names = [n for n in free if columns[n].is_name and not columns[n].content.is_figures]
    firm = [n for n in free if {"goal", "indicator"} & scores[n].keys() and n not in names]
    for role in NAMES:
        own = [n for n in firm if roles[n] is None and _best(scores[n], NAMES) == role]
        own += [n for n in names if columns[n].role == role and role not in roles]
        indexed = [n for n in own if columns[n].has(Kind.INDEX)]
        if role == "indicator" and "goal" not in roles and indexed and min(own) < indexed[0]:
            roles[min(own)], own = "goal", indexed  # 工作項目 before 衡量指標
        if own and role not in roles:
            best = max(own, key=lambda n: (scores[n].get(role, 0), _year(columns[n]), -n))
            roles[best] = role
    left = [n for n in names if roles[n] is None]
    if "indicator" not in roles:
        behind = [n for n in left if "goal" not in roles or n > roles.index("goal")]
        if behind:
            roles[behind[min(len(behind) - 1, 1 if "goal" not in roles else 0)]] = "indicator"
        elif "goal" in roles and columns[roles.index("goal")].is_name:
            roles[roles.index("goal")] = "indicator"
    left = [n for n in names if roles[n] is None]
    if "goal" not in roles and "indicator" in roles:
        before = [n for n in left if n < roles.index("indicator")]
        if before:
            roles[before[0]] = "goal"
    if "indicator" not in roles and "goal" not in roles and "rate" in roles:
        _name_by_content(columns, roles)


def _best(own: Mapping[str, float], roles: Sequence[str]) -> str:
    return max(roles, key=lambda role: own.get(role, 0.0))


def _name_by_content(columns: Sequence[Column], roles: list[str | None]) -> None:
    """Take the first column of words as the indicator, where no header names one."""
    for n, column in enumerate(columns):
        reading = column.reading
        if roles[n] is None and (column.word or not n) and (reading is None or reading.role in (None, "office")) and (
            column.content.is_text or not column.content.filled
        ):  # fmt: skip
            roles[n] = "indicator"
            return


def _is_performance(
    columns: Sequence[Column], roles: Sequence[str | None], groups: Sequence[ColumnGroup]
) -> bool:
    """Tell whether the roles are those of a performance table.

    What is measured has a column, or stands above the columns of each group.
    """
    held = {role for role in roles if role}
    if held.isdisjoint(NAMES):
        return len(groups) > 1 and all(group.label and None not in group[:3] for group in groups)
    if "rate" in held and held & {"target", "actual"}:
        return True
    if "rate" in held and _states_rates(columns[roles.index("rate")]):
        return True  # of which nothing else is known: they are told, and cannot be checked
    if {"target", "analysis"} <= held and _tells_rates(columns[roles.index("analysis")]):
        return True  # 項目, 目標值, 達成情形: what is told shows that it is one
    named = [
        column
        for column, role in zip(columns, roles, strict=True)
        if role in NAMES and (column.role or (column.reading and column.reading.sure))
    ]
    words = [column.word for column in columns]
    return bool(named) and header_words.is_header(roles, words)


_RATES = ("達成", "達標", "執行")
_TOLD_RATE = late(r"(?:達成率|達成度|達標率)[^。；，,]{0,6}?[0-9０-９.．]+\s*[%％﹪]")
_RATE = late(r"[-－]?[0-9０-９][0-9０-９,，.．]*[%％﹪]?")


def _tells_rates(column: Column) -> bool:
    """Tell whether half of the cells of a column tell a rate of what was to be reached."""
    told = sum(_TOLD_RATE.search(cell) is not None for cell in column.cells[:MOST])
    return 2 * told >= column.content.filled > 0


def _states_rates(column: Column) -> bool:
    """Tell whether a column plainly holds rates of what was to be reached: header and figures say so."""
    if not any(word in column.word for word in _RATES):
        return False
    rates = sum(_RATE.fullmatch(cell) is not None for cell in column.cells[:MOST])
    return 3 * rates >= 2 * column.content.filled > 0


def _reasons(
    columns: Sequence[Column],
    scores: Sequence[Mapping[str, float]],
    roles: Sequence[str | None],
    triple: Triple,
    groups: Sequence[ColumnGroup],
) -> Iterator[str]:
    """Yield, for each column, why it has its role or none."""
    beside = {n: f"{role} of {g.name}" for g in groups if not g.is_own for role, n in g.columns}
    for n, (column, own, role) in enumerate(zip(columns, scores, roles, strict=True)):
        said = ", ".join(f"{name} {score:g}" for name, score in sorted(own.items()))
        parts = [f"{column.word or 'no header'} -> {role or beside.get(n) or 'no role'}"]
        parts.append(f"may be {said}" if said else "known" if column.is_known else "not known")
        if column.content.filled:
            parts.append(str(column.content))
        if n in triple[:3] and triple.fit.tried:
            parts.append(f"divides in {triple.fit.right} of {triple.fit.tried} rows")
        yield "; ".join(parts)
