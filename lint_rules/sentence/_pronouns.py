"""Pronouns and “who”, and whether the verb behind them fits: she have, they was, we makes."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.names import kinds
from lint_rules._shared.parts import EITHER, is_plural, is_singular, parts
from lint_rules._shared.prose import words
from lint_rules.sentence._clauses import DETERMINERS, Clause, is_modifier

SINGLE = words("he she it everyone everybody someone somebody nobody anyone")
MANY = words("they we you i")
_PLAIN = {"are": "is", "were": "was", "have": "has", "do": "does", "don't": "doesn't",
          "haven't": "hasn't", "weren't": "wasn't", "aren't": "isn't"}  # fmt: skip
_SINGULAR = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't",
             "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't"}  # fmt: skip
_MODALS = words(
    "will can may might must shall need dare would could should be let had did said was and or "
    "not ought alone too also then just only never ever once better out in as"
)
_BOTH_FORMS = words("become come run overcome")  # base and participle, but never past
_COMMON = words(
    "says wants makes goes takes needs seems gets knows thinks looks works uses helps keeps feels "
    "finds gives comes leaves plans hopes calls shows tries starts plays runs loves likes"
)
_JOINTS = words(
    "that because although though while when whenever whether if unless but said says where since "
    "so before after until as than how why which once and wherever saying adding indicating noting "
    "claiming arguing warning insisting believing stating monday tuesday wednesday thursday friday "
    "saturday sunday say believes thinks thought argued claimed claims shows showed what whatever"
)
_WISH = words("wish wishes wished wishing if though unless imagine suppose would")
_UNREAL = words("if though as whether unless wish wishes wished lest suppose supposing imagine")
DEMANDS = words(
    "recommendations suggestions requests demands proposals orders suggest suggests suggested "
    "suggesting suggestion demand demanded demanding ask asks asked asking recommend recommends "
    "recommended recommending recommendation insist insists insisted insisting insistence request "
    "requested requesting propose proposes proposed proposing proposal order ordered ordering "
    "urge urges urged urging require requires required requiring requirement important essential "
    "vital imperative necessary crucial critical lest advise advises advised advising stipulate "
    "stipulates stipulated mandate mandates mandated move moves moved motion petition petitioned "
    "plead pleaded pleading beg begged begging instruct instructed decree decreed condition "
    "prefer preferred wish rule ruled instead rather call calls called provided direct directed "
    "desire better appropriate fitting desirable ideal pray prayed god heaven bless agreed ensure "
    "dictate dictated dictates specify specified adamant advice edict law plea determined decided "
    "intend intended"
)
_NEAR = 10  # words before a pronoun in which something may ask for the subjunctive
# Words between which and a verb’s base “he” and “she” may stand: did he go, and he or she have.
_INVERTING = words(
    "do does did don't didn't doesn't would could should might can may must shall will won't "
    "wouldn't couldn't shouldn't can't and or nor had have has let make made were lest than if"
)


def may_be_wrong(pronoun: str, verb: str) -> bool:
    """Whether a verb does not fit a pronoun if nothing before it says otherwise.

    Args:
        pronoun: it, in lower case.
        verb: the next word, in lower case, with a straight apostrophe.
    """
    if pronoun in MANY:
        return _is_with_s(pronoun, verb)
    if verb in _PLAIN:
        return True
    if len(pronoun) > 3 or verb in _MODALS or not verb.isalpha() or verb.endswith(("ed", "s")):
        return False
    found = set(parts(verb))
    if "v" not in found or (found & set("dear") and verb not in _BOTH_FORMS):
        return False
    return pronoun in ("he", "she") or "n" not in found or verb in _USUAL


def may_be_wrong_after_who(verb: str) -> bool:
    """Whether a verb may not fit “who”: be, have and do, and those that are no nouns."""
    return verb in _PLAIN or verb in _SINGULAR or parts(verb) in ("v", "z")


def fitting(clause: Clause, pronoun: str, verb: str, sentence: str) -> str | None:
    """The verb that fits a pronoun, if the one behind it does not; empty if it is unclear which.

    Args:
        clause: the words before the pronoun.
        pronoun: it, in lower case.
        verb: the next word, in lower case, with a straight apostrophe.
        sentence: the sentence up to the pronoun.
    """
    if pronoun in ("they", "we"):
        return _SINGULAR.get(verb, without_s(verb))
    if pronoun in ("he", "she"):
        last = clause.tokens[-1].lower().replace("’", "'") if clause.tokens else ""
        if not is_open(clause) and (
            not last or last in _INVERTING or clause.mark == "…" or last.endswith(("'d", "'ll"))
        ):
            return None
    elif not is_open(clause):
        return None
    if pronoun in ("you", "i"):
        if pronoun == "i" and verb.startswith("was"):
            return None
        return (
            {"is": "am"}.get(verb, _SINGULAR.get(verb))
            if pronoun == "i"
            else _SINGULAR.get(verb, without_s(verb))
        )
    return _for_one(clause, verb, sentence)


def _for_one(clause: Clause, verb: str, sentence: str) -> str | None:
    last = [one.lower() for one in clause.tokens[-4:]]
    if verb in _PLAIN:
        if verb.startswith("were") and (
            (_UNREAL - {"as", "whether"}) & {one.lower() for one in clause.tokens}
            or "as" in last[-1:]
            or _WISH & set(sentence.lower().split())
        ):
            return None
        if verb in ("have", "do") and _is_demanded(sentence):
            return None
        return _PLAIN[verb]
    if _is_demanded(sentence) or (_UNREAL - {"as"}) & set(last):
        return None
    return with_s(verb)


_MANY_OF = words("plenty lots lot thousands hundreds millions dozens many most some scores")
_BEHIND = words(
    "of and or nor with for to by from over in on at about under near between against into "
    "toward towards behind beside above below inside outside across through around after before "
    "without within upon off per than"
)
_NAMED = pattern(
    r"(?<!\b(?:and|or|of|with|nor|&) )(?<![\w-])"
    r"(?P<given>[A-Z][a-z]+) (?:[A-Z]\. )?(?P<surname>[A-Z][\w’'-]+),(?: \d\d?,)? \Z"
)
_USUAL = words("need want make look work plan help say seem take show remain play start run use")


def _is_demanded(sentence: str) -> bool:
    """Whether something before asks for the subjunctive, or takes the base of a verb."""
    low = {one.strip(".,;:“”\"'’()—").lower() for one in sentence.split()[-_NEAR:]}
    return bool(low & DEMANDS)


def _of_name(verb: str, sentence: str) -> str | None:
    """The verb for “who” behind one person’s name and a comma."""
    match = _NAMED.search(sentence)
    if match is None or not is_person(match["given"], match["surname"]):
        return None
    return None if " and " in sentence[-90:] or " or " in sentence[-90:] else _PLAIN[verb]


def is_person(given: str, surname: str) -> bool:
    """Whether two capitalised words are a given name and a surname, and not a team or firm."""
    return (
        "g" in kinds(given.lower())
        and "s" in kinds(surname.lower())
        and (surname.lower() not in _TEAMS)
    )


_TEAMS = words(
    "palace villa united city town county rovers athletic north stanley park rangers wanderers "
    "forest orient argyle academy college hall young hotspur"
)


def is_open(clause: Clause) -> bool:
    """Whether a clause begins right behind some words."""
    if not clause.tokens:
        return clause.mark in ("", ".", "!", "?", ",", ":", ";")
    last = clause.tokens[-1].lower()
    if last == "and":
        return clause.tokens in (("and",), ("And",))
    return last in _JOINTS or (len(clause.tokens) == 1 and last in ("but", "so", "yet", "then"))


def _is_with_s(pronoun: str, verb: str) -> bool:
    if verb in _SINGULAR:
        return True
    if not verb.endswith("s") or not verb.isalpha():
        return False
    found = parts(verb)
    return found == "z" or verb in _COMMON or (pronoun == "they" and found == "pz")


def without_s(verb: str) -> str:
    """The base of a verb's form with -s."""
    for base in (verb[:-1], verb[:-2], verb[:-3] + "y"):
        if "v" in parts(base):
            return base
    return ""


def with_s(verb: str) -> str:
    """The form with -s of a verb's base."""
    for form in (verb + "s", verb + "es", verb[:-1] + "ies"):
        if "z" in parts(form):
            return form
    return ""


def fits_who(clause: Clause, verb: str, sentence: str) -> str | None:
    """The verb that fits “who”, if the one behind it does not go with the noun before.

    Args:
        clause: the words before “who”.
        verb: the word behind it, in lower case.
        sentence: the sentence up to “who”.
    """
    tokens = clause.tokens
    if not tokens:
        return _of_name(verb, sentence) if clause.mark == "," and verb in _PLAIN else None
    noun = tokens[-1]
    first, left = _before_noun(tokens)
    if left in _BEHIND or (noun != "those" and left in ("that", "who", "which")):
        return None
    if noun in _MANY_PERSONS or (is_plural(noun) and (first or "z" not in parts(noun))):
        if first in ("a", "an", "that") or {"one", "only"} & set(sentence.lower().split()):
            return None  # one of those who has
        return _SINGULAR.get(verb) or (without_s(verb) if parts(verb) == "z" else None)
    if first not in ("a", "an", "the", "every", "another") or not is_singular(noun):
        return None
    if noun in EITHER or any(one in ("and", "or", "nor") for one in tokens) or verb == "were":
        return None
    return _PLAIN.get(verb) or (with_s(verb) if parts(verb) == "v" else None)


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
