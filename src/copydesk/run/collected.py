"""What a run has found so far: reports come in one by one, comparing drafts comes last."""

from __future__ import annotations

import os
from functools import cached_property

from copydesk.report.totals import CountedFiles, Totals
from copydesk.run.shelf import MemoryShelf, shelf_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.engine.across_drafts import Late
    from copydesk.files.discover import Draft
    from copydesk.gate.baseline import Baseline
    from copydesk.model.not_read import NotRead
    from copydesk.model.sightings import PlacedSighting
    from copydesk.report import FileReport
    from copydesk.rules.ruleset import RuleSet
    from copydesk.run.linter import Linter
    from copydesk.run.options import RunOptions


class Collected:
    """The reports of a run, filtered, with their totals.

    Args:
        linter: the linter that makes them.
        drafts: the drafts of the run.
        options: the options of the run.

    Attributes:
        totals: counts over the reports.
        shelf: where they are kept.
        not_read: files that were found in folders and are no text.
        old: the number of findings that the baseline suppresses.
        untouched: the number of findings left out because they are not on changed lines.
        has_sightings: whether there is anything to compare between drafts.
    """

    def __init__(self, linter: Linter, drafts: Sequence[Draft], options: RunOptions) -> None:
        self.totals = Totals()
        self.shelf = shelf_for(len(drafts) if options.shelve else 0)
        self.not_read: list[NotRead] = []
        self.old = self.untouched = 0
        self.has_sightings = False
        self._linter = linter
        self._options = options
        self._met = {draft.path for draft in drafts if draft.met}

    def __len__(self) -> int:
        return len(self.totals.outlines)

    @property
    def files(self) -> Sequence[FileReport]:
        """The reports, in the order of their paths."""
        if isinstance(self.shelf, MemoryShelf):
            return tuple(self.shelf)
        return CountedFiles(self.totals, self.shelf)

    def add(self, file: FileReport) -> None:
        """Take the next report."""
        if file.no_text and file.path in self._met:  # for a file that was named, it is a problem
            from copydesk.model.not_read import NotRead

            self.not_read.append(NotRead(file.path, file.no_text, file.problems[0].message))
            return
        if file.sightings:
            from copydesk.engine.across_drafts import noted

            self.has_sightings = True
            self.shelf.note(noted(file, len(self), self._rules_for(file.path)))
        file = self._filtered(file)
        self.totals.add(file)
        self.shelf.add(file)
        if self._options.take is not None:
            self._options.take(file)

    def compare(self, elsewhere: Iterable[PlacedSighting]) -> None:
        """Add the findings that come from comparing drafts.

        Args:
            elsewhere: the forms that drafts outside the run use.
        """
        from copydesk.engine.across_drafts import Noted, late_findings

        self.shelf.note(map(Noted, elsewhere))
        self.shelf.tell(late_findings(self.shelf.noted(), self._rules_for))
        for number, late in self.shelf.late():
            before = self.shelf[number]
            after = self._with_late(before, late)
            if after != before:
                self.totals.replace(number, before, after)
                self.shelf.replace(number, after)

    def _with_late(self, file: FileReport, late: Sequence[Late]) -> FileReport:
        """A report, with what came of comparing its draft, if it stands."""
        from copydesk.engine.across_drafts import with_late

        alone = with_late(file._replace(findings=()), late)
        alone = self._filtered(self._linter.held(alone, late=True))
        file = file._replace(problems=alone.problems, held=alone.held, late=alone.findings)
        return file.with_more(alone.findings)

    def _filtered(self, file: FileReport) -> FileReport:
        """A report without the findings that the change or the baseline leaves out."""
        if self._options.changes is not None:
            from copydesk.gate.changed import changed_only

            (file,), untouched = changed_only([file], self._options.changes)
            self.untouched += untouched
        if self._options.baseline and file.findings:
            from copydesk.gate.baseline import hold_back

            (file,), old = hold_back([file], self._baseline)
            self.old += old
        return file

    @cached_property
    def _baseline(self) -> Baseline:
        from copydesk.gate.baseline import read_baseline

        path = os.path.abspath(self._options.baseline)
        return read_baseline(path, self._linter.settings.config.tree, named=True)

    def _rules_for(self, path: str) -> RuleSet:
        return self._linter.prepared_for(path).rules_for(path)
