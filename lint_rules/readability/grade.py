"""readability/grade: a story that is harder to read than the desk allows."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Option, Rule, Severity, reading_of


class Grade(Rule):
    """A story that is harder to read than the desk allows.

    Off unless it is selected: how hard copy may be is for each desk to say. Judged is the
    Flesch-Kincaid grade level, years of U.S. schooling, over all sentences of the story; the
    finding stands at the longest of them, the first to break up. Short items are left alone, for
    no measure holds for them.
    """

    id = "readability/grade"
    severity = Severity.ASK
    default = False
    source = "Kincaid and others 1975; textstat"
    options = (
        Option("grade", 12.0, "the highest grade level that passes"),
        Option("least", 100, "words below which a story is not judged"),
    )
    examples = (
        Bad(
            "[[The multinational administration subsequently acknowledged considerable "
            "irregularities concerning international procurement, necessitating comprehensive "
            "parliamentary investigations.]] They left.",
            options={"least": 5},
        ),
        Good("The cat sat on the mat. It was warm. Then it slept.", options={"least": 5}),
        Good("Multinational administrations acknowledged considerable irregularities."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Measure the story, and point at its longest sentence."""
        reading = reading_of(doc)
        if reading is None or reading.words < self.settings["least"]:
            return
        limit = self.settings["grade"]
        if reading.grade > limit:
            span, words = reading.longest[0]
            yield self.find(
                span,
                f"The story reads at grade {reading.grade:.1f}; the limit is {limit:g}.",
                evidence=f"{reading.words} words in {reading.sentences} sentences; this is the "
                f"longest, with {words}. Shorter sentences and words bring it down.",
            )
