"""A change in per cent, or a doubling, with its old and its new figure told apart."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    pattern,
)
from lint_rules.facts._changes import TIMES
from lint_rules.facts._quantities import is_like, is_own, said, with_before

_KINDS = ("count", "money", "measure")
_BY = pattern(
    r"(?i)(?:[,;(—–]\s?|\s)(?:or\s|which\sis\s|that\sis\s)?(?:(?:an?\s)?(?:increase|rise|jump|gain|growth|drop|fall|decline|decrease|cut"
    r"|reduction)\sof|up|down|a|an)\s(?:about\s|nearly\s)?\Z"
)
_MORE = pattern(
    r"(?i)\s(?:more|less|fewer|higher|lower|increase|rise|jump|gain|drop|fall|decline|cut)\b"
)
_DIRECT = pattern(r"[,;(—–]\s?\Z")
_NOW = pattern(
    r"(?i)\b(?:now|today|this\s(?:year|month|week|season|fall|spring|summer|winter)|currently|has|have)\b"
)
_THEN = pattern(
    r"(?i)\b(?:was|were|had|cost|paid|last\s(?:year|month|season|fall|spring|summer|winter)|ago|earlier"
    r"|before|in\s(?:19|20)\d\d|since)\b"
)
_OTHER = pattern(
    r"(?i)\b(?:annual(?:ly)?|per\syear|each\syear|inflation|adjusted|average|another|other|while|than\s(?:the|in)"
    r"|nation\w*|compared\swith\sthe|of\sthem|of\sthose|goal|target|state)\b"
)
_TO = pattern(
    r"(?i)\s(?:since,?\s|again\s|in\s[\w\s]{1,20},?\s)?(?:to|and\sis\snow|and\snow\sstands\sat)\s\Z|,\sto\s\Z"
)
_SLACK = 1.0  # percentage points by which rounding may change the result
_LOOSE = 0.22


class ThenNow(Rule):
    """A change fits its old and its new figure, though they are sentences apart.

    “Rents were $800 in 2020. They are now $1,000, an increase of 20 percent” is wrong: it is 25.
    So is “It had 300 members in 2015. Their number has doubled since, to 900”. The rule looks at
    two figures of one kind, the old and the new, in one sentence or in two, and at the change
    that follows the new one. Rounding and vague words have their leeway.
    """

    id = "facts/then-now"
    severity = Severity.ASK
    triggers = ("percent", "%", "cent", *sorted(TIMES))
    yields_to = ("facts/percent-change", "facts/multiple", "facts/difference")
    examples = (
        Good("Rents were $800 in 2020. They are now $1,000, an increase of 25 percent."),
        Good("It had 300 members in 2015. Their number has more than doubled since, to 900."),
        Bad("Rents were $800 in 2020. They are now $1,000, an increase of [[20 percent]]."),
        Bad("It had 500 pupils in 2019 and has 600 today, [[25 percent]] more."),
        Bad("It had 300 members in 2015. Their number has doubled since, to [[900]]."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Recalculate the change after each new figure."""
        for _, group, near in with_before(doc):
            yield from self._percents(doc, near, group)
            yield from self._multiples(doc, near, group)

    def _percents(
        self, doc: Document, near: tuple[Quantity, ...], group: tuple[Quantity, ...]
    ) -> Iterator[Finding]:
        for index, amount in enumerate(group):
            if (
                amount.kind != "percent"
                or index == 0
                or not _is_change(doc, group[index - 1], amount)
            ):
                continue
            pair = _pair(doc, near, group[:index])
            if pair is None or not is_own(doc, *pair, amount) or not amount.is_exact:
                continue
            old, new = pair
            right = (new.value - old.value) / old.value * 100
            if abs(abs(right) - amount.value) > _SLACK + _rounding(old, new):
                yield self.find(
                    amount.span,
                    f"From {said(old.value, old)} to {said(new.value, new)} is a change of "
                    f"{abs(right):.0f}%.",
                    evidence=f"({said(new.value, new)} − {said(old.value, old)}) / "
                    f"{said(old.value, old)} = {right:.1f}%.",
                    related=(Related(old.span), Related(new.span)),
                )

    def _multiples(
        self, doc: Document, near: tuple[Quantity, ...], group: tuple[Quantity, ...]
    ) -> Iterator[Finding]:
        for word in doc.words.among(TIMES) if near else ():
            for place in doc.words.starts(word):
                new = next((one for one in group if place < one.span.start), None)
                if new is None or not group[0].sentence.holds((place, place + 1)):
                    continue
                olds = [one for one in near if is_like(one, new) and one.kind in _KINDS]
                is_to = _TO.fullmatch(doc.text, (place + len(word), new.span.start)) is not None
                if len(olds) != 1 or not is_to or not is_own(doc, olds[0], new):
                    continue
                if _is_loose(doc, place) or not _is_old(doc, olds[0], new):
                    continue
                yield from self._multiple(word, olds[0], new)

    def _multiple(self, word: str, old: Quantity, new: Quantity) -> Iterator[Finding]:
        times = TIMES[word]
        if abs(new.value / old.value / times - 1) > _LOOSE:
            yield self.find(
                new.span,
                f"{said(new.value, new)} is {new.value / old.value:.2g} times "
                f"{said(old.value, old)}; the copy says “{word}”.",
                related=(Related(old.span),),
            )


def _is_change(doc: Document, new: Quantity, amount: Quantity) -> bool:
    """Whether a percentage directly after a figure is the change to it."""
    text = doc.text[new.span.end : amount.span.start]
    if len(text) > 40 or _OTHER.search(doc[amount.sentence]):
        return False
    if _BY.search(text) and (
        amount.noun == "" or _MORE.match(doc.text, (amount.span.end, amount.sentence.end))
    ):
        return True
    more = _MORE.match(doc.text, (amount.span.end, amount.sentence.end))
    return more is not None and _DIRECT.search(text) is not None


def _pair(
    doc: Document, near: tuple[Quantity, ...], group: tuple[Quantity, ...]
) -> tuple[Quantity, Quantity] | None:
    """The old and the new figure: the only two of their kind before a change."""
    new = group[-1]
    mine = [one for one in group if is_like(one, new) and one.kind in _KINDS]
    every = mine if len(mine) > 1 else [one for one in near if is_like(one, new)] + mine
    if len(every) != 2 or new.kind not in _KINDS or "from" in (every[0].lead, new.lead):
        return None
    old = every[0]
    return (old, new) if _is_old(doc, old, new) else None


def _is_old(doc: Document, old: Quantity, new: Quantity) -> bool:
    """Whether the words say that one figure is of then and the other of now."""
    if not (old.is_exact and new.is_exact and old.value > 0) or (old.per != new.per and new.per):
        return False
    if old.kind == "count" and new.noun not in ("", old.noun):
        return False
    if _OTHER.search(doc[old.sentence]):
        return False
    text = doc.text[max(new.sentence.start, old.span.end) : new.span.end + 16]
    then = doc.text[old.sentence.start : min(old.sentence.end, old.span.end + 40)]
    return _THEN.search(then) is not None and _NOW.search(text) is not None


def _is_loose(doc: Document, place: int) -> bool:
    """Whether “more than”, “nearly” or the like makes a multiple vague."""
    return (
        doc.before(place, 24)
        .lower()
        .rstrip()
        .endswith(("than", "nearly", "almost", "about", "over", "roughly"))
    )


def _rounding(old: Quantity, new: Quantity) -> float:
    """By how many percentage points the rounding of two figures may change a change."""
    units = (one.number.unit if one.number.unit > 1 else 0 for one in (old, new))
    return sum(units) / 2 / old.value * 100
