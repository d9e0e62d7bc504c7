"""Sources -> outcomes, as they are done; what is lost is tried once more."""

from __future__ import annotations

from pipeline.errors import Status
from pipeline.run import batch, inputs, isolation, tasks


def test_what_is_lost_is_tried_once_more_alone() -> None:
    class Executor:
        """Loses b at first, and c for good."""

        def __init__(self) -> None:
            self.asked = []

        def submit(self, task, source, number, order):
            future = isolation.Future()
            self.asked.append(source.name)
            lost = source.name == "c" or (source.name == "b" and self.asked.count("b") == 1)
            if lost:
                error = isolation.TaskLostError(Status.TIMEOUT, "too slow", "digest")
                future.set_exception(error)
            else:
                future.set_result(source.name)
            return future

    found = [inputs.InputFile(name, name) for name in "abcd"]
    executor = Executor()
    done = dict(batch.read_batch(found, tasks.Order("f"), executor, 2))
    assert sorted(executor.asked[:4]) == ["a", "b", "c", "d"]
    assert executor.asked[4:] == ["b", "c"]
    assert [done[0], done[1], done[3]] == ["a", "b", "d"]
    assert done[2].summary.status == "timeout"
    assert done[2].summary.error == "c: too slow"
