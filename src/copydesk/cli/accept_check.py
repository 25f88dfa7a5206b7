"""``copydesk accept check``: what is wrong with the lists of accepted words."""

from __future__ import annotations

import os

from copydesk.accepted.check import (
    Used,
    contradictions,
    doubles,
    in_order,
    read_list,
    unreadable,
)
from copydesk.accepted.kinds import is_dictionary
from copydesk.accepted.lists import text_of
from copydesk.accepted.patterns import is_found
from copydesk.cli.gate import discovered
from copydesk.cli.settings import run_settings
from copydesk.cli.status import FOUND, FOUND_NOTHING, WENT_WRONG, say
from copydesk.files.data_file import files_in
from copydesk.files.decode import DecodeError
from copydesk.files.discover import passed_over
from copydesk.files.read import draft_bytes
from copydesk.formats.summary import counted, one_line
from copydesk.model.errors import DataError, PluginError
from copydesk.run.linter import Linter
from copydesk.run.settings import today
from copydesk.terms.hits import Scope
from copydesk.terms.judged import Hits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from copydesk.accepted.check import Fault, WordList
    from copydesk.files.discover import Draft
    from copydesk.terms.entry import Entry


def checked(arguments: Namespace) -> int:
    """Check the lists and print what is wrong with them.

    Raises:
        DataError: the config names no list, or one cannot be read at all.
    """
    linter = Linter(run_settings(arguments, arguments.paths))
    lists = _lists(linter)
    used = Used(lists)
    number, problems = _read(linter, arguments.paths or [_home(linter)], used)
    if not number and not problems:
        problems = ["no drafts found, so it is not known which words are used"]
    for problem in problems:
        say(problem)
    drafts = "not in the draft" if number == 1 else f"in none of the {counted(number, 'draft')}"
    faults = in_order([
        *unreadable(lists), *contradictions(lists, _rejected(linter)), *doubles(lists),
        *(used.faults(drafts) if number else ()),
    ])  # fmt: skip
    _print(lists, faults)
    if problems:
        return WENT_WRONG
    return FOUND if faults else FOUND_NOTHING


def _lists(linter: Linter) -> list[WordList]:
    """The lists of the config, without dictionaries, of whose words few are ever used."""
    config = linter.settings.config
    if not config.accept:
        raise DataError('no list of accepted words; name one in the config: accept = ["words.txt"]')
    files = files_in(config.tree, config.accept)
    return [read_list(one.path, text_of(one)) for one in files if not is_dictionary(one.file)]


def _home(linter: Linter) -> str:
    """The folder of the config, as it is spelled from here."""
    return os.path.relpath(linter.settings.config.root or os.curdir)


def _read(linter: Linter, paths: list[str], used: Used) -> tuple[int, list[str]]:
    """Look at the words of all drafts: their number, and problems."""
    found = discovered(linter, paths)
    problems = [str(problem) for problem in found.problems]
    number = 0
    for draft in found.drafts:
        try:
            text = _text(linter, draft)
        except (DecodeError, DataError, PluginError, OSError) as error:
            if passed_over(draft, error) is None:
                problems.append(f"{draft.path}: {error}")
            continue
        number += 1
        used.look_at(text)
        used.patterns -= {one for one in used.patterns if is_found(one, text)}
    return number, problems


def _text(linter: Linter, draft: Draft) -> str:
    data = draft_bytes(draft.file, draft.bounds, linter.most_bytes(draft.path))
    decoded, parse, _ = linter.open(draft.path, data)
    return parse(decoded.text).map.text


def _rejected(linter: Linter) -> Callable[[str], Entry | None]:
    """What finds the entry of the house style, or of the newsroom's own packs, against a form."""
    rules = linter.default
    hits = Hits((), rules.table, Scope(rules.severities, rules.styles), today())
    return hits.house_entry


def _print(lists: list[WordList], faults: list[Fault]) -> None:
    for line in _lines(lists, faults):
        print(one_line(line))


def _lines(lists: list[WordList], faults: list[Fault]) -> Iterator[str]:
    for number, words in enumerate(lists):
        own = [fault for fault in faults if fault.list == number]
        yield from (f"{words.path}:{fault.line}: {fault.message}" for fault in own)
        if not own:
            count = counted(len(words.entries), "entry", "entries")
            yield f"{words.path}: {count}: no problems"
