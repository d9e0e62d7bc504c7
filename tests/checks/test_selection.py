"""Which findings count: rules chosen by code, and findings that were accepted before."""

import json
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.checks.rules import RULES
from pipeline.checks.selection import Selection, parse_codes
from tests.typed_rows import judged

REPORT = next((Path(__file__).parents[2] / "samples").glob("105*.pdf"))

CHOSEN = [
    pytest.param(None, None, set(RULES), id="all"),
    pytest.param("R101", None, {"R101"}, id="one"),
    pytest.param("r101, R2", None, {"R101", "R201", "R202", "R210"}, id="prefix-and-space"),
    pytest.param("R1", "R11,R12,R13,R14", {"R101", "R102", "R103", "R104", "R105"}, id="both"),
    pytest.param("R140,R101", None, {"R101", "R140"}, id="one-is-never-reported"),
]


@pytest.mark.parametrize(("select", "ignore", "left"), CHOSEN)
def test_codes(select: str | None, ignore: str | None, left: set[str]) -> None:
    assert parse_codes(select, ignore) == left


WRONG = [
    pytest.param(["--select", "X9"], "X9", id="unknown"),
    pytest.param(["--ignore", "R101,X"], "X", id="unknown-second"),
    pytest.param(["--select", "R101,"], "empty", id="empty"),
    pytest.param(["--select", ""], "empty", id="empty-list"),
    pytest.param(["--ignore", "R"], "all that is selected", id="all-ignored"),
    pytest.param(["--select", "R101", "--ignore", "R1"], "all that is selected", id="none-left"),
    pytest.param(["--select", "R5"], "never reported: R501, R502", id="not-checked-yet"),
    pytest.param(["--select", "R140"], "never reported: R140", id="no-finding"),
]


@pytest.mark.parametrize("command", ["check", "run"])
@pytest.mark.parametrize(("options", "named"), WRONG)
def test_an_unknown_code_ends_the_run(tmp_path, capsys, command, options, named) -> None:
    output = ["-o", str(tmp_path / "out")] if command == "run" else []
    assert cli.main([command, str(REPORT), *options, *output]) == 2
    assert named in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


ENDINGS = [
    pytest.param(["--select", "R104"], 0, {"R104"}, id="a-warning-does-not-fail"),
    pytest.param(["--select", "R104", "--fail-on", "warning"], 1, {"R104"}, id="a-warning-may-fail"),
    pytest.param(["--ignore", "R101,R103"], 0, {"R104", "R120", "R210"}, id="errors-ignored"),
    pytest.param(["--select", "R10"], 1, {"R101", "R103", "R104"}, id="prefix"),
]  # fmt: skip


@pytest.mark.parametrize(("options", "status", "shown"), ENDINGS)
def test_check_shows_and_counts_what_was_chosen(capsys, options, status, shown) -> None:
    assert cli.main(["check", str(REPORT), "--format", "json", *options]) == status
    streams = capsys.readouterr()
    assert {finding["code"] for finding in json.loads(streams.out)} == shown
    told = streams.err.splitlines()[-1]
    assert {code for code in RULES if code in told} == shown


def test_run_writes_everything_whatever_was_chosen(tmp_path) -> None:
    given = [
        ["run", str(REPORT), "-o", str(tmp_path / "a"), "--fail-on", "error", "--ignore", "R1,R2"],
        ["run", str(REPORT), "-o", str(tmp_path / "b"), "--fail-on", "error"],
    ]
    assert [cli.main(arguments) for arguments in given] == [0, 1]
    written = [(tmp_path / name / "checks.csv").read_bytes() for name in ("a", "b")]
    assert written[0] == written[1]


def test_a_lesser_finding_shows_where_the_gravest_is_ignored() -> None:
    sentence = "三、年度目標值及達成率：目標值125次，實際156次，達成率110％。"
    _, (check,) = judged("130次以上", sentence)
    report = _report(check)
    (left,) = Selection(parse_codes(None, "R101")).apply(report).checks
    assert [finding.code for finding in check.findings] == ["R101", "R401"]
    assert left.finding is not None
    assert (left.finding.code, left.message) == ("R401", str(left.finding.message))


def _report(check):
    from pipeline.checks.records import Report

    return Report("a.pdf", "", "ok", checks=(check,))


def accepted(path: Path, capsys, *options: str) -> Path:
    cli.main(["check", str(REPORT), "--format", "json", *options])
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    return path


def test_what_was_accepted_is_neither_shown_nor_counted(tmp_path, capsys) -> None:
    known = accepted(tmp_path / "known.json", capsys)
    assert cli.main(["check", str(REPORT), "--baseline", str(known), "--fail-on", "note"]) == 0
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "0 findings (0 to look at)" in streams.err
    assert "no findings" in streams.err
    assert "not found any more" not in streams.err


def test_what_is_not_in_the_baseline_is_shown(tmp_path, capsys) -> None:
    known = accepted(tmp_path / "known.json", capsys, "--ignore", "R103")
    assert cli.main(["check", str(REPORT), "--baseline", str(known), "--format", "json"]) == 1
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)] == ["R103"]


def test_places_and_messages_do_not_matter_but_the_stated_rate_does(tmp_path, capsys) -> None:
    known = accepted(tmp_path / "known.json", capsys)
    findings = json.loads(known.read_text("utf-8"))
    for finding in findings:
        finding |= {"place": None, "message": "", "label": "", "level": "error"}
    changed = next(finding for finding in findings if finding["code"] == "R103")
    changed["stated"] = "10.6"
    known.write_text(json.dumps(findings), "utf-8")
    cli.main(["check", str(REPORT), "--baseline", str(known), "--format", "json"])
    streams = capsys.readouterr()
    assert [finding["code"] for finding in json.loads(streams.out)] == ["R103"]
    assert "1 accepted finding not found any more" in streams.err


def test_a_finding_is_accepted_as_often_as_it_is_listed(tmp_path, capsys) -> None:
    known = accepted(tmp_path / "known.json", capsys, "--select", "R103")
    text = (tmp_path / "twice.json", json.loads(known.read_text("utf-8")) * 2)
    text[0].write_text(json.dumps(text[1]), "utf-8")
    cli.main(["check", str(REPORT), "--baseline", str(text[0]), "--select", "R103"])
    assert "1 accepted finding not found any more" in capsys.readouterr().err


UNREADABLE = [
    pytest.param(None, "No such file", id="missing"),
    pytest.param(b"", "not JSON", id="empty"),
    pytest.param(b"{", "not JSON", id="broken"),
    pytest.param(b"\xff\xfe[\x00]\x00", "not UTF-8", id="utf16"),
    pytest.param(b"{}", "must be a list", id="no-list"),
    pytest.param(b"[1]", "finding 1: must be an object", id="no-object"),
    pytest.param(b'[{"document": "a"}]', "finding 1: row is missing", id="no-row"),
    pytest.param(b'[{"document": "a", "row": "1"}]', "finding 1: row cannot be '1'", id="row-text"),
    pytest.param(b"[" * 100_000, "", id="deep"),
    pytest.param(b"[" + b"1" * 5000 + b"]", "not JSON", id="endless-number"),
]


@pytest.mark.parametrize(("content", "reason"), UNREADABLE)
def test_a_baseline_that_cannot_be_read(tmp_path, capsys, content, reason) -> None:
    path = tmp_path / "known.json"
    if content is not None:
        path.write_bytes(content)
    assert cli.main(["check", str(REPORT), "--baseline", str(path)]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "known.json" in streams.err
    assert reason in streams.err
