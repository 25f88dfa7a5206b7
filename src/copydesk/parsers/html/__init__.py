"""Read HTML: whole pages, fragments from a CMS, and HTML within Markdown.

If a page marks its story (``article``, ``main``, ``role="main"``,
``itemprop="articleBody"``), only the text in such elements counts, as well as the
first ``h1``, the title and the meta tags; if there are several, all count. The
title and meta tags become slots after the story, unless they repeat its headline.
Front matter above the page is read as in Markdown.
A fragment without ``html``, ``body`` or doctype is all story, so its ``header``
and ``footer`` count. ``aside`` is skipped (see ``names``).
"""

from __future__ import annotations

from copydesk.document import formulas
from copydesk.document.builder import Builder
from copydesk.document.template_tags import are_gaps, find_tags, is_layout, merged, overwritten
from copydesk.parsers.front_matter import read as front_matter
from copydesk.parsers.front_matter.overrides import note_overrides
from copydesk.parsers.html.body import Reader
from copydesk.parsers.html.components import find_code, opened
from copydesk.parsers.html.documents import with_comments
from copydesk.parsers.html.meta import Head
from copydesk.parsers.html.plan import Plan
from copydesk.parsers.html.wordpress import find_shortcodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slots import Parsed

_SIGNS = ("<article", "<main", "articleBody", 'role="main"')
_TRIES = 3  # a first guess, then once what the story is, then once which h1 is the headline


def parse(source: str) -> Parsed:
    """Parse a whole HTML file or a fragment from a CMS into slots.

    Nothing in the source is an error: whatever is not markup is text. Template tags
    are code, also those in the middle of an HTML tag.
    """
    tags = find_tags(source)
    if tags and are_gaps(source, tags):
        tags = []
    if "cmnt" in source:
        tags = with_comments(source, tags)
    source = opened(source)
    tags = merged(tags, [*find_code(source), *find_shortcodes(source)])
    frame, is_page = is_layout(source, tags), not tags
    tags = merged(tags, formulas.find(source))
    whole, source = source, overwritten(source, tags) if tags else source
    plan = Plan(marked=any(sign in source for sign in _SIGNS))
    for number in range(_TRIES):
        builder = Builder(source, tags)
        start = front_matter.read(builder) or int(source.startswith("\ufeff"))
        if number == 0 and start > 1:
            plan = plan._replace(headline=not front_matter.has_headline(builder))
        head = Head(builder)
        reader = Reader(builder, plan, head)
        given = reader.read(start, len(source))
        head.data_attributes()
        head.write(given)
        if reader.better_plan() == plan:
            break
        plan = reader.better_plan()
    note_overrides(builder, whole, ((tag.start, tag.end) for tag in tags if tag.kind == "note"))
    return builder.finish()._replace(is_layout=frame, is_page=is_page)


def read_fragment(builder: Builder, start: int, end: int, *, headline: bool = False) -> None:
    """Read the HTML from ``start`` to ``end`` of the source into a builder.

    If the builder has an open slot, text outside blocks goes into that slot, which
    stays open; otherwise such text becomes paragraphs. Each fragment is independent:
    an element that begins in one fragment and ends in another does not affect the
    text between them.

    Args:
        builder: what to write to.
        start: the offset in its source where the fragment begins.
        end: the offset where the fragment ends.
        headline: whether an ``h1`` is the headline; if not, it is a heading.
    """
    Reader(builder, Plan(headline=headline)).read(start, end)
