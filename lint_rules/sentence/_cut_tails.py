"""How a sentence ends that was cut off and given a full stop: “The council voted to.”"""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.prose import words

_FEWEST = 4  # spaces of a sentence that ends with a preposition or an auxiliary, at least
NEVER_LAST = words(
    "the a an and or but because although their its my our your whose than nor if during between "
    "among unless which including despite every per very according until whether"
)
"""No sentence of news ends with these."""

# What lets a preposition or an auxiliary end a sentence: what they paid for; as it was.
_LOOSE = pattern(
    r"\b(?:what|who|whom|whose|which|that|where|how|why|whether|when|while|if|as|than|so|though"
    r"|although"
    r"|unless|until|because|but|nothing|anything|something|everything|someone|no one|nobody|anyone"
    r"|not|never|neither|either|too|hard|easy|difficult|impossible|enough|worth|they|we|you|I"
    r"|he|she|it"
    r"|\w+n[’']t)\b|[:;–—?!“”\"()]|[’'](?:d|ve|re|ll|m)\b|\bto (?!the\b|an?\b|his\b|her\b|its\b"
    r"|their\b|this\b|our\b)[a-z]+|\b(?:already|yet|likely|there|course|everyone|had to|ready)\b"
)
# No word that joins a clause before “he”, so that this begins one that leans on a noun.
_NO_JOINT = (
    r"(?<!\bwhen)(?<!\bwhile)(?<!\bafter)(?<!\bbefore)(?<!\bthat)(?<!\bbut)(?<!\band)(?<!\bas)"
    r"(?<!\bbecause)"
)
# The same for what needs a noun after its preposition.
HELD = pattern(
    r"\b(?:what|who|whom|whose|which|that|where|how|than|nothing|anything|something|everything"
    r"|[Tt]here"
    rf"|easy|hard|difficult|impossible|they|we|you|I|[a-z]{{3,}}{_NO_JOINT} (?:he|she)"
    r"|to (?!the\b|an?\b|his\b|her\b|its\b|their\b|this\b|our\b)[a-z]+)\b|[:;–—?!“”\"()]"
)
"""What lets a sentence end with a word that needs a noun after it."""
_SAYING_THAT = pattern(
    r"\b(?:said|says|say|added|announced|warned|argued|claimed|confirmed|insisted|told \w+"
    r"|believes?"
    r"|reported|noted)(?: that)?(?: (?:he|she|it|they|we)\b)?"
)
# What was injected with; the only seat the party has; How late it is; only a third were.
_RELATIVE = pattern(
    r"[a-z](?:ed|n) \Z"
    r"|[a-z]{3,} (?:the|these|some|most|many|good|[A-Z]\w+) [a-z]+ (?:[a-z]+ ){0,2}\Z"
    r"|[a-z]{3,} (?:an?|any) [a-z]+ (?:might|could|would|will|can|should|may|must) \Z"
    rf"|{_NO_JOINT} (?:he|she|it) [a-z]+ \Z"
    r"|\A(?:How|What)\b|\b(?:meant|only|percent|some|many|most|few|others?)\b"
)
_MEANT = pattern(
    r"\bfor \w+ to\Z|\bto have\Z|\b(?:at|their|his|her|its|political|popular|own|free|good|ill"
    r"|negotiated) will\Z"
    r"|\b(?:wait(?:ed|ing)|longing|dreaming|hop(?:ed|ing)|look(?:ed|ing)|full|adhered|beginning"
    r"|begun|unheard|run|gone|stands?|allowed) (?:for|of|to|by)\Z|\b(?:only"
    r"|on average) [^.]* were\Z|\bin for\Z"
)
_OF = pattern(
    r"\b(?:(?:the|a|an|his|her|its|their|this|any) (?:[a-z-]+ )?(?:number|part|member|members"
    r"|group|end"
    r"|beginning|start|middle|result|cost|costs|price|list|series|loss|head|president|director"
    r"|chairman|chairwoman|chair|chief|mayor|governor|secretary|minister|amount|use|case|city"
    r"|town|state|village|department|ministry|university|board|council|house|court|bank|threat"
    r"|risk|death|deaths|arrest|murder|killing|lives|rest|majority|minority|percentage|share"
    r"|front|side|edge|top|bottom|south|north|east|west|south-east|outskirts|streets|future"
    r"|history|level|levels|rate|rates|range|variety|wave|string|period|couple|pair|handful"
    r"|fraction|rise|sale|purchase|closure|opening|construction|size|value|owner|owners|author"
    r"|founder|leader|leaders|people|victims?|residents|kind|sort|type|form|way|day|days|night"
    r"|morning|week|month|year|years|quality|safety|impact|effects?|importance|role|status|name"
    r"|names|image|photo|copy|version|draft|terms|wake|absence|presence|hands|face|heart"
    r"|process|method|means|piece|pieces|set|team|crew|army|force|forces|coast|shores?)"
    r"|because|instead|ahead|regardless|dozens|hundreds|thousands|millions|some|most|many|half|all"
    r"|in front|on behalf|as part|consists?|consisting|composed) of\.?\Z"
)
_TO = pattern(
    r"\b(?:according|due|thanks|prior|owing|compared|in order|close|next|in addition|in response"
    r"|similar|contrary|relative|subject|likely|unlikely|scheduled|set|voted|(?<!\b(?:was|were"
    r"|been|be) )agreed|decided|vowed"
    r"|pledged|promised|threatened|plans|planned|plan|seeks|sought|aims|aimed|failed|continues?"
    r"|continued|began|begun|begins|moved|managed|proposed|attempted|tends?|chose|intends?"
    r"|intended"
    r"|returned|attempts?|decision|efforts?|response|answer|threat|ready|due|led|leads"
    r"|amounts?|amounted|rose|fell|million|percent) to\.?\Z"
)
_AFTER_VERB = pattern(
    r"\b(?:(?:was|were|been|is|are|be|being) (?:\w+ly )?(?:held|killed|found|arrested|born|opened"
    r"|published|announced|scheduled|located|founded|released|seen|injured|elected|expected"
    r"|discovered|reported|charged|buried|hit|struck|shot|stabbed|approved|launched|signed|first)"
    r" (?:in|on|at|by|with|from|for|into)"
    r"|(?:(?!passed)[a-z]{2,}ed|written|made|led|held|won|given|sent|taken|built|paid|sold|known|seen|shot"
    r"|struck|hit|driven|chosen|drawn) by"
    r"|(?:arrived|returned|suffers?|suffered|differs?|escaped|benefit(?:s|ed)?|emerged"
    r"|resigned|retired|withdrew|removed|released|banned|excluded|far|apart|aside|ranging|away"
    r"|stems?|stemmed|evacuated|stolen|rescued) from"
    r"|(?:together|along|charged|met|meets|meeting|agrees?|agreed|working|works?|worked|associated"
    r"|filled|covered|consistent|connection|talks|deal|contract|relations|partnership|war"
    r"|problems?"
    r"|speaking|spoke|speaks) with"
    r"|(?:responsible|reason|reasons|blame[ds]?|charged|except|demand|support|money|need"
    r"|budget|funding|prison|years|known|search|calls|bill|case) for"
    r"|(?:divided|turned|transformed|converted|entered|crashed|ran|fell|investigation|inquiry"
    r"|translated"
    r"|poured) into"
    r"|(?:aged|arrived|aimed|estimated|valued|while|especially|least) at"
    r"|(?:percent|members|people|residents|children|men|women|homes|schools|houses|prices|sales"
    r"|rise"
    r"|increase|fall|drop|cut|decline|reduction|change|interest) (?:in|of)"
    r"|(?:ban|tax|taxes|impact|effect|report|ruling|attack|attacks|debate|decision|emphasis|focus"
    r"|pressure|information|vote|limits?|restrictions?) on)\.?\Z"
)
_SAID_THAT = pattern(
    r"\b(?:added|announced|reported|warned|argued|claimed|confirmed|insisted|noted|explained"
    r"|stressed"
    r"|declared|alleged|estimated|acknowledged|told (?:reporters|journalists|the \w+)"
    r"|ruled|pointed out|the fact|the claim|the news|the idea) that\.?\Z"
)
_NAMED_ADJECTIVES = words(
    "new large small big huge larger smaller bigger similar serious important recent former "
    "entire "
    "massive tiny different separate growing rising long short longer shorter strong stronger "
    "weak "
    "heavy heavier sharp steep steady quick slow sudden possible likely proposed planned "
    "annual temporary permanent federal political economic financial legal historic "
    "significant previous fresh additional extra vast wide broad nearby old older "
    "ongoing largest biggest latest newly"
)
_NEW = pattern(rf"\b(?:a|an|its|their|his|her|our) (?:{'|'.join(sorted(_NAMED_ADJECTIVES))})\Z")
_PREPOSITIONS = words("in on at by with from for into of to")
_ALONE = words("of to with from for into at by is are was were has have had will would could must")
_AUXILIARIES = words("is are was were has have had will would could must")
_LONG = 6  # spaces of a sentence that ends with an auxiliary, at least
_ADJECTIVES = frozenset(_NAMED_ADJECTIVES)
# What a few more words must follow to be the last before a stop that cuts a sentence off. No
# sentence ends so: because they; people who; such as. Others end so seldom: and his; years in.
_SURELY = {
    **dict.fromkeys(
        ("he", "she", "they", "we"),
        pattern(
            r"\b(?:whether|because|although|though|unless|until|which|if|who|where|(?:said|says|say"
            r"|added|warned|argued|claimed|believes?|thinks?|hopes?|so) that) \w+\Z"
        ),
    ),
    "who": pattern(
        r"\b(?:people|those|anyone|someone|everyone|men|women|children|patients|students|residents"
        r"|workers|voters|victims|families|officers|migrants|players|customers|drivers|soldiers|man"
        r"|woman|boy|girl|person|candidates|members|employees|teachers|parents) who\Z"
    ),
    "as": pattern(r"(?:\bsuch|\bas (?:well|soon|long|far|many|much)) as\Z"),
    "where": pattern(
        r"\b(?:town|city|village|place|area|country|house|school|hospital|room|street|site|region"
        r"|hotel|church|building|home|park|station|prison|court|island|district) where\Z"
    ),
    "for": pattern(r"\bit (?:hard|harder|easy|easier|difficult|impossible|possible) for\Z"),
    "a": pattern(r"\b(?!\w*[A-Z])[a-z]{2,} a\Z"),
}
_SELDOM = {
    "his": pattern(r"\b(?:and|but|with|by|after|on|at|for|to|because|while|when|that) his\Z"),
    "in": pattern(r"\b(?:years|months|days|weeks) in\Z"),
    "by": pattern(
        r"\b(?:re-?open|open|finish|finished|complete|completed|ready|done|due|delivered|arrive|end"
        r"|grow|grew|grown|rise|rose|risen|fall|fell|fallen|drop|dropped|increased?|cut|reduced?|up"
        r"|down|owned|led|written|made|built) by\Z"
    ),
    "without": pattern(r"\b(?:homes|people|thousands|residents|customers|families|them) without\Z"),
    "against": pattern(
        r"\b(?:season|game|match|won|lost|played|fought|lawsuit|suit|charges|protest(?:ed|s)?"
        r"|evidence|allegations|win|victory|defeat|campaign|war|goals?|threats?|sanctions"
        r"|violence|discrimination) against\Z"
    ),
    "on": pattern(r"\b(?:spen[dt]s?|spending) (?:[$£€]?[\d.,]+ (?:[mb]illion )?)on\Z"),
    "be": pattern(r"\b(?:expected|set|due|likely|scheduled|believed|thought|reported) to be\Z"),
    "that": pattern(
        r"\b(?:restaurants|people|those|companies|firms|businesses|rules|laws|plans|projects"
        r"|schools|countries|states|homes|products) that\Z"
    ),
}
_GIVING = pattern(
    r"\b(?:tell|tells|told|give|gives|gave|given|show|showed|teach|taught|ask|asked)\b"
)
_HERS = pattern(r"\b(?:her|hers|mine|my|your|our|their|theirs|own|friends?|like|than|not|was|is)\b")
LAST = (
    NEVER_LAST | _PREPOSITIONS | _ALONE | _ADJECTIVES | {"that"} | _SURELY.keys() | _SELDOM.keys()
)
"""The last words of sentences that are looked at."""


def is_cut(text: str, last: str) -> str:
    """Whether a sentence was cut off before its stop.

    Args:
        text: the sentence, with its stop.
        last: its last word, one of ``LAST``.

    Returns:
        "surely", "perhaps", or "" if it was not, or nobody can tell.
    """
    if last in NEVER_LAST:
        return "surely"
    text = text.removesuffix(".")
    if last in _SURELY and _SURELY[last].search(text) and not _is_held(text, last):
        return "surely"
    if last in _ADJECTIVES:
        return "surely" if _NEW.search(text) else ""
    if last == "that" and _SAID_THAT.search(text):
        return "surely"
    if last in _SELDOM and _SELDOM[last].search(text) and not _is_held(text, last):
        return "perhaps"
    if last not in _PREPOSITIONS and last not in _ALONE:
        return ""
    frame = _frame(text, last)
    if frame and not HELD.search(_own_clause(text[:frame])):
        if last in ("of", "to"):
            return "surely"
        return "" if text[:frame].rstrip().endswith(" to") else "perhaps"  # no easier to deal with
    head = text[: -len(last)]
    if last not in _ALONE or text.count(" ") < _FEWEST or _MEANT.search(text):
        return ""
    clause = _own_clause(head) if last in _PREPOSITIONS else head
    if last in _AUXILIARIES and text.count(" ") < _LONG:
        return ""  # It won’t last. The need for it will.
    return "" if _LOOSE.search(clause) or _RELATIVE.search(head) else "perhaps"


def _is_held(text: str, last: str) -> bool:
    """Whether something before lets a sentence end with that word: what it was known as."""
    if text.count(" ") < _FEWEST:
        return True
    if last == "his":
        return _HERS.search(text) is not None
    if last == "that":
        return _GIVING.search(text) is not None
    if last in ("he", "she", "they", "we", "who", "a", "as", "where"):
        return text[-1 - len(last) - 1 :][:1] in '“"'
    if last in ("for", "in"):
        return False
    return HELD.search(_own_clause(text).removesuffix(f" {last}")) is not None


def _own_clause(text: str) -> str:
    """What comes after the last “said that” or “said he”."""
    start = max((match.end() for match in _SAYING_THAT.finditer(text)), default=0)
    return text[start:]


def _frame(text: str, last: str) -> int:
    """Where a word that needs its preposition begins, if the text ends with both; 0 if not."""
    if last not in _PREPOSITIONS:
        return 0
    special = {"of": _OF, "to": _TO}.get(last)
    found = (special and special.search(text)) or _AFTER_VERB.search(text)
    return found.start() if found else 0
