"""“There is” before a plural, and “there are” before a singular."""

from __future__ import annotations

from copydesk import Document, Iterator, pattern
from lint_rules._shared.parts import is_plural, is_singular, parts
from lint_rules._shared.prose import words
from lint_rules.sentence._clauses import is_modifier
from lint_rules.sentence._noun_phrases import NUMBERS, WORD, Fault, phrase

_THERE = pattern(
    r"here (?P<verb>is|was|has been|are|were|have been) "
    r"(?:(?:still|also|now|only|currently|already|always|often|clearly|certainly|probably) )?"
)
_SINGULAR = {"is": "are", "was": "were", "has been": "have been"}
_PLURAL = {"are": "is", "were": "was", "have been": "has been"}
_REACH = 32  # code points from “there” to the noun phrase
# Nouns behind which another clause may follow at once: no reason other parties …
_WHOLE = words("reason evidence violence way doubt need point post proof hope sign word room")
_LEADS = words("no any some a an")
_UNREAL = words("if as though wish imagine unless whether that suppose")
_LONGEST = 4  # words of a noun phrase


def found(doc: Document) -> Iterator[Fault]:
    """Each “there is” and “there are” that does not fit the noun behind it."""
    for at in doc.words.starts("there"):
        match = _THERE.match(doc.text, (at + 1, at + _REACH))
        if match is None or not _opens(doc.before(at, 14)):
            continue
        tokens, after, lead = _behind(doc.text, match.end())
        if not tokens or not _is_plain(tokens, after, lead):
            continue
        verb, head = match["verb"], tokens[-1]
        if f" {head} to {head} " in doc.after(match.end(), 60):
            continue  # there are door to door trips
        wrong = _is_plural(tokens, lead) if verb in _SINGULAR else _is_singular(tokens, after, lead)
        if wrong and not (verb == "were" and _is_unreal(doc, at)):
            right = _SINGULAR.get(verb) or _PLURAL[verb]
            why = "“There is” takes a singular, “there are” a plural."
            message = f"“there {verb}” does not agree with “{head}”."
            yield Fault(match.span("verb"), right, message, why)


def _opens(before: str) -> bool:
    """Whether “there” is not the place behind a noun: governments there are cutting."""
    word = before[:-1].split()[-1:][0] if before[-1:] == " " and before.strip() else ""
    if word in ("than", "as"):
        return False  # three more than there were a decade ago
    if word.lower() in _MODALS:
        return False  # could there have been
    return not (word.islower() and set(parts(word)) & set("np") and word not in _JOINTS)


_MODALS = words("can could will would shall should may might must let")
_JOINTS = words("given provided says say said hope times time places point that if when where but")


def _behind(text: str, at: int) -> tuple[list[str], str, str]:
    """The noun phrase at an offset without its first small word, what follows it, and that word."""
    first = WORD.match(text, (at, at + 12))
    lead = first[0].lower() if first is not None else ""
    tokens, _, after = phrase(text, at + len(lead) + 1 if lead in _LEADS else at)
    return tokens, after, lead


def _is_plain(tokens: list[str], after: str, lead: str) -> bool:
    """Whether a noun phrase is one noun with words for its number and qualities."""
    if len(tokens) > _LONGEST or tokens[-1][0].isupper() or tokens[0] in ("doubt", "enough"):
        return False
    if (
        {"much", "more"} & set(tokens)
        or after in ("and", "or", "-", "’", "'", "plus")
        or any(one in _WHOLE for one in tokens[:-1])
        or any("--" in one for one in tokens)
    ):
        return False
    return all(is_modifier(one) for one in tokens[:-1])


def _is_plural(tokens: list[str], lead: str) -> bool:
    head = tokens[-1]
    if lead in ("a", "an") or not (is_plural(head) or head == "people"):
        return False
    loose = lead in ("no", "many", "several", "few") or lead in NUMBERS or lead.isdigit()
    return loose or all(
        one.isdigit() or "a" in parts(one.lower()) or one in NUMBERS for one in tokens[:-1]
    )


def _is_singular(tokens: list[str], after: str, lead: str) -> bool:
    if after in ("", ",") or (lead in ("a", "an") and after in ("of", "to")):
        return False
    if is_plural(after):
        return False  # there were smoke alerts
    if after in ("up", "out", "off") or "e" in parts(after):
        return False  # there are door to door trips, tax related costs
    return is_singular(tokens[-1]) and not any(one.isdigit() or one in NUMBERS for one in tokens)


def _is_unreal(doc: Document, at: int) -> bool:
    """Whether “were” may be the subjunctive: if there were a law."""
    return bool(_UNREAL & set(doc.before(at, 60).lower().split()))
