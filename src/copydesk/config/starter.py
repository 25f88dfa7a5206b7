"""The text of a first config, with a comment on every key that a newsroom may want."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.config.sites import Site

_HEAD = """\
# Settings of copydesk. Lines such as “# style = …” are examples: delete the “# ” to use one.
# copydesk config shows the settings in force; copydesk schema config prints their JSON Schema.
"""

_STYLE = """
# The house style: ap, reuters, guardian, bbc, nyt or afp, or a file of your own, "house.toml".
# style = "ap"

# Your own lists of terms, and your own office-holders.
# terms = ["words.toml"]
# facts = ["mayors.toml"]

# Words and names that are right, one a line: no rule calls them misspelt.
# accept = ["words.txt"]
"""

_REST = """
# What fails the check: stop, fix, style, ask or never.
# fail-on = "stop"

# Rules or groups that are not to run; copydesk rules lists them.
# ignore = ["typography"]

# The date of drafts that have none; otherwise today.
# date = 2025-04-15

# Another severity for a rule or a group.
# [severity]
# "spelling/typo" = "style"

# Other settings for some drafts; the last match wins.
# [[override]]
# paths = ["opinion/**"]
# ignore = ["sentence"]
"""


def starter(site: Site | None) -> str:
    """The text of a config for a kind of site, or for a folder of drafts."""
    return _HEAD + _STYLE + (_excluded(site) if site else _plain()) + _REST


def _plain() -> str:
    return '\n# Folders and files to skip, as in .gitignore.\n# exclude = ["archive/"]\n'


def _excluded(site: Site) -> str:
    """The key ``exclude``: one line for each pattern, with what it is."""
    longest = max(len(pattern) for pattern, _ in site.other)
    quoted = [(f'"{pattern}",'.ljust(longest + len('"",')), what) for pattern, what in site.other]
    lines = [f"    {pattern}  # {what}" for pattern, what in quoted]
    content = ", ".join(site.content)
    head = (
        f"\n# This looks like {site.name}: the stories are usually in {content}.\n"
        "# What follows belongs to the site, not to the stories. Patterns are as in .gitignore.\n"
    )
    return "\n".join((head + "exclude = [", *lines, "]\n"))
