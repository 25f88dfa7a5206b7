"""Articles and the like before a plural: an officers, this cars."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, scan
from lint_rules._shared.parts import is_plural, parts
from lint_rules._shared.prose import words
from lint_rules.sentence._noun_phrases import Fault, phrase
from lint_rules.sentence._pronouns import without_s

_NOT_ALONE = words(
    "ways hands thumbs heads ends means plurals shorts smarts goods innings sports others fives"
)


_PLURAL = scan(
    r"(?<![\w’'&-])(?P<article>[Aa]n?|[Tt]his|[Aa]nother|[Ee]ach|[Ee]very) "
    r"(?P<first>(?:(?!\w+s )[a-z]+ )?)(?P<word>[a-z]+(?<!s)s|men|women|children)(?![\w’'&/-])",
    at=("a", "an", "this", "another", "each", "every"),
    after=60,
)


def found(doc: Document) -> Iterator[Fault]:
    """“A”, “an”, “this”, “each” and the like with a plural behind them."""
    text = doc.text
    for match in _PLURAL.finditer(doc):
        article, word, first = match["article"], match["word"], match["first"].strip()
        if not _is_alone(article, word) or not _is_article(text, match.start()):
            continue
        if (first and not _is_quality(first)) or not _ends(text, match):
            continue
        shown = f"{article} {first}".strip()
        message = f"“{shown}” does not go with the plural “{word}”."
        yield Fault(match.span(), "", message, "One of the two is left over.")


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
    if (
        text[end : end + 1].isalnum()
        or end != match.end()
        or after in ("-", "–", "—", "’", "'", "/", "&", "and", "or")
    ):
        return False
    return not (match["word"] == "accounts" and after == "for")


_MANY = words("all few many dozen hundred thousand million little lot good great couple")


def _is_quality(word: str) -> bool:
    """Whether a word is an adjective and nothing else that could stand before a noun."""
    kinds = set(parts(word))
    return word not in _MANY and "a" in kinds and not kinds & set("ndg")


def _is_article(text: str, at: int) -> bool:
    """Whether a letter or word is an article there, and not a grade or a part of a name."""
    before = text[max(0, at - 2) : at]
    if before[-1:] not in ("", " ", "\n", "“", '"', "(", "—"):
        return False
    return text[at].islower() or before.strip()[-1:] in ("", ".", "?", "!", ":")
