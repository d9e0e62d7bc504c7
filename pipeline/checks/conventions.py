"""What a document says or shows of how its rates are stated: caps, factors.

>>> sorted(find_caps("達成率超過120%者，以120%計。")), sorted(find_caps("各項得分以110分為上限，服務120%以上"))
([Fraction(120, 1)], [])
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

import regex

from pipeline.claims import Claim, RateKind
from pipeline.quantities import QuantityKind

_CAP = regex.compile(
    r"""(?:超過|逾|高於|大於|達)\s*(?P<cap>1[0-9]{2}|200)\s*[%％﹪][^。；0-9]{0,10}(?:以|按|均以|概以)\s*(?P=cap)\s*[%％﹪]?[^。；0-9]{0,4}計
      | (?:達成率|達成度|比率)[^。；0-9]{0,10}(?:最高|上限|至多)[^。；0-9]{0,4}(?P<most>1[0-9]{2}|200)\s*[%％﹪]
      | (?:最高|上限|至多)(?:為|以|採計|計|列計)*\s*(?P<limit>1[0-9]{2}|200)\s*[%％﹪]
    """,
    regex.VERBOSE,
)
_MOST_OF_A_FACTOR = 3
"""Rates of a column of factors are seldom above this, and those of one of per cents seldom below."""
_LEAST = 3
"""So many bare rates show which of the two they are; fewer do if all are as small and have two decimals."""


def find_caps(text: str) -> frozenset[Fraction]:
    """Return the rates above 100 beyond which a text says that none is counted."""
    return frozenset(
        Fraction(match["cap"] or match["most"] or match["limit"]) for match in _CAP.finditer(text)
    )


def with_factors(claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims of a document, with rates that are stated as factors (1.125) in per cent."""
    bare = [claim.stated.quantity for claim in claims if claim.stated and _is_bare(claim)]
    small = sum(0 <= quantity.value <= _MOST_OF_A_FACTOR for quantity in bare)
    plain = small == len(bare) > 0 and all(quantity.decimals > 1 for quantity in bare)
    if not plain and (len(bare) < _LEAST or 10 * small < 8 * len(bare)):
        return list(claims)
    return [_in_percent(claim) if claim.stated and _is_bare(claim) else claim for claim in claims]


def _is_bare(claim: Claim) -> bool:
    """Tell whether a rate is printed without a per cent sign, here and in its header."""
    return (
        claim.stated is not None
        and claim.kind is RateKind.ACHIEVEMENT
        and claim.stated.quantity.kind == QuantityKind.NUMBER
        and claim.stated.quantity.unit in ("", "倍")
    )


def _in_percent(claim: Claim) -> Claim:
    stated = claim.stated
    assert stated is not None
    quantity = stated.quantity
    value = quantity.value * 100
    return replace(
        claim,
        stated=replace(
            stated,
            quantity=quantity._replace(
                value=value, decimals=quantity.decimals - 2, kind=QuantityKind.PERCENT, unit="%"
            ),
        ),
    )


def caps_of(texts: Iterable[str]) -> frozenset[Fraction]:
    """Return the caps of some texts."""
    return frozenset().union(*map(find_caps, texts))
