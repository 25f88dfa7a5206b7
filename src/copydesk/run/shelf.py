"""Where the reports of a run are kept until all drafts have been checked.

A few are kept in memory, many in a temporary file (``file_shelf.py``).
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from itertools import groupby

from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TypeAlias

    from copydesk.engine.across_drafts import Late, Noted
    from copydesk.report import FileReport
    from copydesk.run.file_shelf import FileShelf

MANY = 200  # drafts in a run that is kept in a file


class MemoryShelf:
    """Keeps the reports of a small run in memory."""

    def __init__(self) -> None:
        self._files: list[FileReport] = []
        self._noted: list[Noted] = []
        self._late: list[Late] = []

    def add(self, file: FileReport) -> None:
        """Keep one more report."""
        self._files.append(file)

    def replace(self, number: int, file: FileReport) -> None:
        """Keep another report instead of an earlier one."""
        self._files[number] = file

    def __getitem__(self, number: int) -> FileReport:
        return self._files[number]

    def __iter__(self) -> Iterator[FileReport]:
        return iter(self._files)

    def note(self, sightings: Iterable[Noted]) -> None:
        """Keep sightings."""
        self._noted += sightings

    def noted(self) -> Iterator[Noted]:
        """All sightings, in their ``order``."""
        return iter(sorted(self._noted, key=lambda one: one.order))

    def things(self) -> set[str]:
        """The keys of all things of which there are sightings."""
        return {one.sighting.key for one in self._noted}

    def tell(self, late: Iterable[Late]) -> None:
        """Keep what came of comparing drafts; a problem replaces the findings of its rule."""
        self._late = list(late)
        broken = {one.rule for one in self._late if one.problem}
        self._late = [one for one in self._late if one.problem or one.rule not in broken]

    def late(self) -> Iterator[tuple[int, list[Late]]]:
        """What came of comparing drafts, for each draft by number."""
        found = sorted(self._late, key=lambda one: one.number)
        for number, some in groupby(found, key=lambda one: one.number):
            yield number, list(some)


Shelf: TypeAlias = "MemoryShelf | FileShelf"


def shelf_for(drafts: int) -> Shelf:
    """A place for the reports of a run with that many drafts."""
    if drafts > MANY:
        with suppress(ImportError):  # a Python built without SQLite
            from copydesk.run.file_shelf import FileShelf

            return FileShelf()
    return MemoryShelf()


@contextmanager
def room() -> Iterator[None]:
    """Say that there is no room for the reports, if so.

    Raises:
        DataError: they cannot be kept.
    """
    try:
        yield
    except Exception as error:
        if type(error).__module__ != "sqlite3":
            raise
        raise DataError(f"reports cannot be kept in a temporary file: {error}") from None
