"""The process that workers are forked from, which loads beside all else that a run begins with.

It is the first thing that a command begins, so this module imports next to nothing.
"""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing.context import BaseContext

_PRELOAD = (
    "pipeline.run.tasks",
    "pipeline.run.file_report",
    "pipeline.run.input_formats.pdf",
    "pipeline.reading.document",
    "pipeline.tables.table_finder",
    "pipeline.output.entries",
    "pipeline.output.review",
)
"""Loaded once, in the process that the workers are forked from."""


def start_preload() -> BaseContext:
    """Begin to load what workers need, in a process beside this one, and return at once."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    from multiprocessing import forkserver

    # Forked from a server of its own: the parent has threads, and must not load the PDF library.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(_PRELOAD))
    forkserver.ensure_running()
    return context
