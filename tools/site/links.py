"""Check the links between our Markdown pages as GitHub resolves them, headings included.

::

    python -m tools.site.links

Prints every relative link that leads to no file of the repository, or to no heading of a page.
Links to other sites are left to the weekly workflow.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    "*.md",
    ".github/*.md",
    "bench/*.md",
    "changes/*.md",
    "tools/*.md",
    "docs/**/*.md",
    "plugins/*/*.md",
)
_NO_SLUG = re.compile(r"[^\w\- ]")


class Link(NamedTuple):
    """A link of a page: the line that its paragraph begins on, and its target."""

    line: int
    target: str


def slug(heading: str, separator: str = "-") -> str:
    """Name a heading as GitHub does."""
    return _NO_SLUG.sub("", heading.strip().lower()).replace(" ", separator)


def parsed(text: str) -> list[Token]:
    """Read a page as GitHub does, as far as links and headings are concerned."""
    return MarkdownIt("commonmark").enable("table").parse(text)


def links(text: str) -> Iterator[Link]:
    """Find the links and pictures of a page."""
    line = 0
    for token in parsed(text):
        line = token.map[0] + 1 if token.map else line
        for part in token.children or ():
            target = part.attrGet("src" if part.type == "image" else "href")
            if target is not None:
                yield Link(line, str(target))


def anchors(text: str) -> set[str]:
    """Find what a link to a page can name after its #."""
    found: set[str] = set()
    tokens = parsed(text)
    for token, content in pairwise(tokens):
        if token.type == "heading_open":
            words = "".join(part.content for part in content.children or ())
            name, number = slug(words), 0
            while name in found:
                number += 1
                name = f"{slug(words)}-{number}"
            found.add(name)
    return found


@cache
def _anchors_of(page: Path) -> set[str]:
    return anchors(page.read_text("utf-8"))


def fault(page: Path, target: str, root: Path = ROOT) -> str:
    """Say what is wrong with a link of a page; nothing, if it leads somewhere."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not file.is_relative_to(root):
        return "leads out of the repository"
    if not file.exists():
        return "leads to no file"
    if parts.fragment and file.suffix == ".md" and unquote(parts.fragment) not in _anchors_of(file):
        return "leads to no heading"
    return ""


def dead_links(root: Path = ROOT) -> Iterator[str]:
    """Find the dead links of all pages below a folder."""
    for page in sorted({page for pattern in PAGES for page in root.glob(pattern)}):
        for link in links(page.read_text("utf-8")):
            wrong = fault(page, link.target, root)
            if wrong:
                yield f"{page.relative_to(root)}:{link.line}: {link.target} {wrong}"


def main() -> int:
    """Print the dead links."""
    dead = list(dead_links())
    print("\n".join(dead) or "No dead links.")
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
