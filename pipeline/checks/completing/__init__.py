"""Checks of a document -> the same with what its file and the document as a whole tell of them.

`names` gives each a stable name, `confirmation` what a second reading of its page says.
"""
