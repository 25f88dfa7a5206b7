"""Where one string of letters is two words: ofthe, thatit, TheMayor, faceKelly."""

from __future__ import annotations

from lint_rules._shared.names import kinds
from lint_rules._shared.parts import parts as parts_of_speech
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import is_known, near, rank

# Words that sentences are held together with: two in a row make no coinage.
_SMALL = words(
    "the of in to and that for with from by on at as it is was he his her they this be are or not "
    "but were had has have she we you which who will would their its a an been when if than into "
    "all no do so can could about after more one may before there what my our your them him us"
)
# Those that may be glued to any word, before it and behind it.
_FIRST = words("the and that with from this his their was were has had which will would our your")
_SECOND = words("the and that with from this for against which would were was his their about into")
_ARTICLES = ("a", "an")
_ENDINGS = ("ing", "ed", "s", "es", "er", "ly")
# Those that close a string only behind a very common word: many strings end like them.
_LAST = words("in of to as on is at by it be we he")
# What opens a sentence that has lost the stop and the space before it: agoThe, sonHer.
_OPENERS = words(
    "the she he they this that these those but when while there it in we you his her their our its "
    "if as at on for and so after before although however meanwhile according some many most all "
    "mr mrs ms dr i’m asked one two three"
)
_AFTER_NAMES = words(
    "the she he they this that these but when while there his her their however meanwhile mr mrs"
)
_COMMON, _OFTEN, _PLAIN = 50, 62, 44  # rank of what such a word is glued to
_SAID = 30  # rank of a word before a sentence
_PART = 4  # letters
# Names that are written so: they begin with a common word.
_BRANDS = words(
    "easyjet easyhotel easygroup airbaltic flydubai deviantart wikihow opensuse gocompare "
    "thestreet thegrio thewrap theblaze thehill thejournal thescore theroot thecity thebody "
    "thefederalist thetrace thepoint thecityuk thestory linkedin openai salesforce facetime "
    "inreach moneysupermarket justgiving lifesitenews powerpoint airdrop playstation chatgpt "
    "youtube whois"
)


def parts(shown: str) -> tuple[str, str] | None:
    """The two words that a string, which no list has, is made of, in lower case; or None.

    With a capital, both may be small words in a name: Wasif.
    """
    word, low = shown.lower(), shown.islower()
    if word in _BRANDS:
        return None
    found = [
        (first, second)
        for at in range(1, len(word))
        if _go_together(first := word[:at], second := word[at:], low)
        and (low or len(first) >= _PART or len(second) >= _PART)
        and (low or second not in _LAST)
    ]
    if not found:
        return None
    first, second = max(found, key=lambda pair: min(rank(pair[0]) or 99, rank(pair[1])))
    if first in _SMALL and second in _SMALL:
        return first, second
    rest = second if first in _ARTICLES else ""
    return None if _is_rather_a_slip(word, rest) else (first, second)


def _go_together(first: str, second: str, low: bool) -> bool:
    if first in _SMALL and second in _SMALL:
        return len(first) > 1 and len(second) > 1 and len(first) + len(second) >= _PART
    if first in _ARTICLES:
        if any(second.endswith(end) and rank(first + second[: -len(end)]) for end in _ENDINGS):
            return False  # acrossing: across
        often = _PLAIN if low else _COMMON
        return len(second) >= _PART and rank(second) >= often and _fits(first, second)
    if first in _FIRST and len(second) >= _PART:
        return rank(second) >= (_SAID if low and first == "the" else _PLAIN)
    if second == "in" and rank(f"{first}ing"):
        return False  # truckin: truckin’, without its apostrophe
    if second in _LAST and len(first) >= _PART:
        return rank(first) >= (_COMMON if len(first) > _PART else _OFTEN)
    return second in _SECOND and len(first) >= _PART and rank(first) >= _COMMON


def _fits(article: str, word: str) -> bool:
    return (article == "an") == (word[0] in "aeiou")


def _is_rather_a_slip(word: str, rest: str) -> bool:
    """Whether another common word is one letter away."""
    return any(
        one.word != rest and one.rank >= _COMMON and one.word[0] == word[0] for one in near(word)
    )


def camel(shown: str) -> tuple[str, str] | None:
    """The two words of a string with a capital inside; or None if it may be a name."""
    at = next((at for at in range(1, len(shown)) if shown[at].isupper()), 0)
    first, second = shown[:at], shown[at:]
    if not first or not (second[1:].islower() or second in ("I", "A")) or shown.lower() in _BRANDS:
        return None
    low, its = first.lower(), second.lower()
    if first[0].isupper():
        glued = (low in _FIRST and len(low) > 2 and rank(its) >= _COMMON) or (
            its in _AFTER_NAMES and len(low) >= _PART and first[1:].islower() and is_known(low)
        )
        return (first, second) if glued else None
    if its in _OPENERS and len(low) > 1 and (rank(low) >= _SAID or low in _SMALL):
        return first, second
    if low in _SMALL and len(low) > 1 and len(its) >= _PART and is_known(its):
        return first, second
    if (
        len(low) >= _PART
        and rank(low) >= _OFTEN
        and len(its) >= _PART
        and set(kinds(its)) & set("nsg")
    ):
        return first, second
    return None


def _ends_name(word: str) -> bool:
    """Whether a word is a name, or can be no part of one in code: fillWidth, but progressBeyond."""
    return bool(set(kinds(word)) & set("nsg")) or not set(parts_of_speech(word)) & set("npv")
