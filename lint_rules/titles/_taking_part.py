"""Whether somebody takes part in the day's news: as its subject, or as one who is met or heard."""

from __future__ import annotations

from copydesk import Document, pattern
from lint_rules._shared.dates import WEEKDAY
from lint_rules.titles import _time_reference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lint_rules.titles._mention import Mention  # not needed at run time

_DAY = (
    rf"(?:(?:late |early )?(?:on )?{WEEKDAY}(?! in [A-Z])(?: (?:morning|afternoon|evening|night))?"
    r"|today|tonight|tomorrow|yesterday|recently|over the weekend|last (?:night|week)"
    r"|(?:earlier )?this (?:week|morning|afternoon|evening|weekend))"
)
_ASIDE = (
    r"(?:,[^,.;\n]{1,60},|, [DRI]-[\p{L}. ]{2,9},| \([^()\n]{1,40}\)"
    r"| and (?:his|her|two|three|four|several|other) [\p{L} ]{2,30}?)?[ \u00a0]"
    rf"(?:(?:{_DAY}|also|again|later|now|then|himself|herself|(?:[\p{{Ll}}]+ly)),?[ \u00a0])*"
)
_IRREGULAR = (
    "said|did|told|met|spoke|held|made|gave|took|left|went|came|sent|put|set|cut|laid|paid|spent|sought"
    "|stood|drew|hit|let|flew|wrote|broke|began|became|won|lost|led|sat|sang|swore|threw|rode|drove"
    "|ran|saw|heard|felt|kept|brought|bought|sold|taught|fought|caught|thought|chose|rose|fell|read"
    "|shook|wore|ate|drank|hosted|withdrew|undertook|forgave|forgot|found|got|knelt|lit|meant|quit"
    "|shot|slept|struck|swam|understood|woke|overrode|oversaw"
)
_NO_ACT = r"named|called(?! (?:for|on|off|the|it|a))|dubbed|buried|killed"
_PAST = rf"(?:{_IRREGULAR}|(?!(?:{_NO_ACT})\b)\p{{Ll}}{{2,}}ed)"
_NOW = (
    r"(?:will|is (?:to|back|in|on|at|due|set|expected|scheduled|ready|likely|not|\p{Ll}+ing)"
    r"|was (?:in|on|at|due|set|expected|scheduled|asked|questioned|seen|back|taken to|rushed to"
    r"|flown to|admitted to|discharged|released from|arrested|detained|hospitali[sz]ed)|plans|hopes"
    r"|wants|expects|says|tells|warns|urges|vows|insists|believes|thinks|predicts|argues"
    r"|faces|backs|opposes|supports|denies"
    r"|rejects|proposes|seeks|promises|demands|refuses|agrees|has (?:said|told|been|\p{Ll}{2,}ed))"
)
_COMES = r"flies|arrives|meets|travels|returns|visits|leaves|begins|starts|holds|hosts|opens"
_PAST = rf"(?:{_PAST}|{_COMES})"
_DOES = pattern(rf"{_ASIDE}(?:{_PAST})\b")
_DATED = pattern(
    rf"(?:{_ASIDE})(?:(?:{_PAST}|{_NOW})\b[^,.;:\n]{{0,70}}\b{_DAY}\b)"
    rf"|[ \u00a0]{_DAY}[ \u00a0](?:{_PAST}|{_NOW})\b"
)
_DATED_BEFORE = pattern(rf"\b(?i:{_DAY}),[ \u00a0](?:the[ \u00a0])?\Z")
_DOES_NOW = pattern(rf"{_ASIDE}{_NOW}\b")
_WHO_TODAY = pattern(rf",[ \u00a0]who[ \u00a0](?:{_PAST}|{_NOW})\b[^,.;:\n]{{0,90}}\b{_DAY}\b")
_TODAY = pattern(rf"\b(?i:{_DAY})\b(?!['’]s)")
# Before a name: the one named is spoken to, heard, or met.
_MET = pattern(
    r"(?i)\b(?:met|meets|consulted|questioned|interviewed|received|welcomed|greeted|joined|phoned"
    r"|telephoned|hosted|briefed|arrested|detained|booed|heckled|summoned|interrogated"
    r"|(?:briefed|led|interviewed|joined|chaired|received|welcomed|greeted|hosted|flanked"
    r"|accompanied|addressed)(?: [\p{L}]+){0,3} by"
    r"|(?:meetings?|met|meets|talks|spoke|lunch|dinner|breakfast|conversations?|interviews?|talked)"
    rf"(?: {_DAY})? with|presence of)[ \u00a0](?:the[ \u00a0])?\Z"
)
# Before a name: who did it, or to whom, on a day named: “unveiled on Saturday by”.
_ON_DAY = pattern(
    rf"\b(?:(?:\p{{Ll}}{{2,}}ed|heard (?:evidence|testimony)|given|led|begun|seen|shown) {_DAY}"
    rf" (?:by|to|from|alongside)|{_DAY} (?:included|was|were|came from))[ \u00a0]"
    r"(?:the[ \u00a0])?\Z"
)
_BY = pattern(
    r"\b(?:signed|opened|unveiled|launched|chaired|addressed|announced|attended) by[ \u00a0]"
    r"(?:the[ \u00a0])?\Z"
)
_AT_ON = pattern(
    rf"(?: (?:at|in|during|after|before) [\p{{L}}’' ]{{3,40}})? (?:late |early )?on {WEEKDAY}\b"
)
_AFTER = pattern(rf"\b{_DAY} after[ \u00a0](?:the[ \u00a0])?\Z")  # “rose on Monday after X said”
_STATEMENT = pattern(r"(?i)\b(?:(?:phone )?call|statement|speech) (?:from|by)[ \u00a0]\Z")
_SAYS_NOW = pattern(
    r"[,”\"’][ \u00a0](?:believes|says|predicts|insists|warns|reckons|thinks|hopes|vows|argues"
    r"|suggests|answers|claims)[ \u00a0](?:the[ \u00a0])?\Z"
)
_SAID = pattern(
    r"[,”\"’?!][ \u00a0](?:said|answered|replied|added|noted|argued|pleaded|boasted|warned|insisted"
    r"|asked|wrote|declared|announced)[ \u00a0](?:the[ \u00a0])?\Z"
)
_BOUND = pattern(
    r"(?i)\b(?:of|by|to|for|with|from|between|than|like|as|against|over|under|after|since|about|behind"
    r"|named|called|or|on|at|in)[ \u00a0](?:the[ \u00a0])?\Z"
)
_CLAUSE = pattern(
    r"(?i)\b(?:that|how|why|when|before|because|where|if|whether|which|whom|until|what|once"
    r"|who)[ \u00a0](?:the[ \u00a0])?\Z"
)
_OWNER = pattern(r"\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+)?['’]s?[ \u00a0]\Z")
_BACK = 60  # code points before a name


def is_in_news(doc: Document, one: Mention) -> bool:
    """Whether the sentence reports the day, with the one named as subject, or met or heard."""
    text, before = doc.text, _before(doc.text, one)
    today = _TODAY.search(text, _time_reference.around(doc, one.name)) is not None
    if _SAYS_NOW.search(text, before) or _STATEMENT.search(text, before):
        return True
    if today and (_MET.search(text, before) or _SAID.search(text, before)):
        return True
    rests = [(end, len(text)) for end in ends_of(text, one)]
    if any(_WHO_TODAY.match(text, rest) for rest in rests):
        return True
    if _AFTER.search(text, before) and any(_DOES.match(text, rest) for rest in rests):
        return True
    if _acts_on_day(text, one):
        return True
    if _BOUND.search(text, before) is not None:
        return False
    if any(_DOES_NOW.match(text, rest) for rest in rests):
        return True
    if not today or _CLAUSE.search(text, before) is not None:
        return False
    return any(_DOES.match(text, rest) for rest in rests)


def is_dated(doc: Document, one: Mention) -> bool:
    """Whether the day stands with the verb of the one named: “told reporters on Tuesday”."""
    text, before = doc.text, _before(doc.text, one)
    if _acts_on_day(text, one):
        return True
    if _BOUND.search(text, before) or _CLAUSE.search(text, before):
        return False
    rests = [(end, len(text)) for end in ends_of(text, one)]
    if any(_DATED.match(text, rest) for rest in rests):
        return True
    return _DATED_BEFORE.search(text, before) is not None and any(
        _DOES.match(text, rest) or _DOES_NOW.match(text, rest) for rest in rests
    )


def _acts_on_day(text: str, one: Mention) -> bool:
    """Whether it was done by, or to, the one named on a day: “opened on Saturday by X”."""
    before = _before(text, one)
    if _ON_DAY.search(text, before) is not None:
        return True
    rests = ((end, len(text)) for end in ends_of(text, one))
    by = _BY.search(text, before) is not None
    return by and any(_AT_ON.match(text, rest) is not None for rest in rests)


def _before(text: str, one: Mention) -> tuple[int, int]:
    """What leads up to title and name, without “Chile’s”."""
    start = min(one.span.start, one.name.start)
    owner = _OWNER.search(text, (max(0, start - _BACK), start))
    start = owner.start() if owner is not None else start
    return max(0, start - _BACK), start


def ends_of(text: str, one: Mention) -> list[int]:
    """Where a verb may follow title and name: behind them, and behind a comma that closes them."""
    closes = (one.comma or one.after) and text.startswith(", ", one.end)
    return [one.end, *([one.end + 1] if closes else [])]
