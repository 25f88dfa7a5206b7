"""The check list of a story: what a desk ticks off before it publishes."""

from __future__ import annotations

from copydesk.checklist.model import (
    SECTIONS,
    Checklist,
    Contact,
    Day,
    Figure,
    Name,
    Person,
    Quotation,
    Spot,
)
from copydesk.checklist.reading import checklist

__all__ = [
    "SECTIONS", "Checklist", "Contact", "Day", "Figure", "Name", "Person", "Quotation", "Spot",
    "checklist",
]  # fmt: skip
