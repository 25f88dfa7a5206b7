"""The bases of verb forms: went is of go, and whether a word is such a form."""

from __future__ import annotations

from lint_rules._shared.parts import parts
from lint_rules.sentence import _verb_words as known
from lint_rules.sentence._pronouns import without_s

_IRREGULAR = {
    "went": "go", "came": "come", "took": "take", "gave": "give", "knew": "know", "wrote": "write",
    "began": "begin", "ate": "eat", "drove": "drive", "flew": "fly", "grew": "grow",
    "chose": "choose", "threw": "throw", "became": "become", "sang": "sing", "drank": "drink",
    "swam": "swim", "tore": "tear", "shook": "shake", "stole": "steal", "drew": "draw",
    "froze": "freeze", "forgot": "forget", "forgave": "forgive", "overcame": "overcome",
    "withdrew": "withdraw", "ran": "run", "saw": "see", "made": "make", "said": "say",
    "told": "tell", "kept": "keep", "held": "hold", "sent": "send", "paid": "pay",
    "built": "build", "won": "win", "lost": "lose", "bought": "buy", "brought": "bring",
}  # fmt: skip


def base_of(verb: str) -> str:
    """The base of a verb’s form; empty if it is not known."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("s"):
        return without_s(verb)
    y = verb[:-3] + "y" if verb.endswith("ied") else ""
    forms = (verb[:-1], verb[:-2], y, verb[:-3]) if verb.endswith("ed") else ()
    return next((form for form in forms if "v" in parts(form)), "")


def is_inflected(verb: str) -> bool:
    """Whether a word is a verb with -s, or a past, and nothing else behind an auxiliary."""
    if verb in known.PAST_ONLY:
        return verb not in known.ALSO_ELSE
    kinds = set(parts(verb))
    if verb.endswith("s"):
        return "z" in kinds and kinds <= {"z", "p"}
    return "d" in kinds and kinds <= {"d", "e", "a"}
