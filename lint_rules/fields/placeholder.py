"""fields/placeholder: a field that still holds its own name or the form's hint."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, pattern
from lint_rules.fields._reading import HEADLINES, Told, told

_NOUNS = {
    "headline": "headline|hed|title|heading",
    "deck": "deck|dek|subtitle|sub-?head(?:line)?|standfirst|summary|description|blurb|excerpt"
    "|teaser|abstract|hed|title|headline",
    "kicker": "kicker|eyebrow|overline",
    "byline": "byline|author|writer|name",
    "caption": "caption|cutline|description|photo caption|alt(?: text)?|credit",
    "credit": "credits?|credit line|source|photographer|caption|description",
    "alt": "alt(?: text)?|description|caption|alternative text",
}
_GROUPS = {
    **dict.fromkeys(HEADLINES, "headline"),
    **dict.fromkeys(("deck", "blurb", "seo-description", "social-description"), "deck"),
    "kicker": "kicker", "byline": "byline", "author": "byline",
    "caption": "caption", "credit": "credit", "alt": "alt",
}  # fmt: skip
_ROLES = (*_GROUPS, "internal")
_ORDER = (
    r"(?:(?:please |click to )?(?:enter|insert|add|write|type(?: in)?|put|provide|edit|fill in"
    r"|replace(?: with)?|change|paste|describe) )"
)
_WHICH = (
    r"(?:(?:an?|the|your|this|my|story|article|post|page|photo|image|picture|pic|lede|lead|main"
    r"|hero|top|featured?|cover|seo|meta|social|og|twitter|facebook|share|search|short|long|brief"
    r"|alt(?:ernat(?:e|ive))?|app|web|print|default|sample|example|dummy|placeholder|gallery"
    r"|inline|full|new)[ _-])"
)
_REST = (
    r"(?:[ _:-]+(?:(?:goes|comes|to go|to come|text|tag|field|line|name|here|tk|placeholder|below"
    r"|for (?:the|this|your) (?:photo|image|picture|story|article|post)"
    r"|of (?:the|this|your) (?:photo|image|picture|story|article|post))\b[ .]?)+)?"
)
_WHOLE = {
    group: pattern(
        rf"(?i)[<(\[{{]{{0,2}}(?:{_ORDER}?{_WHICH}{{0,4}}(?:{nouns}){_REST})[>)\]}}]{{0,2}}[:.]?\Z"
    )
    for group, nouns in _NOUNS.items()
}
_ORDERED = pattern(
    rf"(?i)[<(\[]?{_ORDER}(?:an?|the|your|some|alt) (?:[\w-]+ ){{0,3}}(?:here|(?:alt )?text|caption"
    r"|headline|title|description|credit|byline|summary|name|blurb|deck|dek|subtitle)[)>\]]?[:.]?\Z"
)
_HERE = pattern(
    r"(?i)[<(\[]?(?:[\w-]+ ){0,3}(?:text|caption|headline|title|description|credit|byline|summary"
    r"|name|blurb|deck|dek|image|photo) (?:goes |to go )?here[)>\]]?[:.]?\Z"
)
_NAMELESS = pattern(
    r"(?i)(?:by\s+)?(?:(?:(?:author|writer|reporter|photographer|staff|your|full|contributor)(?:['’]s)?"
    r" ){0,2}(?:first ?)?name(?: (?:here|surname|last ?name))?|first(?:name)? last(?:name)?"
    r"|photographer(?: name)?|author)"
    r"(?=\s*(?:/|\||\bof\b|\bfor\b|,|\Z)|-\s)"
)
_BYLINE_OF = pattern(r"(?i)byline(?:\s*:)?(?:\s+(?:of|for|by|here)\b|\s*\Z)")
_LABEL = pattern(
    r"(?i)(?:(?:photo|image|picture|video|illustration|graphic)s?(?: credit)?|credit|courtesy)"
    r"(?:\s*(?:by|of|from|courtesy(?: of)?|credit))?\s*[:/|]?\s*\Z"
)
_NEEDS_NAME = pattern(r"(?i)\b(?:by|of|from|courtesy|credit)\s*[:/|]?\s*\Z|[:/|]\s*\Z")
_TEMPLATE = pattern(
    r"(?i)(?:(?:toc|story|article|post|page|news|blank|test|new|event|newsletter|listicle|default"
    r"|explainer|template|copy of)[ -]){1,4}template(?: \d{1,3})?\Z"
    r"|template(?:[ -](?:story|article|post|page)| \d{1,3})?\Z"
    r"|(?:new|untitled|my first)[ -](?:story|article|post|page|document|draft)(?: \d{1,3})?\Z"
    r"|untitled(?:[ -]?\d{1,3})?\Z|hello world!?\Z|test(?:ing)?(?: (?:test(?:ing)?|\d{1,3})){1,4}\Z"
    r"|test (?:story|article|post|page|headline|title)\Z"
    r"|(?:lorem ipsum\b.*|asdf\w*|xxx+|tbd|tk(?:tk)*|foo(?:bar)?|placeholder)\.?\Z"
)
_WORDS = pattern(
    r"(?i)h(?:ead|ed\b|ere|ello)|title|de[ck]k?\b|standfirst|summary|descr|blurb|excerpt|teaser"
    r"|abstract|kicker|eyebrow|overline|byline|author|writer|name|caption|cutline|alt\b|alt_"
    r"|credit|source|photographer|text| by\b| of\b|from|courtesy|template|untitled|test|lorem"
    r"|asdf|xxx|tbd|tk|foo|placeholder|new |first"
)
_MARKS = pattern(r"[\s\"'“”‘’«»\\]+\Z")


class FieldPlaceholder(Rule):
    """No field that holds its own name, the form's hint, or a mark instead of words.

    A caption that reads “Image description”, a byline “Byline of”, a credit “Photographer Name”
    or “Photo by” with nobody after it: the form's words, where the story's own should be. Readers
    see them on the page, on a card or in search results.
    """

    id = "fields/placeholder"
    severity = Severity.STOP
    triggers = ("@fields",)
    yields_to = ("leftover/placeholder",)
    examples = (
        Good("---\ntitle: A title to be proud of\nkicker: Photos\n---\n\nIt is open.",
             format="markdown"),
        Good("---\ntitle: Budget\nbyline: Name Okoro\nimage-credit: AP\n---\n\nIt is open.",
             format="markdown"),
        Good('{{< picture src="a.jpg" caption="The caption said it all." credit="Handout" >}}\n\n'
             "It is open.", format="markdown"),
        Bad("---\ntitle: Pier opens\nimage-description: [[Lede image description]]\n---\n\nIt is.",
            format="markdown"),
        Bad("---\ntitle: Pier opens\nbyline: [[Byline of]]\n---\n\nIt is open.", format="markdown"),
        Bad('{{< picture src="a.jpg" caption="[[Enter caption here]]" >}}\n\nIt is open.',
            format="markdown"),
        Bad("---\ntitle: Pier opens\nimage-credit: [[Photo by]]\n---\n\nIt is.", format="markdown"),
        Bad("---\ntitle: '[[TOC template]]'\n---\n\nIt is open.", format="markdown"),
        Bad('---\ntitle: Pier opens\ncaption: \'[[""]]\'\n---\n\nIt is.', format="markdown"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look at every field that readers see."""
        for one in told(doc, *_ROLES):
            if message := _fault(one):
                yield self.find(
                    one.source,
                    message,
                    evidence=f"The field is “{one.key}”.",
                    severity=Severity.FIX if one.field.role == "internal" else None,
                )


def _fault(one: Told) -> str:
    """What is wrong with the words of a field, as a message; empty if nothing is."""
    text, role = one.text, one.field.role
    if role == "internal":
        return _of_form(one) if text.lower() == _last(one.key) else ""
    if len(text) > 90 or not _may_be(text):
        return ""
    if _MARKS.match(text):
        return "Quotation marks and nothing in them: write the words, or leave the field empty."
    group = _GROUPS[role]
    if _is_name(one) or _WHOLE[group].match(text) or _ORDERED.match(text) or _HERE.match(text):
        return "" if _is_title(one) else _of_form(one)
    if group in ("byline", "credit") and _is_nameless(text, group):
        return f"“{text}”: the name is missing. Write it, or leave the field empty."
    if group == "credit" and _LABEL.match(text) and _NEEDS_NAME.search(text):
        return f"“{text}”: the name is missing. Write it, or leave the field empty."
    if group in ("headline", "deck") and one.field.thing == "" and _TEMPLATE.match(text):
        return f"“{text}” is what the form began with: write the story's own."
    return ""


def _may_be(text: str) -> bool:
    """Whether a short text has one of the words that are looked for, or no words."""
    return not text[-1].isalnum() or _WORDS.search(text) is not None


def _of_form(one: Told) -> str:
    return f"“{one.text}” is the name of the field, not what belongs in it: write the words."


def _is_name(one: Told) -> bool:
    """Whether the words are the field's own key, of two words or more."""
    key = _spaced(one.key.rpartition(".")[2])
    return " " in key and one.text.lower().rstrip(":.") == key


def _is_title(one: Told) -> bool:
    """Whether the words, one alone, can be a headline or a label of their own."""
    return one.field.role in ("kicker", "author") and one.text.lower() in ("source", "writer")


def _last(key: str) -> str:
    return _spaced(key).split()[-1]


def _spaced(key: str) -> str:
    return key.lower().replace("_", " ").replace("-", " ")


def _is_nameless(text: str, group: str) -> bool:
    if group == "byline" and _BYLINE_OF.match(text):
        return True
    found = _NAMELESS.match(text)
    if found is None:
        return False
    rest = text[found.end() :].strip(" ,/|")
    return bool(rest) or " " in found[0].strip() or found[0].strip().lower() == "name"
