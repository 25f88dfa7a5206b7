"""What each rule says of a thousand mutations of its examples.

An entry is one rule. ``each`` holds, for every mutation, the digests of what was
found (with and without words of ours) and the spans, or nothing; ``blocks`` a
digest for every hundred. The mutations are made anew from the examples that the
record keeps, so that the first that differs can be shown.
"""

from __future__ import annotations

import json
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from tools.faults.freeze_drafts import without_words
from tools.faults.freeze_inputs import examples, put
from tools.faults.freeze_mutate import mutate
from tools.faults.freeze_record import digest
from tools.faults.freeze_tool import progress

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tools.faults.freeze_record import Entry
    from tools.faults.freeze_tool import Tool

NUMBER = 1000
_BESIDE_NUMBER = 200  # of a rule that compares drafts: each mutation is a run of its own
_BLOCK = 100
_DAY = "2026-01-15"  # of examples that have none
_DRIVER = """\
import os, sys
from copydesk.cli import main
for name in sorted(os.listdir(".")):
    if os.path.isdir(name):
        os.chdir(name)
        main(["check", "--no-cache", "--jobs", "1", f"--format=json=../{name}.json", *sys.argv[1:]])
        os.chdir("..")
"""


def record_mutations(folder: Path, tool: Tool, shared: Path | None) -> Iterator[Entry]:
    """Run every rule over its mutations; rules that are not installed are left out."""
    del shared
    kept = examples(folder)
    ready = {rule["id"] for rule in tool.rules() if not rule["unavailable"]}
    rules = [rule for rule in kept if rule in ready]
    with ThreadPoolExecutor(tool.jobs) as pool:
        for entry in pool.map(lambda rule: _entry(tool, rule, kept), rules):
            progress(f"mutations: {entry['key']}, {sum(map(bool, entry['each']))} found")
            yield entry


def mutation(rule: str, index: int, kept: dict[str, list[dict[str, Any]]]) -> str:
    """The text of one mutation."""
    group = rule.partition("/")[0]
    others = [one["text"] for name in kept if name.partition("/")[0] == group for one in kept[name]]
    return mutate(rule, index, kept[rule], others)


def _entry(tool: Tool, rule: str, kept: dict[str, list[dict[str, Any]]]) -> Entry:
    number = _BESIDE_NUMBER if any(one["beside"] for one in kept[rule]) else NUMBER
    texts = [mutation(rule, index, kept) for index in range(number)]
    place = tool.scratch / f"mutations-{rule.replace('/', '-')}"
    place.mkdir()
    found: dict[int, list[Entry]] = {}
    for setting, indices in _by_setting(kept[rule], number).items():
        words = _words(place, rule, json.loads(setting), len(list(place.iterdir())))
        if number == NUMBER:
            found |= _batch(tool, place, words, kept[rule], texts, indices)
        else:
            found |= _apart(tool, place, words, kept[rule], texts, indices)
    each = [_short(found[index]) for index in range(number)]
    blocks = [digest(each[start : start + _BLOCK]) for start in range(0, number, _BLOCK)]
    return {"key": rule, "inputs": digest(texts), "blocks": blocks, "each": each}


def _by_setting(kept: Sequence[dict[str, Any]], number: int) -> dict[str, list[int]]:
    """Which mutations are run with the same options, style and ``final``."""
    found: dict[str, list[int]] = defaultdict(list)
    for index in range(number):
        one = kept[index % len(kept)]
        setting = {key: one[key] for key in ("options", "style", "final")}
        found[json.dumps(setting, sort_keys=True)].append(index)
    return found


def _words(place: Path, rule: str, setting: dict[str, Any], number: int) -> list[str]:
    """The options of the command line, and the config file behind them."""
    lines = [f"date = {_DAY}"]
    style = dict(setting["style"])
    if name := style.pop("name", ""):
        lines.append(f"style = {_toml(name)}")
    if style:
        table = [f"{key} = {_toml(value)}" for key, value in style.items()]
        text = "\n".join(["[style]", 'name = "example"', *table, ""])
        (place / f"style-{number}.toml").write_text(text, "utf-8")
        lines.append(f'style = "style-{number}.toml"')
    if setting["options"]:
        lines.append(f'[rule."{rule}"]')
        lines += [f"{key} = {_toml(value)}" for key, value in setting["options"].items()]
    config = place / f"config-{number}.toml"
    config.write_text("\n".join([*lines, ""]), "utf-8")
    return ["--config", str(config), "--select", rule, *(["--final"] if setting["final"] else [])]


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _batch(
    tool: Tool, place: Path, words: list[str], kept: Sequence[dict[str, Any]],
    texts: list[str], indices: list[int],
) -> dict[int, list[Entry]]:  # fmt: skip
    """Findings and errors of mutations that are checked one by one in one process."""
    lines = []
    for index in sorted(indices, key=lambda index: (kept[index % len(kept)]["date"], index)):
        one = kept[index % len(kept)]
        line = {"id": index, "path": f"{index}", "text": texts[index], "format": one["format"]}
        lines.append(json.dumps({**line, "date": one["date"]} if one["date"] else line))
    done = tool.run(["check", "--batch", *words], place, stdin="\n".join(lines).encode())
    answers = [json.loads(line) for line in done.out.splitlines()]
    found = {answer["id"]: [*answer["findings"], *answer["errors"]] for answer in answers}
    failed = [{"message": f"status {done.status}"}]
    return {index: found.get(index, failed) for index in indices}


def _apart(
    tool: Tool, place: Path, words: list[str], kept: Sequence[dict[str, Any]],
    texts: list[str], indices: list[int],
) -> dict[int, list[Entry]]:  # fmt: skip
    """Findings of mutations that are compared with the drafts beside their example."""
    runs = place / f"runs-{indices[0]}"
    for index in indices:
        beside = kept[index % len(kept)]["beside"]
        drafts = {f"{number}.txt": text for number, text in enumerate((texts[index], *beside))}
        put(drafts, runs / f"{index:04}")
    driver = tool.scratch / "driver-beside.py"
    driver.write_text(_DRIVER, "utf-8")
    tool.python_run([str(driver), *words], runs)
    found = {}
    for index in indices:
        file = runs / f"{index:04}.json"
        report = json.loads(file.read_bytes()) if file.exists() else {}
        found[index] = [*report.get("findings", []), *report.get("errors", [{"message": "none"}])]
    return found


def _short(found: list[Entry]) -> str:
    """Digests with and without words, and the spans; nothing where nothing was found."""
    if not found:
        return ""
    spans = [f"{one['start']['offset']}-{one['end']['offset']}" for one in found if "start" in one]
    return f"{digest(found, 6)} {digest(without_words(found), 6)} {','.join(spans)}"
