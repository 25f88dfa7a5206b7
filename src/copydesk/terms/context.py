"""Whether an old name is right where it is: in history, or in a longer name.

Bombay is Mumbai now; but “in 1947, Bombay …”, “Mumbai, formerly Bombay”, the
Bombay High Court and Odessa, Texas, are right. This is true of English, not of
one place, so it is decided here and not in every entry; entries opt in with
``history`` and ``names``.
"""

from __future__ import annotations

from functools import lru_cache

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.findings import Span

_AROUND = 300  # characters on either side, in the same paragraph, in which a year counts
_SPELLINGS_FROM = 1992  # new spellings are used for any time since then
_YEAR = compiled(r"(?<![\d.,$£€])1[0-9]\d\d(?![\d%]|[.,]\d)|(?<![\d.,$£€])20\d\d(?![\d%]|[.,]\d)")
_PAST = compiled(
    r"\b(?:century|centuries|formerly|renam(?:e[ds]?|ing)|coloni\w+|colony|colonies|wartime|"
    r"medieval|ancient|historic|historical|historically|Soviet|Soviets|apartheid|Raj|empire|"
    r"Empire|Nazis?|imperial|Imperial|World War|(?:first|second) world war|war-era|"
    r"chang(?:e[ds]?|ing) (?:its|the|their) name|name[- ]chang(?:es?|ing)|old names?|"
    r"used to be|previously|independence|nicknamed|nostalgi\w+|childhood|spell\w*|pronounced|"
    r"misnamed|obsolete|now called|now known|at the time|in those days|decades ago)\b"
)
_BEFORE = compiled(
    r"(?:\b(?:former|then|once|called|named|known as|as|or|names?|old|ex|was|becomes?|became|"
    r"what was|also|aka|word|term|title|[Bb]orn in|[Rr]aised in|up in|educated in|[Mm]y|Mr|Mrs|"
    r"Ms|Dr|Miss)[,:]?|[(/–—“\"‘'@#&-])\s*(?:the\s+)?[“\"‘'(]?$"
)
_AFTER = compiled(
    r"^(?:[”\")/]|['’](?!s\b)|\s+\(|-born\b|,?\s+(?:is|was|were|became|has been|had been) "
    r"(?:now |then |officially )?(?:renamed|called|known|named)|"
    r",?\s+(?:became|as|now|or|then|today)\b|,?\s+present-day|, which (?:is|was) (?:now|then))"
)
# Places and rulers of the past: next to them an old name is right.
_BYGONE = compiled(
    r"\b(?:Constantinople|Leningrad|Stalingrad|Danzig|Rhodesia|Upper Volta|Abyssinia|Königsberg|"
    r"Breslau|Smyrna|Christiania|Batavia|Léopoldville|Leopoldville|Tanganyika|Dahomey)\b"
)
_OLDER = compiled(
    r"\b(?:Saigon|Burma|Bombay|Calcutta|Madras|Peking|Canton|Ceylon|Persia|Siam|Formosa|Zaire|"
    r"Prussia|Yugoslavia|Czechoslovakia|Soviet Union|Soviet Communist Party|USSR|Gorbachev|"
    r"Brezhnev|Khrushchev|Stalin|Lenin|Andropov|[Tt]sars?|[Cc]zars?)\b"
)
_NAME_BEFORE = compiled(
    r"(?:^|[\s(“\"‘'/])([A-Z][\w’'.]*|&|\d+)(?:\s+(?:of|de|du|da|y|upon)(?:\s+the)?)?\s+$"
)
_NAME_AFTER = compiled(
    r"^(?:\s+(?:[A-Z]\w|&|(?:airport|university|college|port|railway|club|style|constituency)\b)|-[A-Z])"
)
_OPENER_WORDS = """In To From Near At And But Verdict Around Outside Inside Into Through Throughout
Over On For By Of Off After Before Since While When Where As The A An This That Today Yesterday Now
Later Meanwhile Elsewhere Also Once With Without Between Against Via Toward Towards Both About Along
Beyond Under Until Its His Her Their Our If Though Although Because So Or Eastern Western Northern
Southern Central East West North South Indian Ukrainian Chinese Russian"""
OPENERS = frozenset(_OPENER_WORDS.split())
_ELSEWHERE = compiled(
    r"^,\s+(?:(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|"
    r"Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|"
    r"Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|Ohio|Oklahoma|"
    r"Oregon|Pennsylvania|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|"
    r"Ontario|Manitoba|Saskatchewan|Alberta|Quebec|Tasmania|Queensland|Victoria|England|Scotland|"
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Ont|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo|OH|OR|TX|NY|NJ|MO|FL|MN|WA|DE)\b|"
    r"(?:New|North|South|West|British|Nova) [A-Z]|[NSW]\.[A-Z]|N\.? ?[YJHMCD]\b)"
)


def is_history(doc: Document, span: Span, kind: str, since: str) -> bool:
    """Whether an old name is right because the copy is about the past.

    It is right near other names of the past, near a year before the change, in a
    sentence with a word for the past, and if the copy mentions it as an old name
    (“formerly Bombay”, “Bombay (now Mumbai)”). The year of the change is taken to
    be 1992, or for ``name`` that of ``since`` if it is later.

    Args:
        doc: the draft.
        span: the name.
        kind: ``name``: the place was renamed; ``spelling``: only the spelling changed;
            ``story``: it was renamed so long ago that an earlier year anywhere in the
            story is enough, or a word for the past in a wider area; ``year``: only an
            earlier year nearby is enough. Other names of the past count for every kind.
        since: the ISO date from which the new name is used; may be empty.
    """
    text = doc.text
    slot = doc.slot_at(span.start)
    first, last = slot.span if slot else (0, len(text))
    if _is_among_old(text, span, first, last):
        return True
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
    if kind != "year" and (_BEFORE.search(before) or _AFTER.match(after)):
        return True
    limit = _SPELLINGS_FROM
    if kind == "name" and since:
        limit = max(limit, int(since[:4]))
    if kind == "story":
        if _first_year(text) < limit:
            return True
        first, last = max(first, span.start - 4 * _AROUND), min(last, span.end + 4 * _AROUND)
        return _PAST.search(text, first, last) is not None
    start, end = max(first, span.start - _AROUND), min(last, span.end + _AROUND)
    if kind == "year" or _has_year(text, start, end, limit):
        return _has_year(text, start, end, limit)
    sentence = doc.sentence_at(span.start)
    if sentence is not None:
        start, end = max(start, sentence.start), min(end, sentence.end)
    return _PAST.search(text, start, end) is not None


def _is_among_old(text: str, span: Span, first: int, last: int) -> bool:
    """Whether names of the past are near: one such as Leningrad, or two such as Burma."""
    start, end = max(first, span.start - _AROUND), min(last, span.end + _AROUND)
    own = text[span.start : span.end].lower()
    if any(match[0].lower() not in own for match in _BYGONE.finditer(text, start, end)):
        return True
    older = {match[0].lower() for match in _OLDER.finditer(text, start, end)}
    return sum(name not in own for name in older) > 1


@lru_cache(maxsize=2)
def _first_year(text: str) -> int:
    """The earliest year in a text; cached, because a draft may have many old names."""
    return min((int(match[0]) for match in _YEAR.finditer(text)), default=9999)


def _has_year(text: str, start: int, end: int, limit: int) -> bool:
    """Whether there is a year before ``limit`` between two offsets of the text."""
    return any(int(match[0]) < limit for match in _YEAR.finditer(text, start, end))


def is_in_name(doc: Document, span: Span) -> bool:
    """Whether the name is part of a longer one, or that of another place.

    It is if a capitalised word that does not just open a sentence is next to it
    (Bombay High Court, University of Madras), or if a state or province follows
    (Odessa, Texas).
    """
    after = doc.text[span.end : span.end + 40]
    if _NAME_AFTER.match(after) or _ELSEWHERE.match(after):
        return True
    slot = doc.slot_at(span.start)
    first = max(slot.span.start if slot else 0, span.start - 60)
    before = _NAME_BEFORE.search(doc.text[first : span.start])
    return before is not None and before[1] not in OPENERS
