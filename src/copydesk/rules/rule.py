"""The base class of rules: a rule is its id, reason, examples and check in one class."""

from __future__ import annotations

from types import MappingProxyType

from copydesk.model.findings import Edit, Finding, Fix, Related, Severity, Span
from copydesk.model.style import NO_STYLE, Style
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, ClassVar, Unpack

    from copydesk.accepted import Accepted
    from copydesk.document import Document
    from copydesk.document.scan import Scan
    from copydesk.facts import Facts
    from copydesk.model.sightings import PlacedSighting, Sighting, Verdict
    from copydesk.rules.said import More, Said
    from copydesk.terms.judged import Hits


class Good(ValueTuple):
    """Copy that the rule must leave alone.

    ``date`` is the story date (ISO) if it matters; ``format`` is the parser for
    the text: ``text``, ``markdown`` or ``html``. ``options`` are the rule's options
    for this example; ``final`` is whether the draft is about to be published;
    ``style`` has the settings of a house style (``name``: that of a style whose
    entries are used). ``beside`` are other drafts of the same run.
    """

    text: str
    date: str = ""
    format: str = "text"
    options: Mapping[str, Any] = MappingProxyType({})
    final: bool = False
    style: Mapping[str, Any] = MappingProxyType({})
    beside: tuple[str, ...] = ()


class Bad(ValueTuple):
    """Copy that the rule must catch, with the words in question between ``[[`` and ``]]``.

    ``fixed`` is the text after the rule's first fix; None if it offers no fix.
    """

    text: str
    fixed: str | None = None
    date: str = ""
    format: str = "text"
    options: Mapping[str, Any] = MappingProxyType({})
    final: bool = False
    style: Mapping[str, Any] = MappingProxyType({})
    beside: tuple[str, ...] = ()


class Option(ValueTuple):
    """A setting of a rule, with its name in ``[rule."group/name"]``.

    ``default`` also determines the type: bool, int, float, str, or a list of str.
    ``choices`` are the values that a str may have; empty for any.
    """

    name: str
    default: Any
    doc: str
    choices: tuple[str, ...] = ()

    @property
    def type_name(self) -> str:
        """The type in plain words, for messages."""
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
    """The base class of every rule written in Python.

    The docstring of a rule is its documentation: the first line says what good
    copy does, the rest why. A rule has no state: ``check`` gets one document at
    a time, in any order and in any process, and uses only spans of ``doc.text``.

    Attributes:
        id: ``group/name``, in lower case with hyphens.
        severity: what an error would cost if it were published.
        examples: good and bad copy, used in tests, documentation and ``explain``.
        options: settings that a newsroom may change.
        scans: patterns of which at least one must match for the rule to find anything.
        triggers: words (lower case) or marks, one of which the draft must contain
            for the engine to call the rule. By default the anchors of its
            ``scans``; with neither, or with ``()``, the rule is always called.
            ``@titles`` means the titles in the newsroom's own facts, ``@fields`` that the
            story has fields (``doc.fields``).
        default: whether the rule is on by default.
        preview: whether the rule is new and may still change at any time; it is off
            unless ``preview`` is set.
        version: how often what the rule finds has changed, from 1. It goes up with
            every release in which the rule finds more, less or something else.
        source: the authority for the rule, if any.
        languages: the languages of the copy that it understands.
        extra: the optional extra of copydesk (or of a plugin) that it needs.
        modules: the modules of that extra; if one is not installed, the rule is
            listed, but it is off and cannot be selected.
        terms: ids of the rules whose term entries it judges; by default its own.
        yields_to: rules (or groups) that explain its findings: if one of their
            findings overlaps or touches one of this rule's, only theirs is shown,
            with this rule's as related.
        furniture: whether it looks for what belongs around a story, not in it; the layout of
            a page consists of that, so the rule is not called for one.
        spares_sic: whether words marked [sic] are no fault to it. They are to a rule that judges
            marks, layout or whole paragraphs.
        accepts: whether it judges the form of a word or a name. A finding on words that the
            newsroom accepts (``accept`` in the config) is dropped then.
        styled: settings of a house style, at least one of which must be set for the
            engine to call the rule.

    A rule overrides one or more of ``check``, ``check_source``, ``judge``, and
    ``sight`` together with ``compare``.
    """

    id: ClassVar[str]
    severity: ClassVar[Severity]
    examples: ClassVar[tuple[Good | Bad, ...]]
    options: ClassVar[tuple[Option, ...]] = ()
    scans: ClassVar[tuple[Scan, ...]] = ()
    triggers: ClassVar[tuple[str, ...]] = ()
    default: ClassVar[bool] = True
    preview: ClassVar[bool] = False
    version: ClassVar[int] = 1
    source: ClassVar[str] = ""
    languages: ClassVar[tuple[str, ...]] = ("en",)
    extra: ClassVar[str] = ""
    modules: ClassVar[tuple[str, ...]] = ()
    terms: ClassVar[tuple[str, ...]] = ()
    yields_to: ClassVar[tuple[str, ...]] = ()
    furniture: ClassVar[bool] = False
    spares_sic: ClassVar[bool] = True
    accepts: ClassVar[bool] = False
    styled: ClassVar[tuple[str, ...]] = ()

    __slots__ = ("_accepted", "_facts", "settings", "style")
    settings: Mapping[str, Any]
    style: Style
    _facts: Callable[[], Facts] | None
    _accepted: Accepted | None

    def __init__(self, settings: Mapping[str, Any] | None = None, style: Style = NO_STYLE) -> None:
        object.__setattr__(self, "style", style)
        values = {option.name: option.default for option in self.options}
        values.update(settings or {})
        object.__setattr__(self, "settings", MappingProxyType(values))
        object.__setattr__(self, "_facts", None)
        object.__setattr__(self, "_accepted", None)

    def use_facts(self, facts: Callable[[], Facts]) -> None:
        """Set the function that loads the facts of the run, including the newsroom's own."""
        object.__setattr__(self, "_facts", facts)

    def use_accepted(self, accepted: Accepted) -> None:
        """Set the words that the newsroom of the run accepts."""
        object.__setattr__(self, "_accepted", accepted)

    def is_accepted(self, words: str) -> bool:
        """Whether the newsroom accepts just these words; only for a rule that ``accepts``.

        For a rule that weighs two forms against each other. Nobody else need ask, because the
        engine drops findings on accepted words.
        """
        return self._accepted is not None and self._accepted.accepts(words)

    @property
    def facts(self) -> Facts:
        """Who holds which office.

        Raises:
            LookupError: the rule was created outside a run and has no facts.
        """
        if self._facts is None:
            raise LookupError(f"rule {self.id} was given no facts; see Rule.use_facts")
        return self._facts()

    def __setattr__(self, name: str, value: object) -> None:
        raise TypeError(f"rule {self.id} is stateless: {name} cannot be set")

    def check(self, doc: Document) -> Iterable[Finding]:
        """Find errors in the prose of one document; spans are in ``doc.text``."""
        raise NotImplementedError

    def check_source(self, doc: Document) -> Iterable[Finding]:
        """Find errors that are not in the prose; spans are in ``doc.source``."""
        raise NotImplementedError

    def judge(self, doc: Document, hits: Hits) -> Iterable[Finding]:
        """Judge the matches of the rule's terms; called only if there are any."""
        raise NotImplementedError

    def sight(self, doc: Document, hits: Hits) -> Iterable[Sighting]:
        """Collect what another draft of the run may contradict.

        Called whenever ``check`` would be, and also if there are hits.
        """
        raise NotImplementedError

    def compare(self, sightings: Sequence[PlacedSighting]) -> Iterable[Verdict]:
        """Compare the sightings of one thing in all drafts, in the order of their paths.

        Called once for each ``key`` that several drafts have.
        """
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
        """Create a finding of this rule at ``span`` of the document's text."""
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
        """Create a finding at ``marked``, or else at ``span``, whose fix replaces ``span``.

        ``title`` says what the fix does; by default “Write “text””. A ``safe`` fix may be
        applied without review. ``evidence``, ``related`` and ``severity`` are as in ``find``.
        """
        title = title or f"Write “{text}”"
        fix = Fix(title, (Edit(Span(*span), text),), "safe" if safe else "suggested")
        return self.find(span if marked is None else marked, message, fixes=(fix,), **said)

    def insert(
        self, offset: int, text: str, message: str, *, title: str, **more: Unpack[More]
    ) -> Finding:
        """Create a finding whose fix inserts ``text`` at an offset; pass ``marked`` too."""
        return self.replace((offset, offset), text, message, title=title, **more)

    def delete(
        self, span: tuple[int, int], message: str, *, title: str, **more: Unpack[More]
    ) -> Finding:
        """Create a finding whose fix deletes a span."""
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
