"""``titles/inconsistent``: one person with two titles in one story."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Span,
    ValueTuple,
    scan,
)
from copydesk.facts import fold
from lint_rules.titles import _person_names, _resolve_holder, _time_reference

# Titles that exclude each other: a person has one of each group at a time.
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
_SPACES = (" ", "\u00a0")
_TITLED = scan(
    r"(?<![\w-])(?P<title>(?:Lord|Deputy|Vice|Lieutenant|Lt\.|Assistant|Prime|Police)"
    r"[ \u00a0-](?:(?:Prime|Police)[ \u00a0])?\p{L}+\.?|\p{Lu}\p{L}+\.?)[ \u00a0]"
    r"(?P<name>\p{Lu}[\p{L}’'-]+(?:[ \u00a0]\p{Lu}\.)?[ \u00a0]\p{Lu}[\p{L}’'-]+)",
    at=frozenset(form.split()[-1] for form in _TITLES),
    before=40,
    after=120,
)


# By the last word of a title, which every mention of it has: the titles, with their other words.
_MEANT: dict[str, list[tuple[tuple[int, str], list[str]]]] = {}
for _form, _title in _TITLES.items():
    _MEANT.setdefault(_form.split()[-1], []).append((_title, _form.split()[:-1]))


def _may_clash(doc: Document) -> bool:
    """Whether the story has the words of two titles that exclude each other, each with a name."""
    seen = {
        title
        for last in doc.words.among(_MEANT)
        if _has_name(doc, last)
        for title, words in _MEANT[last]
        if all(word in doc.words for word in words)
    }
    return len({group for group, _ in seen}) < len(seen)


def _has_name(doc: Document, word: str) -> bool:
    """Whether a word with a capital follows the last word of a title somewhere."""
    text = doc.text
    for start in doc.words.starts(word):
        end = start + len(word)
        end += text[end : end + 1] == "."
        if text[end : end + 1] in _SPACES and text[end + 1 : end + 2].isupper():
            return True
    return False


class _Sight(ValueTuple):
    """A title with a full name, and their span."""

    title: str
    span: Span


class Inconsistent(Rule):
    """A person has the same title throughout the story.

    “Mayor Pat Roe” in the first paragraph and “Deputy Mayor Pat Roe” in the
    ninth: one is wrong, and only the desk knows which. The rule asks about
    people who are not in the facts, if their two titles exclude each other.
    """

    id = "titles/inconsistent"
    severity = Severity.ASK
    scans = (_TITLED,)
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
        if not _may_clash(doc):
            return
        first: dict[tuple[int, str], _Sight] = {}
        for match in _TITLED.finditer(doc):
            key = fold(match["title"])
            if key not in _TITLES or not _counts(doc, Span(*match.span())):
                continue
            group, title = _TITLES[key]
            name = fold(match["name"])
            one = _Sight(title, Span(*match.span()))
            earlier = first.setdefault((group, name), one)
            known = _person_names.person_at(doc.text, match.start("name"), self.facts)
            if earlier.title != title and (known is None or known.part):
                yield self.find(
                    one.span,
                    f"{match['name']} is called both {earlier.title} and {title}: "
                    "check which is right.",
                    related=(Related(earlier.span, f"{earlier.title} here"),),
                )


def _counts(doc: Document, span: Span) -> bool:
    """Whether it is a current title, in running copy, and complete."""
    before = doc.before(span, 40).rstrip().rpartition("\n")[2].split()
    last = before[-1].lower() if before else ""
    if last in _resolve_holder.OTHER or last.endswith(("'s", "’s")):
        return False
    year = f"{doc.date.day.isoformat()[:4]}-01-01"
    return doc.quote_at(span) is None and not _time_reference.is_of_another_time(doc, span, year)
