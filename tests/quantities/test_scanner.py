"""What is read from a text as a quantity, with unit and bound, and what is left alone.

The tables hold one case to a line: the text and behind the bar what is read from it, one quantity
after the other, as ``bound value unit`` (a range as ``low..high``). ⏎ is a line break. The table
NOTHING names the kinds of what looks like a figure, or a dash where nothing is found at all.
"""

from __future__ import annotations

import json
import time
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.quantities.kinds import QuantityKind
from pipeline.quantities.scanner import Quantity, QuantityError, find, find_in_paragraphs
from pipeline.quantities.units import same_counter

PROJECT = Path(__file__).parents[1].parent

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
PERCENTS = """
    14.1% | 14.1 %
    14.1 ％ | 14.1 %
    14.1﹪ | 14.1 %
    百分之二十 | 20 %
    百分之3 | 3 %
    百分之三點五 | 3.5 %
    7成 | 70 %
    兩成五 | 25 %
    7成5 | 75 %
    0.3‰ | 0.03 %
    千分之三 | 0.3 %
    1.23個百分點 | 1.23 百分點
    3.97.5% | 97.5 %
    2.15% | 2.15 %
    103106年度平均5.2% | 5.2 %
    103-105年平均12.5% | 12.5 %
    較去（104）年增加12% | 12 %
    高達98.7% | 98.7 %
    8折優惠 | 80 %
    85折 | 85 %
    97.5⏎％ | 97.5 %
    優於目標值2.5個百分點 | 2.5 百分點
    目標值：95% | 95 %
    ０．５％ | 0.5 %
    １０５年度達成率１０８．５％ | 108.5 %
    七成五 | 75 %
    百分之95.5 | 95.5 %
    萬分之五 | 0.05 %
    下降2.1個百分點 | 2.1 百分點
    九成九 | 99 %
    一成 | 10 %
    十成 | 100 %
    100% | 100 %
    0% | 0 %
    0.00% | 0.00 %
    完成第1期工程，進度超前6%。 | 6 %
    達成度=100% | 100 %
    權重20% | 20 %
    占全體之12.34% | 12.34 %
    IPv6普及率45% | 45 %
    2030年減碳50% | 50 %
    幾乎100% | 100 %
    百分百 | 100 %
    百分之百 | 100 %
    百分之一百零五 | 105 %
    百分之○點五 | 0.5 %
    千分之3.5 | 0.35 %
    5.5‰ | 0.55 %
    負成長3.2% | 3.2 %
    5%。 | 5 %
    105年底前達成80% | 80 %
    0.1% | 0.1 %
    99.99％ | 99.99 %
    100.00% | 100.00 %
    110.5 ﹪ | 110.5 %
    百分之0.5 | 0.5 %
    百分之一百 | 100 %
    千分之一點五 | 0.15 %
    2.1百分點 | 2.1 百分點
    （＋１５．９％） | 15.9 %
    百分之 二十 | 20 %
    百分之 3 | 3 %
    7 成 | 70 %
    1.23 個百分點 | 1.23 百分點
    二 成 | 20 %
    3个百分点 | 3 百分點
    """
UNITS = """
    ８，６５６人 | 8656 人
    增加2.33倍 | 2.33 倍
    1.08倍 | 1.08 倍
    1、25張 | 25 張
    ①25張 | 25 張
    ㈠3場 | 3 場
    訪視人數8,050人，達成率 | 8050 人
    432場次便民行動服務 | 432 場次
    9,000人 | 9000 人
    200場次法令宣導課程 | 200 場次
    連續8年 | 8 年
    等6個國家正面回應 | 6 國家
    2座外人快速閘門 | 2 座
    19個單位 | 19 單位
    99年度85件 | 85 件
    自101年起辦理3場 | 3 場
    NT$5,000 | 5000 元
    1,500公噸CO2e | 1500 公噸
    PM2.5濃度15微克 | 15 微克
    簽約3件 | 3 件
    附近5公里 | 5 公里
    屆滿10年 | 10 年
    多達30件 | 30 件
    2.5個月 | 2.5 個月
    成立5年 | 5 年
    各類3D列印5場 | 5 場
    COVID-19疫苗2劑 | 2 劑
    前3名 | 3 名
    5件/月 | 5 件/月
    60公里/小時 | 60 公里/小時
    25℃ | 25 ℃
    1.5公頃土地 | 1.5 公頃
    查獲毒品1,234.5公斤 | 1234.5 公斤
    縮短為7日 | 7 日
    滿意度85分 | 85 分
    超越目標值12,361人 | 12361 人
    1級 | 1 級
    5G基地台3座 | 3 座
    5個 | 5 個
    3個國家(地區) | 3 國家
    3個工作天 | 3 工作天
    12個縣市政府 | 12 縣市
    22縣市 | 22 縣市
    6個機關(構) | 6 機關
    2個案件 | 2 案件
    1個專案 | 1 專案
    ３個月 | 3 個月
    15家次 | 15 家次
    5隊次 | 5 隊次
    20班次 | 20 班次
    30架次 | 30 架次
    2艘 | 2 艘
    3輛 | 3 輛
    5,000戶 | 5000 戶
    12,345公噸 | 12345 公噸
    2.5公頃 | 2.5 公頃
    1,234平方公尺 | 1234 平方公尺
    100坪 | 100 坪
    5公里路段 | 5 公里
    3處據點 | 3 處
    8項措施 | 8 項
    3項目標 | 3 項
    4案 | 4 案
    2種語言 | 2 種
    12則新聞稿 | 12 則
    3篇論文 | 3 篇
    2冊 | 2 冊
    5,000份文宣 | 5000 份
    15支影片 | 15 支
    10部 | 10 部
    7,000株 | 7000 株
    3組團隊 | 3 組
    2隊 | 2 隊
    6所學校 | 6 所
    3校 | 3 校
    5班 | 5 班
    10間教室 | 10 間
    4棟 | 4 棟
    30床 | 30 床
    1,200劑 | 1200 劑
    5梯次 | 5 梯次
    3期工程 | 3 期
    24小時 | 24 小時
    30分鐘 | 30 分鐘
    0.5秒 | 0.5 秒
    100毫秒 | 100 毫秒
    2週 | 2 週
    3季 | 3 季
    5天 | 5 天
    1日 | 1 日
    30工作天 | 30 工作天
    5歲 | 5 歲
    12度 | 12 度
    120kg | 120 kg
    5km | 5 km
    3.2MW | 3.2 MW
    10GB | 10 GB
    15ppm | 15 ppm
    3L | 3 L
    0件 | 0 件
    零件3件 | 3 件
    105年1至6月受理300件 | 300 件
    約增1,500人 | 1500 人
    每公頃產量3,500公斤 | 3500 公斤
    E政府、M化2項 | 2 項
    H1N1疫苗3劑 | 3 劑
    ISO27001認證2張 | 2 張
    1)5場 | 5 場
    附表5所列8項 | 8 項
    統計表3份 | 3 份
    發表3篇 | 3 篇
    代表5人 | 5 人
    4G基地臺500座 | 500 座
    108課綱新增3科 | 3 科
    100公尺 | 100 公尺
    10年計畫 | 10 年
    近10年 | 10 年
    過去5年 | 5 年
    5年期公債 | 5 年
    8,050⼈ | 8050 人
    12,345.67元 | 12345.67 元
    本（105）年度計5件 | 5 件
    今年(105年)計5件 | 5 件
    105年1-6月計5件 | 5 件
    於105.09.01完成3項 | 3 項
    第3季累計12場 | 12 場
    每季1次 | 1 次
    平均10.5分鐘 | 10.5 分鐘
    3年期計畫 | 3 年
    分3年執行 | 3 年
    達2倍 | 2 倍
    雙北2市 | 2 市
    12項指標 | 12 項
    25項目標 | 25 項
    3次/年 | 3 次/年
    2,345,678人 | 2345678 人
    2345678人 | 2345678 人
    12，345人 | 12345 人
    １２，３４５人 | 12345 人
    滿分100分 | 100 分
    85.6分 | 85.6 分
    4.5顆星 | 4.5 顆星
    5級分 | 5 級分
    3票 | 3 票
    5席 | 5 席
    10口 | 10 口
    15艘次 | 15 艘次
    20架次 | 20 架次
    30車次 | 30 車次
    8輛次 | 8 輛次
    6戶次 | 6 戶次
    5校次 | 5 校次
    3件次 | 3 件次
    12批次 | 12 批次
    7梯次 | 7 梯次
    40人次/日 | 40 人次/日
    2公噸/日 | 2 公噸/日
    15元/公斤 | 15 元/公斤
    3.5毫克/公升 | 3.5 毫克/公升
    1,000坪 | 1000 坪
    3甲地 | 3 甲
    5.2級地震 | 5.2 級
    北緯23.5度 | 23.5 度
    38.5℃ | 38.5 ℃
    220V | 220 V
    500W | 500 W
    12.5Mbps | 12.5 Mbps
    1Gbps | 1 Gbps
    B型肝炎2例 | 2 例
    F-16戰機2架 | 2 架
    CO2排放量100公噸 | 100 公噸
    尚不足10件 | 10 件
    13500000000元 | 13500000000 元
    １．１０秒 | 1.10 秒
    增加两倍 | 2 倍
    """
BOUNDS = """
    逾5成 | >= 50 %
    五成以上 | >= 50 %
    100次以上 | >= 100 次
    10秒內 | <= 10 秒
    10日以內完成 | <= 10 日
    5%以下 | <= 5 %
    至少5件 | >= 5 件
    未達80分 | <= 80 分
    不超過3% | <= 3 %
    不得低於 90 % | >= 90 %
    獲4國以上正面回應 | >= 4 國
    與3個以上國家完成簽署 | >= 3 個
    3個月內 | <= 3 個月
    35μg/m3以下 | <= 35 μg/m3
    105年12月底前達95%以上 | >= 95 %
    (≧95%) | >= 95 %
    ＞95％ | >= 95 %
    ≤3天 | <= 3 天
    95%(含)以上 | >= 95 %
    100人(含)以上 | >= 100 人
    達 95% 以上 | >= 95 %
    滿20歲 | >= 20 歲
    未滿18歲 | <= 18 歲
    5°C以上 | >= 5 °C
    1年內 | <= 1 年
    60分以上 | >= 60 分
    提升至少2百分點 | >= 2 百分點
    不到1成 | <= 10 %
    超過200場 | >= 200 場
    达成率为95％以上 | >= 95 %
    七成以上 | >= 70 %
    百分之九十五以上 | >= 95 %
    成長1.5倍以上 | >= 1.5 倍
    0.5個百分點以內 | <= 0.5 百分點
    滿意度達85%以上 | >= 85 %
    不少於20場 | >= 20 場
    最少10次 | >= 10 次
    最高50萬元 | <= 500000 元
    最多3次 | <= 3 次
    低於1% | <= 1 %
    少於5件 | <= 5 件
    高於90% | >= 90 %
    多於3件 | >= 3 件
    大於等於90 | >= 90
    小於10 | <= 10
    不逾30日 | <= 30 日
    逾300件 | >= 300 件
    突破100萬人次 | >= 1000000 人次
    超過1億元 | >= 100000000 元
    不足100人 | <= 100 人
    未滿6歲 | <= 6 歲
    5人以下 | <= 5 人
    5人以內 | <= 5 人
    3日之內 | <= 3 日
    2公里內 | <= 2 公里
    逾2萬餘人 | >= 20000 人
    至少達95% | >= 95 %
    應達100次以上 | >= 100 次
    達成率100%以上 | >= 100 %
    以不超過5%為限 | <= 5 %
    控制於3%以下 | <= 3 %
    8個月以上 | >= 8 個月
    三分之二以上同意 | >= 2/3
    1/2以上出席 | >= 0.5
    4年內 | <= 4 年
    滿3年 | >= 3 年
    5年以上 | >= 5 年
    ≥100 | >= 100
    <=5% | <= 5 %
    > 95 % | >= 95 %
    不得逾3% | <= 3 %
    未逾30日 | <= 30 日
    不滿3個月 | <= 3 個月
    逹100次以上 | >= 100 次
    平均等候時間小於10分鐘 | <= 10 分鐘
    1.5倍以上 | >= 1.5 倍
    100件/月以上 | >= 100 件/月
    3個百分點以上 | >= 3 百分點
    10分以上 | >= 10 分
    千人以上 | >= 1000 人
    逾千人 | >= 1000 人
    逾百場 | >= 100 場
    １００次以上 | >= 100 次
    逾 5 成 | >= 50 %
    超过200场 | >= 200 场
    不超过3％ | <= 3 %
    至少5个单位 | >= 5 单位
    百分之二十五以上 | >= 25 %
    10秒内 | <= 10 秒
    未满18岁 | <= 18 岁
    """
ABOUT = """
    約近300人 | ~ 300 人
    241 萬餘人 | ~ 2410000 人
    76萬5千餘人 | ~ 765000 人
    500餘萬元 | ~ 5000000 元
    約3萬人次 | ~ 30000 人次
    十餘件 | ~ 10 件
    百餘人 | ~ 100 人
    近百人 | ~ 100 人
    三百多人 | ~ 300 人
    約計1億2千萬元 | ~ 120000000 元
    约3万人次 | ~ 30000 人次
    萬餘人 | ~ 10000 人
    3.5億餘元 | ~ 350000000 元
    1.2萬餘件 | ~ 12000 件
    約1.2萬件 | ~ 12000 件
    近5成 | ~ 50 %
    將近八成 | ~ 80 %
    20%左右 | ~ 20 %
    300人上下 | ~ 300 人
    大約50件 | ~ 50 件
    約為3億元 | ~ 300000000 元
    約計50場 | ~ 50 場
    將近200人 | ~ 200 人
    接近100% | ~ 100 %
    卅餘件 | ~ 30 件
    一百二十餘人 | ~ 120 人
    四十多場 | ~ 40 場
    增加近3成 | ~ 30 %
    減少約1成5 | ~ 15 %
    約占 3 成 | ~ 30 %
    5百餘件 | ~ 500 件
    1千2百餘件 | ~ 1200 件
    3萬5千多人 | ~ 35000 人
    二千餘人 | ~ 2000 人
    近千件 | ~ 1000 件
    售圖數達241 萬⏎餘幅 | ~ 2410000 幅
    約占3成 | ~ 30 %
    約３００人 | ~ 300 人
    241 萬餘 | ~ 2410000
    76 萬 5 千餘人 | ~ 765000 人
    500 餘 萬元 | ~ 5000000 元
    约占三成 | ~ 30 %
    1万余人 | ~ 10000 人
    二十余件 | ~ 20 件
    十幾件 | ~ 10 件
    20來人 | ~ 20 人
    12萬多人 | ~ 120000 人
    40多件 | ~ 40 件
    三成左右 | ~ 30 %
    50%上下 | ~ 50 %
    """
RANGES = """
    95.58%至119.38% | 95.58..119.38 %
    2%~3% | 2..3 %
    3-5人 | 3..5 人
    3至5名 | 3..5 名
    2至3萬人 | 20000..30000 人
    二三十人 | 20..30 人
    兩三天 | 2..3 天
    三十至四十人 | 30..40 人
    三至五人 | 3..5 人
    5成至6成 | 50..60 %
    5至6成 | 50..60 %
    1,000至1萬人 | 1000..10000 人
    30日至45日 | 30..45 日
    三成至四成 | 30..40 %
    百分之二點五至百分之三點五 | 2.5..3.5 %
    95～100% | 95..100 %
    95%－100% | 95..100 %
    3人至5人 | 3..5 人
    1,000～2,000人次 | 1000..2000 人次
    ３～５天 | 3..5 天
    5到10件 | 5..10 件
    三到五成 | 30..50 %
    1-2公里 | 1..2 公里
    2年至3年 | 2..3 年
    介於60分與80分之間 | 60..80 分
    10億元至15億元 | 1000000000..1500000000 元
    10至15億元 | 1000000000..1500000000 元
    十至十五億元 | 1000000000..1500000000 元
    10萬至15萬人 | 100000..150000 人
    2,000至3,000萬元 | 20000000..30000000 元
    五六十人 | 50..60 人
    七八成 | 70..80 %
    25-44歲 | 25..44 歲
    2.5至3倍 | 2.5..3 倍
    3至5年 | 3..5 年
    2-3次 | 2..3 次
    一至二次 | 1..2 次
    5~10% | 5..10 %
    介於5%與10%之間 | 5..10 %
    5%-10%間 | 5..10 %
    ９５．５８％至１１９．３８％ | 95.58..119.38 %
    ２～３％ | 2..3 %
    3 - 5 | 3..5
    2 % ~ 3 % | 2..3 %
    2 至 3 萬人 | 20000..30000 人
    2万至3万人次 | 20000..30000 人次
    0.5至1.5公里 | 0.5..1.5 公里
    5%~10%以上 | >= 5..10 %
    """
SIGNS = """
    －9 | -9
    -4.79% | -4.79 %
    △3 | -3
    (+15.9%) | 15.9 %
    (一)8,656人 | 8656 人
    (25%) | 25 %
    -3.5個百分點 | -3.5 百分點
    (權數:2) | 2
    (十二)25人 | 25 人
    負3.2% | -3.2 %
    -0.5% | -0.5 %
    −0.5% | -0.5 %
    －０．５％ | -0.5 %
    △1,234 | -1234
    (1,234) | -1234
    +5人 | 5 人
    ±3% | 3 %
    (cid:123)5人 | 5 人
    ±5% | 5 %
    成長率為負2.3% | -2.3 %
    減少△12.3% | -12.3 %
    －1,234元 | -1234 元
    負10度 | -10 度
    －４．７９％ | -4.79 %
    """
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

TABLES = {
    "figures": FIGURES, "chinese": CHINESE, "percents": PERCENTS, "units": UNITS, "bounds": BOUNDS,
    "about": ABOUT, "ranges": RANGES, "signs": SIGNS, "sentences": SENTENCES,
}  # fmt: skip


def _cases(name: str, table: str) -> list[object]:
    """Make a parameter of each line of a table; the id is the table and the number of the line."""
    rows = (line.rpartition(" | ") for line in table.strip("\n").splitlines() if " | " in line)
    return [
        pytest.param(
            text.removeprefix("    ").replace("⏎", "\n"), expected.strip(), id=f"{name}-{number}"
        )
        for number, (text, _, expected) in enumerate(rows, 1)
    ]


def _shown(item: Quantity) -> str:
    """Write a quantity as the tables do."""
    bound = "" if item.bound == "=" else f"{item.bound} "
    value = (
        _number(item.value) if item.high is None else f"{_number(item.value)}..{_number(item.high)}"
    )
    return f"{bound}{value} {item.unit}".strip()


def _number(value: Decimal | Fraction) -> str:
    return str(value) if isinstance(value, Fraction) else f"{value:f}"


@pytest.mark.parametrize(
    ("text", "expected"), [case for name, table in TABLES.items() for case in _cases(name, table)]
)
def test_reads(text: str, expected: str) -> None:
    assert "; ".join(_shown(item) for item in find(text) if item.is_quantity) == expected


@pytest.mark.parametrize(("text", "kinds"), _cases("nothing", NOTHING))
def test_leaves_alone(text: str, kinds: str) -> None:
    found = find(text)
    assert [item.text for item in found if item.is_quantity] == []
    assert (" ".join(item.kind for item in found) or "-") == kinds


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


INTERVALS = [
    pytest.param("8,656人", "8656", "8656", id="count"),
    pytest.param("2萬678人", "20678", "20678", id="count in mixed notation"),
    pytest.param("10萬8,920", "108920", "108920", id="count without unit"),
    pytest.param("14.1%", "14.05", "14.15", id="measured percentage"),
    pytest.param("108%", "107.5", "108.5", id="whole percentage"),
    pytest.param("2.50公里", "2.495", "2.505", id="measured decimal"),
    pytest.param("2.5萬人", "24500", "25500", id="two figures before ten thousand"),
    pytest.param("2萬人", "15000", "25000", id="bare ten thousands"),
    pytest.param("17億1,993萬4千元", "1719933500", "1719934500", id="thousands"),
    pytest.param("三千五百件", "3500", "3500", id="Chinese count"),
    pytest.param("約300人", "250", "350", id="about"),
    pytest.param("近300人", "250", "350", id="nearly"),
    pytest.param("約1,245人", "1244.5", "1245.5", id="about, to the last place"),
    pytest.param("241萬餘", "2405000", "2420000", id="a little more than"),
    pytest.param("十餘件", "9.5", "20", id="some more than ten"),
    pytest.param("300餘人", "299.5", "400", id="some more than three hundred"),
    pytest.param("500餘萬元", "4995000", "6000000", id="some more, before the unit"),
    pytest.param("7成", "65", "75", id="tenths"),
    pytest.param("7成5", "74.5", "75.5", id="tenths and a half"),
    pytest.param("100次以上", "100", "100", id="a bound is exact"),
    pytest.param("3至5人", "3", "5", id="range"),
    pytest.param("1/3", "1/3", "1/3", id="fraction"),
    pytest.param("105年", "105", "105", id="no quantity"),
]


@pytest.mark.parametrize(("text", "low", "high"), INTERVALS)
def test_interval_holds_what_would_be_printed_so(text: str, low: str, high: str) -> None:
    assert find(text)[0].interval == (Fraction(low), Fraction(high))


DECIMALS = [
    pytest.param("98.5%", 1, id="one"),
    pytest.param("25.50%", 2, id="trailing nought"),
    pytest.param("8,656人", 0, id="none"),
    pytest.param("2.5萬人", -3, id="short for thousands"),
    pytest.param("2萬人", -4, id="short for ten thousands"),
    pytest.param("2萬678人", 0, id="written out"),
    pytest.param("7成", -1, id="tenths"),
    pytest.param("0.35‰", 3, id="per mille"),
]


@pytest.mark.parametrize(("text", "decimals"), DECIMALS)
def test_printed_decimals(text: str, decimals: int) -> None:
    assert find(text)[0].decimals == decimals


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


CELLS = [
    pytest.param(["1.10秒", "2.15%", "3.97.5%"], ["10 秒", "15 %", "97.5 %"], id="all glued"),
    pytest.param(["1. 8,050人", "2. 3.5％"], ["8050 人", "3.5 %"], id="spaced"),
    pytest.param(["1.8,050人", "2.3.5％"], ["8050 人", "3.5 %"], id="glued to a grouped figure"),
    pytest.param(["2.15%"], ["2.15 %"], id="alone it is a figure"),
    pytest.param(["3.97.5%"], ["97.5 %"], id="alone it can be nothing else"),
    pytest.param(["4.24100人次"], ["24100 人次"], id="no decimals of persons"),
    pytest.param(["3.97.5%", "4.24100人次"], ["97.5 %", "24100 人次"], id="run cut by a page"),
    pytest.param(["1.5公里", "路面平整"], ["1.5 公里", ""], id="no second item"),
    pytest.param(["2.5%", "7.5%"], ["2.5 %", "7.5 %"], id="no run"),
    pytest.param(["1.5場", "說明", "2.6場"], ["5 場", "", "6 場"], id="continued between"),
    pytest.param(
        ["1.3件", "2.4件", "1.5件", "2.6件"], ["3 件", "4 件", "5 件", "6 件"], id="two runs"
    ),
    pytest.param(["(一)8,656人", "(二)15%"], ["8656 人", "15 %"], id="Chinese in brackets"),
    pytest.param(["一、10件", "二、20件"], ["10 件", "20 件"], id="Chinese"),
    pytest.param(["1、25張", "2、30張"], ["25 張", "30 張"], id="enumeration comma"),
    pytest.param(["①25張", "㈡30張"], ["25 張", "30 張"], id="circled"),
]


@pytest.mark.parametrize(("paragraphs", "expected"), CELLS)
def test_list_numbers_are_told_by_their_run(paragraphs: list[str], expected: list[str]) -> None:
    found = find_in_paragraphs(paragraphs)
    assert [
        "; ".join(_shown(item) for item in items if item.is_quantity) for items in found
    ] == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"), [case for case in CELLS if case.id != "alone it is a figure"]
)
def test_runs_are_told_over_the_lines_of_a_text(paragraphs: list[str], expected: list[str]) -> None:
    found = find("\n".join(paragraphs))
    assert "; ".join(_shown(item) for item in found if item.is_quantity) == "; ".join(
        filter(None, expected)
    )


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
    read = [_shown(item) for item in found if item.is_quantity]
    assert len(read) == 114
    assert {
        "772280 人次",
        "108920 人次",
        "20678 人",
        "~ 300 人",
        "<= 10 秒",
        ">= 4 國",
        "97.5 %",
    } <= set(read)
    assert {item.text for item in found if not item.is_quantity} >= set(FALSE_FRIENDS)
    assert all(item.unit or item.text in ("19", "74", "0.25") for item in found if item.is_quantity)


SAME = [
    ("場", "場次"),
    ("人", "人次"),
    ("國", "國家"),
    ("國家", "個國家"),
    ("日", "天"),
    ("個單位", "單位"),
    ("", ""),
]
NOT_SAME = [("人", "件"), ("個月", "個"), ("", "人"), ("%", "百分點"), ("元", "人")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_counter(one: str, other: str) -> None:
    assert same_counter(one, other)
    assert same_counter(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_other_counter(one: str, other: str) -> None:
    assert not same_counter(one, other)


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
