"""Patterns that few reports need, which are compiled when they are first used.

To compile all patterns of the program takes as long as to read some pages. Those that nearly every report
needs are compiled where workers are forked from; one of these here costs a worker its time once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    from collections.abc import Collection

    import regex


class _Late:
    """A text that becomes a pattern when something of a pattern is asked of it.

    What was asked for is kept as an attribute of its own, so that asking again costs nothing more.
    """

    def __init__(self, text: Any, flags: int, lists: dict[str, Any]) -> None:
        self._text = text
        self._flags = flags
        self._lists = lists

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # a pattern has none that anyone could mean
        import regex  # takes longer to load than what writes results should wait

        value = getattr(regex.compile(self._text, self._flags, **self._lists), name)
        setattr(self, name, value)
        return value


def late(text: AnyStr, flags: int = 0, **lists: Collection[AnyStr]) -> regex.Pattern[AnyStr]:
    r"""Return a pattern that is compiled when it is first used.

    Its methods and attributes are those of any pattern; functions of `re` do not take it. Lists of words
    are given by name.

    >>> late("[0-9]+").findall("12 of 345"), late(r"\L<units>", units=["人", "人次"]).findall("9人次")
    (['12', '345'], ['人次'])
    """
    return cast("regex.Pattern[AnyStr]", _Late(text, flags, lists))
