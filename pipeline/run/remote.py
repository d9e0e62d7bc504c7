"""URLs of fsspec -> files: what lies below them, and a copy of one while it is read.

>>> is_url("s3://reports/105/"), is_url("reports/105"), is_url("C://reports")
(True, False, False)
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import DocumentError, Status, UsageError

MAX_BYTES = 1 << 30
"""A file larger than this is not fetched; the largest report that was seen has 120 MB."""
_CHUNK = 1 << 20
_MISSING = "there is no such file"
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_url(given: str) -> bool:
    """Tell whether an input is a URL rather than a path."""
    return _URL.match(given) is not None


RemoteFile = tuple[str, str, str]


def list_remote(url: str, suffixes: tuple[str, ...]) -> list[RemoteFile]:
    """Return name, URL and reason against reading of each file that a URL means."""
    return list(_below(url, suffixes))


def _below(url: str, suffixes: tuple[str, ...]) -> Iterator[RemoteFile]:
    system, path = _system(url)
    try:
        if "*" in path or "?" in path:
            paths = sorted(map(str, system.glob(path)))
            yield from ((PurePosixPath(p).name, system.unstrip_protocol(p), "") for p in paths)
            if paths:
                return
        elif system.isdir(path):
            root = path.rstrip("/") + "/"
            named = [p for p in sorted(map(str, system.find(path))) if p.lower().endswith(suffixes)]
            yield from ((p.removeprefix(root), system.unstrip_protocol(p), "") for p in named)
            if named:
                return
            yield PurePosixPath(path).name, url, "no PDF or text file in this folder"
            return
        system.info(path)
    except FileNotFoundError:
        yield PurePosixPath(path).name, url, _MISSING
        return
    except (OSError, ValueError) as error:
        yield PurePosixPath(path).name, url, f"it cannot be looked into: {error}"
        return
    yield PurePosixPath(path).name, url, ""


@contextmanager
def fetch(url: str) -> Iterator[Path]:
    """Give the path of a copy of a file; raises `DocumentError` where there is none to be had."""
    system, path = _system(url)
    with tempfile.TemporaryDirectory(prefix="pipeline-") as folder:
        copy = Path(folder, f"copy{PurePosixPath(path).suffix}")
        try:
            with system.open(path, "rb") as source, copy.open("wb") as target:
                size = 0
                while chunk := source.read(_CHUNK):
                    size += len(chunk)
                    if size > MAX_BYTES:
                        reason = f"more than the {MAX_BYTES >> 20} MB that are fetched"
                        raise DocumentError(Status.LIMIT, Path(path), reason)
                    target.write(chunk)
        except FileNotFoundError:
            raise DocumentError(Status.SKIPPED, Path(path), _MISSING) from None
        except OSError as error:
            raise DocumentError(
                Status.SKIPPED, Path(path), f"it cannot be fetched: {error}"
            ) from None
        yield copy


def check_url(url: str) -> None:
    """Raise `UsageError` where nothing is installed that knows the kind of a URL."""
    try:
        from fsspec import get_filesystem_class  # an extra
    except ImportError as error:
        advice = 'a URL needs fsspec: pip install "performance-report-pipeline[remote]"'
        raise UsageError(advice) from error
    try:
        get_filesystem_class(url.partition("://")[0])
    except (ImportError, ValueError) as error:
        raise UsageError(f"{url}: {error}") from None


def _system(url: str) -> tuple[Any, str]:
    """Return the file system that a URL is about, and the path in it."""
    from fsspec.core import url_to_fs

    system, path = url_to_fs(url)
    return system, path
