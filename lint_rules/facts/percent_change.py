"""A percentage change that does not match its two figures."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Quantity,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.numbers import DIGITS, Number, figures, is_copy, read
from lint_rules.facts import _changes
from lint_rules.facts._quantities import said

_MARKS = ("%", "percent", "cent")
_REACH = 250  # code points from a percentage in which its two numbers are looked for

_UP = (
    r"rose|rises|risen|rising|increased|increases|increasing|grew|grows|grown|growing|jumped"
    r"|jumps|climbed|climbs|climbing|surged|surges|soared|soars|gained|gains|up|higher"
)
_DOWN = (
    r"fell|falls|fallen|falling|dropped|drops|dropping|declined|declines|declining|decreased"
    r"|decreases|slid|slipped|slips|plunged|plunges|plummeted|tumbled|shrank|sank|down|lower"
)
_MONEY = r"[$£€¥]?"
_SCALE = r"(?:\s(?:thousand|million|billion|trillion)|(?:bn|mn|m)\b)?"
_PLAIN = rf"(?<![\d.,])(?:{DIGITS})(?![\d:]){_SCALE}(?!\s?(?:%|per\s?cent|percent|points?|-))"
_FIGURES = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4})(?:\.\d+)?"
_PERCENT = rf"(?P<percent>{_FIGURES})\s?(?:%|percent\b(?!age)|per\scent\b)"
_UNITS = r"(?:\s(?!from\b|to\b|in\b|an?\b)[a-z]+){0,3}"
_TIMES = r"(?:\s(?:a|last|the)\s(?:year|month|week|quarter|day)(?:\s(?:earlier|ago|before))?)?"
_FROM_TO = rf"from\s{_MONEY}(?P<a1>{_PLAIN}){_UNITS}{_TIMES},?\sto\s{_MONEY}(?P<b1>{_PLAIN})"
_TO_FROM = rf"to\s{_MONEY}(?P<b2>{_PLAIN}){_UNITS},?\sfrom\s{_MONEY}(?P<a2>{_PLAIN})"
_CHANGE = scan(
    rf"\b(?P<verb>{_UP}|{_DOWN})\s(?:by\s)?{_PERCENT},?\s(?:{_FROM_TO}|{_TO_FROM})",
    at=_MARKS,
    before=60,
    cap=_REACH,
)
_CHANGE_AFTER = scan(
    rf"""\b(?P<verb>{_UP}|{_DOWN})\s(?:{_FROM_TO}|{_TO_FROM}){_UNITS}(?:\s(?:an?|per)\s[a-z]+)?,?\s
    (?:or\s|\(|-\s|—\s|–\s)?(?:an?|up|down)?\s?(?:(?:increase|rise|jump|gain|drop|fall|decline)\sof\s)?
    {_PERCENT}(?!\s(?:of|in))""",
    at=_MARKS,
    before=_REACH,
    cap=40,
    verbose=True,
)
_RAISED = (
    r"raised?|raises|raising|lift(?:ed|s|ing)?|hike[ds]?|hiking|increased?|increases|increasing"
)
_CUT = r"cuts?|cutting|reduced?|reduces|reducing|lower(?:ed|s|ing)?|slash(?:ed|es|ing)?"
# “Raise the tax by 5% on Monday, from 2,000 to 2,200.”
_CHANGE_OF = scan(
    rf"\b(?P<verb>{_RAISED}|{_CUT})(?:\s[a-z’'-]+){{1,4}}?\sby\s{_PERCENT}"
    rf"(?:\son\s[A-Z]\w+day|\s(?:this|next|last)\s[a-z]+)?,?\s(?:{_FROM_TO}|{_TO_FROM})",
    at=_MARKS,
    before=150,
    cap=_REACH,
)
_ADJUSTED = pattern(
    r"\b(?i:annually|annual|annuali[sz]ed|on average|each year|per year|every year|compound\w*"
    r"|adjust\w*|inflation|real terms|constant)\b"
)
_UP_VERB = pattern(rf"(?:{_UP}|{_RAISED})\Z")
_YEARS = range(1900, 2101)
_SLACK = 0.02  # percentage points by which rounding on the way may change the result


class PercentChange(Rule):
    """A percentage change matches its two figures.

    “Rose 50% from 10 to 20” is wrong: the figure doubled, a rise of 100%. The
    rule allows for rounding in the printed figures, and also catches a rise that
    is really a fall. Vague numbers, possible years, figures that are percentages
    themselves, and quoted speech are left alone.
    """

    id = "facts/percent-change"
    severity = Severity.STOP
    scans = (_CHANGE, _CHANGE_AFTER, _CHANGE_OF)
    examples = (
        Good("Sales rose 50% from 10 million to 15 million."),
        Good("Rents fell 20 percent, to 960 from 1,200."),
        Good("It rose 5% from 2010 to 2020, and about 12% from 10 to 15."),
        Bad("Sales rose [[50%]] from 10 million to 20 million."),
        Bad("Rents fell [[25 percent]] to 960 from 1,200."),
        Bad("They voted to raise the tax by [[5%]] on Monday, from £2,000 to £2,200."),
        Bad("Turnout fell from 1,200 to 900, [[30%]]."),
        Bad("The budget was cut by [[10 percent]], to $85 million from $100 million."),
        Bad("The fee rises from $250 to $300 a household, an increase of [[25 percent]]."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Recalculate every percentage that is given with its two figures."""
        judged = set()
        for match in (one for form in self.scans for one in form.finditer(doc)):
            end = doc.text.find("%", match.start("percent"), match.end())
            stop = end + 1 if end >= 0 else doc.text.index("cent", match.end("percent")) + 4
            span = Span(match.start("percent"), stop)
            judged.add(span)
            slot = doc.slot_at(match.start())
            if slot is None or " to " not in doc[slot.span]:
                continue
            if _ADJUSTED.search(doc.text, (match.start(), match.end() + 40)):
                continue
            fault = _fault(match)
            if fault and doc.quote_at(span) is None and is_copy(doc, span):
                yield self.find(span, fault[0], evidence=fault[1])
        yield from self._others(doc, judged)

    def _others(self, doc: Document, judged: set[Span]) -> Iterator[Finding]:
        """What the table of figures knows beyond those forms."""
        for change in _changes.changes(doc):
            for amount in change.amounts:
                if amount.kind != "percent" or amount.span in judged or amount.is_quoted:
                    continue
                near = (max(0, change.place.start - _REACH), amount.span.end + 40)
                if not _changes.is_by(doc, change, amount) or _ADJUSTED.search(doc.text, near):
                    continue
                fault = _fault_of(change, amount)
                if fault:
                    yield self.find(amount.span, fault[0], evidence=fault[1])


def _fault(match: Match[str]) -> tuple[str, str] | None:
    """The message and the evidence for a wrong percentage; None if it is right."""
    texts = (match["a1"] or match["a2"], match["b1"] or match["b2"])
    old, new, percent = read(texts[0]), read(texts[1]), read(match["percent"])
    if old is None or new is None or percent is None or not old.value:
        return None
    if old.unit < new.unit and old.value < 1000 <= new.unit:  # “from 3 to 5 million”
        old = Number(old.value * new.unit, old.unit * new.unit, old.round_unit, old.decimals)
    if _is_year(old, texts[0]) or _is_year(new, texts[1]):
        return None
    sign = 1 if _UP_VERB.match(match["verb"]) else -1
    right = (new.value - old.value) / old.value * 100
    least, most = _bounds(old, new)
    half = percent.round_unit / 2 if percent.value >= 1000 else percent.unit / 2
    if least - half - _SLACK <= sign * percent.value <= most + half + _SLACK:
        return None
    said = f"From {texts[0].strip()} to {texts[1].strip()} is "
    size = f"{figures(abs(right), max(1, percent.decimals))}%."
    exact = f"({texts[1].strip()} − {texts[0].strip()}) / {texts[0].strip()} = {right:,.2f}%."
    if not right:
        return f"{said}no change.", exact
    return f"{said}a {'rise' if right > 0 else 'fall'} of {size}", exact


def _fault_of(change: _changes.Change, amount: Quantity) -> tuple[str, str] | None:
    """The message and the evidence for a percentage that its two exact figures contradict."""
    old, new = change.old, change.new
    if old.kind in ("percent", "points", "fraction", "score") or old.low <= 0:
        return None
    if not (old.is_exact and new.is_exact and amount.is_exact):
        return None
    sizes = [abs(b - a) / a * 100 for a in (old.low, old.high) for b in (new.low, new.high)]
    if min(sizes) - _SLACK <= amount.high and amount.low <= max(sizes) + _SLACK:
        return None
    right = (new.value - old.value) / old.value * 100
    texts = said(old.value, old), said(new.value, new)
    word = "rise" if right > 0 else "fall"
    message = f"From {texts[0]} to {texts[1]} is a {word} of {figures(abs(right), 1)}%."
    return message, f"({texts[1]} − {texts[0]}) / {texts[0]} = {right:,.2f}%."


def _is_year(number: Number, text: str) -> bool:
    return number.unit == 1 and number.value in _YEARS and "," not in text


def _bounds(old: Number, new: Number) -> tuple[float, float]:
    """The smallest and the largest change that the figures allow, given their rounding."""
    changes = [
        (after - before) / before * 100
        for before in (old.value - old.unit / 2, old.value + old.unit / 2)
        for after in (new.value - new.unit / 2, new.value + new.unit / 2)
        if before > 0
    ]
    if _counts(old) and _counts(new):
        exact = (new.value - old.value) / old.value * 100
        return exact, exact
    return min(changes), max(changes)


def _counts(number: Number) -> bool:
    """Whether a number is a count: whole, and not visibly rounded."""
    return number.unit == 1 and number.decimals == 0
