"""spelling/misspelling: a word that no list has, one slip of the keys from a common one."""

from __future__ import annotations

from copydesk import Bad, Document, Edit, Finding, Fix, Good, Iterator, Rule, Severity, Span
from lint_rules._shared.names import kinds
from lint_rules._shared.spelled import CLEARLY, TWO, Near, near, rank, unknown
from lint_rules.spelling import _coinage, _likely_slips, _meant_words, _slips_of_names

_SHORTEST = 4  # letters
_SHORT = 5  # letters of a word of which only two swapped neighbours are a plain slip
_COMMON, _RARE = 44, 30  # rank of a word that was surely meant, and of one to ask about
_VERY, _NAMED = 70, 56  # of two words of which either may be meant
_LONG = 7  # letters of a word that has few neighbours
_SELDOM = 37  # rank of a word that a short one is rather not a slip of
_OWN, _FAR = 50, 20  # rank of a word that few are slips of, and what an odd slip takes from it
_AHEAD = 10  # of any other word, in rank, to be asked about
_SWAPPED, _DROPPED = 52, 62  # rank of a word of which four letters are left, by the slip
_VOWELS = "aeiouy"
_READ = (("nn", "rm"), ("m", "rn"), ("rn", "m"), ("vv", "w"), ("ii", "n"), ("cl", "d"))


class Misspelling(Rule):
    """No word is one slip of the keys from a common word, and itself no word.

    A word in no dictionary may be a name, a coinage, dialect or from another language. It is a slip
    if the story has it once, in running English, and one letter added, dropped, changed or swapped
    makes a word that is a hundred times as common as any other that it could be. Where another one
    could be meant, the rule asks. It leaves alone what is made of words in a regular way
    (“reshoring”, “mayor-like”), and whatever touches a hyphen, a bracket or code.
    """

    id = "spelling/misspelling"
    severity = Severity.FIX
    accepts = True
    yields_to = (
        "spelling/typo",
        "spelling/near-miss",
        "spelling/split-word",
        "spelling/inconsistent",
        "spelling/house-form",
        "house",
    )
    source = (
        "SCOWL and the U.S. Census for what is a word; frequencies counted in public-domain texts"
    )
    examples = (
        Bad("The [[concil]] met on Monday.", fixed="The council met on Monday."),
        Bad("The [[legistlation]] passed, and nobody objected.",
            fixed="The legislation passed, and nobody objected."),
        Bad("The [[tornament]]’s organisers left.", fixed="The tournament’s organisers left."),
        Bad("“It was a [[terible]] day,” she said.", fixed="“It was a terrible day,” she said."),
        Bad("The vote is in [[Janaury]].", fixed="The vote is in January."),
        Bad("[[Goverment]] workers left.", fixed="Government workers left."),
        Bad("It is [[higer]] ground.", fixed="It is higher ground."),
        Good("The firm’s capex rose, and doomscrolling became a sport of its own."),
        Good("The swamp was reforested by replanters, and the mayorship went to a Greenlander."),
        Good("A smolt is a fish. The flurb left. “Flurb” is a word of hers; a flurb is a flurb."),
        Good("She wrote “teh concil” in her note, and the [c]oncil left the goin’ to others."),
        Good("Write to concil@example.com, see concil.example.com or #concil, and ask @concil."),
        Good("Die Stadt und das Rathaus; una representacion de la ciudad."),
        Good("Thale cress grew in podular housing. A detailee and a swole man had mad skillz."),
        Good("Meida McNeal and the Canadiens met the Ballet Nationale at the Creative Netwerk."),
        Good("Comey said so. Mr. Baucus and Ms. Lowey came from Levada."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Judge every word of the story that no list has."""
        for word in unknown(doc):
            places = doc.words.starts(word)
            if len(word) < _SHORTEST or len(places) != 1:
                continue
            span = Span(places[0], places[0] + len(word))
            shown = doc.text[span.start : span.end]
            if not shown[1:].islower() or (not shown.islower() and kinds(word)):
                continue
            if not _meant_words.stands_alone(doc.text, span):
                continue
            if shown.islower() or len(word) >= _slips_of_names.SHORTEST:
                found = _likely_slips.sorted_by_likelihood(word, near(word)) or _misread(word)
                if found and (severity := _judged(doc, span, shown, found)) is not None:
                    yield self._finding(span, shown, found, severity)

    def _finding(
        self, span: Span, shown: str, found: list[Near], severity: Severity
    ) -> Finding:  # fmt: skip
        forms = [_like(shown, one.word) for one in found]
        sure = severity is Severity.FIX
        meant = (
            forms[:1]
            if sure
            else [
                form
                for form, one in zip(forms, found, strict=True)
                if found[0].rank - one.rank < CLEARLY
            ][:2]
        )
        if not sure and (apart := _apart(shown)):
            meant = [apart, *meant[:1]]  # planit
        fixes = [Fix(f"Write “{form}”", (Edit(span, form),), "suggested") for form in meant]
        shown_forms = " or ".join(f"“{form}”" for form in meant)
        message = (
            f"“{shown}” should be {shown_forms}." if sure
            else f"Is “{shown}” a misspelling of {shown_forms}?"
        )  # fmt: skip
        return self.find(
            span,
            message,
            evidence=f"No list of words or names has “{shown}”; {shown_forms} is one key away.",
            fixes=fixes,
            severity=severity,
        )


def _like(shown: str, word: str) -> str:
    """A word with the capital that the one in the story has."""
    return word if shown.islower() else word[0].upper() + word[1:]


def _judged(doc: Document, span: Span, shown: str, found: list[Near]) -> Severity | None:
    """How sure it is that the word was meant to be the first of those found; None if it is not."""
    if shown.islower():
        severity = _of_rank(shown, found)
    else:
        severity = _slips_of_names.judged(doc, span, shown, found)
    if found[0].word == f"{shown}g" and shown.endswith("in"):
        return None  # truckin’, without its apostrophe
    if severity is None or _coinage.is_coinage(shown.lower(), found[0]):
        return None
    if not _meant_words.is_read(doc, span) or _meant_words.is_meant(doc, span):
        return None
    if _meant_words.is_named(doc, span):
        return None
    return severity


def _of_rank(word: str, found: list[Near]) -> Severity | None:
    """How sure it is, by how common the words are that may have been meant."""
    meant = found[0]
    ahead = meant.rank - (found[1].rank if len(found) > 1 else 0)
    if _ends_otherwise(word, meant.word) or meant.rank < _RARE:
        return None
    cost = _likely_slips.price(word, meant.word.lower())
    if meant.word[0].isupper() and cost and meant.rank < _NAMED:
        return None
    if ahead < _AHEAD:
        return Severity.ASK if len(found) > 1 and found[1].rank >= _VERY else None
    if len(word) < _SHORT and not _is_plain(word, meant, ahead):
        return None
    if word[0] in "aei" and rank(word[1:]) >= _COMMON and not _is_doubled(word):
        return None  # an article without its space: see spelling/joined-words; an e-centre
    if _is_rare(word, meant, cost):
        return None  # slang, words of a trade or of another language: outro, swole
    if (
        not _is_cut(word, meant.word)
        and not _is_two(word)
        and ((meant.rank >= _COMMON and ahead >= CLEARLY) or _is_sure(word, meant, ahead))
    ):
        return Severity.FIX
    return Severity.ASK


def _is_rare(word: str, meant: Near, cost: int) -> bool:
    """Whether a word may well be one of its own: what is near is seldom used, and it is short."""
    if not cost and not _is_cut(word, meant.word):
        return False
    if word[-1] == "z" and meant.word[-1] != "z":
        return True  # skillz
    if cost and (rank(word[1:]) >= _RARE and meant.word != word[1:]) and not _is_doubled(word):
        return True  # tbirds: T-birds
    if len(word) < _LONG and cost and meant.rank < _OWN:
        return True  # thale, swole
    if len(word) == _LONG and cost >= _FAR and meant.rank < _COMMON:
        return True  # podular
    return meant.rank < _SELDOM if len(word) <= _LONG else meant.rank <= _RARE and len(word) < 9


def _is_two(word: str) -> bool:
    """Whether a space was lost before or behind a word of two letters: helpus, ishow."""
    return bool(_apart(word))


def _apart(word: str) -> str:
    """The two words that such a string may be."""
    if word[:2] in TWO and rank(word[2:]) >= _VERY:
        return f"{word[:2]} {word[2:]}"
    return f"{word[:-2]} {word[-2:]}" if word[-2:] in TWO and rank(word[:-2]) >= _NAMED else ""


def _is_plain(word: str, meant: Near, ahead: int) -> bool:
    """Whether four letters are a plain slip: two swapped, or one dropped or doubled."""
    if sorted(word) == sorted(meant.word):
        return meant.rank >= _SWAPPED
    return (
        meant.rank >= _DROPPED
        and ahead >= _AHEAD
        and _likely_slips.price(word, meant.word.lower()) == 0
    )


def _is_sure(word: str, meant: Near, ahead: int) -> bool:
    """Whether letters of a long word are swapped, dropped or doubled, and no other is near."""
    cost = _likely_slips.price(word, meant.word.lower())
    return len(word) >= _LONG and cost == 0 and ahead >= _RARE


def _misread(word: str) -> list[Near]:
    """The words that a scanner may have read so: infonnation, govemment."""
    found = {
        whole: often
        for wrong, right in _READ
        for at in range(1, len(word))
        if word.startswith(wrong, at)
        and (often := rank(whole := word[:at] + right + word[at + len(wrong) :])) >= _COMMON
    }
    return [Near(whole, found[whole]) for whole in found] if len(word) >= _LONG else []


def _is_doubled(word: str) -> bool:
    """Whether the first letter is there twice: aannounced."""
    return word[0] == word[1]


def _ends_otherwise(word: str, meant: str) -> bool:
    """Whether only the end differs, by a vowel: a word of another language (realista)."""
    stem = word[:-1]
    if word[-1] == stem[-1]:
        return False  # the last key was hit twice
    if word[-1] == "i" and meant == f"{stem}y":
        return False
    return word[-1] in _VOWELS and (
        meant == stem or (meant[:-1] == stem and len(meant) == len(word))
    )


def _is_cut(word: str, meant: str) -> bool:
    """Whether only the first or the last letter is missing."""
    return word in (meant[1:], meant[:-1])
