"""Word lists for the sentence splitter: which abbreviations can end a sentence.

Every entry is in lower case and without its last full stop ("mr", "p.m"), except where a
docstring says otherwise. The lists cover what English news copy uses; they are not a dictionary.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    """Return the set of the words in `text`."""
    return frozenset(text.split())


JOINED = "joined"
"""Kind: never ends a sentence."""
UNSURE = "unsure"
"""Kind: ends a sentence only before a word that clearly starts one."""
CLOSING = "closing"
"""Kind: ends a sentence before a capital, unless the next word continues the name."""
NUMBERED = "numbered"
"""Kind: does not end a sentence before a number; otherwise an ordinary word."""
MONTH = "month"
"""Kind: an abbreviated month, which belongs with the day or year after it."""
DAY = "day"
"""Kind: an abbreviated day of the week, which belongs with the date after it."""
CLOCK = "clock"
"""Kind: a.m. or p.m., which belongs with a day, month or time zone after it."""
DRIVE = "drive"
"""Kind: Dr., short for doctor or drive."""

TITLES = _words(
    "mr mrs ms mx messrs mmes prof profs drs rev revs hon fr msgr sen sens rep reps gov govs pres "
    "gen gens lt ltgov col cols maj majs capt cpt cmdr cdr adm brig sgt sgts cpl pvt pfc spc sfc "
    "ssgt msgt cpo insp det supt amb atty asst assoc dep lieut dist mlle mme sra srta esqr"
)
"""Titles always followed by a name. Matched only if capitalised (Rep. Poe, not one more rep.)."""

JOINERS = _words("vs v e.g i.e eg ie a.k.a aka f.k.a n.b viz cf feat incl approx d.b.a né née")
"""Abbreviations that something always follows, so a stop after them never ends a sentence."""

PLACE_AND_PERSON_PARTS = _words(
    "st ste mt mts ft pt del jr sr bros cos dept depts assn ass'n univ natl nat'l int'l intl "
    "gov't govt admin sec secy bldg mfg"
)
"""Parts of names: at the start, in the middle or at the end. Matched only if capitalised."""

FIRMS = _words("inc corp co ltd llc llp plc gmbh pty pte ph.d ed.d m.b.a ll.b ll.m")
"""Forms at the end of a firm's name or after a person's. Matched only if capitalised."""

STATES = _words(
    "ala ariz ark calif cal colo conn fla ga ill ind kan kans ky la md mass mich minn miss mo "
    "mont neb nebr nev okla ore penn pa tenn tex va vt wash wis wisc wyo ont que alta sask"
)
"""Abbreviations of American states and Canadian provinces. Matched only if capitalised."""

STATE_INITIALS = _words("d.c n.c n.d n.h n.j n.m n.y r.i s.c s.d w.va b.c n.b n.s")
"""Initials of states and provinces, which end the name of a place if a comma precedes them."""

STREETS = _words("ave aves av blvd rd ln pkwy sq cres ct pl ter")
"""Abbreviations that end the name of a street. Matched only if capitalised."""

TRAILERS = _words("etc al ibid cit seq")
"""Latin abbreviations that often end a list or a reference."""

BEFORE_NUMBERS = _words(
    "no nos fig figs vol vols pp ch chap chs art arts eq eqs rte hwy ver para paras "
    "max min est ext tel ca ft lb lbs oz yd mi hr hrs bk sect"
)
"""Abbreviations that belong with the number after them (No. 10, p. 4, 5 ft. 3), in any case."""

MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
"""Abbreviated months. Matched only if capitalised."""

DAYS = _words("mon tue tues wed weds thu thur thurs fri sat sun")
"""Abbreviated days of the week. Matched only if capitalised."""

CLOCKS = _words("a.m p.m")
"""The two halves of the day. Matched only without a capital."""

LONG_MONTHS = _words(
    "January February March April May June July August September October November December"
)
"""Months in full, capitalised."""

LONG_DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
"""Days of the week in full, capitalised."""

MONTH_WORDS = LONG_MONTHS | {word.capitalize() for word in MONTHS}
"""Months in full and abbreviated, capitalised."""

DAY_WORDS = LONG_DAYS | {word.capitalize() for word in DAYS}
"""Days of the week in full and abbreviated, capitalised."""

ZONES = _words(
    "ET EST EDT CT CST CDT MT MST MDT PT PST PDT AKST AST GMT UTC BST CET CEST IST JST AEST AEDT "
    "Eastern Central Mountain Pacific Greenwich Moscow Beijing"
)
"""Time zones that follow a.m. and p.m., capitalised as in copy."""

CARRY_ON = _words(
    "Chief CEO CFO COO President Chairman Chairwoman Chair Chairperson Vice Executive Founder "
    "Director Managing Mayor Gov Governor Sen Senator Rep Attorney State Lt Secretary Democrat "
    "Democrats Republican Republicans Congressman Congresswoman Ltd Inc Co Corp LLC Suite Ste "
    "Apt Unit Room Floor Bridge Station NW NE SW SE N S E W North South East West Southeast "
    "Northeast Southwest Northwest Holdings Holding Group Industries Foundation Antrim Armagh "
    "Carlow Cavan Clare Cork Derry Donegal Dublin Durham Fermanagh Galway Kerry Kildare "
    "Kilkenny Leitrim Limerick Louth Mayo Meath Offaly Roscommon Sligo Tipperary Tyrone "
    "Waterford Westmeath Wexford Wicklow"
)
"""Capitalised words that continue a sentence after a firm, state or street (Inc. Chairman Ann Lee).

The counties of Ireland and Durham are included because of Co. (Co. Clare, Co. Durham).
"""

STARTERS = _words(
    "A About Above According Additionally After Afterward Afterwards Again Against Ahead All "
    "Almost Alongside Already Also Although Amid Amidst Among An And Another Any Anyone "
    "Anything Apparently Approximately Around As At Because Before Behind Below Beside Besides "
    "Beyond Both But By Certainly Clearly Consequently Critically Currently Despite During Each "
    "Earlier Elsewhere Even Eventually Every Everyone Evidently Few Finally Following For From "
    "Further Furthermore Generally Given Globally Half He Hence Her Here Hers His Historically "
    "Hopefully How However I Ideally If Importantly In Increasingly Indeed Initially Instead It "
    "Its Last Later Like Many Maybe Meanwhile More Moreover Most Much My Nationally Nearly "
    "Neither Never Nevertheless Next No Nobody None Nonetheless Nor Normally Not Notably "
    "Nothing Now Nowadays Nowhere Obviously Of Officially Often On Once Only Or Originally "
    "Other Others Otherwise Our Out Overall Perhaps Previously Prior Rarely Rather Recently "
    "Regardless Reportedly Roughly Sadly Seldom Separately Several She Shortly Similarly Simply "
    "Since So Some Someone Sometimes Somewhere Soon Specifically Still Such Suddenly Surely "
    "Technically Than That The Their Them Then There Therefore These They This Those Though "
    "Through Throughout Thus To Together Traditionally Typically Ultimately Unfortunately "
    "Unless Unlike Until Upon Usually Via We What Whatever When Whenever Where Whereas Whether "
    "Which While Who Whoever Whom Whose Why With Within Without Yes Yesterday Yet You Your"
)
"""Words rarely part of a name, which start a sentence after an unsure stop (U.S. The ...)."""

OPENERS = _words(
    "Activists Analysts Aides Asked Authorities Based Born Built Campaigners Commentators Critics "
    "Customers Diplomats Dozens Economists Eight Experts Fans Five Followers Four "
    "Families Founded Hundreds Investigators Investors Historians Lawmakers Lawyers Leaders "
    "Members Millions Negotiators Nine Observers Officers Officials One Opponents Organizers "
    "Parents Passengers People Politicians Prosecutors Protesters Readers Researchers Residents "
    "Scientists Seven Shares Six Speaking Students Supporters Teachers Ten Three "
    "Thousands Tourists Two Victims Viewers Visitors Voters Witnesses Workers"
)
"""Words capitalised only at the start of a sentence, provided that lower case follows them."""

LETTERED = _words(
    "appendix big block category channel class exhibit gen generation grade group hepatitis level "
    "model part plan platform room schedule section serie series type vitamin zone"
)
"""Words followed by a letter that is not an initial (Group B, Plan B, vitamin C)."""

MARKED_NAMES = _words("yahoo jeopardy yum e panic wham joomla ahoy you")
"""Last words of names that end in an exclamation mark (Yahoo! News)."""

SAID = _words(
    "said says asked asks told cried cries shouted yelled replied wondered demanded added wrote "
    "exclaimed screamed called joked quipped inquired answered whispered responded recalled "
    "continued tweeted posted muttered pleaded thundered roared bellowed declared insisted "
    "countered retorted boomed tells writes"
)
"""Verbs that follow a speaker's name after a quoted question or exclamation."""

INDIRECT = _words("a an he her his it no nothing she that the there they")
"""Words that begin indirect speech after "said": such a clause attributes no quotation."""

PARTICLES = _words("al bin da de del der di dos du el for la le of van von")
"""Lower-case words within a speaker's name and role (Mayor Jo Dunne of Orr)."""

SITE_ENDINGS = _words(
    "com net org edu gov info biz app dev co uk us io ai tv me fm js ts md py txt pdf doc docx csv "
    "html htm php exe zip jpg jpeg png gif mp3 mp4 xml json xls xlsx"
)
"""What follows the dot in the name of a site or a file, however it is capitalised."""


def _table(*rows: tuple[str, frozenset[str]]) -> dict[str, str]:
    """Map every entry of the lists to its kind; later lists win."""
    return {entry: kind for kind, entries in rows for entry in entries}


_ANY_CASE = ((CLOSING, TRAILERS), (NUMBERED, BEFORE_NUMBERS), (JOINED, JOINERS))

WITHOUT_CAPITAL = _table(*_ANY_CASE, (CLOCK, CLOCKS))
"""The kind of each abbreviation written without a capital."""

WITH_CAPITAL = _table(
    *_ANY_CASE,
    (CLOSING, FIRMS | STATES | STREETS),
    (MONTH, MONTHS),
    (DAY, DAYS),
    (UNSURE, PLACE_AND_PERSON_PARTS),
    (JOINED, TITLES),
    (DRIVE, _words("dr")),
)
"""The kind of each abbreviation written with a capital; not P.M., which may be a prime minister."""


def is_abbreviation(word: str) -> bool:
    """Whether a word, given without its full stop, is a known abbreviation.

    Case counts: a word in lower case (etc) is looked up among the forms without a capital, any
    other (Mr, Gen) among those with one.
    """
    return word in WITHOUT_CAPITAL if word.islower() else word.lower() in WITH_CAPITAL


def is_initialism(word: str) -> bool:
    """Return whether `word` is initials without their last stop (U.S, J.R.R, Ph.D, r.i.p)."""
    if not word[1::2].strip("."):
        return word[::2].isalpha()
    parts = word.split(".")
    if len(parts) > 4 or min(map(len, parts)) != 1:
        return False
    return all(part.isalpha() and len(part) <= 4 and part[0].isupper() for part in parts)
