"""The one error for a file that cannot be read, apart from the library that finds out."""

from __future__ import annotations


class DocumentError(ValueError):
    """A file that cannot be read; ``status`` is the contract's word for it."""

    def __init__(self, status: str, reason: str) -> None:
        super().__init__(reason)
        self.status = status
