"""What `pipeline check` prints: each format, in both languages, whatever a document holds."""

import json
import os
import re
import urllib.parse
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from pipeline import cli
from pipeline.checks.records import Report
from pipeline.checks.rules import RULES
from pipeline.checks.texts import Language
from pipeline.errors import Status
from pipeline.output import findings
from pipeline.output.excerpts import Excerpt, display_width
from pipeline.output.findings import Screen
from pipeline.output.visible_text import escape_line
from pipeline.records import Place
from pipeline.run import file_report
from tests.typed_rows import judged

ENGLISH, CHINESE = Language
ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
REPORT = next(SAMPLES.glob("105*.pdf"))
RESULT = "三、年度目標值及達成率："
FORMATS = ["text", *findings.FORMATS]


def report(target: str, sentence: str, name: str = "a.txt", **fields: object) -> Report:
    """Return a report of one row, as `check` gets it."""
    checks = judged(target, RESULT + sentence)[1]
    return replace(Report(name, "0" * 64, Status.OK, checks=checks, path=name), **fields)


def printed(form: str, *shown: Report, columns: int = 100, coloured: bool = False) -> str:
    return "\n".join(findings.format_findings(form, shown, Screen(columns, coloured)))


WRONG = ("400件", "目標值400件，實際完成500件，達成率115％。")

# --------------------------------------------------------------------------- text


def test_a_finding_as_a_compiler_shows_it() -> None:
    sentence = "實際完成500件，達成率115％"
    assert printed("text", report("400件", sentence + "。")).splitlines() == [
        "error[R101]: the stated rate differs from the recomputed one",
        "  --> a.txt: line 1, row 1 item 1",
        "   |",
        f"   | 年度目標值及達成率：{sentence}",
        f"   | {' ' * 41}^^^^^",
        "   |",
        "   = item: 辦理情形",
        "   = figures: target 400件, actual 500件",
        "   = recomputed: 500 / 400 * 100 = 125",
        "   = to learn more: pipeline explain R101",
    ]


def test_the_same_in_chinese() -> None:
    sentence = "實際完成500件，達成率115％"
    told = report("400件", sentence + "。", language=CHINESE)
    assert printed("text", told).splitlines() == [
        "錯誤[R101]：所載比率與依所列數值重算之結果不符",
        "  --> a.txt: 第1行，第1列第1項",
        "   |",
        f"   | 年度目標值及達成率：{sentence}",
        f"   | {' ' * 41}^^^^^",
        "   |",
        "   = 項目：辦理情形",
        "   = 數值：目標值400件，實際值500件",
        "   = 重算：500 / 400 * 100 = 125",
        "   = 詳細說明：pipeline explain R101",
    ]


MORE = [
    pytest.param("較104年提升2％", "105年度達成率【(20,200件-16,000件)/16,000件】×100％=26％。",
                 ["note[R210]", "recomputed: (20200 - 16000) / 16000 * 100 = 26.25"], id="growth"),
    pytest.param("10日以內", "平均處理天數14日，達成率130％。",
                 ["also tried: (2 - 14 / 10) * 100 = 60"], id="tried"),
    pytest.param("98.5％", "系統可用度99.4％，達成率100％。",
                 ["recomputed: 99.4 / 98.5 * 100 = 100.913706 [100.862944 to 100.964467]"], id="bounds"),
    pytest.param("130次以上", "目標值125次，實際156次，達成率110％。",
                 ["also R401: the target cell says 130次以上, the analysis 125次"], id="second-finding"),
    pytest.param("5處", "完成修復6處。", ["note[R130]", "recomputed: 6 / 5 * 100 = 120"], id="no-sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "sentence", "told"), MORE)
def test_what_else_is_told(target: str, sentence: str, told: list[str]) -> None:
    shown = printed("text", report(target, sentence))
    assert [text for text in told if text not in shown] == []


def columns_of(line: str, start: int) -> list[int]:
    """Return the columns of a terminal that the characters from ``start`` on begin at."""
    return [display_width(line[:index]) for index in range(start, len(line))]


CUTS = [
    pytest.param("達成率", "115％", "", id="short"),
    pytest.param("甲" * 200 + "達成率", "115％", "。" + "乙" * 200, id="long-both"),
    pytest.param("達成率", "115％", "，" + "乙" * 200, id="long-behind"),
    pytest.param("甲" * 200 + "達成率", "115％", "", id="long-before"),
    pytest.param("a" * 200 + "達成率", "１１５％", "b" * 200, id="narrow"),
    pytest.param("e\u0301" * 90 + "達成率", "115％", "", id="combining"),
    pytest.param("", "115％", "", id="alone"),
    pytest.param("甲", "1" * 300 + "％", "乙" * 50, id="endless-rate"),
]


@pytest.mark.parametrize(("before", "rate", "after"), CUTS)
@pytest.mark.parametrize("columns", [20, 41, 80])
def test_a_long_sentence_is_cut_around_the_rate(before, rate, after, columns) -> None:
    text, under = Excerpt(before, rate, after).lines(columns)
    assert display_width(text) <= max(columns, display_width(rate) + 6)
    first = text.index(rate)
    assert display_width(text[:first]) == under.index("^")
    assert under.count("^") == display_width(rate)
    kept = text.removeprefix("...").removesuffix("...")
    assert kept in before + rate + after
    assert (kept != text) == (text != before + rate + after)


STATED = [
    pytest.param("40件", "目標值115％，達成率15％", "15％", "目標值115％，達成率", id="inside-another"),
    pytest.param("40件", "達成率115％，較去年之115％低", "115％", "達成率", id="the-first"),
    pytest.param("40件", "去年115％，達成率115％", "115％", "去年115％，達成率", id="the-last"),
    pytest.param("40件", "去年115％，達成率115％，前年115％", "115％", "去年115％，達成率", id="the-middle"),
    pytest.param("25％(19個單位)", "達成率：100％【(19/74)/0.25×100％】", "100％", "達成率：", id="formula"),
    pytest.param("40件", "達成率：100％【(36/40)×100％=100％】", "100％", "達成率：", id="formula-twice"),
    pytest.param("40件", "完成36件(36/40)×100％，達成率100％", "100％", "完成36件(36/40)×100％，達成率", id="formula-before"),
    pytest.param("40件", "  　完成36件，達成率115％，去年115％", "115％", "完成36件，達成率", id="blank-before"),
    pytest.param("40件", "經查證。完成36件，達成率115％，去年115％", "115％", "完成36件，達成率", id="second-sentence"),
    pytest.param("40件", "1.完成36件，達成率115％，去年115％", "115％", "完成36件，達成率", id="list-number"),
]  # fmt: skip


@pytest.mark.parametrize(("target", "sentence", "rate", "before"), STATED)
def test_the_stated_rate_is_underlined(target: str, sentence: str, rate: str, before: str) -> None:
    """The rate that is judged, not another that is printed alike in its sentence."""
    _, found = judged(target, f"三、年度目標值及達成率：\n{sentence}。")
    (stated,) = [check.claim.stated for check in found if check.claim.stated]
    assert stated.parted[:2] == (before, rate)
    excerpt = Excerpt.of(stated)
    assert (excerpt.before, excerpt.rate) == (before, rate)


def test_all_rates_of_a_sentence_are_underlined_each_in_its_place() -> None:
    told = "課程、參訪及演習之達成率分別為95％、95％、95％。"
    _, found = judged("1. 40場\n2. 20次\n3. 60回", f"三、年度目標值及達成率：\n{told}")
    marked = [check.claim.stated.parted for check in found if check.claim.stated]
    assert [len(before) for before, *_ in marked] == [15, 19, 23]
    assert {rate for _, rate, _ in marked} == {"95％"}


def test_a_rate_that_is_not_in_its_sentence_is_not_underlined() -> None:
    _, (check,) = judged(*WRONG)
    assert Excerpt.of(replace(check.claim.stated, start=None)).rate == ""


HOSTILE = [
    pytest.param("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m", id="ansi"),
    pytest.param("a\nb\r\tc\x07", r"a\nb\r\tc\x07", id="control"),
    pytest.param("\u202e%511\u202c", r"\u202e%511\u202c", id="bidi"),
    pytest.param("\u2066x\u2069\u200f", r"\u2066x\u2069\u200f", id="isolates"),
    pytest.param("a\u200bb\ufeff", r"a\u200bb\ufeff", id="no-width"),
    pytest.param("a\u2028b\x85c", r"a\u2028b\x85c", id="line-separators"),
    pytest.param("\udcff\ue000", r"\udcff\ue000", id="surrogate-private"),
]


@pytest.mark.parametrize(("text", "shown"), HOSTILE)
def test_hostile_text_is_shown_not_obeyed(text: str, shown: str) -> None:
    assert escape_line(text) == shown
    (check,) = judged(*WRONG)[1]
    claim = replace(
        check.claim,
        label=text,
        stated=replace(
            check.claim.stated, sentence=f"{text}達成率115％", start=len(f"{text}達成率")
        ),
    )
    told = Report(
        f"{text}.pdf", "", Status.OK, checks=(replace(check, claim=claim),), path=f"{text}.pdf"
    )
    for form in ("text", "concise", "github"):
        out = printed(form, told)
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]", out
        )
    lines = printed("text", told).splitlines()
    assert f"  --> {shown}.pdf: line 1, row 1 item 1" in lines
    assert f"   = item: {shown}" in lines
    sentence, under = lines[3:5]
    assert display_width(sentence[: sentence.index("115％")]) == under.index("^")


def test_colours_only_where_asked_for() -> None:
    shown = report(*WRONG)
    plain, coloured = (printed("text", shown, coloured=wanted) for wanted in (False, True))
    assert "\x1b" not in plain
    assert coloured.startswith("\x1b[1;31merror[R101]\x1b[0m: ")
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == plain


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


# --------------------------------------------------------------------------- languages


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_speaks_chinese(capsys, form: str) -> None:
    shown = {}
    for lang in ("en", "zh-TW"):
        cli.main(["check", str(REPORT), "--format", form, "--lang", lang])
        # The help of a SARIF rule is in both languages.
        shown[lang] = re.sub('"help": [^}]*}', "", capsys.readouterr().out)
    assert "power of ten" in shown["en"]
    assert "小數點" not in shown["en"]
    assert "小數點位置有誤" in shown["zh-TW"]
    assert "off by a power of ten" not in shown["zh-TW"]


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_printed_does_not_depend_on_the_locale(capsys, monkeypatch, form: str) -> None:
    shown = []
    for locale in ("C", "zh_TW.UTF-8"):
        for name in ("LANG", "LC_ALL", "LANGUAGE"):
            monkeypatch.setenv(name, locale)
        cli.main(["check", str(REPORT), "--format", form])
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]


def test_run_writes_messages_in_chinese_on_request(tmp_path) -> None:
    for lang in ("en", "zh-TW", None):
        given = ["--lang", lang] if lang else []
        cli.main(["run", str(REPORT), "-o", str(tmp_path / str(lang)), *given])
    told = {path.name: (path / "checks.csv").read_text("utf-8-sig") for path in tmp_path.iterdir()}
    assert told["None"] == told["en"]
    assert "所載比率末位差一" in told["zh-TW"]
    assert "差一" not in told["en"]


def test_a_language_that_is_not_there(capsys) -> None:
    with pytest.raises(SystemExit):
        cli.main(["check", str(REPORT), "--lang", "fr"])
    assert "must be en or zh-TW, not 'fr'" in capsys.readouterr().err


# --------------------------------------------------------------------------- github


def test_a_workflow_command_is_escaped() -> None:
    shown = report(*WRONG, path="a,b:c%\nd.txt", document="x")
    (line,) = printed("github", shown).splitlines()
    name, _, message = line.removeprefix("::error ").partition("::")
    assert name == "file=a%2Cb%3Ac%25%0Ad.txt,line=1,title=R101"
    assert message.startswith("R101 row 1 item 1: the stated rate differs")


def test_a_place_in_a_pdf_has_no_line() -> None:
    (check,) = judged(*WRONG)[1]
    stated = replace(check.claim.stated, place=Place(3, 10.0, 20.0, 30.0, 40.0))
    shown = Report(
        "a.pdf", "", Status.OK, checks=(replace(check, claim=replace(check.claim, stated=stated)),)
    )
    assert printed("github", shown).startswith("::error file=a.pdf,title=R101::R101 row 1")


# --------------------------------------------------------------------------- SARIF

SCHEMA = json.loads((ROOT / "tests" / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*")


def sarif(*shown: Report) -> dict[str, object]:
    """Return the one run of a log that is valid by the schema."""
    log = json.loads(printed("sarif", *shown))
    validator = jsonschema.validators.validator_for(SCHEMA)
    assert [error.message for error in validator(SCHEMA).iter_errors(log)] == []
    (run,) = log["runs"]
    return run


def test_the_schema_refuses_what_is_no_log() -> None:
    validator = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
    for wrong in (
        {},
        {"version": "2.0", "runs": []},
        {"version": "2.1.0", "runs": [{"results": []}]},
    ):
        assert not validator.is_valid(wrong)


@pytest.mark.parametrize("language", [None, *Language])
def test_samples_make_a_valid_log(language: Language | None) -> None:
    read = [file_report.read_report(path, path.name) for path in sorted(SAMPLES.glob("*.pdf"))]
    shown = [replace(item, language=language) for item in read]
    run = sarif(*shown)
    results = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert len(results) == sum(check.level.rank > 0 for item in shown for check in item.checks)
    assert all(len(result["locations"]) == 1 for result in results)
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert {result["level"] for result in results} == {"error", "warning", "note"}
    marks = [result["partialFingerprints"]["finding/v1"] for result in results]
    assert len(set(marks)) == len(marks)
    for rule in rules:
        assert RULES[rule["id"]].english.meaning in rule["help"]["text"]
        assert RULES[rule["id"]].chinese.meaning in rule["help"]["text"]


def test_places_are_told_and_do_not_make_the_fingerprint() -> None:
    (check,) = judged(*WRONG)[1]

    def moved(place: Place) -> Report:
        stated = replace(check.claim.stated, place=place)
        return Report(
            "a.pdf",
            "",
            Status.OK,
            checks=(replace(check, claim=replace(check.claim, stated=stated)),),
        )

    first, second = (
        sarif(moved(place))["results"][0]
        for place in (Place(1, 10.0, 20.0, 30.0, 40.0), Place(2, 11.0, 21.0, 31.0, 41.0))
    )
    assert first["partialFingerprints"] == second["partialFingerprints"]
    (location,) = first["locations"]
    assert location["properties"] == {
        "page": 1,
        "x0": "10.00",
        "top": "20.00",
        "x1": "30.00",
        "bottom": "40.00",
    }
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "row 1/item 1"
    assert "region" not in location["physicalLocation"]


def test_findings_that_are_alike_are_told_apart() -> None:
    (check,) = judged(*WRONG)[1]
    results = sarif(Report("a.pdf", "", Status.OK, checks=(check, check)))["results"]
    assert len({result["partialFingerprints"]["finding/v1"] for result in results}) == 2


def test_plain_text_has_a_region() -> None:
    (result,) = sarif(report(*WRONG))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"]) == (1, 1)
    assert region["snippet"]["text"].endswith("達成率115％")


def test_inputs_that_could_not_be_read_are_notifications() -> None:
    run = sarif(
        Report("a.pdf", "1" * 64, Status.DAMAGED, "a.pdf: broken", path="in/a.pdf"),
        Report("b.pdf", "2" * 64, Status.NO_TABLE, "b.pdf: no table", path="in/b.pdf"),
        Report("c.pdf", "3" * 64, Status.OK, warnings=("repaired",), path="in/c.pdf"),
    )
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [(note["level"], note["descriptor"]["id"]) for note in told] == [
        ("error", "damaged"), ("note", "no_table"), ("warning", "warning"),
    ]  # fmt: skip
    uris = [note["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for note in told]
    assert uris == ["in/a.pdf", "in/b.pdf", "in/c.pdf"]
    assert [item["hashes"]["sha-256"][0] for item in run["artifacts"]] == ["1", "2", "3"]
    assert run["results"] == []


NAMES = [
    pytest.param("報告 105年.pdf", id="chinese-and-space"),
    pytest.param("a\nb.pdf", id="newline"),
    pytest.param("50%#?.pdf", id="percent-hash"),
    pytest.param("a:b.pdf", id="colon"),
    pytest.param("../up/a.pdf", id="upwards"),
    pytest.param("/srv/in/a b.pdf", id="absolute"),
    pytest.param(os.fsdecode(b"\xb3\xf8.pdf"), id="not-utf8"),
    pytest.param("\u202efdp.exe", id="bidi"),
]


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_are_uris(name: str) -> None:
    run = sarif(report(*WRONG, path=name))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert URI.fullmatch(uri)
    assert ":" not in uri.removeprefix("file://")
    parsed = urllib.parse.urlparse(uri)
    assert parsed.scheme == ("file" if name.startswith("/") else "")
    assert os.fsdecode(urllib.parse.unquote_to_bytes(parsed.path)) == name


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_that_is_no_text_is_printed_all_the_same(tmp_path, capsysbinary, form: str) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/\xb3\xf8.pdf")
    Path(path).write_bytes(REPORT.read_bytes())
    assert cli.main(["check", path, "--format", form, "--jobs", "1"]) == 1
    assert b"Traceback" not in capsysbinary.readouterr().err
