"""Tables whose headers do not stand in their first line -> tables whose headers do.

`transposed` (the headers stand in the first column, an indicator is a column), `cards` (each header has its
value beside it, an indicator is a table) and `stacked` (target, actual figure and rate take turns below one name);
`read_turned` of `turned_tables` tries them.
"""
