"""Statements of a row -> figures that cannot both be right, or that cannot have been counted.

Both tests are silent wherever another figure stands about that could explain the difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import floor

import regex

from pipeline.claims.mentions import Mention, Rate, Role, Statements
from pipeline.claims.records import Figure, Indicator
from pipeline.patterns import late
from pipeline.quantities import (
    ROC_YEAR,
    SAMPLE_COUNTERS,
    Formula,
    Number,
    Operation,
    Quantity,
    canonical_counter,
    same_counter,
)

_NAMED_ACTUAL = late(
    r"實際(?:達成|完成|辦理|參加|執行)?(?:值|數|人數|件數|場次|次數)?(?:為|係|是|達|計|共|[：:])?$"
)
"""The words right before a figure that name it the actual one."""
_OF_A_YEAR = late(r"(?:[0-9]{2,3}|本)年度?(?:實際|全年)?[^，。；、0-9]{0,8}$")
_SAMPLE = late(
    r"(?:受訪|受測|受檢|抽[查驗檢測]|有效(?:問卷|樣本)|回收問卷|成功訪問)[^，。；：、0-9]{0,6}$"
)
"""The words right before a count that is the whole of the shares behind it."""
_SHARE_OF_IT = late(r"[，,](?:其中)?[^，。；：、（(0-9０-９]{1,10}者[占佔](?:比)?(?:為|達)?")
"""What stands between that whole and its share: 受訪200人，滿意者占33.5%."""
_NO_PLAIN_SHARE = late(r"加權|推[估計]|母體|複選|平均|約|全[國市縣體]|人口|較|比[上去]|占比")
_IN_PARTS = late(
    r"半年|[一二三四1-4]季|第[一二三四五六1-6][期梯階次場]|期[中末初]|截至|累[計積]|分別|各[^，。；]{1,4}[區縣市校所站館]"
    r"|[東西南北中][區部]|[縣市](?!長)[^，。；]{0,6}[0-9]|梯次|追加|補辦|另[有外案計]|[未不內]含|扣除|加計|月底|除.{1,10}外"
)
"""Words of a count that was made in parts, or in more than one way."""
_CLAUSE_MARKS = late("[，、；,：:]")
_NO_NAME = late(rf"{ROC_YEAR}|本年度?|全年度?|年度|總?共計?|合計|總計|[計達為了]$|\s")


# --------------------------------------------------------------------------- figures of a formula


def differing_in_formula(
    statements: Statements, rate: Rate, item: Indicator
) -> tuple[Figure, Figure] | None:
    """Return a figure of a rate's formula, and the row's own one that it differs from.

    The other figure of the formula has to be the row's, and the row may print no third one of the
    counter: then both are told of the same thing.
    """
    if rate.formula is None or item.lower or statements.revised or len(statements.rates) > 1:
        return None
    for used, row_figures in _counterparts(statements, rate.formula, item):
        pairs = list(zip(used, row_figures, strict=True))
        if not all(_are_counts(a, b.quantity) for a, b in pairs):
            continue
        differing = [(a, b) for a, b in pairs if a.value != b.quantity.value]
        if len(differing) == 1 and _are_the_only_ones(statements, row_figures):
            formula_figure, row_figure = differing[0]
            place = rate.mention.figure.place
            return Figure(formula_figure, rate.formula.text, place), row_figure
    return None


def _counterparts(
    statements: Statements, formula: Formula, item: Indicator
) -> Iterator[tuple[tuple[Quantity, ...], tuple[Figure, ...]]]:
    """Yield the figures of a formula with those that the row prints for the same."""
    core = formula.core
    if not isinstance(core, Operation) or not isinstance(core.right, Number):
        return
    divisor = core.right.quantity
    if formula.is_growth and isinstance(core.left, Operation):
        new = core.left.left
        actual, base = _only(statements, Role.ACTUAL, _OF_A_YEAR), _only(statements, Role.BASELINE)
        if isinstance(new, Number) and item.growth and actual and base:
            yield (new.quantity, divisor), (actual.figure, base.figure)
    elif isinstance(core.left, Number) and core.operator == "/" and not item.growth:
        actual = _only(statements, Role.ACTUAL, _NAMED_ACTUAL)
        if item.target and actual:
            yield (core.left.quantity, divisor), (actual.figure, item.target)


def _only(
    statements: Statements, role: Role, words: regex.Pattern[str] | None = None
) -> Mention | None:
    """Return the count of a role behind these words, if the row's text names just one."""
    named = {
        mention.quantity.value: mention
        for mention in statements.with_role(role, None, "progress", "result")
        if mention.quantity.kind == "number" and (not words or words.search(mention.label))
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _are_counts(a: Quantity, b: Quantity) -> bool:
    """Tell whether two figures are exact and of the same counter."""
    return _is_count(a) and _is_count(b) and same_counter(a.unit, b.unit)


def _is_count(quantity: Quantity) -> bool:
    return quantity.kind == "number" and bool(quantity.unit) and quantity.is_exact


def _are_the_only_ones(statements: Statements, figures: tuple[Figure, ...]) -> bool:
    """Tell whether the row prints no other figure of a counter than these."""
    units = {figure.quantity.unit for figure in figures}
    values = {figure.quantity.value for figure in figures}
    return all(
        mention.quantity.value in values
        for mention in statements.mentions
        if any(same_counter(mention.unit, unit) for unit in units)
    )


# --------------------------------------------------------------------------- told twice


def differing_actual(statements: Statements, rate: Rate, actual: Figure | None) -> Figure | None:
    """Return the other figure that the text gives for what was reached, in the same words.

    Both have to be counts behind the same words in two sentences, and the only two of their counter
    that are no target: 共參加8,656人 here and 共參加8,566人 there.
    """
    if actual is None or statements.revised:
        return None
    value = actual.quantity.value
    mention = next(
        (m for m in rate.actuals if m.quantity.value == value and m.figure == actual), None
    )
    if mention is None or not _is_count(mention.quantity):
        return None
    counts = statements.counts[canonical_counter(mention.unit)]
    others = [m for other, same_value in counts.items() if other != value for m in same_value]
    if len(counts) > 2:  # 稽查8,442件 beside 處分1,355件 and 處分1,335件 is neither
        others = [
            m
            for m in others
            if _named(m) == _named(mention) and _is_slip(m.quantity, mention.quantity)
        ]
    if len(others) != 1 or any(m.cumulative for m in (*counts.get(value, ()), *others)):
        return None
    (other,) = others
    if other.role is not Role.ACTUAL or other.entry.section not in ("progress", "result", None):
        return None
    # A figure with a rate of its own is another item's: 實際辦理7,700人，達成率106%.
    if statements.occurrences.get(id(other), 0) > sum(m is other for m in rate.actuals):
        return None
    apart = other.entry is not mention.entry or other.start != mention.start
    alike = _named(mention) == _named(other) and len(_named(mention)) > 1
    comparable = apart and alike and not mention.in_brackets and not other.in_brackets
    if not comparable or not _is_count(other.quantity):
        return None
    return None if _IN_PARTS.search(statements.row.text("analysis")) else other.figure


def _is_slip(one: Quantity, other: Quantity) -> bool:
    """Tell whether two counts are one with a digit mistyped, or two digits changed round.

    >>> _is_slip(Quantity.parse("1,355件"), Quantity.parse("1,335件"))
    True
    >>> _is_slip(Quantity.parse("1,355件"), Quantity.parse("1,420件"))
    False
    """
    a, b = str(one.value), str(other.value)
    if len(a) != len(b) or len(a) < 3:
        return False
    differing = [at for at in range(len(a)) if a[at] != b[at]]
    changed_round = len(differing) == 2 and sorted(a) == sorted(b)
    return len(differing) == 1 or (changed_round and differing[1] - differing[0] == 1)


def _named(mention: Mention) -> str:
    """Return the words of a figure's clause without the year, and without how it was counted."""
    words = _CLAUSE_MARKS.split(mention.label)[-1]
    return _NO_NAME.sub("", words)


# --------------------------------------------------------------------------- shares of a count


def uncounted_shares(statements: Statements) -> Iterator[tuple[Mention, Mention]]:
    """Yield the shares that no whole number out of the count before them gives, with that count."""
    counts: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in statements.mentions:
        if mention.quantity.kind == "number":
            counts[id(mention.entry)].append(mention)
    for share in statements.mentions:
        if share.quantity.kind == "percent":
            whole = _whole_of(share, counts[id(share.entry)])
            if whole is not None and not _can_be_counted(share.quantity, whole.quantity):
                yield share, whole


def _whole_of(share: Mention, counts: Sequence[Mention]) -> Mention | None:
    """Return the count that a share is plainly of: the only one of those that its entry prints."""
    if len(counts) != 1:
        return None
    quantity, text = share.quantity, share.entry.text
    if quantity.bound != "=" or quantity.high is not None:
        return None
    if share.role is Role.RATE or share.entry.section in ("standard", "outlook"):
        return None
    (whole,) = counts
    if whole.start != share.start or whole.unit not in SAMPLE_COUNTERS:
        return None
    if (
        whole.quantity.bound != "="
        or whole.quantity.high is not None
        or not _is_count(whole.quantity)
    ):
        return None
    between = text[whole.quantity.end : quantity.start]
    plain = _SAMPLE.search(whole.label) and _SHARE_OF_IT.fullmatch(between)
    return whole if plain and not _NO_PLAIN_SHARE.search(text) else None


def _can_be_counted(share: Quantity, whole: Quantity) -> bool:
    """Tell whether a whole number out of a count comes within one last place of a share.

    >>> _can_be_counted(Quantity.parse("33.3%"), Quantity.parse("200人"))
    False
    >>> _can_be_counted(Quantity.parse("33.3%"), Quantity.parse("201人"))
    True
    """
    value, total = Fraction(share.value), Fraction(whole.value)
    if not 0 < value < 100 or total <= 0:
        return True
    unit = Fraction(10) ** -share.decimals
    return floor((value + unit) * total / 100) * 100 >= (value - unit) * total
