"""Leaked code, misread bytes, characters that nobody typed, and links with trackers."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Slot,
    Span,
)
from lint_rules.leftover import (
    _invisible_characters,
    _leaked_markdown,
    _leaked_markup,
    _link_trackers,
)

_MANY = 8  # further places shown with a finding


class Markup(Rule):
    """No page code, garbled text, invisible characters or tracking links in the copy.

    Tags and character references that readers would see as they are; text that
    was read in the wrong encoding (â€™ for ’); zero-width, control and private
    characters, which disrupt searches and line breaks; links that show a third
    party who shared them. Code set as code is left alone.
    """

    id = "leftover/markup"
    severity = Severity.STOP
    spares_sic = False
    yields_to = ("leftover/chatbot", "leftover/agency-signoff")
    scans = (
        *_leaked_markup.SCANS,
        _leaked_markdown.MARKS,
        *_link_trackers.SCANS,
        _invisible_characters.LOST,
    )
    triggers = ()  # there are too many such characters to list
    examples = (
        Good("If a < b and b > c, then the pier holds, the engineer said; AT&T paid."),
        Good("He wrote “<br>” on the board, and the <b> tag in the text, to laughs."),
        Good("Use `<br>` and `&nbsp;` here.", format="markdown"),
        Good("<p>Profit at S&amp;P rose &lt; 3&nbsp;%.</p>", format="html"),
        Good("MACÃO, ÂNGELA and the CAFÉ™ are names; a 👩‍🚀 waved."),
        Good("See https://example.org/a#:~:text=pier and https://www.google.com/search?q=pier."),
        Bad("The pier is open.[[<br>]]It is old.", "The pier is open. It is old."),
        Bad("[[<p>]]The pier is open, the mayor said.</p>", "The pier is open, the mayor said."),
        Bad("The firm R[[&amp;]]D rose.", "The firm R&D rose."),
        Bad("<p>The mayor[[&amp;#39;]]s pier is open.</p>", "<p>The mayor's pier is open.</p>",
            format="html"),
        Bad("The mayor[[â€™]]s caf[[Ã©]] is open.", "The mayor’s cafÃ© is open."),
        Bad("The mayor said the pi[[\ufffd]]r is open."),
        Bad("The pi[[\u200b]]er is open.", "The pier is open."),
        Bad("The pier[[\x03]] is open.", "The pier is open."),
        Bad("<p>The pier is [[**open**]].</p>", "<p>The pier is open.</p>", format="html"),
        Bad("<p>See [[[the plan](/plan)]].</p>", format="html"),
        Good("<table><tr><th># Boats</th></tr></table>", format="html"),
        Good("<p>The list ends with the &lt;ul&gt; and the &lt;li&gt; entry.</p>", format="html"),
        Good("<div markdown=\"1\">\nThe pier is **open**.\n</div>", format="markdown"),
        Bad("<div>\nThe pier is [[**open**]].\n</div>", format="markdown"),
        Bad("See [it](https://example.org/a[[?fbclid=Abc123]]).", "See [it](https://example.org/a).",
            format="markdown"),
        Bad("See [it]([[https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D]]).",
            "See [it](https://example.org/a).", format="markdown"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look for code, misread bytes and invisible characters in the prose."""
        code = _leaked_markup.may_stand(doc)
        about = code and _leaked_markup.is_about_code(doc)
        marks = _leaked_markdown.may_stand(doc)
        odd = _invisible_characters.may_be_misread(doc)
        unseen = _invisible_characters.may_stand(doc)
        if not (code or marks or odd or unseen):
            return
        for slot in doc.parsed.slots:
            if slot.kind == "embed":
                continue
            if code:
                yield from self._code(doc, slot, about)
            if marks:
                yield from self._markdown(doc, slot)
            misread = list(_invisible_characters.misread(doc, slot)) if odd else []
            yield from self._misread(doc, misread)
            if unseen:
                yield from self._unseen(doc, slot, [span for span, _ in misread])

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look for trackers in links anywhere in the file."""
        if "://" not in doc.source:
            return
        for span, target in _link_trackers.find(doc):
            yield self.replace(
                span,
                target,
                "Tracking code in the link: it tells a third party who shared the link.",
                title=f"Link to {target[:60]}" if target else "Remove the tracker from the link",
                evidence="Browsers, email and social networks add it when a link is copied.",
                severity=Severity.FIX,
            )

    def _code(self, doc: Document, slot: Slot, about: bool) -> Iterator[Finding]:
        """The tags and references in a slot; those that may be meant are only asked about."""
        tags = _leaked_markup.tags(doc, slot)
        if tags:
            escaped = _leaked_markup.is_escaped(doc, tags)
            if not about:
                yield self._together(
                    doc, tags, "“{}” is an HTML tag: readers will see it.",
                    "Delete it", "Delete all {} in this paragraph", not escaped,
                )  # fmt: skip
            elif not escaped:
                yield self._asked(doc, tags, "“{}” is an HTML tag: is it an example?")
        found = _leaked_markup.references(doc, slot)
        if found:
            yield self._together(
                doc, found, "“{}” is a character code: readers will see the code.",
                "Write the character itself", "Write the characters themselves ({} here)", True,
            )  # fmt: skip

    def _markdown(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        """The Markdown in HTML; in a Markdown file some programs read it, so it is asked about."""
        links, others = _leaked_markdown.find(doc, slot)
        if not doc.parsed.is_page:
            if links or others:
                found = sorted([*links, *others])
                yield self._asked(doc, found, "Will readers see “{}” as it is? It is within HTML.")
            return
        message = "“{}” is Markdown in an HTML page: readers will see it."
        if links:
            yield self._together(doc, links, message)
        if others:
            yield self._together(
                doc, others, message,
                "Remove the Markdown", "Remove the Markdown in {} places in this paragraph", True,
            )  # fmt: skip

    def _asked(self, doc: Document, found: list[_leaked_markup.Shown], message: str) -> Finding:
        """A question about the first of several pieces of code in a slot."""
        return self._together(doc, found, message)._replace(severity=Severity.ASK)

    def _together(
        self,
        doc: Document,
        found: list[_leaked_markup.Shown],
        message: str,
        one: str = "",
        several: str = "",
        safe: bool = False,
    ) -> Finding:
        """One finding for all pieces of code of one kind in a slot; without titles no fix."""
        first = found[0].span
        more = len(found) - 1
        title = several.format(more + 1) if more else one
        edits = tuple(Edit(one.span, one.text) for one in found)
        return self.find(
            first,
            message.format(_short(doc[first])),
            evidence=f"{more} more in this paragraph." if more else "",
            related=[Related(one.span, "also here") for one in found[1 : _MANY + 1]],
            fixes=(Fix(title, edits, "safe" if safe else "suggested"),) if title else (),
        )

    def _misread(self, doc: Document, misread: list[tuple[Span, str]]) -> Iterator[Finding]:
        for span, right in misread:
            yield self.replace(
                span,
                right,
                f"“{doc[span]}” is a garbled “{right}”.",
                evidence="This happens when UTF-8 is opened as Windows-1252 or Latin-1.",
            )

    def _unseen(self, doc: Document, slot: Slot, misread: list[Span]) -> Iterator[Finding]:
        lost = _invisible_characters.lost(doc, slot)
        if lost:
            yield self.find(
                lost[0],
                "Unreadable character (\ufffd): check the original.",
                evidence="The text was read in the wrong encoding.",
                related=[Related(span, "also here") for span in lost[1 : _MANY + 1]],
            )
        control = [
            one
            for one in _invisible_characters.control(doc, slot)
            if not _is_within(one[0], misread)
        ]
        if control:
            yield self._taken_out(doc, "Control character", control, Severity.STOP)
        hidden = [(span, "") for span in _invisible_characters.invisible(doc, slot)]
        if hidden:
            yield self._taken_out(doc, "Invisible character", hidden, Severity.FIX)

    def _taken_out(
        self, doc: Document, what: str, pieces: list[tuple[Span, str]], severity: Severity
    ) -> Finding:
        span = pieces[0][0]
        names = ", ".join(f"U+{ord(char):04X}" for char in doc[span][:4])
        edits = tuple(Edit(one, text) for one, text in pieces)
        title = "Replace it" if any(edit.text for edit in edits) else "Delete it"
        return self.find(
            span,
            f"{what} ({names}) in the copy.",
            evidence="Usually picked up when text is copied; it disrupts searches and line breaks.",
            related=[Related(one, "also here") for one, _ in pieces[1 : _MANY + 1]],
            fixes=(Fix(title, edits, "safe"),),
            severity=severity,
        )


def _is_within(span: Span, spans: list[Span]) -> bool:
    """Whether a span meets one of several, which are in order and apart from each other."""
    at = bisect_left(spans, span.end, key=attrgetter("start"))
    return at > 0 and spans[at - 1].end > span.start


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
