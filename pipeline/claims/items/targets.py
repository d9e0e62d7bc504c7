"""Statements of a row -> the items that its target cell lists, with their names and directions.

The target cell says how many items a row has (1. 2. 3., glued or not), unless the analysis lists
more of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from pipeline.claims import outlines
from pipeline.claims.items import direction
from pipeline.claims.mentions import (
    DROP_WORDS,
    GROWTH_WORDS,
    REVISED,
    Mention,
    Role,
    Statements,
    last_words,
)
from pipeline.claims.outlines import Entry
from pipeline.claims.records import Indicator
from pipeline.claims.statements import is_target_list, target_mentions
from pipeline.patterns import late
from pipeline.quantities import (
    DURATIONS,
    LENGTHS_OF_TIME,
    UNIT_OF_MONEY,
    Quantity,
    from_gregorian,
    same_counter,
)

_GROWTH_TARGET = regex.compile(
    rf"較[^，。；]{{0,10}}(?:年|年度|去年|上年|前年|基期)[^，。；]{{0,12}}(?:{GROWTH_WORDS}|{DROP_WORDS})"
    rf"|(?:{GROWTH_WORDS}|{DROP_WORDS})率|年?(?:成長|增加率)"
)
_FALL, _RISE = regex.compile(DROP_WORDS), regex.compile(GROWTH_WORDS)
_CHANGE_BY = regex.compile(rf"(?:(?:{DROP_WORDS})[^，。；至到為率度]{{0,8}}|(?:{GROWTH_WORDS}))$")
LOWER_NAMES = (
    "失業率|犯罪率|死亡率|離職率|流失率|錯誤率|誤差率|不良率|逾期率|漏水率|故障率|中輟率|輟學率|損失率|發生率|盛行率|感染率"
    "|不合格率|逾放|違規率|申訴|投訴|事故|死亡|傷亡|肇事|逾期|缺失|等候|等待|延遲|赤字"
)
"""Names of what is better when there is less of it."""
_LOWER_NAME = late(LOWER_NAMES)
_LOWER = regex.compile(
    rf"以下|以內|不超過|不逾|不高於|低於|降[至到為]|{DROP_WORDS}|天數|日數|時間|時程|工時|{LOWER_NAMES}"
)
_TIME_GIVEN = ("時數", "訓練", "研習", "培訓", "課程", "服務時", "開放")
"""Words for time that is given rather than taken: more of it is better."""
_CHANGED = late(
    rf"{REVISED.pattern}|(?P<from>(?:由|從).*(?:{DROP_WORDS}|{GROWTH_WORDS}|降|升)[^，。；]{{0,2}}[至為到]$)"
)
"""Words before a figure that takes the place of the one before it."""
_ENDS_CLAUSE = regex.compile("[，。；,]")
_SETS_APART = regex.compile(r"[，、；,;及]")
_OF_YEAR = regex.compile(r"度?(?:績效|原定|原訂|目標)*(?:值|數)?[：:為計達\s]*")
_OF_ALL_YEARS = regex.compile(
    r"(?:全程|中程|總計畫|[0-9一二三四五六]年期?)(?:之|的)?(?:績效|總)?目標(?:值|數)?[：:為計達\s]*$"
)
_BRACKET = regex.compile("[(（【]")
_LEADS_UP = regex.compile("(?:目標值|應達|達|為|計|共計|至少)+$")
_SHARE = late(r"^[^ 　。0-9]+(?:率|比例|占比)(?:達|為|低於|高於|不低於|不高於|不超過|至少)?$")
_FOR_EACH = late(r"每[^，、；]{0,3}$")


@dataclass(slots=True)
class ItemDraft:
    """An item while it is put together."""

    text: str
    mention: Mention | None
    entry: Entry | None
    label: str = ""
    baseline: Mention | None = None
    """What it starts from: 由104年80件降至70件."""

    @property
    def end(self) -> int:
        """Return where its figure ends in its entry."""
        return self.mention.quantity.end if self.mention else 0


def draft_items(statements: Statements) -> list[ItemDraft]:
    """Return the items that the target cell lists, and those that only the analysis does."""
    run = statements.numbered("target")
    listed = outlines.listed_entries(statements.cells.get("target", ()), run)
    drafts = _of_year([draft for entry in listed for draft in _drafts(entry)], statements.roc_year)
    if len(run) <= 1 and len(drafts) > 1:
        # Paragraphs without numbers: those without a figure are words that go with the others.
        drafts = [draft for draft in drafts if draft.mention] or drafts[:1]
    return _listed_in_analysis(statements, drafts) or drafts


def _drafts(entry: Entry) -> Iterator[ItemDraft]:
    """Yield the targets of a target cell's entry: 辦理50場次，參加2,000人次以上 sets two."""
    drafts: list[ItemDraft] = []
    for mention in target_mentions(entry):
        before = entry.text[: mention.quantity.number_start]
        if drafts and (changed := _CHANGED.search(before)):
            drafts[-1].mention, replaced = mention, drafts[-1].mention
            drafts[-1].baseline = replaced if changed["from"] else None
        elif drafts and _FOR_EACH.search(before):
            continue
        elif drafts and _is_condition(drafts[-1], before):
            drafts[-1].mention = mention
        else:
            drafts.append(ItemDraft(entry.paragraph.text, mention, entry))
    if len(drafts) < 2:
        yield drafts[0] if drafts else ItemDraft(entry.paragraph.text, None, entry)
        return
    for draft in drafts:
        assert draft.mention is not None
        yield replace(draft, text=_own_clause(draft.mention), entry=None)


def _of_year(drafts: list[ItemDraft], roc_year: int | None) -> list[ItemDraft]:
    """Leave out other years' targets, where the report's own is among them."""
    years = [_year(draft) for draft in drafts]
    if roc_year not in years or None in years:
        return drafts
    return [draft for draft, year in zip(drafts, years, strict=True) if year == roc_year]


def _year(draft: ItemDraft) -> int | None:
    """Return the year that is named right before a target's figure: 105年：200件; 0 for all years."""
    if draft.mention is None:
        return None
    entry, start = draft.mention.entry, draft.mention.quantity.start
    named = [
        q
        for q in entry.found
        if q.kind == "roc_year"
        and q.year
        and q.end <= start  # those behind the figure do not name its year
        and _OF_YEAR.fullmatch(entry.text, q.end, start)
    ]
    if named and named[-1].year:
        return from_gregorian(named[-1].year)
    return 0 if _OF_ALL_YEARS.search(entry.text[:start]) else None


def _is_condition(draft: ItemDraft, before: str) -> bool:
    """Tell whether a figure only says what the next one counts.

    3日內辦結率95%, 疫苗2劑完成率95%, 每月1次，全年12次.
    """
    if draft.mention is None:
        return False
    if _FOR_EACH.search(before[: draft.mention.quantity.number_start]):
        return True
    between = before[draft.end :]
    together = not _SETS_APART.search(between)
    named = draft.mention.quantity.bound == "=" and _SHARE.search(between)
    return together and (draft.mention.unit in LENGTHS_OF_TIME or bool(named))


def _listed_in_analysis(statements: Statements, drafts: Sequence[ItemDraft]) -> list[ItemDraft]:
    """Return the targets that the analysis sums up, where it lists more than the target cell.

    It must list one for each stated rate, and all of the cell's among them in their order.
    """
    targets = statements.with_role(Role.TARGET, "result")
    summed = [m for m in targets if is_target_list(m.entry)]
    rates = [rate for rate in statements.rates if rate.mention.entry.section == "result"]
    numbered = [rate for rate in rates if rate.mention.entry.number]
    if not (len(drafts) < len(summed) == len(rates) == len(numbered)):
        return []
    merged: list[ItemDraft] = []
    waiting = list(drafts)
    for mention in summed:
        if waiting and waiting[0].mention and same_figure(waiting[0].mention, mention):
            draft = waiting.pop(0)
            merged.append(draft)
        else:
            merged.append(ItemDraft(_own_clause(mention), mention, None))
    return [] if waiting else merged


def _own_clause(mention: Mention) -> str:
    """Return the clause that a figure stands in, as printed."""
    text, quantity = mention.entry.text, mention.quantity
    start = max(text.rfind(mark, mention.start, quantity.start) for mark in "，、；,") + 1
    return text[max(start, mention.start) : quantity.end].strip()


def same_figure(a: Mention, b: Mention) -> bool:
    """Tell whether two figures are one: the same value and the same counter."""
    return a.quantity.value == b.quantity.value and same_counter(a.unit, b.unit)


def finish_item(statements: Statements, number: int, draft: ItemDraft) -> Indicator:
    """Give an item its label, and tell whether it grows and which way is better."""
    mention = draft.mention
    numbered = _numbered_alike(statements, "indicator", draft)
    words = numbered.text if numbered else _words(statements, number, draft)
    label = draft.label or (numbered.text if numbered else _label(statements, words, draft))
    text = f"{draft.text}\n{words}"
    growth = mention is not None and _grows(mention, text)
    return Indicator(
        row=statements.row.number,
        item=number,
        label=_tidy(label),
        target_text=draft.text,
        target=mention.figure if mention else None,
        actual_text="",
        actual=None,
        baseline=draft.baseline.figure if draft.baseline else None,
        lower=_falls(text)
        if growth
        else _is_lower(mention, text, label) or _is_told_lower(statements, mention, label),
        growth=growth,
        says_lower=not growth and _says_lower(statements, mention, label),
    )


def _grows(mention: Mention, text: str) -> bool:
    """Tell whether a target is a change in percent: 較104年成長3%, 減少案件10%."""
    if mention.quantity.kind != "percent":
        return False
    before = mention.entry.text[: mention.quantity.number_start]
    return bool(_GROWTH_TARGET.search(text) or _CHANGE_BY.search(before))


def _falls(text: str) -> bool:
    """Tell whether a growth target is one for a reduction."""
    return bool(_FALL.search(text)) and not _RISE.search(text)


def _is_lower(mention: Mention | None, text: str, label: str) -> bool:
    """Tell whether less is better, from the target's bound, its counter and the words.

    The item's name alone tells time that is given (訓練時數), where no figure stands beside it.
    """
    if mention is None or mention.quantity.bound == ">=":
        return False
    quantity = mention.quantity
    if quantity.bound == "<=" or quantity.value == 0:
        return True
    if _LOWER.search(text):
        return True
    if quantity.unit not in DURATIONS:
        return False
    words = f"{text}\n{label}"
    return not any(word in words for word in _TIME_GIVEN)


def _says_lower(statements: Statements, mention: Mention | None, label: str) -> bool:
    """Tell whether a bound, a mark or a printed formula says that lower is better."""
    if mention is None or mention.quantity.bound == ">=" or mention.quantity.unit == UNIT_OF_MONEY:
        return False
    return mention.quantity.bound == "<=" or direction.is_marked_lower(
        _names(statements, label), statements.row.text("standard"), statements.lower_marks
    )


def _names(statements: Statements, label: str) -> Sequence[str]:
    """Return what an item is called: by itself, by a row that is of it alone, by the group of its columns."""
    indicator = statements.row.text("indicator").split("\n")
    return (label, *(indicator if len(indicator) == 1 else ()), statements.group)


def is_told_as_lower(mention: Mention) -> bool:
    """Tell whether a figure's own words name what is better when there is less of it."""
    return bool(_LOWER_NAME.search(last_words(mention)))


def _is_told_lower(statements: Statements, mention: Mention | None, label: str) -> bool:
    """Tell whether the names about an item say that lower is better, of a target with no lower bound."""
    if mention is None or mention.quantity.bound == ">=":
        return False
    names = _names(statements, label)
    if any(direction.bears_mark(name, statements.lower_marks) for name in names):
        return True
    standard = statements.row.text("standard")
    if len(statements.numbered("target")) < 2 and direction.is_met_below(
        statements.row.text("analysis")
    ):
        return True
    return any(direction.is_told_lower(name, standard) for name in names)


def _words(statements: Statements, number: int, draft: ItemDraft) -> str:
    """Return what the row says of an item in its entry of the measure, else wherever its figure is."""
    if draft.mention is None:
        return ""
    quantity = draft.mention.quantity
    measure = _of_measure(statements, number, draft.mention)
    if measure is not None:
        return _clause_with(measure, quantity)
    words = [_clause_with(entry, quantity) for entry in statements.measures]
    return "\n".join([word for word in words if word])


def _label(statements: Statements, words: str, draft: ItemDraft) -> str:
    """Return the best name of an item without an indicator of its own: its own words, or others."""
    item_words = _own_words(draft)
    if len(item_words) > 1 and not item_words.startswith("較"):
        return item_words
    lines = [line for line in words.split("\n") if line]
    return lines[0] if lines else statements.row.text("indicator").split("\n")[0]


def _own_words(draft: ItemDraft) -> str:
    """Return the words of a target cell's entry without its figure."""
    if draft.mention is None:
        return ""
    quantity = draft.mention.quantity
    text = draft.mention.entry.text
    if draft.entry is None:
        start = max(text.rfind(mark, 0, quantity.start) for mark in "，、；,：") + 1
        return _tidy(text[start : quantity.start] + _SETS_APART.split(text[quantity.end :])[0])
    return _tidy(text[: quantity.start]) or _tidy(text[quantity.end :])


_SUMS = frozenset(("合計", "總計", "小計", "共計", "累計"))
"""Names of whole lines, in which 計 leads up to no figure."""


def _tidy(label: str) -> str:
    """Return a label without the words and marks that lead up to the figure.

    >>> _tidy("辦理講座計"), _tidy("合計")
    ('辦理講座', '合計')
    """
    label = (_BRACKET.split(label.strip(), 1)[0] or label).strip("，、。；：:.． ")
    if label in _SUMS:
        return label
    return _LEADS_UP.sub("", label).strip("，、。；：:.． ")


def _clause_with(entry: Entry, quantity: Quantity) -> str:
    """Return the words before a figure of the same value in an entry, from its clause on."""
    for other in entry.found:
        if other.value == quantity.value and other.kind == quantity.kind and other.is_quantity:
            before = _ENDS_CLAUSE.split(entry.text[: other.start])
            return before[-1] if len(before[-1]) > 2 else entry.text[: other.start]
    return ""


def _numbered_alike(statements: Statements, role: str, draft: ItemDraft) -> Entry | None:
    """Return the entry of a cell with this number, where as many are listed as there are targets."""
    if draft.entry is None or len(run := statements.numbered(role)) < 2:
        return None
    targets = statements.numbered("target")
    if len(run) != len(targets):
        return None
    place = draft.entry.number - 1
    return run[place] if 0 <= place < len(run) and targets[place] is draft.entry else None


def _of_measure(statements: Statements, number: int, mention: Mention) -> Entry | None:
    """Return the entry of the measure (衡量標準) with this number and the same figure."""
    for run in statements.runs("analysis"):
        if len(run) > 1 and number <= len(run) and run[number - 1].section == "standard":
            entry = run[number - 1]
            for quantity in entry.found:
                if quantity.value == mention.quantity.value:
                    return entry
    return None
