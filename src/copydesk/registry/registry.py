"""Everything available to a run: the catalogue, and the newsroom's own packs."""

from __future__ import annotations

import os
from functools import cached_property

from copydesk.files.data_file import DataFile
from copydesk.model.findings import Severity
from copydesk.rules.info import RuleInfo
from copydesk.rules.ruleset import FactsLater
from copydesk.terms.store import load_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.accepted import Accepted
    from copydesk.facts.store import Facts
    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.model.facts_pack import FactsPack
    from copydesk.registry.contributions import Contributions, ShippedFile
    from copydesk.terms.table import TermTable

PLAIN_TEXT = "text"
HOUSE_TERMS = "house/terms"
_HOUSE_RULE = RuleInfo(
    HOUSE_TERMS, Severity.STYLE, "A form that the newsroom's own list avoids.", True, ("*",),
    plugin="term pack",
)  # fmt: skip


class Registry:
    """Everything that built-ins, plugins and the newsroom's packs provide.

    Args:
        catalogue: what built-ins and plugins contribute.
        packs: the newsroom's own packs, as (shown path, file) pairs.
        cache: the folder for compiled tables; empty for none.
        facts: the newsroom's own tables of facts, as (shown path, file) pairs.
        updates: whether a pack of facts in the user's data folder may judge.
        accept: the newsroom's lists of accepted words, as (shown path, file) pairs.

    Raises:
        DataError: a pack does not match the schema or cannot be read.
    """

    def __init__(
        self,
        catalogue: Contributions,
        packs: Iterable[DataFile] = (),
        cache: str = "",
        facts: Iterable[DataFile] = (),
        updates: bool = True,
        accept: Iterable[DataFile] = (),
    ) -> None:
        self._catalogue = catalogue
        self._files = [
            DataFile(os.path.basename(pack.file), file=pack.file, digest=pack.digest, own=pack.own)
            for pack in _ours_first(catalogue.packs)
        ] + list(packs)
        self._cache = cache
        self._own_facts = list(facts)
        self._updates = updates
        self._accept = list(accept)

    @cached_property
    def facts_later(self) -> FactsLater:
        """The facts, shipped and the newsroom's own, loaded when a rule first needs them."""
        shipped = [
            DataFile(os.path.basename(one.file), file=one.file, digest=one.digest,
                     own=one.own, sha256=one.sha256)
            for one in _ours_first(self._facts)
        ]  # fmt: skip
        return FactsLater([*shipped, *self._own_facts], self._cache)

    @cached_property
    def accepted(self) -> Accepted | None:
        """The words that the newsroom accepts, read when a finding first needs them; or None."""
        if not self._accept:
            return None
        from copydesk.accepted import Accepted

        return Accepted(self._accept, self._cache)

    @cached_property
    def _updated(self) -> tuple[FactsPack | None, str]:
        """The pack in the user’s data folder, and why it is not used."""
        if not self._updates:
            return None, ""
        from copydesk.registry.updated_facts import updated

        return updated()

    @cached_property
    def facts_pack(self) -> FactsPack:
        """The pack of facts that judges: the newest of those shipped, installed and updated."""
        known, found = self._catalogue.pack, self._updated[0]
        is_used = found is not None and (found.forced or found.order > known.order)
        return found if found is not None and is_used else known

    @property
    def unused_facts(self) -> str:
        """Why the pack in the user’s data folder is not used, if there is a reason."""
        return self._updated[1]

    @property
    def _facts(self) -> Iterable[ShippedFile]:
        """The tables of the pack that judges, and those of plugins."""
        if self.facts_pack is self._catalogue.pack:
            return self._catalogue.facts
        from copydesk.registry.updated_facts import tables

        others = (one for one in self._catalogue.facts if not one.own)
        return (*tables(self.facts_pack), *others)

    @property
    def facts(self) -> Facts:
        """Who holds which office: the shipped facts and the newsroom's own.

        Raises:
            DataError: a table of the newsroom does not match the schema or cannot be read.
        """
        return self.facts_later()

    @cached_property
    def own_titles(self) -> tuple[str, ...]:
        """The first words of the titles in the newsroom's own facts.

        Raises:
            DataError: a table of the newsroom does not match the schema or cannot be read.
        """
        if not self._own_facts:
            return ()
        from copydesk.facts.store import Facts

        return tuple(sorted(Facts(self._own_facts, self._cache, partial=True).first_words))

    @cached_property
    def table(self) -> TermTable:
        """The compiled terms of all packs."""
        return load_table(self._files, self._cache)

    @cached_property
    def rules(self) -> dict[str, RuleInfo]:
        """All rules by id, sorted.

        Raises:
            DataError: a pack defines a rule that already exists, or uses one that does not.
        """
        found = {info.id: info for info in self._catalogue.rules}
        for header in self.table.headers:
            if header.id in found:
                _fail(f"rule {header.id} is already defined by {found[header.id].plugin}")
            found[header.id] = RuleInfo(
                header.id, header.severity, header.summary, header.default, header.languages,
                plugin="term pack", preview=header.preview, version=header.version,
                furniture=header.furniture, accepts=header.accepts,
            )  # fmt: skip
        for name, place in self.table.used.items():
            if name == HOUSE_TERMS:
                found.setdefault(name, _HOUSE_RULE)
            elif name not in found:
                _no_such_rule(name, place, found)
        return dict(sorted(found.items()))

    @property
    def plugins(self) -> tuple[str, ...]:
        """The distributions whose plugins take part, by name."""
        return self._catalogue.plugins

    @property
    def unkept(self) -> str:
        """Why plugins must be loaded at every start; empty if they need not be."""
        return self._catalogue.unkept

    @property
    def pack_files(self) -> list[DataFile]:
        """The packs as they were read, the shipped ones first."""
        return list(self._files)

    @property
    def own_facts(self) -> list[DataFile]:
        """The newsroom's own tables of facts as they were read."""
        return list(self._own_facts)

    @cached_property
    def parsers(self) -> dict[str, ParserSpec]:
        """The parsers by name."""
        return {spec.name: spec for spec in self._catalogue.parsers}

    @cached_property
    def formatters(self) -> dict[str, FormatterSpec]:
        """The formatters by name."""
        return {spec.name: spec for spec in self._catalogue.formatters}

    @cached_property
    def suffixes(self) -> dict[str, ParserSpec]:
        """The parser for each file name suffix: the first one that claims it."""
        found: dict[str, ParserSpec] = {}
        for parser in self._catalogue.parsers:
            for suffix in parser.suffixes:
                found.setdefault(suffix, parser)
        return found

    def parser_for(self, path: str, name: str = "") -> ParserSpec:
        """The parser of a given name, else the one for a path's suffix, else plain text.

        Raises:
            KeyError: there is no parser of that name.
        """
        if name:
            return self.parsers[name]
        suffix = os.path.splitext(path)[1].lower()
        return self.suffixes.get(suffix) or self.parsers[PLAIN_TEXT]

    def ids(self, names: Iterable[str], where: str) -> set[str]:
        """The ids of the rules that names select; a name is an id, a group, or ``all``.

        Raises:
            DataError: no rule or group has that name; ``where`` says where the name was used.
        """
        found: set[str] = set()
        for name in names:
            if name in self.rules:
                found.add(name)
                continue
            group = {rule for rule in self.rules if name == "all" or rule.startswith(f"{name}/")}
            if not group:
                groups = {rule.partition("/")[0] for rule in self.rules}
                _fail(f"{where}: unknown rule or group {name!r}", name, self.rules, groups)
            found |= group
        return found


def _ours_first(files: Iterable[ShippedFile]) -> list[ShippedFile]:
    """The files with those of plugins last: where both have a form or an office, theirs counts."""
    return sorted(files, key=lambda file: not file.own)


def _fail(message: str, name: str = "", *known: Iterable[str]) -> None:
    from copydesk.files.toml import did_you_mean
    from copydesk.model.errors import DataError

    hint = did_you_mean(name, [one for names in known for one in names]) if name else ""
    raise DataError(message + hint)


def _no_such_rule(name: str, place: str, known: Iterable[str]) -> None:
    from copydesk.files.toml import did_you_mean
    from copydesk.model.errors import DataError

    raise DataError(
        f"{place}: unknown rule {name!r}{did_you_mean(name, known)}; a pack "
        "that defines a rule must give its summary and severity under [rule]"
    )
