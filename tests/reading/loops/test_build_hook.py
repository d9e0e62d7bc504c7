"""The loops as they are built, or not."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.reading.loops import build_hook, in_c
from pipeline.reading.loops.in_c import CompiledLoops
from pipeline.reading.loops.in_python import PythonLoops
from tests.reading.loops.both_makes import ROOT

LOOPS = "pipeline/reading/loops"


@pytest.fixture
def house(monkeypatch, tmp_path) -> Path:
    """Return a folder with the source of the loops, where the program looks for them."""
    folder = tmp_path / LOOPS
    folder.mkdir(parents=True)
    shutil.copy(ROOT / LOOPS / "loops.c", folder)
    monkeypatch.setattr(in_c, "__file__", str(folder / "in_c.py"))
    return tmp_path


class App:
    """Stands for what the build hook talks to."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def display_warning(self, message: str) -> None:
        self.told.append(message)


def built(house: Path) -> tuple[dict[str, object], list[str]]:
    """Run the build hook, and return what it tells the builder and the user."""
    app, data = App(), {"artifacts": [], "pure_python": True}
    hook = build_hook.CompileLoops(str(house), {}, None, None, "", "wheel", app)
    hook.initialize("standard", data)
    return data, app.told


@pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler")
def test_the_hook_builds_what_the_program_loads(house) -> None:
    assert type(in_c.best_loops()) is PythonLoops
    data, told = built(house)
    assert told == []
    assert data["artifacts"] == [f"/{LOOPS}/{in_c.library_path().name}"]
    assert data["pure_python"] is False
    assert type(in_c.best_loops()) is CompiledLoops
    with (house / LOOPS / "loops.c").open("a", encoding="utf-8") as file:
        file.write("/* changed */\n")
    assert type(in_c.best_loops()) is PythonLoops
    built(house)
    assert type(in_c.best_loops()) is CompiledLoops
    assert len([*house.glob(f"{LOOPS}/_loops-*")]) == 1


@pytest.mark.parametrize("compiler", ["false", "no-such-compiler"])
def test_without_a_compiler_nothing_fails(house, monkeypatch, compiler) -> None:
    monkeypatch.setenv("CC", compiler)
    data, (told,) = built(house)
    assert told.startswith("the loops over a page stay in Python")
    assert data == {"artifacts": [], "pure_python": True}
    assert type(in_c.best_loops()) is PythonLoops


@pytest.mark.skipif(not shutil.which("cc"), reason="no C compiler")
def test_the_source_has_no_warnings(tmp_path) -> None:
    options = ["-std=c99", "-pedantic", "-Wall", "-Wextra", "-Werror", "-O2", "-fsyntax-only"]
    source = ROOT / LOOPS / "loops.c"
    done = subprocess.run(["cc", *options, source], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("content", [b"", b"no library"], ids=["empty", "other"])
def test_what_is_no_library_is_not_used(house, content) -> None:
    in_c.library_path().write_bytes(content)
    assert type(in_c.best_loops()) is PythonLoops
