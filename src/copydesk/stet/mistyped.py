"""Overrides in the copy that are not well written: what was meant, as a suggestion."""

from __future__ import annotations

import re
from difflib import get_close_matches

from copydesk.files.toml import did_you_mean
from copydesk.model.findings import Edit, Fix, Span

_FORM = "stet: RULE: REASON"
_WORD = re.compile(r"[a-z]+(?:[-_ ]?(?:off?|on|file)\b|[-_][a-z]+)?", re.IGNORECASE)
_NAME = re.compile(r"[a-z]+(?:[-/][a-z]+)*", re.IGNORECASE)


def mistyped(body: str, known: frozenset[str], words: tuple[str, ...]) -> str:
    """Why a comment that looks like an override is none, and what to write.

    Args:
        body: the comment.
        known: the ids of all rules.
        words: the words that overrides begin with.
    """
    match = _WORD.match(body)
    word = match[0] if match is not None else ""
    meant = _meant(word, words)
    if word != meant:
        return f"There is no override “{word}”; did you mean “{meant}”?"
    rest = body[len(word) :].strip(" \t\r\n:")
    name = _NAME.match(rest)
    if name is None or not _is_known(name[0], known):
        return f"It names no rule and no reason; write “{_FORM}”."
    reason = rest[name.end() :].strip(" \t\r\n:—–-") or "REASON"
    return f"A colon is missing; write “{word}: {name[0]}: {reason}”."


def no_such_rule(
    source: str, place: Span, name: str, known: frozenset[str]
) -> tuple[str, tuple[Fix, ...]]:
    """What to say of an override of a rule that does not exist, and how to mend it.

    Args:
        source: the draft's source.
        place: where the override is in it.
        name: the rule that it names.
        known: the ids of all rules.
    """
    hint = did_you_mean(name, known, "“”")
    fixes: tuple[Fix, ...] = ()
    at = source.find(name, *place)
    if hint and at >= 0:
        right = hint.partition("“")[2].partition("”")[0]
        edit = Edit(Span(at, at + len(name)), right)
        fixes = (Fix(f"Write “{right}”", (edit,), "suggested"),)
    return f"There is no rule “{name}”{hint or '.'}", fixes


def _meant(word: str, words: tuple[str, ...]) -> str:
    """The word of an override that was meant."""
    plain = re.sub(r"[_ ]", "-", word.lower())
    if plain in words:
        return plain
    joined = re.sub(r"^(stet)-?(off|on|file)$", r"\1-\2", plain)
    return joined if joined in words else (get_close_matches(plain, words, 1, 0.6) or ["stet"])[0]


def _is_known(name: str, known: frozenset[str]) -> bool:
    return any(name in (rule, rule.partition("/")[0]) for rule in known)
