"""What fixing gives: every draft after the safe fixes, and of some after the suggested ones.

An entry is one draft that a fix changed, or of which something was said: a digest
of the file afterwards, of the lines on standard error, and the rules that were
named. Diffs are taken of the drafts that take suggested fixes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tools.faults.freeze_drafts import configs, key_of
from tools.faults.freeze_inputs import Corpus, corpora, own_drafts, put, sampled
from tools.faults.freeze_record import digest
from tools.faults.freeze_tool import DAY, progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tools.faults.freeze_record import Entry
    from tools.faults.freeze_tool import Outcome, Tool

SUGGESTED_OF = 10  # of this many drafts one takes the suggested fixes too
_HEAD = re.compile(r"(?m)^--- a/(.*)$")
_TOLD = re.compile(r"copydesk: (?P<path>.+?\.(?:txt|md|html)): (?P<said>.*)")
_RULES = re.compile(r"[a-z]+/[a-z-]+")


class Way(NamedTuple):
    """One way to fix: its name, the words, and whether whole corpora are fixed so."""

    name: str
    words: tuple[str, ...]
    whole: bool


WAYS = (
    Way("safe", ("--fix",), True),
    Way("suggested", ("--fix", "--suggested"), False),
    Way("diff", ("--diff",), False),
    Way("diff-suggested", ("--diff", "--suggested"), False),
)


def record_fixes(folder: Path, tool: Tool, shared: Path | None) -> Iterator[Entry]:
    """Fix copies of the drafts in every way; one entry a draft, and one a run."""
    configs(tool)
    entries: dict[str, Entry] = {}
    known = {rule["id"] for rule in tool.rules()}
    for way in WAYS:
        _fix(tool, "own", own_drafts(folder), way, entries)
    for corpus in corpora(shared) if shared else ():
        for way in WAYS:
            some = corpus if way.whole else sampled(corpus, SUGGESTED_OF)
            _fix(tool, corpus.name, _texts(some), way, entries)
    for entry in entries.values():
        yield _of_rules(entry, known)


def _of_rules(entry: Entry, known: set[str]) -> Entry:
    """An entry that names rules only: the lines may quote a draft."""
    for told in entry.values():
        if isinstance(told, list) and len(told) == 3:
            told[2] = [rule for rule in told[2] if rule in known]
    return entry


def _texts(corpus: Corpus) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in corpus.files.items()}


def _fix(
    tool: Tool, name: str, drafts: Mapping[str, str | bytes], way: Way,
    entries: dict[str, Entry],
) -> None:  # fmt: skip
    progress(f"fixes: {name}, {way.name}")
    place = tool.scratch / f"{name}-{way.name}"
    put(drafts, place)
    words = ["check", "--no-cache", "-q", "--format", "json", "--jobs", str(tool.jobs), *way.words]
    config = ["--config", str(tool.scratch / "plain.toml"), "--date", DAY]
    done = tool.run([*words, *config, "."], place)
    entries.setdefault(f"run {name}", {"key": f"run {name}"})[way.name] = [
        done.status,
        digest(done.out),
    ]
    gave = _diffs(done) if "--diff" in way.words else _changed(drafts, place)
    told = _told(done)
    for path in sorted({*gave, *told}):
        entry = entries.setdefault(key_of(name, path), {"key": key_of(name, path)})
        said = told.get(path, [])
        rules = sorted({rule for line in said for rule in _RULES.findall(line)})
        entry[way.name] = [gave.get(path, ""), digest(said) if said else "", rules]


def _changed(drafts: Mapping[str, str | bytes], place: Path) -> dict[str, str]:
    """Digests of the files that are no longer what they were."""
    found = {}
    for name, before in drafts.items():
        after = (place / name).read_bytes()
        if after != (before.encode() if isinstance(before, str) else before):
            found[name] = digest(after)
    return found


def _diffs(done: Outcome) -> dict[str, str]:
    """Digests of the diffs, by file."""
    parts = _HEAD.split(done.out.decode("utf-8", "replace"))
    return {name: digest(diff) for name, diff in zip(parts[1::2], parts[2::2], strict=True)}


def _told(done: Outcome) -> dict[str, list[str]]:
    """What was said of each file on standard error."""
    found: dict[str, list[str]] = {}
    for line in done.err.decode("utf-8", "replace").splitlines():
        match = _TOLD.fullmatch(line)
        path, said = (match["path"], match["said"]) if match else ("?", line)
        found.setdefault(path, []).append(said)
    return found
