"""``copydesk review``: go through the findings one by one and decide on each."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from shutil import get_terminal_size

from copydesk.cache.folder import cache_folder
from copydesk.cli.accept_lists import advice, list_of
from copydesk.cli.gate import discovered
from copydesk.cli.options import (
    config_option,
    max_size_option,
    paths_argument,
    rule_options,
    selection_of,
)
from copydesk.cli.outputs import is_terminal
from copydesk.cli.settings import run_settings
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.config.source import shown
from copydesk.explain.library import explanation
from copydesk.files.decode import DecodeError
from copydesk.files.discover import passed_over
from copydesk.formats.summary import counted, counted_kinds
from copydesk.model.errors import DataError, PluginError
from copydesk.review.controller import Controller
from copydesk.review.open import open_story
from copydesk.review.save import HOUSE_LIST, Keeper
from copydesk.review.session import Session
from copydesk.run.linter import Linter
from copydesk.run.settings import today
from copydesk.stet.save import person

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace
    from collections.abc import Iterator

    from copydesk.model.not_read import NotRead
    from copydesk.review.state import Story

_REVIEW_EXAMPLE = """\
examples:
  copydesk review story.md              full screen
  copydesk review --plain story.md      line by line, for screen readers and pipes

Nothing is saved until you say so (w to save, q to save and quit)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk review``."""
    parser.set_defaults(command=review)
    parser.epilog = _REVIEW_EXAMPLE
    add = parser.add_argument
    paths_argument(parser)
    add("--plain", action="store_true", help="line by line instead of full screen")
    add("--color", choices=("auto", "always", "never"), default="auto", help="when to use colour")
    add(
        "--who",
        default="",
        metavar="NAME",
        help="your name in the stet ledger (default: git’s user)",
    )
    add(
        "--encoding",
        default="",
        metavar="NAME",
        help="encoding of drafts that are not UTF-8, such as cp1252",
    )
    max_size_option(parser)
    rule_options(parser.add_argument_group("rules"))
    config_option(parser)


def review(arguments: Namespace) -> int:
    """Review the drafts that were named."""
    linter = _linter(arguments)
    stories, problems, not_read = _stories(linter, arguments)
    if not_read:
        say(counted_kinds(not_read))
    for problem in problems:
        say(problem)
    if not stories:
        if not problems:
            print("No findings, so nothing to review.")
        return WENT_WRONG if problems else FOUND_NOTHING
    controller = Controller(
        Session(stories, _accepting(linter)),
        _keeper(stories, linter, arguments.who),
        lambda rule: explanation(linter.registry_with(rule), rule),
    )
    folder = cache_folder()
    _offer(controller, folder)
    with _kept_if_cut_off(controller, folder):
        if not arguments.plain and _has_screen():
            _show(controller, arguments.color)
        else:
            _converse(controller)
    left = controller.keeper.unsaved(controller.session.state)
    if left:
        say(f"{counted(left, 'change')} not written")
    return WENT_WRONG if problems or controller.wrong else FOUND_NOTHING


def _offer(controller: Controller, folder: str) -> None:
    """Offer what was kept of an earlier review of these drafts that was cut off."""
    from copydesk.review import kept

    session, stories = controller.session, controller.session.state.stories
    if not (earlier := kept.found(folder, stories)):
        return

    def take() -> None:
        session.take_up(kept.taken_up(session.state, earlier))
        kept.forget(folder, stories)

    controller.offer(len(earlier), take, lambda: kept.forget(folder, stories))


@contextmanager
def _kept_if_cut_off(controller: Controller, folder: str) -> Iterator[None]:
    """Keep decisions that are not saved if the terminal is closed or the input ends."""

    def cut_off(number: int, frame: object) -> None:
        _keep(controller, folder)
        os._exit(128 + number)

    before = {
        number: signal.signal(number, cut_off)
        for name in ("SIGHUP", "SIGTERM")
        if (number := getattr(signal, name, None)) is not None
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if not controller.done and _keep(controller, folder):
            say("the decisions are kept; the next review of these drafts offers them")


def _keep(controller: Controller, folder: str) -> bool:
    from copydesk.review import kept

    state = controller.session.state
    return bool(controller.keeper.unsaved(state) and kept.keep(folder, state))


def _linter(arguments: Namespace) -> Linter:
    return Linter(
        run_settings(arguments, arguments.paths)._replace(
            choice=selection_of(arguments),
            date=arguments.date,
            encoding=arguments.encoding,
            final=arguments.final,
            max_size=arguments.max_size,
        )
    )


def _stories(linter: Linter, arguments: Namespace) -> tuple[list[Story], list[str], list[NotRead]]:
    """The drafts with findings, problems reading the others, and files that are no text."""
    found = discovered(linter, arguments.paths)
    not_read = list(found.not_read)
    problems = [str(problem) for problem in found.problems]
    stories = []
    for draft in found.drafts:
        try:
            story = open_story(linter, draft)
        except (DecodeError, DataError, PluginError, OSError) as error:
            if (passed := passed_over(draft, error)) is not None:
                not_read.append(passed)
            else:
                problems.append(f"{draft.path}: {error}")
            continue
        problems += [str(problem) for problem in story.now.report.problems]
        if story.now.report.findings:
            stories.append(story)
    if not found.drafts and not problems:
        problems.append("no drafts found")
    return stories, problems, not_read


def _keeper(stories: list[Story], linter: Linter, who: str) -> Keeper:
    """What saves the decisions, by the config that all drafts share, else that of the run."""
    configs = {config.files: config for config in (linter.configs.of(one.path) for one in stories)}
    config = next(iter(configs.values())) if len(configs) == 1 else linter.settings.config
    root = config.root
    house = config.terms[0][1] if config.terms else os.path.join(root or os.curdir, HOUSE_LIST)
    words = list_of(config)
    return Keeper(stories, who or person(root or os.curdir), today(), root, house, shown(words),
                  advice(config, words))  # fmt: skip


def _accepting(linter: Linter) -> frozenset[str]:
    """The rules that judge the form of words, so that a word can be accepted."""
    return frozenset(info.id for info in linter.registry.rules.values() if info.accepts)


def _converse(controller: Controller) -> None:
    from copydesk.review.plain import converse

    def tell(line: str) -> None:
        print(line, flush=True)

    converse(controller, tell, input, min(get_terminal_size().columns, 100))


def _show(controller: Controller, color: str) -> None:
    from copydesk.review.screen import Screen

    wanted = color == "always" or (color == "auto" and not os.environ.get("NO_COLOR"))
    Screen(controller, wanted).run()


def _has_screen() -> bool:
    """Whether there is a terminal that can show a full screen."""
    capable = os.environ.get("TERM", "") != "dumb"
    return capable and is_terminal(sys.stdin) and is_terminal(sys.stdout)
