"""A printed text -> the same text without the spaces that only justify it, and its width.

A space stays between Latin words or figures, and nowhere else.

>>> clean_text("美 國 防")
'美國防'
>>> clean_text("提升 3.5 ％ , open data 與 NGO 團體")
'提升3.5％, open data與NGO團體'
>>> clean_text("1, 2 0 0艘次"), clean_text("計1 2場")
('1,200艘次', '計1 2場')
>>> text_width("目標 A")
6
"""

from __future__ import annotations

import regex

LAST_WESTERN = "\u024f"
"""The last of the characters that set words apart by spaces."""
_WESTERN = regex.compile(rf"[!-~\u00a1-{LAST_WESTERN}]")
_WORD = regex.compile(r"\S+")
_SPACED_FIGURE = regex.compile(r"(?<!\S)[0-9](?:[ ]?[,.])?(?:[ ][0-9](?:[ ]?[,.])?){2,}(?![0-9])")
"""A figure that is letter-spaced: 1, 2 0 0艘次. Two digits may be two figures."""


def clean_text(text: str) -> str:
    """Return a text without the spaces that only justify it."""
    return "".join([text[part] for part in kept_slices(text)]) if _has_space(text) else text


def _has_space(text: str) -> bool:
    return text.split() != [text]


def kept_slices(text: str) -> list[slice]:
    """Return the slices of a text that stay: a space only between Western characters."""
    if _is_spaced_out(text):
        return [slice(at, at + 1) for at, char in enumerate(text) if not char.isspace()]
    spaced_figures = [match.span() for match in _SPACED_FIGURE.finditer(text)]
    kept: list[slice] = []
    first = last = 0  # where the slice that is not among them yet begins and ends
    for word in _WORD.finditer(text):
        start, end = word.span()
        if last:
            before, char = text[last - 1], text[start]
            # A mark that closes hangs on what stands before it ("3.5 ％ ," keeps no space).
            hangs = char in ",;:!?)]}%" or (char == "." and before.isdecimal())
            inside = any(a < start < b for a, b in spaced_figures)
            spaced = is_western(before) and is_western(char) and not hangs and not inside
            if spaced and start == last + 1:
                last = end
                continue
            kept.append(slice(first, last + 1 if spaced else last))
        first, last = start, end
    return [*kept, slice(first, last)]


def _is_spaced_out(text: str) -> bool:
    """Tell whether a space stands between any two characters, as where a line is stretched.

    "8 , 0 5 0 人" is one figure; a few Latin letters ("A B C") may be names.
    """
    words = text.split()
    return (
        len(words) > 2
        and all(len(word) == 1 for word in words)
        and any(not "A" <= word.upper() <= "Z" for word in words)
    )


def is_western(text: str) -> bool:
    """Tell whether a text begins with a character of a script that sets words apart by spaces."""
    return _WESTERN.match(text) is not None


def text_width(text: str) -> int:
    """Return how many half-width columns a text takes."""
    return sum(1 if is_western(char) or char == " " else 2 for char in text)
