"""Verbs that do not agree with the noun, the pronoun or the “who” right before them."""

from __future__ import annotations

from copydesk import Document, Iterator, scan
from lint_rules.sentence import _agreeing_verbs, _clauses, _persons, _pronouns, _subjects
from lint_rules.sentence._noun_phrases import Fault

_LONGEST = 20  # letters of a verb
_REACH = 40  # code points of a pronoun and its verb
_WHY = "One of the two is singular, the other plural."
_HOW = (" how ", " what", " why ", " when", " wher")
# Be and have behind a word that may be a subject of the other number: a plural, a pair, a noun
# with a phrase of its own.
_FAR = r"(?<= (?:of|in|for) [^.,;:!?\n]{0,40})"
_NO_NOUN = (
    r"(?<!\b(?:[Ii]t|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Yy]ou|[Tt]hat|[Ww]hich|[Ww]ho|[Tt]here|[Ww]hat|I|as|in"
    r"|to|would|could|should|not|also|may|might|must|will|people|police|now|still) )"
)
_VERB = scan(
    rf"(?<=[a-z] ){_NO_NOUN}"
    rf"(?:(?:(?<=[sn] )|(?<= and [a-z ]{{0,24}})|{_FAR})(?:is|was|has|does)"
    rf"|(?:(?<=[^s] )|(?<=[siu]s )|{_FAR})(?:are|were|have))(?![\w’'-])",
    at=("is", "was", "has", "does", "are", "were", "have"),
    after=5,
)
_PRONOUN = scan(
    r"(?<![-/\w’'])(?:(?P<one>[Hh]e|[Ss]he|[Ii]t|[Ee]very(?:one|body)|[Ss]ome(?:one|body)|[Nn]obody"
    r"|[Aa]nyone) (?!(?:had|was|would|will|said|could|did|can|should|told|went|may|must|also"
    r"|and|to|in|on|at|of|or|for|as|not|be|just|never|first|did|might|made|took|became|came|began"
    r"|got|the|a|that|with|from|by)\b)(?P<verb1>[a-z]+(?<!ed)(?<!s)(?:['’]t)?)"
    r"|(?P<many>[Tt]hey|[Ww]e|[Yy]ou|I) (?!was\b(?<=I was))(?P<verb2>[a-z]*(?:s|n['’]t)))"
    r"(?![\w'’-])",
    at=tuple(sorted(_pronouns.SINGLE | _pronouns.MANY)),
    after=_REACH,
)


def of_nouns(doc: Document) -> Iterator[Fault]:
    """Verbs right behind a noun, or a person’s name, of the other number."""
    places = [(match.start(), match[0]) for match in _VERB.finditer(doc)]
    for verb in sorted(doc.words.among(_agreeing_verbs.OTHERS)):
        places += [(at, verb) for at in doc.words.starts(verb) if _may_agree(doc.text, at, verb)]
    for at, verb in places:
        plural = verb in _agreeing_verbs.PLURAL_VERBS or verb[-1] != "s"
        subject = _wrong_subject(doc, at, verb, plural)
        if subject:
            wrong, other = ("singular", "plural") if plural else ("plural", "singular")
            yield Fault(
                (at, at + len(verb)),
                _agreeing_verbs.other_form(verb, plural),
                f"“{verb}” does not agree with “{subject}”.",
                f"The subject is {wrong}, the verb {other}.",
            )


def _may_agree(text: str, at: int, verb: str) -> bool:
    """Whether a word is a verb right behind a word that may be its subject: quick."""
    end = at + len(verb)
    first = text.rfind(" ", 0, at - 1) + 1
    word, before = text[first : at - 1], text[max(0, first - 44) : first]
    if text[at - 1 : at] != " " or not _subjects.quick(word, verb[-1] != "s", before):
        return False
    if text[end : end + 1] in "’'-" or not text[at].islower():
        return False
    return _agreeing_verbs.is_verb(verb, text[end : end + 12])


def _wrong_subject(doc: Document, at: int, verb: str, plural: bool) -> str:
    """The subject right before a verb, if they do not agree; empty otherwise."""
    clause = _clauses.before(doc, at)
    word = clause.tokens[-1] if clause.tokens else ""
    if word[:1].isupper() and plural and word != "This":
        return _persons.judged(doc, clause, verb)
    subject, end = _subjects.judged(clause, verb), at + len(verb)
    return "" if subject[:1].isupper() and doc.text[end : end + 5] in _HOW else subject


def of_pronouns(doc: Document) -> Iterator[Fault]:
    """Verbs behind a pronoun that they do not fit."""
    for match in _PRONOUN.finditer(doc):
        group = "verb1" if match["one"] else "verb2"
        shown, at = match["one"] or match["many"], match.start()
        pronoun, verb = shown.lower(), match[group].replace("’", "'")
        if not _pronouns.may_be_wrong(pronoun, verb) or doc.after(match.end(), 1).isalnum():
            continue
        right = _pronouns.fitting(_clauses.before(doc, at), pronoun, verb, _said(doc, at))
        if right:
            message = f"“{verb}” does not agree with “{shown}”."
            yield Fault(match.span(group), right, message, _WHY)


def of_who(doc: Document) -> Iterator[Fault]:
    """Verbs behind “who” that do not fit the noun before it."""
    text = doc.text
    for at in doc.words.starts("who"):
        if text[at + 3 : at + 4] != " " or text[at - 1 : at] != " ":
            continue
        verb = _word(text, at + 4)
        if not verb or verb in ("had", "said", "would", "will", "could"):
            continue
        if not _pronouns.may_be_wrong_after_who(verb):
            continue
        right = _pronouns.fits_who(_clauses.before(doc, at), verb, _said(doc, at))
        if right:
            message = f"“{verb}” does not agree with the noun before “who”."
            yield Fault((at + 4, at + 4 + len(verb)), right, message, _WHY)


def _said(doc: Document, at: int) -> str:
    """The sentence up to an offset."""
    sentence = doc.sentence_at(at)
    return doc.text[sentence.start : at] if sentence is not None else ""


def _word(text: str, at: int) -> str:
    """The word at an offset, if it is in lower case."""
    found = text[at : at + _LONGEST].partition(" ")[0].rstrip('.,;:!?”"')
    if not found[:1].islower():
        return ""
    found = found.replace("’", "'")
    return found if found.replace("'", "").isalpha() else ""
