"""No name and no text of a draft is obeyed by a CI service, or hides anything, in any output."""

from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ET
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.cli import main
from copydesk.cli.guard import Guarded
from copydesk.formats.inert import inert, visible
from copydesk.formats.summary import UNSEEN
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.placed import PlacedEdit, PlacedFix, PlacedRelated
from copydesk.report import FileReport, Report
from tests.formats.ci.helpers import FINDING, RUIS, desk, summary_of, written

FORMATS = tuple(desk().registry.formatters)
COMMANDS = (
    "::set-output name=r::x", "  ::stop-commands::x", "\xa0::add-mask::the", "::",
    "##[set-output name=r]v", "a ##[add-mask]the", "###[x]", "##vso[task.setvariable]x",
    "##teamcity[x]", "x\n::error::y", "x\r::error::y", "x\u2028::error::y", "\x1b[1m::error::y",
)  # fmt: skip
CONTROLS = (
    "\x1b]0;x\x07",
    "\x1b[2J",
    "\x9b2J",
    "\u202etxt.exe",
    "\u2066x\u2069",
    "a\u200bb",
    "\x00",
)
HOSTILE = (*COMMANDS, *CONTROLS)
_OWN = re.compile(r"::(error|warning|notice|group|endgroup)\b")  # what the format github says


def obeyed(text: str) -> list[str]:
    """The lines of a log that a CI service would obey, or that begin like one."""
    return [
        line
        for line in re.split(r"[\r\n]", text)
        if re.match(r"(\s|\x1b\[[\d;]*m)*::", line) or re.search(r"##\w*\[", line)
    ]


def hidden(text: str) -> list[str]:
    return re.findall(f"[\x00-\x08\x0b-\x1f{UNSEEN}]", text)


def report_with(path: str, text: str) -> Report:
    edit = PlacedEdit(RUIS._replace(text=text), text)
    related = PlacedRelated(path, RUIS._replace(text=text), text)
    other = PlacedRelated(f"x{path}", RUIS._replace(text=text), "")
    finding = FINDING._replace(
        path=path, rule=text, message=text, evidence=text, range=RUIS._replace(text=text),
        context=f"{text} {text}", marked=Span(0, len(text)), related=(related, other),
        fixes=(PlacedFix(text, "safe", (edit,)),),
    )  # fmt: skip
    findings = tuple(finding._replace(severity=severity) for severity in Severity) * 6
    problems = (Problem(text, path, text), Problem(text))
    return Report(
        (FileReport(path, findings, problems, 1, text), FileReport(f"{path}2")), (Problem(text),),
        notes=(text,),
    )  # fmt: skip


def of_runner(name: str, text: str) -> list[str]:
    """What is obeyed, but for the commands that the format github is for."""
    found = obeyed(text)
    return [line for line in found if not (name == "github" and _OWN.match(line)
            and not re.search(r"##\w*\[", line))]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_format_says_what_is_obeyed_or_unseen(name: str, text: str) -> None:
    for path in (text, f"{text}.md", "a.md"):
        for screen in (Screen(), Screen(True, 30, 1)):
            load = desk().registry.formatters[name].load
            told = "".join(load()(report_with(path, text), screen))
            assert of_runner(name, told) == []
            assert hidden(re.sub(r"\x1b\[[\d;]*m", "", told) if screen.color else told) == []
    assert of_runner("", summary_of(report_with(text, text))) == []
    assert hidden(summary_of(report_with(text, text))) == []


@pytest.mark.parametrize("text", COMMANDS)
def test_what_programs_read_is_as_it_was(text: str) -> None:
    report = report_with("a.md", text)
    found = json.loads(written("json", report))["findings"][0]
    assert (found["message"], found["rule"]) == (text, text)
    if text.isprintable():
        root = ET.fromstring(written("checkstyle", report).encode())
        assert any(text in one.attrib["source"] for one in root.iter("error"))


NAMES = ("::set-output name=r::pwn", "##[add-mask]the", "\u202egpj\x1b[2J")
WORDS: list[tuple[str, ...]] = [("--format", name) for name in FORMATS]
WORDS += [("-v",), ("--color", "always")]
WORDS += [(option, name) for option in ("--select", "--format") for name in NAMES]
WORDS += [(f"--{name}",) for name in NAMES]


@pytest.mark.parametrize("words", WORDS)
def test_nor_does_a_run(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    for text in NAMES:
        Path(f"{text}.txt").write_text(f"{text} The the minister.\n\n{text}\n", "utf-8")
        Path(f"{text}2.txt").write_bytes(b"\xff\xfe\xfd")
        Path(f"{text}3.md").write_text(f"---\n{text}: [\n---\nThe end.\n\n    {text}\n", "utf-8")
        Path(f"{text}4.md").write_text(f"Fine. <!-- stet-{text} --> It is.\n", "utf-8")
    with suppress(SystemExit):  # a wrong word
        main(["check", *words])
    told = capsys.readouterr()
    name = words[1] if words[0] == "--format" else "text"
    shown = re.sub(r"\x1b\[[\d;]*m", "", told.out) if "always" in words else told.out
    kept = set(hidden(shown)) - set("\u200c\u200d\xad" if name == "html" else "")
    assert of_runner(name, told.out) == []
    assert not kept
    assert obeyed(told.err) == [] == hidden(told.err)
    assert told.out or told.err


@pytest.mark.parametrize(
    "text", ["::set-output name=r::pwn", "##[add-mask]the", "\u202egpj\x1b[2J"]
)
def test_nor_do_other_commands(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    draft = f"{text}.txt"
    Path(draft).write_text(f"{text} The the minister said.\n", "utf-8")
    quoted = json.dumps(text)
    Path("p.toml").write_text(
        f'[rule]\nid = "house/x"\nsummary = {quoted}\nwhy = {quoted}\n[[entry]]\navoid = ["minister"]\n'
        f'use = {quoted}\nnote = {quoted}\ngood = ["x"]\nbad = ["[[minister]]"]\n', "utf-8",
    )  # fmt: skip
    Path("copydesk.toml").write_text(
        f'terms = ["p.toml"]\nexclude = [{quoted}]\n[[override]]\npaths = [{quoted}]\n'
        'ignore = ["house/x"]\n', "utf-8",
    )  # fmt: skip
    for words in (
        ["check", "--diff", draft], ["check", "--diff", "--suggested", draft], ["config", draft],
        ["config"], ["rules"], ["rules", "--format", "json"], ["rules", "--format", "markdown"],
        ["explain", "house/x"], ["explain", text], ["stet", "list"], ["stet", "add", draft, text],
        ["readability", draft], ["readability", "--format", "json", draft], ["style", "show", text],
        ["style", "check", "p.toml"], ["facts", "who", text], ["facts", "check", "p.toml"],
        ["list", draft], ["list", "--json", draft], ["list", "--page", draft], ["stats", draft],
        ["changes", draft], ["baseline", draft], ["report-alarm", draft],
        [text], ["check", "--baseline", text], ["check", "--config", text],
        ["check", "--fix", draft],
    ):  # fmt: skip
        with suppress(SystemExit):  # a wrong word
            main(words)
        told = capsys.readouterr()
        if words[1:2] == ["--diff"]:  # for patch, so only commands are broken
            assert obeyed(told.out) == []
        else:
            assert obeyed(told.out) == [] == hidden(told.out), words
        assert obeyed(told.err) == [] == hidden(told.err), words


PIECES = st.lists(
    st.sampled_from(["::", ":", "##", "#", "[", "vso[", "\n", "\r", "\r\n", " ", "\xa0", "x", "é",
                     "\x1b[1m", "\u202e", "error"]), max_size=12,
)  # fmt: skip


@settings(max_examples=300)
@given(PIECES)
def test_any_pieces_are_inert_and_stay_so(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert obeyed(inert(text)) == []
    assert inert(inert(text)) == inert(text)
    assert len(inert(text).split("\n")) == len(text.split("\n"))


@settings(max_examples=300)
@given(st.lists(PIECES.map("".join), max_size=5))
def test_it_does_not_matter_in_how_many_pieces_it_is_written(texts: list[str]) -> None:
    out = io.StringIO()
    stream = Guarded(out)
    for text in texts:
        stream.write(f"x{text}")
    assert [line for line in obeyed(out.getvalue()) if line.strip().startswith("::")] == []
    assert hidden(out.getvalue().replace("\r\n", "")) == []


def test_text_without_anything_of_the_kind_is_left_as_it_is() -> None:
    text = "## Heading [x]\n\n- C++ std::string # [1]\n# [a]\tcafé\r\n:: "
    assert inert(visible(text)) == text.replace("\n:: ", "\n\\u{3a}: ")
