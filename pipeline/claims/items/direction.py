"""The words about an item -> whether lower is better.

It is told in many ways: by an upper bound, by a word of what nobody wants more of at the end of the
indicator (死亡人數, 平均處理天數), by a mark (▽, 負向指標), by a formula (目標值÷實際值).

>>> is_told_lower("道路交通事故死亡人數"), is_told_lower("交通事故防制宣導場次"), is_told_lower("陳情案件辦結率")
(True, False, False)
>>> is_told_lower("公文平均處理天數"), is_told_lower("志工訓練時數"), is_told_lower("▽漏水率")
(True, False, True)
"""

from __future__ import annotations

from collections.abc import Iterable

import regex

from pipeline.patterns import late
from pipeline.quantities import RAISED_DIGITS

_BRACKETS = regex.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]|[A-Za-z%％‰]+$")
_MARK = regex.compile(
    r"[▽▼↓]|[負逆反]向?指標|望小|(?:越|愈)(?:低|少|小|短)(?:越|愈)(?:好|佳)"
    r"|以(?:低|少|小)為佳"
)
"""Marks and sentences that say it outright."""
_BELOW_IS_MET = regex.compile(
    r"(?<![不未])(?:低於|少於|小於|短於|未超過|未逾)(?:年度|原[定訂]|本年度?)*目標(?:值|數)?[^，。；：]{0,10}"
    r"[，,]?(?:故|因此|業|已|即|並|爰|順利)*(?:達成|達標|達到|符合)"
)
"""低於目標值50件，已達成年度目標: what stands below the target has met it."""
_MISSED = late(r"未(?:能|如期)?達(?:成|到|標)?(?:年度|原[定訂])*(?:目標)?(?![，。；]{0,2}[0-9])")
_MET = late(r"(?<!未)(?:已|皆|均|順利|如期)達(?:成|到|標)|超(?:越|過|出)(?:年度|原[定訂])*目標")
_FORMULA = regex.compile(
    r"""目標值?[^，。；÷/／]{0,8}[÷/／]\s*(?:本年度|年度)?(?:實際|實績|達成)  # 目標值÷實際值
      | (?:\(|（|【|\[)?\s*[2２]\s*[-－–−]\s*[^，。；]{0,4}(?:實際|實績|達成)    # 2－實際值/目標值
      | [1１]\s*[+＋]\s*[(（\[【]\s*目標                                        # 1＋(目標－實際)/目標
      | [1１]\s*[-－–−]\s*[(（\[【]\s*(?:實際|實績)[^，。；]{0,4}[-－–−]\s*目標
    """,
    regex.VERBOSE,
)
_UNWANTED = (
    "死亡", "死傷", "傷亡", "受傷", "傷害", "失能", "罹災", "災害", "職災", "事故", "肇事", "違規", "違失", "違法",
    "申訴", "陳情", "投訴", "客訴", "抱怨", "漏水", "漏氣", "損失", "損耗", "虧損", "線損", "逾期", "逾放", "逾限",
    "積案", "未結", "不良", "缺失", "瑕疵", "錯誤", "誤差", "故障", "當機", "停電", "停水", "中斷", "誤點", "延誤",
    "延遲", "等候", "等待", "退件", "呆帳", "欠稅", "欠費", "負債", "赤字", "賠償", "排放", "污染", "汙染", "超限",
    "超標", "失業", "離職", "流失", "中輟", "輟學", "休學", "退學", "犯罪", "再犯", "刑案", "竊盜", "詐欺", "搶奪",
    "感染", "盛行", "致死", "自殺", "溺水", "火災", "不合格", "不符", "差距", "跌倒", "壓瘡", "壓傷", "不足", "短缺",
    "積欠", "空屋", "閒置", "肥胖", "近視", "齲齒", "吸菸", "檳榔", "失蹤", "失聯", "脫逃", "逃逸", "傷病", "遲延",
    "延宕", "延滯", "滯留", "壅塞", "擁塞", "停機", "停工", "跳電", "斷線", "斷訊", "誤判", "誤報", "損壞", "毀損",
    "破損", "失竊", "遺失", "盜伐", "盜採", "盜獵", "濫墾", "濫伐", "侵占", "病例", "確診", "罹病", "發病", "中毒",
    "併發症", "死產", "早產", "安樂死", "霸凌", "虐待", "家暴", "性侵", "酒駕", "酒後駕車", "超速", "曠課", "曠職",
    "缺勤", "付息", "債務", "舉債", "溢領", "冒領", "敗訴", "外洩", "洩漏", "走私", "垃圾清運", "垃圾產生",
    "廢棄物產生", "空氣品質不良", "結核病發生", "癌症發生", "淹水", "重複用藥", "傳染病發生", "逾期放款",
    "人均用水", "每人每日用水", "每人每日生活用水", "能源耗用", "耗能", "耗電", "能耗", "單位用電", "機關用電",
    "用紙", "懸浮微粒", "PM2.5", "PM10",
)  # fmt: skip
"""What nobody wants more of."""
_LESSENED = ("降低", "減少", "抑制", "減輕")
_WANTED = (
    "防制", "防治", "防範", "防救", "預防", "宣導", "講習", "演練", "訓練", "研習", "教育", "查處", "查獲",
    "查緝", "取締", "稽查", "裁處", "處理", "辦結", "結案", "改善", "協助", "服務", "輔導", "救助", "慰問",
    "追回", "追繳", "徵起", "破獲", "緝獲", "回收", "減量", "降低", "減少", "清理", "清除", "完成", "受理",
    "調處", "調解", "滿意",
)  # fmt: skip
"""What is done about it, of which more is better."""
_PURSUED = (
    "查緝", "查獲", "查處", "取締", "稽查", "裁處", "破獲", "緝獲", "偵破", "防制", "防治", "預防", "清理", "清除",
    "改善", "追回", "追繳", "辦結", "調處", "調解", "救助", "篩檢",
)  # fmt: skip
"""What is done about what is named right behind: 查緝走私件數."""
_MEASURE = (
    r"(?:之|的|年平均|年均|事件|案件|林木|勞工|人員|學生|住民|病人|病患|當年度?|年度|每?[一-十百千萬億]+人口?"
    r"|每[^，。；]{1,6}?|平均|總)*+(?:發生|罹患)?"
    r"(?:人次|人數|件數|案件數|件次|次數|戶數|場數|冊數|班次|案數|例數|家數|起數|天數|日數|時數|時間|分鐘數"
    r"|支出|餘額|材積|比率|比例|密度|濃度|強度|長度|面積|金額|總額|量|率|數|值)*+"
)
"""How much of it there is: the end of the name."""
_LOWER_NAME = regex.compile(
    rf"(?:\L<unwanted>)(?:[、及與或]?\L<unwanted>)*{_MEASURE}$", unwanted=_UNWANTED
)
_NUMBERED_LEGEND = regex.compile(
    r"註\s*(?P<number>[0-9]{1,2})\s*[：:.、]\s*(?:本項|該項|此項)?(?:係|為|屬)*[負逆反]向"
)
"""A numbered note that says so of what refers to it: 註1：屬負向指標."""
_RAISED = str.maketrans("0123456789", RAISED_DIGITS)
_LEGEND = regex.compile(
    r"""
    (?P<mark> [※▽▼▲△◎○●◇◆★☆＊*↓#＃] ) [」』"”]? \s* (?:者|號|標記|註記|符號)*
    [^。；;，,\n]{0,10} (?: [負逆反]向 | (?:越|愈)(?:低|少|小|短)(?:越|愈) | 以(?:低|少|小)為佳 )
    """,
    regex.VERBOSE,
)
"""A note that tells which mark stands before what is better lower: 標示※者為逆向指標."""
_TAKES_TIME = regex.compile(
    r"(?:天數|日數|工作天|時間|時程|時效|時限|耗時|工時|成本|費用率|用人費率?)(?:\(|（|$)"
)
_OF_A_TABLE = regex.compile(
    r"(?:(?:歷|各|分)(?:年度?|次|[季月期區]|單位|縣市|機關)別?)*(?:目標)?(?:達成|執行|辦理|控制|統計|比較)?"
    r"(?:情形|概況|一覽表?|[統計比較]+表)$"
)
"""How the title of a table ends that is named for what it measures: 公文逾期率歷年達成情形."""
_LEADS_UP = regex.compile(
    r"^(?:[0-9]{2,3}年度?|[本當]年度|年度|全年度?|有關|就|辦理|推動)*|(?:之|的)?(?:預算|年度|累計|實績|部分|而言|方面)*$"
)
"""What may stand about a name in running text: 113年度停機時數實績."""
_HOURS_TAKEN = regex.compile(
    r"(?:平均|每件)[^，。；]{0,4}(?:辦理|處理|審[理查核]|等候|作業|修復|回應)時數$"
)
_TIME_GIVEN = (
    "時數",
    "訓練",
    "研習",
    "培訓",
    "課程",
    "服務時",
    "開放",
    "播出",
    "使用時間",
    "志工",
    "運轉",
)
"""Words for time that is given rather than taken: more of it is better."""


def find_marks(text: str) -> frozenset[str]:
    """Return the marks that a note says to stand for lower is better.

    >>> find_marks("註：標示※者為逆向指標。"), find_marks("※本表為初步統計，★表示達成。")
    (frozenset({'※'}), frozenset())
    """
    marks = {match["mark"] for match in _LEGEND.finditer(text)}
    for match in _NUMBERED_LEGEND.finditer(text):
        raised = match["number"].translate(_RAISED)
        marks |= {f"註{match['number']}", f"註{raised}"}
    return frozenset(marks)


def bears_mark(name: str, marks: frozenset[str]) -> bool:
    """Tell whether a name bears one of the marks, and no longer one: 註1 is none of 註12."""
    return any(mark in name and not name.partition(mark)[2][:1].isdigit() for mark in marks)


def is_met_below(analysis: str) -> bool:
    """Tell whether the text says that the target was met by staying below it.

    >>> is_met_below("低於目標值50件，已達成年度目標。"), is_met_below("低於目標值50件，未達成。")
    (True, False)
    """
    return "目標" in analysis and _BELOW_IS_MET.search(analysis) is not None


def is_missed(analysis: str) -> bool:
    """Tell whether the text says no more than that the target was missed.

    >>> is_missed("低於目標值50件，未達成。"), is_missed("未達成者僅1項，餘已達成年度目標。")
    (True, False)
    """
    return _MISSED.search(analysis) is not None and _MET.search(analysis) is None


def is_marked_lower(names: Iterable[str], standard: str, marks: frozenset[str]) -> bool:
    """Tell whether a mark on one of the names, or a formula, says that lower is better.

    >>> is_marked_lower(["▽漏水率"], "", frozenset()), is_marked_lower(["漏水率"], "", frozenset())
    (True, False)
    """
    return bool(_FORMULA.search(standard)) or any(
        _MARK.search(name) or bears_mark(name, marks) for name in names
    )


def is_told_lower(name: str, standard: str = "") -> bool:
    """Tell whether the name of an item, or how it is measured, says that lower is better."""
    if _MARK.search(name) or _MARK.search(standard) or _FORMULA.search(standard):
        return True
    bare = _BRACKETS.sub("", "".join(name.split())).rstrip("：:。，、")
    bare = _LEADS_UP.sub("", _OF_A_TABLE.sub("", bare))
    match = _LOWER_NAME.search(bare)
    if match is not None:
        before = bare[: match.start()]
        none_wanted = any(word in before[-4:] for word in ("無", "零")) or before.endswith(_PURSUED)
        # 降低死亡人數 is measured by those who died, 減少碳排放量 by what is saved.
        saved = bare[-1] in "量額" and any(word in before for word in _LESSENED)
        return not (none_wanted or saved) and not any(
            word in bare[match.start() :] for word in _WANTED
        )
    if bare.endswith("上限") and not any(word in bare for word in ("提高", "調高", "放寬")):
        return True
    if _HOURS_TAKEN.search(bare):
        return True
    return bool(_TAKES_TIME.search(bare)) and not any(word in bare for word in _TIME_GIVEN)
