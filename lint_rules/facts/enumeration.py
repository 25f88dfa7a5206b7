"""A number of things or people and the enumeration that follows it."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    Span,
    pattern,
    quantities,
)
from lint_rules._shared.numbers import is_copy, is_vague
from lint_rules.facts._listing import NAME, members

_MOST = 12
_ROOM = 320  # code points of an enumeration, at most
_WORDS = frozenset((
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
))  # fmt: skip
_GROUPS = {"trio": 3, "duo": 2, "quartet": 4, "quintet": 5, "both": 2}
_VERB = (
    r"(?:have\s|has\s|had\s)?(?:been\s)?(?:were|was|are|is|named|charged|arrested|killed|hu"
    r"rt|injured|honou?red|selected|chosen|elected)"
)
# Between the noun and the enumeration.
_OPENINGS = (
    ("colon", pattern(r"(?:\s[a-z][\w’'-]*){0,4}?:\s(?=\S)")),
    ("dash", pattern(r"\s?[–—]\s?|\s--?\s")),
    ("bracket", pattern(r"\s\(")),
    ("are", pattern(r"\s(?:are|were|as)\s(?=[A-Z])")),
    ("comma", pattern(r",\s(?:in\s|at\s)?(?=[A-Z“\"])")),
)  # fmt: skip
_LIST = pattern(
    rf"{NAME}(?:,\s(?:aged\s)?\d{{1,3}})?(?:,\s{NAME}(?:,\s(?:aged\s)?\d{{1,3}})?){{0,1"
    rf"0}},?\s(?:and|or)\s{NAME}"
    r"(?:,\s(?:aged\s)?\d{1,3})?(?=[,;)]|\.?\s*\Z)(?!,\s(?:and|or|of|from|[A-Z]))"
)
_WORKS = pattern(
    r"[“\"][^”\"\n]{1,60}[”\"](?:,?\s(?:and\s)?[“\"][^”\"\n]{1,60}[”\"]){0,10},?\sand\s"
    r"[“\"][^”\"\n]{1,60}[”\"]"
)
_CLOSING = {"dash": pattern(r"\s?[–—]\s?|\s--?\s"), "bracket": pattern(r"\)")}
_STEP = pattern(
    r"(?i)(?:\A|[;,:]\s?|\.\s)(?:and\s)?(?P<n>first(?:ly)?|second(?:ly)?|third(?:ly)?|f"
    r"ourth(?:ly)?|fifth(?:ly)?),?\s"
)
_NTHS = ("first", "second", "third", "fourth", "fifth")
_LEADS = frozenset((
    "of", "in", "on", "at", "after", "for", "over", "during", "with", "within", "every", "another",
    "than", "by", "from", "past", "last", "next", "first", "other", "to", "or", "and", "any",
))  # fmt: skip
_PEOPLE = frozenset((
    "person", "man", "woman", "child", "member", "victim", "passenger", "juror", "player",
    "suspect", "officer", "candidate", "judge", "director", "employee", "adult", "relative",
    "survivor",
))  # fmt: skip
_UNTIL = frozenset(("in", "with", "after", "on", "at", "for", "over", "during", "of", "from", "by"))
_PARTLY = pattern(
    r"(?i)\b(?:including|includes?|among|such as|led by|e\.g|of\sthe|of\sthem|of\swhich"
    r"|of\swhom|one\sof)\b"
)


class Enumeration(Rule):
    """As many are named as the copy says there are.

    “Four states: Ohio, Indiana and Kentucky” lost one, or the number was not updated. The rule
    counts enumerations behind a colon, between dashes, commas or brackets and after “are” or
    “as” if their members are plain: names, also with ages and homes, or short nouns of one form.
    “Including”, vague numbers and quoted speech are left alone.
    """

    id = "facts/enumeration"
    severity = Severity.ASK
    triggers = (" and ", " or ", "; ")
    examples = (
        Good("The storm hit three states: Ohio, Indiana and Kentucky."),
        Good("The storm hit four states, including Ohio, Indiana and Kentucky."),
        Good("Two winners, Ana Ruiz, 32, and Tom Bell Jr., 40, will share the prize."),
        Bad("The storm hit [[four]] states: Ohio, Indiana and Kentucky."),
        Bad("[[Four]] states – Iowa, Kansas and Nebraska – have sued over the rule."),
        Bad("The [[two]] winners, Ana Ruiz, Tom Bell and Mia Chan, will share the prize."),
        Bad("The [[trio]], Anna Webb and Carl Moss, will tour in May."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Count what is named after each number."""
        if not (
            doc.words.among(_WORDS) or doc.words.figures() or doc.words.among(frozenset(_GROUPS))
        ):
            return
        for one in quantities(doc):
            if one.kind == "count" and _is_plain(doc, one) and is_copy(doc, one.span):
                yield from self._judge(
                    doc, one.span, round(one.value), one.thing.end, one.sentence, one.noun
                )
        for word, number in _GROUPS.items():
            for start in doc.words.starts(word) if word in doc.words else ():
                span = Span(start, start + len(word))
                sentence = doc.sentence_at(start)
                if sentence and doc.quote_at(span) is None:
                    yield from self._group(doc, span, number, sentence)

    def _group(self, doc: Document, span: Span, number: int, sentence: Span) -> Iterator[Finding]:
        end = span.end
        if doc[span].lower() == "both":
            match = _NOUN.match(doc.text, (end, sentence.end))
            if match is None:
                return
            end = match.end()
        yield from self._judge(doc, span, number, end, sentence)

    def _judge(
        self, doc: Document, span: Span, number: int, end: int, sentence: Span, noun: str = ""
    ) -> Iterator[Finding]:
        found = _listed(doc, span, end, sentence, noun)
        if found is None:
            return
        where, count = found
        if count != number and not is_vague(doc, span):
            word = doc[span]
            yield self.find(
                span,
                f"The copy says {word.lower()}, and names {count}: check which is right.",
                evidence=f"“{_short(doc[where])}”",
                related=(Related(where, "those named"),),
            )


_NOUN = pattern(r"(?:\s[a-z-]+){1,2}s(?=,)")


def _short(text: str) -> str:
    return text if len(text) < 90 else text[:60].rpartition(" ")[0] + " …"


def _is_plain(doc: Document, one: Quantity) -> bool:
    """Whether it is a small, exact number of things in the paper's own voice."""
    return (
        2 <= one.value <= _MOST
        and one.is_exact
        and one.is_count
        and not one.is_quoted
        and bool(one.noun)
        and (doc[one.thing].endswith("s") or one.noun in _PEOPLE)
        and not one.per
        and one.lead
        not in ("of", "another", "every", "other", "first", "last", "past", "or", "than", "type")
    )


def _listed(
    doc: Document, span: Span, end: int, sentence: Span, noun: str
) -> tuple[Span, int] | None:
    """The enumeration after a number with its noun, and how many it names."""
    text = doc.text
    limit = min(sentence.end, end + _ROOM)
    for way, opening in _OPENINGS:
        match = opening.match(text, (end, limit))
        if match is None:
            continue
        if _PARTLY.search(text, (max(sentence.start, span.start - 30), match.end())):
            return None
        where = _bounds(doc, way, match.end(), limit, span, sentence)
        if where is None:
            return None
        count = _steps(doc[where]) if way == "colon" else 0
        if count:
            return where, count
        found = members(doc[where])
        if found is None or (way in ("are", "comma") and found.kind != "name"):
            return None
        if (found.kind == "counted" and noun not in _PEOPLE) or (
            found.kind == "bare" and way == "bracket"
        ):
            return None
        return where, found.number
    return None


def _bounds(
    doc: Document, way: str, start: int, limit: int, span: Span, sentence: Span
) -> Span | None:
    """Where the enumeration begins and ends; None if that is not clear."""
    text = doc.text
    if way == "colon":
        return Span(start, limit) if limit == sentence.end else None
    if way in _CLOSING:
        closing = _CLOSING[way].search(text, (start, limit))
        if closing is not None:
            return Span(start, closing.start())
        return Span(start, limit) if way == "dash" and limit == sentence.end else None
    if way == "comma" and _leads_in(doc, span, sentence):
        return None
    form = _WORKS if text[start] in '“"' else _LIST
    match = form.match(text, (start, limit))
    return Span(*match.span()) if match is not None else None


def _leads_in(doc: Document, span: Span, sentence: Span) -> bool:
    """Whether the number is in a phrase that only leads in: “In two games, Ames, Boyd and Cole”."""
    words = doc.text[sentence.start : span.start].lower().split()
    if words and words[-1] in _LEADS:
        return True
    return bool(words) and len(words) < 4 and words[0] in _UNTIL


def _steps(text: str) -> int:
    """How many are numbered: “first …; second …; and third …”; 0 if they are not."""
    found = [match["n"].lower().removesuffix("ly") for match in _STEP.finditer(text)]
    return len(found) if len(found) > 1 and tuple(found) == _NTHS[: len(found)] else 0
