"""Whether an old name is part of the title of a work, or of the name of a house or firm.

“Leaving Kiev” is the title of a book whatever the city is called, and the Kiev Café is
what its owner calls it.
"""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document

_REACH = 90  # code points on either side of a name in which its title is looked for
_RUNNING = ("paragraph", "list-item", "block-quote", "caption", "note", "deck")
_SMALL_WORDS = """a an and at but by for from in into of on or over the to under up with à
de la le der das"""
_SMALL = frozenset(_SMALL_WORDS.split())
_WORKS = (
    r"(?:books?|novels?|memoirs?|novella|films?|movies?|documentary|documentaries|plays?|poems?"
    r"|songs?|singles?|albums?|operas?|musicals?|ballets?|paintings?|exhibitions?|shows?|series|sitcom"
    r"|podcasts?|anthology|biography|autobiography|trilogy|video game|essays?|short story)"
)
_WORK_BEFORE = compiled(rf"\b{_WORKS},? (?:(?:called|titled|entitled|named),? )?$")
_WORK_AFTER = compiled(
    rf"^,? (?:(?:an?|the|his|her|their|by) (?:[\w’'-]+ ){{0,3}}?{_WORKS}"
    rf"|is an? (?:[\w’'-]+ ){{0,2}}?{_WORKS})\b"
)
_IS_WORK = compiled(rf"^ (?:is|was) an? (?:[\w’'-]+ ){{0,2}}?{_WORKS}\b")
_READ = compiled(
    r"\b(?:read|reads|reading|wrote|writes|sang|sings|directed|published|starred in|stars in"
    r"|watched"
    r"|author of|director of|writer of) $"
)
_HOUSE = compiled(
    r"^ (?:Caf[eé]|Restaurant|Bar|Bistro|Bakery|Deli|Hotel|Grill|Kitchen|Diner|Pub|Inn"
    r"|Tea ?[Rr]ooms?"
    r"|Ltd|Inc|LLC|GmbH|Records|Books|Bookshop|Press|Street|Road|Lane|Avenue|Terrace|Mansions|House"
    r"|Lodge|Brewery|Motors|FC|F\.C\.|Quartet|Quintet|Trio|Sextet|Big Band|Jazz"
    r"|[Cc]ameras?|[Cc]utlets?|[Cc]akes?|[Tt]ortes?|[Ll]ens(?:es)?|[Rr]angefinders?|[Vv]odka)\b"
)
_HOUSE_BEFORE = compiled(
    r"\b(?:Hotel|H[oô]tel|Caf[eé]|Kaf[eé]|Restaurant|Ristorante|Bistro|Bar|Club|Cinema|Kino|Villa"
    r"|Pension|Gasthaus|Radio|Dynamo|Dinamo|Arsenal|Sokol|CSKA|Maccabi|chickens? (?:à la )?"
    r"|[Cc]utlets?|escalopes?|tofu|quorn) $"
)
_INSTITUTION = compiled(
    r"^ (?:[A-Z]\w+ )?(?:Ballet|Opera|Philharmonic|Symphony|Orchestra|Chorale?|Choir|Ensemble"
    r"|Theat(?:re|er)|Circus|Zoo|Museum|Gallery|Academy|Conservatory|Conservatoire|University|Institute|School"
    r"|Post|Inquirer|Enquirer|Times|Telegraph|Herald|Gazette|Courier|Tribune|Observer|Review|Star"
    r"|Standard|Sun|Mirror|Express|Journal|News|Club|United|Bank|Group|Holdings|Studios?|Airlines"
    r"|Society|Foundation|Festival|Marathon|Cup|Open)\b"
)
_WORD = compiled(r"[^\s“”\"‘*_]+")


def is_in_work(doc: Document, span: Span) -> bool:
    """Whether the name is part of a title, or of the name of a house, street or firm."""
    slot = doc.slot_at(span.start)
    if slot is None or slot.kind not in _RUNNING:
        return False
    after = doc.text[span.end : min(slot.span.end, span.end + _REACH)]
    if _IS_WORK.match(after) or _HOUSE.match(after) or _HOUSE_BEFORE.search(doc.before(span, 20)):
        return True
    quote = doc.quote_at(span)
    if quote is not None:
        return _is_title(doc[quote.inner])
    before = doc.text[max(slot.span.start, span.start - _REACH) : span.start]
    first, last = _run(before, after)
    words = f"{before[first:]}{doc[span]}{after[:last]}"
    if not _is_title(words):
        return False
    lead, rest = before[:first], after[last:]
    if _WORK_BEFORE.search(lead) or _WORK_AFTER.match(rest):
        return True
    return bool(_READ.search(lead)) or _is_set_apart(doc, span, first - len(before), last)


def may_be_in_name(doc: Document, span: Span) -> bool:
    """Whether the name may be part of that of an institution, which keeps it or has changed it."""
    return _INSTITUTION.match(doc.after(span, 48)) is not None


def _run(before: str, after: str) -> tuple[int, int]:
    """Where the words with capitals around a name begin and end, as offsets of the two texts."""
    first = len(before)
    for match in reversed(list(_WORD.finditer(before))):
        if not before[match.end() : first].isspace() and match.end() != first:
            break
        word = match[0]
        if word[-1] in ",.;:!?)(" or not (word[0].isupper() or word in _SMALL):
            break
        first = match.start()
    while first < len(before) and not before[first].isupper():  # it begins with a capital
        first = before.find(" ", first) + 1 or len(before)
    last = 0
    for match in _WORD.finditer(after):
        word = match[0].rstrip(",.;:!?)")
        if not after[last : match.start()].isspace() or not (word[:1].isupper() or word in _SMALL):
            break
        if word[:1].isupper():
            last = match.start() + len(word)
        if word != match[0]:
            break
    return first, last


def _is_title(words: str) -> bool:
    """Whether a few words have capitals as titles have, and do not end a sentence."""
    found = words.strip(" ,").split()
    if not 2 <= len(found) <= 10 or words.rstrip()[-1:] in ".;:":
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in found)


def _is_set_apart(doc: Document, span: Span, before: int, after: int) -> bool:
    """Whether the words are in italics in the file."""
    start, end = doc.to_source(Span(span.start + before, span.end + after))
    source = doc.source
    opens, closes = source[max(0, start - 60) : start], source[end : end + 6]
    if opens.endswith(("*", "_")):
        return closes[:1] == opens[-1:]
    tag = opens.rpartition("<")[2]
    return (
        opens.endswith(">")
        and tag[:3].rstrip("> ") in ("i", "em", "cit")
        and closes.startswith("</")
    )
