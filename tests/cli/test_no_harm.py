"""What a stranger's repository must never bring about: writes and reads elsewhere, code that runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from copydesk.document import templating
from copydesk.files.bounds import OutOfBounds, bounds_of, resolved
from copydesk.model.findings import Span

pytestmark = pytest.mark.process
ROOT = Path(__file__).resolve().parents[2]
FAULT = "The the ferry left on time, the port said.\n"
MENDED = FAULT.replace("The the", "The")


def copydesk(
    *words: str, cwd: Path, python: tuple[str, ...] = ("-P",), given: str = "", **env: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *python, "-m", "copydesk", *words], cwd=cwd, input=given, check=False,
        env=os.environ | env, capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A repository with a sound draft, and a file outside of it."""
    home = tmp_path / "clone"
    home.mkdir()
    subprocess.run(["git", "init", "-q", str(home)], check=True)
    (tmp_path / "outside.txt").write_text(FAULT)
    (home / "own.txt").write_text(FAULT)
    return home


class TestLinks:
    def test_nothing_is_written_through_a_link_that_leaves(self, clone: Path) -> None:
        (clone / "away.txt").symlink_to("../outside.txt")
        (clone / "config.txt").symlink_to(".git/config")
        before = (clone / ".git" / "config").read_bytes()
        (clone / "p.toml").write_text(
            '[[entry]]\navoid = ["bare = false"]\nuse = "bare = true"\nfix = "safe"\n'
            'good = ["good"]\nbad = ["[[bare = false]]"]\n'
        )
        (clone / "copydesk.toml").write_text('terms = ["p.toml"]\n')
        done = copydesk("check", "--fix", ".", cwd=clone)
        assert done.returncode == 2
        assert "away.txt: cannot read: a link leads outside" in done.stderr
        assert "config.txt: cannot read: it is inside .git" in done.stderr
        assert (clone.parent / "outside.txt").read_text() == FAULT
        assert (clone / ".git" / "config").read_bytes() == before
        assert (clone / "own.txt").read_text() == MENDED

    def test_nothing_is_read_through_one(self, clone: Path) -> None:
        (clone / "e.txt").symlink_to("/proc/self/environ")
        (clone / "folder").symlink_to("..")
        (clone / "p.toml").write_text(
            "[[entry]]\nmatch = ['.+']\nneeds = ['CANARY', 'ferry']\nmessage = 'leak: {found}'\n"
            "good = ['good']\nbad = ['[[ferry CANARY]]']\n"
        )
        (clone / "copydesk.toml").write_text('terms = ["p.toml"]\nencoding = "latin-1"\n')
        for words in ([".", "--format", "concise"], ["e.txt"], ["folder/outside.txt"], ["folder"]):
            done = copydesk("check", *words, cwd=clone, CANARY="hunter2")
            assert done.returncode == 2, words
            assert "hunter2" not in done.stdout + done.stderr
            assert "outside.txt:" not in done.stdout

    def test_a_staged_link_is_not_read_either(self, clone: Path) -> None:
        (clone / "e.txt").symlink_to(clone.parent / "outside.txt")
        subprocess.run(["git", "add", "e.txt"], cwd=clone, check=True)
        (clone / "e.txt").unlink()
        (clone / "e.txt").write_text("Sound.\n")
        done = copydesk("check", "--staged", "--format", "concise", cwd=clone)
        assert (done.returncode, done.stdout) == (2, "")

    @pytest.mark.parametrize(
        "words", [("baseline",), ("stet", "add", "own.txt", "sentence/doubled-word", "The the",
                                  "--why", "so", "--who", "A")]
    )  # fmt: skip
    def test_the_ledgers_stay_inside(self, clone: Path, words: tuple[str, ...]) -> None:
        elsewhere = clone.parent / "elsewhere"
        elsewhere.mkdir()
        (elsewhere / ".git").mkdir()  # a repository of its own is still elsewhere
        (clone / ".copydesk").symlink_to("../elsewhere")
        done = copydesk(*words, cwd=clone)
        assert done.returncode == 2
        assert "a link leads outside" in done.stderr
        assert os.listdir(elsewhere) == [".git"]

    def test_reports_stay_inside(self, clone: Path) -> None:
        (clone / "copydesk.sarif").symlink_to(".git/description")
        before = (clone / ".git" / "description").read_bytes()
        done = copydesk("check", "--format", "sarif=copydesk.sarif", cwd=clone)
        assert done.returncode == 2
        assert (clone / ".git" / "description").read_bytes() == before

    def test_links_within_the_repository_are_followed(self, clone: Path) -> None:
        (clone / "a").mkdir()
        (clone / "a" / "same.txt").symlink_to("../own.txt")
        done = copydesk("check", "--fix", "a/same.txt", cwd=clone)
        assert done.returncode == 0, done.stderr
        assert (clone / "own.txt").read_text() == MENDED
        assert (clone / "a" / "same.txt").is_symlink()

    def test_bounds(self, clone: Path) -> None:
        (clone / "deep").mkdir()
        inner = clone.parent / "other" / ".git"
        inner.mkdir(parents=True)
        (clone / "leads").symlink_to("../other")
        assert bounds_of(str(clone / "deep")) == os.path.realpath(clone)
        assert bounds_of(str(clone)) == os.path.realpath(clone)
        assert bounds_of(str(clone / "leads" / "x.txt")) == os.path.realpath(clone)
        assert bounds_of(str(clone.parent / "outside.txt")) == os.path.realpath(clone.parent)
        with pytest.raises(OutOfBounds, match="leads out"):
            resolved(str(clone / "leads" / "x.txt"))
        with pytest.raises(OutOfBounds, match="it is inside"):
            resolved(str(clone / ".GIT" / "config"))


class TestCode:
    @pytest.fixture
    def hostile(self, clone: Path) -> Path:
        """A checkout that holds a plugin and modules of its own."""
        info = clone / "evilplug-1.0.dist-info"
        info.mkdir()
        (info / "entry_points.txt").write_text("[copydesk]\nx = evilplug\n")
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evilplug\nVersion: 1.0\n")
        for name in ("evilplug", "regex", "yaml", "lint_rules"):
            (clone / f"{name}.py").write_text(f"open('ran-{name}', 'w').close()\n")
        (clone / "a.md").write_text(f"---\ntitle: A\n---\n\n{FAULT}")
        return clone

    @pytest.mark.parametrize("python", [("-P",), ()])
    @pytest.mark.parametrize("path", ["", ".", f".{os.pathsep}/nowhere"])
    def test_nothing_in_the_checkout_runs(
        self, hostile: Path, python: tuple[str, ...], path: str, tmp_path: Path
    ) -> None:
        cache = str(tmp_path / "cache")
        env = {"COPYDESK_CACHE_DIR": cache} | ({"PYTHONPATH": path} if path and python else {})
        done = copydesk("check", "--format", "concise", ".", cwd=hostile, python=python, **env)
        assert "evilplug" not in done.stderr
        ran = [one for one in os.listdir(hostile) if one.startswith("ran-")]
        if not env.get("PYTHONPATH"):  # who puts "." on the path gets modules, but no plugin
            assert done.returncode == 1, done.stderr
            assert ran == []
        assert "ran-evilplug" not in ran

    def test_a_plugin_that_is_installed_in_the_checkouts_own_environment_counts(
        self, clone: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from copydesk.registry.folders import plugin_folders

        site = clone / ".venv" / "lib"
        site.mkdir(parents=True)
        monkeypatch.chdir(clone)
        monkeypatch.setattr("site.getsitepackages", lambda: [str(site)])
        monkeypatch.setattr(sys, "path", [str(clone), str(site), "", str(clone.parent)])
        assert plugin_folders() == [str(site)]

    def test_the_action_and_the_hooks_end_their_options(self) -> None:
        action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
        steps = {
            one["name"]: one.get("run", "") for one in action["runs"]["steps"] if "name" in one
        }
        assert 'python" -I -m pip install' in steps["Install"]
        assert "set -f" in steps["Check"]
        assert '$ARGS -- "${paths[@]}"' in steps["Check"]
        hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
        assert [one["args"][-1] for one in hooks] == ["--", "--"]

    def test_a_file_that_is_called_like_an_option(self, clone: Path) -> None:
        (clone / "evil.md").write_text('fail-on = "never"\n')
        (clone / "--config=evil.md").write_text(FAULT)
        done = copydesk("check", "own.txt", "--config=evil.md", cwd=clone)
        assert done.returncode == 2
        assert "is an option and also a file here" in done.stderr
        told = copydesk("check", "--format", "concise", "--", "--config=evil.md", cwd=clone)
        assert told.returncode == 1
        assert told.stdout.startswith("--config=evil.md:1:1: fix")


class TestErrorsAreNoFindings:
    @pytest.mark.parametrize("name", ["copydesk.toml", "pack.toml", "facts.toml"])
    def test_toml_that_is_nested_too_deep(self, clone: Path, name: str) -> None:
        (clone / "copydesk.toml").write_text(
            'terms = ["pack.toml"]\n' if name == "pack.toml" else 'facts = ["facts.toml"]\n'
        )
        (clone / name).write_text("x = " + "[" * 5_000 + "]" * 5_000 + "\n")
        done = copydesk("check", "own.txt", cwd=clone)
        assert done.returncode == 2
        assert f"{name}:1: not valid TOML: nested too deep" in done.stderr
        assert "Traceback" not in done.stderr

    def test_a_fault_of_ours(self, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
        from copydesk.cli import arguments, main

        def broken(words: list[str]) -> None:
            raise MemoryError("no more")

        monkeypatch.setattr(arguments, "parse", broken)
        assert main(["rules"]) == 2
        assert "copydesk failed: MemoryError: no more" in capsys.readouterr().err


class TestCodeOfTheSite:
    @pytest.mark.parametrize(
        "tag",
        ["{% include head.html %}", "{{ post.title }}", '{{< figure src="pool.jpg" >}}',
         "{{% note %}}", "{# a note #}", "<%= @title %>", "<?php echo $title; ?>",
         '{{ block "main" . }}{{ end }}'],
    )  # fmt: skip
    @pytest.mark.parametrize("ending", ["html", "txt", "md"])
    def test_a_fix_keeps_every_tag(self, tmp_path: Path, tag: str, ending: str) -> None:
        before = f"{tag}\n\n{FAULT}\nA pool {tag} opened ,they said.\n"
        if ending == "html":
            before = f"{tag}\n<p>{FAULT}</p>\n<p>A pool {tag} opened ,they said.</p>\n"
        (tmp_path / f"x.{ending}").write_text(before)
        for words in (("--fix",), ("--fix", "--suggested")):
            copydesk("check", *words, f"x.{ending}", cwd=tmp_path)
            after = (tmp_path / f"x.{ending}").read_text()
            assert after.count(tag) == 2
            assert "The the" not in after

    def test_where_tags_stand(self) -> None:
        assert templating.find("a {{ b }} c {% d", True) == (Span(2, 9), Span(12, 16))
        assert templating.find('x [gallery ids="1"] [/caption] [sic] [the town]', True) == (
            Span(2, 19), Span(20, 30),
        )  # fmt: skip
        assert templating.find('x [gallery ids="1"]', False) == ()
        assert templating.find("{{ {% a %} }} b", True) == (Span(0, 13),)
        tags = (Span(2, 4), Span(6, 8))
        assert [templating.touches(tags, Span(n, n)) for n in range(10)] == [
            False, False, True, True, True, False, True, True, True, False,
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "name", ["LICENSE", "LICENSE.md", "LICENCE.txt", "COPYING", "NOTICE.txt", "README.md",
                 "CHANGELOG.md", "requirements-dev.txt", "robots.txt", "OFL.txt", "license-mit.md"],
    )  # fmt: skip
    def test_a_licence_is_never_fixed(self, tmp_path: Path, name: str) -> None:
        text = f"MIT License\n\nCopyright (c) 2025 The Riverton Record\n\n{FAULT}"
        (tmp_path / name).write_text(text)
        (tmp_path / "licensing-vote.txt").write_text(FAULT)
        done = copydesk(
            "check", "--fix", "--suggested", "--", name, "licensing-vote.txt", cwd=tmp_path
        )
        assert (tmp_path / name).read_text() == text
        assert (tmp_path / "licensing-vote.txt").read_text() == MENDED
        assert "not a draft, by its name" in done.stderr


@pytest.mark.parametrize("config", ["", '[[override]]\npaths = ["1.txt"]\nignore = ["sentence"]\n'])
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_processes_however_they_are_started(tmp_path: Path, method: str, config: str) -> None:
    from multiprocessing import get_all_start_methods

    if method not in get_all_start_methods():
        pytest.skip(f"platform: no {method} here")
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text(FAULT)
    if config:
        (tmp_path / "copydesk.toml").write_text(config)
    script = (
        "import sys, multiprocessing\n"
        "if __name__ == '__main__':\n"
        f"    multiprocessing.set_start_method({method!r})\n"
        "    from copydesk.cli import main\n"
        "    sys.exit(main(sys.argv[1:]))\n"
    )
    driver = tmp_path / "driver.py"
    driver.write_text(script)
    words = ["check", "--no-cache", "--format", "concise", "."]
    done = subprocess.run(
        [sys.executable, str(driver), *words, "--jobs", "2"], cwd=tmp_path, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    alone = copydesk(*words, "--jobs", "1", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (1, alone.stdout, "")
    assert done.stdout.count("sentence/doubled-word") == (3 if config else 4)


class TestGit:
    def test_a_packed_repository_names_no_program_for_git_to_run(
        self, clone: Path, tmp_path: Path
    ) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        for words in (("add", "own.txt"), (*who, "commit", "-q", "-m", "one")):
            subprocess.run(["git", *words], cwd=clone, check=True)
        ran = tmp_path / "ran"
        program = tmp_path / "evil.sh"
        program.write_text(f"#!/bin/sh\ntouch {ran}\n")
        program.chmod(0o755)
        for key in ("core.fsmonitor", "diff.external", "core.pager", "diff.x.textconv"):
            subprocess.run(["git", "config", key, str(program)], cwd=clone, check=True)
        (clone / ".gitattributes").write_text("*.txt diff=x\n")
        (clone / "own.txt").write_text(f"{FAULT}\n{FAULT}")
        for words in (
            ("--changed-since", "HEAD"), ("--staged",), ("--trust", "base", "--base", "HEAD"),
        ):  # fmt: skip
            assert copydesk("check", *words, cwd=clone).returncode in (0, 1)
            assert not ran.exists(), words
        subprocess.run(["git", "status"], cwd=clone, check=True, capture_output=True)
        assert ran.exists(), "git itself would have run it"
