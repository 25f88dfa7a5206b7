"""Rules of the group ``leftover``."""
