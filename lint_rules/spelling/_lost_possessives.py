"""Possessives that have lost their apostrophe."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, Scan, Span, pattern, scan
from lint_rules._shared.names import kinds
from lint_rules._shared.prose import words
from lint_rules.spelling._lost_apostrophes import Slip, is_name
from lint_rules.spelling._parts_of_days import TIMES, is_every

_IN_Y = words(
    "city county party company family army industry university community agency democracy economy "
    "society ministry secretary deputy lady baby body country treasury judiciary navy academy "
    "authority charity colony committee century policy majority minority property embassy factory "
    "library gallery daddy mommy mummy buddy daily facility celebrity assembly battery enemy "
    "nobody everybody somebody anybody territory galaxy melody ally study story sky spy lorry "
    "ferry"
)
NEVER_PLURAL: dict[str, str] = {
    f"{one}s": f"{one}'s" for one in _IN_Y if one[-1] == "y"
} | {
    f"{one}s": f"{one}'s"
    for one in words("men women children today yesterday tonight child woman everyone someone "
        "anyone else "
        "wife")
}  # fmt: skip
"""Words that are no plurals, and what they are: the men's team, today's paper, the city's mayor."""

_OWNERS = words(
    "boys girls students teens children parents bills sisters lovers individuals mayors "
    "presidents governors senators ministers premiers chancellors chairmans sheriffs judges kings "
    "queens princes popes drivers victims suspects defendants authors owners pilots managers "
    "directors teams clubs governments courts councils boards commissions departments banks "
    "nations towns villages planets museums airports airlines firms groups leagues films movies "
    "singers artists actors actresses writers mothers fathers sons daughters husbands brothers "
    "sisters mans cars ships planes trains bridges buildings dogs cats neighbors neighbours "
    "prosecutors plaintiffs candidates lawmakers hospitals gunmans shooters killers attackers "
    "robbers couples speakers commissioners manufacturers automakers retailers startups campaigns "
    "administrations pontiffs monarchs emperors bands states regions provinces districts islands "
    "worlds rivers colleges"
)
"""Plurals that are rarely right before any of the words that are owned."""
_NO_OWNERS = words(
    "elections benefits claims records permits taxes ethics veterans teachers workers sports news "
    "politics means series species years months weeks days hours minutes events conditions "
    "services sales results operations communications ladies arms goods ones others times things "
    "kids ways lots plenty savings earnings admissions appeals careers drugs foods jobs homes "
    "human visitors seniors as was has does its this is"
)
# What is owned and is never a verb, after any owner.
_SAFE = words(
    "office car wife husband mother father son daughter brother sister family widow body lawyer "
    "attorney spokesman spokeswoman spokesperson resignation arrival departure economy population "
    "refusal failure ability abilities headquarters website interior roof verdict wishes tenure "
    "reputation stance whereabouts identity nomination cabinet profits apartment bedroom house "
    "mayor founder owner girlfriend boyfriend legacy inauguration presidency hometown birthday "
    "funeral grave remarks willingness citizenship backyard porch childhood vehicle truck laptop "
    "grandmother grandfather uncle aunt cousin nephew niece wallet purse passport knee ankle "
    "wrist throat skull torso mouth nose neck leg album novel memoir biography screenplay bedside "
    "grandson principal boss dog cat"
)
_WIDE = words(
    "parents lawyers attorneys supporters allies opponents critics aides shareholders founders "
    "owners relatives own home death future decision decisions announcement proposal proposals "
    "statement statements comments speech performance capital history effort efforts agenda "
    "residents citizens engine life career lives health desk coach sponsor chief families ruling "
    "rulings argument success safety finances age administration employees revenue revenues "
    "earnings largest biggest oldest youngest tallest highest longest richest poorest smallest "
    "busiest former main phone entrance surface climate borders policy policies leadership leader "
    "leaders debut win loss defeat victory base brand customers investors members staff budget "
    "response role name friend friends colleague colleagues heart mind hands eyes voice money job "
    "story plan plans campaign project testimony conviction sentence trial arrest interview "
    "support view views approach claim claims promise pledge request order orders visit tour book "
    "technology technologies expectations rivals products performance popularity strategy offices "
    "presence existence importance surroundings reaction workforce workers rules constitution "
    "website portfolio finances debts assets operations headquarters infrastructure premises "
    "grants chairman chairwoman treasurer secretary spokesmen executives bosses subsidiary "
    "subsidiaries stadium ground roster lineup goalkeeper captain striker quarterback pitchers "
    "treatment involvement participation intentions motives actions behavior behaviour "
    "achievements accomplishments origins roots culture identity values priorities growth "
    "expansion success failures shortcomings weaknesses strengths advantages drawbacks crew "
    "passengers contents whereabouts wings tail tires hull deck"
)
_MAY_BE_VERBS = words(
    "own name plan plans win staff voice phone budget budgets role job base brand comments age "
    "home support view views claim claims promise pledge request order orders visit tour book "
    "project money side former main future response story engine lives sentence trial interview "
    "debut only rules grants ground tail tires deck crew captain captains secretary secretaries "
    "arrest capital victory defeat largest biggest members leaders sponsor"
)
_SINGULAR = words("a an each every another one")
_PLURAL = words(
    "parents grandparents residents citizens workers employees students voters members neighbors "
    "neighbours customers patients victims plaintiffs protesters fans players officers doctors "
    "nurses"
)
_PEOPLE = ("s", "an", "ese", "ish", "ic", "at", "ist", "ite", "er", "or", "i")
_BEFORE = pattern(
    r"(?:\b(?P<article>(?i:the|a|an|his|her|its|their|our|my|your|each|every|another|one)) )?"
    r"(?P<owner>\b[^\W\d_]{3,}s) "
    r"(?:(?:late|new|former|old|own|current|previous|elderly|next|final|recent|latest|second"
    r"|young|eldest|youngest|longtime|official|personal|legal|defense|chief) )?\Z"
)
_ENDINGS = frozenset(f"{one} " for one in words("te ew er ld wn nt us ly xt al st nd ng me se ef"))
_ARTICLES = (
    "the", "a", "an", "his", "her", "its", "their", "our", "my", "your", "each", "every",
    "another", "one",
)  # fmt: skip
_SUPERLATIVE = pattern(
    r"(?<=\b[Tt]he )(?P<owner>worlds|nations|towns|states|planets|regions) (?P<head>(?:\w{3,}est"
    r"|\w+-\w{3,}est)\b)|(?<=\b[Tt]he )(?P<world>worlds) (?:most|first|only|top|best|worst"
    r"|leading)\b"
)

_NOUN = (
    r"(?!(?:and|or|of|in|on|at|to|the|a|an|that|when|which|who|is|are|was|were|has|have|had"
    r"|will|would|before|after|ago|as|but|for|from|since|so|than|then|were|with|without|he|she"
    r"|they|we|it|I|later|until|by|not|only|alone|like|long|prior|old|should|could|did|do|does"
    r"|can|may|might|must|shall|after|through|until|now|often|usually|still|also|always|never|when"
    r"|where|see|mean|tend|remain|offer|bring|start|begin|there|this|around|between)\b)[a-z]{3,}"
)
_LAST = pattern(
    rf"(?<=\b(?i:last|this|next|yesterday|tomorrow|Monday|Tuesday"
    rf"|Wednesday|Thursday|Friday|Saturday|Sunday) )(?P<owner>[a-z]+)(?P<rest> {_NOUN}| \d)"
)
_NOT_LAST = pattern(
    r"(?i)\b(?:the|his|her|their|its|my|our|your|these|those|whose|of|[’']s) (?:\w+ )?\Z"
)
_ONE = pattern(
    r"(?<=\b(?i:a|one) )(?P<owner>days|weeks|months|years|nights|hours|minutes|moments|summers)"
    r" (?:notice|pay|salary|wages|worth|leave|rent|supply|work|time|walk|drive|ride|flight|march"
    r"|sleep"
    r"|rest|delay|wait|warning|break|holiday|vacation|journey|sail)\b"
)
_NOTICE = pattern(
    r"(?<=\b(?i:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,9}|several|few"
    r"|many|couple of) )"
    r"(?P<owner>days|weeks|months|years|hours|minutes) (?:notice|pay|salary|wages|worth|leave(?= "
    r"(?:and|from|to|after|for|of)\b|[.,])"
    r"|imprisonment"
    r"|rent|supply|warning|detention|vacation|holiday|probation|jail|experience)\b"
)
_WEEKDAYS = pattern(
    r"(?:(?<=\b(?i:after|before|from|in|of|at|for|during|since|until|to|about|ahead of|following"
    r"|attended|won|lost|and|on) )|(?<![\w,;:’'–—-] )(?<!\w))(?P<owner>(?:Mon|Tues|Wednes|Thurs"
    r"|Fri|Satur|Sun)days) (?:vote|meeting|game"
    r"|match|election|hearing|session"
    r"|race|show|event|attack|shooting|ruling|decision|announcement|report|storm|fire|crash"
    r"|rally|debate"
    r"|primary|concert|protest|final|deadline|opening|performance|speech|council meeting|board "
    r"meeting"
    r"|news conference|press conference|editions?|newspaper|paper|win|loss|victory|defeat|close"
    r"|trading"
    r"|incident|ceremony|service|funeral|trial|verdict|summit|talks)\b"
)
NEVER = scan(r"[^\W\d_]+\b['’]?(?! rea\b)", at=frozenset(NEVER_PLURAL), after=24)
OWNED = scan(r"[^\W\d_]+", at=_SAFE | _WIDE, before=60, after=20)
WORLDS = scan(r"[^\W\d_]+", at=words("worlds nations towns states planets regions"), after=40)
TIME = scan(r"[^\W\d_]+", at=TIMES, after=60)
PRONOUNS = scan(
    r"(?P<pronoun>(?i:its|yours|hers|theirs|ours|(?:your|her|their|our)(?=['’]s)))['’]s?(?=[ ,;.])",
    at=words("its your her their our yours hers theirs ours"), after=9,
)  # fmt: skip
_TIES = frozenset("’'-@#/.")
_ASKED = "“{right}”, with an apostrophe?"
_EVIDENCE = "It is a possessive."
_NEEDS = "“{word}” needs an apostrophe: “{right}”."


def possessives(doc: Document) -> Iterator[Slip]:
    """Possessives that have lost their apostrophe, and pronouns that have one."""
    for match in _pronouns(doc):
        word = match["pronoun"]
        if not word.isupper() and _is_marked(doc, match.end(), word):
            right = word if word.lower().endswith("s") else f"{word}s"
            yield Slip(
                Span(*match.span()), right, "“{right}” has no apostrophe.",
                "Possessive pronouns never have one.",
            )  # fmt: skip
    for match in _at_anchors(doc, NEVER):
        word = match[0].rstrip("'’")
        if doc.before(match.start(), 4) in ("our ", "all "):
            continue  # all our yesterdays
        if word.istitle() and doc.after(match.end(), 2)[1:].isupper():
            continue  # Childs School
        if not is_name(doc, match.start(), word) and doc.before(match.start(), 1) not in _TIES:
            yield _slip(Span(*match.span()), word)
    for at in OWNED.anchors(doc):
        owner = _owner(doc, at)
        if owner:
            yield _slip(Span(*owner.span("owner")), owner["owner"], owner["article"] in _SINGULAR)
    for at in WORLDS.anchors(doc):
        found = _SUPERLATIVE.match(doc.text, (at, min(len(doc.text), at + 40)))
        if found:
            word = found["owner"] or found["world"]
            yield _slip(Span(at, at + len(word)), word)
    for at in TIME.anchors(doc):
        yield from _times(doc, at)


def _at_anchors(doc: Document, form: Scan) -> Iterator[Match[str]]:
    """The matches that begin with an anchor of the pattern."""
    return filter(None, (form.match_at(doc, at) for at in form.anchors(doc)))


def _pronouns(doc: Document) -> Iterator[Match[str]]:
    """Possessive pronouns with an apostrophe: the matches that begin with an anchor."""
    text = doc.text
    for at in PRONOUNS.anchors(doc):
        near = text[at + 3 : at + 7]
        if ("’" in near or "'" in near) and (match := PRONOUNS.match_at(doc, at)):
            yield match


def _slip(span: Span, word: str, single: bool = False) -> Slip:
    many = (word in _PLURAL and not single) or word.endswith("ies")
    right = f"{word}'" if many else f"{word[:-1]}'{word[-1]}"
    return Slip(span, right, _NEEDS, _EVIDENCE)


def _owner(doc: Document, at: int) -> Match[str] | None:
    """The plural before what it owns, at an offset: the mayors office, Bidens budget."""
    text = doc.text
    if not (text.startswith("s ", at - 2) or text[at - 3 : at] in _ENDINGS) or text[at].isupper():
        return None
    if not _may_own(text[max(0, at - 60) : at - 1].split(" ")):
        return None
    match = _BEFORE.search(text, (max(0, at - 60), at))
    if match is None or (text[at - 2] == "s" and match.end("owner") != at - 1):
        return None
    owner, head = match["owner"], doc.words.word_at(at)
    if owner[0].isupper():
        sure = head not in _MAY_BE_VERBS
        named = match["article"] is None and _is_possessive_name(doc, owner, sure)
        return match if named else None
    if not owner.islower() or match["article"] is None or owner in _NO_OWNERS:
        return None
    if head == "funeral" and text.startswith((" home", " dir", " parl"), at + len(head)):
        return None
    if text[at + len(head) : at + len(head) + 1] in "'’-" and text[at + len(head) :]:
        return None
    if head in _SAFE:
        single = f"{owner[:-3]}y" if owner.endswith("ies") else owner[:-1]
        is_noun = len(owner) < 5 or "w" in kinds(single)
        return match if is_noun and not owner.endswith(("ss", "us")) else None
    plain = owner in _OWNERS and (match["article"] in _SINGULAR or head not in _MAY_BE_VERBS)
    return match if plain else None


def _may_own(before: list[str]) -> bool:
    """Whether one of the two last words may be an owner: a quick question.

    It ends in -s, and is a name or behind an article.
    """
    if before[-1][-1:] != "s":
        before.pop()
    owner = before[-1] if before else ""
    if owner[-1:] != "s":
        return False
    return not owner.islower() or before[-2:][0].lower().endswith(_ARTICLES)


def _is_possessive_name(doc: Document, owner: str, sure: bool) -> bool:
    """Whether a name is one of the story without its last letter; ``sure``: it owns something."""
    stem = owner[:-1].lower()
    if len(stem) < 4 or stem not in doc.words or stem.endswith(_PEOPLE):
        return False
    if kinds(owner.lower()) not in (("", "w", "sw") if sure else ("",)):
        return False
    return kinds(stem) != "w" and all(doc.text[at].isupper() for at in doc.words.starts(stem))


def _times(doc: Document, at: int) -> Iterator[Slip]:
    """A time that is a possessive: last years budget, two weeks notice, after Mondays vote."""
    line, text = (at, min(len(doc.text), at + 40)), doc.text
    if (match := _LAST.match(text, line)) and not is_every(text, at, match):
        before = text[max(0, at - 40) : at].rpartition(" ")[0].rpartition(" ")[0] + " "
        if not _NOT_LAST.search(before):
            yield _slip(Span(*match.span("owner")), match["owner"])
        return
    match = _WEEKDAYS.match(text, line) or _ONE.match(text, line)
    if match:
        yield _slip(Span(*match.span("owner")), match["owner"])
        return
    match = _NOTICE.match(text, line)
    if match:
        right = f"{match['owner']}'"
        yield Slip(Span(*match.span("owner")), right, _ASKED, "It says how much.", True)


def _is_marked(doc: Document, end: int, pronoun: str) -> bool:
    """Whether an apostrophe is at a possessive pronoun, and does not end a quotation."""
    if doc.text[end - 1] == "s" and not pronoun.lower().endswith("s"):
        return True  # their’s
    if any(quote.inner.end == end - 1 for quote in doc.quotes):
        return False
    return doc.text[end : end + 1] == " " and doc.text[end + 1 : end + 2].islower()
