"""What workers are forked from: the modules that read, loaded beside the main process and not in it."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.run import preload

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", preload._PRELOAD)
def test_what_is_loaded_ahead_is_there(name: str) -> None:
    """The process that workers are forked from says nothing of a module that it does not find."""
    assert importlib.import_module(name)


def test_it_is_begun_once() -> None:
    assert preload.start_preload().get_start_method() == preload.start_preload().get_start_method()


HEAVY = {"regex", "pandas", "numpy", "pdfplumber", "pypdfium2_raw", "pikepdf", "PIL"}
RUN = """
import sys
from pipeline import cli
if __name__ == "__main__":
    cli.main(sys.argv[1:])
    judging = {"pipeline.checks.audit", "pipeline.claims.statements", "pipeline.tables.table_finder"}
    print(sorted((HEAVY | judging) & set(sys.modules)), file=sys.stderr)
""".replace("HEAVY", repr(HEAVY))
COMMANDS = [
    pytest.param(["run", "-o", "{out}", "--fresh"], id="run"),
    pytest.param(["check", "--format", "text"], id="check"),
    pytest.param(["check", "--format", "json"], id="check-json"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_main_process_loads_nothing_that_reads(tmp_path: Path, command: list[str]) -> None:
    report = str(next((ROOT / "samples").glob("105*.pdf")))
    name, *options = [word.format(out=tmp_path) for word in command]
    script = tmp_path / "script.py"
    script.write_text(RUN)
    ended = subprocess.run(
        [sys.executable, script, name, report, *options],
        capture_output=True, text=True, cwd=ROOT, check=False, env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip
    assert ended.stderr.splitlines()[-1] == "[]", ended.stderr
