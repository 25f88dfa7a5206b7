"""Put wrong weekdays, conversions, ages, sums … into clean stories and count what is found.

Where a story holds such a fact, that is altered; else a sound sentence of our own is planted,
which must be passed, and then altered. The same seed gives the same numbers. Needs ../shared.

Run: python -m tools.faults.inject_facts [--stories N] [--seed N] [--show]
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from copydesk import Clock, Document
from copydesk.config import RuleSelection
from copydesk.engine import check
from copydesk.parsers.plain import parse
from copydesk.rules.ruleset import RuleSet
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DATED = re.compile(
    rf"\b({'|'.join(DAYS)}),? ((?:{'|'.join(MONTHS)}) \d\d?, (?:19|20)\d\d|"
    rf"\d\d? (?:{'|'.join(MONTHS)}) (?:19|20)\d\d)\b"
)
_CONVERTED = re.compile(
    r"\b\d[\d,.]*[ -]?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|mph|kph|kg|pounds|acres"
    r"|hectares|°?[CF])(?:-\w+)? \((\d[\d,]*(?:\.\d+)?)[ -]?(?:km|kilomet(?:er|re)s?|miles?"
    r"|met(?:er|re)s?|feet|mph|kph|kg|pounds|acres|hectares|°?[CF])\)"
)


class Story(NamedTuple):
    """A clean story: its name, text and date."""

    name: str
    text: str
    day: date


class Fault(NamedTuple):
    """A story before and after a fault was put in, and the place of the fault.

    ``sound`` is empty where the story itself held the fact.
    """

    sound: str
    text: str
    start: int
    end: int


Maker = Callable[[Story, random.Random], Fault | None]


def altered(story: Story, start: int, end: int, new: str) -> Fault:
    """The story with other words at a place."""
    text = story.text[:start] + new + story.text[end:]
    return Fault("", text, start, start + len(new))


def planted(story: Story, sound: str, old: str, new: str) -> Fault:
    """The story with a sound sentence as its third paragraph, and with ``old`` in it made new."""
    parts = story.text.split("\n\n")
    place = min(2, len(parts))
    head = "\n\n".join(parts[:place])
    rest = "\n\n".join(["", *parts[place:]])
    at = len(head) + 2 + sound.rindex(old)
    good = f"{head}\n\n{sound}{rest}"
    return Fault(good, good[:at] + new + good[at + len(old) :], at, at + len(new))


def weekday(story: Story, rng: random.Random) -> Fault | None:
    """Another weekday before a full date."""
    shift = rng.randint(1, 6)
    for match in _DATED.finditer(story.text):
        return altered(story, *match.span(1), DAYS[(DAYS.index(match[1]) + shift) % 7])
    day = story.day + timedelta(days=rng.randint(-40, 60))
    name, other = DAYS[day.weekday()], DAYS[(day.weekday() + shift) % 7]
    month = MONTHS[day.month - 1]
    forms = (
        f"The hearing on the harbour is set for {name}, {month} {day.day}, {day.year}.",
        f"The hearing on the harbour is set for {name}, {month} {day.day}, the clerk said.",
        f"The fair will open on {name} {day.day} {month} {day.year} in the old hall.",
        f"The fair will open on {name} {day.day} {month} in the old hall.",
    )
    return planted(story, rng.choice(forms), name, other)


_PAIRS = (
    ("kilometers", "miles", 0.621371), ("miles", "km", 1.609344), ("metres", "feet", 3.28084),
    ("feet", "meters", 0.3048), ("kg", "pounds", 2.204623), ("pounds", "kg", 0.453592),
    ("hectares", "acres", 2.471054), ("acres", "hectares", 0.404686),
)  # fmt: skip


def conversion(story: Story, rng: random.Random) -> Fault | None:
    """A converted figure that is a tenth or more off, or has two of its digits changed over."""
    for match in _CONVERTED.finditer(story.text):
        return altered(story, *match.span(1), _off(match[1], rng))
    unit, other, factor = rng.choice(_PAIRS)
    number = rng.randint(11, 990)
    right = f"{number * factor:,.1f}" if rng.random() < 0.5 else f"{number * factor:,.0f}"
    sound = f"The new wall would take up {number} {unit} ({right} {other}), engineers said."
    return planted(story, sound, right, _off(right, rng))


def _off(figure: str, rng: random.Random) -> str:
    """Another figure of the same form, between 12 and 60 per cent off."""
    decimals = len(figure.partition(".")[2])
    value = float(figure.replace(",", ""))
    change = rng.choice((-1, 1)) * rng.uniform(0.12, 0.6)
    changed = max(1.0, value * (1 + change))
    if not decimals and round(changed) == round(value):
        changed = value + 1
    return f"{changed:,.{decimals}f}"


def age(story: Story, rng: random.Random) -> Fault | None:
    """An age five to fifteen years off."""
    right = rng.randint(30, 90)
    year = story.day.year - right
    wrong = right + rng.choice((-1, 1)) * rng.randint(5, 15)
    forms = (
        f"Ruth Adeyemi, who was born in Lund in {year}, is a {right}-year-old engineer.",
        f"The novelist, born in {year}, died on Monday aged {right}.",
        f"Joseph Okafor (born {year}), {right}, is the new harbour master of the town.",
        f"Founded in {year}, the {right}-year-old firm builds ferries in Port Ansel.",
    )
    return planted(story, rng.choice(forms), str(right), str(wrong))


def total(story: Story, rng: random.Random) -> Fault | None:
    """A total that is one to three off."""
    one, two, three = (rng.randint(2, 30) for _ in range(3))
    right = one + two + three
    forms = (
        f"Police counted {right} injured: {one} in Harwick, {two} in Lund and {three} at sea.",
        f"There were {right} people on board ({one} men, {two} women and {three} children).",
        f"They won {right} medals — {one} gold, {two} silver and {three} bronze.",
    )
    return planted(story, rng.choice(forms), str(right), str(right + rng.choice((-3, -2, -1, 1))))


def percentage(story: Story, rng: random.Random) -> Fault | None:
    """A percentage of change that is four points or more off."""
    old, new = rng.randint(20, 900), rng.randint(20, 900)
    if old == new:
        new += 7
    right = round(abs(new - old) / old * 100)
    verb = "rose" if new > old else "fell"
    wrong = right + rng.choice((4, 5, 10, 11)) * (1 if right < 20 else rng.choice((-1, 1)))
    forms = (
        f"Sales {verb} {right}% from {old:,} to {new:,} in a year, the firm said.",
        f"Sales {verb} by {right} percent to {new:,} from {old:,}, the firm said.",
        f"Sales {verb} from {old:,} to {new:,}, or {right}%, the firm said.",
    )
    sound = rng.choice(forms)
    mark = next(mark for mark in ("%", " percent") if f"{right}{mark}" in sound)
    return planted(story, sound, f"{right}{mark}", f"{wrong}{mark}")


def headline(story: Story, rng: random.Random) -> Fault | None:
    """A toll in the headline that is one to five off."""
    right = rng.randint(9, 60)
    wrong = right + rng.choice((-5, -2, -1, 1, 3, 5))
    sound = f"Storm kills {right} in Port Ansel\n\nA storm killed {right} people in Port Ansel "
    sound += f"on {DAYS[rng.randrange(7)]}, the coast guard said.\n\n{story.text}"
    text = sound.replace(f"kills {right}", f"kills {wrong}", 1)
    start = text.index(str(wrong))
    return Fault(sound, text, start, start + len(str(wrong)))


def impossible(story: Story, rng: random.Random) -> Fault | None:
    """The 31st of a month of 30 days, or a year with a digit too many."""
    month, year = rng.choice(("April", "June", "September", "November")), story.day.year
    if rng.random() < 0.5:
        sound = f"The sale of the hall ends on {month} 30, the council said."
        return planted(story, sound, "30", "31")
    sound = f"The pact of {month} 12, {year}, was signed in the old hall."
    wrong = f"{str(year)[:3]}{rng.randrange(10)}{str(year)[3]}"
    return planted(story, sound, str(year), wrong)


def elapsed(story: Story, rng: random.Random) -> Fault | None:
    """A year of the war in Ukraine that is one off."""
    start = date(2022, 2, 24)
    day = (story.day - start).days
    if day < 400 or day % 365 > 280 or day % 365 < 20:
        return None
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
    right = names[day // 365]
    sound = f"The war in Ukraine is in its {right} year."
    return planted(story, sound, right, names[day // 365 - 1])


KINDS: dict[str, tuple[str, Maker]] = {
    "weekday": ("facts/weekday-date", weekday),
    "conversion": ("facts/unit-conversion", conversion),
    "age": ("facts/age", age),
    "sum": ("facts/sum", total),
    "percentage": ("facts/percent-change", percentage),
    "headline": ("facts/headline-number", headline),
    "impossible date": ("facts/impossible-date", impossible),
    "elapsed": ("facts/elapsed", elapsed),
}


@lru_cache(maxsize=1)
def rules() -> RuleSet:
    """The rules of facts alone."""
    return Linter(RunSettings(choice=RuleSelection(select=("facts",)))).default


@lru_cache(maxsize=64)
def found(text: str, story: Story, rule: str) -> tuple[tuple[int, int], ...]:
    """Where that rule finds something."""
    doc = Document(text, parse, "story.txt", Clock(story.day.isoformat()))
    return tuple(
        (one.span.start, one.span.end) for one in check(doc, rules()).findings if one.rule == rule
    )


def stories(count: int, rng: random.Random) -> list[Story]:
    """So many dated stories in plain text, at random."""
    every = list(_all_stories())
    rng.shuffle(every)
    return every[:count]


def _all_stories() -> Iterator[Story]:
    for folder in ("news", "stories"):
        with (CORPORA / folder / "index.tsv").open(encoding="utf-8") as handle:
            for row in csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE):
                path = CORPORA / folder / row["file"]
                if path.suffix == ".txt" and len(row["date"]) >= 10 and path.exists():
                    text = path.read_text("utf-8", errors="replace").replace("\r\n", "\n")
                    yield Story(row["file"], text, date.fromisoformat(row["date"][:10]))


def main() -> None:
    """Inject, check and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="show what was missed")
    arguments = parser.parse_args()
    if not CORPORA.is_dir():
        print("the corpora are not beside the project (../shared): nothing to inject into")
        return
    rng = random.Random(arguments.seed)
    counts: Counter[tuple[str, str]] = Counter()
    for story in stories(arguments.stories, rng):
        for kind, (rule, maker) in KINDS.items():
            fault = maker(story, rng)
            if fault is not None:
                _count(counts, kind, rule, story, fault, arguments.show)
    print(f"{'kind':<18}{'injected':>9}{'found':>7}{'':>8}{'sound':>8}{'flagged':>9}")
    for kind in KINDS:
        injected, right = counts[kind, "injected"], counts[kind, "found"]
        share = f"{100 * right / injected:.1f}%" if injected else ""
        print(
            f"{kind:<18}{injected:>9}{right:>7}{share:>8}{counts[kind, 'sound']:>8}"
            f"{counts[kind, 'flagged']:>9}"
        )


def _count(
    counts: Counter[tuple[str, str]], kind: str, rule: str, story: Story, fault: Fault, show: bool
) -> None:
    counts[kind, "injected"] += 1
    hits = found(fault.text, story, rule)
    if any(start < fault.end and fault.start < end for start, end in hits):
        counts[kind, "found"] += 1
    elif show:
        print(f"missed {kind}: {fault.text[max(0, fault.start - 80) : fault.end + 60]!r}")
    if fault.sound:
        counts[kind, "sound"] += 1
        if len(found(fault.sound, story, rule)) > len(found(story.text, story, rule)):
            counts[kind, "flagged"] += 1
            if show:
                print(f"flagged {kind}: {fault.sound[max(0, fault.start - 80) : fault.end + 60]!r}")


if __name__ == "__main__":
    main()
