"""Plurals with an apostrophe before a verb: two car’s were hit, the Smith’s are coming."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, Scan, Span, pattern, scan
from lint_rules._shared.names import kinds
from lint_rules._shared.parts import is_plural, parts
from lint_rules._shared.prose import words
from lint_rules.spelling._lost_apostrophes import Slip

_NUMBERS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty"
_OF_TIME = words("day week month year hour minute mile point")
_DAYS = words(
    "january february march april may june july august september october november december year "
    "week month season night winter summer spring autumn fall morning lord"
)
_REACH = 50  # code points before the verb
_NEAR = 60  # code points from a number to the end of a plural
_COUNTED = words(
    "two three four five six seven eight nine ten many several few both these those all most some "
    "dozen hundred thousand other"
)
_PLURAL = pattern(
    r"(?P<before>[^\s.!?“”\"(]+ )?(?P<word>[^\W\d_]+)[’']s (?=(?P<verb>are|were|have|live)\b)"
)
_UNMARKED = words(
    "men women children people police today yesterday tomorrow everyone someone anyone who what "
    "that it there here where how nobody somebody everybody else master bachelor"
)

VERBS = scan(r"(?<=['’]s )(?:are|were|have|live)\b", at=words("are were have live"), after=5)
COUNTS = scan(
    r"(?P<count>[^\W_]+) (?P<word>[a-z]{3,})['’]s"
    r"(?=(?P<next> (?:in|on|at|from|or|with|who|that|to|for|were|are|have|had|later|ago|before"
    r"|after|of|apart)\b|[,.;]|\Z))",
    at=words(_NUMBERS + " several many few these those"), after=40,
)  # fmt: skip
TIMES = scan(
    rf"(?<=\b(?i:{_NUMBERS.replace(' ', '|')}|several|few|many|\d\d?) )"
    r"(?P<word>day|week|month|year|hour|minute|mile|point)['’]s\b(?P<next> [a-z]+)?",
    at=words("day week month year hour minute mile point"), after=30,
)  # fmt: skip
_BEFORE_NOTHING = words(
    "later in ago before after of and on at for from as to or when since apart old"
)

# Singulars that own or are something without an article: nature’s, mother’s, dinner’s ready.
_BARE_OWNERS = words(
    "mother father mom mum dad mama papa grandma grandpa granny auntie uncle nature man mankind "
    "god life death love war time money music business work food water school church society "
    "history government management congress parliament heaven hell earth art science law industry "
    "yesterday today tomorrow tonight morning evening noon night day week month year winter summer "
    "spring autumn fall dinner lunch breakfast tea coffee weather traffic help master bachelor "
    "driver doctor women men people children what who that there here one other another else "
    "nothing everything something anything someone everyone anyone nobody everybody somebody "
    "mister missus lady baby daddy mommy mummy hubby alzheimer parkinson crohn"
)
_COUNTING = words(
    "some many several few most all other these those both various different numerous certain "
    "recent multiple countless dozens hundreds thousands millions twenty thirty forty fifty "
    "two three four five six seven eight nine ten eleven twelve"
)
_KIN = words(
    "son daughter brother sister wife husband friend neighbour neighbor parent cousin uncle aunt "
    "partner boyfriend girlfriend grandmother grandfather nephew niece child"
)
_DETERMINERS = words("the a an his her its their our my your this that each every")
_LINKING = words(
    "of in from with for by to between among on at as than like and or but toward towards into "
    "against about scored won sold made bought has have had are were includes including"
)
# What may follow a plural, and no possessive.
_ENDS = (
    "s,", "s.", "s in ", "s on ", "s at ", "s from ", "s to ", "s with ", "s by ", "s for ",
    "s of ", "s that ", "s who ", "s are ", "s were ", "s have ", "s and ", "s or ", "s inside ",
)  # fmt: skip
BARE = scan(
    r"(?P<lead>(?:(?P<first>[^\s,;.“”\"()]+) )?(?P<before>[^\s,;.“”\"()]+))"
    r" (?P<word>[a-z]{4,})['’]s"
    r"(?=[,.;:!?)]|\Z| (?:in|on|at|from|to|with|by|for|of|that|who|which|are|were|have|had|and|or"
    r"|as|but|before|after|during|while|when|than|inside|outside|across|around)\b)",
    at=tuple(f"{mark}{end}" for mark in "'’" for end in _ENDS),
    before=_REACH, after=12,
)  # fmt: skip


def plurals(doc: Document) -> Iterator[Slip]:
    """Plurals with an apostrophe."""
    yield from _before_verbs(doc)
    yield from _bare(doc)
    for form in (COUNTS, TIMES):
        for match in _apostrophes(doc, form):
            word, after = match["word"], (match["next"] or "").strip()
            if form is TIMES and after and after not in _BEFORE_NOTHING:
                right = f"{word}s'"
            else:
                right = (
                    f"{word[:-1]}ies" if word[-1] == "y" and word[-2] not in "aeiou" else f"{word}s"
                )
            if word not in _UNMARKED and (form is TIMES or word not in _OF_TIME):
                yield Slip(
                    Span(match.start("word"), match.end("word") + 2), right,
                    "The apostrophe is in the wrong place: “{right}”." if right[-1] == "'"
                    else "A plural has no apostrophe: “{right}”.",
                    "It is more than one.",
                )  # fmt: skip


def _bare(doc: Document) -> Iterator[Slip]:
    """Singulars without an article before what no possessive stands before: some case’s."""
    for at in _bare_ends(doc):
        found = BARE.pattern.finditer(doc.text, (max(0, at - _REACH), at + 12))
        match = next((one for one in found if one.end() == at + 2), None)
        if match is not None and _is_bare(match, doc.text[match.end() : match.end() + 24]):
            word = match["word"]
            in_y = word[-1] == "y" and word[-2] not in "aeiou"
            yield Slip(
                Span(match.start("word"), match.end()),
                f"{word[:-1]}ies" if in_y else f"{word}s",
                "A plural has no apostrophe: “{right}”.",
                "Nothing that it owns follows.",
            )


def _bare_ends(doc: Document) -> list[int]:
    """Where an apostrophe and an -s are, with what may follow a plural: the anchors of ``BARE``."""
    text = doc.text
    return [
        at - 1
        for at in doc.words.starts("s")
        if text[at - 1 : at] in ("’", "'") and text.startswith(_ENDS, at)
    ]


def _apostrophes(doc: Document, form: Scan) -> Iterator[Match[str]]:
    """The matches that begin with an anchor that has an apostrophe near it."""
    text = doc.text
    for at in form.anchors(doc):
        near = text[at : at + _NEAR]
        if "’s" in near or "'s" in near:
            match = form.match_at(doc, at)
            if match is not None:
                yield match


def _is_bare(match: Match[str], after: str) -> bool:
    """Whether a noun with an apostrophe has no article and is a plural in fact."""
    word, before, first = match["word"], match["before"].lower(), (match["first"] or "").lower()
    if word in _UNMARKED or not ("n" in parts(f"{word}s") or is_plural(f"{word}s")):
        return False
    if after.startswith((" and ", " or ")) and "’s" in after.replace("'", "’"):
        return False
    adjective = parts(before) == "a" or before.endswith(("est", "ic", "al"))
    if _counts(before) or (adjective and _counts(first)):
        return word not in _KIN
    if word in _BARE_OWNERS or word in _KIN or word.endswith(("s", "ness", "ity")):
        return False
    if before in _LINKING:
        return first not in _DETERMINERS and first[-2:] not in ("’s", "'s")
    return adjective and (first in _LINKING or first.endswith("ed"))


def _counts(word: str) -> bool:
    """Whether a word asks for a plural."""
    return word in _COUNTING or word.isdecimal()


def _before_verbs(doc: Document) -> Iterator[Slip]:
    """Plurals before a verb."""
    for at in VERBS.anchors(doc):
        if doc.text[at - 3 : at] not in ("’s ", "'s "):
            continue
        match = _before(doc, at)
        if match is not None:
            word = match["word"]
            in_y = word[-1] == "y" and word[-2] not in "aeiou" and word.islower()
            yield Slip(
                Span(match.start("word"), match.end("word") + 2),
                f"{word[:-1]}ies" if in_y else f"{word}s",
                "A plural has no apostrophe: “{right}”.",
                f"It is the subject of “{match['verb']}”.",
            )


def _before(doc: Document, at: int) -> Match[str] | None:
    """A plural with an apostrophe before a verb; None if it may be a possessive."""
    found = _PLURAL.finditer(doc.text, (max(0, at - _REACH), at + 6))
    match = next((one for one in found if one.end() == at), None)
    if match is None or len(match["word"]) < 3 or match["word"].lower() in _UNMARKED:
        return None
    if match["verb"] == "live" and not doc.text.startswith(" in", at + 4):
        return None
    before = (match["before"] or "").strip().lower()
    if before in _COUNTED or before.isdigit():
        return match
    if not before and match["verb"] in ("are", "were") and _is_plain(doc, match):
        return match
    if before != "the":
        return None
    word = match["word"]
    if word[0].isupper() and not word.isupper():
        return match
    opens = doc.sentence_at(match.start())
    is_first = opens is not None and opens.start == match.start()
    return match if is_first and match["verb"] in ("are", "were") else None


def _is_plain(doc: Document, match: Match[str]) -> bool:
    """Whether a sentence begins with a word that is no name: Parent’s were told."""
    opens = doc.sentence_at(match.start("word"))
    word = match["word"]
    if opens is None or opens.start != match.start("word") or not word.istitle():
        return False
    low = word.lower()
    if low in _DAYS or low.endswith("day"):
        return False
    return "w" in kinds(low) and "w" in kinds(f"{low}s")
