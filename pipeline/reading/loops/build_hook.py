"""Build hook: compile the loops over a page (``loops.c`` beside it) where there is a C compiler.

Without one, or where compiling fails, nothing is missing: `in_python` beside it has the same loops in
Python. Only the C library's headers are needed, none of Python's.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import zlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path("pipeline", "reading", "loops", "loops.c")
# No multiplication and addition in one step: it would round otherwise than Python does.
OPTIONS = ["-O2", "-ffp-contract=off", "-shared", "-fPIC"]


class CompileLoops(BuildHookInterface[Any]):
    """Puts the compiled loops beside their source, and into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before a wheel is put together, or an editable one."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        for old in root.glob("pipeline/reading/loops/_loops-*"):
            old.unlink()
        source = root / SOURCE
        # By this name `in_c` knows that the library is of this very source.
        made = source.with_name(f"_loops-{zlib.crc32(source.read_bytes()):08x}.so")
        compiler = shlex.split(os.environ.get("CC", "cc"))
        command = [*compiler, *OPTIONS, "-o", str(made), str(source), "-lm"]
        try:
            subprocess.run(command, check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError) as error:
            reason = getattr(error, "stderr", "") or str(error)
            self.app.display_warning(f"the loops over a page stay in Python: {reason.strip()}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        build_data["artifacts"].append(f"/{made.relative_to(root).as_posix()}")
