"""How often verdicts are right, by certainty, on reports whose truth was typed.

    python -m benchmarks.calibration FOLDER TRUTH.json [FOLDER TRUTH.json ...]

A truth is a list of documents (``file``), each with rows of rates: ``stated`` as printed, ``ok`` the verdicts
that are right, ``flag`` whether an error or warning must, may or must not be given. Prints a line for each
certainty (verdicts, share that is right), and the accusations: wrong ones, and the mistakes that were flagged.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.checks.records import Check
from pipeline.checks.verdicts import Level, Verdict
from pipeline.run.file_report import read_report

_OPEN = (Verdict.UNVERIFIABLE, Verdict.UNSTATED)


def matched(truth: dict[str, Any], checks: list[Check]) -> Iterator[tuple[dict[str, Any], Check]]:
    """Yield the stated rates of a document with their checks, in the order of print."""
    left = [check for check in checks if check.claim.stated is not None]
    for row in truth["rows"]:
        for rate in row["rates"]:
            value = Decimal(rate["stated"])
            same = [c for c in left if c.claim.stated and c.claim.stated.quantity.value == value]
            if same:
                left.remove(same[0])
                yield rate, same[0]


def main(arguments: list[str]) -> int:
    """Print the table; 1 if a rate was accused wrongly."""
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for folder, truths in zip(arguments[::2], arguments[1::2], strict=True):
        for truth in json.loads(Path(truths).read_text(encoding="utf-8")):
            path = Path(folder, truth["file"])
            report = read_report(path, path.name)
            counts["rates"] += sum(len(row["rates"]) for row in truth["rows"])
            for rate, check in matched(truth, list(report.checks)):
                flagged = check.level.rank >= Level.WARNING.rank
                certainty = "open" if check.verdict in _OPEN else str(check.certainty)
                total[certainty] += 1
                right[certainty] += str(check.verdict) in rate["ok"]
                counts["found"] += 1
                counts["flagged"] += flagged
                counts["mistakes"] += rate["flag"] == "must"
                counts["mistakes flagged"] += flagged and rate["flag"] == "must"
                wrong = flagged and rate["flag"] == "none"
                counts[f"wrong {check.level}s"] += wrong
    for certainty in ("high", "medium", "low", "open"):
        share = 100 * right[certainty] / total[certainty] if total[certainty] else 0
        print(f"{certainty:8}{total[certainty]:6} verdicts {share:6.1f} % right")
    print(", ".join(f"{name}: {count}" for name, count in counts.items()))
    return int(counts["wrong errors"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
