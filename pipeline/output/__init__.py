"""results -> files: CSV, Parquet, the data package, review pages, SARIF, text.

In come reports, or entries made of them; out come the files of the contract.

======================  =====================================================================
`schema`                the columns of the tables: name, type, title, and the cell of a record
`entries`               a report -> what the writers need of it, as bytes
`formats`               the formats of tables and of findings: two lists, an entry for each
`table_formats`         the modules that write tables: CSV, Parquet
`finding_formats`       the modules that print findings: text, JSON, SARIF ...
`tables`                entries -> the files of the four tables
`data_package`          the datapackage.json that describes them
`findings`              what every format tells of a finding
`places`                where something is printed -> its fields by name
`excerpts`              a sentence, cut to a line, with its rate underlined
`review`, `html`        the review pages, and the HTML that they are made of
`layout_pictures`       pictures of pages with their cells and roles
`file_summary`          what is said of a file; `summary_text` says it
`visible_text`          text that can be shown without acting
`text_file`             a file that is on the disk once it is closed
======================  =====================================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.output.data_package import PACKAGE_NAME as PACKAGE_NAME
    from pipeline.output.entries import Entry as Entry
    from pipeline.output.file_summary import FileSummary as FileSummary
    from pipeline.output.findings import Screen as Screen
    from pipeline.output.formats import DEFAULT_FINDING_FORMAT as DEFAULT_FINDING_FORMAT
    from pipeline.output.formats import DEFAULT_TABLE_FORMAT as DEFAULT_TABLE_FORMAT
    from pipeline.output.formats import FINDING_FORMATS as FINDING_FORMATS
    from pipeline.output.formats import TABLE_FORMATS as TABLE_FORMATS
    from pipeline.output.formats import format_findings as format_findings
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
            "data_package": ["PACKAGE_NAME"],
            "entries": ["Entry"],
            "file_summary": ["FileSummary"],
            "findings": ["Screen"],
            "formats": [
                "DEFAULT_FINDING_FORMAT",
                "DEFAULT_TABLE_FORMAT",
                "FINDING_FORMATS",
                "TABLE_FORMATS",
                "format_findings",
            ],
            "layout_pictures": ["draw_layout"],
            "review": ["review_page", "write_review"],
            "schema": ["SCHEMAS", "Schema"],
            "summary_text": ["Tally", "plural", "summary_line"],
            "tables": ["write_tables"],
            "visible_text": ["escape_line"],
        },
    )
