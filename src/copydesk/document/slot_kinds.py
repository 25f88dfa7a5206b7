"""The kinds of slots."""

from __future__ import annotations

from typing import Literal, get_args

SlotKind = Literal[
    "headline",
    "kicker",
    "deck",
    "byline",
    "dateline",
    "heading",
    "paragraph",
    "block-quote",
    "list-item",
    "table-cell",
    "caption",
    "credit",
    "alt",
    "note",
    "embed",
]

SLOT_KINDS: tuple[SlotKind, ...] = get_args(SlotKind)
