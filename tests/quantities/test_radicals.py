"""The table of radicals: all of both blocks are mended, and it is what the script makes."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

from pipeline.quantities import characters
from pipeline.quantities.radicals import RADICALS

PROJECT = Path(__file__).parents[1].parent


def test_every_radical_of_both_blocks_is_mended() -> None:
    kangxi = range(0x2F00, 0x2FD6)
    # U+2E80 and U+2E9A stand for no ideograph (the latter is not assigned).
    supplement = set(range(0x2E81, 0x2EF4)) - {0x2E9A}
    for radical in {*kangxi, *supplement}:
        mended = characters.mend_text(chr(radical))
        assert unicodedata.name(mended).startswith("CJK UNIFIED IDEOGRAPH")
    assert characters.mend_text("\u2e80\u2e9a") == "\u2e80\u2e9a"


def test_table_holds_only_radicals_that_do_not_decompose() -> None:
    for radical in map(chr, RADICALS):
        assert unicodedata.normalize("NFKC", radical) == radical


def test_kangxi_radicals_are_mended_to_their_decomposition() -> None:
    for radical in map(chr, range(0x2F00, 0x2FD6)):
        assert characters.mend_text(radical) == unicodedata.normalize("NFKC", radical)


def test_table_of_radicals_is_what_the_script_makes() -> None:
    module = PROJECT / "pipeline" / "quantities" / "radicals.py"
    made = subprocess.run(
        [sys.executable, str(PROJECT / "docs" / "unicode" / "make_radicals.py"), "--print"],
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert made.stdout == module.read_text(encoding="utf-8")
