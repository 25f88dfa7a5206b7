"""Which side of the Atlantic a spelling is from, and which side a story is on."""

from __future__ import annotations

from copydesk import Document, Entry, Hits, Iterable, Iterator, Slot, Span, ValueTuple, pattern
from lint_rules._shared.prose import words
from lint_rules.spelling import _others_words

AMERICAN, BRITISH, OXFORD = "american", "british", "oxford"
CLEARLY = 2  # a side with this many times as many places is the story's own

# Slots with the paper's own words; bylines and credits are names.
_SLOTS = words("headline deck heading paragraph block-quote list-item table-cell caption alt note")
_OPENING = "\"'“‘«([—– "
_COMPOUND = pattern(r"(?<![\w-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*-[a-z]+\Z")
_WIDEST = 40  # code points of a hyphenated word
_WORD = pattern(r"[\s\"'“”‘’]*([^\W\d_]*)")
# Capitalised, these are parties, ports or parts of names, even at the start of a sentence.
_NAMES = words(
    "labor labour harbor harbour gray grey center centre theater theatre tyre sherbrooke"
)

# Secretaries and departments keep the spelling of their country: the US labor secretary.
_OFFICE_WORDS = words("labor labour defense defence")
_OFFICE_AFTER = pattern(r"[- ](?:(?:under)?secretar(?:y|ies)|departments?)\b")
_OFFICE_BEFORE = pattern(r"(?i)\b(?:secretar(?:y|ies)|departments?) (?:of|for) \Z")
_STANZA = 200  # code points on either side of a word
_LINES = 3  # slashes between spaces in a quoted song or poem

# British spellings common in American copy: they say nothing about a story.
_COMMON = words("cancelled cancelling grey greys theatre theatres")
_SURE = 5  # places in the paper's own words that outweigh spellings in quotations


class Use(ValueTuple):
    """One place of a spelling.

    Attributes:
        span: where it is.
        word: as it is written there, in lower case.
        side: ``american``, ``british``, or ``oxford`` for -ize, which is both.
        other: the spelling of the other side, in lower case or with the capital of a name.
        quoted: whether it is in somebody's words.
        is_ise: whether it is of the kind -ise or -ize.
    """

    span: Span
    word: str
    side: str
    other: str
    quoted: bool
    is_ise: bool

    @property
    def is_common(self) -> bool:
        """Whether the spelling is in use on the other side as well."""
        return self.word in _COMMON


def may_be_mixed(doc: Document, hits: Hits) -> bool:
    """Whether the spellings in a story, names and quotations included, are of both sides.

    Nearly every story has spellings of one side alone, so no more need be asked about them.
    """
    found = {_use(doc, hit.span, hit.entry, False).side for hit in hits}
    return BRITISH in found and len(found) > 1


def uses(doc: Document, hits: Hits) -> tuple[Use, ...]:
    """The places that show a dialect, in text order; names and bylines are left out."""
    capitals = _capitalised(doc, hits)
    found = []
    for hit in hits:
        slot = doc.slot_at(hit.span.start)
        if slot is None or slot.kind not in _SLOTS or _is_name(doc, hit.span, slot, capitals):
            continue
        if hits.is_wanted(doc[hit.span]):
            continue  # by the newsroom's own list, whatever its dialect
        if _is_product(doc, hit.span) or _is_of_office(doc, hit.span):
            continue
        if _others_words.is_others(doc, hit.span, slot):
            continue
        if f"{doc.before(hit.span, _STANZA)}{doc.after(hit.span, _STANZA)}".count(" / ") >= _LINES:
            continue
        speech = (
            slot.kind == "block-quote"
            or doc.is_speech(slot)
            or _others_words.is_statement(doc, slot)
        )
        quoted = speech or doc.quote_at(hit.span) is not None
        found.append(_use(doc, hit.span, hit.entry, quoted))
    return tuple(found)


def _use(doc: Document, span: Span, entry: Entry, quoted: bool) -> Use:
    word = doc[span]
    if not entry.variants:
        return Use(span, word.lower(), BRITISH, entry.use or "", quoted, False)
    us, uk = entry.avoid[:2]
    is_ise = us.replace("z", "s") == uk.replace("z", "s") and "yz" not in us
    if word.lower() == uk.lower():
        return Use(span, word.lower(), BRITISH, us, quoted, is_ise)
    return Use(span, word.lower(), OXFORD if is_ise else AMERICAN, uk, quoted, is_ise)


def _capitalised(doc: Document, hits: Hits) -> frozenset[str]:
    """Forms with a capital inside a sentence: names, or parts of names."""
    return frozenset(
        doc[hit.span]
        for hit in hits
        if doc.text[hit.span.start].isupper() and not _begins(doc, hit.span)
    )


def _is_name(doc: Document, span: Span, slot: Slot, capitals: frozenset[str]) -> bool:
    """Whether a word has a capital for more than starting a sentence."""
    word = doc[span]
    if not word[0].isupper():
        return False
    if slot.kind in ("headline", "heading") or word in capitals or word.lower() in _NAMES:
        return True
    if not _begins(doc, span):
        return True
    after = _WORD.match(doc.text, (span.end, len(doc.text)))
    return after is None or not after[1].islower()


def _is_of_office(doc: Document, span: Span) -> bool:
    """Whether a word is part of the name of an office: “labor secretary”."""
    if doc[span].lower() not in _OFFICE_WORDS:
        return False
    if _OFFICE_AFTER.match(doc.text, (span.end, len(doc.text))) is not None:
        return True
    return _OFFICE_BEFORE.search(doc.text, (max(0, span.start - 30), span.start)) is not None


def _is_product(doc: Document, span: Span) -> bool:
    """Whether a word is part of a hyphenated name of a program: rust-analyzer.

    The name is in an address or in code, too, or it names a doer and has no article.
    """
    compound = _COMPOUND.search(doc.before(span, _WIDEST) + doc[span])
    if compound is None or compound[0] == doc[span]:
        return False
    name = compound[0]
    if any(f"{mark}{name}" in doc.source for mark in "/`"):
        return True
    lead = doc.before(span.end - len(name), _WIDEST).split()[-1:]
    return name.endswith(("er", "or")) and not (lead and lead[0].strip(_OPENING).isalpha())


def _begins(doc: Document, span: Span) -> bool:
    """Whether a word starts a sentence or a quotation."""
    if doc.before(span, 1) in ('"', "“", "‘", "'"):
        return True
    sentence = doc.sentence_at(span.start)
    if sentence is None or span.start - sentence.start > len(_OPENING):
        return False
    return not doc[sentence.start : span.start].strip(_OPENING)


class Sides(ValueTuple):
    """The evidence for each side, and the side that the story or its style is on.

    ``side`` is empty if neither is clear; ``settled``: the house style decided.
    """

    american: tuple[Use, ...]
    british: tuple[Use, ...]
    side: str
    settled: bool = False

    @property
    def wrong(self) -> tuple[Use, ...]:
        """The places on the other side.

        Spellings in quotations, and those used on both sides, count only if the story
        has the same word in its own spelling, or is sure of its side; -ize in quotations
        only if it has the same word.
        """
        other = self.british if self.side == AMERICAN else self.american
        if self.settled:
            return other
        here = {use.word for use in self.right}
        sure = _own(self.right) >= _SURE
        return tuple(
            use
            for use in other
            if not (use.quoted or use.is_common)
            or use.other.lower() in here
            or (sure and not (use.quoted and use.side == OXFORD))
        )

    @property
    def is_weak(self) -> bool:
        """Whether so few places show the story’s side that the paper may be on the other."""
        return not self.settled and _own(self.right) < _SURE

    @property
    def right(self) -> tuple[Use, ...]:
        """The places on the story's own side."""
        return self.american if self.side == AMERICAN else self.british


def sides(found: tuple[Use, ...], dialect: str) -> Sides:
    """Weigh the places against each other, unless a style settles the dialect.

    If the paper itself writes -ise, -ize is American, not Oxford.
    """
    own = [use for use in found if not use.quoted]
    has_ise = any(use.is_ise and use.side == BRITISH for use in own)
    american = tuple(use for use in found if _is_american(use, has_ise))
    british = tuple(use for use in found if use.side == BRITISH)
    if dialect:
        return Sides(american, british, dialect, settled=True)
    if _may_be_canadian(american, british):
        return Sides((), british, BRITISH)
    for_us, for_uk = _own(american), _own(british)
    if for_us >= max(1, CLEARLY * for_uk):
        return Sides(american, british, AMERICAN)
    if for_uk >= max(1, CLEARLY * for_us):
        return Sides(american, british, BRITISH)
    if for_us == for_uk and (spoken := _of_speech(american, british)):
        return Sides(american, british, spoken)
    if for_us == for_uk and not has_ise and sum(use.side == OXFORD for use in own) >= CLEARLY:
        return Sides(american, british, AMERICAN)
    return Sides(american, british, "")


def _of_speech(american: tuple[Use, ...], british: tuple[Use, ...]) -> str:
    """The side that quotations, which are spelled by the paper, are clearly on; mostly empty."""
    for_us, for_uk = (sum(use.quoted for use in side) for side in (american, british))
    if min(for_us, for_uk) or max(for_us, for_uk) < CLEARLY:
        return ""
    return AMERICAN if for_us else BRITISH


def _is_american(use: Use, has_ise: bool) -> bool:
    return use.side == AMERICAN or (use.side == OXFORD and has_ise)


def _own(found: Iterable[Use]) -> int:
    return sum(not (use.quoted or use.is_common) for use in found)


def _may_be_canadian(american: tuple[Use, ...], british: tuple[Use, ...]) -> bool:
    """Whether -yze is all that is American, without any -ise or -yse."""
    return all("yz" in use.word for use in american) and not any(
        use.is_ise or "ys" in use.word for use in british
    )


def first_places(found: Iterable[Use]) -> Iterator[tuple[str, Use, int]]:
    """Each spelling with its first place and the number of its places."""
    counts: dict[str, list[Use]] = {}
    for use in found:
        counts.setdefault(use.word, []).append(use)
    for word, places in counts.items():
        yield word, places[0], len(places)


def as_written(word: str, found: str) -> str:
    """A spelling with the capital of the one that it replaces."""
    return word[:1].upper() + word[1:] if found[:1].isupper() else word


STATED = dict.fromkeys(("en-gb", "en-ie", "en-au", "en-nz", "en-za"), BRITISH)
"""The dialect of a draft that states one; en-US says nothing, because templates state it of all."""

NAMES = {AMERICAN: "American", BRITISH: "British", "": ""}
