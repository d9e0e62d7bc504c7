"""A user's TOML file -> header words and section titles beside the built-in ones.

    [roles]
    target = ["本年擘劃值"]
    [sections]
    progress = ["推動情形"]

A mistake is a `UsageError` that names the file, the key and what is allowed there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.tables import role_words
from pipeline.tables.role_words import HeaderWords

_TABLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "roles": role_words.ROLES,
    "sections": role_words.SECTIONS,
}


def read_agency_words(path: Path) -> HeaderWords:
    """Read and check a layout file."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: not TOML: {error}") from None
    _check_names(path, "table", content, _TABLES)
    checked: dict[str, dict[str, tuple[str, ...]]] = {"roles": {}, "sections": {}}
    for table, entries in content.items():
        if not isinstance(entries, dict):
            raise UsageError(f"{path}: {table}: must be a table, [{table}]")
        _check_names(path, f"key in [{table}]", entries, _TABLES[table])
        for key, words in entries.items():
            checked[table][key] = _check_words(path, f"[{table}] {key}", words)
    return HeaderWords(checked["roles"], checked["sections"])


def _check_names(
    path: Path, what: str, given: Mapping[str, object], allowed: Mapping[str, object]
) -> None:
    for name in given:
        if name not in allowed:
            known = ", ".join(allowed)
            raise UsageError(f"{path}: unknown {what}: {name}; there are {known}")


def _check_words(path: Path, place: str, words: object) -> tuple[str, ...]:
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise UsageError(f'{path}: {place}: must be a list of words, ["…", "…"]')
    short = [word for word in words if len("".join(word.split())) < 2]
    if short:
        raise UsageError(f"{path}: {place}: {short[0]!r} is too short to be told from text")
    return tuple("".join(word.split()) for word in words)
