"""Figures in Arabic, Chinese and mixed notation, in texts as reports print them."""

from __future__ import annotations

import pytest

from pipeline.quantities.figures.figure import Figure, FigureText, Passed
from pipeline.quantities.figures.reader import read_figure
from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.scanner import Quantity
from tests.quantities.tables import cases, read

FIGURES = """
    1,234 | 1234
    2000 | 2000
    7 萬 2,848 | 72848
    5 萬 185 人 | 50185 人
    77萬2,280人次 | 772280 人次
    2萬678人 | 20678 人
    13億4,000萬元 | 1340000000 元
    17億1,993萬4千元 | 1719934000 元
    2 萬 5 千劑 | 25000 劑
    400 萬 3 千人次 | 4003000 人次
    3兆0,223億元 | 3022300000000 元
    1.52兆元 | 1520000000000 元
    648.6萬人次 | 6486000 人次
    49.2億元 | 4920000000 元
    1. 8,050人 | 8050 人
    完成率為3/4 | 0.75
    預算新臺幣3億元 | 300000000 元
    美金2.5億 | 250000000 美元
    3成果展 | 3
    12萬5,000元 | 125000 元
    123,14⏎3人 | 123143 人
    8,656⏎人次 | 8656 人次
    77萬⏎2,280人次 | 772280 人次
    2.5萬 | 25000
    總計18,0⏎50人 | 18050 人
    目標值95 | 95
    權數:2 | 2
    3亿2千万元 | 320000000 元
    8,656(人次) | 8656 人次
    5,670 （人） | 5670 人
    25％(19個單位) | 25 %; 19 單位
    共計1,234 人 | 1234 人
    電話325通 | 325 通
    案號數12件 | 12 件
    拾萬元 | 100000 元
    1萬2千人 | 12000 人
    12千元 | 12000 元
    3,500千元 | 3500000 元
    2億3,450萬6,789元 | 234506789 元
    1兆2,345億元 | 1234500000000 元
    １兆２，３４５億元 | 1234500000000 元
    1/3 | 1/3
    5 個單位 | 5 單位
    3,000萬美元 | 30000000 美元
    5.5億歐元 | 550000000 歐元
    500 kWh | 500 kWh
    0 | 0
    總經費12億3,456萬7千元 | 1234567000 元
    共1,234億5,678萬元 | 123456780000 元
    千萬元 | 10000000 元
    ⒈ 5人 | 5 人
    3000萬 | 30000000
    2萬 | 20000
    1千萬 | 10000000
    1億 | 100000000
    12萬3 | 120003
    1兆5,000億 | 1500000000000
    0.5 | 0.5
    .5 | 0.5
    5.0 | 5.0
    5. | 5
    每千人3.2人 | 3.2 人
    2.5兆美元 | 2500000000000 美元
    規模6.4 | 6.4
    100萬噸CO2e | 1000000 噸
    公里數達1,000公⏎里之道路 | 1000 公里
    共24,1⏎00人次 | 24100 人次
    台 9 線改善3處 | 3 處
    ７７萬２，２８０人次 | 772280 人次
    ７７万２，２８０人次 | 772280 人次
    １億１，１９８萬８，１６５元 | 111988165 元
    13 億 4,000 萬 | 1340000000
    17 億 1,993 萬 4 千元 | 1719934000 元
    3 兆 0,223 億 | 3022300000000
    648.6 萬 | 6486000
    3亿5千万元 | 350000000 元
    """
CHINESE = """
    一千萬元 | 10000000 元
    十二人 | 12 人
    一八九四萬四四三六人次 | 18944436 人次
    二．二億元 | 220000000 元
    廿三人 | 23 人
    卅二件 | 32 件
    兩百場次 | 200 場次
    貳仟伍佰萬元整 | 25000000 元
    壹億參仟萬元 | 130000000 元
    三分之二 | 2/3
    半年 | 0.5 年
    兩年半 | 2.5 年
    一個半月 | 1.5 個月
    十月底前完成三場 | 3 場
    完成一場 | 1 場
    唯一一件 | 1 件
    兩萬五千人 | 25000 人
    三千五百件 | 3500 件
    七十萬二千五百零四元 | 702504 元
    參拾萬元 | 300000 元
    陸佰萬元 | 6000000 元
    伍萬元 | 50000 元
    1萬二千人 | 12000 人
    3百萬元 | 3000000 元
    250百萬元 | 250000000 元
    2千5百人 | 2500 人
    五分之一 | 0.2
    兩倍 | 2 倍
    一百二十三萬四千五百六十七元 | 1234567 元
    壹佰貳拾參萬肆仟伍佰陸拾柒元 | 1234567 元
    二十萬零五百人 | 200500 人
    三億零五十萬元 | 300500000 元
    一千零五人 | 1005 人
    十萬零八百元 | 100800 元
    廿五萬人 | 250000 人
    百二十人 | 120 人
    一○八人 | 108 人
    二〇件 | 20 件
    一百○八件 | 108 件
    半小時 | 0.5 小時
    一年半 | 1.5 年
    3個半小時 | 3.5 小時
    五個 | 5 個
    第一線人員20名 | 20 名
    參、辦理3場 | 3 場
    一、10件 | 10 件
    十年來 | 10 年
    九萬 | 90000
    一兆元 | 1000000000000 元
    ⼆⼗五⼈ | 25 人
    兩岸交流2次 | 2 次
    參與人數參佰人 | 300 人
    陸續完成陸件 | 6 件
    參訪參次 | 3 次
    1百萬元 | 1000000 元
    一萬兩千三百四十五人 | 12345 人
    三十七萬五千人次 | 375000 人次
    兩百五十三件 | 253 件
    三項計畫 | 3 項
    四個面向 | 4 面向
    四百公尺 | 400 公尺
    可連續使用三⏎次。 | 3 次
    五千分之一地形圖86 幅 | 86 幅
    陸人次 | 6 人次
    （一）８，６５６人 | 8656 人
    一 千 萬 元 | 10000000 元
    十 二 人 | 12 人
    三 分之 二 | 2/3
    壹万贰仟叁佰元 | 12300 元
    伍拾陆人 | 56 人
    廿五日 | 25 日
    """


@pytest.mark.parametrize(
    ("text", "expected"), cases("figures", FIGURES) + cases("chinese", CHINESE)
)
def test_reads(text: str, expected: str) -> None:
    assert read(text) == expected


KINDS = [
    pytest.param("3.5%", QuantityKind.PERCENT, id="percent"),
    pytest.param("3.5個百分點", QuantityKind.PERCENT_POINT, id="percentage points"),
    pytest.param("三分之一", QuantityKind.FRACTION, id="fraction"),
    pytest.param("3至5人", QuantityKind.RANGE, id="range"),
    pytest.param("3人", QuantityKind.NUMBER, id="number"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: QuantityKind) -> None:
    assert Quantity.parse(text).kind == kind


PASSED = [
    pytest.param("一般", 2, id="word"),
    pytest.param("參與", 2, id="word with a formal digit"),
    pytest.param("半徑", 1, id="half of a word"),
    pytest.param("一案一專人", 3, id="one for each"),
    pytest.param("三級", 1, id="name that ends in a digit"),
    pytest.param("1" * 60 + "萬", 1, id="more digits than a number has"),
]


@pytest.mark.parametrize(("text", "end"), PASSED)
def test_no_figure(text: str, end: int) -> None:
    found = read_figure(FigureText.from_text(text), 0, 0)
    assert isinstance(found, Passed)
    assert found.end >= end


def test_a_figure_knows_its_place() -> None:
    found = read_figure(FigureText.from_text("計8,656人次"), 1, 0)
    assert isinstance(found, Figure)
    assert (found.start, found.end, found.unit) == (1, 8, "人次")
