"""The commands: what they write, what they print where, and how they end."""

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.output.findings import Screen
from pipeline.output.schema import SCHEMAS

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
REPORT = next(SAMPLES.glob("105*.pdf"))
FILES = [f"{schema.name}.csv" for schema in SCHEMAS]


def documents(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        return {line["document"]: line for line in csv.DictReader(file)}


def truncated(path: Path) -> None:
    content = REPORT.read_bytes()
    path.write_bytes(content[: len(content) // 2])


BAD = [
    pytest.param("empty.pdf", lambda p: p.write_bytes(b""), "damaged", "empty", id="empty"),
    pytest.param("text.pdf", lambda p: p.write_text("達成率100%"), "unsupported", "not a PDF", id="text-as-pdf"),
    pytest.param("cut.pdf", truncated, "partial", "cut short", id="truncated"),
    pytest.param("missing.pdf", lambda p: None, "skipped", "no such file", id="missing"),
    pytest.param("pipe.pdf", os.mkfifo, "skipped", "regular file", id="pipe"),
    pytest.param("latin.txt", lambda p: p.write_bytes(b"a\nb\xff"), "unsupported", "line 2", id="not-utf8"),
    pytest.param("folder", lambda p: p.mkdir(), "skipped", "no PDF", id="empty-folder"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "status", "reason"), BAD)
def test_bad_input_costs_only_itself(tmp_path, capsys, name, make, status, reason) -> None:
    make(tmp_path / name)
    out = tmp_path / "out"
    ended = cli.main(["run", str(tmp_path / name), str(REPORT), "-o", str(out), "--jobs", "1"])
    lines = documents(out)
    assert ended == 3
    assert lines[name]["status"] == status
    assert reason in lines[name]["error"]
    assert name in lines[name]["error"]
    assert lines[REPORT.name]["status"] == "ok"
    assert int(lines[REPORT.name]["checks"]) > 20
    printed = capsys.readouterr()
    assert printed.out == ""
    assert name in printed.err
    assert "Traceback" not in printed.err


def test_a_text_without_a_table_is_read_and_says_so(tmp_path) -> None:
    (tmp_path / "letter.txt").write_text("本局訂於105年9月1日開會。 \n", encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["run", str(tmp_path / "letter.txt"), "-o", str(out)]) == 0
    line = documents(out)["letter.txt"]
    assert (line["status"], bool(line["error"])) == ("no_table", True)


def test_a_folder_is_searched_and_the_same_whatever_the_jobs(tmp_path) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    for path in SAMPLES.glob("*.pdf"):
        shutil.copy(path, folder)
    (folder / "notes.csv").write_text("not an input")
    written = []
    for jobs in ("1", "3"):
        out = tmp_path / f"out{jobs}"
        assert cli.main(["run", str(tmp_path / "in"), "-o", str(out), "--jobs", jobs]) == 0
        written.append({name: (out / name).read_bytes() for name in [*FILES, "datapackage.json"]})
    assert written[0] == written[1]
    assert list(documents(tmp_path / "out1")) == sorted(
        f"deep/{path.name}" for path in SAMPLES.glob("*.pdf")
    )


def test_run_writes_what_the_contract_says(tmp_path) -> None:
    assert cli.main(["run", str(REPORT), "-o", str(tmp_path)]) == 0
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    written = {path for path in written if not path.startswith(".pipeline")}
    assert written == {*FILES, "datapackage.json", "review/index.html", "review/0001.html"}
    for schema in SCHEMAS:
        content = (tmp_path / f"{schema.name}.csv").read_bytes()
        assert content.startswith(b"\xef\xbb\xbf")
        assert b"\r" not in content
        header = content.decode("utf-8-sig").split("\n")[0]
        assert header.split(",") == [column.name for column in schema.columns]


def test_the_data_package_is_valid(tmp_path) -> None:
    frictionless = pytest.importorskip("frictionless")
    cli.main(["run", str(SAMPLES), "-o", str(tmp_path)])
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    assert [task.name for task in report.tasks] == [schema.name for schema in SCHEMAS]


ENDINGS = [
    pytest.param(["check", "{report}"], 1, id="check-finds-errors"),
    pytest.param(["check", "{report}", "--fail-on", "never"], 0, id="check-never-fails"),
    pytest.param(["run", "{report}", "-o", "{out}", "--fail-on", "warning"], 1, id="run-may-fail"),
    pytest.param(["run", "{report}", "-o", "{out}"], 0, id="run-does-not-fail"),
    pytest.param(["explain", "R101"], 0, id="explain"),
    pytest.param(["explain", "r101"], 0, id="explain-in-small-letters"),
    pytest.param(["explain", "R999"], 2, id="no-such-rule"),
]


@pytest.mark.parametrize(("arguments", "status"), ENDINGS)
def test_exit_status(tmp_path, arguments, status) -> None:
    given = [a.format(report=REPORT, out=tmp_path / "out") for a in arguments]
    assert cli.main(given) == status


@pytest.mark.parametrize(
    "arguments",
    [["run"], ["run", "x.pdf", "--jobs", "0"], ["check", "x.pdf", "--format", "xml"], [], ["lint"]],
    ids=["no-input", "no-jobs", "no-such-format", "no-command", "no-such-command"],
)
def test_wrong_usage(arguments) -> None:
    with pytest.raises(SystemExit) as error:
        cli.main(arguments)
    assert error.value.code == 2


def test_check_writes_nothing_and_underlines_the_rate(tmp_path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    cli.main(["check", str(REPORT)])
    printed = capsys.readouterr().out
    assert "5 / 4 * 100 = 125" in printed
    assert "^^^^" in printed
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_formats_tell_every_finding(capsys, form) -> None:
    cli.main(["check", str(REPORT), "--format", form])
    printed = capsys.readouterr().out
    lines = [line for line in printed.split("\n") if "pipeline explain" not in line]
    assert sum("R120" in line for line in lines) == 6
    assert sum("R104" in line for line in lines) == 1


def test_json_and_sarif_are_well_formed(capsys) -> None:
    cli.main(["check", str(REPORT), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    cli.main(["check", str(REPORT), "--format", "sarif"])
    log = json.loads(capsys.readouterr().out)
    results = log["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [finding["code"] for finding in found]
    assert all(result["locations"] for result in results)


def test_a_folder_that_cannot_be_written_is_told(tmp_path, capsys) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    assert cli.main(["run", str(REPORT), "-o", str(tmp_path / "out")]) == 3
    assert "out" in capsys.readouterr().err


def test_an_earlier_output_survives_a_run_that_breaks_off(tmp_path, monkeypatch) -> None:
    from pipeline.run import journaled_batch

    def interrupted(*arguments):
        raise KeyboardInterrupt

    cli.main(["run", str(REPORT), "-o", str(tmp_path)])
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    monkeypatch.setattr(journaled_batch, "read_batch", interrupted)
    assert cli.main(["run", str(REPORT), "-o", str(tmp_path)]) == 130
    after = {path: path.read_bytes() for path in tmp_path.rglob("*.*") if path.is_file()}
    assert after == before


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys; from pipeline import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'pdfplumber', 'pypdfium2', 'regex'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert ended.returncode == 0, ended.stderr


def test_debug_layout_draws_each_page(tmp_path) -> None:
    assert cli.main(["run", str(REPORT), "-o", str(tmp_path), "--debug-layout"]) == 0
    folder = tmp_path / "layout" / "0001"
    assert "-> target" in (folder / "columns.txt").read_text(encoding="utf-8")
    pages = sorted(folder.glob("*.png"))
    assert [page.name for page in pages] == [f"page-{n:04d}.png" for n in range(1, 8)]
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)


TERMINALS = [
    pytest.param(True, {}, True, id="terminal"),
    pytest.param(False, {}, False, id="pipe"),
    pytest.param(True, {"NO_COLOR": "1"}, False, id="no-color"),
    pytest.param(True, {"NO_COLOR": ""}, True, id="empty-no-color"),
    pytest.param(True, {"TERM": "dumb"}, False, id="dumb"),
]


@pytest.mark.parametrize(("terminal", "variables", "coloured"), TERMINALS)
def test_when_there_are_colours(monkeypatch, terminal, variables, coloured) -> None:
    for name, value in {"TERM": "xterm", "COLUMNS": "60", **variables}.items():
        monkeypatch.setenv(name, value)
    if "NO_COLOR" not in variables:
        monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    assert cli._screen(Screen()) == (Screen(60, coloured) if terminal else Screen(100, False))


def test_tables_hold_both_languages_whatever_is_asked_for(tmp_path) -> None:
    for lang in ("en", "zh-TW", None):
        given = ["--lang", lang] if lang else []
        cli.main(["run", str(REPORT), "-o", str(tmp_path / str(lang)), *given])
    for name in ("checks.csv", "documents.csv"):
        written = {(path / name).read_bytes() for path in tmp_path.iterdir()}
        assert len(written) == 1
    checks = (tmp_path / "en" / "checks.csv").read_text("utf-8-sig")
    assert "所載比率末位差一" in checks
    assert "off by one unit" in checks


def test_a_language_that_is_not_there(capsys) -> None:
    with pytest.raises(SystemExit):
        cli.main(["check", str(REPORT), "--lang", "fr"])
    assert "must be en or zh-TW, not 'fr'" in capsys.readouterr().err


def test_which_figures_are_read_again(tmp_path) -> None:
    """The same folder: what an earlier run kept is not taken for what another option asks for."""
    for which, told in (
        ("never", {""}),
        ("findings", {"", "agrees"}),
        ("all", {"agrees", "none"}),
    ):
        given = ["--second-reading", which, "--jobs", "2"]
        assert cli.main(["run", str(REPORT), "-o", str(tmp_path), *given]) == 0
        with (tmp_path / "checks.csv").open(encoding="utf-8-sig") as file:
            lines = list(csv.DictReader(file))
        assert {line["second_reading"] for line in lines} == told
