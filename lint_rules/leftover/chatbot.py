"""What a chatbot says to its user, pasted with its text, and its name in the links it gave."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, scan

_SOURCE = scan(
    r"(?<=[?&;])utm_source=(?:chatgpt|openai|copilot|perplexity|gemini|claude)(?:\.com|\.ai)?\b",
    at="utm_source=",
    in_source=True,
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
    scans = (_SOURCE,)
    examples = (
        Good("The link ends in ?utm_source=newsletter, and chatgpt.com is a site."),
        Bad("See https://example.org/report?[[utm_source=chatgpt.com]] for more."),
        Bad("See [it](https://example.org/a?b=1&[[utm_source=openai]]).", format="markdown"),
    )

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look for a chatbot's name in links, wherever in the file they stand."""
        for match in _SOURCE.finditer(doc):
            yield self.find(
                match.span(),
                "The link was taken from a chatbot's answer: was the page itself read?",
                evidence="Chatbots add their name to the links that they give (utm_source=…).",
            )
