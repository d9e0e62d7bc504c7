"""Every writer with hostile names and texts: nothing runs, turns or moves where it is shown."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.checks.records import Report
from pipeline.errors import DocumentError, Status, UsageError
from pipeline.output import findings, review, tables
from pipeline.output.entries import Entry
from pipeline.output.file_summary import FileSummary
from pipeline.output.formats import TABLE_FORMATS
from pipeline.output.schema import SCHEMAS
from pipeline.output.summary_text import Tally, summary_line
from pipeline.run import progress, publishing, remote
from pipeline.run.journal import Journal
from tests.typed_rows import judged, row

ROOT = Path(__file__).parents[2]
SAMPLE = next((ROOT / "samples").glob("105*.pdf"))
ACTING = [
    pytest.param("\x1b[2J\x1b]0;own\x07", id="ansi"),
    pytest.param("\x9b31m", id="c1"),
    pytest.param("\u202egnp.exe\u2066\u200f", id="bidi"),
    pytest.param("a\x00b\x08\x7f", id="control"),
    pytest.param("a\r\nb\u2028c\u2029d\x85e", id="line-ends"),
    pytest.param("<script>alert(1)</script>\"'&amp;", id="html"),
    pytest.param("::error::x%0A::set-output name=a::b", id="workflow-command"),
    pytest.param("\ud800half\udfff", id="half-pairs"),
    pytest.param("../../etc/passwd", id="path"),
    pytest.param("=cmd|'/C calc'!A0", id="formula"),
]  # fmt: skip
acting = pytest.mark.parametrize("text", ACTING)


def report(text: str) -> Report:
    """Return a report that has this text wherever a document can bring one along."""
    indicators, checks = judged("400件", f"三、年度目標值及達成率：{text}實際500件，達成率115％。")
    return Report(
        text, "0" * 64, Status.OK, text, (text,), 1, 105, text, text, "text",
        (row(text, text),), indicators, checks, {}, text.encode("utf-8", "replace").decode(),
    )  # fmt: skip


def acts(text: str, allowed: str = "\n") -> list[str]:
    """Return the characters that would act on a terminal, or on who reads the text."""
    return [
        char
        for char in text
        if char not in allowed and (unicodedata.category(char)[0] == "C" or char in "\u2028\u2029")
    ]


@acting
@pytest.mark.parametrize("form", findings.FORMATS)
def test_formats_of_check(text: str, form: str) -> None:
    printed = "\n".join(findings.FORMATS[form]([report(text)]))
    assert printed
    assert not acts(printed)
    if form in ("json", "sarif"):
        assert "R10" in json.dumps(json.loads(printed))
    if form == "github":
        assert re.fullmatch(r"(::(error|warning|notice) [^\n]*\n?)+", printed)
    if form == "concise":
        assert len(printed.split("\n")) == sum(c.level.rank > 0 for c in report(text).checks)


@acting
def test_what_is_told_on_the_terminal(text: str) -> None:
    summary = FileSummary.of(report(text))
    tally = Tally([])
    for _ in range(2):
        tally.add(summary, 1.0)
    for printed in (summary_line(summary, verbose=True), tally.told()):
        assert not acts(printed)
    assert len(summary_line(summary, verbose=False).split("\n")) == 3


@acting
def test_review_pages(tmp_path: Path, text: str) -> None:
    shown = report(text)
    list(review.write_review([Entry.of(shown, review.review_page(shown))], tmp_path))
    for path in tmp_path.iterdir():
        page = path.read_text(encoding="utf-8")
        assert not acts(page)
        assert "<script" not in page


@acting
@pytest.mark.parametrize("safe", [False, True], ids=["plain", "excel-safe"])
def test_csv(tmp_path: Path, text: str, safe: bool) -> None:
    shown = report(text)
    entry = Entry.unpack(Entry.of(shown, "").packed)
    list(tables.write_tables([entry], tmp_path, safe=safe))
    for schema in SCHEMAS:
        content = (tmp_path / f"{schema.name}.csv").read_bytes().decode("utf-8-sig")
        assert "\r" not in content
        found = list(csv.DictReader(io.StringIO(content, newline="")))
        assert len(found) == len(list(schema.records(shown)))
        for record in found:
            for column in schema.columns:
                if safe and column.type == "string":
                    assert not record[column.name].startswith(("=", "+", "-", "@", "\t", "\r"))
                elif column.type != "string" and record[column.name]:
                    assert re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", record[column.name])


INERT = [
    pytest.param("=1+1", "'=1+1", id="equals"),
    pytest.param("+886", "'+886", id="plus"),
    pytest.param("-3%", "'-3%", id="minus"),
    pytest.param("@SUM(A1)", "'@SUM(A1)", id="at"),
    pytest.param("\t=1", "'\t=1", id="tab"),
    pytest.param("105年", "105年", id="plain"),
    pytest.param("", "", id="empty"),
    pytest.param("a=1", "a=1", id="inside"),
    pytest.param("＝1", "＝1", id="full-width"),
]


@pytest.mark.parametrize(("cell", "safe"), INERT)
def test_inert(cell: str, safe: str) -> None:
    assert tables.make_inert(cell) == safe


def test_excel_safe_leaves_numbers_and_all_else_alone(tmp_path: Path) -> None:
    for name, more in (("plain", []), ("safe", ["--excel-safe"])):
        assert cli.main(["run", str(ROOT / "samples"), "-o", str(tmp_path / name), *more]) == 0
    for schema in SCHEMAS:
        both = []
        for name in ("plain", "safe"):
            path = tmp_path / name / f"{schema.name}.csv"
            with path.open(encoding="utf-8-sig", newline="") as file:
                both.append(list(csv.reader(file)))
        for plain, safe in zip(*both, strict=True):
            for column, before, after in zip(schema.columns, plain, safe, strict=True):
                runs = column.type == "string" and before.startswith(("=", "+", "-", "@"))
                assert after == (f"'{before}" if runs else before)
    with (tmp_path / "safe" / "checks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert any(record["difference"].startswith("-") for record in csv.DictReader(file))


# --------------------------------------------------------------------------- parquet


def test_parquet_holds_what_the_csv_files_hold(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    for form in ("csv", "parquet"):
        given = ["run", str(ROOT / "samples"), "-o", str(tmp_path / form), "--output-format", form]
        assert cli.main(given) == 0
    for schema in SCHEMAS:
        with (tmp_path / "csv" / f"{schema.name}.csv").open(
            encoding="utf-8-sig", newline=""
        ) as file:
            expected = list(csv.DictReader(file))
        table = parquet.read_table(tmp_path / "parquet" / f"{schema.name}.parquet")
        assert not [field for field in table.schema if str(field.type) not in ("int64", "string")]
        found = [
            {name: "" if value is None else str(value) for name, value in record.items()}
            for record in table.to_pylist()
        ]
        assert found == expected
    package = json.loads((tmp_path / "parquet" / "datapackage.json").read_text("utf-8"))
    assert [resource["path"] for resource in package["resources"]] == [
        f"{schema.name}.parquet" for schema in SCHEMAS
    ]


@pytest.mark.parametrize("name", TABLE_FORMATS)
def test_a_form_is_one_entry(name: str) -> None:
    form = TABLE_FORMATS[name]
    assert (form.name, form.suffix[0]) == (name, ".")
    if form.writer == "pipeline.write.parquet":
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    assert callable(form.load().open_table)


def test_one_form_replaces_the_other(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    for form in ("csv", "parquet", "csv"):
        assert cli.main(["run", str(SAMPLE), "-o", str(tmp_path), "--output-format", form]) == 0
        found = {path.suffix for path in tmp_path.iterdir() if path.stem in ("rows", "checks")}
        assert found == {f".{form}"}


# --------------------------------------------------------------------------- streams


def test_many_reports_take_no_more_memory_than_few(tmp_path: Path) -> None:
    import tracemalloc

    shown = report("x")
    packed = Entry.of(shown, ["y" * 20_000]).packed
    most = []
    for number in (20, 400):
        with Journal(tmp_path / str(number)) as journal:
            journal.put("k" * 64, packed)
            keys = ["k" * 64] * number
            peaks = []
            for _ in range(3):  # threads that other tests left behind may add to one, not to all
                tracemalloc.start()
                publishing.publish(journal, keys, tmp_path / str(number), publishing.OutputStyle())
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.stop()
            most.append(min(peaks))
    # What is left to grow is the list of the pages that are to be moved.
    assert most[1] < most[0] + 400 * 2_000


# --------------------------------------------------------------------------- progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "160")
    with progress.show_progress(2, verbose=False) as shown:
        for text in ("a.pdf", "[bold]\x1b[2Jb.pdf"):
            shown.add(
                FileSummary(text, Status.OK, pages=3, rows=1, findings=((("R101", "error"),),))
            )
    printed = terminal.getvalue()
    assert "2/2" in printed
    assert "6 pages, 2 findings" in printed
    assert "files/s" in printed
    assert "[bold]\\x1b[2Jb.pdf: ok" in printed


def test_lines_elsewhere(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    monkeypatch.setattr(progress, "_EVERY", 0.0)
    with progress.show_progress(2, verbose=False) as shown:
        shown.add(FileSummary("a.pdf", Status.OK, pages=3))
        shown.add(FileSummary("b.pdf", Status.DAMAGED, "b.pdf: broken"))
    told = capsys.readouterr().err.split("\n")
    assert told[0] == "a.pdf: ok"
    assert told[1].startswith("progress: 1 of 2 files, 3 pages, 0 findings, ")
    assert told[2:] == ["b.pdf: damaged: broken", ""]


# --------------------------------------------------------------------------- URLs


@pytest.fixture
def fsspec():
    return pytest.importorskip("fsspec", reason="the extra remote is not installed")


def test_files_below_a_url(tmp_path: Path, fsspec) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.pdf", "sub/a.PDF", "c.csv"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    url = f"file://{tmp_path}"
    out = tmp_path / "out"
    assert cli.main(["run", url, f"{url}/no.pdf", "-o", str(out)]) == 3
    with (out / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        found = {record["document"]: record for record in csv.DictReader(file)}
    assert {name: record["status"] for name, record in found.items()} == {
        "b.pdf": "ok", "no.pdf": "skipped", "sub/a.PDF": "ok",
    }  # fmt: skip
    assert cli.main(["run", str(SAMPLE), "-o", str(tmp_path / "local")]) == 0
    local = (tmp_path / "local" / "checks.csv").read_text("utf-8")
    assert (out / "checks.csv").read_text("utf-8").count("R103") == 2 * local.count("R103")


def test_a_url_in_memory_with_a_pattern(fsspec) -> None:
    files = fsspec.filesystem("memory")
    for name in ("/reports/a.pdf", "/reports/b.txt", "/reports/c.doc"):
        files.pipe(name, b"content")
    found = [
        (name, reason)
        for name, _, reason in remote.list_remote("memory://reports", (".pdf", ".txt"))
    ]
    assert found == [("a.pdf", ""), ("b.txt", "")]
    named = list(remote.list_remote("memory://reports/*.pdf", (".pdf",)))
    assert [name for name, _, _ in named] == ["a.pdf"]
    with remote.fetch(named[0][1]) as copy:
        assert copy.read_bytes() == b"content"
    assert not copy.exists()
    files.rm("/reports", recursive=True)


def test_a_file_that_is_too_large_is_not_fetched(monkeypatch: pytest.MonkeyPatch, fsspec) -> None:
    fsspec.filesystem("memory").pipe("/large.pdf", b"x" * 5000)
    monkeypatch.setattr(remote, "MAX_BYTES", 4000)
    with pytest.raises(DocumentError) as error, remote.fetch("memory://large.pdf"):
        pass
    assert error.value.status == "limit"


def test_a_url_of_no_file_system(tmp_path: Path, capsys, fsspec) -> None:
    assert cli.main(["run", "nonsense://x/y.pdf", "-o", str(tmp_path)]) == 2
    assert "nonsense" in capsys.readouterr().err
    with pytest.raises(UsageError):
        remote.check_url("nonsense://x")
