r"""Text from a document -> text that can be shown: what would act instead of being seen is escaped.

Control characters move a terminal's cursor and colour it, marks that turn the direction of writing
show a reader another text than there is. Both are shown as their code points; so is a character that
no Unicode has, and half a surrogate pair.

>>> escape_line("a\nb\x1b[31m"), escape_lines("a\nb\x1b[31m")
('a\\nb\\x1b[31m', 'a\nb\\x1b[31m')
"""

from __future__ import annotations

import re
import unicodedata

_NOT_ASCII = re.compile(r"[^ -~\n]")


def escape_line(text: str) -> str:
    """Return a text that a terminal shows as it is, on one line."""
    return text if text.isprintable() else _with_code_points(text)


def escape_lines(text: str) -> str:
    """Return the same with the line ends and tabs that it has."""
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _with_code_points(text, but="\n\t")


def escape_json(text: str) -> str:
    """Return a JSON text whose strings hold such characters as escapes; it means the same."""
    return "".join(map(_json_escape, text)) if _NOT_ASCII.search(text) else text


def _is_acting(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] == "C" or category in ("Zl", "Zp")


def _with_code_points(text: str, but: str = "") -> str:
    """Return a text with what acts in it, but for some characters, as code points."""
    acting = [char for char in set(text) if _is_acting(char) and char not in but]
    code_points = {ord(char): char.encode("unicode_escape").decode("ascii") for char in acting}
    return text.translate(code_points) if code_points else text


def _json_escape(char: str) -> str:
    if char == "\n" or not _is_acting(char):
        return char
    pair = char.encode("utf-16-be", "surrogatepass")
    units = (pair[at : at + 2].hex() for at in range(0, len(pair), 2))
    return "".join(f"\\u{unit}" for unit in units)
