"""many files -> outputs: inputs, workers, journal, progress.

In come the arguments of a command, out come the output files, or reports.

======================  =====================================================================
`options`               the commands and their options, as tables
`inputs`, `remote`      arguments -> files, folders, patterns, URLs
`file_report`           one file -> `Report`: all stages in their order
`formats`               the formats of input files: a list, an entry for each
`input_formats`         the modules that read files: PDF, plain text
`dataframes`            a report -> DataFrames, for `pipeline.audit`
`tasks`, `batch`        what a worker does for a file; sources -> outcomes
`journaled_batch`       a batch whose results are kept in a journal
`executors`             options -> one of the executors that read:
`isolation`, `worker`   processes with limits on this machine
`cluster`               the same on a Dask cluster
`preload`               the process that workers are forked from
`journal`               results as they come, on disk
`publishing`            a journal -> the output files, all together
`progress`              how far a run is
======================  =====================================================================
"""

from typing import TYPE_CHECKING

import lazy_loader

if TYPE_CHECKING:
    from pipeline.run.batch import read_batch as read_batch
    from pipeline.run.dataframes import Audit as Audit
    from pipeline.run.dataframes import audit_file as audit_file
    from pipeline.run.executors import Workers as Workers
    from pipeline.run.executors import open_executor as open_executor
    from pipeline.run.inputs import find_inputs as find_inputs
    from pipeline.run.inputs import nothing_at as nothing_at
    from pipeline.run.inputs import printable_name as printable_name
    from pipeline.run.journal import Journal as Journal
    from pipeline.run.journaled_batch import JournaledBatch as JournaledBatch
    from pipeline.run.options import make_parser as make_parser
    from pipeline.run.preload import start_preload as start_preload
    from pipeline.run.progress import show_progress as show_progress
    from pipeline.run.publishing import OutputStyle as OutputStyle
    from pipeline.run.publishing import publish as publish
    from pipeline.run.tasks import Order as Order
    from pipeline.run.worker import Limits as Limits
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "batch": ["read_batch"],
            "dataframes": ["Audit", "audit_file"],
            "executors": ["Workers", "open_executor"],
            "inputs": ["find_inputs", "nothing_at", "printable_name"],
            "journal": ["Journal"],
            "journaled_batch": ["JournaledBatch"],
            "options": ["make_parser"],
            "preload": ["start_preload"],
            "progress": ["show_progress"],
            "publishing": ["OutputStyle", "publish"],
            "tasks": ["Order"],
            "worker": ["Limits"],
        },
    )
