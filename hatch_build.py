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

_COMPILE = """
import sys
folder, *sys.path[:0] = sys.argv[1:]
from copydesk.registry.shipped_tables import compile_tables
compile_tables(folder)
"""


class CompiledTables(BuildHookInterface):  # type: ignore[type-arg]
    """Adds ``copydesk/compiled/*.bin`` to the wheel."""

    PLUGIN_NAME = "custom"
    _folder: tempfile.TemporaryDirectory[str]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the tables; the wheel of an editable install has none."""
        if version == "editable":
            return
        self._folder = tempfile.TemporaryDirectory()
        folder = self._folder.name
        own = [os.path.join(self.root, "src"), self.root]
        # What the build needs is on the path of this process; pip hides it from its children.
        path = [*own, *filter(os.path.isabs, sys.path)]
        subprocess.run([sys.executable, "-I", "-c", _COMPILE, folder, *path], check=True)
        for name in os.listdir(folder):
            source = os.path.join(folder, name)
            build_data["force_include"][source] = f"copydesk/compiled/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete the folder of the tables."""
        if version != "editable":
            self._folder.cleanup()
