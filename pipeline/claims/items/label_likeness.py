"""Two labels -> how alike they are, by the pairs of characters that they share."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import regex

_NOT_WORDS = regex.compile(r"[\W\d_]+")


def likeness(a: str, b: str) -> float:
    """Return how alike two labels are, from 0 to 1: the pairs of characters that they share.

    >>> likeness("與簽署國進行實質交流", "與已簽署國實質交流") > likeness("與簽署國進行實質交流", "洽談簽署")
    True
    """
    return words_likeness(character_pairs(a), character_pairs(b))


def words_likeness(first: AbstractSet[str], second: AbstractSet[str]) -> float:
    """Return how alike two labels are whose `character_pairs` characters are known."""
    shared = len(first & second)
    if not shared:
        return 0.0
    return (shared / min(len(first), len(second)) + 2 * shared / (len(first) + len(second))) / 2


def character_pairs(text: str) -> set[str]:
    """Return the pairs of characters that stand together in the words of a text."""
    words = _NOT_WORDS.sub("", text)
    return {words[i : i + 2] for i in range(len(words) - 1)}


def best_match(label: str, others: Sequence[str], least: float = 0.2) -> int | None:
    """Return the one label that is most alike; None where none is, or two are equally so."""
    scores = sorted(((likeness(label, other), i) for i, other in enumerate(others)), reverse=True)
    if not scores or scores[0][0] < least:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < 0.05:
        return None
    return scores[0][1]
