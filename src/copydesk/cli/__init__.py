"""The command line."""

from __future__ import annotations

import sys

from copydesk.cli.guard import guarded_streams
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_INTERRUPTED = 130


def run() -> None:
    """Run the user's command and exit at once.

    A normal interpreter shutdown takes as long as checking a story, and by then
    everything worth keeping is written.
    """
    import gc
    import os

    gc.disable()  # a run of many drafts turns it back on
    _import_quickly()
    from copydesk.cache.folder import without_cache
    from copydesk.run.garbage import search_rarely

    search_rarely()
    with without_cache(sys.argv):
        try:
            status = main()
        except SystemExit as stopped:  # argparse has printed a message
            status = stopped.code if isinstance(stopped.code, int) else WENT_WRONG
        if kept := sys.modules.get("copydesk.regexes.compiled"):
            kept.save()
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            status = WENT_WRONG
    os._exit(status)


def _import_quickly() -> None:
    try:
        from copydesk.cli.quick_import import use
    except ImportError:  # pragma: no cover - another Python
        return
    use()


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit status.

    0: no findings at or above the level; 1: findings; 2: an error.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words == ["--version"]:
        from copydesk.model import __version__

        print(f"copydesk {__version__}")
        return FOUND_NOTHING
    _prepare()
    with guarded_streams():
        return _finished(words)


def _finished(words: list[str]) -> int:
    """Run a command and report whatever stops it."""
    try:
        return _run(words)
    except KeyboardInterrupt:
        print("copydesk: interrupted", file=sys.stderr)
        return _INTERRUPTED
    except BrokenPipeError:
        return _pipe_closed()
    except OSError as error:
        say(f"cannot write the output: {error.strerror or error}")
        return WENT_WRONG
    except Exception as error:  # 1 means findings, so a crash must not exit with it
        from copydesk.model.errors import describe

        say(f"copydesk failed: {describe(error)}")
        return WENT_WRONG


def _prepare() -> None:
    """Write UTF-8, whatever the system's locale."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="surrogateescape")


def _run(words: list[str]) -> int:
    from copydesk.cache.folder import why_unused, without_cache
    from copydesk.cli.arguments import parse
    from copydesk.model.errors import DataError, NoRules, PluginError

    with without_cache(words):
        if unused := why_unused():
            say(unused)
        try:
            arguments = parse(words)
            status: int = arguments.command(arguments)
        except (DataError, NoRules, PluginError) as error:
            say(str(error))
            return WENT_WRONG
        return status


def _pipe_closed() -> int:
    """Exit without a message, because the reader of the output has gone (``| head``)."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return WENT_WRONG
