"""Chatbot phrases pasted with the text, and chatbot names in links."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, scan

_SOURCE = scan(
    r"(?<=[?&;])utm_source=(?:chatgpt|openai|copilot|perplexity|gemini|claude)(?:\.com|\.ai)?\b",
    at="utm_source=",
    in_source=True,
)


class Chatbot(Rule):
    """No chatbot phrases or source marks in the copy.

    Text taken from a chatbot brings along its small talk, its source marks and
    links that end in its name. Readers who see them doubt the rest. Stories
    about chatbots quote such phrases; in quotation marks they are left alone.
    """

    id = "leftover/chatbot"
    severity = Severity.STOP
    furniture = True
    scans = (_SOURCE,)
    examples = (
        Good("The link ends in ?utm_source=newsletter, and chatgpt.com is a site."),
        Bad("See https://example.org/report?[[utm_source=chatgpt.com]] for more."),
        Bad("See [it](https://example.org/a?b=1&[[utm_source=openai]]).", format="markdown"),
    )

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look for a chatbot's name in links anywhere in the file."""
        for match in _SOURCE.finditer(doc):
            yield self.find(
                match.span(),
                "Link copied from a chatbot’s answer: check the page itself.",
                evidence="Chatbots add their name to the links they give (utm_source=…).",
            )
