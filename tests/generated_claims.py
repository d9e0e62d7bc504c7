"""Made-up claims of a known writer -> rows, and what an auditor would have to say of them.

A writer rounds half up, rounds half to even or cuts off, may cap at 100, and prints its rates with none
to two decimals. Some claims get a mistake. Whether one is unmistakable is worked out here, in exact
intervals and without the pipeline: no accepted reading of the printed figures gives the stated rate,
rounded, cut off or capped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import floor
from random import Random

from pipeline.checks import audit
from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level, Verdict
from pipeline.records import Row
from tests.typed_rows import row

HUNDRED = Fraction(100)
ROWS = 10
"""So many rows make a document."""

STRATA = (
    "integers", "decimals", "percentages", "ten thousands", "full width", "lower is better",
    "growth", "attainment of growth", "zero target", "list", "told in one breath", "all met", "columns", "other figures beside",
    "other counter", "money", "about", "from base to target", "list without words", "list of one counter",
    "fall", "shares", "revised target",
)  # fmt: skip
MISTAKES = ("digit", "swap", "scale", "last digit", "wrong pair", "said met")


# --------------------------------------------------------------------------- the writer


@dataclass(frozen=True, slots=True)
class Writer:
    """How a document's author makes a printed rate of a result."""

    way: str
    caps: bool
    decimals: int

    @property
    def name(self) -> str:
        return f"{self.way}{', caps' if self.caps else ''}"

    def rate(self, value: Fraction) -> Fraction:
        if self.caps and value > HUNDRED:
            return HUNDRED
        scaled = value * 10**self.decimals
        if self.way == "truncates":
            whole = floor(scaled) if scaled >= 0 else -floor(-scaled)
        elif self.way == "half even":
            whole = round(scaled)
        else:
            whole = (
                floor(scaled + Fraction(1, 2)) if scaled >= 0 else -floor(-scaled + Fraction(1, 2))
            )
        return Fraction(whole, 10**self.decimals)


def writers(source: Random) -> Writer:
    way = source.choice(("half up", "half up", "half even", "truncates"))
    return Writer(way, source.random() < 0.2, source.choice((0, 0, 0, 1, 2)))


# --------------------------------------------------------------------------- what is printed


@dataclass(frozen=True, slots=True)
class Style:
    """How figures are set."""

    full_width: bool = False
    commas: bool = True
    wan: bool = False


FULL_WIDTH = str.maketrans("0123456789,.%", "０１２３４５６７８９，．％")


def number(value: Fraction, decimals: int, style: Style) -> str:
    """Print a figure as a writer would."""
    if decimals:
        scaled = int(value * 10**decimals)
        text = f"{scaled // 10**decimals}.{scaled % 10**decimals:0{decimals}d}"
    elif style.wan and value >= 100_000_000:
        below = value % 100_000_000
        text = f"{int(value) // 100_000_000}億" + (number(below, 0, style) if below else "")
    elif style.wan and value >= 10000:
        rest = int(value) % 10000
        text = f"{int(value) // 10000}萬" + (
            f"{rest:{',' if style.commas else ''}}" if rest else ""
        )
    else:
        text = f"{int(value):{',' if style.commas else ''}}"
    return text.translate(FULL_WIDTH) if style.full_width else text


@dataclass(frozen=True, slots=True)
class Item:
    """One target with its result and the rate stated for it."""

    label: str
    unit: str
    target: Fraction
    actual: Fraction
    target_decimals: int = 0
    decimals: int = 0
    lower: bool = False
    bound: str = "{}"
    base: Fraction | None = None
    stated: Fraction = HUNDRED
    places: int = 0
    mistake: str = ""
    told_unit: str = ""
    """The counter of the result, where that is another word for the same."""
    about: str = ""
    """How a result is set that is not exact: 約{}, 逾{}."""
    start: Fraction | None = None
    """What a target starts from: 由104年80件降至70件."""
    falls: bool = False
    """Whether the change from the base is a fall."""
    whole: Fraction | None = None
    """The count that a share is of; ``actual`` is the part."""
    first: Fraction | None = None
    """The target before it was revised."""

    @property
    def measured(self) -> bool:
        """Tell whether the result was measured, so that the printed figure stands for a range."""
        return self.decimals > 0 or self.unit == "%"

    def result(self, style: Style) -> tuple[Fraction, Fraction]:
        """Return the values that print as this result."""
        if self.measured:
            half = Fraction(1, 2 * 10**self.decimals)
        elif self.about.startswith("逾"):
            return self.actual, self.actual * 10**6
        elif self.about:
            digits = str(int(self.actual))
            half = Fraction(10 ** (len(digits) - len(digits.rstrip("0"))), 2)
        elif style.wan and self.actual >= 10000 and self.actual % 10000 == 0:
            half = Fraction(50_000_000 if self.actual % 100_000_000 == 0 else 5000)
        else:
            half = Fraction(0)
        return max(self.actual - half, Fraction(0)), self.actual + half

    def target_text(self, style: Style) -> str:
        return self._with_unit(number(self.target, self.target_decimals, style), style)

    def goal(self, style: Style) -> str:
        """Return the target as its cell gives it, with its bound."""
        return self.bound.format(self.target_text(style))

    def actual_text(self, style: Style) -> str:
        text = number(self.actual, self.decimals, style)
        text = text + self.told_unit if self.told_unit else self._with_unit(text, style)
        return self.about.format(text) if self.about else text

    def base_text(self, style: Style) -> str:
        assert self.base is not None
        return self._with_unit(number(self.base, 0, style), style)

    def stated_text(self, style: Style) -> str:
        return number(self.stated, self.places, replace(style, commas=False, wan=False)) + (
            "％" if style.full_width else "%"
        )

    def _with_unit(self, text: str, style: Style) -> str:
        return text + ("％" if self.unit == "%" and style.full_width else self.unit)


@dataclass(frozen=True, slots=True)
class Case:
    """A row: its items, and the wording that tells them."""

    stratum: str
    wording: str
    items: tuple[Item, ...]
    style: Style = field(default_factory=Style)

    def row(self, position: int) -> Row:
        """Make the row that prints this."""
        target, cells = _texts(self)
        analysis = cells.pop("analysis", "")
        return row(target, analysis, number=position, **cells)


# --------------------------------------------------------------------------- what may stand


def readings(item: Item, stratum: str, style: Style) -> list[tuple[Fraction, Fraction]]:
    """Return the accepted results in percent, as ranges."""
    low, high = item.result(style)
    if item.base is not None:
        growth = (item.actual - item.base) / item.base * (-100 if item.falls else 100)
        return [(growth, growth)]
    if item.whole is not None:
        share = item.actual / item.whole * 100
        return [(share, share), (100 - share, 100 - share)]
    if item.target == 0:
        met = HUNDRED if item.actual == 0 else Fraction(0)
        return [(met, met)]
    found = [(low / item.target * 100, high / item.target * 100)]
    if item.first is not None:
        found.append((low / item.first * 100, high / item.first * 100))
    if item.start is not None:
        way = item.start - item.target
        found.append(((item.start - high) / way * 100, (item.start - low) / way * 100))
    if item.lower:
        found.append(((2 - high / item.target) * 100, (2 - low / item.target) * 100))
        if low > 0:
            found.append((item.target / high * 100, item.target / low * 100))
    return found


def stands(item: Item, stratum: str, style: Style) -> bool:
    """Tell whether an accepted reading gives the stated rate: rounded, cut off or capped."""
    stated, unit = item.stated, Fraction(1, 10**item.places)
    for index, (low, high) in enumerate(readings(item, stratum, style)):
        if low <= stated + unit / 2 and high >= stated - unit / 2:
            return True
        if low < stated + unit and high >= stated:
            return True
        # Where less is better, more than the target is no success that could be capped.
        plain = item.lower and index == 0
        changed = stratum in ("growth", "fall")
        if stated == HUNDRED and low > HUNDRED and not changed and not plain:
            return True
    return False


def points(item: Item, stratum: str, style: Style) -> Fraction:
    """Return how far the stated rate is from the nearest accepted result, in points."""
    return min(
        max(low - item.stated, item.stated - high, Fraction(0))
        for low, high in readings(item, stratum, style)
    )


# --------------------------------------------------------------------------- the figures

COUNTED = (
    ("辦理座談會", "場次"), ("參加研習", "人次"), ("稽查工廠", "家"), ("完成巡檢", "處"), ("編印手冊", "冊"),
    ("受理申請", "件"), ("植樹", "株"), ("培訓志工", "人"), ("開設課程", "班"), ("關懷訪視", "戶"), ("審查計畫", "案"),
)  # fmt: skip
MEASURED = (("改善道路", "公里"), ("造林", "公頃"), ("處理廢水", "公噸"), ("促進投資", "億元"))
ALIKE = (
    ("參加研習", "人", "人次"), ("參加研習", "人次", "人"), ("辦理座談會", "場", "場次"), ("辦理座談會", "場次", "場"),
)  # fmt: skip
SHARES = ("滿意度", "合格率", "設備可用度", "涵蓋率", "辦結率")
LOWER = (
    ("平均處理天數", "天", "{}以內"), ("平均到達時間", "分鐘", "{}以內"), ("重大事故件數", "件", "不超過{}"),
    ("逾期比率", "%", "{}以下"), ("錯誤率", "%", "不高於{}"), ("申訴件數", "件", "{}以下"),
)  # fmt: skip


def _count(source: Random, *, most: int = 7) -> Fraction:
    """Draw a count, its size from few to millions."""
    digits = source.choice([n for n in (1, 2, 2, 3, 3, 4, 4, 5, 6, 7) if n <= most])
    value = source.randrange(max(2, 10 ** (digits - 1)), 10**digits)
    if digits > 1 and source.random() < 0.5:
        value = max(value // 10 ** (digits - 1), 1) * 10 ** (digits - 1)
    return Fraction(value)


def _near(source: Random, target: Fraction, unit: Fraction) -> Fraction:
    """Draw a result in the neighbourhood of a target, on the grid of its printed place."""
    share = Fraction(source.choice((source.gauss(1.05, 0.12), source.gauss(1.0, 0.4))))
    return max(round(target * share / unit), 1) * unit


def _integers(source: Random) -> Item:
    label, unit = source.choice(COUNTED)
    target = _count(source)
    return Item(label, unit, target, _near(source, target, Fraction(1)))


def _wan(source: Random) -> Item:
    label, unit = source.choice(COUNTED)
    target = Fraction(source.randrange(1, 900) * 10 ** source.choice((3, 4, 4)))
    return Item(label, unit, max(target, Fraction(10000)), _near(source, target, Fraction(1)))


def _other_counter(source: Random) -> Item:
    label, unit, told = source.choice(ALIKE)
    target = _count(source)
    return Item(label, unit, target, _near(source, target, Fraction(1)), told_unit=told)


def _money(source: Random) -> Item:
    step = 10 ** source.choice((0, 3, 4, 4, 5))
    target = Fraction(source.randrange(20, 9000) * 10 ** source.choice((5, 6, 6)))
    return Item("規費收入", "元", target, _near(source, target, Fraction(step)))


def _about(source: Random) -> Item:
    """Draw a result that is told as 約2,300人 or 逾2,300人."""
    label, unit = source.choice(COUNTED)
    place = 10 ** source.choice((1, 2, 3))
    target = Fraction(source.randrange(20, 90) * place)
    actual = _near(source, target, Fraction(place))
    return Item(label, unit, target, actual, about=source.choice(("約{}", "逾{}")))


def _reduction(source: Random) -> Item:
    start = Fraction(source.randrange(40, 2000))
    target = Fraction(source.randrange(int(start * Fraction(6, 10)), int(start)))
    actual = Fraction(max(round(target * Fraction(source.gauss(1, 0.1))), 1))
    return Item(
        "違規案件", "件", target, min(actual, start), lower=True, bound="{}以下", start=start
    )


def _decimals(source: Random) -> Item:
    label, unit = source.choice(MEASURED)
    places, set_places = source.choice((1, 1, 2)), source.choice((0, 1))
    target = Fraction(source.randrange(2, 900), 10**set_places)
    return Item(
        label, unit, target, _near(source, target, Fraction(1, 10**places)), set_places, places
    )


def _percentages(source: Random) -> Item:
    places, set_places = source.choice((0, 1, 1, 2)), source.choice((0, 0, 1))
    target = Fraction(source.randrange(10, 99) * 10**set_places, 10**set_places)
    if set_places:
        target += Fraction(source.randrange(10), 10)
    unit = Fraction(1, 10**places)
    actual = min(_near(source, target, unit), HUNDRED)
    return Item(source.choice(SHARES), "%", target, actual, set_places, places)


def _lower(source: Random) -> Item:
    label, unit, bound = source.choice(LOWER)
    places = source.choice((1, 2)) if unit == "%" else source.choice((0, 1)) if unit != "件" else 0
    target = Fraction(source.randrange(2, 60))
    return Item(
        label, unit, target, _near(source, target, Fraction(1, 10**places)), 0, places, True, bound
    )


def _growth(source: Random) -> Item:
    label, unit = source.choice(COUNTED[:2])
    base = _count(source) + 50
    change = Fraction(abs(source.gauss(0.12, 0.15)) + 0.01)
    actual = max(Fraction(round(base * (1 + change))), base + 1)
    return Item(label, unit, Fraction(source.randrange(1, 15)), actual, base=base)


def _fall(source: Random) -> Item:
    base = _count(source) + 50
    change = Fraction(min(abs(source.gauss(0.12, 0.1)) + 0.01, 0.9))
    actual = min(Fraction(round(base * (1 - change))), base - 1)
    target = Fraction(source.randrange(1, 15))
    return Item("違規案件", "件", target, actual, base=base, falls=True)


def _share_of_counts(source: Random) -> Item:
    """Draw a share with both its counts: 抽驗500件，合格492件，合格率98.4%."""
    whole = _count(source) + 20
    part = max(round(whole * Fraction(min(abs(source.gauss(0.85, 0.15)), 1.0))), 1)
    return Item("合格率", "%", Fraction(source.randrange(50, 99)), Fraction(part), whole=whole)


def _revised(source: Random) -> Item:
    item = _integers(source)
    first = max(round(item.target * Fraction(source.choice((6, 8, 12, 15)), 10)), 1)
    return replace(item, first=Fraction(first if first != item.target else first + 1))


def _attainment(source: Random) -> Item:
    target = Fraction(source.randrange(2, 15))
    places = source.choice((1, 1, 2))
    actual = _near(source, target, Fraction(1, 10**places))
    return Item("服務人次", "%", target, actual, 0, places)


def _zero(source: Random) -> Item:
    label, unit = source.choice((("重大事故", "件"), ("違規", "次"), ("職業災害", "件")))
    return Item(label, unit, Fraction(0), Fraction(source.choice((0, 0, 1, 2, 5))), lower=True)


_MAKERS = {
    "integers": _integers, "ten thousands": _wan, "full width": _integers, "other figures beside": _integers,
    "about": _about, "from base to target": _reduction, "other counter": _other_counter, "money": _money,
    "decimals": _decimals,
    "percentages": _percentages, "lower is better": _lower, "growth": _growth,
    "attainment of growth": _attainment, "zero target": _zero,
    "fall": _fall, "shares": _share_of_counts, "revised target": _revised,
}  # fmt: skip


def _told(source: Random, item: Item, writer: Writer) -> Item:
    """State the rate that this writer prints, of the figure behind the printed one where measured."""
    value = item.actual
    if item.measured and source.random() < 0.5:
        value += Fraction(source.randrange(-499, 500), 1000 * 10**item.decimals)
    elif item.about and source.random() < 0.5:
        low, high = item.result(Style())
        value = low + min(high - low, low / 50) * Fraction(source.randrange(1000), 1000)
    if item.base is not None:
        result = (item.actual - item.base) / item.base * (-100 if item.falls else 100)
    elif item.whole is not None:
        result = item.actual / item.whole * 100
    elif item.target == 0:
        result = HUNDRED if item.actual == 0 else Fraction(0)
    elif item.start is not None and source.random() < 0.4:
        result = (item.start - value) / (item.start - item.target) * 100
    elif item.lower and value > 0:
        two_minus = (2 - value / item.target) * 100
        inverse = item.target / value * 100
        result = inverse if two_minus < 0 or source.random() < 0.5 else two_minus
    else:
        result = value / item.target * 100
    plain = writer if item.base is None else replace(writer, caps=False)
    return replace(item, stated=plain.rate(result), places=writer.decimals)


def _spoilt(source: Random, item: Item, case: Case, others: Sequence[Fraction]) -> Item:
    """Return the item with an unmistakable mistake in its rate, or as it was."""
    for kind in source.sample(MISTAKES[:5], 5):
        for _ in range(3):
            wrong = _mistaken(source, item, kind, others)
            if wrong is None or wrong.stated == item.stated or wrong.stated < 0:
                continue
            if not stands(wrong, case.stratum, case.style):
                return wrong
    return item


def _mistaken(source: Random, item: Item, kind: str, others: Sequence[Fraction]) -> Item | None:
    digits = f"{int(item.stated * 10**item.places):0{item.places + 1}d}"
    places, scale = item.places, 10**item.places
    if kind == "wrong pair":
        return replace(item, stated=source.choice(others), mistake=kind) if others else None
    if kind == "last digit":
        step = Fraction(source.choice((-1, 1)), scale)
        return replace(item, stated=item.stated + step, mistake=kind)
    if kind == "scale":
        if source.random() < 0.5:
            return replace(item, stated=item.stated * 10, mistake=kind)
        return replace(item, stated=item.stated / 10, places=places + 1, mistake=kind)
    at = source.randrange(len(digits))
    if kind == "swap":
        if at + 1 >= len(digits):
            return None
        digits = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    else:
        digits = digits[:at] + source.choice("0123456789") + digits[at + 1 :]
    if digits[0] == "0" and len(digits) > places + 1:
        return None
    return replace(item, stated=Fraction(int(digits), scale), mistake=kind)


# --------------------------------------------------------------------------- the wordings

RESULT = "三、年度目標值及達成率："
SINGLE = {
    "target, actual, rate": "目標值{t}，實際{a}，達成率{s}。",
    "sections": "二、辦理情形：\n105年度{l}{a}。\n三、年度目標值及達成率：目標值{t}，達成率{s}。",
    "actual, rate": "105年{l}{a}，達成率{s}。",
    "in brackets": "全年{l}計{a}（達成率{s}）。",
    "figures behind": "達成率{s}（實際{a}／目標{t}）。",
    "actual and planned": "原訂目標{t}，實際完成{a}，達成率為{s}。",
    "rate first": "達成率{s}，實際完成{a}（目標值{t}）。",
    "formula": "三、年度目標值及達成率：目標值{t}，達成率{s}【({a}/{t})×100％】。",
    "formula before": "目標值{t}，達成率為({a}÷{t})×100％={s}。",
}
BESIDE = {
    "law and date": "依據第46條規定，於105年9月12日完成{l}{a}，達成率{s}。",
    "half year": "截至6月底完成{h}，全年{l}{a}，達成率{s}。",
    "both halves": "上半年{h}，下半年{r}，全年合計{a}，達成率{s}。",
    "last year": "105年{l}{a}，較104年{h}增加，達成率{s}。",
    "last year in brackets": "105年{l}{a}（104年為{h}），達成率{s}。",
    "last year's rate": "105年{l}{a}，達成率{s}，較104年達成率98%提升。",
    "women": "{l}{a}，其中女性占42.5%，達成率{s}。",
    "satisfaction behind": "{l}{a}，達成率{s}，滿意度達93.5%。",
    "budget": "動支經費3,250萬元，{l}{a}，達成率{s}，預算執行率95.3%。",
    "growth in passing": "{l}{a}，較104年成長3.5%，達成率{s}。",
    "over the years": "自101年起累計{c}，105年{l}{a}，達成率{s}。",
    "heading and benefit": "一、衡量標準：{l}數。\n二、辦理情形：{l}{a}。\n三、達成率：{s}。\n四、效益：滿意度達94.2%。",
    "why": "為提升服務品質，{l}計{a}，已達成年度目標值之{s}。",
    "over the years behind": "{l}{a}，歷年累計{c}，達成率{s}。",
    "the year's own and over the years": "本年度{l}{a}，累計{c}，達成率{s}。",
    "mean of a month": "{l}{a}，平均每月{m}，達成率{s}。",
    "parts behind": "{l}計{a}，包括甲類{h}、乙類{r}，達成率{s}。",
    "last year behind": "105年{l}{a}，104年{h}，增加{r}，達成率{s}。",
    "from last year to": "{l}由104年{h}增加至{a}，達成率{s}。",
    "reached": "{l}{a}，達成{s}。",
    "in words of order": "第3屆評選活動{l}{a}，達成率{s}，排名第2。",
}
REDUCTION = {
    "happened": "105年發生{a}，達成率{s}。",
    "and fewer": "105年發生{a}，較104年減少{d}，達成率{s}。",
}
FALL = {
    "both years": "105年{l}{a}，較104年{b}減少{s}。",
    "in order": "104年{l}{b}，105年{l}{a}，減少{s}。",
    "formula": "減少率【({b}-{a})/{b}】×100％={s}。",
}
SHARES_OF_COUNTS = {
    "checked": "抽驗{w}，合格{p}，合格率{s}。",
    "of them": "全年查驗{w}，其中合格{p}，合格率為{s}。",
}
REVISED_TARGET = {
    "revised to": "目標值由{f}修正為{t}，實際{a}，達成率{s}。",
    "after": "修正後目標值{t}，實際{a}，達成率{s}。",
    "adjusted": "因經費刪減，目標值調整為{t}，實際完成{a}，達成率為{s}。",
}
LOWER_WORDINGS = ("target, actual, rate", "sections", "actual, rate", "in brackets", "rate first")
GROWTH = {
    "formula": "105年{l}{a}，成長率【({a}-{b})/{b}】×100％={s}。",
    "formula behind": "年度成長率{s}【({a}-{b})/{b}×100％】。",
    "both years": "105年{l}{a}，較104年{b}成長{s}。",
    "in order": "104年{l}{b}，105年{l}{a}，成長率{s}。",
}
ATTAINMENT = {
    "told": "105年{l}較104年成長{a}，達成率{s}。",
    "formula": "成長率為{a}，達成率為({a}÷{t})×100％={s}。",
}
ZERO = {
    "target, actual, rate": "目標值{t}，實際{a}，達成率{s}。",
    "actual, rate": "105年發生{a}，達成率{s}。",
}
LISTED = ("rates apart", "each its own", "targets and rates", "brackets", "circled")
NAMED = (*LISTED, "by name")
BREATH = ("respectively", "each")
ALL_MET = {
    "all targets": "各項目標值均達成，達成率100{p}。",
    "all indicators": "各項指標皆已達成目標，達成率100{p}。",
    "rates alike": "達成率均為100{p}。",
}
_WORDINGS: dict[str, Sequence[str]] = {
    "lower is better": LOWER_WORDINGS, "growth": tuple(GROWTH), "attainment of growth": tuple(ATTAINMENT),
    "zero target": tuple(ZERO), "list": NAMED, "told in one breath": BREATH, "all met": tuple(ALL_MET),
    "columns": ("columns", "columns of several"), "other figures beside": tuple(BESIDE),
    "about": ("target, actual, rate", "actual, rate", "in brackets"), "from base to target": tuple(REDUCTION),
    "list without words": LISTED, "list of one counter": NAMED,
    "fall": tuple(FALL), "shares": tuple(SHARES_OF_COUNTS), "revised target": tuple(REVISED_TARGET),
}  # fmt: skip
_NUMERALS = "一二三四五六"
_CIRCLED = "①②③④⑤⑥"


def _filled(words: str, item: Item, style: Style) -> str:
    half, other = Fraction(int(item.actual * Fraction(9, 20))), "{}" + item.unit
    return words.format(
        l=item.label,
        t=item.target_text(style),
        a=item.actual_text(style),
        s=item.stated_text(style),
        b=item.base_text(style) if item.base is not None else "",
        h=other.format(number(half, 0, style)),
        r=other.format(number(item.actual - half, 0, style)),
        d=other.format(number((item.start or item.actual) - item.actual, 0, style)),
        c=other.format(number(item.actual * 6 + 1, 0, style)),
        m=other.format(number(Fraction(int(item.actual / 12) + 1), 0, style)),
        w=number(item.whole or item.actual, 0, style) + "件",
        p=number(item.actual, 0, style) + "件",
        f=other.format(number(item.first or item.target, 0, style)),
    )


def _texts(case: Case) -> tuple[str, dict[str, str]]:
    """Return the target cell and the other cells of a case."""
    item, style = case.items[0], case.style
    if case.stratum.startswith("list") or case.stratum in ("told in one breath", "all met"):
        return _listed(case)
    if case.stratum == "columns":
        several = len(case.items) > 1
        lead = [f"{n}. " if several else "" for n in range(1, len(case.items) + 1)]
        both = list(zip(lead, case.items, strict=True))
        return "\n".join(f"{n}{i.label}{i.goal(style)}" for n, i in both), {
            "actual": "\n".join(f"{n}{i.actual_text(style)}" for n, i in both),
            "rate": "\n".join(f"{n}{i.stated_text(style)}" for n, i in both),
        }
    if case.stratum == "growth":
        return f"較104年成長{number(item.target, 0, style)}%", {
            "analysis": _filled(GROWTH[case.wording], item, style)
        }
    if case.stratum == "fall":
        return f"較104年減少{number(item.target, 0, style)}%", {
            "analysis": _filled(FALL[case.wording], item, style)
        }
    if case.stratum == "shares":
        words = SHARES_OF_COUNTS[case.wording]
        return item.label + item.goal(style), {"analysis": _filled(words, item, style)}
    if item.first is not None:
        first = number(item.first, 0, style)
        return f"{item.label}{first}{item.unit}", {
            "analysis": _filled(REVISED_TARGET[case.wording], item, style)
        }
    if case.stratum == "attainment of growth":
        return f"較104年成長{item.target_text(style)}", {
            "analysis": _filled(ATTAINMENT[case.wording], item, style)
        }
    if item.start is not None:
        start = number(item.start, 0, style)
        return f"{item.label}由104年{start}{item.unit}降至{item.goal(style)}", {
            "analysis": _filled(REDUCTION[case.wording], item, style)
        }
    words = {"zero target": ZERO, "other figures beside": BESIDE}.get(case.stratum, SINGLE)
    return item.label + item.goal(style), {"analysis": _filled(words[case.wording], item, style)}


def _listed(case: Case) -> tuple[str, dict[str, str]]:
    items, style = case.items, case.style
    count = range(len(items))
    marks = [f"({_NUMERALS[n]})" for n in count]
    target = "\n".join(f"{n}. {i.label}{i.goal(style)}" for n, i in enumerate(items, start=1))
    told = [f"{i.label}{i.actual_text(style)}" for i in items]
    done = "二、辦理情形：\n" + "\n".join(f"{m}{t}。" for m, t in zip(marks, told, strict=True))
    rates = [i.stated_text(style) for i in items]
    if case.stratum == "all met":
        words = ALL_MET[case.wording].format(p="％" if style.full_width else "%")
        return target, {"analysis": f"{done}\n{RESULT}{words}"}
    if case.wording == "respectively":
        words = "、".join(told) + "，達成率分別為" + "、".join(rates[:-1]) + f"及{rates[-1]}。"
        return target, {"analysis": words}
    if case.wording == "each":
        return target, {"analysis": f"{done}\n三、達成率：各為" + "、".join(rates) + "。"}
    if case.wording == "rates apart":
        tail = "\n".join(f"{m}{r}。" for m, r in zip(marks, rates, strict=True))
        return target, {"analysis": f"{done}\n三、達成率：\n{tail}"}
    if case.wording == "by name":
        named = "、".join(f"{i.label}{r}" for i, r in zip(items, rates, strict=True))
        return target, {"analysis": f"{done}\n三、達成率：{named}。"}
    if case.wording == "targets and rates":
        lines = [
            f"{m}目標值{i.target_text(style)}，達成率{r}。"
            for m, i, r in zip(marks, items, rates, strict=True)
        ]
        return target, {"analysis": f"{done}\n{RESULT}\n" + "\n".join(lines)}
    if case.wording == "brackets":
        lines = [f"{m}{t}（達成率{r}）。" for m, t, r in zip(marks, told, rates, strict=True)]
    elif case.wording == "circled":
        lines = [f"{_CIRCLED[n]}{told[n]}，達成率{rates[n]}。" for n in count]
        target = "\n".join(f"{_CIRCLED[n]}{i.label}{i.goal(style)}" for n, i in enumerate(items))
    else:
        lines = [f"{n + 1}、{told[n]}，達成率{rates[n]}。" for n in count]
    return target, {"analysis": "\n".join(lines)}


# --------------------------------------------------------------------------- cases and documents


def _case(
    source: Random, writer: Writer, stratum: str, share: float, others: list[Fraction]
) -> Case:
    wording = source.choice(_WORDINGS.get(stratum, tuple(SINGLE)))
    style = Style(
        full_width=stratum == "full width",
        commas=source.random() < 0.8,
        wan=stratum in ("ten thousands", "money"),
    )
    if stratum in _MAKERS:
        items = [_MAKERS[stratum](source)]
    elif stratum == "columns" and wording == "columns":
        items = [source.choice((_integers, _decimals, _percentages))(source)]
    else:
        items = _several(source)
    if stratum == "list without words":
        items = [replace(item, label="") for item in items]
    if stratum == "list of one counter":
        items = [
            replace(_integers(source), label=f"{place}稽查", unit="件")
            for place in source.sample(("北區", "中區", "南區", "東區"), len(items))
        ]
    case = Case(stratum, wording, (), style)
    if stratum == "all met":
        return replace(case, items=tuple(_met(source, i, share, style) for i in items))
    if stratum == "zero target":
        return replace(case, items=(_zero_told(source, items[0], share),))
    told = [_told(source, item, writer) for item in items]
    pool = [i.stated for i in told] if len(told) > 1 else others
    spoilt = [_spoilt(source, i, case, pool) if source.random() < share else i for i in told]
    others.extend(i.stated for i in told if i.base is None)
    return replace(case, items=tuple(spoilt))


def _several(source: Random) -> list[Item]:
    """Draw items of different words; now and then two have the same counter."""
    makers = (_integers, _integers, _decimals, _percentages)
    wanted, found = source.randrange(2, 5), list[Item]()
    while len(found) < wanted:
        item = source.choice(makers)(source)
        if all(item.label != other.label for other in found):
            found.append(item)
    return found


def _met(source: Random, item: Item, share: float, style: Style) -> Item:
    """Make an item that has met its target, or with a mistake one that has not."""
    if item.actual < item.target:
        wrong = replace(item, stated=HUNDRED, mistake="said met")
        if source.random() < share and not stands(wrong, "all met", style):
            return wrong
        return replace(item, actual=item.target, decimals=max(item.decimals, item.target_decimals))
    return replace(item, stated=HUNDRED)


def _zero_told(source: Random, item: Item, share: float) -> Item:
    if item.actual == 0:
        return replace(item, stated=HUNDRED)
    if source.random() < share:
        return replace(item, stated=HUNDRED, mistake="said met")
    return replace(item, stated=Fraction(0))


@dataclass(frozen=True, slots=True)
class Document:
    """Rows of one writer."""

    writer: Writer
    cases: tuple[Case, ...]

    def rows(self) -> list[Row]:
        return [case.row(position) for position, case in enumerate(self.cases, start=1)]


def documents(claims: int, seed: int, share: float = 0.3) -> Iterator[Document]:
    """Make documents with at least so many claims; the same seed makes the same ones."""
    made = 0
    while made < claims:
        source = Random(f"{seed} {made}")  # a document can be made again by itself
        writer = writers(source)
        others: list[Fraction] = []
        cases = tuple(
            _case(source, writer, source.choice(STRATA), share, others) for _ in range(ROWS)
        )
        made += sum(len(case.items) for case in cases)
        yield Document(writer, cases)


# --------------------------------------------------------------------------- the score


@dataclass(slots=True)
class Tally:
    """What was said of the claims of one kind."""

    claims: int = 0
    judged: int = 0
    false_errors: int = 0
    false_warnings: int = 0
    large: int = 0
    large_found: int = 0
    large_as_error: int = 0
    last: int = 0
    last_found: int = 0
    other: int = 0
    other_found: int = 0

    def add(self, more: Tally) -> None:
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(more, name))


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One claim with all that was said of it."""

    document: Document
    case: Case
    item: Item
    position: tuple[int, int]
    checks: tuple[Check, ...]

    def tally(self) -> Tally:
        found = Tally(claims=1)
        item, level = self.item, max((c.level.rank for c in self.checks), default=0)
        stated = [c for c in self.checks if c.claim.stated is not None]
        found.judged = int(any(c.verdict is not Verdict.UNVERIFIABLE for c in stated))
        if not item.mistake:
            found.false_errors = int(level >= Level.ERROR.rank)
            found.false_warnings = int(level == Level.WARNING.rank and not self._capped_as_told())
            return found
        hit = int(
            any(
                c.verdict is Verdict.INCONSISTENT and c.level.rank >= Level.WARNING.rank
                for c in stated
            )
        )
        if points(item, self.case.stratum, self.case.style) >= 2:
            found.large, found.large_found = 1, hit
            found.large_as_error = int(hit and level >= Level.ERROR.rank)
        elif item.mistake == "last digit":
            found.last, found.last_found = 1, hit
        else:
            found.other, found.other_found = 1, hit
        return found

    def _capped_as_told(self) -> bool:
        """Tell whether the warning is that of a capped rate beside others above 100, as agreed."""
        codes = {c.finding.code for c in self.checks if c.finding and c.level is Level.WARNING}
        return codes == {"R120"}


def verdicts(document: Document) -> Iterator[Verdicts]:
    """Judge a document, and yield each of its claims with the checks on it."""
    _, checks = audit.judge_rows(document.rows(), 105)
    by_item: dict[tuple[int, int], list[Check]] = {}
    for check in checks:
        by_item.setdefault((check.claim.row, check.claim.item), []).append(check)
    for position, case in enumerate(document.cases, start=1):
        for order, item in enumerate(case.items, start=1):
            said = by_item.pop((position, order), [])
            yield Verdicts(document, case, item, (position, order), tuple(said))
    for (position, order), said in by_item.items():  # an item that is none
        case = document.cases[position - 1]
        item = replace(case.items[0], mistake="")
        yield Verdicts(document, case, item, (position, order), tuple(said))
