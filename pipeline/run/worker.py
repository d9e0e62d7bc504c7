"""Tasks -> results, in a process of its own, within limits; `isolation` starts it and hears of it.

Messages to the supervisor are pairs: ``report_step`` and ``leave_note`` as a task goes on, ``done`` with its result,
``failed`` with a status and a reason. A process that ends without a word was ended.
"""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from pipeline.errors import Status

if sys.platform != "win32":
    import resource

_SERVES = 200
"""Tasks after which a worker is replaced, whatever its size."""
_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG
_SOON = 0.001
"""Seconds for which a process that has no time left may compute: a timer set to none never rings."""
_YOUNG = 50_000
"""Objects more than before after which a search for cycles of garbage begins.

A page makes thousands of objects that stay, and next to no cycle: at the usual 700, one twentieth of the
time goes into looking at the same glyphs again and again.
"""


class Limits(NamedTuple):
    """What a task may take: seconds of computing from step to step, megabytes of memory."""

    seconds: int = 30
    megabytes: int = 1024

    @property
    def patience(self) -> float:
        """Return the seconds of wall clock that a task may take from one step to the next."""
        return 3.0 * self.seconds + 10


@dataclass(slots=True)
class _Watch:
    """The limits on the task that this process is at; tells the supervisor how it goes."""

    connection: Connection
    limits: Limits
    started: float = 0.0
    mapped: int = 0

    def __enter__(self) -> Self:
        self.mapped = _mapped()
        self.started = time.process_time()
        _limit_computing(self.limits.seconds)
        _limit_memory(self.limits.megabytes)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Tell why the task ends, if it fails; the error goes on and ends the worker."""
        _limit_memory(None)
        if kind is None:
            return
        if issubclass(kind, MemoryError):
            failure = (Status.LIMIT, _memory_reason(self.limits))
        else:
            failure = (
                Status.CRASHED,
                f"the reader broke down: {kind.__name__}: {error}{_place(trace)}",
            )
        self.connection.send(("failed", failure))

    def aborted(self) -> None:
        """Tell that a library gives up for want of memory, if that is the reason."""
        _limit_memory(None)
        if _mapped() - self.mapped > self.limits.megabytes << 19:
            self.connection.send(("failed", (Status.LIMIT, _memory_reason(self.limits))))

    def step(self, number: int) -> None:
        share = self.limits.seconds / 10
        whole = self.started + self.limits.seconds + share * number
        _limit_computing(min(self.limits.seconds, whole - time.process_time()))
        self.connection.send(("step", number))


_watch: _Watch | None = None


def report_step(number: int) -> None:
    """Say that so many steps (pages) of the running task are done; nothing outside of a worker."""
    if _watch is not None:
        _watch.step(number)


def leave_note(text: str) -> None:
    """Leave a word that outlives the task, should it be lost; nothing outside of a worker."""
    if _watch is not None:
        _watch.connection.send(("note", text))


def collect_rarely() -> None:
    """Make this process one that reads reports, as far as the search for garbage goes."""
    gc.freeze()  # what is loaded stays
    gc.set_threshold(_YOUNG)


def serve_tasks(connection: Connection, limits: Limits, prepare: tuple[Any, ...]) -> None:
    """Do the tasks that come, one after the other."""
    global _watch
    _settle(connection)
    if prepare:
        prepare[0](*prepare[1:])
    collect_rarely()
    first = _resident()
    served = 0
    while True:
        try:
            function, arguments, named = connection.recv()
        except EOFError:  # the parent is gone
            return
        with _Watch(connection, limits) as _watch:
            result = function(*arguments, **named)
        served += 1
        leaves = served >= _SERVES or _resident() - first > limits.megabytes << 18
        connection.send(("done", (result, leaves)))
        if leaves:
            return


def _settle(connection: Connection) -> None:
    """Make this process a quiet child that dies with its parent."""
    # The server that it was forked from ends with the parent, but only once nobody holds the pipe by
    # which the server hears of that; each worker was handed a copy.
    if sys.platform != "win32":
        for descriptor in [int(path.name) for path in Path("/dev/fd").iterdir()]:
            if descriptor > 2 and descriptor != connection.fileno():
                with suppress(OSError):  # the one that listed them is closed by now
                    os.close(descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    # Libraries written in C print what they find in a document; none of it is for a terminal.
    silent = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silent, stream)
    if sys.platform == "linux":
        _libc.prctl(_DEATH_SIGNAL, signal.SIGKILL)
        _libc.signal(signal.SIGABRT, _on_abort)
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, signal.SIG_DFL)  # which ends it
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_libc: Any = ctypes.CDLL(None) if sys.platform == "linux" else None


def _told_of_abort(_signal: int) -> None:
    """Have the last word where a library ends the process, which it does when it gets no memory.

    Called from C in the middle of `abort`, which goes on when this returns.
    """
    _libc.alarm(5)  # should the library have broken more than itself, and this never return
    if _watch is not None:
        _watch.aborted()


_on_abort = ctypes.CFUNCTYPE(None, ctypes.c_int)(_told_of_abort)


def _limit_computing(seconds: float) -> None:
    """Let the kernel end this process once it has computed for so much longer.

    RLIMIT_CPU would not do: it counts all tasks together, by the ticks of a clock that runs up to a
    tenth ahead of this one. What an old worker is ahead by would be taken from each of its tasks.
    """
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, max(seconds, _SOON))


def _limit_memory(megabytes: int | None) -> None:
    """Let this process map so much beyond what it has mapped by now; None: as it likes."""
    if sys.platform == "linux":
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        more = resource.RLIM_INFINITY if megabytes is None else _mapped() + (megabytes << 20)
        if hard != resource.RLIM_INFINITY:
            more = hard if megabytes is None else min(more, hard)
        resource.setrlimit(resource.RLIMIT_AS, (more, hard))


def _resident() -> int:
    """Return the bytes of memory that this process has; 0 where that cannot be told."""
    return _size(1)


def _mapped() -> int:
    """Return the bytes of address space that this process has; 0 where that cannot be told."""
    return _size(0)


def _size(place: int) -> int:
    if sys.platform != "linux":
        return 0
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(fields[place]) * resource.getpagesize()


def _place(trace: TracebackType | None) -> str:
    """Return where an error was raised, as far as it is in this program."""
    place = ""
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        if "pipeline" in path.parts and path.name != Path(__file__).name:
            place = f" ({path.name}:{trace.tb_lineno})"
        trace = trace.tb_next
    return place


def _memory_reason(limits: Limits) -> str:
    return f"it needs more than {limits.megabytes} MB of memory (--memory)"
