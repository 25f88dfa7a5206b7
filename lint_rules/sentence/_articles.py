"""Articles and the like before a plural: an officers, this cars."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, pattern
from lint_rules._shared.parts import is_plural, parts
from lint_rules._shared.prose import words
from lint_rules.sentence._noun_phrases import Fault, phrase
from lint_rules.sentence._pronouns import without_s

_NOT_ALONE = words(
    "ways hands thumbs heads ends means plurals shorts smarts goods innings sports others fives "
    "doubles singles"
)


_ARTICLES = ("a", "an", "this", "another", "each", "every")
_PLURAL = pattern(
    r" (?P<first>(?:(?!\w+s )[a-z]+ )?)(?P<word>[a-z]+(?<!s)s|men|women|children)(?![\w’'&/-])"
)
_REACH = 60


def found(doc: Document) -> Iterator[Fault]:
    """“A”, “an”, “this”, “each” and the like with a plural behind them."""
    text = doc.text
    for low in _ARTICLES:
        for at in doc.words.starts(low):
            end = at + len(low)
            match = _PLURAL.match(text, (end, end + _REACH))
            if match is None or not _is_alone(low, match["word"]) or not _is_article(text, at):
                continue
            first = match["first"].strip()
            if (first and not _is_quality(first)) or not _ends(text, match):
                continue
            shown = f"{text[at:end]} {first}".strip()
            message = f"“{shown}” does not go with the plural “{match['word']}”."
            yield Fault((at, match.end()), "", message, "One of the two is left over.")


def _is_alone(article: str, word: str) -> bool:
    """Whether a word is a plural that cannot stand behind an article, nor be its verb."""
    if not word.islower() or not (word.endswith("s") or word in ("men", "women", "children")):
        return False
    if not is_plural(word) or word in _NOT_ALONE:
        return False
    return len(article) < 3 or not without_s(word)  # this means, each costs


def _ends(text: str, match: Match[str]) -> bool:
    """Whether the noun phrase ends with the word."""
    _, end, after = phrase(text, match.start("word"))
    if end != match.end() and _is_past_clause(text[match.end() : match.end() + 40]):
        return True
    if (
        text[end : end + 1].isalnum()
        or text[match.end() + 1 : match.end() + 2].isupper()  # a materials PhD student
        or end != match.end()
        or text.startswith(" only ", match.end())  # a members only club
        or (after == "of" and match["word"][-1] == "n")  # a women of color festival
        or after in ("-", "–", "—", "’", "'", "/", "&", "and", "or", "“", '"', ",")
    ):
        return False
    return not (match["word"] == "accounts" and after == "for")


_COMMON = words("bad big small new old long short high low major nice young local foreign")
_MANY = words("all few many dozen hundred thousand million little lot good great couple")


def _is_past_clause(after: str) -> bool:
    """Whether a participle and a preposition follow: an important stations connected with."""
    second = after.split(" ", 3)
    return len(second) > 3 and after[0] == " " and "e" in parts(second[1]) and second[2] in _BEHIND


_BEHIND = words("with by to from for in at on of as under near")


def _is_quality(word: str) -> bool:
    """Whether a word is an adjective and nothing else that could stand before a noun."""
    kinds = set(parts(word))
    if word in _COMMON:
        return True
    return word not in _MANY and "a" in kinds and not kinds & set("ndg")


def _is_article(text: str, at: int) -> bool:
    """Whether a letter or word is an article there, and not a grade or a part of a name."""
    before = text[max(0, at - 2) : at]
    if before[-1:] not in ("", " ", "\n", "“", '"', "(", "—"):
        return False
    return text[at].islower() or before.strip()[-1:] in ("", ".", "?", "!", ":")
