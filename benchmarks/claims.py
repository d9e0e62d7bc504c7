"""Made-up claims with known mistakes -> what the rate check finds of them, and whom it accuses.

    python -m benchmarks.claims [claims] [seed]

Prints a line for each stratum, each way of writing rates and each kind of mistake, writes the same to
`assertions.json` beside this file, and shows the first misses; the exit status is 1 if a correct rate was
accused with an error, or fewer than 99.5 % of the errors of two points or more were found.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from pipeline.checks.records import Level
from tests.generated_claims import Document, Tally, Verdicts, documents, verdicts

WANTED = 0.995
SHOWN = 12


def _examined(batch: tuple[Document, ...]) -> tuple[dict[tuple[str, str], Tally], list[str]]:
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    notes: list[str] = []
    for document in batch:
        for said in verdicts(document):
            tally = said.tally()
            keys = [
                ("all", "all"),
                ("stratum", said.case.stratum),
                ("writer", document.writer.name),
            ]
            if said.item.mistake:
                keys.append(("mistake", said.item.mistake))
            for key in keys:
                tallies[key].add(tally)
            reason = _reason(tally)
            if reason:
                notes.append(f"{reason}: {_shown(said)}")
    return dict(tallies), notes


def _reason(tally: Tally) -> str:
    if tally.false_errors:
        return "1 false error"
    if tally.large > tally.large_found:
        return "2 missed"
    if tally.false_warnings:
        return "3 false warning"
    return "4 last digit missed" if tally.last > tally.last_found else ""


def _shown(said: Verdicts) -> str:
    row = said.case.row(said.position[0])
    texts = " | ".join(row.text(role).replace("\n", "/") for role in row.cells if role != "goal")
    found = "; ".join(
        f"{c.verdict} {c.finding.code if c.finding else ''} {c.message}"
        for c in said.checks
        if c.claim.stated is not None or c.level.rank >= Level.WARNING.rank
    )
    item = said.item
    return (
        f"{said.case.stratum} [{said.case.wording}] item {said.position[1]} {item.mistake} "
        f"stated {float(item.stated)}: {texts} => {found}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part}/{whole} {part / whole:7.2%}" if whole else "-"


def main() -> int:
    """Judge so many claims and print what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    begin = time.perf_counter()
    tallies: dict[tuple[str, str], Tally] = defaultdict(Tally)
    notes: list[str] = []
    with ProcessPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        made = documents(count, seed)
        batches = iter(lambda: tuple(islice(made, 50)), ())
        for part, some in pool.map(_examined, batches):
            for key, tally in part.items():
                tallies[key].add(tally)
            notes.extend(some)
    spent = time.perf_counter() - begin
    print(
        f"{'':22}{'claims':>8}{'judged':>8}{'false e.':>9}{'false w.':>9}"
        f"{'>= 2 points found':>22}{'last digit found':>22}{'smaller found':>22}"
    )
    order = {"stratum": 0, "writer": 1, "mistake": 2, "all": 3}
    for key in sorted(tallies, key=lambda key: (order[key[0]], key[1])):
        t = tallies[key]
        print(
            f"{key[1]:22}{t.claims:8}{t.judged:8}{t.false_errors:9}{t.false_warnings:9}"
            f"{_share(t.large_found, t.large):>22}{_share(t.last_found, t.last):>22}"
            f"{_share(t.other_found, t.other):>22}"
        )
    total = tallies["all", "all"]
    print(
        f"seed {seed}: {total.claims:,} claims in {spent:.0f} s, of the {total.large_found:,} found "
        f"{total.large_as_error:,} as an error, the others as a warning"
    )
    for note in sorted(notes)[:SHOWN]:
        print(note, file=sys.stderr)
    result = {
        "seed": seed,
        "claims": total.claims,
        "groups": [{"by": k[0], "name": k[1], **asdict(t)} for k, t in sorted(tallies.items())],
    }
    path = Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(total.false_errors > 0 or total.large_found < WANTED * total.large)


if __name__ == "__main__":
    sys.exit(main())
