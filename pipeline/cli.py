"""Arguments -> exit status: the one place that joins reading, judging and writing.

stdout carries data only; progress and messages go to stderr. Exit status: 0 nothing at or above
``--fail-on``; 1 findings; 2 wrong usage; 3 some input could not be read; 130 interrupted. The commands and
their options are the tables of `run.options`. Imports stand in functions so that `--help` answers at once.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from pipeline.checks import Report, Selection
    from pipeline.output import Screen, Tally
    from pipeline.run import Workers
    from pipeline.tables import HeaderWords

FINDINGS, USAGE, UNREAD, INTERRUPTED = 1, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    from pipeline import __version__
    from pipeline.run import make_parser

    _use_utf8()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # as Ctrl-C
    arguments = make_parser(f"pipeline {__version__}").parse_args(argv)
    try:
        return _COMMANDS[arguments.command](arguments)
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


# --------------------------------------------------------------------------- run


def _run(arguments: Namespace) -> int:
    from pipeline.run import start_preload

    start_preload()  # the libraries that read are loaded beside all that follows
    from pipeline.output import Tally, plural
    from pipeline.run import Journal, JournaledBatch, OutputStyle, find_inputs, nothing_at, publish

    tally = Tally(_selection(arguments).codes)
    style = OutputStyle(arguments.output_format, arguments.excel_safe, arguments.lang)
    style.check()
    workers = _workers(arguments)
    files = find_inputs(arguments.inputs)
    if reasons := nothing_at(arguments.inputs, files):
        return _refuse(reasons)
    pictures = arguments.output / "layout" if arguments.debug_layout else None
    with Journal(arguments.output, fresh=arguments.fresh) as journal:
        batch = JournaledBatch(
            files,
            journal,
            tally,
            workers,
            language=arguments.lang,
            pictures=pictures,
            second_reading=arguments.second_reading,
        )
        finished = batch.read(verbose=arguments.verbose)
        if not finished and not any(batch.keys):
            _say("interrupted; nothing was read, an earlier run's files are as they were")
            return INTERRUPTED
        if not finished:
            batch.skip_rest()
        replaced = publish(journal, batch.keys, arguments.output, style)
        if finished:
            journal.prune(batch.keys)
    _say(tally.text())
    _say(f"written to {arguments.output}/: {style.files}")
    if replaced:
        _say(f"replaced: {plural(replaced, 'document')} of the earlier run not in this one")
    if not finished:
        _say("interrupted; what was read is written, the same command goes on from here")
        return INTERRUPTED
    return _status(tally, arguments.fail_on)


def _refuse(reasons: Mapping[str, str]) -> int:
    """Say why none of the arguments gives anything to read; what an earlier run wrote stays."""
    from pipeline.output import escape_line
    from pipeline.run import printable_name

    for given, reason in reasons.items():
        _say(f"error: {escape_line(printable_name(given)) or repr(given)}: {escape_line(reason)}")
    _say("nothing to read, nothing written")
    return UNREAD


# --------------------------------------------------------------------------- check


def _check(arguments: Namespace) -> int:
    from pipeline.run import start_preload

    start_preload()
    from pipeline.output import Screen, Tally, format_findings, plural
    from pipeline.run import Order, find_inputs, open_executor, read_batch, show_progress

    selection = _selection(arguments)
    workers = _workers(arguments)
    files = find_inputs(arguments.inputs)
    tally = Tally(selection.codes)
    reports: dict[int, Report] = {}
    order = Order(
        "",
        folder=str(Path.cwd()),
        findings=True,
        language=arguments.lang,
        second_reading=arguments.second_reading,
    )
    with (
        show_progress(len(files), verbose=arguments.verbose) as progress,
        open_executor(workers, len(files)) as (executor, ahead),
    ):
        for index, outcome in read_batch(files, order, executor, ahead):
            summary = outcome.summary
            if outcome.report is not None:
                reports[index] = selection.apply(outcome.report)
                summary = summary.with_findings_of(reports[index])
            tally.add(summary, outcome.seconds)
            progress.add(summary)
    in_order = [reports[index] for index in sorted(reports)]
    for line in format_findings(arguments.format, in_order, _screen(Screen())):
        print(line)
    _say(tally.text())
    if left := selection.left({report.document for report in reports.values()}):
        _say(f"{arguments.baseline}: {plural(left, 'accepted finding')} not found any more")
    return _status(tally, arguments.fail_on)


def _screen(plain: Screen) -> Screen:
    """Return what stdout shows: its width and colours are those of a terminal only if it is one."""
    if not sys.stdout.isatty():
        return plain
    import shutil

    coloured = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return plain._replace(columns=shutil.get_terminal_size().columns, coloured=coloured)


# --------------------------------------------------------------------------- explain


def _explain(arguments: Namespace) -> int:
    from pipeline.checks import RULES, explain_rule

    code = arguments.code.upper()
    if code not in RULES:
        _say(f"error: there is no rule {arguments.code}; there are {', '.join(RULES)}")
        return USAGE
    print(explain_rule(code, arguments.lang))
    return 0


_COMMANDS: Mapping[str, Callable[[Namespace], int]] = {
    "run": _run,
    "check": _check,
    "explain": _explain,
}


# --------------------------------------------------------------------------- of several commands


def _selection(arguments: Namespace) -> Selection:
    """Return which findings count; what was given wrongly is told before anything is read."""
    from pipeline.checks import Selection, parse_codes, read_baseline

    selection = Selection(parse_codes(arguments.select, arguments.ignore))
    if arguments.baseline:
        selection.accepted = read_baseline(arguments.baseline)
    return selection


def _workers(arguments: Namespace) -> Workers:
    """Return what reads, by the options."""
    from pipeline.run import Limits, Workers

    limits = Limits(arguments.timeout, arguments.memory)
    return Workers(arguments.jobs, limits, arguments.scheduler, _words(arguments.layout))


def _words(path: Path | None) -> HeaderWords | None:
    """Return the words of the agency, if a file with them is given."""
    if path is None:
        return None
    from pipeline.tables import read_agency_words  # few runs have such a file

    return read_agency_words(path)


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
