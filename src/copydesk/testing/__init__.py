"""Tests of the examples of rules and packs, for copydesk and for authors of plugins."""

from __future__ import annotations

from copydesk.testing.rule_examples import document, failures_of

__all__ = ["document", "failures_of"]
