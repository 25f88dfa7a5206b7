"""spelling/acronym: an acronym with swapped letters, or that does not fit its words."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity, Span, pattern
from lint_rules._shared import posts
from lint_rules._shared.names import forms, is_one_edit, kinds
from lint_rules._shared.prose import words
from lint_rules._shared.summary import times
from lint_rules.spelling import _glosses, _loud_lines

_SHORTEST, _LONGEST = 3, 7  # letters of an acronym
_LONG = 5  # letters of one that any slip shows, not just two letters swapped
_OFTEN = 3  # times that the right one is there
_ROMAN = frozenset("IVXLCDM")
# Bodies and things one swap from another, which may both be in a story.
_KNOWN = words(
    "aba abc acc aca aec afc afl aig ans apa api asa atf atm bbc bnp bpa bpi cab cba cbc cbi cbo "
    "cbs cda cdc cdu cfa cfo cia cio cmo cnbc cnn cpa cpi cps csa csi csu ctc ctv dea dhs dna doc "
    "dod doe doj dot dui dup dvd eca ecb eec eia epa esa esp eta etf fa faa fbi fca fcc fda fec "
    "fema ffa fha fia fifa fsb fta ftc gao gdp gmo gop gps hbo hiv hud iaea ibm icbm icc ice ied "
    "ifa imf ioc ipo ira irs isi iso ita itv jfk kgb lbj lcd led lgbt mba mit mla mlb mls mma mps "
    "nab nasa nba nbc ncaa nea nfc nfl ngo nhl nhs nlc npr nra nsa nsc nsf ntsb nyc nypd nyt oas "
    "ohio omb opec osha pac pbs pcb pga pla plo pms pow prc ptsd rna rnc sas sat sba sdf sec sdp "
    "spd spa stem swat tsa uae ufc ufo uk un us usa uso usps usd uva vat vip who wto wwe wwf aclu "
    "act dc eu lng led mdc nato nda pdf pfd tnt ncp npc cpn cnp icu uci ipa pia"
)
_TICKER = pattern(r"(?:NYSE|NASDAQ|Nasdaq|LSE)[:\s]\s*\Z|\$\Z")


class Acronym(Rule):
    """An acronym has the same letters throughout, and those of the words it stands for.

    Nobody reads an acronym letter by letter, and spellcheckers leave it alone. The rule asks about
    one that is there once and has two letters swapped against one that the story uses three times
    or more, about one that has the first letters of its words but for one slip, and about
    one that the story explains twice with different words. Acronyms that are well known, that come
    from another language or that the story explains are left alone.
    """

    id = "spelling/acronym"
    severity = Severity.ASK
    scans = (_glosses.GLOSSED, _glosses.GLOSSED_OR)
    accepts = True
    examples = (
        Bad("The Harbour Traffic Board (HTB) met. The HTB voted.\n\nThe HTB said so.\n\n"
            "The [[HBT]] left.",
            fixed="The Harbour Traffic Board (HTB) met. The HTB voted.\n\nThe HTB said so.\n\n"
            "The HTB left."),
        Bad("The Harbour Traffic Board ([[HBT]]) met on Monday."),
        Bad("The Rural Water Agency (RWA) met.\n\nThe Rural Works Agency ([[RWA]]) left."),
        Bad("The Northern Farmers Union ([[NFA]]) met.\n\nThe NFU said so."),
        Bad("The Harbour Traffic Board (HTB) met. The HTB voted.\n\nThe [[HBT]] left.",
            fixed="The Harbour Traffic Board (HTB) met. The HTB voted.\n\nThe HTB left."),
        Good("The Harbour Traffic Board (HTB) met. The HTB voted. The HTB left for the "
             "House of Big Trees (HBT)."),
        Good("The Social Democratic Party (SPD) won. The SPD said so."),
        Good("The National Highway Traffic Safety Administration (NHTSA) met."),
        Good("The U.S. Centers for Disease Control and Prevention (CDC) said so."),
        Good("The NBA met the NAB. The NBA said so. The NBA left."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the acronyms with each other and with the words that explain them."""
        short = [word for word in filter(str.isupper, forms(doc)) if _is_acronym(word)]
        if not short:
            return
        glossed: list[_glosses.Gloss] = []
        if any(f"({word})" in doc.text or f"or {word}" in doc.text for word in short):
            glossed = list(_glosses.glosses(doc))
            yield from self._unfit(glossed, {*short})
            yield from self._twice(doc, glossed)
        if len(short) > 1:
            yield from self._swapped(doc, short, glossed)

    def _unfit(self, glossed: list[_glosses.Gloss], used: set[str]) -> Iterator[Finding]:
        for one in glossed:
            right = one.initials.upper()
            if (one.is_slip or _is_slip_for(one, used)) and one.short.lower() not in _KNOWN:
                yield self.find(
                    one.span,
                    f"“{one.short}” does not fit the words before it: should it be “{right}”?",
                    evidence=f"The words begin with {', '.join(right)}.",
                )

    def _twice(self, doc: Document, glossed: list[_glosses.Gloss]) -> Iterator[Finding]:
        """Acronyms that are explained twice, each time with words whose first letters fit."""
        first: dict[str, _glosses.Gloss] = {}
        for one in glossed:
            if one.initials != one.short.lower():
                continue
            earlier = first.setdefault(one.short, one)
            if earlier.told != one.told and _differ(doc, earlier, one):
                yield self.find(
                    one.span,
                    f"“{one.short}” stands for other words earlier in the story: which are right?",
                    evidence=f"“{earlier.told.title()}” there, “{one.told.title()}” here.",
                    related=(Related(earlier.span, "Explained here"),),
                )

    def _swapped(
        self, doc: Document, short: list[str], glossed: list[_glosses.Gloss]
    ) -> Iterator[Finding]:
        explained = {one.short for one in glossed}
        fitting = {one.short for one in glossed if one.initials == one.short.lower()}
        for slip, right in _pairs(short):
            if slip in explained or slip.lower() in _KNOWN:
                continue
            places = [*_places(doc, slip)]
            if len(places) == 1 and _counts(doc, places[0]):
                often = [*_places(doc, right)]
                is_swap = right in fitting and sorted(slip) == sorted(right)
                if len(often) >= _OFTEN or (is_swap and often):
                    yield self.replace(
                        places[0],
                        right,
                        f"Is “{slip}” a slip for “{right}”?",
                        evidence=f"“{right}” appears {times(len(often))} in the story.",
                        related=(Related(often[0], f"“{right}” here"),),
                    )


def _is_slip_for(gloss: _glosses.Gloss, used: set[str]) -> bool:
    """Whether the story itself uses the letters that fit the words."""
    right = gloss.initials.upper()
    return right != gloss.short and right in used and is_one_edit(gloss.short, right)


def _is_acronym(word: str) -> bool:
    return _SHORTEST <= len(word) <= _LONGEST and word.isalpha()


def _pairs(short: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of acronyms of which one may be a slip for the other, both ways round."""
    by_letters: dict[str, list[str]] = {}
    for word in short:
        by_letters.setdefault("".join(sorted(word)), []).append(word)
    for group in by_letters.values():
        for one in group:
            yield from ((one, other) for other in group if is_one_edit(one, other))
    long = [word for word in short if len(word) >= _LONG - 1]
    for one in long:
        for other in long:
            if _is_letter_lost(*sorted((one, other), key=len)):
                yield one, other


def _is_letter_lost(shorter: str, longer: str) -> bool:
    """Whether a letter is missing before the last one: LGBTQ is as right as LGBTQI."""
    is_longer = len(shorter) < len(longer) >= _LONG
    return is_longer and not longer.startswith(shorter) and is_one_edit(shorter, longer)


def _places(doc: Document, word: str) -> Iterator[Span]:
    """Where an acronym is, in capitals."""
    for start in doc.words.starts(word.lower()):
        span = Span(start, start + len(word))
        if doc[span] == word and not doc.is_verbatim(span):
            yield span


def _counts(doc: Document, span: Span) -> bool:
    """Whether it is in the paper’s copy, not in a line of capitals, a post or a quotation."""
    slot = doc.slot_at(span.start)
    if slot is None or slot.kind in ("table-cell", "byline", "credit"):
        return False
    word = doc[span]
    if set(word) <= _ROMAN or (len(word) > _SHORTEST and "w" in kinds(word.lower())):
        return False
    if _is_among_capitals(doc, span) or _loud_lines.is_in_capitals(doc, slot):
        return False
    return not (
        posts.is_in_post(doc, span)
        or doc.is_deliberate(span)
        or _TICKER.search(doc.before(span, 10))
    )


_BESIDE = pattern(r"\A[ ,\u00a0-]+\p{Lu}{2,}|\A[/\d]")
_BEFORE = pattern(r"\p{Lu}{2,}[ ,\u00a0-]+\Z|[-/\d]\Z")


def _is_among_capitals(doc: Document, span: Span) -> bool:
    """Whether other words in capitals, a figure or a stroke are beside it."""
    return bool(_BESIDE.search(doc.after(span, 12)) or _BEFORE.search(doc.before(span, 12)))


def _differ(doc: Document, one: _glosses.Gloss, other: _glosses.Gloss) -> bool:
    """Whether two explanations differ, but not only in number or spelling, and may be of one body.

    They begin alike, or differ in one word; a sentence that has both tells them apart.
    """
    if len(one.told.split()) < 2 or doc.sentence_at(one.span.start) == doc.sentence_at(
        other.span.start
    ):
        return False
    pairs = [*zip(one.told.split(), other.told.split(), strict=True)]
    apart = [pair for pair in pairs if pair[0] != pair[1]]
    if all(_are_one_word(*pair) for pair in apart):
        return False
    is_alike = all(first[:2] == second[:2] for first, second in apart)
    return len(apart) == 1 or (is_alike and len(apart) < len(pairs))


def _are_one_word(first: str, second: str) -> bool:
    return is_one_edit(first, second) or first.rstrip("s") == second.rstrip("s")
