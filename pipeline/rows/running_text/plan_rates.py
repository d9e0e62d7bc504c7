"""The figures of a paragraph -> the rates of a plan that are told with them: 執行率, 占分配數.

Left alone are rates that are asked for (應達90％以上), that only say which cases are meant (未達80％者), and those
of others that one is compared with (較全國平均執行率82％).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.patterns import late
from pipeline.rows.running_text.figure_words import FigureRole, is_said_barely
from pipeline.rows.running_text.plan_figures import (
    Near,
    PlanFigures,
    choose_figures,
    is_divided,
)
from pipeline.rows.running_text.rates_in_series import in_series
from pipeline.rows.running_text.records import ToldFigure, ToldKind, ToldRate
from pipeline.rows.running_text.told_figures import Group, Item, ToldFigures
from pipeline.rows.running_text.unnamed_parts import are_alike

_OPENS = late(
    r"(?:(?P<share>[占佔]達?)|達成?|為|相當於?)"
    r"(?:約|僅|已|本|該|其|總|全年度?|[上下]?半年度?|年度?|第\p{Han}季|累計|分配|原[定訂]|預[定計]|\s)*$"
)
"""What leads to the plan in the words of a rate: 占年度目標, 達成原訂目標; but for 占, 之 has to follow."""
_LONGEST_LEAD = 12
_CLAUSE_ENDS = ("", "，", ",", "。", "；", ";", "、", ")", "）", "\n")
_BEHIND_OF = late(r"(?:之|的|比率|比例|百分比|比重|約|為|達|僅|計|\s)*")
_NO_STATEMENT = late(
    r"\s*(?:以上|以下)?(?:者|之(?:目標|機關|計畫|標準|規定|單位)|為(?:目標|原則|標準)|之限制|[，,]?始得)"
)
_ASKED = late(
    r"(?:應|須|需|未|若|如|倘|目標(?:為|訂為|係|[：:])|預期|預計|期望|力求|以期|期能|低於|高於|超過|逾|提升至|提高至)"
    r"[^，。；：]{0,12}$"
)
_OF_OTHERS = late(
    r"(?:較|比|高於|低於|優於|與)[^，。；：0-9]{0,14}$"
    r"|(?:全國|各機關|各縣市|其他(?:機關|縣市)|同業|[五六]都|去年(?:同期)?|上年(?:度)?(?:同期)?)[^，。；：0-9]{0,6}$"
)
_AMONG = late(r"\p{Han}{0,4}(?:指標|項目|目標|措施)中")
"""Behind the whole: 14項指標中."""
_WINDOW = 24
"""So many groups of figures before a rate are looked at."""


def plan_rates(told: ToldFigures) -> Iterator[ToldRate]:
    """Yield the rates of a plan in a paragraph, in the order of print."""
    floor = 0  # where the rate before, with all that is its own, ends
    last = PlanFigures()
    for index, group in enumerate(told.groups):
        own = _own_base(told, index)
        if own is None and not _is_rate(told, index):
            continue
        if not _is_stated(told, group):
            floor = max(floor, group.end)
            continue
        before = told.groups[max(index - _WINDOW, 0) : index]
        since: Sequence[Group] = [g for g in before if g.start >= floor]
        since = _with_figures_behind(told, index, since)
        floor = max(group.end, since[-1].end if since else 0)
        if len(group.items) > 1:
            of = in_series(told, since, len(group.items))
            yield from map(_told_rate, [told] * len(of), group.items, of)
            last = PlanFigures()
        else:
            last = choose_figures(told, group.items[0], own, Near(since, before), last)
            last = _with_whole(told, last)
            yield _told_rate(told, group.items[0], last)


def _with_whole(told: ToldFigures, figures: PlanFigures) -> PlanFigures:
    """Return the figures of a rate with what is said to be the whole as its plan: 14項指標中達成目標10項."""
    base, parts = figures.base, figures.parts
    if base is None or len(parts) != 1 or not _AMONG.match(told.text, parts[0].quantity.end):
        return figures
    return figures._replace(base=parts[0], parts=(base,))


def _is_rate(told: ToldFigures, index: int) -> bool:
    """Tell whether a percentage is called a rate, or what was reached of the plan right before it: 達97％."""
    group = told.groups[index]
    item = group.items[0]
    if not is_said_barely(item.before) or item.quantity.kind != "percent":
        return group.role is FigureRole.RATE
    if len(group.items) > 1 or told.text[group.end : group.end + 1] not in _CLAUSE_ENDS:
        return False
    start = told.sentence_start(group.start)
    own = [one for one in told.groups[max(index - 2, 0) : index] if one.start >= start]
    if [one.role for one in own] != [FigureRole.PLANNED, FigureRole.REACHED]:
        return False
    return are_alike(own[0].items[-1], own[1].items[-1])


def _own_base(told: ToldFigures, index: int) -> Item | None:
    """Return the plan that stands in the words of a rate: 占分配數62千元之93％."""
    group = told.groups[index]
    if index == 0 or group.items[0].quantity.kind != "percent":
        return None
    before = told.groups[index - 1]
    base = before.items[-1]
    between = told.text[base.quantity.end : group.start]
    if base.before.rstrip()[-1:] in ("(", "（") and between[:1] in (")", "）"):
        between = between[1:]  # 為年度目標（50場）之90％
    name_start = before.items[0].name_start
    opening = _OPENS.search(told.text, max(name_start - _LONGEST_LEAD, 0), name_start)
    opens = opening and (opening["share"] or between.strip()[:1] in ("之", "的"))
    if before.role is FigureRole.PLANNED and opens and _BEHIND_OF.fullmatch(between):
        return base
    return None


def _is_stated(told: ToldFigures, group: Group) -> bool:
    """Tell whether a percentage is stated of something, not asked for or a limit of a class."""
    first = group.items[0]
    clause = told.text[told.sentence_start(group.start) : first.name_start]
    return not (
        _NO_STATEMENT.match(told.text, group.end)
        or _ASKED.search(clause)
        or _OF_OTHERS.search(clause)
        or first.quantity.high is not None
    )


def _with_figures_behind(told: ToldFigures, index: int, since: Sequence[Group]) -> Sequence[Group]:
    """Return the figures of a rate: those before it, or with what its bracket or the end of its sentence adds."""
    if _has_both(since):
        return since
    behind = in_brackets_behind(told, index)
    if _has_both(behind):
        return behind
    if is_divided(behind[:2]):  # 達成率95％（57場÷60場×100％）
        return behind[:2]
    behind = behind or _to_end_of_sentence(told, index)
    planned = [group for group in behind if group.role is FigureRole.PLANNED]
    if _has_both(behind) and not any(
        g.start >= told.sentence_start(behind[0].start) for g in since
    ):
        return behind
    count = len(told.groups[index].items)
    if (
        len(planned) == len(behind) == 1
        and len(planned[0].items) == count
        and _tells_only_part(since)
    ):
        # 44件，達成率110％（目標值40件）; 44件，達成率110％，原目標40件
        return [*since, *behind]
    return since


def _tells_only_part(groups: Sequence[Group]) -> bool:
    """Tell whether figures are no plans, and there are some."""
    return bool(groups) and all(group.role is not FigureRole.PLANNED for group in groups)


def _to_end_of_sentence(told: ToldFigures, index: int) -> Sequence[Group]:
    """Return the groups behind a rate in its sentence, none where that tells another rate."""
    start = told.sentence_start(told.groups[index].start)
    groups = told.groups[index + 1 : index + _WINDOW]
    own = [group for group in groups if told.sentence_start(group.start) == start]
    return (
        []
        if any(
            group.items[0].quantity.kind == "percent" and group.role is FigureRole.RATE
            for group in own
        )
        else own
    )


def in_brackets_behind(told: ToldFigures, index: int) -> Sequence[Group]:
    """Return the groups in a bracket right behind a rate: 執行率96％（預算數50千元，決算數48千元）."""
    end = told.groups[index].end
    if told.text[end : end + 1] not in ("(", "（"):
        return []
    closes = [at for mark in ")）" if (at := told.text.find(mark, end)) > 0]
    close = min(closes, default=end)
    return [g for g in told.groups[index + 1 : index + _WINDOW] if g.end <= close]


def _has_both(groups: Sequence[Group]) -> bool:
    roles = {group.role for group in groups}
    return FigureRole.PLANNED in roles and FigureRole.REACHED in roles


def _told_rate(told: ToldFigures, item: Item, of: PlanFigures) -> ToldRate:
    """Return a rate with its figures, in the sentences from the first of them to the last."""
    own = [i for i in (of.base, *of.parts, item) if i is not None]
    first = min(i.quantity.start for i in own)
    sentences = told.sentences(first, max(i.quantity.end for i in own))

    def figure(one: Item) -> ToldFigure:
        return told.figure(one, sentences)

    return ToldRate(
        kind=ToldKind.PLAN,
        label=of.name,
        rate=figure(item),
        base=figure(of.base) if of.base else None,
        parts=tuple(map(figure, of.parts)),
        rivals=tuple((figure(a), figure(b)) for a, b in of.rivals),
        bound=of.bound,
        likely=of.likely,
        called=item.words.name,
        year=told.year_before(sentences.start, item.quantity.start),
    )
