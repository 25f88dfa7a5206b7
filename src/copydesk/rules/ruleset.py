"""The rules of a run, each imported and set up when a draft contains one of its triggers."""

from __future__ import annotations

from types import MappingProxyType

from copydesk.model.style import NO_STYLE, Style
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from copydesk.accepted import Accepted
    from copydesk.facts.store import Facts
    from copydesk.files.data_file import DataFile
    from copydesk.model.findings import Severity
    from copydesk.rules.info import RuleInfo
    from copydesk.rules.rule import Rule
    from copydesk.terms.table import TermTable


_NONE: Mapping[str, Severity] = MappingProxyType({})
TITLES = "@titles"  # in a rule's triggers: the titles in the newsroom's own facts


class LazyRule:
    """A rule that is imported and set up when a draft contains one of its triggers."""

    __slots__ = ("_load", "_rule", "id", "parts", "terms", "triggers", "yields_to")

    def __init__(self, info: RuleInfo, load: Callable[[], Rule]) -> None:
        self.id = info.id
        self.triggers = with_titles(info.triggers, ())
        self.parts = info.parts
        self.yields_to = info.yields_to
        judges = "judge" in info.parts or "sight" in info.parts
        self.terms = (info.terms or (info.id,)) if judges else ()
        self._load = load
        self._rule: Rule | None = None

    @classmethod
    def of(
        cls,
        info: RuleInfo,
        settings: Mapping[str, object] | None = None,
        style: Style = NO_STYLE,
        facts: Callable[[], Facts] | None = None,
        titles: tuple[str, ...] = (),
        accepted: Accepted | None = None,
    ) -> LazyRule:
        """Create a rule from its catalogue entry, with its options, style, facts and words.

        ``titles`` are triggers that the newsroom's own facts add to a rule about titles.
        """

        def load() -> Rule:
            kind = info.rule_class()
            assert kind is not None
            rule = kind(settings, style)
            if facts is not None:
                rule.use_facts(facts)
            if accepted is not None and info.accepts:
                rule.use_accepted(accepted)
            return rule

        return cls(info._replace(triggers=with_titles(info.triggers, titles)), load)

    @classmethod
    def ready(cls, rule: Rule) -> LazyRule:
        """Wrap a rule that is already set up."""
        from copydesk.rules.info import RuleInfo

        return cls(RuleInfo.of(type(rule)), lambda: rule)

    @property
    def rule(self) -> Rule:
        """The rule itself, set up on first use."""
        if self._rule is None:
            self._rule = self._load()
        return self._rule


def with_titles(triggers: tuple[str, ...], titles: tuple[str, ...]) -> tuple[str, ...]:
    """A rule's triggers, with ``@titles`` replaced by the newsroom's own titles."""
    if TITLES not in triggers:
        return triggers
    return (*(one for one in triggers if one != TITLES), *titles)


class RuleSet(ValueTuple):
    """The rules of a run.

    Attributes:
        rules: rules written in Python, configured, sorted by id.
        severities: of every selected rule, including term rules.
        forced: severities set in the config, which replace those of the rules.
        table: the compiled terms.
        styles: the house styles that were chosen.
        languages: the languages of copy that each rule understands.
        known: the ids of all rules, selected or not.
        furniture: those that look for what belongs around a story; they skip layouts.
        accepting: those that judge the form of a word, to which accepted words are right.
        accepted: the words that the newsroom accepts; None without a list.
    """

    rules: tuple[LazyRule, ...] = ()
    severities: Mapping[str, Severity] = _NONE
    forced: Mapping[str, Severity] = _NONE
    table: TermTable | None = None
    styles: frozenset[str] = frozenset()
    languages: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    known: frozenset[str] = frozenset()
    furniture: frozenset[str] = frozenset()
    accepting: frozenset[str] = frozenset()
    accepted: Accepted | None = None


class FactsLater:
    """Loads the facts when first called, and returns the same object at every call.

    Args:
        files: the tables, the shipped ones first, the newsroom's last.
        cache: the folder for the compiled table; empty for none.

    Attributes:
        asked: how often the facts were asked for.
    """

    __slots__ = ("_cache", "_facts", "_files", "asked")

    def __init__(self, files: Sequence[DataFile], cache: str = "") -> None:
        self._files = files
        self._cache = cache
        self._facts: Facts | None = None
        self.asked = 0

    def __call__(self) -> Facts:
        """Get the facts; nothing is read before the first lookup in them."""
        self.asked += 1
        if self._facts is None:
            from copydesk.facts.store import Facts

            self._facts = Facts(self._files, self._cache)
        return self._facts
