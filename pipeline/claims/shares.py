"""Statements -> the shares told in passing whose counts are printed, as claims of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import regex

from pipeline.claims import contradictions, item_of_rate
from pipeline.claims.item_of_rate import BUDGET_WORDS
from pipeline.claims.items.label_likeness import likeness
from pipeline.claims.mentions import RATIO_WORDS, Mention, Role, Statements, last_words
from pipeline.claims.records import Claim, Indicator, Pair, RateKind, Reason
from pipeline.quantities import same_counter

SHARES = {"執行": "實支|決算|執行|支用|支出", "使用": "使用", "辦結": "辦結|結案"}
"""Words in the name of a share, and how its part may be called."""
_FIRST = regex.compile("報[考名]|開訓|招[生收募]|申請|應考|註冊|送件")


def find_shares(statements: Statements, items: Sequence[Indicator]) -> Iterator[Claim]:
    """Yield the shares whose two counts stand before them in the same sentence, and only those."""
    for mention in statements.with_role(Role.RATIO):
        counts = [
            m
            for m in statements.mentions
            if m.entry is mention.entry
            and m.start == mention.start
            and (m.role is Role.ACTUAL or "其中" in m.label.rpartition("，")[2])
            and m.quantity.kind == "number"
            and m.quantity.end <= mention.quantity.start
        ]
        counts = [m for m in counts if same_counter(m.unit, counts[-1].unit)]
        if len(counts) != 2:
            continue
        part, whole = sorted(counts, key=lambda m: (m.quantity.value, -m.quantity.start))
        if not _is_share(mention, part, whole):
            continue
        item = item_of_rate.item_by_label(statements, mention, items)
        yield Claim(
            row=statements.row.number,
            item=item.item if item else 1,
            label=short_label(mention.label.rpartition("，")[2]),
            kind=RateKind.RATIO,
            stated=mention.figure,
            pairs=(Pair(whole.figure, part.figure),),
            called_rate=False,
            doubt=Reason.FEWER_THAN_FIRST if _may_be_sieved(whole) else None,
        )


def _may_be_sieved(whole: Mention) -> bool:
    """Tell whether a count is of those who came first: of them some may have dropped out."""
    return bool(_FIRST.search(last_words(whole)))


def find_uncounted(statements: Statements, items: Sequence[Indicator]) -> Iterator[Claim]:
    """Yield the shares that no whole number out of their count gives."""
    for share, whole in contradictions.uncounted_shares(statements):
        item = item_of_rate.item_by_label(statements, share, items)
        yield Claim(
            row=statements.row.number,
            item=item.item if item else 1,
            label=short_label(share.label.rpartition("，")[2]),
            kind=RateKind.RATIO,
            stated=share.figure,
            pairs=(Pair(whole.figure, None),),
            counted=True,
            called_rate=False,
        )


def _is_share(ratio: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a share is that of two counts: one is named like it, or it follows from them.

    抽驗500件，合格492件，合格率98.4% names it; of 申請230件，核准184件，女性比率42% nothing can be said.
    """
    words = last_words(ratio)
    share = _share(part, whole) if whole.quantity.value else None
    if share is None or (_nearly(100 - share, ratio) and not _nearly(share, ratio)):
        return False  # the share of the rest: 40 faults before, 18 after, 55 % are mended
    if _are_halves(ratio, part, whole):
        return False  # 首播1,080小時，重播2,520小時，首播比率30%: the whole is the sum of both
    if any(word in words for word in BUDGET_WORDS) and "元" not in part.unit:
        return False
    if not any(word in words for word in RATIO_WORDS):
        return _nearly(_share(part, whole), ratio)
    if likeness(words.rstrip("率比例"), last_words(part) + part.quantity.text):
        return True
    if any(name in words and regex.search(said, last_words(part)) for name, said in SHARES.items()):
        return True
    return _nearly(_share(part, whole), ratio)


def _are_halves(ratio: Mention, part: Mention, other: Mention) -> bool:
    """Tell whether two counts are the parts of a whole that is not printed, by the share of one of them."""
    total = Fraction(part.quantity.value) + Fraction(other.quantity.value)
    name = last_words(ratio).rstrip("率比例")
    return not _nearly(_share(part, other), ratio) and any(
        _nearly(Fraction(count.quantity.value) / total * 100, ratio)
        and likeness(name, last_words(count)) > 0
        for count in (part, other)
    )


def _share(part: Mention, whole: Mention) -> Fraction:
    return Fraction(part.quantity.value) / Fraction(whole.quantity.value) * 100


def _nearly(share: Fraction, ratio: Mention) -> bool:
    return abs(share - Fraction(ratio.quantity.value)) < Fraction(10) ** -ratio.quantity.decimals


def short_label(label: str) -> str:
    """Return the end of a label, as much of it as a line shows."""
    return label[-40:]
