"""The table of styles of list labels."""

from __future__ import annotations

import regex

from pipeline.quantities.labels.label_styles import (
    NUMBER_CHARACTERS,
    NUMBER_OF_SINGLE,
    SINGLES,
    STYLE_OF_SINGLE,
    STYLES,
)


def test_a_style_is_named_by_its_first_label() -> None:
    for name, style in STYLES.items():
        assert name.startswith(style.opening)
        assert name.endswith(style.closing)
        number = name[len(style.opening) : len(name) - len(style.closing)]
        assert regex.fullmatch(style.within, number)
        assert not style.at_head or regex.fullmatch(style.at_head, number)


def test_numbers_are_written_with_the_characters_of_numbers() -> None:
    assert regex.fullmatch(f"[{NUMBER_CHARACTERS}]+", "１2十二叁○")
    assert not regex.search(f"[{NUMBER_CHARACTERS}]", "百人、.")


def test_single_characters() -> None:
    assert [NUMBER_OF_SINGLE[char] for char in "①⑳㈩⑶⒋㊁❿"] == [1, 20, 10, 3, 4, 2, 10]
    assert [STYLE_OF_SINGLE.get(char) for char in "①㈩⑶⒋㊁❿"] == [
        "①",
        "(一)",
        "(1)",
        "1.",
        None,
        None,
    ]
    assert "".join(SINGLES.values()) == "".join(STYLE_OF_SINGLE)
