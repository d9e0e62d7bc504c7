"""The review pages: what they show, and that a document's text cannot break out of them."""

import html.parser
from pathlib import Path

import pytest

from pipeline import reports
from pipeline.model import Report
from pipeline.write import review
from tests.typed_rows import judged, row

REPORT = next((Path(__file__).parents[1] / "samples").glob("106*.pdf"))


def pages(tmp_path: Path, *shown: Report) -> dict[str, str]:
    list(review.write(shown, tmp_path))
    return {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}


class Tags(html.parser.HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.add(tag)


def test_each_document_has_a_page_with_its_findings(tmp_path) -> None:
    report = reports.report(REPORT, REPORT.name)
    written = pages(tmp_path, report)
    assert set(written) == {"index.html", "0001.html"}
    assert REPORT.name in written["index.html"]
    page = written["0001.html"]
    assert "419 / 450 * 100" in page
    assert "<mark>80％</mark>" in page
    assert page.count("<h2>第") == len(report.rows)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "&lt;b&gt;"]
)
def test_text_is_escaped(tmp_path, text) -> None:
    indicators, checks = judged("400件", f"三、年度目標值及達成率：{text}實際500件，達成率115％。")
    report = Report(
        text, "0" * 64, "ok", text, (text,), 1, 105, text, text, "text",
        (row(text, text),), indicators, checks,
    )  # fmt: skip
    for page in pages(tmp_path, report).values():
        assert not Tags(page).names & {"script", "img", "b"} - {"b"}
        assert "<script>alert" not in page
        assert "<img" not in page
