"""Stories with one fault each, in three formats; all of them invented."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

DAY = "2025-04-15"

AROUND = (
    "Ulrike Vossenkuhl took the chair on Wednesday. She is 61 and comes from Grimmelhausen.",
    "The quay has 4,217 berths, its office says, and Wilbur Kostermann counted 963 boats. "
    "Kostermann, who works for Nordlicht Partners, was paid $18,350.",
    "“It was a long night,” said Kostermann. The board meets again in May.",
    "Calls to +49 40 555 0172 were not returned. Letters went to w.kostermann@nordlicht.example.",
)
SECRETS = (
    "Ulrike", "Vossenkuhl", "Grimmelhausen", "4,217", "Wilbur", "Kostermann", "963", "Nordlicht",
    "18,350", "555 0172", "61 and", "nordlicht",
)  # fmt: skip
HEADLINE = "Grimmelhausen port board meets after a long night"


class Case(NamedTuple):
    """A rule, paragraphs in which it reports something, and what of them it needs."""

    rule: str
    fault: tuple[str, ...]
    kept: tuple[str, ...] = ()
    headline: str = HEADLINE
    formats: tuple[str, ...] = ("text", "markdown", "html")


CASES = (
    Case("sentence/doubled-word", ("It rained. The crew slept in the the dark, Enno Tidwald said.",)),
    Case("sentence/a-an", ("It took a hour to moor the boat, Enno Tidwald said.",)),
    Case("sentence/lost-stop", ("Enno Tidwald swam to the pier.The boat sank.",)),
    Case("quote/unbalanced", ("“We waited all night, said Enno Tidwald, who runs the quay.",)),
    Case("quote/mixed-marks", ("\"We waited all night,” said Enno Tidwald.",)),
    Case("spelling/house-form", ("Enno Tidwald came from Kiev on a boat in March.",), ("Kiev",)),
    Case(
        "spelling/near-miss",
        (
            "The skipper, Enno Wendelmaier, slept. It was cold.",
            "It was late. Wendelmaier woke at noon and said so.",
            "Later a friend of Wendelmeier came aboard with Ida Brook.",
        ),
        ("Wendelmaier", "Wendelmeier"),
    ),
    Case(
        "titles/former-in-office",
        ("Former U.S. President Donald Trump wrote to Enno Tidwald.",),
        ("Donald", "Trump"),
    ),
    Case(
        "facts/unit-conversion",
        ("Enno Tidwald swam 31 kilometres (25 miles) for 512 people.",),
        ("31", "25"),
    ),
    Case("facts/weekday-date", ("Enno Tidwald sails on Monday, April 22, the board said.",)),
    Case(
        "facts/headline-number",
        ("Fire on a boat killed 35 people in Halden on Monday, Enno Tidwald said.",),
        ("34", "35"),
        headline="Fire on a boat kills 34 people",
    ),
    Case("leftover/agency-signoff", ("(Reporting by Enno Tidwald; Editing by Ida Brook)",)),
    Case("leftover/placeholder", ("Enno Tidwald paid TK for the boat.",)),
    Case(
        "leftover/duplicate",
        (
            "The ferry left for the island on time, and Enno Tidwald waved from the pier.",
            "The ferry left for the island on time, and Enno Tidwald waved from the pier.",
        ),
    ),
    Case("spelling/dialect", ("Enno Tidwald chose a color he calls gray. His neighbour traveled.",)),
    Case("typography/spacing", ("Enno Tidwald slept  late, and the boat left.",), formats=("text", "markdown")),
    Case(
        "leftover/chatbot",
        ("Enno Tidwald wrote at https://tidwald.example/log?utm_source=chatgpt.com on Monday.",),
        ("chatgpt.com",),
    ),
)  # fmt: skip


def draft(case: Case, form: str, around: tuple[str, ...] = AROUND) -> str:
    """The story of a case in a format, with paragraphs before and after the fault."""
    half = len(around) // 2
    paragraphs = [*around[:half], *case.fault, *around[half:]]
    if form == "html":
        return _html(case.headline, paragraphs)
    head = f"# {case.headline}" if form == "markdown" else case.headline
    front = f"---\ndate: {DAY}\nbyline: Ulrike Vossenkuhl\n---\n\n" if form == "markdown" else ""
    return front + "\n\n".join([head, *paragraphs]) + "\n"


def _html(headline: str, paragraphs: list[str]) -> str:
    body = "\n".join(f'<p class="vossenkuhl">{escape(one, quote=False)}</p>' for one in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{headline}</title>'
        f'<meta name="author" content="Ulrike Vossenkuhl"><script>let id = 4217963;</script></head>'
        f'<body><nav>Home</nav><article id="a963"><h1>{headline}</h1>\n{body}\n</article>'
        "<!-- for Kostermann --></body></html>\n"
    )
