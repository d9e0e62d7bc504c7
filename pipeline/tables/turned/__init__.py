"""Tables whose headers do not stand in their first line -> tables whose headers do.

`transposed` (the headers stand in the first column, an indicator is a column) and `cards` (each header has its
value beside it, an indicator is a table); `read_turned` of `turned_tables` tries both.
"""
