"""Annual performance report PDFs -> table rows, exact figures, and every stated rate recomputed.

    report.pdf -> Page -> Table -> Row -> Indicator -> Claim -> Check -> checks.csv

The map of the house; arrows are imports, and data runs the same way:

    cli ──> batch ──> work ──> reports ──> document, tables     reading: the edge on the left
     │                            ├──> rows, plaintext, titles  pages and text to rows
     │                            └──> flow ──> statements, indicators, claims, checks
     ├────> isolation, cluster                                  where the work is done
     └────> publishing ──> journal, write ──> schema ──> model  writing: the edge on the right

======================  =====================================================================
`inputs`, `remote`      arguments -> sources: files, folders, patterns, URLs
`batch`, `work`         sources -> outcomes: tasks for an executor; what a task does
`isolation`, `cluster`  executors: processes with limits (`worker`), on this machine or on many
`preload`               the process that workers are forked from, begun before all else
`journal`, `entries`    results as they come, on disk, so that a run can go on
`publishing`            a journal -> the output files, all together
`document`, `lines`     PDF -> Page: glyphs and rules with their places
`glyphs`, `drawing`     what a page prints and draws, by `pdfium` (the only door to that library)
`in_c`, `in_python`       what both do for each of thousands of glyphs and objects, in C or in Python
`hidden`                which of the glyphs nobody sees
`sources`, `repair`     opening a file; a second chance for a damaged one
`lost_content`, `page_warnings`     what an empty page lost; what the warnings tell
`tables`                Page -> PageTables: glyphs in cells
`edges`, `lattice`      rules -> ruling lines -> cells of each table
`shades`               the sides that shaded rows leave out
`table_finder` and under     the same without standing rules: pieces, headers, gutters, rows
`header_words`, `agency_words` header words -> column roles; an agency's own words
`column_roles`           grid rows -> headers: which column holds what
`paragraphs`, `list_labels` printed lines -> paragraphs; list numbers
`rows`, `plain_text`     tables, or the text dump of one -> rows, whole across pages
`forms` and under       headings (`form_headings`) and small year tables (`year_tables`) -> rows
`weights`               row -> row: weights in brackets in the column of weights
`titles`                lines outside of tables -> title, agency, year
`outlines`              paragraphs of a cell -> a tree of numbered entries
`statements` and under  row -> what its figures are (`mentions`, `roles`, `other_years`), and the `rates`
`indicators`, `claims`  statements -> items; stated rates with the figures that belong to them:
                        `targets` lists the items, `item_of_rate` finds a rate's, `figures_of_rate` its
                        figures, `shares` other shares, `combined_rates` what is said of all items,
                        `repeated_rates` what a note says again
`contradictions`        statements -> figures that cannot both be right, or not have been counted
`formulas`, `readings`  printed formulas; the accepted ways to recompute a rate
`arithmetic`            the tree of a formula: its value, and all that its figures allow
`judging`, `checks`     claims -> verdicts; what the rules have to say about them
`rules`                 what each rule means
`messages`              the words of findings, in English and in Chinese
`explanations`          a rule with its examples judged, as `pipeline explain` tells it
`power`, `coverage`     how sharp a check was; how much of a document could be checked
`quantities` and under  text -> quantities: numerals, units, bounds, dates and other lookalikes
`patterns`              patterns that few reports need, compiled when first used
`file_summary`, `summary_text`  what is said of a file and of a run; `progress` shows how far it is
`selection`             which findings count: rules that are asked for, none accepted before
`schema`, `write`       the columns of the contract; CSV, data package, findings, SARIF, review pages
`records`                 the records handed from stage to stage
======================  =====================================================================

What a user may rely on is `audit`, `scanner.find` and the two errors they raise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.errors import DocumentError
    from pipeline.run import Audit

__version__ = "0.1.0"
__all__ = ["Audit", "DocumentError", "__version__", "audit"]


def audit(path: str | Path) -> Audit:
    """Read and judge one report; its tables are DataFrames.

    Raises `DocumentError` where the file cannot be read at all. A report without a performance
    table has empty tables.
    """
    from pipeline.run import audit_file  # pandas takes a second to load: only for who asks for it

    return audit_file(path)


def __getattr__(name: str) -> Any:
    """Load what is public when it is asked for, so that `pipeline --help` answers at once."""
    import importlib

    homes = {"Audit": "run", "DocumentError": "errors"}
    if name in homes:
        return getattr(importlib.import_module(f"pipeline.{homes[name]}"), name)
    if name == "quantities":
        return importlib.import_module("pipeline.quantities")
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
