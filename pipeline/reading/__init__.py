"""file -> pages: every printed character and ruling line with its place, hidden text left out.

In comes the path of a PDF, or a PDF that is open in pdfplumber; out come a `Page` or a `LostPage` for
each of its pages, and warnings.

======================  =====================================================================
`pages`                 the records `Page`, `Glyph`, `Rule`, `LostPage`
`document`              a PDF -> its pages, one after the other
`files`, `sources`      what a file is before it is opened; opening it
`repair`                a second chance for a damaged file, by qpdf
`page_reader`           one page of an open PDF -> `Page` or `LostPage`
`pdfium`                the only door to that library
`glyphs`, `drawing`     what a page prints, and what it draws
`loops`                 what both do for each of thousands of glyphs, in C or in Python
`hidden`                which of the glyphs nobody sees
`form_fields`           values of form fields, put into the page that shows them
`losses`                drawn texts without a glyph, and why a page without any is no blank one
`path_rules`            points of drawn paths -> ruling lines
`scans`, `bitmaps`      which pages are pictures; pictures of pages
`pdfplumber_reader`     the second reader: a page that pdfium lost, a PDF that is open in pdfplumber,
                        what stands in the places of figures
`page_warnings`         counts over all pages -> warnings
======================  =====================================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.reading.document import Document as Document
    from pipeline.reading.files import FileState as FileState
    from pipeline.reading.files import file_digest as file_digest
    from pipeline.reading.files import inspect_file as inspect_file
    from pipeline.reading.hidden import HIDDEN_REASONS as HIDDEN_REASONS
    from pipeline.reading.pages import Glyph as Glyph
    from pipeline.reading.pages import GlyphColumns as GlyphColumns
    from pipeline.reading.pages import LostPage as LostPage
    from pipeline.reading.pages import Page as Page
    from pipeline.reading.pages import Rule as Rule
    from pipeline.reading.pages import Stretch as Stretch
    from pipeline.reading.pdfplumber_reader.files import PDF as PDF
    from pipeline.reading.pdfplumber_reader.files import OpenPdf as OpenPdf
    from pipeline.reading.pdfplumber_reader.second_reading import read_places as read_places
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "document": ["Document"],
            "files": ["FileState", "file_digest", "inspect_file"],
            "hidden": ["HIDDEN_REASONS"],
            "pages": ["Glyph", "GlyphColumns", "LostPage", "Page", "Rule", "Stretch"],
            "pdfplumber_reader.files": ["OpenPdf", "PDF"],
            "pdfplumber_reader.second_reading": ["read_places"],
        },
    )
