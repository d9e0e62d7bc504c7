"""The errors that a user meets, apart from the libraries that find out."""

from __future__ import annotations

import os
from pathlib import Path


class DocumentError(ValueError):
    """A file that cannot be read: the contract's word for it, the file, and the reason.

    >>> print(DocumentError("damaged", Path("a.pdf"), "the file is empty"))
    a.pdf: the file is empty
    """

    def __init__(self, status: str, path: Path, reason: str) -> None:
        super().__init__(status, path, reason)
        self.status = status
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        # A name may be made of any bytes; what is shown of it must be text.
        return f"{os.fsencode(self.path).decode('utf-8', 'replace')}: {self.reason}"


class UsageError(ValueError):
    """Something that the user gave beside the reports cannot be used; the message says why."""
