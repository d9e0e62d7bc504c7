"""What a page draws: ruling lines of every kind, and what is none; forms within forms."""

from __future__ import annotations

import pytest

from pipeline.reading import drawing
from tests.pdfs import Form, Leaf, line, pdf, text
from tests.reading.raw_pages import Save, only_page, rounded

pytestmark = pytest.mark.usefixtures("each_make")


INNER = text(10, 100, "A") + line(10, 90, 60, 90)


FORMS = [
    pytest.param("/X Do", {"X": Form(INNER)}, (10, 689.9), [(10, 710, 60, 710)], id="plain"),
    pytest.param(
        "q 2 0 0 2 10 20 cm /X Do Q",
        {"X": Form(INNER, matrix="[1 0 0 1 5 0]")},
        (40, 559.8),
        [(40, 600, 140, 600)],
        id="both matrices",
    ),
    pytest.param(
        "q 2 0 0 2 10 20 cm /X Do Q",
        {"X": Form("q 1 0 0 1 100 0 cm /Y Do Q", forms={"Y": Form(INNER)})},
        (230, 559.8),
        [(230, 600, 330, 600)],
        id="form in a form",
    ),
    pytest.param(
        "/X Do",
        {"X": Form(INNER, box="[0 0 40 800]")},
        (10, 689.9),
        [(10, 710, 40, 710)],
        id="cut by its box",
    ),
]


@pytest.mark.parametrize(("content", "forms", "corner", "rules"), FORMS)
def test_forms(
    save: Save,
    content: str,
    forms: dict[str, Form],
    corner: tuple[float, float],
    rules: list[tuple[float, ...]],
) -> None:
    page = only_page(save(pdf(Leaf(content, forms=forms))))
    (glyph,) = page.glyphs
    assert rounded(((glyph.x0, glyph.top),)) == [corner]
    assert rounded(page.rules) == rules


def test_forms_too_deep_are_left_alone(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MAX_FORM_DEPTH", 1)
    inner = Form(line(10, 90, 60, 90))
    leaf = Leaf("/X Do", forms={"X": Form(line(10, 80, 60, 80) + "/Y Do", forms={"Y": inner})})
    assert rounded(only_page(save(pdf(leaf))).rules) == [(10, 720, 60, 720)]


RULES = [
    pytest.param(line(50, 700, 150, 700), [(50, 100, 150, 100)], id="lying line"),
    pytest.param(line(50, 700, 50, 600), [(50, 100, 50, 200)], id="standing line"),
    pytest.param(line(50, 700, 150, 700.4), [(50, 99.6, 150, 100)], id="almost level"),
    pytest.param(
        "50 700 100 -50 re S",
        [(50, 100, 150, 100), (150, 100, 150, 150), (50, 150, 150, 150), (50, 100, 50, 150)],
        id="stroked box",
    ),
    pytest.param(
        "50 700 m 150 700 l 150 650 l S",
        [(50, 100, 150, 100), (150, 100, 150, 150)],
        id="polyline",
    ),
    pytest.param(
        "50 700 m 150 700 l 150 650 l s",
        [(50, 100, 150, 100), (150, 100, 150, 150)],
        id="closed polyline without its slanted side",
    ),
    pytest.param("50 700 100 0.5 re f", [(50, 99.5, 150, 100)], id="thin filled box"),
    pytest.param("50 600 1 100 re f", [(50, 100, 51, 200)], id="thin standing box"),
    pytest.param(
        "50 700 100 1 re 50 600 1 100 re f",
        [(50, 99, 150, 100), (50, 100, 51, 200)],
        id="two boxes in a path",
    ),
    pytest.param("50 700 1 1 re f", [(50, 99, 51, 100)], id="dot"),
    pytest.param("1 0 0 1 10 20 cm 40 680 100 1 re f", [(50, 99, 150, 100)], id="object matrix"),
    pytest.param("[3 2] 0 d " + line(50, 700, 150, 700), [(50, 100, 150, 100)], id="dash pattern"),
    pytest.param(
        "0 600 100 200 re W n " + line(50, 700, 150, 700), [(50, 100, 100, 100)], id="clipped"
    ),
    pytest.param(line(500, 700, 700, 700), [(500, 100, 600, 100)], id="runs off the page"),
    pytest.param(
        "0.9 g 50 700 100 50 re f " + line(50, 10, 90, 10),
        [(50, 790, 90, 790)],
        id="shading beside a line",
    ),
    pytest.param(
        "0.9 g 50 700 100 50 re f",
        [(50, 50, 150, 50), (50, 100, 150, 100), (50, 50, 50, 100), (150, 50, 150, 100)],
        id="shading alone",
    ),
]


NO_RULES = [
    pytest.param("50 700 m 150 700 l n", id="neither filled nor stroked"),
    pytest.param("50 700 100 50 re n", id="box that is not drawn"),
    pytest.param("1 G " + line(50, 700, 150, 700), id="white line"),
    pytest.param("1 g 50 700 100 1 re f", id="white thin box"),
    pytest.param("1 g 50 700 100 50 re f", id="white box"),
    pytest.param(line(50, 700, 150, 600), id="slanted"),
    pytest.param("50 700 m 60 720 90 720 100 700 c S", id="curve"),
    pytest.param(line(50, 900, 150, 900), id="above the page"),
    pytest.param("0 0 10 10 re W n " + line(50, 700, 150, 700), id="clipped away"),
]


@pytest.mark.parametrize(("content", "expected"), RULES)
def test_rules(save: Save, content: str, expected: list[tuple[float, ...]]) -> None:
    page = only_page(save(pdf(Leaf(content))))
    assert sorted(rounded(page.rules)) == sorted(expected)


@pytest.mark.parametrize("content", NO_RULES)
def test_no_rules(save: Save, content: str) -> None:
    assert only_page(save(pdf(Leaf(content)))).rules == ()
