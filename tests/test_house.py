"""The house in order: layers, doors, each library behind one door, sizes, types and lint clean."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline"
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


def modules() -> dict[str, ast.Module]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


MODULES = modules()


def imported(tree: ast.AST) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def without_type_checking(tree: ast.Module) -> ast.Module:
    return ast.Module([node for node in tree.body if not is_type_checking(node)], [])


# --------------------------------------------------------------------------- rooms and doors


def room_of(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in ROOMS else ""


def door_names(room: str) -> set[str]:
    """The names that a door shows to the type checker."""
    (block,) = (node for node in MODULES[f"pipeline.{room}"].body if is_type_checking(node))
    return {
        alias.asname or alias.name
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_shows_what_it_opens(room: str) -> None:
    door = importlib.import_module(f"pipeline.{room}")
    assert set(door.__all__) == door_names(room)
    for name in door.__all__:
        assert getattr(door, name) is not None


@pytest.mark.parametrize("name", MODULES)
def test_another_room_is_entered_by_its_door(name: str) -> None:
    own = room_of(name)
    for node in ast.walk(MODULES[name]):
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            continue
        if isinstance(node, ast.Import):
            assert not any(a.name.startswith("pipeline.") for a in node.names), node.lineno
            continue
        parts = (node.module or "").split(".")
        if parts[0] != "pipeline" or len(parts) < 2 or parts[1] not in ROOMS or parts[1] == own:
            continue
        assert len(parts) == 2, f"line {node.lineno}: {node.module} is inside another room"
        asked = {alias.name for alias in node.names}
        assert asked <= door_names(parts[1]), f"line {node.lineno}: {asked}"


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_opens_nothing_in_vain(room: str) -> None:
    public = {"quantities": {"QuantityError", "NumeralError"}, "tables": {"find_tables"}}
    asked = {
        alias.name
        for name, tree in MODULES.items()
        if room_of(name) != room
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == f"pipeline.{room}"
        for alias in node.names
    }
    used_by_name = {"run": {"Audit", "audit_file", "audit_pdf"}, "quantities": {"find"}}
    assert door_names(room) <= asked | public.get(room, set()) | used_by_name.get(room, set())


@pytest.mark.parametrize("room", ROOMS)
def test_a_door_names_every_module_of_its_room(room: str) -> None:
    told = ast.get_docstring(MODULES[f"pipeline.{room}"]) or ""
    inside = {
        name.split(".")[2] for name in MODULES if room_of(name) == room and len(name.split(".")) > 2
    }
    assert inside <= set(re.findall(r"`(\w+)`", told))


def test_layers() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    if not program.exists():
        pytest.skip("import-linter is not installed")
    ended = subprocess.run(
        [program, "--no-cache"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("name", MODULES)
def test_no_module_is_too_long(name: str) -> None:
    path = PACKAGE.joinpath(*name.split(".")[1:])
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_is_crowded(room: str) -> None:
    folders = [PACKAGE / room, *(path for path in (PACKAGE / room).iterdir() if path.is_dir())]
    for folder in folders:
        assert len([path for path in folder.glob("*.py") if path.name != "__init__.py"]) <= 17


@pytest.mark.parametrize(
    "name", [n for n in MODULES if room_of(n) and not n.endswith(tuple(f".{r}" for r in ROOMS))]
)
def test_a_module_has_its_tests(name: str) -> None:
    room, module = name.split(".")[1], name.rsplit(".", maxsplit=1)[-1]
    if PACKAGE.joinpath(*name.split(".")[1:]).is_dir():
        return  # a package within a room
    told = [path.name for path in (ROOT / "tests" / room).rglob(f"test_{module}.py")]
    assert told, f"no tests/{room}/test_{module}.py"


# --------------------------------------------------------------------------- the code itself


def test_no_import_cycle() -> None:
    edges = {
        name: {m for m in imported(without_type_checking(tree)) if m in MODULES and m != name}
        - {"pipeline", *(f"pipeline.{room}" for room in ROOMS)}
        for name, tree in MODULES.items()
    }
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, " -> ".join((*path, name))
        if name not in done:
            for other in sorted(edges[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in edges:
        visit(name, ())


PLUMBER, MINER = (
    {f"pipeline.reading.pdfplumber_reader.{part}" for part in parts}
    for parts in (
        ("files", "pages", "drawing"),
        (
            "second_reading",
            "box_texts",
            "pdfminer_pages",
        ),  # without pdfplumber: that is their speed
    )
)
LIBRARIES = [
    pytest.param("pypdfium2_raw", {"pipeline.reading.pdfium"}, id="pdfium"),
    pytest.param("pypdfium2", set(), id="the helpers of pdfium"),
    pytest.param("pikepdf", {"pipeline.reading.repair"}, id="qpdf"),
    pytest.param("pdfplumber", PLUMBER, id="pdfplumber"),
    pytest.param("pdfminer", MINER, id="pdfminer"),
    pytest.param("pandas", {"pipeline.run.dataframes"}, id="pandas"),
]


@pytest.mark.parametrize(("library", "allowed"), LIBRARIES)
def test_a_library_has_one_door(library: str, allowed: set[str]) -> None:
    users = {
        name
        for name, tree in MODULES.items()
        if any(m.split(".")[0] == library for m in imported(tree))
    }
    assert users == allowed


PLACES = (
    "pipeline.reading",
    "pipeline.tables",
    "pipeline.rows",
    "pipeline.records",
    "pipeline.geometry",
)
FIGURES = [name for name in MODULES if not name.startswith(PLACES)]


@pytest.mark.parametrize("name", FIGURES)
def test_no_float_near_a_figure(name: str) -> None:
    calls = [
        node.lineno
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "float"
    ]
    assert calls == []


@pytest.mark.parametrize("name", MODULES)
def test_no_broad_except_and_a_docstring(name: str) -> None:
    tree = MODULES[name]
    broad = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException"))
    ]
    assert broad == []
    assert ast.get_docstring(tree)


TOOLS = [
    pytest.param(["mypy"], id="mypy-strict"),
    pytest.param(["ruff", "check"], id="ruff-lint"),
    pytest.param(["ruff", "format", "--check"], id="ruff-format"),
]


@pytest.mark.parametrize("tool", TOOLS)
def test_tools_are_content(tool: list[str]) -> None:
    pytest.importorskip(tool[0])
    ended = subprocess.run(
        [sys.executable, "-m", *tool], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
