"""Header words -> column roles: which shape a report has, and what each of its columns holds.

The words are in `role_words`.

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

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.quantities import ERA, HEADER_UNITS, ROC_DIGITS
from pipeline.tables.header_grammar import HeaderReading, read_header
from pipeline.tables.header_tokens import LAST_CHARACTERS
from pipeline.tables.role_words import BUDGET_WORDS, KNOWN

_YEAR = regex.compile(
    rf"""
    {ERA}? (?P<year>{ROC_DIGITS}) 年?度?
    (?=[^0-9０-９年度])    # the word goes on behind it
    """,
    regex.VERBOSE,
)
_BRACKETS = regex.compile(
    r"""
    [(（\[【〔]
    [^()（）\[\]【】〔〕]*
    [)）\]】〕]
    """,
    regex.VERBOSE,
)
_UNIT = regex.compile(
    r"""
    [(（]
    (?P<named> 單位[：:]? )?    # (單位：人): whatever it is
    (?P<unit> [^()（）]{1,8} )
    [)）]
    """,
    regex.VERBOSE,
)
_NAMED_YEAR = late(rf"(?P<year>{ROC_DIGITS}) (?=[)）]?年)", regex.VERBOSE)
_BUDGET = late(r"\L<words>", words=BUDGET_WORDS)
_AND = late(r"[及暨與和、/／]")
_CURRENCY = late(r"^新[臺台]幣")
_SCALE = late(r"[百千萬億]{0,2}")
_TRIMMED = "%％﹪:：*＊※、.．。"
_LAST_CHARACTERS = LAST_CHARACTERS | frozenset(")）]】〕ABCDEFG")
"""What a header ends in: a word, brackets behind it, a letter."""
_LONGEST_WORD = 14
"""How many characters a header has at most whose last words alone are known."""
# Where headers are printed in one run: what may stand behind a word, whole or cut off by a line end.
_BEHIND_WORD = late(
    r"""
    (?:
        [(（] (?: [A-Za-z%％﹪]{1,3} | 單位[^()（）]{0,6} | 百分比 | 續 ) [)）]    # (%) (A) (單位：人)
      | [%％﹪:：*＊※]
    )*
    """,
    regex.VERBOSE,
)
_CUT_OFF = late(
    rf"""
      [(（] [^()（）]{{0,8}}
    | {ERA}? [0-9０-９]{{0,3}} 年?度?
    """,
    regex.VERBOSE,
)


def column_role(header: str) -> str | None:
    """Return the role that a header cell gives its column, or None for an unknown word."""
    if len(header) > 2 * _LONGEST_HEADER:
        return None
    printed = "".join(header.split())
    last = printed.rstrip(_TRIMMED)[-1:]
    if last not in _LAST_CHARACTERS and last not in KNOWN.last_characters:
        return None  # most texts that are asked for are those of body cells
    word = _bare(printed)
    if role := KNOWN.role(word):
        return role
    if (reading := read(header)) and reading.sure:
        return "indicator" if reading.role == "name" else reading.role
    # A longer header keeps its sense in its last words (機關年度績效目標). Short words (說明, 公式)
    # end too many other headers, and one that itself holds several roles is none of them.
    endings = range(1, len(word) - 2) if len(word) <= _LONGEST_WORD else ()
    return next((role for at in endings if (role := KNOWN.role(word[at:]))), None)


def read(header: str) -> HeaderReading | None:
    """Return what the grammar of headers says of one, None for most texts of body cells at once."""
    if len(header) > _LONGEST_HEADER:
        return None
    last = header.rstrip(_TRIMMED)[-1:]
    if last not in _LAST_CHARACTERS and not last.isascii():
        return None
    if last.isdigit() and "/" not in header and "÷" not in header:
        return None
    return read_header(header)


_LONGEST_HEADER = 48
"""How many characters a header has at most with its brackets and the formula in them."""
_FIGURES = ("target", "actual", "rate", "budget", "account")


def learnt_role(header: str) -> str | None:
    """Return the role of a header that is exactly a word of the table of words.

    >>> learnt_role("105年度目標值(A)"), learnt_role("修正後目標值")
    ('target', None)
    """
    return KNOWN.role(_bare(header))


def is_header_word(header: str) -> bool:
    """Tell whether a header is a known word, and no longer one that ends in it.

    >>> is_header_word("達成情形分析："), is_header_word("105年度施政績效及達成情形")
    (True, False)
    """
    return KNOWN.role(_bare(header)) is not None


def shared_roles(header: str) -> tuple[str, ...]:
    """Return the roles of a header cell that stands over several columns and names each.

    >>> shared_roles("績效目標及衡量指標"), shared_roles("績效衡量暨達成情形分析"), shared_roles("目標及說明會")
    (('goal', 'indicator'), (), ())
    """
    parts = _AND.split(_bare(header))
    roles = tuple(role for part in parts if (role := column_role(part)))
    return roles if len(roles) == len(parts) > 1 else ()


def header_year(header: str) -> int | None:
    """Return the year that a header cell names, so that of two columns the later can be told.

    >>> header_year("104年度實際值"), header_year("原定目標值")
    (104, None)
    """
    match = _NAMED_YEAR.search("".join(header.split()))
    return int(match["year"]) if match else None


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
    unit = _CURRENCY.sub("", unit)
    counted = unit[_SCALE.match(unit).end() :]  # type: ignore[union-attr]  # it may be empty
    return unit if match["named"] or counted in HEADER_UNITS else ""


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
    words = _split_run(text)
    return None if words is None else tuple(word.role for word in words)


def split_words(text: str) -> tuple[str, ...]:
    """Split a run of nothing but header words into them.

    >>> split_words("目標值實際值達成率(%)"), split_words("目標值"), split_words("達成率說明會")
    (('目標值', '實際值', '達成率(%)'), ('目標值',), ())
    """
    return tuple(text[word.start : word.end] for word in _split_run(text) or ())


def begins_header(text: str) -> bool:
    """Tell whether a run of header words may go on from this text.

    >>> begins_header("年度績效目標衡量指標原定目"), begins_header("年度績效目標之說")
    (True, False)
    """
    starts, tried = [0], {0}
    while starts:
        start = starts.pop()
        if _is_cut_word(text[start:]):
            return True
        ends = {word.end for word in _words_at(text, start)} - tried
        starts += ends
        tried |= ends
    return False


def _is_cut_word(text: str) -> bool:
    """Tell whether a text is a header word that a line end cut, or what stands in front of one."""
    if _CUT_OFF.fullmatch(text):
        return True
    match = _YEAR.match(text)
    rest = text[match.end() :] if match else text
    return any(word.startswith(rest) for word in KNOWN.longest_first)


class _RunWord(NamedTuple):
    """A word of a run, from its year up to the brackets behind it."""

    role: str
    start: int
    end: int


def _split_run(text: str) -> list[_RunWord] | None:
    """Split a run of header words, the longest first where several fit; None for another text.

    A place from which no words lead to the end is tried once: 達成情形說明 is one word or two, and
    there are 2 to the power of n ways to split n of them.
    """
    words: list[_RunWord] = []
    ways = [_words_at(text, 0)]
    dead_ends: set[int] = set()
    while ways:
        start = words[-1].end if words else 0
        if start == len(text):
            return words
        word = next((word for word in ways[-1] if word.end not in dead_ends), None)
        if word is not None:
            words.append(word)
            ways.append(_words_at(text, word.end))
            continue
        dead_ends.add(start)
        ways.pop()
        if words:
            words.pop()
    return None


def _words_at(text: str, start: int) -> Iterator[_RunWord]:
    """Yield each header word that a run may go on with from a place, the longest first."""
    match = _YEAR.match(text, start)
    begin = match.end() if match else start
    for word in KNOWN.longest_first:
        if text.startswith(word, begin):
            role = KNOWN.role(word)
            behind = _BEHIND_WORD.match(text, begin + len(word))
            if role is not None and behind is not None:
                yield _RunWord(role, start, behind.end())


def section_role(title: str) -> str | None:
    """Return which part of the analysis a title opens: standard, progress, result, benefit.

    >>> section_role("105年度目標值及達成率"), section_role("達成率說明會")
    ('result', None)
    """
    return KNOWN.section((_bare_title if len(title) <= _LONGEST_TITLE else _bare)(title))


def is_header(roles: Iterable[str | None], words: Iterable[str] = ()) -> bool:
    """Tell whether the roles of a line of cells make it the header of a performance table.

    ``words`` are the texts of the cells: where they name money, 執行率 is the share of it that was
    spent, and a plan without an actual figure is a budget.

    >>> is_header(["goal", "indicator", "target", "analysis"])
    True
    >>> is_header(["analysis", None, None])
    False
    >>> is_header(["goal", None, None, "rate"], ["工作計畫", "預算數", "決算數", "執行率"])
    False
    """
    roles = list(roles)
    known = {role for role in roles if role}
    if "rate" in known and known & {"target", "actual", "account"} and roles[0] not in _FIGURES:
        # 計畫 | 預算數 | 決算數 | 執行率: what the first column names is measured, whatever its word.
        return True
    if known.isdisjoint(("goal", "indicator")):
        return False
    if known.isdisjoint(("target", "actual", "rate", "analysis")):
        return False
    return "actual" in known or known >= {"indicator", "target"} or not _name_budget(words)


def mostly_known(roles: Sequence[str | None]) -> bool:
    """Tell whether at least half of the cells of a header have a role."""
    return 2 * sum(role is not None for role in roles) >= len(roles)


def _name_budget(words: Iterable[str]) -> bool:
    return any(_BUDGET.search("".join(word.split())) for word in words)


def layout_name(roles: Iterable[str]) -> str:
    """Return the name of the layout that has columns of these roles."""
    return "columns" if {"actual", "rate"} & set(roles) else "prose"
