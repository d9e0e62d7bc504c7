"""Records -> the file of a table, a module for each format; `pipeline.output.formats` lists them.

`csv_table` writes CSV, `parquet_table` Parquet. A module has two functions, those of `formats.TableWriter`.
"""
