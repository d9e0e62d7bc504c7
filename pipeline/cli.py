"""Arguments -> exit status: the one place that joins reading, judging and writing.

stdout carries data only; progress and messages go to stderr. Exit status: 0 nothing at or above
``--fail-on``; 1 findings; 2 wrong usage; 3 some input could not be read; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.messages import Language

if TYPE_CHECKING:
    from pipeline.model import Report
    from pipeline.selection import Selection
    from pipeline.write.findings import Screen

_LEVELS = ("error", "warning", "note", "never")
_PAGES = "en, and both for the review pages"
_READ = ("ok", "no_table")
"""Statuses of an input that was read to its end, whatever stands in it."""
FINDINGS, USAGE, UNREAD, INTERRUPTED = 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    _use_utf8()
    arguments = _parser().parse_args(argv)
    try:
        status: int = arguments.command(arguments)
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (| head): nothing is left to tell it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        _say(f"error: {error.filename or 'output'}: {error.strerror or error}")
        return UNREAD
    except UsageError as error:
        _say(f"error: {error}")
        return USAGE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="pipeline",
        description="Reads annual performance report PDFs (年度施政績效報告), recomputes every "
        "stated achievement rate (達成率) and says which do not follow from the printed figures.",
    )
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="read reports and write every output file")
    run.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("output"),
        metavar="FOLDER",
        help="where to write (default: output)",
    )
    run.add_argument(
        "--debug-layout",
        action="store_true",
        help="draw rules, cells, roles and rows over the pictures of the pages",
    )
    run.set_defaults(command=_run, fail_on="never", baseline=None)
    check = commands.add_parser("check", help="print what is wrong with the rates, write nothing")
    check.add_argument(
        "--format",
        choices=("text", "concise", "json", "sarif", "github"),
        default="text",
        help="how to print the findings (default: text)",
    )
    check.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="findings to leave out, as --format json printed them",
    )
    check.set_defaults(command=_check, fail_on="error")
    for command in (run, check):
        command.add_argument(
            "-v", "--verbose", action="store_true", help="say where the glyphs of each file went"
        )
        command.add_argument(
            "inputs", nargs="+", metavar="INPUT", help="PDF or text file, folder or pattern"
        )
        command.add_argument(
            "--jobs",
            type=_positive,
            default=os.cpu_count() or 1,
            metavar="N",
            help="processes that read (default: one for each core)",
        )
        command.add_argument(
            "--layout",
            type=Path,
            metavar="FILE",
            help="TOML file with header words and section titles of your agency",
        )
        command.add_argument(
            "--fail-on", choices=_LEVELS, help="level from which the exit status is 1"
        )
        command.add_argument(
            "--select",
            metavar="CODES",
            help="only these rules count, as R101,R2 (R2 is R201 to R210)",
        )
        command.add_argument("--ignore", metavar="CODES", help="these rules do not count")
    explain = commands.add_parser("explain", help="say what a rule means")
    explain.add_argument("code", metavar="CODE", help="as R101")
    explain.set_defaults(command=_explain)
    for command, unless in ((run, _PAGES), (check, "en"), (explain, "both")):
        command.add_argument(
            "--lang",
            type=_language,
            metavar="LANGUAGE",
            help=f"en or zh-TW: the language of messages (default: {unless})",
        )
    return parser


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on, not {text!r}")
    return int(text)


def _language(text: str) -> Language:
    if text not in tuple(Language):
        raise argparse.ArgumentTypeError(f"must be {' or '.join(Language)}, not {text!r}")
    return Language(text)


def _version() -> str:
    from pipeline import __version__

    return f"pipeline {__version__}"


# --------------------------------------------------------------------------- commands


def _run(arguments: argparse.Namespace) -> int:
    from pipeline.write import review, tables

    chosen = _selection(arguments)
    written = tables.write(_reports(arguments), arguments.output)
    written = review.write(written, arguments.output / "review")
    if arguments.debug_layout:
        from pipeline.write import layout  # needs an image library

        written = layout.write(written, arguments.output / "layout")
    seen = list(written)
    _say(_summary(seen, arguments.output))
    return _status(map(chosen.of, seen), arguments.fail_on)


def _check(arguments: argparse.Namespace) -> int:
    from pipeline.write import findings

    chosen = _selection(arguments)
    seen = list(_reports(arguments, chosen))
    for line in findings.lines(arguments.format, seen, _screen(findings.Screen())):
        print(line)
    _say(_summary(seen, None))
    if left := chosen.left({report.document for report in seen}):
        _say(f"{arguments.baseline}: {_plural(left, 'accepted finding')} not found any more")
    return _status(seen, arguments.fail_on)


def _screen(plain: Screen) -> Screen:
    """Return what stdout shows: its width and colours are those of a terminal only if it is one."""
    if not sys.stdout.isatty():
        return plain
    coloured = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return replace(plain, columns=shutil.get_terminal_size().columns, coloured=coloured)


def _selection(arguments: argparse.Namespace) -> Selection:
    """Return which findings count; what was given wrongly is told before anything is read."""
    from pipeline import selection

    return selection.Selection(
        selection.codes(arguments.select, arguments.ignore),
        selection.baseline(arguments.baseline) if arguments.baseline else Counter(),
    )


def _explain(arguments: argparse.Namespace) -> int:
    from pipeline import explanations, rules

    code = arguments.code.upper()
    if code not in rules.RULES:
        _say(f"error: there is no rule {arguments.code}; there are {', '.join(rules.RULES)}")
        return USAGE
    print(explanations.explain(code, arguments.lang))
    return 0


def _reports(arguments: argparse.Namespace, chosen: Selection | None = None) -> Iterator[Report]:
    """Read the inputs one by one, with the findings that count, and say how each went."""
    from pipeline import batch, vocabulary

    words = vocabulary.read(arguments.layout) if arguments.layout else None
    for report in batch.reports(batch.sources(arguments.inputs), arguments.jobs, words):
        shown = replace(chosen.of(report) if chosen else report, language=arguments.lang)
        _say(_line(shown, verbose=arguments.verbose))
        yield shown


def _line(report: Report, *, verbose: bool) -> str:
    """Say how the reading of a report went, and what of it was left aside."""
    from pipeline import coverage
    from pipeline.write.visible import on_line

    told = [f"{on_line(report.document)}: {report.status}"]
    if report.error:
        told.append(on_line(report.error.removeprefix(f"{report.document}: ")))
    if report.rows:
        findings = sum(check.level.rank > 0 for check in report.checks)
        told.append(
            f"{_plural(report.pages, 'page')}, {_plural(len(report.rows), 'row')}, "
            f"{_plural(len(report.checks), 'check')}, {_plural(findings, 'finding')} "
            f"({report.flagged} to look at)"
        )
    lines = [": ".join(told), *(f"  warning: {on_line(text)}" for text in report.warnings)]
    if report.checks:
        lines.append(f"  coverage: {on_line(str(coverage.of(report.checks)))}")
    left = report.counts.get("glyphs in other", 0) + report.counts.get("glyphs in other tables", 0)
    if verbose and report.counts.get("glyphs"):
        lines.append(f"  {_glyphs(report)}")
    elif left:
        lines.append(f"  left aside: {_plural(left, 'glyph')} outside of performance tables")
    return "\n".join(lines)


def _glyphs(report: Report) -> str:
    counts = report.counts
    kinds = ("cells", "headers", "headings", "furniture", "other tables", "other")
    told = [f"{counts[f'glyphs in {k}']} in {k}" for k in kinds if counts.get(f"glyphs in {k}")]
    return f"{_plural(counts['glyphs'], 'glyph')}: {', '.join(told)}"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _summary(seen: Sequence[Report], folder: Path | None) -> str:
    statuses = Counter(report.status for report in seen)
    codes = Counter(
        check.finding.code
        for report in seen
        for check in report.checks
        if check.finding and check.level != "none"
    )
    checks = sum(len(report.checks) for report in seen)
    lines = [
        f"{_plural(len(seen), 'file')} ({_counted(statuses)}), {_plural(checks, 'check')}"
        + (f"; findings: {_counted(codes)}" if codes else "; no findings")
    ]
    if folder is not None:
        lines.append(
            f"written to {folder}/: documents, rows, indicators, checks (.csv), datapackage.json, "
            "review/index.html"
        )
    return "\n".join(lines)


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))


def _status(seen: Iterable[Report], fail_on: str) -> int:
    """Return the exit status: what could not be read outweighs what was found."""
    from pipeline.model import Level

    reports = list(seen)
    if any(report.status not in _READ for report in reports):
        return UNREAD
    if fail_on == "never":
        return 0
    least = Level(fail_on).rank
    found = any(check.level.rank >= least for report in reports for check in report.checks)
    return FINDINGS if found else 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale is: Chinese must not fail on a bare terminal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
