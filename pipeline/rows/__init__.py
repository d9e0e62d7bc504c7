"""cells -> logical rows, whole across pages; forms, running titles and plain text.

In come the tables of all pages (or a text), out come `Contents`: rows with a cell for each role, and the
lines outside of tables, from which `read_heading` takes title, agency and year.

======================  =====================================================================
`assembly`              tables of all pages -> rows
`paragraphs`            the printed lines of a cell -> paragraphs
`forms`                 headings and small year tables -> rows
`form_headings`         what a line between them opens
`year_tables`           the small tables with a column for each year
`plain_text`            the text dump of a report -> rows
`titles`                lines outside of tables -> title, agency, year
`weights`               weights in brackets -> the weight column
======================  =====================================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.rows.assembly import Contents as Contents
    from pipeline.rows.assembly import from_pages as from_pages
    from pipeline.rows.plain_text import rows_from_text as rows_from_text
    from pipeline.rows.titles import read_heading as read_heading
    from pipeline.rows.weights import move_weights as move_weights
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "assembly": ["Contents", "from_pages"],
            "plain_text": ["rows_from_text"],
            "titles": ["read_heading"],
            "weights": ["move_weights"],
        },
    )
