"""EquivalentUnifiedIdeograph.txt -> pipeline/quantities/radicals.py: the table that mends radicals.

    python docs/unicode/make_radicals.py            writes the module
    python docs/unicode/make_radicals.py --print    writes it to the terminal

Python's unicodedata knows the Kangxi radicals (they decompose) and 2 of the 114 radicals of the
supplement that stand for an ideograph; the property Equivalent_Unified_Ideograph knows them all, and
the table holds those that it alone knows. The file beside this script holds the property, so that the
table can be made without a network.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE / "EquivalentUnifiedIdeograph.txt"
MODULE = HERE.parent.parent / "pipeline" / "quantities" / "radicals.py"

# Only the two blocks of radicals: the strokes (31C0-31EF) are not met for ideographs, and a stroke
# that became 一 would turn a dash into a numeral.
BLOCKS = (range(0x2E80, 0x2F00), range(0x2F00, 0x2FE0))

HEAD = '''"""Radicals that do not decompose, and their ideographs; made by docs/unicode/make_radicals.py.

>>> chr(RADICALS[0x2EA0])
'民'
"""

RADICALS = {
'''


def equivalents(path: Path) -> Iterator[tuple[int, int]]:
    """Yield radical and ideograph from the Unicode file, whose lines may hold a range."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.partition("#")[0].split(";")
        if len(fields) != 2:
            continue
        first, _, last = fields[0].strip().partition("..")
        for radical in range(int(first, 16), int(last or first, 16) + 1):
            if any(radical in block for block in BLOCKS):
                yield radical, int(fields[1], 16)


def main() -> None:
    """Write the module."""
    rows = [
        f"    0x{radical:04X}: 0x{ideograph:04X},\n"
        for radical, ideograph in equivalents(SOURCE)
        if unicodedata.normalize("NFKC", chr(radical)) != chr(ideograph)
    ]
    module = "".join([HEAD, *rows, "}\n"])
    if "--print" in sys.argv[1:]:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        sys.stdout.write(module)
    else:
        MODULE.write_text(module, encoding="utf-8")


if __name__ == "__main__":
    main()
