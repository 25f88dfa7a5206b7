"""Freeze what copydesk does, and say what has changed since.

    python -m tools.faults.freeze write FOLDER
    python -m tools.faults.freeze compare FOLDER

``write`` runs the copydesk at hand over drafts, fixes, command lines and mutations
and keeps what came out in FOLDER: rules, offsets and digests, and whole texts of
our own only. ``compare`` runs it again over the inputs that FOLDER keeps and says
what differs. Exit status: 0 nothing differs, 1 something does, 2 it cannot be told.
Only the command line, ``copydesk.cli.main`` and the public names are used.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.faults.freeze_commands import record_commands
from tools.faults.freeze_compare import Compared, differences, summary
from tools.faults.freeze_drafts import STYLED_OF, record_drafts
from tools.faults.freeze_fixes import SUGGESTED_OF, record_fixes
from tools.faults.freeze_inputs import (
    EXAMPLES,
    OWN,
    corpora,
    examples,
    gather,
    shared_by_default,
)
from tools.faults.freeze_mutations import record_mutations
from tools.faults.freeze_record import (
    Entry,
    digest,
    name_digest,
    read_header,
    read_lines,
    write_header,
    write_lines,
)
from tools.faults.freeze_tool import Tool, progress, tool_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Recorder = Callable[[Path, Tool, Path | None], Iterator[Entry]]

PARTS: dict[str, Recorder] = {
    "commands": record_commands,
    "mutations": record_mutations,
    "fixes": record_fixes,
    "drafts": record_drafts,
}
_TEXTS = "commands-texts.jsonl.gz"
_LONGEST = 100_000  # characters of a text that is kept; of a longer one only the digest is
_CANNOT = 2


class Job(NamedTuple):
    """What to do: the record, the copydesk, the real copy (None: leave it out), the parts."""

    folder: Path
    tool: Tool
    shared: Path | None
    parts: tuple[str, ...]
    words: bool = True
    most: int = 20


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line; the exit status."""
    given = _parser().parse_args(argv)
    shared = Path(given.shared).absolute()
    there = not given.own and (shared / "corpora").is_dir()
    with tempfile.TemporaryDirectory(prefix="freeze-") as scratch:
        tool = tool_at(given.copydesk, Path(scratch).resolve(), given.jobs)
        parts = tuple(given.part or PARTS)
        job = Job(Path(given.folder), tool, shared if there else None, parts)
        if given.action == "write":
            return write(job)
        return compare(job._replace(words=not given.without_words, most=given.most))


def write(job: Job) -> int:
    """Write the parts of a record; with all parts its inputs are gathered anew."""
    job.folder.mkdir(parents=True, exist_ok=True)
    kept = all((job.folder / name).is_file() for name in (OWN, EXAMPLES))
    if len(job.parts) == len(PARTS) or not kept:
        gather(job.folder, job.tool)
    header = read_header(job.folder) | _surroundings(job)
    for part in job.parts:
        entries = _recorded(part, job)
        if part == "commands":
            write_lines(job.folder / _TEXTS, sorted(_texts(entries).items()))
        lines = [_without_texts(entry) for entry in sorted(entries, key=lambda one: one["key"])]
        write_lines(job.folder / f"{part}.jsonl.gz", lines)
        header.setdefault("entries", {})[part] = len(lines)
    write_header(job.folder, header)
    return 0


def compare(job: Job) -> int:
    """Run the parts again and print what differs from the record."""
    header, status = read_header(job.folder), 0
    if not header:
        print(f"freeze: there is no record in {job.folder}", file=sys.stderr)
        return _CANNOT
    now = _surroundings(job)
    if wrong := _other_surroundings(header, now):
        print("\n".join(wrong))
        status = 1
    if job.shared and header.get("copy") != now["copy"]:
        print(f"freeze: {job.shared} is not the copy of the record", file=sys.stderr)
        return _CANNOT
    for part in job.parts:
        old = [one for one in read_lines(job.folder / f"{part}.jsonl.gz") if _asked(one, job)]
        entries = _recorded(part, job)
        how = _how(job, _texts(entries))
        found = list(differences(part, old, map(_without_texts, entries), how))
        print("\n".join(summary(part, found, job.most)), flush=True)
        status = status or int(bool(found))
    return status


def _recorded(part: str, job: Job) -> list[Entry]:
    began, cpu = time.monotonic(), _cpu()
    entries = list(PARTS[part](job.folder, job.tool, job.shared))
    spent = f"{time.monotonic() - began:.0f} s, {_cpu() - cpu:.0f} s of CPU"
    progress(f"{part}: {len(entries)} entries, {spent}")
    return entries


def _cpu() -> float:
    """Seconds of CPU that the commands and this process have taken."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _surroundings(job: Job) -> Entry:
    """What the record depends on beside the code: the rules there are, the real copy."""
    rules = {rule["id"]: rule["unavailable"] for rule in job.tool.rules()}
    told: Entry = {
        "rules": sorted(rule for rule, unavailable in rules.items() if not unavailable),
        "sampled": {"styles": STYLED_OF, "suggested": {"all": SUGGESTED_OF}},
    }
    if job.shared:
        progress("reading the real copy")
        told["copy"] = {one.name: one.digest() for one in corpora(job.shared)}
    return told


def _other_surroundings(header: Entry, now: Entry) -> list[str]:
    before, after = set(header["rules"]), set(now["rules"])
    gone, came = sorted(before - after), sorted(after - before)
    lines = [f"rules: no longer there, or not installed: {', '.join(gone)}"] if gone else []
    return lines + ([f"rules: new, or installed now: {', '.join(came)}"] if came else [])


def _asked(entry: Entry, job: Job) -> bool:
    """Whether an entry is compared: those of the real copy only where it is there."""
    key: str = entry["key"]
    return bool(job.shared) or not ("#" in key or (key.startswith("run ") and key != "run own"))


def _how(job: Job, after: dict[str, str]) -> Compared:
    texts = job.folder / _TEXTS
    before = dict(read_lines(texts)) if texts.is_file() else {}
    names = {
        f"{one.name}#{name_digest(name)}": f"{one.name}/{name}"
        for one in (corpora(job.shared) if job.shared else ())
        for name in one.files
    }
    return Compared(job.words, names, examples(job.folder), before, after)


def _texts(entries: list[Entry]) -> dict[str, str]:
    """The texts of commands, each once, by its digest."""
    texts = (text for entry in entries for text in entry.get("_texts", {}).values())
    return {digest(text): text for text in texts if text and len(text) <= _LONGEST}


def _without_texts(entry: Entry) -> Entry:
    return {key: value for key, value in entry.items() if key != "_texts"}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("freeze", description=(__doc__ or "").partition("\n")[0])
    actions = parser.add_subparsers(dest="action", required=True, metavar="write|compare")
    for name, told in (("write", "write a record"), ("compare", "say what differs from it")):
        add = actions.add_parser(name, help=told).add_argument
        add("folder", metavar="FOLDER", help="the record")
        add("--part", action="append", choices=list(PARTS), help="only this; may be repeated")
        add(
            "--shared",
            default=str(shared_by_default()),
            help="the real copy (default: %(default)s)",
        )
        add("--own", action="store_true", help="leave the real copy out")
        add("--copydesk", default="", metavar="PATH", help="its console script")
        add("--jobs", type=int, default=1, metavar="N", help="processes (default: 1)")
        if name == "compare":
            add("--without-words", action="store_true", help="messages and titles do not count")
            add("--most", type=int, default=20, metavar="N", help="differences shown in full")
    return parser


if __name__ == "__main__":
    sys.exit(main())
