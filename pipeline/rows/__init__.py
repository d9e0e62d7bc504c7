"""cells -> logical rows, whole across pages; forms, running titles and plain text.

In come the tables of all pages (or a text), out come `Contents`: rows with a cell for each role, and the
lines outside of tables, from which `read_heading` takes title, agency and year.

============================  ===============================================================
`logical_rows`                tables of all pages -> rows
`table_rows`                  one table -> row parts: what a page holds of each row
`page_joins`                  which row, and which cell, goes on over the page, and why
`merged_goals`                rows under one goal cell -> rows with the whole of it
`row_parts`, `whole_rows`     cells -> a row part; the parts of a row -> `Row`
`labelled_cells`              a cell with target, actual and rate under labels -> a cell for each
`contents`                    the result, and the counts that show that nothing was lost
`paragraphs`                  the printed lines of a cell -> paragraphs
`column_extents`, `spaces`    the room that a line had; the spaces that only justify it
`line_parts`                  a line with only some of its characters
`forms`                       headings, small year tables and running text -> rows
`running_text`                lines outside of tables -> rows of the rates that they tell
`plain_text`                  the text dump of a report -> rows
`titles`                      lines outside of tables -> title, agency, year
`agencies`, `furniture`       the name of an agency; page numbers and running titles
`content_roles`               columns whose content tells another role than their header
`weights`                     weights in brackets -> the weight column
============================  ===============================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.rows.content_roles import by_content as by_content
    from pipeline.rows.contents import Contents as Contents
    from pipeline.rows.logical_rows import from_pages as from_pages
    from pipeline.rows.plain_text.text_rows import rows_from_text as rows_from_text
    from pipeline.rows.running_text.rate_rows import told_rates as told_rates
    from pipeline.rows.running_text.records import ToldFigure as ToldFigure
    from pipeline.rows.running_text.records import ToldKind as ToldKind
    from pipeline.rows.running_text.records import ToldRate as ToldRate
    from pipeline.rows.running_text.records import ToldRow as ToldRow
    from pipeline.rows.titles import read_heading as read_heading
    from pipeline.rows.weights import move_weights as move_weights
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "content_roles": ["by_content"],
            "contents": ["Contents"],
            "logical_rows": ["from_pages"],
            "plain_text.text_rows": ["rows_from_text"],
            "running_text.rate_rows": ["told_rates"],
            "running_text.records": ["ToldFigure", "ToldKind", "ToldRate", "ToldRow"],
            "titles": ["read_heading"],
            "weights": ["move_weights"],
        },
    )
