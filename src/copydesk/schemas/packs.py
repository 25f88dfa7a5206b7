"""The schemas for packs of terms, and for house styles, which are packs with ``[style]``."""

from __future__ import annotations

from copydesk.document.slot_kinds import SLOT_KINDS
from copydesk.schemas.parts import Schema, day, one_of, root, switch, table, text, texts
from copydesk.terms.pack import _CHOICES as CHOICES
from copydesk.terms.pack import _DEFAULTS, _VARIANTS
from copydesk.terms.style_schema import SETTINGS

_FILLED = r"\S"

_DOCS = {
    "severity": "What an error would cost if it were published.",
    "quotes": "Whether quoted speech is checked.",
    "case": "How capitals have to agree.",
    "verbatim": "Whether code and link targets are checked.",
    "fix": "Whether the fix can be applied unseen.",
    "history": "Where an old name is right, in copy on the past.",
    "names": "Whether the form is checked within longer names, and in those of namesakes.",
    "where": "How the form must stand to be looked at: anywhere, as a place, or so in the news.",
}
ENTRY: dict[str, Schema] = {
    "use": text("The form to use; empty to delete the words."),
    "avoid": texts("The forms to avoid.", pattern=_FILLED),
    "match": texts("Patterns to match.", pattern=_FILLED),
    "needs": texts("Words of which the text must have one for a pattern to run.", pattern=_FILLED),
    "message": text("What is wrong; {found} is the words, {use} the form to use."),
    "note": text("Why."),
    "source": text("Who says so, with a date."),
    "since": day("The first story date on which the entry applies.", year=True),
    "until": day("The last story date on which it applies.", year=True),
    "exceptions": texts("Longer forms that are right.", pattern=_FILLED),
    "unless": texts("Words that make the form right if the story has one.", pattern=_FILLED),
    "unless-near": texts("Words that make it right if one is near.", pattern=_FILLED),
    "only-with": texts("Words of which the story must have one.", pattern=_FILLED),
    "slots": {
        "description": "The parts of a story where the entry applies.",
        "type": "array",
        "items": {"enum": list(SLOT_KINDS)},
    },
    "whole": switch("Whether the words must be a whole line."),
    "good": {**texts("Copy that must pass.", pattern=_FILLED), "minItems": 1},
    "bad": {
        "description": "Copy that must be caught, with the words at fault in [[…]].",
        "type": "array",
        "minItems": 1,
        "items": {
            "anyOf": [
                {"type": "string", "pattern": r"\[\[.*\]\]"},
                table(
                    {
                        "text": text("The copy.", pattern=r"\[\[[\s\S]*\]\]"),
                        "fixed": text("The copy after the fix."),
                        "date": day("The story date.", year=True),
                    },
                    ("text",),
                ),
            ]
        },
    },
    **{key: one_of(_DOCS[key], choices) for key, choices in CHOICES.items()},
}
HEADER: dict[str, Schema] = {
    "id": text("The rule that the entries report as: group/name.", pattern="^[^/]+/[^/]+$"),
    "severity": ENTRY["severity"],
    "summary": text("What good copy does, in one line; it makes the pack a rule of its own."),
    "why": text("Why, in a few lines."),
    "source": text("The authority for the rule."),
    "default": switch("Whether the rule is on by default."),
    "languages": texts("The languages that it can read; * for any."),
    "preview": switch("Whether the rule is new and may still change."),
    "furniture": switch("Whether it is for stories only, not for the layouts of a site."),
    "accepts": switch("Whether it judges the form of words, so that accepted words are right."),
    "version": {
        "description": "How often what it finds has changed, from 1.",
        "type": "integer",
        "minimum": 1,
    },
    "options": {
        "description": "Options of the rule, for rules in Python that read the pack.",
        "type": "array",
    },
}
STYLE: dict[str, Schema] = {
    "name": text("The name of the style."),
    "extends": text("The style that applies where this one says nothing."),
    **{
        key: one_of(f"Decides on {setting.doc}.", setting.choices)
        if setting.choices
        else {"description": f"{setting.doc}.".capitalize(), "type": "integer", "minimum": 0}
        for key, setting in SETTINGS.items()
    },
}
_FORMS: Schema = {"type": "array", "minItems": 1, "items": {"type": "string"}}
PACK: dict[str, Schema] = {
    "rule": {
        "description": "The rule that the entries report as.",
        "anyOf": [HEADER["id"], table(HEADER, ("id",))],
    },
    "style": {"description": "The house style that the pack is.", **table(STYLE, ("name",))},
    "defaults": {
        "description": "What holds for every entry that does not say otherwise.",
        **table({key: ENTRY[key] for key in _DEFAULTS}),
    },
    "entry": {
        "description": "One term, with all details.",
        "type": "array",
        "items": table(
            ENTRY, ("good", "bad"), anyOf=[{"required": ["avoid"]}, {"required": ["match"]}]
        ),
    },
    "forms": {
        "description": "What we write = what we avoid.",
        "type": "object",
        "additionalProperties": {"anyOf": [{"type": "string"}, _FORMS]},
    },
    "variants": {
        "description": "Forms of one thing that are all right, for a rule that compares them.",
        "type": "object",
        "additionalProperties": {
            "anyOf": [
                {**_FORMS, "uniqueItems": True},
                table(
                    {key: {**_FORMS, "uniqueItems": True} if key == "forms" else ENTRY[key]
                     for key in _VARIANTS},
                    ("forms",),
                ),
            ]
        },
    },
}  # fmt: skip


def pack() -> Schema:
    """The schema for a pack of terms."""
    parts = ("style", "entry", "forms", "variants")
    doc = "A list of terms, for `terms` in copydesk.toml."
    found = table(PACK, anyOf=[{"required": [part]} for part in parts])
    return root("pack", "copydesk pack of terms", doc, found)


def style() -> Schema:
    """The schema for a house style."""
    doc = "A house style, for `style` in copydesk.toml."
    return root("style", "copydesk house style", doc, table(PACK, ("style",)))
