"""spelling/misspelling: a word that no list has, one slip of the keys from a common one."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span, ValueTuple
from lint_rules._shared.names import is_written
from lint_rules._shared.prose import WORDED, words
from lint_rules._shared.spelled import CLEARLY, Near, near, unknown
from lint_rules.spelling._coinage import is_coinage

_SHORTEST = 5


class Misspelling(Rule):
    """A word that is no word is not one slip of the keys from a common one."""

    id = "spelling/misspelling"
    severity = Severity.FIX
    examples = (
        Good("The council met."),
        Bad("The [[concil]] met.", fixed="The council met."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        for word in unknown(doc):
            if len(word) < _SHORTEST: continue
            places = doc.words.starts(word)
            if len(places) > 1: continue
            start = places[0]; end = start + len(word)
            shown = doc.text[start:end]
            b, a = doc.text[start-1:start], doc.text[end:end+1]
            if (b and b not in ' \n“"‘\'(\u00a0') or (a and a not in ' \n.,;:?!)”"\u00a0’\''): continue
            if a=='.' and doc.text[end+1:end+2].isalnum(): continue
            if doc.is_verbatim(Span(start,end)): continue
            found = near(word)
            if not found: continue
            coin = is_coinage(word)
            k = 'low' if shown.islower() else 'cap' if shown[0].isupper() and shown[1:].islower() else 'odd'
            yield self.replace((start,end), found[0].word, f"{k} {'coin' if coin else ''} {[(x.word,x.rank) for x in found[:3]]}")
