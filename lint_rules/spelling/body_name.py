"""spelling/body-name: one body that is a department here and a ministry there."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity, Span, pattern
from lint_rules._shared import posts
from lint_rules._shared.prose import words
from lint_rules._shared.summary import times

# What bodies of one kind are called; a slip puts one of them for another.
_GROUPS = (
    words("department ministry office"),
    words("committee commission council board"),
    words("association society federation league"),
    words("agency authority administration"),
    words("institute institution academy"),
    words("foundation trust fund"),
)
_HEADS = frozenset().union(*_GROUPS)
_WORD = r"\p{Lu}[\p{L}’'-]*\p{Ll}"
_AND = r"(?:[ \u00a0](?:and|the|for|of|&))?"
_OF = pattern(rf"[ \u00a0](?:of|for|on)(?:{_AND}[ \u00a0]{_WORD}){{1,5}}")
_BEFORE = pattern(rf"(?:{_WORD}[ \u00a0](?:(?:and|of|for)[ \u00a0])?){{2,5}}\Z")
_OWNER = pattern(
    r"(?:[’']s?|\b(?!The\b|A\b)\p{Lu}[\p{L}’'.-]*|\b(?:state|federal|county|city|national|local|former|old|new))"
    r"[ \u00a0]\Z"
)
_OTHER = pattern(r"(?:,? (?:in|of) (?:the )?\p{Lu}| \()")
_REACH = 90  # code points of a name
_OPENERS = words("the a an its our this that and but in at on for by when")


class BodyName(Rule):
    """A body has one name throughout the story.

    The Department of Rural Affairs is the Ministry of Rural Affairs once. The rule asks about a
    body that the story names twice or more, and once with another word of its kind in place of the
    first or last one. It leaves alone bodies of two countries, and those that one sentence names.
    """

    id = "spelling/body-name"
    severity = Severity.ASK
    accepts = True
    triggers = tuple(sorted(_HEADS))
    examples = (
        Bad("The Department of Rural Affairs paid.\n\nThe [[Ministry of Rural Affairs]] is late."
            "\n\nThe Department of Rural Affairs said so."),
        Bad("The Elmore Water Authority met.\n\nThe [[Elmore Water Agency]] is late.\n\nThe Elmore "
            "Water Authority said so."),
        Good("The Department of Health paid.\n\nCanada’s Ministry of Health is late.\n\n"
             "The Department of Health said so."),
        Good("The Department of Health paid the Ministry of Health. The Department of Health met."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the names that are the same but for the word for the kind of body."""
        present = doc.words.among(_HEADS)
        for group in _GROUPS:
            heads = sorted(group & present)
            if len(heads) < 2:
                continue
            by_rest: dict[str, dict[str, list[Span]]] = {}
            for head in heads:
                for rest, span in _named(doc, head):
                    by_rest.setdefault(rest, {}).setdefault(head, []).append(span)
            for by_head in by_rest.values():
                yield from self._of_body(doc, by_head)

    def _of_body(self, doc: Document, by_head: dict[str, list[Span]]) -> Iterator[Finding]:
        if len(by_head) != 2:
            return
        rare, usual = sorted(by_head.values(), key=len)
        if len(rare) != 1 or len(usual) < 2 or self.is_accepted(doc[rare[0]]):
            return
        if _is_other(doc, rare[0], usual):
            return
        name = doc[usual[0]]
        yield self.find(
            rare[0],
            f"“{doc[rare[0]]}” here, “{name}” elsewhere in the story: is it one body?",
            evidence=f"“{name}” appears {times(len(usual))}.",
            related=(Related(usual[0], f"“{name}” here"),),
        )


def _named(doc: Document, head: str) -> Iterator[tuple[str, Span]]:
    """The names with a word for a kind of body: without it, and where each is."""
    text = doc.text
    for start in doc.words.starts(head):
        end = start + len(head)
        if not text[start].isupper() or text[start:end].isupper():
            continue
        after = _OF.match(text, (end, min(len(text), end + _REACH)))
        if after is not None:
            yield f"… {after[0].lower()}", Span(start, after.end())
            continue
        before = _BEFORE.search(text, (max(0, start - _REACH), start))
        if before is None:
            continue
        first = before.start()
        opening = before[0].split()[0]
        if opening.lower() in _OPENERS:
            first += len(opening) + 1
        rest = text[first:start].lower()
        if len(rest.split()) > 1:
            yield rest, Span(first, end)


def _is_other(doc: Document, place: Span, usual: list[Span]) -> bool:
    """Whether it may be the body of another country or town, or the copy names both at once."""
    if doc.is_verbatim(place) or posts.is_in_post(doc, place) or doc.is_deliberate(place):
        return True
    for span in (place, usual[0]):
        if _OWNER.search(doc.before(span, 30)) or _OTHER.match(doc.after(span, 12)):
            return True
    slot = doc.slot_at(place.start)
    if slot is None or slot.kind in ("byline", "credit", "table-cell"):
        return True
    sentence = doc.sentence_at(place.start)
    return sentence is not None and any(sentence.holds(one) for one in usual)
