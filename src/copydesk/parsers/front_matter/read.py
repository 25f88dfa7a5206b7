"""Read front matter: find the block at the top of a draft, and make slots of its prose.

The block is between ``---`` lines (YAML), ``+++`` lines (TOML) or ``;;;`` lines (JSON)
at the very top, or it is an object of JSON there. The readers (``yaml``, ``toml``,
``json``) are imported only if there is a block of their kind. Every value becomes
metadata; those under a key that newsrooms use for prose (``title``, ``deck``,
``image.alt`` …) become slots.
"""

from __future__ import annotations

import re

from copydesk.document.fields import Field, kind_of, plain, role_of, thing_of
from copydesk.document.slots import Metadatum
from copydesk.model.value_tuple import ValueTuple
from copydesk.parsers.front_matter.overrides import note_in_lines
from copydesk.parsers.front_matter.values import Block, Value, write
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder

_LONGEST = 100_000  # code points; no newsroom writes a tenth of that
_MAIN = ("title", "headline", "heading")
_HOLDERS = ("", "params", "extra")  # the keys under which site generators keep a page's fields

_OPENING = compiled(r"(---|\+\+\+|;;;)(js|javascript|json|toml|yaml)?[ \t]*(?:\r\n|[\r\n])")
_CLOSING = {
    "---": compiled(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|\Z)", re.M),
    "+++": compiled(r"(?:^|(?<=\r))\+\+\+[ \t]*(?:\r\n|[\r\n]|\Z)", re.M),
    ";;;": compiled(r"(?:^|(?<=\r));;;[ \t]*(?:\r\n|[\r\n]|\Z)", re.M),
    "{": compiled(r"(?:^|(?<=\r))\}[ \t]*(?:\r\n|[\r\n]|\Z)", re.M),
}
_FORMS = {"---": "yaml", "+++": "toml", ";;;": "json"}
_BLANK_LINE = compiled(r"(?:^|(?<=\r))[ \t]*(?:\r\n|[\r\n]|\Z)", re.M)
_REST_OF_LINE = compiled(r"[ \t]*(?:\r\n|[\r\n]|\Z)")
_FILLER = compiled(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*[ \t]*")
_KEY = {
    "---": compiled(r"[\"']?[A-Za-z_][\w.-]*(?: [\w.-]+){0,2}[\"']?[ \t]*:(?=[ \t\r\n]|\Z)"),
    "+++": compiled(r"\[|[\"']?[A-Za-z_][\w.\"' -]{0,80}="),
    ";;;": compiled(r"\s*\{?\s*\"[^\"\r\n]{1,80}\"\s*:"),
}

_MOULD = compiled(r"^[\"']?(?:title|date|name)[\"']?[ \t]*[:=][ \t]*[\"']?(?:\{\{|\{%|<%)", re.M)
_SLUG = compiled(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")


class _Place(ValueTuple):
    """The location of a block: its fence, its inner range and the start of the body.

    ``form`` is the format that follows the opening fence, as in ``---json``; often empty.
    """

    fence: str
    start: int
    end: int
    body: int
    closed: bool
    form: str = ""


def read(builder: Builder) -> int:
    """Read the front matter into the builder; return where the body begins."""
    if builder.source.startswith("{"):
        return _read_object(builder)
    place = _find(builder.source)
    if place is None:
        return 0
    if is_mould(builder.source, place.body):
        return place.body
    if not place.closed:
        builder.problem(
            f"front matter, line 1: no closing {place.fence} line; "
            f"put {place.fence} alone on a line below the last field"
        )
    block = _read_block(builder.source, place)
    _record_all(builder, block)
    if place.fence in ("---", "+++"):
        note_in_lines(builder, place.start, place.end, block.values)
    return place.body


def is_mould(source: str, body: int) -> bool:
    """Whether the front matter, which ends at ``body``, is one that new files are made from."""
    return body > 0 and _MOULD.search(source, 0, body) is not None


def _read_object(builder: Builder) -> int:
    """Read an object of JSON at the very top; return where the body begins."""
    from copydesk.parsers.front_matter import json as front_json

    source = builder.source
    if not front_json.begins(source, 0):
        return 0
    block, end = front_json.read(source, 0, min(len(source), _LONGEST))
    _record_all(builder, block)
    if end >= 0:
        rest = _REST_OF_LINE.match(source, end)
        return rest.end() if rest else end
    closing = _CLOSING["{"].search(source) or _BLANK_LINE.search(source)
    return closing.end() if closing else len(source)


def _record_all(builder: Builder, block: Block) -> None:
    if block.problem:
        builder.problem(f"front matter, line {block.line}: {block.problem}")
    counts: dict[str, int] = {}
    for value in block.values:
        _record(builder, value, counts)


def _read_block(source: str, place: _Place) -> Block:
    if place.end - place.start > _LONGEST:
        return Block([], f"longer than {_LONGEST:,} characters; it is not read", 1)
    if place.form in ("js", "javascript"):
        return Block([])
    form = place.form or _FORMS[place.fence]
    if form == "yaml":
        from copydesk.parsers.front_matter import yaml as front_yaml

        return front_yaml.read(source, place.start, place.end)
    if form == "json":
        from copydesk.parsers.front_matter import json as front_json

        return front_json.read(source, place.start, place.end)[0]
    from copydesk.parsers.front_matter import toml as front_toml

    return front_toml.read(source, place.start, place.end)


def _find(source: str) -> _Place | None:
    opening = _OPENING.match(source)
    if opening is None:
        return None
    fence, form, start = opening[1], opening[2] or "", opening.end()
    closing = _CLOSING[fence].search(source, start)
    if form:
        last = closing or _BLANK_LINE.search(source, start)
        stop, body = last.span() if last else (len(source), len(source))
        return _Place(fence, start, stop, body, closing is not None, form)
    if closing is None:
        if not _KEY[fence].match(source, start):
            return None  # a thematic break, or prose that begins with plus signs
        blank = _BLANK_LINE.search(source, start)
        end = blank.start() if blank else len(source)
        return _Place(fence, start, end, end, False)
    if fence == "---" and not _looks_like_fields(source, start, closing.start()):
        return None
    return _Place(fence, start, closing.start(), closing.end(), True)


def _looks_like_fields(source: str, start: int, end: int) -> bool:
    """Whether a block between ``---`` lines contains fields, not prose between two rules."""
    filler = _FILLER.match(source, start, end)
    first = filler.end() if filler else start
    key = _KEY["---"]
    if first >= end or source[first] in "{[" or key.match(source, first, end):
        return True
    if _BLANK_LINE.match(source, start):
        return False
    return any(key.match(line) for line in source[start:end].splitlines())


def _record(builder: Builder, value: Value, counts: dict[str, int]) -> None:
    """Record one value; further ones under the same key get a number (``tags.1``)."""
    key = ".".join(value.path).lower()
    count = counts.get(key, 0)
    counts[key] = count + 1
    builder.metadata[f"{key}.{count}" if count else key] = Metadatum(value.text, value.source)
    role = role_of(value.path, value.text if value.pieces else "")
    if not role:
        return
    name = ".".join(value.path)
    builder.fields.append(Field(role, name, value.text, value.source, _thing(builder, value.path)))
    kind = kind_of(role)
    if kind is None or not value.pieces or not _has_letter(value.text):
        return
    if kind == "byline" and _SLUG.fullmatch(value.text):
        return
    write(builder, kind, name, value.pieces, role)


def _thing(builder: Builder, path: tuple[str, ...]) -> str:
    """What a field belongs to; further pictures under the same key get a number (``photos#1``)."""
    thing = thing_of(path)
    if not thing:
        return ""
    name = ".".join(path)
    alike = [one.thing for one in builder.fields if one.thing.partition("#")[0] == thing]
    if not alike or not any(one.thing == alike[-1] and one.key == name for one in builder.fields):
        return alike[-1] if alike else thing
    return f"{thing}#{len(set(alike))}"


def has_headline(builder: Builder) -> bool:
    """Whether the front matter has the story's own headline, not just one for a social card."""
    for key, value in builder.metadata.items():
        parents, _, last = key.rpartition(".")
        if parents in _HOLDERS and plain(last) in _MAIN and _has_letter(value.value):
            return True
    return False


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))
