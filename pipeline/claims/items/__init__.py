"""Statements of a row -> its measured items.

======================  =====================================================================
`targets`               the items that a target cell lists
`actual_figures`        which figure was reached in each
`growth_figures`        this year's and last year's figure of a growth target
`item_index`            the items sorted by what is asked of them for each rate
`scales`                a bare figure beside one with its unit
`label_likeness`        how alike two labels are
======================  =====================================================================
"""
