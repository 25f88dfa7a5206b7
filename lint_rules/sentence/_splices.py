"""Two whole sentences with a comma between them: “The council met, the vote was put off.”"""

from __future__ import annotations

from copydesk import Document, Iterator, Match, Slot, Span, pattern, scan
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words
from lint_rules.sentence._clauses import FUNCTION

_FEWEST = 3  # spaces, at least, on either side
_LONG = 11  # spaces, from which words that were said are not meant as a series
_LONGEST = 320  # code points before the comma
_PRONOUNS = ("he", "she", "it", "they", "we", "there", "this", "these", "those")
_DETERMINERS = ("the", "his", "her", "its", "their", "our", "my", "some", "this", "these", "those")
_PAST = (
    r"(?:[a-z]{3,}ed|went|came|took|made|got|became|left|gave|saw|kept|held|won|lost|met|led|ran"
    r"|began|found|knew|felt|fell|rose|grew|brought|bought|sold|sent|spent|stood|built|broke|chose"
    r"|drew|drove|wrote|spoke|paid|cut|set|hit|put|sat|flew|hid|spread|cost|slept|lay|threw|caught"
    r"|taught|shot|struck|sank|tore|rang|sang|ate|broke|died)"
)
_PEOPLE = (
    "police", "officials", "residents", "fans", "students", "passengers", "schools", "workers",
    "voters", "critics", "crews", "traffic", "prices", "teachers", "doctors", "nurses", "parents",
    "players", "firefighters", "investigators", "officers", "neighbours", "neighbors", "shares",
    "thousands", "hundreds", "dozens", "nobody", "everyone", "everybody", "people",
)  # fmt: skip
_FINITE = (
    r"(?:is|are|was|were|has|have|had|will|would|can(?:not)?|could|should|must|may|might|did|does)"
)
SECOND = scan(
    rf", (?P<second>(?:(?P<pronoun>{'|'.join(_PRONOUNS)})(?: (?:also|now|then|still|only|just))?"
    rf"|(?:{'|'.join(_DETERMINERS)}) (?P<nouns>(?:[a-z-]+ ){{0,3}}?[a-z]+)"
    rf"(?P<of> of (?:(?:the|this|a|his|her|its|their) )?[a-z-]+)?"
    rf"|(?P<people>{'|'.join(_PEOPLE)}))"
    rf" (?P<verb>{_FINITE}|(?P<past>{_PAST}|(?<=, (?:he|she|it) )[a-z]{{3,}}s)))\b"
    r"(?P<rest>[^.?!;:,“”\"()–—]+)(?P<mark>.?)",
    at=tuple(f", {one} " for one in dict.fromkeys((*_PRONOUNS, *_DETERMINERS, *_PEOPLE))),
    before=_LONGEST,
    after=200,
)
_OPENERS = frozenset((*_PRONOUNS, *_DETERMINERS, *_PEOPLE))
_OPENER = 3 + max(map(len, _OPENERS))  # code points of a comma, such a word and two spaces
# What a sentence or a clause opens with that leans on another.
LEANING = words(
    "while if such when as since because although though after before once unless until where "
    "whether what how why that had were not only even so like given whatever whenever wherever "
    "who which whose whom in on at by for with from to of about during under over into through "
    "despite unlike without within among between against until till upon amid beyond per than "
    "following according considering including having being let lest provided should whoever "
    "whichever however no rather just neither either instead apart besides except perhaps maybe "
    "based compared both near armed born whilst along presently now thus "
    "first originally previously simply next regardless typically try particularly especially "
    "mostly mainly"
)
# Words that open a clause which the comma may close: “he said that when it came, they left”.
_SUBORDINATE = pattern(
    r"(?P<before>[^\s,]*),? (?P<word>if|when|while|as|because|although|though|since|unless|until"
    r"|till|before|after|where|whereas|once|what|whatever|whenever|wherever|provided|given|like)\b"
)
_NEGATED = pattern(r"\b(?:not|never|no longer|nothing|nobody|neither|less|no)\b|n[’']t\b")
_PAIRED = pattern(
    r"\b(?:[Tt]he more|[Nn]ot only|[Nn]o sooner|so much|or not|turns out\Z|turned out\Z"
    r"|so (?!that\b|far\b)\w+|the same way)\b"
)
VERB = pattern(
    r"(?<!-)\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|did|does|do"
    r"|went|came|took|made|got|became|left|gave|saw|kept|held|won|lost|led|ran|began|met|put|told"
    r"|found|knew|felt|fell|rose|grew|brought|bought|sold|sent|spent|stood|built|broke|chose"
    r"|drew|drove|wrote|spoke|paid|cut|set|hit|said|says|[a-z]{3,}ed)\b"
    r"|\b(?i:we|they|I|you) (?!all\b|both\b|who\b)[a-z]{3,}\b|\b(?i:he|she|it) [a-z]{2,}s\b"
)
_OF_A_NOUN = pattern(r"\b(?:an?|the|his|her|its|their|\w+ly) \Z")
_TOLD = pattern(
    r"\b(?:tell|told|telling|promise|promised|assure|assured|remind|mean) (?:you|him|her|them|us"
    r"|me|people|everyone|that)\Z|\b(?:any|every|what)(?:thing|one|body|ever) (?:he|she|it|they|we"
    r"|you|I) \w+\Z"
)
_THINKING = words(
    "said says adds believes thinks hopes argues explains knows admits thinking boasted "
    "proved claimed argued added explained wrote joked admitted thought believed insisted "
    "reckoned that and or but it well oh sure is was are were aware"
)
_AFTER_PARTICIPLES = words("to by in on at with from for as of into about during after before")
_REPORTING = words(
    "says said explains explained adds added argues argued notes noted claims claimed writes told "
    "recalls recalled warns warned insists insisted admits admitted jokes joked reports reported "
    "recounted acknowledged conceded complained stated asserted observed remarked estimates "
    "estimated predicts predicted suggests suggested believes believed thinks hopes hoped reckons "
    "announced confirmed declared stressed mused quipped lamented means knows understands"
)
_IS_NOUN = pattern(
    rf" (?:the|an?|his|her|its|their) (?!.*\b(?:{_FINITE}|{_PAST}|he|she|it|they|we|I)\b)"
)
_CONJOINED = pattern(
    r"(?P<lead>.*)\b(?P<link>that|and|but|or|which|who|said|says|told|added|believes?|believed|thinks?|thought|knows?"
    r"|knew|hopes?|claimed|claims|argues|argued|shows?|showed|found|finds|why)\b,? (?P<last>.*)\Z"
)
_AND_THEN = pattern(rf"\band (?:then )?(?:{'|'.join(_PRONOUNS)})\b")
_RELATIVE = pattern(r"\b(?:who|whose|which|that|where)\b")
_ASIDES = words(
    "seemed appeared emerged turned followed happened looked feared wanted wished needed liked "
    "assumed suspected decided guessed supposed figured imagined expected promised vowed boasted "
    "wrote repeated cautioned pleaded concluded continued"
)
_BINDING = words(
    "that and but or said says think thinks thought know knows knew believe believes believed hope "
    "hopes is was are were even only just just, especially particularly except about of to than "
    "such same well soon far long as so adding saying noting warning arguing explaining claiming "
    "insisting suggesting stressing because"
)
_SAYING = words(
    "said told asked added warned argued claimed suggested noted reported announced believed "
    "thought shown revealed found understood learned learnt sure certain confident afraid "
    "expected known hoped alleged predicted estimated says written explained heard decided likely "
    "concluded agreed insisted recalled ruled feared stated admitted confirmed happy glad "
    "sorry proud convinced aware"
)
# How a sentence opens with its subject.
OPENING = pattern(
    r"(?:(?:But|And|Yet|Still|Today|Yesterday|Meanwhile|Also|Earlier|Earlier also),? (?=[a-z]))?"
    r"(?:(?i:he|she|it|they|we|you|this|that|there|these|those)\b|I\b"
    r"|(?i:the|a|an|his|her|its|their|our|my|some|many|most|all|these|those|this) (?!(?:\w+ )?"
    r"(?:time|times|day|moment|minute|night|year|week|morning|instant|second|evening)\b)"
    rf"|(?:(?![A-Z]\w+ly\b)[A-Z][\w’'.-]*,? ){{1,4}}(?:{_FINITE}|[a-z]{{3,}}(?:ed|s)|went|came"
    r"|took|made|got|gave|won|lost|led|began|met|put|told|found|felt|fell|rose|sold|sent)\b"
    r"|[A-Z][a-z]{3,}s (?:[a-z]+ )?"
    rf"{_FINITE}\b)"
)
_INVERTED = pattern(
    r"\b(?:(?:had|should|were) (?:he|she|it|they|we|you|I|the|there)|should [A-Z]\w+)\b"
)
_SERIES = pattern(
    rf"\b(?:and|or|but) (?:then )?(?:[\w’'-]+ ){{1,3}}(?:{_FINITE}|[a-z]{{3,}}ed)\b|, (?:and|but) "
)


# What leads in the second clause: “and, worst of all, we were”, “and with help, she could”
_LED_IN = pattern(
    r"(?:,(?: [^\s,]+){1,4}|\b(?:and|but|that|saying|said|because) (?:with|without|in|at|on"
    r"|after|by|for|given|despite|before|during|under) [^,]*)\Z"
)


def splices(doc: Document) -> Iterator[tuple[Span, str]]:
    """The commas with what follows them, and the words with which the second sentence begins."""
    commas = _commas(doc.text)
    own: frozenset[Slot] = frozenset(doc.prose("paragraph")) if commas else frozenset()
    for at in commas:
        match = SECOND.match_at(doc, at)
        sentence = match and doc.sentence_at(at)
        if match and sentence and _is_second(match) and doc.slot_at(at) in own:
            low = max(sentence.start, at - _LONGEST)
            before, whole = _since_mark(doc.text[low:at], low == sentence.start)
            if _LED_IN.search(before):
                continue
            if whole and _is_first(before, match) and not _is_series(doc, match, sentence):
                spoken = doc.quote_at((at, at + 1)) is not None
                if match["past"] and (spoken or not _is_pair(doc, match, sentence)):
                    continue
                if not spoken or _is_plain(before, match):
                    yield Span(at, match.end("verb")), match["second"]


def _commas(text: str) -> list[int]:
    """The commas before a word that may open a second sentence: the anchors of ``SECOND``."""
    found, at = [], text.find(", ")
    while at >= 0:
        if text[at + 2 : at + _OPENER].partition(" ")[0] in _OPENERS:
            found.append(at)
        at = text.find(", ", at + 1)
    return found


def _is_pair(doc: Document, match: Match[str], sentence: Span) -> bool:
    """Whether a sentence has two clauses in the past, without another comma, and no more."""
    text = doc[sentence]
    if text.count(",") > 1 or not text.endswith(".") or text[-2:] != text[-2:].strip():
        return False
    if _RELATIVE.search(text[: match.start() - sentence.start]):
        return False
    return match["verb"] not in _ASIDES and not _SERIES.search(text) and " that " not in text


def _since_mark(before: str, whole: bool) -> tuple[str, bool]:
    """What precedes the comma since the last mark that is no comma, and whether it is all."""
    last = max(map(before.rfind, ("“", '"', " ‘", " - ", ": ", "; ", "(", "—", "–")))
    if last < 0:
        return before, whole
    if before[last] in '“"' and before[:last].rstrip()[-1:].isalnum():
        return "", False  # words of somebody’s in the middle of the sentence
    return before[last + 1 :].lstrip(), not any(mark in before[last:] for mark in "”)")


def _is_plain(before: str, match: Match[str]) -> bool:
    """Whether words that were said are long sentences, and not one after the other for effect."""
    if before.count(" ") < _FEWEST + 1 or match["rest"].count(" ") < _FEWEST + 1:
        return False
    first = before.partition(" ")[0].lower()
    return first != match["second"].partition(" ")[0] or before.count(" ") > _LONG


def _is_second(match: Match[str]) -> bool:
    """Whether what follows the comma is a sentence, and no “he is told” of the first."""
    rest = match["rest"].split()
    if len(rest) < _FEWEST or match["mark"] not in (".", ",", ";", ""):
        return False
    if not _SAYING.isdisjoint(rest[:3]):
        return False
    past = match["past"] or ""
    if past in _ASIDES or past in _REPORTING or match["of"] in (" of which", " of whom"):
        return False
    if past and match["pronoun"] in ("those", "these"):
        return False  # those accused of it
    if match["pronoun"] or match["people"]:
        return True
    if past.endswith("ed") and rest[0] in _AFTER_PARTICIPLES:
        return False  # the bill, the first law passed by it
    nouns = match["nouns"].split()
    if past and ("a" in parts(nouns[-1]) or match["second"][:5] in ("those", "these")):
        return False  # the fifth proposed law; those accused of it
    if any(one in FUNCTION or one.endswith(("er", "ly")) for one in nouns[:-1]):
        return False
    return nouns[-1] not in FUNCTION and "n" in parts(nouns[-1])


def _is_first(before: str, match: Match[str]) -> bool:
    """Whether what precedes the comma is a sentence, and opens with its subject."""
    if before.count(" ") < _FEWEST or before.partition(" ")[0].lower().rstrip(",") in LEANING:
        return False
    if not OPENING.match(before) or not has_verb(before) or _PAIRED.search(before):
        return False
    if match["pronoun"] and _NEGATED.search(before):
        return False  # not bad, it is good
    if (
        _INVERTED.search(before)
        or _TOLD.search(before)
        or before.rpartition(" ")[2].lower() in _THINKING
    ):
        return False
    return _ends_whole(before) and not any(map(_binds, _SUBORDINATE.finditer(before)))


def has_verb(before: str) -> bool:
    """Whether there is a finite verb, and not only a participle before a noun: a televised game."""
    return any(
        not match[0].endswith("ed") or not _OF_A_NOUN.search(before[: match.start()])
        for match in VERB.finditer(before)
    )


def _binds(clause: Match[str]) -> bool:
    """Whether a clause that opens inside the first sentence leads to what follows the comma."""
    before, after = clause.string[: clause.start("word")], clause.string[clause.end() :]
    if after.startswith(" of ") and clause["word"] == "because":
        return False
    if clause["word"] in ("after", "before", "since", "until") and _IS_NOUN.match(after):
        return False
    if clause["before"].lower() in _BINDING or not VERB.search(before):
        return True
    return after.count(" ") < _FEWEST + 1 and not VERB.search(after)  # because years later


def _ends_whole(before: str) -> bool:
    """Whether the last clause before the comma has its verb, and leans on no other."""
    last = before.rpartition(", ")[2]
    if last.endswith("ly") and " " not in last:
        return False
    if last is not before and last.partition(" ")[0] in LEANING | {"and", "but", "or"}:
        return False
    tail = _CONJOINED.match(before)
    if tail is None:
        return True
    if tail["last"].split(" ")[0] in LEANING:
        return False
    if tail["link"] in ("and", "or") and tail["lead"][-2:-1].isalnum():
        return VERB.search(tail["lead"] + tail["last"]) is not None  # two things, not two clauses
    return VERB.search(tail["last"]) is not None


def _is_series(doc: Document, match: Match[str], sentence: Span) -> bool:
    """Whether a third clause follows: he came, he saw and he won."""
    if match["pronoun"] and f", {match['pronoun']} " in doc.text[sentence.start : match.start()]:
        return True
    if match["past"] and _AND_THEN.search(match["rest"]):
        return True
    return _SERIES.search(doc.text, (match.end("verb"), sentence.end)) is not None
