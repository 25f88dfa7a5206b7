"""Reports that the tests of formats share."""

from __future__ import annotations

import re
from functools import cache

from copydesk.engine.place import Lines
from copydesk.explain.library import rulebook
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.placed import PlacedEdit, PlacedFinding, PlacedFix, PlacedRelated
from copydesk.report import FileReport, Report
from copydesk.report.story import RuleHelp
from copydesk.run.linter import Linter
from copydesk.run.settings import Reading, RunSettings

DATE = "2025-04-15"


# Letters of one to four bytes before the words, line ends of both kinds, a mark.
COPY = (
    "Talks resume in the east\r\n\r\n"
    "𐐀é — Talks in Kiev went on, “and Kiev waits”, they said at the café.\r\n\r\n"
    "The minister said the the plan of Kiev was not final, they added.\n"
)


@cache
def desk() -> Linter:
    return Linter(RunSettings(date=DATE))


@cache
def help_on(rules: frozenset[str]) -> tuple[RuleHelp, ...]:
    return rulebook(desk().registry, rules)


def report_on(**drafts: str | bytes) -> Report:
    """What the desk says of drafts; the report holds all that a format may want."""
    files = tuple(
        desk().check_bytes(
            name.replace("_", "."),
            text if isinstance(text, bytes) else text.encode(),
            Reading(stories=True),
        )
        for name, text in sorted(drafts.items())
    )
    found = Report(files, (), len(desk().default.severities))
    return found._replace(rulebook=help_on(frozenset(one.rule for one in found.findings)))


def written(name: str, report: Report) -> str:
    return "".join(desk().registry.formatters[name].load()(report, Screen()))


def kievs(report: Report) -> list[PlacedFinding]:
    found = [one for one in report.findings if one.range.text == "Kiev"]
    assert len(found) == 3
    return found


# --- GitHub ----------------------------------------------------------------

# As the runner reads a line: actions/runner, ActionCommand.TryParseV2.
COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>[^:]*))?::(?P<data>.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in text.split("\n"):
        if line.lstrip().startswith("::"):
            match = COMMAND.fullmatch(line)
            assert match is not None, line
            pairs = [pair.split("=", 1) for pair in (match["properties"] or "").split(",") if pair]
            properties = {key: unescaped(value) for key, value in pairs}
            found.append((match["name"], properties, unescaped(match["data"])))
    return found


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def summary_of(report: Report) -> str:
    side = desk().registry.formatters["github"].side_output
    assert side is not None
    return "".join(side.load()(report, Screen()))


def at(data: bytes, position: dict[str, int]) -> int:
    """The byte at which a position stands."""
    starts = [0, *(match.end() for match in re.finditer(rb"\n", data))]
    return starts[position["line"] - 1] + position["column"] - 1


# --- All of them -----------------------------------------------------------

LINES = Lines("Mayor Ana Ruiz spoke.\nRuis left.\n")


RUIS = LINES.range(Span(22, 26))


FINDING = PlacedFinding(
    "drafts/mayor.txt", "names/spelling", Severity.STOP, "“Ruis” here, but “Ruiz” above.",
    "“Ruiz” comes with the full name.", RUIS, "Ruis left.", Span(0, 4),
    (PlacedRelated("drafts/mayor.txt", LINES.range(Span(10, 14)), "full name"),),
    (PlacedFix("Change “Ruis” to “Ruiz”", "safe", (PlacedEdit(RUIS, "Ruiz"),)),),
)  # fmt: skip


BROKEN = Report(
    (
        FileReport("drafts/mayor.txt", (FINDING,), held=2),
        FileReport("drafts/x.txt", (), (Problem("the rule crashed", "drafts/x.txt", "a/b"),)),
    ),
    (Problem("no drafts in “old”"),),
    rules=40,
)
