"""Ordinals, laws and document numbers behind 第."""

from __future__ import annotations

import pytest

from pipeline.quantities.lookalikes.ordinals import match_ordinal

ORDINALS = [
    pytest.param("第1級", 1, "ordinal", "第1級", id="ordinal"),
    pytest.param("第 3 期", 2, "ordinal", "第 3 期", id="spaces"),
    pytest.param("第十屆", 1, "ordinal", "第十屆", id="Chinese"),
    pytest.param("第46條之1", 1, "law", "第46條之1", id="law"),
    pytest.param("第3至5條", 1, "law", "第3至5條", id="several laws"),
    pytest.param("第1130302285號", 1, "document_number", "第1130302285號", id="document"),
    pytest.param("第2、3選區", 1, "ordinal", "第2、3", id="several before a noun"),
]


@pytest.mark.parametrize(("text", "start", "kind", "whole"), ORDINALS)
def test_ordinal(text: str, start: int, kind: str, whole: str) -> None:
    found = match_ordinal(text, start, 0)
    assert found is not None
    assert (found.kind, text[found.start : found.end]) == (kind, whole)


NO_ORDINALS = [
    pytest.param("46條", 0, 0, id="no 第"),
    pytest.param("第三人", 1, 0, id="a word"),
    pytest.param("次第 5", 3, 3, id="第 of what was read before"),
    pytest.param("第", 0, 0, id="no numeral"),
]


@pytest.mark.parametrize(("text", "start", "floor"), NO_ORDINALS)
def test_no_ordinal(text: str, start: int, floor: int) -> None:
    assert match_ordinal(text, start, floor) is None
