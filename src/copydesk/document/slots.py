"""What a parser returns: slots, comments, metadata and the text map."""

from __future__ import annotations

from types import MappingProxyType

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.document.fields import Field
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.document.textmap import TextMap
    from copydesk.model.findings import Span

BODY: frozenset[SlotKind] = frozenset(
    {"paragraph", "block-quote", "list-item", "table-cell", "heading"}
)


class Slot(ValueTuple):
    """One part of a story and its kind.

    Slots do not overlap, except for a dateline, which is inside the paragraph
    that it opens. ``span`` is in offsets of ``text``. ``name`` is where the slot
    comes from if not from the body: a front matter key, a meta tag, an attribute.
    ``Document.role_of`` then says what the field is for.
    """

    kind: SlotKind
    span: Span
    name: str = ""


class Comment(ValueTuple):
    """A comment in the markup: its body, its position and its source span.

    ``offset`` is its position in ``text``.
    """

    body: str
    offset: int
    source: Span


class Metadatum(ValueTuple):
    """A value from front matter, a meta tag or JSON-LD, with its source span."""

    value: str
    source: Span | None = None


class Parsed(ValueTuple):
    """The result of parsing a draft.

    Attributes:
        map: the prose and its map to the source.
        slots: in the order of the prose, disjoint.
        comments: markup comments, for overrides.
        metadata: front matter and the like; keys in lower case, nested keys
            joined by a dot (``image.alt``).
        verbatim: spans of ``text`` that are code.
        problems: what is wrong with the file, one line each; the rest of the
            file is parsed anyway.
        languages: spans of ``text`` that are marked with a language (``lang="es"``),
            with its tag; in order and disjoint.
        has_marks: whether some characters have a meaning in the format, so that
            fixes may need escapes.
        shown: offsets of ``text`` at the ends of slots after which readers see something
            that is not text: a picture, a video, a code listing.
        code: spans of the source that are code, which no fix touches.
        is_layout: whether it is the frame of a site's pages, and no story.
        is_page: whether it is finished HTML throughout, in which nothing reads Markdown.
        fields: the fields of the story and of the pictures in it, copy or not, in order.
        roles: the roles of the slots that are fields, by where they begin.
    """

    map: TextMap
    slots: tuple[Slot, ...] = ()
    comments: tuple[Comment, ...] = ()
    metadata: Mapping[str, Metadatum] = MappingProxyType({})
    verbatim: tuple[Span, ...] = ()
    problems: tuple[str, ...] = ()
    has_marks: bool = True
    languages: tuple[tuple[Span, str], ...] = ()
    shown: frozenset[int] = frozenset()
    code: tuple[Span, ...] = ()
    is_layout: bool = False
    is_page: bool = False
    fields: tuple[Field, ...] = ()
    roles: Mapping[int, str] = MappingProxyType({})
