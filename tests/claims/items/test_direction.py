"""Whether the words about an item say that lower is better."""

import pytest

from pipeline.claims.items.direction import find_marks, is_met_below, is_told_lower

LOWER = [
    "道路交通事故死亡人數", "A1類交通事故死亡人數", "職業災害死亡百萬人率", "公文平均處理天數", "超編比率上限", "自來水漏水率", "逾期案件數", "民眾陳情案件數",
    "線損率", "列管污染場址超標率", "▽平均停電時間", "申訴案件數", "公務車輛用人費率", "中輟率", "住民跌倒發生率", "平均等候時間",
    "圖書遺失冊數", "逾期放款比率", "淹水面積", "重複用藥率", "盜伐林木材積", "登革熱本土病例數", "儀器故障停機時數", "遲延案件數", "盜伐案件", "展品損壞件數", "登記案件平均辦理時數", "債務付息支出", "動物收容安樂死率",
    "公文逾期率歷年達成情形", "113年度遲延案件數實績", "公害陳情案件之預算", "每人每日垃圾清運量", "結核病發生率", "漏水率各縣市統計表",
    "海難死亡失蹤人數", "逆指標：客訴件數", "降低事故死亡人數", "減少民眾申訴案件數", "失業率", "火災發生件數", "平均每戶停電時間(分鐘)",
    "細懸浮微粒(PM2.5)年平均濃度", "人均用水量(公升/人日)", "河川嚴重污染長度比率", "單位用電強度", "PM10濃度",
]  # fmt: skip
NOT_LOWER = [
    "交通事故防制宣導場次", "陳情案件辦結率", "違規稽查件數", "志工服務時數", "災害防救演練場次", "逾期放款追回金額", "火災預防宣導人次",
    "減少碳排放量", "降低溫室氣體排放量", "無災害工時數", "漏水改善件數", "污染場址改善完成數", "失業者職業訓練人數", "申訴案件滿意度", "訓練時數", "不良馬達回收數", "開放時間", "農產品合格率",
    "再生水用水量", "綠電使用度數", "污染整治面積", "耗能設備汰換數", "逾期放款催收件數",
    "淹水改善面積", "淹水潛勢圖更新冊數", "查緝走私件數", "取締酒駕件數", "走私查緝件數", "家暴宣導場次", "債務協商成立件數", "病例通報率", "中毒案件調查完成率", "垃圾清運車輛數",
    "災害防救執行情形", "失業者收容輔導情形", "平均每人訓練時數", "查獲盜採案件數",
    "提高貸款額度上限", "事故處理教育訓練場次", "死亡給付核發件數之處理率",
]  # fmt: skip
FORMULAS = [
    pytest.param("指標", "達成率＝目標值÷實際值×100%", True, id="turned-quotient"),
    pytest.param("指標", "（2－實際值/目標值）×100%", True, id="two-minus"),
    pytest.param("指標", "1＋（目標值－實際值）／目標值", True, id="one-plus"),
    pytest.param("指標", "實際值÷目標值×100%", False, id="quotient"),
    pytest.param("指標", "本指標愈低愈佳", True, id="said-outright"),
]


@pytest.mark.parametrize("name", LOWER)
def test_lower_is_better(name: str) -> None:
    assert is_told_lower(name)


@pytest.mark.parametrize("name", NOT_LOWER)
def test_lower_is_not_better(name: str) -> None:
    assert not is_told_lower(name)


@pytest.mark.parametrize(("name", "standard", "expected"), FORMULAS)
def test_how_it_is_measured(name: str, standard: str, expected: bool) -> None:
    assert is_told_lower(name, standard) is expected


MET_BELOW = [
    pytest.param("低於目標值50件，已達成年度目標。", True, id="below"),
    pytest.param("死亡人數40人，低於年度目標值，達成目標。", True, id="in-the-sentence"),
    pytest.param("未逾目標值5日，順利達成。", True, id="not-above"),
    pytest.param("低於目標值50件，未達成。", False, id="missed"),
    pytest.param("執行率低於目標值，將檢討改進。", False, id="a-shortfall"),
    pytest.param("低於去年，已達成年度目標。", False, id="below-last-year"),
    pytest.param("不低於目標值，已達成。", False, id="not-below"),
]


@pytest.mark.parametrize(("analysis", "met"), MET_BELOW)
def test_met_below(analysis: str, met: bool) -> None:
    assert is_met_below(analysis) is met


MARKS = [
    pytest.param("標示※者為逆向指標，達成率＝目標值÷實績值×100%。", {"※"}, id="marked"),
    pytest.param("註：「▼」表示愈低愈佳之指標。", {"▼"}, id="the-lower-the-better"),
    pytest.param("有◎者係負向指標；★表示達成", {"◎"}, id="of-two-marks"),
    pytest.param(
        "註1：屬負向指標，實績愈低愈佳。\n註2：本項為初步統計。", {"註1", "註¹"}, id="numbered"
    ),
    pytest.param("註1：除負向指標外，以實績除以目標。", set(), id="numbered-of-others"),
    pytest.param("※達成率以四捨五入計算。", set(), id="opens-a-note"),
    pytest.param("★表示達成，▲表示未達成。", set(), id="lights"),
    pytest.param(
        "※本表所列指標，除負向指標外，均以實績值除以目標值計算。", set(), id="in-the-note"
    ),
]


@pytest.mark.parametrize(("note", "marks"), MARKS)
def test_marks_of_what_is_better_lower(note: str, marks: set[str]) -> None:
    assert find_marks(note) == marks
