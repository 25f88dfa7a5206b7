"""The stet ledger: its entries, and the file they are stored in."""

from __future__ import annotations

import json
import os
import re
from functools import lru_cache
from hashlib import sha256

from copydesk.files.toml import Source
from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.files.tree import Tree
    from copydesk.model.placed import PlacedFinding

_HEAD = """\
# Findings the desk has let stand. copydesk does not report them as long as their
# words do not change. See: copydesk stet --help
"""
_KEYS = ("rule", "file", "words", "context", "who", "when", "why", "second")
_NEEDED = _KEYS[:-1]
_TABLE = re.compile(r"^(?=\[\[stet\]\])", re.M)
_LONGEST = 160  # code points of the words stored; the hash covers all of them


class Key(ValueTuple):
    """What an entry is about: a rule's finding on words in a sentence."""

    rule: str
    file: str
    words: str
    context: str


class Entry(ValueTuple):
    """One finding that was let stand.

    Attributes:
        key: the rule, the file (relative to the ledger's folder, with slashes),
            the words, and the hash of their sentence.
        who: the person who let it stand, as named in git.
        when: the date, ISO.
        why: the reason.
        second: the second name; empty if none.
    """

    key: Key
    who: str
    when: str
    why: str
    second: str = ""


class Ledger(ValueTuple):
    """A ledger file: where it is, its text and its entries in order."""

    path: str
    text: str = _HEAD
    entries: tuple[Entry, ...] = ()

    @property
    def folder(self) -> str:
        """The folder to which the files of the entries are relative."""
        return os.path.dirname(os.path.dirname(self.path))

    def with_entry(self, entry: Entry) -> Ledger:
        """The ledger with an entry added; it replaces any with the same key."""
        kept = self.without([entry.key])
        gap = "" if kept.text.endswith("\n\n") else "\n" if kept.text.endswith("\n") else "\n\n"
        return Ledger(self.path, f"{kept.text}{gap}{_written(entry)}", (*kept.entries, entry))

    def without(self, keys: list[Key]) -> Ledger:
        """The ledger without the entries with those keys; all other text is kept."""
        gone = set(keys)
        head, *tables = _TABLE.split(self.text)
        pairs = [
            (entry, text)
            for entry, text in zip(self.entries, tables, strict=True)
            if entry.key not in gone
        ]
        text = head + "".join(text for _, text in pairs)
        return Ledger(self.path, text, tuple(entry for entry, _ in pairs))


def key_of(finding: PlacedFinding, file: str) -> Key:
    """The key of an entry for a finding."""
    words = finding.range.text
    if finding.context:
        words = finding.context[finding.marked.start : finding.marked.end]
    words = _plain(words)
    digest = sha256(f"{_plain(finding.context)}\0{words}".encode("utf-8", "surrogatepass"))
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}…"
    return Key(finding.rule, file, words, digest.hexdigest()[:16])


def _plain(text: str) -> str:
    """The text on one line, because line breaks do not matter."""
    return " ".join(text.split())


def read_ledger(path: str, tree: Tree = WORKING_TREE) -> Ledger:
    """Read a ledger; a missing one is empty.

    Raises:
        DataError: it cannot be read or is invalid.
    """
    try:
        return _read(path, tree, tree.state(path))
    except FileNotFoundError:
        return Ledger(path)
    except OSError as error:
        raise DataError(f"{path}: cannot read: {error.strerror}") from None


@lru_cache(maxsize=64)
def _read(path: str, tree: Tree, state: object) -> Ledger:
    """Parse a ledger; cached by the state of its file, so that many drafts read it once."""
    try:
        text = tree.read(path).decode("utf-8")
    except UnicodeDecodeError:
        raise DataError(f"{path}: not UTF-8") from None
    source = Source(path, text)
    source.check_keys(source.data, ("stet",))
    tables = source.data.get("stet", [])
    if not isinstance(tables, list) or len(_TABLE.split(text)) != len(tables) + 1:
        source.fail("write each entry as a [[stet]] table, at the start of a line", "stet")
    entries = tuple(_entry(source, table, index) for index, table in enumerate(tables))
    return Ledger(path, text, entries)


def _entry(source: Source, table: dict[str, Any], index: int) -> Entry:
    source.check_keys(table, _KEYS, "stet", index)
    for key in _NEEDED:
        if key not in table:
            source.fail(f"the entry has no {key}", "stet", index)
    for name, value in table.items():
        if name != "when" and not isinstance(value, str):
            source.fail(f'{name} must be a string, such as "…"', "stet", index, name)
    about = Key(*(table[name] for name in _KEYS[:4]))
    return Entry(about, table["who"], _day(table["when"]), table["why"], table.get("second", ""))


def _day(value: object) -> str:
    return str(value)[:10]


def _written(entry: Entry) -> str:
    """An entry as a TOML table."""
    values = (*entry.key, entry.who, entry.when, entry.why, entry.second)
    lines = ["[[stet]]"]
    for key, value in zip(_KEYS, values, strict=True):
        if key == "when":
            lines.append(f"{key} = {value}")
        elif value or key != "second":
            lines.append(f"{key} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string: escaped as in JSON, except for DEL and lone surrogates."""
    quoted = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    return re.sub(r"[\ud800-\udfff]", "\ufffd", quoted)
