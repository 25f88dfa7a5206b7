"""Verbs whose number is judged, and their form for the other number."""

from __future__ import annotations

from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words
from lint_rules.sentence._pronouns import without_s

SINGULAR_VERBS = {"is": "are", "was": "were", "has": "have", "does": "do"}
PLURAL_VERBS = {"are": "is", "were": "was", "have": "has"}
COMMON = ("is", "was", "has", "does", "are", "were", "have")
BE_HAVE = frozenset((*COMMON, "do"))
NEGATED = {"isn": "is", "wasn": "was", "hasn": "has", "doesn": "does", "aren": "are",
           "weren": "were", "haven": "have"}  # fmt: skip
"""The verbs of isn’t, wasn’t and the like by what stands before the apostrophe."""

_BASES = (
    "announce decide include provide require agree arrive appear believe bring continue consider "
    "contain deliver deny describe destroy develop discover enjoy ensure establish expand expect "
    "explain forget happen identify improve inform introduce invest join know lose maintain "
    "mention obtain occur perform prepare prevent prove publish receive recognise recognize "
    "reduce refuse remove replace resign seek sell send settle speak spend succeed suffer suggest "
    "survive teach tell threaten understand accuse achieve acquire admit adopt apply approve "
    "avoid cancel collect compare complain concede conclude condemn conduct convince declare "
    "dedicate defend define demonstrate depend deserve determine distribute eliminate employ "
    "encourage engage exist extend generate illustrate illuminate imagine imply impose indicate "
    "intend involve kidnap manage marry negotiate oppose organise organize participate follow "
    "discourage await forbid forgive allege assert attract assume assign contend confirm consist "
    "contradict cooperate deem deteriorate endorse enable enforce ensue evolve exceed exclude "
    "explore express fulfil fulfill inspire insist integrate interfere justify merge minimise "
    "minimize motivate occupy overlook overcome portray precede presume prohibit prioritise "
    "prioritize recommend reiterate reinforce renew rely stipulate sustain tackle vow worsen "
    "emerge adjourn align expire perceive persuade possess postpone promote propose protect "
    "provoke pursue react realise realize reflect relate remember represent resemble resolve "
    "respond restore restrict satisfy serve solve specialise specialize specify strengthen submit "
    "symbolise symbolize transform treat undergo undermine unite urge vary violate warn write "
    "become allow add argue come contribute create belong comprise tend seem reject say maintain "
    "celebrate detect destroy die accept attend begin choose ignore grow carry enter affect "
)
_NOUNS_TOO = (
    "leave go give take get keep call cause claim face feature focus help highlight hope host "
    "live look make mean need offer operate plan play remain run show start stay support try use "
    "want work wear owe differ stem lack hold lie range mark open close win turn move "
    "visit vote lead arrest build demand report change cover share break reach"
)


def _s_form(base: str) -> str:
    if base.endswith(("s", "x", "ch", "sh", "o")):
        return base + "es"
    return base[:-1] + "ies" if base[-1] == "y" and base[-2] not in "aeou" else base + "s"


_RARE_NOUNS = "go come get keep give"  # nouns, but hardly ever behind another
NOUN_BASES = frozenset(_NOUNS_TOO.split()) - frozenset(_RARE_NOUNS.split())
"""Bases that are nouns, too."""
OTHERS = frozenset((*NOUN_BASES, *_RARE_NOUNS.split(), *_BASES.split()))
"""Bases of verbs besides be, have and do."""


def other_form(verb: str, plural: bool) -> str:
    """The form of a verb for the other number."""
    if plural:
        return PLURAL_VERBS.get(verb) or _s_form(verb)
    return SINGULAR_VERBS.get(verb) or without_s(verb)


_OBJECTS = words(
    "the a an his her its their that it them this these those little no much great any some "
    "something nothing anything our my your two three four five six seven eight nine ten half "
    "one all both last he she they we you people"
)
_PLACES = words(
    "in at on with for after near next long hard there here outside still by to up down out"
)
DWELLING = words("lives works plays runs goes comes stays sits stands travels looks waits")
_TO = words(
    "needs want wants tend tends seem seems appear appears like likes hopes plans "
    "try tries continue continues begin begins start starts refuse refuses claims expect "
    "expects agree agrees intend intends fail fails manage manages belong belongs have come comes"
)


def is_verb(verb: str, after: str) -> bool:
    """Whether a word behind a plural noun is its verb, and not the noun itself: the sports clubs.

    Args:
        verb: a base of ``OTHERS``, or a word in -s.
        after: the text behind it.
    """
    if verb[-1] == "s" and "z" not in parts(verb):
        return False
    if verb not in NOUN_BASES and (verb[-1] != "s" or parts(verb) == "z"):
        return True
    word = after.strip().partition(" ")[0]
    if word in _PLACES and verb in DWELLING:
        return True
    return word in _OBJECTS or (word == "to" and verb in _TO)
