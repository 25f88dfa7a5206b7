"""Completion, asked of the shells themselves, where they are installed."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.cli.arguments import COMMANDS
from copydesk.cli.commands.completion import SHELLS, commands

ASKED = [
    (["copydesk", ""], set(COMMANDS), set()),
    (["copydesk", "st"], {"stats"}, {"check"}),
    (["copydesk", "check", "--fo"], {"--format", "--format-in"}, {"--fix"}),
    (["copydesk", "check", "--format", "s"], {"sarif"}, {"text"}),
    (["copydesk", "check", "--fail-on", "st"], {"stop", "style"}, {"fix"}),
    (["copydesk", "check", "--select", "titles/"],
     {"titles/former-in-office", "titles/wrong-office"}, {"spelling/typo"}),
    (["copydesk", "explain", "sentence/fr"], {"sentence/fragment"}, {"sentence/lost-stop"}),
    (["copydesk", "check", "my"], {"my draft.md"}, {"other.md"}),
    (["copydesk", "completion", "z"], {"zsh"}, {"bash"}),
]  # fmt: skip
IDS = [" ".join(words) for words, _, _ in ASKED]


def need(shell: str) -> str:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not installed")
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with drafts, the scripts, and copydesk by its name."""
    place = tmp_path_factory.mktemp("shells")
    (place / "bin").mkdir()
    (place / "drafts").mkdir()
    command = place / "bin" / "copydesk"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m copydesk "$@"\n')
    command.chmod(0o755)
    for name in ("my draft.md", "other.md"):
        (place / "drafts" / name).write_text("A story.\n")
    for shell in SHELLS:
        done = subprocess.run([command, "completion", shell], capture_output=True, check=True)
        (place / f"script.{shell}").write_bytes(done.stdout)
    return place


def run(folder: Path, *words: str) -> str:
    environment = {**os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": str(folder)}
    done = subprocess.run(
        words, cwd=folder / "drafts", env=environment, capture_output=True, text=True,
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
    ("typed", "completed"),
    [
        ("copydesk sta", "copydesk stats "),
        ("copydesk check --format sar", "copydesk check --format sarif "),
        ("copydesk explain sentence/fra", "copydesk explain sentence/fragment "),
        ("copydesk check my", "copydesk check my\\ draft.md "),
        ("copydesk check --suggest", "copydesk check --suggested "),
        ("copydesk completion zs", "copydesk completion zsh "),
    ],
)
def test_zsh_on_a_terminal(folder: Path, typed: str, completed: str) -> None:
    shell = need("zsh")
    script = (
        f"PS1='READY> '; unset zle_bracketed_paste; autoload -Uz compinit; compinit -u -D;"
        f" source '{folder}/script.zsh'\n"
    )
    environment = {
        **os.environ, "PATH": f"{folder}/bin:{os.environ['PATH']}", "HOME": str(folder),
        "TERM": "dumb", "COLUMNS": "200",
    }  # fmt: skip
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [shell, "-f", "-i"], stdin=follower, stdout=follower, stderr=follower,
        cwd=folder / "drafts", env=environment, start_new_session=True,
    )  # fmt: skip
    os.close(follower)
    try:
        os.write(leader, script.encode())
        seen = told(leader, "READY> ")
        os.write(leader, f"{typed}\t".encode())
        seen = told(leader, completed)
        assert completed in seen, seen
    finally:
        process.kill()
        process.wait()
        os.close(leader)


def told(leader: int, awaited: str, patience: float = 180) -> str:
    """What a terminal shows until the awaited text is there, or patience ends."""
    seen, end = "", time.monotonic() + patience
    while awaited not in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen) and time.monotonic() < end:
        if select.select([leader], [], [], 0.2)[0]:
            seen += os.read(leader, 4096).decode("utf-8", "replace")
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", seen)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_every_command_and_option(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    for command in commands():
        assert command.name in script
        for option in command.options:
            for name in option.names:
                assert name in script or (shell == "fish" and name.lstrip("-") in script)


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
