"""Decide which results a run can take from the cache.

A stale result may hide a finding, which is worse than any delay. So if anything
is uncertain, unreadable or untrusted, the draft is checked again.
"""

from __future__ import annotations

import os
from struct import Struct
from time import time_ns
from zlib import crc32

from copydesk.cache.digest import digest, digest_of
from copydesk.files.read import MEGABYTE, draft_bytes
from copydesk.model.value_tuple import ValueTuple
from copydesk.run.cache_key import Surroundings, cache_key
from copydesk.run.result_store import ResultStore, SeenDraft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from copydesk.files.discover import Draft
    from copydesk.model.sightings import PlacedSighting
    from copydesk.report import FileReport
    from copydesk.run.linter import Linter
    from copydesk.run.settings import Reading

    Read: TypeAlias = Callable[[Sequence[Draft]], Iterator[FileReport]]

_BATCH = 200  # cached results that are loaded at a time
_EVERY = 200  # new results after which they are saved
_RACY = 2_000_000_000  # nanoseconds within which a file may change but keep its time
_STATE = Struct("<5Q")
_NUMBER = (1 << 64) - 1


class _New(ValueTuple):
    """A report to keep, and what was around the draft when it was read."""

    report: FileReport
    around: bytes


class ResultCache:
    """The cached results that are valid for one linter.

    Args:
        results: where they are kept.
        linter: the linter, for the configs of single drafts.
        salt: returns a digest of everything but the draft, its own config and its ledger
            that affects findings; None if that cannot be determined.
    """

    def __init__(
        self, results: ResultStore, linter: Linter, salt: Callable[[], bytes | None]
    ) -> None:
        self._results = results
        self._linter = linter
        self._remade = salt
        self._salt = salt() or b""
        self._today = linter.settings.today.encode()
        self._new: dict[bytes, _New] = {}
        self._around = Surroundings(linter)

    @classmethod
    def of(cls, linter: Linter, reading: Reading) -> ResultCache | None:
        """The cache for a linter; None if its rules cannot be identified by their files."""
        settings = linter.settings
        results = ResultStore(settings.cache, settings.config.cache_size * MEGABYTE)
        memory = cls(results, linter, lambda: cache_key(linter, reading))
        return memory if memory._salt else None

    def reports(self, drafts: Sequence[Draft], read: Read) -> Iterator[FileReport]:
        """The reports on drafts, in order; those that are not cached are read, then kept.

        Args:
            drafts: the drafts.
            read: checks drafts and returns their reports in order.
        """
        kept = self._kept(drafts)
        new = read([draft for draft in drafts if draft not in kept])
        for start in range(0, len(drafts), _BATCH):
            batch = drafts[start : start + _BATCH]
            found = self._results.reports(kept[one] for one in batch if one in kept)
            for draft in batch:
                report = found.pop(kept[draft], None) if draft in kept else None
                if report is None:  # not cached, or damaged
                    report = next(read([draft]) if draft in kept else new)
                    self.keep(report)
                yield report

    def _kept(self, drafts: Sequence[Draft]) -> dict[Draft, bytes]:
        """The drafts of which there is a report, and its key."""
        found: dict[Draft, bytes] = {}
        if self._results.is_new:
            return found  # so no draft is read twice
        for start in range(0, len(drafts), _BATCH):
            keys: dict[bytes, Draft] = {}
            for draft in drafts[start : start + _BATCH]:
                try:
                    most = self._linter.most_bytes(draft.path)
                    content = digest_of(draft_bytes(draft.file, draft.bounds, most))
                except OSError:
                    continue
                for of_today in (False, True):
                    keys[self._key(draft.path, content, of_today)] = draft
            found.update((keys[key], key) for key in self._results.has(keys))
        return found

    def keep(self, report: FileReport) -> None:
        """Keep a report, if it was made without errors."""
        if report.digest and not report.problems:
            self._new[self._key_of(report)] = _New(report, self._around.of(report.path))
            if len(self._new) >= _EVERY:
                self.flush()

    def flush(self) -> None:
        """Save new reports, unless rules, data or the ledger changed meanwhile."""
        if self._new and self._remade() == self._salt:
            around = Surroundings(self._linter)
            kept = {
                key: new.report
                for key, new in self._new.items()
                if around.of(new.report.path) == new.around
            }
            things = {one.key for report in kept.values() for one in report.sightings}
            self._results.keep(kept, {thing: _number(thing) for thing in things})
        self._new = {}

    def close(self) -> None:
        """Save new reports and close."""
        self.flush()
        self._results.close()

    def elsewhere(
        self, drafts: Sequence[Draft], things: Iterable[str], read: Read
    ) -> Iterator[PlacedSighting]:
        """Yield the forms other drafts use for these things; those not cached are read."""
        wanted = {thing: _number(thing) for thing in things}
        numbers = frozenset(wanted.values())
        seen = self._results.seen(self._salt)
        states: dict[Draft, bytes] = {}
        likely: dict[bytes, tuple[Draft, list[int]]] = {}
        for draft in drafts:
            state = self._state(draft)
            before = seen.get(os.fsencode(draft.path))
            if before is None or not state or before.state not in (state, state + self._today):
                states[draft] = state
            elif uses := before.uses(numbers):
                likely[before.key] = draft, uses
        keys = list(likely)
        for start in range(0, len(keys), _BATCH):
            batch = keys[start : start + _BATCH]
            forms = self._results.forms(batch, numbers)
            for key in batch:
                (draft, uses), kept = likely[key], forms.get(key, {})
                if all(number in kept for number in uses):
                    yield from (one for some in kept.values() for one in some if one.key in wanted)
                else:  # the forms were deleted or are damaged
                    states[draft] = self._state(draft)
        yield from (one for one in self._looked_at(states, read) if one.key in wanted)

    def _looked_at(self, states: dict[Draft, bytes], read: Read) -> Iterator[PlacedSighting]:
        """Yield the sightings in drafts that must be read; then the cache records them."""
        if not states:
            return
        by_path = {draft.path: state for draft, state in states.items()}
        noted: list[SeenDraft] = []
        for report in self.reports(list(states), read):
            yield from report.sightings
            state = by_path[report.path]
            if state and report.digest and not report.problems:
                state += self._today if report.of_today else b""
                things = {_number(one.key) for one in report.sightings}
                packed = b"".join(number.to_bytes(4, "little") for number in sorted(things))
                path = os.fsencode(report.path)
                noted.append(SeenDraft(path, self._key_of(report), state, packed))
        self.flush()
        self._results.see(self._salt, noted)

    def _state(self, draft: Draft) -> bytes:
        """The state of a file and what is around it; empty if the file has only just changed."""
        try:
            status = os.stat(draft.file)
        except OSError:
            return b""
        changed = max(status.st_mtime_ns, status.st_ctime_ns)
        if time_ns() - changed < _RACY:
            return b""
        numbers = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        plain = (number & _NUMBER for number in (*numbers, status.st_dev))
        return _STATE.pack(*plain) + self._around.of(draft.path)

    def _key_of(self, report: FileReport) -> bytes:
        return self._key(report.path, report.digest, report.of_today)

    def _key(self, path: str, content: bytes, of_today: bool) -> bytes:
        day = self._today if of_today else b""
        return digest(self._salt, day, os.fsencode(path), self._around.of(path), content)


def _number(thing: str) -> int:
    """A number for a thing; if two things share one, both are read and then compared by key."""
    return crc32(thing.encode("utf-8", "surrogatepass"))
