"""Random texts -> what went wrong in reading them, for as long as one likes.

    python -m benchmarks.quantities_fuzz [minutes] [seed]

Three sorts of text: any Unicode, the characters of the notation in any order, and fragments of the
notation joined at random. Each is read by itself and as a cell of paragraphs; every result is held
against what must be true of any text (in order, within the text, intervals the right way round).
Prints one line of figures; the exit status is 1 if anything was wrong.
"""

from __future__ import annotations

import contextlib
import random
import sys
import time
import traceback

from pipeline.quantities import numerals
from pipeline.quantities.scanner import find, find_in_paragraphs

NOTATION = (
    "0123456789０１２３４５６７８９,，.．%％‰-－~～/()（）【】、：。 \n負△+×÷=⽬⼈①㈠"
    "一二三四五六七八九十百千萬億兆點半零〇○兩廿卅壹貳參拾佰仟万亿点两"
    "余个餘多約近逾達至到與間年月日度人次場件國個第條項級號以上下內之分成折倍未滿不超過"
)
FRAGMENTS = """
    77萬2,280 人次 1.5 億元 以上 至少 約 105年 度 9月1日 第 條 號 (一) 1. 2.15% 3.97.5% 百分之
    三分之 個 百分點 7成 五 折 半 兩年 至 ~ - / × 100％ 【 】 ( ) = 達 不超過 未達 餘 多 近
    二三十 大陸 參與 統一 第三人 萬一 104.4.17 02-2388-9393 H5 3D kg μg/m3 NT$ (cid:12)
    http://a.b/1 a@b.c １２３，４５６ 一百零五 壹佰貳拾元整 角 分 內 餘萬 十餘 、 。 個半 月
    小時 7萬 2千 5百 0 00 .5 5. 1,23 1,2345 1/3 19/74 -4.79 △3 ± 負 二、 百一十 年 ， ① 多
    """.split()  # noqa: SIM905 - a list reads best as running text
SLOWEST_ALLOWED = 2e-4  # seconds for a character, in texts of more than a thousand


def _text(source: random.Random) -> str:
    """Make a text, mostly short."""
    length = source.choice((3, 8, 8, 20, 20, 60, 200, 3000))
    sort = source.random()
    if sort < 0.25:
        points = (source.randrange(0x110000) for _ in range(length))
        return "".join(chr(point) for point in points if not 0xD800 <= point < 0xE000)
    pieces = NOTATION if sort < 0.6 else FRAGMENTS
    return "".join(source.choices(pieces, k=length))


def _check(text: str) -> None:
    """Hold the reading of a text against what is true of any text."""
    end = 0
    for item in find(text):
        assert end <= item.start <= item.number_start < item.number_end <= item.end <= len(text)
        assert item.text == text[item.start : item.end]
        low, high = item.interval
        assert low <= high
        assert item.high is None or item.value <= item.high
        end = item.end
    assert len(find_in_paragraphs(text.split("\n"))) == text.count("\n") + 1
    with contextlib.suppress(numerals.NumeralError):
        assert numerals.parse_numeral(text) >= 0


def main() -> int:
    """Read random texts until the time is over."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    source = random.Random(seed)
    begin = time.perf_counter()
    texts = characters = failures = slow = 0
    slowest = 0.0
    while time.perf_counter() - begin < minutes * 60:
        text = _text(source)
        started = time.perf_counter()
        try:
            _check(text)
        except Exception:  # noqa: BLE001 - whatever is raised is what we look for
            failures += 1
            print(repr(text[:200]), file=sys.stderr)
            traceback.print_exc()
        spent = (time.perf_counter() - started) / max(len(text), 1)
        if len(text) > 1000:
            slowest = max(slowest, spent)
            slow += spent > SLOWEST_ALLOWED
        texts, characters = texts + 1, characters + len(text)
    print(
        f"seed {seed}: {minutes:g} minutes, {texts:,} texts, {characters:,} characters, {failures} failures, "
        f"slowest {slowest * 1e6:.0f} µs a character in long texts, {slow} over {SLOWEST_ALLOWED * 1e6:.0f} µs"
    )
    return 1 if failures or slow else 0


if __name__ == "__main__":
    sys.exit(main())
