"""Singular nouns where a plural is counted: one of the reason, two man, these kind of."""

from __future__ import annotations

from copydesk import Document, Iterator, pattern
from lint_rules._shared.parts import EITHER, is_singular, parts
from lint_rules._shared.prose import words
from lint_rules.sentence._clauses import FUNCTION, NUMBERS, is_modifier
from lint_rules.sentence._noun_phrases import PERSONS, Fault, is_some_plural, phrase, plural_of

_MANY = "There is more than one of them."
_ONE_OF = pattern(r"ne of (?:the|his|her|its|their|our|my|these|those) ")


def one_of(doc: Document) -> Iterator[Fault]:
    """“One of the” with a singular behind it."""
    text = doc.text
    for at in doc.words.starts("one"):
        match = _ONE_OF.match(text, (at + 1, at + 16))
        if match is None or _is_label(text, at):
            continue
        tokens, end, after = phrase(text, match.end())
        if (
            not tokens
            or not after.strip(" ")
            or len(tokens) > 5
            or after in ("-", "’", "'", "and", "or", "&")
        ):
            continue
        head, rest = tokens[-1], text[end : end + 40]
        if tokens[0] == "more":
            continue  # one of the more high profile is
        if rest[:1] == " " and rest[1:2].isupper():
            continue
        if head[0].isupper() or not head.isalpha() or not _is_one(head, tokens):
            continue
        if after.endswith(("ed", "free", "friendly")) and rest[:1] == " " and "a" in parts(after):
            continue  # one of the software focused sites
        if head.endswith("ing") and (len(tokens) == 1 or tokens[-2] in ("own", "few")):
            continue  # one of those putting in, one of her own making
        plural_next = after not in FUNCTION and is_some_plural([*rest.split(), "", ""][1])
        if (after == "," and " and " in rest) or plural_next:
            continue
        if any(is_some_plural(one.lower()) or _ACRONYMS.match(one) for one in tokens[:-1]):
            continue
        if not all(is_modifier(one) for one in tokens[:-1]):
            continue
        start = end - len(head)
        yield Fault(
            (start, end), plural_of(head), f"“One of the” needs a plural, not “{head}”.", _MANY
        )


_LABELS = words(
    "day week month year part phase clause game round chapter page number step season stage act "
    "item article rule level volume episode book that those this track world tier category "
    "group line verse set "
    "lesson question point priority count charge allegation defendant plaintiff square plan day-one"
)


_TO_ONE = words(
    "remind reminds reminded make makes made give gives gave let lets allow allows tell tells "
    "teach "
    "teaches help helps leave leaves puts lead leads takes take took brings"
)  # one, a person: reminds one of the essay


_ACRONYMS = pattern(r"[A-Z]{2,}s\Z")
_SINGLED_OUT = words("most best worst few top")


def _is_one(head: str, tokens: list[str]) -> bool:
    """Whether a noun is singular; of a group only behind a superlative: the largest bank."""
    if is_singular(head):
        return True
    best = tokens[0].endswith("est") or tokens[0] in _SINGLED_OUT
    return (
        best
        and len(tokens) > 1
        and head in EITHER
        and "n" in parts(head)
        and bool(head not in _CROWDS and plural_of(head))
    )


_CROWDS = words(
    "staff crew youth public press elite cast police people cattle clergy opposition world total "
    "leadership management personnel workforce population community fish sheep deer data media"
)


def _is_label(text: str, at: int) -> bool:
    """Whether the word before “one” makes it a name: day one of the trial."""
    before = text[max(0, at - 16) : at]
    if before.rstrip().rpartition(" ")[2].lower() in _TO_ONE:
        return True
    word = (before.split() or [""])[-1].lower()
    return before[-1:] not in (" ", "", "\n", "“", '"', "(") or word in _LABELS


_COUNTS = (
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "many", "several", "these", "those", "various",
)  # fmt: skip
_KINDS = words("kind sort type")
_AFTER_COUNTED = words(
    "in on at of from with was were is are has have had who that by for to into after before "
    "during will would can could said says along across ago later earlier between under over "
    "against outside inside near within without working named called"
)
_NO_NOUN = words(
    "fold star million billion trillion euro rand baht won yuan yen sterling else man-made "
    "rival fellow "
    "interest"
)


def after_number(doc: Document) -> Iterator[Fault]:
    """A number, “many” or “these” with a singular behind it."""
    for number in _COUNTS:
        for at in doc.words.starts(number):
            begin = at + len(number) + 1
            if doc.text[begin - 1 : begin] == " " and not _is_part(doc, at):
                fault = _miscounted(doc, number, at, begin)
                if fault is not None:
                    yield fault


def _miscounted(doc: Document, number: str, at: int, begin: int) -> Fault | None:
    tokens, end, after = phrase(doc.text, begin)
    if not 0 < len(tokens) <= 2 or not tokens[-1].islower():
        return None
    head, more, shown = tokens[-1], tokens[:-1], doc[at : begin - 1]
    if head in _KINDS and after == "of" and not more and number in ("these", "those"):
        message = f"“{shown}” does not go with “{head}”."
        span = (at, at + len(number))
        return Fault(span, "", message, f"Write this {head} of, or these {head}s of.")
    if after == "to" and doc.text.startswith(f"to {head} ", end + 1):
        return None  # three door to door trips
    lead = ["", "", *doc.before(at, 24).lower().split()]
    before = lead[-1]
    if {"a", "an"} & set(lead[-2:]) or (before == "in" and lead[-2] in NUMBERS):
        return None  # a false nine role, a four in five likelihood
    if after.endswith("ed") and _is_plural_behind(doc.text, end):
        return None  # those philosophy based units
    if not _is_counted(head, before) or (more and not _fits(more[0], after)):
        return None
    opens = doc.before(at, 8).split()[-1:] in (["For"], ["In"], ["On"], ["At"], ["After"], ["With"])
    if (
        after == ","
        and not opens
        and head not in PERSONS
        and not _is_clause(doc.text[end + 2 : end + 14])
    ):
        return None  # many skin, lung and blood diseases
    if not _may_follow(after, head) or (after == "of" and number in ("these", "those")):
        return None
    message = f"“{shown}” needs a plural, not “{head}”."
    return Fault((end - len(head), end), plural_of(head), message, _MANY)


def _is_plural_behind(text: str, at: int) -> bool:
    """Whether a plural is the second word behind an offset: based units."""
    found = text[at : at + 40].split(None, 2)
    return len(found) > 1 and is_some_plural(found[1].strip(".,;"))


def _is_clause(rest: str) -> bool:
    """Whether a clause begins with some words, and not one more part of a list."""
    word = rest.partition(" ")[0]
    return word[:1].isupper() or word in _CLAUSE


_CLAUSE = words(
    "he she it they we i you the but who which said says and after before when while then"
)


def _is_part(doc: Document, at: int) -> bool:
    """Whether a number is part of a name or of another word: Group of Seven, number two, 15-two."""
    before = doc.before(at, 7).lower()
    if before[-1:] in ("-", "–") or before in ("number ", "all the"):
        return True
    return doc.text[at].isupper() and doc.before(at, 2)[:1].isalnum()


def _may_follow(after: str, head: str) -> bool:
    """Whether what follows shows that a noun has ended: a mark, a small word, a past."""
    if after in _AFTER_COUNTED or after in (".", ";", "!", "?", ","):
        return True
    kinds = parts(after)
    return "d" in kinds and ("n" not in kinds or head in PERSONS)


def _fits(word: str, after: str) -> bool:
    if (
        word in _NO_NOUN
        or word in ("last", "next", "this")
        or not is_modifier(word)
        or set(parts(word)) & set("ged")
    ):
        return False
    return "a" in parts(word) or after in ("are", "were", "have", "had")


_BEFORE_NUMBER = words(
    "past last next first other over least than within for in by with of on from about at another "
    "only nearly almost around the these those his her its their our my after before"
)


def _is_counted(noun: str, before: str) -> bool:
    if noun in PERSONS:
        return True
    if noun.endswith(("fish", "craft", "sheep", "deer", "bison", "ing")):
        return False  # these catfish are many
    if not noun.isalpha() or noun in _NO_NOUN or not is_singular(noun):
        return False
    if "v" in parts(noun) and (before not in _BEFORE_NUMBER - {"the", "of"}):
        return False
    return plural_of(noun) != ""
