"""Every format of tables and findings: an entry each, both languages, hostile names and texts."""

from __future__ import annotations

import json
import os
import pkgutil
import re
from pathlib import Path

import pytest

from pipeline import cli
from pipeline.output import finding_formats, table_formats
from pipeline.output.formats import FINDING_FORMATS, TABLE_FORMATS
from pipeline.run.options import OPTIONS
from tests.output.reports import REPORT, acting, acts, hostile_report, printed


@pytest.mark.parametrize("form", FINDING_FORMATS)
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


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_what_is_printed_does_not_depend_on_the_locale(capsys, monkeypatch, form: str) -> None:
    shown = []
    for locale in ("C", "zh_TW.UTF-8"):
        for name in ("LANG", "LC_ALL", "LANGUAGE"):
            monkeypatch.setenv(name, locale)
        cli.main(["check", str(REPORT), "--format", form])
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]


@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_a_name_that_is_no_text_is_printed_all_the_same(tmp_path, capsysbinary, form: str) -> None:
    path = os.fsdecode(bytes(tmp_path) + b"/\xb3\xf8.pdf")
    Path(path).write_bytes(REPORT.read_bytes())
    assert cli.main(["check", path, "--format", form, "--jobs", "1"]) == 1
    assert b"Traceback" not in capsysbinary.readouterr().err


@acting
@pytest.mark.parametrize("form", FINDING_FORMATS)
def test_formats_of_check(text: str, form: str) -> None:
    shown = printed(form, hostile_report(text))
    assert shown
    assert not acts(shown)
    if form in ("json", "sarif"):
        assert "R10" in json.dumps(json.loads(shown))
    if form == "github":
        assert re.fullmatch(r"(::(error|warning|notice) [^\n]*\n?)+", shown)
    if form == "concise":
        assert len(shown.split("\n")) == sum(c.level.rank > 0 for c in hostile_report(text).checks)


@pytest.mark.parametrize("name", TABLE_FORMATS)
def test_a_table_format_is_one_entry(name: str) -> None:
    form = TABLE_FORMATS[name]
    assert (form.name, form.suffix[0]) == (name, ".")
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    writer = form.load()
    assert callable(writer.open_table)
    assert callable(writer.read_column)


@pytest.mark.parametrize("name", FINDING_FORMATS)
def test_a_finding_format_is_one_entry(name: str) -> None:
    form = FINDING_FORMATS[name]
    assert form.name == name
    assert callable(form.load().format_findings)


def test_every_module_of_a_format_has_an_entry() -> None:
    """A module that no entry names could not be asked for."""
    for package, listed in (
        (table_formats, {form.module for form in TABLE_FORMATS.values()}),
        (finding_formats, {form.module for form in FINDING_FORMATS.values()}),
    ):
        assert {module.name for module in pkgutil.iter_modules(package.__path__)} == listed


def test_the_choices_of_the_options_are_the_entries() -> None:
    choices = {flag: option.settings.get("choices") for option in OPTIONS for flag in option.flags}
    assert choices["--output-format"] == tuple(TABLE_FORMATS)
    assert choices["--format"] == tuple(FINDING_FORMATS)
