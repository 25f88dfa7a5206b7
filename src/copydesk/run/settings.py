"""The settings of a run, complete before the first draft is read."""

from __future__ import annotations

import time

from copydesk.config import Config, RuleSelection
from copydesk.files.tree import WORKING_TREE
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.files.tree import Tree
    from copydesk.gate.git import Changes


class RunSettings(ValueTuple):
    """All settings of a run; can be sent to another process.

    Attributes:
        config: from the config files.
        choice: from the command line; it wins over every other choice.
        date: the story date given on the command line, ISO.
        today: the machine's date, ISO.
        encoding: that of drafts without a byte order mark; empty for UTF-8.
        max_size: the largest draft that is checked, in megabytes; 0 for that of the config.
        final: whether the drafts are about to be published.
        cache: the folder for compiled tables; empty for none.
        stet: whether findings in the stet ledger are suppressed.
        nested: whether a config nearer to a draft than that of the run counts for it.
        plugins: whether installed plugins take part.
        ledger: where the stet ledger is read from.
        waiting: the changes whose inline overrides do not hold yet; None if all hold.
    """

    config: Config = Config()
    choice: RuleSelection = RuleSelection()
    date: str = ""
    today: str = ""
    encoding: str = ""
    final: bool = False
    cache: str = ""
    stet: bool = True
    nested: bool = False
    plugins: bool = True
    ledger: Tree = WORKING_TREE
    waiting: Changes | None = None
    max_size: int = 0


class Reading(ValueTuple):
    """How one draft is read.

    Attributes:
        format_in: the parser to use; empty to choose by suffix.
        date: the story date, ISO; empty for that of the settings.
        stories: whether the report includes the text of the draft.
        alone: whether there are no other drafts to compare it with.
    """

    format_in: str = ""
    date: str = ""
    stories: bool = False
    alone: bool = False


READING = Reading()


def today() -> str:
    """The machine's date, ISO."""
    return time.strftime("%Y-%m-%d")
