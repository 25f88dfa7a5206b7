"""fields/final-stop: a deck or a caption without the full stop that others of its kind have."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Hits,
    Iterator,
    PlacedSighting,
    Related,
    Rule,
    Sequence,
    Severity,
    Sighting,
    Span,
    Verdict,
)
from lint_rules.fields._ending import FEWEST, is_closed, last_word, unstopped

_COMPARED = ("deck", "blurb", "seo-description")
_MOST_OPEN = 20  # one draft in so many may lack the stop
_SHOWN = 2


class FieldFinalStop(Rule):
    """A summary or caption that is a sentence ends in a full stop, as the others like it do.

    Within a story, the summaries are compared with each other, and so are the captions. In a run
    over many drafts, each of these fields is compared with the same field of the drafts in its
    folder: if nearly all end in a stop, so should this one.
    """

    id = "fields/final-stop"
    severity = Severity.STYLE
    triggers = ("@fields",)
    examples = (
        Good("---\nblurb: The pier is open to all on Monday\ndescription: The pier is open to all\n"
             "---\n\nIt is open.", format="markdown"),
        Good('{{< picture caption="The pier at dawn in May" >}}\n\n{{< picture caption="The mayor '
             'is on the pier with her son." >}}\n\nIt is.', format="markdown"),
        Bad("---\nblurb: The pier is open to all on [[Monday]]\ndescription: The pier in Erie is "
            "open to all.\n---\n\nIt is open.",
            "---\nblurb: The pier is open to all on Monday.\ndescription: The pier in Erie is "
            "open to all.\n---\n\nIt is open.", format="markdown"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Compare the fields of one kind in the story."""
        for one, other in unstopped(doc):
            word = last_word(doc, one)
            yield self.insert(
                word.end,
                ".",
                f"“{one.key}” has no full stop, “{other.key}” has one.",
                title="Add the full stop",
                marked=word,
                evidence="Both are sentences of one kind.",
                related=[Related(last_word(doc, other), other.key)],
            )

    def sight(self, doc: Document, hits: Hits) -> Iterator[Sighting]:
        """Record how each summary ends."""
        roles = doc.parsed.roles
        if not roles:
            return
        folder = doc.path.replace("\\", "/").rpartition("/")[0]
        open_here = {one.key for one, _ in unstopped(doc)}
        for slot in doc.parsed.slots:
            if roles.get(slot.span.start) in _COMPARED and slot.name not in open_here:
                text = doc[slot.span]
                if text.count(" ") >= FEWEST - 1:
                    start = text.rfind(" ") + 1 + slot.span.start
                    form = "a full stop" if is_closed(text) else "none"
                    key = f"{folder}\n{slot.name}"
                    yield Sighting(self.id, Span(start, slot.span.end), key, form)

    def compare(self, sightings: Sequence[PlacedSighting]) -> Iterator[Verdict]:
        """Find those that lack the stop that nearly all others have."""
        by_key: dict[str, list[PlacedSighting]] = {}
        for one in sightings:
            by_key.setdefault(one.key, []).append(one)
        for places in by_key.values():
            missing = [one for one in places if one.form == "none"]
            others = [one for one in places if one.form != "none"]
            if not missing or len(missing) * _MOST_OPEN > len(places):
                continue
            name = places[0].key.partition("\n")[2]
            for place in missing:
                yield Verdict(
                    place,
                    Severity.STYLE,
                    f"“{name}” has no full stop, as it has in other drafts.",
                    f"{len(others)} of {len(places)} drafts in this folder end it with one.",
                    tuple((one, "ends in a stop") for one in others[:_SHOWN]),
                )
