"""Rules of the group ``readability``."""
