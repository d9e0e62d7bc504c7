"""The commands and their options: what each takes, what it refuses, and the words of its help."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from pipeline.checks.texts import Language
from pipeline.run import options
from pipeline.run.options import COMMANDS, OPTIONS, make_parser

PARSER = make_parser("pipeline 1")

GIVEN = [
    pytest.param(["run", "a.pdf"], {"command": "run", "inputs": ["a.pdf"], "output": Path("output"), "fail_on": "never", "lang": None}, id="run"),
    pytest.param(["check", "a", "b"], {"command": "check", "inputs": ["a", "b"], "format": "text", "fail_on": "error", "baseline": None}, id="check"),
    pytest.param(["explain", "r101"], {"command": "explain", "code": "r101"}, id="explain"),
    pytest.param(["run", "a", "-o", "x", "--output-format", "parquet"], {"output": Path("x"), "output_format": "parquet"}, id="output"),
    pytest.param(["check", "a", "--lang", "zh-TW"], {"lang": Language.CHINESE}, id="language"),
    pytest.param(["check", "a", "--jobs", "3", "--timeout", "5", "--memory", "9"], {"jobs": 3, "timeout": 5, "memory": 9}, id="limits"),
    pytest.param(["run", "a", "--fail-on", "warning"], {"fail_on": "warning"}, id="fail-on"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "parsed"), GIVEN)
def test_what_is_taken(given: list[str], parsed: dict[str, object]) -> None:
    arguments = vars(PARSER.parse_args(given))
    assert {name: arguments[name] for name in parsed} == parsed


REFUSED = [
    pytest.param(["run"], "INPUT", id="no-input"),
    pytest.param([], "COMMAND", id="no-command"),
    pytest.param(["lint", "a"], "lint", id="no-such-command"),
    pytest.param(["run", "a", "--jobs", "0"], "whole number from 1 on, not '0'", id="no-jobs"),
    pytest.param(["run", "a", "--memory", "1.5"], "not '1.5'", id="half-a-megabyte"),
    pytest.param(["run", "a", "--timeout", "-3"], "--timeout", id="negative"),
    pytest.param(["check", "a", "--format", "xml"], "xml", id="no-such-format"),
    pytest.param(["check", "a", "--lang", "fr"], "must be en or zh-TW, not 'fr'", id="no-such-language"),
    pytest.param(["check", "a", "-o", "x"], "-o", id="option-of-another-command"),
    pytest.param(["run", "a", "--format", "json"], "--format", id="format-of-check"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "told"), REFUSED)
def test_what_is_refused(given: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        PARSER.parse_args(given)
    assert error.value.code == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS, ids=[command.name for command in COMMANDS])
def test_help_names_every_option(
    command: options.Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        PARSER.parse_args([command.name, "--help"])
    told = " ".join(capsys.readouterr().out.split())
    for option in OPTIONS:
        if command.name in option.commands:
            assert " ".join(option.help.split())[:20] in told
            assert all(flag in told for flag in option.flags if flag.startswith("-"))


def test_each_option_is_of_a_command_and_has_help() -> None:
    known = {command.name for command in COMMANDS}
    for option in OPTIONS:
        assert option.commands
        assert set(option.commands) <= known
        assert option.help
    for name in known:
        flags = [flag for option in OPTIONS if name in option.commands for flag in option.flags]
        assert len(set(flags)) == len(flags)


def test_cores() -> None:
    assert options.count_cores() >= 1


@pytest.mark.parametrize("text", ["0", "-1", "", "x", "1.0", "１２a"])
def test_not_positive(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        options.parse_positive(text)
