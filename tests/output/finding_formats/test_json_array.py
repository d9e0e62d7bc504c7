"""Findings as one JSON array: figures as text, exactly as printed, and null where there is none."""

from __future__ import annotations

import json

from tests.output.reports import WRONG, printed, report


def test_a_record() -> None:
    (record,) = json.loads(printed("json", report(*WRONG)))
    place = record.pop("place")
    assert place == {"page": 1, "x0": None, "top": "1.00", "x1": None, "bottom": "1.00"}
    message = record.pop("message")
    assert message.startswith("the stated rate differs from the recomputed one")
    assert record == {
        "id": "",         "document": "a.txt", "row": 1, "item": 1, "label": "辦理情形", "kind": "achievement",
        "code": "R101", "level": "error", "verdict": "inconsistent", "stated": "115",
        "formula": "500 / 400 * 100", "recomputed": "125.000000",
    }  # fmt: skip


def test_what_is_not_printed_is_null() -> None:
    (record,) = json.loads(printed("json", report("5處", "完成修復6處。")))
    assert (record["code"], record["stated"], record["place"]) == ("R130", None, None)


def test_no_finding_is_an_empty_array() -> None:
    assert json.loads(printed("json", report("400件", "實際完成400件，達成率100％。"))) == []
    assert json.loads(printed("json")) == []
