"""What is found in drafts: ours and the real copy, by the day and by each house style.

An entry is one draft: its key (a name of ours; of the real copy a digest of the
name), two digests for each pass (all that is said of the findings; the same
without words of ours), and the findings of the first pass as rule, span, lengths
of edits and two digests. A draft in which no pass finds anything has no entry.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tools.faults.freeze_inputs import corpora, own_drafts, put, sampled
from tools.faults.freeze_record import digest, name_digest
from tools.faults.freeze_tool import DAY, progress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.faults.freeze_record import Entry
    from tools.faults.freeze_tool import Tool

STYLED_OF = {"newsrooms": 4}  # of this many drafts one is checked by each house style
_STYLES = ("default", "ap", "reuters", "guardian", "bbc", "nyt", "afp")
_WORDS = ("message", "evidence", "title")
_FIRST = "dated"


class Pass(NamedTuple):
    """One way to check all drafts: its name, the words, and whether all drafts are read."""

    name: str
    words: tuple[str, ...]
    whole: bool = True


PASSES = (
    Pass(_FIRST, ("--config", "{scratch}/plain.toml", "--date", DAY)),
    Pass("undated", ("--config", "{scratch}/dated.toml")),
    *(
        Pass(style, ("--config", "{scratch}/plain.toml", "--date", DAY, "--style", style), False)
        for style in _STYLES
    ),
)


def record_drafts(folder: Path, tool: Tool, shared: Path | None) -> Iterator[Entry]:
    """Check every draft in every pass; one entry a draft, and one a run."""
    configs(tool)
    entries: dict[str, Entry] = {}
    for name, styled in _places(folder, tool, shared):
        for one in PASSES:
            _check(tool, name, one, [] if one.whole else styled, entries)
    for entry in entries.values():
        yield _short(entry)


def configs(tool: Tool) -> None:
    """Write the config files: without a day, and with one for drafts that have none."""
    ids = {rule["id"].partition("/")[0] for rule in tool.rules()}
    ignore = 'ignore = ["example"]\n' if "example" in ids else ""  # the rules of the test plugin
    (tool.scratch / "plain.toml").write_text(ignore, "utf-8")
    (tool.scratch / "dated.toml").write_text(f"date = {DAY}\n{ignore}", "utf-8")


def key_of(run: str, name: str) -> str:
    """A draft's key: names of the real copy stay out of the record."""
    return name if run == "own" else f"{run}#{name_digest(name)}"


def _places(folder: Path, tool: Tool, shared: Path | None) -> Iterator[tuple[str, list[str]]]:
    """Put each corpus into a folder of the scratch folder: its name, the drafts to style."""
    put(own_drafts(folder), tool.scratch / "own")
    yield "own", []
    for corpus in corpora(shared) if shared else ():
        put(corpus.files, tool.scratch / corpus.name)
        of = STYLED_OF.get(corpus.name, 1)
        yield corpus.name, sorted(sampled(corpus, of).files) if of > 1 else []


def _check(tool: Tool, name: str, one: Pass, paths: list[str], entries: dict[str, Entry]) -> None:
    progress(f"drafts: {name}, {one.name}")
    given = [word.format(scratch=tool.scratch) for word in one.words]
    words = ["check", "--no-cache", "--format", "json", "--jobs", str(tool.jobs), *given]
    done = tool.run([*words, "--", *(paths or ["."])], tool.scratch / name)
    report = json.loads(done.out) if done.out else {"findings": [], "errors": [], "summary": {}}
    run = entries.setdefault(f"run {name}", {"key": f"run {name}", "passes": {}})
    told = done.err.decode().replace(str(tool.scratch), "")
    run["passes"][one.name] = [done.status, report["summary"].get("files"), digest(told)]
    for path, said in _by_path(report).items():
        key = key_of(name, path)
        entry = entries.setdefault(key, {"key": key, "passes": {}})
        entry["passes"][one.name] = f"{digest(said)} {digest(without_words(said))}"
        if one.name == _FIRST:
            entry["findings"] = [listed(finding) for finding in said[0]]


def _by_path(report: Entry) -> dict[str, tuple[list[Entry], list[Entry]]]:
    found: dict[str, tuple[list[Entry], list[Entry]]] = {}
    for place, kind in enumerate(("findings", "errors")):
        for one in report[kind]:
            found.setdefault(one["path"], ([], []))[place].append(one)
    return found


def without_words(value: Any) -> Any:
    """A value of JSON without messages, evidence and titles."""
    if isinstance(value, dict):
        return {key: without_words(one) for key, one in value.items() if key not in _WORDS}
    if isinstance(value, (list, tuple)):
        return [without_words(one) for one in value]
    return value


def listed(finding: Entry) -> list[Any]:
    """A finding without any text: rule, span, lengths of edits, digests with and without words."""
    edits = [
        [
            edit["start"]["offset"],
            edit["end"]["offset"] - edit["start"]["offset"],
            len(edit["text"]),
        ]
        for fix in finding["fixes"]
        for edit in fix["edits"]
    ]
    span = (finding["start"]["offset"], finding["end"]["offset"])
    bare = digest(without_words(finding), 6)
    return [finding["rule"], *span, edits, digest(finding, 6), bare]


def _short(entry: Entry) -> Entry:
    """An entry without the passes that say what the first one says."""
    passes = entry["passes"]
    first = passes.get(_FIRST, "")
    if not entry["key"].startswith("run "):
        for name in [name for name in passes if name != _FIRST and passes[name] == first]:
            passes[name] = "="
    return entry
