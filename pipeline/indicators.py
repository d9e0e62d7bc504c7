"""Statements of a row -> its measured items: what was to be reached in each, and what was.

The target cell says how many items a row has (1. 2. 3., glued or not), unless the analysis lists
more of them. A figure belongs to an item by the number it is listed under, whatever style of
numbering each cell uses; else by the words that are most alike, with the same counter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline import formulas, outlines, quantities, statements
from pipeline.counters import LENGTHS_OF_TIME
from pipeline.mentions import DROP_WORDS, GROWTH_WORDS, REVISED, Mention, Role, Statements
from pipeline.model import Figure, Indicator
from pipeline.outlines import Entry
from pipeline.quantities import Quantity

_GROWTH_TARGET = re.compile(
    rf"較[^，。；]{{0,10}}(?:年|年度|去年|上年|前年|基期)[^，。；]{{0,12}}(?:{GROWTH_WORDS}|{DROP_WORDS})"
    rf"|(?:{GROWTH_WORDS}|{DROP_WORDS})率|年?(?:成長|增加率)"
)
_FALL, _RISE = re.compile(DROP_WORDS), re.compile(GROWTH_WORDS)
_CHANGE_BY = re.compile(rf"(?:(?:{DROP_WORDS})[^，。；至到為率度]{{0,8}}|(?:{GROWTH_WORDS}))$")
LOWER_NAMES = (
    "失業率|犯罪率|死亡率|離職率|流失率|錯誤率|誤差率|不良率|逾期率|漏水率|故障率|中輟率|輟學率|損失率|發生率|盛行率|感染率"
    "|不合格率|逾放|違規率|申訴|投訴|事故|死亡|傷亡|肇事|逾期|缺失|等候|等待|延遲|赤字"
)
"""Names of what is better when there is less of it."""
_LOWER = re.compile(
    rf"以下|以內|不超過|不逾|不高於|低於|降[至到為]|{DROP_WORDS}|天數|日數|時間|時程|工時|{LOWER_NAMES}"
)
_LOWER_UNITS = ("秒", "秒鐘", "分鐘", "分", "小時", "日", "天", "個月", "工作天")
_TIME_GIVEN = re.compile(r"時數|訓練|研習|培訓|課程|服務時|開放")
"""Words for time that is given rather than taken: more of it is better."""
_TOTAL = re.compile(r"(?:共計|合計|總計|累計|全年|實際|計|達|為|共)[^，。；0-9]{0,6}$")
_REACHED = re.compile(r"實際|達成值|實績")
_SUMS_UP = re.compile(r"(?:共計|合計|總計|全年|共有|總共|共)[^，。；0-9]{0,8}$")
_CHANGED = re.compile(
    rf"{REVISED.pattern}|(?P<from>(?:由|從).*(?:{DROP_WORDS}|{GROWTH_WORDS}|降|升)[^，。；]{{0,2}}[至為到]$)"
)
"""Words before a figure that takes the place of the one before it."""
_SETS_APART = re.compile(r"[，、；,;及]")
_OF_YEAR = re.compile(r"度?(?:績效|原定|原訂|目標)*(?:值|數)?[：:為計達\s]*")
_OF_ALL_YEARS = re.compile(
    r"(?:全程|中程|總計畫|[0-9一二三四五六]年期?)(?:之|的)?(?:績效|總)?目標(?:值|數)?[：:為計達\s]*$"
)
_FOR_EACH = re.compile(r"每[^，、；]{0,3}$")
_NOT_WORDS = re.compile(r"[\W\d_]+")


@dataclass(slots=True)
class _Draft:
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


def from_statements(found: Statements) -> tuple[Indicator, ...]:
    """Return the items of a row in the order of its target cell."""
    drafts = _targets(found)
    items = [_item(found, number, draft) for number, draft in enumerate(drafts, start=1)]
    return tuple(_with_actuals(found, items))


def likeness(a: str, b: str) -> float:
    """Return how alike two labels are, from 0 to 1: the pairs of characters that they share.

    >>> likeness("與簽署國進行實質交流", "與已簽署國實質交流") > likeness("與簽署國進行實質交流", "洽談簽署")
    True
    """
    first, second = _pairs(a), _pairs(b)
    shared = len(first & second)
    if not shared:
        return 0.0
    return (shared / min(len(first), len(second)) + 2 * shared / (len(first) + len(second))) / 2


def _pairs(text: str) -> set[str]:
    words = _NOT_WORDS.sub("", text)
    return {words[i : i + 2] for i in range(len(words) - 1)}


def best_match(label: str, others: Sequence[str], least: float = 0.2) -> int | None:
    """Return the one label that is most alike; None where none is, or two are equally so."""
    scores = sorted(((likeness(label, other), i) for i, other in enumerate(others)), reverse=True)
    if not scores or scores[0][0] < least:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < 0.05:
        return None
    return scores[0][1]


# --------------------------------------------------------------------------- targets and labels


def _targets(found: Statements) -> list[_Draft]:
    """Return the items that the target cell lists, and those that only the analysis does."""
    entries = found.cells.get("target", ())
    run = outlines.numbered(entries)
    listed = outlines.listed(entries)
    drafts = _of_year([draft for entry in listed for draft in _drafts(entry)], found.roc_year)
    if len(run) <= 1 and len(drafts) > 1:
        # Paragraphs without numbers: those without a figure are words that go with the others.
        drafts = [draft for draft in drafts if draft.mention] or drafts[:1]
    return _listed_in_analysis(found, drafts) or drafts


def _drafts(entry: Entry) -> Iterator[_Draft]:
    """Yield the targets of a target cell's entry: 辦理50場次，參加2,000人次以上 sets two."""
    kept: list[_Draft] = []
    for mention in statements.target_mentions(entry):
        before = entry.text[: mention.quantity.number_start]
        if kept and (changed := _CHANGED.search(before)):
            kept[-1].mention, replaced = mention, kept[-1].mention
            kept[-1].baseline = replaced if changed["from"] else None
        elif kept and _FOR_EACH.search(before):
            continue
        elif kept and _is_condition(kept[-1], before):
            kept[-1].mention = mention
        else:
            kept.append(_Draft(entry.paragraph.text, mention, entry))
    if len(kept) < 2:
        yield kept[0] if kept else _Draft(entry.paragraph.text, None, entry)
        return
    for draft in kept:
        assert draft.mention is not None
        yield replace(draft, text=_own_clause(draft.mention), entry=None)


def _of_year(drafts: list[_Draft], roc_year: int | None) -> list[_Draft]:
    """Leave out other years' targets, where the report's own is among them."""
    years = [_year(draft) for draft in drafts]
    if roc_year not in years or None in years:
        return drafts
    return [draft for draft, year in zip(drafts, years, strict=True) if year == roc_year]


def _year(draft: _Draft) -> int | None:
    """Return the year that is named right before a target's figure: 105年：200件; 0 for all years."""
    if draft.mention is None:
        return None
    entry, start = draft.mention.entry, draft.mention.quantity.start
    named = [
        q
        for q in entry.found
        if q.kind == "roc_year" and q.year and _OF_YEAR.fullmatch(entry.text, q.end, start)
    ]
    if named and named[-1].year:
        return named[-1].year - 1911
    return 0 if _OF_ALL_YEARS.search(entry.text[:start]) else None


def _is_condition(draft: _Draft, before: str) -> bool:
    """Tell whether a figure only says what the next one counts: 3日內辦結率95%, 每月1次，全年12次."""
    if draft.mention and _FOR_EACH.search(before[: draft.mention.quantity.number_start]):
        return True
    together = not _SETS_APART.search(before[draft.end :])
    return together and draft.mention is not None and draft.mention.unit in LENGTHS_OF_TIME


def _listed_in_analysis(found: Statements, drafts: Sequence[_Draft]) -> list[_Draft]:
    """Return the targets that the analysis sums up, where it lists more than the target cell.

    It must list one for each stated rate, and all of the cell's among them in their order.
    """
    targets = found.of(Role.TARGET, "result")
    summed = [m for m in targets if statements.is_target_list(m.entry)]
    rates = [rate for rate in found.rates if rate.mention.entry.section == "result"]
    numbered = [rate for rate in rates if rate.mention.entry.number]
    if not (len(drafts) < len(summed) == len(rates) == len(numbered)):
        return []
    merged: list[_Draft] = []
    waiting = list(drafts)
    for mention in summed:
        if waiting and waiting[0].mention and same_figure(waiting[0].mention, mention):
            draft = waiting.pop(0)
            merged.append(draft)
        else:
            merged.append(_Draft(_own_clause(mention), mention, None))
    return [] if waiting else merged


def _own_clause(mention: Mention) -> str:
    """Return the clause that a figure stands in, as printed."""
    text, quantity = mention.entry.text, mention.quantity
    start = max(text.rfind(mark, mention.start, quantity.start) for mark in "，、；,") + 1
    return text[max(start, mention.start) : quantity.end].strip()


def same_figure(a: Mention, b: Mention) -> bool:
    """Tell whether two figures are one: the same value and the same counter."""
    return a.quantity.value == b.quantity.value and quantities.same_counter(a.unit, b.unit)


def _item(found: Statements, number: int, draft: _Draft) -> Indicator:
    """Give an item its label, and tell whether it grows and which way is better."""
    mention = draft.mention
    words = _words(found, number, draft)
    label = draft.label or _label(found, number, draft)
    text = f"{draft.text}\n{words}"
    growth = mention is not None and _grows(mention, text)
    return Indicator(
        row=found.row.number,
        item=number,
        label=_tidy(label),
        target_text=draft.text,
        target=mention.figure if mention else None,
        actual_text="",
        actual=None,
        baseline=draft.baseline.figure if draft.baseline else None,
        lower=_falls(text) if growth else _is_lower(mention, text),
        growth=growth,
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


def _is_lower(mention: Mention | None, text: str) -> bool:
    """Tell whether less is better, from the target's bound, its counter and the words."""
    if mention is None or mention.quantity.bound == ">=":
        return False
    quantity = mention.quantity
    if quantity.bound == "<=" or quantity.value == 0:
        return True
    if _LOWER.search(text):
        return True
    return quantity.unit in _LOWER_UNITS and not _TIME_GIVEN.search(text)


def _words(found: Statements, number: int, draft: _Draft) -> str:
    """Return what the row says of an item elsewhere: its indicator, its entry of the measure."""
    words = [entry.text for entry in _numbered_alike(found, "indicator", draft)]
    if not words and draft.mention:
        words = [
            _clause_with(entry, draft.mention.quantity)
            for entry in _of_measure(found, number, draft.mention)
        ]
    if not words and draft.mention:
        words = [
            _clause_with(entry, draft.mention.quantity)
            for role in ("indicator", "analysis")
            for entry in _all_entries(found, role)
            if role == "indicator" or entry.section == "standard"
        ]
    return "\n".join(word for word in words if word)


def _label(found: Statements, number: int, draft: _Draft) -> str:
    """Return the best name of an item: its indicator's, its own words, or those of the measure."""
    numbered = list(_numbered_alike(found, "indicator", draft))
    if numbered:
        return numbered[0].text
    own = _own_words(draft)
    if len(own) > 1 and not own.startswith("較"):
        return own
    words = [line for line in _words(found, number, draft).split("\n") if line]
    return words[0] if words else found.row.text("indicator").split("\n")[0]


def _own_words(draft: _Draft) -> str:
    """Return the words of a target cell's entry without its figure."""
    if draft.mention is None:
        return ""
    quantity = draft.mention.quantity
    text = draft.mention.entry.text
    if draft.entry is None:
        start = max(text.rfind(mark, 0, quantity.start) for mark in "，、；,：") + 1
        return _tidy(text[start : quantity.start] + text[quantity.end :].split("，")[0])
    return _tidy(text[: quantity.start]) or _tidy(text[quantity.end :])


def _tidy(label: str) -> str:
    """Return a label without the words and marks that lead up to the figure."""
    label = re.split(r"[(（【]", label.strip())[0] or label
    return re.sub(
        r"(?:目標值|應達|達|為|計|共計|至少)+$", "", label.strip("，、。；：:.． ")
    ).strip("，、。；：:.． ")


def _clause_with(entry: Entry, quantity: Quantity) -> str:
    """Return the words before a figure of the same value in an entry, from its clause on."""
    for other in entry.found:
        if other.is_quantity and other.value == quantity.value and other.kind == quantity.kind:
            before = re.split("[，。；,]", entry.text[: other.start])
            return before[-1] if len(before[-1]) > 2 else entry.text[: other.start]
    return ""


def _numbered_alike(found: Statements, role: str, draft: _Draft) -> Iterator[Entry]:
    """Yield the entry of a cell with this number, where as many are listed as there are targets."""
    run = outlines.numbered(found.cells.get(role, ()))
    targets = outlines.numbered(found.cells.get("target", ()))
    if len(run) > 1 and len(run) == len(targets):
        yield from (entry for entry, own in zip(run, targets, strict=True) if own is draft.entry)


def _of_measure(found: Statements, number: int, mention: Mention) -> Iterator[Entry]:
    """Yield the entry of the measure (衡量標準) with this number and the same figure."""
    for run in outlines.runs(found.cells.get("analysis", ())):
        if len(run) > 1 and number <= len(run) and run[number - 1].section == "standard":
            entry = run[number - 1]
            if any(quantity.value == mention.quantity.value for quantity in entry.found):
                yield entry
                return


def _all_entries(found: Statements, role: str) -> Iterator[Entry]:
    for root in found.cells.get(role, ()):
        yield from root.walk()


# --------------------------------------------------------------------------- actual figures


def _with_actuals(found: Statements, items: list[Indicator]) -> Iterator[Indicator]:
    """Give each item the figure that was reached, and last year's for a growth target."""
    columns = _column_actuals(found, items)
    candidates = _candidates(found)
    by_number = _by_number(candidates, items, found)
    matched = _by_words(candidates, items, _listed_under(found, items))
    for index, item in enumerate(items):
        if item.growth:
            yield _with_growth(found, item, len(items))
            continue
        mention = columns.get(index) or by_number.get(index) or matched.get(index)
        if mention is None:
            yield item
            continue
        yield replace(
            item,
            actual=mention.figure,
            actual_text=mention.figure.sentence,
            cumulative=mention.cumulative,
        )


def _column_actuals(found: Statements, items: Sequence[Indicator]) -> dict[int, Mention]:
    """Read the column of actual figures, where the report has one."""
    listed = outlines.listed(found.cells.get("actual", ()))
    if len(listed) != len(items):
        return {}
    return {
        index: mention
        for index, entry in enumerate(listed)
        for mention in list(statements.target_mentions(entry))[:1]
    }


def _candidates(found: Statements) -> list[Mention]:
    """Return the figures of the analysis that may tell what was reached."""
    told = [
        mention
        for mention in found.mentions
        if mention.role in (Role.ACTUAL, Role.RATIO)
        and mention.entry.section in ("progress", "result", None)
    ]
    yearly = [mention for mention in told if not mention.cumulative]
    return [
        mention
        for mention in told
        if not mention.cumulative
        or not any(quantities.same_counter(mention.unit, other.unit) for other in yearly)
    ]


def fits(mention: Mention, target: Figure | None) -> bool:
    """Tell whether a figure may be the actual one for a target: it has the same counter."""
    if target is None or mention.passing:
        return False
    quantity = target.quantity
    if (mention.quantity.kind == "percent") != (quantity.kind == "percent"):
        return False
    return quantities.same_counter(mention.unit, quantity.unit)


def _by_number(
    candidates: Sequence[Mention], items: Sequence[Indicator], found: Statements
) -> dict[int, Mention]:
    """Pair by list number, where a part of the analysis lists as many entries as there are items."""
    chosen: dict[int, Mention] = {}
    for section in ("progress", None):
        run = statements.run_of(found, section, len(items))
        for index, entry in enumerate(run):
            under = {id(e) for e in entry.walk()}
            fitting = [
                m for m in candidates if id(m.entry) in under and fits(m, items[index].target)
            ]
            best = _likeliest(fitting, items[index])
            if best is not None:
                chosen.setdefault(index, best)
    return chosen


def is_total(mention: Mention) -> bool:
    """Tell whether a figure is said to sum up others: 合計250場."""
    return bool(_SUMS_UP.search(mention.label))


def _likeliest(fitting: Sequence[Mention], item: Indicator) -> Mention | None:
    """Return the one figure that sums up, the only one, or none where several may be meant."""
    if len({(m.quantity.value, m.unit) for m in fitting}) <= 1:
        return fitting[0] if fitting else None
    totals = [m for m in fitting if is_total(m)]
    if len({m.quantity.value for m in totals}) == 1:
        return totals[0]
    reached = [m for m in fitting if _REACHED.search(last_words(m))]
    if len({m.quantity.value for m in reached}) == 1:
        return reached[0]
    best = best_match(item.label or item.target_text, [last_words(m) for m in fitting])
    if best is not None:
        return fitting[best]
    told = [m for m in fitting if m.quantity.kind == "number" and _TOTAL.search(m.label)]
    return told[0] if len({m.quantity.value for m in told}) == 1 else None


def is_told_as_lower(mention: Mention) -> bool:
    """Tell whether a figure's own words name what is better when there is less of it."""
    return bool(re.search(LOWER_NAMES, last_words(mention)))


def last_words(mention: Mention) -> str:
    """Return the words of a figure's own clause."""
    return re.split("[，、；,：]", mention.label)[-1]


def _listed_under(found: Statements, items: Sequence[Indicator]) -> dict[int, int]:
    """Return for the entries of the lists that go with the items which item each is under."""
    return {
        id(entry): index
        for section in ("progress", "result", None)
        for index, head in enumerate(statements.run_of(found, section, len(items)))
        for entry in head.walk()
        if entry.number or entry is head
    }


def _by_words(
    candidates: Sequence[Mention], items: Sequence[Indicator], listed: Mapping[int, int]
) -> dict[int, Mention]:
    """Pair by counter and words, the most alike first, each figure once; none of another's entry."""
    scored: list[tuple[float, int, int]] = []
    for index, item in enumerate(items):
        fitting = [
            (c, m)
            for c, m in enumerate(candidates)
            if fits(m, item.target) and listed.get(id(m.entry), index) == index
        ]
        alone = len({m.quantity.value for _, m in fitting}) == 1
        sums = {m.quantity.value for _, m in fitting if is_total(m)}
        rivals = sum(
            other.target is not None and any(fits(m, other.target) for _, m in fitting)
            for other in items
        )
        for c, mention in fitting:
            words = f"{item.label} {item.target_text}"
            score = likeness(words, mention.label) + likeness(words, last_words(mention)) / 10
            if rivals == 1 and (alone or (sums == {mention.quantity.value} and is_total(mention))):
                score += 1.0
            if _TOTAL.search(mention.label):
                score += 0.15
            if mention.entry.section == "progress":
                score += 0.01
            scored.append((score, index, c))
    return _assigned(scored, candidates)


def _assigned(
    scored: list[tuple[float, int, int]], candidates: Sequence[Mention]
) -> dict[int, Mention]:
    """Take the best pairs first; leave an item without a figure where two are as good."""
    chosen: dict[int, Mention] = {}
    used: set[int] = set()
    for score, index, c in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score < 0.2 or index in chosen or c in used:
            continue
        rival = max(
            (
                s
                for s, i, other in scored
                if i == index
                and other not in used
                and candidates[other].quantity.value != candidates[c].quantity.value
            ),
            default=0.0,
        )
        if score - rival < 0.05:
            continue
        chosen[index] = candidates[c]
        used.add(c)
    return chosen


def _with_growth(found: Statements, item: Indicator, items: int) -> Indicator:
    """Take this year's and last year's figure from the growth formula, or from the sentences."""
    for entry in _all_entries(found, "analysis"):
        if entry.section == "standard" or not entry.found:
            continue
        for formula in formulas.find_all(entry.text):
            numbers = list(formula.numbers())
            if formula.is_growth and len(numbers) == 3:
                place = entry.place(formula.start, formula.end)
                actual, baseline = (
                    Figure(number.quantity, formula.text, place) for number in numbers[:2]
                )
                return replace(item, actual=actual, actual_text=formula.text, baseline=baseline)
    baselines = [m for m in found.of(Role.BASELINE) if m.quantity.kind != "percent"]
    if len({m.quantity.value for m in baselines}) != 1:
        return item
    base = baselines[0]
    actuals = [
        m
        for m in _candidates(found)
        if m.quantity.kind != "percent" and quantities.same_counter(m.unit, base.unit)
    ]
    same = [m for m in actuals if m.entry is base.entry] or (actuals if items == 1 else [])
    if len({m.quantity.value for m in same}) != 1:
        return replace(item, baseline=base.figure)
    return replace(
        item, actual=same[0].figure, actual_text=same[0].figure.sentence, baseline=base.figure
    )
