"""Read the head of an HTML page: title, meta tags and JSON-LD."""

from __future__ import annotations

from copydesk.document.fields import Field, kind_of
from copydesk.document.slots import Metadatum
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.parsers.html.prose import add_run
from copydesk.parsers.html.scan import attributes, plain
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.document.builder import Builder
    from copydesk.document.fields import FieldRole

_NAMES: tuple[tuple[FieldRole, str], ...] = (
    ("seo-title", "dc.title sailthru.title parsely-title headline"),
    ("social-title", "og:title twitter:title"),
    ("seo-description", "description dc.description sailthru.description"),
    ("social-description", "og:description twitter:description"),
    ("alt", "og:image:alt twitter:image:alt"),
    ("author", "author article:author parsely-author sailthru.author byl dc.creator"),
    ("published", "article:published_time datepublished date parsely-pub-date"),
    ("modified", "article:modified_time datemodified lastmod"),
    ("url", "og:url"),
)
_ROLES: dict[str, FieldRole] = {key: role for role, keys in _NAMES for key in keys.split()}
_UNSEEN = frozenset(("author", "byline", "credit", "published", "modified", "url"))
_DATA = compiled(
    r"(?<=[\s\"'])data-(?:(?:image|photo)-)?(?P<key>caption|credit|headline|deck|byline)"
    r"=(?P<mark>[\"'])(?P<value>[^\"'<>&{}]{1,1000})(?P=mark)"
)
_DATA_ROLES: dict[str, FieldRole] = {
    "caption": "caption", "credit": "credit", "headline": "short-headline", "deck": "deck",
    "byline": "byline",
}  # fmt: skip
_JSON_TEXT = compiled(
    r"\"(?P<key>headline|alternativeHeadline|description|caption|creditText|datePublished"
    r"|dateModified)\"\s*:\s*\"(?P<value>(?:[^\"\\]|\\.)*)\""
)
_JSON_ROLES: dict[str, FieldRole] = {
    "headline": "seo-title", "alternativeHeadline": "short-headline",
    "description": "seo-description", "caption": "caption", "creditText": "credit",
    "datePublished": "published", "dateModified": "modified",
}  # fmt: skip
_KEY_ATTRIBUTES = ("name", "property", "itemprop", "http-equiv")
_BEFORE_SITE = (" | ", " - ", " – ", " — ")
_JSON_KEYS = {
    "headline": "headline",
    "datePublished": "datepublished",
    "dateModified": "datemodified",
    "inLanguage": "inlanguage",
}
_STORY_TYPES = ("Article", "Posting", "Report")


class _Text(ValueTuple):
    """Text in the head that readers see elsewhere: in a tab, a social card or search results."""

    role: FieldRole
    name: str
    span: Span
    attribute: bool


class Head:
    """Collects the texts in the head and writes them after the story.

    They come after it because only then is it known which ones just repeat the headline.
    """

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._texts: list[_Text] = []

    def title(self, start: int, end: int) -> None:
        """Record the content of ``title``; further ones are ignored."""
        span = _stripped(self._builder.source, start, end)
        value = _one_line(plain(self._builder.source, span))
        if value and "title" not in self._builder.metadata and not self._builder.has_tag(span):
            self._texts.insert(0, _Text("seo-title", "title", span, False))
            self._builder.metadata["title"] = Metadatum(value, span)

    def meta(self, start: int, end: int) -> None:
        """Record a meta tag from its attributes; the first one for each key counts."""
        source = self._builder.source
        found = attributes(source, start, end)
        content = found.get("content")
        if content is None:
            return
        span = _stripped(source, *content)
        if self._builder.has_tag(span):
            return
        value = plain(source, span, attribute=True)
        if not value:
            return
        keys = [found[each] for each in _KEY_ATTRIBUTES if each in found]
        for key in [source[a:b].strip().lower() for a, b in keys]:
            if key and key not in self._builder.metadata:
                self._builder.metadata[key] = Metadatum(value, span)
                if key in _ROLES:
                    self._texts.append(_Text(_ROLES[key], key, span, True))

    def attribute(self, key: str, name: str, start: int, end: int) -> None:
        """Record an attribute of any tag as the metadatum ``key``."""
        span = attributes(self._builder.source, start, end).get(name)
        if span is not None and span.start < span.end and not self._builder.has_tag(span):
            value = plain(self._builder.source, span, attribute=True)
            self._builder.metadata.setdefault(key, Metadatum(value, span))

    def write(self, given: list[str]) -> None:
        """Write each text as a slot, unless it repeats one of the ``given`` texts."""
        said = [_one_line(text) for text in given]
        for role, name, span, attribute in self._texts:
            text = _one_line(plain(self._builder.source, span, attribute))
            if not text:
                continue
            self._builder.fields.append(Field(role, name, text, span))
            kind = kind_of(role) if role not in _UNSEEN else None
            if kind is None or _repeats(text, said):
                continue
            said.append(text)
            self._builder.open(kind, name, role)
            add_run(self._builder, *span, attribute=attribute)
            self._builder.close()

    def json_ld(self, start: int, end: int) -> None:
        """Record what a JSON-LD script says about the story; an invalid script is ignored."""
        import json

        try:
            data: object = json.loads(self._builder.source[start:end])
        except (ValueError, RecursionError):
            return
        self._note_places(start, end)
        nodes = list(_nodes(data))
        for node in sorted(nodes, key=_is_story, reverse=True):
            self._note(node)

    def _note_places(self, start: int, end: int) -> None:
        """Record the fields of the story in a JSON-LD script, with their places."""
        source = self._builder.source
        keys: set[str] = set()
        for found in _JSON_TEXT.finditer(source, start, end):
            key, value = found["key"], found["value"]
            if key in keys or "\\" in value:
                continue
            keys.add(key)
            span = _stripped(source, *found.span("value"))
            self._texts.append(_Text(_JSON_ROLES[key], f"ld+json:{key}", span, True))

    def data_attributes(self) -> None:
        """Record the captions and the like that are in data attributes, for galleries."""
        source = self._builder.source
        if "data-" not in source:
            return
        for found in _DATA.finditer(source):
            span = _stripped(source, *found.span("value"))
            if span.start < span.end and not self._builder.has_tag(span):
                role = _DATA_ROLES[found["key"]]
                self._texts.append(_Text(role, f"data-{found['key']}", span, True))

    def _note(self, node: dict[str, object]) -> None:
        metadata = self._builder.metadata
        for key, name in _JSON_KEYS.items():
            value = node.get(key)
            if isinstance(value, str) and value.strip():
                metadata.setdefault(name, Metadatum(value.strip()))
        author = ", ".join(_author_names(node.get("author")))
        if author:
            metadata.setdefault("author", Metadatum(author))


def _repeats(text: str, said: list[str]) -> bool:
    """Whether ``text`` repeats a text, or differs only in the name of the site at its end."""
    return any(
        text == other
        or any(text.startswith(other + cut) or other.startswith(text + cut) for cut in _BEFORE_SITE)
        for other in said
        if other
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _stripped(source: str, start: int, end: int) -> Span:
    text = source[start:end]
    begin = start + len(text) - len(text.lstrip())
    return Span(begin, max(begin, start + len(text.rstrip())))


def _nodes(data: object) -> Iterator[dict[str, object]]:
    """Every object in the data, in document order, outer objects before inner ones."""
    waiting = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting.extend(reversed(list(item.values())))
        elif isinstance(item, list):
            waiting.extend(reversed(item))


def _is_story(node: dict[str, object]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(_STORY_TYPES) for name in names)


def _author_names(author: object) -> Iterator[str]:
    for each in author if isinstance(author, list) else [author]:
        name = each.get("name") if isinstance(each, dict) else each
        if isinstance(name, str) and name.strip():
            yield name.strip()
