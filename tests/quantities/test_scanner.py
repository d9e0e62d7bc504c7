"""What is read from whole sentences, in order, at any length; the tables of parts stand with their modules."""

from __future__ import annotations

import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.quantities.scanner import MASKED, Quantity, QuantityError, find, find_in_paragraphs
from tests.quantities.tables import cases, read, shown

PROJECT = Path(__file__).parents[1].parent


SENTENCES = """
    1 億 1,198 萬 8,165 元 | 111988165 元
    90% (23) | 90 %; 23
    【(20,678人-16,851人)/16,851人】×100％=23％ | 20678 人; 16851 人; 16851 人; 100 %; 23 %
    100％【(19/74)/0.25×100％】 | 100 %; 19; 74; 0.25; 100 %
    (105年查處人數/105年目標值人數)×100％ | 100 %
    (265.1÷235)x100%≒113% | 265.1; 235; 100 %; ~ 113 %
    8,656/8,050×100%=107.5% | 8656; 8050; 100 %; 107.5 %
    103、104及105年度分別為3件、4件及5件 | 3 件; 4 件; 5 件
    每週2次、每次3小時 | 2 次; 3 小時
    1小時30分鐘 | 1 小時; 30 分鐘
    1.2:1 | 1.2; 1
    20%(12人) | 20 %; 12 人
    1+1 | 1; 1
    3廠次、4站次、5艘次 | 3 廠次; 4 站次; 5 艘次
    裁罰3,000元以上1萬5,000元以下罰鍰 | >= 3000 元; <= 15000 元
    由30日縮短至7日 | 30 日; 7 日
    由10件增至15件 | 10 件; 15 件
    (一)辦理3場次；(二)辦理5場次 | 3 場次; 5 場次
    包括：1.完成3場；2.完成5場。 | 3 場; 5 場
    5、6人 | 5; 6 人
    10%以上未達20% | >= 10 %; <= 20 %
    105年度受理申請案件計1萬2,345件，較104年度增加1,234件，成長11.1%。 | 12345 件; 1234 件; 11.1 %
    本年度目標值為85%，實際達成87.6％，達成率103.1％。 | 85 %; 87.6 %; 103.1 %
    辦理3場次、計156人參加，滿意度達92.5%。 | 3 場次; 156 人; 92.5 %
    全年共辦理12場說明會，參與人數逾2,000人次。 | 12 場; >= 2000 人次
    平均每件處理天數由5.2天縮短為4.8天，縮短7.7%。 | 5.2 天; 4.8 天; 7.7 %
    較前（103）年度之45.6%提升3.2個百分點。 | 45.6 %; 3.2 百分點
    預算執行率＝(實支數÷預算數)×100% | 100 %
    (103年實際值-102年實際值)/102年實際值×100% | 100 %
    1-(12/360)=96.7% | 1; 12; 360; 96.7 %
    達成率：(1,250/1,000)*100%=125% | 1250; 1000; 100 %; 125 %
    截至105年11月底止，累計查獲1,234件2,345人 | 1234 件; 2345 人
    核發許可證5,678張，收費新臺幣1,135萬6,000元 | 5678 張; 11356000 元
    於105年3、6、9、12月各辦理1場，共4場 | 1 場; 4 場
    每年至少辦理2次，每次2小時以上 | >= 2 次; >= 2 小時
    18歲以上未滿65歲者 | >= 18 歲; <= 65 歲
    A=95%、B=90% | 95 %; 90 %
    分數80分≦X＜90分 | 80 分; <= 90 分
    (一)1場次5分；(二)2場次10分。 | 1 場次; 5 分; 2 場次; 10 分
    1.完成3案(60%)2.完成5案(100%) | 3 案; 60 %; 5 案; 100 %
    (1)5場(2)8場 | 5 場; 8 場
    ①2件②3件 | 2 件; 3 件
    2年1次 | 2 年; 1 次
    1個月又15日 | 1 個月; 15 日
    達3成以上未滿5成 | >= 30 %; <= 50 %
    https://www.moi.gov.tw/105/01.html 5件 | 5 件
    1,2,3 | 1; 2; 3
    1, 2, 3 | 1; 2; 3
    5 : 3 | 5; 3
    較104年提升3.5％，訪視人數8,050人 | 3.5 %; 8050 人
    預算數1,234千元，執行率98.76% | 1234000 元; 98.76 %
    歲出預算12億3,456萬7千元，決算11億9,876萬5千元，執行率97.1% | 1234567000 元; 1198765000 元; 97.1 %
    目標值：12 萬人次；實際值：12 萬 3,456 人次 | 120000 人次; 123456 人次
    由 102 年之 85.2 % 提升至 105 年之 91.3 % | 85.2 %; 91.3 %
    等10 個離島計 285 個點位 | 10 個; 285 點位
    達成率105%(210/200) | 105 %; 210; 200
    90％（23） | 90 %; 23
    100件以上200件以下 | >= 100 件; <= 200 件
    """


@pytest.mark.parametrize(("text", "expected"), cases("sentences", SENTENCES))
def test_reads(text: str, expected: str) -> None:
    assert read(text) == expected


PLACES = [
    pytest.param("應達100次以上，", "100次以上", "100次", id="bound behind"),
    pytest.param("可於10秒內完成", "10秒內", "10秒", id="within"),
    pytest.param("團體約300人參與", "約300人", "300人", id="bound before"),
    pytest.param("至少辦理2場", "至少辦理2場", "2場", id="bound before the verb"),
    pytest.param("達 95 % (含)以上。", "95 % (含)以上", "95 %", id="spaces and brackets"),
    pytest.param("下降-4.79%", "-4.79%", "-4.79%", id="sign"),
    pytest.param(
        "計77萬⏎2,280人次".replace("⏎", "\n"),
        "77萬\n2,280人次",
        "77萬\n2,280人次",
        id="broken line",
    ),
    pytest.param("計２萬６７８人", "２萬６７８人", "２萬６７８人", id="full width"),
]


@pytest.mark.parametrize(("text", "whole", "number"), PLACES)
def test_places_are_those_of_the_given_text(text: str, whole: str, number: str) -> None:
    item = find(text)[0]
    assert item.text == text[item.start : item.end] == whole
    assert text[item.number_start : item.number_end] == number


REPORTS = PROJECT.parent / "shared" / "reports"
FALSE_FRIENDS = (
    "第1級",
    "第一級",
    "4號",
    "2015年",
    "105年6月30日",
    "105年7月27日至29日",
    "1月21日",
    "一、",
    "(一)",
)


@pytest.mark.skipif(not REPORTS.is_dir(), reason="needs the folder ../shared/reports")
def test_a_real_report() -> None:
    (path,) = REPORTS.glob("*.rows.json")
    rows = json.loads(path.read_text(encoding="utf-8"))
    cells = [row[column] for row in rows for column in ("goal", "indicator", "target", "analysis")]
    found = [item for cell in cells for items in find_in_paragraphs(cell) for item in items]
    texts = [shown(item) for item in found if item.is_quantity]
    assert len(texts) == 114
    assert {
        "772280 人次",
        "108920 人次",
        "20678 人",
        "~ 300 人",
        "<= 10 秒",
        ">= 4 國",
        "97.5 %",
    } <= set(texts)
    assert {item.text for item in found if not item.is_quantity} >= set(FALSE_FRIENDS)
    assert all(item.unit or item.text in ("19", "74", "0.25") for item in found if item.is_quantity)


@pytest.mark.parametrize("text", ["賡續辦理", "", "105年", "3人及5人", "共3人"])
def test_parse_refuses(text: str) -> None:
    with pytest.raises(QuantityError, match="not a quantity"):
        Quantity.parse(text)


HOSTILE = [
    pytest.param(piece, id=name)
    for name, piece in {
        "digits": "1", "Chinese digits": "一", "ten thousands": "萬", "hundreds": "百", "halves": "半",
        "numerals": "一萬", "mixed numerals": "1億2萬", "powers": "一萬億兆", "more": "萬餘", "commas": "1,",
        "groups": "1,234", "points": "1.", "leading points": ".1", "dashes": "1-", "slashes": "1/",
        "years": "105年至", "listed years": "105、", "months": "1月1日至", "ranges": "1至", "open brackets": "(1",
        "brackets": "(", "letters": "a", "letters and digits": "a1", "addresses": "a@", "ordinal marks": "第",
        "ordinals": "第1", "spaces": " ", "spaced digits": "1 ", "lines": "1\n", "percent words": "百分之",
        "parts": "三分之", "approximate": "二三十", "counts": "1人", "unmapped glyphs": "(cid:", "items": "一、",
        "formula": "(1/2)×", "unknown units": "1坨坨坨", "at least": "至少", "signs": "-", "currencies": "NT$1",
    }.items()
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_long_texts_take_linear_time(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        begin = time.process_time()
        find(text)
        return time.process_time() - begin

    # Four times the text may take four times as long; sixteen times would be quadratic. A busy machine
    # makes a run longer now and then, so one good run out of three is enough.
    assert any(seconds(8_000) < 9 * (seconds(2_000) + 1e-3) for _ in range(3))


@pytest.mark.parametrize(
    "text",
    [
        "二三十、件",
        "百一十零三年度",
        "(二三十)",
        ".0個半",
        "0.0",
        "一百零年五月",
        "第",
        "百分之",
        "1/0",
        "0分之1",
    ],
)
def test_caught_by_random_texts(text: str) -> None:
    find(text)
    find_in_paragraphs([text])


def test_a_hundred_thousand_characters_are_read() -> None:
    for text in ("1" * 100_000, "萬" * 10_000, "(" * 50_000 + "1人" + ")" * 50_000, "一" * 100_000):
        assert len(find(text)) <= 1


ALPHABET = st.sampled_from(
    "0123456789,.，．%％-－~至/ \n一二三十百千萬億兆點零半兩餘多約近個年月日人次第條以上下內分之成折倍()（）、①"
)


@settings(deadline=None, max_examples=300)
@given(st.text() | st.text(ALPHABET, max_size=60))
def test_any_text_is_read_in_order(text: str) -> None:
    items = find(text)
    assert [(item.start, item.end) for item in items] == sorted(
        (item.start, item.end) for item in items
    )
    assert all(before.end <= after.start for before, after in pairwise(items))
    for item in items:
        assert item.text == text[item.start : item.end] != ""
        assert item.start <= item.number_start < item.number_end <= item.end
        low, high = item.interval
        assert low <= high


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text(ALPHABET, max_size=30), max_size=6))
def test_any_cell_is_read(paragraphs: list[str]) -> None:
    assert len(find_in_paragraphs(paragraphs)) == len(paragraphs)


# One for each kind; each mark has to stand in all that its pattern matches.
MASKED_TEXTS = [
    pytest.param("http://a.tw/105", "://", id="address"),
    pytest.param("https://a.tw/105", "://", id="secure address"),
    pytest.param("www.105.tw", "www.", id="address without its scheme"),
    pytest.param("(cid:105)", "(cid:", id="unmapped glyph"),
    pytest.param("a105@b.tw", "@", id="mail address"),
]


@pytest.mark.parametrize(("text", "mark"), MASKED_TEXTS)
def test_what_is_masked_passes_the_look_before(text: str, mark: str) -> None:
    assert re.fullmatch(MASKED[mark], text)
    assert not re.fullmatch(MASKED[mark], text.replace(mark, ""))
    assert not find(text)


def test_each_kind_that_is_masked_has_a_text() -> None:
    assert {case.values[1] for case in MASKED_TEXTS} == set(MASKED)
