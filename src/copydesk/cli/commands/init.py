"""``copydesk init``: writes a commented config that suits the site in the folder."""

from __future__ import annotations

import os

from copydesk.cli.status import FOUND_NOTHING
from copydesk.config.load import load_config
from copydesk.config.sites import site_in
from copydesk.config.starter import starter
from copydesk.files.find_up import CONFIG, config_in
from copydesk.formats.summary import harmless
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

_EXAMPLE = """\
examples:
  copydesk init            write copydesk.toml in this folder
  copydesk init articles   write it in another folder
  copydesk init --print    show what it would write

It recognises Hugo, Jekyll, Eleventy, Astro and exports from WordPress, and excludes
what belongs to the site, not to the stories. An existing config is never overwritten."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk init``."""
    parser.set_defaults(command=init)
    parser.epilog = _EXAMPLE
    told = "the folder (default: the current folder)"
    parser.add_argument("folder", nargs="?", default=os.curdir, metavar="FOLDER", help=told)
    told = "write it to standard output, not to a file"
    parser.add_argument("--print", action="store_true", help=told)


def init(arguments: Namespace) -> int:
    """Write the config; say what kind of site it is for."""
    folder = arguments.folder
    if not os.path.isdir(folder):
        raise DataError(f"{harmless(folder)}: no such folder")
    site = site_in(folder)
    text = starter(site)
    if arguments.print:
        print(text, end="")
        return FOUND_NOTHING
    path = os.path.normpath(os.path.join(folder, CONFIG))
    there = config_in(os.path.abspath(folder))
    if there:
        raise DataError(f"{os.path.relpath(there)}: there is a config already; nothing was written")
    _write_new(path, text)
    load_config(path)
    print(f"{harmless(path)}: written for {site.name if site else 'a folder of drafts'}.")
    return FOUND_NOTHING


def _write_new(path: str, text: str) -> None:
    """Write a file that does not exist; nothing is followed or overwritten."""
    try:
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise DataError(f"{harmless(path)}: there is a file already; nothing was written") from None
    except OSError as error:
        raise DataError(f"{harmless(path)}: cannot write: {error.strerror}") from None
