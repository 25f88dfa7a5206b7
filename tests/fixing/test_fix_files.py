"""Fixed files: every byte that no fix names is kept, and no draft is ever changed by halves."""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.cli import main
from copydesk.files import write as writer
from copydesk.files.write import NotWritten, write

BAD = "The goverment said the the plan would “go on” in the end.\n"
GOOD = "The government said the plan would “go on” in the end.\n"
DAY = ("--date", "2025-04-15")


def fix(path: Path, *words: str) -> int:
    return main(["check", "--fix", *DAY, *words, str(path)])


def leftovers(folder: Path) -> list[str]:
    return [name for name in os.listdir(folder) if name.startswith(".copydesk-")]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_encoding_mark_line_ends_and_last_line_end(
    tmp_path: Path, encoding: str, end: str, last: bool
) -> None:
    path = tmp_path / "a.txt"
    bad, good = (
        f"A café\n\n{text}\n\nThe end came\tat noon. " for text in (BAD.strip(), GOOD.strip())
    )
    bad, good = ((text + "\n" * last).replace("\n", end) for text in (bad, good))
    if encoding == "latin-1":
        bad, good = (text.replace("“", '"').replace("”", '"') for text in (bad, good))
    path.write_bytes(bad.encode(encoding))
    marked = encoding in ("utf-8-sig", "utf-16", "utf-32", "utf-8")
    assert fix(path, *([] if marked else ["--encoding", encoding])) == 0
    assert path.read_bytes() == good.encode(encoding)
    assert leftovers(tmp_path) == []


def test_mode_times_owner_and_attributes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 1234, 5678)
    try:
        os.setxattr(path, "user.desk", b"foreign")
        attributes = True
    except (OSError, AttributeError):
        attributes = False
    before = path.stat()
    assert fix(path) == 0
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode,
        before.st_uid,
        before.st_gid,
    )
    assert not attributes or os.getxattr(path, "user.desk") == b"foreign"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    real, link = tmp_path / "deep" / "real.txt", tmp_path / "link.txt"
    real.write_text(BAD, "utf-8")
    link.symlink_to("deep/real.txt")
    assert fix(link) == 0
    assert link.is_symlink() and os.readlink(link) == "deep/real.txt"
    assert real.read_text("utf-8") == GOOD


def test_a_file_without_fixes_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GOOD, "utf-8")
    before = path.stat()
    assert fix(path) == 0
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_file_changed_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    fill = writer._fill

    def slow(*args: object) -> None:
        fill(*args)  # type: ignore[arg-type]
        path.write_text("Somebody else wrote the the.\n", "utf-8")

    monkeypatch.setattr(writer, "_fill", slow)
    assert fix(path) == 2
    assert "changed while it was being fixed" in capsys.readouterr().err
    assert path.read_text("utf-8") == "Somebody else wrote the the.\n"
    assert leftovers(tmp_path) == []


def test_a_file_replaced_by_the_same_text_in_another_file_is_not_overwritten(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    with pytest.raises(NotWritten, match="changed"):
        write(str(path), b"what was read before", GOOD.encode())
    assert path.read_text("utf-8") == BAD


def test_hard_links_and_write_protection_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    os.link(path, tmp_path / "b.log")
    assert fix(path) == 2
    assert "other names" in capsys.readouterr().err
    (tmp_path / "b.log").unlink()
    monkeypatch.setattr(os, "access", lambda *args: False)
    assert fix(path) == 2
    assert "write-protected" in capsys.readouterr().err
    assert path.read_text("utf-8") == BAD


def test_a_full_disk_leaves_the_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    real = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) > 10:
            return real(handle, data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writer.os, "write", full)
    assert fix(path) == 2
    monkeypatch.undo()
    assert "No space left" in capsys.readouterr().err
    assert path.read_text("utf-8") == BAD
    assert leftovers(tmp_path) == []


def run_fix(*words: str, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "copydesk", "check", "--fix", *DAY, *words]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


@pytest.mark.process
def test_a_small_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if mount is None or subprocess.run([mount, *options], capture_output=True).returncode:
        pytest.skip("platform: a file system cannot be mounted here")
    try:
        path = disk / "a.txt"
        path.write_text((BAD + "\n") * 500, "utf-8")
        before = path.read_bytes()
        with suppress_full(), open(disk / "rest.bin", "wb") as rest:
            while rest.write(b"x" * 4096):
                rest.flush()
        done = run_fix(str(path))
        _, said = done.communicate()
        assert done.returncode == 2 and b"No space left" in said
        assert path.read_bytes() == before
        assert leftovers(disk) == []
    finally:
        subprocess.run(["umount", str(disk)], check=False)


class suppress_full:  # noqa: N801
    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: object, trace: object) -> bool:
        return isinstance(error, OSError) and error.errno == errno.ENOSPC


@pytest.mark.process
@pytest.mark.skipif(not hasattr(os, "fork"), reason="platform: needs fork")
def test_a_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    path = folder / "a.txt"
    path.write_text(BAD, "utf-8")
    path.chmod(0o666)
    folder.chmod(0o555)
    for above in (tmp_path, *tmp_path.parents[:2]):
        above.chmod(0o755)
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        try:
            write(str(path), BAD.encode(), GOOD.encode())
        except NotWritten as refused:
            os._exit(0 if "cannot write" in str(refused) else 3)
        os._exit(4)
    _, status = os.waitpid(child, 0)
    folder.chmod(0o755)
    assert os.waitstatus_to_exitcode(status) == 0
    assert path.read_text("utf-8") == BAD


@pytest.mark.process
@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT])
def test_killed_at_any_time_every_draft_is_old_or_new(tmp_path: Path, kind: signal.Signals) -> None:
    paths = [tmp_path / f"{number:02}.txt" for number in range(30)]
    bad, good = (text * 40 for text in (BAD + "\n", GOOD + "\n"))
    for path in paths:
        path.write_text(bad, "utf-8")
    started = time.perf_counter()
    run_fix("--jobs", "1", str(tmp_path)).communicate()
    whole = time.perf_counter() - started
    assert {path.read_text("utf-8") for path in paths} == {good}
    states = set()
    for part in (0.5, 0.6, 0.7, 0.8, 0.9):
        for path in paths:
            path.write_text(bad, "utf-8")
        running = run_fix("--jobs", "1", str(tmp_path))
        time.sleep(whole * part)
        running.send_signal(kind)
        running.communicate()
        found = {path.read_text("utf-8") for path in paths}
        assert found <= {bad, good}
        states.add(len(found))
    assert run_fix(str(tmp_path)).communicate()
    assert {path.read_text("utf-8") for path in paths} == {good}
    assert leftovers(tmp_path) == []


@pytest.mark.process
def test_two_at_once(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.txt").write_text(BAD * 20, "utf-8")
    words = ("--jobs", "1", "--ignore", "leftover/duplicate", str(tmp_path))
    running = [run_fix(*words) for _ in range(2)]
    said = b"".join(part for one in running for part in one.communicate())
    assert {path.read_text("utf-8") for path in tmp_path.iterdir()} == {GOOD * 20}
    assert {one.returncode for one in running} <= {0, 2}
    if any(one.returncode for one in running):
        assert b"changed while" in said or b"another copydesk" in said


def test_the_hidden_file_of_a_run_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    name = writer.sha256(b"a.txt").hexdigest()[:16]
    (tmp_path / f".copydesk-{name}.tmp").write_text("half of it " * 1000, "utf-8")
    assert fix(path) == 0
    assert path.read_text("utf-8") == GOOD
    assert leftovers(tmp_path) == []


@pytest.mark.parametrize("what", ["hard link", "link", "dangling link", "pipe", "another user's"])
def test_nothing_but_a_hidden_file_of_ours_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    path, victim = tmp_path / "a.txt", tmp_path / "victim"
    path.write_text(BAD, "utf-8")
    victim.write_text("theirs", "utf-8")
    digest = hashlib.sha256(b"a.txt").hexdigest()[:16]
    hidden = tmp_path / f".copydesk-{digest}.tmp"
    if what == "hard link":
        os.link(victim, hidden)
    elif what == "pipe":
        os.mkfifo(hidden)
    elif what == "another user's":
        hidden.write_text("theirs", "utf-8")
        os.link(hidden, tmp_path / "kept")
        monkeypatch.setattr(os, "geteuid", lambda: os.stat(path).st_uid + 1)
    else:
        hidden.symlink_to("victim" if what == "link" else "none")
    assert fix(path) == 0
    assert path.read_text("utf-8") == GOOD
    assert path.stat().st_nlink == 1 and not path.is_symlink()
    assert victim.read_text("utf-8") == "theirs" and not (tmp_path / "none").exists()
    assert what != "another user's" or (tmp_path / "kept").read_text("utf-8") == "theirs"
    assert leftovers(tmp_path) == []


def test_a_hidden_folder_in_the_way_is_told(tmp_path: Path, capsys) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BAD, "utf-8")
    (tmp_path / f".copydesk-{hashlib.sha256(b'a.txt').hexdigest()[:16]}.tmp").mkdir()
    assert fix(path) == 2
    assert "cannot write" in capsys.readouterr().err
    assert path.read_text("utf-8") == BAD


def test_what_cannot_be_written_back_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("the goverment +AKM-5 and +AKM-6.\n".encode("ascii") + b"A +-.\n")
    before = path.read_bytes()
    status = fix(path, "--encoding", "utf-7")
    assert (path.read_bytes() == before) == (status == 2)


def test_a_fix_outside_the_encoding_is_kept_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"(Reuters) -It rained and the goverment left.\n")
    assert fix(path, "--encoding", "ascii") in (0, 1)
    assert path.read_bytes().endswith(b"the government left.\n")


@pytest.mark.process
def test_the_diff_writes_nothing_and_can_be_applied(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("über uns.md")
    path.write_bytes((BAD.strip() + "\r\n\r\nMore.").encode("utf-8"))
    before = path.read_bytes()
    assert main(["check", "--diff", *DAY]) == 1
    diff = capsys.readouterr().out
    assert path.read_bytes() == before
    patch = shutil.which("git")
    if patch:
        subprocess.run([patch, "apply", "-"], input=diff.encode("utf-8"), check=True, cwd=tmp_path)
        assert path.read_bytes() == (GOOD.strip() + "\r\n\r\nMore.").encode("utf-8")
        assert main(["check", "--diff", *DAY]) == 0
        assert capsys.readouterr().out == ""


def give(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    for data, fixed, status in [
        (b"\xef\xbb\xbfThe goverment left.\r\n", b"\xef\xbb\xbfThe government left.\r\n", 0),
        (b"The government left.", b"The government left.", 0),
        (b"Talks in Kiev and the the end", b"Talks in Kiev and the end", 1),
        (b"\xff\xfe\xff\x00\x01", None, 2),
        (b"caf\xe9 the the\n", b"caf\xe9 the the\n", 2),
        (b"", b"", 0),
    ]:
        give(monkeypatch, data)
        assert main(["check", "-", "--fix", *DAY]) == status
        sys.stdout.flush()
        out = capfdbinary.readouterr().out
        assert out == (data if fixed is None else fixed)


def test_the_report_is_on_the_fixed_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The the goverment met in Kiev of of.\n", "utf-8")
    assert fix(path, "--format", "concise", "-v") == 1
    out, err = capsys.readouterr()
    assert "spelling/house-form" in out and "spelling/typo" not in out
    assert "3 fixed (sentence/doubled-word ×2, spelling/typo)" in err
    assert "Write “government”" in err


@pytest.mark.process
def test_many_processes_write_the_same(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
        for number in range(12):
            (folder / f"{number}.md").write_text(BAD * (number + 1), "utf-8")
    for folder, jobs in zip(folders, ("1", "2"), strict=True):
        done = run_fix(
            "--jobs",
            jobs,
            ".",
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        out, said = done.communicate()
        assert done.returncode == 0, said
        folder.joinpath("said").write_bytes(out + said)
    for path in folders[0].iterdir():
        assert path.read_bytes() == (folders[1] / path.name).read_bytes()


@pytest.mark.parametrize("words", [["--suggested"], ["--suggested", "-"]])
def test_suggested_alone_is_an_error(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *words]) == 2
    assert "--suggested needs --fix or --diff" in capsys.readouterr().err


def test_suggested_fixes_are_taken_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Talks in Kiev went on.\n", "utf-8")
    assert fix(path) == 1
    assert fix(path, "--suggested") == 0
    assert path.read_text("utf-8") == "Talks in Kyiv went on.\n"


@pytest.mark.process
def test_a_plain_check_imports_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD, "utf-8")
    code = (
        "import sys; from copydesk.cli import main; main(['check', 'a.txt']);"
        "print([name for name in sys.modules if name.startswith(('copydesk.fixing', "
        "'copydesk.ledger', 'copydesk.review', 'prompt_toolkit', 'copydesk.cli.fix'))])"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"
