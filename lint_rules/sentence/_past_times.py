"""Verbs that have lost their past tense behind a past time: last week the council vote to."""

from __future__ import annotations

from copydesk import Document, Iterator, pattern
from lint_rules._shared.parts import EITHER, is_plural, is_singular, parts
from lint_rules._shared.prose import words
from lint_rules.sentence import _persons
from lint_rules.sentence._clauses import DETERMINERS, FUNCTION, is_modifier
from lint_rules.sentence._noun_phrases import Fault
from lint_rules.sentence._pronouns import is_person

_REACH = 130  # code points from a past time to the verb and the word behind it
_SURELY_PAST = 2020  # the last year that is past for any story of today
_MOST = 5  # words of a subject
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_TIME = pattern(
    r"(?:(?P<past>(?:Last (?:week|month|year|night|spring|summer|fall|autumn|winter|[A-Z][a-z]+day"
    r"|[A-Z][a-z]+(?:ber|ary))|Yesterday(?: (?:morning|afternoon|evening))?"
    r"|Earlier (?:this|that|in the) (?:week|month|year|day)|In the (?:19|20)\d0s"
    r"|In (?:late |early )?"
    rf"(?:{_MONTH},? )?(?:of )?(?P<year>1[5-9]\d\d|20[0-4]\d)"
    r"|(?:A|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|A few|Several)"
    r" (?:years?|months?|weeks?|days|hours) (?:ago|earlier)))"
    r"|On [A-Z][a-z]+day(?: (?:morning|afternoon|evening|night))?|In (?:late |early )?"
    rf"{_MONTH}),? (?=\w)"
)
_WORD = pattern(r"[\w’'.$£€-]*\w|[$£€“\"]")
_OBJECT = words(
    "the a an his her its their this these those our my him them it us two three four five several "
    "more some all"
)
_BEHIND = words("in on at for from with by against into over about as up out down off through")
_SAYING = words("say believe think argue claim insist suggest note add report warn hope know")
_MET = words(
    "visit join meet beat defeat face marry leave enter replace succeed appoint elect "
    "nominate name "
    "sue accuse tell ask buy sign win"
)
_BODIES = words("vote decide announce agree approve reject refuse accept adopt")
_NO_VERBS = words("be do have has let may will can ought need dare close lower near")
_TITLES = words(
    "leader ambassador minister candidate chancellor president spokesman spokeswoman secretary "
    "senator governor mayor director commissioner chairman chief premier"
)
_STARTS = words("last yesterday earlier ago in on")


def found(doc: Document) -> Iterator[Fault]:
    """The verbs in the present behind a past time with which their sentence opens."""
    text = doc.text
    for word in _STARTS:
        for at in doc.words.starts(word):
            start = at if word not in ("earlier", "ago") or text[at] == "E" else _opening(text, at)
            if start >= 0 and text[start].isupper() and _opens(text, start):
                yield from _behind(doc, start)


def _opening(text: str, at: int) -> int:
    """Where “two years ago” begins; negative if not near."""
    return next(
        (start for start in range(at - 3, max(-1, at - 18), -1) if text[start].isupper()), -1
    )


def _opens(text: str, at: int) -> bool:
    """Whether a sentence begins at an offset: cheap."""
    return not at or text[at - 1] in "\n\t" or text[at - 2 : at] in (". ", "? ", "! ", "” ", '" ')


def _behind(doc: Document, at: int) -> Iterator[Fault]:
    """The verb behind the time at an offset, if it is in the present."""
    time = _TIME.match(doc.text, (at, at + 60))
    if time is None or (time["year"] and int(time["year"]) > _year(doc)):
        return
    subject: list[str] = []
    for match in _WORD.compiled.finditer(doc.text, time.end(), time.end() + _REACH):
        verb = match[0]
        owned = doc.text[match.start() - 3 : match.start() - 1] in ("’s", "'s")
        if (
            subject
            and not owned
            and _is_present(doc, subject, verb, match.end(), bool(time["past"]))
        ):
            message = f"A past tense is missing in “{verb}”: did it happen then?"
            why = f"“{time[0].strip(' ,')}” is past, the verb present."
            yield Fault(match.span(), "", message, why)
            return
        gap = doc.text[match.end() : match.end() + 1]
        if len(subject) == _MOST or gap != " " or not _may_be_inside(verb, subject):
            return
        subject.append(verb)


def _year(doc: Document) -> int:
    """The year before which all is past."""
    try:
        return doc.date.day.year - 1
    except LookupError:
        return _SURELY_PAST


def _may_be_inside(word: str, subject: list[str]) -> bool:
    """Whether a word may be part of a subject."""
    low = word.lower()
    if not subject:
        return low in DETERMINERS or low in _PRONOUNS or (low not in FUNCTION and _is_noun(word))
    if low in FUNCTION or (subject[-1].lower() in _PRONOUNS):
        return False
    if "d" in parts(low) and subject[-1].lower() not in DETERMINERS:
        return False
    return is_modifier(word) or _is_noun(word)


_PRONOUNS = words("he she it they we")


def _is_noun(word: str) -> bool:
    return word[0].isupper() or bool(set(parts(word)) & set("anp"))


def _is_present(doc: Document, subject: list[str], verb: str, end: int, is_past: bool) -> bool:
    """Whether a word is the present of a verb, with a whole subject before it."""
    found = parts(verb)
    if "v" not in found or "d" in found or verb in _NO_VERBS or verb in FUNCTION:
        return False
    head, number = subject[-1], _number(doc, subject, is_past)
    if not number or (number == "plural" and (not is_past or verb in _SAYING or head in _PRONOUNS)):
        return False
    if verb in _SAYING and (head[0].isupper() or head in EITHER):
        return False
    if head in EITHER and not is_past and verb not in _BODIES:
        return False
    after = doc.text[end : end + 24]
    if found == "v" and head not in _PRONOUNS:
        return after[:1] == " " or (number == "singular" and after[:1] in (",", "."))
    return _has_object(verb, after, head)


def _has_object(verb: str, after: str, head: str) -> bool:
    """Whether what follows shows that a word is a verb, and not the end of a compound."""
    if after[:1] != " ":
        return False
    word = after[1:].partition(" ")[0].rstrip(".,;’'")
    low = word.lower()
    if (
        verb in ("go", "come", "become", "get", "keep", "give")
        or low in _OBJECT
        or word[:1] in '$£€“"'
        or low == "that"
    ):
        return True
    if head.lower() in _PRONOUNS:
        return True
    if head[0].isupper() and word[:1].isupper() and not word.endswith("day"):
        return verb in _MET and "’" not in head  # no noun before a name: Florida doctor Jan Poe
    return word == "to" and verb in _BODIES and head[0].islower()


def _number(doc: Document, subject: list[str], is_past: bool) -> str:
    """Whether the words are one singular or plural subject; empty if neither."""
    first, head = subject[0].lower(), subject[-1]
    low = head.lower()
    if low in _PRONOUNS:
        return "plural" if low in ("they", "we") else "singular"
    if head[0].isupper() and first not in DETERMINERS:
        return "singular" if _is_name(doc, subject, is_past) else ""
    if first in DETERMINERS:
        if len(subject) == 1:
            return ""
        one = is_singular(low) or low in EITHER or head[0].isupper()
        return "plural" if is_plural(low) else "singular" if one else ""
    return (
        "plural"
        if (is_plural(low) or low == "police") and len(subject) < 3 and _is_bare(subject)
        else ""
    )


def _is_name(doc: Document, subject: list[str], is_past: bool) -> bool:
    """Whether capitalised words are a person, or behind a time that is surely past, any name."""
    if is_past:
        return True
    if len(subject) > 2 and subject[-3].lower() in _TITLES:
        return subject[-2][0].isupper()
    if len(subject) > 1 and subject[-2][0].isupper():
        return is_person(subject[-2], subject[-1])
    return len(subject) == 1 and _persons.is_introduced(doc, subject[0])


def _is_bare(subject: list[str]) -> bool:
    return len(subject) == 1 or (
        "a" in parts(subject[0].lower()) and not set(parts(subject[0].lower())) & set("dgv")
    )
