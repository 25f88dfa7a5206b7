"""Words that describe an office-holder: “two-term”, “Republican”, “far-right”, “disgraced”.

They stand between “former”, or a place, and a title, and change neither.
"""

from __future__ import annotations

from functools import lru_cache

from copydesk import Span, pattern

_PARTIES = frozenset({
    "republican", "democratic", "democrat", "gop", "labour", "labor", "tory", "conservative",
    "liberal", "socialist", "communist", "christian", "social", "green", "greens", "libertarian",
    "progressive", "independent", "nationalist", "islamist", "populist", "centrist", "leftist",
    "rightist", "marxist", "maoist", "peronist", "fascist", "likud", "baathist", "gaullist",
    "whig", "unionist", "reformist", "moderate", "hardline", "reform",
})  # fmt: skip
_ADJECTIVES = frozenset({
    "longtime", "popular", "unpopular", "embattled", "disgraced", "impeached", "veteran", "young",
    "beleaguered", "controversial", "outspoken", "powerful", "influential", "charismatic",
    "scandal-plagued", "authoritarian", "autocratic", "elderly", "ailing", "billionaire",
    "staunch", "technocratic", "secular", "leftwing", "rightwing", "beloved",
    "indicted", "convicted", "respected", "celebrated", "unelected", "besieged", "firebrand",
    "fiery", "wartime", "postwar", "revered", "acclaimed", "maverick", "reclusive", "corrupt",
    "combative", "bombastic", "brash", "pragmatic", "reform-minded", "retired", "colorful",
    "colourful", "polarizing", "polarising", "divisive", "legendary", "iconic", "current",
    "sitting", "incumbent", "serving",
})  # fmt: skip
_HYPHENED = pattern(r"(?:\p{Ll}+|\p{Lu}\p{L}+)[-\u2010\u2011]\p{L}[\p{L}-]*")
_NOT_HYPHENED = frozenset({"vice", "co", "deputy", "ex", "then", "sub", "non"})
_HEAD = frozenset({"chief", "elect", "designate", "general", "president", "minister", "health"})
# Small words, verbs of saying and names of roles: what comes before them belongs to others.
_SMALL_OR_ROLE = """
a an the and or but nor of to in on at by for from with as than that this these those who whom
whose which what when where while if is are was were be been being has had have do does did will
would can could may might must should not no so also now his her its their our your my he she it
they we you i said told met saw knew led left won lost made gave took sent asked urged wrote spoke
became thought beat backed under over against about into like after before until since during
between among through without aide adviser advisor ally official lawyer attorney general president
minister premier chancellor governor senator secretary chief leader speaker chair chairman judge
member staffer spokesman spokeswoman spokesperson wife husband partner friend rival critic colleague
deputy mayor boss head director player coach star actor model officer agent student employee worker
prosecutor diplomat ambassador envoy candidate nominee opponent challenger successor predecessor
mentor soldier king queen pope prince professor reporter editor journalist vice prime foreign home
house senate state party white supreme first second under-secretary congressman congresswoman donor
strategist manager consultant banker executive counsel girlfriend boyfriend teammate boxer
"""
_NO_ADJECTIVE = frozenset(_SMALL_OR_ROLE.split())
_ENDING = pattern(r"[\p{L}-]*(?:ed|s|ly|ing)")
_FAR = 90  # code points before a title in which “former” may stand
_REACH = pattern(
    r"(?i)(?<![\w-])(?P<cue>former|one-?time|erstwhile|ex|late|then|outgoing|incoming)"
    r"[-\u2010\u2011 \u00a0](?P<words>(?:[\p{L}’'-]+,?[ \u00a0]){1,4})\Z"
)
_CUES = ("former", "ex-", "ex ", "late ", "then", "time", "erstwhile", "going ", "coming ")
_MOST = 4  # describing words between “former” and a title


@lru_cache(maxsize=4096)
def is_describing(word: str) -> bool:
    """Whether a word certainly describes: a party, a common adjective, or one with a hyphen."""
    word = word.rstrip(",")
    plain = word.lower()
    if plain in _PARTIES or plain in _ADJECTIVES:
        return True
    if _HYPHENED.fullmatch(word) is None:
        return False
    parts = plain.replace("\u2010", "-").replace("\u2011", "-").split("-")
    return parts[0] not in _NOT_HYPHENED and parts[-1] not in _HEAD


def reaching_cue(text: str, end: int) -> tuple[str, Span] | None:
    """“Former” and the like before up to four describing words, with its span.

    Any word in small letters may describe, unless it is a small word, a verb or a role;
    of other words, only parties and the like do.
    """
    start = max(0, end - _FAR)
    near = text[start:end].lower()
    if not any(cue in near for cue in _CUES):
        return None
    match = _REACH.search(text, (start, end))
    if match is None or not all(map(_may_describe, match["words"].split())):
        return None
    return match["cue"].lower(), Span(match.start("cue"), match.start("words"))


@lru_cache(maxsize=4096)
def _may_describe(word: str) -> bool:
    if is_describing(word):
        return True
    if word.endswith(","):  # “the former electrician, President X”
        return False
    if not word.islower() or word in _NO_ADJECTIVE or "’" in word or "'" in word:
        return False
    return _ENDING.fullmatch(word) is None or word.endswith("ous")


def count_of(words: tuple[str, ...]) -> int:
    """How many words at the end certainly describe."""
    most = min(len(words), _MOST)
    return next((at for at in range(most) if not is_describing(words[-1 - at])), most)
