"""What a run remembers of drafts: which results may be taken from the cache."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from copydesk import __version__
from copydesk.catalogue import GROUP, RULES_PACKAGE, files_below
from copydesk.config import find_ledger
from copydesk.draft_bytes import digest_of, draft_bytes
from copydesk.results import Results, Seen, key_of, state_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from copydesk.across import PlacedSighting
    from copydesk.desk import Desk, Orders
    from copydesk.discover import Draft
    from copydesk.report import FileReport

_DATA = (".toml", ".json", ".txt")  # endings of files that options may name
_EVERY = 200  # new results after which they are written down


class Memory:
    """The kept results, as they hold for one desk.

    Args:
        results: where they are kept.
        salt: a digest of all but the draft that bears on what is found.
    """

    def __init__(self, results: Results, salt: bytes) -> None:
        self._results = results
        self._salt = salt
        self._new: dict[bytes, FileReport] = {}
        self._ledgers: dict[str, bytes] = {}

    @classmethod
    def of(cls, desk: Desk) -> Memory | None:
        """The memory for a desk; None where its rules cannot be told apart by their files."""
        salt = _salt(desk)
        return cls(Results(desk.orders.cache), salt) if salt is not None else None

    def known(self, drafts: Sequence[Draft]) -> tuple[list[FileReport], list[Draft]]:
        """The reports that are known, and the drafts that must be read."""
        keys: dict[bytes, Draft] = {}
        rest: list[Draft] = []
        for draft in drafts:
            try:
                digest = digest_of(draft_bytes(draft.file))
            except OSError:
                rest.append(draft)
            else:
                keys[self._key(draft.path, digest)] = draft
        found = self._results.reports(keys)
        rest += [draft for key, draft in keys.items() if key not in found]
        return list(found.values()), sorted(rest)

    def keep(self, report: FileReport) -> None:
        """Remember a report, if nothing went wrong in making it."""
        if report.digest and not report.problems:
            self._new[self._key(report.path, report.digest)] = report
            if len(self._new) >= _EVERY:
                self.flush()

    def flush(self) -> None:
        """Write down what is new."""
        if self._new:
            self._results.keep(self._new)
            self._new = {}

    def close(self) -> None:
        """Write down what is new, and leave."""
        self.flush()
        self._results.close()

    def elsewhere(
        self,
        drafts: Sequence[Draft],
        things: Iterable[str],
        read: Callable[[Sequence[Draft]], Iterator[FileReport]],
    ) -> list[PlacedSighting]:
        """How other drafts write those things; what is not known of them is read."""
        seen = self._results.seen()
        keys: set[bytes] = set()
        states: dict[str, bytes] = {}
        stale: list[Draft] = []
        for draft in drafts:
            state = self._state(draft)
            before = seen.get(draft.path)
            if before is not None and state and before.state == state:
                keys.add(before.key)
            else:
                states[draft.path] = state
                stale.append(draft)
        keys |= self._looked_at(stale, states, read)
        return self._results.forms(things, frozenset(keys))

    def _looked_at(
        self,
        drafts: list[Draft],
        states: dict[str, bytes],
        read: Callable[[Sequence[Draft]], Iterator[FileReport]],
    ) -> set[bytes]:
        """The keys of drafts that had to be looked at; they are noted."""
        if not drafts:
            return set()
        known, rest = self.known(drafts)
        found = {report.path: self._key(report.path, report.digest) for report in known}
        for report in read(rest):
            if report.digest and not report.problems:
                found[report.path] = self._key(report.path, report.digest)
            self.keep(report)
        self.flush()
        self._results.see(
            Seen(path, states[path], key) for path, key in sorted(found.items()) if states[path]
        )
        return set(found.values())

    def _state(self, draft: Draft) -> bytes:
        try:
            return state_of(os.stat(draft.file), self._salt + self._ledger(draft.path))
        except OSError:
            return b""

    def _key(self, path: str, digest: bytes) -> bytes:
        return key_of(self._salt, os.fsencode(path), self._ledger(path), digest)

    def _ledger(self, path: str) -> bytes:
        """What the stet ledger for a draft is like at present."""
        folder = os.path.dirname(os.path.abspath(path))
        if folder not in self._ledgers:
            ledger = find_ledger(folder)
            self._ledgers[folder] = _stated([ledger]) if ledger else b""
        return self._ledgers[folder]


def _salt(desk: Desk) -> bytes | None:
    """A digest of all that bears on findings but the draft: code, data, config, day."""
    from importlib.util import find_spec

    from copydesk.entry_points import entry_points

    files: list[tuple[str, int, int]] = []
    modules = [plugin.value.partition(":")[0].strip() for plugin in entry_points(GROUP)]
    for name in (__name__.partition(".")[0], RULES_PACKAGE, *modules):
        try:
            spec = find_spec(name.partition(".")[0])
            if spec is None:
                return None
            for folder in spec.submodule_search_locations or ():
                files += files_below(os.fspath(folder))
            if not spec.submodule_search_locations and spec.origin:
                status = os.stat(spec.origin)
                files.append((spec.origin, status.st_mtime_ns, status.st_size))
        except (ImportError, OSError, ValueError):
            return None
    packs = [(pack.path, pack.digest) for pack in desk.registry.pack_files]
    told = (__version__, sys.implementation.cache_tag, sorted(files), packs, os.getcwd())
    return key_of(repr(told).encode(), _ordered(desk.orders), _stated(_named(desk.orders)))


def _ordered(orders: Orders) -> bytes:
    """What the run was told, in a stable form."""
    config = orders.config
    choices = [config.choice, *(one.choice for one in config.overrides), orders.choice]
    plain = [
        (one.select, one.extend_select, one.ignore, sorted(one.severity.items()), one.style,
         sorted((name, sorted(map(repr, values.items()))) for name, values in one.options.items()))
        for one in choices
    ]  # fmt: skip
    rest = config._replace(choice=type(config.choice)(), overrides=(), origins={}, stet={})
    paths = [(one.paths, one.root) for one in config.overrides]
    stet = sorted(config.stet.items())
    others = orders._replace(config=rest, choice=type(orders.choice)(), cache="")
    return repr((plain, paths, stet, others)).encode("utf-8", "surrogatepass")


def _named(orders: Orders) -> list[str]:
    """The files that config and options name, for their states."""
    config = orders.config
    found = list(config.files)
    for choice in (config.choice, *(one.choice for one in config.overrides), orders.choice):
        for values in choice.options.values():
            for value in values.values():
                found += value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str) and one.endswith(_DATA)]


def _stated(paths: Iterable[str]) -> bytes:
    states = []
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            states.append((path, 0, 0))
        else:
            states.append((path, status.st_mtime_ns, status.st_size))
    return repr(states).encode("utf-8", "surrogatepass")
