"""the text dump of a report -> rows: cells one after the other, told apart by widths and list numbers.

=================  ==========================================================================
`text_rows`        the text -> headers and what stands between them -> rows
`text_blocks`      lines -> blocks, each of one paragraph
`text_columns`     blocks -> the row and the column that each belongs to
`text_costs`       how unlike a cell of its column some blocks are
=================  ==========================================================================
"""
