"""The action, the examples for CI and the importer's bot do what they say."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
OLD = "Talks resume in the east\n\nTalks in Kiev went on until late on Tuesday, they said.\n"
WHO = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")


def step(name: str) -> dict[str, Any]:
    (found,) = (one for one in ACTION["runs"]["steps"] if one.get("name") == name)
    return found


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """The path with a ``copydesk`` that is the one under test."""
    tools = tmp_path / "bin"
    tools.mkdir()
    tool = tools / "copydesk"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m copydesk "$@"\n')
    tool.chmod(0o755)
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT")}
    return plain | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def checked(folder: Path, env: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's shell step, as the runner runs it."""
    given = dict.fromkeys(step("Check")["env"], "") | {"PATHS": ".", "CHANGED_ONLY": "true"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Check")["run"]],
        cwd=folder, env=env | given | inputs, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.process
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
def test_the_actions_check_step(tmp_path: Path, env: dict[str, str]) -> None:
    home = tmp_path / "articles"
    home.mkdir()
    (home / "a b.txt").write_text(OLD)

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", *WHO, *words], cwd=home, env=env, check=True, capture_output=True
        )
        return done.stdout.decode().strip()

    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "one")
    summary = tmp_path / "summary.md"
    found = checked(
        home, env, SARIF="out.sarif", ARGS="--date 2025-04-15", GITHUB_STEP_SUMMARY=str(summary)
    )
    assert found.returncode == 1, found.stderr
    assert found.stdout.startswith("::error file=a b.txt,line=3,")
    sarif = json.loads((home / "out.sarif").read_text("utf-8"))
    assert sarif["version"] == "2.1.0"
    assert len(sarif["runs"][0]["results"]) == 1
    assert "Kiev" in summary.read_text("utf-8")
    quiet = checked(home, env, BASE=git("rev-parse", "HEAD"), ARGS="--date 2025-04-15")
    assert quiet.returncode == 0, quiet.stderr
    passed = checked(home, env, PROFILE="breaking", ARGS="--date 2025-04-15 --ignore spelling")
    assert passed.returncode == 0, passed.stderr


def test_every_input_of_the_action_is_used_and_told() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    for name, told in ACTION["inputs"].items():
        assert told["description"].endswith(".")
        assert f"inputs.{name}" in text


@pytest.mark.process
def test_the_examples_for_ci_name_options_that_exist() -> None:
    helped = subprocess.run(
        [sys.executable, "-m", "copydesk", "check", "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    gitlab = yaml.safe_load((ROOT / "docs/ci/gitlab.yml").read_text("utf-8"))["copydesk"]
    for word in gitlab["script"][0].split():
        if word.startswith("--"):
            assert word in helped
    github = yaml.safe_load((ROOT / "docs/ci/github.yml").read_text("utf-8"))
    used = github["jobs"]["copydesk"]["steps"][1]["with"]
    assert used.keys() <= ACTION["inputs"].keys()


@pytest.mark.process
def test_the_importers_bot(env: dict[str, str]) -> None:
    drafts = [
        {"id": "a", "format": "text", "text": OLD, "date": "2025-04-15", "author": "Ana"},
        {
            "id": "b",
            "format": "html",
            "text": "<p>Talks in Kyiv went on.</p>",
            "date": "2025-04-15",
        },
    ]
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples/importer/importer.py")], env=env, check=False,
        input="".join(json.dumps(one) + "\n" for one in drafts), capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["b"]
    assert done.stderr.startswith("a: line 3: “Kiev” should be “Kyiv”.")
