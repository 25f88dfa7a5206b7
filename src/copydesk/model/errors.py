"""The errors that stop a run; each message is one line."""

from __future__ import annotations


class DataError(Exception):
    """An error in a data file, a config file or the command line.

    The message is ``file:line: what is wrong; the likely correction``.
    """


class PluginError(Exception):
    """A broken plugin; the message names it and says what is wrong."""


class NoRules(Exception):
    """No rule was selected, so nothing would be checked."""


def describe(error: BaseException) -> str:
    """Describe an exception in one line, with the file and line that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        where = f" ({file}, line {trace.tb_lineno})"
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}{where}" if text else f"{type(error).__name__}{where}"
