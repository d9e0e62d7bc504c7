"""Rates told in one breath, and the figures before them -> those that each is of, by their order or their kind.

歲入、歲出執行率分別為95％及98％ are of the plans and the results told in the same order; where some are missing, or
too many, of those that alone are of one kind (25班及600人, 30班及690人), and else of none.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.patterns import late
from pipeline.rows.running_text.figure_words import FigureRole
from pipeline.rows.running_text.labels import split_names
from pipeline.rows.running_text.plan_figures import PlanFigures, are_named, rival_pairs
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures
from pipeline.rows.running_text.unnamed_parts import are_alike

_LAST_NAME = late(r"(?:為|是|[：:])\s*(?P<name>\p{Han}{2,8})\s*$")
_NEXT_NAME = late(r"\s*[、及與和]\s*(?P<name>\p{Han}{2,8})\s*")
_COUNTED = (FigureRole.PLANNED, FigureRole.REACHED, FigureRole.HELD, FigureRole.OTHER)


def in_series(told: ToldFigures, since: Sequence[Group], count: int) -> list[PlanFigures]:
    """Return the figures of rates told in one breath: 執行率分別為95％及98％, each with those of its order."""
    bases = [i for g in since if g.role is FigureRole.PLANNED for i in g.items]
    parts = [i for g in since if g.role is FigureRole.REACHED for i in g.items]
    if not parts:  # 甲、乙分別為62班及76場，各為目標35班及80場之…
        parts = next((list(g.items) for g in since if _goes_with(g, bases)), [])
    names = _names(told, since, count)
    if len(bases) != count == len(parts) and (listed := _listed(told, since, count)):
        names, bases = list(listed), list(listed.values())
    if (len(bases) != count or len(parts) != count) and (pairs := _pairs_by_unit(since, count)):
        bases, parts = [base for base, _ in pairs], [part for _, part in pairs]
        names = [base.subject(told.text) for base in bases]
    if len(bases) != count or len(parts) != count:
        return [PlanFigures(name=name) for name in names]
    return [
        PlanFigures(
            base, (part,), rival_pairs(base, [part], bases, parts), are_named(base, [part]), name
        )
        for base, part, name in zip(bases, parts, names, strict=True)
    ]


def _pairs_by_unit(since: Sequence[Group], count: int) -> list[tuple[Item, Item]]:
    """Return plans and what was reached where each pair is of a kind of its own: 25班及600人, 30班及690人."""
    kinds: list[list[Item]] = []
    for group in since:
        if group.role in _COUNTED:
            for item in group.items:
                own = next((kind for kind in kinds if are_alike(kind[0], item)), None)
                if own is None:
                    kinds.append([item])
                else:
                    own.append(item)
    pairs = [(kind[0], kind[1]) for kind in kinds if len(kind) == 2]
    planned = [base for base, _ in pairs if base.words.role is FigureRole.PLANNED]
    turned = any(
        base.words.role is FigureRole.REACHED or part.words.role is FigureRole.PLANNED
        for base, part in pairs
    )
    return pairs if len(pairs) == len(kinds) == count and planned and not turned else []


def _listed(told: ToldFigures, since: Sequence[Group], count: int) -> dict[str, Item]:
    """Return plans told in a list, each behind its name: 目標數為北區35檔、南區62檔."""
    for at, group in enumerate(since):
        first = group.items[0]
        name = _LAST_NAME.search(first.before)
        rest = [g.items[0] for g in since[at + 1 : at + count]]
        own = [_NEXT_NAME.fullmatch(item.before) for item in rest]
        if group.role is not FigureRole.PLANNED or not name or not all(own):
            continue
        if len(rest) == count - 1 and all(are_alike(item, first) for item in rest):
            names = [name["name"], *(match["name"] for match in own if match)]
            subject = first.subject(told.text)
            return {subject + n: i for n, i in zip(names, [first, *rest], strict=True)}
    return {}


def _goes_with(group: Group, bases: Sequence[Item]) -> bool:
    """Tell whether figures without a role are as many as some plans, each of its kind."""
    same = group.role is FigureRole.OTHER and len(group.items) == len(bases) > 1
    return same and all(map(are_alike, group.items, bases))


def _names(told: ToldFigures, since: Sequence[Group], count: int) -> Sequence[str]:
    """Return what each of several rates is of: 歲入、歲出預算數分別為, or the words before each figure."""
    planned = [g.items[0] for g in since if g.role is FigureRole.PLANNED]
    names = [item.subject(told.text) for item in planned]
    if len(planned) == 1:
        names = split_names(planned[0].subject(told.text, listed=True))
    return names if len(names) == count else [""] * count
