"""What keeps a run from being carried out at all; each message stands on one line."""

from __future__ import annotations


class DataError(Exception):
    """Something is wrong in a data or config file, or on the command line.

    The message is ``file:line: what is wrong; what was probably meant``.
    """


class PluginError(Exception):
    """A plugin is broken; the message names it and what is wrong."""


class NoRules(Exception):
    """Nothing was selected, so nothing would be checked."""
