"""The action, the examples for CI and the importer's bot do what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from copydesk.cache.folder import cache_folder
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry

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
    (tools / "python").symlink_to(sys.executable)
    tool = tools / "copydesk"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m copydesk "$@"\n')
    tool.chmod(0o755)
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT")}
    return plain | {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}


def checked(folder: Path, env: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's shell step, as the runner runs it."""
    room = folder.parent / "room"
    room.mkdir(exist_ok=True)
    given = dict.fromkeys(step("Check")["env"], "") | {
        "PATHS": ".", "CHANGED_ONLY": "true", "ROOM": str(room),
        "TOOLS": str(folder.parent / "bin"), "GITHUB_OUTPUT": str(folder.parent / "outputs"),
    }  # fmt: skip
    (folder.parent / "outputs").write_text("")
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
    told = (tmp_path / "outputs").read_text().splitlines()
    assert told == ["findings=1", "stop=1", "fix=0", "sarif=out.sarif"]
    quiet = checked(home, env, BASE=git("rev-parse", "HEAD"), ARGS="--date 2025-04-15")
    assert quiet.returncode == 0, quiet.stderr
    assert (tmp_path / "outputs").read_text().splitlines() == ["findings=0", "stop=0", "fix=0"]
    named = checked(home, env, PATHS="a b.txt\n", ARGS="--date 2025-04-15")
    assert "file=a b.txt" in named.stdout
    broken = checked(home, env, PATHS="none.txt", ARGS="--date 2025-04-15")
    assert broken.returncode == 2
    passed = checked(home, env, PROFILE="breaking", ARGS="--date 2025-04-15 --ignore spelling")
    assert passed.returncode == 0, passed.stderr


# What a stranger may put into a checkout, to be run by Python, pip, bash or git.
EVIL = "import os, pathlib\npathlib.Path(os.environ['PROOF']).write_text(__name__)\n"
HOSTILE = (
    "pip/__init__.py", "pip/__main__.py", "venv/__init__.py", "venv/__main__.py", "json.py",
    "json/__init__.py", "sys.py", "encodings/__init__.py", "sitecustomize.py", "usercustomize.py",
    "copydesk/__init__.py", "copydesk/__main__.py", "lint_rules/__init__.py", "regex.py",
    "yaml/__init__.py", "evilplug.py",
)  # fmt: skip


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    home = tmp_path / "articles"
    for name in HOSTILE:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(EVIL)
    (home / "evilplug-1.0.dist-info").mkdir()
    (home / "evilplug-1.0.dist-info" / "METADATA").write_text("Name: evilplug\nVersion: 1.0\n")
    (home / "evilplug-1.0.dist-info" / "entry_points.txt").write_text("[copydesk]\nx = evilplug\n")
    for name in ("copydesk", "python3", "python", "pip", "mktemp", "sed"):
        if not (home / name).exists():
            (home / name).write_text('#!/bin/sh\necho "$0" >"$PROOF"\n')
            (home / name).chmod(0o755)
    (home / "pip.conf").write_text("[global]\nindex-url = https://example.invalid\n")
    (home / "pyvenv.cfg").write_text("home = .\n")
    (home / "a.txt").write_text(OLD)
    for name in ("--config=evil.md", "-q.txt", "$(touch pwned).txt", "`touch pwned`.txt", "*.txt"):
        (home / name).write_text(OLD)
    (home / "evil.md").write_text('fail-on = "never"\n')
    return home


def proof(hostile: Path) -> bool:
    return (hostile.parent / "proof").exists() or (hostile / "pwned").exists()


@pytest.mark.process
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
@pytest.mark.parametrize("path", ["", ".", ".:/none", ":/none"])
def test_a_hostile_checkout_runs_nothing(hostile: Path, env: dict[str, str], path: str) -> None:
    """The check: nothing in the checkout is run, and odd names are names."""
    tool = hostile.parent / "bin" / "copydesk"
    tool.write_text(f"#!{sys.executable}\nfrom copydesk.cli import run\nrun()\n")
    given = {"PYTHONPATH": path, "PROOF": str(hostile.parent / "proof")}
    found = checked(hostile, env, **given, ARGS="--date 2025-04-15")
    assert found.returncode == 1, found.stderr
    names = ("a.txt", "-q.txt", "$(touch pwned).txt", "`touch pwned`.txt", "*.txt")
    for name in names:
        assert f"file={name}," in found.stdout
    star = checked(hostile, env, **given, ARGS="--date 2025-04-15", PATHS="*.txt")
    assert star.stdout.count("::error file=") == 1
    assert "evilplug" not in found.stdout + found.stderr
    assert not proof(hostile)


@pytest.mark.process
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
def test_the_install_step_leaves_the_checkout_alone(
    hostile: Path, env: dict[str, str], tmp_path: Path
) -> None:
    """The real venv, and a pip that only says what it was asked: nothing is downloaded."""
    wheel = tmp_path / "action"
    wheel.mkdir()
    given = {
        "VERSION": "", "PLUGINS": "--no-such-option", "HOME_OF_ACTION": str(wheel),
        "TEMP": str(tmp_path / "temp"), "GITHUB_OUTPUT": str(tmp_path / "outputs"),
        "PROOF": str(tmp_path / "proof"), "PYTHONPATH": ".",
    }  # fmt: skip
    (tmp_path / "temp").mkdir()
    (tmp_path / "outputs").write_text("")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step("Install")["run"]],
        cwd=hostile, env=env | given, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2, done.stdout + done.stderr
    assert "no such option: --no-such-option" in done.stderr  # the pip of the new environment
    cache, room = sorted(
        (tmp_path / "temp").iterdir(), key=lambda one: one.name != "copydesk-cache"
    )
    assert (room / "venv" / "bin" / "python").exists()
    assert cache.stat().st_mode & 0o777 == 0o700
    assert list(cache.iterdir()) == []  # nothing that lay there before counts
    assert not proof(hostile)


def test_a_cache_is_restored_and_saved_for_the_default_branch_only() -> None:
    restore, save = step("Restore"), step("Save")
    assert ACTION["inputs"]["cache"]["default"] == "false"
    wanted = restore["if"].split(" && ")
    assert wanted == [
        "inputs.cache == 'true'",
        """contains(fromJSON('["push", "schedule"]'), github.event_name)""",
        "github.ref_name == github.event.repository.default_branch",
    ]
    assert "steps.restore.outcome == 'success'" in save["if"].split(" && ")
    for one in (restore, save):
        assert one["continue-on-error"] is True
        assert one["with"]["path"] == step("Check")["env"]["COPYDESK_CACHE_DIR"]
    assert restore["with"]["key"] == save["with"]["key"]
    assert save["with"]["key"].startswith(restore["with"]["restore-keys"])


def test_the_action_leaves_the_job_its_python() -> None:
    used = [one["uses"].partition("@")[0] for one in ACTION["runs"]["steps"] if "uses" in one]
    caches = ["actions/cache/restore", "actions/cache/save"]
    assert used == [*caches, "github/codeql-action/upload-sarif"]
    upload = step("Upload")
    assert upload["continue-on-error"] is True
    assert "github.event.pull_request.head.repo.full_name == github.repository" in upload["if"]
    assert "github.event.merge_group.base_sha" in step("Check")["env"]["BASE"]
    assert set(ACTION["outputs"]) == {"findings", "stop", "fix", "sarif"}
    for one in ("Install", "Check", "Comment"):
        assert "${{" not in step(one)["run"]  # inputs are variables, never part of the script


@pytest.mark.process
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
def test_the_actions_comment_step(hostile: Path, env: dict[str, str]) -> None:
    """It needs a token, fails nothing, and runs nothing of the checkout."""
    comment = step("Comment")
    assert "inputs.github-token != ''" in comment["if"]
    assert "github.event_name == 'pull_request' &&" in comment["if"]
    assert comment["continue-on-error"] is True
    assert ACTION["inputs"]["github-token"]["default"] == ""
    assert ACTION["inputs"]["suggest"]["default"] == "false"
    for suggest, tasks in (("true", ["comment", "review"]), ("false", ["comment"])):
        given = {
            "GITHUB_TOKEN": "secret", "GITHUB_API_URL": "http://api.example.org", "NUMBER": "12",
            "GITHUB_REPOSITORY": "desk/paper", "COMMIT": "c0ffee", "HOME_OF_ACTION": str(ROOT),
            "ROOM": str(hostile.parent), "TOOLS": str(hostile.parent / "bin"), "SUGGEST": suggest,
            "PYTHONPATH": ".", "PROOF": str(hostile.parent / "proof"),
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", comment["run"]],
            cwd=hostile, env=env | given, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        told = [f"copydesk: the {one} could not be written: ValueError." for one in tasks]
        assert done.stdout.splitlines() == told
    assert not proof(hostile)


def test_the_hooks_take_what_copydesk_reads() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    endings = Registry(contributions(cache_folder(), ())).suffixes
    for hook in hooks:
        assert "--force-exclude" in hook["entry"].split()
        assert hook["args"] == ["--"]
        for ending in endings:
            assert re.search(hook["files"], f"a/b{ending}") and re.search(
                hook["files"], f"B{ending.upper()}"
            )
        for name in ("LICENSE", "a.py", "md", "a.md.bak", "a.txt/b.png", "requirements.in"):
            assert not re.search(hook["files"], name)


@pytest.mark.process
@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
def test_the_job_for_gitlab(tmp_path: Path, env: dict[str, str]) -> None:
    """With a base, and without one: a first commit, the default branch."""
    job = yaml.safe_load((ROOT / "docs/ci/gitlab.yml").read_text("utf-8"))["copydesk"]
    assert any("merge_request_event" in rule["if"] for rule in job["rules"])
    line = job["script"][0].replace("/opt/copydesk/bin/copydesk", "copydesk")
    home = tmp_path / "work"
    (home / "articles").mkdir(parents=True)
    (home / "articles" / "a.txt").write_text("The the boat sank.\n")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", *WHO, *words], cwd=home, env=env, check=True)
    for base, status in (({}, 1), ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}, 0)):
        done = subprocess.run(
            ["bash", "-c", line], cwd=home, env=env | base, capture_output=True, check=False
        )
        assert done.returncode == status, done.stderr
        assert json.loads((home / "copydesk.json").read_text()) == [] or status == 1


def test_the_image_is_built_of_what_the_wheel_needs() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    copied = [
        word
        for line in re.findall(r"^COPY (?!--from)(.*)$", text, re.M)
        for word in line.split()[:-1]
    ]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [
        *(
            one.partition("/")[0]
            for one in project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
        ),
        *project["project"]["license-files"],
        "README.md",
        "hatch_build.py",
        "pyproject.toml",
    ]
    assert sorted(copied) == sorted(wanted)
    assert re.search(r"^USER (?!root)", text, re.M)
    assert "USER" in text.partition("ENTRYPOINT")[0]


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
    used = github["jobs"]["copydesk"]["steps"][-1]["with"]
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
