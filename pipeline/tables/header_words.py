"""Header words -> column roles: which shape a report has, and what each of its columns holds.

The words are data, seen in reports of Taiwanese agencies; a new header is a new entry.

>>> column_role("原定目 標值")
'target'
>>> column_role("105年度目標值(A)")
'target'
>>> column_role("達成率（％）")
'rate'
>>> column_role("承辦人") is None
True
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.patterns import late
from pipeline.quantities import MEASURES, MONEY, PEOPLE, WHOLE_COUNTERS

ROLES: Mapping[str, tuple[str, ...]] = {
    "goal": (
        "年度績效目標", "策略績效目標", "關鍵策略目標", "年度施政目標", "施政目標", "單位績效目標",
        "績效目標", "策略目標", "工作計畫", "業務計畫", "年度目標", "共同性目標", "個別性目標", "施政計畫", "重點工作",
        "施政重點", "計畫目標", "工作目標", "計畫名稱", "施政主軸",
    ),
    "indicator": (
        "衡量指標", "關鍵績效指標", "績效指標", "績效衡量指標", "評估指標", "考成項目",
        "績效指標項目", "指標項目", "指標名稱", "實施概況", "共同性指標", "個別性指標",
        "績效衡量項目", "衡量項目", "評核指標", "考核指標",
        "考核項目", "評核項目", "評估項目", "關鍵指標", "工作項目", "指標內容",
    ),
    "weight": ("權重", "權數", "權分", "配分", "比重", "權重值", "權重比例", "配分比重"),
    "standard": (
        "衡量標準", "評估方式", "評估體制", "計算方式", "公式", "評分標準", "評分說明",
        "衡量基準", "評估標準", "衡量方式", "評估基準",
    ),
    "target": (
        "原定目標值", "原訂目標值", "年度目標值", "目標值", "預期成果", "預定進度",
        "預期目標", "預定目標", "預計目標", "預期目標值", "預定目標值", "預計目標值", "原定目標",
        "原訂目標", "預期值", "目標數", "年度預期目標", "年度預定目標", "預期績效",
    ),
    "actual": (
        "實際值", "實際達成值", "達成值", "年度實際值", "實績值", "執行成果", "實際執行成果",
        "實際進度", "實際完成值", "實際數", "實績", "實際成果", "實際績效", "實際達成", "達成數",
        "實際達成數", "實際完成數", "完成值", "執行結果", "實際執行值", "實際執行數", "年度實績",
        "達成成果",
    ),
    "rate": (
        "達成率", "達成度", "目標達成度", "目標達成率", "執行率", "達標率", "達成比率", "達成程度",
        "達成百分比", "完成率",
    ),
    "analysis": (
        "績效衡量暨達成情形分析", "績效衡量及達成情形分析", "達成情形分析", "達成情形",
        "辦理情形", "執行情形", "實施成果", "說明", "自我評估報告", "執行情形說明", "辦理情形說明",
        "達成情形說明", "未達成原因說明", "未達成原因分析", "未達標原因說明", "差異說明",
        "差異原因說明", "差異分析", "檢討說明",
    ),
    "unit": ("單位", "計量單位", "衡量單位"),
    "review": (
        "初核", "複核", "初核結果", "複核結果", "自評", "自評分數", "燈號", "初評", "複評", "自評結果",
        "評核結果", "評估結果", "評分",
    ),
}  # fmt: skip
"""Words in a header cell for each role, without white space, years and brackets."""

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "standard": ("衡量標準", "評估方式", "計算方式", "計算公式", "衡量基準"),
    "result": (
        "年度目標值及達成率", "目標值及達成率", "年度目標值及達成度", "年度目標及達成率",
        "目標值及達成度", "年度目標值及達成情形", "目標達成情形", "達成率", "達成度",
    ),
    "progress": (
        "辦理情形", "執行情形", "辦理成果", "執行成果", "辦理情形及成果", "實際執行情形",
        "達成情形", "績效衡量暨達成情形分析",
    ),
    "benefit": ("效益", "預期效益", "達成效益", "具體效益", "執行效益", "效益分析"),
    "outlook": ("檢討", "檢討與改進", "檢討改善", "未來規劃", "未達成原因", "未達成原因分析"),
}  # fmt: skip
"""Titles of the parts of an analysis cell (一、衡量標準 二、辦理情形 …)."""

MAINLAND: Mapping[str, tuple[str, ...]] = {
    "goal": ("一级指标", "总体目标", "绩效目标"),
    "indicator": ("三级指标", "绩效指标", "指标名称", "指标内容"),
    "weight": ("分值", "权重"),
    "standard": ("评分标准", "计算方法", "指标解释"),
    "target": ("年度指标值", "指标值", "目标值", "年度目标值", "年初目标值", "预期指标值"),
    "actual": ("实际完成值", "实际值", "完成值", "全年实际值", "全年完成值", "实际完成情况"),
    "rate": ("完成率", "达成率", "执行率", "完成比例"),
    "analysis": ("偏差原因分析及改进措施", "偏差原因分析", "完成情况分析", "情况说明"),
    "unit": ("计量单位",),
}
"""Words of the mainland's self-assessment form (绩效自评表), in Simplified characters."""

_ROLE_OF_WORD = {
    word: role for table in (ROLES, MAINLAND) for role, words in table.items() for word in words
}
_WORDS = sorted(_ROLE_OF_WORD, key=len, reverse=True)
_LAST = {word[-1:] for word in _ROLE_OF_WORD} | {*")）]】〕"}
"""What a header with a role ends in: the end of its word, or a bracket behind it."""
_SECTION_OF_TITLE = {word: section for section, words in SECTIONS.items() for word in words}

_YEAR = regex.compile(r"(?:中?華?民國)?(?P<year>[0-9０-９]{2,3})年?度?(?=[^0-9０-９年度])")
_BRACKETS = regex.compile(r"[(（\[【〔][^()（）\[\]【】〔〕]*[)）\]】〕]")
_UNIT = regex.compile(r"[(（](?P<named>單位[：:]?)?(?P<unit>[^()（）]{1,8})[)）]")
_BUDGET = late(r"[預決概]算|經費|執行數|支用|實支|撥付|累計數|補助款")
_AND = late(r"[及暨與和、/／]")
_SCALE = late(r"[百千萬億]{0,2}")
_HEADER_UNITS = frozenset(
    (
        *(*PEOPLE, *MONEY, *MEASURES, *WHOLE_COUNTERS),
        *("次", "處", "所", "站", "頁", "卷", "冊", "張", "份", "批", "通", "篇", "本", "台", "臺"),
        *("艘", "株", "劑", "床", "案件", "小時", "分鐘", "日", "天", "秒", "工作天"),
    )
)
"""Units that a header may give in brackets without saying so."""
_TRIMMED = "%％﹪:：*＊※、.．。"
# Where headers are printed in one run: what may stand behind a word, whole or cut off by a line end.
_BEHIND = late(
    r"""(?:
        [(（] (?:[A-Za-z%％﹪]{1,3}|單位[^()（）]{0,6}|百分比|續) [)）]    # (%) (A) (單位：人)
      | [%％﹪:：*＊※]
    )*""",
    regex.VERBOSE,
)
_CUT = late(r"[(（][^()（）]{0,8}|(?:中?華?民國)?[0-9０-９]{0,3}年?度?")


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """Header words by role and titles by section, beside the built-in ones."""

    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def learn_words(words: HeaderWords) -> None:
    """Know these words as well from now on, in this process; the user's word wins."""
    for role, headers in words.roles.items():
        _ROLE_OF_WORD.update(dict.fromkeys(headers, role))
        _LAST.update([word[-1:] for word in headers])
    for section, title_words in words.sections.items():
        _SECTION_OF_TITLE.update(dict.fromkeys(title_words, section))
    _WORDS[:] = sorted(_ROLE_OF_WORD, key=len, reverse=True)


def column_role(header: str) -> str | None:
    """Return the role that a header cell gives its column, or None for an unknown word."""
    printed = "".join(header.split())
    if printed.rstrip(_TRIMMED)[-1:] not in _LAST:
        return None  # most texts that are asked for are those of body cells
    word = _bare(printed)
    if word in _ROLE_OF_WORD:
        return _ROLE_OF_WORD[word]
    # A longer header keeps its sense in its last words (機關年度績效目標). Short words (說明, 公式)
    # end too many other headers, and one that itself holds several roles is none of them.
    endings = (word[start:] for start in range(1, len(word) - 2)) if len(word) <= 14 else ()
    return next((_ROLE_OF_WORD[end] for end in endings if end in _ROLE_OF_WORD), None)


def is_header_word(header: str) -> bool:
    """Tell whether a header is a known word, and no longer one that ends in it.

    >>> is_header_word("達成情形分析："), is_header_word("105年度施政績效及達成情形")
    (True, False)
    """
    return _bare(header) in _ROLE_OF_WORD


def column_roles(header: str) -> tuple[str, ...]:
    """Return the roles of a header cell that stands over several columns and names each.

    >>> column_roles("績效目標及衡量指標"), column_roles("績效衡量暨達成情形分析"), column_roles("目標及說明會")
    (('goal', 'indicator'), (), ())
    """
    roles = [column_role(part) for part in _AND.split(_bare(header))]
    found = tuple(role for role in roles if role)
    return found if len(found) == len(roles) > 1 else ()


def header_year(header: str) -> int | None:
    """Return the year that a header cell names, so that of two columns the later can be told.

    >>> header_year("104年度實際值"), header_year("原定目標值")
    (104, None)
    """
    match = regex.search(r"[0-9０-９]{2,3}(?=[)）]?年)", "".join(header.split()))
    return int(match[0]) if match else None


def header_unit(header: str) -> str:
    """Return the unit that a header gives in brackets for the figures under it.

    >>> [header_unit(h) for h in ("原訂目標值(單位：場次)", "達成度（％）", "金額(千元)", "目標值(A)")]
    ['場次', '%', '千元', '']
    >>> [header_unit(h) for h in ("原訂目標值(萬人次)", "實際值（公噸）", "實際值(B)", "目標值(年)")]
    ['萬人次', '公噸', '', '']
    """
    match = _UNIT.search("".join(header.split()))
    if match is None:
        return ""
    unit = match["unit"]
    if unit in "%％﹪":
        return "%"
    counted = unit[_SCALE.match(unit).end() :]  # type: ignore[union-attr]  # it may be empty
    return unit if match["named"] or counted in _HEADER_UNITS else ""


def _bare(header: str) -> str:
    """Return the word of a header without white space, brackets, the year in front and marks."""
    word = _BRACKETS.sub("", "".join(header.split())).strip(_TRIMMED)
    match = _YEAR.match(word)
    return word[match.end() :] if match else word


_bare_title = lru_cache(maxsize=512)(_bare)
"""The same for the titles in a cell, which are few and come again and again."""
_LONGEST_TITLE = 16
LONGEST_CELL = 18
"""How many characters a header cell has at most, where no rules tell that it is one."""


def split_header(text: str) -> tuple[str, ...] | None:
    """Split a header printed in one run into the roles of its columns.

    >>> split_header("年度績效目標衡量指標權重(%)105年度目標值績效衡量暨達成情形分析")
    ('goal', 'indicator', 'weight', 'target', 'analysis')
    >>> split_header("年度績效目標暨衡量指標") is None
    True
    """
    if not text:
        return ()
    for word, rest in _first_words(text):
        roles = split_header(rest)
        if roles is not None:
            return (_ROLE_OF_WORD[word], *roles)
    return None


def split_words(text: str) -> tuple[str, ...]:
    """Split a run of nothing but header words into them.

    >>> split_words("目標值實際值達成率(%)"), split_words("目標值"), split_words("達成率說明會")
    (('目標值', '實際值', '達成率(%)'), ('目標值',), ())
    """
    if not text:
        return ()
    for _, rest in _first_words(text):
        after = split_words(rest)
        if after or not rest:
            return (text[: len(text) - len(rest)], *after)
    return ()


def begins_header(text: str) -> bool:
    """Tell whether a run of header words may go on from this text.

    >>> begins_header("年度績效目標衡量指標原定目"), begins_header("年度績效目標之說")
    (True, False)
    """
    if _CUT.fullmatch(text):
        return True
    match = _YEAR.match(text)
    rest = text[match.end() :] if match else text
    return any(word.startswith(rest) for word in _WORDS) or any(
        begins_header(after) for _, after in _first_words(text)
    )


def _first_words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each header word that a text may open with, the longest first, and what follows it."""
    match = _YEAR.match(text)
    start = match.end() if match else 0
    for word in _WORDS:
        if text.startswith(word, start):
            behind = _BEHIND.match(text, start + len(word))
            yield word, text[behind.end() if behind else len(text) :]


def section_role(title: str) -> str | None:
    """Return which part of the analysis a title opens: standard, progress, result, benefit.

    >>> section_role("105年度目標值及達成率"), section_role("達成率說明會")
    ('result', None)
    """
    return _SECTION_OF_TITLE.get((_bare_title if len(title) <= _LONGEST_TITLE else _bare)(title))


def is_header(roles: Iterable[str | None], words: Iterable[str] = ()) -> bool:
    """Tell whether the roles of a line of cells make it the header of a performance table.

    ``word_boundaries`` are the cells' texts: where money is told, 執行率 is the share of it that was spent, and
    a plan without an actual figure is a budget.

    >>> is_header(["goal", "indicator", "target", "analysis"])
    True
    >>> is_header(["analysis", None, None])
    False
    >>> is_header(["goal", None, None, "rate"], ["工作計畫", "預算數", "決算數", "執行率"])
    False
    """
    known = {role for role in roles if role}
    if known.isdisjoint(("goal", "indicator")):
        return False
    if known.isdisjoint(("target", "actual", "rate", "analysis")):
        return False
    return "actual" in known or known >= {"indicator", "target"} or not _tell_money(words)


def _tell_money(words: Iterable[str]) -> bool:
    return any(_BUDGET.search("".join(word.split())) for word in words)


def layout_name(roles: Iterable[str]) -> str:
    """Return the name of the layout that has columns of these roles."""
    return "columns" if {"actual", "rate"} & set(roles) else "prose"
