"""A header text -> its bare word, what stands in brackets beside it, and the word's tokens by kind.

The words are ordered by what they do in a header: some say when, some whether a figure was planned or
reached, some what is told. A new word is a new entry here; what a sequence of kinds means is in
`header_grammar`.

>>> [str(token.kind) for token in split_tokens("修正後目標值")]
['revised', 'goal', 'value']
>>> split_tokens("主辦廠商") is None
True
>>> strip_header("達成率(%)C=B/A×100%")
BareHeader(word='達成率', brackets=('%',), letters='C', formula=('B', 'A'))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

import regex

from pipeline.patterns import late


class Kind(StrEnum):
    """What a word does in a header."""

    YEAR = "year"
    PERIOD = "period"
    PART = "part of the year"
    WHOLE = "whole year"
    CUMULATIVE = "cumulative"
    LAST = "earlier"
    NEXT = "later"
    ORIGINAL = "original"
    REVISED = "revised"
    PLANNED = "planned"
    DONE = "done"
    TOPIC = "topic"
    ASSESS = "assess"
    AND = "and"
    GOAL = "goal"
    AIM = "aim"
    PLAN = "plan"
    INDEX = "index"
    ITEM = "item"
    VALUE = "value"
    RECORD = "record"
    RESULT = "result"
    BUDGET = "budget"
    ACCOUNT = "account"
    RATE = "rate"
    DIFFERENCE = "difference"
    TEXT = "text"
    STATE = "state"
    STANDARD = "standard"
    WEIGHT = "weight"
    SCORE = "score"
    REVIEW = "review"
    LIGHT = "light"
    UNIT = "unit"
    NUMBER = "number"
    REMARK = "remark"
    OFFICE = "office"
    BASE = "base"


WORDS: Mapping[Kind, tuple[str, ...]] = {
    # When.
    Kind.PERIOD: (
        "年度", "本年度", "本年", "當年度", "當年", "今年", "今年度", "年", "本期", "當期", "期間", "期末",
        "該年度", "年終", "年底", "底", "之", "的", "各", "期",
    ),
    Kind.PART: (
        "上半年度", "下半年度", "上半年", "下半年", "半年", "各季", "季", "月份", "月", "當月", "本月",
        "每月", "當季", "本季", "期中", "各月",
    ),
    Kind.WHOLE: ("全年度", "全年", "整年"),
    Kind.CUMULATIVE: (
        "累計", "累積", "累進", "全程", "截至", "迄今", "歷年", "歷年來", "總計畫", "計畫總", "止", "至",
        "截止",
    ),
    Kind.LAST: (
        "上年度", "上年", "去年度", "去年", "前年度", "前年", "前一年度", "前一年", "上一年度", "上一年",
        "上年同期", "去年同期", "上期", "前期", "同期", "近年", "平均", "前三年", "近三年", "前", "過去",
    ),
    Kind.NEXT: ("次年度", "次年", "明年度", "明年", "下年度", "下年", "翌年", "下一年度", "未來", "來年"),
    # Which version.
    Kind.ORIGINAL: ("原定", "原訂", "原列", "原編", "原核定", "原設定", "原", "期初", "年初", "初編"),
    Kind.REVISED: (
        "修正後", "修正", "修訂後", "修訂", "調整後", "調整", "變更後", "變更", "修改後", "新訂", "滾動修正",
        "追加減後",
    ),
    # Planned or reached.
    Kind.PLANNED: (
        "預定", "預期", "預計", "規劃", "預估", "擬", "設定", "訂定", "核定", "應", "法定", "應達", "希望",
        "計劃", "挑戰", "底線",
    ),
    Kind.DONE: (
        "實際", "實", "執行", "達成", "完成", "辦理", "推動", "實施", "落實", "達標", "達到", "達", "已",
        "未", "推展", "審定", "已達", "履行", "運用", "動支", "支用", "兌現",
    ),
    # What it is about: these decide nothing.
    Kind.TOPIC: (
        "施政", "策略", "績效", "關鍵", "重要", "重點", "主要", "工作", "業務", "機關", "部門", "個別",
        "共同", "共同性", "個別性", "共通", "共通性", "中程", "中長程", "長程", "整體", "總體", "性別",
        "平等", "量化", "質化", "具體", "資本支出", "歲出", "歲入", "基金", "用途", "經營", "營運", "服務",
        "管理", "行政", "政策", "發展", "改善", "創新", "本局", "本署", "本院", "本部", "本會", "本處",
        "本所", "本府", "本市", "本縣", "本公司", "本校", "單位", "各單位", "科目", "核心", "內部", "外部",
        "產出型", "成果型", "年度別", "列管", "考成", "責任", "品質", "進度", "各項", "其他", "相關", "組織",
        "團隊", "產品", "市政", "縣政", "校務", "院務", "會務", "永續", "淨零", "預警", "風險", "機構",
        "任務", "使命",
    ),
    Kind.ASSESS: (
        "衡量", "評估", "考核", "評核", "評鑑", "管考", "評量", "考評", "檢核", "查核", "控管", "追蹤",
        "計算", "評比",
    ),
    Kind.AND: ("及", "暨", "與", "和", "或", "、", "/", "／", "以及", "並", "+", "＋", "&", "含", "‧", "・"),
    # What is told.
    Kind.GOAL: ("目標",),
    Kind.AIM: (
        "目的", "主軸", "願景", "面向", "構面", "重點", "類別", "分類", "類型", "大項", "方針", "理念",
        "領域",
    ),
    Kind.PLAN: (
        "計畫", "方案", "業務", "工作", "任務", "行動", "專案", "措施", "作業", "課題", "議題", "子計畫",
        "分支計畫", "科目", "工程", "標案",
    ),
    Kind.INDEX: ("指標", "ＫＰＩ", "KPI", "OKR"),
    Kind.ITEM: (
        "項目", "要項", "事項", "名稱", "內容", "標的", "區處別", "單位別", "機關別", "別", "摘要", "細項",
        "子項", "工項",
    ),
    Kind.VALUE: (
        "值", "數", "數值", "數量", "量", "金額", "額", "總數", "合計", "人數", "人次", "件數", "場次",
        "次數", "家數", "戶數", "面積", "長度", "張數", "處數", "座數", "筆數", "總額", "數額", "天數",
        "總量", "公里數", "總計", "棟數", "公頃數", "成長值", "水準",
    ),
    Kind.RECORD: ("實績", "實績值", "業績", "實值"),
    Kind.RESULT: ("成果", "成效", "績效", "結果", "產出", "進度", "效益", "成就", "亮點"),
    Kind.BUDGET: (
        "預算", "概算", "經費", "可用預算", "可支用預算", "可支用", "分配", "分配預算", "核定經費", "編列",
        "補助款", "預算編列",
    ),
    Kind.ACCOUNT: (
        "決算", "實支", "實現", "支出", "支付", "撥付", "核銷", "實際支用", "決算審定", "使用", "實際支出",
        "實際支付",
    ),
    Kind.RATE: (
        "率", "度", "比率", "比值", "比", "百分比", "程度", "比例", "倍數", "百分率", "達成率", "達成度",
        "達成比", "達標率", "達成比值",
    ),
    # A difference, a rest or a part of the whole.
    Kind.DIFFERENCE: (
        "未執行", "未完成", "未達成", "未支用", "未動支", "應付", "保留", "應收", "增減", "差異", "比較",
        "較", "差額", "成長", "增幅", "減幅", "結餘", "剩餘", "落差", "超前", "落後", "變動", "差距",
    ),
    Kind.TEXT: (
        "說明", "分析", "檢討", "原因", "理由", "概述", "敘述", "評述", "報告", "策進", "意見", "解釋",
        "描述", "改進", "對策", "因應", "作為", "策略說明", "心得", "建議", "困難", "問題", "影響", "檢視",
        "佐證", "依據",
    ),
    Kind.STATE: ("情形", "狀況", "概況", "情況", "過程", "狀態", "現況", "經過"),
    Kind.STANDARD: (
        "標準", "基準", "方式", "方法", "公式", "體制", "定義", "資料來源", "來源", "準則", "算式",
    ),
    Kind.WEIGHT: ("權重", "權數", "權分", "配分", "比重", "權值", "分值"),
    Kind.SCORE: ("得分", "評分", "分數", "等第", "等級", "評等", "評定", "總分", "考評分數", "評價", "積分"),
    Kind.REVIEW: ("自評", "初評", "複評", "初核", "複核", "自我評估", "自我評量"),
    Kind.LIGHT: ("燈號", "燈", "信號", "顏色"),
    Kind.UNIT: ("計量單位", "衡量單位", "單位", "量度單位"),
    Kind.NUMBER: (
        "項次", "編號", "序號", "序", "次序", "代碼", "號次", "項", "順序", "款", "目", "節", "編碼", "代號",
        "號",
    ),
    Kind.REMARK: ("備註", "附註", "備考", "註", "註記", "註釋", "附件", "頁碼", "頁次"),
    Kind.OFFICE: (
        "主辦單位", "承辦單位", "協辦單位", "主辦機關", "承辦機關", "協辦機關", "執行單位", "執行機關",
        "主管機關", "負責單位", "填報單位", "權責單位", "承辦人", "負責人", "局處", "科室", "處室",
        "機關名稱", "填表單位", "責任單位", "聯絡人", "業管單位", "期程", "起訖", "計畫期程", "時程", "期限",
        "日期", "時間",
    ),
    Kind.BASE: ("基準值", "基期", "現況值", "基準年", "基期值", "起始值"),
}  # fmt: skip
"""Words of headers by kind; the longest that fits is taken, and of one in two kinds the place decides."""

HEADS = frozenset(
    {
        Kind.GOAL, Kind.AIM, Kind.PLAN, Kind.INDEX, Kind.ITEM, Kind.VALUE, Kind.RECORD, Kind.RESULT,
        Kind.BUDGET, Kind.ACCOUNT, Kind.RATE, Kind.DIFFERENCE, Kind.TEXT, Kind.STATE,
        Kind.STANDARD, Kind.WEIGHT, Kind.SCORE, Kind.REVIEW, Kind.LIGHT, Kind.UNIT, Kind.NUMBER, Kind.REMARK,
        Kind.OFFICE, Kind.BASE,
    }
)  # fmt: skip
"""Kinds that say what is told; the others only say more of it."""


def _kinds_by_word() -> dict[str, tuple[Kind, ...]]:
    kinds: dict[str, tuple[Kind, ...]] = {}
    for kind, words in WORDS.items():
        for word in words:
            kinds[word] = (*kinds.get(word, ()), kind)
    return kinds


_KINDS = _kinds_by_word()
_LONGEST = max(map(len, _KINDS))
LAST_CHARACTERS = frozenset(word[-1] for word in _KINDS)
"""What a word of a header ends in."""


class Token(NamedTuple):
    """A word of a header, and the kinds that it may be of."""

    text: str
    kinds: tuple[Kind, ...]

    @property
    def kind(self) -> Kind:
        """Return its first kind that says what is told, else its first kind."""
        return next((kind for kind in self.kinds if kind in HEADS), self.kinds[0])

    @property
    def is_suffix(self) -> bool:
        """Tell whether it is one character that only stands behind others: 值, 率, 別."""
        return len(self.text) == 1 and self.has(Kind.VALUE, Kind.RATE, Kind.ITEM, Kind.NUMBER)

    def has(self, *kinds: Kind) -> bool:
        """Tell whether it is of one of these kinds."""
        return not set(kinds).isdisjoint(self.kinds)


class BareHeader(NamedTuple):
    """A header without what stands beside its word."""

    word: str
    brackets: tuple[str, ...] = ()
    letters: str = ""
    """The letter that names the column: A of 目標值(A)."""
    formula: tuple[str, str] | None = None
    """The letters of numerator and denominator: C=B/A×100%."""


_DIGITS = str.maketrans(
    "０１２３４５６７８９ＡＢＣＤＥＦＧ＝÷／（）［］＊％﹪", "0123456789ABCDEFG=//()[]*%%"
)
_BRACKETS = regex.compile(r"[(\[【〔](?P<inside>[^()\[\]【】〔〕]*+)[)\]】〕]")
_TIME = regex.compile(
    r"""
      (?: 中?華?民國 )? \d{2,4} (?: [-~～至—–] \d{2,4} )? (?: 學?年度? )     # 112年度, 110-113年
    | (?<!\d) (?: [89]\d | 1[0-3]\d ) (?= 目標 | 實績 | 實際 | 預算 | 決算 | 達成 | 執行 | 預[定期計] )    # 112目標
    | (?: \d{1,2} 月? [-~～至—–] )? \d{1,2} 月 份? 底?     # 6月底, 1-6月, 7月至12月
    | 第 [一二三四五1-5] (?: 季 | 期 | 次? 季 )
    | [一二三四1-4] 季
    | (?: 前 | 近 ) [一二三四五2-9] 年 度?
    """,
    regex.VERBOSE,
)
_PART_OF_YEAR = frozenset("季月期")
_WHOLE_YEAR = late(r"0?1月?[-~～至—–]12月")
# A formula with letters, behind the word or in brackets: C=B/A×100%, (B)/(A), (2)/(1)
_FORMULA = regex.compile(
    r"""
    (?: (?P<own>[A-G]|\d) [)\]]? = )?
    [(\[]? (?P<over>[A-G]|\d) [)\]]? / [(\[]? (?P<under>[A-G]|\d) [)\]]?
    (?: [×xX*] 100 %? )?
    """,
    regex.VERBOSE,
)
_NUMBERED = late(r"(?<=指標|項目)(?:\d{1,2}|[一二三四五六七八九十]{1,2})$")
"""The number of a card: 指標1."""
_NAME = late(r"[A-G]|[1-9]")
"""What names a column in brackets: 預算數(A), 實支數(2)."""
_LETTER = late(r"[(\[]?(?P<letter>[A-G])[)\]]?$|[\u2460-\u2468]$")
_FOREIGN = late(r"[A-Za-z][A-Za-z .,&'/()-]*$")
"""A second language below the word: 目標值 Target."""
_BETWEEN = late(r"(?<=\p{Han})[A-Z]?[a-z]{3,}(?: ?[A-Za-z.,&'/()-]+)*(?=\p{Han})")
"""The same between two words, where a header covers others: 目標值Target over 第1季."""
_WESTERN_YEAR = late(
    r"(?<=\d年度?|\d學年度?)[(/|]?(?:[A-Za-z]{2,4})?(?P<year>(?:19|20)\d{2})年?[)]?(?!\d|[-~～至—–])"
)
"""The same year once more by the Western calendar: 109年度 2020."""
_MARKS = "%:：*＊※、.．。†‡#△▽▲▼★☆^'\"“”「」-－—_〈〉<>《》,，;；|~"
_NOTE = late(r"(?:註|备注)?[0-9一二三四五]?$")


def strip_header(header: str) -> BareHeader:
    """Part a header from its brackets, letters, formula, marks and second language."""
    text = _NUMBERED.sub("", "".join(header.split()).translate(_DIGITS))
    text = _BETWEEN.sub("", _WESTERN_YEAR.sub("", text))
    formula = letters = None
    if "/" in text and (match := _FORMULA.search(text)):
        formula = (match["over"], match["under"])
        letters = match["own"]
        text = text[: match.start()] + text[match.end() :]
    inside = [match["inside"] for match in _BRACKETS.finditer(text)]
    text = _BRACKETS.sub("", text).strip("()[]=×+＋" + _MARKS)
    letter = next((part for part in inside if _NAME.fullmatch(part)), None)
    if match := _LETTER.search(text):
        letter = letter or match["letter"]
        text = text[: match.start()]
    elif text[-1:].isascii() and (match := _FOREIGN.search(text)):
        text = text[: match.start()] or text
    text = text.strip(_MARKS)
    brackets = tuple(part for part in inside if part and part != letter)
    return BareHeader(text, brackets, letters or letter or "", formula)


def split_tokens(word: str) -> tuple[Token, ...] | None:
    """Split a bare word into its tokens, the longest first; None if a part of it is not known."""
    tokens = tuple(_tokens(word))
    if len(tokens) > 1 and tokens[0].is_suffix:
        return None  # 量指標 is the rest of 衡量指標
    return tokens if all(token.kinds for token in tokens) else None


def split_behind(word: str) -> tuple[str, tuple[Token, ...]]:
    """Split a word that begins with something unknown: return that, and the tokens behind it."""
    tokens = tuple(_tokens(word))
    last = max((n for n, token in enumerate(tokens, 1) if not token.kinds), default=0)
    return "".join(token.text for token in tokens[:last]), tokens[last:]


def _tokens(word: str) -> Iterator[Token]:
    at = 0
    while at < len(word):
        if match := _TIME.match(word, at):
            part = not match[0].startswith(("前", "近")) and _PART_OF_YEAR & set(match[0])
            kind = Kind.PART if part else Kind.YEAR
            if _WHOLE_YEAR.match(match[0]):
                kind = Kind.WHOLE
            yield Token(match[0], (Kind.LAST if match[0][0] in "前近" else kind,))
            at = match.end()
            continue
        for size in range(min(_LONGEST, len(word) - at), 0, -1):
            if kinds := _KINDS.get(word[at : at + size]):
                yield Token(word[at : at + size], kinds)
                at += size
                break
        else:
            yield Token(word[at], ())
            at += 1
