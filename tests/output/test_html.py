"""HTML of pages: text is escaped, each language in its place, tables and lists are whole."""

from __future__ import annotations

import pytest

from pipeline.checks.texts import Language
from pipeline.output import html
from pipeline.output.html import BOTH
from tests.output.reports import acting, acts

ENGLISH, CHINESE = Language
ESCAPED = [
    pytest.param("<b>", "&lt;b&gt;", id="tag"),
    pytest.param("a & b", "a &amp; b", id="ampersand"),
    pytest.param("\"'", "&quot;&#x27;", id="quotes"),
    pytest.param("&lt;", "&amp;lt;", id="already-escaped"),
    pytest.param("達成率100％", "達成率100％", id="plain"),
    pytest.param("a\nb", "a\nb", id="line-end-stays"),
    pytest.param("\u202ex", r"\u202ex", id="turned"),
    pytest.param("", "", id="empty"),
]


@pytest.mark.parametrize(("text", "escaped"), ESCAPED)
def test_escape(text: str, escaped: str) -> None:
    assert html.escape(text) == escaped


@acting
def test_nothing_acts(text: str) -> None:
    for shown in (
        html.whole_page(text, html.escape(text), BOTH),
        html.table_html(["x"], [f"<tr><td>{html.escape(text)}</td></tr>"], text),
        html.in_languages((text, text), BOTH),
    ):
        assert not acts(shown, "\n\t")
        assert "<script" not in shown


PAGES = [
    pytest.param(None, BOTH, "zh-Hant-TW", id="both"),
    pytest.param(ENGLISH, (ENGLISH,), "en", id="english"),
    pytest.param(CHINESE, (CHINESE,), "zh-Hant-TW", id="chinese"),
]


@pytest.mark.parametrize(("asked", "languages", "tag"), PAGES)
def test_a_page_is_in_the_language_asked_for(
    asked: Language | None, languages: html.Languages, tag: str
) -> None:
    assert html.page_languages(asked) == languages
    assert f'<html lang="{tag}">' in html.whole_page("t", "b", languages)


def test_a_text_by_a_function_of_the_language() -> None:
    told = html.in_languages(lambda language: f"<{language}>", BOTH)
    assert told == '&lt;zh-TW&gt; <span class="also" lang="en">&lt;en&gt;</span>'


def test_lists_and_tables() -> None:
    assert html.pairs_html([("a", "b")]) == "<dl><dt>a</dt><dd>b</dd></dl>"
    table = html.table_html(["h"], ["<tr><td>1</td></tr>"], "label")
    assert table.count('<th scope="col">') == table.count("<tr><td>") == 1
    assert 'aria-label="label"' in table
