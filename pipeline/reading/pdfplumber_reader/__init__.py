"""The second reader: pages as pdfplumber reads them, in the records of the first one.

`files` opens a file whose page pdfium has lost, and takes a PDF that somebody has open; `pages` makes a `Page`
of what pdfplumber tells of one, `drawing` its ruling lines and fills.

`second_reading` tells what stands in the places of figures. For that it asks pdfminer alone, which pdfplumber
reads with: `box_texts` for the characters in some boxes of a page, `operations` for what its content holds.
`pdfminer_pages` is what both ways share.
"""
