"""The words of headers by role, and the titles of the parts of an analysis, as data.

The words are those seen in reports of Taiwanese agencies; a new header is a new entry here. An agency's
own words join them at run time (`learn_words`).

>>> words = KnownWords()
>>> words.role("目標值"), words.role("本年擘劃值")
('target', None)
>>> words.learn(HeaderWords({"target": ("本年擘劃值",)}))
>>> words.role("本年擘劃值")
'target'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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

BUDGET_WORDS = (
    "預算", "決算", "概算", "經費", "執行數", "支用", "實支", "撥付", "累計數", "補助款",
)  # fmt: skip
"""What a header of a table of money names; 執行率 there is the share of it that was spent."""

YEAR_LEADS = (
    "項目", "年", "年度", "年別", "年度別", "項次", "類別", "指標", "區分", "名稱", "內容",
)  # fmt: skip
"""Words of the header cells in front of years: 項目, 年度, 項目／年度."""

FIGURE_LABELS: Mapping[str, str] = {
    "目標": "target", "原訂目標": "target", "原定目標": "target", "年度目標": "target",
    "實際": "actual", "實績": "actual", "實際達成": "actual", "達成情形": "actual",
}  # fmt: skip
"""Labels of lines of figures in a table of years that are too short to be known elsewhere, or mean
something else there."""


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """Header words by role and titles by section, beside the built-in ones."""

    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class KnownWords:
    """The built-in words and those of an agency; the one learnt last wins."""

    def __init__(self) -> None:
        self._roles: dict[str, str] = {}
        self._sections: dict[str, str] = {}
        self.longest_first: tuple[str, ...] = ()
        """All header words."""
        self.last_characters: frozenset[str] = frozenset()
        """What a header word ends in."""
        for words in (HeaderWords(ROLES, SECTIONS), HeaderWords(MAINLAND)):
            self.learn(words)

    def learn(self, words: HeaderWords) -> None:
        """Know these words as well from now on."""
        self._roles |= {word: role for role, own in words.roles.items() for word in own}
        self._sections |= {title: part for part, own in words.sections.items() for title in own}
        self.longest_first = tuple(sorted(self._roles, key=len, reverse=True))
        self.last_characters = frozenset(word[-1:] for word in self._roles)

    def role(self, word: str) -> str | None:
        """Return the role of exactly this word."""
        return self._roles.get(word)

    def section(self, title: str) -> str | None:
        """Return the part of an analysis that exactly this title opens."""
        return self._sections.get(title)


KNOWN = KnownWords()
"""The words that this process knows."""


def learn_words(words: HeaderWords) -> None:
    """Let this process know the words of an agency as well; each worker begins with it."""
    KNOWN.learn(words)
