"""What a file holds and pdfium does not give: texts without a glyph, pages without content.

`missing_texts` looks at drawn texts, `empty_pages` at pages on which nothing was found; `lost_content` reads
the bytes of such a page.
"""
