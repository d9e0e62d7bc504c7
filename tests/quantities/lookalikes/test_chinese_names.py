"""Names and telephone numbers in Chinese numerals."""

from __future__ import annotations

import pytest

from pipeline.quantities.lookalikes.chinese_names import match_chinese_name, match_chinese_serial


@pytest.mark.parametrize(
    ("text", "kind", "end"),
    [
        ("二十一世紀", "date", 5),
        ("七十四號公園", "identifier", 4),
        ("一〇一大樓", "identifier", 5),
        ("二三八八九三九三", "identifier", 8),
    ],
)
def test_name(text: str, kind: str, end: int) -> None:
    found = match_chinese_serial(text, 0) or match_chinese_name(text, 0)
    assert found is not None
    assert (found.kind, found.end) == (kind, end)


@pytest.mark.parametrize("text", ["三千人", "三號次", "一二三四五六七萬", "十世紀"])
def test_no_name(text: str) -> None:
    assert match_chinese_serial(text, 0) is None
    assert match_chinese_name(text, 0) is None
