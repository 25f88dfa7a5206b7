"""Leave out of a draft what the finding does not need."""

from __future__ import annotations

from copydesk.alarm import blocks
from copydesk.alarm.elements import Element, attributes, elements
from copydesk.alarm.needed import needed
from copydesk.formats.summary import UNSEEN
from copydesk.model.findings import Edit, Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.alarm.sample import Sample
    from copydesk.alarm.trials import Trials

_Piece = tuple[Span, ...]  # spans of the source that are left out together

_HTML = "html"
_LINE_END = compiled(r"\r\n?")
_UNSEEN = compiled(rf"[\x00-\x08\x0b-\x1f{UNSEEN}]")
_EMPTY_LINES = compiled(r"(?<=\n)(?:[ \t]*\n)+(?:[ \t]+(?=<))?")
_LINE_SPACE = compiled(r"(?<=\S)[ \t]+(?=\n|</(?:p|li|h[1-6]|div|blockquote|figcaption|td)>)")
_EDGE = compiled(r"\A\s+|(?<!\s)\s*\Z")
_LEVELS = 40  # of elements within elements
_BLOCKS, _FIELDS, _SENTENCES, _MARKUP = 80, 15, 35, 20  # tries for each step


def reduced(sample: Sample, trials: Trials, form: str, around: int = 0) -> Sample:
    """What is left of a draft if only what the finding needs is kept.

    Args:
        sample: the whole draft.
        trials: checks what is left.
        form: the draft's format.
        around: how many paragraphs on either side of the finding are kept in any case.
    """
    sample = _plain(sample, trials)
    if form == _HTML:
        sample = _without_elements(sample, trials, around)
    else:
        sample = _without_blocks(sample, trials, around)
        doc = trials.view(sample)[0]
        sample = _without(sample, trials, blocks.fields(doc), _FIELDS)
    if not around:
        doc = trials.view(sample)[0]
        sample = _without(sample, trials, blocks.sentences(doc), _SENTENCES)
    if form == _HTML:
        sample = _without_wrappers(sample, trials)
        sample = _without(sample, trials, attributes(sample.source), _MARKUP)
    return _tidy(sample, trials, form)


def _plain(sample: Sample, trials: Trials) -> Sample:
    """The sample with plain line ends and without invisible characters, as far as possible."""
    for pattern, text in ((_LINE_END, "\n"), (_UNSEEN, "")):
        edits = [Edit(Span(*one.span()), text) for one in pattern.finditer(sample.source)]
        sample = _tried(sample, trials, edits)
    return sample


def _tidy(sample: Sample, trials: Trials, form: str) -> Sample:
    """The sample without spaces before line ends, and without empty lines where none belong."""
    for pattern in (_EMPTY_LINES, _LINE_SPACE, _EDGE) if form == _HTML else (_EDGE, _LINE_SPACE):
        spans = [Span(*one.span()) for one in pattern.finditer(sample.source)]
        edits = [Edit(one, "\n" if one.end == len(sample.source) else "") for one in spans]
        sample = _tried(sample, trials, edits)
    return sample


def _tried(sample: Sample, trials: Trials, edits: Sequence[Edit]) -> Sample:
    after = sample.changed(edits)
    return after if after != sample and trials.holds(after) else sample


def _without(sample: Sample, trials: Trials, spans: Sequence[Span], most: int) -> Sample:
    """The sample without those spans that are not needed."""
    return _without_pieces(sample, trials, [(one,) for one in spans], most)


def _without_pieces(sample: Sample, trials: Trials, pieces: Sequence[_Piece], most: int) -> Sample:
    idle = [one for one in pieces if not any(map(sample.is_needed, one))]
    idle.sort(key=lambda one: _distance(sample, one[0]))

    def without(kept: Sequence[_Piece]) -> Sample:
        gone = set(idle).difference(kept)
        return sample.without(span for one in gone for span in one)

    kept = needed(idle, lambda kept: trials.holds(without(kept)), most)
    return without(kept)


def _distance(sample: Sample, span: Span) -> tuple[int, int]:
    """How far a span is from the finding: what is nearest is kept if something must be."""
    here = sample.finding
    return (max(here.start - span.end, span.start - here.end, 0), span.start)


def _without_blocks(sample: Sample, trials: Trials, around: int) -> Sample:
    spans = blocks.blocks(trials.view(sample)[0])
    return _without(sample, trials, _far(sample, spans, around), _BLOCKS)


def _far(sample: Sample, spans: Sequence[Span], around: int) -> list[Span]:
    """The spans that are not among the neighbours of one with the finding."""
    hits = [index for index, one in enumerate(spans) if sample.is_needed(one)]
    near = {hit + step for hit in hits for step in range(-around, around + 1)}
    return [one for index, one in enumerate(spans) if index not in near]


def _without_elements(sample: Sample, trials: Trials, around: int) -> Sample:
    """The sample without elements that are not needed, from the outermost to the innermost."""
    gone: frozenset[Span] = frozenset()
    level: Sequence[Element] = elements(sample.source)
    for _ in range(_LEVELS):
        hits = [one for one in level if sample.is_needed(one.span)]
        inside = any(sample.is_needed(child.span) for one in hits for child in one.children)
        idle = _far(sample, [one.span for one in level], 0 if inside else around)
        gone |= _idle(sample, trials, gone, idle)
        level = [child for one in level if one.span not in gone for child in one.children]
        if not level or (around and not inside):
            break
    return sample.without(gone)


def _idle(
    sample: Sample, trials: Trials, gone: frozenset[Span], spans: Sequence[Span]
) -> frozenset[Span]:
    """Those of the spans that are not needed if others are gone."""
    idle = sorted(
        (one for one in spans if not sample.is_needed(one)),
        key=lambda one: _distance(sample, one),
    )

    def holds(kept: Sequence[Span]) -> bool:
        return trials.holds(sample.without(gone.union(idle).difference(kept)))

    kept = needed(idle, holds, _BLOCKS)
    return frozenset(idle).difference(kept)


def _without_wrappers(sample: Sample, trials: Trials) -> Sample:
    """The sample without the tags of elements that only contain others."""
    found: list[Element] = []
    level: Sequence[Element] = elements(sample.source)
    while level:
        found += [one for one in level if one.children]
        level = [child for one in level for child in one.children]
    pieces = [(one.opening, one.closing) for one in found]
    return _without_pieces(sample, trials, pieces, _MARKUP)
