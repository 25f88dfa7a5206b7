"""The Python API: functions to check a text or files, and a linter to set up once."""

from __future__ import annotations

import datetime
import os

from copydesk.cache.folder import cache_folder
from copydesk.config import Config, RuleSelection
from copydesk.files.discover import discover
from copydesk.model.errors import DataError
from copydesk.report import Report
from copydesk.run.linter import Linter as DraftLinter
from copydesk.run.options import RunOptions
from copydesk.run.runner import run
from copydesk.run.settings import Reading, RunSettings, today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Linter:
    """A linter that is set up once and checks as many drafts as you like.

    It can be pickled: another process sets it up again from the same settings. Checking
    does not change it, so the order of drafts does not matter.

    Args:
        style: a house style by name, or a TOML file with one; empty for none.
        select: rules or groups to run; those that are on by default if not given.
        ignore: rules or groups to leave out.
        config: the path of a ``copydesk.toml``; by default no config is read.
        final: whether the drafts are about to be published.
        preview: whether rules in preview run too.

    Raises:
        DataError: a rule or style does not exist, or the config file is invalid.
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
        preview: bool = False,
    ) -> None:
        chosen = None if select is None else tuple(select)
        choice = RuleSelection(
            select=chosen, ignore=tuple(ignore), style=style, preview=preview or None
        )
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
            format: its format: ``text``, ``markdown``, ``html``, or a plugin's format.
            date: the story date; by default the one in the draft, else today.
            path: the draft's path in the report, which also decides which overrides apply.

        Raises:
            DataError: ``date`` is not a date, or there is no such format.
        """
        if format not in self._linter.registry.parsers:
            known = ", ".join(sorted(self._linter.registry.parsers))
            raise DataError(f"there is no format {format!r}; the formats are {known}")
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
        """Check files and all drafts in folders, and compare names between drafts.

        Args:
            paths: files and folders.
            date: the date of all stories; by default the one in each draft, else today.
            jobs: number of processes; 0 to choose by the amount of work.

        Raises:
            DataError: ``date`` is not a date.
        """
        suffixes, excluded = self._linter.registry.suffixes, self._linter.configs.excluded
        found = discover([os.fspath(path) for path in paths], suffixes, excluded)
        options = RunOptions(
            jobs, found.problems, reading=Reading(date=_day(date)), cache=False,
            not_read=found.not_read, left_out=found.left_out,
        )  # fmt: skip
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
    """Check one draft with the default rules; see ``Linter.check_text``.

    Args:
        text: its source.
        format: ``text``, ``markdown``, ``html``, or a plugin's format.
        date: the story date; by default the one in the draft, else today.
        style: a house style by name, or a TOML file with one.
        path: the draft's path in the report.

    Raises:
        DataError, PluginError: as for ``Linter`` and ``Linter.check_text``.
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
        date: the date of all stories; by default the one in each draft, else today.
        style: a house style by name, or a TOML file with one.
        config: the path of a ``copydesk.toml``; by default no config is read.
        jobs: number of processes; 0 to choose by the amount of work.

    Raises:
        DataError, PluginError, NoRules: as for ``Linter``.
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
