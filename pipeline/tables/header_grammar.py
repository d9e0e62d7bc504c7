r"""A header text -> what it says of its column: a role by its last noun, and what qualifies it.

A header is composed: 113年度 + 修正後 + 目標 + 值. Its tokens (`header_tokens`) are read by the first
of `RULES` that fits the last noun; a header of several nouns (及, 暨, 或) by `_joined`. What the words
leave open, the content of the column decides: `others` are the roles that it may give.

>>> read_header("113年度修正後目標值(A)").role, read_header("全年完成數\n(B)").role
('target', 'actual')
>>> reading = read_header("上半年達成率(B/A)")
>>> reading.role, reading.formula, Kind.PART in reading.kinds
('rate', ('B', 'A'), True)
>>> read_header("達成率說明").role, read_header("未達目標原因或重要辦理成果").role
('analysis', 'analysis')
>>> read_header("人口數") is None, read_header("聯絡電話") is None
(True, True)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from pipeline.tables.header_tokens import (
    HEADS,
    LAST_CHARACTERS,
    BareHeader,
    Kind,
    Token,
    split_behind,
    split_tokens,
    strip_header,
)

LONGEST = 24
"""How many characters a header has at most, white space and brackets aside."""


class HeaderReading(NamedTuple):
    """What a header says of its column."""

    role: str | None
    """None where the words are known but give no role: a year alone."""
    others: tuple[str, ...] = ()
    """Roles that the content of the column may give it instead, the likelier first."""
    sure: bool = True
    """Whether the header alone tells its role; 名稱, 說明, 目標 mean many things in many tables."""
    kinds: frozenset[Kind] = frozenset()
    year: int | None = None
    brackets: tuple[str, ...] = ()
    letters: str = ""
    formula: tuple[str, str] | None = None
    subject: str = ""
    """An unknown word in front: 汰換管線 of 汰換管線完成數."""
    when: tuple[Token, ...] = ()
    """The words that tell one of several columns of a role from the others: 第1季, 修正後."""
    base: str = ""
    """What a rate says that it is a share of: 分配 of 占分配數."""


class Segment(NamedTuple):
    """The tokens between two conjunctions."""

    tokens: Sequence[Token]

    @property
    def kinds(self) -> frozenset[Kind]:
        """Return all kinds that its words may be of."""
        return frozenset(kind for token in self.tokens for kind in token.kinds)

    @property
    def last(self) -> Token:
        """Return the last token: in Chinese the noun that the others qualify."""
        return self.tokens[-1]

    def has(self, *kinds: Kind) -> bool:
        """Tell whether a token before the last is of one of these kinds."""
        return any(token.has(*kinds) for token in self.tokens[:-1])


class Rule(NamedTuple):
    """Which role a segment has whose last noun is of some kind."""

    name: str
    applies: Callable[[Segment], bool]
    role: str | None
    others: tuple[str, ...] = ()
    sure: bool = True


def _ends(*kinds: Kind) -> Callable[[Segment], bool]:
    return lambda segment: segment.last.has(*kinds)


def _ends_with(last: Sequence[Kind], *before: Kind) -> Callable[[Segment], bool]:
    return lambda segment: segment.last.has(*last) and segment.has(*before)


_DONE = (Kind.DONE, Kind.RECORD)
_PLANNED = (Kind.PLANNED, Kind.ORIGINAL, Kind.REVISED)
_WHEN = (Kind.WHOLE, Kind.PART, Kind.YEAR, Kind.CUMULATIVE, Kind.LAST, Kind.NEXT)
QUALIFIERS = frozenset((*_WHEN, Kind.ORIGINAL, Kind.REVISED))
"""What tells one of several columns of a role from the others."""
_NAMES = (Kind.ITEM, Kind.PLAN, Kind.AIM)


def _is_only(*kinds: Kind) -> Callable[[Segment], bool]:
    return lambda segment: all(token.has(*kinds) for token in segment.tokens)


RULES: tuple[Rule, ...] = (
    # Words that mean one thing wherever they stand.
    Rule("office", _ends(Kind.OFFICE), "office", sure=False),
    Rule("weight", lambda s: Kind.WEIGHT in s.kinds, "weight"),
    Rule("difference", lambda s: _ends_anywhere(s, Kind.DIFFERENCE), "difference", sure=False),
    Rule("number", _is_only(Kind.NUMBER, Kind.PERIOD), "number", sure=False),
    Rule("remark", _ends(Kind.REMARK), "remark", sure=False),
    Rule("unit", _is_only(Kind.UNIT), "unit"),
    Rule("light", _ends(Kind.LIGHT), "light", sure=False),
    Rule("how scores are given", _ends_with((Kind.TEXT, Kind.STANDARD), Kind.SCORE), "standard"),
    Rule("score", _ends(Kind.SCORE, Kind.REVIEW), "review"),
    Rule("score of", _ends_with((Kind.RESULT, Kind.VALUE), Kind.SCORE, Kind.REVIEW), "review"),
    Rule("own words", _ends_with((Kind.TEXT, Kind.STATE), Kind.REVIEW), "analysis"),
    # A noun of text: it says why or how, not how much.
    Rule("how it is computed", _ends_with((Kind.TEXT, Kind.STANDARD), Kind.ASSESS, Kind.STANDARD),
         "standard", ("analysis",), sure=False),
    Rule("why", _ends_with((Kind.TEXT,), Kind.GOAL, Kind.RATE, Kind.STATE, Kind.RESULT, *_DONE),
         "analysis", ("standard",)),
    Rule("summary of what was reached",
         lambda s: s.last.text == "摘要" and s.has(Kind.RESULT, Kind.STATE, *_DONE),
         "analysis", ("actual",)),
    Rule("some text", _ends(Kind.TEXT), "analysis", ("standard",), sure=False),
    Rule("how it goes", _ends_with((Kind.STATE,), *_DONE), "analysis", ("actual",)),
    Rule("some state", _ends(Kind.STATE), "analysis", ("actual",), sure=False),
    Rule("how it is measured", _ends_with((Kind.STANDARD,), Kind.INDEX, Kind.GOAL, Kind.RATE),
         "standard"),
    Rule("some standard", _ends(Kind.STANDARD), "standard", ("analysis",), sure=False),
    # Rates: only of what was done; 破獲率 and 成長率 are none.
    Rule("rate against a target", _ends_with((Kind.RATE,), Kind.GOAL), "rate"),
    Rule("planned rate", _ends_with((Kind.RATE,), *_PLANNED), "target", sure=False),
    Rule("rate of what was done",
         lambda s: s.last.has(Kind.RATE)
         and (s.has(Kind.DONE, Kind.ACCOUNT) or s.last.text.startswith("達")), "rate"),
    Rule("share", _ends(Kind.RATE), "share", ("rate",), sure=False),
    # Money.
    Rule("what was reached of the target",
         lambda s: s.last.has(Kind.VALUE) and s.has(Kind.GOAL) and s.has(*_DONE)
         and not s.has(*_PLANNED),
         "actual", ("target",)),
    Rule("planned value", _ends_with((Kind.VALUE,), Kind.GOAL, Kind.INDEX), "target"),
    Rule("settled", _ends_with((Kind.VALUE, Kind.ACCOUNT, Kind.BUDGET), Kind.ACCOUNT), "account"),
    Rule("spent of the budget", _ends_with((Kind.VALUE, Kind.ACCOUNT), Kind.BUDGET), "budget"),
    Rule("result of the year's account", _ends_with((Kind.RECORD,), Kind.ACCOUNT), "actual"),
    Rule("budget", _ends(Kind.BUDGET), "budget", sure=False),
    Rule("account", _ends(Kind.ACCOUNT), "account", sure=False),
    # Goals and targets.
    Rule("goal of something", _ends_with((Kind.GOAL,), Kind.TOPIC, Kind.PLAN, Kind.AIM), "goal",
         ("target", "indicator")),
    Rule("goal that was planned", _ends_with((Kind.GOAL,), *_PLANNED, Kind.BUDGET), "target"),
    Rule("goal of a year", _ends_with((Kind.GOAL,), *_WHEN), "target", ("goal",)),
    Rule("goal", _ends(Kind.GOAL), "goal", ("target",), sure=False),
    Rule("base", _ends(Kind.BASE), "base", sure=False),
    Rule("planned value", _ends_with((Kind.VALUE,), *_PLANNED), "target"),
    Rule("value that was reached", _ends_with((Kind.VALUE,), *_DONE), "actual"),
    Rule("record", _ends(Kind.RECORD), "actual"),
    Rule("figures", _ends(Kind.VALUE), "figures", sure=False),
    Rule("planned result", _ends_with((Kind.RESULT,), Kind.GOAL, *_PLANNED), "target"),
    Rule("result that was reached", _ends_with((Kind.RESULT,), *_DONE), "actual", ("analysis",)),
    # Names of what is measured.
    Rule("indicator", _ends(Kind.INDEX), "indicator", ("goal",)),
    Rule("item that is measured", _ends_with((Kind.ITEM,), Kind.INDEX, Kind.ASSESS, Kind.GOAL),
         "indicator", ("goal",)),
    Rule("what is done", _ends_with((Kind.ITEM,), Kind.DONE), "indicator", ("goal", "analysis"),
         sure=False),
    Rule("name of something", _ends_with((Kind.ITEM,), Kind.TOPIC, Kind.PLAN, Kind.AIM), "name",
         ("indicator", "goal")),
    Rule("name", _ends(*_NAMES), "name", ("indicator", "goal"), sure=False),
    Rule("some result", _ends(Kind.RESULT), "analysis", ("actual", "name"), sure=False),
    # Only a qualifier: 原訂 | 修正 under 目標值.
    Rule("planned", _ends(*_PLANNED), "target", sure=False),
    Rule("what is planned to be done", _ends_with((Kind.DONE,), *_PLANNED), "target", sure=False),
    Rule("reached", _ends(Kind.DONE), "actual", ("analysis",), sure=False),
    Rule("numbered", _ends(Kind.NUMBER), "number", sure=False),
    Rule("when", _is_only(Kind.PERIOD, *_WHEN), None, sure=False),
)  # fmt: skip
"""First that applies decides; the order is from the words that decide wherever they stand."""

MONEY = frozenset({Kind.BUDGET, Kind.ACCOUNT})


def _ends_anywhere(segment: Segment, kind: Kind) -> bool:
    """Tell whether a kind stands before a noun that says how much, not why: 比較增減, 較111年增減率."""
    return (segment.last.has(kind) or segment.has(kind)) and not segment.last.has(
        Kind.TEXT, Kind.STATE, Kind.GOAL
    )


@lru_cache(maxsize=4096)
def read_header(header: str) -> HeaderReading | None:
    """Return what a header says of its column, None if its words are not those of headers."""
    bare = strip_header(header)
    if turned := _RATE_AGAINST.fullmatch(bare.word) or _RATE_OF.fullmatch(bare.word):
        bare = bare._replace(word=f"{turned['base']}目標{turned['rate']}")
    elif share := _SHARE_OF_PLAN.fullmatch(bare.word):
        kinds = frozenset((Kind.RATE, Kind.BUDGET))
        return HeaderReading(
            "rate", (), True, kinds, None, bare.brackets, bare.letters, bare.formula, "", (),
            share["base"],
        )  # fmt: skip
    elif _AGAINST.match(bare.word):
        return None
    word = bare.word
    if _PER_CENT.fullmatch(header):
        return HeaderReading("rate", (), False)
    if not 0 < len(word) <= LONGEST:
        return _letters_only(bare) if not word else None
    if word[-1] not in LAST_CHARACTERS and not word[-1].isalnum():
        return None
    tokens = split_tokens(word)
    if tokens:
        return _read(tokens, bare, "")
    subject, tokens = split_behind(word)
    # 汰換管線完成數: what is counted may be anything, if the end of the word says enough.
    if len(tokens) < 2 or len(subject) > _LONGEST_SUBJECT or not subject.isalpha():
        return None
    reading = _read(tokens, bare, subject)
    firm = reading is not None and reading.sure and reading.role in ("target", "actual", "rate")
    return reading._replace(sure=False) if reading and firm else None


_LONGEST_SUBJECT = 8
_RATE_AGAINST = regex.compile(
    r"(?P<rate>達成[率度]|執行率)(?:相?對|[占佔比依按較])(?:於|照)?(?P<base>.*)目標值?"
)
_SHARE_OF_PLAN = regex.compile(
    r"(?:累計|實際)*(?:(?:執行|支用|實支|實現)數?)?[占佔](?:累計|全年度?|年度|本年度|可支用|法定|截至.{1,4}月底?止?)*"
    r"(?P<base>分配|預算)(?:預算)?數?(?:之)?(?:[%％]|比率|比例|百分比|執行率)?"
)
"""占分配數: the rate of what was spent, against that plan."""
_AGAINST = regex.compile(r"(?:相?對|[占佔比])(?:於)?[^率度]*目標值?$")
_RATE_OF = regex.compile(
    r"[占佔對](?P<base>原[訂定列]|修[正訂]後?)(?:目標值?)?(?P<rate>達成[率度]|執行率)"
)
"""達成率 over 對原訂目標值, 占修正達成率: the rate against one of two targets."""
_PER_CENT = regex.compile(r"\s*[(（]?\s*[%％﹪]\s*[)）]?\s*")
_YEAR = regex.compile(r"(?P<year>\d{2,4})(?:[-~～至—–](?P<last>\d{2,4}))?(?=\D|$)")


def _letters_only(bare: BareHeader) -> HeaderReading | None:
    if not (bare.formula or bare.letters):
        return None
    role = "rate" if bare.formula else None
    return HeaderReading(
        role, (), False, frozenset(), None, bare.brackets, bare.letters, bare.formula
    )


def _read(tokens: Sequence[Token], bare: BareHeader, subject: str) -> HeaderReading | None:
    segments = _segments(tokens)
    rules = [rule for segment in segments if (rule := _rule(segment))]
    if len(rules) < len(segments) or not rules:
        return None
    in_brackets = [token for inside in bare.brackets for token in split_tokens(inside) or ()]
    qualifiers = [token for token in in_brackets if token.kind not in HEADS]
    kinds = frozenset(token.kind for token in (*tokens, *qualifiers))
    when = tuple(token for token in (*tokens, *qualifiers) if token.kind in QUALIFIERS)
    role, others, sure = _joined(rules)
    return HeaderReading(
        role, others, sure, kinds, _year(tokens), bare.brackets, bare.letters, bare.formula,
        subject, when,
    )  # fmt: skip


def _segments(tokens: Sequence[Token]) -> list[Segment]:
    """Return the tokens between conjunctions; 績效衡量暨達成情形分析 ends in the noun of both."""
    segments: list[list[Token]] = [[]]
    for token in _noun_last(tokens):
        if token.has(Kind.AND):
            segments.append([])
        else:
            segments[-1].append(token)
    return [Segment(segment) for segment in segments if segment]


def _noun_last(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the tokens with those in front that say when, as under a group: 各季實績 over 第1季."""
    end = len(tokens)
    while end and tokens[end - 1].has(Kind.PERIOD, *_WHEN):
        end -= 1
    return (*tokens[end:], *tokens[:end])


def _rule(segment: Segment) -> Rule | None:
    return next((rule for rule in RULES if rule.applies(segment)), None)


def _joined(rules: Sequence[Rule]) -> tuple[str | None, tuple[str, ...], bool]:
    """Return the role of a header of several nouns, the roles that it may have else, and if it is sure.

    Where one of them is a text, so is the column: 執行情形及達成率, 未達目標原因或重要辦理成果. A target
    and what was reached in one cell are read as what was reached: 目標及實際值.
    """
    last = rules[-1]
    roles = [rule.role for rule in rules]
    if len(rules) == 1:
        return last.role, last.others, last.sure
    if "difference" in roles and "analysis" not in roles:
        return "difference", (), False  # 結餘或未執行數
    if "target" in roles[:-1] and (last.role == "actual" or "actual" in last.others):
        return "actual", ("analysis",), True
    if "analysis" in roles or ("rate" in roles and "actual" in roles):
        return "analysis", ("actual",), True
    if "indicator" in roles:
        return "indicator", ("goal",), True
    return last.role, last.others, last.sure


def _year(tokens: Sequence[Token]) -> int | None:
    """Return the latest ROC year that the tokens name."""
    years = []
    for token in tokens:
        if token.kind is Kind.YEAR and (match := _YEAR.search(token.text)):
            year = int(match["last"] or match["year"])
            years.append(year - 1911 if year >= 1912 else year)
    return max(years, default=None)
