"""``copydesk readability``: how hard drafts are to read, and the longest sentences."""

from __future__ import annotations

from copydesk.cli.gate import discovered
from copydesk.cli.options import (
    config_option,
    max_size_option,
    paths_argument,
)
from copydesk.cli.outputs import write_text
from copydesk.cli.settings import run_settings
from copydesk.cli.status import FOUND, FOUND_NOTHING, WENT_WRONG, say
from copydesk.document import Document
from copydesk.document.date import Clock
from copydesk.engine.place import Lines
from copydesk.files.decode import DecodeError
from copydesk.files.discover import passed_over
from copydesk.files.read import draft_bytes, os_error_text
from copydesk.formats.summary import counted, counted_kinds, harmless, one_line
from copydesk.measure.readability import Reading, reading_of
from copydesk.model.errors import DataError, PluginError
from copydesk.model.value_tuple import ValueTuple
from copydesk.run.linter import Linter

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace
    from collections.abc import Iterator, Mapping
    from typing import Any

    from copydesk.model.placed import Position

_FEW = 3  # up to this many drafts are shown in full
_SHOWN = 70  # characters of a sentence
_HEAD = ("words", "sentences", "minutes", "grade", "fog", "ease", "longest")

_READABILITY_EXAMPLE = """\
examples:
  copydesk readability story.md    grade level, reading time and longest sentences
  copydesk readability drafts      a table of all drafts in a folder

Set limits in copydesk.toml; the exit status is 1 if a draft is over one of them:
  [readability]
  grade = 12       # years of schooling (Flesch-Kincaid); also fog (Gunning)
  sentence = 45    # words in the longest sentence
  minutes = 6      # reading time"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk readability``."""
    parser.set_defaults(command=readability)
    parser.epilog = _READABILITY_EXAMPLE
    add = parser.add_argument
    paths_argument(parser)
    add(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people, JSON for programs (default: text)",
    )
    add("--output", metavar="FILE", help="write the scores to a file")
    max_size_option(parser)
    config_option(parser)


class Place(ValueTuple):
    """A long sentence: where it begins, its word count and its text."""

    start: Position
    words: int
    text: str


class Told(ValueTuple):
    """A draft, its readability (None: no sentences), and the limits it breaks."""

    path: str
    reading: Reading | None
    longest: tuple[Place, ...] = ()
    broken: tuple[str, ...] = ()


def readability(arguments: Namespace) -> int:
    """Measure the drafts; 1 if one breaks a limit."""
    linter = Linter(run_settings(arguments, arguments.paths)._replace(max_size=arguments.max_size))
    found = discovered(linter, arguments.paths)
    problems = [str(problem) for problem in found.problems]
    if not found.drafts and not problems:
        problems.append("no drafts found, so there is nothing to measure")
    stories, not_read = [], list(found.not_read)
    for draft in found.drafts:
        try:
            stories.append(_told(linter, draft.path, draft_bytes(draft.file, draft.bounds)))
        except OSError as error:
            problems.append(f"{draft.path}: {os_error_text(error)}")
        except (DecodeError, PluginError, DataError) as error:
            if (passed := passed_over(draft, error)) is not None:
                not_read.append(passed)
            else:
                problems.append(f"{draft.path}: {error}")
    if not_read:
        say(counted_kinds(not_read))
    if found.drafts:
        write_text(_FORMS[arguments.format](stories), arguments.output or "")
    for problem in problems:
        say(problem)
    if problems:
        return WENT_WRONG
    return FOUND if any(one.broken for one in stories) else FOUND_NOTHING


def _told(linter: Linter, path: str, data: bytes) -> Told:
    decoded, parse, _ = linter.open(path, data)
    doc = Document(decoded.text, parse, path, Clock("", "", linter.settings.today))
    try:
        reading = reading_of(doc)
    except ImportError as error:
        raise PluginError(str(error)) from None
    if reading is None:
        return Told(path, None)
    lines = Lines(doc.source)
    longest = tuple(
        Place(
            lines.position(doc.to_source(one.span).start),
            one.words,
            " ".join(doc.text[one.span.start : one.span.end].split()),
        )
        for one in reading.longest
    )
    limits = linter.prepared_for(path).limits_for(path)
    return Told(path, reading, longest, tuple(_broken(reading, limits)))


def _broken(reading: Reading, limits: Mapping[str, float]) -> Iterator[str]:
    values = {
        "grade": reading.grade,
        "fog": reading.fog,
        "sentence": reading.longest[0].words,
        "minutes": reading.minutes,
    }
    names = {"grade": "grade", "fog": "fog", "sentence": "words in the longest sentence",
             "minutes": "minutes of reading time"}  # fmt: skip
    for key, limit in sorted(limits.items()):
        if values[key] > limit:
            yield f"{names[key]}: {values[key]:g}, the limit is {limit:g}"


def _as_text(stories: list[Told]) -> str:
    if len(stories) <= _FEW:
        return "\n".join("\n".join(_at_length(one)) for one in stories) + "\n"
    return "\n".join([*_table(stories), *_limits(stories)]) + "\n"


def _at_length(story: Told) -> Iterator[str]:
    yield harmless(story.path)
    reading = story.reading
    if reading is None:
        yield "  no sentences to measure"
        return
    yield (
        f"  {counted(reading.words, 'word')} in {counted(reading.sentences, 'sentence')}, "
        f"about {reading.minutes:.1f} minutes to read"
    )
    yield f"  grade  {reading.grade:5.1f}  years of schooling a reader needs (Flesch-Kincaid)"
    yield f"  fog    {reading.fog:5.1f}  the same, by long words and sentences (Gunning)"
    yield f"  ease   {reading.ease:5.1f}  100 is easy, 60 plain, 30 hard (Flesch)"
    yield "  longest sentences:"
    for one in story.longest:
        text = one_line(one.text)
        shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"
        yield f"    line {one.start.line}, {counted(one.words, 'word')}: {shown}"
    for broken in story.broken:
        yield f"  over the limit: {broken}"


def _table(stories: list[Told]) -> Iterator[str]:
    width = max(len(harmless(one.path)) for one in stories)
    yield "  ".join([" " * width, *(f"{name:>9}" for name in _HEAD)]).rstrip()
    readings = [one.reading for one in stories if one.reading is not None]
    for story in stories:
        yield _row(harmless(story.path), width, story.reading, story.broken)
    if readings:
        words = sum(one.words for one in readings)
        sentences = sum(one.sentences for one in readings)
        minutes = sum(one.minutes for one in readings)
        yield f"{'all':<{width}}  {words:>9,}  {sentences:>9,}  {minutes:>9.1f}"


def _row(path: str, width: int, reading: Reading | None, broken: tuple[str, ...]) -> str:
    if reading is None:
        return f"{path:<{width}}  no sentences to measure"
    values = (
        f"{reading.words:>9,}", f"{reading.sentences:>9,}", f"{reading.minutes:>9.1f}",
        f"{reading.grade:>9.1f}", f"{reading.fog:>9.1f}", f"{reading.ease:>9.1f}",
        f"{reading.longest[0].words:>9,}",
    )  # fmt: skip
    return "  ".join([f"{path:<{width}}", *values]) + ("  over" if broken else "")


def _limits(stories: list[Told]) -> Iterator[str]:
    for story in stories:
        for broken in story.broken:
            yield f"{harmless(story.path)}: over the limit: {broken}"


def _as_json(stories: list[Told]) -> str:
    from copydesk.formats.json_format import encoded

    return encoded({"version": 1, "stories": list(map(_value, stories))}, indent=2) + "\n"


def _value(story: Told) -> dict[str, Any]:
    reading = story.reading
    if reading is None:
        return {"path": story.path, "words": 0, "sentences": 0, "over": []}
    longest = [
        {"line": one.start.line, "column": one.start.column, "offset": one.start.offset,
         "words": one.words, "text": one.text}
        for one in story.longest
    ]  # fmt: skip
    return {
        "path": story.path,
        **{key: getattr(reading, key) for key in Reading._fields[:-1]},
        "longest": longest,
        "over": list(story.broken),
    }


_FORMS = {"text": _as_text, "json": _as_json}
