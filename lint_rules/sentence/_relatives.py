"""“Who”, “which” and “that”, and whether the verb behind fits the noun before."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.parts import EITHER, is_plural, is_singular, parts
from lint_rules._shared.prose import words
from lint_rules.sentence import _pronouns
from lint_rules.sentence._clauses import DETERMINERS, NUMBERS, Clause, is_modifier

AFTER_WHO = words("had said would will could can may might should must did")
"""Words that fit behind any relative pronoun."""


def may_be_wrong_after(relative: str, verb: str) -> bool:
    """Whether a verb may not fit a relative: be, have and do, and those that are no nouns."""
    if verb in _pronouns.PLAIN or verb in _pronouns.SINGULAR:
        return relative != "that" or verb != "do"
    found = parts(verb)
    if relative != "who" and verb in _pronouns.ACTING:
        return True
    return (
        found in ("v", "z", "pz")
        or verb in _pronouns.USUAL
        or (relative == "who" and verb in _pronouns.DOING)
    )


_MANY_OF = words("plenty lots lot thousands hundreds millions dozens many most some scores")
_BEHIND = words(
    "of and or nor with for to by from over in on at about under near between against into "
    "toward towards behind beside above below inside outside across through around after before "
    "without within upon off per than among amongst amid despite beyond like including"
)
_NAMED = pattern(
    r"(?<!\b(?:and|or|of|with|nor|&) )(?<![\w-])"
    r"(?P<given>[A-Z][a-z]+) (?:[A-Z]\. )?(?P<surname>[A-Z][\w’'-]+),(?: \d\d?,)? \Z"
)


def _of_name(verb: str, sentence: str) -> str | None:
    """The verb for “who” behind one person’s name and a comma."""
    match = _NAMED.search(sentence)
    if match is None or not _pronouns.is_person(match["given"], match["surname"]):
        return None
    if any(one in sentence[-90:] for one in (" and ", " or ", " like ")):
        return None
    return _pronouns.PLAIN.get(verb) or _pronouns.with_s(verb)


def _is_deep(before: tuple[str, ...]) -> bool:
    """Whether another noun stands before that the relative may belong to."""
    if any(one.endswith("ing") for one in before[-4:]) or "all but" in " ".join(before):
        return True
    return bool((_BEHIND - {"and", "or", "nor"}).intersection(before))


def fits_relative(clause: Clause, relative: str, verb: str, sentence: str) -> str | None:
    """The verb that fits a relative, if the one behind it does not go with the noun before.

    Args:
        clause: the words before the relative.
        relative: “who”, “which” or “that”.
        verb: the word behind it, in lower case.
        sentence: the sentence up to the relative.
    """
    tokens = clause.tokens
    if not tokens:
        if relative != "who" or clause.mark != ",":
            return None
        return _of_name(verb, sentence) if verb in _pronouns.PLAIN or parts(verb) == "v" else None
    if relative == "who":
        if tokens[-1].lower() in _ANYONE and (parts(verb) == "v" or verb in _PLAINLY):
            return _fit_for_one(verb)
        if _is_crowd(tokens, sentence):
            return _fit_for_many(verb)
        is_plain = verb != "were" and (parts(verb) == "v" or verb in _pronouns.PLAIN)
        if is_plain and _is_one_person(tokens):
            return _fit_for_one(verb)
    return _fits_noun(tokens, clause.mark, relative, verb, sentence)


def _fits_noun(
    tokens: tuple[str, ...], mark: str, relative: str, verb: str, sentence: str
) -> str | None:
    """The verb that fits the noun right before a relative, if it can only belong to that."""
    opens = len(tokens) == 1 and mark in _OPENING_MARKS
    noun = tokens[-1].lower() if opens else tokens[-1]
    first, left = _before_noun(tokens)
    if (
        {"who", "which"} & set(tokens)
        or _may_be_done(first, tokens)
        or (mark == "," and tokens[0].isdigit())
    ):
        return None
    if left in _BEHIND or (noun != "those" and left in ("that", "who", "which")):
        return None
    if relative != "who" and verb[-1] == "s" and _is_deep(tokens[:-1]):
        return None
    if left[-3:] == "ing" or (relative != "who" and {"number", "kind", "sort"} & set(tokens)):
        return None
    if noun in _MANY_PERSONS or (is_plural(noun) and (first or opens or "z" not in parts(noun))):
        if first in ("a", "an", "that") or {"one", "only"} & set(sentence.lower().split()):
            return None  # one of those who has
        return _fit_for_many(verb)
    if first not in ("a", "an", "the", "every", "another"):
        return None
    if not is_singular(noun) and noun != "level":
        return None
    if noun in ("day", "year", "week", "month", "time") or any(map(is_plural, tokens)):
        return None
    if noun in EITHER or any(one in ("and", "or", "nor") for one in tokens) or verb == "were":
        return None
    return _fit_for_one(verb)


_OPENING_MARKS = ("", ".", "!", "?")
_ANYONE = words("anyone everyone someone anybody everybody somebody nobody")
_PLAINLY = words("have do want need use work live like plan hope feel claim")


def _may_be_done(first: str, tokens: tuple[str, ...]) -> bool:
    """Whether what seems a plural may be a verb behind its subject: the model affects who pays."""
    if not first or len(tokens) < 3:
        return False
    noun, left = tokens[-1], tokens[-2]
    found = parts(left.lower())
    return "z" in parts(noun) and ("n" in found or left[0].isupper())


def _fit_for_one(verb: str) -> str | None:
    """The singular of a verb; None if it is singular."""
    return _pronouns.PLAIN.get(verb) or (_pronouns.with_s(verb) if "v" in parts(verb) else None)


def _fit_for_many(verb: str) -> str | None:
    """The plural of a verb; None if it is plural."""
    if verb in _pronouns.SINGULAR:
        return _pronouns.SINGULAR[verb]
    return _pronouns.without_s(verb) if "z" in parts(verb) else None


def _is_crowd(tokens: tuple[str, ...], sentence: str) -> bool:
    """Whether persons stand right before, and no one person is in the sentence so far.

    So “who” belongs to them, whatever phrase they are in: a fine on the doctors who provides.
    """
    noun = tokens[-1]
    if noun not in _MANY_PERSONS and not _is_plural_person(noun):
        return False
    if len(tokens) > 1 and tokens[-2].lower() in ("a", "an", "one", "than"):
        return False
    low = sentence.replace("“", " ").replace('"', " ").split()[:-1]
    if {"one", "One", "only", "among", "last"} & set(low):
        return False
    return not any(_may_be_person(one.strip(",()’”")) for one in low[-_NEAR:])


def _is_one_person(tokens: tuple[str, ...]) -> bool:
    """Whether one person stands right before, and nobody else near: the view of a man who have."""
    noun = tokens[-1].lower()
    first, _ = _before_noun(tokens)
    if first not in ("a", "an", "the", "another") or noun in EITHER or not is_singular(noun):
        return False
    is_person = noun in _SINGLED or noun.endswith(("er", "or", "ist", "ian", "man", "woman"))
    near = [one.strip(",”'’").lower() for one in tokens[-_NEAR:-1]]
    return is_person and noun not in _THINGS and not any(map(_may_be_many, near))


def _is_plural_person(noun: str) -> bool:
    return is_plural(noun) and (
        noun in _CROWDS or noun.endswith(("ers", "ors", "ists", "ians", "ants", "ents", "ees"))
    )


_NEAR = 8  # words before a relative in which somebody else may stand
_CROWDS = words(
    "officials teens veterans relatives friends neighbors neighbours families boys girls fans "
    "critics lawyers nurses families adults males females kids parents judges pilots crews "
    "soldiers Republicans Democrats Americans"
)
_SINGLED = words(
    "one only anyone someone somebody anybody everyone nobody each either neither another man "
    "woman person child "
    "he she him her his mother father wife husband son daughter boy girl friend chief "
    "official lawyer attorney judge king queen sheriff fan nurse star teen veteran relative like "
    "general cop"
)


def _may_be_person(word: str) -> bool:
    """Whether a word may be one person, or a name."""
    low = word.lower()
    if low in _SINGLED:
        return True
    if word[:1].isupper():
        return low not in _OPENING and not _is_plural_person(low)
    if low.endswith("ment"):
        return False
    ends = low.endswith(("er", "or", "ist", "ian", "ant", "ent", "ee", "man", "woman", "ive"))
    return ends and "n" in parts(low) and low not in _THINGS


_OPENING = words(
    "the a an this these those some many most all several in on at for with there but "
    "it they police however under after before while when if and as both few other"
)
_THINGS = words(
    "number letter matter order paper power water weather winter summer center quarter offer error "
    "factor effort doctor-patient document government department statement agreement apartment "
    "investment treatment payment percent event content parent-teacher amount employment movement "
    "environment moment development management committee fee committee restaurant grant warrant "
    "present absent important recent current different motive initiative objective perspective "
    "incentive narrative december november october september dinner corner cancer former other "
    "over under after never later either senior major minor prior color labor labour colour poor "
    "floor door evidence movement requirement argument announcement settlement"
)


def of_clause(sentence: str, verb: str) -> str:
    """The verb for “which” behind a comma, if no plural stands before in the sentence.

    The whole clause may be meant as well as a noun; both are singular.
    """
    low = sentence.rstrip(" ,").lower().split()
    if verb not in ("are", "have", "were") and parts(verb) != "v" and verb != "mean":
        return ""
    if (
        len(low) < 2
        or low[-1] in EITHER
        or any(map(_may_be_many, (one.strip("“”\"'’,.();:") for one in low)))
    ):
        return ""
    return _pronouns.PLAIN.get(verb) or _pronouns.with_s(verb)


def _may_be_many(word: str) -> bool:
    """Whether a word shows that there may be several: a plural, “and”, a number, a group."""
    if not word.isalpha():
        return any(map(str.isdigit, word)) or word == "&" or word[-1:] == "s"
    if (
        word in ("and", "or", "both", "few", "many", "they", "we", "people", "police")
        or word in NUMBERS
    ):
        return True
    plural = word.endswith("s") and word not in _NO_PLURALS and parts(word) != "z"
    return plural or "p" in parts(word)


_NO_PLURALS = words(
    "is was has this its his us as says does thus across plus news less unless process"
)


def of_crowd(clause: Clause, verb: str) -> str:
    """The verb for “who” behind several persons and a comma: the neighbours, who was."""
    tokens = clause.tokens
    if (
        not tokens
        or verb not in _pronouns.SINGULAR
        or not is_plural(tokens[-1])
        or _is_deep(tokens[:-1])
    ):
        return ""
    first, left = _before_noun(tokens)
    return (
        _pronouns.SINGULAR[verb]
        if first in ("the", "his", "her", "their", "my") and not left
        else ""
    )


_MANY_PERSONS = words("those people men women children")


def _before_noun(tokens: tuple[str, ...]) -> tuple[str, str]:
    """The determiner of the last noun, and the word before that, if it matters."""
    start = len(tokens) - 1
    while start and is_modifier(tokens[start - 1]):
        start -= 1
    first = tokens[start - 1].lower() if start else ""
    left = tokens[start - 2].lower() if start > 1 else ""
    if first not in DETERMINERS:
        first, left = "", first
    crowd = tokens[start - 2 - (first != "")].lower() if start > 1 else ""
    if left == "of" and tokens[-1] in ("people", "those") and crowd in _MANY_OF:
        left = ""
    return first, "" if first in ("a", "an") and left not in ("of", "and", "or", "nor") else left
