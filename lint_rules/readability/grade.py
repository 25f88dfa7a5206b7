"""A story that is harder to read than the desk allows."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Option, Rule, Severity, reading_of
from lint_rules._shared.numbers import counted


class Grade(Rule):
    """A story is no harder to read than the desk allows.

    Off unless it is selected: each desk sets its own limit. The rule computes the
    Flesch-Kincaid grade level (years of U.S. schooling) over all sentences of the story, and marks
    the longest one: break that up first. Short items are left alone, because no such measure is
    reliable for them.
    """

    id = "readability/grade"
    severity = Severity.ASK
    spares_sic = False
    default = False
    source = "Kincaid and others 1975; textstat"
    options = (
        Option("grade", 12.0, "the highest grade level that passes"),
        Option("least", 100, "stories with fewer words than this are not judged"),
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
        """Measure the story, and mark its longest sentence."""
        reading = reading_of(doc)
        if reading is None or reading.words < self.settings["least"]:
            return
        limit = self.settings["grade"]
        if reading.grade > limit:
            span, words = reading.longest[0]
            yield self.find(
                span,
                f"The story reads at grade {reading.grade:.1f}; the limit is {limit:g}.",
                evidence=f"{counted(reading.words, 'word')} in "
                f"{counted(reading.sentences, 'sentence')}; the longest has {words}. "
                "Shorter sentences and words lower the grade.",
            )
