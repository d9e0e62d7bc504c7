"""Files -> their results in a journal and a count of all: what `pipeline run` does before it publishes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.checks import Language
from pipeline.errors import Status
from pipeline.output import Tally
from pipeline.run.batch import read_batch
from pipeline.run.executors import Workers, open_executor
from pipeline.run.inputs import InputFile
from pipeline.run.journal import Journal, fingerprint
from pipeline.run.options import SECOND_READING
from pipeline.run.progress import show_progress
from pipeline.run.tasks import Order, Outcome, failed_report, make_outcome


class JournaledBatch:
    """The files of a run, and as they come the keys of their results in the journal.

    ``pictures`` is the folder where the layout of pages is drawn, if it is: that is done while a file is
    read, so each is read anew.
    """

    def __init__(
        self,
        files: Sequence[InputFile],
        journal: Journal,
        tally: Tally,
        workers: Workers,
        *,
        language: Language | None = None,
        pictures: Path | None = None,
        second_reading: str = SECOND_READING,
    ) -> None:
        self.keys = [""] * len(files)
        self._files = files
        self._journal = journal
        self._tally = tally
        self._workers = workers
        self._order = Order(
            fingerprint(workers.words, language, second_reading),
            limits=repr(workers.limits),
            journal="" if pictures else str(journal.folder.absolute()),
            pictures=str(pictures.absolute()) if pictures else "",
            folder=str(Path.cwd()),
            language=language,
            second_reading=second_reading,
        )

    def read(self, *, verbose: bool) -> bool:
        """Read the files and keep their results; False if interrupted."""
        count = len(self._files)
        try:
            with (
                show_progress(count, verbose=verbose) as progress,
                open_executor(self._workers, count) as (executor, ahead),
            ):
                for index, outcome in read_batch(self._files, self._order, executor, ahead):
                    self._keep(index, outcome)
                    progress.add(outcome.summary)
        except KeyboardInterrupt:
            return False
        return True

    def skip_rest(self) -> None:
        """Give the files that were not read a result that says so."""
        for index, source in enumerate(self._files):
            if not self.keys[index]:
                reason = "not read: the run was interrupted before"
                report = failed_report(source, Status.SKIPPED, reason)
                self._keep(index, make_outcome(report, self._order))

    def _keep(self, index: int, outcome: Outcome) -> None:
        if outcome.entry is not None:
            self._journal.put(outcome.key, outcome.entry)
        self.keys[index] = outcome.key
        self._tally.add(outcome.summary, outcome.seconds)
