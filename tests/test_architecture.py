"""docs/architecture.md: the walks lead to files that are there and hold what they are said to hold."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
WALKS = re.findall(r"^### (?P<title>[^\n]+)\n(?P<steps>.*?)(?=^##|\Z)", TEXT, re.M | re.S)
STEP = re.compile(r"^\d+\. `(?P<path>[^`]+)`(?:[^`:]*`(?P<other>[^`]+/)`)?:(?P<what>.*)$", re.M)
STEPS = [
    pytest.param(match["path"], match["what"], id=f"{title}-{match['path']}")
    for title, steps in WALKS
    for match in STEP.finditer(steps)
]


def test_there_are_six_walks_of_few_files() -> None:
    assert len(WALKS) == 6
    for title, steps in WALKS:
        numbered = re.findall(r"^\d+\. ", steps, re.M)
        assert 2 <= len(numbered) <= 4, title
        assert len(numbered) == len(STEP.findall(steps)), title


@pytest.mark.parametrize(("path", "what"), STEPS)
def test_a_step_leads_to_what_it_says(path: str, what: str) -> None:
    place = ROOT / path
    assert place.exists()
    for name in re.findall(r"`(_?[A-Z][A-Z_]+|\w+\(\))`", what):
        defined = re.compile(rf"^(?:def )?{re.escape(name.removesuffix('()'))}\b", re.M)
        assert defined.search(place.read_text(encoding="utf-8")), name


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:pipeline|tests)/[\w/.]+)`", TEXT))))
def test_every_path_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_room_is_on_the_map() -> None:
    rooms = {path.parent.name for path in (ROOT / "pipeline").glob("*/__init__.py")}
    assert rooms == set(re.findall(r"^\| `pipeline/(\w+)/`", TEXT, re.M))


def test_the_layers_are_those_of_the_contract() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    contract = re.search(r"^layers = \[\n(.*?)^\]", project, re.M | re.S)
    assert contract
    layers = [re.findall(r"\w+", line) for line in re.findall(r'"([^"]+)"', contract[1])]
    line = re.search(r"^    (cli > .*)$", TEXT, re.M)
    assert line
    assert [re.findall(r"\w+", layer) for layer in line[1].split(">")] == layers
