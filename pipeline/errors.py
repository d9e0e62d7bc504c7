"""How reading a file can end: the statuses of the contract, and the errors that a user meets."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path


class Status(StrEnum):
    """How the reading of a file went, in the words of documents.csv.

    What a status means for the exit status, for what is written and for the next run is asked here:

    >>> Status.PARTIAL.has_content, Status.PARTIAL.is_complete
    (True, False)
    """

    OK = "ok"
    PARTIAL = "partial"
    NO_TABLE = "no_table"
    NO_TEXT = "no_text"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    UNSUPPORTED = "unsupported"
    SKIPPED = "skipped"
    TIMEOUT = "timeout"
    LIMIT = "limit"
    CRASHED = "crashed"

    @property
    def is_complete(self) -> bool:
        """Tell whether the file was read to its end, whatever stands in it; else the exit status is 3."""
        return self in (Status.OK, Status.NO_TABLE)

    @property
    def has_content(self) -> bool:
        """Tell whether pages were read, so that there is content to show, if only some of it."""
        return self.is_complete or self is Status.PARTIAL

    @property
    def is_interrupted(self) -> bool:
        """Tell whether a limit ended the reading, or it broke down: under other limits it may not."""
        return self in (Status.TIMEOUT, Status.LIMIT, Status.CRASHED)


class DocumentError(ValueError):
    """A file that cannot be read: the contract's word for it, the file, and the reason.

    >>> print(DocumentError(Status.DAMAGED, Path("a.pdf"), "the file is empty"))
    a.pdf: the file is empty
    """

    def __init__(self, status: Status, path: Path, reason: str) -> None:
        super().__init__(status, path, reason)
        self.status = status
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        # A name may be made of any bytes; what is shown of it must be text.
        return f"{os.fsencode(self.path).decode('utf-8', 'replace')}: {self.reason}"


class UsageError(ValueError):
    """Something that the user gave beside the reports cannot be used; the message says why."""
