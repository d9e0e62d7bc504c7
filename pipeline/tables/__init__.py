"""page -> cells: ruling lines, shades, gutters and header words.

In comes a `Page`, out come its tables and the lines outside of them: every glyph is in a cell or in a line.

======================  =====================================================================
`table_finder`          a page -> its tables, by the strategy that leaves least outside of them
`page_readings`         what such a strategy reads of a page, and what it makes of it
`underlines`            rules -> the same without the lines under words
`snapping`              pieces of rules -> ruling lines, near ones on one line
`edges`, `lattice`      rules -> ruling lines, those that are missing too -> cells
`shades`                the sides that shaded rows leave out
`level_lines`           rows of tables that are ruled between their columns alone
`cell_grids`            cells and glyphs -> ruled tables
`unruled`               tables without vertical rules, by the white between their columns
`lines`                 the glyphs of a cell -> printed lines
`role_words`            the words of headers by role, as data
`header_words`          a header cell -> the role of its column, its year and unit
`header_tokens`         a header -> its tokens by kind: when, planned or done, what is told
`header_grammar`        tokens -> the role by the last noun, and what qualifies it
`year_words`            the words of tables whose columns are years
`columns`               headers, cells and arithmetic of the columns -> a role for each
`column_roles`          grid rows -> headers: which column holds what
`turned`                tables whose headers stand in a column, or beside their values
`agency_words`          a user's own header words
======================  =====================================================================

The modules of `unruled`, in the order of the way: `ink` (a line -> pieces), `header_search`,
`header_bands` and `header_groups` (pieces -> headers), `body_lines` and `gutters` (the lines below ->
columns), `drafts` (a table in the making), `row_boundaries`, `merged_cells` and `grids` (rows and cells);
`finder` calls them. `label_lines` finds headers down the first column.

The modules of `columns`: `scores` (header and cells -> how much a role is worth, by `contents`), `measured`
(target, actual and rate, chosen together), `side_by_side` (further groups of them) and `assignment` (all
roles, and why).
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.tables.agency_words import read_agency_words as read_agency_words
    from pipeline.tables.column_roles import Header as Header
    from pipeline.tables.column_roles import find_headers as find_headers
    from pipeline.tables.column_roles import has_rate_column as has_rate_column
    from pipeline.tables.column_roles import header_depth as header_depth
    from pipeline.tables.column_roles import is_band as is_band
    from pipeline.tables.columns.side_by_side import ColumnGroup as ColumnGroup
    from pipeline.tables.header_words import begins_header as begins_header
    from pipeline.tables.header_words import column_role as column_role
    from pipeline.tables.header_words import header_unit as header_unit
    from pipeline.tables.header_words import is_header as is_header
    from pipeline.tables.header_words import is_header_word as is_header_word
    from pipeline.tables.header_words import layout_name as layout_name
    from pipeline.tables.header_words import section_role as section_role
    from pipeline.tables.header_words import split_header as split_header
    from pipeline.tables.lattice import TableLimitError as TableLimitError
    from pipeline.tables.role_words import HeaderWords as HeaderWords
    from pipeline.tables.role_words import learn_words as learn_words
    from pipeline.tables.table_finder import TableFinder as TableFinder
    from pipeline.tables.table_finder import find_tables as find_tables
    from pipeline.tables.turned.stacked import Turns as Turns
    from pipeline.tables.turned.stacked import find_turns as find_turns
    from pipeline.tables.turned.turned_tables import join_cut_card as join_cut_card
    from pipeline.tables.turned.turned_tables import may_be_cut_card as may_be_cut_card
    from pipeline.tables.turned.turned_tables import read_turned as read_turned
    from pipeline.tables.year_words import label_role as label_role
    from pipeline.tables.year_words import leads_years as leads_years
    from pipeline.tables.year_words import match_years as match_years
    from pipeline.tables.year_words import read_header_year as read_header_year
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "agency_words": ["read_agency_words"],
            "column_roles": [
                "Header",
                "find_headers",
                "has_rate_column",
                "header_depth",
                "is_band",
            ],
            "columns.side_by_side": ["ColumnGroup"],
            "header_words": [
                "begins_header",
                "column_role",
                "header_unit",
                "is_header",
                "is_header_word",
                "layout_name",
                "section_role",
                "split_header",
            ],
            "lattice": ["TableLimitError"],
            "role_words": ["HeaderWords", "learn_words"],
            "table_finder": ["TableFinder", "find_tables"],
            "turned.stacked": ["Turns", "find_turns"],
            "turned.turned_tables": ["join_cut_card", "may_be_cut_card", "read_turned"],
            "year_words": ["label_role", "leads_years", "match_years", "read_header_year"],
        },
    )
