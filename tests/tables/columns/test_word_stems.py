"""Three headers of one word, and headers that only look so."""

from __future__ import annotations

import pytest

from pipeline.tables.columns.word_stems import find_stems

STEMS = [
    pytest.param("項目 預計參加(人) 實際參加(人) 參加率", "target actual rate", id="any word"),
    pytest.param(
        "項目 預定施作長度 實際施作長度 施作長度率", "target actual rate", id="a longer one"
    ),
    pytest.param("項目 應檢查家數 已檢查家數 檢查率(%)", "target actual rate", id="due and done"),
    pytest.param("稅目 應收數 實收數 收繳率", "target actual rate", id="one character"),
    pytest.param(
        "項目 應辦件數 已辦件數 辦結率 逾期件數", "target actual rate", id="one more column"
    ),
]
NONE = [
    pytest.param("項目 預計參加 實際參加", id="no rate"),
    pytest.param("項目 預計參加 參加率", id="nothing that was done"),
    pytest.param("項目 預計參加 實際出席 出席率", id="two words"),
    pytest.param("項目 預計參加 實際參加 參加率 參加率", id="a rate twice"),
    pytest.param("稅目 應收數 實收數 成長率", id="a rate of something else"),
    pytest.param("項目 人數 比率", id="statistics"),
]


@pytest.mark.parametrize(("headers", "roles"), STEMS)
def test_stems(headers: str, roles: str) -> None:
    found = find_stems(headers.split())
    assert [found[n].reading.role for n in sorted(found)] == roles.split()


@pytest.mark.parametrize("headers", NONE)
def test_no_stems(headers: str) -> None:
    assert find_stems(headers.split()) == {}
