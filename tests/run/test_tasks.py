"""What a worker does for a file: what the journal holds is not read again, unless something has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import Status
from pipeline.run import inputs, journal, tasks
from tests.run.runs import SAMPLES


def order(out: Path) -> tasks.Order:
    return tasks.Order("f", "limits", str(out / journal.FOLDER))


def test_what_is_kept_is_not_read_again(tmp_path, monkeypatch) -> None:
    source = inputs.InputFile("a.pdf", str(SAMPLES[0]))
    first = tasks.read_source(source, 1, order(tmp_path))
    with journal.Journal(tmp_path) as kept:
        kept.put(first.key, first.entry)
    again = tasks.read_source(source, 1, order(tmp_path))
    assert (again.key, again.entry, again.summary) == (first.key, None, first.summary)


CHANGES = [
    pytest.param(inputs.InputFile("b.pdf", str(SAMPLES[0])), "f", id="another-name"),
    pytest.param(inputs.InputFile("a.pdf", str(SAMPLES[1])), "f", id="another-content"),
    pytest.param(inputs.InputFile("a.pdf", str(SAMPLES[0])), "g", id="other-options"),
]


@pytest.mark.parametrize(("source", "fingerprint"), CHANGES)
def test_what_has_changed_is_read_again(tmp_path, source, fingerprint) -> None:
    first = tasks.read_source(inputs.InputFile("a.pdf", str(SAMPLES[0])), 1, order(tmp_path))
    with journal.Journal(tmp_path) as kept:
        kept.put(first.key, first.entry)
    changed = tasks.read_source(
        source, 1, tasks.Order(fingerprint, "", str(tmp_path / journal.FOLDER))
    )
    assert changed.key != first.key
    assert changed.entry is not None


def test_only_what_hit_a_limit_is_read_again_under_other_limits(tmp_path) -> None:
    good = inputs.InputFile("a.pdf", str(SAMPLES[0]))
    bad = inputs.InputFile("b.pdf", str(SAMPLES[1]))
    digest = tasks.read_source(bad, 1, tasks.Order("f", findings=True)).report.sha256
    lost = tasks.make_outcome(
        tasks.failed_report(bad, Status.TIMEOUT, "too slow", digest), order(tmp_path)
    )
    first = tasks.read_source(good, 1, order(tmp_path))
    with journal.Journal(tmp_path) as kept:
        kept.put(first.key, first.entry)
        kept.put(lost.key, lost.entry)
    assert tasks.read_source(bad, 1, order(tmp_path)).summary.status == "timeout"
    other = order(tmp_path)._replace(limits="other")
    assert tasks.read_source(good, 1, other).entry is None
    assert tasks.read_source(bad, 1, other).summary.status == "ok"
