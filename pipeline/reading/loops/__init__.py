"""The loops over all glyphs and objects of a page: the innermost ones of reading, in Python and in C.

A page has thousands of glyphs, for each of which pdfium is asked three times, and hundreds of objects. These
loops ask, and work out the places; nothing else of the program is compiled.

==============  ==========================================================================
`in_python`     the loops as lazy maps over pdfium's functions; what each does is told here
`in_c`          the same loops in C, and ``best``: the ones to use, which others ask for
``loops.c``     their source; it is given the addresses of pdfium's functions and links nothing
`build_hook`    compiles the source where a wheel, or an editable one, is built
==============  ==========================================================================

**Both give the same, to the last bit**, so nothing depends on which are used: where there is no C compiler at
installation, or compiling fails, a warning says so and the loops stay in Python. The compiled library is named
by a checksum of its source, so that one of another source is never loaded.

**What it gains**: over the whole job on 98 pages (reading, tables, rows, claims, checks, files) 0.64 s of the
processor instead of 0.80 s (medians of six runs of nine each, side by side), 20 % of the run. Below 15 % it should go.

**To change a loop**, change it in `in_python`, then in ``loops.c``; run ``pip install -e .`` to compile it, and
``pytest tests/reading/loops``, which compares both on every PDF that there is and on random boxes.
"""
