"""What HTML elements, roles and class names mean for a newsroom's page."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.document.language_tags import tag
from copydesk.model.value_tuple import ValueTuple
from copydesk.parsers.html.scan import attributes
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.document.slot_kinds import SlotKind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


VOID = _words("area base br col embed hr img input link meta param source track wbr")
"""Elements without content or end tag."""

BLOCK = _words(
    "address article aside blockquote caption center colgroup dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup legend li"
    " main menu nav ol optgroup option p pre search section summary table tbody td tfoot th"
    " thead tr ul xmp"
)
"""Elements that begin a new line; all others are inline."""

SKIPPED = _words(
    "nav aside form dialog pre search xmp script style button select textarea template noscript"
    " svg math iframe object video audio canvas datalist rt rp del s strike"
)
"""Elements whose content is not part of the story.

``aside`` is one of them: within a story it contains related links, a promotion or
a pull quote, which only repeats what the story says. It is read if its class
makes it a note (a correction). ``rt`` and ``rp`` would repeat the words that they
annotate. Words that are struck out, as tracked changes are, are no longer copy.
"""

THINGS = _words("button canvas img iframe math object select svg textarea video audio input pre")
"""Elements that readers see in a sentence or after it, although they are not text."""

CODE = frozenset({"code", "kbd", "samp", "var", "tt"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

KINDS: dict[str, SlotKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("td", "th"), "table-cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "block-quote",
}
"""The kind of slot that an element opens; ``h1`` may be the headline."""

_SKIPPED_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search"})
_EMBEDS = frozenset(
    {
        "twitter-tweet",
        "instagram-media",
        "tiktok-embed",
        "bluesky-embed",
        "reddit-embed-bq",
        "text-post-media",
        "fb-post",
    }
)
_FORMULAS = frozenset(
    {
        "math",
        "katex",
        "katex-display",
        "arithmatex",
        "MathJax",
        "MathJax_Display",
        "MathJax_Preview",
    }
)
_TELLING = ("class", "hidden", "style", "role", "itemprop", "rel")
_NO_DISPLAY = compiled(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Text for screen readers alone, such as “(opens in new window)”.
_SPOKEN_ONLY = compiled(
    r"(?:[a-z]{1,3}-|is-|screen-?reader-)?(?:sr-only|visually-?hidden|element-invisible|show-for-sr"
    r"|(?:screen-?reader|assistive|accessibility|a11y)-(?:text|only|hidden))(?:-focusable)?"
)
_CUTS = compiled(r"[-_]+|(?<=[a-z0-9])(?=[A-Z])")
_LONGEST_NAME = 80
_ANY_TAG = compiled(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")

_PARTS: dict[SlotKind, str] = {
    "byline": "byline|by-line|authors?",
    "credit": "credits?|copyright(?:-holder)?",
    "deck": "dek|deck|standfirst|sub-?title|sub-?headline|alternative-headline",
    "kicker": "kicker|eyebrow",
    "note": "corrections?|clarifications?|editor(?:-?s|ial)?-?notes?",
    "dateline": "dateline",
    "caption": "caption",
}
_NOT_BEFORE = "no|non|has|have|with|without|show|hide|about|related|more|all|other|search|filter"
_MAY_FOLLOW = (
    "names?|text|lines?|wrapper|wrap|container|inner|root|block|link|label|item|list|copy"
    "|component|[a-z]*[0-9][a-z0-9]*"
)
_PART_NAME = compiled(
    rf"(?!(?:.*-)?(?:{_NOT_BEFORE})-)(?:[a-z0-9]+-)*?(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _PARTS.items())
    + rf")(?:-(?:{_MAY_FOLLOW}))*"
)
_ABOUT_AUTHOR = compiled(
    r"(?:.*-)?(?:author|byline)s?-(?:.*-)?(?:bio|biography|about|description|profile)(?:-.*)?"
)
_OF_PICTURE = compiled(r"photo|image|img|picture|media|figure|caption")


class Marks(ValueTuple):
    """What the attributes of an element say about its role in the story.

    Attributes:
        hidden: readers do not see it, or it is page furniture.
        story: it contains the story.
        part: the part of the story that it is.
        in_figure: ``part`` applies only within a figure.
        embed: it is a post from elsewhere.
        formula: it is a formula, as written or as drawn.
    """

    hidden: bool = False
    story: bool = False
    part: SlotKind | None = None
    in_figure: bool = False
    embed: bool = False
    formula: bool = False


PLAIN = Marks()


def read_marks(text: str) -> Marks:
    """Read the marks from ``text``, the attributes of a tag."""
    lower = text.lower()
    if any(word in lower for word in _TELLING):
        return _read_marks(text)
    return PLAIN


@lru_cache(maxsize=256)
def _read_marks(text: str) -> Marks:
    found = {name: text[a:b].strip() for name, (a, b) in attributes(text, 0, len(text)).items()}
    role = found.get("role", "").lower()
    classes = found.get("class", "").split()
    properties = found.get("itemprop", "").split()
    part, in_figure = _part([*classes, *properties, *found.get("rel", "").split()])
    return Marks(
        hidden=_is_hidden(found) or role in _SKIPPED_ROLES,
        story=role == "main" or "articleBody" in properties,
        part=part,
        in_figure=in_figure,
        embed=not _EMBEDS.isdisjoint(classes),
        formula=not _FORMULAS.isdisjoint(classes),
    )


def is_seen(name: str, marks: Marks) -> bool:
    """Whether readers see something that is not text in the place of an element."""
    return (name in THINGS or marks.formula) and not marks.hidden


def language_of(text: str) -> str:
    """The language that ``text``, the attributes of a tag, gives as a tag; empty for none."""
    return _language_of(text) if "lang" in text.lower() else ""


@lru_cache(maxsize=256)
def _language_of(text: str) -> str:
    found = {name: text[a:b] for name, (a, b) in attributes(text, 0, len(text)).items()}
    label = (found.get("lang") or found.get("xml:lang", "")).strip().lower()
    return tag(label) or (label if _ANY_TAG.fullmatch(label) else "")


def part_named(name: str) -> SlotKind | None:
    """The part of a story that a class name indicates, by whole words.

    ``article__byline`` and ``AuthorName`` are bylines; ``author-avatar`` and
    ``has-byline`` are not. Text about the author is a plain paragraph.
    """
    if len(name) > _LONGEST_NAME:
        return None
    words = _CUTS.sub("-", name).lower().strip("-")
    if _ABOUT_AUTHOR.fullmatch(words):
        return "paragraph"
    found = _PART_NAME.fullmatch(words)
    return next(_named(found)) if found else None


def _named(found: re.Match[str]) -> Iterator[SlotKind]:
    return (kind for kind in _PARTS if found[kind])


def _part(names: list[str]) -> tuple[SlotKind | None, bool]:
    for name in names:
        part = part_named(name)
        if part is not None:
            return part, part == "credit" and not _OF_PICTURE.search(name.lower())
    return None, False


def _is_hidden(found: dict[str, str]) -> bool:
    return (
        "hidden" in found
        or any(_SPOKEN_ONLY.fullmatch(name) for name in found.get("class", "").lower().split())
        or found.get("aria-hidden", "").lower() == "true"
        or bool(_NO_DISPLAY.search(found.get("style", "")))
    )
