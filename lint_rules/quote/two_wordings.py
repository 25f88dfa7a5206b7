"""One quotation in two wordings: in the headline, in a caption, in the story."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quote,
    Related,
    Rule,
    Severity,
    Span,
    ValueTuple,
    attributions,
    pattern,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from difflib import Match

_WORD = pattern(r"&|\[[^\[\]]{1,60}\]|\([^()\n]{1,60}\)|…|\.\.\.|[^\W_]+(?:[’'][^\W_]+)*")
_RUN = 3  # words in a row that two wordings must share to be compared
_FEWEST = 5  # words of the shorter wording
_SHORTENED = 3  # words left out of a headline or pull quote
_MOST_APART = 3  # words that differ, within what both have
_EDGE = 2  # words in a row that must be the same on either side of what differs
_SHARE = 0.7  # of the words of the shorter one that must be the same
_SPOKEN = 0.85  # the same for two quotations in running text, where a speaker may repeat himself
_PULLED = pattern(r"(?i)[\[{<][^\]}>\n]{0,20}(?:pull|block)[ _-]?quote")
_SOMEBODY = pattern(
    r",?[ \u00a0](?:the|an?|his|her|their|one|another) [a-z][a-z -]{2,30} "
    r"(?:said|says|told|added|\w+,)(?!\w)"
)
_RUNNING = ("paragraph", "list-item")
_MOST = 300  # quotations that are compared
_PRONOUNS = frozenset(("he", "He", "she", "She", "they", "They"))
_COMMON = 40  # a run of words that so many quotations share is a refrain


class _Said(ValueTuple):
    """A quotation as words: in lower case, with their places."""

    quote: Quote
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    slot: int
    running: bool


class TwoWordings(Rule):
    """The same words of a speaker are quoted in one wording.

    The headline has “We will not give up this fight”, the story “We won’t give up the fight”:
    one of them is not what was said. The rule compares the quotations in headline, deck,
    captions, pull quotes and body that share a run of words. A shorter quotation that is part
    of a longer one passes, and so do ellipses and words in square brackets. Which wording is
    right, only the recording can tell, so this is a question.
    """

    id = "quote/two-wordings"
    severity = Severity.ASK
    spares_sic = False
    triggers = ('"', "“", "‘")
    examples = (
        Good("“We will not give up this fight,” Poe said.\n\nHer words: “not give up this fight”."),
        Good("“We will win. We will stay. We will win again,” she said."),
        Good("“We will not … this fight for the pier,” she said.\n\n“We will not give up this "
             "fight for the pier,” she said."),
        Good("“We will not sail on Christmas Day,” Murdo Keane said.\n\nThe firm: “We will "
             "sail on Christmas Day,” said Ann Poe."),
        Bad("# ‘We will never give up the fight’\n\n“[[We will not give up the fight,]]” Ann Poe "
            "told the council on Monday. The hall was full.", format="markdown"),
        Bad("“The water rose in ten minutes,” Poe said.\n\n> “[[The water rose in two minutes]]”",
            format="markdown"),
        Good("“The water rose in ten minutes,” Poe said.\n\n> “The water rose … in ten minutes”",
             format="markdown"),
        Bad("“We will keep the pier open all year for everyone,” Poe said.\n\nThe council "
            "cheered when she said, “[[We will keep the pier open all the year for everyone.]]”"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the quotations that share a run of words."""
        said = [one for one in _said(doc) if len(one.words) >= _FEWEST]
        if len(said) < 2 or len(said) > _MOST:
            return
        for first, second in _near(said):
            differs = _difference(first, second)
            if differs is not None and not _are_two_voices(doc, first.quote, second.quote):
                yield self._finding(doc, first, second, differs)

    def _finding(
        self, doc: Document, first: _Said, second: _Said, differs: tuple[Span, Span]
    ) -> Finding:
        one, other = doc[differs[0]], doc[differs[1]]
        return self.find(
            second.quote.inner if "\n" not in doc[second.quote.inner] else differs[1],
            "The story quotes these words in two wordings: check which was said.",
            evidence=f"“{one}” in one place, “{other}” in the other.",
            related=(Related(first.quote.inner, "the other wording"),),
        )


def _said(doc: Document) -> Iterator[_Said]:
    """The quotations as words; those in a block quote too, or a block quote without marks."""
    slots = {slot.span.start: index for index, slot in enumerate(doc.parsed.slots)}
    for quote, inner in _outer(doc.quotes):
        slot = doc.slot_at(quote.span.start)
        if quote.kind == "title" or slot is None:
            continue
        spans = [Span(*match.span()) for match in _WORD.finditer(doc.text, inner)]
        words = tuple(_plain(doc[span]) for span in spans)
        lead = doc[Span(slot.span.start, inner.start)]
        running = slot.kind in _RUNNING and _PULLED.search(lead) is None
        yield _Said(quote, words, tuple(spans), slots.get(slot.span.start, -1), running)


def _outer(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, Span]]:
    """The quotations that are in no other one but a block quote, with their words."""
    held = -1
    for at, quote in enumerate(quotes):
        if quote.kind == "block":
            beside = (*quotes[max(0, at - 1) : at], *quotes[at + 1 : at + 2])
            if not any(quote.span.holds(one.span) for one in beside):
                yield quote, quote.inner
        elif quote.closing and quote.span.start >= held:
            held = quote.span.end
            yield quote, quote.inner


def _plain(word: str) -> str:
    """A word as it is compared; what stands for words left out or put in is empty."""
    if word[0] in "[(….":
        return ""
    if word == "&":
        return "and"
    return word.lower().replace("’", "'").replace("our", "or")


def _near(said: list[_Said]) -> Iterator[tuple[_Said, _Said]]:
    """The pairs of quotations in different slots that share a run of words, in order."""
    places: dict[tuple[str, ...], list[int]] = {}
    pairs: set[tuple[int, int]] = set()
    for index, one in enumerate(said):
        runs = {one.words[at : at + _RUN] for at in range(len(one.words) - _RUN + 1)}
        for run in sorted(runs):
            earlier = places.setdefault(run, [])
            if len(earlier) < _COMMON:
                pairs.update((other, index) for other in earlier)
                earlier.append(index)
    for first, second in sorted(pairs):
        if said[first].slot != said[second].slot:
            yield said[first], said[second]


def _difference(first: _Said, second: _Said) -> tuple[Span, Span] | None:
    """Where two wordings differ within what both have; None if they do not, or differ widely."""
    shorter = min(len(first.words), len(second.words))
    share = _SPOKEN if first.running and second.running else _SHARE
    least = max(share * shorter, _FEWEST - 1)
    if first.words == second.words or _most_same(first.words, second.words) < least:
        return None
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, first.words, second.words, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    same = sum(block.size for block in blocks)
    if same < least:
        return None
    if not (first.running and second.running):
        return _between(first, second, _widened(first, second, blocks), same)
    if len(blocks) < 2 or min(blocks[0].size, blocks[-1].size) < _EDGE:
        return None
    return _between(first, second, (blocks[0], blocks[-1]), same)


def _widened(first: _Said, second: _Said, blocks: list[Match]) -> tuple[Match, Match]:
    """The first and last words that both have; nothing where both have other words at the edge."""
    from difflib import Match

    start, end = blocks[0], blocks[-1]
    if start.a and start.b and max(start.a, start.b) <= _EDGE:
        start = Match(0, 0, 0)
    after = (len(first.words) - end.a - end.size, len(second.words) - end.b - end.size)
    if min(after) and max(after) <= _EDGE:
        end = Match(len(first.words), len(second.words), 0)
    return start, end


def _between(
    first: _Said, second: _Said, edges: tuple[Match, Match], same: int
) -> tuple[Span, Span] | None:
    """What differs between the first and the last words that both have."""
    start, end = edges
    one = range(start.a + start.size, end.a)
    other = range(start.b + start.size, end.b)
    inner = same - (start.size + end.size)
    if start == end or inner < 0:
        return None
    lost = len(one) + len(other) - 2 * inner
    if inner == min(len(one), len(other)) and lost >= _SHORTENED:
        return None
    cut = "" in [first.words[at] for at in one] or "" in [second.words[at] for at in other]
    if cut or not 0 < lost <= 2 * _MOST_APART:
        return None
    return _around(first, one), _around(second, other)


def _most_same(first: tuple[str, ...], second: tuple[str, ...]) -> int:
    """At most so many words can be the same, in whatever order."""
    one, other = set(first), set(second)
    return min(sum(word in other for word in first), sum(word in one for word in second))


def _are_two_voices(doc: Document, first: Quote, second: Quote) -> bool:
    """Whether the copy next to each quotation names another speaker."""
    speakers = {one.quote.span: one.speaker for one in attributions(doc)}
    one, other = speakers.get(first.span), speakers.get(second.span)
    if one is None or other is None:
        return any(
            _SOMEBODY.match(doc.text, (each.span.end, len(doc.text))) for each in (first, second)
        )
    names = [{*_WORD.compiled.findall(doc[span])} for span in (one, other)]
    return not names[0] & names[1] and not any(name & _PRONOUNS for name in names)


def _around(said: _Said, differs: range) -> Span:
    """The words that differ, with one more on either side."""
    first = max(0, differs.start - 1)
    last = min(len(said.spans) - 1, differs.stop)
    return Span(said.spans[first].start, said.spans[last].end)
