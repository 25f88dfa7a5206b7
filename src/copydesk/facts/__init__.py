"""Dated facts: who holds which office, since when, and according to which source."""

from __future__ import annotations

from copydesk.facts.model import Office, Person, Source, Tenure, fold
from copydesk.facts.store import Facts

__all__ = ["Facts", "Office", "Person", "Source", "Tenure", "fold"]
