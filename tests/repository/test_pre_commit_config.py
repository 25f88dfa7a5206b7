"""The hooks that we run on ourselves: pinned, and of versions that the tools here agree with."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
CONFIG: dict[str, Any] = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))
REMOTE = {one["repo"].rpartition("/")[2]: one for one in CONFIG["repos"] if one["repo"] != "local"}
(LOCAL,) = (one for one in CONFIG["repos"] if one["repo"] == "local")
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]
DEV = {one.name: one for one in map(Requirement, EXTRAS["dev"])}


def is_version(rev: str) -> bool:
    return re.fullmatch(r"v?\d+\.\d+\.\d+", rev) is not None


@pytest.mark.parametrize("name", REMOTE)
def test_it_is_pinned_to_a_version(name: str) -> None:
    assert is_version(REMOTE[name]["rev"])


@pytest.mark.parametrize("rev", ["main", "v1", "v1.2", "v1.2.3rc1", "HEAD"])
def test_a_branch_is_no_version(rev: str) -> None:
    assert not is_version(rev)


@pytest.mark.parametrize(
    ("repo", "tool"),
    [
        ("ruff-pre-commit", "ruff"),
        ("check-jsonschema", "check-jsonschema"),
        ("zizmor-pre-commit", "zizmor"),
    ],
)
def test_its_version_is_one_of_the_extra_dev(repo: str, tool: str) -> None:
    assert DEV[tool].specifier.contains(REMOTE[repo]["rev"].removeprefix("v"))


def test_ruff_formats_the_same_everywhere() -> None:
    """Its style changes between minor versions: the extra names a range that was tried."""
    assert {one.operator for one in DEV["ruff"].specifier} == {">=", "<"}


def test_the_hooks() -> None:
    hooks = {hook["id"] for repo in CONFIG["repos"] for hook in repo["hooks"]}
    assert {"copydesk", "ruff-check", "ruff-format", "mypy", "lint-imports", "zizmor",
            "check-github-workflows", "check-github-issue-forms", "check-dependabot"} <= hooks  # fmt: skip
    assert all(hook["language"] == "system" for hook in LOCAL["hooks"])


def test_our_own_prose_is_checked() -> None:
    (ours,) = (hook for hook in LOCAL["hooks"] if hook["id"] == "copydesk")
    for name in ("README.md", "SECURITY.md", "changes/7.fixed.md"):
        assert re.search(ours["files"], name)
    assert not re.search(ours["files"], "tests/data/one.md")
