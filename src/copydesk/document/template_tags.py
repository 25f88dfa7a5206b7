"""The template tags of a page: where each stands, and what readers see in its place.

Every search moves forward only, so that even a million opening braces take one pass.
"""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal, TypeAlias

    Kind: TypeAlias = Literal["note", "control", "shown", "placed"]


class Tag(ValueTuple):
    """A template tag, or a pair of tags with code between them.

    ``kind`` is what readers see of it: nothing at all (``note``: a comment), nothing, but
    text on either side may not be adjacent (``control``: a condition, a loop), words of the
    sentence that are not known here (``shown``: a value), or something that can also stand
    between sentences (``placed``: a picture, a listing).
    """

    start: int
    end: int
    kind: Kind


_OPENING = compiled(r"\{\{(?:[<%]?/\*|!--|-? ?/\*|[<%]|)|\{%|\{#|<%(?:--|)|<\?")
_CLOSING = {
    "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>", "<?": "?>",
    "<%--": "--%>", "{{!--": "--}}",
}  # fmt: skip
_LONGEST = 20_000  # code points of one tag
_NO_TAG = ("</script", "</style", "</body")  # what no tag contains: an end was missed
_NOTE = compiled(r"\{#|\{\{[~-]?\s*(?:!|/\*)|\{\{[<%]/\*|<%(?:#|--)|<\?xml|\{%-?\s*#")
_NAME = compiled(r"(?:\{\{[<%~-]?|\{%|<%)[-=~_]?\s*([#/^]?)\s*([\w.-]*)")
_OUTPUT = compiled(r"<%-?=|<%-(?!\s*(?:if|else|end|for)\b)|<\?(?:=|php\s+(?:echo|print)\b)")
_GO_CONTROL = frozenset(
    [
        "if", "else", "end", "with", "range", "define", "break", "continue", "return", "case",
        "default", "unless", "each",
    ]
)  # fmt: skip
_STATEMENTS = frozenset(
    [
        "if", "elif", "else", "elsif", "elseif", "unless", "case", "when", "for", "empty", "set",
        "assign", "capture", "block", "extends", "load", "with", "macro", "import", "from", "call",
        "filter", "autoescape", "spaceless", "increment", "decrement", "break", "continue",
        "layout", "push", "apply", "liquid", "tablerow", "paginate", "form", "do", "unset",
        "ifchanged", "blocktrans", "blocktranslate", "plural", "cache", "trans_default_domain",
        "ifequal", "ifnotequal", "asyncEach", "asyncAll", "js", "css",
    ]
)  # fmt: skip
UNSEEN = frozenset(
    ["comment", "javascript", "script", "style", "stylesheet", "schema", "css"]
)  # fmt: skip
_OPAQUE = UNSEEN | {
    "raw", "verbatim", "highlight", "codeblock", "math", "katex", "mermaid", "chart",
}  # fmt: skip
_FRAME = compiled(r"\{\{~?(?:>|\{?-?\s*(?:content|body|children|yield|partial|template)\b)|<\?|<%")
_GAP = compiled(r"\{\{[#/]?\w+\}\}")
_FEW = 4  # paragraphs to each gap, at least
_SIGNS = ("{{", "{%", "{#", "<%", "<?")


def find_tags(source: str, start: int = 0) -> list[Tag]:
    """The template tags after ``start``, in order and disjoint.

    Code listings and comments count with their end tags as one.
    """
    if "{" not in source and "<" not in source:  # most copy
        return []
    if not any(sign in source for sign in _SIGNS):
        return []
    return list(_joined(source, list(_Scan(source, start).tags())))


def merged(tags: list[Tag], others: list[Tag]) -> list[Tag]:
    """The tags of two lists in order, without those that overlap one before them.

    Args:
        tags: in order and disjoint.
        others: in any order; often none.
    """
    if not others:
        return tags
    kept: list[Tag] = []
    for tag in sorted((*tags, *others), key=_place):
        if not kept or tag.start >= kept[-1].end:
            kept.append(tag)
    return kept


def _place(tag: Tag) -> tuple[int, int]:
    return tag.start, -tag.end


OVERWRITTEN = "x"
"""The letter that is written over template tags."""


def overwritten(source: str, tags: list[Tag], letter: str = OVERWRITTEN) -> str:
    """The source with a letter in place of each character of a tag, so that no offset changes."""
    parts: list[str] = []
    at = 0
    for tag in tags:
        parts += source[at : tag.start], letter * (tag.end - tag.start)
        at = tag.end
    parts.append(source[at:])
    return "".join(parts)


def is_layout(source: str, tags: list[Tag]) -> bool:
    """Whether a page is the frame of a site's pages: it has conditions, loops or a gap for copy."""
    return any(tag.kind == "control" or _FRAME.match(source, tag.start, tag.end) for tag in tags)


def are_gaps(source: str, tags: list[Tag]) -> bool:
    """Whether the only tags are gaps in a story that were not filled: ``{{author}}``.

    They are few among many paragraphs, bare names, and none is within an HTML tag.
    """
    return len(tags) * _FEW <= source.count("<p") and all(
        _GAP.fullmatch(source, tag.start, tag.end)
        and source.rfind("<", 0, tag.start) <= source.rfind(">", 0, tag.start)
        for tag in tags
    )


def kind_of(tag: str) -> Kind:
    """What readers see in place of a tag, which is given as it is in the source."""
    if _NOTE.match(tag):
        return "note"
    if tag.startswith("<?"):
        return "shown" if _OUTPUT.match(tag) else "control"
    if tag.startswith("<%"):
        return "shown" if _OUTPUT.match(tag) else "control"
    name = _NAME.match(tag)
    sign, word = (name[1], name[2]) if name else ("", "")
    if sign:
        return "control"
    if tag.startswith("{%"):
        return "control" if word.startswith("end") or word in _STATEMENTS else "placed"
    if tag[2:3] in ("<", "%", ">") or word in ("partial", "template", "block"):
        return "placed"
    return "control" if word in _GO_CONTROL or ":=" in tag[:80] else "shown"


class _Scan:
    """A pass through a source from opening to opening."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._start = start
        self._next: dict[str, int] = {}

    def tags(self) -> Iterator[Tag]:
        """Every single tag."""
        source, at = self._source, self._start
        for opening in _OPENING.finditer(source, at):
            start = opening.start()
            if start < at:
                continue
            end = self._end(opening[0], start, opening.end())
            if end:
                yield Tag(start, end, kind_of(source[start : min(end, start + 200)]))
                at = end

    def _end(self, sign: str, start: int, inner: int) -> int:
        """The end of the tag that opens at ``start``; 0 if it is not a tag."""
        source = self._source
        closing = _CLOSING.get(sign) or ("*/" if sign.endswith("/*") else "}}")
        end = self._after(closing, inner)
        if end < 0:
            is_php = sign == "<?" and source[inner : inner + 3] in ("php", "=")
            return len(source) if is_php else 0
        if closing == "*/":
            end = self._after("}}", end)
            return end + 2 if end >= 0 else 0
        body = source[inner : min(end, inner + _LONGEST + 1)]
        if len(body) > _LONGEST or (body and sign != "<?" and sign != "<%" and sign in body):
            return 0
        if any(one in body for one in _NO_TAG) and sign[0] == "{":
            return 0
        end = self._beyond_strings(body, closing, end) + len(closing)
        if sign == "{{" and source.startswith("}", end) and source[inner : inner + 1] == "{":
            end += 1
        return end

    def _beyond_strings(self, body: str, closing: str, end: int) -> int:
        """The closing sign; not one that is inside a string: ``{{ "}}" }}``."""
        source = self._source
        if closing not in ("#}", "--%>", "--}}") and body.count('"') % 2:
            line_end = self._after("\n", end)
            line_end = len(source) if line_end < 0 else line_end
            later = source.find(closing, end + 1, min(line_end, end + 200))
            if later >= 0 and source.count('"', end, later) % 2:
                return later
        return end

    def _after(self, text: str, place: int) -> int:
        """The next offset of that text, or -1; each one is searched for only once."""
        known = self._next.get(text)
        if known is None or 0 <= known < place:
            known = self._next[text] = self._source.find(text, place)
        return known


def _joined(source: str, tags: list[Tag]) -> Iterator[Tag]:
    """The tags, with code listings and comments merged with their end tags."""
    names = [_NAME.match(source, tag.start) for tag in tags]
    words = [(name[1], name[2]) if name else ("", "") for name in names]
    last = {_ended(*word): index for index, word in enumerate(words) if _ended(*word)}
    opened = -1
    for index, (tag, word) in enumerate(zip(tags, words, strict=True)):
        if opened >= 0:
            if _ended(*word) == words[opened][1]:
                kind: Kind = "note" if words[opened][1] in UNSEEN else "placed"
                yield Tag(tags[opened].start, tag.end, kind)
                opened = -1
        elif not word[0] and word[1] in _OPAQUE and last.get(word[1], -1) > index:
            opened = index
        else:
            yield tag


def _ended(sign: str, word: str) -> str:
    """The name of the opaque tag that such a tag ends; empty if none."""
    name = word if sign == "/" else word[3:] if word.startswith("end") else ""
    return name if name in _OPAQUE else ""
