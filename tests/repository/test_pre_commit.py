"""The hooks, with the real pre-commit, in a repository of articles."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ("src", "lint_rules", "pyproject.toml", "README.md", "LICENSE", "NOTICE",
           "hatch_build.py", ".pre-commit-hooks.yaml")  # fmt: skip
BAD = (
    "---\ndate: 2025-04-15\n---\n\n# Talks resume\n\nTalks in Kiev went on until late, they said.\n"
)
GOOD = BAD.replace("Kiev", "Kyiv")
CONFIG = """\
repos:
  - repo: {home}
    rev: v1
    hooks:
      - id: {hook}
        args: {args}
        additional_dependencies: {more}
"""
WHO = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")


def run(*words: str, cwd: Path, env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        words, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


# One worker runs them all: an environment for the hook takes half a minute to install.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pre-commit")]


@pytest.fixture(scope="session")
def env(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of all runs: one home of pre-commit, one cache, no settings of git's."""
    home = tmp_path_factory.mktemp("home")
    plain = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    plain.pop("PYTHONPATH", None)
    return plain | {
        "PRE_COMMIT_HOME": str(home / "hooks"), "COPYDESK_CACHE_DIR": str(home / "cache"),
        "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C.UTF-8",
    }  # fmt: skip


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, env: dict[str, str]) -> Path:
    """The project as a repository that pre-commit can install from."""
    home = tmp_path_factory.mktemp("project")
    for name in SHIPPED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, home / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, home / name)
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "project"], ["tag", "v1"]):
        assert run("git", *WHO, *words, cwd=home, env=env).returncode == 0
    return home


class Articles:
    """A repository of articles with the hook installed."""

    def __init__(self, home: Path, env: dict[str, str]) -> None:
        self.home = home
        self.env = env

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run("git", *WHO, *words, cwd=self.home, env=self.env)

    def write(self, name: str, text: str) -> None:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", "-A")
        return self.git("commit", "-m", "an article")

    def pre_commit(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run(sys.executable, "-m", "pre_commit", *words, cwd=self.home, env=self.env)


@pytest.fixture
def articles(tmp_path: Path, project: Path, env: dict[str, str]) -> Articles:
    return made(tmp_path / "articles", project, env)


def made(
    home: Path, project: Path, env: dict[str, str], hook: str = "copydesk", args: str = "[]",
    more: str = "[]",
) -> Articles:  # fmt: skip
    home.mkdir()
    repo = Articles(home, env)
    repo.git("init", "-q")
    config = CONFIG.format(home=project, hook=hook, args=args, more=more)
    repo.write(".pre-commit-config.yaml", config)
    installed = repo.pre_commit("install")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return repo


def test_a_bad_draft_is_held_and_a_mended_one_passes(articles: Articles) -> None:
    articles.write("a story é.md", BAD)  # no config of ours, a blank and an accent in the name
    held = articles.commit()
    told = held.stdout + held.stderr
    assert held.returncode == 1, told
    assert "a story é.md" in told
    assert "“Kiev” should be “Kyiv”." in told
    articles.write("a story é.md", GOOD)
    passed = articles.commit()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr


def test_what_is_staged_counts_not_what_lies_in_the_tree(articles: Articles) -> None:
    articles.write("one.md", GOOD)
    assert articles.commit().returncode == 0
    articles.write("one.md", BAD)
    articles.git("add", "one.md")
    articles.write("one.md", GOOD)
    held = articles.git("commit", "-m", "staged is bad")
    assert held.returncode == 1
    articles.git("add", "one.md")
    articles.write("two.md", GOOD)
    articles.git("add", "two.md")
    articles.write("two.md", BAD)
    assert articles.git("commit", "-m", "staged is good").returncode == 0


def test_a_commit_is_compared_with_the_whole_repository(articles: Articles) -> None:
    articles.write("copydesk.toml", 'fail-on = "ask"\nselect = ["spelling/across-stories"]\n')
    articles.write("old/one.md", "# One\n\nVolodymyr Zelenskyy spoke.\n")
    articles.write("old/two.md", "# Two\n\nVolodymyr Zelenskyy left.\n")
    assert articles.commit().returncode == 0
    articles.write("new.md", "# New\n\nVolodymyr Zelensky slept.\n")
    held = articles.commit()
    assert held.returncode == 1
    assert "“Zelensky” here, “Zelenskyy” in another draft." in held.stdout + held.stderr


def test_all_files_of_a_large_repository(articles: Articles) -> None:
    for number in range(1000):
        articles.write(f"{number % 10}/{number}.md", GOOD.replace("late", f"day {number}"))
    articles.git("add", "-A")
    every = articles.pre_commit("run", "--all-files")
    assert every.returncode == 0, every.stdout + every.stderr
    articles.write("7/7.md", BAD)
    articles.git("add", "-A")
    every = articles.pre_commit("run", "--all-files")
    assert every.returncode == 1
    assert "7/7.md" in every.stdout


def test_the_hook_that_fixes(tmp_path: Path, project: Path, env: dict[str, str]) -> None:
    repo = made(tmp_path / "articles", project, env, "copydesk-fix", "[--fail-on, stop]")
    repo.write("one.md", GOOD + "\nThey met at at the house.\n")
    held = repo.commit()
    assert held.returncode == 1, held.stdout + held.stderr
    assert "files were modified by this hook" in held.stdout + held.stderr
    assert (repo.home / "one.md").read_text("utf-8") == GOOD + "\nThey met at the house.\n"
    assert repo.commit().returncode == 0


def test_arguments_and_plugins_of_the_house(
    tmp_path: Path, project: Path, env: dict[str, str]
) -> None:
    more = f"[{ROOT / 'plugins' / 'copydesk-example'}]"
    repo = made(
        tmp_path / "articles", project, env, args="[--select, example, --fail-on, style]", more=more
    )
    repo.write("one.md", GOOD + "\nThe vote begins at 12 p.m. on Monday.\n")
    held = repo.commit()
    told = held.stdout + held.stderr
    assert held.returncode == 1, told
    assert "example/clock-time" in told


def test_try_repo(tmp_path: Path, project: Path, env: dict[str, str]) -> None:
    home = tmp_path / "articles"
    home.mkdir()
    repo = Articles(home, env)
    repo.git("init", "-q")
    repo.write("one.md", BAD)
    repo.git("add", "-A")
    tried = repo.pre_commit("try-repo", str(project), "copydesk", "--all-files", "--ref", "v1")
    assert tried.returncode == 1, tried.stdout + tried.stderr
    assert "“Kiev” should be “Kyiv”." in tried.stdout
