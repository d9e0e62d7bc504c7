"""Report -> FileSummary: what the terminal says of a file and counts at the end, without its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Self

from pipeline.checks import Check, Level, Report, measure_coverage
from pipeline.errors import Status

CodeAndLevel = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FileSummary:
    """How the reading of a file went, and the code and level of each finding.

    ``findings`` holds for each check that has any its findings, the gravest first; ``glyphs`` counts
    where the glyphs went.
    """

    document: str
    status: Status
    error: str = ""
    warnings: tuple[str, ...] = ()
    pages: int = 0
    rows: int = 0
    indicators: int = 0
    checks: int = 0
    agency: str = ""
    roc_year: int | None = None
    coverage: str = ""
    findings: tuple[tuple[CodeAndLevel, ...], ...] = ()
    glyphs: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def from_report(cls, report: Report) -> Self:
        """Sum up a report."""
        findings: list[tuple[CodeAndLevel, ...]] = []
        covered = measure_coverage(_collecting(report.checks, findings))
        return cls(
            report.document,
            report.status,
            report.error,
            report.warnings,
            report.pages,
            len(report.rows),
            len(report.indicators),
            len(report.checks),
            report.agency,
            report.roc_year,
            str(covered) if report.checks else "",
            tuple(findings),
            {key: count for key, count in report.counts.items() if key.startswith("glyphs")},
        )

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> Self:
        """Return what `as_json` gave; raises `TypeError` or `ValueError` for anything else."""
        fields = dict(content)
        fields["status"] = Status(fields["status"])
        fields["warnings"] = tuple(fields["warnings"])
        fields["findings"] = tuple(
            tuple((str(code), str(level)) for code, level in findings)
            for findings in fields["findings"]
        )
        return cls(**fields)

    def as_json(self) -> dict[str, Any]:
        """Return the same as dictionaries, lists and plain values."""
        return {name: getattr(self, name) for name in self.__slots__}

    def with_codes(self, codes: Collection[str]) -> Self:
        """Return the summary with the findings of these rules only."""
        kept = (
            tuple(known for known in findings if known[0] in codes) for findings in self.findings
        )
        return replace(self, findings=tuple(filter(None, kept)))

    def with_findings_of(self, report: Report) -> Self:
        """Return the summary with the findings of this report."""
        findings = (_codes_and_levels(check) for check in report.checks if check.findings)
        return replace(self, findings=tuple(findings))

    @property
    def levels(self) -> list[Level]:
        """Return the level of each check that has a finding."""
        return [Level(findings[0][1]) for findings in self.findings]

    @property
    def flagged(self) -> int:
        """Return how many checks are of level error or warning."""
        return sum(level.rank >= Level.WARNING.rank for level in self.levels)

    @property
    def codes(self) -> Counter[str]:
        """Count the findings by code."""
        return Counter(code for (code, level), *_ in self.findings if level != Level.NONE)


def _collecting(
    checks: Iterable[Check], findings: list[tuple[CodeAndLevel, ...]]
) -> Iterator[Check]:
    """Yield checks, and collect the findings of those that have any."""
    for check in checks:
        if check.findings:
            findings.append(_codes_and_levels(check))
        yield check


def _codes_and_levels(check: Check) -> tuple[CodeAndLevel, ...]:
    return tuple(_code_and_level(finding.code, finding.level) for finding in check.findings)


@cache
def _code_and_level(code: str, level: Level) -> CodeAndLevel:
    return code, str(level)  # one for all: a long report has thousands
