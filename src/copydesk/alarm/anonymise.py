"""Replace names, numbers and addresses in an example, unless the finding depends on them."""

from __future__ import annotations

import re

from copydesk.alarm import addresses, standins
from copydesk.alarm.names import Story
from copydesk.alarm.needed import needed
from copydesk.alarm.tokens import Token, tokens
from copydesk.alarm.words import is_common
from copydesk.model.findings import Edit
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.alarm.sample import Sample
    from copydesk.alarm.trials import Trials
    from copydesk.model.placed import PlacedFinding

_TRIES = 70
_LONG_ENOUGH = 4  # letters of a name that is looked for in lower case, too
_QUOTED = compiled(r"“([^“”]*)”")
_DIGITS = compiled(r"\d+(?:[.,]\d+)*")
_ORDINAL = compiled(r"st|nd|rd|th", re.I)


class Secret(ValueTuple):
    """Something that is replaced wherever it occurs, with what replaces it there."""

    text: str
    edits: tuple[Edit, ...]


class Anonymous(ValueTuple):
    """The example, and what could not be replaced because the finding depends on it."""

    sample: Sample
    kept: tuple[str, ...]


def anonymised(sample: Sample, story: str, trials: Trials) -> Anonymous:
    """Replace what may give the story away, as far as the finding allows.

    Args:
        sample: the example.
        story: the text of the whole story, by which names are recognised.
        trials: checks the result.
    """
    secrets = _secrets(sample.source, story)
    finding = trials.view(sample)[1]
    words = _words_of(sample, finding)
    free = [one for one in secrets if not _is_about(one.text, finding, words)]

    def replaced(kept: Sequence[Secret]) -> Sample:
        given = set(kept)
        return sample.changed(edit for one in free if one not in given for edit in one.edits)

    depends = set(needed(free, lambda kept: trials.holds(replaced(kept)), _TRIES))
    kept = tuple(one.text for one in secrets if one in depends or one not in free)
    return Anonymous(replaced(tuple(depends)), tuple(dict.fromkeys(kept)))


def _words_of(sample: Sample, finding: PlacedFinding) -> str:
    """The words of a finding and of its related places."""
    spans = (sample.finding, *sample.related)
    return " ".join([finding.range.text, *(sample.source[start:end] for start, end in spans)])


def _is_about(text: str, finding: PlacedFinding, words: str) -> bool:
    """Whether a finding is about a number, or about a name that it quotes.

    What is wrong with figures depends on the figures, and with a name on its letters, even
    if the rule would report others, too.
    """
    said = f"{finding.message} {finding.evidence}"
    if text[0].isdigit():
        return text in _DIGITS.findall(f"{said} {words}")
    quoted = " ".join(_QUOTED.findall(finding.message))
    return re.search(rf"(?<!\w){re.escape(text)}(?!\w)", quoted) is not None


def _secrets(source: str, story: str) -> list[Secret]:
    """What may give the story away, in the order of the source."""
    known = Story(story)
    names = {one.span: (one, kind) for one, kind in known.names(source)}
    keys = {one.text.lower() for one, _ in names.values()}
    stand_ins = standins.StandIns(known.words | keys)
    found: dict[str, list[Edit]] = {}
    texts: dict[str, str] = {}

    def add(key: str, one: Token, edits: Sequence[Edit]) -> None:
        texts.setdefault(key, one.text)
        found.setdefault(key, []).extend(edits)

    for one in tokens(source):
        if one.kind == "word":
            name, kind = names.get(one.span, (None, "surname"))
            if name is not None or _is_name_in_lower_case(one.text, keys):
                add(one.text.lower(), one, [Edit(one.span, stand_ins.name(one.text, kind))])
        elif one.kind in ("number", "phone"):
            add(one.text, one, list(_number(source, one)))
        elif one.kind != "kept":
            for part, edit in addresses.parts(one, source):
                add(f"{one.kind} {part}", Token(one.kind, part, one.span), [edit])
    return [
        Secret(texts[key], tuple(edits))
        for key, edits in found.items()
        if any(source[edit.span.start : edit.span.end] != edit.text for edit in edits)
    ]


def _is_name_in_lower_case(word: str, names: set[str]) -> bool:
    return word in names and len(word) >= _LONG_ENOUGH and not is_common(word)


def _number(source: str, one: Token) -> Iterator[Edit]:
    """The edits that replace a number, and the ending of an ordinal."""
    salt = sum(map(ord, one.text))
    text = standins.number(one.text, salt)
    yield Edit(one.span, text)
    ending = _ORDINAL.match(source, one.span.end)
    if ending and not source[ending.end() : ending.end() + 1].isalpha():
        from copydesk.model.findings import Span

        yield Edit(Span(*ending.span()), _ordinal(text))


def _ordinal(digits: str) -> str:
    if digits[-2:-1] == "1":
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1:], "th")
