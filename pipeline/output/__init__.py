"""results -> files: CSV, Parquet, the data package, review pages, SARIF, text.

In come reports, or entries made of them; out come the files of the contract.

======================  =====================================================================
`schema`                the columns of the tables: name, type, title, and the cell of a record
`entries`               a report -> what the writers need of it, as bytes
`formats`               how tables can be written, and what each needs
`tables`, `parquet`     entries -> CSV and the data package; Parquet
`findings`, `sarif`     the findings of `pipeline check` in each format
`places`                where something is printed -> its fields by name
`excerpts`              a sentence, cut to a line, with its rate underlined
`review`, `html`        the review pages, and the HTML that they are made of
`layout_pictures`       pictures of pages with their cells and roles
`file_summary`          what is said of a file; `summary_text` says it
`visible_text`          text that can be shown without acting
======================  =====================================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.output.entries import Entry as Entry
    from pipeline.output.file_summary import FileSummary as FileSummary
    from pipeline.output.findings import Screen as Screen
    from pipeline.output.findings import format_findings as format_findings
    from pipeline.output.formats import TABLE_FORMATS as TABLE_FORMATS
    from pipeline.output.formats import USUAL as USUAL
    from pipeline.output.layout_pictures import draw_layout as draw_layout
    from pipeline.output.review import review_page as review_page
    from pipeline.output.review import write_review as write_review
    from pipeline.output.schema import SCHEMAS as SCHEMAS
    from pipeline.output.schema import Schema as Schema
    from pipeline.output.summary_text import Tally as Tally
    from pipeline.output.summary_text import plural as plural
    from pipeline.output.summary_text import summary_line as summary_line
    from pipeline.output.tables import write_tables as write_tables
    from pipeline.output.visible_text import escape_line as escape_line
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "entries": ["Entry"],
            "file_summary": ["FileSummary"],
            "findings": ["Screen", "format_findings"],
            "formats": ["TABLE_FORMATS", "USUAL"],
            "layout_pictures": ["draw_layout"],
            "review": ["review_page", "write_review"],
            "schema": ["SCHEMAS", "Schema"],
            "summary_text": ["Tally", "plural", "summary_line"],
            "tables": ["write_tables"],
            "visible_text": ["escape_line"],
        },
    )
