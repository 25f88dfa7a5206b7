"""Reads HTML: whole pages, fragments from a CMS, and HTML within Markdown.

Where a page marks its story (``article``, ``main``, ``role="main"``,
``itemprop="articleBody"``) only what stands within counts, besides the first
``h1``, the title and the meta tags; several such elements all count. The title
and meta tags become slots behind the story, unless they repeat its headline.
A fragment without ``html``, ``body`` or doctype is all story, so its
``header`` and ``footer`` count. ``aside`` is passed over (see ``html_names``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.document.builder import Builder
from copydesk.parsers.html.body import Plan, Reader
from copydesk.parsers.html.meta import Head

if TYPE_CHECKING:
    from copydesk.document.slots import Parsed

_SIGNS = ("<article", "<main", "articleBody", 'role="main"')
_TRIES = 3  # a first guess, what counts as story, which h1 is the headline


def parse(source: str) -> Parsed:
    """The slots of a whole HTML file or of a fragment from a CMS.

    Nothing in the source is an error: what is no markup is text.
    """
    plan = Plan(marked=any(sign in source for sign in _SIGNS))
    for _ in range(_TRIES):
        builder = Builder(source)
        head = Head(builder)
        reader = Reader(builder, plan, head)
        head.write(reader.read(int(source.startswith("\ufeff")), len(source)))
        if reader.better_plan() == plan:
            break
        plan = reader.better_plan()
    return builder.finish()


def read_fragment(builder: Builder, start: int, end: int, *, headline: bool = False) -> None:
    """Read the HTML from ``start`` to ``end`` of the source into a builder.

    If a slot is open there, text outside of blocks goes into it and it stays
    open; else such text becomes paragraphs. Every tag stands for itself: an
    element that begins in one fragment and ends in another does not reach
    over what lies between.

    Args:
        builder: what to write to.
        start: where in its source the fragment begins.
        end: where it ends.
        headline: an ``h1`` is the headline; else it is a heading.
    """
    Reader(builder, Plan(headline=headline)).read(start, end)
