"""Who a title and a name refer to, and which of that person’s tenures."""

from __future__ import annotations

from copydesk import Document, Iterable
from copydesk.facts import Person, Tenure, fold
from lint_rules._shared.dates import MONTHS, WEEKDAYS
from lint_rules.titles import _describing, _namesakes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lint_rules.titles._mention import Mention  # not needed at run time

# Words before a title that say that the time in office is over, or has not begun.
GONE = frozenset(
    {
        "former", "ex", "late", "then", "deposed", "ousted", "exiled", "toppled", "fugitive",
        "jailed", "imprisoned", "overthrown", "assassinated", "slain", "murdered", "fallen",
        "detained", "defeated", "departed", "deceased", "dead", "retired", "elected", "re-elected",
        "reelected", "newly-elected", "newly", "next", "future", "incoming", "outgoing", "sacked",
        "fired", "dismissed", "removed", "onetime", "one-time", "erstwhile", "previous", "past",
        "would-be", "presumptive", "likely", "anticipated",
        "prospective", "potential", "aspiring", "long-dead", "one-term",
    }
)  # fmt: skip
# Words before a title that make it a different title, or one of another time.
OTHER = frozenset(
    {
        "former", "ex", "late", "then", "deputy", "vice", "acting", "interim", "first", "assistant",
        "shadow", "incoming", "outgoing", "future", "next", "new", "under", "elect", "designate",
        "candidate", "hopeful", "onetime", "one-time", "erstwhile", "ousted", "exiled", "would-be",
        "self-proclaimed", "facto", "fake", "mock", "honorary", "founding", "past", "previous",
        "caretaker", "and", "or", "fictional", "puppet", "second", "minister", "party", "not", "as",
        "called", "federal", "ceremonial", "chief", "senior", "junior", "longtime", "sometime",
        "both", "co", "cum", "associate", "state", "provincial", "regional", "council", "city",
        "county", "club", "university", "college", "school",
        "union", "board", "company", "bank", "team",
        "student", "class", "group", "division", "committee", "assembly", "court",
        *GONE,
    }
)  # fmt: skip
_OPENING = frozenset(
    {
        "the", "but", "when", "while", "as", "after", "before", "in", "on", "at", "with", "for",
        "if", "like", "meanwhile", "although", "though", "since", "because", "both", "yet", "by",
        "to", "and", "that", "however", "even", "now", "last", "also", "from", "under", "during",
        "photo", "image", "watch", "video", "read", "more", "here", "why", "how", "what", "is",
        "are", "was", "were", "has", "did", "does", "will", "can", "should", "unlike", "until",
        "gop", "republican", "republicans", "democratic", "democrat", "so", "who", "our", "today",
        "earlier", "later", "thanks", "given", "despite", "against",
    }
)  # fmt: skip
_BEFORE_NAMES = frozenset(
    {
        "mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "president", "minister", "premier",
        "chancellor", "secretary", "gov", "governor", "sen", "senator", "rep", "speaker", "general",
        "leader", "pm", "mayor", "ceo", "chairman", "chair", "director", "pope", "king", "queen",
        "a", "an", "about", "another", "between", "of", "for", "or", "not", "only", "while", "into",
    }
)  # fmt: skip
_HEADS = frozenset({"president", "pm", "monarch", "chancellor", "ruler", "communist"})
_JOINS = frozenset({"as", "and", "or", "both"})  # they do not belong to a title
_CALENDAR = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))


def is_other(words: tuple[str, ...]) -> bool:
    """Whether the last of the words before may belong to the title or the place."""
    if not words:
        return False
    last = words[-1].lower().rstrip(".")
    skip = _describing.count_of(words)
    if skip and words[: len(words) - skip] and words[-1 - skip].lower() in GONE:
        return True  # “deposed pro-Russian President X”
    if last in OTHER or last.startswith("ex-") or last.endswith(("'s", "’s", "s'", "s’")):
        return True
    return words[-1][0].isupper() and last not in _OPENING and last not in _CALENDAR


def is_plain(mention: Mention) -> bool:
    """Whether a title stands plain: without “former”, and not a part of another title.

    In “as President X” and “both President X and …” it is no part of one.
    """
    if mention.cue or mention.place == "?":
        return False
    joined = bool(mention.ahead) and mention.ahead[-1].lower() in _JOINS
    return joined or not is_other(mention.ahead)


def is_no_name(word: str) -> bool:
    """Whether a word with a capital before a surname is no given name: “Mr.”, “President”."""
    plain = word.lower().rstrip(".")
    return plain in _OPENING or plain in _CALENDAR or plain in OTHER or plain in _BEFORE_NAMES


def title_of(doc: Document, mention: Mention) -> str:
    """The folded title; “head of the IMF” is its chief."""
    title = fold(doc[mention.title])
    return "chief" if title == "head" else title


def meant(doc: Document, mention: Mention, person: Person) -> list[Tenure]:
    """The person’s tenures in the offices named."""
    title = title_of(doc, mention)
    return [
        one
        for one in person.tenures
        if one.office.has_title(title) and (not mention.place or one.office.is_of(mention.place))
    ]


def resolve(doc: Document, mention: Mention) -> tuple[Person, list[Tenure]] | None:
    """The one person referred to, with the tenures in the office named.

    A surname alone counts if the place is named with it, if the story gives the
    full name, and for the holders of the best-known offices. None if it may be
    either of two people, or if nobody of that name has held such an office.
    """
    day = doc.date.day.isoformat()
    held = [(person, meant(doc, mention, person)) for person in mention.people]
    found = [one for one in held if any(tenure.since <= day for tenure in one[1])]
    if mention.part:
        named = [one for one in found if in_full(doc, one[0])]
        if not named and not mention.place:
            found = [one for one in found if any(held.office.household for held in one[1])]
        found = named or found
    if len(found) > 1:
        found = _namesakes.in_states_named(doc, mention, found)
    if len(found) > 1 and not mention.cue:  # “President Bush”: the one in office on the story date
        found = [one for one in found if any(held.covers(day) for held in one[1])]
    return found[0] if len(found) == 1 else None


def resolve_leader(doc: Document, mention: Mention) -> tuple[Person, list[Tenure]] | None:
    """Who “former Cuban leader Fidel Castro” is: the one of that name who was head of the place."""
    if mention.part or len(mention.people) != 1 or not mention.place:
        return None
    if fold(doc[mention.title]) not in ("leader", "dictator", "strongman", "ruler"):
        return None
    person = mention.people[0]
    held = [
        one
        for one in person.tenures
        if one.office.is_of(mention.place) and one.office.id.partition("/")[2] in _HEADS
    ]
    return (person, held) if held else None


def in_full(doc: Document, person: Person) -> bool:
    """Whether the story gives the person’s full name somewhere."""
    return any(name in doc.text for name in _full((person.name, *person.forms)))


def _full(names: Iterable[str]) -> Iterable[str]:
    for name in names:
        yield name
        short = " ".join(word for word in name.split() if not word.endswith("."))
        if " " in short and short != name:
            yield short


def day_before(day: str, days: int) -> str:
    """The ISO date that is some days before another."""
    from datetime import date, timedelta

    try:
        return (date.fromisoformat(day) - timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day
