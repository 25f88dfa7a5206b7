"""The command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FOUND_NOTHING, FOUND, WENT_WRONG = 0, 1, 2
_INTERRUPTED = 130


def run() -> None:
    """Run the command that the user gave, and leave at once.

    Taking an interpreter down in good order takes as long as checking a story;
    all that is worth keeping has been written by then.
    """
    import gc
    import os

    gc.disable()
    try:
        status = main()
    except SystemExit as stopped:  # argparse, after a message
        status = stopped.code if isinstance(stopped.code, int) else WENT_WRONG
    if kept := sys.modules.get("copydesk.kept_patterns"):
        kept.save()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            status = WENT_WRONG
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and give its exit status.

    0: nothing at or above the level; 1: findings; 2: something went wrong.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        from copydesk import __version__

        print(f"copydesk {__version__}")
        return FOUND_NOTHING
    _prepare()
    try:
        return _run(words)
    except KeyboardInterrupt:
        print("copydesk: interrupted", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except OSError as error:
        say(f"the output cannot be written: {error.strerror or error}")
        return WENT_WRONG
    except Exception as error:  # 1 means findings, so no fault of ours may end with it
        from copydesk.engine import told

        say(f"copydesk failed: {told(error)}")
        return WENT_WRONG


def _prepare() -> None:
    """Speak UTF-8 whatever the system's locale."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="surrogateescape")


def _run(words: list[str]) -> int:
    from copydesk.cli.arguments import parse
    from copydesk.errors import DataError, NoRules, PluginError

    arguments = parse(words)
    try:
        status: int = arguments.command(arguments)
    except (DataError, NoRules, PluginError) as error:
        say(str(error))
        return WENT_WRONG
    return status


def say(message: str) -> None:
    """Say on standard error, on one line, what went wrong; safe for any terminal."""
    from copydesk.formats.summary import one_line

    if sys.stderr is None:  # closed by whoever called us
        return
    print(f"copydesk: {one_line(message)}", file=sys.stderr)


def _pipe_closed() -> int:
    """The reader of our output went away (``| head``): not an error of ours."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return WENT_WRONG
