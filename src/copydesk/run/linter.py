"""The linter: takes a draft and returns its report. It neither fixes nor writes anything."""

from __future__ import annotations

import os

from copydesk.cache.digest import digest_of
from copydesk.config.nearest import Configs
from copydesk.document import Document
from copydesk.document.date import Clock
from copydesk.document.fields import named
from copydesk.engine import check
from copydesk.files.decode import Decoded, DecodeError, decode
from copydesk.files.find_up import find_ledger
from copydesk.files.no_text import NoText, kind_of, reads_some
from copydesk.files.read import MEGABYTE, draft_bytes, os_error_text, too_large
from copydesk.model.errors import DataError, NoRules, PluginError, describe
from copydesk.model.findings import Problem
from copydesk.registry.prepared import Prepared
from copydesk.report import FileReport
from copydesk.run.settings import READING

FEW = 20  # words; whether so few are copy at all is looked at more closely

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copydesk.config import Config
    from copydesk.document.slots import Parsed
    from copydesk.files.discover import Draft
    from copydesk.hooks.specs import ParserSpec
    from copydesk.registry.registry import Registry
    from copydesk.report import Checked
    from copydesk.rules.ruleset import RuleSet
    from copydesk.run.settings import Reading, RunSettings


class Linter:
    """Checks drafts, one at a time.

    Args:
        settings: the settings of the run.
        configs: the configs of its drafts, if some have been read already.

    Attributes:
        settings: as given.
        configs: the configs of the drafts.
        prepared: everything derived from the settings and the config of the run, once.

    Raises:
        PluginError, DataError, NoRules: a plugin is broken, or the settings are invalid or
            select no rules.
    """

    def __init__(self, settings: RunSettings, configs: Configs | None = None) -> None:
        self.settings = settings
        self.configs = configs or Configs(settings.config, settings.nested)
        self.prepared = self._prepared(settings.config)
        self._by_config = {settings.config.files: self.prepared}

    def prepared_for(self, path: str) -> Prepared:
        """What is derived from the config that counts for a draft.

        Raises:
            DataError, NoRules: that config is invalid, or selects no rules.
        """
        config = self.configs.of(path)
        found = self._by_config.get(config.files)
        if found is None:
            found = self._by_config[config.files] = self._prepared_by(config)
        return found

    def _prepared(self, config: Config) -> Prepared:
        settings = self.settings
        plugged = config if settings.plugins else config._replace(plugins=())
        return Prepared(plugged, settings.choice, settings.cache)

    def _prepared_by(self, config: Config) -> Prepared:
        try:
            return self._prepared(config)
        except NoRules as error:
            from copydesk.config.source import shown

            file = shown(config.files[0]) if config.files else ""
            if not file or str(error).startswith(file):
                raise
            raise NoRules(f"{file}: {error}") from None  # an option left none of its rules

    def prepare(self, paths: Iterable[str]) -> None:
        """Read the configs and select the rules for these paths, so that checks need not.

        Raises:
            DataError, NoRules: a config is invalid, or selects no rules.
        """
        if self.settings.nested or self.settings.config.overrides:
            for path in paths:
                self.prepared_for(path).rules_for(path)

    @property
    def registry(self) -> Registry:
        """All parsers, formatters, rules and terms of the config of the run."""
        return self.prepared.registry

    def registry_with(self, rule: str) -> Registry:
        """The first registry, of those in use, that has a rule; else that of the run."""
        registries = (prepared.registry for prepared in self._by_config.values())
        return next((one for one in registries if rule in one.rules), self.registry)

    @property
    def default(self) -> RuleSet:
        """The rules for a draft that no override applies to."""
        return self.prepared.default

    def check(self, draft: Draft, reading: Reading = READING) -> FileReport:
        """Check one file; errors become problems in the report."""
        digest = b""

        def checked() -> FileReport:
            nonlocal digest
            data = draft_bytes(draft.file, draft.bounds, self.most_bytes(draft.path))
            digest = digest_of(data)
            decoded, parse, _ = self.open(draft.path, data, reading)
            del data  # from here on only the text is needed
            return self.examine(draft.path, parse, decoded.text, bool(decoded.mark), reading)[1]

        return safely(draft.path, checked)._replace(digest=digest)

    def check_bytes(self, path: str, data: bytes, reading: Reading = READING) -> FileReport:
        """Check a draft that is already read; ``path`` is its name in the report."""

        def checked() -> FileReport:
            decoded, parse, _ = self.open(path, data, reading)
            return self.examine(path, parse, decoded.text, bool(decoded.mark), reading)[1]

        return safely(path, checked)

    def open(
        self, path: str, data: bytes, reading: Reading = READING
    ) -> tuple[Decoded, Callable[[str], Parsed], ParserSpec]:
        """Decode a draft; return its text, the parser for it, and the format.

        Raises:
            DecodeError: the bytes are not text.
            PluginError: the parser cannot be loaded, or cannot read the bytes.
        """
        most = self.most_bytes(path)
        if len(data) > most:
            raise DecodeError(too_large(most))
        spec = self.registry.parser_for(path, reading.format_in)
        if spec.load_bytes is not None:
            from copydesk.run.packed import unpacked

            source, parse = unpacked(spec, data)
            return Decoded(source, "utf-8"), parse, spec
        if not reads_some(spec.suffixes):
            kind = kind_of(path, data, by_name=not reading.format_in)
            if kind is not None:
                raise NoText(kind)
        decoded = decode(data, self._encoding(path, data, spec))
        try:
            return decoded, named(spec.load(), self.configs.of(path).fields), spec
        except Exception as error:
            raise PluginError(f"cannot load its parser: {describe(error)}") from error

    def most_bytes(self, path: str) -> int:
        """The size in bytes of the largest draft that is checked."""
        return (self.settings.max_size or self.configs.of(path).max_size) * MEGABYTE

    def _encoding(self, path: str, data: bytes, spec: ParserSpec) -> str:
        """The encoding of a draft, from the command line, its config or the draft itself."""
        given = self.settings.encoding or self.configs.of(path).encoding
        if given or spec.name != "html":
            return given
        from copydesk.parsers.html.charset import declared_encoding

        return declared_encoding(data)

    def examine(
        self,
        path: str,
        parse: Callable[[str], Parsed],
        text: str,
        marked: bool = False,
        reading: Reading = READING,
    ) -> tuple[Document, FileReport]:
        """Parse and check a draft; return its document and its report.

        Args:
            path: the draft's path in the report.
            parse: the parser for its format.
            text: its decoded source.
            marked: whether the file begins with a byte order mark.
            reading: how the draft is read.
        """
        settings, prepared = self.settings, self.prepared_for(path)
        rules = prepared.rules_for(path)
        clock = Clock(reading.date or settings.date, prepared.config.date, settings.today)
        where = os.path.abspath(path) if path else ""
        doc = Document(text, parse, path, clock, settings.final, where)
        waiting = settings.waiting
        waits = None if waiting is None else lambda line: waiting.touch(path, line, line)
        before = prepared.registry.facts_later.asked
        checked = check(doc, rules, reading.alone, waits)
        if not checked.findings and not checked.sightings and not reading.stories:
            report = FileReport(path, (), checked.problems, checked.held, checked.skipped)
            if checked.overrides:
                from copydesk.engine.place import overrides_of

                report = report._replace(overrides=overrides_of(doc, checked))
            return doc, self.held(_told(report, doc, checked, _as_of(prepared, before)))
        from copydesk.engine.place import place, story_of

        report = _told(place(doc, checked), doc, checked, _as_of(prepared, before))
        if reading.stories and "parsed" in vars(doc):
            report = report._replace(story=story_of(doc, marked))
        return doc, self.held(report)

    def held(self, report: FileReport, late: bool = False) -> FileReport:
        """Remove the findings that the stet ledger suppresses from a report.

        Args:
            report: the report on one draft.
            late: whether the findings from comparing drafts have been added.

        Raises:
            DataError: the ledger cannot be read.
        """
        folder = os.path.dirname(os.path.abspath(report.path))
        tree = self.settings.ledger
        path = find_ledger(folder, tree) if self.settings.stet else None
        if path is None:
            return report
        from copydesk.stet.hold_back import HoldTerms, hold_back
        from copydesk.stet.ledger import read_ledger

        prepared = self.prepared_for(report.path)
        rules = prepared.rules_for(report.path)
        return hold_back(
            report, read_ledger(path, tree), HoldTerms(rules, prepared.config.stet, late)
        )


def _as_of(prepared: Prepared, before: int) -> str:
    """The day up to which the facts are current; empty if nothing has asked for facts since."""
    registry = prepared.registry
    return registry.facts_pack.as_of if registry.facts_later.asked > before else ""


def _told(report: FileReport, doc: Document, checked: Checked, as_of: str) -> FileReport:
    """The report, with what it owes to the machine's date, and how much was read.

    ``as_of`` is the day up to which the facts are current, if they were asked for.
    """
    date = vars(doc).get("date") if as_of else None
    beyond = date is not None and date.day.isoformat() > as_of
    report = report._replace(of_today=doc.is_of_today, undated=doc.is_undated, beyond=beyond)
    if "parsed" not in vars(doc):  # it cannot be read
        return report
    text = doc.text
    words = sum(len(text[slot.span.start : slot.span.end].split()) for slot in doc.parsed.slots)
    if words > FEW and 2 * len(text) >= len(doc.source) and not checked.endless:
        return report._replace(words=words)
    from copydesk.engine.unread import gaps_in

    return report._replace(words=words, gaps=gaps_in(doc, words, checked))


def safely(path: str, make: Callable[[], FileReport]) -> FileReport:
    """Make a report; any error, including a bug in copydesk, affects only this draft."""
    try:
        return make()
    except OSError as error:
        return FileReport(path, problems=(Problem(os_error_text(error), path),))
    except (DecodeError, PluginError, DataError) as error:
        kind = error.kind.name if isinstance(error, NoText) else ""
        return FileReport(path, problems=(Problem(str(error), path),), no_text=kind)
    except Exception as error:
        message = f"copydesk failed on this draft: {describe(error)}"
        return FileReport(path, problems=(Problem(message, path),))
