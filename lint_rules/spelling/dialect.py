"""American and British spelling in one story, or the wrong one for the house style."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Hits, Iterator, Related, Rule, Severity
from lint_rules.spelling._dialects import (
    AMERICAN,
    BRITISH,
    NAMES,
    STATED,
    Sides,
    Use,
    as_written,
    first_places,
    may_be_mixed,
    sides,
    uses,
)

_RELATED = 20  # places of the other side shown with a finding
_SHOWN = 6  # spellings of the other side named in a finding


class Dialect(Rule):
    """A story uses American or British spelling throughout.

    The house style decides; without one, a draft that states British, Irish,
    Australian, New Zealand or South African English (``lang: en-GB``); else the
    spelling of most of the story. If few words show it, the finding says only that the two
    spellings disagree; if neither side is clear, no change is proposed. Names
    of organisations, titles of papers and agencies’ captions keep their own spelling,
    words used on both sides are left alone, and -ize counts as American only if the
    story itself uses -ise. In quoted speech it is a matter of style. The word pairs
    are from VARCON.
    """

    id = "spelling/dialect"
    severity = Severity.FIX
    accepts = True
    source = "VARCON 2020.12.07, wordlist.aspell.net"
    examples = (
        Good("The Department of Defense praised the neighbours’ colour and honour."),
        Good("Labour won. The World Health Organization honours its neighbours."),
        Good("They organize the program in British colours; the centre is open."),
        Good("The organisers practice law, check the meter and draft a story on tires."),
        Good("The neighbours analyze the colour of the harbour."),
        Bad("Their neighbours praised the defence of the harbour, a [[color]] of honour.",
            "Their neighbours praised the defence of the harbour, a colour of honour."),
        Bad("They traveled to the harbor. A [[neighbouring]] port is gray.",
            "They traveled to the harbor. A neighboring port is gray."),
        Bad("The colour is new. The [[flavor]] is old."),
        Good("“It is their defense,” he said. The harbour was closed to the neighbours."),
        Good("The harbour labour praised its colour. Poe, A. et al., Gray seals (2019)."),
        Good("The travelers were told that the flight was cancelled."),
        Bad("“It is their [[defense]],” he said. “A harbour, a harbour, a harbour.” Neighbours and "
            "neighbours, honour and honour, colour and colour: they agreed.",
            "“It is their defence,” he said. “A harbour, a harbour, a harbour.” Neighbours and "
            "neighbours, honour and honour, colour and colour: they agreed."),
        Bad("“Their [[harbor]] is gray,” he said. The harbour was closed to the neighbours.",
            "“Their harbour is gray,” he said. The harbour was closed to the neighbours."),
        Bad("They realise that to [[organize]] it costs them; the colour and the flavour are new.",
            "They realise that to organise it costs them; the colour and the flavour are new."),
        Good("---\nlang: en-AU\n---\n\nThe jewellers coloured the harbour.", format="markdown"),
        Good("---\nlang: en-US\n---\n\nThe harbour wall is new.", format="markdown"),
        Bad("---\nlang: en-GB\n---\n\nThe [[harbor]] wall is new.",
            "---\nlang: en-GB\n---\n\nThe harbour wall is new.", format="markdown"),
        Bad("---\nlocale: en_NZ\n---\n\nThe jetty has a new [[color]].",
            "---\nlocale: en_NZ\n---\n\nThe jetty has a new colour.", format="markdown"),
        Bad("The [[color]] is new.", "The colour is new.", style={"dialect": "british"}),
        Bad("The [[tyre]] is new.", "The tire is new.", style={"dialect": "american"}),
    )  # fmt: skip

    def judge(self, doc: Document, hits: Hits) -> Iterator[Finding]:
        """Weigh American against British spellings."""
        dialect = self.style.get("dialect", "") or STATED.get(doc.language, "")
        if not dialect and not may_be_mixed(doc, hits):
            return
        found = sides(uses(doc, hits), dialect)
        if not dialect and not (found.american and found.british):
            return
        if found.side:
            yield from self._on_the_other_side(doc, found)
        elif any(not use.quoted and not use.is_common for use in found.american):
            yield self._mixed(doc, found)

    def _on_the_other_side(self, doc: Document, found: Sides) -> Iterator[Finding]:
        theirs, ours = NAMES[AMERICAN if found.side == BRITISH else BRITISH], NAMES[found.side]
        evidence = f"The story uses {ours} spelling: {_listed(found.right)}."
        if found.is_weak:
            evidence = f"{ours}: {_listed(found.right)}; {theirs}: {_listed(found.wrong)}."
        by_style = found.settled and bool(self.style.get("dialect", ""))
        if by_style:
            evidence = f"House style: {self.style.name}, {ours} spelling."
        elif found.settled:
            evidence = f"The draft says that it is in {ours} English ({doc.language})."
        related = _places(found.right)
        for use in found.wrong:
            word = doc[use.span]
            other = as_written(use.other, word)
            grave = not (use.quoted or use.is_common)
            message = f"“{word}” is {theirs} spelling: use {ours} “{other}”."
            if found.is_weak:
                message = f"{theirs} “{word}” here, {ours} spelling elsewhere in the story."
            yield self.replace(
                use.span,
                other,
                message,
                safe=by_style,
                evidence=evidence,
                related=related,
                severity=Severity.FIX if grave else Severity.STYLE,
            )

    def _mixed(self, doc: Document, found: Sides) -> Finding:
        """One finding, at the place where the story changes sides."""
        late = max(found.american, found.british, key=_first_own)
        use = next((use for use in late if not use.quoted), late[0])
        named = dict.fromkeys(found.american, "American spelling")
        named |= dict.fromkeys(found.british, "British spelling")
        side, other = ("American", "British") if use in found.american else ("British", "American")
        return self.find(
            use.span,
            f"{side} “{doc[use.span]}” in a story that also uses {other} spelling.",
            evidence=f"American: {_listed(found.american)}; British: {_listed(found.british)}.",
            related=tuple(Related(one.span, named[one]) for one in sorted(named) if one != use),
        )


def _first_own(found: tuple[Use, ...]) -> int:
    """Where a side first appears in the paper's own words; if it never does, past all others."""
    return min((use.span.start for use in found if not use.quoted), default=1 << 60)


def _listed(found: tuple[Use, ...]) -> str:
    """The spellings, with counts: “colour” (3 times), “harbour”."""
    words = [
        f"“{word}”" + (f" ({count} times)" if count > 1 else "")
        for word, _, count in first_places(found)
    ]
    more = len(words) - _SHOWN
    return ", ".join(words[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _places(found: tuple[Use, ...]) -> tuple[Related, ...]:
    """The story's own side: every place if there are few, else the first of each spelling."""
    shown = found if len(found) <= _RELATED else [use for _, use, _ in first_places(found)]
    return tuple(Related(use.span, "the story’s own spelling") for use in shown[:_RELATED])
