"""The characters of numerals are one list, written as folded texts are."""

from __future__ import annotations

from pipeline.quantities.characters import fold_text
from pipeline.quantities.numeral_characters import (
    CHINESE_NUMERALS,
    DIGITS,
    LARGE,
    POWERS,
    SMALL,
    TENS,
)


def test_every_character_stands_once_and_folds_to_itself() -> None:
    assert (
        len(set(CHINESE_NUMERALS)) == len(CHINESE_NUMERALS) == len(DIGITS) + len(TENS) + len(POWERS)
    )
    assert fold_text(CHINESE_NUMERALS.replace("弌", "")) == CHINESE_NUMERALS.replace("弌", "")


def test_formal_and_plain_digits_have_the_same_values() -> None:
    for plain, formal in zip("零一二三四五六七八九", "〇壹貳參肆伍陸柒捌玖", strict=True):
        assert DIGITS[plain] == DIGITS[formal]
    assert [SMALL[char] for char in "十拾百佰千仟"] == [1, 1, 2, 2, 3, 3]
    assert LARGE == {"萬": 4, "億": 8, "兆": 12}
