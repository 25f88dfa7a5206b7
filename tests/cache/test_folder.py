"""The cache is private to its user, sealed, and left alone with ``--no-cache``."""

from __future__ import annotations

import marshal
import os
import stat
from pathlib import Path

import pytest

from copydesk.cache.files import read_sealed, write_sealed
from copydesk.cache.folder import cache_folder, why_unused
from copydesk.cli import main
from copydesk.regexes import compiled

TEXT = "The the minister said so.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a cache of its own, which does not exist yet."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "mine" / "cache"))
    (tmp_path / "mine").mkdir()
    return tmp_path / "mine" / "cache"


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    status = main(["check", "--format", "concise", "a.txt", *words])
    told = capsys.readouterr()
    return status, told.out.splitlines(), told.err


@pytest.mark.parametrize("mask", [0o000, 0o002, 0o022, 0o077])
def test_it_is_created_for_its_user_alone(folder: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        assert cache_folder() == str(folder)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert why_unused() == ""


@pytest.mark.parametrize("mode", [0o770, 0o775, 0o777, 0o1777, 0o720, 0o702])
def test_one_that_others_can_write_is_not_used(folder: Path, capsys, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    status, findings, told = check(capsys)
    assert (status, len(findings)) == (1, 1)
    assert told == (
        f"copydesk: the cache folder {folder} is not used: others can write to it; delete it, "
        "or COPYDESK_CACHE_DIR can name another\n"
    )
    assert list(folder.iterdir()) == []
    assert stat.S_IMODE(folder.stat().st_mode) == mode


def test_one_of_another_user_is_not_used(folder: Path, capsys, monkeypatch) -> None:
    folder.mkdir(0o700)
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    status, findings, told = check(capsys)
    assert (status, len(findings)) == (1, 1)
    assert told.count("\n") == 1 and "it belongs to another user" in told
    assert list(folder.iterdir()) == []


def test_one_that_others_could_exchange_is_not_used(folder: Path) -> None:
    folder.mkdir(0o700)
    folder.parent.chmod(0o777)
    assert cache_folder() == "" and "the folder above it" in why_unused()
    folder.parent.chmod(0o1777)  # as /tmp: only owners can rename there
    assert cache_folder() == str(folder)


def test_one_that_others_can_read_is_closed(folder: Path) -> None:
    folder.mkdir(0o755)
    (folder / "old.bin").write_bytes(b"old")
    assert cache_folder() == str(folder) and why_unused() == ""
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_one_that_came_with_the_repository_is_not_used(folder: Path) -> None:
    (folder.parent / ".git").mkdir()
    folder.mkdir(0o755)
    assert cache_folder() == str(folder)  # empty: nothing came
    folder.chmod(0o755)
    (folder / "results-2.sqlite").write_bytes(b"theirs")
    assert cache_folder() == "" and "come with the repository" in why_unused()
    folder.chmod(0o700)  # as copydesk makes it, and git does not
    assert cache_folder() == str(folder)


def test_one_that_cannot_be_made_costs_nothing_but_time(folder: Path, capsys, monkeypatch) -> None:
    folder.write_bytes(b"a file")
    assert check(capsys)[0::2] == (1, "")
    monkeypatch.setenv("COPYDESK_CACHE_DIR", os.devnull + "/none")
    assert check(capsys)[0::2] == (1, "")
    assert cache_folder() == ""


def test_a_sealed_file_under_another_name_counts_as_missing(tmp_path: Path) -> None:
    one, other = str(tmp_path / "terms-1.bin"), str(tmp_path / "terms-2.bin")
    assert write_sealed(one, b"table")
    assert read_sealed(one) == b"table"
    os.rename(one, other)
    assert read_sealed(other) is None


def test_no_flipped_bit_of_the_kept_patterns_is_accepted(folder: Path, monkeypatch) -> None:
    folder.mkdir(0o700)
    monkeypatch.setattr(compiled, "_new", {})
    monkeypatch.setattr(compiled, "_kept", {})
    compiled.compiled(r"\bTKT?K\b")
    compiled.save()
    (path,) = folder.iterdir()
    assert list(compiled._read()) == [r"0 \bTKT?K\b"]
    good = path.read_bytes()
    for at in range(len(good) * 8):
        bad = bytearray(good)
        bad[at // 8] ^= 1 << at % 8
        path.write_bytes(bad)
        assert compiled._read() == {}
    path.write_bytes(marshal.dumps((compiled._STATE, {"0 TK": (0, b"", 0, {}, ())})))
    assert compiled._read() == {}


def test_no_cache_takes_nothing_from_the_folder_and_leaves_nothing_there(
    folder: Path, capsys, monkeypatch
) -> None:
    check(capsys)
    before = set(folder.iterdir())
    assert before
    opened: list[str] = []
    real = open
    monkeypatch.setattr("builtins.open", lambda name, *a, **k: opened.append(str(name))
                        or real(name, *a, **k))  # fmt: skip
    status, findings, told = check(capsys, "--no-cache")
    assert (status, len(findings), told) == (1, 1, "")
    assert opened and not [name for name in opened if name.startswith(str(folder))]
    assert set(folder.iterdir()) == before
    assert cache_folder() == str(folder)
