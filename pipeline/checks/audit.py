"""Rows -> Report: the stages in their order; no file is touched here.

rows -> statements -> indicators -> claims -> checks
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from pipeline.checks import conventions
from pipeline.checks.check_lines import check_claims
from pipeline.checks.records import Check
from pipeline.checks.verdicts import Verdict
from pipeline.claims import (
    Claim,
    Evidence,
    Indicator,
    Reason,
    claim_from_told,
    claims_from_statements,
    find_marks,
    items_from_statements,
    split_row,
    statements_from_row,
)
from pipeline.records import Row
from pipeline.rows import ToldRow


def judge_rows(
    rows: Iterable[Row], roc_year: int | None, notes: Iterable[str] = ()
) -> tuple[Sequence[Indicator], Sequence[Check]]:
    """Return the items of the rows of one report, and its stated rates judged.

    ``notes`` are its texts outside of tables: they may say how rates are stated.
    """
    items: list[Indicator] = []
    notes = tuple(notes)
    caps = set(conventions.caps_of(notes))
    marks = find_marks("\n".join(notes))
    claims = conventions.with_factors(list(_claims(rows, roc_year, items, caps, marks)))
    checks = check_claims(claims, frozenset(caps))
    _tell_items(items, checks)
    return items, checks


def _tell_items(items: Sequence[Indicator], checks: Iterable[Check]) -> None:
    """Let the items say the same target and actual figure as the checks that used them."""
    known = {(item.row, item.item): item for item in items}
    for check in checks:
        claim = check.claim
        item = known.get((claim.row, claim.item))
        if item is None or not claim.explanations or claim.missing is Reason.NO_ITEM or item.growth:
            continue
        if check.verdict is Verdict.UNVERIFIABLE or check.actual is None:
            continue
        own = item.actual and item.actual.quantity.value
        if own is None or own != check.actual.quantity.value:
            item.actual, item.actual_text = check.actual, check.actual.sentence
        evidence = claim.explanations[0].evidence
        if check.target is not None and (
            item.target is None or not _OWN_TARGET.isdisjoint(evidence)
        ):
            item.target = check.target


_OWN_TARGET = frozenset([Evidence.REVISED_TARGET, Evidence.TARGET_OF_THE_YEAR])
"""Why another target than that of the item was taken."""


def _claims(
    rows: Iterable[Row],
    roc_year: int | None,
    items: list[Indicator],
    caps: set[Fraction],
    lower_marks: frozenset[str],
) -> Iterator[Claim]:
    """Yield what the rows claim; add what they measure to the items, and what caps they tell."""
    for row in rows:
        if isinstance(row, ToldRow):
            item, claim = claim_from_told(row, roc_year)
            items.append(item)
            yield claim
            continue
        caps |= conventions.caps_of(map(row.text, ("standard", "analysis", "indicator")))
        before = 0
        for part in split_row(row, roc_year):
            statements = statements_from_row(part.row, part.year, lower_marks, part.label)
            part_items = items_from_statements(statements)
            part_claims = claims_from_statements(statements, part_items, part.year)
            yield from [part.name_claim(claim, before) for claim in part_claims]
            items.extend([part.name_item(item, before) for item in part_items])
            before += len(part_items)
