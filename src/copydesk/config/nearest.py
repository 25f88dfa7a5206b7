"""Which config counts for a draft: the nearest one at or above its folder."""

from __future__ import annotations

import os

from copydesk.config import Config
from copydesk.files.bounds import folders_up, is_top
from copydesk.files.find_up import config_in
from copydesk.files.gitignore import path_matches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Configs:
    """The configs of a run, each read when the first draft needs it and then kept.

    Nothing is merged: the nearest config is the only one that counts for a draft, with
    what it extends. If there is none, that of the current folder counts, if it has one.
    It can be pickled with what it has read, so that all processes work by the same.

    Args:
        run: the config of the run.
        nested: whether a config nearer to a draft counts for it; otherwise ``run`` counts
            for all drafts.
    """

    def __init__(self, run: Config, nested: bool = False) -> None:
        self._run = run
        self._nested = nested
        self._by_path: dict[str, Config] = {}  # folders as they are spelled
        self._by_folder: dict[str, Config] = {}
        self._by_file = dict.fromkeys(run.files[:1], run)
        self._here = self._for_current_folder() if nested else run

    def of(self, path: str) -> Config:
        """The config for a draft.

        Raises:
            DataError: it cannot be read or breaks the schema.
        """
        if not self._nested:
            return self._run
        folder = os.path.dirname(path.removeprefix("./"))
        found = self._by_path.get(folder)
        if found is None:
            found = self._by_path[folder] = self._nearest(os.path.abspath(folder))
        return found

    def used(self, paths: Iterable[str]) -> list[Config]:
        """The configs for drafts, that of the run first, each once."""
        configs = {one.files: one for one in (self._run, *map(self.of, paths))}
        return list(configs.values())

    def excluded(self, path: str) -> bool:
        """Whether the config for a path excludes it; the path of a folder ends in a slash.

        A folder's own config counts for what is in it, not for the folder. A list of accepted
        words is no draft.

        Raises:
            DataError: the config cannot be read or breaks the schema.
        """
        config = self.of(path.rstrip("/"))
        if config.exclude and path_matches(config.exclude, config.root, path):
            return True
        lists = (*config.accept, *self._run.accept)
        return bool(lists) and os.path.abspath(path) in {file for _, file in lists}

    def _for_current_folder(self) -> Config:
        """The config for drafts here without a nearer one.

        The config of the run may be that of the first draft, which is nobody else's.
        """
        here = os.path.abspath(os.curdir)
        is_above = not self._run.files or self._run.root in folders_up(here)
        found = self._by_folder[here] = self._run if is_above else Config(tree=self._run.tree)
        return found

    def _nearest(self, folder: str) -> Config:
        """The config for drafts in a folder (absolute), found once for it and those above."""
        passed = []
        while (found := self._by_folder.get(folder)) is None:
            passed.append(folder)
            file, above = config_in(folder, self._run.tree), os.path.dirname(folder)
            if file or above == folder or is_top(folder):
                found = self._read(file) if file else self._here
                break
            folder = above
        for below in passed:
            self._by_folder[below] = found
        return found

    def _read(self, file: str) -> Config:
        if file not in self._by_file:
            from copydesk.config.load import load_config

            self._by_file[file] = load_config(file, self._run.tree)
        return self._by_file[file]
