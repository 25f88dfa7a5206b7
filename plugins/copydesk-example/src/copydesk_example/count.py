"""``copydesk example-count``: count the words in stories."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Add the command's arguments, and set the function that runs it."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="stories, as text or .story")
    parser.set_defaults(command=count)


def count(arguments: Namespace) -> int:
    """Count the words; returns 0, or 2 if a story cannot be read."""
    from copydesk_example.story_file import unpack

    status = 0
    for path in arguments.paths:
        try:
            with open(path, "rb") as file:
                data = file.read()
            text = unpack(data).source if path.endswith(".story") else data.decode("utf-8")
        except Exception as error:  # a damaged archive can raise many kinds of error
            print(f"example-count: {path}: {error}", file=sys.stderr)
            status = 2
        else:
            print(f"{len(text.split()):6}  {path}")
    return status
