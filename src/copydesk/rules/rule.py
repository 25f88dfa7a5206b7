"""What a rule is: identity, reason, examples and a check, in one class."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from copydesk.model.findings import Edit, Finding, Fix, Related, Severity, Span
from copydesk.model.style import NO_STYLE, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import TypedDict, Unpack

    from copydesk.document import Document
    from copydesk.document.scan import Scan
    from copydesk.facts import Facts
    from copydesk.model.sightings import PlacedSighting, Sighting, Verdict
    from copydesk.terms.hits import Hits

    class Said(TypedDict, total=False):
        """What a finding may say besides; see ``Rule.find``."""

        evidence: str
        related: Iterable[Related]
        severity: Severity | None

    class More(Said, total=False):
        """What ``Rule.replace`` takes besides."""

        safe: bool
        marked: tuple[int, int] | None


class Good(NamedTuple):
    """Copy that the rule must leave alone.

    ``date`` is the story's date (ISO) where it matters; ``format`` the parser
    that reads the text: ``text``, ``markdown`` or ``html``. ``options`` are the
    rule's options for this example; ``final`` is that of the document;
    ``style`` gives the settings of a house style (``name``: that of a style
    whose entries count). ``beside`` are other drafts of the same run.
    """

    text: str
    date: str = ""
    format: str = "text"
    options: Mapping[str, Any] = MappingProxyType({})
    final: bool = False
    style: Mapping[str, Any] = MappingProxyType({})
    beside: tuple[str, ...] = ()


class Bad(NamedTuple):
    """Copy that the rule must catch, the faulty words between ``[[`` and ``]]``.

    ``fixed`` is the text after the rule's first fix; None where it offers none.
    """

    text: str
    fixed: str | None = None
    date: str = ""
    format: str = "text"
    options: Mapping[str, Any] = MappingProxyType({})
    final: bool = False
    style: Mapping[str, Any] = MappingProxyType({})
    beside: tuple[str, ...] = ()


class Option(NamedTuple):
    """A setting of a rule, as it is named in ``[rule."group/name"]``.

    ``default`` also tells the type: bool, int, float, str, or a list of str.
    ``choices`` limits a str.
    """

    name: str
    default: Any
    doc: str
    choices: tuple[str, ...] = ()

    @property
    def type_name(self) -> str:
        """The type as a person would say it."""
        names = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
        return names.get(type(self.default), "a list of texts")

    def accepts(self, value: object) -> bool:
        """Whether a value from a config file is of the option's type."""
        if isinstance(self.default, (list, tuple)):
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        if isinstance(self.default, bool) or isinstance(value, bool):
            return isinstance(self.default, bool) and isinstance(value, bool)
        if isinstance(self.default, float):
            return isinstance(value, (int, float))
        if not isinstance(value, type(self.default)):
            return False
        return not self.choices or value in self.choices


class Rule:
    """The base of every rule written in Python.

    The docstring is its documentation: the first line says what it wants, the
    rest why. A rule holds no state: ``check`` sees one document at a time, in
    any order and in any process, and speaks only of spans of ``doc.text``.

    Attributes:
        id: ``group/name``, in lower case with hyphens.
        severity: what a fault would cost if it were published.
        examples: good and bad copy; tests, documentation and ``explain``.
        options: settings that a newsroom may change.
        scans: the patterns without a match of one of which it finds nothing.
        triggers: words (lower case) or marks without which the rule cannot
            find anything; the engine then does not call it. Unsaid: the anchors
            of its ``scans``. None of both, or ``()``: it is always called.
            ``@titles`` stands for the titles in the newsroom's own facts.
        default: whether the rule runs when nobody selects it.
        source: the authority for the rule, where there is one.
        languages: the languages of the copy that it understands.
        extra: the optional extra of copydesk (or of a plugin) that it needs.
        modules: the modules of that extra; where one is not installed the rule
            is listed, off, and cannot be selected.
        terms: ids of the rules whose term entries it judges; its own, unsaid.
        yields_to: rules (or groups) that explain its findings: where one of
            theirs meets or touches one of its own, only theirs is shown, and
            its own as related to it.
        styled: settings of a house style, one of which must be made for the rule
            to find anything; the engine does not call it otherwise.

    A rule overrides one or more of ``check``, ``check_source``, ``judge`` and
    ``sight`` with ``compare``.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity]
    examples: ClassVar[tuple[Good | Bad, ...]]
    options: ClassVar[tuple[Option, ...]] = ()
    scans: ClassVar[tuple[Scan, ...]] = ()
    triggers: ClassVar[tuple[str, ...]] = ()
    default: ClassVar[bool] = True
    source: ClassVar[str] = ""
    languages: ClassVar[tuple[str, ...]] = ("en",)
    extra: ClassVar[str] = ""
    modules: ClassVar[tuple[str, ...]] = ()
    terms: ClassVar[tuple[str, ...]] = ()
    yields_to: ClassVar[tuple[str, ...]] = ()
    styled: ClassVar[tuple[str, ...]] = ()

    __slots__ = ("_facts", "settings", "style")
    settings: Mapping[str, Any]
    style: Style
    _facts: Callable[[], Facts] | None

    def __init__(self, settings: Mapping[str, Any] | None = None, style: Style = NO_STYLE) -> None:
        object.__setattr__(self, "style", style)
        values = {option.name: option.default for option in self.options}
        values.update(settings or {})
        object.__setattr__(self, "settings", MappingProxyType(values))
        object.__setattr__(self, "_facts", None)

    def use_facts(self, facts: Callable[[], Facts]) -> None:
        """Give the rule a way to the facts of the run, the newsroom's own among them."""
        object.__setattr__(self, "_facts", facts)

    @property
    def facts(self) -> Facts:
        """Who holds which office.

        Raises:
            LookupError: the rule was set up without a run, so it was given no facts.
        """
        if self._facts is None:
            raise LookupError(f"rule {self.id} was given no facts; see Rule.use_facts")
        return self._facts()

    def __setattr__(self, name: str, value: object) -> None:
        raise TypeError(f"rule {self.id} holds no state: {name} cannot be set")

    def check(self, doc: Document) -> Iterable[Finding]:
        """Find the faults of this kind in one document; spans count in ``doc.text``."""
        raise NotImplementedError

    def check_source(self, doc: Document) -> Iterable[Finding]:
        """Find faults that are not in the prose; spans count in ``doc.source``."""
        raise NotImplementedError

    def judge(self, doc: Document, hits: Hits) -> Iterable[Finding]:
        """Judge the terms that the rule owns; called only where there are hits."""
        raise NotImplementedError

    def sight(self, doc: Document, hits: Hits) -> Iterable[Sighting]:
        """What this draft says that another draft of the run may contradict.

        Called as ``check`` is, and wherever there are hits.
        """
        raise NotImplementedError

    def compare(self, sightings: Sequence[PlacedSighting]) -> Iterable[Verdict]:
        """Judge what the drafts of a run say; in the order of their paths."""
        raise NotImplementedError

    def find(
        self,
        span: Span | tuple[int, int],
        message: str,
        *,
        evidence: str = "",
        fixes: Iterable[Fix] = (),
        related: Iterable[Related] = (),
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule at ``span`` of the document's text."""
        return Finding(
            self.id,
            self.severity if severity is None else severity,
            Span(*span),
            message,
            evidence,
            tuple(related),
            tuple(fixes),
        )

    def replace(
        self,
        span: tuple[int, int],
        text: str,
        message: str,
        *,
        title: str = "",
        safe: bool = False,
        marked: tuple[int, int] | None = None,
        **said: Unpack[Said],
    ) -> Finding:
        """A finding at ``span``, or at ``marked``, whose one fix puts ``text`` in its place.

        ``title`` says what the fix does, “Write “text”” if not given; a ``safe`` one may be
        applied unseen. ``evidence``, ``related`` and ``severity`` are as in ``find``.
        """
        title = title or f"Write “{text}”"
        fix = Fix(title, (Edit(Span(*span), text),), "safe" if safe else "suggested")
        return self.find(span if marked is None else marked, message, fixes=(fix,), **said)

    def insert(
        self, offset: int, text: str, message: str, *, title: str, **more: Unpack[More]
    ) -> Finding:
        """A finding whose one fix puts ``text`` in at a place; say what is ``marked``."""
        return self.replace((offset, offset), text, message, title=title, **more)

    def delete(
        self, span: tuple[int, int], message: str, *, title: str, **more: Unpack[More]
    ) -> Finding:
        """A finding whose one fix takes the words of a span out."""
        return self.replace(span, "", message, title=title, **more)

    @classmethod
    def summary(cls) -> str:
        """The first line of the docstring."""
        return (cls.__doc__ or "").strip().partition("\n")[0].strip()

    @classmethod
    def reason(cls) -> str:
        """The docstring after its first line, unindented."""
        from inspect import cleandoc

        return cleandoc(cls.__doc__ or "").partition("\n")[2].strip()


PARTS = ("check", "check_source", "judge", "sight")


def parts_of(kind: type[Rule]) -> tuple[str, ...]:
    """Which of the ways to find faults a rule has."""
    return tuple(name for name in PARTS if getattr(kind, name) is not getattr(Rule, name))
