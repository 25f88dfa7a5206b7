"""Rules of the group ``sentence``."""
