"""The words before a figure -> its role: 目標值8,050人 is a target, 達成率為108% a stated rate.

A percentage without such a word (a share, a satisfaction score, a growth told in passing) is not a
rate.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from pipeline.claims.mentions import (
    DROP_WORDS,
    GROWTH_WORDS,
    PASSING_WORDS,
    RATE_WORDS,
    RATIO_WORDS,
    REVISED,
    SOME_RATE,
    Goal,
    Mention,
    Role,
    is_of_printed_target,
    is_target_again,
    last_clause,
)
from pipeline.claims.outlines import Entry
from pipeline.claims.weighing.evidence import Evidence
from pipeline.patterns import late
from pipeline.quantities import ROC_YEAR, Formula, Quantity, same_counter

RATE = regex.compile(
    rf"""(?:{"|".join(RATE_WORDS)}|達成(?:年度|原定|原訂)?目標(?:值)?(?:之|的)?(?:百分比|比率|比例)?|目標達成
      |(?:為|達|占|佔|係)(?:本?年度|全年|原定|原訂)*目標(?:值|數)?(?:之|的)
      |各(?:項|個)?(?:績效|衡量|工作|考核)?(?:指標|目標值?|項目)(?=[均皆都]))(?P<link>.*)$""",
    regex.DOTALL | regex.VERBOSE,
)
_REACHED = regex.compile(
    r"(?:^|[，。；、：:])(?:本?年度?|全年|已|業|均|皆|各|分別|共|計|提前|順利|超前)*達成(?P<link>.*)$"
    r"|[達占佔](?:本?年度|原定|原訂)?目標(?:值|數)?(?P<also>.*)$",
    regex.DOTALL,
)
"""達成105%, 達目標值93%, 占目標值93%: a rate where no target is a percentage."""
_IN_LIST = regex.compile(
    rf"(?:{'|'.join(RATE_WORDS)})[^，。；：:、0-9]{{0,6}}[：:]"
    r"(?:[^，。；：、%％0-9]{2,12}[0-9０-９.．]+\s*[%％﹪](?:[(（][^()（）]*[)）])?[、，,及和與]{1,2})*"
    r"(?P<label>[^，。；、：:%％0-9（(及和與]{2,12})$",
    regex.DOTALL,
)
_TIMES = regex.compile(r"\s*[×xX*＊✕╳÷]\s*[0-9０-９(（]")
_AT_MOST_SO = regex.compile(
    r"(?:者|時|部分)?[，,]?(?:[均皆則仍僅只]|一律)?(?:以|按|計為|採計|列計)\s*(?:100|１００)"
)
_AS_100 = regex.compile(
    r"(?:超過|逾|高於|大於)\s*(?:100|１００)\s*[%％﹪][^0-9。；]{0,8}(?:以|按|計為|採計|列計)$"
)
_RATE_BEHIND = late("|".join(RATE_WORDS))
_GROWTH_RATE = regex.compile(
    rf"(?:(?:{GROWTH_WORDS}|{DROP_WORDS})(?:率|比率|幅度)?|增減率)(?P<link>.*)$", regex.DOTALL
)
_LINK = regex.compile(r"[依序以為達到均皆都各約已高僅計有是平分別：:=＝≒≈\s]{0,8}")
_PASSED_OVER = regex.compile(
    r"(?:由|從)[^，。；]{0,10}[%％﹪](?:大幅|略|微)?(?:提升|提高|上升|成長|增加|降低|下降|降|升)(?:至|為|到)"
    r"|(?<=[=＝≒≈])\s*[0-9０-９]+(?:[.．][0-9０-９]+)?\s*(?=[=＝≒≈])"
)
"""What may stand between 達成率 and the rate: the rate that it rose from, a quotient before ×100."""
_OTHERS_RATE = regex.compile(
    r"(?:全國|各國|國際|中央|各機關|各縣市|他機關|同業|世界|[六五]都)[^，。；]{0,6}$"
)
_DIFFERENCE = regex.compile(
    r"(?:較|比(?![率例重])|距|相較)[^，。；]{0,14}?(?:多出?|少|增加?|減少?|成長|提升|提高|降低|下降|縮[短減]|上升|進步|退步|尚?差|不足|超出|高出|低)(?:了|約|達|計)?$"
    r"|未(?:能)?(?:達成|達標|完成)[^，。；]{0,4}$"
    r"|(?:尚差|尚缺|尚不足|不足|短少|短缺|相差|落差|落後|超前)(?:了|約|達|計)?$"
)
"""Words before a figure that only tells how far two others are apart."""
_FELL = regex.compile(r"(?:減少|縮減|短少|減列|流失)(?:了|約|達|計)?$")
_ROSE = regex.compile(r"(?:增加|增長|多出)(?:了|約|達|計)?$")
_BEYOND_TARGET = regex.compile(
    r"(?:超出|超過|超越|超|優於|高於|高出|低於|逾)[^，。；]{0,6}目標(?:值|數|量)?(?:達|計|約)?$"
)
_FOR_EACH = regex.compile(
    r"(?:日均|月均|年均|均?每(?:[^，。；0-9]{1,5})?平?均?|平均每[^，。；0-9]{1,5})(?:約|為|達)?$"
)
"""Words before a figure that is none of the year: 平均每場60人, 每10萬人口."""
_FROM_BASE = regex.compile(r"(?:由|從)(?:原(?:有|來|本)?的?)?[^，。；至到]{0,8}$")
_TO_RESULT = late(
    rf"[^，。；]{{0,6}}?(?:{GROWTH_WORDS}|{DROP_WORDS}|上升|下降|擴[大增]|[升降])[^，。；]{{0,2}}?[至為到]"
)
"""What stands about the first figure of 由1萬戶成長至2.1萬戶, from which it went on to the second."""
_CUMULATIVE = regex.compile(
    r"累[計積]|歷年|自[^，。；]{0,4}[0-9]{2,4}年[^，。；]*(?:起|以來|迄今|至今)|迄今|開辦以來|成立以來|實施以來"
)
_OF_THIS_YEAR = late(
    r"(?:[至\-~～]1?[0-9]月[底份]?|全年|本年度?|當年度?|(?<![至到自])[0-9]{3}年度?(?!底|止|起|以來|迄|間))[^，。；截至]{0,6}累[計積]"
)
_PARTS = regex.compile(
    r"(?:包[括含]|[內其]含|(?<!內)含(?!量))[^，。；]*$"
    r"|^(?:惟|主要|係)*(?:因(?!應)|由於)[^，。；]*$"
    r"|(?:其餘|剩餘|尚有|尚餘|未完成)[^，。；0-9]{0,8}$"
)
"""Words of a part of the count before them, or of those that are the reason for what is missing."""
_SETS_A_TARGET = late(r"目標|原[定訂]|預[定計]")
_SET = regex.compile(r"(?:原[定訂]|預[定計]|原預[定計])[^，。；：0-9]{0,6}$")
_OTHER_RESULT = regex.compile(r"\s*(?:實際|達成率|達成度|達成情形|執行情形|辦理情形|完成情形)")
_TARGET = regex.compile(
    r"目標(?:值|數|量|人數|件數|場次)?[^，。；：達完]{0,10}$|目標(?:值|數)?[：:][^，。；]{0,6}$"
)
_TARGET_OF = late(r"(?<!達成)(?<!達)(?:年度)?目標(?:值|數)(?:為|係)?(?:須|應)?達(?:到)?$")
"""目標值達42%: the target again, where it is that of the target cell."""
_RATIO = regex.compile(rf"(?:{'|'.join(RATIO_WORDS)}|{SOME_RATE})(?:為|達|達到|約|約為|計|：|:)?$")
_GROWTH = regex.compile(rf"(?:{GROWTH_WORDS}|{DROP_WORDS})(?:率)?(?:為|達|達到|了|約|計)?$")
_LAST_YEAR = regex.compile(r"(?:去年|上年|前年|前一年|上一年|歷年)[^，。；]{0,8}$")
_PART_OF_YEAR = (
    r"[上下]半年|第[一二三四1-4]季|前[一二三1-3]季|截至(?![^，。；]*(?:12月|年底|年終))|(?<![0-9])[1-9]月底"
    r"|1[01]月底|期中"
)
_QUARTERS = late("第[一二三四1-4]季")
_PARTIAL = regex.compile(rf"{_PART_OF_YEAR}|其中")
_YEARS_OWN_PART = regex.compile(r"^其中(?:[0-9]{3}|本)年度?[^，。；0-9]*$")
"""累計服務2萬人，其中105年服務5,350人: the part is the year's."""
_PARTIAL_RATE = regex.compile(rf"(?<![較比])(?:{_PART_OF_YEAR})[^，。；、]*$")
TARGET_TITLE = regex.compile(rf"(?:年度|原定|原訂|{ROC_YEAR})*(?:績效)?目標值?$")


def role_in_words(
    entry: Entry,
    quantity: Quantity,
    start: int,
    previous: int,
    clause: str,
    printed: Sequence[Formula],
    goal: Goal,
) -> tuple[Role, Formula | None]:
    """Tell what a figure is from the words before it and the parts of the analysis it stands in.

    ``clause`` is the last clause of those words.
    """
    if entry.section == "standard":
        return Role.TARGET, None
    if TARGET_TITLE.fullmatch(entry.title) and not _OTHER_RESULT.match(entry.text, start):
        return Role.TARGET, None
    if quantity.kind == "percent":
        is_stated, formula = _is_rate(RATE, entry, quantity, start, printed)
        is_stated = is_stated or is_of_printed_target(entry, quantity, start, goal)
        before = entry.text[start : quantity.start]
        if _is_limit(entry, quantity, before):
            return Role.OTHER, None
        listed = label_in_list(before, goal) and not _RATE_BEHIND.search(entry.text, quantity.end)
        if is_stated and is_target_again(entry, quantity, before, goal):
            return Role.TARGET, None
        if is_stated or listed or _is_reached(entry, quantity, start, goal):
            return Role.RATE, formula
        growth = _growth_formula(entry, quantity, start, printed)
        if growth is not None:
            return Role.GROWTH, growth
    return _plain_role(entry, quantity, previous, clause, goal), None


def _is_limit(entry: Entry, quantity: Quantity, before: str) -> bool:
    """Tell whether 100 is what a part may count for at most: 超過100%者以100%計, 120%×0.5."""
    behind = entry.text[quantity.end :]
    return bool(
        _TIMES.match(behind) or (quantity.value == 100 and _AT_MOST_SO.match(behind))
    ) or bool(quantity.value == 100 and _AS_100.search(before))


def label_in_list(before: str, goal: Goal) -> str:
    """Return the name of a rate in a list of them: 達成率：甲類104%、乙類96%."""
    match = _IN_LIST.search(before)
    if match is None or any(word in match["label"] for word in ("目標", "成長", *PASSING_WORDS)):
        return ""
    label = match["label"].strip("為達到 ")
    pairs = (label[i : i + 2] for i in range(len(label) - 1))
    return label if any(pair in goal.words for pair in pairs) else ""


def _is_reached(entry: Entry, quantity: Quantity, start: int, goal: Goal) -> bool:
    """Tell whether a percentage is what was reached of a target that is none itself."""
    match = None if goal.percent else _REACHED.search(entry.text[start : quantity.start])
    if match is None or _is_of_a_group(entry, quantity):
        return False
    link = match["link"] if match["link"] is not None else match["also"]
    behind = entry.text[quantity.end : quantity.end + 3]
    return bool(_LINK.fullmatch(link)) and "目標" not in behind and not link.startswith("率")


def _plain_role(entry: Entry, quantity: Quantity, previous: int, clause: str, goal: Goal) -> Role:
    """Tell what a figure is that is no stated rate."""
    close = entry.text[previous : quantity.start]
    if _TARGET.search(close) or (quantity.value in goal.values and _TARGET_OF.search(close)):
        return Role.TARGET
    if quantity.kind == "percent_point" or entry.section == "outlook":
        return Role.OTHER
    if quantity.kind == "percent" and _GROWTH.search(close):
        return Role.GROWTH
    if quantity.kind == "percent" and _RATIO.search(close):
        return Role.RATIO
    if _PARTIAL.search(clause) and not _YEARS_OWN_PART.search(clause):
        return Role.ACTUAL if _is_part_meant(entry, previous, clause, goal) else Role.OTHER
    return Role.ACTUAL


def _is_part_meant(entry: Entry, previous: int, clause: str, goal: Goal) -> bool:
    """Tell whether a part is what the row measures, and the whole before it is not.

    受理提報22案，其中審議通過登錄17案 tells of 登錄案數 by its part.
    """
    if "其中" not in clause or not _is_called_so(clause, goal):
        return False
    whole = next((q for q in reversed(entry.found) if q.end <= previous), None)
    return whole is not None and not _is_called_so(entry.text[: whole.number_start], goal)


def _is_called_so(before: str, goal: Goal) -> bool:
    """Tell whether the word right before a figure is one of those of the row's indicator and target."""
    word = before.rstrip("為達計共有：: ")[-2:]
    return len(word) == 2 and word in goal.words


def reweigh_role(
    role: Role,
    entry: Entry,
    quantity: Quantity,
    start: int,
    previous: int,
    clause: str,
    goal: Goal,
) -> Role:
    """Look at a target or an actual figure again: it may be a difference, or last year's."""
    before = entry.text[start : quantity.number_start]
    if role is Role.RATE:
        return Role.OTHER if _PARTIAL_RATE.search(before) else role
    if role not in (Role.ACTUAL, Role.TARGET) or entry.section == "standard":
        return role
    if role is Role.ACTUAL and _is_of_each(before, quantity, goal):
        return Role.OTHER
    close = entry.text[min(previous, quantity.start) : quantity.number_start]
    bare = quantity.number_start == quantity.start
    words = clause if bare else last_clause(before)
    if _DIFFERENCE.search(words) or _is_change(words, quantity, goal):
        return Role.OTHER
    if _BEYOND_TARGET.search(close):
        return Role.TARGET if quantity.value in goal.values else Role.OTHER
    if role is Role.TARGET:
        return role
    if REVISED.search(close) and (
        _SETS_A_TARGET.search(entry.text[: quantity.start])
        or any(q.value in goal.values and start <= q.start < quantity.start for q in entry.found)
    ):
        return Role.TARGET
    if _SET.search(close):
        return Role.TARGET
    if _LAST_YEAR.search(close):
        return Role.BASELINE
    from_base = _FROM_BASE.search(close)
    return Role.BASELINE if from_base and _TO_RESULT.match(entry.text, quantity.end) else role


def _is_change(words: str, quantity: Quantity, goal: Goal) -> bool:
    """Tell whether a count only says by how many something changed, where the row measures no change."""
    if quantity.kind != "number":
        return False
    return bool(
        (_FELL.search(words) and not regex.search("[減降縮少]", goal.words))
        or (_ROSE.search(words) and not regex.search("[增新升]|成長|擴", goal.words))
    )


def _is_of_each(before: str, quantity: Quantity, goal: Goal) -> bool:
    """Tell whether a count is that of each of something, where the row measures no mean."""
    each = _FOR_EACH.search(before)
    return bool(each) and quantity.kind == "number" and not regex.search("每|均", goal.words)


def why_other(mention: Mention) -> Evidence:
    """Return what speaks against a figure that is neither a target nor what was reached."""
    before = mention.entry.text[mention.start : mention.quantity.number_start]
    clause = last_clause(before)
    if _PARTIAL.search(clause) and not _YEARS_OWN_PART.search(clause):
        return Evidence.PART if "其中" in clause else Evidence.PART_OF_THE_YEAR
    told = (_DIFFERENCE, _BEYOND_TARGET, _FELL, _ROSE)
    if any(words.search(clause) for words in told):
        return Evidence.DIFFERENCE
    return Evidence.PART


def is_cumulative(clause: str, goal: Goal) -> bool:
    """Tell whether a figure's clause says that it sums up several years, and the target's does not."""
    return (
        bool(_CUMULATIVE.search(clause))
        and not _OF_THIS_YEAR.search(clause)
        and not _CUMULATIVE.search(goal.words)
    )


def is_in_passing(clause: str, goal: Goal) -> bool:
    """Tell whether a share is told of something that the row does not measure."""
    return any(word in clause and word not in goal.words for word in PASSING_WORDS)


def is_part_of(
    entry: Entry, quantity: Quantity, start: int, clause: str, mentions: Sequence[Mention]
) -> bool:
    """Tell whether a count is a part of one before it: 計2萬2,400公頃，包括契作1萬3,400公頃."""
    return bool(_PARTS.search(clause)) and any(
        m.entry is entry
        and m.start == start
        and m.role is Role.ACTUAL
        and m.quantity.value > quantity.value
        and same_counter(m.unit, quantity.unit)
        for m in mentions
    )


def is_of_part(last: Mention, entry: Entry, start: int, quantity: Quantity) -> bool:
    """Tell whether a rate goes with the figure of a part of the year: 截至11月底195件，達成率98%."""
    if last.entry is not entry or last.start != start or last.role is not Role.OTHER:
        return False
    between = entry.text[last.quantity.end : quantity.start]
    before = entry.text[start : last.quantity.number_start]
    part = _PARTIAL_RATE.search(before)
    if len(_QUARTERS.findall(before)) >= 4:
        return False
    return bool(part) and not regex.search("全年|年度|整體|合計|共計", between)


def _growth_formula(
    entry: Entry, quantity: Quantity, start: int, printed: Sequence[Formula]
) -> Formula | None:
    """Return the formula beside a percentage that is called growth, or is one's result."""
    is_stated, formula = _is_rate(_GROWTH_RATE, entry, quantity, start, printed)
    return formula if is_stated and formula else _growth_before(quantity, printed, entry.text)


def _growth_before(quantity: Quantity, printed: Sequence[Formula], text: str) -> Formula | None:
    """Return the growth formula whose result a percentage is: 【(630-600)/600】×100％=5％."""
    for formula in printed:
        between = text[formula.end : quantity.start].strip() if formula.is_growth else ""
        if between and not between.strip("=＝≒≈為約 "):
            return formula
    return None


def _is_rate(
    words: regex.Pattern[str],
    entry: Entry,
    quantity: Quantity,
    start: int,
    printed: Sequence[Formula],
) -> tuple[bool, Formula | None]:
    """Tell whether a percentage is a stated rate, and with which formula beside it."""
    before = entry.text[start : quantity.start]
    match = words.search(before)
    if match is None:
        return False, None
    while later := words.search(before, match.start("link")):
        match = later
    if _OTHERS_RATE.search(before[: match.start()]) or _is_of_a_group(entry, quantity):
        return False, None
    link = match["link"]
    link_start = quantity.start - len(link)
    formula: Formula | None = None
    for candidate in printed:
        if link_start <= candidate.start and candidate.end <= quantity.start:
            formula = candidate
            link = link[: candidate.start - link_start] + link[candidate.end - link_start :]
            break
    # Brackets about a formula are no word: 達成率（62/60×100%）103.3%.
    if not _LINK.fullmatch(_PASSED_OVER.sub("", link).strip("（()）" if formula else "（(")):
        return False, None
    if formula is None:
        formula = next((f for f in printed if 0 <= f.start - quantity.end <= 1), None)
    return True, formula


def _is_of_a_group(entry: Entry, quantity: Quantity) -> bool:
    """Tell whether a rate only says which cases are meant: 達成率90%以上者, 未滿80%之學校."""
    behind = entry.text[quantity.end : quantity.end + 1]
    return behind == "者" or (quantity.bound != "=" and behind in ("之", "的"))
