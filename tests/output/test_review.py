"""The review pages: what they show, and that a document's text cannot break out of them."""

import html.parser
import re
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.checks.records import Report
from pipeline.checks.texts import Language
from pipeline.errors import Status
from pipeline.output import review
from pipeline.output.entries import Entry
from pipeline.run import file_report
from tests.output.reports import acting, acts, hostile_report
from tests.typed_rows import judged, row

REPORT = next((Path(__file__).parents[2] / "samples").glob("106*.pdf"))


def pages(tmp_path: Path, *shown: Report) -> dict[str, str]:
    entries = (Entry.pack(report, review.review_page(report)) for report in shown)
    list(review.write_review(entries, tmp_path, shown[0].language))
    return {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}


class Tags(html.parser.HTMLParser):
    """The tags of a page, its ids and links, and what is left open at its end."""

    EMPTY = ("meta", "br")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        told = dict(attrs)
        self.ids += [told["id"]] if told.get("id") else []
        self.links += [told["href"]] if told.get("href") else []
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def sample() -> Report:
    return file_report.read_report(REPORT, REPORT.name)


def test_each_document_has_a_page_with_its_findings(tmp_path) -> None:
    report = file_report.read_report(REPORT, REPORT.name)
    written = pages(tmp_path, report)
    assert set(written) == {"index.html", "0001.html"}
    assert REPORT.name in written["index.html"]
    page = written["0001.html"]
    assert "419 / 450 * 100" in page
    assert "<mark>80％</mark>" in page
    assert page.count("<details id=") == len(report.rows)


@pytest.mark.parametrize("language", [None, *Language])
def test_pages_are_whole_and_lead_nowhere_else(tmp_path, language: Language | None) -> None:
    written = pages(tmp_path, replace(sample(), language=language))
    for page in written.values():
        tags = Tags(page)
        assert tags.open == []
        assert not {"script", "link", "img", "iframe", "object"} & set(tags.names)
        assert "url(" not in page
        assert len(set(tags.ids)) == len(tags.ids)
        for link in tags.links:
            name, _, mark = link.partition("#")
            assert not name or name in written
            assert not mark or mark in tags.ids
        assert tags.names.count("h1") == tags.names.count("main") == 1


def test_findings_come_first_and_the_gravest_of_them(tmp_path) -> None:
    page = pages(tmp_path, sample())["0001.html"]
    levels = re.findall('<article class="([a-z]+)"', page)
    assert levels == sorted(levels, key=["error", "warning", "note"].index)
    assert len(levels) == sum(check.level.rank > 0 for check in sample().checks)
    assert page.index("<article") < page.index("<table") < page.index("<details")


def test_a_page_is_in_both_languages_or_in_the_one_asked_for(tmp_path) -> None:
    in_both, english, chinese = (
        pages(tmp_path / name, replace(sample(), language=language))
        for name, language in (("both", None), ("en", Language.ENGLISH), ("zh", Language.CHINESE))
    )
    said = ("all targets are said to be met, but one is not", "稱各項目標均達成，惟其中有未達成者")
    for name in ("0001.html", "index.html"):
        assert 'lang="zh-Hant-TW">' in in_both[name]
        assert 'lang="zh-Hant-TW">' in chinese[name]
        assert '<html lang="en">' in english[name]
        assert "warnings" in english[name] or "Findings" in english[name]
    assert all(text in in_both["0001.html"] for text in said)
    assert [text in english["0001.html"] for text in said] == [True, False]
    assert [text in chinese["0001.html"] for text in said] == [False, True]
    assert 'class="also"' not in english["0001.html"] + chinese["0001.html"]


def test_an_input_that_was_not_read_says_why(tmp_path) -> None:
    written = pages(
        tmp_path, Report("a.pdf", "", Status.DAMAGED, "a.pdf: <broken>", warnings=("odd",))
    )
    for page in written.values():
        assert "damaged" in page
        assert "&lt;broken&gt;" in page
    assert "odd" in written["0001.html"]
    assert "無。" in written["0001.html"]


def test_marks_that_turn_text_are_shown(tmp_path) -> None:
    indicators, checks = judged("400件", "三、年度目標值及達成率：\u202e實際500件，達成率115％。")
    told = Report(
        "\u202ea.pdf",
        "",
        Status.OK,
        rows=(row("\u202e400件", "x"),),
        indicators=indicators,
        checks=checks,
    )
    for page in pages(tmp_path, told).values():
        assert "\u202e" not in page
        assert r"\u202ea.pdf" in page


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "&lt;b&gt;"]
)
def test_text_is_escaped(tmp_path, text) -> None:
    indicators, checks = judged("400件", f"三、年度目標值及達成率：{text}實際500件，達成率115％。")
    report = Report(
        text, "0" * 64, Status.OK, text, (text,), 1, 105, text, text, "text",
        (row(text, text),), indicators, checks,
    )  # fmt: skip
    for page in pages(tmp_path, report).values():
        assert not {"script", "img"} & set(Tags(page).names)
        assert "<script>alert" not in page
        assert "<img" not in page


@acting
def test_nothing_acts(tmp_path: Path, text: str) -> None:
    shown = hostile_report(text)
    list(review.write_review([Entry.pack(shown, review.review_page(shown))], tmp_path))
    for path in tmp_path.iterdir():
        page = path.read_text(encoding="utf-8")
        assert not acts(page)
        assert "<script" not in page
