"""The desk: reads a draft and has it checked, as ordered."""

from __future__ import annotations

import os
import time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from copydesk.catalogue import catalogue
from copydesk.config import Choice, Config, find_ledger
from copydesk.decode import DecodeError, decode
from copydesk.document import Clock, Document
from copydesk.draft_bytes import digest_of, draft_bytes, said
from copydesk.engine import RuleSet, check, told
from copydesk.errors import DataError, PluginError
from copydesk.path_matches import path_matches
from copydesk.registry import Registry
from copydesk.report import FileReport
from copydesk.selection import rule_set
from copydesk.values import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from copydesk.catalogue import RuleInfo
    from copydesk.decode import Decoded
    from copydesk.discover import Draft
    from copydesk.document.slots import Parsed
    from copydesk.fixing.outcome import Fixing


class Orders(NamedTuple):
    """All that a run is told; can be sent to another process.

    Attributes:
        config: what the config files say.
        choice: what the command line says, laid over every choice.
        date: the story date given on the command line, ISO.
        today: the machine's date, ISO.
        format_in: the parser to use for every draft; empty to go by suffix.
        encoding: of drafts without a byte order mark; empty for UTF-8.
        final: whether the drafts are about to be published.
        cache: the folder for compiled tables; empty for none.
        fixing: how drafts are to be fixed; None if they are not.
        stories: whether the report is to hold the text of every draft.
        stet: whether what the stet ledger lets stand is held back.
        alone: whether there is one draft only, which nothing is compared with.
    """

    config: Config = Config()
    choice: Choice = Choice()
    date: str = ""
    today: str = ""
    format_in: str = ""
    encoding: str = ""
    final: bool = False
    cache: str = ""
    fixing: Fixing | None = None
    stories: bool = False
    stet: bool = True
    alone: bool = False


class Desk:
    """Checks drafts as ordered.

    Raises:
        PluginError, DataError, NoRules: the orders cannot be carried out.
    """

    def __init__(self, orders: Orders) -> None:
        self.orders = orders
        styles = [choice.style for choice in _choices(orders) if choice.style.endswith(".toml")]
        packs = [*orders.config.terms, *((style, style) for style in dict.fromkeys(styles))]
        self.registry = Registry(catalogue(orders.cache), packs, orders.cache, orders.config.facts)
        self._sets: dict[tuple[int, ...], RuleSet] = {}
        self.default = self._rules(())
        for index in range(len(orders.config.overrides)):
            self._rules((index,))  # a wrong override is an error even if no path meets it

    def read(self, draft: Draft) -> FileReport:
        """Check one file; what goes wrong is in the report."""
        try:
            data = draft_bytes(draft.file, draft.bounds)
        except OSError as error:
            return FileReport(draft.path, problems=(Problem(said(error), draft.path),))
        report = self.check_bytes(draft.path, data)._replace(digest=digest_of(data))
        if self.orders.fixing is None:
            return report
        from copydesk.fixing.draft import saved

        again = partial(self.check_bytes, draft.path, data, fix=False)
        return saved(draft, data, report, again)

    def check_bytes(self, path: str, data: bytes, fix: bool = True) -> FileReport:
        """Check a draft that is already read; ``path`` is how it is called.

        Where the orders are to fix drafts, the report is on the fixed draft, which
        it holds in ``mended``; nothing is written here. Without ``fix`` it is not.
        Whatever goes wrong, a fault of ours included, costs this draft only.
        """
        try:
            return self._checked(path, data, fix)
        except DataError as error:
            return FileReport(path, problems=(Problem(str(error), path),))
        except Exception as error:
            message = f"copydesk failed on this draft: {told(error)}"
            return FileReport(path, problems=(Problem(message, path),))

    def _checked(self, path: str, data: bytes, fix: bool) -> FileReport:
        orders = self.orders
        try:
            decoded, parse = self.opened(path, data)
        except (DecodeError, PluginError) as error:
            return FileReport(path, problems=(Problem(str(error), path),))
        doc, report = self.examined(path, parse, decoded.text, bool(decoded.mark))
        if orders.fixing is None or not fix or not report.findings:
            return report
        from copydesk.fixing.draft import fixed

        examine = partial(self.examined, path, parse, marked=bool(decoded.mark))
        return fixed(data, decoded, (doc, report), examine, orders.fixing)

    def opened(self, path: str, data: bytes) -> tuple[Decoded, Callable[[str], Parsed]]:
        """A draft's text, and the parser for it.

        Raises:
            DecodeError: the bytes are no text.
            PluginError: the parser cannot be loaded.
        """
        decoded = decode(data, self.orders.encoding or self.orders.config.encoding)
        try:
            return decoded, self.registry.parser_for(path, self.orders.format_in).load()
        except Exception as error:
            raise PluginError(f"its parser cannot be loaded: {told(error)}") from error

    def examined(
        self, path: str, parse: Callable[[str], Parsed], text: str, marked: bool = False
    ) -> tuple[Document, FileReport]:
        """A draft's document and what is found in it."""
        orders = self.orders
        clock = Clock(orders.date, orders.config.date, orders.today)
        doc = Document(text, parse, path, clock, orders.final)
        checked = check(doc, self.rules_for(path), orders.alone)
        if not checked.findings and not checked.sightings and not orders.stories:
            report = FileReport(path, (), checked.problems, checked.held, checked.skipped)
            return doc, self.held(report._replace(of_today=doc.is_of_today))
        from copydesk.place import place, story_of

        report = place(doc, checked)._replace(of_today=doc.is_of_today)
        if orders.stories and "parsed" in vars(doc):
            report = report._replace(story=story_of(doc, marked))
        return doc, self.held(report)

    def held(self, report: FileReport, late: bool = False) -> FileReport:
        """The report without what the stet ledger lets stand; ``late``: after comparing.

        Raises:
            DataError: the ledger cannot be read.
        """
        folder = os.path.dirname(os.path.abspath(report.path))
        ledger = find_ledger(folder) if self.orders.stet else None
        if ledger is None:
            return report
        from copydesk.ledger.hold import Terms, hold

        terms = Terms(self.rules_for(report.path), self.orders.config.stet, late)
        return hold(report, ledger, terms)

    def rules_for(self, path: str) -> RuleSet:
        """The rules for a draft, after the overrides that its path meets."""
        return self._rules(self._met(path))

    @property
    def notes(self) -> tuple[str, ...]:
        """What the extras that are there, or are not, make of this run."""
        by_extra: dict[str, list[RuleInfo]] = {}
        for rule in self.registry.rules.values():
            if rule.extra:
                by_extra.setdefault(rule.extra, []).append(rule)
        notes = []
        for extra, rules in sorted(by_extra.items()):
            names = ", ".join(rule.id for rule in rules)
            if any(rule.id in self.default.severities for rule in rules):
                notes.append(f"Checked by patterns and by {extra} ({names}).")
            else:
                why = rules[0].unavailable or "not selected"
                notes.append(f"Checked by patterns, not by {extra} ({names}): {why}.")
        return tuple(notes)

    def excluded(self, path: str) -> bool:
        """Whether the config excludes a path."""
        config = self.orders.config
        return bool(config.exclude) and path_matches(config.exclude, config.root, path)

    def limits_for(self, path: str) -> Mapping[str, float]:
        """How hard to read a draft may be, by ``[readability]`` and the overrides."""
        return self._choice(self._met(path)).limits

    def _met(self, path: str) -> tuple[int, ...]:
        """The numbers of the overrides that a path meets."""
        overrides = self.orders.config.overrides
        return tuple(
            index for index, one in enumerate(overrides) if path_matches(one.paths, one.root, path)
        )

    def _choice(self, met: tuple[int, ...]) -> Choice:
        config = self.orders.config
        choice = config.choice
        for index in met:
            choice = config.overrides[index].choice.over(choice)
        return self.orders.choice.over(choice)

    def _rules(self, met: tuple[int, ...]) -> RuleSet:
        if met not in self._sets:
            where = partial(self._where, met)
            self._sets[met] = rule_set(self.registry, self._choice(met), where)
        return self._sets[met]

    def _where(self, met: tuple[int, ...], *keys: str) -> str:
        """Who set a key, for an error message: an option, or a file and line."""
        if getattr(self.orders.choice, keys[0].replace("-", "_"), None):
            return f"--{keys[0]}"
        return self.orders.config.where(*keys, met=met)


def _choices(orders: Orders) -> Iterator[Choice]:
    yield orders.config.choice
    for override in orders.config.overrides:
        yield override.choice
    yield orders.choice


def today() -> str:
    """The machine's date, ISO."""
    return time.strftime("%Y-%m-%d")
