"""Items of a long document in their order, kept in little memory until all of it is read.

What comes after a whole document has been read (its year, its running titles) decides on what was read
first. The last items stay as they are; those before them are pressed, block by block, so that a short
document is never pressed at all.

>>> kept = Kept(range(10), size=4)
>>> len(kept), list(kept), kept[2], kept[-1]
(10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 2, 9)
>>> list(kept.drained()), len(kept)
([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0)
"""

from __future__ import annotations

import pickle
import zlib
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import TypeVar

_T = TypeVar("_T")


class Kept(Collection[_T]):
    """A list that grows at its end; ``size`` is how many items a block holds."""

    __slots__ = ("_blocks", "_last", "_size")

    def __init__(self, items: Iterable[_T] = (), size: int = 1) -> None:
        self._size = size
        self._blocks: deque[bytes] = deque()
        self._last: list[_T] = []
        self.extend(items)

    def append(self, item: _T) -> None:
        """Add an item."""
        self._last.append(item)
        if len(self._last) == 2 * self._size:
            self._blocks.append(_pressed(self._last[: self._size]))
            del self._last[: self._size]

    def extend(self, items: Iterable[_T]) -> None:
        """Add items."""
        for item in items:
            self.append(item)

    def drained(self) -> Iterator[_T]:
        """Yield the items and let go of them, block by block."""
        while self._blocks:
            yield from _unpressed(self._blocks.popleft())
        last, self._last = self._last, []
        yield from last

    def __len__(self) -> int:
        return len(self._blocks) * self._size + len(self._last)

    def __iter__(self) -> Iterator[_T]:
        for block in self._blocks:
            yield from _unpressed(block)
        yield from self._last

    def __contains__(self, item: object) -> bool:
        return any(item == own for own in self)

    def __getitem__(self, index: int) -> _T:
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return next(islice(self, at, None))


def _pressed(items: list[_T]) -> bytes:
    return zlib.compress(pickle.dumps(items, pickle.HIGHEST_PROTOCOL), 1)


def _unpressed(block: bytes) -> list[_T]:
    """Return what was pressed here, by this process: no bytes from elsewhere come this way."""
    items: list[_T] = pickle.loads(zlib.decompress(block))  # noqa: S301
    return items
