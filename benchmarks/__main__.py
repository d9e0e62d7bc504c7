"""Time and memory of the pipeline beside other table readers.

    python -m benchmarks [--quick] [--fresh] [--pages N...] [--source PDF...]

Makes its inputs (a sample report repeated to 1, 10, 100 and 1,000 pages, and a folder of 1,000
reports), runs each task several times in processes of their own, and prints medians, ratios and the
peak memory. Writes `benchmarks/speed.json` and the picture `docs/speed.svg`. What is measured
already is kept, so that a run that was broken off goes on; `--fresh` measures anew. `--quick` leaves
out the long inputs. Peers that are not installed are left out: `pip install -r
benchmarks/requirements.txt`; PyMuPDF has a licence (AGPL) that this project does not ask anyone to
accept, so who wants it beside the others installs it by hand.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import inputs, picture
from benchmarks.tasks import TASKS

ROOT = Path(__file__).resolve().parents[1]
RESULT = ROOT / "benchmarks" / "speed.json"
PICTURE = ROOT / "docs" / "speed.svg"
SAMPLES = sorted((ROOT / "samples").glob("*.pdf"))
PAGES, MANY = (1, 10, 100, 1_000), 1_000
LONGEST_FOR_PEERS = 100
"""Pages; some peers take half a second for each."""
ENOUGH = 60
"""Seconds; what has run that long in all is not run again."""

Result = dict[str, Any]


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _parser().parse_args(argv)
    results: dict[str, Result] = {}
    if RESULT.exists() and not arguments.fresh:
        results = json.loads(RESULT.read_text(encoding="utf-8"))["results"]
    for name, command, timed_inside in _plan(arguments):
        if name not in results and (measured := _measured(command, arguments.repeat, timed_inside)):
            results[name] = measured
            _write(results)
        if name in results:
            print(_line(name, results), flush=True)
    _write(results)
    PICTURE.write_text(picture.draw(_bars(results)), encoding="utf-8")
    print(f"written: {RESULT.relative_to(ROOT)}, {PICTURE.relative_to(ROOT)}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--quick", action="store_true", help="up to 100 pages and 100 reports")
    parser.add_argument("--fresh", action="store_true", help="measure again what is known")
    parser.add_argument("--pages", type=int, nargs="+", help="lengths, as 10000")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each task (default: 5)")
    parser.add_argument(
        "--source", type=Path, nargs="+", default=SAMPLES[1:2], help="reports to repeat"
    )
    parser.add_argument("--folder", type=Path, help="where the inputs are made, and kept")
    return parser


def _plan(arguments: argparse.Namespace) -> Iterator[tuple[str, list[str], bool]]:
    """Yield name and command of each measurement, and whether the command itself takes the time."""
    program = [sys.executable, "-m", "pipeline"]
    yield "start: pipeline --help", [*program, "--help"], False
    folder = arguments.folder or Path(tempfile.gettempdir()) / "pipeline-benchmarks"
    out = str(folder / "output")
    lengths = arguments.pages or [n for n in PAGES if n <= 100 or not arguments.quick]
    five = str(inputs.pages(arguments.source, 5, folder))
    yield (
        "start: a report of 5 pages",
        [*program, "run", five, "-o", out, "--fresh", "--jobs", "1"],
        False,
    )
    for count in lengths:
        path = str(inputs.pages(arguments.source, count, folder))
        for task in TASKS:
            if count <= LONGEST_FOR_PEERS or task.startswith(("pipeline", "pdfium")):
                command = [sys.executable, "-m", "benchmarks.tasks", task, path]
                yield f"{_plural(count, 'page')}: {task}", command, True
    many = 100 if arguments.quick else MANY
    reports = str(inputs.reports(SAMPLES, many, folder))
    for jobs in sorted({1, os.cpu_count() or 1}):
        command = [*program, "run", reports, "-o", out, "--fresh", "--jobs", str(jobs)]
        yield f"{many} reports: pipeline --jobs {jobs}", command, False


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("s" if count > 1 else "")


def _measured(command: list[str], repeat: int, timed_inside: bool) -> Result | None:
    """Run a command several times; return medians, or nothing where a library is missing."""
    runs: list[tuple[float, float, float]] = []
    while len(runs) < repeat:
        start = time.perf_counter()
        # The bytecode is kept between runs, as it is for a user.
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment
        ) as process:
            assert process.stdout
            printed = process.stdout.read()
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"failed with status {process.returncode}: {' '.join(command)}")
        told = json.loads(printed) if timed_inside else {}
        if "missing" in told:
            return None
        wall = time.perf_counter() - start
        # In KiB on Linux, in bytes on macOS.
        memory = used.ru_maxrss / (1 if sys.platform == "darwin" else 1 / 1024)
        runs.append((told.get("seconds", wall), used.ru_utime + used.ru_stime, memory / 1024**2))
        if sum(run[0] for run in runs) > ENOUGH:
            break
    seconds, processor, memory = (median(column) for column in zip(*runs, strict=True))
    return {
        "seconds": round(seconds, 4),
        "processor_seconds": round(processor, 3),
        "peak_mb": round(memory, 1),
        "runs": len(runs),
    }


def _line(name: str, results: dict[str, Result]) -> str:
    """Show a result beside that of pdfplumber on the same pages, or of one process."""
    own = results[name]
    shown = f"{name:42} {own['seconds']:9.3f} s {own['peak_mb']:7.0f} MB"
    group = name.partition(": ")[0]
    for other in (f"{group}: pdfplumber extract_tables", f"{group}: pipeline --jobs 1"):
        if other in results and other != name:
            shown += f"   {results[other]['seconds'] / own['seconds']:7.2f} times as fast"
    return shown


def _bars(results: dict[str, Result]) -> list[tuple[str, float]]:
    """Return the seconds of each reader of the longest file that all of them read."""
    group = f"{_plural(LONGEST_FOR_PEERS, 'page')}: "
    return [
        (name.removeprefix(group), result["seconds"])
        for name, result in results.items()
        if name.startswith(group)
    ]


def _write(results: dict[str, Result]) -> None:
    told = {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores",
        "results": results,
    }
    RESULT.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
