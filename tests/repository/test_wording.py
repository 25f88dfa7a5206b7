"""What copydesk says reads like a newsroom: none of the phrases of tests/data/wording.toml.

Every text has a name: ``rule a/b`` for what a rule says of itself and finds in its own
examples, ``help COMMAND`` for help, ``page FILE`` for the pages.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from copydesk.cli import main
from copydesk.cli.arguments import COMMANDS, parser_of
from copydesk.engine import check
from copydesk.model.findings import Finding
from copydesk.model.style import Style
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.rules.rule import Bad, Rule
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.terms.pack import Pack, read_pack
from copydesk.testing.pack_examples import date_of, rules_of
from copydesk.testing.rule_examples import document, read_marks, set_up

ROOT = Path(__file__).resolve().parents[2]
WORDING = tomllib.loads((ROOT / "tests/data/wording.toml").read_text("utf-8"))
WAITING = tuple(WORDING["waiting"])
PATTERNS = [(re.compile(one["match"], re.I), one) for one in WORDING["pattern"]]
CATALOGUE = contributions("")
REGISTRY = Registry(CATALOGUE)
CLASSES = [info for info in CATALOGUE.rules if info.home and not info.unavailable]
PACKS = [read_pack(file.path, file.content.decode()) for file in REGISTRY.pack_files]
PAGES = [
    *sorted((ROOT / "docs").glob("*.md")),
    *(
        ROOT / name
        for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")
    ),
    *(ROOT / name for name in ("RELEASING.md", "changes/README.md")),
    *sorted((ROOT / ".github").rglob("*.md")),
    *sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml")),
]
MOST = 40  # entries of one pack that are tried: in long lists all say the same

_QUOTED = re.compile(r"“[^“”]*”")
_CODE = re.compile(r"``[^`]+``|`[^`]+`|<!--.*?-->", re.S)
_FENCE = re.compile(r"^(`{3,}).*?^\1\s*$", re.M | re.S)


class Text(NamedTuple):
    """A text that readers see, and where it comes from."""

    name: str
    words: str


def own_words(text: str) -> str:
    """A text in one line, without what it quotes and without code."""
    text = _CODE.sub("…", _FENCE.sub("", text))
    while _QUOTED.search(text):
        text = _QUOTED.sub("…", text)
    return " ".join(text.split())


def faults(text: Text) -> list[str]:
    plain = own_words(text.words)
    return [
        f"{text.name}: {match[0]!r} in {plain[max(0, match.start() - 40) : match.end() + 40]!r}: "
        f"{one['reason']}"
        for pattern, one in PATTERNS
        for match in pattern.finditer(plain)
    ]


def said(finding: Finding) -> Iterator[str]:
    """The texts of a finding."""
    yield from (finding.message, finding.evidence)
    yield from (fix.title for fix in finding.fixes)
    yield from (one.message for one in finding.related)


def found(kind: type[Rule], example: Bad) -> tuple[Finding, ...]:
    """What a rule by itself finds in one of its bad examples."""
    name = example.style.get("name", "example" if example.style else "")
    settings = {key: value for key, value in example.style.items() if key != "name"}
    rule = set_up(kind, example.options, Style(name, (name,) if name else (), settings))
    rules = RuleSet(
        (LazyRule.ready(rule),), {kind.id: kind.severity}, table=REGISTRY.table,
        styles=frozenset(rule.style.chain), known=frozenset({kind.id}),
    )  # fmt: skip
    text = read_marks(example.text).text
    return check(document(text, example.format, example.date, example.final), rules).findings


def of_rule(kind: type[Rule]) -> Iterator[Text]:
    name = f"rule {kind.id}"
    options = [option.doc for option in kind.options]
    yield from (Text(name, one) for one in (kind.summary(), kind.reason(), kind.source, *options))
    for example in kind.examples:
        if isinstance(example, Bad):
            yield from (Text(name, one) for each in found(kind, example) for one in said(each))


def of_pack(pack: Pack) -> Iterator[Text]:
    """What a pack says of its rule, and finds in the bad examples of its first entries."""
    if pack.header is not None:
        header = pack.header
        for one in (header.summary, header.why, header.source):
            yield Text(f"rule {header.id}", one)
    rules = rules_of(pack)
    for index, entry in enumerate(pack.entries[:MOST]):
        for example in pack.bad[index]:
            text = read_marks(example.text).text
            for each in check(document(text, date=date_of(entry, example)), rules).findings:
                yield from (Text(f"rule {entry.rule}", one) for one in said(each))


def parsers(name: str) -> Iterator[argparse.ArgumentParser]:
    """The parser of a command, and those of its own commands."""
    parser = parser_of(name)
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from dict.fromkeys(action.choices.values())


@cache
def all_rules() -> tuple[Text, ...]:
    texts = [text for info in CLASSES for text in of_rule(info.rule_class())]
    return (*texts, *(text for pack in PACKS for text in of_pack(pack)))


def tried(texts: Iterator[Text] | tuple[Text, ...]) -> list[str]:
    return [fault for one in texts if not one.name.startswith(WAITING) for fault in faults(one)]


@pytest.mark.parametrize("one", WORDING["pattern"], ids=lambda one: one["wrong"][0])
def test_a_pattern_hits_the_wrong_and_not_the_right(one: dict[str, Any]) -> None:
    pattern = re.compile(one["match"], re.I)
    assert one["reason"].endswith(".")
    assert one["wrong"]
    assert one["right"]
    assert [text for text in one["wrong"] if not pattern.search(own_words(text))] == []
    assert [text for text in one["right"] if pattern.search(own_words(text))] == []


def test_quoted_words_and_code_are_not_tried() -> None:
    text = "Say “it stands “twice” in”, `mend it`, ``a blank`` and\n```\nspeaks of\n```\nno more."
    assert own_words(text) == "Say …, …, … and no more."


def test_rules_and_findings() -> None:
    assert tried(all_rules()) == []


def test_every_rule_finds_something_to_read() -> None:
    names = {text.name for text in all_rules()}
    assert {f"rule {info.id}" for info in CLASSES} <= names
    assert len(all_rules()) > 5 * len(CLASSES)


@pytest.mark.parametrize("name", COMMANDS)
def test_help(name: str) -> None:
    helped = [Text(f"help {name}", parser.format_help()) for parser in parsers(name)]
    assert "usage:" in helped[0].words
    assert tried(tuple(helped)) == []


def test_main_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert tried((Text("help ", capsys.readouterr().out),)) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_pages(page: Path) -> None:
    assert tried((Text(f"page {page.name}", page.read_text("utf-8")),)) == []


def test_a_witness_is_not_quoted_twice() -> None:
    doubled = [one for one in all_rules() if re.search("““|””", one.words)]
    assert [one for one in doubled if not one.name.startswith(WAITING)] == []
