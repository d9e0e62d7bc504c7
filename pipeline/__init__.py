"""Annual performance report PDFs -> table rows, exact figures, and every stated rate recomputed.

    report.pdf -> Page -> Table -> Row -> Indicator -> Claim -> Check -> checks.csv

The house has a room for each stage of the way that data goes; a room imports only from those below it, by
their doors (the ``__init__`` of each, which lists its modules), and a contract in pyproject.toml holds that:

==============  ==========================================================================
`cli`           arguments -> exit status
`run`           many files -> outputs: inputs, workers, journal, progress
`output`        results -> files: CSV, Parquet, review pages, SARIF, text
`checks`        claim -> verdict and findings: rules, messages, coverage
`claims`        row -> what it asserts: targets, actual figures, stated rates, which belong together
`rows`          cells -> logical rows, whole across pages; forms, titles, plain text
`tables`        page -> cells: ruling lines, shades, gutters, header words
`reading`       file -> pages: glyphs and ruling lines with their places
`quantities`    text -> figures: numerals, units, bounds, dates, formulas
==============  ==========================================================================

What every room may use stands beside them: `records`, `geometry`, `errors`, and `patterns` (patterns that are
compiled when first used). docs/architecture.md tells where to add a layout, a rule, a header word, an input
format, a counter word or an output format.

What a user may rely on is `audit`, `quantities.find` and the two errors they raise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.errors import DocumentError
    from pipeline.reading import PDF
    from pipeline.run import Audit

__version__ = "0.1.0"
__all__ = ["Audit", "DocumentError", "__version__", "audit"]


def audit(source: str | Path | PDF) -> Audit:
    """Read and judge one report, a file or an open `pdfplumber.PDF`; its tables are DataFrames.

    What is read of an open PDF is its ``pages``; it stays open. Raises `DocumentError` where the file
    cannot be read at all. A report without a performance table has empty tables.
    """
    from pipeline.run import audit_file  # pandas takes a second to load: only for who asks for it

    return audit_file(source)


def __getattr__(name: str) -> Any:
    """Load what is public when it is asked for, so that `pipeline --help` answers at once."""
    import importlib

    homes = {"Audit": "run", "DocumentError": "errors"}
    if name in homes:
        return getattr(importlib.import_module(f"pipeline.{homes[name]}"), name)
    if name == "quantities":
        return importlib.import_module("pipeline.quantities")
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
