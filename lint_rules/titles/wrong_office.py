"""``titles/wrong-office``: a known person under a title of an office never held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Bad, Edit, Fix, Good, Rule, Severity, Span, pattern
from lint_rules.titles import _mention
from lint_rules.titles._facts import fold, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from copydesk import Document, Finding
    from lint_rules.titles._facts import Facts, Office, Tenure
    from lint_rules.titles._mention import Person

# Titles of one office each; “chief” or “governor” may mean several.
_TITLE = r"""(?P<title>(?i:
    Vice[-\ ]President | President | Prime\ Minister | Premier | Taoiseach | Chancellor\ of\ the\ Exchequer
    | Chancellor | Secretary\ of\ State | Defen[cs]e\ Secretary | Treasury\ Secretary
    | Foreign\ Secretary | Home\ Secretary | Secretary[-\ ]General
))"""
_WORD = r"[\p{L}.’'\u2019-]+"
_PLAIN = pattern(
    rf"(?<before>(?:{_WORD}{_mention.BLANK}){{0,4}})\b{_TITLE}(?:{_mention.OF})?"
    rf"(?:,?{_mention.BLANK}|{_mention.BLANK}[–—-]{_mention.BLANK})"
    rf"(?:(?:Sir|Dame|Lord|Dr\.?|Mr\.?|Mrs\.?|Ms\.?){_mention.BLANK})?(?=\p{{Lu}})",
    verbose=True,
)
# Words before a title that make it another one, or one of another time.
_OTHER = frozenset(
    {
        "former", "ex", "late", "then", "deputy", "vice", "acting", "interim", "first", "assistant",
        "shadow", "incoming", "outgoing", "future", "next", "new", "under", "elect", "designate",
        "candidate", "hopeful", "onetime", "erstwhile", "onetime", "ousted", "exiled", "self",
        "proclaimed", "would", "be", "de", "facto", "fake", "mock", "honorary", "founding", "past",
        "previous", "caretaker", "and", "or", "fictional", "puppet", "co", "second", "minister",
        "party", "council", "club", "group", "senate", "assembly", "parliament", "parliamentary",
        "eurogroup", "commission", "not", "as", "called", "state", "regional", "federal",
    }
)  # fmt: skip


class Titled(NamedTuple):
    """A title as it stands: its words, its place (folded) and the words before."""

    title: str
    place: str
    start: int


class WrongOffice(Rule):
    """A president is called president, and a prime minister prime minister.

    “Ukrainian Prime Minister Volodymyr Zelenskyy”: the title is one slip of the
    pen away from the right one, and it is a correction every time. The rule
    speaks only where a full name stands right after the title with its country,
    where the person holds one known office on the story's date and has never
    held the one named, and where somebody else holds that, or it does not exist.
    """

    id = "titles/wrong-office"
    severity = Severity.STOP
    triggers = (
        "president", "minister", "premier", "taoiseach", "chancellor", "secretary",
    )  # fmt: skip
    source = "lint_rules/titles/_facts.toml, with a source for every tenure"
    examples = (
        Good("Ukrainian President Volodymyr Zelenskyy met the visitors.", date="2025-04-15"),
        Good("Former Ukrainian Prime Minister Volodymyr Groysman spoke.", date="2018-04-15"),
        Good("Turkish Prime Minister Recep Tayyip Erdogan won in 2011.", date="2018-05-01"),
        Good("Taiwanese Premier Lai Ching-te said so at the time.", date="2025-05-01"),
        Good("“Our President Keir Starmer” was a slip of the tongue.", date="2025-05-01"),
        Good("Socialist party president Pedro Sánchez spoke last.", date="2020-05-01"),
        Good("French Prime Minister François Bayrou met Emmanuel Macron.", date="2025-05-01"),
        Bad(
            "He met [[Ukrainian Prime Minister Volodymyr Zelenskyy]] on Monday.",
            fixed="He met Ukrainian President Volodymyr Zelenskyy on Monday.",
            date="2025-04-15",
        ),
        Bad(
            "[[NATO President Mark Rutte]] flew to Odesa.",
            fixed="NATO Secretary General Mark Rutte flew to Odesa.",
            date="2025-04-15",
        ),
        Bad(
            "They wrote to [[Russian President Volodymyr Zelensky]].",
            fixed="They wrote to Ukrainian President Volodymyr Zelensky.",
            date="2024-02-01",
        ),
        Bad(
            "It was [[the president of Israel, Benjamin Netanyahu]], who called.",
            fixed="It was the prime minister of Israel, Benjamin Netanyahu, who called.",
            date="2024-02-01",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find titles that their bearers never had."""
        for match in _PLAIN.finditer(doc.text):
            person = _mention.person_at(doc.text, match.end(), load())
            if person is None:
                continue
            titled = _titled(match, load())
            if titled is not None:
                yield from self._judge(doc, match, titled, person)

    def _judge(
        self, doc: Document, match: regex.Match[str], titled: Titled, person: Person
    ) -> Iterator[Finding]:
        tenure = _one_office(load(), person.name, doc)
        if tenure is None or not _is_wrong(load(), titled, tenure):
            return
        span = Span(titled.start, person.span.end)
        if doc.quote_at(span) is not None:
            return
        if _mention.is_of_another_time(doc, span, tenure.since):
            return
        yield from ()
