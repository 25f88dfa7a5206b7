"""Short wire lines with no keyword to look up: slugs, codes, initials, field marks.

Forms as agencies send them (IPTC 7901, ANPA 1312, dpa, AFP, AAP). Each is a whole line.
"""

from __future__ import annotations

from copydesk import Document, Severity, ValueTuple, pattern

LONGEST = 120  # code points: no such line is longer
_PLAIN = 2  # words in lower case, at most, in a wire line
_TOP = 12  # slots at the top of a story among which its byline is
_AP = pattern(r"\b(?:Associated Press|ASSOCIATED PRESS|AP)\b")


class Form(ValueTuple):
    """A kind of line: its pattern, the message and evidence."""

    pattern: str
    message: str
    note: str
    severity: Severity = Severity.STOP


_CODES = "Line of wire codes left in."
_FORMATS = "Wire formats (IPTC 7901, ANPA 1312) put lines like this above and below a story."
_SLUG = "Agency slug (the wire’s name for the story) left in."
_ASK = "Is this an agency slug (the wire’s name for the story)?"

FORMS = (
    Form(r"/?[A-Za-z][A-Za-z-]{1,30}(?:/[A-Za-z-]{2,30}){0,6}/", _SLUG,
         "dpa slugs look like this: Norway/ferry/."),
    Form(r"[A-Z][A-Z0-9]+(?:-[A-Z0-9]+){1,4}/[A-Z0-9][A-Z0-9-]*", _SLUG,
         "Reuters slugs look like this: NORWAY-FERRY/STORM."),
    Form(r"(?!(?:s?he|they|her|him|his|it|ze)/)[a-z]{2,3}(?:/[a-z]{2,4}){2,6}",
         "Agency editors' initials left in.",
         "AFP signs off stories like this: ab/cd/ef."),
    Form((
        r"[A-Z][a-z]{2,}-[A-Z]{3,}|[A-Z][a-z]+(?:-[A-Z][A-Za-z]+){2,}"
        r"|(?:Obit|Factbox|Newsmaker|Timeline|Bio)-[A-Z][\w ]{2,30}"
    ), _ASK, "Agency slugs often look like this: Norway-FERRY, Obit-Ann Poe.", Severity.ASK),
    Form((
        r"[a-z]{3}\d{3,5} \d [a-z] \d{1,4} +(?:[a-z]{2,6} +)?[a-z]{2,4} \d{2,4}"
        r"|[\x00-\x1f]*\d{6} GMT [A-Z][a-z]{2} \d\d"
        r"|[a-z] [a-z]\W{0,3}BC-[A-Z]{2,4}--?[^\n]{2,60}"
        r"|[\s\x00-\x1f]*AP-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}GMT<?"
        r"|\^?AP Photos? [A-Z]{2,6}\d{2,4}(?:, ?[A-Z]{2,6}\d{2,4})*<?"
    ), _CODES, _FORMATS),
    Form(r"[\x00-\x1f]*\^(?=[A-Za-z(])[^\n]{1,110}[<=]", _CODES, _FORMATS),
    Form(r"[A-Z]{2}#[^\n]{0,60}", _CODES, "AAP marks fields like this: KY#, PD#."),
    Form(r"%[A-Z]{2,10}(?: [A-Z]{2,8}){0,8}", _CODES, "AAP desk codes begin with %."),
    Form(r"\$[A-Z]", _CODES, "AAP category codes begin with $."),
    Form(r"\*[A-Z]", _CODES, "AAP category codes begin with *."),
    Form(r":(?:[A-Z][\w&.,’' -]{2,60})?", "Is this a wire header field?",
         "AAP puts a colon before the source of a release.", Severity.ASK),
    Form(r"(?:[A-Z]{3,}(?: [A-Z]+){0,2} OUT(?:,\s?|\Z)){2,6}",
         "Picture-use restriction left in.",
         "Agencies mark with OUT where a picture may not be used."),
    Form((
        r"\d{1,2} (?:POLITICS|SHOWBIZ|SPORT|SOCCER|RUGBY[UL]|CRICKET|TENNIS|GOLF|RACING|CITY"
        r"|COURTS?|POLICE|CRIME|ROYAL|WEATHER|HEALTH|EDUCATION|TRANSPORT|ULSTER|SCOTLAND|WALES|IRISH|FOREIGN"
        r"|DEFENCE|ECONOMY|CONSUMER|SCIENCE|TECHNOLOGY|ENVIRONMENT|INDUSTRY|COMMONS|LORDS|INQUEST"
        r"|DEATH) [A-Z][a-z][A-Za-z]{1,20}"
    ), _SLUG, "The Press Association heads each version like this: 1 SHOWBIZ Ferry."),
    Form(r"\d{1,2}(?:ST|ND|RD|TH) (?:LEAD|NET|ROUNDUP|TAKE|ADD|UPDATE)",
         "Agency update label left in.", "dpa labels updated versions like this: 2ND LEAD."),
    Form(r"EXTRA|URGENT|BULLETIN|FLASH|NEWS ALERT|NEWSALERT|LEADALL",
         "Is this an agency mark (flash, urgent, extra)?",
         "Agencies label versions this way; some papers use them as kickers.", Severity.ASK),
)  # fmt: skip


_ANY = pattern("|".join(f"(?P<f{index}>{form.pattern})" for index, form in enumerate(FORMS)))


def form_of(line: str) -> Form | None:
    """The kind of wire line that a whole line is; None if it is not one."""
    if "^" not in line and _has_plain_words(line):
        return None
    match = _ANY.fullmatch(line)
    return FORMS[int((match.lastgroup or "")[1:])] if match is not None else None


def _has_plain_words(line: str) -> bool:
    """Whether several words are in lower case, as in a headline."""
    count = 0
    for word in line.split():
        if word.islower() and word.isalpha():
            count += 1
            if count > _PLAIN:
                return True
    return False


def is_by_ap(doc: Document) -> bool:
    """Whether the story is published under the Associated Press's byline."""
    return any(
        _AP.search(doc.text, slot.span) is not None
        for slot in doc.parsed.slots[:_TOP]
        if slot.kind == "byline"
        or (
            slot.span.end - slot.span.start <= LONGEST
            and doc.text.startswith(("By ", "BY "), slot.span.start)
        )
    )
