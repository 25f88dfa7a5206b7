"""The stet ledger: what was let stand, by whom and why."""
