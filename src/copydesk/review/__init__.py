"""Interactive review of the findings: a session, and two ways to show it."""
