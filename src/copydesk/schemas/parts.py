"""Parts of which the schemas consist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Schema = dict[str, Any]


def root(name: str, title: str, doc: str, table: Schema) -> Schema:
    """A whole schema: its table, with a name and what it is for."""
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:copydesk:schema:{name}-1",
        "title": title,
        "description": doc,
    }
    return {**head, **table}


def table(keys: Mapping[str, Schema], required: Iterable[str] = (), **more: Any) -> Schema:
    """A table that has these keys and no others."""
    found: Schema = {"type": "object", "properties": dict(keys), "additionalProperties": False}
    if needed := list(required):
        found["required"] = needed
    return {**found, **more}


def text(doc: str, **more: Any) -> Schema:
    """A string."""
    return {"description": doc, "type": "string", **more}


def one_of(doc: str, choices: Iterable[str]) -> Schema:
    """One of several words."""
    return {"description": doc, "enum": list(choices)}


def texts(doc: str, **item: Any) -> Schema:
    """A list of strings."""
    return {"description": doc, "type": "array", "items": {"type": "string", **item}}


def switch(doc: str) -> Schema:
    """True or false."""
    return {"description": doc, "type": "boolean"}


def day(doc: str, *, year: bool = False) -> Schema:
    """A date; ``year`` is whether a year is enough."""
    if not year:
        return text(doc, pattern=r"^\d{4}-\d{2}-\d{2}")
    pattern = r"^\d{4}(-\d{2}-\d{2}.*)?$"
    return {"description": doc, "type": ["string", "integer"], "pattern": pattern, "minimum": 1000}


def days(doc: str) -> Schema:
    """A day, a month, a year, or a range of days."""
    pattern = r"^\d{4}(-\d{2}(-\d{2}.*)?)?(/\d{4}.*)?$"
    return {"description": doc, "type": ["string", "integer"], "pattern": pattern, "minimum": 1000}


def count(doc: str) -> Schema:
    """A whole number from 1."""
    return {"description": doc, "type": "integer", "minimum": 1}


def keys(doc: str) -> Schema:
    """One name, or a list of names."""
    one: Schema = {"type": "string", "minLength": 1}
    return {"description": doc, "anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
