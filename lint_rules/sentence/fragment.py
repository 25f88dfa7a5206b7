"""Sentences and paragraphs that begin in lower case, break off or are incomplete."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Severity,
    Slot,
    is_abbreviation,
    pattern,
    scan,
)
from lint_rules._shared import RESIDUE, lines
from lint_rules._shared.dates import MONTHS, WEEKDAYS
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import is_known
from lint_rules.sentence import _lower_starts
from lint_rules.sentence._cut_sentences import cuts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

_KINDS: tuple[SlotKind, ...] = ("paragraph", "list-item", "deck", "caption", "note", "block-quote")
_NEAR = 400  # code points checked on either side
_WORDS = 3  # words on either side of the stop, at least, that make a sentence
_LONG = 8  # words, at least, of a paragraph that is not a list item

# Words in lower case that open names, and brands and names that are all lower case.
_NAMES = words(
    "de da di du del della dello des la le el al los las van von der den ten ter te af av zu zum "
    "zur bin bint ibn ben abu dos das do san y adidas bell danah k d e lululemon thredup asos "
    "boygenius deadmau5 pandas numpy npm git bash will.i.am thirtysomething mewithoutyou "
    "craigslist reddit tumblr flickr a-ha e-bay t-shirt"
)
_SHORT_FORMS = words(
    "vs etc approx dept govt assn assoc corp inc ltd bros prof univ incl excl est misc tel cf eg "
    "ie nos vol vols ed eds seq viz fig figs ext avg max min hrs hr mins secs sec lbs ave blvd "
    "pron ret rev gen sen rep gov lt col sgt capt cmdr jan feb mar apr jun jul aug sept oct nov "
    "dec mon tue tues wed thu thur thurs fri sat sun mph kph psi rpm tbsp tsp qtr pct dist div "
    "par pop trans temp abbr adj adv www com org net ibid supt det pres mgr natl intl mfg plc co "
    "esp msec pkg pkgs tbsps tsps oz lb pt qt qts pts gal doz opp pkt lg sm med "
    "cont mech elec civ chem elect ft yd yds mi sq fl min mins wk wks mo mos yr yrs"
)
_DAYS = frozenset((*WEEKDAYS, *MONTHS))
_START = scan(r"\.(?:(?<=\w\.)|(?<=\w[%”\")]\.))(?:[”\"]|’’|'')? {1,3}(?=[a-z])", at=".")
_TWO_LETTERS = words("me us it up on in go so to of by be do is he we at or my am an as")
_NUMBERED = words("No Nos no nos Art Sec Rev Vol Ch pp p Fig Op")
# Words after a quotation that attribute or continue it, though a comma is missing.
_LED_ON = words(
    "said says he she they it who and or wrote told added asked "
    "around at on before after when as while for with to from by of about because that"
)
_STOPS = (".", "!", "?")
_OPENING = words("he she it they we this there the")  # what opens a sentence in a quotation
_WRITTEN = pattern(
    r"\b(?:wr[io]te|wrote|written|tweet\w*|post\w*|text\w*|letter|e-?mail\w*|message\w*|sign|banner"
    r"|caption\w*|note|Facebook|Instagram|Twitter|X|sic)\b"
)
_CREDIT = pattern(r"with (?:additional |further )?(?:reporting|research|files|pictures)\b")
_ENDS = (".", "!", "?", ".”", '."', "?”", "!”", '?"', '!"', ".’", ".'", ".)")


class Fragment(Rule):
    """A sentence is complete: it has a beginning and an end, a subject and a verb.

    Cutting and pasting loses the first words of a sentence (“He even said so.
    expressed thanks to all.”), its last words (“He said that the.”) or its main
    clause. Quotations that continue, names such as de Gaulle or eBay, lists and
    posts are left alone. Deliberately short sentences (“Not so.”) are not
    faults.
    """

    id = "sentence/fragment"
    severity = Severity.FIX
    yields_to = RESIDUE
    scans = (_START, _lower_starts.CRY)
    triggers = ()  # every paragraph and every sentence end is checked
    examples = (
        Good("The firm moved on. eBay did not, and de Gaulle would have laughed."),
        Good("“Is that so?” he asked. “Yes!” she cried, and left for the U.S. pier at 5 p.m. ET."),
        Good("He thought ... and thought again. Then he left. (He said so.)"),
        Good("Three things matter in the harbour:\n\nclean water\n\nsafe boats\n\nfresh fish"),
        Good("He invited priests, nuns and everyone in between. Jobs are few and far between."),
        Good("The talk was anything but. She left just because. It was cold before and during."),
        Good("Add 1 (1-lb.) pkg. ground pork and 2 Tbsp. butter, softened, and stir it all."),
        Good("Cut the bread into 2 in. long strips and toast them with 1 oz. melted butter."),
        Good("It is a plan with a large, an open and a big if. Nobody knows what it is for."),
        Bad("The harbour master thanked the crew. [[expressed his gratitude to every boat.]]"),
        Bad("The harbour is open again, the mayor said. [[it]] will stay open all summer. "
            "Boats came at noon.",
            "The harbour is open again, the mayor said. It will stay open all summer. "
            "Boats came at noon."),
        Good("Not so. Why? Because it was late, and for that alone."),
        Bad("The minister said that the pier is open to all [[and]]."),
        Bad("The council of the old town has voted [[to]]."),
        Bad("The owner of the ferry has put it down to a [[new]]."),
        Bad("Was the pier shut in May? [[nobody]] in the town could say for how long.",
            "Was the pier shut in May? Nobody in the town could say for how long."),
        Good("Was the pier shut? the mayor asked. It was more than the town could pay for."),
        Good("Who saw it? when? and where? That is what the court was set up to find out."),
        Bad("Pier opens\n\nThe boats came back at noon.\n\nThe crew of the old boat, which had "
            "been out at sea for all of the [[week,]]\n\nThe mayor was glad of it, she said."),
        Bad("He came home in May. [[Although the storm was strong by then.]] He was glad."),
        Bad("The harbour is open again after the storm of last week.\n\n[[and]] the boats that had "
            "left for safer places came back at noon, the mayor said.\n\nHe was glad."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look after every full stop, and at how paragraphs begin."""
        for match in _START.pattern.finditer(doc.text):  # every stop begins a window
            slot = doc.slot_at(match.end())
            if (
                slot in doc.prose(*_KINDS)
                and _is_fragment(doc, slot, match.end())
                and _is_english(doc, match.end())
            ):
                quoted = doc.quote_at((match.end(), match.end() + 1)) is not None
                yield self._sentence(doc, slot, match.end(), Severity.ASK if quoted else None)
        for at in _lower_starts.after_cries(doc):
            word = doc.after(at, 40).split()[0].rstrip(",;:.")
            if _is_plain_word(_bare(word)):
                yield self._lower((at, at + len(word)), word, "It follows the end of a sentence.")
        for slot in _lower_starts.odd_lines(doc):
            word = doc[slot.span].split()[0].rstrip(",;:.")
            if _is_plain_word(_bare(word)):
                span = (slot.span.start, slot.span.start + len(word))
                yield self._lower(
                    span, word, "The lines beside it begin with a capital.", Severity.ASK
                )
        for before, slot in _neighbours(doc):
            yield from self._paragraph(doc, before, slot)
        for cut in cuts(doc):
            severity = None if cut.sure else Severity.ASK
            yield self.find(cut.span, cut.message, evidence=cut.evidence, severity=severity)

    def _lower(
        self, span: tuple[int, int], word: str, evidence: str, severity: Severity | None = None
    ) -> Finding:
        """A word in lower case where a capital is due."""
        return self.replace(
            span,
            word[0].upper() + word[1:],
            f"“{word}” begins in lower case.",
            title=f"Write “{word[0].upper() + word[1:]}”",
            evidence=evidence,
            severity=severity,
        )

    def _sentence(self, doc: Document, slot: Slot, at: int, severity: Severity | None) -> Finding:
        """A sentence in lower case: its first word, or all of it if words may be lost."""
        word = doc.after(at, 40).split()[0].rstrip(",;:.")
        evidence = f"The full stop before “{word}” ends the previous sentence."
        capital, short = word[0].upper() + word[1:], (at, at + len(word))
        title = f"Write “{capital}”"
        if _lower_starts.opens(word):
            message = f"“{word}” begins in lower case."
            return self.replace(
                short, capital, message, title=title, evidence=evidence, severity=severity
            )
        sentence = doc.sentence_at(at)
        end = sentence.end if sentence is not None else slot.span.end
        message = f"The sentence starts with a lower-case “{word}”: check for missing words."
        if "v" in parts(word) or word.endswith("ed"):
            return self.find((at, end), message, evidence=evidence)
        return self.replace(
            short, capital, message, title=title, marked=(at, end), evidence=evidence
        )

    def _paragraph(self, doc: Document, before: Slot, slot: Slot) -> Iterator[Finding]:
        found = doc[slot.span].split()
        if (
            len(found) < _LONG
            or found[:2] == ["see", "also"]
            or not _is_plain_word(_bare(found[0]))
        ):
            return
        sound = before.kind != "paragraph" or doc[before.span].endswith(_ENDS)
        if not sound or not doc[slot.span].endswith(_ENDS) or lines.is_after_shown(doc, slot):
            return
        yield self.find(
            (slot.span.start, slot.span.start + len(found[0])),
            f"The paragraph starts with a lower-case “{found[0]}”: check for missing words.",
            evidence="It does not continue a sentence from the line before.",
        )


def _is_fragment(doc: Document, slot: Slot, at: int) -> bool:
    """Whether what begins at ``at`` is a sentence of its own, in lower case."""
    stop = len(doc[slot.span.start : at].rstrip()) - 1 + slot.span.start
    closed = doc.text[stop] in '”"'
    stop -= closed
    before = doc[max(slot.span.start, stop - _NEAR) : stop].split()
    after = doc[at : min(slot.span.end, at + _NEAR)].split()
    if len(before) < _WORDS or len(after) < _WORDS or not _is_plain_word(_bare(after[0])):
        return False
    if after[0] in ("by", "from") and after[1][:1].isupper():
        return False  # a byline
    if before[-2].rstrip(".") in _NUMBERED or _CREDIT.match(doc.text, (at, slot.span.end)):
        return False
    if before[-1] == "in" and before[-2][-1:] in "0123456789½¼¾":
        return False  # 12 in. long
    if not _may_end(before[-1]) or (closed and (after[0] in _LED_ON or _is_noun(doc, stop))):
        return False
    if any(word.endswith(_STOPS) for word in (before[-2], after[0], after[1])):
        return False
    span = (at - 1, at + 1)
    if doc.quote_at(span) and not _is_spoken(doc, slot, at, after[0]):
        return False
    return not (doc.is_verbatim(span) or _in_bracket(doc.text, slot, stop))


def _is_english(doc: Document, at: int) -> bool:
    """Whether the word there is one, and no name of a product in lower case."""
    word = _bare(doc.after(at, 40).split()[0])
    return all(map(is_known, word.split("-")))


def _is_spoken(doc: Document, slot: Slot, at: int, word: str) -> bool:
    """Whether words that were said, and not written, go on with what can only open a sentence."""
    return _bare(word) in _OPENING and not _WRITTEN.search(doc[slot.span])


def _is_noun(doc: Document, stop: int) -> bool:
    """Whether the quotation that ends there is part of a sentence: the “Go on.” campaign."""
    quote = doc.quote_at((stop, stop + 1))
    return quote is not None and doc.text[max(0, quote.span.start - 2)].isalnum()


def _may_end(word: str) -> bool:
    """Whether a stop after that word ends a sentence: not an abbreviation or an initial."""
    word = word.strip("”\")’'(")
    if word in _DAYS or word in _TWO_LETTERS or word.endswith("%"):
        return True
    if word.replace(",", "").lstrip("$£€").isdecimal():
        return True
    word = word.replace("’", "").replace("'", "").rpartition("-")[2].rpartition("—")[2]
    if word.lower() in _SHORT_FORMS:
        return False
    if not word.isalpha() or len(word) < 3:
        return len(word) == 2 and word.isupper() and not is_abbreviation(word)
    if word.islower():
        return word not in _SHORT_FORMS and not is_abbreviation(word)
    return (word.isupper() or (len(word) > 3 and word.istitle())) and not is_abbreviation(word)


def _bare(word: str) -> str:
    """A word without the marks after it and without the end of a contraction."""
    return word.rstrip(",;:").replace("’", "'").partition("'")[0]


def _is_plain_word(word: str) -> bool:
    """Whether a word is an ordinary one in lower case, not a name, brand, address or number."""
    return (
        word.replace("-", "").isalpha() and word.islower() and word.isascii() and word not in _NAMES
    )


def _in_bracket(text: str, slot: Slot, at: int) -> bool:
    """Whether a bracket that was opened before ``at`` is still open there."""
    start = max(slot.span.start, at - _NEAR)
    return text.count("(", start, at) > text.count(")", start, at) or text.count(
        "[", start, at
    ) > text.count("]", start, at)


def _neighbours(doc: Document) -> Iterator[tuple[Slot, Slot]]:
    """The only paragraph that begins in lower case, with the one before; nothing if several do."""
    slots, text = doc.parsed.slots, doc.text
    lower = [
        index
        for index, slot in enumerate(slots)
        if text[slot.span.start].islower() and slot.kind in ("paragraph", "list-item")
    ]
    if len(lower) == 1 and lower[0] > 0 and slots[lower[0]].kind == "paragraph":
        before = slots[lower[0] - 1]
        if before.kind in ("paragraph", "headline", "heading", "deck", "byline"):
            yield before, slots[lower[0]]
