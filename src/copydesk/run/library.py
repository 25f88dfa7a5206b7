"""The Python API: check a text or files, and a linter that is set up once."""

from __future__ import annotations

import datetime
import os
from typing import TYPE_CHECKING

from copydesk.cache.folder import cache_folder
from copydesk.config import Config, RuleSelection
from copydesk.files.discover import discover
from copydesk.model.errors import DataError
from copydesk.report import Report
from copydesk.run.linter import Linter as DraftLinter
from copydesk.run.runner import RunOptions, run
from copydesk.run.settings import Reading, RunSettings, today

if TYPE_CHECKING:
    from collections.abc import Iterable


class Linter:
    """A linter that is set up once and checks as many drafts as you like.

    It can be pickled: what arrives in another process is set up there anew, from the
    same settings. Checking changes nothing in it, so the order of drafts does not matter.

    Args:
        style: a house style by name, or a TOML file with one; empty for none.
        select: rules or groups to run; those that are on by default if not given.
        ignore: rules or groups to leave out.
        config: a ``copydesk.toml``; none is read unless it is named.
        final: whether the drafts are about to be published.

    Raises:
        DataError: a rule or style that does not exist, or a config file that is wrong.
        PluginError: an installed plugin is broken.
        NoRules: no rule is left to run.
    """

    def __init__(
        self,
        *,
        style: str = "",
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        config: str | os.PathLike[str] | None = None,
        final: bool = False,
    ) -> None:
        chosen = None if select is None else tuple(select)
        choice = RuleSelection(select=chosen, ignore=tuple(ignore), style=style)
        self._set_up(RunSettings(_config(config), choice, final=final, cache=cache_folder()))

    def __reduce__(self) -> tuple[object, ...]:
        return _unpickled, (self._linter.settings._replace(today=""),)

    def check_text(
        self,
        text: str,
        *,
        format: str = "text",
        date: str | datetime.date | None = None,
        path: str = "",
    ) -> Report:
        """Check one draft.

        Args:
            text: its source; offsets in the report count its code points.
            format: how it is written: ``text``, ``markdown``, ``html``, or a plugin's format.
            date: the story's date; without one, that in the draft, else today.
            path: what the draft is called in the report, and what overrides go by.

        Raises:
            DataError: ``date`` is not a date, or there is no such format.
        """
        if format not in self._linter.registry.parsers:
            known = ", ".join(sorted(self._linter.registry.parsers))
            raise DataError(f"there is no format {format!r}; there are {known}")
        reading = Reading(format, _day(date), alone=True)
        data = text.encode("utf-8", "surrogatepass")
        report = self._linter.check_bytes(path, data, reading)
        return Report((report,), (), len(self._linter.default.severities))

    def check_paths(
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        date: str | datetime.date | None = None,
        jobs: int = 1,
    ) -> Report:
        """Check files, and the drafts in folders; names are compared between them.

        Args:
            paths: files and folders.
            date: the date of all stories; without one, that in each draft, else today.
            jobs: processes; 0 for as many as the work is worth.

        Raises:
            DataError: ``date`` is not a date.
        """
        prepared = self._linter.prepared
        suffixes = prepared.registry.suffixes
        found = discover([os.fspath(path) for path in paths], suffixes, prepared.excluded)
        options = RunOptions(jobs, found.problems, reading=Reading(date=_day(date)), cache=False)
        return run(self._linter, found.drafts, options)

    def _set_up(self, settings: RunSettings) -> None:
        self._linter = DraftLinter(settings._replace(today=today()))


def check_text(
    text: str,
    *,
    format: str = "text",
    date: str | datetime.date | None = None,
    style: str | None = None,
    path: str = "",
) -> Report:
    """Check one draft by the rules that are on by default; see ``Linter.check_text``.

    Args:
        text: its source.
        format: ``text``, ``markdown``, ``html``, or a plugin's format.
        date: the story's date; without one, that in the draft, else today.
        style: a house style by name, or a TOML file with one.
        path: what the draft is called in the report.

    Raises:
        DataError, PluginError: as ``Linter`` and ``Linter.check_text`` do.
    """
    return Linter(style=style or "").check_text(text, format=format, date=date, path=path)


def check_paths(
    paths: Iterable[str | os.PathLike[str]],
    *,
    date: str | datetime.date | None = None,
    style: str | None = None,
    config: str | os.PathLike[str] | None = None,
    jobs: int = 1,
) -> Report:
    """Check files and folders; see ``Linter.check_paths``.

    Args:
        paths: files and folders.
        date: the date of all stories; without one, that in each draft, else today.
        style: a house style by name, or a TOML file with one.
        config: a ``copydesk.toml``; none is read unless it is named.
        jobs: processes; 0 for as many as the work is worth.

    Raises:
        DataError, PluginError, NoRules: as ``Linter`` does.
    """
    return Linter(style=style or "", config=config).check_paths(paths, date=date, jobs=jobs)


def _unpickled(settings: RunSettings) -> Linter:
    found = Linter.__new__(Linter)
    found._set_up(settings)
    return found


def _config(path: str | os.PathLike[str] | None) -> Config:
    if path is None:
        return Config()
    from copydesk.config.load import load_config

    return load_config(os.fspath(path))


def _day(date: str | datetime.date | None) -> str:
    if date is None:
        return ""
    if isinstance(date, datetime.date):
        return datetime.date(date.year, date.month, date.day).isoformat()
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError:
        raise DataError(f"{date!r} is not a date such as 2025-04-15") from None
