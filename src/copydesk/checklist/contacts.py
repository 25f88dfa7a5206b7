"""Telephone numbers, links, mail addresses and handles on a check list."""

from __future__ import annotations

from copydesk.checklist.model import Contact
from copydesk.checklist.spots import flat
from copydesk.checklist.taken import Taken
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.checklist.model import ContactKind, Spot
    from copydesk.checklist.spots import Spots
    from copydesk.document import Document

_PHONE = compiled(
    r"(?<![\w.,/:$£€+-])(?:"
    r"\+\d{1,3}[\s.-]?(?:\(0?\d{1,5}\)[\s.-]?)?\d(?:[\s.-]?\d){5,12}"  # +44 20 7946 0000
    r"|(?:1[\s.-])?\(\d{3}\)\s?\d{3}[\s.-]\d{4}"  # (555) 555-0100
    r"|(?:1[\s.-])?\d{3}[.-]\d{3}[.-]\d{4}"  # 555-555-0100
    r"|(?:1[\s-])?\d{3}\s\d{3}[\s-]\d{4}"
    r"|(?:1-)?8(?:00|33|44|55|66|77|88)-[A-Z\d-]{7,10}"  # 800-FLOWERS
    r"|\(?0\d{2,4}\)?\s\d{3,4}\s?\d{3,4}"  # 020 7946 0000
    r"|\d{3}[-.]\d{4}"  # 555-0100
    r")(?:\s?(?:x|ext\.?|extension)\s?\d{1,5})?(?![\w%/:-]|[.,]\d)"
)
_MARKDOWN = compiled(
    r"(?<!!)\[(?P<words>(?:[^\[\]\\\n]|\n(?!\s*\n)|\\.|!\[[^\]\n]*\]\([^)\n]*\)){0,300})\]"
    r"\(\s?<?(?P<target>[^\s<>()]*(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+[\"'(][^\n]*?[\"')])?\s?\)"
)
_REFERENCE = compiled(r"(?m)^ {0,3}\[(?P<words>[^\]^\n]+)\]:\s+<?(?P<target>[^\s<>]+)>?")
_HTML = compiled(
    r"(?is)<a\s[^<>]*?\bhref\s*=\s*(?P<q>[\"'])(?P<target>[^\"'<>]*)(?P=q)[^<>]*>"
    r"(?P<words>.{0,400}?)</a\s*>"
)
_TAG = compiled(r"<[^<>]*>|!\[[^\]]*\]\([^)]*\)")
_MAIL = compiled(r"[^\s@/]+@[^\s@/]+\.\w+\Z")
_ADDRESS = compiled(r"(?i)(?:https?://|www\.|ftps?://)|[\w-]+(?:\.[\w-]+)+(?:[/?#:]|\Z)")
_NO_SITE = compiled(r"(?i)\.(?:jpe?g|png|gif|webp|svg|pdf|docx?|txt|py|js|css|md|exe|mp[34])\Z")


class _Found(ValueTuple):
    start: int
    kind: ContactKind
    target: str
    words: str
    spot: Spot


def phones(doc: Document, spots: Spots) -> Iterator[Contact]:
    """The telephone numbers of a story, in order."""
    found = []
    for span in phone_spans(doc):
        spot = spots.of(span)
        found.append(_Found(spot.start.offset, "phone", spot.text, "", spot))
    yield from _gathered(found)


def phone_spans(doc: Document) -> Iterator[Span]:
    """Where the telephone numbers of a story are, in order."""
    for match in _PHONE.finditer(doc.text):
        if not doc.is_verbatim(match.span()) and _is_phone(doc, match[0], match.start()):
            yield Span(*match.span())


def _is_phone(doc: Document, text: str, start: int) -> bool:
    """Whether digits are a number to call; a short one needs a word for it before."""
    if sum(char.isalnum() for char in text) > 7:
        return True
    before = doc.before(start, 30).lower()
    return any(word in before for word in ("call", "phone", "tel", "dial", "hotline", "fax"))


def links(doc: Document, spots: Spots) -> Iterator[Contact]:
    """The links, mail addresses and handles of a story, in order of the file."""
    found = [*_targets(doc, spots)]
    covered = Taken((Span(one.start, one.start + len(one.target)), "") for one in found)
    for span in doc.verbatim:
        text = flat(doc[span])
        kind = _kind(text)
        source = doc.to_source(span)
        if kind is not None and not covered.meets(source):
            spot = spots.of(span)
            found.append(_Found(spot.start.offset, kind, text, "", spot))
    yield from _gathered(sorted(found, key=lambda one: one.start))


def _targets(doc: Document, spots: Spots) -> Iterator[_Found]:
    """The targets of links in the markup."""
    for form in (_MARKDOWN, _REFERENCE, _HTML) if doc.parsed.has_marks else ():
        for match in form.finditer(doc.source):
            span, target = Span(*match.span("target")), match["target"].replace("&amp;", "&")
            if not target or target.startswith(("#", "{", "javascript:")):
                continue
            if any(span.meets(code) for code in doc.parsed.code) or _is_shown(doc, match.start()):
                continue
            words = flat(_TAG.sub(" ", match["words"]))
            kind: ContactKind = "link"
            if target.lower().startswith("mailto:"):
                kind, target = "mail", target[7:].partition("?")[0]
            elif target.lower().startswith("tel:"):
                kind, target = "phone", target[4:]
            yield _Found(
                span.start, kind, target, "" if words == target else words, spots.in_source(span)
            )


def _is_shown(doc: Document, start: int) -> bool:
    """Whether readers see the markup that begins at a place of the source, as code."""
    place = doc.to_text(start)
    return doc.text[place : place + 1] == doc.source[start] and doc.is_code((place, place + 1))


def _kind(text: str) -> ContactKind | None:
    """What kind of address some words are; None if they are code or a hashtag."""
    if _MAIL.match(text):
        return "mail"
    if text.startswith("@") and len(text) > 2:
        return "handle"
    if _ADDRESS.match(text) and not _NO_SITE.search(text):
        return "link"
    return None


def _gathered(found: list[_Found]) -> Iterator[Contact]:
    """One item for each address."""
    by_target: dict[tuple[ContactKind, str], list[_Found]] = {}
    for one in found:
        by_target.setdefault((one.kind, one.target), []).append(one)
    for (kind, target), uses in by_target.items():
        words = next((use.words for use in uses if use.words), "")
        yield Contact(kind, target, words, tuple(use.spot for use in uses))
