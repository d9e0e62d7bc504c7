"""Row -> the statements in it: which figures are targets, which were reached, which are rates.

The words around a figure tell what it is: 目標值8,050人 is a target, 達成率為108% a stated rate, 較104年
16,851人 last year's figure. A percentage without such a word (a share, a satisfaction score, a growth
told in passing) is not a rate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import regex

from pipeline.claims import outlines, rates, roles
from pipeline.claims.items.scales import share_scale, with_unit
from pipeline.claims.mentions import (
    Goal,
    Listed,
    Mention,
    Rate,
    Role,
    Statements,
    is_open,
    is_revised,
    label_before,
    last_clause,
)
from pipeline.claims.other_years import YearsInSentence
from pipeline.claims.outlines import Entry
from pipeline.claims.records import Reason
from pipeline.patterns import late
from pipeline.quantities import (
    IN_FRONT_OF_FIGURE,
    PARTS_OF_TIME,
    QUANTITIES,
    Formula,
    Quantity,
    QuantityKind,
    find_formulas,
)
from pipeline.records import Row

_DIVIDING = regex.compile(
    r"(?:年度)?(?:目標)?(?:達成率|達成度|達成情形|實際值|實際達成值|辦理情形)|.*衡量標準|效益"
)
_INCREASED = late(r"(?:增加|增長|增|多)(?:了|約|達|近|逾)?$")
_COUNTER_IN_FRONT = regex.compile(
    r"""
    (?P<unit> \L<counters> ) (?: (?<=次) | 數 ) 量?    # 人次, 件數, 件數量
    (?: 為 | 達 | 計 | 共 | 約 | [：:] )? $
    """,
    regex.VERBOSE,
    counters=IN_FRONT_OF_FIGURE,
)
_LONGEST_IN_FRONT = 8
"""So far before a figure is looked for its counter."""
_ROLES = frozenset(["indicator", "target", "actual", "rate", "analysis"])
"""The columns whose figures are asked for."""
_OF_A_YEAR = (Role.ACTUAL, Role.RATE, Role.RATIO)
_NO_LIST = Listed((), {})
_SENTENCE = regex.compile(r"[。；;！？\n]")


def statements_from_row(
    row: Row, roc_year: int | None, lower_marks: frozenset[str] = frozenset(), group: str = ""
) -> Statements:
    """Read the statements of a row.

    ``roc_year`` is the year that the report is for, ``lower_marks`` the marks that it says to stand for
    lower is better, ``group`` what tells the columns of the row from others beside them.
    """
    cells = {
        role: outlines.outline_paragraphs(cell)
        for role, cell in row.cells.items()
        if role in _ROLES
    }
    in_cells = {role: outlines.walk_entries(entries) for role, entries in cells.items()}
    for role, unit in row.units.items():
        for entry in in_cells.get(role, ()):
            entry.found = tuple([with_unit(quantity, unit) for quantity in entry.found])
    share_scale(in_cells.get("target", ()), in_cells.get("actual", ()))
    for entries in in_cells.values():
        for entry in entries:
            if entry.found:
                entry.found = _as_told(entry)
    mentions: list[Mention] = []
    stated_rates: list[Rate] = []
    target_entries, analysis_entries = (in_cells.get(role, []) for role in ("target", "analysis"))
    goal = Goal(
        frozenset(q.value for entry in target_entries for q in entry.found),
        row.text("target") + row.text("indicator"),
        any(q.kind == "percent" for entry in target_entries for q in entry.found),
    )
    printed: dict[int, Sequence[Formula]] = {}
    for entry in analysis_entries:
        if entry.found:
            printed[id(entry)] = list(find_formulas(entry.text))
            entry_mentions, entry_rates = _read_entry(entry, printed[id(entry)], roc_year, goal)
            mentions.extend(entry_mentions)
            stated_rates.extend(entry_rates)
    for headed in rates.rates_under_heading(cells.get("analysis", ()), mentions):
        mentions[mentions.index(headed)] = rate_mention = rates.mention_as_rate(headed)
        stated_rates.append(rates.rate_from_mention(rate_mention, mentions, None))
    targets = [m for entry in target_entries for m in target_mentions(entry)]
    for called in rates.unnamed_rates(mentions, len(targets), goal):
        mentions[mentions.index(called)] = rate_mention = rates.mention_as_rate(
            called, Reason.NOT_CALLED_A_RATE
        )
        stated_rates.append(rates.rate_from_mention(rate_mention, mentions, None))
    actual_entries = in_cells.get("actual", [])
    reached, rates_there = _read_actual_column(actual_entries, roc_year, goal)
    stated_rates = stated_rates or (rates_there if not row.text("rate") else [])
    other = _outline_other_columns(row)
    order = {id(entry): index for index, entry in enumerate([*analysis_entries, *actual_entries])}
    stated_rates.sort(key=lambda rate: (order[id(rate.mention.entry)], rate.mention.quantity.start))
    return Statements(
        row,
        cells,
        tuple(mentions),
        tuple(stated_rates),
        roc_year,
        printed,
        tuple(reached),
        other,
        lower_marks,
        group,
    )


def _read_actual_column(
    entries: Sequence[Entry], roc_year: int | None, goal: Goal
) -> tuple[list[Mention], list[Rate]]:
    """Read the column of actual figures by sentences, as running text is.

    The rates stated in it (1,350艘次，達成率112.5%) count where no other column states any.
    """
    mentions: list[Mention] = []
    stated_rates: list[Rate] = []
    for entry in entries:
        if entry.found:
            own = _read_entry(entry, list(find_formulas(entry.text)), roc_year, goal)
            mentions.extend(own[0])
            stated_rates.extend(own[1])
    return mentions, stated_rates


def _outline_other_columns(row: Row) -> dict[str, tuple[Entry, ...]]:
    """Return the columns whose header has no role, with the unit that the row's figures share."""
    columns = {name: outlines.outline_paragraphs(cell) for name, cell in row.other.items()}
    unit = row.units.get("target") or row.units.get("actual")
    for column in columns.values() if unit else ():
        for entry in outlines.walk_entries(column):
            entry.found = tuple([with_unit(q, str(unit)) for q in entry.found])
    return columns


def _as_told(entry: Entry) -> tuple[Quantity, ...]:
    """Return the figures of an entry with what the words about them say."""
    quantities = entry.found
    if "" in [quantity.unit for quantity in quantities]:
        quantities = tuple([_with_counter_in_front(entry, quantity) for quantity in quantities])
    if len(quantities) > 1:
        quantities = _put_together(quantities)
    if "倍" in entry.text:
        quantities = tuple([_as_increase(entry, quantity) for quantity in quantities])
    return quantities


def _put_together(quantities: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Make one figure of a time told in two units: 1小時40分鐘."""
    times: list[Quantity] = []
    for quantity in quantities:
        last = times[-1] if times else None
        parts = PARTS_OF_TIME.get((last.unit, quantity.unit)) if last else None
        if last and parts and last.end == quantity.start and last.high is quantity.high is None:
            times[-1] = last._replace(
                text=last.text + quantity.text,
                value=Fraction(last.value) + Fraction(quantity.value) / parts,
                end=quantity.end,
                number_end=quantity.number_end,
                bound=quantity.bound if quantity.bound != "=" else last.bound,
            )
        else:
            times.append(quantity)
    return tuple(times)


def _with_counter_in_front(entry: Entry, quantity: Quantity) -> Quantity:
    """Give a bare figure the counter of the word before it: 搭乘人次300萬, 受理件數1,200."""
    if quantity.unit or quantity.kind not in QUANTITIES:
        return quantity
    start = max(quantity.start - _LONGEST_IN_FRONT, 0)
    match = _COUNTER_IN_FRONT.search(entry.text, start, quantity.start)
    return with_unit(quantity, match["unit"]) if match else quantity


def _as_increase(entry: Entry, quantity: Quantity) -> Quantity:
    """Return 增加1.2倍 as what it says: an increase of 120 %."""
    if quantity.unit != "倍" or quantity.high is not None:
        return quantity
    if not _INCREASED.search(entry.text[: quantity.number_start]):
        return quantity
    value = (
        Fraction(quantity.value) * 100
        if isinstance(quantity.value, Fraction)
        else quantity.value.scaleb(2)
    )
    return quantity._replace(
        value=value, kind=QuantityKind.PERCENT, unit="%", decimals=quantity.decimals - 2
    )


def target_mentions(entry: Entry) -> Iterator[Mention]:
    """Yield the figures of a target cell's entry, one in brackets (25％(19個單位)) left out."""
    for mention in cell_mentions(entry):
        before = entry.text[: mention.quantity.start]
        if not _in_brackets(entry, mention.quantity) or is_revised(before):
            yield mention


def cell_mentions(entry: Entry) -> Iterator[Mention]:
    """Yield all figures of a target cell's entry."""
    previous = 0
    for quantity in entry.found:
        if quantity.kind in QUANTITIES:
            yield Mention(
                entry,
                quantity,
                Role.TARGET,
                entry.text[previous : quantity.start].strip("，、。；：: "),
                0,
                len(entry.text),
            )
        previous = quantity.end


def rate_mentions(entry: Entry) -> Sequence[Mention]:
    """Return the figures of a rate cell's entry; those in brackets only where there is no other."""
    return [*target_mentions(entry)] or [*cell_mentions(entry)]


def is_target_list(entry: Entry) -> bool:
    """Tell whether an entry sums up the targets of its row (年度目標值：…)."""
    return bool(roles.TARGET_TITLE.fullmatch(entry.title))


def find_list(statements: Statements, section: str | None, length: int) -> Listed:
    """Return the list of a part of the analysis that has ``length`` entries, empty if there is none.

    Entries whose titles only divide the part (年度目標值, 達成率) are not such a list.
    """
    if length < 2:
        return _NO_LIST
    key = section, length
    if key not in statements.lists:
        heads = _run_of(statements, section, length)
        places = {id(e): index for index, head in enumerate(heads) for e in head.walk()}
        statements.lists[key] = Listed(heads, places)
    return statements.lists[key]


def _run_of(statements: Statements, section: str | None, length: int) -> list[Entry]:
    for run in statements.runs("analysis"):
        if len(run) == length and all(entry.section == section for entry in run):
            titles = [entry.title for entry in run]
            if len(set(titles)) == 1 or not any(map(_divides, titles)):
                return run
    return []


def _divides(title: str) -> bool:
    return bool(_DIVIDING.fullmatch(title) or roles.TARGET_TITLE.fullmatch(title))


def _in_brackets(entry: Entry, quantity: Quantity) -> bool:
    return is_open(entry.text[: quantity.start])


def _read_entry(
    entry: Entry, printed: Sequence[Formula], roc_year: int | None, goal: Goal
) -> tuple[list[Mention], list[Rate]]:
    """Read the figures of one entry, sentence by sentence."""
    mentions: list[Mention] = []
    rate_mentions: list[tuple[Mention, Formula | None]] = []
    for start, end, quantities in _figures_by_sentence(entry):
        years = YearsInSentence(entry.text, roc_year)
        previous = start
        for quantity in quantities:
            if quantity.kind not in QUANTITIES:
                years.note(quantity)
                continue
            inside = _inside(printed, quantity) if printed else None
            if inside is not None:
                previous = max(previous, inside.end)
                continue
            before = entry.text[start : quantity.start]
            clause = last_clause(before)
            role, formula = roles.role_in_words(
                entry, quantity, start, previous, clause, printed, goal
            )
            role = roles.reweigh_role(role, entry, quantity, start, previous, clause, goal)
            if role in _OF_A_YEAR:
                role = years.judge(role, quantity)
            if (
                role is Role.ACTUAL
                and mentions
                and rates.continues_rates(mentions[-1], entry, quantity)
            ):
                role = Role.RATE
            if (
                role is Role.RATE
                and mentions
                and roles.is_of_part(mentions[-1], entry, start, quantity)
            ):
                role = Role.OTHER
            if (
                role is Role.ACTUAL
                and mentions
                and roles.is_part_of(entry, quantity, start, clause, mentions)
            ):
                role = Role.OTHER
            revised = role is Role.TARGET and is_revised(before)
            label = role is Role.RATE and roles.label_in_list(before, goal)
            mention = Mention(
                entry, quantity, role, label or label_before(before), start, end, revised,
                quantity.kind == "percent" and roles.is_in_passing(clause, goal),
                roles.is_cumulative(clause, goal),
                years.doubt(quantity) if role is Role.RATE else None,
            )  # fmt: skip
            mentions.append(mention)
            previous = quantity.end
            if role is Role.RATE or (formula is not None and role is Role.GROWTH):
                rate_mentions.append((mention, formula))
    return mentions, [
        rates.rate_from_mention(mention, mentions, formula) for mention, formula in rate_mentions
    ]


def _figures_by_sentence(entry: Entry) -> Iterator[tuple[int, int, Sequence[Quantity]]]:
    """Yield where the sentences with figures begin and end, and the figures of each."""
    quantities = entry.found
    first, count = 0, len(quantities)
    for start, end in _sentences(entry.text):
        while first < count and quantities[first].start < start:
            first += 1  # it begins at the mark between two sentences
        behind = first
        while behind < count and quantities[behind].start < end:
            behind += 1
        if first < behind:
            yield start, end, quantities[first:behind]
        if behind == count:
            return
        first = behind


def _inside(printed: Sequence[Formula], quantity: Quantity) -> Formula | None:
    """Return the formula that a figure stands in."""
    for formula in printed:
        if formula.start <= quantity.start < formula.end:
            return formula
    return None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        if match[0] in "；;" and is_open(text[start : match.start()]):
            continue  # （男性2,310人；女性2,940人）
        yield start, match.start()
        start = match.end()
    yield start, len(text)
