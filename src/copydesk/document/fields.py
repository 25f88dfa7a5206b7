"""The fields of a story: front matter, attributes of shortcodes, the head of a page.

Each has a role, by its key: the headline, the title for search engines, the byline, the
caption of a picture. A newsroom names its own keys in the config (``[fields]``).
"""

from __future__ import annotations

from contextvars import ContextVar
from functools import lru_cache

from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Literal, TypeVar

    from copydesk.document.slot_kinds import SlotKind
    from copydesk.model.findings import Span

    FieldRole = Literal[
        "headline", "seo-title", "social-title", "short-headline", "deck", "blurb",
        "seo-description", "social-description", "kicker", "slug", "byline", "author", "tagline",
        "dateline", "caption", "credit", "alt", "note", "text", "published", "modified", "url",
        "internal",
    ]  # fmt: skip

    T = TypeVar("T")  # what a parser returns

FIELD_ROLES: tuple[FieldRole, ...] = (
    "headline", "seo-title", "social-title", "short-headline", "deck", "blurb", "seo-description",
    "social-description", "kicker", "slug", "byline", "author", "tagline", "dateline", "caption",
    "credit", "alt", "note", "text", "published", "modified", "url", "internal",
)  # fmt: skip


class Field(ValueTuple):
    """A field of a story, or of a picture in it.

    Attributes:
        role: what it is, whatever its key; empty if that is not known.
        key: its key as written; nested keys are joined by dots.
        text: its value, with whatever markup is in it.
        source: where the value is in the source, without quotation marks; None if that is
            uncertain.
        thing: what it belongs to: empty for the story, else the same for all fields of one
            picture or shortcode.
    """

    role: FieldRole | Literal[""]
    key: str
    text: str
    source: Span | None = None
    thing: str = ""


_NAMES: tuple[tuple[FieldRole, str], ...] = (
    ("headline", "title headline heading hed maintitle"),
    ("seo-title", "seotitle titletag metatitle seohed seoheadline htmltitle pagetitle"),
    ("social-title", "socialtitle ogtitle twittertitle sharetitle facebooktitle socialhed"
     " socialheadline"),
    ("short-headline", "shortheadline linktitle shorttitle navtitle homepageheadline shorthed"),
    ("deck", "subtitle deck dek standfirst summary abstract lede lead subhead subheadline"),
    ("blurb", "excerpt blurb teaser"),
    ("seo-description", "description seodescription metadescription searchdescription"),
    ("social-description", "socialdescription ogdescription twitterdescription sharetext"),
    ("byline", "byline by writer"),
    ("author", "author authors contributors"),
    ("tagline", "tagline authorbio bio authortagline endnote"),
    ("kicker", "kicker eyebrow overline extendedkicker"),
    ("dateline", "dateline"),
    ("caption", "caption imagecaption photocaption cutline figcaption imagefigcaption"),
    ("alt", "alt imagealt imagedescription alttext photodescription"),
    ("credit", "credit imagecredit photocredit imagesource"),
    ("note", "correction clarification editorsnote editornote notetoreaders"),
    ("slug", "slug"),
    ("url", "url permalink canonicalurl"),
    ("published", "date published pubdate datepublished publishdate publishedat publicationdate"),
    ("modified", "modified updated lastmod datemodified updatedat lastmodified"),
    ("internal", "internalbudget budget budgetline"),
)  # fmt: skip
_ROLES: dict[str, FieldRole] = {key: role for role, keys in _NAMES for key in keys.split()}
_LAST: dict[str, FieldRole] = {
    "caption": "caption", "cutline": "caption", "credit": "credit", "alt": "alt",
}  # fmt: skip
_KINDS: dict[str, SlotKind] = {
    "headline": "headline", "seo-title": "headline", "social-title": "headline",
    "short-headline": "headline", "deck": "deck", "blurb": "deck", "seo-description": "deck",
    "social-description": "deck", "tagline": "deck", "text": "deck", "byline": "byline",
    "author": "byline", "kicker": "kicker", "dateline": "dateline", "caption": "caption",
    "alt": "alt", "credit": "credit", "note": "note",
}  # fmt: skip
_ABOUT = ("desc", "description")  # of a picture, as under ``photos``
_PICTURES = ("photo", "image", "picture", "gallery", "figure")
_MACHINES = frozenset(
    ["comment", "comments", "notes", "todo", "internal", "template", "query", "code", "script",
     "css", "style", "license", "licence", "copyright", "prompt", "config", "schema", "html",
     "scripts", "regex", "pattern", "refs", "references", "bibliography"]
)  # fmt: skip
_SENTENCES = compiled(r"[“\"‘']?[A-Z][^\n{}<>|]*[a-z]{2}[^\n{}<>|]*[a-z0-9)”’\"][.!?][”’\"']?\s*\Z")
_ADDRESS = compiled(r"\A\S*(?:://|\.(?:com|org|html?|jpe?g|png)\b)")
_FEWEST = 5  # words in a value under an unknown key that is taken for copy

_NOT_LETTERS = compiled(r"[\W_]+")
_OWN: ContextVar[Mapping[str, FieldRole]] = ContextVar("own names of fields", default={})  # noqa: B039


def named(parse: Callable[[str], T], names: Mapping[str, tuple[str, ...]]) -> Callable[[str], T]:
    """A parser that knows a newsroom's own names of fields, by role."""
    if not names:
        return parse
    own = {plain(key): role for role in FIELD_ROLES for key in names.get(role, ())}

    def parsed(source: str) -> T:
        token = _OWN.set(own)
        try:
            return parse(source)
        finally:
            _OWN.reset(token)

    return parsed


def role_of(path: tuple[str, ...], text: str = "") -> FieldRole | Literal[""]:
    """The role of a field, from its keys; of one with an unknown key from its value."""
    own = _OWN.get()
    if own and path and (role := own.get(plain(path[-1])) or own.get(plain(".".join(path)))):
        return role
    found = _role(path)
    if found or not path or len(text) < 20:
        return found
    return "text" if _is_copy(path, text) else ""


def kind_of(role: str) -> SlotKind | None:
    """The kind of slot that a field of a role becomes; None if it is not copy."""
    return _KINDS.get(role)


def thing_of(path: tuple[str, ...]) -> str:
    """What a field belongs to: a picture, a video; empty for the story itself."""
    *parents, last = path
    words = _NOT_LETTERS.split(last.lower())
    stem = "-".join(words[:-1]) if words[-1] in (*_LAST, *_ABOUT, "title", "text") else ""
    if not stem.startswith(_PICTURES) and not any(part in stem for part in _PICTURES):
        stem = ""
    outer = [parent for parent in parents if plain(parent) not in ("params", "extra")]
    return ".".join([*outer, stem] if stem else outer).lower()


def plain(key: str) -> str:
    """A key in lower case, without signs."""
    return _NOT_LETTERS.sub("", key).lower()


@lru_cache(maxsize=2048)
def _role(path: tuple[str, ...]) -> FieldRole | Literal[""]:
    if not path:
        return ""
    *parents, last = [plain(key) for key in path]
    if any(_ROLES.get(parent) in ("byline", "author") for parent in parents):
        return "author" if last == "name" else ""
    in_picture = any(parent.startswith(_PICTURES) for parent in parents)
    if last in _ABOUT and in_picture:
        return "caption"
    if last in _ROLES:
        return _ROLES[last]
    words = _NOT_LETTERS.split(path[-1].lower())
    if words[-1] in _ABOUT and any(word.startswith(_PICTURES) for word in words):
        return "alt"
    return _LAST.get(words[-1], "")


def _is_copy(path: tuple[str, ...], text: str) -> bool:
    """Whether a value under an unknown key is prose: a whole sentence."""
    if text.count(" ") < _FEWEST - 1 or not _SENTENCES.match(text) or _ADDRESS.match(text):
        return False
    words = {word for key in path for word in _NOT_LETTERS.split(key.lower())}
    return _MACHINES.isdisjoint(words)
