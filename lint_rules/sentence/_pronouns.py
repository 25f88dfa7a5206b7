"""Pronouns and “who”, and whether the verb behind them fits: she have, they was, we makes."""

from __future__ import annotations

from lint_rules._shared.names import kinds
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words
from lint_rules.sentence._clauses import Clause

SINGLE = words("he she it everyone everybody someone somebody nobody anyone")
MANY = words("they we you i")
PLAIN = {"are": "is", "were": "was", "have": "has", "do": "does", "don't": "doesn't",
          "haven't": "hasn't", "weren't": "wasn't", "aren't": "isn't"}  # fmt: skip
SINGULAR = {"is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't",
             "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't"}  # fmt: skip
_MODALS = words(
    "except will can may might must shall need dare would could should be let had did said "
    "was and or "
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
    "urgent dictate dictated dictates specify specified adamant advice edict law plea "
    "determined decided "
    "intend intended"
)
_NEAR = 10  # words before a pronoun in which something may ask for the subjunctive
# Words between which and a verb’s base “he” and “she” may stand: did he go, and he or she have.
_INVERTING = words(
    "do does did don't didn't doesn't would could should might can may must shall will won't "
    "wouldn't couldn't shouldn't can't and or nor had have has let make made were lest than if"
)
ADVERBS = words("also always never often usually now only still just rarely sometimes")
"""Adverbs between a subject and its verb."""
FITTING = words(
    "had was would will said could did can should told went may must and to in on at of or "
    "for as not be first might made took became came began got the a that with from by "
    "are were have do than who"
) - PLAIN.keys() | {"was"}
"""Words that fit behind any singular pronoun, quickly told."""


def may_be_wrong(pronoun: str, verb: str) -> bool:
    """Whether a verb does not fit a pronoun if nothing before it says otherwise.

    Args:
        pronoun: it, in lower case.
        verb: the next word, in lower case, with a straight apostrophe.
    """
    if pronoun in MANY:
        return _is_with_s(pronoun, verb)
    if verb in PLAIN:
        return True
    if verb in _MODALS or not verb.isalpha() or verb.endswith(("ed", "s")):
        return False
    found = set(parts(verb))
    if "v" not in found or (found & set("dear") and verb not in _BOTH_FORMS):
        return False
    if len(pronoun) > 3:
        return found == {"v"} and len(verb) > 2 and pronoun[:3] != "any"
    if pronoun in ("he", "she") and "n" in found:
        return verb in USUAL | DOING | ACTING  # he water: the water
    return pronoun in ("he", "she") or "n" not in found or verb in USUAL


def fitting(clause: Clause, pronoun: str, verb: str, sentence: str) -> str | None:
    """The verb that fits a pronoun, if the one behind it does not; empty if it is unclear which.

    Args:
        clause: the words before the pronoun.
        pronoun: it, in lower case.
        verb: the next word, in lower case, with a straight apostrophe.
        sentence: the sentence up to the pronoun.
    """
    if pronoun in ("they", "we"):
        if clause.tokens and clause.tokens[-1].lower() in _ASKING:
            return None
        return SINGULAR.get(verb, without_s(verb))
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
            {"is": "am"}.get(verb, SINGULAR.get(verb))
            if pronoun == "i"
            else SINGULAR.get(verb, without_s(verb))
        )
    return _for_one(clause, verb, sentence)


_ASKING = words("are were is was do did does have had can will would could should may might")


def _for_one(clause: Clause, verb: str, sentence: str) -> str | None:
    last = [one.lower() for one in clause.tokens[-4:]]
    if verb in PLAIN:
        if verb.startswith("were") and (
            (_UNREAL - {"as", "whether"}) & {one.lower() for one in clause.tokens}
            or "as" in last[-1:]
            or _WISH & set(sentence.lower().replace(",", "").split())
        ):
            return None
        if verb in ("have", "do") and is_demanded(sentence):
            return None
        return PLAIN[verb]
    if is_demanded(sentence) or (_UNREAL - {"as"}) & set(last):
        return None
    return with_s(verb)


USUAL = words("need want make look work plan help say seem take show remain play start run use")


def is_demanded(sentence: str) -> bool:
    """Whether something before asks for the subjunctive, or takes the base of a verb."""
    low = {one.strip(".,;:“”\"'’()—").lower() for one in sentence.split()[-_NEAR:]}
    return bool(low & DEMANDS) or "condition" in sentence


def is_person(given: str, surname: str) -> bool:
    """Whether two capitalised words are a given name and a surname, and not a team or firm."""
    return (
        "g" in kinds(given.lower())
        and "s" in kinds(surname.lower())
        and (surname.lower() not in _TEAMS)
        and given not in _HOUSES
    )


_HOUSES = words("Royal Imperial Trinity Christ Saint North South East West New Real King Queen")
_TEAMS = words(
    "palace villa united city town county rovers athletic north stanley park rangers wanderers "
    "forest orient argyle academy college hall young hotspur"
)


def is_open(clause: Clause) -> bool:
    """Whether a clause begins right behind some words."""
    if not clause.tokens:
        return clause.mark in ("", ".", "!", "?", ",", ":", ";", "”", '"')
    last = clause.tokens[-1].lower()
    if last == "and":
        return clause.tokens in (("and",), ("And",))
    return last in _JOINTS or (len(clause.tokens) == 1 and last in ("but", "so", "yet", "then"))


def _is_with_s(pronoun: str, verb: str) -> bool:
    if verb in SINGULAR:
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


ACTING = words(
    "love like dance drink fight finish hate joke jump kick laugh lift look move open paint "
    "pass pay "
    "pick plan point promise pull push report rest return ride ring sail score share shop shout "
    "sign "
    "sleep smile smoke spend stand start stay stop swim talk touch train travel trust turn vote "
    "wait "
    "wash watch win wish worry leave claim call keep give take get go face support believe hold "
    "carry"
)
DOING = words("live own know drive walk study talk hope visit")
