"""``titles/form``: titles with names in house style."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Option,
    Rule,
    Severity,
    pattern,
)
from copydesk.facts import Office, fold
from lint_rules._shared import RESIDUE
from lint_rules.titles import _resolve_holder
from lint_rules.titles._mention import Mention
from lint_rules.titles._title_mentions import TRIGGERS, mentions

# Words of formal titles; a title with any other word (FBI, White House, leader) is left alone.
_FORMAL = frozenset(
    {
        "president", "vice", "prime", "minister", "premier", "chancellor", "secretary", "general",
        "foreign", "defence", "defense", "finance", "interior", "home", "justice", "health",
        "education", "treasury", "state", "attorney", "governor", "senator", "speaker", "king",
        "queen", "director", "deputy", "mayor", "of", "the", "taoiseach", "first", "energy",
        "transport", "transportation", "commerce", "labor", "labour", "agriculture",
    }
)  # fmt: skip
_DESCRIBED = pattern(r"\b(?:[Tt]he|[Aa]n?)\s(?:(?:former|late|then|ex)[\s-])?\Z")
_SMALL = frozenset({"of", "the", "for", "and", "to"})
_SLOTS = ("paragraph", "list-item", "deck", "caption", "block-quote")


class Form(Rule):
    """Titles with names follow house style.

    Most house styles capitalise a title right before a name and nowhere else:
    “President Maia Sandu”, but “Maia Sandu, the president of Moldova”. The style
    settings are ``title-before-name`` and ``title-after-name`` (capital or lower),
    ``title-order = "before"`` for “Ukrainian President” instead of “President of
    Ukraine –”, and ``title-first-reference = "full"`` for the full name at first
    reference, which the rule asks about. Without a style it reports nothing.
    """

    id = "titles/form"
    severity = Severity.STYLE
    styled = ("title-after-name", "title-before-name", "title-order", "title-first-reference")
    yields_to = (
        "titles/former-in-office", "titles/stale", "titles/wrong-office", "titles/too-early",
        "titles/dead", *RESIDUE,
    )  # fmt: skip
    triggers = TRIGGERS
    options = (Option("household", (), "surnames that need no first name at first reference"),)
    examples = (
        Good("The president Maia Sandu spoke.", date="2025-04-15"),
        Good("President Maia Sandu spoke.", date="2025-04-15",
             style={"title-before-name": "capital", "title-after-name": "lower"}),
        Good("Maia Sandu, the president of Moldova, spoke.", date="2025-04-15",
             style={"title-before-name": "capital", "title-after-name": "lower"}),
        Good("“The president Maia Sandu spoke,” he wrote.", date="2025-04-15",
             style={"title-before-name": "capital"}),
        Good("He met the former prime minister Rishi Sunak.", date="2025-04-15",
             style={"title-before-name": "capital"}),
        Good("Then President Trump spoke.", date="2025-04-15",
             style={"title-before-name": "lower"}),
        Good("NATO chief Mark Rutte spoke.", date="2025-04-15",
             style={"title-before-name": "capital"}),
        Good("President Maia Sandu spoke. President Sandu left.", date="2025-04-15",
             style={"title-first-reference": "full"}),
        Bad("Then [[president]] Maia Sandu spoke.", fixed="Then President Maia Sandu spoke.",
            date="2025-04-15", style={"title-before-name": "capital"}),
        Bad("Maia Sandu, the [[President]] of Moldova, spoke.",
            fixed="Maia Sandu, the president of Moldova, spoke.",
            date="2025-04-15", style={"title-after-name": "lower"}),
        Bad("The [[President of Ukraine – ]]Volodymyr Zelenskyy spoke.",
            fixed="The Ukrainian President Volodymyr Zelenskyy spoke.",
            date="2025-04-15", style={"title-order": "before"}),
        Bad("He met [[Moldovan President Sandu]] on Monday.",
            date="2025-04-15", style={"title-first-reference": "full"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find titles that are not in house style."""
        if not any(self.style.get(key) for key in self.styled):
            return
        seen: set[str] = set()
        for one in mentions(doc, self.facts):
            resolved = _resolve_holder.resolve(doc, one)
            slot = doc.slot_at(one.span.start)
            if resolved is None or slot is None or slot.kind not in _SLOTS:
                continue
            if doc.quote_at(one.span) is None:
                yield from self._case(doc, one)
                yield from self._order(doc, one, resolved[1][0].office)
                if resolved[0].name not in seen:
                    yield from self._first(doc, one, resolved[0].name, resolved[1][0].office)
            seen.add(resolved[0].name)

    def _case(self, doc: Document, one: Mention) -> Iterator[Finding]:
        parted = one.after or one.comma
        wanted = self.style.get("title-after-name" if parted else "title-before-name")
        title = doc[one.title]
        if not wanted or "-" in title or not _FORMAL.issuperset(fold(title).split()):
            return
        if title.isupper():
            return
        words = title.split(" ")
        if wanted == "capital":
            right = " ".join(w if w in _SMALL else w[:1].upper() + w[1:] for w in words)
        else:
            right = title.lower() if not title.endswith(".") else title
        if wanted == "capital" and not parted and _is_described(doc, one):
            return  # “the former prime minister Sir John Major” describes him
        if wanted == "lower" and not parted and one.part and title == "President":
            return  # “President Clinton” is the form of address
        if right != title and not _opens(doc, one.title.start):
            said = "capitalises" if wanted == "capital" else "lower-cases"
            where = "set off from the name" if parted else "right before a name"
            house = f"House style ({self.style.name})" if self.style.name else "House style"
            yield self.replace(
                one.title,
                right,
                f"{house} {said} a title {where}: “{right}”.",
            )

    def _order(self, doc: Document, one: Mention, office: Office) -> Iterator[Finding]:
        if self.style.get("title-order") != "before" or not one.of or one.comma or one.after:
            return
        if not office.adjectives:
            return
        right = f"{office.adjectives[0]} {doc[one.title]} "
        yield self.replace(
            (one.words.start, one.name.start),
            right,
            f"Put the country before the title: “{right}…”.",
            title=f"Write “{right.strip()}”",
        )

    def _first(self, doc: Document, one: Mention, name: str, office: Office) -> Iterator[Finding]:
        if self.style.get("title-first-reference") != "full" or not one.part or one.cue:
            return
        known = self.settings["household"]
        if office.household or doc[one.name] in known or name in doc.text[: one.span.start]:
            return
        yield self.find(
            one.span,
            f"First reference: use the full name, {name}?",
            severity=Severity.ASK,
        )


def _is_described(doc: Document, one: Mention) -> bool:
    """Whether an article makes the title a description."""
    return _DESCRIBED.search(doc.before(one.title, 24)) is not None


def _opens(doc: Document, start: int) -> bool:
    """Whether a sentence or a slot begins there."""
    sentence = doc.sentence_at(start)
    slot = doc.slot_at(start)
    return (sentence is not None and sentence.start == start) or (
        slot is not None and slot.span.start == start
    )
