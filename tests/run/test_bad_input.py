"""Bad files, full disks and broken plugins: the run ends, says why, and keeps the rest."""

from __future__ import annotations

import builtins
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent import futures
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from copydesk import Bad, Document, Edit, Finding, Fix, Related, Rule, Severity, Span, desk
from copydesk.catalogue import Catalogue, RuleInfo, catalogue
from copydesk.cli import main
from copydesk.desk import Desk, Orders
from copydesk.specs import FormatterSpec
from copydesk.terms.pack import read_pack

SECONDS = 300  # a net for what never ends, not a bound
MEMORY = 4 << 30
MILLION = 1_000_000
PACK = """
[rule]
id = "test/house"
summary = "The form of the house."
severity = "stop"
[forms]
Kyiv = ["Kiev"]
"""
STORY = "Talks in Kiev went on.\n"
GOOD = {"a good.txt": [9], "z good.txt": [9]}


class Outcome(NamedTuple):
    status: int
    found: dict[str, list[int]]  # where “Kiev” was found: offsets, or lines of a run apart
    errors: list[str]
    out: str


class Newsroom:
    """A folder with two good drafts, one before and one behind the bad ones."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.write("house.toml", PACK)
        self.write("copydesk.toml", 'terms = ["house.toml"]\ndate = "2025-04-15"\n')
        for name in GOOD:
            self.write(name, STORY)

    def write(self, name: str | bytes, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        Path(os.path.join(self.folder, os.fsdecode(name))).write_bytes(data)

    def check(self, *words: str) -> Outcome:
        """Check the folder; what must hold of every run is looked at here."""
        status = main(["check", "--format", "json", *words])
        out, err = self.capsys.readouterr()
        report = json.loads(out)
        errors = [f"{one['path']}: {one['rule']}: {one['message']}" for one in report["errors"]]
        graver = any(one["severity"] in ("stop", "fix") for one in report["findings"])
        assert status == (2 if errors else int(graver)), err
        assert err.count("\n") == len(errors), err
        found: dict[str, list[int]] = {}
        for one in report["findings"]:
            if one["rule"] == "test/house":
                found.setdefault(one["path"], []).append(one["start"]["offset"])
        assert {name: found.pop(name, []) for name in GOOD} == GOOD
        return Outcome(status, found, errors, out)

    def check_apart(self, *words: str) -> Outcome:
        """Check the folder in a process of its own, with a limit of time and of memory."""
        line = [sys.executable, "-m", "copydesk", "check", "--format", "concise", *words]
        done = subprocess.run(
            line, capture_output=True, text=True, timeout=SECONDS, check=False, cwd=self.folder,
            preexec_fn=_limit_memory if sys.platform == "linux" else None,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr[-2000:]
        assert done.returncode == (2 if done.stderr else 1), done.stderr[-2000:]
        found: dict[str, list[int]] = {}
        for path, number in re.findall(r"(?m)^(.+?):(\d+):\d+: stop test/house", done.stdout):
            found.setdefault(path, []).append(int(number))
        assert {name: found.pop(name, []) for name in GOOD} == {name: [1] for name in GOOD}
        return Outcome(done.returncode, found, done.stderr.splitlines(), done.stdout)


def _limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.fixture
def room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
class TestFiles:
    @pytest.mark.parametrize(
        "content", [b"", b" \t\n\n \r\n", b"\xef\xbb\xbf", b"\n" * 9, "\u3000"]
    )
    def test_nothing_in_it(self, room: Newsroom, suffix: str, content: str | bytes) -> None:
        room.write(f"x.{suffix}", content)
        outcome = room.check()
        assert (outcome.found, outcome.errors) == ({}, [])

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"Talks in\nKi\0ev.", "a NUL byte on line 2 (offset 11)"),
            (b"Talks in\nKiev, caf\xe9.", "not UTF-8: byte 0xe9 on line 2"),
            (b"Kiev \xed\xa0\x80 \xf5", "not UTF-8: byte 0xed on line 1"),
            ("Talks in Kiev.".encode("utf-16-le"), "it looks like UTF-16 without a byte order"),
            ("Talks in Kiev.".encode("utf-16-be"), "it looks like UTF-16 without a byte order"),
            (b"\xff\xfeK\0i\0e", "not UTF-16-LE: byte 0x65 on line 1"),
        ],
    )
    def test_no_text(self, room: Newsroom, suffix: str, content: bytes, message: str) -> None:
        room.write(f"x.{suffix}", content)
        outcome = room.check()
        assert outcome.found == {}
        (error,) = outcome.errors
        assert error.startswith(f"x.{suffix}: : {message}")

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_byte_order_mark(self, room: Newsroom, suffix: str, encoding: str) -> None:
        room.write(f"x.{suffix}", "Die Größe: talks in Kiev.".encode(encoding))
        assert room.check().found == {f"x.{suffix}": [20]}

    @pytest.mark.process
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends(self, room: Newsroom, suffix: str, end: str) -> None:
        room.write(f"x.{suffix}", f"Talks in the east{end}{end}Talks in Kiev.{end}")
        assert room.check_apart().found == {f"x.{suffix}": [3]}

    @pytest.mark.parametrize(
        "head",
        ["<!-- ", "<p title='", "---\ntitle: x\n\n", "+++\nt = 1\n\n", "<b>", "<q>“", "[x]("],
    )
    def test_what_is_opened_and_never_closed(self, room: Newsroom, suffix: str, head: str) -> None:
        room.write(f"x.{suffix}", f"{head}Kiev.\n\nTalks in Kiev.\n")
        outcome = room.check()
        front = suffix == "md" and head[0] in "-+"
        assert (outcome.status == 2) == front, outcome.errors
        if front:
            assert outcome.errors[0].startswith("x.md: : front matter, line 1: no closing ")
            assert outcome.found["x.md"][-1] == len(f"{head}Kiev.\n\nTalks in ")


@pytest.mark.parametrize(
    ("fence", "field", "line"),
    [("---", "tags: [a, b", 3), ("---", "a: 'b", 3), ("---", "\tx: y", 3), ("---", "a: b: c", 3),
     ("+++", "tags = [1,", 3), ("+++", "x y = 1", 3), ("+++", "a = Kiev", 3)],
)  # fmt: skip
def test_broken_front_matter(room: Newsroom, fence: str, field: str, line: int) -> None:
    title = "title: x" if fence == "---" else 'title = "x"'
    head = f"{fence}\n{title}\n{field}\n{fence}\n\n"
    room.write("x.md", f"{head}Talks in Kiev.\n")
    outcome = room.check()
    assert outcome.found["x.md"][-1] == len(head) + 9
    (error,) = outcome.errors
    assert re.match(rf"x\.md: : front matter, line {line}\b", error), error


class TestPlaces:
    def test_a_file_that_is_gone_when_it_is_read(
        self, room: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        room.write("x.md", STORY)
        found = desk.draft_bytes

        def read(path: str, bounds: str) -> bytes:
            Path("x.md").unlink(missing_ok=True)
            return found(path, bounds)

        monkeypatch.setattr(desk, "draft_bytes", read)
        assert room.check().errors == [
            "x.md: : the file is not there (a broken link, or it was moved away)"
        ]

    def test_a_file_that_may_not_be_read(
        self, room: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        room.write("x.md", STORY)
        real = builtins.open

        def refuse(file: Any, *rest: Any, **more: Any) -> Any:
            if str(file).endswith("x.md"):
                raise PermissionError(13, "Permission denied", file)
            return real(file, *rest, **more)

        monkeypatch.setattr(builtins, "open", refuse)
        assert room.check().errors == ["x.md: : no permission to read the file"]

    @pytest.mark.process
    def test_links_folders_and_pipes(self, room: Newsroom) -> None:
        Path("one.txt").symlink_to("two.txt")
        Path("two.txt").symlink_to("one.txt")
        Path("gone.txt").symlink_to("nowhere.txt")
        Path("x.md").mkdir()
        room.write("x.md/y.md", STORY)
        Path("x.md/loop").symlink_to("..")
        os.mkfifo("pipe.txt")
        for jobs in ("1", "2"):
            outcome = room.check_apart("--jobs", jobs)
            assert outcome.found == {"x.md/y.md": [1]}
            assert [line.split(": ")[1:3] for line in outcome.errors] == [
                ["gone.txt", "the file is not there (a broken link, or it was moved away)"],
                ["one.txt", "the link leads back to itself"],
                ["pipe.txt", "cannot be read"],
                ["two.txt", "the link leads back to itself"],
            ]

    @pytest.mark.parametrize("form", ["json", "text", "concise"])
    def test_names_and_copy_that_act_on_a_terminal(self, room: Newsroom, form: str) -> None:
        names = [b"\x1b[2J.txt", b"caf\xe9.md", b"new\nline.txt", b"\x9b31m.html", "‮x.txt".encode()]
        for name in names:
            room.write(name, "\x1b[31mKiev\x1b]0;title\x07 \x9b2J\u202e in Kiev \x08\x08.\n")
            room.write(b"bad" + name, b"\xff")
        assert len(room.check().errors) == 5
        assert main(["check", "--format", form, "--color", "never"]) == 2
        written = "".join(room.capsys.readouterr())
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", written)
        assert written.count("Kiev") >= 5

    @pytest.mark.process
    def test_bad_files_among_good_ones_in_two_processes(self, room: Newsroom) -> None:
        for number in range(9):
            room.write(f"bad {number}.txt", b"Kiev \xff")
            room.write(f"fine {number}.html", STORY)
        outcome = room.check("--jobs", "2")
        assert outcome == room.check("--jobs", "1")
        assert (len(outcome.errors), len(outcome.found)) == (9, 9)

    def test_no_more_processes_than_drafts(
        self, room: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []

        class Pool(futures.ThreadPoolExecutor):
            def __init__(self, workers: int, **more: Any) -> None:
                asked.append(workers)
                super().__init__(min(workers, 2), **more)

        monkeypatch.setattr(futures, "ProcessPoolExecutor", Pool)
        room.check("--jobs", "5000")
        assert asked == [len(GOOD)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "unit", "times"),
    [
        *(("md", one, MILLION) for one in ("[", "*", "<", "`")),
        *(("html", one, MILLION) for one in ("<", "&", "‘")),
        *(("txt", one, MILLION) for one in ("(", '"', "[", ".", "…", "— ")),
        *((suffix, "the ", MILLION) for suffix in ("txt", "md", "html")),
        *(("html", one, 100_000) for one in ("<div>", "<b>", "<!--", "<a b='", "&#", "<li>“a ")),
        *(
            ("md", one, 100_000)
            for one in (">", "- ", "![", "[a](", "> “a\n", "{{< ", "1. a\n", "“")
        ),
        *(("txt", one, 100_000) for one in ("“a ‘b ", '" a', "a@b.", "http://", "ok. ")),
        ("txt", "Kiev ", 30_000),
    ],
)
def test_endless_runs(room: Newsroom, suffix: str, unit: str, times: int) -> None:
    room.write(f"x.{suffix}", f"Talks in Kiev ended.\n\n{unit * times}")
    outcome = room.check_apart("--jobs", "1")
    assert outcome.errors == []
    assert outcome.found[f"x.{suffix}"][0] == 1
    assert len(outcome.found[f"x.{suffix}"]) == (times + 1 if "Kiev" in unit else 1)


SENTENCE = "The harbour master told reporters on Tuesday that “nobody was hurt” in the storm. "


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "before", "line"),
    [
        ("one line.txt", "", SENTENCE),
        ("lines.txt", "", f"{SENTENCE * 5}\n\n"),
        ("x.md", "# Storm\n\n", f"{SENTENCE * 5}\n\n"),
        ("x.html", "<html><body><article>", f"<p>{SENTENCE * 5}</p>\n"),
    ],
)
def test_twenty_megabytes(room: Newsroom, name: str, before: str, line: str) -> None:
    prose = line * (20_000_000 // len(line.encode()))
    room.write(name, f"{before}{prose}Talks in Kiev.\n")
    assert len(room.check_apart("--jobs", "1").found[name]) == 1


@pytest.mark.slow
def test_ten_thousand_findings(room: Newsroom) -> None:
    room.write("x.txt", "Talks in the east\n\n" + "Talks in Kiev went on, and on. " * 10_000)
    outcome = room.check()
    assert outcome.found == {"x.txt": [19 + 9 + 31 * number for number in range(10_000)]}
    for form in ("text", "concise"):
        assert main(["check", "--format", form]) == 1
        assert "Traceback" not in room.capsys.readouterr().err


def test_findings_in_one_sentence_do_not_each_keep_a_copy_of_it(room: Newsroom) -> None:
    text = "Talks in the east\n\n" + "of Kiev " * 500
    found = Desk(Orders(cache=os.environ["COPYDESK_CACHE_DIR"])).check_bytes("x", text.encode())
    assert len(found.findings) >= 500
    assert len({id(one.context) for one in found.findings}) == 1


def test_a_pattern_that_never_ends_is_named(room: Newsroom) -> None:
    entry = (
        '[[entry]]\nmatch = ["start (?:x|xx)+[yz]"]\nneeds = ["start"]\nuse = "y"\n'
        'good = ["y"]\nbad = ["[[start xxy]]"]\n'
    )
    room.write("house.toml", PACK.replace("[forms]", entry + "[forms]"))
    room.write("x.txt", "Talks in Kiev: start " + "x" * 400)
    outcome = room.check()
    assert outcome.found == {"x.txt": [9]}
    (error,) = outcome.errors
    assert error.startswith(
        "x.txt: test/house: the pattern 'start (?:x|xx)+[yz]' (house.toml:6) took"
    )


class Broken(Rule):
    """Breaks on the drafts called x."""

    id = "test/broken"
    severity = Severity.ASK
    examples = ()
    act: Callable[[Rule], Iterable[Any]]

    def check(self, doc: Document) -> Iterable[Finding]:
        return type(self).act(self) if doc.path.startswith("x") else []


def stops(error: BaseException) -> Callable[[Rule], Iterable[Any]]:
    def act(rule: Rule) -> Iterable[Any]:
        yield rule.find((0, 1), "Before it broke.")
        raise error

    return act


FAR = Span(0, 999)


@pytest.mark.parametrize(
    "act",
    [
        stops(ZeroDivisionError("one over none")), stops(RecursionError()), stops(MemoryError()),
        stops(SystemExit(0)), lambda rule: None, lambda rule: ["no finding"],
        lambda rule: [rule.find((0, 999), "Too far.")],
        lambda rule: [rule.find((0, 1), "x", related=[Related(FAR, "x")])],
        lambda rule: [rule.find((0, 1), "x", fixes=[Fix("x", (Edit(FAR, "y"),), "safe")])],
        lambda rule: [rule.find((0, 1), None)],
        lambda rule: [rule.find((0, 1), "x")._replace(severity="stop")],
    ],
)  # fmt: skip
def test_a_broken_rule_of_a_plugin(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, act: Callable[[Rule], Iterable[Any]]
) -> None:
    room.write("x.md", STORY)
    kind = type("Kind", (Broken,), {"act": staticmethod(act)})
    info = RuleInfo(
        "test/broken", Severity.ASK, "x", True, ("en",), home="x:y", parts=("check",), loaded=kind
    )
    _give(monkeypatch, lambda known: known._replace(rules=(*known.rules, info)))
    outcome = room.check()
    assert outcome.found == {"x.md": [9]}
    (error,) = outcome.errors
    assert error.startswith("x.md: test/broken: the rule crashed: ")


def _give(monkeypatch: pytest.MonkeyPatch, change: Callable[[Catalogue], Catalogue]) -> None:
    monkeypatch.setattr(desk, "catalogue", lambda cache: change(catalogue(cache)))


def test_a_broken_formatter_of_a_plugin(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> Any:
        return lambda report, screen: report.no_such_thing

    spec = FormatterSpec("broken", "x", load)
    _give(monkeypatch, lambda known: known._replace(formatters=(*known.formatters, spec)))
    assert main(["check", "--format", "broken"]) == 2
    assert "no_such_thing" in room.capsys.readouterr().err


@pytest.mark.process
@pytest.mark.parametrize("end", ["> /dev/full", ">&-", "2>&-", "- <&-"])
def test_a_full_disk_and_closed_streams(room: Newsroom, end: str) -> None:
    room.write("b.txt", b"\xff")
    done = subprocess.run(
        f"{sys.executable} -m copydesk check {end}", shell=True, capture_output=True, text=True,
        timeout=SECONDS, check=False, cwd=room.folder,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "hex", "no such", "ascii"])
def test_encodings_that_cannot_serve(room: Newsroom, encoding: str) -> None:
    status = main(["check", "--encoding", encoding, "--", "a good.txt"])
    out, err = room.capsys.readouterr()
    assert (status, "Kiev" in out) == ((1, True) if encoding == "ascii" else (2, False))
    assert "failed on this draft" not in err


def _units() -> list[tuple[str, str, str]]:
    """For every rule and pack that comes with copydesk: its name, copy it faults, a suffix."""
    known = catalogue("")
    units = []
    for info in known.rules:
        kind = info.rule_class()
        bad = [one for one in kind.examples if isinstance(one, Bad)] if kind is not None else []
        if bad:
            units.append((info.id, bad[0].text, {"markdown": "md"}.get(bad[0].format, "txt")))
    for shipped in known.packs:
        path = Path(getattr(shipped, "file", shipped))
        bads = [
            one.text for bad in read_pack(path.name, path.read_text("utf-8")).bad for one in bad
        ]
        units.append((path.stem, " ".join(bads[:: max(1, len(bads) // 20)]), "txt"))
    return [(name, re.sub(r"\[\[|\]\]", "", text), suffix) for name, text, suffix in units]


@pytest.mark.slow
@pytest.mark.parametrize("layout", [" ", "\n\n", ", "], ids=["sentences", "paragraphs", "clauses"])
@pytest.mark.parametrize(("name", "text", "suffix"), _units(), ids=lambda value: value[:24])
def test_no_rule_takes_time_that_grows_with_the_square(
    name: str, text: str, suffix: str, layout: str
) -> None:
    if layout == ", ":
        text = re.sub(r"[.!?]+(?=\W)", ",", text).rstrip(".!? ")
    checker = Desk(Orders(date="2025-04-15", cache=os.environ["COPYDESK_CACHE_DIR"]))
    small, large = [], []

    def timed(size: int) -> float:
        copy = (text + layout) * (size // len(text + layout) + 1)
        start = time.process_time()
        report = checker.check_bytes(f"x.{suffix}", copy.encode())
        assert not report.problems
        return time.process_time() - start

    for _ in range(3):  # a busy machine may slow down one of them
        small.append(timed(10_000))
        large.append(timed(60_000))
        if min(large) < 12 * min(small) + 0.2:
            return
    pytest.fail(f"{name}: {small}, {large}")
