"""Hostile inputs among good ones: each ends with its status, and the good ones do not notice.

`benchmarks/hostile.py` does the same with hundreds of files, and kills runs at random moments.
"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.output.schema import SCHEMAS
from pipeline.output.visible_text import escape_line
from pipeline.run.inputs import printable_name
from pipeline.run.worker import Limits
from tests import hostile

HOSTILE = [*hostile.FAMILIES, *hostile.cut(seed=1, number=20)]
LIMITS = ["--timeout", "10", "--memory", "300"]


def lines(folder: Path, table: str) -> list[dict[str, str]]:
    csv.field_size_limit(1 << 30)  # a hostile title may be longer than the module allows
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with reports and hostile files, and what a run made of both, and of the first."""
    folder = tmp_path_factory.mktemp("hostile")
    for number in range(3):
        for path in hostile.SAMPLES:
            (folder / "in" / str(number)).mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / "in" / str(number))
    with pytest.MonkeyPatch.context() as patch:
        # What computes for too long is ended by its own clock; a busy machine makes nothing late.
        patch.setattr(Limits, "patience", 3600.0)
        assert cli.main(["run", str(folder / "in"), "-o", str(folder / "good"), *LIMITS]) == 0
        hostile.write(folder / "in", HOSTILE)
        assert cli.main(["run", str(folder / "in"), "-o", str(folder / "both"), *LIMITS]) == 3
    return folder


def test_every_input_has_one_line(folder: Path) -> None:
    names = [line["document"] for line in lines(folder / "both", "documents")]
    assert len(names) == len(set(names)) == len(HOSTILE) + 3 * len(hostile.SAMPLES)
    assert {printable_name(bad.name) for bad in HOSTILE} <= set(names)


@pytest.mark.parametrize("bad", HOSTILE, ids=[f"{bad.name!a}" for bad in HOSTILE])
def test_status(folder: Path, bad: hostile.Hostile) -> None:
    found = {line["document"]: line for line in lines(folder / "both", "documents")}
    line = found[printable_name(bad.name)]
    assert line["status"] in bad.statuses, line["error"]
    assert bool(line["error"]) == (line["status"] != "ok")
    assert bool(line["sha256"]) == (line["status"] != "skipped" and bad.name != "empty.pdf")


@pytest.mark.parametrize("schema", SCHEMAS, ids=[schema.name for schema in SCHEMAS])
def test_good_reports_do_not_notice(folder: Path, schema) -> None:
    name = schema.name
    beside = [
        line for line in lines(folder / "both", name) if line["document"][:2] in ("0/", "1/", "2/")
    ]
    assert beside == lines(folder / "good", name)
    assert beside


def test_nothing_acts(folder: Path) -> None:
    """No review page holds a control character or a tag of a document's text."""
    for path in (folder / "both" / "review").iterdir():
        page = path.read_text(encoding="utf-8")
        assert "<script" not in page
        assert all(char == "\n" or escape_line(char) == char for char in page), path.name
