"""Overrides in every format: where they are read, what they hold, and what a slip is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk import check_text
from copydesk.cli import main
from copydesk.model.placed import PlacedFinding

RULE = "spelling/house-form"
STET = f"stet: {RULE}: the name of the dish"


def found(text: str, path: str) -> list[PlacedFinding]:
    forms = {"md": "markdown", "mdx": "markdown", "html": "html", "txt": "text"}
    form = forms[path.rpartition(".")[2]]
    report = check_text(text, format=form, path=path, date="2025-04-15")
    return list(report.files[0].findings)


def lines(text: str, path: str) -> list[tuple[int, str]]:
    return [(one.range.start.line, one.rule) for one in found(text, path)]


HELD = [
    ("a.mdx", f"{{/* {STET} */}}\n\nTalks in Kiev went on.\n"),
    ("a.mdx", f"Talks in Kiev went on. {{/* {STET} */}}\n\nTalks went on.\n"),
    ("a.mdx", f"- Talks in Kiev {{/* {STET} */}}\n- Talks went on.\n"),
    ("a.mdx", f"| a | b |\n|---|---|\n| in Kiev {{/* {STET} */}} | more |\n"),
    ("a.md", f"[//]: # ({STET})\n\nTalks in Kiev went on.\n"),
    ("a.md", f'[//]: # "{STET}"\n\nTalks in Kiev went on.\n'),
    ("a.md", f"[//]: <> ({STET})\nTalks in Kiev went on.\n"),
    ("a.md", f"[comment]: # ({STET})\n\nTalks in Kiev went on.\n"),
    ("a.md", f"Talks went on.\n[//]: # ({STET})\n\nTalks in Kiev went on.\n"),
    ("a.md", f"- One.\n\n  [//]: # ({STET})\n\n  Talks in Kiev went on.\n"),
    ("a.md", f"> [//]: # ({STET})\n>\n> Talks in Kiev went on.\n"),
    ("a.md", f"- Talks in Kiev <!-- {STET} -->\n- Talks went on.\n"),
    ("a.md", f"- <!-- {STET} --> Talks in Kiev\n- Talks went on.\n"),
    ("a.md", f"| a | b |\n|---|---|\n| one | in Kiev <!-- {STET} --> |\n"),
    ("a.md", f"Talks in *Kiev* <!-- {STET} -->\n\nTalks went on.\n"),
    ("a.md", f"{{{{/* {STET} */}}}}\n\nTalks in Kiev went on.\n"),
    ("a.md", f"{{# {STET} #}}\n\nTalks in Kiev went on.\n"),
    ("a.md", f"---\n# {STET}\ntitle: In Kiev\n---\nTalks went on.\n"),
    ("a.md", f"---\ndate: 2025-01-01\ntitle: In Kiev  # {STET}\n---\nTalks went on.\n"),
    ("a.md", f'---\ntitle: "In Kiev # one"  #{STET}\n---\nTalks went on.\n'),
    ("a.md", f"+++\n# {STET}\ntitle = 'In Kiev'\n+++\nTalks went on.\n"),
    ("a.md", f"+++\ntitle = 'In Kiev' # {STET}\ndeck = 'Talks went on'\n+++\nTalks went on.\n"),
    ("a.html", f"<!-- {STET} --><p>Talks in Kiev went on.</p>"),
    ("a.html", f"{{# {STET} #}}\n<p>Talks in Kiev went on.</p>"),
    ("a.html", f"<table><tr><td>in Kiev <!-- {STET} --><td>more</table>"),
    ("a.md", "[//]: # (stet-off)\n\nIn Kiev.\n\nIn Kiev.\n\n{/* stet-on */}\n\nTalks went on.\n"),
]


@pytest.mark.parametrize(("path", "text"), HELD)
def test_an_override_holds_and_is_no_copy(path: str, text: str) -> None:
    bare = text.replace("stet", "note", 1) if "stet-o" in text else text.replace(STET, "a note")
    assert RULE in [rule for _, rule in lines(bare, path)]
    assert lines(text, path) == []


NOT_HELD = [
    ("a.md", f"Talks in Kiev.\n\n<!-- {STET} -->\n\nTalks in Kiev.\n", [1]),
    ("a.html", f"<p>In Kiev.</p><!-- {STET} --><p>Talks in Kiev.</p>", [1]),
    ("a.md", f"| a | b |\n|---|---|\n| in Kiev | in Kiev <!-- {STET} --> |\n", [3]),
    ("a.md", f"```\n[//]: # ({STET})\n```\n\nTalks in Kiev.\n", [5]),
    ("a.md", f'---\ntitle: "In Kiev # {STET}"\n---\nTalks went on.\n', [2]),
]


@pytest.mark.parametrize(("path", "text", "where"), NOT_HELD)
def test_what_is_not_meant_stands(path: str, text: str, where: list[int]) -> None:
    assert [line for line, rule in lines(text, path) if rule == RULE] == where


MISTYPED = [
    (f"stett: {RULE}: x", "There is no override “stett”; did you mean “stet”?"),
    (f"sted: {RULE}: x", "There is no override “sted”; did you mean “stet”?"),
    (f"STET: {RULE}: x", "There is no override “STET”; did you mean “stet”?"),
    ("stet-of", "There is no override “stet-of”; did you mean “stet-off”?"),
    ("stet_off", "There is no override “stet_off”; did you mean “stet-off”?"),
    ("stet off", "There is no override “stet off”; did you mean “stet-off”?"),
    ("stet-files: x: y", "There is no override “stet-files”; did you mean “stet-file”?"),
    (f"stet {RULE}", f"A colon is missing; write “stet: {RULE}: REASON”."),
    (f"stet {RULE} a dish", f"A colon is missing; write “stet: {RULE}: a dish”."),
    ("stet spelling", "A colon is missing; write “stet: spelling: REASON”."),
    ("stet", "It names no rule and no reason; write “stet: RULE: REASON”."),
    ("stet the dish", "It names no rule and no reason; write “stet: RULE: REASON”."),
    ("stet: speling/house-form: x", f"There is no rule “speling/house-form”; did you mean “{RULE}”?"),
    ("stet: the dish", "There is no rule “the dish”."),
]  # fmt: skip


@pytest.mark.parametrize(("body", "why"), MISTYPED)
@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("a.md", "<!-- {} -->\n\nTalks in Kiev went on.\n"),
        ("a.mdx", "{{/* {} */}}\n\nTalks in Kiev went on.\n"),
        ("a.md", "[//]: # ({})\n\nTalks in Kiev went on.\n"),
        ("a.md", "---\n# {}\ntitle: In Kiev\n---\n"),
        ("a.html", "<!-- {} --><p>Talks in Kiev went on.</p>"),
    ],
)
def test_a_slip_is_told_and_holds_nothing(path: str, form: str, body: str, why: str) -> None:
    text = form.format(body)
    own, stands = sorted(found(text, path), key=lambda one: one.rule != "stet/unused")
    assert (own.rule, own.evidence) == ("stet/unused", why)
    assert stands.rule == RULE
    assert body in own.range.text
    assert not any(fix.safety == "safe" for fix in own.fixes)


@pytest.mark.parametrize(
    "body",
    ["test: x", "set: x", "status: draft", "state", "step 2", "start", "stem: x", "sets", "s"],
)
def test_other_notes_are_left_alone(body: str) -> None:
    assert lines(f"<!-- {body} -->\n\nTalks went on.\n", "a.md") == []


@pytest.mark.parametrize(
    ("path", "text"), [(path, text) for path, text in HELD if "\n" in text and "stet-o" not in text]
)
def test_fixes_keep_overrides(path: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / path
    fault = "\n<p>It was recieved.</p>\n" if path.endswith("html") else "\nIt was recieved.\n"
    if "|" in text:
        fault = f"\n{fault}"
    file.write_text(text + fault, "utf-8")
    assert main(["check", "--fix", "--suggested", "--date", "2025-04-15", str(file)]) == 0
    assert file.read_text("utf-8") == text + fault.replace("recieved", "received")


def test_a_slip_in_the_name_of_a_rule_is_mended_only_when_asked(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    text = "<!-- stet: spelling/house-from: the dish -->\n\nTalks in Kiev went on.\n"
    file.write_text(text, "utf-8")
    main(["check", "--fix", "--select", "stet", "--date", "2025-04-15", str(file)])
    assert file.read_text("utf-8") == text
    main(["check", "--fix", "--suggested", "--select", "stet,spelling/house-form", str(file)])
    assert f"<!-- stet: {RULE}: the dish -->" in file.read_text("utf-8")
