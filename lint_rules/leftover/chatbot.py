"""What a chatbot says to its user, pasted with its text, and its name in the links it gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Finding, Good, Rule, Severity, Span, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document

_SOURCE = pattern(
    r"(?<=[?&;])utm_source=(?:chatgpt|openai|copilot|perplexity|gemini|claude)(?:\.com|\.ai)?\b"
)


class Chatbot(Rule):
    """No word of a chatbot to its user in the copy, and none of its source marks.

    Text taken from a chatbot brings its courtesies and its marks for sources
    along, and links that end in its name. Readers who meet them doubt the rest.
    Stories about chatbots quote such phrases; within quotation marks they are
    left alone.
    """

    id = "leftover/chatbot"
    severity = Severity.STOP
    examples = (
        Good("The link ends in ?utm_source=newsletter, and chatgpt.com is a site."),
        Bad("See https://example.org/report?[[utm_source=chatgpt.com]] for more."),
        Bad("See [it](https://example.org/a?b=1&[[utm_source=openai]]).", format="markdown"),
    )

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look for a chatbot's name in links, wherever in the file they stand."""
        if "utm_source=" not in doc.source:
            return
        for match in _SOURCE.finditer(doc.source):
            yield self.find(
                Span(*match.span()),
                "The link was taken from a chatbot's answer: was the page itself read?",
                evidence="Chatbots add their name to the links that they give (utm_source=…).",
            )
