"""Datelines: where, when and by which agency a story was filed.

A dateline opens a story: a place, perhaps a date, perhaps an agency in
brackets, and a dash (``KYIV, Ukraine (AP) —``). Without an agency, the place
must be in capitals: nothing else distinguishes it from any other opening.
"""

from __future__ import annotations

import re
from functools import cache

from copydesk.document.slots import Slot
from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

_REACH = 160  # code points; no dateline is longer
_PARAGRAPHS = 3  # how many paragraphs at the start are searched
_SEGMENT_WORDS = 5
_SEGMENTS = 6

_AGENCY_NAMES = (
    "aa aap abc afp agencies agi aljazeera ani ansa anadolu ap apa asianet ats bbc belga bernama "
    "bloomberg bns bta cbc cbs cna cnn cnnmoney cns cnsnews.com cp ctk dapd dpa efe fox hina ians "
    "ina interfax irna itar-tass jiji jta keystone-sda kuna kyodo lusa mena mti nbc nna nhk npr "
    "nsi ntb nzherald pa pap petra pti reuters rfe/rl ria ritzau rnz saba sana sapa sda spa "
    "sputnik stt taz tass tanjug tns tt ukrinform unian "
    "upi voa wafa wam xinhua yonhap"
)
_AGENCY_WORDS = frozenset({"press", "news", "newswire", "wire", "media", "agency", "service"})
_AGENCY_WORDS |= frozenset({"post", "times", "reuters", "bloomberg", "afp", "breakingviews"})

# Words in capitals before a dash or a colon that are not places.
_NO_PLACE_WORDS = (
    "NATO OPEC NASA UNESCO UNICEF FIFA UEFA ASEAN BRICS AUKUS INTERPOL EUROPOL NAFTA USMCA USAID "
    "NOAA FEMA HAMAS ISIS ISIL DAESH HIV AIDS COVID OSCE OECD UNHCR UNRWA MERCOSUR ECOWAS "
    "WATCH READ LISTEN LIVE VIDEO PHOTO PHOTOS PICTURE PICTURES GALLERY CAPTION IMAGE AUDIO FILE "
    "BREAKING UPDATE UPDATED URGENT ALERT EXCLUSIVE ANALYSIS OPINION COMMENT EDITORIAL EXPLAINER "
    "EXPLAINED FACTBOX TIMELINE INSIGHT PREVIEW REVIEW FEATURE INTERVIEW PROFILE SPECIAL REPORT "
    "CORRECTION CORRECTED CLARIFICATION REFILE RECAST LEAD WRAPUP NEWSALERT FLASH BULLETIN "
    "ADVISORY EMBARGO EMBARGOED NOTE EDITORS RELATED MORE SOURCE CREDIT ADVERTISEMENT QUESTION "
    "ANSWER WARNING KEY TOP THE THIS THAT THESE WE YOU THEY HE SHE IT IS ARE WAS WERE WILL BE NOT "
    "NO YES FOR FROM WITH HOW WHY WHAT WHO WHEN WHERE OUR YOUR MY HIS HER DO DOES DID CAN NEVER "
    "ALWAYS ALL BUT IF OR HAVE HAS HAD STOP WIN GREAT AMERICA REUTERS BLOOMBERG "
    "POST SEE ALSO DEAR CONFIRMED DEVELOPING FINAL QUIZ POLL OUT STORY NEWS FACT FACTS"
)
# Words in headings of listings, in any case: “TV Listings, Sunday, Jan. 7”.
_LISTING_WORDS = (
    "LISTING LISTINGS CALENDAR CALENDARS SCHEDULE SCHEDULES SCORE SCORES SCOREBOARD STANDINGS "
    "RESULTS FIXTURES EVENTS DATEBOOK LOTTERY HOROSCOPE HOROSCOPES CROSSWORD OBITUARIES DEATHS "
    "NOTICES BRIEFS DIGEST AGENDA AGENDAS MEETINGS TODAY TONIGHT TOMORROW WEEK WEEKEND TABLES"
)

# Before a colon, capitals are mostly labels and names of speakers. There the place
# must be one that papers use without a country, or be followed by a country.
_COLON_CITIES = (
    "ABU DHABI|ABUJA|ADDIS ABABA|AMMAN|AMSTERDAM|ANKARA|ATHENS|BAGHDAD|BANGKOK|BEIJING|BEIRUT|"
    "BENGALURU|BERLIN|BOGOTA|BRUSSELS|BUDAPEST|BUENOS AIRES|CAIRO|CANBERRA|CAPE TOWN|CARACAS|"
    "CHENNAI|COLOMBO|COPENHAGEN|DAMASCUS|DHAKA|DOHA|DUBAI|DUBLIN|GAZA|GAZA CITY|GENEVA|HANOI|"
    "HARARE|HAVANA|HELSINKI|HONG KONG|HYDERABAD|ISLAMABAD|ISTANBUL|JAKARTA|JEDDAH|JERUSALEM|"
    "JOHANNESBURG|KABUL|KARACHI|KATHMANDU|KHARTOUM|KIEV|KOLKATA|KUALA LUMPUR|KUWAIT CITY|KYIV|"
    "LAGOS|LAHORE|LIMA|LISBON|LONDON|LOS ANGELES|MADRID|MANAMA|MANILA|MEXICO CITY|MOSCOW|MUMBAI|"
    "MUSCAT|NAIROBI|NEW DELHI|NEW YORK|OSLO|OTTAWA|PARIS|PESHAWAR|PRAGUE|RAMALLAH|RAWALPINDI|"
    "RIYADH|ROME|SANAA|SANTIAGO|SEOUL|SHANGHAI|SINGAPORE|STOCKHOLM|SYDNEY|TAIPEI|TEHRAN|TEL AVIV|"
    "TOKYO|TORONTO|TRIPOLI|TUNIS|UNITED NATIONS|VATICAN CITY|VIENNA|WARSAW|WASHINGTON|YANGON"
)
_SMALL = frozenset({"de", "la", "del", "of", "the", "on", "upon", "sur", "al", "el", "da", "near"})
_AGENCIES = frozenset(_AGENCY_NAMES.split())
_LISTINGS = frozenset(_LISTING_WORDS.split())
_NO_PLACES = frozenset(_NO_PLACE_WORDS.split()) | _LISTINGS
_DAYS_JOINED = tuple(
    f"{day}DAY" for day in ("MON", "TUES", "WEDNES", "THURS", "FRI", "SATUR", "SUN")
)
_COLON_PLACES = frozenset(_COLON_CITIES.split("|"))
_WITHOUT_MARKS = str.maketrans("", "", ".-'\u2019")
_VOWELS = frozenset("AEIOUY\u00c4\u00c5\u00c9\u00c8\u00cd\u00d3\u00d6\u00d8\u00da\u00dc\u0130")

_DIGIT = compiled(r"\d")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)


@cache
def _with_agency() -> re.Pattern[str]:
    return compiled(
        r"([^()\n]{0,90}?)(?:\(([^()\n]{2,40})\)|(?<=\s)/([A-Z][\w .&-]{2,40})/)"
        r"(\s*(?:-{1,3}|\u2013|\u2014|:))?"
    )


@cache
def _without_agency() -> re.Pattern[str]:
    return compiled(r"([^()\n\u2014\u2013:]{3,90}?)(\s*\u2014|\s*\u2013|\s+--+|\s+-(?=\s)|:(?=\s))")


@cache
def _day() -> re.Pattern[str]:
    """A date at the end of a text, with or without weekday and year."""
    return compiled(
        r"(?:^|[\s,])(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
        rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}|\d{{4}}-\d\d-\d\d)(?:,?\s+\d{{4}})?$",
        re.IGNORECASE,
    )


@cache
def _full_dates() -> re.Pattern[str]:
    return compiled(
        rf"\b({_MONTH})\s+(\d{{1,2}}),?\s+(\d{{4}})\b"
        rf"|\b(\d{{1,2}})\s+({_MONTH}),?\s+(\d{{4}})\b"
        r"|\b(\d{4})-(\d\d)-(\d\d)\b",
        re.IGNORECASE,
    )


def find(text: str, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The datelines that open one of the first three paragraphs.

    Each span runs from the first letter to the dash or bracket that ends the
    dateline, without the space after it.
    """
    found: list[Slot] = []
    seen = 0
    for slot in slots:
        if slot.kind != "paragraph":
            continue
        start = slot.span.start
        length = dateline_length(text[start : min(slot.span.end, start + _REACH)])
        if length:
            found.append(Slot("dateline", Span(start, start + length)))
        seen += 1
        if seen == _PARAGRAPHS:
            break
    return tuple(found)


def dateline_length(text: str) -> int:
    """The length of the dateline that opens ``text``, in code points; 0 if there is no dateline."""
    head = text[:_REACH]
    if not head or not (head[0].isupper() or head[0] == "(" or head[0].isdigit()):
        return 0
    if "(" in head or " /" in head:
        length = _agency_opening(head)
        if length:
            return length
    return _bare_opening(head)


def alone(line: str) -> bool:
    """Whether a whole line is a dateline: ``SUMY, Ukraine``, ``Kyiv, 15 April 2025``.

    A date alone counts. A single word in capitals does not: it could as well be
    a kicker or a cross-head.
    """
    line = line.strip().rstrip("-\u2013\u2014 ")
    if not 4 <= len(line) <= 80 or line[-1] in "!?:;":
        return False
    match = _with_agency().fullmatch(line)
    if match:
        where = match[1].rstrip(" ,")
        known = is_agency(match[2] or match[3])
        return (known and (_is_place(where) or _undated(where) == "")) or (
            "," in where and _is_place(where) and _is_capital_place(where)
        )
    place = _undated(line)
    if place is not None:
        return place == "" or _is_place(place)
    return "," in line and _is_place(line) and _is_capital_place(line)


def full_date(dateline_text: str) -> tuple[int, int, int] | None:
    """Year, month and day, if the dateline has all three.

    None for a date that does not exist (``February 30``).
    """
    match = _full_dates().search(dateline_text)
    if match is None:
        return None
    if match[1]:
        year, month, day = match[3], match[1], match[2]
    elif match[4]:
        year, month, day = match[6], match[5], match[4]
    else:
        return _valid(int(match[7]), int(match[8]), int(match[9]))
    return _valid(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))


def _valid(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    if not 1 <= month <= 12 or year < 1:
        return None
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = 29 if month == 2 and leap else _DAYS[month - 1]
    return (year, month, day) if 1 <= day <= days else None


def _agency_opening(head: str) -> int:
    """The length of a dateline that names its agency; 0 if there is no such dateline.

    ``Washington (CNN) The …`` needs no dash if the agency is known. An unknown
    agency needs a dash, and any place before it must be in capitals.
    """
    match = _with_agency().match(head)
    if match is None:
        return 0
    place, agency, dash = match[1].rstrip(), match[2] or match[3], match[4]
    dated = _undated(place.rstrip(",")) == ""
    if place and not dated and not _is_place(place):
        return 0
    follows = head[match.end() :].lstrip()[:1]
    if not is_agency(agency):
        capital = not place or _is_capital_place(place)
        fits = agency[0].isupper() and agency.split()[0].upper() not in _NO_PLACES
        return match.end() if dash and fits and capital and not follows.islower() else 0
    if follows.islower() and place and not _is_capital_place(place):
        return 0  # "Associated Press (AP) - the agency …"
    if dash or (follows and not follows.islower() and follows not in ",.;:)'\u2019"):
        return match.end()
    return 0


def _bare_opening(head: str) -> int:
    """The length of a dateline without an agency; 0 if there is no such dateline."""
    if not (head[1:2].isupper() or head[2:3].isupper() or _DIGIT.search(head, 0, 40)):
        return 0
    match = _without_agency().match(head)
    if match is None:
        return 0
    place = _unsigned(match[1].rstrip())
    follows = head[match.end() :].lstrip()[:1]
    if not follows or follows.islower():
        return 0
    day = _undated(place)
    if day is not None:
        return match.end() if day and _is_place(day) and match[2] != ":" else 0
    if not _is_place(place) or not _is_capital_place(place):
        return 0
    if match[2] == ":" and "," not in place and place not in _COLON_PLACES:
        return 0
    return match.end() if "," in place or len(place) > 3 else 0


def _unsigned(place: str) -> str:
    """The place without an agency that follows it unbracketed: ``SEOUL, Nov 26 AFP``."""
    head, _, last = place.rpartition(" ")
    return head if head and last.isupper() and last.lower() in _AGENCIES else place


def _undated(place: str) -> str | None:
    """The place without the date at its end; None if there is no date."""
    match = _day().search(place)
    return place[: match.start()].rstrip(" ,") if match else None


def is_agency(name: str) -> bool:
    """Whether the words in the brackets are the name of an agency or a paper."""
    words = name.lower().lstrip("@").replace(",", " ").split()
    return any(word in _AGENCIES for word in words[:1]) or (
        name[:1].isupper() and any(word in _AGENCY_WORDS for word in words)
    )


def _is_place(place: str) -> bool:
    """Whether the words could name one or more places: few words, all capitalised."""
    place = _undated(place) or place
    plain = place.replace(",/", ",").replace("/", ",").replace(" and ", ",").replace("&", ",")
    segments = plain.split(",")
    if len(segments) > _SEGMENTS:
        return False
    return all(_is_segment(segment.split()) for segment in segments)


def _is_segment(words: list[str]) -> bool:
    if any(_is_of_listing(word.upper().rstrip(".")) for word in words):
        return False
    if not 0 < len(words) <= _SEGMENT_WORDS:
        return False
    if words[0][0].islower() or not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    return all(word.translate(_WITHOUT_MARKS).isalpha() for word in words)


def _is_of_listing(word: str) -> bool:
    """Whether a word is of a heading, or has lost the space before a day: LISTINGSSunday."""
    return word in _LISTINGS or (word.endswith(_DAYS_JOINED) and word not in _DAYS_JOINED)


def _is_capital_place(place: str) -> bool:
    """Whether the first place is in capitals and is not a label or an acronym."""
    first = place.replace("/", ",").split(",")[0].split(" and ")[0].split()
    name = "".join(first)
    if name != name.upper() or len(name) < 3 or not _VOWELS.intersection(name):
        return False
    if any(word.rstrip(".") in _NO_PLACES for word in first):
        return False
    return all("." not in word or word in {"ST.", "STE.", "FT.", "MT."} for word in first)
