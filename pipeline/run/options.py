"""The commands and their options as tables -> the parser of the command line.

A new option is one entry of `OPTIONS`; help shows them in this order. Where an option takes one of the
formats, its choices are the entries of `output.formats`. Nothing heavy is loaded for ``--help``.

>>> make_parser("pipeline 1").parse_args(["check", "a.pdf", "--format", "json"]).format
'json'
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.output import (
    DEFAULT_FINDING_FORMAT,
    DEFAULT_TABLE_FORMAT,
    FINDING_FORMATS,
    TABLE_FORMATS,
)

if TYPE_CHECKING:
    from pipeline.checks import Language


class Command(NamedTuple):
    """A command: its name, which parsed arguments hold as ``command``, and what it sets without an option."""

    name: str
    help: str
    defaults: Mapping[str, Any] = {}


class Option(NamedTuple):
    """An option, or an argument, of some commands; ``settings`` are those of `argparse` beside its help."""

    flags: tuple[str, ...]
    commands: tuple[str, ...]
    help: str
    settings: Mapping[str, Any]


SECOND_READINGS = ("findings", "all", "never")
"""Which stated rates are read once more: those of findings of level error or warning, all, none."""
SECOND_READING = SECOND_READINGS[0]


def _option(*flags: str, commands: str, help: str, **settings: Any) -> Option:  # noqa: A002 - as argparse
    return Option(flags, tuple(commands.split()), help, settings)


# --------------------------------------------------------------------------- what an option takes


def count_cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def parse_positive(text: str) -> int:
    """Return a whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on, not {text!r}")
    return int(text)


def parse_language(text: str) -> Language:
    """Return a language by its name."""
    from pipeline.checks import Language  # loads the words of all messages

    if text not in tuple(Language):
        raise argparse.ArgumentTypeError(f"must be {' or '.join(Language)}, not {text!r}")
    return Language(text)


# --------------------------------------------------------------------------- the tables

COMMANDS = (
    Command(
        "run",
        "read reports and write every output file",
        {"fail_on": "never", "baseline": None},
    ),
    Command(
        "check",
        "print what is wrong with the rates, write nothing",
        {"fail_on": "error"},
    ),
    Command("explain", "say what a rule means"),
)
_LANGUAGE: Mapping[str, Any] = {"type": parse_language, "metavar": "LANGUAGE"}
_LANGUAGE_HELP = "en or zh-TW: the language of messages (default: {})"

OPTIONS = (
    _option(
        "-o",
        "--output",
        commands="run",
        help="where to write (default: output)",
        type=Path,
        default=Path("output"),
        metavar="FOLDER",
    ),
    _option(
        "--debug-layout",
        commands="run",
        help="draw rules, cells, roles and rows over the pictures of the pages",
        action="store_true",
    ),
    _option(
        "--fresh",
        commands="run",
        help="read every file anew, whatever was read before",
        action="store_true",
    ),
    _option(
        "--excel-safe",
        commands="run",
        help="put an apostrophe before text that a spreadsheet would run",
        action="store_true",
    ),
    _option(
        "--output-format",
        commands="run",
        help=f"how to write the tables (default: {DEFAULT_TABLE_FORMAT})",
        choices=tuple(TABLE_FORMATS),
        default=DEFAULT_TABLE_FORMAT,
    ),
    _option(
        "--format",
        commands="check",
        help=f"how to print the findings (default: {DEFAULT_FINDING_FORMAT})",
        choices=tuple(FINDING_FORMATS),
        default=DEFAULT_FINDING_FORMAT,
    ),
    _option(
        "--baseline",
        commands="check",
        help="findings to leave out, as --format json printed them",
        type=Path,
        metavar="FILE",
    ),
    _option(
        "-v",
        "--verbose",
        commands="run check",
        help="say where the glyphs of each file went",
        action="store_true",
    ),
    _option(
        "inputs",
        commands="run check",
        help="PDF or text file, folder or pattern",
        nargs="+",
        metavar="INPUT",
    ),
    _option(
        "--jobs",
        commands="run check",
        help="processes that read (default: one for each core)",
        type=parse_positive,
        default=count_cores(),
        metavar="N",
    ),
    _option(
        "--timeout",
        commands="run check",
        help="seconds of computing that a page may take (default: 30)",
        type=parse_positive,
        default=30,
        metavar="S",
    ),
    _option(
        "--memory",
        commands="run check",
        help="megabytes of memory that a file may take (default: 1024)",
        type=parse_positive,
        default=1024,
        metavar="MB",
    ),
    _option(
        "--scheduler",
        commands="run check",
        help="read on a Dask cluster, as tcp://host:8786",
        metavar="ADDRESS",
    ),
    _option(
        "--layout",
        commands="run check",
        help="TOML file with header words and section titles of your agency",
        type=Path,
        metavar="FILE",
    ),
    _option(
        "--second-reading",
        commands="run check",
        help=f"figures that another reader confirms: of errors and warnings, all, none (default: {SECOND_READING})",
        choices=SECOND_READINGS,
        default=SECOND_READING,
    ),
    _option(
        "--fail-on",
        commands="run check",
        help="level from which the exit status is 1",
        choices=("error", "warning", "note", "never"),
    ),
    _option(
        "--select",
        commands="run check",
        help="only these rules count, as R101,R2 (R2 is R201 to R210)",
        metavar="CODES",
    ),
    _option("--ignore", commands="run check", help="these rules do not count", metavar="CODES"),
    _option("code", commands="explain", help="as R101", metavar="CODE"),
    _option(
        "--lang",
        commands="run",
        help=_LANGUAGE_HELP.format("both, of the review pages; the tables hold both"),
        **_LANGUAGE,
    ),
    _option("--lang", commands="check", help=_LANGUAGE_HELP.format("en"), **_LANGUAGE),
    _option("--lang", commands="explain", help=_LANGUAGE_HELP.format("both"), **_LANGUAGE),
)


def make_parser(version: str) -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="pipeline",
        description="Reads annual performance report PDFs (年度施政績效報告), recomputes every "
        "stated achievement rate (達成率) and says which do not follow from the printed figures.",
    )
    parser.add_argument("--version", action="version", version=version)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", dest="command")
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=command.help)
        for option in OPTIONS:
            if command.name in option.commands:
                own.add_argument(*option.flags, help=option.help, **option.settings)
        own.set_defaults(**command.defaults)
    return parser
