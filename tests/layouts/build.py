"""Print made-up reports with their truth beside them: the fixed set of this folder, or many elsewhere.

    python -m tests.layouts.build                                  the fixed set, into this folder
    python -m tests.layouts.build --only NAME...                   some of it
    python -m tests.layouts.build --many 60 --seed 1 --out DIR     a random set

Needs soffice and chromium, and the fonts named below (packages fonts-noto-cjk, fonts-arphic-ukai,
fonts-arphic-uming). `--weasyprint COMMAND` prints a share of a random set with WeasyPrint.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.layouts import generator, ministry, page, shapes
from tests.layouts.shapes import Look, Made

HERE = Path(__file__).resolve().parent
SANS, SERIF, KAI, MING = "Noto Sans CJK TC", "Noto Serif CJK TC", "AR PL UKai TW", "AR PL UMing TW"
FONTS = (SANS, SERIF, KAI, MING)
FONTS_CN = ("Noto Sans CJK SC", "Noto Serif CJK SC", "AR PL UKai CN", "AR PL UMing CN")
PRODUCERS = ("libreoffice", "chromium", "weasyprint")
DOCUMENT_COLUMNS = (
    "document",
    "shape",
    "producer",
    "font",
    "rules",
    "agency",
    "title",
    "roc_year",
    "layout",
)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be printed."""

    name: str
    made: Made
    producer: str


# name, shape, producer, seed, look. What each shows is told in README.md.
FIXED: tuple[tuple[str, str, str, int, Look], ...] = (
    ("prose-kai-libreoffice", "prose", "libreoffice", 105, Look(rows=5, font=KAI, size=12, furniture=1)),
    ("prose-ming-chromium", "prose", "chromium", 12, Look(rows=6, font=MING, size=13, furniture=0, rules="horizontal")),
    ("columns-merged-goals-libreoffice", "columns", "libreoffice", 110, Look(
        font=SANS, size=12, rows=26, rules="grid", landscape=False, goal="merged", continued="", furniture=0,
        columns=("goal", "indicator", "weight", "target", "actual", "rate"), units="cell", two_lines=False)),
    ("columns-two-line-header-chromium", "columns", "chromium", 22, Look(
        font=KAI, size=12, rows=21, rules="grid", landscape=False, two_lines=True, units="column", continued="", furniture=2,
        columns=("goal", "indicator", "target", "unit", "actual", "rate"))),
    ("columns-notes-libreoffice", "columns", "libreoffice", 23, Look(
        font=SERIF, size=10.5, rows=14, rules="grid", landscape=True, continued="", furniture=1, repeats=True,
        columns=("goal", "indicator", "standard", "target", "actual", "rate", "analysis"), units="cell")),
    ("columns-notes-chromium", "columns", "chromium", 24, Look(
        font=MING, size=10.5, rows=14, rules="thick", landscape=True, continued="", furniture=1, repeats=False,
        columns=("goal", "indicator", "analysis", "target", "actual", "rate"), units="cell")),
    ("columns-no-rules-libreoffice", "columns", "libreoffice", 105, Look(
        font=MING, size=12, rows=34, rules="none", goal="merged", landscape=False, continued="", furniture=3,
        columns=("goal", "indicator", "actual", "target", "rate"), units="cell", two_lines=False)),
    ("columns-three-rules-chromium", "columns", "chromium", 26, Look(
        font=KAI, size=14, rows=24, rules="booktabs", landscape=False, continued="", furniture=2,
        columns=("serial", "indicator", "target", "unit", "actual", "rate"), units="column", two_lines=False)),
    ("columns-continued-libreoffice", "columns", "libreoffice", 27, Look(
        font=KAI, size=11, rows=22, rules="dotted", landscape=False, continued="續", furniture=2, repeats=False,
        columns=("goal", "indicator", "rate", "target", "actual"), units="cell")),
    ("columns-reviews-chromium", "columns", "chromium", 28, Look(
        font=MING, size=12, rows=12, rules="double", landscape=True, continued="承上頁", furniture=0, two_lines=True,
        columns=("goal", "indicator", "weight", "standard", "target", "actual", "rate", "first", "second"), units="cell")),
    ("columns-units-in-header-libreoffice", "columns", "libreoffice", 104, Look(
        font=SANS, size=12, rows=6, rules="horizontal", landscape=False, continued="no header", furniture=1,
        columns=("goal", "indicator", "target", "actual", "rate"), units="header", two_lines=True)),
    ("columns-shaded-rows-chromium", "columns", "chromium", 141, Look(
        font=SANS, size=12, rows=16, rules="none", landscape=False, continued="", furniture=1, fresh=True, zebra=True,
        goal="repeated", columns=("goal", "indicator", "target", "actual", "rate"), units="cell", two_lines=False)),
    ("columns-shaded-rows-libreoffice", "columns", "libreoffice", 142, Look(
        font=SERIF, size=11, rows=14, rules="horizontal", landscape=True, continued="", furniture=2, fresh=True, zebra=True,
        goal="repeated", columns=("goal", "indicator", "unit", "rate", "actual", "target", "remark"), units="column", two_lines=False)),
    ("columns-goal-lines-libreoffice", "columns", "libreoffice", 143, Look(
        font=KAI, size=12, rows=18, rules="grid", landscape=False, continued="", furniture=0, fresh=True, goal="lines",
        columns=("goal", "indicator", "weight", "target", "actual", "rate"), units="cell", two_lines=False)),
    ("columns-goal-lines-chromium", "columns", "chromium", 144, Look(
        font=MING, size=12, rows=18, rules="horizontal", landscape=False, continued="", furniture=3, fresh=True, goal="lines",
        columns=("goal", "indicator", "target", "actual", "rate"), units="cell", two_lines=False)),
    ("columns-other-words-libreoffice", "columns", "libreoffice", 145, Look(
        font=SANS, size=7, rows=20, rules="booktabs", landscape=False, continued="no header", furniture=2, fresh=True,
        goal="merged", columns=("goal", "indicator", "standard", "actual", "target", "rate", "analysis"), units="cell", two_lines=False,
        weights="brackets")),
    ("form-libreoffice", "form", "libreoffice", 107, Look(rows=7, font=SERIF, size=11, rules="grid", furniture=1, weights="brackets")),
    ("form-chromium", "form", "chromium", 32, Look(rows=4, font=MING, size=12, rules="horizontal", furniture=2)),
    ("ministry-two-line-header-libreoffice", "ministry", "libreoffice", 204, Look(rows=5, font=KAI, size=12, rules="grid", furniture=1)),
    ("ministry-unit-column-chromium", "ministry", "chromium", 206, Look(rows=5, font=MING, size=11, rules="horizontal", furniture=2)),
    ("ministry-one-table-libreoffice", "ministry", "libreoffice", 200, Look(rows=4, font=SERIF, size=10, rules="grid", furniture=3)),
    ("ministry-several-chromium", "ministry", "chromium", 224, Look(rows=7, font=SANS, size=10, rules="thick", furniture=0)),
    ("mixed-libreoffice", "mixed", "libreoffice", 104, Look(
        rows=6, font=KAI, size=12, landscape=False, furniture=1, rules="grid", units="cell", second="form",
        columns=("goal", "indicator", "target", "actual", "rate"))),
    ("mixed-chromium", "mixed", "chromium", 78, Look(
        rows=4, font=MING, size=12, landscape=False, furniture=2, rules="dashed", second="prose",
        columns=("goal", "weight", "indicator", "target", "actual", "rate"))),
    ("beside-libreoffice", "beside", "libreoffice", 51, Look(font=SANS, size=10.5, rows=30, rules="grid", furniture=1)),
    ("beside-chromium", "beside", "chromium", 52, Look(font=KAI, size=13, rows=16, rules="horizontal", furniture=0)),
    ("mainland-no-rules-libreoffice", "mainland", "libreoffice", 62, Look(font="Noto Sans CJK SC", size=12, rows=16, rules="none", columns=("rate",))),
    ("mainland-chromium", "mainland", "chromium", 71, Look(font="AR PL UKai CN", size=14, rows=16, rules="grid", columns=("rate",))),
)  # fmt: skip


def fixed(only: Sequence[str]) -> Iterator[Job]:
    """Yield the documents of this folder."""
    for name, shape, producer, seed, look in FIXED:
        if not only or name in only:
            yield Job(name, make(Random(seed), shape, look), producer)


def many(count: int, seed: int, producers: Sequence[str]) -> Iterator[Job]:
    """Yield random documents: every shape, producer and font in turn, the rest drawn."""
    weights = (
        "columns",
        "prose",
        "columns",
        "form",
        "columns",
        "mixed",
        "form",
        "prose",
        "columns",
        "beside",
        "mainland",
        "ministry",
    )
    for number in range(count):
        rng = Random(seed * 1_000_003 + number)
        shape = weights[number % len(weights)]
        producer = (
            producers[number // len(weights) % len(producers)]
            if count > 30
            else rng.choice(producers)
        )
        font = rng.choice(FONTS_CN if shape == "mainland" else FONTS)
        look = Look(font=font, fresh=shape == "columns" and number % 2 == 0)
        made = make(rng, shape, look)
        yield Job(f"{number:03}-{shape}-{producer}", made, producer)


def make(rng: Random, shape: str, look: Look) -> Made:
    """Draw a document of a shape."""
    if shape == "ministry":
        return ministry.make(rng, look)
    return shapes.make(rng, shape, look)


# --------------------------------------------------------------------------- printing


def write(jobs: Sequence[Job], out: Path, weasyprint: str = "") -> None:
    """Print the documents and write their truth."""
    out.mkdir(parents=True, exist_ok=True)
    for job in jobs:
        _truth(job, out)
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(4) as pool:
        folder = Path(scratch)
        written = [j for j in jobs if j.producer == "libreoffice"]
        chunks = [written[n : n + 12] for n in range(0, len(written), 12)]
        tasks = [pool.submit(_libreoffice, c, out, folder / f"lo{n}") for n, c in enumerate(chunks)]
        tasks += [
            pool.submit(_chromium, j, out, folder / j.name)
            for j in jobs
            if j.producer == "chromium"
        ]
        tasks += [
            pool.submit(_weasyprint, j, out, folder / j.name, weasyprint)
            for j in jobs
            if j.producer == "weasyprint"
        ]
        for task in tasks:
            task.result()


def _libreoffice(jobs: Sequence[Job], out: Path, folder: Path) -> None:
    folder.mkdir()
    sources = []
    for job in jobs:
        source = folder / f"{job.name}.fodt"
        source.write_text(page.fodt(job.made.document), encoding="utf-8")
        sources.append(str(source))
    _run(
        "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), *sources,
    )  # fmt: skip
    for job in jobs:
        shutil.copyfile(folder / f"{job.name}.pdf", out / f"{job.name}.pdf")


def _chromium(job: Job, out: Path, folder: Path) -> None:
    folder.mkdir()
    source, printed = folder / "source.html", folder / "printed.pdf"
    source.write_text(page.html(job.made.document), encoding="utf-8")
    _run(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer",
        f"--print-to-pdf={printed}", source.as_uri(),
    )  # fmt: skip
    shutil.copyfile(printed, out / f"{job.name}.pdf")


def _weasyprint(job: Job, out: Path, folder: Path, command: str) -> None:
    folder.mkdir()
    source = folder / "source.html"
    source.write_text(page.html(job.made.document), encoding="utf-8")
    _run(command, str(source), str(out / f"{job.name}.pdf"))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


# --------------------------------------------------------------------------- the truth beside


def _truth(job: Job, out: Path) -> None:
    made = job.made
    text = (
        json.dumps([shapes.weighed(cells) for cells in made.cells], ensure_ascii=False, indent=1)
        + "\n"
    )
    (out / f"{job.name}.rows.json").write_text(text, encoding="utf-8")
    _csv(out / f"{job.name}.checks.csv", generator.CHECK_COLUMNS, generator.checks(made.rows))
    _csv(
        out / f"{job.name}.indicators.csv",
        generator.INDICATOR_COLUMNS,
        generator.indicator_lines(made.rows),
    )


def _documents(jobs: Iterable[Job]) -> Iterator[generator.Line]:
    for job in jobs:
        made = job.made
        tables = [b for b in made.document.blocks if isinstance(b, page.Table)]
        tables += [t for b in made.document.blocks if isinstance(b, page.Beside) for t in b.tables]
        rules = Counter(t.rules for t in tables).most_common(1)[0][0]
        year = str(generator.roc(made.report.year))
        values = (
            f"{job.name}.pdf", made.shape, job.producer, made.document.font, rules, made.report.agency,
            made.report.title, year, made.layout,
        )  # fmt: skip
        yield dict(zip(DOCUMENT_COLUMNS, values, strict=True))


def _csv(path: Path, columns: Sequence[str], lines: Iterable[generator.Line]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


def main(argv: list[str] | None = None) -> int:
    """Print what is asked for; return the exit status."""
    parser = argparse.ArgumentParser(description="Print made-up reports with their truth.")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--many", type=int, default=0, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--weasyprint", default="", metavar="COMMAND")
    asked = parser.parse_args(argv)
    if asked.many and asked.out == HERE:
        parser.error("--many needs --out: the folder of the fixed set is not for random ones")
    if asked.many:
        producers = PRODUCERS if asked.weasyprint else PRODUCERS[:2]
        jobs = list(many(asked.many, asked.seed, producers))
    else:
        jobs = list(fixed(asked.only))
    write(jobs, asked.out, asked.weasyprint)
    if not asked.only or asked.many:
        _csv(asked.out / "documents.csv", DOCUMENT_COLUMNS, _documents(jobs))
    print(f"{len(jobs)} documents in {asked.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
