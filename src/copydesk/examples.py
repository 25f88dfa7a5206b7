"""Deprecated since 0.2: the name by which plugins of 0.1 reach ``copydesk.testing``."""

from __future__ import annotations

from copydesk.testing.rule_examples import document, failures_of

__all__ = ["document", "failures_of"]
