"""README and docs/ say what is so: commands, their output, settings, rules.

Every fenced block of a page marked ``console`` is run in one scratch folder a page.
It begins empty; a block that follows ‘… as `NAME`:’ is first written there as that
file. Lines that begin with ``$`` are commands, the others are what they print (a
line ``…`` stands for any number of lines). To write the output anew::

    python tests/repository/test_docs.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from copydesk.cli import main

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PROSE = [*PAGES, *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md"))]
PROGRAMS = ("copydesk", "git", "cat", "echo", "mkdir", "printf")
ANY = "…"  # a line that stands for any lines
_FENCE = re.compile(r"^(?P<fence>`{3,})(?P<lang>\S*)[^\n]*\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)
_COUNTED = re.compile(r'"rules":\\ \d+')
_NAMED = re.compile(r"as\s+`([\w./-]+)`:\s*\Z")


class Block(NamedTuple):
    """A fenced block: its language, text, the file that it is, its place in the page."""

    lang: str
    text: str
    file: str
    start: int
    end: int


def blocks(page: str) -> list[Block]:
    found = []
    last = 0
    for match in _FENCE.finditer(page):
        named = _NAMED.search(page, last, match.start())
        last = match.end()
        file = named[1] if named else ""
        found.append(Block(match["lang"], match["text"], file, *match.span("text")))
    return found


def steps(text: str) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines that it prints."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            assert found, f"a console block begins with a command, not {line!r}"
            found[-1][1].append(line)
    return found


def environment(tools: Path) -> dict[str, str]:
    """A plain one, with a ``copydesk`` that is the one under test."""
    tools.mkdir(exist_ok=True)
    tool = tools / "copydesk"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m copydesk "$@"\n')
    tool.chmod(0o755)
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT")}
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "Desk"), ("EMAIL", "desk@example.org"))}  # fmt: skip
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    sources = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    return plain | who | {
        "PATH": path, "PYTHONPATH": sources, "LC_ALL": "C.UTF-8", "COLUMNS": "80",
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    }  # fmt: skip


def printed(command: str, folder: Path, env: dict[str, str]) -> list[str]:
    for part in re.split(r"\||&&|;(?=\s)", command):
        assert part.split()[0] in PROGRAMS, f"{command!r} is not to be run"
    done = subprocess.run(
        command, shell=True, cwd=folder, env=env, check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", timeout=300,
    )  # fmt: skip
    assert "Traceback" not in done.stdout, done.stdout
    return done.stdout.rstrip("\n").replace(date.today().isoformat(), "2026-11-22").splitlines()


def agrees(said: list[str], real: list[str]) -> bool:
    """Whether what a page prints is what is printed, where ``…`` is any lines."""
    pattern = "".join(r"(?:.*\n)*" if line == ANY else re.escape(line) + r"\n" for line in said)
    pattern = _COUNTED.sub(r'"rules":\\ \\d+', pattern)  # a plugin may be installed here
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in real)) is not None


def played(page: str, folder: Path, env: dict[str, str]) -> tuple[str, list[str]]:
    """The page with the output as it really is, and the commands that print otherwise."""
    text, wrong = page, []
    fresh: list[tuple[Block, str]] = []
    for block in blocks(page):
        if block.file:
            file = folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, "utf-8")
        if block.lang != "console":
            continue
        lines = []
        for command, said in steps(block.text):
            real = printed(command, folder, env)
            lines += [f"$ {command}", *(said if agrees(said, real) else real)]
            if not agrees(said, real):
                wrong.append(f"$ {command}\n" + "\n".join(real))
        fresh.append((block, "".join(f"{line}\n" for line in lines)))
    for block, new in reversed(fresh):
        text = text[: block.start] + new + text[block.end :]
    return text, wrong


@pytest.mark.process
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_prints_what_the_page_says(page: Path, tmp_path: Path) -> None:
    home = tmp_path / "desk"
    home.mkdir()
    wrong = played(page.read_text("utf-8"), home, environment(tmp_path / "bin"))[1]
    assert not wrong, (
        "run python tests/repository/test_docs.py, and read what changes:\n" + "\n\n".join(wrong)
    )


def test_the_pages_hold_commands() -> None:
    held = {page.name: sum(one.lang == "console" for one in blocks(page.read_text("utf-8")))
            for page in PAGES if page.name not in ("glossary.md", "library.md")}  # fmt: skip
    assert held and all(held.values()), held


def fenced_commands() -> list[tuple[str, str]]:
    """The copydesk commands of blocks that are not run: (page, command)."""
    found = []
    for page in PROSE:
        for block in blocks(page.read_text("utf-8")):
            if block.lang not in ("", "sh"):
                continue
            for line in block.text.splitlines():
                part = re.search(r"(?:^|[|&] )(copydesk(?: [^|>&\n]*)?)", line)
                if part:
                    found.append((page.name, re.split(r" {2,}|>", part[1])[0].strip()))
    return found


@pytest.mark.parametrize(("page", "command"), fenced_commands())
def test_every_other_command_is_one_that_the_parser_knows(
    page: str, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    import shlex

    words = shlex.split(command)[1:]
    with pytest.raises(SystemExit) as left:  # --help comes last: all before it has been parsed
        main([*words, "--help"])
    assert left.value.code == 0, (page, command, capsys.readouterr().err)


def options_named() -> list[tuple[str, str]]:
    return [(page.name, option) for page in PROSE
            for option in sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+\b", page.read_text("utf-8"))))]  # fmt: skip


def test_every_option_named_is_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    helped = ""
    for words in (["check"], ["review"], ["baseline"], ["rules"], ["explain"], ["stats"], ["stet", "list"],
                  ["stet", "add"], ["stet", "prune"], ["style", "show"], ["facts", "expiring"],
                  ["facts", "import"], ["facts", "update"], ["changes"], ["report-alarm"], ["list"], []):  # fmt: skip
        with pytest.raises(SystemExit):
            main([*words, "--help"])
        helped += capsys.readouterr().out
    others = {
        "--cov",
        "--require-hashes",
        "--peers",
        "--dist",
        "--own",
        "--part",
        "--without-words",
        "--longest",  # of the example in docs/plugins.md
        "--inputs",
        "--write",  # of tools.data.rebuild
        "--network",  # of docker
        "--rm",
        "--schema",  # of taplo and of check-jsonschema
        "--schemafile",
    }
    named = {(page, option) for page, option in options_named() if option not in others}
    assert named
    assert not {one for one in named if not re.search(rf"{one[1]}\b(?!-)", helped)}


def configs() -> list[Any]:
    found = []
    for page in PROSE:
        for block in blocks(page.read_text("utf-8")):
            if block.lang == "toml" and (block.file in ("", "copydesk.toml")):
                found.append(pytest.param(block.text, id=f"{page.name}:{block.start}"))
    return found


@pytest.mark.parametrize("text", configs())
def test_every_settings_block_is_read(text: str, tmp_path: Path) -> None:
    """By the config file's reader or the packs' or the facts' reader, whichever it is for."""
    from copydesk.config.load import read_config
    from copydesk.facts.schema import read_table
    from copydesk.terms.pack import read_pack

    data = tomllib.loads(text)
    if data.keys() & {"sources", "office"}:
        read_table("facts.toml", text)
    elif data.keys() & {"entry", "forms", "variants", "defaults"} or "name" in data.get(
        "style", {}
    ):
        read_pack("pack.toml", text)
    else:
        (tmp_path / "copydesk.toml").write_text(text.replace("extend =", "# extend ="), "utf-8")
        lists = (name for key in ("terms", "facts", "accept") for name in data.get(key, ()))
        for name in (*lists, data.get("style", "ap")):
            if name.endswith((".toml", ".txt")):
                (tmp_path / name).parent.mkdir(exist_ok=True)
                (tmp_path / name).touch()
        read_config(str(tmp_path / "copydesk.toml"))


def test_the_readme_names_every_key_of_the_config() -> None:
    from copydesk.config.load import _KEYS

    text = (ROOT / "README.md").read_text("utf-8")
    blocks_ = "".join(one.text for one in blocks(text) if one.lang == "toml")
    assert not [key for key in _KEYS if not re.search(rf"(^|\[){key}\b", blocks_, re.M)]


def test_contributing_names_every_key_of_an_entry() -> None:
    from copydesk.terms.pack import _ENTRY

    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    table = "".join(line for line in text.splitlines(True) if line.startswith("| `"))
    assert not [key for key in _ENTRY if f"`{key}`" not in table]


def test_stylebook_names_every_setting_of_a_style() -> None:
    from copydesk.terms.style_schema import SETTINGS

    text = (ROOT / "docs" / "stylebook.md").read_text("utf-8")
    assert not [key for key in SETTINGS if f"`{key}`" not in text]


def test_every_rule_named_is_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    known = {line.split()[0] for line in capsys.readouterr().out.splitlines() if line}
    groups = {name.partition("/")[0] for name in known}
    made_up = {"house/terms", "example/clock-time", "example/clock-words"}  # of CONTRIBUTING, too
    for page in PROSE:
        named = re.findall(
            r"[`\" ]([a-z]+/[a-z]+(?:-[a-z]+)*)(?:[`\":, ]|\.\s)", page.read_text("utf-8")
        )
        wrong = {name for name in named if name.partition("/")[0] in groups} - known - made_up
        assert not wrong, (page.name, wrong)


def test_every_link_leads_somewhere() -> None:
    for page in [*PROSE, ROOT / "bench" / "README.md", ROOT / "tools" / "README.md"]:
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
            if not target.startswith("http"):
                assert (page.parent / target).exists(), (page.name, target)


def test_agreement_of_lines() -> None:
    assert agrees(["a", ANY, "d"], ["a", "b", "c", "d"])
    assert agrees([ANY], [])
    assert not agrees(["a", "d"], ["a", "b", "d"])
    assert not agrees([ANY, "d"], ["a"])


if __name__ == "__main__":
    for path in PAGES:
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch, "desk")
            folder.mkdir()
            old = path.read_text("utf-8")
            new, _ = played(old, folder, environment(Path(scratch, "bin")))
            path.write_text(new, "utf-8")
            print(path.name, "as it was" if new == old else "written anew")
