"""Subjects right before their verbs, and whether the verb fits: the boats was, she have."""

from __future__ import annotations

from itertools import pairwise

from copydesk import Document
from lint_rules._shared.names import kinds
from lint_rules._shared.parts import EITHER, is_plural, is_singular, parts
from lint_rules.sentence import _clauses
from lint_rules.sentence import _subject_words as known
from lint_rules.sentence._agreeing_verbs import (
    DWELLING,
    NOUN_BASES,
    OTHERS,
    PLURAL_VERBS,
    SINGULAR_VERBS,
)
from lint_rules.sentence._clauses import DETERMINERS, FUNCTION, OPENERS, Clause
from lint_rules.sentence._pronouns import DEMANDS
from lint_rules.sentence._subject_number import number


def quick(text: str, first: int, end: int, plural_verb: bool) -> bool:
    """Whether a word right before a verb may be a subject of the wrong number: a cheap question.

    Args:
        text: the draft.
        first: where the word begins.
        end: where it ends.
        plural_verb: whether the verb is plural.
    """
    if (word := text[first:end]) in FUNCTION or not word.replace("-", "").isalpha():
        return word == "This" and plural_verb
    if word[-1] != "s" or word[-2:] in _ONE_IN_S:
        if plural_verb or word[-1] in "sn":
            return True
    elif not plural_verb:
        return True
    before = text[max(0, first - _NEAR) : first]
    if not plural_verb and " and " in before and word[0].islower():
        return True
    return (
        " of " in before or " in " in before or " for " in before or " on " in before
        or " from " in before or " at " in before
    )  # fmt: skip


_NEAR = 44  # code points before a noun in which a phrase that hangs on it may begin
_ONE_IN_S = ("ss", "us", "is")


def judged(clause: Clause, verb: str, doc: Document) -> str:
    """The subject that the words before a verb are, if the verb does not agree with it.

    Args:
        clause: the words before the verb, since the last mark.
        verb: the verb.
        doc: the draft, which may give a capitalised word in lower case elsewhere.
    """
    tokens, opener = _since_opener(clause)
    if not tokens or (tokens[0] in known.SPANS and known.TIMES.intersection(tokens[1:2])):
        return ""  # this year at least six new firms have
    if opener == "," and not clause.tokens[0][0].isupper() and _clauses.is_lead(doc, clause.start):
        tokens, opener = (tokens[0].capitalize(), *tokens[1:]), ""
        clause = Clause(".", tokens, clause.start)
    plural_verb = verb not in SINGULAR_VERBS and (verb in PLURAL_VERBS or verb[-1] != "s")
    if plural_verb and (opener == "and" or _is_free(clause, verb, tokens, opener)):
        return ""
    bare = not opener and clause.tokens[0] == tokens[0] and clause.mark != ","
    if not plural_verb and _is_bare_plural(clause, tokens, opener, doc):
        return " ".join(tokens)
    if tokens[0] in ("One", "one") and tokens[1:] in ((), ("need",)):
        return ""  # one need look no further
    if not plural_verb and opener in ("that", "which") and _is_done(tokens):
        return ""
    wrong = _is_odd_subject(tokens, verb, plural_verb)
    if wrong is None:
        wrong = _is_wrong(tokens, verb, plural_verb, bare or opener in known.BARE_AFTER)
    return " ".join(tokens) if wrong else ""


def _is_bare_plural(clause: Clause, tokens: tuple[str, ...], opener: str, doc: Document) -> bool:
    """Whether a clause begins with one plural that is nothing else, and no name: snipers has."""
    noun = tokens[0]
    if len(tokens) != 1 or parts(noun.lower()) != "p" or not is_plural(noun.lower()):
        return False
    if noun in known.FIELDS or noun in known.SUITS:
        return False
    if noun[0].islower():
        return opener in known.BARE_AFTER | known.SAYING or (
            opener == "," and len(clause.tokens) == 1
        )
    if opener or clause.mark == "," or set(kinds(noun.lower())) & set("sgn"):
        return False
    return any(doc.text[at].islower() for at in doc.words.starts(noun.lower()))


def _is_free(clause: Clause, verb: str, tokens: tuple[str, ...], opener: str) -> bool:
    """Whether a plural verb may stand behind a singular: the subjunctive, a list, “this” alone."""
    if verb == "were" and _is_unreal(clause, opener):
        return True
    if opener == "that" and _is_demanded(clause):
        return True
    if opener == "," and tokens[0] in ("a", "an", "this"):
        return True
    return verb not in ("are", "were") and opener in ("so", "if", "whether", "unless")


def _is_odd_subject(tokens: tuple[str, ...], verb: str, plural_verb: bool) -> bool | None:
    """Whether the verb behind “this”, a pair or so many of something is wrong; None if neither."""
    if tokens in (("This",), ("this",)):
        return verb in PLURAL_VERBS
    at = 1 if tokens[1:2] == ("number",) else 2
    if tokens[at : at + 2] == ("number", "of") and len(tokens) > at + 2:
        return _is_number_of(tokens, at, plural_verb)
    if plural_verb:
        return True if _is_one_of(tokens) else None
    return True if _is_pair(tokens) or _is_many_of(tokens) else None


def _is_wrong(tokens: tuple[str, ...], verb: str, plural_verb: bool, bare: bool) -> bool:
    """Whether the words are one noun, perhaps with a phrase behind it, of the other number."""
    cut = next((i for i, one in enumerate(tokens) if one in known.PREPOSITIONS), len(tokens))
    if plural_verb and verb in OTHERS and known.MAKING.intersection(tokens):
        return False
    if verb in NOUN_BASES and cut < len(tokens) and not is_plural(tokens[-1]):
        return False
    if (
        cut > 1
        and _may_be_stages(tokens[cut - 2 : cut])
        and (verb in DWELLING or cut < len(tokens) or "p" in parts(verb))
    ):
        return False
    if number(tokens[:cut], bare) != ("singular" if plural_verb else "plural"):
        return False
    return cut == len(tokens) or _is_behind(tokens, cut, plural_verb, verb)


def _is_done(tokens: tuple[str, ...]) -> bool:
    """Whether what seems a plural may be the verb of a clause: the role that it plays in it is."""
    cut = next((at for at, one in enumerate(tokens) if one in known.PREPOSITIONS), 0)
    return cut > 1 and (tokens[cut - 2][:1].isupper() or _may_be_stages(tokens[cut - 2 : cut]))


def _may_be_stages(pair: tuple[str, ...]) -> bool:
    """Whether a plural may be a verb, and a noun stands before it: the team stages plays."""
    return "z" in parts(pair[1]) and "n" in parts(pair[0].lower())


def _is_noun_there(tokens: tuple[str, ...], index: int) -> bool:
    """Whether “claims” is a noun: the number of claims have."""
    return tokens[index] in ("claims", "shows") and (
        index == len(tokens) - 1 or tokens[index - 1] in known.PREPOSITIONS | DETERMINERS
    )


def _since_opener(clause: Clause) -> tuple[tuple[str, ...], str]:
    """The words since the last that opens a clause, and that word; none if there is no such."""
    tokens = clause.tokens
    for index in range(len(tokens) - 1, -1, -1):
        low = tokens[index].lower()
        if low in OPENERS and not _is_noun_there(tokens, index):
            if index and (
                low in known.MIDST
                or (low in ("how", "why") and tokens[index - 1] in known.PREPOSITIONS)
            ):
                return (), ""
            if any(one in ("who", "which", "whom", "whose", "what") for one in tokens[:index]):
                return (), ""
            return tokens[index + 1 :], low
    if tokens and tokens[0].lower() in ("but", "yet", "so", "now", "still"):
        return tokens[1:], "but"
    if len(tokens) > 2 and tokens[0].endswith("ly") and tokens[0] != "Only":
        return (
            (tokens[1:], "but")
            if _clauses.opens_sentence(clause) and tokens[0] not in known.NAMES_IN_LY
            else ((), "")
        )
    if len(tokens) > 2 and tokens[0] == "and" and clause.mark == ";":
        return tokens[1:], "and"
    if tokens and tokens[0] == "And":
        return tokens[1:], "but"
    if _clauses.opens_sentence(clause) if tokens else False:
        return tokens, ""
    return (tokens, ",") if tokens and clause.mark == "," else ((), "")


def _is_demanded(clause: Clause) -> bool:
    return any(one.lower() in DEMANDS for one in clause.tokens)


def _is_unreal(clause: Clause, opener: str) -> bool:
    return opener in known.UNREAL or any(one.lower() in known.UNREAL for one in clause.tokens)


def _is_pair(tokens: tuple[str, ...]) -> bool:
    """Whether the words are two things, each with its article: the mayor and the clerk."""
    if tokens.count("and") != 1:
        return False
    cut = tokens.index("and")
    left, right = tokens[:cut], tokens[cut + 1 :]
    if _is_crowd_behind(left, right):
        return True
    for side in (left, right):
        if (
            len(side) < 2
            or side[0].lower() not in known.ARTICLES
            or number(side, False) != "singular"
        ):
            return False
    return left[0].lower() == right[0].lower()


def _is_crowd_behind(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether something and several others are the two: Poe and his lawyers, cars and boats."""
    if not left or not right or {*left, *right} & (known.PREPOSITIONS | FUNCTION - DETERMINERS):
        return False
    if number(right, bare=False) != "plural":
        return False
    named = all(one[0].isupper() and one.isalpha() for one in left)
    return (named and left[0].lower() not in DETERMINERS and right[0] in known.ARTICLES) or (
        left[0].lower() in known.ARTICLES and number(left, bare=False) != ""
    )


def _is_one_of(tokens: tuple[str, ...]) -> bool:
    """Whether the words are one of several: each of the boats."""
    if len(tokens) < 4 or tokens[0].lower() not in ("neither", "each", "either", "one"):
        return False
    return tokens[1] == "of" and tokens[2] in DETERMINERS and number(tokens[2:], False) == "plural"


def _is_many_of(tokens: tuple[str, ...]) -> bool:
    """Whether the words are many of several: most of the boats, thousands of people."""
    if len(tokens) < 3 or tokens[1] != "of" or tokens[0].lower() not in known.MANY:
        return False
    if tokens[2] not in DETERMINERS and tokens[0].lower() not in known.CROWDS:
        return False
    rest = tokens[2:] if tokens[2] in DETERMINERS else ("the", *tokens[2:])
    return number(rest, False) == "plural"


def _is_number_of(tokens: tuple[str, ...], at: int, plural_verb: bool) -> bool:
    """Whether “the number of” has a plural verb, or “a number of” a singular one."""
    rest = tokens[at + 2 :]
    if rest[0] in DETERMINERS:
        rest = rest[1:]
    cut = next((i for i, one in enumerate(rest) if one in known.PREPOSITIONS), len(rest))
    if rest[:cut] != ("people",) and number(("the", *rest[:cut]), False) != "plural":
        return False
    if cut < len(rest) and not _is_behind(("the", *rest), cut + 1, plural_verb, "is"):
        return False
    if at == 2 and plural_verb and tokens[1] not in ("total", "overall", "average"):
        return False  # the largest number of states have
    return tokens[0].lower() == ("the" if plural_verb else "a")


def _is_behind(tokens: tuple[str, ...], cut: int, plural_verb: bool, verb: str) -> bool:
    """Whether all behind the first noun hangs on it, and leaves the number of the verb to it."""
    noun, right = tokens[cut - 1].lower(), tokens[cut + 1 :]
    is_of_many = tokens[cut] == "of" and bool(right) and not is_singular(right[-1].lower())
    if (
        (noun in known.MEASURES and is_of_many)
        or (noun in EITHER and noun not in known.LACKS)
        or not right
        or right[-1].lower() in FUNCTION
    ):
        return False
    if (
        plural_verb
        and tokens[cut] == "of"
        and tokens[0].lower() in ("a", "an", "another", "any", "some", "no", "every")
    ):
        return False
    last = parts(right[-1].lower())
    if right[-1].endswith("ing") or right[0].endswith("ing"):
        return False
    if not ((set(last) & set("np") and not set(last) & set("de")) or right[-1][0].isupper()):
        return False
    if tokens[0].lower() not in DETERMINERS and any(one[0].isupper() for one in right):
        return cut == 2 and tokens[2] == "in" and parts(tokens[1]) == "p"
    if plural_verb and verb in OTHERS and "z" in last:
        return False
    return all(_may_stand(one, left) for left, one in pairwise((tokens[cut], *right[:-1])))


def _may_stand(word: str, left: str) -> bool:
    """Whether a word may stand behind another in a phrase that hangs on a noun."""
    if word.lower() in DETERMINERS:
        return left in known.PREPOSITIONS or left in ("all", "both")
    if word in known.PREPOSITIONS:
        return left not in known.PREPOSITIONS and left not in DETERMINERS
    plain = left in known.PREPOSITIONS or left in DETERMINERS
    return _is_inner(word) and (plain or not set(parts(word)) & set("deg"))


def _is_inner(word: str) -> bool:
    low = word.lower()
    return low not in FUNCTION and (_clauses.is_modifier(word) or bool({*parts(low)} & {*"np"}))
