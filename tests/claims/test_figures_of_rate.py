"""The figures that may belong to a rate: from its formula, its sentence, or the item; and what is missing."""

import pytest

from pipeline.claims import items_from_statements, statements_from_row
from pipeline.claims.figures_of_rate import (
    differing_target,
    is_another_target,
    missing_figure,
    pair_figures,
    pair_without_item,
    resolve_names,
    target_in_sentence,  # fmt: skip
)
from pipeline.claims.items.item_index import Items
from pipeline.claims.records import Figure, Pair, Reason
from tests.typed_rows import row


def read(target: str, analysis: str, indicator: str = "辦理情形"):
    statements = statements_from_row(row(target, analysis, indicator), 105)
    return statements, statements.rates[-1], Items(items_from_statements(statements))


def text(figure: Figure | None) -> str:
    return figure.quantity.text if figure else "-"


def shown(pairs: tuple[Pair, ...]) -> str:
    return " ".join(f"{text(pair.actual)}/{text(pair.target)}" for pair in pairs)


PAIRS = [
    pytest.param("400件", "達成率(460件/400件)×100％＝115％。", "460件/400件", "", id="a-quotient"),
    pytest.param("400件", "目標值400件，實際460件，達成率115％。", "460件/400件", "", id="the-sentence"),
    pytest.param("400件", "完成460件。達成率115％。", "460件/400件", "", id="the-item"),
    pytest.param("400件", "完成460件（女性占200件），達成率115％。", "460件/400件", "", id="not-in-brackets"),
    pytest.param("400件", "北區200件、南區260件，達成率115％。", "260件/400件 200件/400件 200件+260件/400件", "", id="parts"),
    pytest.param("400件", "北區200件、南區260件，合計460件，達成率115％。", "460件/400件", "", id="a-total"),
    pytest.param("400件", "訓練525人，達成率115％。", "-/400件", "", id="another-counter"),
    pytest.param("400件", "先完成300件。再完成460件，達成率115％。", "460件/400件", "300件/400件", id="elsewhere-is-spare"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "analysis", "pairs", "spare"), PAIRS)
def test_pairs(target: str, analysis: str, pairs: str, spare: str) -> None:
    statements, rate, items = read(target, analysis)
    own = target_in_sentence(rate, items[0])
    paired = pair_figures(statements, rate, items[0], items, own)
    assert (shown(paired.pairs), shown(paired.spare)) == (pairs, spare)


def test_pair_without_item() -> None:
    _, rate, _ = read("賡續辦理", "目標值400件，實際460件，達成率115％。")
    assert shown((pair_without_item(rate),)) == "460件/400件"
    _, rate, _ = read("賡續辦理", "目標值400件，參加460人，達成率115％。")
    assert shown((pair_without_item(rate),)) == "-/400件"


DIFFERING = [
    pytest.param("130次", "目標值125次，實際140次，達成率112％。", "130次", id="another-value"),
    pytest.param("125次", "目標值125次，實際140次，達成率112％。", "-", id="the-same"),
    pytest.param("125次以上", "目標值125次，實際140次，達成率112％。", "-", id="without-its-bound"),
    pytest.param("125次", "目標值130人，實際140人，達成率108％。", "-", id="another-counter"),
    pytest.param("125次", "實際140次，達成率112％。", "-", id="none-in-the-sentence"),
]


@pytest.mark.parametrize(("target", "analysis", "cell"), DIFFERING)
def test_differing_target(target: str, analysis: str, cell: str) -> None:
    _, rate, (item,) = read(target, analysis)
    assert text(differing_target(target_in_sentence(rate, item), item)) == cell


ANOTHER = [
    pytest.param("目標值修正為125次，實際140次，達成率112％。", True, id="revised"),
    pytest.param("全程目標值125次，實際140次，達成率112％。", True, id="of-several-years"),
    pytest.param("目標值125次，實際140次，達成率112％。", False, id="plain"),
]


@pytest.mark.parametrize(("analysis", "is_so"), ANOTHER)
def test_a_target_that_the_sentence_explains(analysis: str, is_so: bool) -> None:
    _, rate, _ = read("130次", analysis)
    assert is_another_target(rate) is is_so


MISSING = [
    pytest.param("400件", "達成率99％。", Reason.NO_ACTUAL, id="actual"),
    pytest.param("賡續辦理", "達成率99％。", Reason.TARGET_IS_NO_FIGURE, id="target"),
    pytest.param("400至500件", "達成率99％。", Reason.TARGET_IS_A_RANGE, id="range"),
    pytest.param("400件", "完成396件。達成率99％。", None, id="none"),
]


@pytest.mark.parametrize(("target", "analysis", "reason"), MISSING)
def test_missing_figure(target: str, analysis: str, reason: Reason | None) -> None:
    _, _, (item,) = read(target, analysis)
    pairs = (Pair(item.target, item.actual),)
    assert missing_figure(pairs, item, growth=False) is reason
    assert missing_figure(pairs, item, growth=True) is Reason.NO_BASELINE


def test_names_of_a_formula() -> None:
    _, rate, (item,) = read("400件", "完成460件。達成率(實際完成件數/目標件數)×100％＝115％。")
    assert rate.formula is not None
    names = resolve_names(rate.formula, (Pair(item.target, item.actual),), item, 105)
    assert sorted(names.values()) == [400, 460]
    assert resolve_names(rate.formula, (Pair(item.target, None),), item, 105).keys() < names.keys()
