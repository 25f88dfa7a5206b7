"""What is taken from the cache: never a result that is out of date, never less than there is."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from copydesk.cache.digest import digest
from copydesk.cache.files import read_sealed, write_sealed
from copydesk.cache.sealed import packed, unpacked
from copydesk.cli import main
from copydesk.model.findings import Finding, Severity, Span
from copydesk.registry.folders import files_below
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.report import FileReport
from copydesk.run.result_store import ResultStore, SeenDraft

HEAD = "---\ndate: 2025-04-15\n---\n\n# Talks resume\n\n"
OLD = f"{HEAD}Talks in Kiev went on until late on Tuesday, they said.\n"
CLEAN = OLD.replace("Kiev", "Kyiv")
ZELENSKYY = f"{HEAD}Volodymyr Zelenskyy spoke.\n"
ZELENSKY = f"{HEAD}Volodymyr Zelensky left.\n"
ACROSS = ("--select", "spelling/across-stories", "--fail-on", "ask")
BESIDE = (*ACROSS, "b.md", "--beside", ".")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, with the tables in it; the present folder is an empty one."""
    shared = os.environ["COPYDESK_CACHE_DIR"]
    assert Registry(contributions(shared), cache=shared).rules
    (tmp_path / "cache").mkdir()
    for path in Path(shared).glob("*.bin"):
        os.link(path, tmp_path / "cache" / path.name)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    return tmp_path / "cache"


def put(name: str, text: str, ago: int = 100) -> None:
    """Write a draft that is as old as that, in seconds."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (time.time() - ago,) * 2)


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    status = main(["check", "--format", "concise", *words])
    return status, capsys.readouterr().out.splitlines()


def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a file that was written a moment ago count as one that lies still."""
    monkeypatch.setattr("copydesk.run.result_cache._RACY", 0)


def test_drafts_beside_are_read_and_never_fixed(cache: Path, capsys) -> None:
    put("a.md", ZELENSKYY + "\nHe saw the the house.\n")
    put("b.md", ZELENSKY + "\nHe saw the the house.\n")
    before = Path("a.md").read_bytes()
    for words in (("--fix",), ("--fix", "--no-cache"), ("--fix", "--suggested"), ("--diff",)):
        put("b.md", ZELENSKY + "\nHe saw the the house.\n")
        main(["check", *words, "--beside", ".", "b.md"])
        assert Path("a.md").read_bytes() == before
    capsys.readouterr()
    assert "the the" in Path("b.md").read_text()  # --diff writes nothing
    main(["check", "--fix", "--beside", ".", "b.md"])
    assert "the the" not in Path("b.md").read_text()
    assert "a.md" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "damage", ["no folder", "a folder", "not a base", "other tables", "no text"]
)
def test_names_are_compared_without_a_cache(cache: Path, capsys, monkeypatch, damage: str) -> None:
    put("a.md", ZELENSKYY)
    put("b.md", ZELENSKY)
    expected = check(capsys, *BESIDE, "--no-cache")
    assert expected[0] == 1
    base = cache / "results-2.sqlite"
    if damage == "no folder":
        monkeypatch.setenv("COPYDESK_CACHE_DIR", os.devnull + "/none")
    elif damage == "a folder":
        base.mkdir()
    elif damage == "no text":
        assert check(capsys, *BESIDE) == expected
    else:
        base.write_bytes(b"not a base" * 500)
    if damage == "other tables":
        base.unlink()
        with sqlite3.connect(base) as connection:
            connection.execute("CREATE TABLE seen (a)")
        connection.close()
    if damage == "no text":  # SQLite quotes the name in its message
        data = base.read_bytes()
        assert b"tableseen" in data
        base.write_bytes(data.replace(b"CREATE TABLE seen", b"CREATE TABL\xff seen"))
    for _ in range(3):
        assert check(capsys, *BESIDE) == expected


def test_names_are_compared_while_another_run_writes(cache: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("copydesk.run.result_store._PATIENCE", 0.05)
    put("a.md", ZELENSKYY)
    put("b.md", ZELENSKY)
    put("c.md", ZELENSKYY)
    expected = check(capsys, *BESIDE)
    assert expected[0] == 1
    put("a.md", f"{HEAD}Nobody spoke.\n")
    with sqlite3.connect(cache / "results-2.sqlite", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert check(capsys, *BESIDE)[0] == 1
        put("c.md", f"{HEAD}Nobody slept.\n")
        assert check(capsys, *BESIDE) == (0, [])
        other.execute("ROLLBACK")
    other.close()


@pytest.mark.parametrize(
    "order",
    [
        "DELETE FROM form",
        "DELETE FROM report",
        "UPDATE form SET data = x'00'",
        "UPDATE form SET thing = thing + 1",
        "UPDATE form SET data = 'text'",
        "UPDATE report SET data = NULL",
        "UPDATE report SET data = 7",
        "UPDATE seen SET data = substr(data, 1, length(data) - 4)",
        "UPDATE seen SET data = ''",
        "UPDATE seen SET key = zeroblob(16)",
        "UPDATE seen SET path = CAST(path AS TEXT)",
        "UPDATE seen SET data = (SELECT max(data) FROM seen)",
        "UPDATE report SET data = (SELECT max(data) FROM report)",
    ],
)
def test_rows_that_are_damaged_hide_nothing(cache: Path, capsys, monkeypatch, order: str) -> None:
    settled(monkeypatch)
    put("a.md", ZELENSKYY)
    put("b.md", ZELENSKY + "\nHe saw the the house.\n")
    put("c.md", f"{HEAD}Nobody spoke.\n")
    put("d.md", OLD)
    everything = check(capsys)
    beside = check(capsys, *BESIDE)
    assert (everything[0], beside[0]) == (1, 1)
    with sqlite3.connect(cache / "results-2.sqlite") as base:
        changed = base.execute(order).rowcount
    base.close()
    assert changed
    assert check(capsys, *BESIDE) == beside
    assert check(capsys) == everything


def test_a_name_that_is_no_utf8(cache: Path, capsys) -> None:
    put("b.md", ZELENSKY)
    name = os.fsdecode(b"\xff a.md")
    try:
        put(name, ZELENSKYY)
    except OSError:
        pytest.skip("platform: the file system takes no such names")
    for _ in range(2):
        assert check(capsys, *BESIDE)[0] == 1
        assert check(capsys)[0] in (0, 1)


def test_a_draft_changed_with_its_time_and_size_kept(cache: Path, capsys, monkeypatch) -> None:
    settled(monkeypatch)
    put("a.md", f"{HEAD}Volodymyr Zelenskaa spoke.\n")
    put("b.md", ZELENSKY)
    for _ in range(2):
        assert check(capsys, *BESIDE) == (0, [])
    status = os.stat("a.md")
    with open("a.md", "r+", encoding="utf-8") as handle:  # in place: the same inode
        handle.write(ZELENSKYY)
    os.utime("a.md", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert os.stat("a.md").st_size == status.st_size
    assert check(capsys, *BESIDE)[0] == 1


def test_a_draft_written_a_moment_ago_is_read_again(cache: Path, capsys) -> None:
    put("b.md", ZELENSKY)
    Path("a.md").write_text(ZELENSKYY, "utf-8")
    assert check(capsys, *BESIDE)[0] == 1
    with sqlite3.connect(cache / "results-2.sqlite") as base:
        assert base.execute("SELECT count(*) FROM seen").fetchone() == (0,)
    base.close()


def test_a_link_that_leads_elsewhere_and_two_names_of_one_draft(cache: Path, capsys) -> None:
    put("store/kept/old.md", ZELENSKYY)
    put("store/kept/new.md", f"{HEAD}Nobody spoke.\n")
    put("b.md", ZELENSKY)
    os.symlink("store/kept/old.md", "a.md")
    os.symlink("b.md", "same.md")
    assert check(capsys, *ACROSS, "b.md", "--beside", "a.md", "--beside", "same.md")[0] == 1
    os.unlink("a.md")
    os.symlink("store/kept/new.md", "a.md")
    assert check(capsys, *ACROSS, "b.md", "--beside", "a.md", "--beside", "same.md") == (0, [])


def test_the_working_folder_counts(cache: Path, capsys, monkeypatch) -> None:
    put("one/a.md", OLD)
    put("one/b.md", CLEAN)
    put("two/a.md", CLEAN)
    put("two/b.md", CLEAN)
    monkeypatch.chdir("one")
    first = check(capsys)
    monkeypatch.chdir("../two")
    assert check(capsys) == (0, [])
    monkeypatch.chdir("../one")
    assert check(capsys) == first
    monkeypatch.chdir("..")
    assert [line[:9] for line in check(capsys)[1]] == [f"one/{line[:5]}" for line in first[1]]


def put_ledger(words: str) -> None:
    main(["stet", "add", "a.md", "spelling/house-form", words, "--why", "as asked"])


@pytest.mark.process
def test_a_ledger_of_the_same_size_and_time(cache: Path, capsys, monkeypatch) -> None:
    settled(monkeypatch)
    put("a.md", OLD)
    put("b.md", CLEAN)
    Path(".copydesk").mkdir()
    put_ledger("Kiev")
    ledger = Path(".copydesk/stet.toml")
    capsys.readouterr()
    assert check(capsys)[0] == 0
    status = os.stat(ledger)
    text = ledger.read_text("utf-8")
    number = text.index('context = "') + len('context = "')
    changed = "0" if text[number] != "0" else "1"
    with open(ledger, "w", encoding="utf-8") as handle:
        handle.write(text[:number] + changed + text[number + 1 :])
    os.utime(ledger, ns=(status.st_atime_ns, status.st_mtime_ns))
    words = [sys.executable, "-m", "copydesk", "check"]  # this process knows the ledger by its time
    assert subprocess.run(words, capture_output=True, check=False).returncode == 1


@pytest.mark.process
def test_a_ledger_changed_while_drafts_are_read_keeps_nothing(
    cache: Path, capsys, monkeypatch
) -> None:
    from copydesk.run.linter import Linter

    put("a.md", OLD)
    put("b.md", CLEAN)
    Path(".copydesk").mkdir()
    ledger = Path(".copydesk/stet.toml")
    ledger.write_text("# nothing\n", "utf-8")
    read = Linter.check

    def late(linter: Linter, *words):
        patch.setattr(Linter, "check", read)
        put_ledger("Kiev")
        return read(linter, *words)

    with monkeypatch.context() as patch:
        patch.setattr(Linter, "check", late)
        assert check(capsys)[0] == 0
    ledger.write_text("# nothing\n", "utf-8")
    assert check(capsys)[0] == 1


PACK = """
rule = "house/terms"
[[entry]]
use = "ferry boat"
avoid = ["{0}"]
good = ["A ferry boat came in."]
bad = [{{text = "A [[{0}]] came in.", fixed = "A ferry boat came in."}}]
"""


def test_packs_styles_and_facts_count_by_content(cache: Path, capsys) -> None:
    put("a.md", f"{HEAD}A ferrybote came in.\n")
    put("b.md", CLEAN)
    Path("copydesk.toml").write_text('terms = ["house.toml"]\n', "utf-8")
    for word, status in (("ferrybite", 0), ("ferrybote", 1), ("ferrybite", 0)):
        Path("house.toml").write_text(PACK.format(word), "utf-8")
        os.utime("house.toml", (1, 1))
        for _ in range(2):
            assert check(capsys, "--fail-on", "style")[0] == status


def test_the_encoding_the_date_and_the_options_count(cache: Path, capsys) -> None:
    put("a.md", CLEAN)
    Path("b.txt").write_bytes(b"He said \x93no\x94 in Kiev.\n")
    assert check(capsys)[0] == 2
    dated = ("--encoding", "cp1252", "--date", "2025-04-15")
    assert check(capsys, *dated)[0] == 1
    assert check(capsys)[0] == 2
    assert check(capsys, *dated[:3], "2015-03-01")[0] == 0
    assert check(capsys, *dated)[0] == 1
    assert check(capsys, *dated[:2])[0] == 0  # an undated draft is only asked


@pytest.mark.parametrize("is_dated", [True, False])
def test_the_day_counts_for_drafts_on_which_it_bears(
    cache: Path, capsys, monkeypatch, is_dated: bool
) -> None:
    settled(monkeypatch)
    text = OLD if is_dated else OLD.replace("date: 2025-04-15\n", "a: b\n")
    put("a.md", text + ZELENSKYY)
    put("b.md", text + ZELENSKY)
    reads: list[str] = []
    from copydesk.run.linter import Linter

    read = Linter.check
    monkeypatch.setattr(
        Linter, "check", lambda desk, one, how: reads.append(one.path) or read(desk, one, how)
    )
    for day, status in (("2026-11-22", 1), ("2026-11-22", 1), ("2015-03-01", int(is_dated))):
        monkeypatch.setattr("copydesk.cli.settings.today", lambda day=day: day)
        assert check(capsys, "--select", "spelling/house-form", "--fail-on", "ask")[0] == status
    assert len(reads) == (2 if is_dated else 4)


def test_an_embargo_is_over_the_next_day(cache: Path, capsys, monkeypatch) -> None:
    put("a.md", CLEAN.replace("---\n\n", "embargo: 2026-02-01\n---\n\n", 1))
    put("b.md", CLEAN)
    for day, status in (("2026-01-31", 1), ("2026-02-01", 0), ("2026-01-31", 1)):
        monkeypatch.setattr("copydesk.cli.settings.today", lambda day=day: day)
        assert check(capsys)[0] == status


def test_a_package_that_comes_or_goes_counts(cache: Path, capsys, monkeypatch, tmp_path) -> None:
    from copydesk.run.cache_key import cache_key
    from copydesk.run.linter import Linter
    from copydesk.run.settings import READING, RunSettings

    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    desk = Linter(RunSettings())
    before = cache_key(desk, READING)
    assert before == cache_key(desk, READING)
    (site / "spacy-9.0.dist-info").mkdir()
    after = cache_key(desk, READING)
    assert after not in (before, None)
    (site / "spacy-9.0.dist-info").rename(site / "spacy-9.1.dist-info")
    assert cache_key(desk, READING) not in (before, after)


def test_the_first_module_of_a_plugin_counts(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text("a = 1\n")
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_text("")
    assert [os.path.basename(one[0]) for one in files_below(str(tmp_path))] == ["__init__.py"]


def test_a_table_with_one_changed_byte_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "terms-1.bin"
    assert write_sealed(str(path), b"abc" * 1000)
    data = bytearray(path.read_bytes())
    assert bytes(read_sealed(str(path)) or b"") == b"abc" * 1000
    for place in (0, 1500, len(data) - 1):
        changed = bytearray(data)
        changed[place] ^= 4
        path.write_bytes(changed)
        assert read_sealed(str(path)) is None
    for short in (b"", b"abc", bytes(data[:-1])):
        path.write_bytes(short)
        assert read_sealed(str(path)) is None


def test_the_tables_of_terms_are_bounded(tmp_path: Path) -> None:
    left = tmp_path / "terms-9.bin.77-0.tmp"
    left.write_bytes(b"half")
    os.utime(left, (1, 1))
    fresh = tmp_path / "terms-9.bin.78-0.tmp"
    fresh.write_bytes(b"half")
    other = tmp_path / "rules-x.bin"
    other.write_bytes(b"")
    for number in range(20):
        path = tmp_path / f"terms-{number:02}.bin"
        write_sealed(str(path), b"x")
        os.utime(path, (1000 + number, 1000 + number))
    write_sealed(str(tmp_path / "terms-zz.bin"), b"x")
    names = sorted(path.name for path in tmp_path.glob("terms-*.bin"))
    assert len(names) == 12
    assert {"terms-zz.bin", "terms-19.bin"} < set(names)
    assert not left.exists()
    assert fresh.exists()
    assert other.exists()


def test_a_kept_value_is_bound_to_its_key() -> None:
    data = packed(FileReport("a"), b"key")
    assert unpacked(data, b"key") == FileReport("a")
    assert unpacked(data, b"other") is None
    assert unpacked(data) is None
    assert unpacked(packed(Span(1, 2))) == Span(1, 2)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("copydesk.report", "FileReport._replace.__builtins__.get"),
        ("copydesk.engine.across_drafts", "compare"),
        ("copydesk.model.sightings", "ValueTuple"),
        ("os", "getcwd"),
    ],
)
def test_no_function_can_be_reached_through_a_kept_value(module: str, name: str) -> None:
    texts = (module.encode(), name.encode())
    evil = b"\x80\x04" + b"".join(b"\x8c" + bytes([len(one)]) + one for one in texts) + b"\x93."
    assert callable(pickle.loads(evil))
    assert unpacked(digest(evil) + evil) is None


def test_results_of_two_homes_do_not_meet(tmp_path: Path) -> None:
    results = ResultStore(str(tmp_path))
    results.see(b"one", [SeenDraft(b"a", b"k" * 16, b"state", b"\1\0\0\0")])
    results.see(b"two", [SeenDraft(b"a", b"K" * 16, b"other", b"")])
    assert results.seen(b"one")[b"a"].uses({1, 2}) == [1]
    assert results.seen(b"two")[b"a"].state == b"other"
    assert results.seen(b"three") == {}
    results.close()


@pytest.mark.parametrize(
    "aim",
    [
        b"\x8c\x17copydesk.model.findings\x8c\x07Finding\x93",
        b"\x8c\x17copydesk.model.findings\x8c\x08Severity\x93",
        b"\x8c\x17copydesk.model.findings\x8c\x08Severity\x93K\x04\x85R",  # a member
        b"\x8c\x17copydesk.model.findings\x8c\x04Span\x93K\x01K\x02\x86\x81",  # a value
    ],
)
@pytest.mark.parametrize("name", ["order", "_value_", "start"])
def test_no_class_or_value_can_be_changed_by_a_kept_value(aim: bytes, name: str) -> None:
    text = b"\x8c" + bytes([len(name)]) + name.encode()
    for state in (b"}" + text + b"K\x05s", b"N}" + text + b"K\x05s\x86"):  # for BUILD
        evil = b"\x80\x04" + aim + state + b"b."
        before = {one: dict(vars(one)) for one in (Finding, Span, Severity, Severity.STOP)}
        assert unpacked(digest(evil) + evil) is None
        assert before == {one: dict(vars(one)) for one in before}
    assert unpacked(packed(Severity.STOP)) is Severity.STOP
