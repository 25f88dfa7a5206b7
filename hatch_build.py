"""Compiles the shipped packs and facts into the wheel, so that a first run need not.

A build for editing holds no tables: there they are compiled when first needed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTables(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``copydesk/compiled/*.bin`` to the wheel."""

    PLUGIN_NAME = "custom"
    _folder: tempfile.TemporaryDirectory[str]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the tables; the wheel of an editable install has none."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        path = os.pathsep.join((os.path.join(self.root, "src"), self.root))
        subprocess.run(
            [sys.executable, "-m", "copydesk.registry.shipped_tables", self._folder.name],
            cwd=self.root, env=os.environ | {"PYTHONPATH": path}, check=True,
        )  # fmt: skip
        for name in os.listdir(self._folder.name):
            source = os.path.join(self._folder.name, name)
            build_data["force_include"][source] = f"copydesk/compiled/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete the folder of the tables."""
        if version != "editable":
            self._folder.cleanup()
