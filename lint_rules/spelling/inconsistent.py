"""spelling/inconsistent: two forms of one name or word in a story."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise

from copydesk import (
    Bad,
    Document,
    Edit,
    Entry,
    Finding,
    Fix,
    Good,
    Hits,
    Iterable,
    Iterator,
    Related,
    Rule,
    Severity,
    Span,
    ValueTuple,
    pattern,
)
from lint_rules._shared import posts, references
from lint_rules._shared.names import is_written
from lint_rules._shared.summary import times
from lint_rules.spelling import _as_written
from lint_rules.spelling._forms import unknown_groups
from lint_rules.spelling._groups import Place

_ENDING = pattern(r"[”\"’)]*(?:\s+[“\"‘'(]?[A-Z]|\s*\Z|\n)")
_ASIDE = pattern(r"\((?:and|or|not|née?|aka|a\.k\.a\.),? \Z")
# Between two forms of a name that are both meant: Trnavë/Trnava, Trnavë (Trnava).
_SIDE_BY_SIDE = pattern(r" ?/ ?\|| \((?:[a-z]+ ){0,3}\|\)|,? (?:or|also) (?:[a-z]+ ){0,2}\|")
_JOINT = 24  # code points between the two, at most
_MOST_SHOWN = 4  # other forms shown as related


class _Thing(ValueTuple):
    """One name or word: its places and forms, and the severity of mixing them.

    ``use`` is the form that the house style ``by`` asks for; both may be empty. ``firsts`` has
    the first place of every form, once the forms are compared. ``accepted`` are the forms that
    the newsroom accepts.
    """

    places: list[Place]
    severity: Severity
    use: str = ""
    by: str = ""
    firsts: tuple[Place, ...] = ()
    accepted: tuple[str, ...] = ()


class Inconsistent(Rule):
    """A name or word has one form throughout the story.

    Readers who see Zelenskyy in the headline and Zelenskiy in the caption wonder if they are two
    people. Known variants of names come from lists; words that differ only by a hyphen, accents or
    the stops of an abbreviation are found without one. The whole story counts: headline, captions,
    alt text, front matter; a headline may drop the stops of an abbreviation. The house style
    decides which form to use; without one the more frequent form does, and on a tie no fix is
    proposed. What the newsroom accepts is never the wrong one. In text quoted as it was written, a
    name is only a question, and hyphens, stops and capitals are left alone; so are posts, lists of
    sources, and two forms put side by side.
    """

    id = "spelling/inconsistent"
    severity = Severity.FIX
    accepts = True
    yields_to = ("spelling/house-form", "house")
    examples = (
        Bad(
            "Zelenskyy in Berlin\n\nPresident Volodymyr Zelenskyy met the chancellor. "
            "[[Zelenskiy]] then left for Rome.",
            fixed="Zelenskyy in Berlin\n\nPresident Volodymyr Zelenskyy met the chancellor. "
            "Zelenskyy then left for Rome.",
        ),
        Bad(
            "The U.S. sent aid in May. The U.S. Senate agreed. Aid from the [[US]] then stopped.",
            fixed="The U.S. sent aid in May. The U.S. Senate agreed. "
            "Aid from the U.S. then stopped.",
        ),
        Bad(
            "The U.S. sent aid. The [[US]] Senate agreed.",
            style={"us-abbreviation": "U.S."},
            fixed="The U.S. sent aid. The U.S. Senate agreed.",
        ),
        Bad(
            "Secretary-General Roe spoke. [[Secretary General]] Roe left, and the "
            "Secretary-General’s office said so.",
            fixed="Secretary-General Roe spoke. Secretary-General Roe left, and the "
            "Secretary-General’s office said so.",
        ),
        Bad(
            "Emre Erdoğan won. Emre Erdoğan lost. Emre [[Erdogan]] smiled.",
            fixed="Emre Erdoğan won. Emre Erdoğan lost. Emre Erdoğan smiled.",
        ),
        Bad(
            "They [[co-operate]] now. They cooperate often. They cooperate well.",
            fixed="They cooperate now. They cooperate often. They cooperate well.",
        ),
        Bad("The U.K. agreed. The [[UK]] voted."),
        Good("US troops leave\n\nThe U.S. withdrew its last troops. The U.S. said so."),
        Good("José Díaz met Jose Ruiz. José Díaz spoke first."),
        Good("János Szabó played. John Szabo sang. Mr Szabó bowed, and Mr Szabo left."),
        Good("They re-sign the deal today. They resign tomorrow."),
        Good("He flew with US Airways to the U.S. for a meeting."),
        Good("Dmitri Popov and Dmitry Orlov spoke."),
        Good("States Weigh Vote-By-Mail\n\nVote-by-mail is popular in four states, a study says."),
        Good("Talks on Bräde Quay\n\nIt is a place for Brä (and Brade) sailors."),
        Good("The U.S. won.\n\nThe US is great!\n\n— Ann Poe (@annpoe) May 4, 2019"),
        Good("ZELENSKYY SPEAKS\n\nVolodymyr Zelenskyy spoke."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the forms of words that are not on a list."""
        for group in unknown_groups(doc):
            use = self._settled(group.key, group.places)
            severity = Severity.FIX if group.is_name else Severity.STYLE
            if group.is_unsure:
                severity = Severity.ASK
            yield from self._findings(doc, _Thing(group.places, severity, use, self.style.name))

    def judge(self, doc: Document, hits: Hits) -> Iterator[Finding]:
        """Compare the known variants in the story."""
        for entry, places in _by_entry(doc, hits):
            severity = Severity.named(entry.severity) if entry.severity else self.severity
            thing = _Thing(places, severity)
            for place in places:
                house = hits.house_entry(place.form)
                if house is not None and house.use in entry.avoid:
                    thing = thing._replace(use=house.use or "", by=house.style)
            yield from self._findings(doc, thing)

    def _settled(self, key: str, places: Iterable[Place]) -> str:
        """The form that the house style's settings ask for."""
        style = self.style.get(f"{key}-abbreviation") if key in ("us", "uk", "un", "eu") else None
        if not style:
            return ""
        return next((one.form for one in places if ("." in one.form) == ("." in style)), "")

    def _findings(self, doc: Document, thing: _Thing) -> Iterator[Finding]:
        if len({place.form for place in thing.places}) < 2:
            return
        places = [one for one in _comparable(doc, thing) if not _is_others(doc, one.span)]
        if _are_both_meant(doc, places):
            return
        thing = thing._replace(places=places)
        counts = Counter(place.form for place in thing.places)
        if len(counts) < 2:
            return
        ranked = [form for form, _ in counts.most_common()]
        thing = thing._replace(accepted=tuple(filter(self.is_accepted, ranked)))
        use = thing.use or next(iter(thing.accepted), "") or _majority(counts)
        kept = use or thing.places[0].form
        if kept not in counts:  # the form of the house style is not used: every place is wrong
            return
        thing = thing._replace(firsts=_firsts(thing.places))
        for place in thing.places:
            if place.form in (kept, *thing.accepted):
                continue
            if not _is_set_off(doc, place.span):
                yield self._finding(doc, place, thing, use, counts)

    def _finding(
        self, doc: Document, place: Place, thing: _Thing, use: str, counts: Counter[str]
    ) -> Finding:
        words = doc[place.span]
        kept = use or thing.places[0].form
        fixes = []
        if use:
            new = use[:1].upper() + use[1:] if words[:1].isupper() and use[:1].islower() else use
            fixes = [Fix(f"Write “{new}”", (Edit(place.span, new),))]
        asked = thing.severity is Severity.FIX and is_written(doc, place.span)
        return self.find(
            place.span,
            f"“{words}” here, “{kept}” elsewhere in the story.",
            evidence=_evidence(counts, thing, use),
            related=_witnesses(place, thing, counts),
            fixes=fixes,
            severity=Severity.ASK if asked else thing.severity,
        )


def _by_entry(doc: Document, hits: Hits) -> Iterator[tuple[Entry, list[Place]]]:
    """The entries of which the story has two forms, with the places that count."""
    found: dict[tuple[str, str, int], tuple[Entry, list[Place]]] = {}
    for hit in hits:
        words = doc[hit.span]
        if (words.isupper() and hit.form != words) or _may_end(doc, hit.span):
            continue  # all in capitals, or the stop may be that of the sentence
        entry = hit.entry
        _, places = found.setdefault((entry.avoid[0], entry.pack, entry.line), (entry, []))
        places.append(Place(hit.span, hit.form))
    return (one for one in found.values() if len({place.form for place in one[1]}) > 1)


def _may_end(doc: Document, span: Span) -> bool:
    """Whether the stop of “Jr.” may end the sentence, so that it shows no form."""
    if doc.text[span.end - 1] != ".":
        return False
    return _ENDING.match(doc.text, (span.end, len(doc.text))) is not None


def _is_others(doc: Document, span: Span) -> bool:
    """Whether words are in a post or in an entry of a list of sources."""
    slot = doc.slot_at(span.start)
    return posts.is_in_post(doc, span) or (slot is not None and references.is_reference(doc, slot))


def _are_both_meant(doc: Document, places: list[Place]) -> bool:
    """Whether the story puts two forms of a name side by side once: “Trnavë/Trnava”."""
    ordered = sorted(places, key=lambda one: one.span)
    return any(
        one.form != other.form
        and _is_name(one.form)
        and 0 < other.span.start - one.span.end <= _JOINT
        and _SIDE_BY_SIDE.match(
            doc.text[one.span.end : other.span.end + 1].replace(other.form, "|", 1)
        )
        for one, other in pairwise(ordered)
    )


def _is_set_off(doc: Document, span: Span) -> bool:
    """Whether the words are all of a quotation or an aside, “Nü (and Nu)”: both forms are meant."""
    quote = doc.quote_at(span)
    if quote is not None and quote.inner == span:
        return True
    return doc.after(span, 1) == ")" and _ASIDE.search(doc.before(span, 12)) is not None


def _comparable(doc: Document, thing: _Thing) -> list[Place]:
    """The places that are the paper's own choice.

    A text quoted as it was written keeps its hyphens, stops and capitals.
    """
    if thing.severity is Severity.STYLE or len({_bare(one.form) for one in thing.places}) == 1:
        return [
            one
            for one in thing.places
            if _is_name(one.form)
            or not (_as_written.is_verbatim(doc, one.span) or _as_written.is_verse(doc, one.span))
        ]
    return thing.places


def _is_name(form: str) -> bool:
    """Whether a form is a name, not a word or an abbreviation."""
    return form[0].isupper() and not form.replace(".", "").isupper()


def _bare(form: str) -> str:
    """A form without what tells only of house style: capitals, stops and hyphens."""
    return form.lower().replace(".", "").replace("-", "").replace(" ", "")


def _majority(counts: Counter[str]) -> str:
    """The most frequent form; empty on a tie."""
    (form, most), (_, second), *_ = counts.most_common()
    return form if most > second else ""


def _evidence(counts: Counter[str], thing: _Thing, use: str) -> str:
    forms = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    listed = ", ".join(f"“{form}” {times(count)}" for form, count in forms)
    if thing.use:
        style = f"House style ({thing.by})" if thing.by else "House form"
        return f"{listed}. {style}: “{thing.use}”."
    if use in thing.accepted:
        return f"{listed}. The newsroom accepts “{use}”."
    if use:
        return f"{listed}."
    return f"{listed}. It is a tie: pick one."


def _firsts(places: Iterable[Place]) -> tuple[Place, ...]:
    """The first place of every form."""
    firsts: dict[str, Place] = {}
    for place in places:
        firsts.setdefault(place.form, place)
    return tuple(firsts.values())


def _witnesses(place: Place, thing: _Thing, counts: Counter[str]) -> list[Related]:
    """The first places of other forms."""
    others = (other for other in thing.firsts if other.form != place.form)
    return [
        Related(other.span, f"{times(counts[other.form])} in all")
        for other in islice(others, _MOST_SHOWN)
    ]
