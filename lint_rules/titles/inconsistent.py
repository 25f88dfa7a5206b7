"""``titles/inconsistent``: one person under two titles in one story."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Bad, Good, Related, Rule, Severity, Span, pattern
from copydesk.facts import fold
from lint_rules.titles import _names, _time, _who

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document, Finding

# Titles that exclude one another at one time: of each group a person has one.
_GROUPS = (
    {
        "mayor": "mayor", "deputy mayor": "deputy mayor", "vice mayor": "deputy mayor",
        "lord mayor": "mayor",
    },
    {
        "gov": "governor", "governor": "governor", "lt gov": "lieutenant governor",
        "lieutenant governor": "lieutenant governor", "deputy governor": "deputy governor",
    },
    {
        "sen": "senator", "senator": "senator", "rep": "representative",
        "representative": "representative", "congressman": "representative",
        "congresswoman": "representative",
    },
    {
        "president": "president", "prime minister": "prime minister", "premier": "prime minister",
        "vice president": "vice president", "deputy prime minister": "deputy prime minister",
        "chancellor": "chancellor",
    },
    {
        "sheriff": "sheriff", "undersheriff": "undersheriff", "deputy sheriff": "deputy sheriff",
        "police chief": "police chief", "deputy police chief": "deputy police chief",
        "assistant police chief": "assistant police chief",
    },
    {
        "superintendent": "superintendent", "deputy superintendent": "deputy superintendent",
        "assistant superintendent": "assistant superintendent",
    },
    {
        "capt": "captain", "captain": "captain", "lt": "lieutenant", "lieutenant": "lieutenant",
        "sgt": "sergeant", "sergeant": "sergeant", "det": "detective", "detective": "detective",
    },
)  # fmt: skip
_TITLES = {form: (number, name) for number, group in enumerate(_GROUPS)
           for form, name in group.items()}  # fmt: skip
_TITLED = pattern(
    r"(?<![\w-])(?P<title>(?:Lord|Deputy|Vice|Lieutenant|Lt\.|Assistant|Prime|Police)"
    r"[ \u00a0-](?:(?:Prime|Police)[ \u00a0])?\p{L}+\.?|\p{Lu}\p{L}+\.?)[ \u00a0]"
    r"(?P<name>\p{Lu}[\p{L}’'-]+(?:[ \u00a0]\p{Lu}\.)?[ \u00a0]\p{Lu}[\p{L}’'-]+)"
)


_BEFORE, _AFTER = 40, 120  # code points in which the rest of a title, and a name, stand


def _likely(doc: Document) -> list[Span]:
    """Where titles that may exclude each other stand before a name; disjoint, in order."""
    text, spans = doc.text, list[Span]()
    starts = sorted(
        start
        for group in _GROUPS
        if len({name for form, name in group.items() if _may_hold(doc, form)}) > 1
        for form in group
        for word in form.split()[-1:]
        for start in doc.words.starts(word)
        if _opens_name(text, start + len(word))
    )
    for start in starts:
        first = text.rfind("\n", max(0, start - _BEFORE), start) + 1 or max(0, start - _BEFORE)
        span = Span(first, min(len(text), start + _AFTER))
        if spans and span.start < spans[-1].end:
            span = Span(spans.pop().start, span.end)
        spans.append(span)
    return spans


def _may_hold(doc: Document, form: str) -> bool:
    return all(word in doc.words for word in form.split())


def _opens_name(text: str, at: int) -> bool:
    """Whether a capital follows behind a blank, or a stop and a blank."""
    at += text[at : at + 1] == "."
    return text[at : at + 1] in (" ", "\u00a0") and text[at + 1 : at + 2].isupper()


class _Sight(NamedTuple):
    """A title with a full name, where they stand."""

    title: str
    span: Span


class Inconsistent(Rule):
    """One person has one title in a story.

    “Mayor Pat Roe” in the first paragraph and “Deputy Mayor Pat Roe” in the
    ninth: one of them is wrong, and only the desk knows which. The rule asks
    about people whom the facts do not know, where two titles exclude each other.
    """

    id = "titles/inconsistent"
    severity = Severity.ASK
    triggers = tuple(sorted({form.split()[-1] for form in _TITLES}))
    examples = (
        Good("Mayor Pat Roe spoke.\n\nDeputy Mayor Sam Poe agreed, and Mayor Pat Roe left."),
        Good("Sen. Pat Roe spoke.\n\nLater Senator Pat Roe voted."),
        Good("Mayor Pat Roe spoke.\n\nIn 2019, Deputy Mayor Pat Roe paid for it.",
             date="2025-04-15"),
        Good("Mayor Pat Roe spoke.\n\n“Thank you, Deputy Mayor Pat Roe,” he said."),
        Good("Mayor Pat Roe spoke.\n\nFormer Deputy Mayor Pat Roe was elected in May."),
        Bad("Mayor Pat Roe spoke.\n\nThe plan is that of [[Deputy Mayor Pat Roe]]."),
        Bad("Sen. Pat Roe spoke.\n\nThe bill is that of [[Rep. Pat Roe]]."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find people with two titles that exclude each other."""
        first: dict[tuple[int, str], _Sight] = {}
        for match in (one for span in _likely(doc) for one in _TITLED.finditer(doc.text, span)):
            key = fold(match["title"])
            if key not in _TITLES or not self._counts(doc, match.start(), match.end("name")):
                continue
            group, title = _TITLES[key]
            name = fold(match["name"])
            one = _Sight(title, Span(match.start("title"), match.end("name")))
            earlier = first.setdefault((group, name), one)
            known = _names.person_at(doc.text, match.start("name"), self.facts)
            if earlier.title != title and (known is None or known.part):
                yield self.find(
                    one.span,
                    f"Is it {earlier.title} or {title}? The story says both of {match['name']}.",
                    related=(Related(earlier.span, f"{earlier.title} here"),),
                )

    def _counts(self, doc: Document, start: int, end: int) -> bool:
        """Whether it is a title of now, in running copy, and a whole one."""
        span = Span(start, end)
        before = doc.text[max(0, start - 40) : start].rstrip().rpartition("\n")[2].split()
        last = before[-1].lower() if before else ""
        if last in _who.OTHER or last.endswith(("'s", "’s")) or doc.quote_at(span) is not None:
            return False
        return not _time.is_of_another_time(doc, span, doc.date.day.isoformat()[:4] + "-01-01")
