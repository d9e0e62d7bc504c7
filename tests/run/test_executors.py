"""The executor that reads, by the options: never more processes than files, each knows the agency's words."""

from __future__ import annotations

import importlib.util

import pytest

from pipeline.errors import UsageError
from pipeline.run.executors import TASKS_AHEAD, Workers, open_executor
from pipeline.run.worker import Limits
from pipeline.tables import HeaderWords, column_role

JOBS = [
    pytest.param(3, 8, 3, id="fewer-processes-than-files"),
    pytest.param(8, 3, 3, id="more-processes-than-files"),
]


@pytest.mark.parametrize(("jobs", "files", "used"), JOBS)
def test_tasks_ahead(jobs: int, files: int, used: int) -> None:
    with open_executor(Workers(jobs), files) as (_, ahead):
        assert ahead == TASKS_AHEAD * used


WORDS = [
    pytest.param(HeaderWords({"target": ("晴雨欄",)}), "target", id="told"),
    pytest.param(None, None, id="none"),
]


@pytest.mark.parametrize(("words", "role"), WORDS)
def test_words_of_an_agency_are_learned_there(words: HeaderWords | None, role: str | None) -> None:
    with open_executor(Workers(1, Limits(60, 500), words=words), 1) as (executor, _):
        assert executor.submit(column_role, "晴雨欄").result() == role
    assert column_role("晴雨欄") is None  # but not here


def test_a_cluster_without_its_library_is_wrong_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    if importlib.util.find_spec("distributed"):
        monkeypatch.setitem(__import__("sys").modules, "distributed", None)
        monkeypatch.delitem(__import__("sys").modules, "pipeline.run.cluster", raising=False)
    workers = Workers(1, scheduler="tcp://127.0.0.1:1")
    with pytest.raises(UsageError, match=r"pip install"), open_executor(workers, 1):
        pass
