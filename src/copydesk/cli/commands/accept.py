"""``copydesk accept``: words and names that are right: add one, check the lists, list them."""

from __future__ import annotations

import os
from functools import partial

from copydesk.accepted import Accepted
from copydesk.accepted.adding import NEW_LIST, added, is_same, tidy
from copydesk.accepted.kinds import is_dictionary, is_plain
from copydesk.accepted.lists import read_entries, text_of
from copydesk.cli.accept_lists import advice, config_name, list_of
from copydesk.cli.help_layout import Formatter
from copydesk.cli.options import config_option, load_given_config
from copydesk.cli.status import FOUND_NOTHING
from copydesk.config.source import shown
from copydesk.files.data_file import files_in
from copydesk.formats.summary import counted, one_line
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

    from copydesk.accepted.lists import Entry
    from copydesk.config import Config
    from copydesk.files.data_file import DataFile

_EXAMPLE = """\
examples:
  copydesk accept add Wendelmeier --why "the minister, not Wendelmaier"
  copydesk accept check               unused words, doubles, words that the style avoids
  copydesk accept list Wendel         the words that contain these letters

The lists are text files named in copydesk.toml: accept = ["words.txt"]. A word in lower
case is accepted in any case, one with a capital as written and in capitals throughout."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``add``, ``check`` and ``list``."""
    parser.epilog = _EXAMPLE
    parts = parser.add_subparsers(metavar="add|check|list", required=True)
    part = partial(parts.add_parser, formatter_class=Formatter, allow_abbrev=False)
    one = part("add", help="accept a word or a name, so that no rule calls it misspelt")
    one.add_argument("word", metavar="WORD", help="the word; quote a name of several words")
    one.add_argument("--why", default="", metavar="TEXT", help="a note, for the record")
    told = f"the list (default: the first one in copydesk.toml, else {NEW_LIST})"
    one.add_argument("--file", default="", metavar="FILE", help=told)
    one.set_defaults(command=add)
    config_option(one)
    checks = part("check", help="find words that are unused, listed twice or against the style")
    told = "drafts or folders that may use the words (default: the folder of the config)"
    checks.add_argument("paths", nargs="*", metavar="PATH", help=told)
    checks.set_defaults(command=check)
    config_option(checks)
    lists = part("list", help="list the accepted words, with their notes")
    told = "list only what contains this"
    lists.add_argument("word", nargs="?", default="", metavar="WORD", help=told)
    lists.set_defaults(command=list_words)
    config_option(lists)


def add(arguments: Namespace) -> int:
    """Accept a word: write it into the list, unless it is accepted already."""
    from copydesk.accepted.writing import read_for_change, write_list

    config = load_given_config(arguments.config)
    word, note = tidy(arguments.word, arguments.why)
    if arguments.file and not is_plain(arguments.file):
        told = "words can be added to a list with one word a line only"
        raise DataError(f"--file {one_line(arguments.file)}: {told}")
    path = list_of(config, arguments.file)
    before = read_for_change(path, bool(arguments.file))
    if place := _accepted_by(config, word) or _line_of(path, before, word):
        print(f"“{one_line(word)}” is accepted already ({place}).")
    else:
        write_list(path, before, added(before, word, note))
        print(f"“{one_line(word)}” added to {shown(path)}.")
    if os.path.exists(path) and (told := advice(config, path)):
        print(told)
    return FOUND_NOTHING


def _accepted_by(config: Config, word: str) -> str:
    """The list, and the line if it has lines, by which a word is accepted; empty if by none."""
    for file in files_in(config.tree, config.accept):
        if not Accepted([file]).accepts(word):
            continue
        if is_dictionary(file.file):
            return file.path
        return _line_of(file.path, text_of(file), word) or file.path
    return ""


def _line_of(path: str, text: str, word: str) -> str:
    """Where a list accepts a word; empty if it does not."""
    for entry in read_entries(path, text):
        if not entry.is_pattern and is_same(entry.word, word):
            return f"{shown(path)}:{entry.line}"
    return ""


def check(arguments: Namespace) -> int:
    """Check the lists against each other, the drafts and the style: 1 if there are faults."""
    from copydesk.cli.accept_check import checked

    return checked(arguments)


def list_words(arguments: Namespace) -> int:
    """Print the accepted words that contain some letters, or all."""
    config = load_given_config(arguments.config)
    if not config.accept:
        print(f"No words are accepted: {config_name(config)} names no list.")
    for file in files_in(config.tree, config.accept):
        for line in _listed(file, arguments.word.casefold()):
            print(line)
    return FOUND_NOTHING


def _listed(file: DataFile, part: str) -> list[str]:
    if is_dictionary(file.file):
        (found,) = Accepted([file]).table.dictionaries
        return [f"{file.path}: a dictionary with {counted(found.number, 'stem')}"]
    read = read_entries(file.path, text_of(file))
    wanted = [entry for entry in read if part in entry.word.casefold()]
    head = f"{file.path}: {counted(len(wanted), 'entry', 'entries')}"
    return [head, *(f"  {_line(entry)}" for entry in wanted)]


def _line(entry: Entry) -> str:
    note = f"  # {entry.note}" if entry.note else ""
    return one_line(f"{entry.word}{note}")
