"""Imports our own modules in fewer steps than Python's import takes.

A start imports two hundred modules, and Python asks the file system ten times for each. Here
a module is read from the byte code that is stored beside it. If there is none, or it is not
of this source, Python's own import does it.

The private modules of our rules (``_verse``) are for what few drafts have. One that a rule
imports as a module is read when something in it is first used.
"""

from __future__ import annotations

import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from _imp import _fix_co_filename  # type: ignore[attr-defined]
from marshal import loads
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

_OURS = ("copydesk.", "lint_rules.")
_STORED = os.path.join("{}", "__pycache__", f"{{}}.{sys.implementation.cache_tag}.pyc").format
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PRIVATE = "lint_rules.", "._"  # what the name of a private module begins with, and contains
_START = MAGIC_NUMBER + bytes(4)  # then come the time and the size of the source
_WORD = 0xFFFFFFFF
_HEADER = 16  # bytes


class _Later(ModuleType):
    """A module that is executed when something in it is first used."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # Python asks for what a module need not have
            raise AttributeError(name)
        loader = self.__loader__
        assert isinstance(loader, _Loader)
        empty = dict(vars(self))
        self.__class__ = ModuleType  # type: ignore[assignment]
        try:
            loader.exec_module(self)
        except BaseException:
            self.__class__ = _Later
            vars(self).clear()
            vars(self).update(empty)
            raise
        return getattr(self, name)


class _Loader(SourceFileLoader):
    """Loads a module from the byte code beside its source."""

    def __init__(self, name: str, file: str, stored: str, header: bytes) -> None:
        super().__init__(name, file)
        self._stored = stored
        self._header = header

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """A module that waits, if it is private; else one of the usual kind."""
        start, mark = _PRIVATE
        return _Later(spec.name) if spec.name.startswith(start) and mark in spec.name else None

    def exec_module(self, module: ModuleType) -> None:
        """Execute the module, unless it waits."""
        if not isinstance(module, _Later):
            super().exec_module(module)

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module, like Python's own loader."""
        try:
            data = _read(self._stored)
        except OSError:
            data = b""
        if data[:_HEADER] != self._header:
            return super().get_code(fullname)
        code: CodeType = loads(memoryview(data)[_HEADER:])
        _fix_co_filename(code, self.path)
        return code


class QuickFinder:
    """Finds modules of ours in the folder of their package."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module is, and what loads it; None to leave it to Python."""
        if not name.startswith(_OURS) or path is None or len(path) != 1:
            return None
        folder = path[0]
        leaf = name.rpartition(".")[2]
        try:
            return _spec(name, folder, leaf)
        except OSError:
            pass
        inner = os.path.join(folder, leaf)
        try:
            spec = _spec(name, inner, "__init__")
        except OSError:
            return None
        spec.submodule_search_locations = [inner]
        return spec


def use() -> None:
    """Import our own modules so from now on, if Python keeps byte code beside the source."""
    if sys.implementation.cache_tag and not (sys.pycache_prefix or sys.flags.optimize):
        sys.meta_path.insert(0, QuickFinder)


def _spec(name: str, folder: str, leaf: str) -> ModuleSpec:
    file = f"{folder}{os.sep}{leaf}.py"
    state = os.stat(file)
    stored = _STORED(folder, leaf)
    spec = ModuleSpec(name, _Loader(name, file, stored, _header(state)), origin=file)
    spec.cached = stored
    spec.has_location = True
    return spec


def _header(state: os.stat_result) -> bytes:
    """What byte code of a source in this state begins with."""
    time, size = int(state.st_mtime) & _WORD, state.st_size & _WORD
    return _START + (size << 32 | time).to_bytes(8, "little")


def _read(file: str) -> bytes:
    opened = os.open(file, _FLAGS)
    try:
        return os.read(opened, os.fstat(opened).st_size)
    finally:
        os.close(opened)
