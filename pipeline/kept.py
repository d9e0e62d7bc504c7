"""Items of a long document in their order, kept in little memory until they are written.

What comes after a whole document has been read (its year, its running titles, how it rounds) decides on
what was read first. The last items stay as they are; those before them are pressed, block by block, so
that a short document is never pressed at all. What passes a few megabytes even so goes to a file that
has no name and is gone with the process.

>>> kept = Kept(range(10), size=4)
>>> len(kept), list(kept), kept[2], kept[-1], kept[7:]
(10, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 2, 9, [7, 8, 9])
>>> list(kept.drained()), len(kept)
([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 0)
"""

from __future__ import annotations

import pickle
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from fractions import Fraction
from io import BytesIO
from itertools import islice
from operator import attrgetter, eq
from typing import IO, Any, TypeVar, overload

_T = TypeVar("_T")
_HELD = 1 << 22
"""Bytes of pressed items that stay in memory; the others go to a file."""
_Stretch = tuple[int, int]
"""Where a block stands in the file: its first byte, and how many it has."""


class Kept(Sequence[_T]):
    """A list that grows at its end; ``size`` is how many items a block holds.

    ``blocks`` are what another one has pressed, and stand before the items.
    """

    __slots__ = ("_blocks", "_file", "_held", "_last", "_size")

    def __init__(
        self, items: Iterable[_T] = (), size: int = 256, blocks: Iterable[bytes] = ()
    ) -> None:
        self._size = size
        self._blocks: deque[bytes | _Stretch] = deque(blocks)
        self._last: list[_T] = []
        self._held = 0
        self._file: IO[bytes] | None = None
        self.extend(items)

    def append(self, item: _T) -> None:
        """Add an item."""
        self._last.append(item)
        if len(self._last) == 2 * self._size:
            self._put(_pressed(self._last[: self._size]))
            del self._last[: self._size]

    def extend(self, items: Iterable[_T]) -> None:
        """Add items."""
        for item in items:
            self.append(item)

    def drained(self) -> Iterator[_T]:
        """Yield the items and let go of them, block by block."""
        while self._blocks:
            yield from self._items(self._blocks.popleft())
        last, self._last = self._last, []
        yield from last

    def _put(self, block: bytes) -> None:
        """Put a block behind those that there are."""
        if self._held + len(block) <= _HELD:
            self._held += len(block)
            self._blocks.append(block)
            return
        self._blocks.append(self._filed(block) or block)

    def _filed(self, block: bytes) -> _Stretch | None:
        """Write a block to the file; ``None`` where there is no place for files, or no more."""
        from tempfile import TemporaryFile  # loads much, for what only long documents need

        try:
            if self._file is None:
                # Without a buffer, what is written is there, or fails now.
                self._file = TemporaryFile(buffering=0)  # noqa: SIM115  (closed with this object)
            at, size = self._file.seek(0, 2), self._file.write(block)
        except OSError:
            return None
        return (at, size) if size == len(block) else None

    def _items(self, block: bytes | _Stretch) -> list[_T]:
        """Return what was pressed by this process or a worker of it: no other bytes come this way."""
        items: list[_T] = pickle.loads(zlib.decompress(self._pressed(block)))  # noqa: S301
        return items

    def _pressed(self, block: bytes | _Stretch) -> bytes:
        if isinstance(block, bytes):
            return block
        assert self._file is not None
        at, size = block
        self._file.seek(at)
        return self._file.read(size)

    def __len__(self) -> int:
        return len(self._blocks) * self._size + len(self._last)

    def __iter__(self) -> Iterator[_T]:
        for block in self._blocks:
            yield from self._items(block)
        yield from self._last

    @overload
    def __getitem__(self, index: int) -> _T: ...

    @overload
    def __getitem__(self, index: slice) -> list[_T]: ...

    def __getitem__(self, index: int | slice) -> _T | list[_T]:
        if isinstance(index, slice):
            return list(self)[index]
        at = index + len(self) if index < 0 else index
        if not 0 <= at < len(self):
            raise IndexError(index)
        return next(islice(self, at, None))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment]  # it may grow

    def __reduce__(self) -> tuple[Any, ...]:
        """Go to another process as the blocks are; there they stay in memory."""
        return Kept, (self._last, self._size, [*map(self._pressed, self._blocks)])

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()


def _pressed(items: object) -> bytes:
    file = BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(items)
    return zlib.compress(file.getbuffer(), 1)


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How objects are taken apart by kind: records and fractions as what they are made of.

    What `pickle` does by itself takes twice as long and is half as long again.
    """

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if issubclass(kind, type):  # a class is told by its name
            raise KeyError(kind)
        reducer = self[kind] = _reducer(kind)
        return reducer


def _reducer(kind: type) -> Callable[[Any], Any]:
    names = [own.name for own in fields(kind) if own.init] if is_dataclass(kind) else []
    if len(names) < 2:
        return lambda item: item.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
    values = attrgetter(*names)
    return lambda record: (kind, values(record))


_REDUCERS = _Reducers({Fraction: lambda item: (Fraction, item.as_integer_ratio())})
