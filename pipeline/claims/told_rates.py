"""A row that running text tells -> its item and its claim: the rate with the figures that words bind to it.

Such a row has no columns that could name a figure, so a rate that does not follow is a mistake only where its
sentence names both figures and binds the rate to them; a person must look where words lead to two figures
alone (已完成); else it stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from pipeline.claims.items.direction import is_told_lower
from pipeline.claims.records import Claim, Explanation, Figure, Indicator, Pair, RateKind, Reason
from pipeline.claims.weighing.evidence import Evidence, weight_of
from pipeline.patterns import late
from pipeline.quantities import Quantity, parse_label
from pipeline.records import Row
from pipeline.rows import ToldFigure, ToldKind, ToldRate, ToldRow, told_rates

_KINDS = {
    ToldKind.PLAN: RateKind.ACHIEVEMENT,
    ToldKind.WHOLE: RateKind.RATIO,
    ToldKind.CHANGE: RateKind.GROWTH,
}
_NAME_ENDS = late(
    r"[（(：:，,、]|(?:之|的)?(?:年度|本年度|預算|績效|原[訂定])*目標|原[訂定]|預[定計期]|應[達為]|實[際績]|(?:累|共|合|總)?計|為|達|共"
)
_NAMES_NOTHING = late(
    r"(?:[0-9]{2,3}年|[本當]?年度?|全年度?|截至|年底|度|設定|值|數|量|止|底|月|[0-9]|[僅已故惟]|之|的|完成|辦理|執行|較|以|\s)*"
)
"""What stands behind a name: 公車誤點率（目標6.5%、實際6.2%."""
_BOUND = (Evidence.NAMED_TARGET, Evidence.BESIDE_THE_RATE)
_LED_TO = (Evidence.RESTATED_TARGET, Evidence.BESIDE_THE_RATE, Evidence.REACHED)
_BESIDE = (Evidence.BESIDE_THE_RATE,)


def claim_from_told(row: ToldRow, roc_year: int | None) -> tuple[Indicator, Claim]:
    """Return the one item of a row, and what is claimed of it."""
    told = row.told
    assert told is not None
    base, reached = _figures(told)
    label = row.text("indicator") or row.text("goal")
    growth = told.kind is ToldKind.CHANGE
    of_plan = told.kind is ToldKind.PLAN
    takes_time = of_plan and told.rate_of_time
    lower = told.falls or takes_time or (of_plan and _is_lower(told, label, row.text("analysis")))
    target = None if growth else base
    year = row.year
    if year is None and row.years_back is not None and roc_year is not None:
        year = roc_year - row.years_back
    item = Indicator(
        row.number, 1, label, row.text("target"), target, row.text("actual"), reached,
        base if growth else None, lower, growth, year,
    )  # fmt: skip
    return item, replace(_claim(told, item), lower=lower, period=year)


def _is_lower(told: ToldRate, label: str, sentence: str) -> bool:
    """Tell whether lower is better: by a plan that is a limit, by what the row or the sentence speaks of."""
    if told.base is not None and told.base.quantity.bound == "<=":
        return True
    return is_told_lower(label, sentence) or is_told_lower(_name_in_sentence(told))


def _name_in_sentence(told: ToldRate) -> str:
    """Return the last words before the figures of a rate that name something: 經統計登記錯誤件數為14件."""
    figures = [figure for figure in (told.base, *told.parts) if figure is not None]
    if not figures:
        return ""
    first = min(figures, key=lambda figure: figure.quantity.start)
    start = first.sentences.start
    before = first.sentences.paragraph.text[start : first.quantity.start].strip()
    if list_label := parse_label(before):
        before = before[list_label.length :]
    names = [name for name in _NAME_ENDS.split(before) if not _NAMES_NOTHING.fullmatch(name)]
    return names[-1] if names else ""


def claims_in_cell(row: Row, item: int) -> Iterator[Claim]:
    """Yield the shares in the analysis of a table's row that print their plan: 占分配數62千元之93％.

    They are of that plan and of none that the row's columns give.
    """
    for paragraph in row.cell("analysis"):
        if any(mark in paragraph.text for mark in "占佔"):
            for told in told_rates(paragraph):
                if told.prints_its_plan and told.bound:
                    own = Indicator(
                        row.number, item, told.label, "", None, "", None, None, False, False
                    )
                    yield replace(_claim(told, own), kind=RateKind.RATIO, called_rate=False)


def _claim(told: ToldRate, item: Indicator) -> Claim:
    """Return what is claimed of an item."""
    base, reached = _figures(told)
    growth = told.kind is ToldKind.CHANGE
    pair = Pair(None if growth else base, reached)
    is_whole = reached is not None and base is not None
    return Claim(
        row=item.row,
        item=item.item,
        label=item.label,
        kind=_KINDS[told.kind],
        stated=_figure(told.rate),
        pairs=(pair,) if is_whole else (),
        baseline=base if growth else None,
        growth=growth,
        called_rate=told.kind is ToldKind.PLAN,
        missing=None if is_whole else Reason.NO_FIGURE,
        doubt=None if told.bound or told.likely else Reason.UNSURE_FIGURES,
        explanations=tuple(_explanations(told, pair, growth=growth)) if is_whole else (),
        in_running_text=True,
    )


def _figures(told: ToldRate) -> tuple[Figure | None, Figure | None]:
    """Return what a rate compares with, and what it is of; one of them may follow from the difference."""
    base = _figure(told.base) if told.base else None
    reached = _sum(told.parts)
    difference = _figure(told.difference) if told.difference else None
    if difference is not None and base is None and reached is not None:
        base = _apart(reached, difference, 1 if told.falls else -1)
    elif difference is not None and reached is None and base is not None:
        is_less = told.falls or told.kind is ToldKind.WHOLE  # what is left of a whole: 不合格20件
        reached = _apart(base, difference, -1 if is_less else 1)
    return base, reached


def _explanations(told: ToldRate, pair: Pair, *, growth: bool) -> Iterator[Explanation]:
    """Yield what a rate may have been taken from: the figures bound to it, then others beside it."""
    evidence = _BOUND if told.bound else _LED_TO if told.likely else _BESIDE
    yield Explanation(pair, evidence, weight_of(evidence))
    if not growth:
        for base, part in told.rivals:
            rival = Pair(_figure(base), _figure(part))
            yield Explanation(rival, _BESIDE, weight_of(_BESIDE))


def _figure(told: ToldFigure) -> Figure:
    """Return a figure; a target is exact as it is printed, other plans stand for what prints so."""
    quantity = told.quantity
    if (
        told.is_target
        and quantity.kind == "number"
        and quantity.bound == "="
        and quantity.decimals < 0
    ):
        quantity = quantity._replace(decimals=0)
    return Figure(quantity, told.sentences.text, told.place, told.start)


def _sum(parts: Sequence[ToldFigure]) -> Figure | None:
    """Return a figure, or the sum of several as a figure of its own."""
    if not parts:
        return None
    figures = [_figure(part) for part in parts]
    if len(figures) == 1:
        return figures[0]
    total = sum((Fraction(f.quantity.value) for f in figures), Fraction(0))
    text = "+".join(f.quantity.text for f in figures)
    return _made(figures[-1], total, text, [f.quantity for f in figures])


def _apart(figure: Figure, difference: Figure, sign: int) -> Figure:
    """Return the figure that differs from another by so much."""
    value = Fraction(figure.quantity.value) + sign * Fraction(difference.quantity.value)
    text = f"{figure.quantity.text}{'+' if sign > 0 else '-'}{difference.quantity.text}"
    return _made(figure, value, text, [figure.quantity, difference.quantity])


def _made(figure: Figure, value: Fraction, text: str, of: Sequence[Quantity]) -> Figure:
    """Return a figure that others make, with the precision of the least precise."""
    decimals = min(quantity.decimals for quantity in of)
    quantity = figure.quantity._replace(value=value, text=text, decimals=decimals)
    return replace(figure, quantity=quantity, start=None)
