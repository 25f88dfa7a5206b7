"""How photo credits are written: in brackets, bare at the end of a caption, on their own line."""

from __future__ import annotations

from copydesk import SLOT_END, pattern, scan

_DESK = (
    r"(?:AFP|AP(?: Photo)?|Reuters|REUTERS|EPA(?:-EFE)?|EFE|Getty(?: Images)?|PA(?: Wire)?"
    r"|Shutterstock|Alamy|Bloomberg|Anadolu(?: Agency)?|Xinhua|NurPhoto|Zuma|ZUMA|Sipa|SIPA|TASS"
    r"|UPI|Rex|REX|dpa|DPA|Pool|POOL|Handout|Magnum|VII|Redux|Polaris|Sputnik|Kyodo|IMAGO|Imago"
    r"|ANP|ANSA)"
)
_PARTICLE = r"(?:de|del|della|van|von|der|den|al|el|la|di|da|bin)"
_NAME = rf"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|{_PARTICLE})){{0,4}}"
_MORE = r"(?:(?: ?/ ?|, ?| via | for | and )[\w.’' &-]{2,40}){0,3}"
_PICTURE = r"(?:[Pp]hoto|PHOTO|[Pp]hotograph|[Pp]icture|[Ii]mage|[Ss]creenshot)"
_BY = r"(?: by| courtesy(?: of)?|:| /)"
_CREDIT_WORD = r"(?:Mandatory [Cc]redit|[Pp]hoto [Cc]redit|Credit|CREDIT)"
_NAMED = r"[A-Z][^()\n]{0,40} [^()\n/]{1,40}"  # at least two words before the slash

_IN_BRACKETS = (
    rf"(?:File |Handout |Courtesy )?{_PICTURE}(?:s| credit)?{_BY} ?"
    r"(?:[A-Z@]|courtesy)[^()\n]{1,120}",
    r"(?:AP|AFP|EPA|UPI|PA) (?:Photos?|photos?|PHOTO)(?: ?[/,:] ?[^()\n]{2,100})?",
    r"(?:REUTERS|AFP|EPA) ?/ ?[^()\n]{2,100}",
    rf"{_CREDIT_WORD}: ?[^()\n]{{2,100}}",
    r"[A-Z]{2,5} (?:Photo|photo|PHOTO) ?/ ?[A-Z][^()\n]{2,60}",
    rf"[A-Z][^()\n]{{1,80}} via {_DESK}",
    rf"(?:{_NAMED}|Handout|Pool|[A-Z]\w{{2,20}}/[^()\n/]{{2,40}}) ?/ ?{_DESK}(?: via {_DESK})?",
    r"(?:Getty Images|Shutterstock|AP Photo|File [Pp]hoto|FILE PHOTO)",
)
_AT_THE_END = (
    rf"(?:Photograph|Photo|Picture|{_CREDIT_WORD})s?(?::| by) {_NAME}{_MORE}",
    rf"(?:REUTERS|EPA|AFP)/{_NAME}(?:/[\w ]{{3,20}})?",
    rf"{_NAME}(?: ?/ ?{_NAME})?(?: ?/ ?| via ){_DESK}(?:(?:/| via ){_DESK})?(?: [Ff]ile)?",
    r"\| (?:Getty(?: Images)?|AP(?: Photo)?|Reuters|AFP|EPA|Shutterstock)",
)
_ON_A_LINE = (
    r"(?:Photo|Photograph|Picture|Image|PHOTO|Photos(?= [bc])|Photographs(?= [bc])"
    rf"|{_CREDIT_WORD})(?: by| courtesy of|:) (?:{_NAME}|i[A-Z]\w+){_MORE}",
    r"(?:Photo(?:graph)?|Image|Picture) (?:by|courtesy of) [A-Z][\w.’' -]{1,60}, available at \S+",
    r"(?:(?:AFP|AP) via )?Getty [Ii]mages(?: via \w+)?|AP Photo|Shutterstock|AFP via Getty",
    rf"© (?!\d){_NAME}(?: ?/ ?[\w .&-]{{2,40}})?",
    rf"(?:Graphic|Photo illustration|Illustration|Image)s? by {_NAME}\. Photos? by [^\n]{{3,120}}",
)

BRACKETED = scan(rf"\((?:{'|'.join(_IN_BRACKETS)})\)\.?", at="(")
"""A credit in brackets, anywhere."""

LAST = scan(
    rf"(?<=[.!?”\"’)]\s?)(?<!\b[A-Z]\.\s?)(?:{'|'.join(_AT_THE_END)})\.?\Z",
    at=SLOT_END,
    before=160,
)
"""A bare credit after the last sentence of a caption."""

SIGNS = scan(
    r"[(/©]|\| |, (?:19|20)|(?i:via|photo|picture|credit)",
    at=(
        "(", "/", "©", "| ", ", 19", ", 20", "via", "photo", "photos", "photograph", "photographs",
        "picture", "pictures", "credit", "credits",
    ),
)  # fmt: skip
"""What a slot has if there is a credit or a dated caption in it that does not open it."""

ALONE = pattern(rf"\(?(?:{'|'.join(_ON_A_LINE)})\.?\)?")
"""A line that is nothing but a credit."""

LABEL = pattern(
    r"(?:Image|Media) (?:source|caption|copyright), ?(?=[A-Z])"
    r"|(?:Image|Pictured|Caption|Photo caption): (?=[A-Z“\"])"
)
"""Labels that open captions on some web pages."""
