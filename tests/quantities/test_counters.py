"""The lists of counter words agree with one another."""

from __future__ import annotations

import re

import pytest

from pipeline.quantities import counters
from pipeline.quantities.characters import fold_text

LISTS = [name for name in vars(counters) if name.isupper()]


@pytest.mark.parametrize("name", LISTS)
def test_words_are_written_as_folded_texts(name: str) -> None:
    if name in ("WITH_SMALL_MONEY", "SAME_COUNTER", "CURRENCIES"):
        return  # of printed text
    words = getattr(counters, name)
    for word in words:
        for part in word if isinstance(word, tuple) else (word,):
            assert fold_text(part) == part


@pytest.mark.parametrize("name", ["WHOLE_COUNTERS", "SAMPLE_COUNTERS", "DURATIONS"])
def test_a_list_of_a_purpose_holds_units(name: str) -> None:
    assert set(getattr(counters, name)) <= set(counters.UNITS)


def test_what_is_no_unit_begins_like_one_and_is_none() -> None:
    assert not set(counters.NOT_UNITS) & set(counters.UNITS)
    assert not {"年", "項目"} & counters.HEADER_UNITS


def test_names_of_one_counter_lead_to_the_end() -> None:
    assert not set(counters.SAME_COUNTER.values()) & set(counters.SAME_COUNTER) - {"國", "家"}


def test_alternatives_take_the_longest_first() -> None:
    pattern = re.compile(counters.alternatives(["日", "日曆天", "天"]))
    assert pattern.match("日曆天")[0] == "日曆天"  # type: ignore[index]
    assert counters.alternatives(["工作天"]) == "(?:工作天)"
