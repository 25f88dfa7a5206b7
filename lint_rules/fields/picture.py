"""fields/picture: a caption that is a credit, a credit that is a caption, a path for either."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity, pattern
from lint_rules.fields._reading import Told, told

_NAME = r"\p{Lu}[\p{L}.’'\-]*(?: (?:\p{Lu}[\p{L}.’'\-]*|de|del|van|von|der|al|el|la|da|di)){1,3}"
_HOUSE = (
    r"(?:AP|AFP|Reuters|REUTERS|EPA|Getty(?: Images)?|PA|TNS|UPI|Bloomberg|Shutterstock|iStock"
    r"|Unsplash|Pexels|Alamy|Xinhua|The Associated Press|Associated Press|For [A-Z][\w .]{2,30}"
    r"|(?:The )?(?:[A-Z][\w.&]+ ){1,3}(?:Post|Times|Star|News|Tribune|Herald|Inquirer|Journal"
    r"|Gazette|Bruin|PA|Press|Post-Gazette|Bee|Sun|Globe|Chronicle))"
)
_CREDIT = pattern(
    rf"\(?(?:(?:(?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture|[Ii]llustration|[Gg]raphic)s?"
    rf"(?: (?:[Cc]redit|[Bb]y|courtesy(?: of)?))?\s*(?::|[Bb]y|of|courtesy(?: of)?)|[Cc]redits?:"
    rf"|[Cc]ourtesy(?: of)?:?|COURTESY(?: OF)?) ?(?:{_NAME}|[A-Z][\w&.’' ]{{1,40}})"
    rf"(?: ?[/|,] ?{_HOUSE})?"
    rf"|{_NAME} ?[/|] ?(?:For |for )?{_HOUSE}(?: via {_HOUSE})?"
    rf"|AP Photo ?/ ?{_NAME}|(?:Getty Images|Shutterstock|AP Photo|iStock|Unsplash))\)?\.?\Z"
)
_FILE = pattern(
    r"(?i)(?:https?://|[./])?[\w%.~+-]*(?:/[\w%.~+@-]+)*[\w%~+@-]\.(?:jpe?g|png|gif|webp|svg|tiff?"
    r"|heic|mp4|pdf)\Z|(?:[\w.-]+/){2,}(?=[\w.-]*\d)[\w.-]+\Z|(?:IMG|DSC|DSCF|DSCN|PXL|MVI)[_-]?\d{3,}[\w-]*\Z"
)
_WORD = pattern(r"[\p{L}’'-]+")
_ACTS = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|walks?|speaks?|talks?|holds?|stands?|sits?|looks?"
    r"|waits?|arrives?|leaves?|poses?|listens?|gather[s]?|wait|shows?|watch(?:es)?|votes?|works?"
    r"|carries|carry|attends?|takes?|gives?|during|outside|inside|after|before)\b"
)
_SOURCED = pattern(
    r"(?i)\b(?:photos?|photograph\w*|images?|courtesy|credits?|via|illustrat\w+|screenshots?"
    r"|provided|submitted|licen[cs]ed?|source|data|by|adapted|generated|graphics?|handout|file|cc"
    r"|used|copyright|created|taken|shared|public domain|from)\b|©|https?:|/|@"
)
_FEWEST = 6  # words in a credit that is a sentence
_LABEL = pattern(r"(?i)(?P<label>photo credit|image credit|picture credit|credit)s?\s*:\s*(?=\S)")


class FieldPicture(Rule):
    """A caption describes the picture, a credit names who made it, and neither is a file name.

    The two fields lie side by side and are easily filled the wrong way round. Readers then see
    a photographer’s name for a caption, or nobody’s name at all.
    """

    id = "fields/picture"
    severity = Severity.ASK
    triggers = ("@fields",)
    examples = (
        Good("---\ntitle: Pier\ncaption: Ann Poe opens the pier. (AP)\ncredit: Bo Roe / AP\n"
             "---\n\nIt is open.", format="markdown"),
        Good('{{< picture src="a.jpg" caption="Mayor Ann Poe" credit="Photo by Bo Roe" >}}\n\n'
             "It is open.", format="markdown"),
        Good("---\nimage-credit: Photo provided by the family of Ann Poe in 2024\n---\n\nIt is.",
             format="markdown"),
        Bad("---\nimage-caption: [[Bo Roe / AP]]\nimage-credit: ''\n---\n\nIt is open.",
            format="markdown"),
        Bad('{{< picture src="a.jpg" credit="[[The mayor walks along the pier on Monday.]]" >}}\n\n'
            "It is open.", format="markdown"),
        Bad("---\nimage: a.jpg\nimage-credit: [[2024/06/01k7-kgbr.jpeg]]\n---\n\nIt is open.",
            format="markdown"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look at every caption, credit and description of a picture."""
        captions, credited = told(doc, "caption"), told(doc, "credit")
        for one in captions:
            if len(one.text) < 100 and _CREDIT.match(one.text):
                yield from self._credit_as_caption(doc, one, credited)
        for one in credited:
            if _is_sentence(one.text):
                yield self.find(
                    one.source,
                    f"“{one.key}” reads as a caption: is the credit somewhere else?",
                    evidence="A credit names who made the picture.",
                )
        for one in (*captions, *credited, *told(doc, "alt")):
            if " " not in one.text and _FILE.match(one.text) and not _is_address(one):
                yield self.find(
                    one.source,
                    f"“{one.key}” holds a file name: write the words.",
                    evidence="Readers see it beside the picture, or hear it read out.",
                    severity=Severity.FIX,
                )

    def _credit_as_caption(
        self, doc: Document, one: Told, credited: list[Told]
    ) -> Iterator[Finding]:
        mine = [two for two in credited if two.field.thing == one.field.thing]
        if mine and mine[0].text == one.text:
            message = f"“{one.key}” repeats the credit: write what the picture shows."
        elif mine:
            return
        elif one.field.thing or any(field.role == "credit" for field in doc.fields):
            message = f"“{one.key}” holds a credit: move it to the credit, and write a caption."
        else:
            return
        if len(one.text) > 3 and not _only_caption(doc, one):
            yield self.find(
                one.source,
                message,
                evidence="A caption says what the picture shows.",
                related=[Related(two.source, "the credit") for two in mine],
            )


def _is_sentence(text: str) -> bool:
    """Whether a credit is a sentence about a picture."""
    words = [found[0] for found in _WORD.finditer(text)]
    if len(words) < _FEWEST or _SOURCED.search(text):
        return False
    small = [word for word in words[1:] if word.islower()]
    return 2 * len(small) >= len(words) and _ACTS.search(text) is not None


def _is_address(one: Told) -> bool:
    """Whether a credit is the address of its source."""
    return one.field.role == "credit" and "://" in one.text and not one.text.endswith(
        (".jpg", ".jpeg", ".png", ".webp", ".gif")
    )  # fmt: skip


def _only_caption(doc: Document, one: Told) -> bool:
    """Whether the newsroom has no field for the credit: captions say who made the picture."""
    last = one.key.rpartition(".")[2].lower()
    if last.partition("-")[0] in ("image", "photo") or "_" in last:
        return False
    others = [field for field in doc.fields if field.role == "credit"]
    return not others and "@" not in one.field.thing
