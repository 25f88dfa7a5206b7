"""The settings of a run, complete before the first draft is read."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from copydesk.config.model import Choice, Config

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.report.fixed import Fixing


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


def _choices(orders: Orders) -> Iterator[Choice]:
    yield orders.config.choice
    for override in orders.config.overrides:
        yield override.choice
    yield orders.choice


def today() -> str:
    """The machine's date, ISO."""
    return time.strftime("%Y-%m-%d")
