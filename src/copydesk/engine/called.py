"""Which rules a draft calls for, decided for all rules at once, before any is called."""

from __future__ import annotations

from functools import lru_cache

from copydesk.document.words import is_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.words import Words
    from copydesk.rules.ruleset import LazyRule

FIELDS = "@fields"  # in a rule's triggers: the story has fields


class Triggers:
    """The rules of a run by what they look for.

    Args:
        rules: the rules.

    Attributes:
        judges: the rules that judge terms.
    """

    __slots__ = ("_always", "_marks", "_of_fields", "_words", "judges")

    def __init__(self, rules: tuple[LazyRule, ...]) -> None:
        self.judges = tuple(rule for rule in rules if rule.terms)
        self._always = frozenset(rule.id for rule in rules if not rule.triggers)
        self._of_fields: set[str] = set()
        self._words: dict[str, set[str]] = {}
        self._marks: dict[str, set[str]] = {}
        for rule in rules:
            for trigger in rule.triggers:
                if trigger == FIELDS:
                    self._of_fields.add(rule.id)
                    continue
                kind = self._words if is_word(trigger) else self._marks
                kind.setdefault(trigger, set()).add(rule.id)

    def by(self, words: Words, has_fields: bool = False) -> set[str]:
        """The ids of the rules without triggers, and of those of which a trigger occurs."""
        found = set(self._always)
        if has_fields:
            found |= self._of_fields
        for word in words.among(self._words):
            found |= self._words[word]
        for mark, rules in self._marks.items():
            if not rules <= found and words.has_text(mark):
                found |= rules
        return found


@lru_cache(maxsize=8)
def triggers_of(rules: tuple[LazyRule, ...]) -> Triggers:
    """The rules of a run by what they look for; computed once for all drafts."""
    return Triggers(rules)


@lru_cache(maxsize=8)
def without_sights(rules: tuple[LazyRule, ...]) -> tuple[LazyRule, ...]:
    """The rules without those that only collect what another draft may contradict."""
    return tuple(rule for rule in rules if rule.parts != ("sight",))
