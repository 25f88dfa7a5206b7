"""The rules about leftovers: their examples, forms that cannot be marked, and real copy."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest

from copydesk.config import Config
from copydesk.model.findings import Finding, Severity
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.terms.compile import compile_packs
from copydesk.terms.pack import Pack, read_pack
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import apply_edits, document, failures_of
from lint_rules.hooks import copydesk_rules

FOLDER = Path(__file__).resolve().parents[2] / "lint_rules" / "leftover"
CLASSES = tuple(kind for kind in copydesk_rules() if kind.id.startswith("leftover/"))
PAGE = "The harbour is open again after the storm.\n\n{}\n\nBoats came back at noon on Monday.\n"

# Whole lines, by the rule that takes them out.
LINES = {
    "leftover/agency-tag": [
        "tag:reuters.com,2031:binary_LYNXABCD0A1BC-VIEWIMAGE",
        "tag:reuters.com,2031:binary_LYNXABCD0A1BC-BASEIMAGE",
        "tagreuters.com2031binary_LYNXABCD0A1BC-THUMBNAIL",
        "tagreuters.com2031binary_LYNXABCD0A1BC-LIMITEDIMAGE",
        "tagreuterscom2031binary_LYNXABCD0A1BC-FILEDIMAGE",
        "tagreuters.com2031binary_RC2ABC1DEF2G-VIEWIMAGE",
        "tagreuters.com2031newsml_L1N0AB1CD:12345",
        "urn:newsml:reuters.com:20310102:nL1N0AB1CD",
        "AFP-33AB1CD",
        "doc-33ab1cd",
        "gettyimages-1234567890-612x612.jpg",
    ],
    "leftover/agency-signoff": [
        "(Reporting by Ann Poe; Editing by Di Moe)",
        "(Reporting By Ann Poe; editing by Di Moe)",
        "(Reporting by Ann Poe in Oslo and Bob Roe in Bergen; Editing by Di Moe and Cy Doe.)",
        "(Writing by Ann Poe)",
        "(Additional reporting by Ann Poe in Oslo)",
        "Reporting by Ann Poe; Editing by Di Moe",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "The Thomson Reuters Trust Principles",
        "-30-",
        "- 30 -",
        "# # #",
        "###",
        "ENDS",
        "-ends-",
        "-END-",
        "(more)",
        "More follows",
        "Enditem",
        "NNNN",
        "(Adds details, quotes)",
        "(Recasts with captain's comment)",
        "(Updates toll, adds background in paragraphs 4-6)",
        "Eds: Adds photo links.",
        "ADDS quotes, background",
        "With AP Photos.",
        "© 2031 Agence France-Presse",
        "Copyright 2031 Cable News Network. All rights reserved.",
        "Keywords: pier, harbour",
        "BC-EU--Pier Storm, 2nd Ld-Writethru",
        "NORWAY-PIER/STORM (UPDATE 1, PIX)",
        "NORWAY-PIER/STORM",
        "Norway/pier/",
        "dpa ab cde fg",
        "(Xinhua)",
        "NOTES TO EDITORS",
    ],
    "leftover/hold": [
        "EMBARGOED UNTIL 06:00 GMT",
        "HOLD FOR RELEASE ON MONDAY",
        "DO NOT PUBLISH",
        "NOT FOR PUBLICATION",
        "LAWYER!",
    ],
    "leftover/markup": [
        "<p>The pier is old.",
        "The pier&amp;#39;s owner is old.",
        "The pierâ€™s owner is old.",
        "The \ufffdpier is old.",
        "The {++new ++}pier is old.",
    ],
    "leftover/embed": [
        "pic.twitter.com/AbCdEf12Gh",
        "View this post on Instagram",
        "A post shared by Harbour (@harbour.poe)",
        "Advertisement",
        "ADVERTISEMENT",
        "Story continues below advertisement",
        "Article continues after this ad",
        "Share on Facebook",
        "SHARE THIS ARTICLE Share Tweet Post Email",
        "CLICK HERE TO SEE MORE OF THE HARBOUR",
        "READ MORE: The pier is sold",
        "Read more: The pier is sold to the town",
        "See also: The pier is sold",
        "Sign up for our newsletter",
        "Sign up here to get our daily newsletter in your inbox.",
        "[gallery ids=\"1,2,3\"]",
        "[embed]https://example.org/v[/embed]",
        "[caption id=\"a1\" align=\"left\"]",
        "see also The pier is sold to the town",
        "Watch the video above",
        "Click here to see the pier.",
        "Continue reading the main story",
        "Share this article",
        "Print This Article",
        "We use cookies to make this site better.",
        "Already a subscriber? Log in",
        "Download the Harbour News app",
        "https://t.co/AbCdEf12",
        "{{< figure src=pier.jpg >}}",
        "{{headline}}",
    ],
    "leftover/photo-credit": [
        "Credit: Getty Images",
        "Photo by Ann Poe/Harbour News via Getty Images",
        "Photo: Ann Poe, AP",
        "(Photo by Ann Poe / AFP)",
        "(AP Photo/Ann Poe)",
        "Mandatory Credit: Ann Poe-HARBOUR TODAY Sports",
        "FILE PHOTO: Boats lie at the pier in Oslo, May 3, 2031. REUTERS/Ann Poe",
        "File – Boats lie at the pier",
        "Getty Images",
        "Boats are seen at the pier in Oslo, Monday, May 3, 2031.",
    ],
    "leftover/placeholder": [
        "TK",
        "TKTK",
        "XXX",
        "Headline goes here",
        "INSERT QUOTE HERE",
        "[insert quote]",
        "[name]",
        "Lorem ipsum dolor sit amet",
        "TO DO: call the captain",
        "???",
        "[DESK: is it open?]",
        "Test story",
        "headline2",
    ],
    "leftover/chatbot": [
        "As an AI language model, I cannot see the pier.",
        "Certainly! Here is a summary of the report:",
        "Sure! Here's a shorter version:",
        "Here’s a revised version of your article:",
        "Let me know if you’d like any changes!",
        "Would you like me to write a headline for it?",
        "[Your Name]",
        "If you want, I can also create a headline for it.",
        "I hope this helps!",
    ],
}  # fmt: skip

# Words within a sentence, and the rule that finds them.
WITHIN = [
    ("leftover/placeholder", "The pier cost [check with council] in May.", "[check with council]"),
    ("leftover/placeholder", "It was built by [NAME] in 1890.", "[NAME]"),
    ("leftover/placeholder", "It cost $XX million to build.", "$XX"),
    ("leftover/placeholder", "It cost £TK million to build.", "£TK"),
    ("leftover/chatbot", "The pier is open.[cite: 1, 4] It is old.", "[cite: 1, 4]"),
    ("leftover/chatbot", "The pier is open.【4†source】 It is old.", "【4†source】"),
    ("leftover/chatbot", "See https://example.org/a?utm_source=chatgpt.com for more.",
     "utm_source=chatgpt.com"),
    ("leftover/embed", "It is open [gallery ids=\"1,2\"] again.", "[gallery ids=\"1,2\"]"),
    ("leftover/agency-signoff", "UPDATE 1-Ferry sinks off Oslo in a storm", "UPDATE 1-"),
    ("leftover/agency-signoff", "REFILE-Ferry sinks off Oslo in a storm", "REFILE-"),
    ("leftover/dateline", "(Reuters) -Boats came back to the pier.", "(Reuters) -Boats"),
    ("leftover/dateline", "OSLO, May 3 (Reuters)-Boats came back.", "(Reuters)-Boats"),
    ("leftover/dateline", "OSLO (Reuters) Boats came back to the pier.", "(Reuters) Boats"),
    ("leftover/dateline", "OSLO, Norway (AP)— Boats came back.", "(AP)— Boats"),
    ("leftover/photo-credit", "The mayor is glad. (Photo by ANN POE / AFP)",
     "(Photo by ANN POE / AFP)"),
    ("leftover/photo-credit", "Boats lie in port in May. REUTERS/Ann Poe", "REUTERS/Ann Poe"),
]  # fmt: skip

GOOD = [
    "TK’s Toy Box opened next to the TK Maxx on Elm Street, said T.K. Poe.",
    "The label read TOP SECRET//SI/TK, for Talent Keyhole (TK).",
    "Super Bowl XXX was shown in a cinema that had shown XXX films; he wore XXL.",
    "“I told [name] to go,” the letter says. “As an AI language model, I can’t.”",
    "The chatbot wrote: “Certainly! Here is a summary of the report.”",
    "The firm says that as an AI company it must file a report on Monday.",
    "She read more books that year, signed up for a course and shared a flat.",
    "The advertisement ran for a year. Advertising is dear, the owner said.",
    "The report was edited by Ann Poe, with reporting by students of the school.",
    "The story ends here. More follows from the inquiry, the judge said.",
    "OSLO—Boats came back to the pier on Monday.",
    "Oslo (CNN) Boats came back to the pier on Monday.",
    "(Reuters) - Boats came back to the pier on Monday.",
    "OSLO, Norway (AP) — Boats came back to the pier on Monday.",
    "The Oslo Police District (OPD) -like others- is short of staff.",
    "Getty Images and the Associated Press (AP) sued the firm over a photo by a reader.",
    "The law (House/Senate) was signed; so was the pact (Oslo/Bergen).",
    "The museum (photo below) is open, and entry (as seen via a webcam) is free.",
    "She tweeted a photo on Monday (@harbour_poe) and left it there.",
    "Rule 30 - 30 words or fewer - is gone. The #30 bus is late.",
    "He typed ### into the form to end it, and wrote -30- on the wall.",
    "UPDATE: The pier is open. EXCLUSIVE: It is sold. CORRECTED: It is not.",
]


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(
        read_pack(path.name, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))
    )


@cache
def table() -> TermTable:
    return TermTable(compile_packs(packs()))


@pytest.fixture
def findings(
    lint: Callable[..., tuple[Finding, ...]],
) -> Callable[..., tuple[Finding, ...]]:
    """What all rules of the group find in a text."""
    entries = {entry.rule for pack in packs() for entry in pack.entries}
    return partial(lint, rule=(*CLASSES, *entries), table=table())


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.id)
def test_the_examples_hold(kind) -> None:
    assert list(failures_of(kind)) == []


def test_all_rules_of_the_group_are_known() -> None:
    assert {*LINES, "leftover/dateline"} <= set(Registry(contributions("")).rules)


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in LINES.items() for line in lines]
)
def test_a_line_that_is_a_leftover_is_found(
    findings: Callable[..., tuple[Finding, ...]], name: str, line: str
) -> None:
    text = PAGE.format(line)
    found = findings(text)
    assert [one.rule for one in found] == [name]
    assert text[slice(*found[0].span)].strip() in line
    if found[0].fixes and found[0].span == (text.index(line), text.index(line) + len(line)):
        fixed = apply_edits(text, found[0].fixes[0].edits)
        assert fixed == PAGE.format("").replace("\n\n\n", "\n")


@pytest.mark.parametrize(("name", "text", "words"), WITHIN)
def test_words_within_a_sentence_are_found(
    findings: Callable[..., tuple[Finding, ...]], name: str, text: str, words: str
) -> None:
    text = f"{text}\n\nBoats came back at noon on Monday, and the crews were glad.\n"
    found = [one for one in findings(text) if one.rule == name]
    assert [text[slice(*one.span)] for one in found] == [words]


@pytest.mark.parametrize("text", GOOD)
def test_good_copy_is_left_alone(findings: Callable[..., tuple[Finding, ...]], text: str) -> None:
    assert findings(text) == ()
    assert findings(f"Harbour opens after storm\n\n{text}\n\nBoats came back at noon.\n") == ()


@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        ("---\ntitle: Pier opens\nimage-credit: Photo by Ann Poe / AFP\n---\n\nIt is open.\n", "markdown"),
        ("It is open.\n\nRead more: [The pier is sold](https://example.org/p)\n", "markdown"),
        ("<article><h1>Pier opens</h1><figure><img src='p.jpg' alt='The pier'><figcaption>The pier."
         " (Photo by Ann Poe / AFP)</figcaption></figure><p>It is open.</p></article>", "html"),
        ("<article><p>It is open.</p><blockquote class='twitter-tweet'><p>Open! pic.twitter.com/Ab12"
         "</p>&mdash; Ann Poe (@poe) <a href='#'>April 15, 2031</a></blockquote></article>", "html"),
        ("<article><p>It is open.</p><p>READ MORE: <a href='/p'>The pier is sold</a></p></article>", "html"),
    ],
)  # fmt: skip
def test_what_a_system_puts_in_its_place_is_left_alone(
    findings: Callable[..., tuple[Finding, ...]], text: str, format_name: str
) -> None:
    assert findings(text, form=format_name) == ()


SEEDS = [
    ("leftover/dateline", "001", 67, 82),
    ("leftover/agency-signoff", "001", 2510, 2679),
    ("leftover/agency-tag", "001", 2681, 2729),
    ("leftover/agency-tag", "001", 2731, 2779),
    ("leftover/agency-tag", "001", 2781, 2829),
    ("leftover/embed", "002", 1273, 1330),  # the tweet's signature
    ("leftover/embed", "002", 1562, 1588),
    ("leftover/dateline", "003", 60, 73),  # alone on its line
    ("leftover/photo-credit", "004", 586, 619),
]


def test_on_real_drafts_they_find_what_is_there_and_no_more(
    findings: Callable[..., tuple[Finding, ...]], shared: Path
) -> None:
    places = []
    for path in sorted((shared / "seeds").iterdir()):
        text = path.read_text("utf-8")
        places += [(one.rule, path.name[:3], *one.span) for one in findings(text, day="2025-04-15")]
    assert len(places) == len(SEEDS)
    for (rule, draft, first, last), (name, wanted, start, end) in zip(places, SEEDS, strict=True):
        assert (rule, draft) == (name, wanted)
        assert first < end and start < last


def test_a_line_of_an_agency_is_taken_out_unseen(
    findings: Callable[..., tuple[Finding, ...]], shared: Path
) -> None:
    (path,) = (shared / "seeds").glob("001*")
    text = path.read_text("utf-8")
    safe = [
        edit
        for one in findings(text, day="2025-04-15")
        if one.fixes and one.fixes[0].safety == "safe"
        for edit in one.fixes[0].edits
    ]
    fixed = apply_edits(text, tuple(safe))
    assert "(Reuters) - NATO" in fixed and "Sithole" not in fixed and "LYNX" not in fixed


def test_a_word_of_one_newsroom_is_a_pack(tmp_path: Path) -> None:
    pack = tmp_path / "house.toml"
    pack.write_text(
        """
[rule]
id = "house/leftovers"
severity = "stop"
summary = "No marks of our content system."

[[entry]]
match = ['(?<![^\\n])HARBOURCMS-\\d{4}\\Z']
needs = ["harbourcms"]
whole = true
use = ""
fix = "safe"
message = "A number of our content system stands in the copy."
good = ["HARBOURCMS is old."]
bad = ["It is old.\\n\\n[[HARBOURCMS-1234]]"]
""",
        "utf-8",
    )
    config = Config(terms=((str(pack), str(pack)),))
    desk = Linter(RunSettings(config=config, date="2031-05-03"))
    text = PAGE.format("HARBOURCMS-4711")
    (one,) = desk.check_bytes("a.txt", text.encode()).findings
    assert (one.rule, one.range.text) == ("house/leftovers", "HARBOURCMS-4711")
    assert one.fixes[0].safety == "safe"
    (edit,) = one.fixes[0].edits
    fixed = text[: edit.range.start.offset] + edit.text + text[edit.range.end.offset :]
    assert fixed == PAGE.format("").replace("\n\n\n", "\n")


def test_no_word_of_the_stories_is_lost(
    findings: Callable[..., tuple[Finding, ...]], shared: Path
) -> None:
    """Every first fix applied, what goes lies where "delete" is wanted, and the rest stays."""
    expected = json.loads((shared / "expected" / "public.json").read_text("utf-8"))["findings"]
    for path in sorted((shared / "seeds").iterdir()):
        text = path.read_text("utf-8")
        found = [one for one in findings(text, day="2025-04-15") if one.fixes]
        edits = tuple(edit for one in found for edit in one.fixes[0].edits)
        added = "".join(edit.text for edit in edits)
        for edit in edits:
            gone = text[slice(*edit.span)].strip()
            start = text.find(gone, edit.span.start)
            wanted = any(
                one["start"] <= start and start + len(gone) <= one["end"]
                for one in expected
                if one["file"] == path.name and one["wanted"] == "delete"
            )
            assert not gone or wanted or gone in added, (path.name, gone)
        fixed = apply_edits(text, edits).split("\n")
        at = 0
        for line in lines_without(text, found):
            ends = [index for index, new in enumerate(fixed[at:], at) if new.endswith(line)]
            assert ends, (path.name, line)  # the same lines, in the same order
            at = ends[0] + 1


def lines_without(text: str, found: list[Finding]) -> list[str]:
    """The lines of a text that hold words and that no finding touches."""
    kept, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip() and not any(one.span[0] < end and start < one.span[1] for one in found):
            kept.append(line)
        start = end + 1
    return kept


def test_a_credit_may_be_kept() -> None:
    from lint_rules.leftover.agency_signoff import AgencySignoff

    rule = AgencySignoff({"credit": "keep"})
    doc = document(PAGE.format("(Reporting by Ann Poe; Editing by Di Moe)"))
    assert [one.severity for one in rule.check(doc)] == [Severity.STYLE]


def test_a_tweet_is_one_finding_with_its_words(
    findings: Callable[..., tuple[Finding, ...]],
) -> None:
    text = PAGE.format("We are open https://t.co/AbC12 pic.twitter.com/AbC12\n\nIt is old.")
    (one,) = findings(text)
    assert text[slice(*one.span)] == "https://t.co/AbC12 pic.twitter.com/AbC12"
    assert [text[slice(*related.span)] for related in one.related] == ["We are open"]


@pytest.mark.parametrize("unit", ["\u202ea", "Ã©\x01 ", "\u200b\u202e\x01é "])
def test_many_unseen_characters_take_no_more_than_their_share(unit: str, lint, linear) -> None:
    linear(lambda text: lint(text, "leftover/markup"), lambda size: unit * size, 1_000, 10_000)
