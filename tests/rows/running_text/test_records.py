"""What running text tells, as records."""

from __future__ import annotations

import pytest

from tests.rows.running_text.told import rates


def test_a_figure_stands_in_its_sentences() -> None:
    (rate,) = rates("無關。預算數50千元，決算數48千元，執行率96%。")
    assert rate.base is not None
    text = rate.base.sentences.text
    assert text[rate.base.start :].startswith("50千元")
    assert rate.base.place.page == 1


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("預算數50千元，決算數48千元，執行率96%。", True),
        ("本年度預算數55千元，較上年度增加5千元，約10%。", True),
        ("預算數50千元，執行率96%。", False),
        ("執行率96%。", False),
    ],
)
def test_whole(text: str, whole: bool) -> None:
    assert [rate.is_whole for rate in rates(text)] == [whole]
