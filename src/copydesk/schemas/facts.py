"""The schema for tables of facts: who holds which office."""

from __future__ import annotations

from copydesk.schemas.parts import (
    Schema,
    count,
    day,
    days,
    keys,
    one_of,
    root,
    switch,
    table,
    text,
    texts,
)

SOURCE: dict[str, Schema] = {
    "name": text("What the source is called.", minLength=1),
    "licence": text("The licence of its data.", minLength=1),
    "as-of": day("The day of its data."),
    "record": switch("Whether it needs no second source for what it lists (the default)."),
}
HOLDER: dict[str, Schema] = {
    "name": text("The holder's name.", pattern=r"\S"),
    "forms": texts("Other forms of the name.", minLength=1),
    "person": text("An id that tells people of one name apart, such as Wikidata’s Q76."),
    "since": days("The first day in office."),
    "until": days("The last day in office."),
    "at-least": days("A day on which the holder was still in office; the last is unknown."),
    "until-about": days("The last day in office, roughly."),
    "confirmed": day("The day up to which two sources confirm the term."),
    "acting": switch("Whether the holder only acts for another."),
    "source": keys("The sources, by the names of their tables, the best first."),
    "until-source": keys("The sources for the end, if they are others."),
    "conf": one_of("How certain this is: high, medium or low.", ("H", "M", "L")),
}
OFFICE: dict[str, Schema] = {
    "id": text("A name such as springfield/mayor.", pattern="^[a-z0-9-]+/[a-z0-9-]+$"),
    "of": texts("The places or bodies that it belongs to.", minLength=1),
    "adjectives": texts("The same as adjectives: Springfieldian.", minLength=1),
    "titles": {
        **texts("What the holder is called; needed if no earlier table has it.", minLength=1),
        "minItems": 1,
    },
    "lacks": texts("Titles that this office does not have.", minLength=1),
    "several": switch("Whether several people hold it at once."),
    "household": switch("Whether readers know the holder without the place."),
    "half-life": count("Months after which an open term says nothing any more."),
    "wikidata": text("The id of the office in Wikidata, such as Q11696.", pattern=r"^Q[0-9]+$"),
    "replace": switch("Whether the holders replace all those in earlier tables."),
    "holders": {
        "description": "Who held it, and when.",
        "type": "array",
        "items": table(HOLDER, ("name", "since"), allOf=[
            {"not": {"required": [one, other]}}
            for one, other in (
                ("until", "at-least"), ("until", "until-about"), ("at-least", "until-about")
            )
        ]),
    },
    "also": texts("People who held it at some time.", minLength=1),
}  # fmt: skip
DEATH: dict[str, Schema] = {
    "day": days("The day."),
    "source": keys("The sources, by the names of their tables."),
}
TABLE: dict[str, Schema] = {
    "sources": {
        "description": "Where the facts come from, by a name of your own.",
        "type": "object",
        "minProperties": 1,
        "additionalProperties": table(SOURCE, ("name", "licence", "as-of")),
    },
    "office": {
        "description": "An office and its holders.",
        "type": "array",
        "items": table(OFFICE, ("id",)),
    },
    "names": {
        "description": "Other forms of names: “Patricia Roe” = [“Pat Roe”].",
        "type": "object",
        "additionalProperties": texts("The other forms.", minLength=1),
    },
    "avoid": {
        "description": "Forms of names that are never proposed, by name.",
        "type": "object",
        "additionalProperties": texts("The forms.", minLength=1),
    },
    "died": {
        "description": "Days of death, by name.",
        "type": "object",
        "additionalProperties": {
            "anyOf": [days("The day."), table(DEATH, ("day",))],
        },
    },
    "checked": {
        "description": "Why something is right that looks wrong, by office and person.",
        "type": "object",
        "additionalProperties": text("Why it is right."),
    },
}

SCHEMA = root(
    "facts",
    "copydesk table of facts",
    "Who holds which office, for `facts` in copydesk.toml.",
    table(TABLE, ("sources",)),
)
