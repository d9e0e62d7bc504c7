"""Lines of a page -> the headers of its performance tables, and the parts set side by side.

Neighbouring lines are tried as one header, the fewest that name the most columns; lines that make a
wrapped word stand in the middle are added.

>>> def piece(text, x0, top):
...     return Piece(x0, top, x0 + 10 * len(text), top + 10, text, ())
>>> texts = ("衡量指標", "目標值", "實際值") * 2
>>> header = tuple(piece(text, 60 * n, 20) for n, text in enumerate(texts))
>>> sheet = Sheet([(piece("績效報告", 50, 0),), header], (), (), ())
>>> [band] = find_bands(sheet)
>>> band.first, band.end, len(band.words)
(1, 2, 6)
>>> [[word.text for word in part.words] for part in split_band(sheet, band)]
[['衡量指標', '目標值', '實際值'], ['衡量指標', '目標值', '實際值']]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

import regex

from pipeline.patterns import late
from pipeline.tables import header_words, year_words
from pipeline.tables.header_tokens import split_tokens, strip_header
from pipeline.tables.unruled import header_bands
from pipeline.tables.unruled.header_bands import Band, Group
from pipeline.tables.unruled.ink import Piece, Sheet, Span, subtract_span

HEADER_STEP = 2.4  # the lines of a header are no further apart, middle to middle, in characters
DEPTH = 6  # lines in a header
_IN_BRACKETS = late(r"(?: [(（] [^()（）]{1,4} [)）] )+", regex.VERBOSE)


def find_bands(sheet: Sheet) -> Iterator[Band]:
    """Yield the headers of a page, top to bottom."""
    strips = sheet.strips
    at = 0
    while at < len(strips):
        band = _band_at(sheet, at) if _may_open(strips[at]) else None
        if band is None:
            at += 1
            continue
        yield band
        at = band.end


def _may_open(strip: Sequence[Piece]) -> bool:
    """Tell whether a line may be one of a header: some short pieces, of letters of header words."""
    text = "".join(piece.text for piece in strip)
    if (
        not 2 <= len(text) <= 120
        or max(len(piece.text) for piece in strip) > header_words.LONGEST_CELL
    ):
        return False
    if len(strip) > 1 and 2 * sum(map(_is_of_headers, strip)) >= len(strip):
        return True
    if len(strip) > 2 and (
        year_words.read_header_year(strip[-1].text) or header_words.column_role(strip[0].text)
    ):
        return True
    return 3 * sum(char in header_bands.LETTERS for char in text) >= len(text)


def _is_of_headers(piece: Piece) -> bool:
    """Tell whether a piece is no more than words of headers, as the first line of one: 截至6月底止."""
    return bool(split_tokens(strip_header(piece.text).word))


def _band_at(sheet: Sheet, at: int) -> Band | None:
    """Return the best header whose first line is this one, or of which it is the second line."""
    best: Band | None = None
    for end in range(at + 1, min(at + DEPTH, len(sheet.strips)) + 1):
        if end > at + 1 and _is_parted(sheet, at, end - 1):
            break
        band = header_bands.read_band(sheet, at, end)
        if band.is_header() and (best is None or _is_better(band, best, sheet)):
            best = band
    if best is None:
        return None
    # What begins one line further down may be the header alone, under a line that is none.
    lower = None
    if not _is_part_of_header(sheet.strips[at], best) and at + 1 < best.end:
        lower = _band_at(sheet, at + 1)
    if lower and lower.known >= best.known:
        return lower
    return _with_units(sheet, _completed(sheet, best))


def _with_units(sheet: Sheet, band: Band) -> Band:
    """Add what stands below, if it is no more than units of the words above it: （％）."""
    for end in range(band.end + 1, min(band.end + 2, len(sheet.strips)) + 1):
        if _is_parted(sheet, band.first, end - 1):
            break
        below = (piece for strip in sheet.strips[band.end : end] for piece in strip)
        if _IN_BRACKETS.fullmatch("".join(piece.text for piece in below)):
            wider = header_bands.read_band(sheet, band.first, end)
            return wider if wider.roles == band.roles and wider.is_header() else band
    return band


def _completed(sheet: Sheet, band: Band) -> Band:
    """Add the lines above and below that make a wrapped word stand in the middle of the header."""
    known = [word.middle for word in band.words if word.role]
    if band.groups or not known:
        return band
    centre = median(known)
    for first, end in (
        (band.first - 1, band.end + 1),
        (band.first - 1, band.end),
        (band.first, band.end + 1),
    ):
        if first < 0 or end > len(sheet.strips):
            continue
        wider = header_bands.read_band(sheet, first, end)
        if len(wider.words) < len(band.words) or not wider.is_header():
            continue
        known_pieces = {word.pieces for word in band.words}
        more = [word for word in wider.words if word.pieces not in known_pieces]
        level = all(
            len(word.pieces) > 1 and abs(word.middle - centre) < 0.3 * band.em for word in more
        )
        if level and wider.known >= band.known:
            return wider
    return band


def _is_part_of_header(strip: Sequence[Piece], band: Band) -> bool:
    """Tell whether the first line of a header is part of it, rather than a title over it."""
    grouped = {group.piece for group in band.groups}
    wrapped = {
        piece
        for word in band.words
        if word.role and len(word.pieces) > 1
        for piece in word.pieces
        if min(p.middle for p in word.pieces if p != piece) - piece.middle < 1.5 * piece.em
    }
    return all(piece in grouped or piece in wrapped for piece in strip)


def _is_parted(sheet: Sheet, first: int, at: int) -> bool:
    """Tell whether a line is too far below those of a header, or a rule parts it from them."""
    above = sheet.strips[at - 1]
    below = sheet.strips[at]
    em = max(piece.em for piece in above)
    if min(p.middle for p in below) - max(p.middle for p in above) > HEADER_STEP * em:
        return True
    pieces = [piece for strip in sheet.strips[first : at + 1] for piece in strip]
    x0, x1 = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    return sheet.crossed(max(p.middle for p in above), min(p.middle for p in below), x0, x1)


def _is_better(band: Band, best: Band, sheet: Sheet) -> bool:
    """Tell whether a header of more lines is the better one.

    It is if it names more columns, or as many and each piece of the lines that it adds is part of a
    known word: 目標達成度 over (%).
    """
    if band.known != best.known:
        return band.known > best.known
    if len(band.words) != len(best.words) or len(band.groups) < len(best.groups):
        return False
    added = {piece for strip in sheet.strips[best.end : band.end] for piece in strip}
    pairs = zip(band.words, band.roles, strict=True)
    return all(role for word, role in pairs if added.intersection(word.pieces))


def split_band(sheet: Sheet, band: Band) -> Iterator[Band]:
    """Yield the headers of tables side by side: the same words all over again."""
    texts = [word.text for word in band.words]
    size = next(
        (n for n in range(3, len(texts) // 2 + 1) if texts == texts[:n] * (len(texts) // n)),
        len(texts),
    )
    for start in range(0, len(texts), size):
        end = start + size
        groups = (g for g in band.groups if start <= g.first and g.last < end)
        yield Band(
            band.first,
            band.end,
            band.words[start:end],
            tuple(Group(g.piece, g.first - start, g.last - start) for g in groups),
            band.roles[start:end],
            _limits(sheet, band, start, end),
        )


def _limits(sheet: Sheet, band: Band, start: int, end: int) -> Span:
    """Return the ends of the part of the page that belongs to some of the columns."""
    low = _between(sheet, band, start) if start else float("-inf")
    high = _between(sheet, band, end) if end < len(band.words) else float("inf")
    return low, high


def _between(sheet: Sheet, band: Band, at: int) -> float:
    """Return where one of two tables side by side ends: at a gap in the rules, or at the white."""
    low, high = band.words[at - 1].x1, band.words[at].x0
    free = [(low, high)]
    top, bottom = band.words[at].top - 3 * band.em, band.bottom + 3 * band.em
    for height, left, right in sheet.horizontal:
        if top <= height <= bottom:
            free = subtract_span(free, left, right)
    kept = free or [(low, high)]
    for strip in sheet.strips[band.end :]:
        fewer = kept
        for piece in strip:
            fewer = subtract_span(fewer, piece.x0, piece.x1)
        if not any(b - a > 1 for a, b in fewer):
            break
        kept = fewer
    low, high = max(kept, key=lambda span: span[1] - span[0])
    return (low + high) / 2
