"""The second reader: pages as pdfplumber reads them, in the records of the first one.

`files` opens a file whose page pdfium has lost, and takes a PDF that somebody has open; `pages` makes a `Page`
of what pdfplumber tells of one, `drawing` its ruling lines and fills. `second_reading` compares figures with
what stands in their places.
"""
