"""Rules of the group ``titles``."""
