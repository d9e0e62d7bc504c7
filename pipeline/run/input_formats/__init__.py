"""A file -> its contents, a module for each format; `pipeline.run.formats` lists them.

`pdf` reads PDFs page by page, `plain_text` text in UTF-8. A module has one function, that of `formats.InputReader`.
"""
