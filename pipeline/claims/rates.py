"""Mentions -> stated rates, each with what its own sentence says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

import regex

from pipeline.claims.mentions import RATE_WORDS, Goal, Mention, Rate, Role
from pipeline.claims.outlines import Entry, walk_entries
from pipeline.claims.records import Reason
from pipeline.claims.roles import RATE
from pipeline.quantities import ROC_YEAR, Formula, Quantity

_MEAN = regex.compile(r"(?:平均|整體|總體|綜合|加權|總)(?:目標)?$")
_WEIGHTED = regex.compile("加權|權重|權數|各[占佔]")
_RESPECTIVELY = ("分別", "依序", "各為", "各達")
_SERIES = frozenset("、及與和")
_SPLIT_SERIES = _SERIES | {"，", ",", "以及"}
_ALL = "均|皆|都|全數|全部|悉數|全面"
_ALL_MET = regex.compile(
    rf"(?:各|全部|所有|上述|以上|上開|其餘|[一二三四五六七八九十兩0-9０-９])+[^。；]{{0,8}}?(?:項|指標|目標|工作)"
    rf"[^。；]{{0,10}}?(?:{_ALL})[^。；，]{{0,4}}?達(?:成|標|到)?"
    rf"|各項[^。；，]{{0,8}}(?:達成率|達成度)(?:均|皆)"
)
_ALL_DONE = regex.compile(rf"(?:{_ALL})[^，。；]{{0,8}}(?:達成|達標|達到|完成)")
_EACH = regex.compile(
    rf"(?:{'|'.join(RATE_WORDS)}|各項[^，。；]{{0,6}}(?:指標|目標值?|項目))[^，。；]{{0,2}}[均皆都]"
)
_BUT = regex.compile(r"除[^，。；]{1,14}外|其餘|其他")
_RATE_TITLE = regex.compile(
    rf"^(?:年度|{ROC_YEAR})*(?:目標|各項)?(?:達成率|達成度)(?:為|分別為?|各為|依序為?)?$"
)
_ENDS_CLAUSE = regex.compile("[，,：:。；]")
_BRACKET = regex.compile(r"\s*[(（][^()（）]*[)）]")
_FIGURES = (Role.TARGET, Role.ACTUAL)

_SPENDING = ("執行率", "支用率", "動支率")


def rate_from_mention(
    mention: Mention, mentions: Sequence[Mention], formula: Formula | None
) -> Rate:
    """Gather what the sentence of a rate says before it, since the rate before that."""
    beside = [m for m in mentions if m.entry is mention.entry and m.start == mention.start]
    series = _series(mention, beside)
    floor = max(
        (_end_of(m) for m in beside if _is_earlier_rate(m, series[0])), default=mention.start
    )
    related = [m for m in beside if floor <= m.quantity.start < mention.quantity.start]
    behind = range(mention.quantity.end, _end_of(mention))
    related = [m for m in beside if m.quantity.start in behind and m.role in _FIGURES] or related
    return Rate(
        mention,
        formula,
        tuple(m for m in related if m.role is Role.TARGET),
        tuple(m for m in related if m.role in (Role.ACTUAL, Role.RATIO, Role.GROWTH)),
        tuple(m for m in related if m.role is Role.BASELINE),
        _speaks_for_all(mention),
        mention.role is Role.GROWTH,
        _is_mean(mention) or (formula is not None and formula.is_weighted),
        (series.index(mention), len(series)),
        mention.entry.text[floor : mention.quantity.start],
    )


def _series(mention: Mention, beside: Sequence[Mention]) -> list[Mention]:
    """Return the rates that are told in one breath with this one, itself among them."""
    series = [mention]
    at = beside.index(mention)
    for last, following in pairwise(beside[at:]):
        if not continues_rates(last, following.entry, following.quantity):
            break
        series.append(following)
    for following, earlier in pairwise(reversed(beside[: at + 1])):
        if not continues_rates(earlier, following.entry, following.quantity):
            break
        series.insert(0, earlier)
    return series


def continues_rates(last: Mention, entry: Entry, quantity: Quantity) -> bool:
    """Tell whether a percentage goes on from a stated rate: 達成率分別為105%、98%及110%."""
    if last.role is not Role.RATE or last.entry is not entry or quantity.kind != "percent":
        return False
    between = entry.text[last.quantity.end : quantity.start]
    sentence = entry.text[last.start : last.quantity.end]
    apart = any(word in sentence for word in _RESPECTIVELY)
    return between.strip() in (_SPLIT_SERIES if apart else _SERIES)


def _end_of(rate: Mention) -> int:
    """Return where a rate ends, with a bracket right behind it: 達成率103%（目標300人，實際309人）."""
    bracket = _BRACKET.match(rate.entry.text, rate.quantity.end)
    return bracket.end() if bracket else rate.quantity.end


def _is_earlier_rate(other: Mention, mention: Mention) -> bool:
    return other.role is Role.RATE and other.quantity.start < mention.quantity.start


def _speaks_for_all(mention: Mention) -> bool:
    """Tell whether a rate is said of all items: 各項達成率均為…, or 100 where all are met."""
    sentence = mention.entry.text[mention.start : mention.end]
    if _EACH.search(sentence):
        return True
    return mention.quantity.value == 100 and bool(
        _ALL_MET.search(sentence) or _ALL_DONE.search(sentence)
    )


def sums_up(mention: Mention) -> bool:
    """Tell whether a sentence behind another begins with all items: 3.辦理3場。各項目標均達成…."""
    return mention.start > 0 and bool(_ALL_MET.match(mention.entry.text, mention.start))


def leaves_out(rate: Rate) -> bool:
    """Tell whether a sentence about all items leaves some out: 除第2項外，其餘均達成."""
    mention = rate.mention
    return bool(_BUT.search(mention.entry.text[mention.start : mention.end]))


def _is_mean(mention: Mention) -> bool:
    """Tell whether a rate is said to be a mean or the whole: 平均達成率, 整體達成率."""
    sentence = mention.entry.text[mention.start : mention.end]
    weighted = bool(_WEIGHTED.search(sentence))
    before = mention.entry.text[mention.start : mention.quantity.start]
    match = RATE.search(before)
    return bool(match and (weighted or _MEAN.search(before[: match.start()])))


def rates_under_heading(entries: Sequence[Entry], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the percentages that end the entries under a heading 達成率 or 達成度.

    (二)達成度：
    1.洽談：130％。
    """
    for entry in walk_entries(entries):
        if not entry.children:
            continue
        if not (_RATE_TITLE.match(entry.title) or _RATE_TITLE.match(_last_clause(entry))):
            continue
        for child in entry.children:
            figures = [m for m in mentions if m.entry is child]
            if any(m.role is Role.RATE for m in figures) or not figures:
                continue
            last = figures[-1]
            tail = child.text[last.quantity.end :].strip("。；;，,、及 ）)")
            if last.quantity.kind == "percent" and not tail and last.role is not Role.TARGET:
                yield last


def _last_clause(entry: Entry) -> str:
    return _ENDS_CLAUSE.split(entry.text.rstrip("：: "))[-1]


def mention_as_rate(mention: Mention, doubt: Reason | None = None) -> Mention:
    """Return a figure as a rate, with a reason to doubt it where it is not called one."""
    return mention._replace(role=Role.RATE, doubt=doubt)


def unnamed_rates(mentions: Sequence[Mention], targets: int, goal: Goal) -> Iterator[Mention]:
    """Yield the percentages in brackets right behind counts, one for each target: 甲類52人（104%）.

    They may be shares as well, and so are none where any rate is called one.
    """
    if goal.percent or any(m.role is Role.RATE for m in mentions):
        return
    bracketed = [
        behind
        for count, behind in pairwise(mentions)
        if count.entry is behind.entry
        and count.role is Role.ACTUAL
        and count.quantity.kind == "number"
        and behind.quantity.kind == "percent"
        and behind.role is Role.ACTUAL
        and behind.entry.text[count.quantity.end : behind.quantity.start] in ("(", "（")
        and behind.entry.text[behind.quantity.end : behind.quantity.end + 1] in (")", "）")
    ]
    shares = (
        len(bracketed) > 1
        and abs(sum((Fraction(m.quantity.value) for m in bracketed), Fraction(-100))) <= 1
    )
    if len(bracketed) == targets and not shares:
        yield from bracketed


def is_of_spending(mention: Mention) -> bool:
    """Tell whether a rate is called one of money spent: 執行率, 支用率."""
    return any(word in mention.label for word in _SPENDING)
