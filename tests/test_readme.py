"""The manual says what the program does: its tables, commands, options and results, both languages."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

import pipeline
from pipeline import cli
from pipeline.model import Verdict
from pipeline.rules import RULES
from pipeline.schema import SCHEMAS, STATUSES, Schema

ROOT = Path(__file__).resolve().parent.parent
ENGLISH, CHINESE = "README.md", "README.zh-TW.md"
REPORT = ROOT / "samples" / "105年度施政績效及達成情形-霧汀湖域管理局.pdf"

both = pytest.mark.parametrize(
    "name", [pytest.param(ENGLISH, id="english"), pytest.param(CHINESE, id="chinese")]
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


# --------------------------------------------------------------------------- what each file holds


@both
@pytest.mark.parametrize("schema", SCHEMAS, ids=[schema.name for schema in SCHEMAS])
def test_columns(name: str, schema: Schema) -> None:
    told = [line[:2] for line in tables(section(name, f"{schema.name}.csv"))[0]]
    assert told == [[f"`{column.name}`", column.title] for column in schema.columns]
    assert all(line[2] for line in tables(section(name, f"{schema.name}.csv"))[0])


@both
def test_statuses(name: str) -> None:
    assert [line[0] for line in table_of(name, "`ok`")] == [f"`{status}`" for status in STATUSES]


@both
def test_verdicts(name: str) -> None:
    told = {line[0].strip("`") for line in table_of(name, "`consistent`")}
    assert told == {str(verdict) for verdict in Verdict}


@both
def test_exit_statuses(name: str) -> None:
    told = [int(line[0]) for line in table_of(name, "0")]
    assert told == [0, cli.FINDINGS, cli.USAGE, cli.UNREAD, cli.INTERRUPTED]


def test_rules_english() -> None:
    assert table_of(ENGLISH, "R101") == [
        [rule.code, rule.english.level, "yes" if rule.checked else "not yet", rule.english.meaning]
        for rule in RULES.values()
    ]


def test_rules_chinese() -> None:
    told = table_of(CHINESE, "R101")
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
def test_two_commands(name: str) -> None:
    setup = [block for block in blocks(name, "sh") if block.startswith("python3 -m venv")]
    assert len(setup) == 2
    assert "\n" not in "".join(setup)
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("python3")] == setup


def test_same_examples_in_both() -> None:
    for language in ("sh", "console", "pycon"):
        assert blocks(ENGLISH, language) == blocks(CHINESE, language)


@both
def test_options(name: str) -> None:
    text = read(name)
    missing = [option for option in options(cli._parser()) if f"`{option}`" not in text]
    assert not missing


@both
def test_commands(name: str) -> None:
    parser = cli._parser()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            assert all(f"`pipeline {command} " in read(name) for command in action.choices)


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


@pytest.mark.parametrize("block", blocks(ENGLISH, "console"), ids=["run", "check", "chinese"])
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
def test_checks_as_shown(name: str) -> None:
    shown = tables(read(name))[0]
    columns = [
        "row", "item", "label", "stated", "target", "actual", "formula", "recomputed", "verdict",
        "code", "level",
    ]  # fmt: skip
    checks = pipeline.audit(REPORT).checks
    found = checks.loc[checks["row"] == 3, columns].fillna("").astype(str).to_numpy().tolist()
    assert shown == found


@both
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", read(name)):
        assert (ROOT / target).is_file(), target
