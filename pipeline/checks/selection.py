"""Reports -> the same with only the findings that were asked for, and none that was accepted before.

Rules are named by codes or their first characters: R1 is R101 to R140. A baseline is what `pipeline
check --format json` printed; a finding is known again by its document, row, item, kind, code and
stated rate, wherever on the page it has moved to.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.checks.records import Check, Finding, Report
from pipeline.checks.rules import RULES
from pipeline.checks.verdicts import Level
from pipeline.errors import UsageError
from pipeline.quantities import plain_decimal

FindingKey = tuple[str | int | None, ...]
_KEYS: dict[str, tuple[type, ...]] = {
    "document": (str,),
    "row": (int,),
    "item": (int,),
    "kind": (str,),
    "code": (str,),
    "stated": (str, type(None)),
}
"""What makes a finding the same one, with the types that it has in JSON."""


def parse_codes(select: str | None, ignore: str | None) -> frozenset[str]:
    """Return the rules that are asked for: those selected (all unless told) but not ignored.

    Where none of them would ever be reported, a mistake is likelier than a wish for nothing.

    >>> sorted(parse_codes("R1,R201", "r12,R13,R14"))
    ['R101', 'R102', 'R103', 'R104', 'R105', 'R110', 'R201']
    """
    chosen = frozenset(RULES) if select is None else frozenset(_named("--select", select))
    left = chosen - frozenset(_named("--ignore", ignore) if ignore is not None else ())
    if not any(RULES[code].reported for code in left):
        names = ", ".join(sorted(left))
        reason = f"never reported: {names}" if names else "--ignore takes away all that is selected"
        raise UsageError(f"--select and --ignore leave no rule: {reason}")
    return left


def _named(option: str, given: str) -> Iterator[str]:
    for word in (part.strip().upper() for part in given.split(",")):
        codes = [code for code in RULES if word and code.startswith(word)]
        if not codes:
            name = word or "an empty code"
            raise UsageError(
                f"{option}: no rule is or begins with {name}; there are {', '.join(RULES)}"
            )
        yield from codes


@dataclass(slots=True)
class Selection:
    """Which findings are shown and counted; ``accepted`` holds how many of each are known."""

    codes: frozenset[str] = frozenset(RULES)
    accepted: Counter[FindingKey] = field(default_factory=Counter)

    def apply(self, report: Report) -> Report:
        """Return a report whose other findings are taken from its checks; no check is left out."""
        return replace(report, checks=[self._check(report, c) for c in report.checks])

    def left(self, documents: Collection[str]) -> int:
        """Return how many accepted findings of these documents and rules were not found again."""
        return sum(
            number
            for (document, *_, code, _), number in self.accepted.items()
            if document in documents and code in self.codes
        )

    def _check(self, report: Report, check: Check) -> Check:
        findings = [finding for finding in check.findings if finding.code in self.codes]
        if len(findings) < len(check.findings):
            check = _with(check, findings)
        if check.finding is None or check.level is Level.NONE:
            return check
        known = finding_key(report, check)
        if self.accepted[known] < 1:
            return check
        self.accepted[known] -= 1
        return _with(check, ())


def _with(check: Check, findings: Sequence[Finding]) -> Check:
    """Return a check with only these of its findings, the gravest first."""
    return replace(
        check,
        findings=tuple(findings),
        finding=findings[0] if findings else None,
        messages=tuple(finding.message for finding in findings),
    )


def finding_key(report: Report, check: Check) -> FindingKey:
    """Return what makes a finding the same one in another run, wherever on the page it stands."""
    claim = check.claim
    stated = plain_decimal(claim.stated.quantity.value) if claim.stated else None
    code = check.finding.code if check.finding else ""
    return report.document, claim.row, claim.item, str(claim.kind), code, stated


def read_baseline(path: Path) -> Counter[FindingKey]:
    """Read the findings that were accepted before."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8 text") from None
    except ValueError as error:
        raise UsageError(f"{path}: not JSON: {error}") from None
    except RecursionError:
        raise UsageError(f"{path}: too deeply nested") from None
    if not isinstance(content, list):
        raise UsageError(f"{path}: must be a list, as --format json prints it")
    return Counter(_read_key(path, number, entry) for number, entry in enumerate(content, start=1))


def _read_key(path: Path, number: int, entry: object) -> FindingKey:
    if not isinstance(entry, dict):
        raise UsageError(f"{path}: finding {number}: must be an object")
    for name, types in _KEYS.items():
        if name not in entry:
            raise UsageError(f"{path}: finding {number}: {name} is missing")
        if type(entry[name]) not in types:
            raise UsageError(f"{path}: finding {number}: {name} cannot be {entry[name]!r}")
    return tuple(entry[name] for name in _KEYS)
