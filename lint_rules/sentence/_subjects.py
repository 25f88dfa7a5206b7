"""Subjects right before their verbs, and whether the verb fits: the boats was, she have."""

from __future__ import annotations

from itertools import pairwise

from lint_rules._shared.parts import EITHER, is_plural, is_singular, parts
from lint_rules._shared.prose import words
from lint_rules.sentence import _clauses
from lint_rules.sentence._agreeing_verbs import NOUN_BASES, OTHERS, PLURAL_VERBS, SINGULAR_VERBS
from lint_rules.sentence._clauses import DETERMINERS, FUNCTION, OPENERS, Clause
from lint_rules.sentence._pronouns import DEMANDS

# Words after which “were” is the subjunctive, or “have” may be.
_UNREAL = words(
    "if though as whether unless wish wishes wished lest suppose supposing imagine would rather "
    "only than until before"
)
_PREPOSITIONS = words("of in for on from at to by about over with between among against near under")
_ONE = words("a an this that every each another one no any")  # determiners of a singular only
_PLURAL_ONLY = words("these those both several many few all two three four five six seven eight")
_BARE = words("a an")
_SUITS = words("diamonds hearts spades clubs")  # at bridge: Three diamonds was a bid
_TIMES = words("year day week month time morning night summer spring evening")
_OWN = ("’s", "'s", "s’", "s'")
_BARE_AFTER = words("that because although though while when if whether")
_PEOPLES = words(
    "Republicans Democrats Conservatives Liberals Americans Russians Ukrainians Israelis "
    "Palestinians Muslims Christians Jews Catholics Europeans Germans Canadians Australians "
    "Indians Iranians Iraqis Syrians Mexicans Californians Texans Protestants Brexiteers"
)
_OFTEN = words(  # plurals with which a sentence opens, and that are no names
    "officials officers residents voters prices sales workers lawmakers researchers scientists "
    "students teachers boats cars critics supporters experts doctors prosecutors protesters "
    "investigators soldiers families others things stocks plans details firefighters detectives "
    "negotiators analysts economists historians organisers organizers members"
)
# Plurals that are one thing without an article: martial arts is, social services has.
_FIELDS = words(
    "arts studies affairs services resources relations communications operations games skills "
    "rights works sciences records sales videos cases levels news numbers weeks years sports"
)
_ARTICLES = words("the a an his her its their")
_NEVER = words("either neither what all whatever half")
# Nouns before “of” that leave the number of the verb to the noun behind it, or are said both ways.
_MEASURES = EITHER | words(
    "sum amount average level supply load stack pile heap mass bit piece rush surge increase rise "
    "growing wide vast lack absence threat risk chance loads lots dozens scores hundreds thousands "
    "millions billions tons hours days weeks months years decades centuries minutes seconds miles "
    "acres gallons pounds dollars thirds quarters halves parts percentages points bits pieces "
    "rows layers inches feet litres liters barrels types kinds sorts combination network class "
    "cluster model make family brand style version one two way name title index"
)


def quick(word: str, plural_verb: bool, before: str) -> bool:
    """Whether a word right before a verb may be a subject of the wrong number: a cheap question.

    Args:
        word: the word, as written.
        plural_verb: whether the verb is plural.
        before: the text before it.
    """
    if not word.isalpha() or word in FUNCTION:
        return word == "This" and plural_verb
    if " of " in before or " in " in before or " for " in before:
        return True
    if plural_verb:
        return word[-1] != "s" or word[-2:] in ("ss", "us", "is")
    return word[-1] in "sn" or (word[0].islower() and " and " in before)


def judged(clause: Clause, verb: str) -> str:
    """The subject that the words before a verb are, if the verb does not agree with it.

    Args:
        clause: the words before the verb, since the last mark.
        verb: a key of ``SINGULAR_VERBS`` or ``PLURAL_VERBS``.
    """
    tokens, opener = _since_opener(clause)
    if not tokens:
        return ""
    plural_verb = verb not in SINGULAR_VERBS and (verb in PLURAL_VERBS or verb[-1] != "s")
    if plural_verb and _is_free(clause, verb, tokens, opener):
        return ""
    bare = not opener and clause.tokens[0] == tokens[0] and clause.mark != ","
    wrong = _is_odd_subject(tokens, verb, plural_verb)
    if wrong is None:
        wrong = _is_wrong(tokens, verb, plural_verb, bare or opener in _BARE_AFTER)
    return " ".join(tokens) if wrong else ""


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
    if " ".join(tokens[1:3]) == "number of" and len(tokens) > 3:
        return _is_number_of(tokens, plural_verb)
    if plural_verb:
        return True if _is_one_of(tokens) else None
    return True if _is_pair(tokens) or _is_many_of(tokens) else None


def _is_wrong(tokens: tuple[str, ...], verb: str, plural_verb: bool, bare: bool) -> bool:
    """Whether the words are one noun, perhaps with a phrase behind it, of the other number."""
    cut = next((i for i, one in enumerate(tokens) if one in _PREPOSITIONS), len(tokens))
    if verb in NOUN_BASES and (cut == len(tokens) or not is_plural(tokens[-1])):
        return False
    if _number(tokens[:cut], bare) != ("singular" if plural_verb else "plural"):
        return False
    return cut == len(tokens) or _is_behind(tokens, cut, plural_verb, verb)


def _since_opener(clause: Clause) -> tuple[tuple[str, ...], str]:
    """The words since the last that opens a clause, and that word; none if there is no such."""
    tokens = clause.tokens
    for index in range(len(tokens) - 1, -1, -1):
        low = tokens[index].lower()
        if low in OPENERS:
            if index and low in ("but", "since", "so", "where"):
                return (), ""
            if any(one in ("who", "which", "whom", "whose", "what") for one in tokens[:index]):
                return (), ""
            return tokens[index + 1 :], low
    if tokens and tokens[0].lower() in ("but", "yet", "so", "now", "still"):
        return tokens[1:], "but"
    if tokens and tokens[0] == "And":
        return tokens[1:], "but"
    if _clauses.opens_sentence(clause) if tokens else False:
        return tokens, ""
    return (tokens, ",") if tokens and clause.mark == "," else ((), "")


def _is_demanded(clause: Clause) -> bool:
    return any(one.lower() in DEMANDS for one in clause.tokens)


def _is_unreal(clause: Clause, opener: str) -> bool:
    return opener in _UNREAL or any(one.lower() in _UNREAL for one in clause.tokens)


def _number(tokens: tuple[str, ...], bare: bool) -> str:
    """Whether words are one noun with what goes before it: “singular”, “plural” or empty."""
    if not tokens:
        return ""
    first, head = tokens[0].lower(), tokens[-1]
    if (first in ("each", "every") and head in _TIMES) or head in FUNCTION:
        return ""
    if not head.isalpha() or (head[0].isupper() and len(tokens) > 1 and head not in _PEOPLES):
        return ""
    if first in ("all", "both") and len(tokens) > 2 and tokens[1].lower() in DETERMINERS:
        return _number(tokens[1:], bare=False)
    owner = next((i for i in range(len(tokens) - 1) if tokens[i].endswith(_OWN)), -1)
    if owner >= 0 and _is_owner(tokens[: owner + 1]):
        tokens = ("the", *tokens[owner + 1 :])
        first, inner = "the", tokens[1:-1]
    elif (first in DETERMINERS or first == "one") and first not in _NEVER:
        inner = tokens[1:-1]
    elif (
        bare
        and tokens[0][0].isupper()
        and (head in _PEOPLES or is_plural(head.lower()))
        and (_is_plain_opening(tokens))
    ):
        inner = tokens[:-1]
    else:
        return ""
    if (len(tokens) < 2 and inner) or not _are_modifiers(inner):
        return ""
    if (head in _PEOPLES or is_plural(head.lower())) and first not in _ONE | _BARE:
        return "" if len(inner) > 1 and _may_be_verb(head.lower(), inner[-1]) else "plural"
    if is_singular(head) and first not in _PLURAL_ONLY and first in DETERMINERS | {"one"}:
        return "" if any(_counts(one) or is_plural(one.lower()) for one in inner) else "singular"
    return ""


def _is_owner(tokens: tuple[str, ...]) -> bool:
    """Whether words are someone who owns what follows: the firm’s, Ann Poe’s."""
    if tokens[0].lower() in DETERMINERS:
        return _are_modifiers(tokens[1:-1])
    return all(one[0].isupper() and one.lower() not in FUNCTION for one in tokens)


def _is_plain_opening(tokens: tuple[str, ...]) -> bool:
    """Whether a sentence opens with a plural that is no name, perhaps behind one adjective."""
    first = tokens[0].lower()
    head = tokens[-1]
    if head in _SUITS or head in _FIELDS or not first.isalpha():
        return False
    if len(tokens) == 1:
        return head in _PEOPLES or first in _OFTEN
    found = parts(first)
    return first in _clauses.NUMBERS or (
        (_clauses.is_modifier(first) and not set(found) & set("gv"))
        or first.endswith(("ian", "ish", "ese", "ican", "rman"))
    )


def _are_modifiers(inner: tuple[str, ...]) -> bool:
    for index, one in enumerate(inner):
        if not _clauses.is_modifier(one):
            return False
        if index and one.islower() and set(parts(one)) & set("ge"):
            return all(_counts(before) for before in inner[:index])
    return True


def _may_be_verb(head: str, left: str) -> bool:
    """Whether a plural may be the verb of a clause: the safety the town offers is …"""
    return left[0].isupper() and "z" in parts(head)


def _counts(word: str) -> bool:
    return word.isdigit() or word.lower() in _clauses.NUMBERS


def _is_pair(tokens: tuple[str, ...]) -> bool:
    """Whether the words are two things, each with its article: the mayor and the clerk."""
    if tokens.count("and") != 1:
        return False
    cut = tokens.index("and")
    left, right = tokens[:cut], tokens[cut + 1 :]
    for side in (left, right):
        if len(side) < 2 or side[0].lower() not in _ARTICLES or _number(side, False) != "singular":
            return False
    return left[0].lower() == right[0].lower()


def _is_one_of(tokens: tuple[str, ...]) -> bool:
    """Whether the words are one of several: each of the boats."""
    if len(tokens) < 4 or tokens[0].lower() not in ("neither", "each", "either", "one"):
        return False
    return tokens[1] == "of" and tokens[2] in DETERMINERS and _number(tokens[2:], False) == "plural"


def _is_many_of(tokens: tuple[str, ...]) -> bool:
    """Whether the words are many of several: most of the boats, thousands of people."""
    if len(tokens) < 3 or tokens[1] != "of" or tokens[0].lower() not in _MANY:
        return False
    if tokens[2] not in DETERMINERS and tokens[0].lower() not in _CROWDS:
        return False
    rest = tokens[2:] if tokens[2] in DETERMINERS else ("the", *tokens[2:])
    return _number(rest, False) == "plural"


def _is_number_of(tokens: tuple[str, ...], plural_verb: bool) -> bool:
    """Whether “the number of” has a plural verb, or “a number of” a singular one."""
    if _number(("the", *tokens[3:]), False) != "plural":
        return False
    return tokens[0].lower() == ("the" if plural_verb else "a")


_CROWDS = words("hundreds thousands dozens scores millions")
_MANY = _CROWDS | words("many several both few most two three four five six seven eight nine ten")


def _is_behind(tokens: tuple[str, ...], cut: int, plural_verb: bool, verb: str) -> bool:
    """Whether all behind the first noun hangs on it, and leaves the number of the verb to it."""
    noun, right = tokens[cut - 1].lower(), tokens[cut + 1 :]
    if (
        (noun in _MEASURES and tokens[cut] == "of")
        or noun in EITHER
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
        return False
    if plural_verb and verb in OTHERS and "z" in last:
        return False
    return all(_may_stand(one, left) for left, one in pairwise((tokens[cut], *right[:-1])))


def _may_stand(word: str, left: str) -> bool:
    """Whether a word may stand behind another in a phrase that hangs on a noun."""
    if word.lower() in DETERMINERS:
        return left in _PREPOSITIONS or left in ("all", "both")
    if word in _PREPOSITIONS:
        return left not in _PREPOSITIONS and left not in DETERMINERS
    plain = left in _PREPOSITIONS or left in DETERMINERS
    return _is_inner(word) and (plain or not set(parts(word)) & set("deg"))


def _is_inner(word: str) -> bool:
    if word.lower() in FUNCTION:
        return False
    return _clauses.is_modifier(word) or bool(set(parts(word.lower())) & set("np"))
