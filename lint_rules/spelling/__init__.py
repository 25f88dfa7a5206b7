"""Rules of the group ``spelling``."""
