"""Texts a second on one core, beside other readers of Chinese numbers where they are installed.

    python -m benchmarks.quantities_speed [cases.jsonl]

Without a file of cases, the short texts below are read. cn2an and Recognizers-Text (packages
``cn2an`` and ``recognizers-text-suite``) are timed if they can be imported; cn2an converts a number
and does not find one in a sentence, so that it has the easier task.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from pipeline.quantities.scanner import find

TEXTS = [
    "8,656人次", "77萬2,280人次", "達成率108%", "應達100次以上", "1.5億元", "一千萬元", "百分之二十",
    "2至3萬人", "約300人", "105年9月1日", "第46條", "19個單位", "14.1％", "訪視人數8,050人", "(一)25張",
    "兩成五", "10秒內", "逾5成", "賡續辦理", "無",
]  # fmt: skip
ROUNDS = 5


def _readers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Yield the name and the function of each reader at hand."""
    yield "pipeline", find
    for name, make in (("cn2an", _cn2an), ("Recognizers-Text", _recognizers)):
        try:
            yield name, make()
        except ImportError:
            print(f"{name:18} not installed")


def _cn2an() -> Callable[[str], object]:
    convert = importlib.import_module("cn2an").cn2an

    def read(text: str) -> object:
        try:
            return convert(text, "smart")
        except (ValueError, TypeError, KeyError):
            return None

    return read


def _recognizers() -> Callable[[str], object]:
    culture = importlib.import_module("recognizers_text").Culture.Chinese
    recognize = importlib.import_module("recognizers_number").recognize_number
    return lambda text: recognize(text, culture)


def _texts() -> list[str]:
    if len(sys.argv) < 2:
        return TEXTS * 200
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def main() -> None:
    """Print the rate of each reader, the best of a few rounds."""
    texts = _texts()
    print(f"{len(texts)} texts of {sum(map(len, texts)) / len(texts):.1f} characters")
    for name, read in _readers():
        seconds = []
        for _ in range(ROUNDS if name == "pipeline" else 1):
            begin = time.perf_counter()
            for text in texts:
                read(text)
            seconds.append(time.perf_counter() - begin)
        print(f"{name:18} {len(texts) / min(seconds):>10,.0f} texts/s")


if __name__ == "__main__":
    main()
