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


def describe(error: BaseException) -> str:
    """An exception in one line, with the place that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        where = f" ({file}, line {trace.tb_lineno})"
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}{where}" if text else f"{type(error).__name__}{where}"
