"""headings, small year tables and running text -> rows: the `form` layout.

Such a report prints a heading for the goal and one for the indicator, then a table whose columns are
years and whose lines are target, actual figure and rate, then the measure and the analysis as running
text, over page breaks:

    一、關鍵策略目標：…
    1.關鍵績效指標：…
    | 項目       | 104年度 | 105年度 |
    | 原訂目標值 | 30      | 35      |
    | 實際值     | 34      | 33      |
    | 達成度(%)  | 113.33  | 94.29   |
    衡量標準：…
    績效衡量暨達成情形分析：…

Each year column that holds figures is an item of the row, for its own year. All of this, or several
indicators, may also stand in one table. A table of years that tells no target and no actual figure
(staff, budgets) is left alone.

=================  ==========================================================================
`form_rows`        all lines and year tables of a report, in the order of print -> rows
`form_reader`      which indicator each of them belongs to
`drafts`           the parts of an indicator -> its row
`running_text`     whether a line still belongs to the text that is open
`headings`         a line -> the goal, indicator, measure or analysis that it opens
`table_headings`   the lines right above a table of another kind -> its goal, its unit
`asides`           lines between those of a text that are none of it: captions, 續
`year_tables`      one year table -> its labelled lines
`year_lines`       the cells of one of its lines -> label, role and cells by year
`year_headers`     its header -> the year of each column
`line_labels`      the label of a line -> its role
`table_joins`      which year tables are one, cut by a page
=================  ==========================================================================
"""
