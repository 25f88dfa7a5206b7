"""A draft as rules see it: its text, slots, sentences, quotations and date."""

from __future__ import annotations

from functools import cached_property

from copydesk.document.date import NO_CLOCK, Clock, StoryDate
from copydesk.document.places import Places
from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from copydesk.document.anchors import Anchors
    from copydesk.document.fields import Field
    from copydesk.document.language import Speech
    from copydesk.document.quotation import Quote
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.document.slots import Comment, Metadatum, Parsed, Slot
    from copydesk.document.words import Words

__all__ = ["Clock", "Document", "StoryDate"]

_TEMPLATING = ("{", "<%", "<?", "[")  # without one there are no template tags
# Slots of running text, which is split into sentences.
_RUNNING = ("paragraph", "block-quote", "list-item", "deck", "caption", "note", "alt")


class Document(Places):
    """One draft, parsed on demand.

    Rules use offsets into ``text`` only. Every attribute is computed on first use.

    Args:
        source: the decoded file, unchanged, without a byte order mark.
        parse: the parser for its format.
        path: the file's name in findings.
        clock: dates from outside.
        final: whether the draft is about to be published.
        where: its path from the root of the file system, by which a folder can show its date or
            language; by default ``path``.
    """

    def __init__(
        self,
        source: str,
        parse: Callable[[str], Parsed],
        path: str = "",
        clock: Clock = NO_CLOCK,
        final: bool = False,
        where: str = "",
    ) -> None:
        self.source = source
        self.path = path
        self._clock = clock
        self._is_clock_asked = False
        self.final = final
        self.parse = parse
        self.where = where or path
        self._whole: Document | None = None

    @property
    def clock(self) -> Clock:
        """Dates from outside the draft."""
        (self._whole or self)._is_clock_asked = True
        return self._clock

    @property
    def is_of_today(self) -> bool:
        """Whether anything computed for this draft so far depends on the machine's date."""
        return self._is_clock_asked or self.is_undated

    @property
    def is_undated(self) -> bool:
        """Whether something asked for the story's date, and only the machine's was known."""
        found = vars(self).get("date")
        return found is not None and found.origin == "today"

    def may_be_before(self, day: str) -> bool:
        """Whether a draft without a date may be a story of a time before an ISO date.

        It may if the latest month that the copy names with its year is before it.
        """
        if self.date.origin != "today":
            return False
        return bool(self._told) and self._told < day[:7]

    @cached_property
    def _told(self) -> str:
        from copydesk.document.told import latest_month

        return latest_month(self.words, self.date.day.isoformat())

    @cached_property
    def latest_year(self) -> str:
        """The latest year that the copy names, not after the story's; empty if there is none."""
        from copydesk.document.told import latest_year

        return latest_year(self.words, self.date.day.isoformat())

    @cached_property
    def parsed(self) -> Parsed:
        """The parser's result."""
        return self.parse(self.source)

    @cached_property
    def text(self) -> str:
        """The prose as readers see it; slots are separated by two line breaks."""
        return self.parsed.map.text

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the story in reading order, including datelines."""
        from copydesk.document import dateline

        found = dateline.find(self.text, self.parsed.slots)
        return tuple(sorted((*self.parsed.slots, *found), key=_reading_order))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """Quoted speech and other quotations, in order."""
        from copydesk.document import quotes

        return quotes.find(self.text, self.parsed.slots)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all running text, in order, excluding datelines."""
        from copydesk.document.sentences import split

        found: list[Span] = []
        for slot in self.parsed.slots:
            if slot.kind in _RUNNING:
                start = self._after_dateline(slot.span)
                found += [Span(*span) for span in split(self.text, start, slot.span.end)]
        return tuple(found)

    @property
    def metadata(self) -> Mapping[str, Metadatum]:
        """Front matter, meta tags and JSON-LD; keys in lower case, nested keys joined by dots."""
        return self.parsed.metadata

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the story and of its pictures, copy or not, with their roles."""
        return self.parsed.fields

    def role_of(self, slot: Slot) -> str:
        """What a slot that is a field is for (``seo-title``); empty for any other."""
        return self.parsed.roles.get(slot.span.start, "")

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Comments in the markup."""
        return self.parsed.comments

    @cached_property
    def date(self) -> StoryDate:
        """The story's date and where it comes from.

        The first known of: the command line, metadata, the path, a full date in the
        dateline, the config file, today.

        Raises:
            LookupError: none of them is known.
        """
        if self._whole is not None:
            return self._whole.date
        from copydesk.document.date import story_date

        return story_date(self.metadata, self.where, self._datelines(), self._clock)

    def _datelines(self) -> Iterator[str]:
        """Yield the text of each dateline; slots are not read until the first is needed."""
        for slot in self.slots_of("dateline"):
            yield self[slot.span]

    @property
    def language(self) -> str:
        """The copy's language, a BCP 47 tag in lower case; see ``speech``."""
        return self.speech.main

    @cached_property
    def speech(self) -> Speech:
        """The language of the draft, and the parts that are in another one.

        The first known of: what the draft states, its path, its words.
        """
        from copydesk.document import language, language_tags

        tags = language_tags.stated(self.metadata), language_tags.of_path(self.where)
        return language.of(*tags, self.parsed, self.words)

    def without(self, hidden: Sequence[Span]) -> Document:
        """The same draft for rules that cannot read some parts of it, which are hidden.

        Offsets do not change, nor does the date.
        """
        from copydesk.document.other_languages import hide

        new = Document(self.source, self.parse, self.path, self._clock, self.final, self.where)
        new.parsed = hide(self.parsed, hidden)
        new._whole = self
        return new

    @cached_property
    def words(self) -> Words:
        """The words of the text, indexed once for all terms and triggers."""
        from copydesk.document.words import Words

        return Words(self.text)

    @cached_property
    def templating(self) -> tuple[Span, ...]:
        """Template tags and shortcodes, as spans of the source; no fix touches them."""
        code = self.parsed.code
        if not code and not any(sign in self.source for sign in _TEMPLATING):
            return ()
        from copydesk.document import templating

        return templating.find(self.source, self.parsed.has_marks, code)

    def is_in_tag(self, span: Span) -> bool:
        """Whether a span is the value of an attribute in a shortcode."""
        if not self.templating:
            return False
        from copydesk.document import templating

        return templating.touches(self.templating, self.to_source(span))

    @cached_property
    def anchors(self) -> Anchors:
        """The anchors at which scans look; rules use them through their scans."""
        from copydesk.document.anchors import Anchors

        return Anchors(self.words, self.source, self.parsed.slots)

    @cached_property
    def verbatim(self) -> tuple[Span, ...]:
        """Code, URLs, e-mail addresses, handles, hashtags and file names."""
        from copydesk.document import verbatim

        return tuple(sorted((*self.parsed.verbatim, *verbatim.find(self.text))))

    def prose(self, *kinds: SlotKind) -> tuple[Slot, ...]:
        """The slots of the given kinds in the paper's own words; none in a transcript."""
        found = self._prose.get(kinds)
        if found is None:
            from copydesk.document.prose import own

            found = self._prose[kinds] = own(self.parsed.slots, kinds, self._spoken)
        return found

    def is_shown_after(self, slot: Slot) -> bool:
        """Whether readers see something that is not text (a picture, a video) after a slot."""
        return slot.span.end in self.parsed.shown

    def is_speech(self, slot: Slot) -> bool:
        """Whether a slot is speech without quotation marks: a turn in a transcript, or a post."""
        return slot.span.start in self._spoken

    def is_turn(self, slot: Slot) -> bool:
        """Whether a slot is a turn of an interview, opened by the speaker's initials or name."""
        return slot.span.start in self._turns

    def slots_of(self, *kinds: SlotKind) -> tuple[Slot, ...]:
        """The slots of the given kinds, in reading order."""
        return tuple(slot for slot in self.slots if slot.kind in kinds)

    @cached_property
    def _prose(self) -> dict[tuple[SlotKind, ...], tuple[Slot, ...]]:
        return {}

    @cached_property
    def _spoken(self) -> frozenset[int]:
        from copydesk.document.prose import spoken

        return spoken(self.text, self.parsed.slots)

    @cached_property
    def _turns(self) -> frozenset[int]:
        from copydesk.document.prose import turns

        return turns(self.text, self.parsed.slots)

    @cached_property
    def _dateline_ends(self) -> dict[int, int]:
        return {slot.span.start: slot.span.end for slot in self.slots if slot.kind == "dateline"}

    def _after_dateline(self, span: Span) -> int:
        return min(span.end, self._dateline_ends.get(span.start, span.start))


def _reading_order(slot: Slot) -> tuple[int, int]:
    return (slot.span.start, -slot.span.end)
