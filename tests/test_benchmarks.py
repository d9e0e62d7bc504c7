"""The benchmarks measure what they say: a task that fails would be a quick one."""

import csv
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = sorted((ROOT / "samples").glob("*.pdf"))[1]


def test_the_timed_task_finds_the_rows_of_a_sample() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "benchmarks.tasks", "pipeline", str(SAMPLE)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    expected = ROOT / "tests" / "expected" / "105" / "rows.csv"
    with expected.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert json.loads(told.stdout)["found"] == len(rows) > 0
