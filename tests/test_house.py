"""The house in order: imports without cycles, each library behind one door, types and lint clean."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "pipeline"


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


def without_type_checking(tree: ast.Module) -> ast.Module:
    body = [
        node
        for node in tree.body
        if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
    ]
    return ast.Module(body, [])


def test_no_import_cycle() -> None:
    edges = {
        name: {m for m in imported(without_type_checking(tree)) if m in MODULES and m != name}
        - {"pipeline"}
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


DOORS = [
    pytest.param("pypdfium2_raw", {"pipeline.pdfium"}, id="pdfium"),
    pytest.param("pypdfium2", set(), id="the helpers of pdfium"),
    pytest.param("pikepdf", {"pipeline.repair"}, id="qpdf"),
    pytest.param("pdfplumber", set(), id="pdfplumber"),  # the tests' second reader
    pytest.param("pandas", {"pipeline.frames"}, id="pandas"),
]


@pytest.mark.parametrize(("library", "allowed"), DOORS)
def test_a_library_has_one_door(library: str, allowed: set[str]) -> None:
    users = {
        name
        for name, tree in MODULES.items()
        if any(m.split(".")[0] == library for m in imported(tree))
    }
    assert users == allowed


FIGURES = [name for name in MODULES if name.rpartition(".")[2] not in {
    "document", "tables", "headings", "headers", "parting", "merged",
    "lines", "model", "paragraphs", "rows", "plaintext",
}]  # fmt: skip


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
