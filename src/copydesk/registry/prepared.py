"""Everything that a run derives from its settings before it reads the first draft."""

from __future__ import annotations

from functools import partial

from copydesk.files.data_file import files_in
from copydesk.files.gitignore import path_matches
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.registry.select import select_rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.config import Config, RuleSelection
    from copydesk.rules.info import RuleInfo
    from copydesk.rules.ruleset import RuleSet


class Prepared:
    """The parsers, the formatters, and the rules for each draft of one config.

    Rules are selected once for each combination of overrides that applies to a path.

    Args:
        config: the settings from the config files.
        choice: the selection from the command line, which wins over every other.
        cache: the folder for compiled tables; empty for none.

    Attributes:
        config: as given.
        registry: all rules, terms, facts, parsers and formatters.
        default: the rules for a draft that no override applies to.

    Raises:
        PluginError, DataError, NoRules: a plugin is broken, or the settings are invalid or
            select no rules.
    """

    def __init__(self, config: Config, choice: RuleSelection, cache: str) -> None:
        self.config = config
        self._laid_over = choice
        styles = [one.style for one in self._choices() if one.style.endswith(".toml")]
        own = [(style, style) for style in dict.fromkeys(styles)]
        packs = files_in(config.tree, (*config.terms, *own), choice.style)
        facts = files_in(config.tree, config.facts)
        accept = files_in(config.tree, config.accept)
        self.registry = Registry(
            contributions(cache, config.plugins), packs, cache, facts, accept=accept
        )
        self._sets: dict[tuple[int, ...], RuleSet] = {}
        self.default = self._rules(())
        for index in range(len(config.overrides)):
            self._rules((index,))  # a wrong override is an error even if no path meets it

    def rules_for(self, path: str) -> RuleSet:
        """The rules for a draft, with the overrides that apply to its path."""
        return self._rules(self._met(path))

    def limits_for(self, path: str) -> Mapping[str, float]:
        """The readability limits for a draft, from ``[readability]`` and the overrides."""
        return self.choice_for(path).limits

    def choice_for(self, path: str) -> RuleSelection:
        """The settings for a draft, with the overrides that apply to its path."""
        return self._choice(self._met(path))

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes on the facts and extras that this run uses, and on why plugins are not cached."""
        by_extra: dict[str, list[RuleInfo]] = {}
        for rule in self.registry.rules.values():
            if rule.extra:
                by_extra.setdefault(rule.extra, []).append(rule)
        unkept = self.registry.unkept
        plugins = self.registry.plugins
        unused = self.registry.unused_facts
        notes = [f"Facts: {self.registry.facts_pack}."]
        notes += [f"{unused[:1].upper()}{unused[1:]}."] if unused else []
        notes += [f"Plugins: {', '.join(plugins)}."] if plugins else []
        notes += [f"Plugins are loaded at every start: {unkept}."] if unkept else []
        for extra, rules in sorted(by_extra.items()):
            names = ", ".join(rule.id for rule in rules)
            if any(rule.id in self.default.severities for rule in rules):
                notes.append(f"Checked by patterns and by {extra} ({names}).")
            else:
                why = rules[0].unavailable or "not selected"
                notes.append(f"Checked by patterns, not by {extra} ({names}): {why}.")
        return tuple(notes)

    def _met(self, path: str) -> tuple[int, ...]:
        """The indexes of the overrides that apply to a path."""
        overrides = self.config.overrides
        return tuple(
            index for index, one in enumerate(overrides) if path_matches(one.paths, one.root, path)
        )

    def _choice(self, met: tuple[int, ...]) -> RuleSelection:
        choice = self.config.choice
        for index in met:
            choice = self.config.overrides[index].choice.over(choice)
        return self._laid_over.over(choice)

    def _choices(self) -> Iterator[RuleSelection]:
        yield self.config.choice
        for override in self.config.overrides:
            yield override.choice
        yield self._laid_over

    def _rules(self, met: tuple[int, ...]) -> RuleSet:
        if met not in self._sets:
            where = partial(self._where, met)
            self._sets[met] = select_rules(self.registry, self._choice(met), where)
        return self._sets[met]

    def _where(self, met: tuple[int, ...], *keys: str) -> str:
        """Where a key was set, for an error message: an option, or a file and line."""
        if getattr(self._laid_over, keys[0].replace("-", "_"), None):
            return f"--{keys[0]}"
        if not self.config.files:
            return "the command line"
        from copydesk.config.source import where

        return where(self.config, *keys, met=met)
