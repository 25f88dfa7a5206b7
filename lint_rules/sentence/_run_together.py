"""Missing full stops between two sentences."""

from __future__ import annotations

from copydesk import Document, Iterator, Span, scan
from lint_rules._shared.prose import words
from lint_rules.sentence._missing_stops import BREAK, Bare

_BEGINNINGS = words("he she they it there however meanwhile the this these")
RUN = scan(
    r" (?=[HSTIM])(?<=[a-z]{3} )(?:(?:He|She|They|It|There)(?= (?:is|was|were|are|has|have|had"
    r"|said|says|told|also|will|would|could|did|does|added|may|made|took|went|came)\b)"
    r"|(?:However|Meanwhile),? (?=(?:he|she|it|they|we|the)\b)"
    r"|(?:The|This|These) (?=[a-z]+ (?:is|was|were|are|has|have|had|said|says|told|also|will"
    r"|would|could)\b))",
    at=_BEGINNINGS,
    before=1,
)
_BEFORE_TITLE = words("called titled named entitled play song film novel book series hymn poem")


def run_together(doc: Document) -> Iterator[Bare]:
    """Where a sentence begins without a stop before it: “on the pier He said so.”"""
    for start in doc.words.capitals_among(_BEGINNINGS):
        if start < 2 or not doc.text[start - 2].islower():
            continue
        at = start - 1
        match = RUN.match_at(doc, at)
        if match is None:
            continue
        word = doc.before(at, 24).rpartition(" ")[2]
        if word in _BEFORE_TITLE or doc.quote_at((at, at + 2)):
            continue
        if doc.slot_at(at) not in doc.prose("paragraph") or _is_line_end(doc, at):
            continue
        opener = match[0].split()[0]
        yield Bare(Span(at - len(word), match.end()), f"“{opener}” begins a new sentence.")


def _is_line_end(doc: Document, at: int) -> bool:
    """Whether the space at an offset is a hard line break: a line of verse needs no stop."""
    start, end = doc.to_source(Span(at, at + 1))
    return BREAK.search(doc.source, (start, end + 1)) is not None
