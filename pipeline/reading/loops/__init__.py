"""The loops over all glyphs or objects of a page, for each of which pdfium has a function.

`in_python` has them in Python, `in_c` in C where ``loops.c`` could be compiled at installation
(`build_hook`); both tell the same to the last bit. ``best`` of `in_c` is the one to use.
"""
