"""Sentences that run together: the full stop is missing, or the space after it."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Match, Rule, Severity, scan
from lint_rules._shared import RESIDUE
from lint_rules._shared.prose import RUNNING, words
from lint_rules.sentence._fused import ENDS, fused
from lint_rules.sentence._missing_stops import Bare, bare_paragraphs
from lint_rules.sentence._run_together import run_together

_KINDS = (*RUNNING, "block-quote", "note")
_REACH = 40  # code points to either side of a stop

# Endings of file and host names, in any case: Node.Js, Harbour.Com.
_SUFFIXES = words(
    "com net org edu gov info biz dev uk us io ai tv fm js ts md py txt pdf doc docx csv html "
    "htm php exe zip jpg jpeg png gif xml json xls xlsx rb cs cpp vue"
)
_MARKS = '"”’“‘'
_STOPS = frozenset(".!?")
_LAST = _STOPS | frozenset(_MARKS)
# Words with which sentences begin and names seldom do.
_STARTERS = words(
    "The A An He She It They We I But And In On At This That These Those There His Her Its Their "
    "Our If When While After Before As For From With Now Yet So Also However Meanwhile Earlier "
    "Last Some Many Most Both Another Once Since Under What Who How Why Not No One Two Three "
    "During Although Despite According To By You My Even Then Still Each Other Others Instead "
    "Asked"
)
_SHORT_FORMS = words(
    "vs etc approx dept govt assn corp inc ltd bros prof univ incl excl est misc tel cf eg ie no "
    "nos vol ed eds al seq viz fig figs ext sq cu"
)

_JOIN = scan(
    r"([A-Za-z]*[a-z]{2}|\d{4}|\w[”’)])([.!?])([\"”’“‘]{0,2})([A-Z][a-z]+|[AI](?= )"
    r"|[A-Z]{2,5}(?=,? [a-z]))(?![\w.@/\\(])",
    at=(".", "!", "?"),
    before=_REACH,
    after=_REACH,
)


class LostStop(Rule):
    """A full stop ends a sentence, and a space follows it.

    If the space after a full stop is lost, two sentences read as one word; if the stop is lost,
    they read as one sentence, or a paragraph looks cut off. It happens when paragraphs are pasted
    together. Before a quotation the missing mark may be a colon; a sentence that breaks off is
    shown as such. Headings, summaries, captions, notices, labels, lists, posts, lines before a
    list, names of sites and files, initials and handles are left alone.
    """

    id = "sentence/lost-stop"
    severity = Severity.FIX
    yields_to = (*RESIDUE, "sentence/fragment")
    scans = (_JOIN, ENDS)
    triggers = ()  # a missing stop cannot be a trigger
    examples = (
        Good("She works for Visit Oslo.Today and for harbour.example.org."),
        Good("He signed J.R.R. Poe and left for the U.S.A. on Monday at 5 p.m. sharp."),
        Good("The file notes.Txt and the library Node.Js are old."),
        Good("Three towns are in the plan\n\nOslo\n\nBergen\n\nMoss"),
        Bad("Pier opens\n\nThe boats came back to the old harbour on Monday at noon.\n\nThe mayor "
            "said that the old pier in the harbour was open to all of the boats that had come "
            "[[back]]\n\nShe was glad to see the boats, she added.",
            "Pier opens\n\nThe boats came back to the old harbour on Monday at noon.\n\nThe mayor "
            "said that the old pier in the harbour was open to all of the boats that had come "
            "back.\n\nShe was glad to see the boats, she added."),
        Bad("Pier opens\n\nThe boats came back to the harbour on Monday at noon.\n\nThe crew of "
            "the old boat were glad, and on the quay one of them [[said]]\n\n“What a storm!”",
            "Pier opens\n\nThe boats came back to the harbour on Monday at noon.\n\nThe crew of "
            "the old boat were glad, and on the quay one of them said:\n\n“What a storm!”"),
        Bad("The boats came back to the [[pier He]] said that he was glad."),
        Bad("The pier will be shut until the end of the [[week But]] nobody was hurt there."),
        Bad("The road is closed, said the [[mayor Police]] were looking for the driver."),
        Bad("The town paid for the new bridge in [[May When]] Poe came, it was open."),
        Good("She told The Post that she saw the film The Old Pier with a friend on Monday."),
        Good("They went to see the band They Might Sink and were glad that Police School is back."),
        Bad("The mayor opened the bridge on [[Monday it]] had been shut for a year."),
        Bad("The council met for two hours on [[Tuesday the]] vote was put off to the spring."),
        Good("The mayor said on Monday it had been shut. He left, but in May he was back again."),
        Good("It was the day he was late. When he left in May he was old. Last year it was shut."),
        Good(":::note\nThe port is shut.\n:::\n\nIt is late.", format="markdown"),
        Bad("[It helps the [[community.](x)The]] next step is a vote.",
            "[It helps the community.](x) The next step is a vote.", format="markdown"),
        Bad("It helps the [[community.[^1]The]] next step is a vote.\n\n[^1]: So they say.",
            "It helps the community.[^1] The next step is a vote.\n\n[^1]: So they say.",
            format="markdown"),
        Bad("It helps the [[community.The]] next step is a vote.",
            "It helps the community. The next step is a vote."),
        Bad("“It helps the [[community.”The]] next step is a vote.",
            "“It helps the community.” The next step is a vote."),
        Bad("It helps the town, he [[said.“We]] will vote.”",
            "It helps the town, he said. “We will vote.”"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look for stops without a space after them, and for missing stops."""
        text = doc.text
        stops = _JOIN.anchors(doc) if _may_join(doc) else ()
        for at in [one for one in stops if not text[one + 1 : one + 2].isspace()]:
            slot = doc.slot_at(at) if _is_joined(doc, at) else None
            if slot is None or slot.kind not in _KINDS:
                continue
            near = (max(slot.span.start, at - _REACH), min(slot.span.end, at + _REACH))
            for match in _JOIN.pattern.finditer(doc.text, near):
                if match.start(2) == at and not _is_name(doc, match):
                    yield self._joined(doc, match)
        for bare in bare_paragraphs(doc):
            yield self._bare(doc, bare)
        for bare in (*run_together(doc), *fused(doc)):
            yield self.find(
                bare.span,
                "The full stop between two sentences is missing.",
                evidence=bare.evidence,
                severity=Severity.ASK,  # it may be a title, or a clause that leans on another
            )

    def _bare(self, doc: Document, bare: Bare) -> Finding:
        """The finding for a paragraph that ends without a mark."""
        if not bare.mark:
            word = doc[bare.span]
            return self.find(
                bare.span,
                f"The sentence breaks off after “{word}”.",
                evidence="The paragraph ends there, without a full stop.",
            )
        name = "colon" if bare.mark == ":" else "full stop"
        return self.insert(
            bare.span.end,
            bare.mark,
            f"The {name} at the end of the paragraph is missing.",
            title=f"Add a {name}",
            marked=bare.span,
            evidence=bare.evidence if bare.mark == "." else "A quotation follows.",
        )

    def _joined(self, doc: Document, match: Match[str]) -> Finding:
        stop = match.start(2)
        start = max(doc.text.rfind(" ", 0, stop), doc.text.rfind("\n", 0, stop)) + 1
        return self.insert(
            _place(doc, match),
            " ",
            "The space between two sentences is missing.",
            title="Add a space between the sentences",
            safe=True,
            marked=(start, match.end()),
            evidence=f"“{match[4]}” begins a new sentence.",
        )


def _may_join(doc: Document) -> bool:
    """A quick check: whether two words are apart by a stop and quotation marks alone."""
    return any(
        separator and separator[-1] in _LAST and separator.rstrip(_MARKS)[-1:] in _STOPS
        for separator in doc.words.separators
    )


def _is_joined(doc: Document, stop: int) -> bool:
    """Whether a capital, or marks and a capital, follow a stop without a space."""
    text = doc.text
    after = text[stop + 1 : stop + 2]
    if not (after.isupper() or (after and after in _MARKS)):
        return False
    before, behind = text[stop - 1 : stop], text[stop + 2 : stop + 3]
    if not (before.islower() or before.isdigit() or (before and before in _MARKS)):
        return False
    return after.isupper() or behind.isupper() or behind in _MARKS


def _is_name(doc: Document, match: Match[str]) -> bool:
    """Whether the two are one name, a site, a file, an abbreviation or code."""
    start = match.start(2)
    word = doc.before(start, _REACH).split()[-1].strip(_MARKS + "([)]%—–-")
    plain = word.rpartition("—")[2].rpartition("-")[2].strip(_MARKS)
    if plain.lower() in _SHORT_FORMS or match[4].lower() in _SUFFIXES:
        return True
    if not plain.replace("’", "").replace("'", "").islower() and match[4] not in _STARTERS:
        return True
    if any(mark in word for mark in ".@/_\\#"):
        return True
    return doc.is_verbatim((start, match.end()))


def _place(doc: Document, match: Match[str]) -> int:
    """Where the space goes: before an opening mark, after a closing one."""
    marks, end = match[3], match.end(3)
    if len(marks) == 2:
        return end - 1
    if marks in ("“", "‘"):
        return end - 1
    if marks == '"' and any(quote.span.start == end - 1 for quote in doc.quotes):
        return end - 1
    return end
