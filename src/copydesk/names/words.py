"""Words before, in and after names of people, and words that no such name has."""

from __future__ import annotations

import os

from copydesk.cache.sorted_lines import SortedLines

_GIVEN = SortedLines(os.path.join(os.path.dirname(__file__), "given.txt"))


def is_given(word: str) -> bool:
    """Whether a folded word is a common given name."""
    return bool(_GIVEN.get(word))


def folded(text: str) -> str:
    """A name in lower case, without accents and stops."""
    text = text.replace("’", "'").replace(".", "")
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFKD", text) if not combining(char)).lower()


_COURTESY = "mr mrs ms miss mx sir dame lord lady dr"
COURTESY = frozenset(_COURTESY.split())
"""Titles that are not an office or a post; in lower case, without stop."""

_POSTS = """
president vice-president prime minister premier chancellor king queen prince princess emperor
sultan emir sheikh senator sen representative rep congressman congresswoman assemblyman
assemblywoman delegate councilman councilwoman councillor councilor alderman governor gov lt
lieutenant mayor judge justice attorney secretary undersecretary ambassador general gen colonel
col major maj captain capt sergeant sgt officer detective det inspector chief sheriff deputy
constable commissioner superintendent director professor prof pastor rev reverend father sister
bishop archbishop cardinal pope imam rabbi coach manager chairman chairwoman chair chairperson
speaker leader spokesman spokeswoman spokesperson principal dean treasurer comptroller admiral
commander corporal cpl private pvt mp md democrat republican author actor actress singer writer
journalist reporter photographer goalkeeper striker midfielder defender quarterback provost
vice-chancellor assemblymember
"""
TITLES = COURTESY | frozenset(_POSTS.split())
"""Words of titles, in lower case and without stop; “Prime” and “Attorney” begin longer ones."""

_INNER = """
president professor assemblyman assemblymember assemblywoman prof mr mrs ms dr sen rep gov sgt
lt capt senator secretary spokesman spokeswoman spokesperson superintendent detective
congressman congresswoman councilman councilwoman councillor chairman chairwoman chancellor
vice-chancellor sir
"""
INNER_TITLES = frozenset(_INNER.split())
"""Titles that begin a name in the middle of capitalised words; none is a surname."""

_PARTICLES = (
    "van von der den de del della di da dos das do la le du al el bin ibn bint ben ter zu ould"
)
PARTICLES = frozenset(_PARTICLES.split())
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_OPENERS = """
a an the in on at by for from to of with and or but as if so yet nor not no when while where who
what which why how after before since until during under over about between among against within
without because although though despite however meanwhile later earlier today yesterday tomorrow
now then there here this that these those it its he she they we i you his her their our my your is
are was were did does do has had have will would can could may might should said says asked both
all each every some many most more few other another one two three four five six seven eight nine
ten first last next only also even still just like unlike according thanks photo photos image
picture caption courtesy via read see watch listen meet former following
"""
OPENERS = frozenset(_OPENERS.split())
"""Words that open sentences and headings, and are no part of a name."""

_BODIES = """
university college school academy institute institution street st avenue ave road rd lane drive
boulevard blvd square bridge park hall house building tower center centre court courthouse church
cathedral temple mosque synagogue hospital clinic airport station port harbour harbor river lake
sea ocean bay island islands mount mountain mountains valley hill hills beach county city town
township village district borough province state states region republic kingdom union nations
north south east west northern southern eastern western central new old great united international
national federal royal global world european american british english french german russian
chinese indian african asian arab israeli palestinian ukrainian canadian australian committee
commission council board agency authority department ministry office bureau service services
administration association organization organisation federation foundation fund trust society club
league team group company corporation corp inc ltd llc plc bank insurance holdings partners
associates lines airlines airways motors energy power media news times post journal press tribune
herald gazette magazine radio television network channel party congress senate parliament assembly
government police army navy force forces guard corps war battle act bill law treaty agreement
accord award awards prize cup championship championships games festival day week month year
january february march april june july august september october november december monday tuesday
wednesday thursday friday saturday sunday christmas easter museum library theatre theater stadium
arena hotel project program programme plan initiative campaign movement alliance coalition front
memorial monument summit conference convention covid constitution amendment bible islam god lord's
facebook twitter google
"""
BODIES = frozenset(_BODIES.split())
"""Words in names of bodies, places, days and works; in lower case."""
