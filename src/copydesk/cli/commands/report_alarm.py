"""``copydesk report-alarm``: an anonymised example of a false alarm, for a bug report."""

from __future__ import annotations

import os
import sys
from functools import partial

from copydesk.alarm.example import example_of
from copydesk.alarm.write import Setting, as_markdown
from copydesk.cli.commands.check import settings_of
from copydesk.cli.commands.explain import named
from copydesk.cli.gate import discovered
from copydesk.cli.options import (
    config_option,
    date_option,
    max_size_option,
    preview_option,
    style_option,
    whole_number,
)
from copydesk.cli.outputs import write_text
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.files.decode import DecodeError
from copydesk.files.find_up import find_baseline
from copydesk.files.read import draft_bytes
from copydesk.formats.summary import counted, harmless, one_line, quoted
from copydesk.model.errors import DataError
from copydesk.registry.loader import BUILT_IN
from copydesk.registry.registry import HOUSE_TERMS
from copydesk.run.linter import Linter
from copydesk.run.options import RunOptions
from copydesk.run.runner import run
from copydesk.run.settings import Reading
from copydesk.stet.inline import UNUSED

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace
    from collections.abc import Sequence

    from copydesk.document.date import StoryDate
    from copydesk.files.discover import Draft
    from copydesk.hooks.specs import ParserSpec
    from copydesk.model.placed import PlacedFinding
    from copydesk.registry.registry import Registry

_LISTED, _SHOWN = 20, 60  # findings, and characters of their words, in a list

_EXAMPLE = """\
examples:
  copydesk report-alarm story.md sentence/doubled-word
  copydesk report-alarm story.md doubled "for for"      one of several findings
  copydesk report-alarm story.md orphan --line 12 --around 1

It prints as little of the draft as the finding needs, with names, numbers and addresses
replaced, ready to paste into the form for false alarms. Nothing is sent or saved."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk report-alarm``."""
    parser.set_defaults(
        command=report_alarm, profile="", select=[], ignore=[], encoding="", final=False
    )
    parser.epilog = _EXAMPLE
    add = parser.add_argument
    add("draft", metavar="FILE", help="the draft")
    add("rule", metavar="RULE", help="the rule, or part of its name")
    add("words", metavar="WORDS", nargs="?", default="", help="the words the rule flags")
    add("--line", type=int, default=0, metavar="N", help="the line of the finding")
    add("--around", type=whole_number(0, "number of paragraphs"), default=0, metavar="N",
        help="also keep this many paragraphs before and after, names replaced")  # fmt: skip
    style_option(parser)
    preview_option(parser)
    date_option(parser)
    max_size_option(parser)
    config_option(parser)


def report_alarm(arguments: Namespace) -> int:
    """Print an example of one finding of a draft."""
    arguments.paths = [arguments.draft]
    linter = Linter(settings_of(arguments))
    rules = named(arguments.rule, list(linter.prepared_for(arguments.draft).registry.rules))
    draft = _draft(linter, arguments.draft)
    findings = [one for one in _findings(linter, draft) if one.rule in rules]
    if not findings:
        raise DataError(_nothing(rules, linter, arguments))
    fitting = _fitting(findings, arguments.words, arguments.line)
    if len(fitting) == 1:
        write_text(_written(linter, draft, fitting[0], arguments.around), "")
        say("read it before you paste it: copydesk cannot know what is confidential")
        return FOUND_NOTHING
    _list(fitting or findings, "several findings fit" if fitting else "no finding fits")
    return WENT_WRONG


def _draft(linter: Linter, name: str) -> Draft:
    """The draft that was named, if an example can be made of it.

    Raises:
        DataError: it is not one draft, or not a text.
    """
    if name == "-" or os.path.isdir(name):
        raise DataError(f"{name}: name one draft, which must be a file")
    found = discovered(linter, [name])
    if found.problems or not found.drafts:
        problem = str(found.problems[0]) if found.problems else f"{name}: not a draft"
        raise DataError(problem)
    spec = linter.registry.parser_for(found.drafts[0].path)
    if spec.load_bytes is not None:
        raise DataError(
            f"{name}: {spec.name} is a binary format, and an example must be text; "
            "copy the paragraph into a text file and use that"
        )
    return found.drafts[0]


def _findings(linter: Linter, draft: Draft) -> list[PlacedFinding]:
    """What ``check`` reports on a draft.

    Raises:
        DataError: the draft cannot be checked.
    """
    options = RunOptions(jobs=1, cache=False, baseline=find_baseline(os.curdir) or "")
    report = run(linter, [draft], options)
    if report.all_problems and not report.findings:
        raise DataError(str(report.all_problems[0]))
    return report.findings


def _fitting(findings: Sequence[PlacedFinding], words: str, line: int) -> list[PlacedFinding]:
    """The findings on those words and that line; either may be empty."""
    on_line = [one for one in findings if line in (0, one.range.start.line)]
    words = " ".join(words.split())
    same = [one for one in on_line if _words(one) == words]
    return same or [one for one in on_line if words.lower() in _words(one).lower()]


def _words(finding: PlacedFinding) -> str:
    return " ".join(finding.range.text.split())


def _list(findings: Sequence[PlacedFinding], why: str) -> None:
    """List findings on standard error by line, words and rule."""
    say(f"{why}; give the words, or the line with --line:")
    for one in findings[:_LISTED]:
        words = one_line(_words(one))
        cut = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
        print(f"  line {one.range.start.line}: {quoted(cut)} ({one.rule})", file=sys.stderr)
    if len(findings) > _LISTED:
        print(f"  and {counted(len(findings) - _LISTED, 'more finding')}", file=sys.stderr)


def _nothing(rules: Sequence[str], linter: Linter, arguments: Namespace) -> str:
    """Why there is no finding to report."""
    prepared = linter.prepared_for(arguments.draft)
    infos = [prepared.registry.rules[rule] for rule in rules]
    if all("sight" in one.parts for one in infos):
        return (
            f"{rules[0]} compares drafts: its findings need both of them, "
            "so there is no example of one draft"
        )
    name = rules[0] if len(rules) == 1 else arguments.rule
    told = f"{harmless(arguments.draft)}: check reports no finding of {name}"
    severities = prepared.rules_for(arguments.draft).severities
    return told if any(rule in severities for rule in rules) else f"{told}, which is not selected"


def _written(linter: Linter, draft: Draft, finding: PlacedFinding, around: int) -> str:
    """The example of a finding, as Markdown.

    Raises:
        DataError: the draft by itself does not have the finding.
    """
    try:
        data = draft_bytes(draft.file, draft.bounds)
        decoded, parse, spec = linter.open(draft.path, data)
    except (OSError, DecodeError) as error:
        raise DataError(f"{draft.path}: {error}") from None
    date = linter.examine(draft.path, parse, decoded.text)[0].date
    reading = Reading(date=date.day.isoformat(), alone=True)
    look = partial(linter.examine, draft.path, parse, reading=reading)
    is_in_draft = finding.range.text or finding.rule != UNUSED  # else it is about the ledger
    example = is_in_draft and example_of(finding, decoded.text, spec.name, look, around)
    if not example:
        raise DataError(
            f"{finding.rule}: this finding depends on more than the draft, "
            "so there is no example of it"
        )
    return as_markdown(example, _setting(linter, draft, finding.rule, date, spec))


def _setting(linter: Linter, draft: Draft, rule: str, date: StoryDate, spec: ParserSpec) -> Setting:
    prepared = linter.prepared_for(draft.path)
    choice, registry = prepared.choice_for(draft.path), prepared.registry
    styles = registry.table.styles
    style = next((one.name for one in styles if choice.style in (one.name, one.path)), "")
    options = choice.options.get(rule, {})
    return Setting(
        date.day.isoformat(),
        date.origin,
        spec.name,
        spec.suffixes[0] if spec.suffixes else "",
        style if choice.style else "",
        _owner(registry, rule),
        ", ".join(f"{key} = {value!r}" for key, value in sorted(options.items())),
        registry.rules[rule].preview,
    )


def _owner(registry: Registry, rule: str) -> str:
    """Where a rule comes from; empty if it comes with copydesk."""
    info = registry.rules[rule]
    if info.home:
        return "" if info.plugin in BUILT_IN else info.plugin
    from copydesk.terms.pack import read_pack

    others = (one for one in registry.pack_files if not one.own)
    packs = (read_pack(one.path, one.content.decode("utf-8-sig")) for one in others)
    defined = {pack.header.id for pack in packs if pack.header is not None}
    return "a pack that is not part of copydesk" if rule in {*defined, HOUSE_TERMS} else ""
