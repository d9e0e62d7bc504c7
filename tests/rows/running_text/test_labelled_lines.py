"""Lines that each give one figure with its name -> one paragraph."""

from __future__ import annotations

import pytest

from pipeline.records import Line, Paragraph
from pipeline.rows.running_text.labelled_lines import join_labelled, with_comma
from pipeline.rows.running_text.rate_rows import read_running_text
from tests.cells import line


def joined(*texts: str) -> list[str]:
    paragraphs = [Paragraph(text, (Line(text, 1, at, at),)) for at, text in enumerate(texts)]
    return [one.paragraph.text for one in join_labelled(paragraphs) if one.is_labelled]


JOINED = [
    pytest.param(
        ("1.目標值：1,850人次", "2.實際值：1,389人次", "3.達成率：75.1%"),
        ["目標值：1,850人次，實際值：1,389人次，達成率：75.1%"],
        id="numbered",
    ),
    pytest.param(
        ("(1)原定目標值：不超過71次。", "(2)實際達成值：94次。", "(3)達成度：75.5%。"),
        ["原定目標值：不超過71次，實際達成值：94次，達成度：75.5%。"],
        id="with-stops",
    ),
    pytest.param(
        ("目標值：完成4,000人", "實際值：已達5,135人", "達成率：128.4%"),
        ["目標值：4,000人，實際值：5,135人，達成率：128.4%"],
        id="words-that-lead-to-figures",
    ),
    pytest.param(
        ("113年度實績：88場", "113年度目標：80場", "目標達成率(%)：110%"),
        ["113年度實績：88場，113年度目標：80場，目標達成率(%)：110%"],
        id="the-actual-figure-first",
    ),
    pytest.param(
        ("● 目標值：80", "● 實際值：88", "● 達成率：110%", "● 目標值：5", "● 實際值：4", "● 達成率：80%"),
        ["目標值：80，實際值：88，達成率：110%", "目標值：5，實際值：4，達成率：80%"],
        id="one-below-the-other",
    ),
]  # fmt: skip
NOT_JOINED = [
    pytest.param(("1.目標值：80場", "2.達成率：110%"), id="no-actual-figure"),
    pytest.param(("1.目標值：80場", "2.實際值：88場", "3.說明：辦理88場。", "達成率：110%"), id="cut"),
    pytest.param(("1.目標值：完成修訂", "2.實際值：已完成", "3.達成率：100%"), id="no-figures"),
    pytest.param(("目標值：80場；實際值：88場", "達成率：110%"), id="two-in-a-line"),
    pytest.param(("1.目標值：80場", "2.實際值：88場", "3.滿意度：95%"), id="another-share"),
    pytest.param(("1.目標值：80場", "2.目標值：90場", "3.達成率：95%"), id="two-targets"),
    pytest.param(("本年度目標值如下：", "辦理80場。", "達成率：95%"), id="a-sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), JOINED)
def test_joined(texts: tuple[str, ...], expected: list[str]) -> None:
    assert joined(*texts) == expected


@pytest.mark.parametrize("texts", NOT_JOINED)
def test_not_joined(texts: tuple[str, ...]) -> None:
    assert joined(*texts) == []


def test_the_heading_names_what_is_measured() -> None:
    texts = ("一、演練", "（一）防災演練", "1.目標值：80場", "2.實際值：88場", "3.達成率：110%")
    lines = [Line(text, 1, at, at, ends=True) for at, text in enumerate(texts, start=1)]
    (row,) = read_running_text(lines, [], beside_tables=True).rows
    assert row.text("indicator") == "防災演練"
    assert (row.text("goal"), row.text("target"), row.text("actual")) == (
        "防災演練",
        "80場",
        "88場",
    )


def test_a_comma_has_no_width() -> None:
    whole = with_comma(line("目標值：80場。", 40, 40))
    assert whole.text == "目標值：80場，"
    assert whole.lefts[-1] == whole.rights[-1] == whole.rights[-2]
