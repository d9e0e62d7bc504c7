"""The words of tables whose columns are years: the years, what stands before them, labels of lines.

>>> read_header_year("104年度"), read_header_year("(2016)"), read_header_year("30場")
(HeaderYear(year=104, said=True), HeaderYear(year=105, said=False), None)
>>> match_years(["104", "105"], ["項目"]), match_years(["104", "105"], ["實際值"])
([104, 105], None)
>>> label_role("原訂目標值(單位：人)"), label_role("實際"), label_role("人事費"), label_role("目標值實際值")
('target', 'actual', None, None)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from pipeline.patterns import late
from pipeline.quantities import ERA, YEAR_DIGITS, roc_year
from pipeline.tables import header_words
from pipeline.tables.role_words import FIGURE_LABELS, YEAR_LEADS

_YEAR = late(
    rf"""
    (?P<era>{ERA}|西元)?
    (?: (?P<year>{YEAR_DIGITS}) | [(（](?P<year>{YEAR_DIGITS})[)）] )
    (?P<word>學?年度?)?
    (?: [(（][^()（）]*[)）] )?     # 104年度(決算)
    """,
    regex.VERBOSE,
)
_LEADS = late(r"(?: \L<words> | \W )*", regex.VERBOSE, words=YEAR_LEADS)
LEAST_BARE_YEAR = 80
"""A smaller number without 年 is no year of a report."""
_FIGURES = ("target", "actual", "rate")
_OPEN_BRACKET = late(r"[(（][^()（）]*$")
"""A page end may cut a label within its brackets."""
_BRACKETS = late(r"[(（].*?[)）]")


class HeaderYear(NamedTuple):
    """The year of the Republic that a header cell names and nothing else."""

    year: int
    said: bool
    """Whether the cell says that it is a year; else it holds a bare number."""

    @property
    def stands_alone(self) -> bool:
        """Whether it is taken for a year though no other stands beside it."""
        return self.said or self.year >= LEAST_BARE_YEAR


def read_header_year(text: str) -> HeaderYear | None:
    """Return the year that a header cell names and nothing else."""
    match = _YEAR.fullmatch("".join(text.split()))
    if match is None:
        return None
    return HeaderYear(roc_year(int(match["year"])), bool(match["word"] or match["era"]))


def leads_years(text: str) -> bool:
    """Tell whether a header cell is no more than words that stand in front of years.

    >>> leads_years("項目　年度"), leads_years("項目／年度"), leads_years("年度績效")
    (True, True, False)
    """
    return _LEADS.fullmatch("".join(text.split())) is not None


def match_years(texts: Sequence[str], leads: Sequence[str]) -> list[int] | None:
    """Return the years that neighbouring header cells name, None if they name none.

    ``leads`` are the cells in front of them. Bare numbers are years where one follows the other,
    behind words that lead years or name no figures.
    """
    named = [year for text in texts if (year := read_header_year(text))]
    years = [year for year, _ in named]
    if not named or len(named) < len(texts) or len(set(years)) < len(years):
        return None
    if all(said for _, said in named):
        return years
    steps = {after - before for before, after in pairwise(years)}
    follow = len(years) > 1 and steps in ({1}, {-1}) and min(years) >= LEAST_BARE_YEAR
    return years if follow and all(map(_may_lead, leads)) else None


def _may_lead(text: str) -> bool:
    role = header_words.column_role(text)
    return leads_years(text) or (role is not None and role not in _FIGURES)


def label_role(label: str) -> str | None:
    """Return the role of a line by its label."""
    word = _OPEN_BRACKET.sub("", "".join(label.split()))
    bare = _BRACKETS.sub("", word).strip("：:")
    if len(set(header_words.split_header(bare) or ())) > 1:
        return None  # a rule between two labels is missing: 目標值實際值
    return FIGURE_LABELS.get(bare) or header_words.column_role(word)
