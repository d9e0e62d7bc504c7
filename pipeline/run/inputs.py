"""Arguments -> sources: which files are meant, each with the name that the tables give it.

Whatever is given gets a source, and with it a line in documents.csv: also what is not there, cannot
be looked into, or is not followed.

>>> find_inputs(["no such file.pdf"])
[InputFile(name='no such file.pdf', path='no such file.pdf', reason='')]

Where nothing at all is there to be read, the reasons are told instead.

>>> given = ["no such file.pdf", "smaples/*.pdf"]
>>> nothing_at(given, find_inputs(given))
{'no such file.pdf': 'there is no such file or folder', 'smaples/*.pdf': 'no file has such a name'}
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.run import remote
from pipeline.run.formats import INPUT_SUFFIXES


@dataclass(frozen=True, slots=True, order=True)
class InputFile:
    """An input file: the name that the tables give it, its path, and why it is not read."""

    name: str
    path: str
    reason: str = ""


def find_inputs(inputs: Sequence[str]) -> list[InputFile]:
    """Return the files that the inputs mean, sorted by name, each once.

    A folder is searched for PDFs and text files, recursively; a pattern with * or ? that the shell
    left alone is expanded.
    """
    files: dict[str, InputFile] = {}
    for given in inputs:
        for source in _meant(given):
            files.setdefault(_place(source), source)
    return sorted(_unlike(files.values()))


def nothing_at(inputs: Sequence[str], files: Iterable[InputFile]) -> dict[str, str]:
    """Return for each input why there is no file to read; nothing if one of those found is there.

    A file that is there is one to read, whatever comes of it.
    """
    if any(map(_is_there, files)):
        return {}
    reasons: dict[str, str] = {}
    for given in inputs:
        missing = "no file has such a name" if glob.has_magic(given) else _MISSING
        own = dict.fromkeys(source.reason or missing for source in _meant(given))
        reasons[given] = "; ".join(own)
    return reasons


_MISSING = "there is no such file or folder"


def _is_there(source: InputFile) -> bool:
    """Tell whether there is something to read; of a URL that may be known only when it is fetched."""
    return not source.reason and (remote.is_url(source.path) or os.path.lexists(source.path))


def _meant(given: str) -> Iterator[InputFile]:
    """Yield the files that an input means."""
    if remote.is_url(given) and not os.path.lexists(given):
        yield from _remote(given)
        return
    for path in _expanded(given):
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for a name that is too long
            yield from _in_folder(path)
        else:
            yield _source(path)


def _place(source: InputFile) -> str:
    """Return what is the same for two ways to one file."""
    if remote.is_url(source.path) and not os.path.lexists(source.path):
        return source.path
    return os.path.abspath(source.path)  # noqa: PTH100 - Path keeps ".."


def _remote(url: str) -> list[InputFile]:
    """Return what a URL means; what a file system of others does wrong is told, and ends nothing."""
    remote.check_url(url)
    from pipeline.run import isolation  # a worker, which is handed sources, has no use for it
    from pipeline.run.worker import Limits

    with isolation.IsolatedExecutor(1, Limits()) as executor:
        try:
            files = executor.submit(remote.list_remote, url, INPUT_SUFFIXES).result()
        except isolation.TaskLostError as lost:
            return [InputFile(url, url, f"it cannot be looked into: {lost.reason}")]
    return [InputFile(printable_name(name), path, reason) for name, path, reason in files]


def _source(path: str, reason: str = "") -> InputFile:
    return InputFile(printable_name(Path(path).name or path), path, reason)


def printable_name(name: str) -> str:
    r"""Return a file name as text: bytes that are not UTF-8 are shown as escapes.

    >>> printable_name("a\udcff.pdf")
    'a\\xff.pdf'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _expanded(given: str) -> list[str]:
    if os.path.lexists(given) or not glob.has_magic(given):
        return [given]
    path = Path(given)
    start = Path(path.anchor)
    try:
        # Unlike the function of the module glob, this one goes into no linked folder.
        paths = sorted(map(str, start.glob(str(path.relative_to(start)))))
    except (ValueError, NotImplementedError, OSError):  # not a pattern, or nowhere to look
        paths = []
    return paths or [given]


def _in_folder(folder: str) -> Iterator[InputFile]:
    """Yield the PDFs and text files under a folder; a link that leads out of it is not followed."""
    root = os.path.realpath(folder)
    unread: list[InputFile] = []

    def cannot(error: OSError) -> None:
        path = str(error.filename or folder)
        unread.append(_below(folder, path, f"the folder cannot be read: {error.strerror}"))

    empty = True
    for parent, folders, files in os.walk(folder, onerror=cannot):
        folders.sort()
        for name in sorted(files):
            if Path(name).suffix.lower() in INPUT_SUFFIXES:
                empty = False
                path = os.path.join(parent, name)  # noqa: PTH118 - Path drops a leading ./
                out = "a link that leads out of the input folder" if _leads_out(path, root) else ""
                yield _below(folder, path, out)
        for name in folders:
            path = os.path.join(parent, name)  # noqa: PTH118 - as above
            if _leads_out(path, root):
                empty = False
                reason = "a link to a folder out of the input folder; it is not followed"
                yield _below(folder, path, reason)
    yield from unread
    if empty and not unread:
        name = Path(folder).name or Path(root).name or folder
        yield InputFile(printable_name(name), folder, "no PDF or text file in this folder")


def _below(folder: str, path: str, reason: str) -> InputFile:
    name = os.path.relpath(path, folder)
    if name == ".":
        return _source(path, reason)
    return InputFile(printable_name(Path(name).as_posix()), path, reason)


def _leads_out(path: str, root: str) -> bool:
    """Tell whether a path is a link to something that is not below the root."""
    # realpath, unlike Path.resolve, takes a loop of links without an error.
    return Path(path).is_symlink() and not Path(os.path.realpath(path)).is_relative_to(root)


def _unlike(files: Iterable[InputFile]) -> Iterator[InputFile]:
    """Give two files of one name, from different inputs, their paths as names."""
    files = list(files)
    names = Counter(source.name for source in files)
    named = [
        replace(s, name=printable_name(Path(s.path).as_posix()).lstrip("/"))
        if names[s.name] > 1
        else s
        for s in files
    ]
    # What is shown of two paths can still be alike, if one of them is not UTF-8.
    taken: Counter[str] = Counter()
    for source in sorted(named):
        taken[source.name] += 1
        number = taken[source.name]
        yield source if number == 1 else replace(source, name=f"{source.name} ({number})")
