"""What looks like a figure and counts nothing: the kinds, and the years of dates."""

from __future__ import annotations

import pytest

from pipeline.quantities.scanner import find
from tests.quantities.tables import cases

# The kinds of what looks like a figure, or a dash where nothing is found at all.
NOTHING = """
    統一編號12345678 | identifier
    電話:27208889 | identifier
    案號：1050012 | identifier
    105年 | roc_year
    104 年度 | roc_year
    前（112）年度 | roc_year
    105年9月1日 | date
    7月27日至29日 | date
    104.4.17 | date
    2016年 | date
    第46條 | law
    第4期 | ordinal
    第10屆 | ordinal
    第1級 | ordinal
    第一級國家 | ordinal
    內授移字第1130302285號函 | document_number
    (0801)-017 | document_number
    1/5000 | identifier
    祥安4號專案 | identifier
    台9線 | identifier
    H5、3D、5G | identifier identifier identifier
    一、落實 | list_marker
    大陸地區人民參與統一一般萬一 | -
    民國38年 | roc_year
    1922專線 | phone
    02-2388-9393 | phone
    (02)2388-9393分機12 | phone
    0912-345-678 | phone
    上午9時30分至下午5時 | date date
    數十人 | -
    第三人、第三國 | -
    配合108課綱 | roc_year
    921地震 | identifier
    推動2050淨零排放 | date
    長照2.0計畫 | identifier
    排名第3名 | ordinal
    一百零五年度 | roc_year
    一○五年九月一日 | date
    二〇一六年 | date
    同一案件 | -
    第12條之1 | law
    第7條第2項第3款 | law law law
    依第3-1條規定 | law
    零件 | -
    ○ | -
    無 | -
    NA | -
    -- | -
    10:30開始 | date
    逾半數 | -
    第１次會議 | ordinal
    第3季 | ordinal
    二級機關 | -
    A4紙 | identifier
    上百人 | -
    第一、二級古蹟 | ordinal
    ００ | identifier
    依「人口販運防制法」第29條規定 | law
    自105年1月1日至12月31日止 | date
    105/06/30前完成 | date
    民國105年6月 | date
    2016年10月5日 | date
    2016/10/05 | date
    105.06.30 | date
    下午2點30分 | date
    數百萬元 | -
    上千人 | -
    零星個案 | -
    十大建設、八大行業 | -
    三合一選舉 | -
    一站式服務 | -
    四維路5號 | identifier
    台61線 | identifier
    國道1號 | identifier
    警政署165專線 | phone
    110年6月起110報案 | date phone
    撥打1955專線 | phone
    0800-024-111 | phone
    Web2.0 | identifier
    A3、A4影印紙 | identifier identifier
    第6屆第2次會議 | ordinal ordinal
    第三方支付 | -
    第2外語 | ordinal
    貳、重要施政 | list_marker
    壹、前言 | list_marker
    如表1、圖2及附件3 | identifier identifier identifier
    921震災、88風災 | identifier identifier
    0206花蓮地震 | identifier
    2050淨零 | date
    2017台北世大運 | date
    5G | identifier
    100年 | roc_year
    100年度 | roc_year
    第4年 | ordinal
    每年 | -
    89年至104年 | roc_year
    民國89至104年 | roc_year
    89-104年 | roc_year
    104-105學年度 | roc_year
    104學年度第2學期 | roc_year ordinal
    案號105001號 | identifier
    第105001號 | document_number
    府授字第10500012345號 | document_number
    105,106年 | roc_year
    1:10 | date
    第1年至第3年 | ordinal ordinal
    一至三級 | -
    一、二、三級 | -
    第二次世界大戰 | ordinal
    五大面向 | -
    兩岸三地 | -
    六都 | -
    4K影片 | identifier
    8K | identifier
    3C產品 | identifier
    2D | identifier
    U-20 | identifier
    O157 | identifier
    M503航路 | identifier
    二氧化碳 | -
    三氯乙烷 | -
    十二指腸 | -
    九二共識 | -
    百米 | -
    縣道101線 | identifier
    樁號117K+500 | identifier
    １０５年９月１日 | date
    前（１１２）年度 | roc_year
    第１１３０３０２２８５號 | document_number
    （０８０１）－０１７ | document_number
    105 年 9 月 1 日 | date
    7 月 27 日至 29 日 | date
    第 46 條 | law
    第 4 期 | ordinal
    第 1130302285 號 | document_number
    祥安 4 號專案 | identifier
    1 / 5000 | identifier
    第十届 | ordinal
    二零一六年 | date
    """


@pytest.mark.parametrize(("text", "kinds"), cases("nothing", NOTHING))
def test_leaves_alone(text: str, kinds: str) -> None:
    found = find(text)
    assert [item.text for item in found if item.is_quantity] == []
    assert (" ".join(item.kind for item in found) or "-") == kinds


YEARS = [
    pytest.param("105年", 2016, id="ROC year"),
    pytest.param("前（112）年度", 2023, id="year in brackets"),
    pytest.param("105年9月1日", 2016, id="ROC date"),
    pytest.param("104.4.17", 2015, id="dotted date"),
    pytest.param("2016年", 2016, id="Gregorian year"),
    pytest.param("一百零五年度", 2016, id="Chinese year"),
    pytest.param("二〇一六年", 2016, id="Chinese Gregorian year"),
    pytest.param("民國38年", 1949, id="early year with its era"),
    pytest.param("103106年度", 2014, id="span whose dash is lost"),
    pytest.param("7月27日", None, id="day without a year"),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_gregorian_year(text: str, year: int | None) -> None:
    assert [item.year for item in find(text)] == [year]
