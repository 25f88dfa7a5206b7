"""One quotation: where it is, its marks and its kind."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.quote_kind import QuoteKind
    from copydesk.model.findings import Span


class Quote(ValueTuple):
    """One quotation.

    Attributes:
        span: from the opening to the closing mark. If the closing mark is
            missing, to the end of the slot or to the next quotation; if the
            opening mark is, from the start of the slot or the last quotation.
        inner: the words between the marks.
        opening: the opening mark as written; empty if missing.
        closing: the closing mark as written; empty if missing.
        kind: ``direct`` is a clause, ``partial`` a few words within the paper's
            own sentence, ``block`` a whole block quote. Titles and scare quotes
            cannot be distinguished from other short quotations: ``partial``.
        nested: whether it is inside another quotation.
        continues: whether it is rightly left open, because the next paragraph
            opens with a mark again.
    """

    span: Span
    inner: Span
    opening: str
    closing: str
    kind: QuoteKind
    nested: bool = False
    continues: bool = False
