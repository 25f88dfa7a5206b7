"""Lines that send readers elsewhere: to other stories, videos, newsletters, apps."""

from __future__ import annotations

from copydesk import Document, Iterator, Sequence, Slot, Span, pattern, scan
from lint_rules._shared.candidates import candidates, openings

_STARTS = (
    "read", "also", "see ", "rela", "don'", "don’", "sign", "subs", "clic", "plea", "want", "like",
    "get ", "rece", "watc", "list", "cont", "keep", "[rel", "[rea", "(rea", "(rel", "[wat", "just",
    "must", "more", "vide", "phot", "gall", "reco", "down", "let ", "need", "join", "foll", "play",
    "you ", "up n", "now ", "view", "load", "stay", "try ", "for m", "disc",
)  # fmt: skip
_OPENINGS = openings(_STARTS)
_LABEL = pattern(
    r"[\[(]?(?:(?:READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|SEE MORE|WATCH(?: (?:LIVE|NOW|MORE))?"
    r"|LISTEN|RELATED(?: (?:STORY|STORIES|COVERAGE|ARTICLES?|VIDEOS?|CONTENT|LINKS?))?|RECOMMENDED"
    r"|VIDEO|PHOTOS|GALLERY|MORE|DON[’']T MISS|UP NEXT"
    r"|Read(?: [Mm]ore| [Aa]lso| [Nn]ext)?|Also [Rr]ead|See [Aa]lso|Watch(?: [Ll]ive| [Mm]ore)?"
    r"|Listen|Related(?: [a-z]+)?|Recommended|Video|Photos|Gallery|More|Don[’']t [Mm]iss|Up [Nn]ext"
    r"|You (?:[Mm]ay|[Mm]ight) [Aa]lso [Ll]ike) ?: ?|see also )(?=\S)"
)
_LINE = pattern(
    r"(?:(?:Read|READ) (?:[Mm]ore|MORE|the [Ff]ull [Ss]tory|[Ff]ull [Ss]tory|[Oo]n|ON)"
    r"|READ THE FULL STORY|SEE ALSO|RELATED(?: (?:STORIES|ARTICLES|COVERAGE|CONTENT|LINKS|VIDEOS))?"
    r"|Related (?:[Aa]rticles|[Ss]tories|[Cc]overage|[Cc]ontent|[Ll]inks|[Vv]ideos|[Tt]opics)"
    r"|(?:Continue|CONTINUE|Keep) (?:[Rr]eading|READING)"
    r"(?: (?:the main story|below|this (?:story|article)))?"
    r"|(?:[Cc]lick|CLICK) (?:[Hh]ere|HERE)(?: (?:to|for|TO|FOR) [^\n.]{3,90})?"
    r"|CLICK (?:TO|FOR) [^\na-z]{3,90}|[A-Z]{2,}[^\na-z]{0,70} CLICK HERE"
    r"|Watch (?:the |this )?(?:full |whole )?(?:video|interview|clip|report|film)"
    r"(?: above| below| here| again| now)?|Watch (?:now|live|again|more)|WATCH (?:NOW|LIVE|MORE)"
    r"|JUST WATCHED[^\n]*|MUST WATCH|Play [Vv]ideo|Now [Pp]laying|Video Ad Feedback"
    r"|(?:View|Load|See|Show) (?:more|all)(?: stories| articles| comments)?"
    r"|You (?:may|might) also like)(?:\.{3}|[.:…]| ?[»›→>]+)?"
)
_SECTION = pattern(
    r"(?i:(?:read|see) (?:more|also|next|on)|also read|more|up next|recommended|videos?|photos"
    r"|gallery|related(?: [a-z]+)?|(?:continue|keep) reading|you (?:may|might) also like"
    r"|(?:view|load|see|show) (?:more|all)(?: [a-z]+)?)[.:…]{0,3}"
)
_INVITES = pattern(
    r"(?:(?:[Cc]lick here to |Please )?(?:[Ss]ign up|SIGN UP|[Ss]ubscribe|SUBSCRIBE|Sign-up|Join)"
    r"(?: here| now| today| up)? (?:for|to|TO|FOR)\b"
    r"|(?:Want|Like|Need|For) (?:more|this|to (?:get|read|receive)|news)\b[^\n?]{0,120}"
    r"[?:] ?(?:Sign up|Subscribe|Download|Get|Click|Join)\b"
    r"|(?:Get|Receive) (?:the |our |all |your |more )[^\n.]{3,90}\b(?:in|to) your "
    r"(?:inbox|e?-?mail)\b"
    r"|Let our news meet your inbox|Stay (?:up to date|informed)\b[^\n.]{0,60}(?:sign up|subscribe)"
    r"|Download the [\w .’'&]{2,40}\bapp\b)"
)
_POST = pattern(
    r"(?i)\b(?:newsletters?|inbox|e-?mails?|alerts?|bulletins?|briefings?|podcasts?|apps?|whatsapp"
    r"|youtube|magazine|channel|telegram)\b"
)
_POINTER = pattern(
    r"(?i:[\[(]?(?:watch|listen|play|video|photos|gallery|sign|subscribe|join|get|download|want)\b)"
)
_ADDRESS = pattern(
    r"(?i)\b(?:at|on|to|via|visit|from) (?:[\w-]{2,40}\.){1,3}(?:com|org|net|co|uk|news|example"
    r"|info|ie|ca|au|nz|us|eu|media|press|tv|fm|io)\b(?:/[\w/-]*)?|[\w.-]{2,40}@[\w-]{2,40}\.[a-z]{2,6}\b"
    r"|\bwherever you (?:get|find|listen to) (?:your )?podcasts\b"
    r"|\bby (?:calling|texting|e-?mailing)\b"
)
_WATCH = pattern(
    r"(?:WATCH(?: LIVE)?|LISTEN|VIDEO|PHOTOS|GALLERY|Watch|Listen|Video|Photos|Gallery): "
)
SHOUTED = scan(
    r"(?<=[.!?”\"’)…]\s)(?:READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|RELATED): ?(?=\S)",
    at=("READ MORE:", "READ ALSO:", "ALSO READ:", "SEE ALSO:", "RELATED:"),
)
"""The label in capitals of a line of links run into the text."""

ASIDE = scan(
    r"(?<=[.!?…”\"] )(?:Sign up (?:for|to)|Subscribe to|Click (?:here )?to subscribe)\b"
    r"[^.!?\n]{0,140}[.!]",
    at=("sign", "subscribe", "click"),
)
"""A sentence that invites readers to sign up for something."""


def suspects(doc: Document) -> Sequence[Slot]:
    """The slots that open with, end with or contain what such lines have."""
    slots = doc.parsed.slots
    if "click" in doc.words:  # at the end of a line: CLICK HERE
        return slots
    labels = (*SHOUTED.anchors(doc), *ASIDE.anchors(doc))
    return [slots[index] for index in candidates(doc, _OPENINGS, labels)]


def is_whole(text: str, span: Span) -> bool:
    """Whether all of a short paragraph is a pointer to another story or a newsletter."""
    starts = text[span.start : span.start + 5].lower().startswith(_STARTS)
    if not starts and "CLICK HERE" not in text[max(span.start, span.end - 11) : span.end]:
        return False
    if _LINE.fullmatch(text, span) is not None:
        return True
    label = _LABEL.match(text, span)
    if label is not None:
        return _is_title(text[label.end() : span.end])
    return _INVITES.match(text, span) is not None and _POST.search(text, span) is not None


def is_section(text: str, slot: Slot) -> bool:
    """Whether a heading names a section of links and no single story or video."""
    return _SECTION.fullmatch(text, slot.span) is not None


def has_address(text: str, span: Span) -> bool:
    """Whether an invitation gives an address, or says where podcasts are: print needs no link."""
    return _ADDRESS.search(text, span) is not None


def is_own_headline(doc: Document, slot: Slot) -> bool:
    """Whether a line such as “WATCH: Bear takes dip” is the headline of a draft in plain text."""
    slots = doc.parsed.slots
    if slots[0] != slot or len(slots) < 2 or _WATCH.match(doc.text, slot.span) is None:
        return False
    if slots[1].kind not in ("paragraph", "byline", "dateline"):
        return False
    return doc.text[slot.span.start : slot.span.end].count(" ") > 1


def is_open(text: str, slot: Slot) -> bool:
    """Whether a line is a heading or a label without a title, so that links may follow it."""
    if slot.kind == "heading" or text[slot.span.end - 1] == ":":
        return True
    return _LINE.fullmatch(text, slot.span) is not None


def is_pointer(text: str, slot: Slot) -> bool:
    """Whether a line may point to a player, gallery or form above or below it."""
    return is_open(text, slot) or _POINTER.match(text, slot.span) is not None


def labels(doc: Document, slot: Slot) -> Iterator[tuple[int, int]]:
    """The labels in capitals of link lines within a longer paragraph."""
    for match in SHOUTED.finditer(doc, slot.span):
        yield match.start(), match.start() + len(match[0].rstrip())


def asides(doc: Document, slot: Slot) -> Iterator[tuple[int, int]]:
    """Invitations to newsletters and channels that are one sentence of a short paragraph."""
    for match in ASIDE.finditer(doc, slot.span):
        if "to subscribe" in match[0] or _POST.search(match[0]):
            yield match.span()


def _is_title(rest: str) -> bool:
    """Whether the words after a label name a story: a capital, and no full stop at the end."""
    first = rest.lstrip("\"'“‘([")[:1]
    return (first.isupper() or first.isdigit()) and ". " not in rest and not rest.endswith(".”")
