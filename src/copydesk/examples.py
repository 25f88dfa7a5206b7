"""Deprecated since 0.2: use ``copydesk.testing``. Kept for plugins written for 0.1."""

from __future__ import annotations

from copydesk.testing.rule_examples import document, failures_of

__all__ = ["document", "failures_of"]
