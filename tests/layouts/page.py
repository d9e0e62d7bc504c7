"""What is on the pages of a made-up report, and its two sources: a browser's and a word processor's.

Document -> html(document)    for Chromium, WeasyPrint
         -> fodt(document)    for LibreOffice Writer
"""

from __future__ import annotations

import html as markup
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Rules = Literal["grid", "horizontal", "booktabs", "none", "dotted", "double", "dashed", "thick"]
Align = Literal["left", "center", "right", "justify"]
Style = Literal[
    "title",
    "agency",
    "heading",
    "heading2",
    "body",
    "right",
    "center",
    "hanging",
    "indented",
    "note",
]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its paragraphs as printed."""

    paragraphs: tuple[str, ...]
    columns: int = 1
    rows: int = 1
    align: Align = "left"
    middle: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a row lists the cells that begin in it."""

    widths: tuple[float, ...]
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]
    rules: Rules = "grid"
    repeats: bool = True
    shaded: bool = False
    keep: bool = False
    """No row is cut by a page."""
    size: float = 0
    zebra: bool = False
    """Every other row is shaded."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph outside of tables."""

    text: str
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Beside:
    """Tables set side by side."""

    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A new page."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: bars over a line, with their heights in mm and what is written under them."""

    bars: tuple[tuple[str, int], ...]


Block = Text | Table | Beside | Break | Chart


@dataclass(frozen=True, slots=True)
class Document:
    """A report ready to be printed. ``footer`` holds {n} for the page number, {of} for their count."""

    blocks: tuple[Block, ...]
    font: str
    size: float = 11
    landscape: bool = False
    running: str = ""
    footer: str = ""
    first_page: int = 1
    language: str = "zh-TW"

    @property
    def width(self) -> float:
        """The width of the type area, in cm."""
        return 25.4 if self.landscape else 17.2


BORDERS = {
    "grid": "0.5pt solid #000000",
    "thick": "1.5pt solid #000000",
    "dotted": "0.75pt dotted #000000",
    "dashed": "0.75pt dashed #000000",
    "double": "2.25pt double #000000",
    "horizontal": "0.5pt solid #000000",
    "booktabs": "0.75pt solid #000000",
    "none": "",
}


# --------------------------------------------------------------------------- the browser


def html(document: Document) -> str:
    """Write a report as an HTML page for printing."""
    size = "A4 landscape" if document.landscape else "A4"
    footer = _margin_box(document.footer, document.first_page)
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{document.language}"><head><meta charset="utf-8"><title>-</title><style>',
        f"@page {{ size: {size}; margin: 20mm 18mm 20mm 18mm;",
        f"  @top-center {{ content: {_quoted(document.running)}; font: 9pt '{document.font}'; }}"
        if document.running
        else "",
        f"  @bottom-center {{ content: {footer}; font: 9pt '{document.font}'; }}" if footer else "",
        "}",
        f"body {{ margin: 0; font: {document.size:g}pt/1.35 '{document.font}'; }}",
        "p { margin: 0; orphans: 1; widows: 1; }",
        "p.title { font-size: 16pt; text-align: center; margin-bottom: 3mm; }",
        "p.agency, p.right { text-align: right; }",
        "p.center { text-align: center; }",
        "p.heading { margin: 2.5mm 0 1mm; font-size: 1.1em; break-after: avoid; }",
        "p.heading2 { margin: 1.5mm 0 1mm; break-after: avoid; }",
        "p.body { text-align: justify; }",
        "p.hanging { text-align: justify; margin-left: 3em; text-indent: -1.5em; }",
        "p.indented { text-align: justify; text-indent: 2em; }",
        "p.note { font-size: 0.8em; }",
        "table { border-collapse: collapse; table-layout: fixed; margin: 1mm 0 2mm; }",
        "th, td { padding: 0.8mm 1.2mm; font-weight: normal; vertical-align: top;",
        "  overflow-wrap: anywhere; }",
        "th, td.middle { vertical-align: middle; }",
        "table.keep tr { break-inside: avoid; }",
        "table.shaded th { background: #dddddd; }",
        "tr.zebra td { background: #e4ecf6; }",
        "table.rows-only td, table.rows-only th { padding-bottom: 2mm; }",
        *_css_rules(),
        ".beside { display: flex; gap: 6mm; align-items: flex-start; }",
        ".beside table { flex: none; }",
        "svg { display: block; margin: 3mm auto; }",
        "</style></head><body>",
    ]
    for block in document.blocks:
        lines += _html_block(block, document)
    return "\n".join(line for line in (*lines, "</body></html>") if line) + "\n"


def _css_rules() -> Iterator[str]:
    for name in ("grid", "thick", "dotted", "dashed", "double"):
        yield f"table.{name} th, table.{name} td {{ border: {BORDERS[name]}; }}"
    line = BORDERS["horizontal"]
    yield f"table.horizontal th, table.horizontal td {{ border-top: {line}; border-bottom: {line}; }}"
    line = BORDERS["booktabs"]
    yield f"table.booktabs thead {{ border-top: {line}; border-bottom: {line}; }}"
    yield f"table.booktabs tbody {{ border-top: {line}; border-bottom: {line}; }}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'


def _margin_box(footer: str, first: int) -> str:
    """Write a footer as CSS content; a browser counts its pages from 1, padded as the other's."""
    if not footer:
        return ""
    style = ", decimal-leading-zero" if first > 1 else ""
    footer = footer.replace("{n}", "0{n}") if first > 1 else footer
    parts = []
    for part in footer.replace("{n}", "\0n\0").replace("{of}", "\0o\0").split("\0"):
        if part == "n":
            parts.append(f"counter(page{style})")
        elif part == "o":
            parts.append("counter(pages)")
        elif part:
            parts.append(_quoted(part))
    return " ".join(parts)


def _html_block(block: Block, document: Document) -> Iterator[str]:
    if isinstance(block, Text):
        yield f'<p class="{block.style}">{markup.escape(block.text, quote=False)}</p>'
    elif isinstance(block, Table):
        yield from _html_table(block, document)
    elif isinstance(block, Beside):
        yield '<div class="beside">'
        for table in block.tables:
            yield from _html_table(table, document)
        yield "</div>"
    elif isinstance(block, Break):
        yield '<div style="break-after: page"></div>'
    else:
        yield from _html_chart(block)


def _html_table(table: Table, document: Document) -> Iterator[str]:
    words = [table.rules, *(["shaded"] * table.shaded), *(["keep"] * table.keep)]
    words += ["rows-only"] * (table.rules in ("booktabs", "none"))
    style = f"width: {sum(table.widths):.2f}cm; font-size: {table.size or document.size:g}pt"
    yield f'<table class="{" ".join(words)}" style="{style}">'
    yield (
        "<colgroup>"
        + "".join(f'<col style="width:{w:.2f}cm">' for w in table.widths)
        + "</colgroup>"
    )
    if table.repeats:
        yield "<thead>"
        for row in table.head:
            yield from _html_row(row, "th")
        yield "</thead><tbody>"
    else:
        yield "<tbody>"
        for row in table.head:
            yield from _html_row(row, "th")
    for number, row in enumerate(table.body):
        yield from _html_row(row, "td", zebra=table.zebra and number % 2 == 1)
    yield "</tbody></table>"


def _html_row(row: tuple[Cell, ...], tag: str, *, zebra: bool = False) -> Iterator[str]:
    yield '<tr class="zebra">' if zebra else "<tr>"
    for cell in row:
        spans = f' colspan="{cell.columns}"' * (cell.columns > 1)
        spans += f' rowspan="{cell.rows}"' * (cell.rows > 1)
        spans += ' class="middle"' * cell.middle
        body = "".join(f"<p>{markup.escape(p, quote=False)}</p>" for p in cell.paragraphs)
        yield f'<{tag}{spans} style="text-align: {cell.align}">{body}</{tag}>'
    yield "</tr>"


def _html_chart(chart: Chart) -> Iterator[str]:
    step = 30
    yield f'<svg width="{len(chart.bars) * step + 10}mm" height="75mm">'
    yield f'<line x1="0" y1="65mm" x2="{len(chart.bars) * step + 10}mm" y2="65mm" stroke="black"/>'
    for index, (label, height) in enumerate(chart.bars):
        x = 8 + index * step
        yield (
            f'<rect x="{x}mm" y="{65 - height}mm" width="14mm" height="{height}mm"'
            ' fill="#bbbbbb" stroke="black"/>'
        )
        yield f'<text x="{x}mm" y="71mm" font-size="10">{markup.escape(label)}</text>'
    yield "</svg>"


# --------------------------------------------------------------------------- the word processor

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_PARAGRAPHS = {
    "title": ('fo:text-align="center" fo:margin-bottom="0.3cm"', 16),
    "agency": ('fo:text-align="end"', 0),
    "right": ('fo:text-align="end"', 0),
    "center": ('fo:text-align="center"', 0),
    "heading": ('fo:margin-top="0.25cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', 12.5),
    "heading2": ('fo:margin-top="0.15cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"', 0),
    "body": ('fo:text-align="justify"', 0),
    "hanging": (
        'fo:text-align="justify" fo:margin-left="1.2cm" fo:text-indent="-0.6cm"',
        0,
    ),
    "indented": ('fo:text-align="justify" fo:text-indent="0.8cm"', 0),
    "note": ('fo:text-align="start"', 8),
    "running": ('fo:text-align="center"', 9),
    "room": ('fo:margin-bottom="7.5cm"', 0),
}
_ALIGN = {"left": "start", "center": "center", "right": "end", "justify": "justify"}


def fodt(document: Document) -> str:
    """Write a report as a flat OpenDocument text."""
    writer = _Writer(document)
    body = [line for block in document.blocks for line in writer.block(block)]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<office:document {NAMESPACES}",
        ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">',
        *_styles(document, writer.sizes),
        *_master(document, writer),
        f'<office:body><office:text text:use-soft-page-breaks="true">{writer.start}',
        *body,
        '<text:p text:style-name="end"/>',
        "</office:text></office:body></office:document>",
    ]
    return "\n".join(lines) + "\n"


def _styles(document: Document, sizes: set[float]) -> Iterator[str]:
    font = document.font
    language, country = document.language.split("-")
    yield (
        f'<office:font-face-decls><style:font-face style:name="{font}"'
        f" svg:font-family=\"'{font}'\"/></office:font-face-decls><office:styles>"
    )
    yield '<style:default-style style:family="paragraph">'
    yield '<style:paragraph-properties style:text-autospace="none" style:line-break="strict"'
    yield ' fo:orphans="1" fo:widows="1"/>'
    yield f'<style:text-properties style:font-name="{font}" style:font-name-asian="{font}"'
    yield f' fo:font-size="{document.size:g}pt" style:font-size-asian="{document.size:g}pt"'
    yield f' fo:language="en" fo:country="US" style:language-asian="{language}"'
    yield f' style:country-asian="{country}"/></style:default-style>'
    for name, (properties, size) in _PARAGRAPHS.items():
        yield _paragraph(name, properties, size or document.size)
    for size in sorted(sizes):
        for name, align in _ALIGN.items():
            yield _paragraph(f"cell-{name}-{size:g}", f'fo:text-align="{align}"', size)
    yield "</office:styles>"


def _paragraph(name: str, properties: str, size: float, more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"{more}>'
        f"<style:paragraph-properties {properties}/>"
        f'<style:text-properties fo:font-size="{size:g}pt" style:font-size-asian="{size:g}pt"/>'
        "</style:style>"
    )


def _master(document: Document, writer: _Writer) -> Iterator[str]:
    sides = (29.7, 21.0) if document.landscape else (21.0, 29.7)
    margin = (sides[0] - document.width) / 2
    yield "<office:automatic-styles>"
    yield '<style:page-layout style:name="sheet"><style:page-layout-properties'
    yield f' fo:page-width="{sides[0]}cm" fo:page-height="{sides[1]}cm" fo:margin-top="1.6cm"'
    yield f' fo:margin-bottom="1.6cm" fo:margin-left="{margin:g}cm" fo:margin-right="{margin:g}cm"'
    yield f' style:print-orientation="{"landscape" if document.landscape else "portrait"}"/>'
    for part, side in (("header", "bottom"), ("footer", "top")):
        yield f'<style:{part}-style><style:header-footer-properties fo:min-height="0.7cm"'
        yield f' fo:margin-{side}="0.3cm"/></style:{part}-style>'
    yield "</style:page-layout>"
    first = f' style:page-number="{document.first_page}"'
    yield (
        '<style:style style:name="start" style:family="paragraph" style:parent-style-name="body"'
        f' style:master-page-name="Standard"><style:paragraph-properties{first}/>'
        '<style:text-properties fo:font-size="2pt" style:font-size-asian="2pt"/></style:style>'
    )
    yield (
        '<style:style style:name="break" style:family="paragraph" style:parent-style-name="body">'
        '<style:paragraph-properties fo:break-before="page"/>'
        '<style:text-properties fo:font-size="2pt" style:font-size-asian="2pt"/></style:style>'
    )
    yield (
        '<style:style style:name="end" style:family="paragraph" style:parent-style-name="body">'
        '<style:text-properties fo:font-size="2pt" style:font-size-asian="2pt"/></style:style>'
    )
    yield (
        '<style:style style:name="bar" style:family="graphic"><style:graphic-properties'
        ' draw:stroke="solid" svg:stroke-color="#000000" draw:fill="solid" draw:fill-color="#bbbbbb"'
        ' style:wrap="run-through" style:vertical-rel="paragraph" style:vertical-pos="from-top"'
        ' style:horizontal-rel="paragraph" style:horizontal-pos="from-left"/></style:style>'
    )
    yield (
        '<style:style style:name="label" style:family="graphic"><style:graphic-properties'
        ' draw:stroke="none" draw:fill="none" fo:border="none" fo:padding="0cm" style:wrap="run-through"'
        ' style:vertical-rel="paragraph" style:vertical-pos="from-top"'
        ' style:horizontal-rel="paragraph" style:horizontal-pos="from-left"/></style:style>'
    )
    yield from writer.automatic
    yield "</office:automatic-styles>"
    yield '<office:master-styles><style:master-page style:name="Standard"'
    yield ' style:page-layout-name="sheet">'
    running = markup.escape(document.running)
    yield f'<style:header><text:p text:style-name="running">{running}</text:p></style:header>'
    number = '<text:page-number text:select-page="current">1</text:page-number>'
    if document.first_page > 1:
        number = f"0{number}"
    footer = document.footer.replace("{n}", number).replace(
        "{of}", "<text:page-count>1</text:page-count>"
    )
    yield f'<style:footer><text:p text:style-name="running">{footer}</text:p></style:footer>'
    yield "</style:master-page></office:master-styles>"


class _Writer:
    """Writes blocks and takes note of the styles that they need."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.automatic: list[str] = []
        self.sizes: set[float] = set()
        self.tables = 0

    start = '<text:p text:style-name="start"/>'

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Text):
            yield (
                f'<text:p text:style-name="{block.style}">'
                f"{markup.escape(block.text, quote=False)}</text:p>"
            )
        elif isinstance(block, Table):
            yield from self.table(block)
        elif isinstance(block, Beside):
            yield from self.beside(block)
        elif isinstance(block, Break):
            yield '<text:p text:style-name="break"/>'
        else:
            yield from self.chart(block)

    def _table_style(self, widths: tuple[float, ...], align: str = "left") -> str:
        self.tables += 1
        name = f"T{self.tables}"
        total = sum(widths)
        self.automatic.append(
            f'<style:style style:name="{name}" style:family="table"><style:table-properties'
            f' style:width="{total:.2f}cm" table:align="{align}" fo:margin-bottom="0.2cm"'
            ' style:may-break-between-rows="true" table:border-model="collapsing"/></style:style>'
        )
        for number, width in enumerate(widths):
            self.automatic.append(
                f'<style:style style:name="{name}.c{number}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width:.2f}cm"/></style:style>'
            )
        for kind, keep in (("cut", "auto"), ("keep", "always")):
            self.automatic.append(
                f'<style:style style:name="{name}.{kind}" style:family="table-row">'
                f'<style:table-row-properties fo:keep-together="{keep}"/></style:style>'
            )
        return name

    def _cell_style(self, name: str, borders: str, middle: bool, colour: str, pad: float) -> str:
        shade = f' fo:background-color="{colour}"' if colour else ""
        align = "middle" if middle else "top"
        self.automatic.append(
            f'<style:style style:name="{name}" style:family="table-cell">'
            f"<style:table-cell-properties {borders}{shade}"
            f' fo:padding-left="0.12cm" fo:padding-right="0.12cm" fo:padding-top="0.08cm"'
            f' fo:padding-bottom="{pad}cm" style:vertical-align="{align}"/></style:style>'
        )
        return name

    def table(self, table: Table) -> Iterator[str]:
        name = self._table_style(table.widths, "center")
        yield f'<table:table table:name="{name}" table:style-name="{name}">'
        for number in range(len(table.widths)):
            yield f'<table:table-column table:style-name="{name}.c{number}"/>'
        grid = _placed([*table.head, *table.body], len(table.widths))
        for number, row in enumerate(grid):
            header = number < len(table.head)
            if table.repeats and number == 0 and table.head:
                yield "<table:table-header-rows>"
            kind = "keep" if table.keep else "cut"
            yield f'<table:table-row table:style-name="{name}.{kind}">'
            for column, cell in enumerate(row):
                if cell is None:
                    yield "<table:covered-table-cell/>"
                    continue
                last = number + cell.rows == len(grid)
                borders = _borders(table, number, header, last, len(table.head), cell.rows)
                middle = header or cell.middle
                pad = 0.2 if table.rules in ("booktabs", "none") else 0.08
                striped = table.zebra and not header and (number - len(table.head)) % 2 == 1
                shade = "#dddddd" if header and table.shaded else "#e4ecf6" if striped else ""
                style = self._cell_style(f"{name}.r{number}.{column}", borders, middle, shade, pad)
                yield from self.cell(cell, style, table.size or self.document.size)
            yield "</table:table-row>"
            if table.repeats and number == len(table.head) - 1:
                yield "</table:table-header-rows>"
        yield "</table:table>"

    def cell(self, cell: Cell, style: str, size: float) -> Iterator[str]:
        self.sizes.add(size)
        spans = f' table:number-columns-spanned="{cell.columns}"' * (cell.columns > 1)
        spans += f' table:number-rows-spanned="{cell.rows}"' * (cell.rows > 1)
        yield f'<table:table-cell table:style-name="{style}" office:value-type="string"{spans}>'
        for paragraph in cell.paragraphs or ("",):
            yield (
                f'<text:p text:style-name="cell-{cell.align}-{size:g}">'
                f"{markup.escape(paragraph, quote=False)}</text:p>"
            )
        yield "</table:table-cell>"

    def beside(self, block: Beside) -> Iterator[str]:
        """Nest the tables in a table without rules."""
        widths = tuple(sum(table.widths) + 0.7 for table in block.tables)
        name = self._table_style(widths)
        style = self._cell_style(f"{name}.nest", 'fo:border="none"', False, False, 0)
        yield f'<table:table table:name="{name}" table:style-name="{name}">'
        for number in range(len(widths)):
            yield f'<table:table-column table:style-name="{name}.c{number}"/>'
        yield f'<table:table-row table:style-name="{name}.cut">'
        for table in block.tables:
            yield f'<table:table-cell table:style-name="{style}" office:value-type="string">'
            yield from self.table(table)
            yield '<text:p text:style-name="body"/></table:table-cell>'
        yield "</table:table-row></table:table>"

    def chart(self, chart: Chart) -> Iterator[str]:
        """Draw the bars with what they stand for, all held by one paragraph with room below it."""
        yield '<text:p text:style-name="room">'
        for index, (label, height) in enumerate(chart.bars):
            x = 1 + index * 3
            yield (
                f'<draw:rect text:anchor-type="paragraph" draw:style-name="bar" svg:width="1.4cm"'
                f' svg:height="{height / 10}cm" svg:x="{x}cm" svg:y="{6.5 - height / 10}cm"/>'
                f'<draw:frame text:anchor-type="paragraph" draw:style-name="label" svg:width="2cm"'
                f' svg:height="0.6cm" svg:x="{x}cm" svg:y="6.6cm"><draw:text-box>'
                f'<text:p text:style-name="body">{markup.escape(label)}</text:p>'
                "</draw:text-box></draw:frame>"
            )
        yield "</text:p>"


def _placed(rows: list[tuple[Cell, ...]], width: int) -> list[list[Cell | None]]:
    """Return the grid of a table: the cell where it begins, None where another one reaches."""
    grid: list[list[Cell | None]] = [[None] * width for _ in rows]
    taken = [[False] * width for _ in rows]
    for number, row in enumerate(rows):
        cells = iter(row)
        for column in range(width):
            if taken[number][column]:
                continue
            cell = next(cells)
            grid[number][column] = cell
            for down in range(cell.rows):
                for across in range(cell.columns):
                    taken[number + down][column + across] = True
    return grid


def _borders(table: Table, row: int, header: bool, last: bool, heads: int, spanned: int) -> str:
    """Return the borders of a cell as attributes."""
    line = BORDERS[table.rules]
    if table.rules == "none":
        return 'fo:border="none"'
    if table.rules == "horizontal":
        return f'fo:border-top="{line}" fo:border-bottom="{line}" fo:border-left="none" fo:border-right="none"'
    if table.rules == "booktabs":
        above = row == 0 or row == heads
        below = last or (header and row + spanned == heads)
        top = line if above else "none"
        bottom = line if below else "none"
        return f'fo:border-top="{top}" fo:border-bottom="{bottom}" fo:border-left="none" fo:border-right="none"'
    wide = ' style:border-line-width="0.018cm 0.04cm 0.018cm"' * (table.rules == "double")
    return f'fo:border="{line}"{wide}'
