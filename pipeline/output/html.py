"""Texts -> HTML: the frame of a page, tables and lists, and words in one language or two.

Text of a document is escaped wherever it goes, and what would turn or hide the text around it is
shown as its code point. The pages load nothing and run no script; they are made to be read by a
screen reader, on a telephone and on paper as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.checks import Language, Message, TextKey
from pipeline.output.visible_text import escape_lines

Languages = tuple[Language, ...]
BOTH: Languages = (Language.CHINESE, Language.ENGLISH)
_PLACES = {language: place for place, language in enumerate(Language)}
"""Which of two texts is in a language."""
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
)  # as `html.escape`, without the 2,231 named characters that `html` loads
_TAGS = {Language.CHINESE: "zh-Hant-TW", Language.ENGLISH: "en"}
STYLE = """
:root { color-scheme: light; --line: #ccc; --quiet: #595959; --error: #a8001c; --warning: #7a4d00;
  --note: #1d4f91; }
* { box-sizing: border-box; }
body { font: 16px/1.65 "Noto Sans TC", "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC",
  sans-serif; margin: 0 auto; max-width: 64rem; padding: 1rem 1.25rem 4rem; color: #222; }
h1 { font-size: 1.5rem; line-height: 1.35; overflow-wrap: anywhere; margin: .5rem 0; }
.scroll, h1 + dl { margin-top: .75rem; }
h2 { font-size: 1.2rem; margin: 2rem 0 .75rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 0; }
a { color: #0b4fa0; } a:focus-visible, summary:focus-visible, .scroll:focus-visible {
  outline: 3px solid #0b4fa0; outline-offset: 2px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin: 0; }
.also { color: var(--quiet); font-size: .875em; font-weight: normal; }
.quiet { color: var(--quiet); } .hash { overflow-wrap: anywhere; font-size: .8rem; }
code { font-family: "Noto Sans Mono CJK TC", Consolas, monospace; font-size: .95em;
  overflow-wrap: anywhere; }
mark { background: #ffe28a; color: inherit; text-decoration: underline; text-decoration-thickness: 2px;
  text-underline-offset: 3px; padding: 0 .1em; }
blockquote { margin: .5rem 0; padding: .4rem .75rem; background: #f6f6f6; overflow-wrap: anywhere; }
article { border: 1px solid var(--line); border-left-width: 6px; border-radius: 4px;
  padding: .6rem .9rem; margin: 0 0 .9rem; break-inside: avoid; }
article.error { border-left-color: var(--error); } article.warning { border-left-color: var(--warning); }
article.note { border-left-color: var(--note); }
.error .level { color: var(--error); } .warning .level { color: var(--warning); }
.note .level { color: var(--note); } .level { font-weight: bold; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .25rem 0; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
thead th { background: #f0f0f0; } .n { text-align: right; white-space: nowrap; }
td.text { min-width: 9rem; overflow-wrap: anywhere; } td.text code { white-space: normal; }
tr.error > :first-child { box-shadow: inset 4px 0 var(--error); }
tr.warning > :first-child { box-shadow: inset 4px 0 var(--warning); }
details { border-bottom: 1px solid var(--line); content-visibility: auto;
  contain-intrinsic-size: auto 2.4rem; }
summary { padding: .35rem 0; cursor: pointer; overflow-wrap: anywhere; }
details dd { white-space: pre-wrap; } details dl { padding: 0 0 .75rem 1rem; }
@media (max-width: 40rem) { dl { grid-template-columns: 5.5rem 1fr; gap: .25rem .5rem; }
  body { padding: .5rem .75rem 3rem; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } nav { display: none; }
  a { color: inherit; text-decoration: none; } .scroll { overflow: visible; }
  details { content-visibility: visible; } thead { display: table-header-group; }
  tr { break-inside: avoid; } mark, article { print-color-adjust: exact; } }
"""


def page_languages(asked: Language | None) -> Languages:
    """Return the languages of a page: the one that was asked for, else both."""
    return BOTH if asked is None else (asked,)


def whole_page(title: str, body: str, languages: Languages) -> str:
    """Return a whole page; ``title`` is escaped here, ``body`` is HTML."""
    return (
        f'<!doctype html>\n<html lang="{_TAGS[languages[0]]}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n{body}\n</html>\n"
    )


def escape(text: str) -> str:
    """Return a text escaped for HTML, with nothing in it that hides or turns what is around it."""
    shown = text if text.isprintable() else escape_lines(text)
    # Few texts hold any of these, and looking for one character costs less than for several.
    if "<" in shown or "&" in shown or '"' in shown or "'" in shown or ">" in shown:
        return shown.translate(_ESCAPES)
    return shown


def in_languages(texts: Sequence[str] | Callable[[Language], str], languages: Languages) -> str:
    """Return a text in the languages of the page; ``texts`` are English and Chinese, or a function.

    >>> in_languages(("rows", "列"), BOTH)
    '列 <span class="also" lang="en">rows</span>'
    >>> in_languages(("rows", "列"), (Language.ENGLISH,))
    'rows'
    """
    in_each = (
        map(texts, languages) if callable(texts) else [texts[_PLACES[one]] for one in languages]
    )
    first, *others = map(escape, in_each)
    for other in others:
        first += f' <span class="also" lang="en">{other}</span>'
    return first


def message_html(message: Message, languages: Languages) -> str:
    """Return a message in the languages of the page."""
    return (
        in_languages(message.text, languages) if message.fields else _label(message.key, languages)
    )


@lru_cache(256)
def _label(key: TextKey, languages: Languages) -> str:
    """Return a message in which nothing of a document stands."""
    return in_languages(Message(key).text, languages)


def table_html(heads: Iterable[str], lines: Iterable[str], label: str) -> str:
    """Return a table that is wheeled sideways where it is too wide; ``heads`` are HTML."""
    return "\n".join(table_lines(heads, lines, label))


def table_lines(heads: Iterable[str], lines: Iterable[str], label: str) -> Iterator[str]:
    """Yield the lines of a `table_html`."""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    yield f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(label)}">'
    yield f"<table><thead><tr>{head}</tr></thead>\n<tbody>"
    yield from lines
    yield "</tbody></table></div>"


def pairs_html(entries: Iterable[tuple[str, str]]) -> str:
    """Return names with what they stand for; both are HTML."""
    return "<dl>" + "".join([f"<dt>{name}</dt><dd>{text}</dd>" for name, text in entries]) + "</dl>"
