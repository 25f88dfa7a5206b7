"""Select the rules for a draft from the config and the command line."""

from __future__ import annotations

from collections.abc import Callable

from copydesk.model.errors import NoRules
from copydesk.model.findings import Severity
from copydesk.model.style import Style, resolve
from copydesk.rules.ruleset import LazyRule, RuleSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import NoReturn

    from copydesk.config import RuleSelection
    from copydesk.registry.registry import Registry
    from copydesk.rules.info import RuleInfo


Where = Callable[..., str]  # maps the keys of a setting to "file:line"


def select_rules(registry: Registry, choice: RuleSelection, where: Where) -> RuleSet:
    """The rules that a choice selects, with their options set.

    Raises:
        DataError: the choice names a rule, an option or a style that does not exist;
            the message begins with what ``where`` returns for the setting's keys.
        NoRules: the choice selects no rule.
    """
    chosen = _chosen(registry, choice, where)
    if not chosen:
        raise NoRules(f"{where('select')}: no rules selected, so nothing would be checked")
    forced = _forced(registry, choice, where)
    settings = _settings(registry, choice, where)
    style = _style(registry, choice, where)
    rules = tuple(
        LazyRule.of(
            registry.rules[name],
            settings.get(name),
            style,
            registry.facts_later,
            registry.own_titles,
            registry.accepted,
        )
        for name in chosen
        if registry.rules[name].home and _has_say(registry.rules[name], style)
    )
    return RuleSet(
        rules,
        {name: registry.rules[name].severity for name in chosen},
        forced,
        registry.table if len(registry.table) else None,
        frozenset(style.chain),
        {name: registry.rules[name].languages for name in chosen},
        frozenset(registry.rules),
        frozenset(name for name in chosen if registry.rules[name].furniture),
        frozenset(name for name in chosen if registry.rules[name].accepts),
        registry.accepted,
    )


def _has_say(info: RuleInfo, style: Style) -> bool:
    """Whether a rule can find anything with this house style."""
    return not info.styled or any(key in style.settings for key in info.styled)


def _chosen(registry: Registry, choice: RuleSelection, where: Where) -> list[str]:
    if choice.select is None:
        chosen = {name for name, info in registry.rules.items() if info.default}
    else:
        chosen = _selected(registry, choice.select, where("select"), choice.preview)
    chosen |= _selected(registry, choice.extend_select, where("extend-select"), choice.preview)
    registry.ids(choice.ignore, where("ignore"))
    return sorted(
        rule
        for rule in chosen
        if not _named(rule, choice.ignore) and (choice.preview or not registry.rules[rule].preview)
    )


def _selected(
    registry: Registry, names: tuple[str, ...], where: str, preview: bool | None
) -> set[str]:
    """The rules that are named by id, and the default rules of the groups that are named."""
    found = registry.ids(names, where)
    for name in names:
        info = registry.rules.get(name)
        if info is not None and info.unavailable:
            _fail(f"{where}: rule {name} cannot run: {info.unavailable}")
        if info is not None and info.preview and not preview:
            _fail(f"{where}: rule {name} is in preview; set preview = true, or use --preview")
    return {rule for rule in found if rule in names or registry.rules[rule].default}


def _named(rule: str, names: tuple[str, ...]) -> bool:
    return "all" in names or rule in names or rule.partition("/")[0] in names


def _forced(registry: Registry, choice: RuleSelection, where: Where) -> Mapping[str, Severity]:
    found: dict[str, Severity] = {}
    for name, severity in sorted(choice.severity.items(), key=lambda item: "/" in item[0]):
        for rule in registry.ids((name,), where("severity", name)):
            found[rule] = Severity.named(severity)
    return found


def _settings(
    registry: Registry, choice: RuleSelection, where: Where
) -> dict[str, Mapping[str, object]]:
    found: dict[str, Mapping[str, object]] = {}
    for name, values in choice.options.items():
        info = registry.rules.get(name)
        if info is None:
            hint = _hint(name, registry.rules)
            _fail(f"{where('rule', name)}: unknown rule {name!r}{hint}")
        hyphened = {one.name.replace("-", "_"): one.name for one in info.options}
        found[name] = {hyphened.get(key, key): value for key, value in values.items()}
        for key, value in found[name].items():
            _check_option(info, key, value, where("rule", name, key))
    return found


def _check_option(info: RuleInfo, key: str, value: object, where: str) -> None:
    options = {option.name: option for option in info.options}
    if key not in options:
        hint = _hint(key, options)
        known = (
            f" (its options: {', '.join(sorted(options))})" if options else " (it has no options)"
        )
        _fail(f"{where}: rule {info.id} has no option {key!r}{hint or known}")
    option = options[key]
    if not option.accepts(value):
        wanted = f"one of {', '.join(option.choices)}" if option.choices else option.type_name
        _fail(f"{where}: option {key!r} of {info.id} must be {wanted}, not {value!r}")


def _style(registry: Registry, choice: RuleSelection, where: Where) -> Style:
    """The chosen house style, with what it inherits."""
    styles = registry.table.styles
    by_file = {style.path: style.name for style in styles}
    name = by_file.get(choice.style, choice.style)
    try:
        return resolve(name, styles)
    except KeyError as error:
        missing = error.args[0]
        names = sorted({style.name for style in styles})
        hint = _hint(missing, names) or f"; choose from {', '.join(names) or 'none'}"
        _fail(f"{where('style')}: unknown house style {missing!r}{hint}")


def _hint(name: str, known: Iterable[str]) -> str:
    from copydesk.files.toml import did_you_mean

    return did_you_mean(name, known)


def _fail(message: str) -> NoReturn:
    from copydesk.model.errors import DataError

    raise DataError(message)
