"""many files -> outputs: inputs, workers, journal, progress.

In come the arguments of a command, out come the output files, or reports.

======================  =====================================================================
`inputs`, `remote`      arguments -> files, folders, patterns, URLs
`file_report`           one file -> `Report`: all stages in their order
`dataframes`            a report -> DataFrames, for `pipeline.audit`
`tasks`, `batch`        what a worker does for a file; sources -> outcomes
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
    from pipeline.run.cluster import cluster_executor as cluster_executor
    from pipeline.run.dataframes import Audit as Audit
    from pipeline.run.dataframes import audit_file as audit_file
    from pipeline.run.inputs import InputFile as InputFile
    from pipeline.run.inputs import find_inputs as find_inputs
    from pipeline.run.inputs import nothing_at as nothing_at
    from pipeline.run.inputs import printable_name as printable_name
    from pipeline.run.isolation import IsolatedExecutor as IsolatedExecutor
    from pipeline.run.journal import Journal as Journal
    from pipeline.run.journal import fingerprint as fingerprint
    from pipeline.run.preload import start_preload as start_preload
    from pipeline.run.progress import show_progress as show_progress
    from pipeline.run.publishing import OutputStyle as OutputStyle
    from pipeline.run.publishing import publish as publish
    from pipeline.run.tasks import Order as Order
    from pipeline.run.tasks import Outcome as Outcome
    from pipeline.run.tasks import failed_report as failed_report
    from pipeline.run.tasks import make_outcome as make_outcome
    from pipeline.run.worker import Limits as Limits
else:  # a name is loaded when it is first asked for, so that `pipeline --help` answers at once
    __getattr__, __dir__, __all__ = lazy_loader.attach(
        __name__,
        submod_attrs={
            "batch": ["read_batch"],
            "cluster": ["cluster_executor"],
            "dataframes": ["Audit", "audit_file"],
            "inputs": ["InputFile", "find_inputs", "nothing_at", "printable_name"],
            "isolation": ["IsolatedExecutor"],
            "journal": ["Journal", "fingerprint"],
            "preload": ["start_preload"],
            "progress": ["show_progress"],
            "publishing": ["OutputStyle", "publish"],
            "tasks": ["Order", "Outcome", "failed_report", "make_outcome"],
            "worker": ["Limits"],
        },
    )
