"""Shares told in passing: claimed only where both counts stand before them in the sentence."""

import pytest

from pipeline.claims import items_from_statements, statements_from_row
from pipeline.claims.records import Reason
from pipeline.claims.shares import find_shares, find_uncounted, short_label
from tests.typed_rows import row

SHARES = [
    pytest.param("抽驗500件，合格492件，合格率98.4%。", ("492件", "500件"), id="named-like-its-part"),
    pytest.param("收件500件，其中辦結492件，結案率98.4%。", ("492件", "500件"), id="another-word-for-the-part"),
    pytest.param("甲類500件，乙類492件，查核率98.4%。", ("492件", "500件"), id="it-follows"),
]  # fmt: skip
NO_SHARES = [
    pytest.param("合格492件，合格率98.4%。", id="one-count"),
    pytest.param("抽驗500件。合格492件，合格率98.4%。", id="another-sentence"),
    pytest.param("抽驗500件，合格492件，補驗3件，合格率98.4%。", id="three-counts"),
    pytest.param("抽驗500件，參加492人，合格率98.4%。", id="two-counters"),
    pytest.param("申請230件，核准184件，女性比率42%。", id="of-something-else"),
    pytest.param("缺失40件，改善18件，改善率55%。", id="the-share-of-the-rest"),
]


def read(sentence: str):
    statements = statements_from_row(row("100件", f"二、辦理情形：{sentence}"), 105)
    return statements, items_from_statements(statements)


@pytest.mark.parametrize(("sentence", "pair"), SHARES)
def test_shares(sentence: str, pair: tuple[str, str]) -> None:
    (claim,) = find_shares(*read(sentence))
    ((whole, part),) = [(pair.target, pair.actual) for pair in claim.pairs]
    assert (part.quantity.text, whole.quantity.text) == pair
    assert claim.doubt is None


@pytest.mark.parametrize("sentence", NO_SHARES)
def test_no_shares(sentence: str) -> None:
    assert list(find_shares(*read(sentence))) == []


def test_of_those_who_came_first_some_may_have_dropped_out() -> None:
    (claim,) = find_shares(*read("報名500人，及格490人，及格率99%。"))
    assert claim.doubt is Reason.FEWER_THAN_FIRST


def test_a_share_that_no_whole_number_gives() -> None:
    (claim,) = find_uncounted(*read("實地訪查，受訪200人，滿意者占33.3%。"))
    assert claim.counted
    assert list(find_uncounted(*read("實地訪查，受訪200人，滿意者占33.5%。"))) == []


def test_a_label_is_as_long_as_a_line() -> None:
    assert short_label("甲" * 50) == "甲" * 40
    assert short_label("合格率") == "合格率"
