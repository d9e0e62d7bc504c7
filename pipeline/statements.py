"""Row -> the statements in it: which figures are targets, which were reached, which are rates.

The words around a figure tell what it is: 目標值8,050人 is a target, 達成率為108% a stated rate, 較104年
16,851人 last year's figure. A percentage without such a word (a share, a satisfaction score, a growth
told in passing) is not a rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pipeline import formulas, outlines
from pipeline.formulas import Formula
from pipeline.model import Figure, Row
from pipeline.outlines import Entry
from pipeline.quantities import Quantity

RATE_WORDS = ("目標達成率", "目標達成度", "達成率", "達成度", "達標率")
RATIO_WORDS = (
    "比率", "比例", "占比", "佔比", "合格率", "涵蓋率", "覆蓋率", "使用率", "普及率", "參與率", "完成率",
    "執行率", "回收率", "抽查率", "查核率", "就業率", "及格率", "通過率", "改善率", "結案率",
)  # fmt: skip
GROWTH_WORDS = "成長|提升|提高|增加|增長|增"
DROP_WORDS = "降低|減少|下降|縮短|減"

_RATE = re.compile(
    rf"(?:{'|'.join(RATE_WORDS)}|達成(?:年度|原定|原訂)?目標(?:值)?(?:之|的)?|目標達成)(?P<link>.*)$",
    re.DOTALL,
)
_GROWTH_RATE = re.compile(
    rf"(?:(?:{GROWTH_WORDS}|{DROP_WORDS})(?:率|比率|幅度)?|增減率)(?P<link>.*)$", re.DOTALL
)
_LINK = re.compile(r"[為達到均皆各約已高僅計有是平分別：:=＝≒≈\s]{0,8}")
_TARGET = re.compile(
    r"目標(?:值|數|量|人數|件數|場次)?[^，。；：達完]{0,10}$|目標(?:值|數)?[：:][^，。；]{0,6}$"
)
_RATIO = re.compile(
    rf"(?P<word>[^，。；：、（(0-9]{{0,8}}(?:{'|'.join(RATIO_WORDS)}))(?:為|達|達到|約|約為|計|：|:)?$"
)
_GROWTH = re.compile(rf"(?:{GROWTH_WORDS})(?:率)?(?:為|達|達到|了|約|計)?$")
_ALL_MET = re.compile(
    r"(?:各|全部|所有|上述|以上|上開|四|三|二|兩|五|六|七)+[^。；]{0,8}?(?:項|指標|目標)[^。；]{0,10}?(?:均|皆|全數|都)"
    r"[^。；，]{0,4}?達(?:成|標|到)?"
)
_ALL_RATE = re.compile(r"各項[^。；，]{0,8}(?:達成率|達成度)(?:均|皆)")
_PARTIAL = re.compile(r"[上下]半年|第[一二三四1-4]季|截至|[0-9]+月底|期中|其中")
_TARGET_TITLE = re.compile(r"(?:年度|原定|原訂|[0-9]{2,3}年度?)*(?:績效)?目標值?$")
_RATE_TITLE = re.compile(r"^(?:年度|[0-9]{2,3}年度?)*(?:目標|各項)?(?:達成率|達成度)$")
_DIVIDING = re.compile(
    r"(?:年度)?(?:目標)?(?:達成率|達成度|達成情形|實際值|實際達成值|辦理情形)|.*衡量標準|效益"
)
_COMPARED = re.compile(r"(?:較|比|相較於?|與)[^，。；]{0,3}$")
_CLAUSE = re.compile(r"[，,：:]")
_SENTENCE = re.compile(r"[。；;！？\n]")
_STANDARD_REFERENCE = re.compile(r"(?:同|如|詳|見)(?:上開|前述|前揭)?衡量標準")


class Role(Enum):
    """What a figure is in its sentence."""

    TARGET = "target"
    ACTUAL = "actual"
    BASELINE = "baseline"
    RATE = "rate"
    RATIO = "ratio"
    GROWTH = "growth"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its sentence, with its role and the words that tell what is counted."""

    entry: Entry
    quantity: Quantity
    role: Role
    label: str
    start: int
    """Where the sentence begins in the entry's text."""
    end: int
    """Where it ends."""

    @property
    def figure(self) -> Figure:
        """Return the quantity with its sentence and place."""
        sentence = self.entry.text[self.start : self.end].strip()
        return Figure(
            self.quantity,
            sentence,
            self.entry.place(self.quantity.start, self.quantity.end),
        )

    @property
    def unit(self) -> str:
        """Return the counter or percent sign."""
        return self.quantity.unit


@dataclass(frozen=True, slots=True)
class Rate:
    """A stated rate with what its own sentence says of it."""

    mention: Mention
    formula: Formula | None
    targets: tuple[Mention, ...]
    actuals: tuple[Mention, ...]
    baselines: tuple[Mention, ...]
    all_met: bool = False
    growth: bool = False
    """A growth rate that is not called 達成率: 成長率【…】×100％=2.57％."""


@dataclass(frozen=True, slots=True)
class Statements:
    """All that a row states, in the order of print."""

    row: Row
    cells: dict[str, tuple[Entry, ...]]
    mentions: tuple[Mention, ...]
    rates: tuple[Rate, ...]

    def of(self, role: Role, *sections: str | None) -> list[Mention]:
        """Return the mentions of a role in these parts of the analysis (all where none is named)."""
        return [
            mention
            for mention in self.mentions
            if mention.role is role and (not sections or mention.entry.section in sections)
        ]


def from_row(row: Row, roc_year: int | None) -> Statements:
    """Read the statements of a row; ``roc_year`` is the year that the report is for."""
    cells = {role: outlines.from_paragraphs(row.cell(role)) for role in row.cells}
    mentions: list[Mention] = []
    rates: list[Rate] = []
    for entry in _entries(cells.get("analysis", ())):
        own, spoken = _read_entry(entry, roc_year)
        mentions.extend(own)
        rates.extend(spoken)
    for headed in _headed_rates(cells.get("analysis", ()), mentions):
        mentions[mentions.index(headed)] = spoken_rate = _as_rate(headed)
        rates.append(_rate(spoken_rate, mentions, None, False))
    order = {id(entry): index for index, entry in enumerate(_entries(cells.get("analysis", ())))}
    rates.sort(key=lambda rate: (order[id(rate.mention.entry)], rate.mention.quantity.start))
    return Statements(row, cells, tuple(mentions), tuple(rates))


def refers_to_standard(statements: Statements) -> bool:
    """Tell whether the row's target is given "as in the measure" (如衡量標準)."""
    return any(
        _STANDARD_REFERENCE.search(entry.text)
        for entry in _entries(statements.cells.get("analysis", ()))
        if entry.section == "result"
    )


def target_mentions(entry: Entry) -> Iterator[Mention]:
    """Yield the figures of a target cell's entry, one in brackets (25％(19個單位)) left out."""
    previous = 0
    for quantity in entry.found:
        if (
            quantity.is_quantity
            and quantity.kind != "ordinal"
            and not _in_brackets(entry, quantity)
        ):
            yield Mention(
                entry,
                quantity,
                Role.TARGET,
                entry.text[previous : quantity.start].strip("，、。；：: "),
                0,
                len(entry.text),
            )
        previous = quantity.end


def is_target_list(entry: Entry) -> bool:
    """Tell whether an entry sums up the targets of its row (年度目標值：…)."""
    return bool(_TARGET_TITLE.fullmatch(entry.title))


def run_of(found: Statements, section: str | None, length: int) -> list[Entry]:
    """Return the entries 1, 2, 3 … of a part of the analysis that lists ``length`` of them.

    Entries whose titles only divide the part (年度目標值, 達成率) are not such a list.
    """
    if length < 2:
        return []
    for run in outlines.runs(found.cells.get("analysis", ())):
        if len(run) == length and all(entry.section == section for entry in run):
            titles = [entry.title for entry in run]
            if not any(
                _DIVIDING.fullmatch(title) or _TARGET_TITLE.fullmatch(title) for title in titles
            ):
                return run
    return []


def _in_brackets(entry: Entry, quantity: Quantity) -> bool:
    before = entry.text[: quantity.start]
    return before.count("(") + before.count("（") > before.count(")") + before.count("）")


def _entries(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield from entry.walk()


def _read_entry(entry: Entry, roc_year: int | None) -> tuple[list[Mention], list[Rate]]:
    """Read the figures of one entry, sentence by sentence."""
    mentions: list[Mention] = []
    spoken: list[tuple[Mention, Formula | None, bool]] = []
    printed = list(formulas.find_all(entry.text)) if entry.found else []
    for start, end in _sentences(entry.text):
        years = _Years(entry.text, roc_year)
        previous = start
        for quantity in entry.found:
            if not start <= quantity.start < end:
                continue
            years.sees(quantity)
            if not quantity.is_quantity or quantity.kind == "ordinal":
                continue
            inside = next((f for f in printed if f.start <= quantity.start < f.end), None)
            if inside is not None:
                previous = max(previous, inside.end)
                continue
            role, formula = _role(entry, quantity, start, previous, printed)
            role = years.judge(role, quantity)
            mention = Mention(entry, quantity, role, _label(entry, quantity, start), start, end)
            mentions.append(mention)
            previous = quantity.end
            if role is Role.RATE or (formula is not None and role is Role.GROWTH):
                spoken.append((mention, formula, _speaks_for_all(entry.text[start:end])))
    return mentions, [_rate(mention, mentions, formula, met) for mention, formula, met in spoken]


class _Years:
    """Which year the figures of a sentence are for, from the years named before them.

    A year that is only compared with (較104年10,000人次) holds to the end of its clause, another to
    the next year that is named.
    """

    def __init__(self, text: str, roc_year: int | None) -> None:
        self._text = text
        self._report = roc_year
        self._year: int | None = None
        self._until: int | None = None

    def sees(self, quantity: Quantity) -> None:
        """Take note of a year or date."""
        if quantity.kind not in ("roc_year", "date") or quantity.year is None:
            return
        self._year = quantity.year - 1911
        self._until = None
        if _COMPARED.search(self._text[: quantity.start]):
            clause = _CLAUSE.search(self._text, quantity.end)
            self._until = clause.start() if clause else len(self._text)

    def judge(self, role: Role, quantity: Quantity) -> Role:
        """Return the role of a figure once its year is known: an earlier year's is none of ours."""
        if role not in (Role.ACTUAL, Role.RATE, Role.RATIO) or self._report is None:
            return role
        if self._year is None or (self._until is not None and quantity.start > self._until):
            return role
        if self._year >= self._report:
            return role
        last = self._year == self._report - 1 and role is Role.ACTUAL
        return Role.BASELINE if last else Role.OTHER


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _role(
    entry: Entry, quantity: Quantity, start: int, previous: int, printed: Sequence[Formula]
) -> tuple[Role, Formula | None]:
    """Tell what a figure is from the words before it and the parts of the analysis it stands in."""
    before = entry.text[start : quantity.start]
    close = entry.text[previous : quantity.start]
    if entry.section == "standard" or _TARGET_TITLE.fullmatch(entry.title):
        return Role.TARGET, None
    if quantity.kind == "percent":
        spoken, formula = _is_rate(_RATE, entry, quantity, start, printed)
        if spoken:
            return Role.RATE, formula
        spoken, formula = _is_rate(_GROWTH_RATE, entry, quantity, start, printed)
        if spoken and formula is not None:
            return Role.GROWTH, formula
    if _TARGET.search(close):
        return Role.TARGET, None
    if quantity.kind == "percent_point" or entry.section == "outlook":
        return Role.OTHER, None
    if quantity.kind == "percent" and _GROWTH.search(close):
        return Role.GROWTH, None
    if quantity.kind == "percent" and _RATIO.search(close):
        return Role.RATIO, None
    if _PARTIAL.search(_clause(before)):
        return Role.OTHER, None
    return Role.ACTUAL, None


def _clause(before: str) -> str:
    return _CLAUSE.split(before)[-1]


def _is_rate(
    words: re.Pattern[str], entry: Entry, quantity: Quantity, start: int, printed: Sequence[Formula]
) -> tuple[bool, Formula | None]:
    """Tell whether a percentage is a stated rate, and with which formula beside it."""
    before = entry.text[start : quantity.start]
    match = words.search(before)
    if match is None:
        return False, None
    while later := words.search(match["link"]):
        match = later
    link = match["link"]
    link_start = quantity.start - len(link)
    formula: Formula | None = None
    for candidate in printed:
        if link_start <= candidate.start and candidate.end <= quantity.start:
            formula = candidate
            link = link[: candidate.start - link_start] + link[candidate.end - link_start :]
            break
    if not _LINK.fullmatch(link.strip("（(")):
        return False, None
    if formula is None:
        formula = next((f for f in printed if 0 <= f.start - quantity.end <= 1), None)
    return True, formula


def _label(entry: Entry, quantity: Quantity, start: int) -> str:
    """Return the words of the sentence up to the figure: what is counted."""
    return entry.text[start : quantity.start].strip("，、。；：:(（ ")


def _speaks_for_all(sentence: str) -> bool:
    return bool(_ALL_MET.search(sentence) or _ALL_RATE.search(sentence))


def _rate(
    mention: Mention, mentions: Sequence[Mention], formula: Formula | None, all_met: bool
) -> Rate:
    """Gather what the sentence of a rate says before it, since the rate before that."""
    beside = [m for m in mentions if m.entry is mention.entry and m.start == mention.start]
    floor = max(
        (m.quantity.end for m in beside if _is_earlier_rate(m, mention)), default=mention.start
    )
    own = [m for m in beside if floor <= m.quantity.start < mention.quantity.start]
    return Rate(
        mention,
        formula,
        tuple(m for m in own if m.role is Role.TARGET),
        tuple(m for m in own if m.role in (Role.ACTUAL, Role.RATIO, Role.GROWTH)),
        tuple(m for m in own if m.role is Role.BASELINE),
        all_met,
        mention.role is Role.GROWTH,
    )


def _is_earlier_rate(other: Mention, mention: Mention) -> bool:
    return other.role is Role.RATE and other.quantity.start < mention.quantity.start


def _headed_rates(entries: Sequence[Entry], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the percentages that end the entries under a heading 達成率 or 達成度.

    (二)達成度：
    1.洽談：130％。
    """
    for entry in _entries(entries):
        if not _RATE_TITLE.match(entry.title):
            continue
        for child in entry.children:
            own = [m for m in mentions if m.entry is child]
            if any(m.role is Role.RATE for m in own) or not own:
                continue
            last = own[-1]
            tail = child.text[last.quantity.end :].strip("。；;，, ）)")
            if last.quantity.kind == "percent" and not tail and last.role is not Role.TARGET:
                yield last


def _as_rate(mention: Mention) -> Mention:
    return Mention(
        mention.entry, mention.quantity, Role.RATE, mention.label, mention.start, mention.end
    )
