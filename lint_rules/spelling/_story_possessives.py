"""Possessives without their apostrophe that the story writes with one, or as a name: Poes plan."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, Span, pattern
from lint_rules._shared.names import kinds
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words
from lint_rules.spelling._lost_apostrophes import Slip

_SHORT = 5  # letters of an owner with its s, at least
_OFTEN = 3  # times a name is written without s, so that one that looks like another is it
_HEAD = pattern(r" (?P<head>[a-z]{3,})(?![\w'’-])(?: (?P<next>[a-z]+)|(?P<mark>\.))?")
_LAST = pattern(r"(?:\A|(?<=[\s“\"(]))(?P<word>[^\s“\"(]*) \Z")
# Words that are no head, though the table has them as nouns.
_SMALL = words(
    "and or of in on at to the that when which who is are was were has have had will would before "
    "after ago as but for from since so than then with without he she they we it later until by "
    "not only alone like long prior should could did do does can may might must shall through now "
    "often still also never where there this around between if while because about into over under "
    "up down out off all both each such more other any some no nor my his her its their our your "
    "said say says see mean tend remain offer bring start begin why another today tomorrow "
    "yesterday tonight per versus live home here let lot want need make take try call"
)
# Adjectives, and other words the table has as verbs or adverbs, that may precede the head.
_BEFORE_HEAD = words(
    "last own first next top latest best largest biggest new former most main final recent late "
    "second third only highest oldest upcoming proposed chief key early longtime legal"
)
_ENDED = words("comments remarks efforts actions rights supporters meeting hearing ruling building")
_AFTER = words(
    "is was has will would of and for that said says who had could should with by from on at"
)
_DETERMINERS = words("the a an his her its their our my every each another")
_NAMING = words(
    "the a an his her its their our my your these those few several both many some all two three "
    "four five six seven eight nine ten other"
)
_GROUPS = ("an", "ese", "ish", "ic", "at", "ist", "ite", "er", "or", "i")  # Germans, Dodgers
_TRADES = words("industry sector economy business association union federation committee gap shop")
_STYLES = words("mr mr. mrs mrs. ms ms. dr dr. sen. rep. gov.")
_COLLECTIVES = words(
    "awards sports news sales services operations teachers veterans students workers visitors "
    "groups emails streets reasons courts events suspects terrorists lots ones times things"
)


def of_story(doc: Document) -> Iterator[Slip]:
    """Words in -s before a noun whose singular the story has as a name, or with an apostrophe."""
    index = doc.words
    for word in index:
        if word[-1] != "s" or len(word) < _SHORT or word[:-1] not in index:
            continue
        places = index.starts(word)
        if len(places) > 1 or word[-2] in "s'’" or word in _COLLECTIVES:
            continue
        at = places[0]
        if doc.text[at - 1 : at] not in ' \n“"(' or not (head := _head(doc, at + len(word))):
            continue
        if _is_owner(doc, word, at, head):
            right = f"{doc.text[at : at + len(word) - 1]}'s"
            yield Slip(
                Span(at, at + len(word)), right, "“{right}”, with an apostrophe?",
                "The story has the word without an s, too.", True,
            )  # fmt: skip


def _head(doc: Document, end: int) -> Match[str] | None:
    """What is owned, behind an offset: a noun, or an adjective and a noun, that is no verb."""
    found = _HEAD.match(doc.text, (end, min(len(doc.text), end + 48)))
    if found is None or found["head"] in _SMALL:
        return None
    head, after = found["head"], found["next"] or ""
    if head in _BEFORE_HEAD:
        return found if after not in _SMALL and {*"npa"} & {*parts(after)} else None
    kind = {*parts(head)}
    if head in _ENDED:
        return found
    if not kind & {*"npa"} or kind & {*"dzer"} or head.endswith(("ly", "ing")):
        return None
    if "a" in kind and "n" not in kind:
        is_noun = after not in _SMALL and bool({*"np"} & {*parts(after)})
        return found if is_noun and "v" not in kind else None
    return found if "v" not in kind or after in _AFTER or found["mark"] else None


def _is_owner(doc: Document, word: str, at: int, head: Match[str]) -> bool:
    """Whether the story says by the other places of a word that it has lost an apostrophe."""
    before = _LAST.search(doc.before(at, 24))
    last = before["word"].lower() if before else ""
    stem = word[:-1]
    places, end = doc.words.starts(stem), len(stem)
    owns = any(doc.text[one + end : one + end + 2] in ("'s", "’s") for one in places)
    owns = owns or last in _STYLES
    if doc.text[at].isupper():
        return last not in _NAMING and _is_name(doc, word, owns)
    if not doc.text[at : at + len(word)].islower() or last not in _DETERMINERS:
        return False
    if not owns and doc.text.count(f"the {stem} ") < 2:
        return False
    return not (head["head"] in _TRADES or "v" in parts(head["head"])) and "n" in parts(stem)


def _is_name(doc: Document, word: str, owns: bool) -> bool:
    """Whether a capitalised word is a name of the story with an s."""
    stem = word[:-1]
    places = doc.words.starts(stem)
    if not all(doc.text[at].isupper() for at in places) or doc.text[places[0] + 1].isupper():
        return False
    known = kinds(stem)
    if known == "w" or ("w" in known and not {*"ns"} & {*known}):
        return False
    if stem.endswith(_GROUPS) and not (owns and (not known or "s" in known)):
        return False
    return owns or len(places) >= (_OFTEN if kinds(word) else 2)
