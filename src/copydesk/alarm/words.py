"""Words that are not names although they begin with a capital."""

from __future__ import annotations

import os
from functools import cache
from importlib.util import find_spec

_EASY = ("resources", "en", "easy_words.txt")  # in textstat: 2,940 words that all readers know

_FUNCTION = """
a about above across after again against all almost along already also although always am amid
among an and another any anyone anything are around as at away back be because been before behind
being below beneath beside besides between beyond both but by can could despite did do does down
during each either else even ever every everyone everything except few fewer first for former from
further had has have he hence her here hers herself him himself his how however i if in indeed
inside instead into is it its itself just last late later latest least less like many me meanwhile
might mine more moreover most much must my near nearly neither never nevertheless next no nobody
none nor not nothing now nowhere of off often on once one only onto or other others otherwise our
ours out outside over own per perhaps rather same second several shall she should since so some
somebody someone something soon still such than that the their theirs them themselves then there
therefore these they third this those though through thus to today together tomorrow too toward
towards two three four five six seven eight nine ten under unless unlike until up upon us very via
was we were what whatever when where whether which while who whom whose why will with within
without would yes yesterday yet you your yours ain't can't couldn't didn't doesn't don't hadn't
hasn't haven't he's i'd i'll i'm i've isn't it's let's she's shouldn't that's there's they'd
they'll they're they've wasn't we'd we'll we're we've weren't what's who's won't wouldn't you'd
you'll you're you've
"""

# Words that are part of a title or of the name of a place or a body, and name nobody alone.
_GENERIC = """
academy administration agency airport ambassador archbishop army association attorney authority
avenue bank baron bay bishop board bridge brigadier brother brothers bureau captain cardinal
castle cathedral central chair chairman chairwoman chancellor chief church city club co college
colonel commission commissioner committee company conference congress congressman congresswoman
congressional constable corp corporation council councillor councilor countess county court cup
dame deacon dean defence defense democrat democratic democrats department deputy detective
director district doctor dr duchess duke east eastern editor elect embassy emperor empress envoy
ex executive federal finance fire force foreign foundation gen general gov government governor
great group hall high hon hospital house hotel imam inc inspector institute international island
islands judge justice king labour lady lake law league liberal lieutenant lord lower ltd madam
major marine mayor media military minister ministers ministry miss mission mount mountain mr mrs
ms museum nation national navy network new news north northern office officer official old
opposition palace park parliament party plc police pope port president presidential press prime
prince princess prof professor province public queen rabbi radio rail railway rep representative
representatives republican republicans rev reverend river road royal saint school secretary sen
senate senator sergeant services sheikh sir sister society south southern spokesman spokesperson
spokeswoman sq square st staff state states station street sultan superintendent supreme team
territory times tower town trade transport treasury tribunal trust union united university upper
valley vice village west western world reporting writing editing additional photo photograph
photographs photography picture image credit getty source sources correction clarification update
updated updates read more watch listen subscribe sign newsletter advertisement breaking exclusive
analysis opinion comment embargo embargoed hold copyright rights reserved caption headline byline
story draft note editor's jr sr ii iii iv presidents
a.m p.m am pm bc ad tv us uk eu un mp mps ceo q&a tk tkk tktk xxx xx cq
todo
"""

# What newsroom sentences begin with, besides the words that all readers know.
_NEWSROOM = """
according additional additionally adviser advisers advisor advisors aides allies analyst analysts
announced annual artist attendees authorities bidder bidders bids bond bonds budget cabinet
campaigner campaigners candidate candidates chatbot civil coach coalition commuters consumer
contract contractor contractors councils councillors critics crew crews customers dealers decades
delegates deputies detectives details developers diplomats donors doors dozens drivers economists
election elections emergency employees employers engineer engineers envoys estimates ethics
evacuation evidence experts exports fans farmers ferries ferry festival figures final firefighters
fishermen flights flooding forecasters funding governments graduates growth guests harbour harbor
headlines historians hospitals hundreds imports including increasingly industry inflation
initially insurers investigators investors jobs journalists judges jurors labor landlords
lawmakers lawyers leaders legislators letters local locals managers meteorologists migrants
millions mediators motorists musicians negotiations negotiators neighbors neighbours nurses
observers officers officials organisers organizers owners parents participants passengers patients
pensioners performers pilots planners players plans police politicians polls ports prices
prosecutors protesters protests pupils ratings readers record recently refugees regional
regulators relatives reporters representatives rescue rescuers research researchers residents
revenue revenues rival rivals sales scientists security senators sailors shareholders shares
soldiers speaking spending spokesmen stakeholders stocks striking students suppliers supporters
surveyors suspects talks taxpayers teachers teams technicians tenants thousands tickets tourists
traders trains travellers travelers troops unions unveiled urgent veterans victims video viewers
villagers visitors volunteers voters voting witnesses workers wreckage years
"""

# Words that are also given names, and so probably names before another name.
_GIVEN = """
amber april art august autumn basil bill bob brook carol chance charity chase christian cliff
crystal dale daisy dawn dean drew earl eve faith fern frank gene glen grace grant guy harry hazel
heather holly hope hunter iris ivy jack jasmine jean jewel john joy june lance lane lily mark
mason max may melody mercy miles norm olive pat patience pearl penny peter piper ray rich rob
robin rod rose roy ruby rusty sandy sky skip stella sue summer tommy victor violet wade walker
ward warren will wood
"""

# Words of titles and places that are also family names, and so may be names after a name.
_SURNAMES = """
bishop bridge castle church dean duke forest general group hall hill judge king lady lake league
lord major marine news park pope prince prior queen street times tower towers trade west young
"""

_TITLES = (
    "mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "dame", "sen", "rep", "gov", "gen",
    "col", "prof", "rev", "judge",
)  # fmt: skip
MONTHS = "january february march april may june july august september october november december"
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_SHORT = (
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
)

FUNCTION = frozenset(_FUNCTION.split())
GENERIC = frozenset(_GENERIC.split())
CALENDAR = frozenset(f"{MONTHS} {DAYS} {_SHORT}".split())
SURNAMES = frozenset(_SURNAMES.split())
GIVEN = frozenset(_GIVEN.split())
TITLES = frozenset(_TITLES)
_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly")


def is_common(word: str) -> bool:
    """Whether a word in lower case is an everyday word, or a regular form of one."""
    known = _common()
    if word in known:
        return True
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(len(stem) > 2 and (stem in known or f"{stem}e" in known) for stem in stems)


@cache
def _common() -> frozenset[str]:
    own = FUNCTION | GENERIC | frozenset(_NEWSROOM.split())
    return own | frozenset(_easy_words().split())


def _easy_words() -> str:
    """The word list in textstat, read without importing textstat."""
    found = find_spec("textstat")
    for folder in (found and found.submodule_search_locations) or ():
        file = os.path.join(folder, *_EASY)
        if os.path.isfile(file):
            with open(file, encoding="utf-8") as opened:
                return opened.read()
    return ""
