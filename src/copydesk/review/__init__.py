"""The editor's walk through the findings: a session, and two ways to show it."""
