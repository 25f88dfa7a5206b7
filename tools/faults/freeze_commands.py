"""What the command line gives, word for word: ``commands.txt``, run in scratch folders.

``commands.txt`` is made of scenarios. Each begins in a fresh folder that holds the
drafts of ``desk/``; its lines run in order:

    == name           a scenario begins
    $ words           run copydesk; VARIABLE=value before them, < file after them
    & words           the same, in a Python that starts processes by "spawn"
    ! words           run another command, which must succeed; nothing is recorded
    + file            write the lines that follow, up to a line with a full stop
    x file 0a ff      write bytes

An entry is one command: status, digests of what it wrote to its streams and of
the files that it changed. The texts themselves are kept once each.
"""

from __future__ import annotations

import re
import shlex
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tools.faults.freeze_inputs import ROOT, put
from tools.faults.freeze_record import digest
from tools.faults.freeze_tool import environment, progress, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tools.faults.freeze_record import Entry
    from tools.faults.freeze_tool import Outcome, Tool

HERE = ROOT / "tools" / "faults"
LEDGER = ROOT / "tests" / "data" / "frozen" / "desk-0.1"
_SECONDS = 60
_VARIABLE = re.compile(r"[A-Z_]+=\S*")
_SPAWN = """\
import multiprocessing, sys
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    from copydesk.cli import main
    sys.exit(main(sys.argv[1:]))
"""


class Scenario(NamedTuple):
    """A name, and the lines to run; each a mark, what follows it, and lines below it."""

    name: str
    lines: list[tuple[str, str, list[str]]]


def scenarios(text: str) -> list[Scenario]:
    """Read ``commands.txt``.

    Raises:
        ValueError: a line begins with no mark.
    """
    found: list[Scenario] = []
    lines = iter(text.splitlines())
    for line in lines:
        mark, _, rest = line.partition(" ")
        if mark == "==":
            found.append(Scenario(rest, []))
        elif mark in ("$", "&", "!", "x"):
            found[-1].lines.append((mark, rest, []))
        elif mark == "+":
            found[-1].lines.append((mark, rest, list(iter(lambda: next(lines), "."))))
        elif line and not line.startswith("#"):
            raise ValueError(f"commands.txt: {line!r} begins with no mark")
    return found


def record_commands(folder: Path, tool: Tool, shared: Path | None) -> Iterator[Entry]:
    """Run every scenario; one entry a command, with its texts."""
    del folder, shared
    for scenario in scenarios((HERE / "commands.txt").read_text("utf-8")):
        progress(f"commands: {scenario.name}")
        yield from _play(tool, scenario)


def _play(tool: Tool, scenario: Scenario) -> Iterator[Entry]:
    place = tool.scratch / "rooms" / scenario.name
    source = LEDGER if scenario.name.startswith("written by 0.1") else HERE / "desk"
    put({path.relative_to(source).as_posix(): path for path in _all(source)}, place)
    before = _files(tool, place)
    for number, (mark, rest, below) in enumerate(scenario.lines):
        if mark == "+":
            put({rest: "".join(f"{line}\n" for line in below)}, place)
        elif mark == "x":
            name, *octets = rest.split()
            put({name: bytes.fromhex("".join(octets))}, place)
        elif mark == "!":
            _other(tool, place, rest)
        else:
            done = _command(tool, place, rest, spawn=mark == "&")
            after = _files(tool, place)
            changed = {name: text for name, text in after.items() if before.get(name) != text}
            gone = sorted(before.keys() - after.keys())
            yield _entry(tool, f"{scenario.name}, {number}: {mark} {rest}", done, changed, gone)
        before = _files(tool, place)


def _command(tool: Tool, place: Path, line: str, *, spawn: bool) -> Outcome:
    words = shlex.split(line)
    more = {}
    while words and _VARIABLE.fullmatch(words[0]):
        name, _, value = words.pop(0).partition("=")
        more[name] = value
    stdin = b""
    if "<" in words:
        at = words.index("<")
        stdin = (place / words[at + 1]).read_bytes()
        del words[at : at + 2]
    if not spawn:
        return tool.run(words, place, stdin=stdin, seconds=_SECONDS, more=more)
    driver = tool.scratch / "driver-spawn.py"
    driver.write_text(_SPAWN, "utf-8")
    return tool.python_run([str(driver), *words], place, seconds=_SECONDS)


def _other(tool: Tool, place: Path, line: str) -> None:
    done = run(shlex.split(line), place, b"", _SECONDS, environment(tool.scratch))
    if done.status:
        raise SystemExit(f"freeze: {line}: {done.err.decode()}")


def _all(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def _files(tool: Tool, place: Path) -> dict[str, str]:
    """The files of a room, as they are kept; those of git and of a cache are not."""
    found = {}
    for path in sorted(place.rglob("*")):
        name = path.relative_to(place).as_posix()
        if path.is_file() and not name.startswith((".git/", "cold/")):
            found[name] = normal(path.read_bytes(), tool.scratch)
    return found


def normal(data: bytes, scratch: Path) -> str:
    """What was written, without what differs from run to run: folders, today, versions."""
    text = data.decode("utf-8", "backslashreplace")
    for name, folder in (("scratch", scratch), ("project", ROOT)):
        text = text.replace(str(folder), f"<{name}>")
    text = text.replace(date.today().isoformat(), "<today>")
    return re.sub(r"\b(Python )3\.\d+(\.\d+)?", r"\1<version>", text)


def _entry(tool: Tool, key: str, done: Outcome, changed: dict[str, str], gone: list[str]) -> Entry:
    texts = {"out": normal(done.out, tool.scratch), "err": normal(done.err, tool.scratch)}
    texts |= {f"file {name}": text for name, text in changed.items()}
    digests = {name: digest(text) for name, text in texts.items()}
    return {"key": key, "status": done.status, "texts": digests, "gone": gone, "_texts": texts}
