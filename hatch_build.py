"""What a build of the package does beside packing it: compile the built-in phrases (linter/privacylint/shipping.py)."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_SHIPPED = "linter/privacylint/shipped"


class Compiled(BuildHookInterface[Any]):
    """Fills the folder of what comes compiled; without it the package works as well, only its first runs are slower."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, in a process of its own; what goes wrong is said and is no reason to build nothing."""
        root = Path(self.root)
        with tempfile.TemporaryDirectory() as place:
            # the package is not installed yet, so its entry point is told here
            known = Path(place, "privacylint-0.dist-info")
            known.mkdir()
            points = self.metadata.core.entry_points["privacylint"]
            lines = [f"{name} = {module}" for name, module in points.items()]
            (known / "entry_points.txt").write_text("\n".join(["[privacylint]", *lines, ""]), "utf-8")
            paths = [str(root / "linter"), str(root / "rules"), place, os.environ.get("PYTHONPATH", "")]
            # the same words in the same order, whoever builds it
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONHASHSEED": "0"}
            command = [sys.executable, "-m", "privacylint.shipping", str(root / _SHIPPED)]
            # not in the folder that tells the entry point: no plugin is taken from the current one
            done = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True)
        if done.returncode:
            self.app.display_warning(f"phrases are not compiled, the first runs will do it: {done.stderr[-300:]}")
        build_data["artifacts"].append(f"/{_SHIPPED}/*.bin")
