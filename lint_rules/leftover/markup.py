"""Code, misread bytes and characters that nobody typed, and links that carry trackers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Finding, Fix, Good, Related, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk import Document, Slot
    from lint_rules.leftover._shown import Shown

_MANY = 8  # further places that a finding shows
_LEADS = "ÂÃÄÅÎÏÐÑâãð"
_CODE = ("amp;", "nbsp;", "quot;", "rsquo;", "#39;", "#039;", "#82")
_TRACKED = ("clid=", "raid=", "igsh", "mc_eid=", "_hsenc=", "_hsmi=", "mkt_tok=", "/url?", "/l.php",
            "instagram.com/?", "facebook.com/l", "safelinks.")  # fmt: skip


class Markup(Rule):
    """No code of the page, no misread bytes and no unseen characters in the copy.

    Tags and character references that readers would see as they are; letters of
    a text that was read in the wrong encoding (â€™ for ’); zero-width, control
    and private characters, which break searches and line ends; links that tell
    a third party who shared them. Code set as code is left alone.
    """

    id = "leftover/markup"
    severity = Severity.STOP
    yields_to = ("leftover/chatbot", "leftover/agency-signoff")
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
        Bad("See [it](https://example.org/a[[?fbclid=Abc123]]).", "See [it](https://example.org/a).",
            format="markdown"),
        Bad("See [it]([[https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa&sa=D]]).",
            "See [it](https://example.org/a).", format="markdown"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look for code, misread bytes and unseen characters in the prose."""
        text = doc.text
        code = "<" in text or "&" in text or (";" in text and any(one in text for one in _CODE))
        marked = ("**" in text or "](" in text or "# " in text) and "</" in doc.source
        odd = not text.isascii() and any(lead in text for lead in _LEADS)
        unseen = not text.replace("\n", "").replace("\xa0", "").isprintable() or "\ufffd" in text
        if not (code or marked or odd or unseen):
            return
        for slot in doc.parsed.slots:
            if slot.kind == "embed":
                continue
            if code or marked:
                yield from self._code(doc, slot, marked)
            if odd:
                yield from self._misread(doc, slot)
            if unseen:
                yield from self._unseen(doc, slot)

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look for trackers in links, wherever in the file they stand."""
        if "://" not in doc.source or not any(sign in doc.source for sign in _TRACKED):
            return
        from lint_rules.leftover import _trackers

        for span, target in _trackers.find(doc.source):
            title = f"Link to {target[:60]}" if target else "Take the tracker out of the link"
            yield self.find(
                span,
                "A link carries a tracker: it tells a third party who shared it.",
                evidence="Browsers, mail programs and networks add it when a link is copied.",
                fixes=(Fix(title, (Edit(span, target),)),),
                severity=Severity.FIX,
            )

    def _code(self, doc: Document, slot: Slot, marked: bool) -> Iterator[Finding]:
        from lint_rules.leftover import _shown

        start, end = slot.span
        tags = _shown.tags(doc, slot) if doc.text.find("<", start, end) >= 0 else []
        coded = doc.text.find("&", start, end) >= 0 or doc.text.find(";", start, end) >= 0
        kinds = (
            (tags, "“{}” is a tag of the page: readers see it.", "Delete"),
            (_shown.references(doc, slot) if coded else [],
             "“{}” is code for a character: readers see the code.",
             "Decode"),
            (_shown.markdown(doc, slot) if marked else [],
             "“{}” is Markdown in a page of HTML: readers see the marks.", "Take out"),
        )  # fmt: skip
        for found, message, verb in kinds:
            if found:
                yield self._together(doc, found, message, verb)

    def _together(self, doc: Document, found: list[Shown], message: str, verb: str) -> Finding:
        """One finding for all pieces of code of one kind in a slot."""
        first = found[0].span
        more = len(found) - 1
        title = f"{verb} it" if not more else f"{verb} all {more + 1} of them in this paragraph"
        edits = tuple(Edit(one.span, one.text) for one in found)
        return self.find(
            first,
            message.format(_short(doc.text[first.start : first.end])),
            evidence=f"{more} more in this paragraph." if more else "",
            related=[Related(one.span, "here too") for one in found[1 : _MANY + 1]],
            fixes=(Fix(title, edits, "safe"),),
        )

    def _misread(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        from lint_rules.leftover import _unseen

        for span, right in _unseen.misread(doc.text, slot):
            yield self.find(
                span,
                f"“{doc.text[span.start : span.end]}” is “{right}”, read in the wrong encoding.",
                evidence="UTF-8 that was opened as Windows-1252 or Latin-1 looks so.",
                fixes=(Fix(f"Write “{right}”", (Edit(span, right),)),),
            )

    def _unseen(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        from lint_rules.leftover import _unseen

        lost = _unseen.lost(doc.text, slot)
        if lost:
            yield self.find(
                lost[0],
                "A character could not be read, and its sign (\ufffd) stands in the copy.",
                evidence="The file was saved in another encoding: look the words up.",
                related=[Related(span, "here too") for span in lost[1 : _MANY + 1]],
            )
        misread = [span for span, _ in _unseen.misread(doc.text, slot)]
        control = [
            one
            for one in _unseen.control(doc.text, slot)
            if not any(one[0].meets(span) for span in misread)
        ]
        if control:
            yield self._taken_out(doc, "A control character", control, Severity.STOP)
        hidden = [(span, "") for span in _unseen.invisible(doc.text, slot)]
        if hidden:
            yield self._taken_out(doc, "An invisible character", hidden, Severity.FIX)

    def _taken_out(
        self, doc: Document, what: str, found: Iterable[tuple[Span, str]], severity: Severity
    ) -> Finding:
        pieces = list(found)
        span = pieces[0][0]
        names = ", ".join(f"U+{ord(char):04X}" for char in doc.text[span.start : span.end][:4])
        edits = tuple(Edit(one, text) for one, text in pieces)
        return self.find(
            span,
            f"{what} ({names}) stands in the copy.",
            evidence="It came along when the text was copied; it breaks searches and line ends.",
            related=[Related(one, "here too") for one, _ in pieces[1 : _MANY + 1]],
            fixes=(Fix("Take it out", edits, "safe"),),
            severity=severity,
        )


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}…"
