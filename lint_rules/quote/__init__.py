"""Rules of the group ``quote``."""
