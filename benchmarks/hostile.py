"""Good reports among hostile files, and runs killed at random moments: what is lost, and what it takes.

    python -m benchmarks.hostile [--good N] [--hostile N] [--kills N] [--seed S]

Prints how long it took, the most memory that one process had, and how many files crashed the program,
hung, or had no line. The outputs of the good reports must be the same bytes beside hostile files as
without them, those of a killed and resumed run the same as of one that was left alone.
"""

from __future__ import annotations

import argparse
import csv
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from pathlib import Path

from pipeline.output.schema import SCHEMAS
from pipeline.run.inputs import printable_name
from tests import hostile

ROOT = Path(__file__).parents[1]
REPORTS = [*hostile.SAMPLES, *sorted((ROOT / "tests" / "layouts").glob("*.pdf"))]


def command(source: Path, out: Path, *more: str) -> list[str]:
    return [sys.executable, "-m", "pipeline", "run", str(source), "-o", str(out), *more]


def good(folder: Path, number: int) -> None:
    for index in range(number):
        place = folder / "good" / f"{index // len(REPORTS):03d}"
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(REPORTS[index % len(REPORTS)], place)


class Memory(threading.Thread):
    """Watches the resident memory of a process and of all that come from it."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.most = 0.0
        self.running = True

    def run(self) -> None:
        while self.running:
            for pid in family(self.pid):
                self.most = max(self.most, resident(pid))
            time.sleep(0.05)


def family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        try:
            for path in Path(f"/proc/{parent}/task").glob("*/children"):
                found += map(int, path.read_text().split())
        except OSError:
            continue  # it ended meanwhile
    return found


def resident(pid: int) -> float:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * 4096 / (1 << 20)


def measured(source: Path, out: Path) -> tuple[int, float, float]:
    """Return exit status, seconds and the most megabytes of one process."""
    began = time.monotonic()
    with subprocess.Popen(command(source, out), cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        memory = Memory(process.pid)
        memory.start()
        status = process.wait()
        memory.running = False
    return status, time.monotonic() - began, memory.most


def lines(out: Path, name: str) -> list[list[str]]:
    csv.field_size_limit(1 << 30)
    with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def content(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def among(work: Path, reports: int, bad: int, seed: int) -> None:
    """Compare a run over good reports with one over the same among hostile files."""
    source = work / "in"
    good(source, reports)
    status, seconds, memory = measured(source, work / "alone")
    print(f"{reports} good alone: status {status}, {seconds:.1f} s, worst memory {memory:.0f} MB")
    families = [*hostile.FAMILIES, *hostile.cut(seed, max(bad - len(hostile.FAMILIES), 0))]
    hostile.write(source / "hostile", tuple(families))
    status, seconds, memory = measured(source, work / "both")
    found = {line[0]: line[2] for line in lines(work / "both", "documents")[1:]}
    wrong = [
        (bad.name, found.get(f"hostile/{printable_name(bad.name)}"))
        for bad in families
        if found.get(f"hostile/{printable_name(bad.name)}") not in bad.statuses
    ]
    same = all(
        [line for line in lines(work / "both", s.name) if not line[0].startswith("hostile/")]
        == lines(work / "alone", s.name)
        for s in SCHEMAS
    )
    print(
        f"among {len(families)} hostile: status {status}, {seconds:.1f} s, worst memory {memory:.0f} MB"
    )
    print(
        f"files {len(found)}, unaccounted {reports + len(families) - len(found)}, {Counter(found.values())}"
    )
    print(f"wrong status: {wrong}; lines of the good ones the same: {same}")


def kills(work: Path, number: int, seed: int) -> None:
    """Kill a run at random moments, let it go on each time, and compare what comes out."""
    source = work / "some"
    good(source, 12)
    subprocess.run(command(source, work / "left"), cwd=ROOT, stderr=subprocess.DEVNULL, check=False)
    whole, draw = content(work / "left"), random.Random(seed)
    began = time.monotonic()
    subprocess.run(
        command(source, work / "again"), cwd=ROOT, stderr=subprocess.DEVNULL, check=False
    )
    takes = time.monotonic() - began
    same = unfinished = 0
    for _ in range(number):
        out = Path(tempfile.mkdtemp(dir=work))
        with subprocess.Popen(command(source, out), cwd=ROOT, stderr=subprocess.DEVNULL) as process:
            time.sleep(draw.uniform(0, takes))
            unfinished += process.poll() is None
            process.send_signal(signal.SIGKILL)
        subprocess.run(command(source, out), cwd=ROOT, stderr=subprocess.DEVNULL, check=False)
        same += content(out) == whole
        shutil.rmtree(out)
    print(
        f"kills: {number}, of these before the end {unfinished}; identical after going on: {same}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("good", 200), ("hostile", 100), ("kills", 50), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.hostile:
            among(Path(folder), given.good, given.hostile, given.seed)
        if given.kills:
            kills(Path(folder), given.kills, given.seed)


if __name__ == "__main__":
    main()
