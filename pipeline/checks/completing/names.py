"""Checks of a document -> a stable name for each, which links and other runs know it by.

A name is made of what a check is about: the document, the goal and indicator of its row, its item, its
period, its kind and what is stated. Neither its place on the page nor the order of files is part of it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.checks.records import Check
from pipeline.records import Row

_DIGITS = 12


def name_checks(document: str, rows: Iterable[Row], checks: Iterable[Check]) -> Sequence[Check]:
    """Return the checks with their names; those alike are counted in their order."""
    texts = {row.number: (row.text("goal"), row.text("indicator")) for row in rows}
    alike: Counter[str] = Counter()
    named: list[Check] = []
    for check in checks:
        claim = check.claim
        goal, indicator = texts.get(claim.row, ("", ""))
        stated = claim.stated.quantity.text if claim.stated else ""
        about = (document, goal, indicator, claim.label, claim.period, str(claim.kind), stated)
        text = json.dumps(about)
        named.append(replace(check, id=_digest(f"{text} {alike[text]}")))
        alike[text] += 1
    return named


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
