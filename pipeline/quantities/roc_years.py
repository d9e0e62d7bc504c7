"""Years as they are printed -> years of the Republic: 105年, 一○四年, 民國105年, 2016年.

The Republic counts from 1912, its year 1. A report prints its year in Arabic or Chinese numerals, in
either count: numbers below a thousand are years of the Republic, others Gregorian ones.

>>> parse_year("105"), parse_year("１０５"), parse_year("一○四"), parse_year("一百零五"), parse_year("2016")
(105, 105, 104, 105, 105)
>>> parse_year("十百") is None, year_number("二〇〇八"), to_gregorian(105), from_gregorian(2016)
(True, 2008, 2016, 105)

The pieces of patterns below stand for a year within a longer pattern; digits are of either width where
other rooms match text as printed.
"""

from __future__ import annotations

import re

from pipeline.quantities.numeral_characters import ONES

BEFORE_FIRST_YEAR = 1911

ERA = "(?:中?華?民國)"
"""The Republic in front of a year, also where a line end or a cell cut it."""
ROC_DIGITS = "[0-9０-９]{2,3}"
"""The digits of a year of the Republic."""
YEAR_DIGITS = "[0-9０-９]{2,4}"
"""Those of a year in either count."""
YEAR_IN_CHINESE = f"[{ONES}十百○〇零]{{2,5}}"
ROC_YEAR = "[0-9]{2,3}年度?"
"""A year of the Republic in running text: 105年, 105年度."""
YEAR_WORDS = "(?:學年|年)度?"
"""What stands behind a year in either count, and behind a school year."""

# Without 民國 or 西元 in front only these are years for sure: 80 to 149, and 1800 to 2199.
SURE_ROC_DIGITS = "(?:[89][0-9]|1[0-4][0-9])"
SURE_GREGORIAN_DIGITS = "(?:1[89][0-9]{2}|20[0-9]{2}|21[0-9]{2})"

# 一百五 is 150 as a number, and 105 as a year, of which 150 is far away.
_LEFT_OUT_ZERO = re.compile(f"(?<=百)(?=[{ONES}]$)")


def to_gregorian(roc_year: int) -> int:
    """Return the Gregorian year of one of the Republic."""
    return roc_year + BEFORE_FIRST_YEAR


def from_gregorian(year: int) -> int:
    """Return the year of the Republic for a Gregorian one."""
    return year - BEFORE_FIRST_YEAR


def gregorian_year(number: int) -> int:
    """Return the Gregorian year for the number of a year in either count.

    >>> gregorian_year(105), gregorian_year(2016)
    (2016, 2016)
    """
    return to_gregorian(number) if number < 1000 else number


def roc_year(number: int) -> int:
    """Return the year of the Republic for the number of a year in either count.

    >>> roc_year(105), roc_year(2016), roc_year(1500)
    (105, 105, 1500)
    """
    return from_gregorian(number) if number > BEFORE_FIRST_YEAR else number


def parse_year(text: str) -> int | None:
    """Return the year of the Republic that a text prints in either count, None for no numeral."""
    number = year_number(text)
    return None if number is None else roc_year(number)


def year_number(text: str) -> int | None:
    """Return the number of a year as printed: 一○五, 一百零五, 九十九, 2016."""
    if text.isdecimal():
        return int(text)
    from pipeline.quantities import characters, numerals  # what only converts does without

    spoken = characters.fold_text(text)
    spoken = f"一{spoken}" if spoken.startswith("百") else spoken
    spoken = _LEFT_OUT_ZERO.sub("零", spoken)
    numeral = numerals.scan_numeral(spoken, 0)
    return int(numeral.value) if numeral and numeral.end == len(spoken) else None
