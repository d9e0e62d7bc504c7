"""The figures of a paragraph -> the shares of a sum that are told with them: 支出共500千元：甲項120千元，占24％.

The sum stands before its parts, in the paragraph or in a heading above it, and is called one (共, 合計). Only shares
of money count: those of people tell who took part, and are no rate of anything that was planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns import late
from pipeline.rows.running_text.figure_words import FigureRole
from pipeline.rows.running_text.labels import subject_before
from pipeline.rows.running_text.records import ToldFigure, ToldKind, ToldRate
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures
from pipeline.rows.running_text.unnamed_parts import are_alike

_SUM = late(
    r"(?:共計|合計|總計|總額|總數|總共|共|計|總[收支預決][入出算])(?:數|額|為|達|約|新[臺台]幣|[:：\s])*$"
)
_GENERAL = late(
    r"[該其本全各]|[總合]計|總[額數量]?|全[部體]|(?:支出|收入|預算|決算|經費|歲[出入])?(?:總?數|總?額|金額|比[率例重])|之|的|約|為|[新臺台]幣"
)
_WINDOW = 24


def shares(told: ToldFigures, above: Sequence[ToldFigures] = ()) -> Iterator[ToldRate]:
    """Yield the shares of a sum in a paragraph; ``above`` are the headings above it, the nearest last."""
    for index, group in enumerate(told.groups):
        if group.role is not FigureRole.SHARE or len(group.items) > 1 or not index:
            continue
        part = told.groups[index - 1].items[-1]
        between = told.text[part.quantity.end : group.items[0].name_start]
        if "元" not in part.quantity.unit or between.strip("，,（(約 "):
            continue
        of = _GENERAL.sub("", group.words.name.lstrip("占佔達"))
        before = told.groups[max(index - _WINDOW, 0) : index - 1]
        whole = _sum(told, before, part, of) or next(
            (found for text in reversed(above) if (found := _sum(text, text.groups, part, of))),
            None,
        )
        if whole is not None:
            yield _told_share(told, group.items[0], part, whole)


def _sum(told: ToldFigures, groups: Sequence[Group], part: Item, of: str) -> ToldFigure | None:
    """Return the last figure that is called a sum, unless it is less than the part.

    ``of`` names what the share is of, where its words do: 占合併負債總額之7％ is of no other sum.
    """
    for group in reversed(groups):
        item = group.items[-1]
        if _SUM.search(item.before) and are_alike(item, part):
            if item.quantity.value < part.quantity.value:
                return None
            if of and of not in item.before:
                return None
            return told.figure(item, told.sentences(item.quantity.start, item.quantity.end))
    return None


def _told_share(told: ToldFigures, rate: Item, part: Item, whole: ToldFigure) -> ToldRate:
    """Return a share with its figures."""
    sentences = told.sentences(part.quantity.start, rate.quantity.end)
    words = told.text[part.quantity.start - len(part.before) : part.quantity.start]
    return ToldRate(
        kind=ToldKind.WHOLE,
        label=part.subject(told.text) if part.words.name else subject_before(words, len(words)),
        rate=told.figure(rate, sentences),
        base=whole,
        parts=(told.figure(part, sentences),),
        year=told.year_before(sentences.start, part.quantity.start),
    )
