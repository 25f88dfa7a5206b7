"""Names of persons right before a plural verb: Ann Poe have."""

from __future__ import annotations

from copydesk import Document
from lint_rules._shared.names import kinds
from lint_rules.sentence._clauses import DETERMINERS, OPENERS, Clause
from lint_rules.sentence._pronouns import is_person

_UNREAL = frozenset(("if", "though", "unless", "wish", "whether", "as", "that"))


def judged(doc: Document, clause: Clause, verb: str) -> str:
    """The name of the one person that the words before a plural verb are; empty if they are not.

    Args:
        doc: the draft, which may give the full name elsewhere.
        clause: the words before the verb.
        verb: the plural verb.
    """
    tokens = clause.tokens
    start = len(tokens)
    while start and tokens[start - 1][:1].isupper() and tokens[start - 1].lower() not in OPENERS:
        start -= 1
    name, left = tokens[start:], tokens[start - 1].lower() if start else ""
    if not name or not (left in OPENERS or (not start and _is_start(clause))):
        return ""
    if left in _UNREAL and verb != "are":
        return ""
    if (
        name[0].lower() in DETERMINERS
        or name[0] in ("Will", "May")
        or any(not one.isalpha() for one in name)
    ):
        return ""
    if len(name) == 2 and is_person(*name):
        return " ".join(name)
    return name[0] if len(name) == 1 and is_introduced(doc, name[0]) else ""


def _is_start(clause: Clause) -> bool:
    return clause.mark in ("", ".", "!", "?", ";")


def is_introduced(doc: Document, surname: str) -> bool:
    """Whether the story gives a person of that surname with a given name, and no other of it."""
    text, low = doc.text, surname.lower()
    if "s" not in kinds(low) or "w" in kinds(low):
        return False
    given = set[str]()
    for at in doc.words.starts(low):
        before = text[max(0, at - 20) : at]
        word = before[:-1].rpartition(" ")[2] if before[-1:] == " " else ""
        if word[:1].isupper() and "g" in kinds(word.lower()):
            given.add(word)
    return len(given) == 1
