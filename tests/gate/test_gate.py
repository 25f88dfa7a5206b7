"""The gate: changed lines, staged versions, the baseline, profiles, batches, the cache."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.cache.digest import digest
from copydesk.cli import main
from copydesk.run.result_store import ResultStore
from tests.gitting import git

HEAD = "Talks resume in the east\n\n"
OLD = f"{HEAD}Talks in Kiev went on until late on Tuesday, they said.\n\nNobody spoke.\n"
CLEAN = OLD.replace("Kiev", "Kyiv")


def commit(**files: str) -> None:
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "a commit")


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    status = main(["check", "--date", "2025-04-15", "--format", "concise", *words])
    captured = capsys.readouterr()
    return status, captured.out.splitlines(), captured.err


@pytest.mark.process
def test_old_debt_in_a_changed_file_does_not_break_the_gate(repo: Path, capsys) -> None:
    commit(a=OLD, b=OLD)
    Path("a.txt").write_text(OLD.replace("Nobody spoke.", "Nobody spoke on Monday."))
    assert check(capsys, "--changed-since", "HEAD") == (0, [], "")
    Path("a.txt").write_text(OLD.replace("Nobody spoke.", "Nobody spoke in Kiev."))
    status, lines, _ = check(capsys, "--changed-since", "HEAD")
    assert status == 1
    assert [line[:9] for line in lines] == ["a.txt:5:1"]


@pytest.mark.process
def test_a_change_that_bears_on_words_elsewhere_counts(repo: Path, capsys) -> None:
    story = f"{HEAD}Volodymyr Zelensky spoke.\n\nThen Zelensky left.\n\nNobody else spoke.\n"
    commit(a=story)
    Path("a.txt").write_text(story.replace("Nobody else", "Zelenskiy’s aides"))
    status, lines, _ = check(capsys, "--changed-since", "HEAD", "--select", "spelling/inconsistent")
    assert status == 1
    assert lines[0].startswith("a.txt:7:1: fix")
    story = story.replace("Nobody else", "Zelenskiy")
    commit(a=story)
    Path("a.txt").write_text(story.replace("Then Zelensky", "Then Zelenskyy"))
    lines = check(capsys, "--changed-since", "HEAD", "--select", "spelling/inconsistent")[1]
    assert {line.partition(": ")[0] for line in lines} >= {"a.txt:5:6"}


@pytest.mark.process
def test_new_renamed_and_deleted_files(repo: Path, capsys) -> None:
    commit(a=OLD, b=OLD, c=OLD)
    git("mv", "a.txt", "moved é.txt")
    git("rm", "-q", "b.txt")
    Path("new one.txt").write_text(OLD)
    status, lines, _ = check(capsys, "--changed-since", "main")
    assert status == 1
    assert [line.partition(":")[0] for line in lines] == ["new one.txt"]


@pytest.mark.process
def test_since_a_branch_means_since_it_parted(repo: Path, capsys) -> None:
    commit(a=CLEAN)
    git("checkout", "-q", "-b", "work")
    commit(b=CLEAN)
    git("checkout", "-q", "main")
    commit(a=OLD)
    git("checkout", "-q", "work")
    assert check(capsys, "--changed-since", "main") == (0, [], "")


@pytest.mark.process
def test_what_is_staged_is_judged_as_it_is_staged(repo: Path, capsys) -> None:
    commit(a=CLEAN, b=CLEAN)
    Path("a.txt").write_text(OLD)
    git("add", "a.txt")
    Path("a.txt").write_text(CLEAN)
    Path("b.txt").write_text(OLD)
    status, lines, _ = check(capsys, "--staged")
    assert status == 1
    assert [line.partition(":")[0] for line in lines] == ["a.txt"]
    git("add", "a.txt")
    assert check(capsys, "--staged") == (0, [], "")


@pytest.mark.process
def test_a_staged_file_that_is_gone_from_the_tree(repo: Path, capsys) -> None:
    Path("sub folder").mkdir()
    Path("sub folder/ä.txt").write_text(OLD)
    git("add", "-A")
    os.unlink("sub folder/ä.txt")
    status, lines, _ = check(capsys, "--staged")
    assert status == 1
    assert lines[0].startswith("sub folder/ä.txt:3:10: stop")


@pytest.mark.process
def test_a_shallow_clone_says_so(repo: Path, tmp_path: Path, capsys, monkeypatch) -> None:
    commit(a=CLEAN)
    first = git("rev-parse", "HEAD").strip()
    commit(b=CLEAN)
    clone = tmp_path / "clone"
    git("clone", "-q", "--depth", "1", f"file://{repo}", str(clone))
    monkeypatch.chdir(clone)
    status, _, told = check(capsys, "--changed-since", first)
    assert status == 2
    assert "shallow clone: fetch the history" in told
    assert check(capsys, "--changed-since", "HEAD")[0] == 0


@pytest.mark.process
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--changed-since", "nope"], "unknown revision 'nope'"),
        (["--changed-since", "-x"], "expected one argument"),
        (["--changed-since", "HEAD", "--staged"], "not both"),
        (["--staged", "--fix"], "work on the working tree"),
        (["--profile", "braking"], "unknown profile 'braking'; did you mean 'breaking'?"),
        (["--baseline", "nope.json"], "nope.json: cannot read"),
    ],
)
def test_what_cannot_be_is_told(repo: Path, capsys, words: list[str], message: str) -> None:
    commit(a=OLD)
    try:
        status, _, told = check(capsys, *words)
    except SystemExit as stopped:
        status, told = stopped.code, capsys.readouterr().err
    assert status == 2
    assert message in told


@pytest.mark.process
def test_outside_a_repository(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    Path("a.txt").write_text(OLD)
    status, _, told = check(capsys, "--staged")
    assert (status, "not a git repository" in told) == (2, True)


@pytest.mark.process
def test_the_baseline_holds_back_what_was_there_wherever_it_moves(repo: Path, capsys) -> None:
    commit(a=OLD, b=CLEAN)
    assert main(["baseline", "--date", "2025-04-15"]) == 0
    assert capsys.readouterr().out == ".copydesk/baseline.json: 1 finding in 1 file recorded.\n"
    kept = json.loads(Path(".copydesk/baseline.json").read_text())
    assert [(one["file"], one["rule"], one["words"]) for one in kept["findings"]] == [
        ("a.txt", "spelling/house-form", "Kiev")
    ]
    Path("a.txt").write_text(OLD.replace("Talks resume", "A new line above.\n\nTalks resume"))
    assert check(capsys) == (0, [], "")
    main(["check", "--date", "2025-04-15"])
    assert "1 already in the baseline." in capsys.readouterr().out
    assert check(capsys, "--no-baseline")[0] == 1
    Path("a.txt").write_text(OLD + "\nThen they left Kiev.\n")
    status, lines, _ = check(capsys)
    assert (status, [line[:8] for line in lines]) == (1, ["a.txt:7:"])
    Path("a.txt").write_text(OLD.replace("late on Tuesday", "noon on Tuesday"))
    assert check(capsys)[0] == 1  # the sentence around the words has changed


@pytest.mark.process
def test_the_same_words_twice_are_two(repo: Path, capsys) -> None:
    twice = f"{HEAD}He left Kiev.\n\nHe left Kiev.\n"
    commit(a=f"{HEAD}He left Kiev.\n")
    main(["baseline", "--date", "2025-04-15"])
    Path("a.txt").write_text(twice)
    capsys.readouterr()
    assert len([line for line in check(capsys)[1] if "house-form" in line]) == 1


@pytest.mark.process
def test_prune_takes_out_what_is_mended_and_adds_nothing(repo: Path, capsys) -> None:
    commit(a=OLD, b=OLD, c=CLEAN)
    main(["baseline", "--date", "2025-04-15"])
    Path("a.txt").write_text(CLEAN)
    os.unlink("b.txt")
    Path("c.txt").write_text(OLD)
    capsys.readouterr()
    assert main(["baseline", "--prune", "--date", "2025-04-15"]) == 0
    assert "2 fixed findings dropped, 0 left" in capsys.readouterr().out
    assert json.loads(Path(".copydesk/baseline.json").read_text()) == {"version": 1, "findings": []}


@pytest.mark.process
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"version": 2, "findings": []}', "baseline version 2; this copydesk reads version 1"),
        ("[1]", "not a baseline"),
        ("{", "not a baseline"),
        ('{"version": 1, "findings": [{"file": "a"}]}', "an entry lacks one of"),
        (
            '{"version": 1, "findings": [{"file": 1, "rule": "", "words": "", "context": ""}]}',
            "lacks",
        ),
    ],
)
def test_a_baseline_that_is_none_is_an_error(repo: Path, capsys, text: str, message: str) -> None:
    commit(a=OLD)
    Path(".copydesk").mkdir()
    Path(".copydesk/baseline.json").write_text(text)
    status, _, told = check(capsys)
    assert status == 2
    assert message in told


@pytest.mark.process
def test_no_baseline_is_written_of_what_cannot_be_checked(repo: Path, capsys) -> None:
    Path("a.txt").write_bytes(b"\xff\xfe\x00")
    assert main(["baseline"]) == 2
    assert not Path(".copydesk").exists()


@pytest.mark.process
def test_profiles(repo: Path, capsys) -> None:
    faulty = f"{HEAD}He saw the the house on Monday.\n"
    commit(a=faulty)
    assert check(capsys)[0] == 1
    assert check(capsys, "--profile", "breaking")[0] == 0
    Path("copydesk.toml").write_text(
        '[profile.wire]\nfail-on = "ask"\nselect = ["spelling"]\n[profile.breaking]\nfail-on = "fix"\n'
    )
    assert check(capsys, "--profile", "wire") == (0, [], "")
    assert check(capsys, "--profile", "breaking")[0] == 1
    assert check(capsys, "--profile", "breaking", "--fail-on", "stop")[0] == 0
    Path("copydesk.toml").write_text('[profile.wire]\nfail-onn = "ask"\n')
    assert "copydesk.toml:2: unknown key 'fail-onn'; did you mean 'fail-on'?" in check(capsys)[2]


@pytest.mark.process
def test_no_drafts_is_an_error_unless_it_is_allowed(repo: Path, capsys) -> None:
    assert check(capsys)[0] == 2
    assert check(capsys, "--allow-empty") == (0, [], "")


ACROSS = ("--select", "spelling/across-stories", "--fail-on", "ask")


@pytest.mark.process
def test_drafts_beside_are_compared_and_not_reported(repo: Path, capsys) -> None:
    commit(a=f"{HEAD}Volodymyr Zelenskyy spoke.\n", b=f"{HEAD}Volodymyr Zelensky left.\n")
    commit(c=f"{HEAD}Volodymyr Zelenskyy slept.\n", d=f"{HEAD}Nobody did.\n")
    assert check(capsys, *ACROSS, "a.txt") == (0, [], "")
    for _ in range(3):  # the second time from the cache
        status, lines, _ = check(capsys, *ACROSS, "b.txt", "--beside", ".")
        assert status == 1
        assert [line.partition(": ")[0] for line in lines] == ["b.txt:3:11"]
        assert check(capsys, *ACROSS, "d.txt", "--beside", ".") == (0, [], "")
    Path("a.txt").write_text(f"{HEAD}Nobody spoke.\n")
    Path("c.txt").write_text(f"{HEAD}Nobody slept.\n")
    assert check(capsys, *ACROSS, "b.txt", "--beside", ".") == (0, [], "")
    assert check(capsys, *ACROSS, "b.txt", "--beside", ".", "--no-cache") == (0, [], "")


@pytest.mark.process
def test_the_cache_gives_the_same_bytes_and_notices_every_change(repo: Path, capsys) -> None:
    commit(a=OLD, b=CLEAN, c=f"{HEAD}Volodymyr Zelensky and Zelenskiy left.\n")
    first = check(capsys)
    assert check(capsys) == first == check(capsys, "--no-cache")
    Path("b.txt").write_text(OLD)
    assert len(check(capsys)[1]) == len(first[1]) + 1
    Path("b.txt").write_text(CLEAN)
    assert check(capsys) == first
    assert check(capsys, "--ignore", "spelling") == (0, [], "")
    Path("copydesk.toml").write_text('ignore = ["spelling/house-form"]\n')
    assert not any("house-form" in line for line in check(capsys)[1])
    Path("copydesk.toml").unlink()
    assert check(capsys) == first
    Path(".copydesk").mkdir()
    found = main(["stet", "add", "a.txt", "spelling/house-form", "Kiev", "--why", "old map"])
    capsys.readouterr()
    assert found == 0
    assert not any(line.startswith("a.txt") for line in check(capsys)[1])


@pytest.mark.process
def test_a_broken_cache_costs_no_finding(repo: Path, capsys, monkeypatch, tmp_path: Path) -> None:
    cache = tmp_path / "kept"
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(cache))
    commit(a=OLD, b=OLD)
    first = check(capsys)
    base = cache / "results-2.sqlite"
    assert base.exists()
    for damage in (b"", b"not a base", base.read_bytes()[:100], os.urandom(5000)):
        base.write_bytes(damage)
        assert check(capsys) == first
    check(capsys)
    with sqlite3.connect(base) as connection:  # a report that is damaged counts as none
        connection.execute("UPDATE report SET data = x'00112233'")
    connection.close()
    assert check(capsys) == first
    base.unlink()
    base.mkdir()
    assert check(capsys) == first


def test_the_cache_runs_nothing_that_it_holds(tmp_path: Path) -> None:
    import pickle

    from copydesk.cache.sealed import packed, unpacked

    class Evil:
        def __reduce__(self):
            return (os.mkdir, (str(tmp_path / "made"),))

    assert unpacked(packed(SimpleNamespace())) is None
    data = pickle.dumps(Evil())
    assert unpacked(packed(Evil())) is None
    assert data
    assert not (tmp_path / "made").exists()


def test_the_cache_is_bounded(tmp_path: Path) -> None:
    from copydesk.report import FileReport

    results = ResultStore(str(tmp_path), limit=200_000)
    for number in range(40):
        key = digest(str(number).encode())
        results.keep({key: FileReport("x" * 20_000)}, {})
    results.close()
    assert os.path.getsize(tmp_path / "results-2.sqlite") < 600_000
    again = ResultStore(str(tmp_path))
    keys = [digest(str(number).encode()) for number in range(40)]
    assert 0 < len(again.reports(keys)) < 40
    again.close()


def test_what_was_used_least_recently_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from copydesk.report import FileReport
    from copydesk.run import result_store

    keys = [digest(str(number).encode()) for number in range(40)]
    reports = {key: FileReport("x" * 20_000) for key in keys}
    day = 20_000
    monkeypatch.setattr(result_store, "_today", lambda: day)
    results = ResultStore(str(tmp_path))
    results.keep(reports, {})
    day += 1
    assert len(results.reports(keys[:20])) == 20  # used again
    results.close()
    smaller = ResultStore(str(tmp_path), limit=700_000)
    smaller.keep({keys[0]: reports[keys[0]]}, {})
    smaller.close()
    left = ResultStore(str(tmp_path)).has(keys)
    assert left > set(keys[:20])  # all of those, and some of the others
    assert len(left) < 40


def test_the_config_says_how_large_the_cache_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from copydesk.run import result_cache

    limits = []

    def store(folder: str, limit: int) -> ResultStore:
        limits.append(limit)
        return ResultStore(folder, limit)

    monkeypatch.setattr(result_cache, "ResultStore", store)
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("The end came on a Tuesday.\n")
    assert main(["check"]) == 0
    Path("copydesk.toml").write_text("cache-size = 2\n")
    assert main(["check"]) == 0
    assert limits == [128_000_000, 2_000_000]
    Path("copydesk.toml").write_text('cache-size = "2 GB"\n')
    assert main(["check"]) == 2
    assert "cache-size must be a whole number of megabytes, such as 1000" in capsys.readouterr().err


@pytest.mark.process
def test_runs_at_once_and_runs_that_are_killed(repo: Path, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "kept"))
    commit(**{f"d{n}": OLD.replace("Tuesday", f"day {n}") for n in range(30)})
    words = [
        sys.executable,
        "-m",
        "copydesk",
        "check",
        "--date",
        "2025-04-15",
        "--format",
        "concise",
    ]
    words += ["--jobs", "1"]
    expected = subprocess.run([*words, "--no-cache"], capture_output=True, check=False).stdout
    together = [subprocess.Popen(words, stdout=subprocess.PIPE) for _ in range(2)]
    killed = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    time.sleep(0.25)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    for one in together:
        assert one.communicate()[0] == expected
        assert one.returncode == 1
    again = subprocess.run(words, capture_output=True, check=False)
    assert (again.stdout, again.returncode) == (expected, 1)


@pytest.mark.process
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not there")
def test_git_is_only_asked_when_it_is_needed(repo: Path, capsys, monkeypatch) -> None:
    commit(a=OLD)
    monkeypatch.setenv("PATH", "")
    assert check(capsys)[0] == 1
    status, _, told = check(capsys, "--staged")
    assert (status, "git is not installed" in told) == (2, True)


@pytest.mark.process
@pytest.mark.parametrize(("before", "after"), [("\r\n", "\n"), ("\n", "\r\n")])
def test_line_ends_changed_alone_make_nothing_new(
    repo: Path, capsys, before: str, after: str
) -> None:
    """Row wf-18 of the cases: a repository whose line ends are turned round."""
    file = Path("a.txt")
    long = OLD.replace("until late", "until\nlate")
    file.write_bytes(long.replace("\n", before).encode())
    git("-c", "core.autocrlf=false", "add", "-A")
    git("commit", "-q", "-m", "one")
    assert main(["baseline", "--date", "2025-04-15"]) == 0
    capsys.readouterr()
    file.write_bytes(long.replace("\n", after).encode())
    for words in (("--changed-since", "HEAD", "--no-baseline"), ()):
        assert check(capsys, *words)[:2] == (0, [])
    git("add", "a.txt")
    assert check(capsys, "--staged", "--no-baseline")[:2] == (0, [])
    file.write_bytes((long + "The the envoys left.\n").replace("\n", after).encode())
    assert check(capsys, "--changed-since", "HEAD", "--no-baseline")[1] == [
        "a.txt:7:1: fix sentence/doubled-word “The” is repeated."
    ]


@pytest.mark.process
def test_a_file_that_is_not_merged_is_named(repo: Path, capsys) -> None:
    """Row wf-22 of the cases."""
    commit(a=CLEAN)
    git("checkout", "-q", "-b", "other")
    commit(a=CLEAN + "One.\n")
    git("checkout", "-q", "main")
    commit(a=CLEAN + "Two.\n")
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "-q", "other")
    for words in (["--staged"], ["--changed-since", "HEAD"]):
        told = "copydesk: not merged: a.txt; resolve the conflict and git add it\n"
        assert check(capsys, *words) == (2, [], told)
