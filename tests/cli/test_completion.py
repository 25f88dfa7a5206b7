"""Completion, asked of the shells themselves, where they are installed."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pyte
import pytest

from copydesk.cli import main
from copydesk.cli.arguments import COMMANDS, parser_of
from copydesk.cli.commands.completion import SHELLS
from copydesk.cli.plugged import commands

ASKED = [
    (["copydesk", ""], set(COMMANDS), {"my draft.md"}),
    (["copydesk", "st"], {"stats", "stet", "style"}, {"check"}),
    (["copydesk", "--v"], {"--version"}, {"--verbose"}),
    (["copydesk", "check", "--fo"], {"--format", "--format-in"}, {"--fix"}),
    (["copydesk", "check", "other.md", "--fo"], {"--format", "--format-in"}, {"--fix"}),
    (["copydesk", "check", "--format", "s"], {"sarif"}, {"text"}),
    (["copydesk", "check", "--fail-on", "st"], {"stop", "style"}, {"fix"}),
    (["copydesk", "check", "--date", ""], set(), {"my draft.md", "stop", "text"}),
    (["copydesk", "check", "--select", "titles/"],
     {"titles/former-in-office", "titles/wrong-office"}, {"spelling/typo"}),
    (["copydesk", "check", "--style", "a"], {"afp", "ap"}, {"bbc", "my draft.md"}),
    (["copydesk", "check", "--style", ""], {"bbc", "other.md"}, {"stop"}),
    (["copydesk", "explain", "sentence/fr"], {"sentence/fragment"}, {"sentence/lost-stop"}),
    (["copydesk", "check", ""], {"my draft.md", "other.md"}, {"afp", "check"}),
    (["copydesk", "check", "my"], {"my draft.md"}, {"other.md"}),
    (["copydesk", "check", "--fix", "other.md", "my"], {"my draft.md"}, {"other.md"}),
    (["copydesk", "completion", "z"], {"zsh"}, {"bash"}),
    (["copydesk", "stet", ""], {"list", "add", "prune"}, {"my draft.md"}),
    (["copydesk", "stet", "list", "--by", ""], {"file", "person", "rule", "age"}, {"add"}),
    (["copydesk", "stet", "list", "--rule", "titles/s"], {"titles/stale"}, {"other.md"}),
    (["copydesk", "stet", "add", ""], {"my draft.md", "other.md"}, {"list", "spelling/typo"}),
    (["copydesk", "stet", "add", "other.md", "spelling/t"], {"spelling/typo"}, {"other.md"}),
    (["copydesk", "style", ""], {"list", "show", "check"}, {"ap"}),
    (["copydesk", "style", "show", "gu"], {"guardian"}, {"ap", "other.md"}),
    (["copydesk", "style", "check", "ot"], {"other.md"}, {"ap"}),
    (["copydesk", "facts", ""], {"show", "check", "as-of", "expiring", "import"}, {"other.md"}),
    (["copydesk", "facts", "expiring", "--be"], {"--before"}, {"--as-of"}),
    (["copydesk", "stats", "--by", "rule", "--by", ""], {"desk", "week"}, {"other.md"}),
]  # fmt: skip
IDS = [" ".join(words) for words, _, _ in ASKED]
TYPED = [
    ("sta", "stats "),
    ("--vers", "--version "),
    ("check --suggest", "check --suggested "),
    ("check --format sar", "check --format sarif "),
    ("check --format json --fail-on sto", "check --format json --fail-on stop "),
    ("check --select titles/wr", "check --select titles/wrong-office "),
    ("check --style reu", "check --style reuters "),
    ("check --style oth", "check --style other.md "),
    ("check --output oth", "check --output other.md "),
    ("check my", "check my\\ draft.md "),
    ("check my\\ dr", "check my\\ draft.md "),
    ('check "my dr', 'check "my draft.md" '),
    ("check fol", "check folder/"),
    ("check folder/in", "check folder/inner.md "),
    ("check other.md my", "check other.md my\\ draft.md "),
    ("check other.md folder/inner.md my", "check other.md folder/inner.md my\\ draft.md "),
    ("check other.md --suggest", "check other.md --suggested "),
    ("check other.md --format sar", "check other.md --format sarif "),
    ("check other.md --format json my", "check other.md --format json my\\ draft.md "),
    ("check --quiet -v -- my", "check --quiet -v -- my\\ draft.md "),
    ("explain sentence/fra", "explain sentence/fragment "),
    ("stet --config other.md pr", "stet --config other.md prune "),
    ("stet list --by pe", "stet list --by person "),
    ("stet add other.md spelling/typ", "stet add other.md spelling/typo "),
    ("style sh", "style show "),
    ("style show gua", "style show guardian "),
    ("style check oth", "style check other.md "),
    ("facts expiring --bef", "facts expiring --before "),
    ("rules --format mark", "rules --format markdown "),
    ("completion zs", "completion zsh "),
]
# zsh does not complete behind an equals sign.
EQUALS = [
    ("check --format=sar", "check --format=sarif "),
    ("check --format=json --fail-on=sto", "check --format=json --fail-on=stop "),
    ("check --select=titles/wr", "check --select=titles/wrong-office "),
    ("check --style=reu", "check --style=reuters "),
    ("check --config=oth", "check --config=other.md "),
    ("check --config=my", "check --config=my\\ draft.md "),
    ("check --format=json my", "check --format=json my\\ draft.md "),
    ("stet --config=other.md pr", "stet --config=other.md prune "),
]
PROMPT = "READY> "
START = {
    "bash": (
        ("--norc", "--noprofile", "-i"),
        f"PS1='{PROMPT}'; bind 'set enable-bracketed-paste off'; source '{{folder}}/script.bash'",
    ),
    "zsh": (
        ("-f", "-i"),
        f"PS1='{PROMPT}'; unset zle_bracketed_paste; fpath=('{{folder}}/zsh' $fpath);"
        " autoload -Uz compinit; compinit -u -D",
    ),
    "zsh by eval": (
        ("-f", "-i"),
        f"PS1='{PROMPT}'; unset zle_bracketed_paste; autoload -Uz compinit; compinit -u -D;"
        " eval \"$(cat '{folder}/script.zsh')\"",
    ),
    "fish": (
        ("--no-config", "-i"),
        f"function fish_prompt; echo -n '{PROMPT}'; end; set -g fish_autosuggestion_enabled 0;"
        " source '{folder}/script.fish'",
    ),
}


def need(shell: str) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with drafts, the scripts, and copydesk by its name."""
    place = tmp_path_factory.mktemp("shells")
    for name in ("bin", "zsh", "drafts", "drafts/folder"):
        (place / name).mkdir()
    command = place / "bin" / "copydesk"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m copydesk "$@"\n')
    command.chmod(0o755)
    for name in ("my draft.md", "other.md", "folder/inner.md"):
        (place / "drafts" / name).write_text("A story.\n")
    for shell in SHELLS:
        done = subprocess.run([command, "completion", shell], capture_output=True, check=True)
        (place / f"script.{shell}").write_bytes(done.stdout)
    (place / "zsh" / "_copydesk").write_bytes((place / "script.zsh").read_bytes())
    return place


def environment(folder: Path) -> dict[str, str]:
    path = f"{folder}/bin:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "HOME": str(folder), "TERM": "xterm", "LC_ALL": "C.UTF-8"}


def run(folder: Path, *words: str) -> str:
    done = subprocess.run(
        words, cwd=folder / "drafts", env=environment(folder), capture_output=True, text=True,
        timeout=300, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


@pytest.mark.process
@pytest.mark.parametrize(("words", "there", "absent"), ASKED, ids=IDS)
def test_bash(folder: Path, words: list[str], there: set[str], absent: set[str]) -> None:
    line = " ".join(f"'{word}'" for word in words)
    ask = (
        f"source '{folder}/script.bash'; COMP_WORDS=({line}); COMP_CWORD={len(words) - 1};"
        ' _copydesk; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    offered = set(run(folder, need("bash"), "--norc", "-c", ask).splitlines())
    assert there <= offered
    assert not absent & offered


@pytest.mark.process
@pytest.mark.parametrize(("words", "there", "absent"), ASKED, ids=IDS)
def test_fish(folder: Path, words: list[str], there: set[str], absent: set[str]) -> None:
    ask = f"source '{folder}/script.fish'; complete -C '{' '.join(words)}'"
    lines = run(folder, need("fish"), "--no-config", "-c", ask).splitlines()
    offered = {line.partition("\t")[0].replace("\\ ", " ").strip("'") for line in lines}
    assert there <= offered
    assert not absent & offered


@pytest.mark.process
@pytest.mark.parametrize(
    ("shell", "typed", "completed"),
    [
        *((shell, *row) for shell in SHELLS for row in TYPED + EQUALS * (shell != "zsh")),
        ("zsh by eval", *TYPED[0]),
        ("zsh by eval", "check other.md my", "check other.md my\\ draft.md "),
    ],
)
def test_on_a_terminal(folder: Path, shell: str, typed: str, completed: str) -> None:
    words, setting = START[shell]
    process = pexpect.spawn(
        need(shell.split()[0]),
        list(words),
        cwd=folder / "drafts",
        env=environment(folder),
        dimensions=(50, 200),
    )
    terminal = Terminal(process)
    try:
        process.sendline(f"{setting.format(folder=folder)}; clear")
        assert terminal.shows(PROMPT), terminal.screen.display
        process.send(f"copydesk {typed}\t")
        assert terminal.shows(f"{PROMPT}copydesk {completed}"), terminal.screen.display
    finally:
        process.close(force=True)


class Terminal:
    """The screen of a shell."""

    def __init__(self, process: pexpect.spawn) -> None:
        self.process = process
        self.screen = pyte.Screen(200, 50)
        self.stream = pyte.ByteStream(self.screen)

    def shows(self, line: str, patience: float = 60) -> bool:
        """Whether the line comes to stand before the cursor, and stays when all is quiet."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                self.stream.feed(self.process.read_nonblocking(4096, timeout=0.3))
            except pexpect.TIMEOUT:
                cursor = self.screen.cursor
                if self.screen.display[cursor.y][: cursor.x] == line:
                    return True
        return False


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_every_command_and_option(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for name in commands(COMMANDS):
        assert name in script
        for option in options(parser_of(name, with_plugins=True)):
            assert option in script or (shell == "fish" and f" {option.lstrip('-')} " in script)


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The options of a command, and of the commands below it."""
    for action in parser._actions:
        yield from action.option_strings
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield name
                yield from options(below)


@pytest.mark.process
def test_only_this_command_imports_shtab(folder: Path) -> None:
    ask = (
        "import sys; from copydesk.cli import main;"
        "status = main(sys.argv[1:]); print(status, 'shtab' in sys.modules)"
    )
    check = ("check", "--no-cache", "other.md")
    for words, imports in ((check, "False"), (("completion", "fish"), "True")):
        assert run(folder, sys.executable, "-c", ask, *words).split()[-1] == imports


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_has_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert re.search(rf"^examples?:\n.*copydesk {name}", text, re.MULTILINE)
    assert max(map(len, text.splitlines())) <= 90


def test_an_unknown_shell(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["completion", "tcsh"])
    assert stopped.value.code == 2
    assert "'tcsh'" in capsys.readouterr().err
