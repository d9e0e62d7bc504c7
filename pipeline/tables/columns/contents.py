"""The cells of a column -> what they hold: figures, per cents, prose, lights, codes; and which divides which.

>>> content = read_content(["1,200艘次", "300次", "—", "約3億元以上"])
>>> content.filled, content.figures, content.is_figures
(3, 3, True)
>>> read_content(["95.1%", "100%"]).percents, read_content(["★", "綠燈", "▲"]).lights
(2, 3)
>>> fits = divide(["104.0", "95", "50"], ["26", "19", "7"], ["25", "20", "10"])
>>> fits.tried, fits.right
(3, 2)
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

import regex

from pipeline.quantities import RAISED_DIGITS, QuantityKind, find

_EMPTY = regex.compile(
    r"(?: [-–—－‐/／.] )* | 無 | N/?A | 不適用 | 尚未統計 | 未統計 | 略", regex.VERBOSE
)
_FIGURE = regex.compile(
    r"""
    (?! 第? [0-9０-９]{1,2} [季期月] (?: 份 | 底 | 止 )?+ $ )      # 第1季, 3月底 name a row
    (?: \L<before> )? [-+－＋±△▲≧≦≥≤><約]*+
    [0-9０-９] (?: [0-9０-９,，.．]* [0-9０-９] )?        # no list number: 2.守護湖域
    (?: [萬億兆千百] [0-9０-９,，.．]*+ )*+
    [%％﹪‰]? (?!年) [\p{Han}㎡³A-Za-z]{0,4}+
    (?: [(（][^()（）]{1,12}[)）] )?
    """,
    regex.VERBOSE,
    before=(
        "達",
        "至少",
        "約",
        "逾",
        "低於",
        "高於",
        "不超過",
        "不低於",
        "每日",
        "每年",
        "共",
        "計",
        "第",
    ),
)
_STATE = r"(?:超前|落後|(?:未|已)?達[成標]|未?符合|如期|持平|(?:已|未)?完成)"
_PERCENT = regex.compile(
    rf"""
    (?: {_STATE} [，、：:]? )?                              # 超前，103.4%
    (?: [(（] (?=[^()（）]*[)）]$) )?
    (?: 逾 | 約 | 達 )? [-+－△]? [0-9０-９][0-9０-９,.．]*[%％﹪] (?: 以[上下內] )?
    [)）]?
    (?: [，、]? {_STATE} | [(（] {_STATE} [)）] )?
    """,
    regex.VERBOSE,
)
_PERCENTS = regex.compile(
    r"""
    (?: (?: [(（] [一二三四五六七八九0-9] [)）] | [①-⑨] | [1-9][、.．] )?    # (一)108%(二)110%, 1.112.5%2.95%
        [-+－△]? [0-9０-９]{1,4} (?: [.．] [0-9０-９]+ )? [%％﹪] [、，,；;/]? ){2,6}
    """,
    regex.VERBOSE,
)
"""The rates of several items in one cell: 105%、108%."""
_LIGHT = regex.compile(r"[★☆▲△▼▽●○◎□■◇◆✓✔√]{1,3}|[綠黃紅白黑藍]燈?|[甲乙丙優良佳可]等?|符合|未符合")
_CODE = regex.compile(r"[1-9]")
_PROSE = regex.compile(r"[，。；,;：:、].*[，。；：、]|。$")
_NARRATIVE = regex.compile(r"[^。，；]{3,}+[，；][^。，；]{3,}+[，；][^。，；]{3,}+")
"""Three clauses of one sentence."""
_NOTE_MARKS = dict.fromkeys(map(ord, RAISED_DIGITS))
"""Raised digits, which are left out."""
LONG = 24
"""A text so long is prose, whatever it holds."""
MOST = 40
"""As many cells tell what a column holds."""


class ColumnContent(NamedTuple):
    """How many cells of a column hold what."""

    filled: int = 0
    figures: int = 0
    percents: int = 0
    prose: int = 0
    lights: int = 0
    codes: int = 0
    narrative: int = 0
    counting: bool = False
    """Whether the cells count the rows: 1, 2, 3."""

    @property
    def is_figures(self) -> bool:
        """Tell whether the column holds figures."""
        return 3 * self.figures >= 2 * self.filled > 0

    @property
    def is_prose(self) -> bool:
        """Tell whether the column holds running text."""
        return 2 * self.prose >= self.filled > 0

    @property
    def is_narrative(self) -> bool:
        """Tell whether the column holds long sentences, not what was reached with an aside."""
        return 3 * self.narrative >= 2 * self.filled > 0

    @property
    def is_lights(self) -> bool:
        """Tell whether the column holds marks: lights, grades."""
        return 3 * self.lights >= 2 * self.filled > 0

    @property
    def is_text(self) -> bool:
        """Tell whether the column holds words, short or long, and hardly a figure."""
        return self.filled > 0 and 4 * (self.figures + self.lights) <= self.filled

    @property
    def is_codes(self) -> bool:
        """Tell whether the column holds single digits that are no counts."""
        return self.filled > 1 and self.codes == self.filled

    def __str__(self) -> str:
        """Return what the column holds, in words."""
        names = ("figures", "percents", "prose", "lights", "codes")
        told = [f"{n} {name}" for name in names if (n := getattr(self, name))]
        return f"{self.filled} cells" + (f" ({', '.join(told)})" if told else "")


def read_content(texts: Sequence[str]) -> ColumnContent:
    """Count what the cells of a column hold; ``texts`` are without white space."""
    filled = [text for text in texts[:MOST] if text and not _EMPTY.fullmatch(text)]
    filled = [text.translate(_NOTE_MARKS) for text in filled]
    figures = [text for text in filled if _is_figure(text)]
    codes = [text for text in figures if _CODE.fullmatch(text)]
    return ColumnContent(
        len(filled),
        len(figures),
        sum(_is_percent(text) for text in figures),
        sum(text not in figures and _is_prose(text) for text in filled),
        sum(_LIGHT.fullmatch(text) is not None for text in filled),
        len(codes),
        sum(_is_narrative(text) for text in filled),
        len(filled) > 1 and filled == [str(n) for n in range(1, len(filled) + 1)],
    )


def _is_figure(text: str) -> bool:
    if "%" in text or "％" in text:
        return _is_percent(text) or (len(text) <= LONG and _FIGURE.fullmatch(text) is not None)
    return len(text) <= LONG and _FIGURE.fullmatch(text) is not None


def _is_percent(text: str) -> bool:
    return _PERCENT.fullmatch(text) is not None or _PERCENTS.fullmatch(text) is not None


def _is_prose(text: str) -> bool:
    return len(text) > LONG or _PROSE.search(text) is not None


def _is_narrative(text: str) -> bool:
    return len(text) > LONG and _NARRATIVE.search(text) is not None


def tells_figures(texts: Sequence[str]) -> bool:
    """Tell whether most cells tell a figure with its unit, in words.

    >>> tells_figures(["辦理各類展覽一百二十檔", "演出300場次"]), tells_figures(["各類展覽", "105年演出"])
    (True, False)
    """
    filled = [text for text in texts[:MOST] if text]
    told = sum(any(q.is_quantity and q.unit for q in find(text)) for text in filled)
    return 3 * told >= 2 * len(filled) > 0


class Fit(NamedTuple):
    """In how many rows one column is another one divided by a third, of how many that hold all three."""

    tried: int = 0
    right: int = 0
    inverse: int = 0
    """In how many it is so only the other way round: lower is better."""

    @property
    def is_good(self) -> bool:
        """Tell whether it is so in most rows; the others are the findings."""
        return self.tried > 1 and 2 * (self.right + self.inverse) > self.tried and self.right > 0


class Figures:
    """The figures of a column, read when they are first needed; None where a cell holds not just one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts[:MOST]

    @cached_property
    def values(self) -> list[tuple[Fraction, int, bool] | None]:
        """Return value, decimals and whether it is a per cent, of each cell."""
        return [_value(text) for text in self._texts]


def divide(
    rates: Figures | Sequence[str], over: Figures | Sequence[str], under: Figures | Sequence[str]
) -> Fit:
    """Count the rows in which a rate is one figure divided by the other, as per cent or factor."""
    columns = [c if isinstance(c, Figures) else Figures(c) for c in (rates, over, under)]
    tried = right = inverse = 0
    for rate, high, low in zip(*(column.values for column in columns), strict=False):
        if rate is None or high is None or low is None or not low[0] or not high[0]:
            continue
        tried += 1
        if _is_rate(rate, high[0] / low[0]):
            right += 1
        elif _is_rate(rate, low[0] / high[0]):
            inverse += 1
    return Fit(tried, right, inverse)


def _is_rate(rate: tuple[Fraction, int, bool], quotient: Fraction) -> bool:
    value, decimals, percent = rate
    near = Fraction(51, 100) / 10**decimals
    if abs(value - 100 * quotient) <= near:
        return True
    return not percent and decimals > 1 and abs(value - quotient) <= near


def _value(text: str) -> tuple[Fraction, int, bool] | None:
    if not text or len(text) > LONG:
        return None
    quantities = [quantity for quantity in find(text) if quantity.is_quantity]
    if len(quantities) != 1 or quantities[0].low is not None:
        return None
    one = quantities[0]
    return Fraction(one.value), one.decimals, one.kind is QuantityKind.PERCENT
