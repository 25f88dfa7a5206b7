"""An aside that opens with a dash and closes with a comma."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared import RESIDUE

_DASHES = (" – ", " — ", " - ", " -- ")
_REACH = 160  # code points before the dash in which a title is looked for
_LONGEST = 18  # words before the dash; a longer beginning usually has a verb

# The name of a person or thing, then a comma and the verb of the sentence. Only
# verbs and objects that cannot begin a participle (“Poe, called the best, …”).
_ASIDE = scan(
    r" ([–—]|--?) ((?:(?:[A-Z][\w.’'-]+|al|bin|da|de|del|den|der|di|dos|du|el|la|le|van|von) )"
    r"{0,4}[A-Z][\w’'-]+)(,) "
    r"(?:(?:also|later|then|today|yesterday|on \w+day) )?"
    r"(?:(said|says|took|gave|went|wrote|spoke|began|came|became|arrived|travel+ed|visited|visits"
    r"|joined|attended|addressed|appeared|agreed|insisted|argued|thanked|added|noted|makes|takes"
    r"|gives|has|had|is|was|will|would|can|could|must|should|tells|warns|urges|calls)"
    r" (?!by\b)\w"
    r"|(made|paid|expressed|announced|met|declared|pledged|told|held|delivered|presented|urged)"
    r" (?:an?|his|her|its|their|reporters|journalists|with|that) \w)",
    at=_DASHES,
)
# The same with an aside in words: “The bridge – built in 1931, was closed.”
_PLAIN_ASIDE = scan(
    r" ([–—]|--?) ([a-z][^,;:–—“”\"()]{2,70})(,)"
    r" (is|was|are|were|has|have|had|will|would|said|says) (?!by\b)[a-z]",
    at=_DASHES,
)
# A title, a dash and the name of its holder, with no dash to close the aside.
_TITLED = "President|Minister|Chancellor|Secretary|General|Governor|Mayor|Premier|King|Queen"
_TITLES = frozenset(_TITLED.lower().split("|"))
_OFFICE = scan(
    rf"\b(?:{_TITLED})"
    r"(?: of (?:the )?[A-Z][\w.]+(?: [A-Z]\w+)?)? ([–—]|--?) ([A-Z][\w’'-]+ [A-Z][\w’'-]+)"
    r"(?=[,.;] |[,.;]\Z| (?:to|and|on|in|at|for|with|by|after|from) )",
    at=_DASHES,
    before=_REACH,
)
_VERB = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|said|says|told|made|did|does|do|may|might"
    r"|must|should|[a-z]+ed|took|gave|went|came|met|won|lost|began|saw|held|kept)\b"
)
_DASH = pattern(r" (?:[–—]|--?) ")


class DashComma(Rule):
    """An aside that opens with a dash closes with a dash.

    “The mayor of Oslo – Ann Poe, made a speech” opens an aside with a dash and
    closes it with a comma; readers stumble at the verb.
    """

    id = "sentence/dash-comma"
    severity = Severity.FIX
    yields_to = RESIDUE
    scans = (_ASIDE, _PLAIN_ASIDE, _OFFICE)
    examples = (
        Good("The mayor of Oslo – Ann Poe – made a speech on Monday."),
        Good("The mayor, Ann Poe, made a speech on Monday – her first."),
        Good("She named three towns – Oslo, Bergen and Moss – in her speech."),
        Good("Best singer – Ann Poe, called the voice of the north by her critics."),
        Good("She met the President – Ann Poe – on Monday, and the new Mayor, Bob Roe."),
        Bad("She met President [[– Ann Poe]], underscoring that the pier is safe.",
            "She met President Ann Poe, underscoring that the pier is safe."),
        Bad("The mayor of Oslo [[– Ann Poe, made]] a speech on Monday.",
            "The mayor of Oslo – Ann Poe – made a speech on Monday."),
        Good("The old bridge – shut in May, as it was in June – is open. It is – or was, was it?"),
        Bad("The old bridge [[– built in 1931, was]] closed on Monday.",
            "The old bridge – built in 1931 – was closed on Monday."),
        Bad("The head of the Commission [[– Ursula von der Leyen, joined]] them in Kyiv.",
            "The head of the Commission – Ursula von der Leyen – joined them in Kyiv."),
        Bad("The head of the harbour (OHA) [[— Bob Roe, said]] he would go.",
            "The head of the harbour (OHA) — Bob Roe — said he would go."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the beginning of each sentence that has a dash."""
        titled = doc.words.among(_TITLES)
        dashes: dict[Span, list[int]] = {}
        for at in _ASIDE.anchors(doc):
            sentence = doc.sentence_at(at)
            if sentence is not None:
                dashes.setdefault(sentence, []).append(at)
        for sentence, places in dashes.items():
            named = titled and any(_is_before_name(doc.text, at) for at in places)
            office = _OFFICE.search(doc, sentence) if named else None
            aside = _aside_at(doc, places, sentence.end)
            if not (office or aside) or not _is_own(doc, sentence):
                continue
            if office and _is_never_closed(doc, sentence, office):
                yield self._unclosed(office)
            if aside and _is_broken(doc, sentence, aside):
                yield self._aside(aside)

    def _unclosed(self, match: Match[str]) -> Finding:
        start, end = match.span(1)
        return self.delete(
            (start, end + 1),
            "Unpaired dash between title and name.",
            title="Delete the dash",
            marked=(start, match.end(2)),
            evidence=f"No dash closes the aside after “{match[2]}”.",
        )

    def _aside(self, match: Match[str]) -> Finding:
        end = max(match.end(part) for part in range(4, match.re.groups + 1))
        return self.replace(
            match.span(3),
            f" {match[1]}",
            "The aside opens with a dash but closes with a comma.",
            title="Close the aside with a dash",
            marked=(match.start(1), end),
            evidence=f"“{match[2]}” is the aside; the main verb comes after it.",
        )


def _is_own(doc: Document, sentence: Span) -> bool:
    return doc.slot_at(sentence.start) in doc.prose("paragraph", "list-item")


def _is_before_name(text: str, dash: int) -> bool:
    """Whether a capital follows a dash, given the space before it."""
    return text[dash + 1 : dash + 5].lstrip(" –—-")[:1].isupper()


def _aside_at(doc: Document, dashes: list[int], end: int) -> Match[str] | None:
    """The first aside of a sentence that opens with one of its dashes and closes with a comma."""
    if doc.text.find(",", dashes[0], end) < 0:
        return None
    tries = (form.match_at(doc, at, end) for form in (_ASIDE, _PLAIN_ASIDE) for at in dashes)
    return next(filter(None, tries), None)


def _is_never_closed(doc: Document, sentence: Span, match: Match[str]) -> bool:
    """Whether the only dash of a sentence is between a title and a name."""
    dashes = list(_DASH.finditer(doc.text, sentence))
    return len(dashes) == 1 and doc.quote_at(match.span()) is None


def _is_broken(doc: Document, sentence: Span, match: Match[str]) -> bool:
    """Whether a subject without a verb comes before the aside, and no dash right after it."""
    before = (sentence.start, match.start())
    subject = doc[before]
    if not subject[:1].isupper() or len(subject.split()) > _LONGEST or len(subject.split()) < 2:
        return False
    if any(mark in subject for mark in ',;:–—“"') or _VERB.search(doc.text, before):
        return False
    behind = (match.end(), min(sentence.end, match.end() + 40))
    return not (_DASH.search(doc.text, behind) or doc.quote_at(match.span()))
