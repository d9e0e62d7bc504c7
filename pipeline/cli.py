"""Arguments -> exit status: the one place that joins reading, judging and writing.

stdout carries data only; progress and messages go to stderr. Exit status: 0 nothing at or above
``--fail-on``; 1 findings; 2 wrong usage; 3 some input could not be read; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import Status, UsageError
from pipeline.output import TABLE_FORMATS, USUAL

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from pipeline.checks import Language, Report, Selection
    from pipeline.output import Screen, Tally
    from pipeline.run import InputFile, Journal, Limits, Order, Outcome
    from pipeline.tables import HeaderWords

_LEVELS = ("error", "warning", "note", "never")
_PAGES = "en, and both for the review pages"
FINDINGS, USAGE, UNREAD, INTERRUPTED = 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    _use_utf8()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C
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
        _say(f"error: {error.filename2 or error.filename or 'output'}: {error.strerror or error}")
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
    run.add_argument(
        "--fresh", action="store_true", help="read every file anew, whatever was read before"
    )
    run.add_argument(
        "--excel-safe",
        action="store_true",
        help="put an apostrophe before text that a spreadsheet would run",
    )
    run.add_argument(
        "--output-format",
        choices=tuple(TABLE_FORMATS),
        default=USUAL,
        help=f"how to write the tables (default: {USUAL})",
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
        _add_common(command)
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


def _add_common(command: argparse.ArgumentParser) -> None:
    """Add the options of every command that reads."""
    command.add_argument(
        "-v", "--verbose", action="store_true", help="say where the glyphs of each file went"
    )
    command.add_argument(
        "inputs", nargs="+", metavar="INPUT", help="PDF or text file, folder or pattern"
    )
    command.add_argument(
        "--jobs",
        type=_positive,
        default=_cores(),
        metavar="N",
        help="processes that read (default: one for each core)",
    )
    command.add_argument(
        "--timeout",
        type=_positive,
        default=30,
        metavar="S",
        help="seconds of computing that a page may take (default: 30)",
    )
    command.add_argument(
        "--memory",
        type=_positive,
        default=1024,
        metavar="MB",
        help="megabytes of memory that a file may take (default: 1024)",
    )
    command.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="read on a Dask cluster, as tcp://host:8786",
    )
    command.add_argument(
        "--layout",
        type=Path,
        metavar="FILE",
        help="TOML file with header words and section titles of your agency",
    )
    command.add_argument("--fail-on", choices=_LEVELS, help="level from which the exit status is 1")
    command.add_argument(
        "--select",
        metavar="CODES",
        help="only these rules count, as R101,R2 (R2 is R201 to R210)",
    )
    command.add_argument("--ignore", metavar="CODES", help="these rules do not count")


def _cores() -> int:
    """Return the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on, not {text!r}")
    return int(text)


def _language(text: str) -> Language:
    from pipeline.checks import Language

    if text not in tuple(Language):
        raise argparse.ArgumentTypeError(f"must be {' or '.join(Language)}, not {text!r}")
    return Language(text)


def _version() -> str:
    from pipeline import __version__

    return f"pipeline {__version__}"


# --------------------------------------------------------------------------- commands


def _run(arguments: argparse.Namespace) -> int:
    from pipeline.run import start_preload

    start_preload()  # the libraries that read are loaded beside all that follows
    from pipeline.output import Tally, plural
    from pipeline.run import (
        Journal,
        Order,
        OutputStyle,
        find_inputs,
        fingerprint,
        nothing_at,
        publish,
    )

    chosen = _selection(arguments)
    style = OutputStyle(arguments.output_format, arguments.excel_safe, arguments.lang)
    style.check()
    words, limits = _words(arguments), _limits(arguments)
    found = find_inputs(arguments.inputs)
    if reasons := nothing_at(arguments.inputs, found):
        return _refuse(reasons)
    with Journal(arguments.output, fresh=arguments.fresh) as kept:
        pictures = str((arguments.output / "layout").absolute()) if arguments.debug_layout else ""
        order = Order(
            fingerprint(words, arguments.lang),
            repr(limits),
            # Pictures are drawn while a file is read, so each is.
            "" if pictures else str(kept.folder.absolute()),
            pictures,
            str(Path.cwd()),
            language=arguments.lang,
        )
        run = _Run(found, order, kept, Tally(chosen.codes))
        ended = run.read(arguments, words, limits)
        if not ended and not any(run.keys):
            _say("interrupted; nothing was read, an earlier run's files are as they were")
            return INTERRUPTED
        if not ended:
            run.leave_rest()
        gone = publish(kept, run.keys, arguments.output, style)
        if ended:
            kept.prune(run.keys)
    _say(run.tally.told())
    _say(f"written to {arguments.output}/: {style.files}")
    if gone:
        _say(f"replaced: {plural(gone, 'document')} of the earlier run not in this one")
    if not ended:
        _say("interrupted; what was read is written, the same command goes on from here")
        return INTERRUPTED
    return _status(run.tally, arguments.fail_on)


def _refuse(reasons: Mapping[str, str]) -> int:
    """Say why none of the arguments gives anything to read; what an earlier run wrote stays."""
    from pipeline.output import escape_line
    from pipeline.run import printable_name

    for given, reason in reasons.items():
        _say(f"error: {escape_line(printable_name(given)) or repr(given)}: {escape_line(reason)}")
    _say("nothing to read, nothing written")
    return UNREAD


class _Run:
    """The files of a run, the keys of their results as they come, and what is told of them."""

    def __init__(
        self, found: Sequence[InputFile], order: Order, kept: Journal, tally: Tally
    ) -> None:
        self._found = found
        self._order = order
        self._kept = kept
        self.tally = tally
        self.keys = [""] * len(found)

    def read(
        self, arguments: argparse.Namespace, words: HeaderWords | None, limits: Limits
    ) -> bool:
        """Read the files and keep what comes of them; False if interrupted."""
        from pipeline.run import read_batch, show_progress

        try:
            with (
                show_progress(len(self._found), verbose=arguments.verbose) as shown,
                _executor(arguments, len(self._found), words, limits) as (executor, ahead),
            ):
                for index, outcome in read_batch(self._found, self._order, executor, ahead):
                    self._keep(index, outcome)
                    shown.add(outcome.summary)
        except KeyboardInterrupt:
            return False
        return True

    def leave_rest(self) -> None:
        """Give those that were not read a result that says so."""
        from pipeline.run import failed_report, make_outcome

        for index, source in enumerate(self._found):
            if not self.keys[index]:
                report = failed_report(
                    source, Status.SKIPPED, "not read: the run was interrupted before"
                )
                self._keep(index, make_outcome(report, self._order))

    def _keep(self, index: int, outcome: Outcome) -> None:
        if outcome.entry is not None:
            self._kept.put(outcome.key, outcome.entry)
        self.keys[index] = outcome.key
        self.tally.add(outcome.summary, outcome.seconds)


def _check(arguments: argparse.Namespace) -> int:
    from pipeline.run import start_preload

    start_preload()
    from pipeline.output import Screen, Tally, format_findings, plural
    from pipeline.run import (
        Order,
        find_inputs,
        read_batch,
        show_progress,
    )

    chosen = _selection(arguments)
    words, limits = _words(arguments), _limits(arguments)
    found = find_inputs(arguments.inputs)
    tally = Tally(chosen.codes)
    seen: dict[int, Report] = {}
    with (
        show_progress(len(found), verbose=arguments.verbose) as shown,
        _executor(arguments, len(found), words, limits) as (executor, ahead),
    ):
        order = Order("", folder=str(Path.cwd()), findings=True, language=arguments.lang)
        for index, outcome in read_batch(found, order, executor, ahead):
            summary = outcome.summary
            if outcome.report is not None:
                seen[index] = chosen.of(outcome.report)
                summary = summary.found_in(seen[index])
            tally.add(summary, outcome.seconds)
            shown.add(summary)
    shown_all = [seen[index] for index in sorted(seen)]
    for line in format_findings(arguments.format, shown_all, _screen(Screen())):
        print(line)
    _say(tally.told())
    if left := chosen.left({report.document for report in seen.values()}):
        _say(f"{arguments.baseline}: {plural(left, 'accepted finding')} not found any more")
    return _status(tally, arguments.fail_on)


def _screen(plain: Screen) -> Screen:
    """Return what stdout shows: its width and colours are those of a terminal only if it is one."""
    if not sys.stdout.isatty():
        return plain
    import shutil

    coloured = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return plain._replace(columns=shutil.get_terminal_size().columns, coloured=coloured)


def _selection(arguments: argparse.Namespace) -> Selection:
    """Return which findings count; what was given wrongly is told before anything is read."""
    from pipeline.checks import Selection, parse_codes, read_baseline

    chosen = Selection(parse_codes(arguments.select, arguments.ignore))
    if arguments.baseline:
        chosen.accepted = read_baseline(arguments.baseline)
    return chosen


def _explain(arguments: argparse.Namespace) -> int:
    from pipeline.checks import RULES, explain_rule

    code = arguments.code.upper()
    if code not in RULES:
        _say(f"error: there is no rule {arguments.code}; there are {', '.join(RULES)}")
        return USAGE
    print(explain_rule(code, arguments.lang))
    return 0


def _words(arguments: argparse.Namespace) -> HeaderWords | None:
    """Return the words of the agency, if any are given."""
    if not arguments.layout:
        return None
    from pipeline.tables import read_agency_words  # loads the patterns of headers

    return read_agency_words(arguments.layout)


def _limits(arguments: argparse.Namespace) -> Limits:
    from pipeline.run import Limits

    return Limits(arguments.timeout, arguments.memory)


@contextmanager
def _executor(
    arguments: argparse.Namespace, files: int, words: HeaderWords | None, limits: Limits
) -> Iterator[tuple[Executor, int]]:
    """Give the executor that reads, and how many tasks to have submitted at a time."""
    from pipeline.run import IsolatedExecutor

    prepare: tuple[Any, ...] = ()
    if words:
        from pipeline.tables import learn_words

        prepare = (learn_words, words)
    if arguments.scheduler:
        from pipeline.run import cluster_executor  # an extra

        with cluster_executor(arguments.scheduler, limits, prepare) as (executor, ahead):
            yield executor, ahead
        return
    jobs = min(arguments.jobs, files)
    with IsolatedExecutor(jobs, limits, prepare) as executor:
        yield executor, 4 * jobs


def _status(tally: Tally, fail_on: str) -> int:
    """Return the exit status: what could not be read outweighs what was found."""
    from pipeline.checks import Level

    if tally.unread:
        return UNREAD
    if fail_on == "never":
        return 0
    return FINDINGS if tally.worst.rank >= Level(fail_on).rank else 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _use_utf8() -> None:
    """Write UTF-8 whatever the locale is: Chinese must not fail on a bare terminal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
