"""README and the pages under docs say what the program does, the same in both languages."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from pipeline import cli
from pipeline.checks.rules import RULES
from pipeline.checks.verdicts import Verdict
from pipeline.errors import Status
from pipeline.output.schema import SCHEMAS, Schema
from pipeline.run.formats import INPUT_SUFFIXES
from pipeline.run.options import make_parser

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE = ".md", ".zh-TW.md"  # how the name of a page ends
PAGES = ["README", *sorted(f"docs/{p.name[:-9]}" for p in (ROOT / "docs").glob("*.zh-TW.md"))]
DOCUMENTS = [
    path.relative_to(ROOT).as_posix()
    for folder in ("", "docs", "samples", "tests/layouts")
    for path in sorted((ROOT / folder).glob("*.md"))
]
REPORT = ROOT / "samples" / "105年度施政績效及達成情形-霧汀湖域管理局.pdf"

both = pytest.mark.parametrize(
    "end", [pytest.param(ENGLISH, id="english"), pytest.param(CHINESE, id="chinese")]
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str, language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)\n```$", read(name), re.DOTALL | re.MULTILINE)


def section(name: str, heading: str) -> str:
    """Return what stands under a heading, up to the next one."""
    found = re.search(
        rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", read(name), re.DOTALL | re.MULTILINE
    )
    assert found, f"{name} has no heading {heading}"
    return found[1]


def tables(text: str) -> list[list[list[str]]]:
    """Return the tables of a text as cells, without their header and the line under it."""
    found: list[list[list[str]]] = []
    for block in re.findall(r"(?:^\|.*\|\n?)+", text, re.MULTILINE):
        lines = [[cell.strip() for cell in line[1:-1].split("|")] for line in block.splitlines()]
        found.append(lines[2:])
    return found


def table_of(name: str, first: str) -> list[list[str]]:
    """Return the one table whose first line begins with this cell."""
    found = [table for table in tables(read(name)) if table[0][0] == first]
    assert len(found) == 1, f"{name} has {len(found)} tables that begin with {first}"
    return found[0]


def headings(name: str) -> list[tuple[int, str]]:
    """Return level and text of each heading, those in fenced blocks left out."""
    text = re.sub(r"^```.*?^```$", "", read(name), flags=re.DOTALL | re.MULTILINE)
    return [(len(mark), words) for mark, words in re.findall(r"^(#+) (.*)$", text, re.MULTILINE)]


def links(name: str) -> Iterator[tuple[str, str]]:
    """Yield the file, from the root, and the anchor of each link that stays in the repository."""
    for target in re.findall(r"\]\(([^)]+)\)", read(name)):
        if not target.startswith("https://"):
            path, _, anchor = target.partition("#")
            file = (ROOT / name).parent / path if path else ROOT / name
            yield file.resolve().relative_to(ROOT).as_posix(), anchor


# --------------------------------------------------------------------------- what each file holds


@both
@pytest.mark.parametrize("schema", SCHEMAS, ids=[schema.name for schema in SCHEMAS])
def test_columns(end: str, schema: Schema) -> None:
    lines = tables(section(f"docs/columns{end}", f"{schema.name}.csv"))[0]
    assert [line[:2] for line in lines] == [[f"`{c.name}`", c.title] for c in schema.columns]
    assert all(line[2] for line in lines)


@both
def test_statuses(end: str) -> None:
    told = [line[0] for line in table_of(f"docs/columns{end}", "`ok`")]
    assert told == [f"`{status}`" for status in Status]


@both
def test_verdicts(end: str) -> None:
    told = {line[0].strip("`") for line in table_of(f"docs/columns{end}", "`consistent`")}
    assert told == {str(verdict) for verdict in Verdict}


@both
def test_exit_statuses(end: str) -> None:
    told = [int(line[0]) for line in table_of(f"docs/commands{end}", "0")]
    assert told == [0, cli.FINDINGS, cli.USAGE, cli.UNREAD, cli.INTERRUPTED]


def test_rules_english() -> None:
    assert table_of("docs/rules.md", "R101") == [
        [rule.code, rule.english.level, "yes" if rule.checked else "not yet", rule.english.meaning]
        for rule in RULES.values()
    ]


def test_rules_chinese() -> None:
    told = table_of("docs/rules.zh-TW.md", "R101")
    assert [[code, checked, text] for code, _, checked, text in told] == [
        [rule.code, "是" if rule.checked else "尚未", rule.chinese.meaning]
        for rule in RULES.values()
    ]
    for (_, level, _, _), rule in zip(told, RULES.values(), strict=True):
        assert levels(level) == levels(rule.english.level), rule.code


def levels(text: str) -> list[str]:
    return re.findall(r"error|warning|note|none", text)


# --------------------------------------------------------------------------- commands and options


@both
def test_two_commands(end: str) -> None:
    setup = [block for block in blocks(f"README{end}", "sh") if block.startswith("python3 -m venv")]
    assert len(setup) == 2
    assert "\n" not in "".join(setup)
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3")] == setup


@both
def test_options(end: str) -> None:
    """The table lists each option once, and the words that some take stand on the page."""
    name = f"docs/commands{end}"
    [table] = [lines for lines in tables(read(name)) if "`--output`" in lines[0][0]]
    listed = [word for line in table for word in re.findall(r"`(-[^`]+)`", line[0])]
    known = set(options(make_parser("")))
    assert sorted(listed) == sorted(word for word in known if word.startswith("-"))
    assert not [word for word in known if f"`{word}`" not in read(name)]


@both
def test_commands(end: str) -> None:
    listed = [line[0] for line in table_of(f"docs/commands{end}", "`pipeline run INPUT...`")]
    [commands] = [
        action.choices
        for action in make_parser("")._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    assert [words.strip("`").split()[1] for words in listed] == list(commands)


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Yield every option of a parser and its commands, with the words that some options take."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from options(command)
        elif action.option_strings:
            yield from action.option_strings
            yield from action.choices or ()


# --------------------------------------------------------------------------- results that are shown


@pytest.mark.parametrize("block", blocks("README.md", "console"), ids=["run", "check", "chinese"])
def test_output_as_shown(
    block: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    command, *shown = block.splitlines()
    cli.main([*shlex.split(command)[2:], "--jobs", "1"])
    streams = capsys.readouterr()
    printed = (streams.out + streams.err).splitlines()
    for part in "\n".join(shown).split("\n...\n"):
        lines = [line for line in part.splitlines() if line != "..."]
        assert any(printed[at : at + len(lines)] == lines for at in range(len(printed))), (
            f"not printed: {lines}"
        )


@both
def test_checks_as_shown(end: str) -> None:
    shown = tables(read(f"README{end}"))[0]
    columns = [
        "row", "item", "label", "stated", "target", "actual", "formula", "recomputed", "verdict",
        "code", "level",
    ]  # fmt: skip
    checks = pipeline.audit(REPORT).checks
    found = checks.loc[checks["row"] == 3, columns].fillna("").astype(str).to_numpy().tolist()
    assert shown == found


# --------------------------------------------------------------------------- the pages together


@both
def test_readme_is_short(end: str) -> None:
    assert len(read(f"README{end}").splitlines()) < 160


def test_each_page_is_there_in_both() -> None:
    english = {path.stem for path in (ROOT / "docs").glob("*.md")} - {"architecture"}
    chinese = {path.name.removesuffix(CHINESE) for path in (ROOT / "docs").glob(f"*{CHINESE}")}
    assert {stem for stem in english if not stem.endswith(".zh-TW")} == chinese


@pytest.mark.parametrize("page", PAGES)
def test_same_shape_in_both(page: str) -> None:
    """As many headings, tables, lines and links, and the same examples."""
    english, chinese = f"{page}{ENGLISH}", f"{page}{CHINESE}"
    assert [level for level, _ in headings(english)] == [level for level, _ in headings(chinese)]
    for first, second in zip(tables(read(english)), tables(read(chinese)), strict=True):
        assert [len(line) for line in first] == [len(line) for line in second]
    for language in ("sh", "console", "pycon", "toml"):
        assert blocks(english, language) == blocks(chinese, language)


@both
def test_readme_links_to_every_page(end: str) -> None:
    linked = {file for file, _ in links(f"README{end}")}
    assert {f"{page}{end}" for page in PAGES if page != "README"} < linked
    assert {"docs/architecture.md", "CONTRIBUTING.md", "CHANGES.md", "LICENSE"} < linked


LINKED = [
    pytest.param(
        file,
        id=file,
    )
    for file in sorted({file for name in DOCUMENTS for file, _ in links(name)})
]


@pytest.mark.parametrize("file", LINKED)
def test_links_lead_to_files(file: str) -> None:
    assert (ROOT / file).is_file()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_headings(name: str) -> None:
    for file, anchor in links(name):
        if anchor:
            assert anchor in {_anchor(words) for _, words in headings(file)}, (file, anchor)


def _anchor(heading: str) -> str:
    """Return what the forges make of a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("suffix", INPUT_SUFFIXES)
@pytest.mark.parametrize("page", ["README", "docs/commands", "docs/limits"])
@pytest.mark.parametrize("language", ["", ".zh-TW"])
def test_pages_name_the_suffixes_that_are_read(suffix: str, page: str, language: str) -> None:
    text = (ROOT / f"{page}{language}.md").read_text(encoding="utf-8")
    assert f"`{suffix}`" in text or suffix == ".pdf"
