"""text -> figures: numerals, units, bounds, percentages, and what only looks like a figure.

In comes a text, out come its quantities, each with its exact value, unit, bound, printed precision and
place in the text. `find` is the public door; `find_in` is the same for a paragraph of a cell.

==================================  =========================================================
`scanner`                           a text from left to right -> every `Quantity`, and what is none
`figures`                           a place in a text -> the figure that begins there
`lookalikes`                        dates, years, ordinals, document numbers, names
`labels`                            list labels 一、 (一) 1., of a paragraph and within a text
`formulas`                          a printed formula -> its tree and its exact value
`numerals`, `numeral_reader`        Chinese, Arabic and mixed numerals -> `Decimal`
`numeral_characters`                the characters of Chinese numerals, as data
`roc_years`                         years as printed -> years of the Republic, and the Gregorian ones
`units`, `counters`                 the unit behind a figure; what is counted, as data
`bounds`, `ranges`                  以上, 至少, 約; 2至3萬
`precision`                         the printed digits -> the values that would be printed so
`kinds`                             what a figure can be
`word_boundaries`                   words that hold a numeral and say no number: 一般, 參與
`characters`, `radicals`            the characters that were meant, and their table
`rounding`                          exact numbers -> plain decimals
==================================  =========================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.quantities.characters import RAISED_DIGITS as RAISED_DIGITS
    from pipeline.quantities.characters import mend_text as mend_text
    from pipeline.quantities.counters import DURATIONS as DURATIONS
    from pipeline.quantities.counters import ENDS_OF_UNITS as ENDS_OF_UNITS
    from pipeline.quantities.counters import HEADER_UNITS as HEADER_UNITS
    from pipeline.quantities.counters import IN_FRONT_OF_FIGURE as IN_FRONT_OF_FIGURE
    from pipeline.quantities.counters import LENGTHS_OF_TIME as LENGTHS_OF_TIME
    from pipeline.quantities.counters import PARTS_OF_TIME as PARTS_OF_TIME
    from pipeline.quantities.counters import PEOPLE as PEOPLE
    from pipeline.quantities.counters import SAMPLE_COUNTERS as SAMPLE_COUNTERS
    from pipeline.quantities.counters import UNIT_OF_MONEY as UNIT_OF_MONEY
    from pipeline.quantities.figures.figure import FigureText as FigureText
    from pipeline.quantities.formulas.arithmetic import FormulaError as FormulaError
    from pipeline.quantities.formulas.arithmetic import Node as Node
    from pipeline.quantities.formulas.arithmetic import Number as Number
    from pipeline.quantities.formulas.arithmetic import Operation as Operation
    from pipeline.quantities.formulas.formula import Formula as Formula
    from pipeline.quantities.formulas.search import find_formulas as find_formulas
    from pipeline.quantities.kinds import QUANTITIES as QUANTITIES
    from pipeline.quantities.kinds import QuantityKind as QuantityKind
    from pipeline.quantities.labels.label_styles import CHINESE_CHARACTERS as CHINESE_CHARACTERS
    from pipeline.quantities.labels.label_styles import FORMAL_CHARACTERS as FORMAL_CHARACTERS
    from pipeline.quantities.labels.label_styles import NUMBER_CHARACTERS as NUMBER_CHARACTERS
    from pipeline.quantities.labels.label_styles import SINGLES as SINGLES
    from pipeline.quantities.labels.list_labels import LABEL_OPENINGS as LABEL_OPENINGS
    from pipeline.quantities.labels.list_labels import LabelRun as LabelRun
    from pipeline.quantities.labels.list_labels import ListLabel as ListLabel
    from pipeline.quantities.labels.list_labels import find_glued_among as find_glued_among
    from pipeline.quantities.labels.list_labels import parse_label as parse_label
    from pipeline.quantities.numeral_characters import CHINESE_NUMERALS as CHINESE_NUMERALS
    from pipeline.quantities.numerals import NumeralError as NumeralError
    from pipeline.quantities.roc_years import ERA as ERA
    from pipeline.quantities.roc_years import ROC_DIGITS as ROC_DIGITS
    from pipeline.quantities.roc_years import ROC_YEAR as ROC_YEAR
    from pipeline.quantities.roc_years import YEAR_DIGITS as YEAR_DIGITS
    from pipeline.quantities.roc_years import YEAR_IN_CHINESE as YEAR_IN_CHINESE
    from pipeline.quantities.roc_years import YEAR_WORDS as YEAR_WORDS
    from pipeline.quantities.roc_years import from_gregorian as from_gregorian
    from pipeline.quantities.roc_years import parse_year as parse_year
    from pipeline.quantities.roc_years import roc_year as roc_year
    from pipeline.quantities.roc_years import to_gregorian as to_gregorian
    from pipeline.quantities.rounding import fixed_decimal as fixed_decimal
    from pipeline.quantities.rounding import plain_decimal as plain_decimal
    from pipeline.quantities.rounding import short_decimal as short_decimal
    from pipeline.quantities.scanner import Quantity as Quantity
    from pipeline.quantities.scanner import QuantityError as QuantityError
    from pipeline.quantities.scanner import find as find
    from pipeline.quantities.scanner import find_in as find_in
    from pipeline.quantities.scanner import may_be_one as may_be_one
    from pipeline.quantities.units import canonical_counter as canonical_counter
    from pipeline.quantities.units import same_counter as same_counter
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "characters": ["RAISED_DIGITS", "mend_text"],
            "counters": [
                "DURATIONS",
                "ENDS_OF_UNITS",
                "HEADER_UNITS",
                "IN_FRONT_OF_FIGURE",
                "LENGTHS_OF_TIME",
                "PARTS_OF_TIME",
                "PEOPLE",
                "SAMPLE_COUNTERS",
                "UNIT_OF_MONEY",
            ],
            "figures.figure": ["FigureText"],
            "formulas.arithmetic": ["FormulaError", "Node", "Number", "Operation"],
            "formulas.formula": ["Formula"],
            "formulas.search": ["find_formulas"],
            "kinds": ["QUANTITIES", "QuantityKind"],
            "labels.label_styles": [
                "CHINESE_CHARACTERS",
                "FORMAL_CHARACTERS",
                "NUMBER_CHARACTERS",
                "SINGLES",
            ],
            "labels.list_labels": [
                "LABEL_OPENINGS",
                "LabelRun",
                "ListLabel",
                "find_glued_among",
                "parse_label",
            ],
            "numeral_characters": ["CHINESE_NUMERALS"],
            "numerals": ["NumeralError"],
            "roc_years": [
                "ERA",
                "ROC_DIGITS",
                "ROC_YEAR",
                "YEAR_DIGITS",
                "YEAR_IN_CHINESE",
                "YEAR_WORDS",
                "from_gregorian",
                "parse_year",
                "roc_year",
                "to_gregorian",
            ],
            "rounding": ["fixed_decimal", "plain_decimal", "short_decimal"],
            "scanner": ["Quantity", "QuantityError", "find", "find_in", "may_be_one"],
            "units": ["canonical_counter", "same_counter"],
        },
    )
