"""Headers to roles by grammar: what is composed of words of headers, and what is not to be one."""

from __future__ import annotations

import pytest

from pipeline.tables.header_grammar import read_header
from pipeline.tables.header_tokens import Kind

ROLES = [
    (
        "target",
        "全年預定數(A) 上半年預定數 修正後目標值 原列目標 調整後目標 113年度目標 全程目標 109年預定目標",
    ),
    (
        "target",
        "預計達成目標值 應達成目標值 110年度法定預算目標 年度預定達成績效 預算目標值 目標長度 累計預定進度(%) 次年度目標值 第1季目標值",
    ),
    (
        "actual",
        "全年完成數(B) 112年度實績 113年度全年實績 決算實績 109年實際績效 110年度實際執行數 完成長度",
    ),
    (
        "actual",
        "達成目標值 實際達成目標值 目標達成值 各季實績第1季 累計實際進度(%) 目標及實際值 目標值及達成情形 實際值Actual 107年實績",
    ),
    (
        "rate",
        "達成率(B/A) 達成比值 全年達成率 預算執行率(%) 目標達成率 達成度（倍） 績效指標達成率 達成率Rate",
    ),
    (
        "rate",
        "占分配數％(C/B) 占全年預算數 累計執行數占累計分配數% 占截至6月底分配數比率 佔累計分配數比率 達成率(%)對原訂目標值 達成率對修正後目標值 占原訂達成率 占修正後目標達成率 原訂目標達成率",
    ),
    (
        "analysis",
        "達成率說明 執行績效說明 未達目標原因 未達目標原因或重要辦理成果 執行情形及達成率 自評說明",
    ),
    (
        "analysis",
        "實際執行成果及達成率 辦理情形(含達成率) 調整理由或差異說明 112年度差異分析或成果摘要 落後原因",
    ),
    ("indicator", "指標1 衡量指標二 績效指標名稱 計畫目標項目 績效目標暨衡量指標 指標"),
    (
        "name",
        "業務項目 計畫名稱 工作要項 重要施政項目 工作計畫名稱 業務計畫及項目 計畫名稱（期程） 區處別",
    ),
    ("goal", "性別目標 年度績效目標Goal 本局施政目標"),
    ("budget", "預算數 113年度可支用預算數(千元) 110年度可用預算 本年度預算數"),
    ("account", "決算數 決算數合計 本年度決算數 實現數 109年度決算審定數"),
    ("difference", "比較增減 較111年增減率 結餘或未執行數 應付數及保留數 成長率"),
    ("weight", "權重(%) 權數 配分"),
    ("review", "自評 自評分數 得分 初核結果 複核"),
    ("standard", "評分標準 衡量標準 計算公式 評估體制"),
    ("number", "項次 序號 編號 序"),
    ("remark", "備註 附註"),
    ("office", "主辦單位 計畫期程 承辦人"),
]
NO_HEADERS = [
    "人口數",
    "身分別",
    "場次一覽",
    "聯絡電話",
    "第1次公告",
    "破獲率",
    "合格率",
    "出席人數",
    "男",
    "女",
    "申請件數",
    "電話",
    "年度績效目標暨衡量指標之關聯性",
    "進港引水",
    "提升港埠服務",
    "8,050人",
    "95.1%",
    "一、",
]
UNSURE = [
    "目標",
    "名稱",
    "項目",
    "說明",
    "情形",
    "比率",
    "金額",
    "數量",
    "總計",
    "計畫",
    "內容",
    "備註",
    "實際",
    "預算",
]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        pytest.param(header, role, id=f"{role}-{n}-{m}")
        for n, (role, headers) in enumerate(ROLES)
        for m, header in enumerate(headers.split())
    ],
)
def test_role(header: str, role: str) -> None:
    reading = read_header(header)
    assert reading is not None
    assert reading.role == role


@pytest.mark.parametrize("header", NO_HEADERS, ids=range(len(NO_HEADERS)))
def test_no_header(header: str) -> None:
    assert read_header(header) is None


@pytest.mark.parametrize("header", UNSURE, ids=range(len(UNSURE)))
def test_unsure(header: str) -> None:
    reading = read_header(header)
    assert reading is None or not reading.sure


QUALIFIERS = [
    pytest.param("上半年達成率", Kind.PART, id="half of the year"),
    pytest.param("1月至6月達成率", Kind.PART, id="six months"),
    pytest.param("1月至12月（累計）實際", Kind.WHOLE, id="twelve months"),
    pytest.param("112年度實績（累計）", Kind.CUMULATIVE, id="in brackets"),
    pytest.param("修正後目標值", Kind.REVISED, id="revised"),
    pytest.param("目標值(原訂)", Kind.ORIGINAL, id="original, in brackets"),
    pytest.param("次年度目標值", Kind.NEXT, id="next year"),
    pytest.param("上年度實績", Kind.LAST, id="last year"),
]


@pytest.mark.parametrize(("header", "kind"), QUALIFIERS)
def test_qualifier(header: str, kind: Kind) -> None:
    reading = read_header(header)
    assert reading is not None
    assert kind in reading.kinds


YEARS = [("112年度實績", 112), ("2023年目標", 112), ("110-113年計畫目標", 113), ("目標值", None)]


@pytest.mark.parametrize(("header", "year"), YEARS, ids=["roc", "common", "span", "none"])
def test_year(header: str, year: int | None) -> None:
    reading = read_header(header)
    assert reading is not None
    assert reading.year == year


def test_an_unknown_word_may_say_what_is_counted() -> None:
    reading = read_header("汰換管線完成數")
    assert reading is not None
    assert (reading.role, reading.subject, reading.sure) == ("actual", "汰換管線", False)


WHEN = [
    pytest.param("上年度達成率", ["上年度"], id="last year"),
    pytest.param("110年度第1季目標值", ["110年度", "第1季"], id="a quarter"),
    pytest.param("目標值(修正後)", ["修正後"], id="in brackets"),
    pytest.param("年度目標值", [], id="the year"),
]


@pytest.mark.parametrize(("header", "when"), WHEN)
def test_what_tells_columns_of_one_role_apart(header: str, when: list[str]) -> None:
    reading = read_header(header)
    assert reading is not None
    assert [token.text for token in reading.when] == when


@pytest.mark.parametrize(("header", "role"), [("%", "rate"), ("（％）", "rate"), ("％以上", None)])
def test_a_sign_alone(header: str, role: str | None) -> None:
    reading = read_header(header)
    assert (reading.role if reading else None) == role


RATES = [("原訂目標達成率", "rate"), ("預定達成率", "target"), ("修正後目標執行率", "rate")]


@pytest.mark.parametrize(("header", "role"), RATES, ids=["of a target", "planned", "revised"])
def test_rates_of_a_target_and_planned_ones(header: str, role: str) -> None:
    reading = read_header(header)
    assert reading is not None
    assert reading.role == role
