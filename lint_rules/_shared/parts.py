"""What a word may be: its parts of speech, and whether a noun is singular or plural."""

from __future__ import annotations

import os
from functools import lru_cache

from copydesk import SortedLines
from lint_rules._shared.prose import words

_PARTS = SortedLines(os.path.join(os.path.dirname(__file__), "_parts.txt"))

# Plurals in meaning or form that British or American usage lets take either verb.
EITHER = words(
    "data media agenda criteria bacteria graffiti paparazzi opera insignia errata stadia brass "
    "buffalo antelope reindeer people folk folks police cattle clergy vermin poultry livestock "
    "majority minority number total lot rest half third quarter bulk remainder variety range "
    "series species means crossroads headquarters barracks works gallows pair couple trio duo "
    "quartet quintet dozen hundred thousand million billion trillion percent percentage "
    "proportion fraction handful bunch host array string slew raft spate wave flurry mix "
    "combination mixture collection set batch bundle chunk portion part segment share plethora "
    "myriad multitude swathe swath glut wealth body all none some any most more many few several "
    "both plenty fish sheep deer aircraft spacecraft watercraft hovercraft offspring salmon trout "
    "cod shrimp squid bison moose elk swine grouse quail cannon counsel crew cast staff team side "
    "squad band group family board committee council cabinet government administration opposition "
    "parliament senate congress assembly jury panel bench court public press audience crowd "
    "congregation choir orchestra ensemble company firm corporation business club union "
    "federation association society league party faction coalition alliance army navy force "
    "militia regiment battalion unit brigade division corps guard garrison fleet department "
    "ministry agency bureau office authority commission institute institution organisation "
    "organization charity foundation trust church school college university faculty hospital bank "
    "chain brand label network channel paper newspaper magazine studio store shop factory plant "
    "industry sector profession management leadership workforce personnel membership electorate "
    "population community neighbourhood neighborhood household nation country town city village "
    "county state youth elite nobility gentry aristocracy peasantry proletariat bourgeoisie "
    "intelligentsia generation class gang mob cartel syndicate mafia cell ring enemy herd flock "
    "pack swarm colony litter brood roster lineup line-up line defence defense offence offense "
    "attack midfield backline bullpen rotation secondary backfield infield outfield duopoly world "
    "globe kingdom camp delegation mission entourage lobby caucus bloc trade troupe rabble horde "
    "throng posse outfit retailer manufacturer supplier operator broadcaster airline carrier "
    "maker giant publisher developer producer consortium partnership conglomerate startup start- "
    "up franchise kind sort type cream pick cavalry infantry artillery nobles judiciary executive "
    "legislature secretariat directorate constabulary taskforce team-mate twosome threesome "
    "foursome eleven fifteen xi cohort contingent crop tribe clan breed race sex gender diaspora "
    "peerage readership viewership citizenry populace laity rank core spectrum assortment "
    "selection sequence succession stream flow flood torrent barrage hail chorus litany medley "
    "hundredweight score stone head brace yoke span quota maximum minimum average clientele "
    "backroom fraternity sorority sisterhood brotherhood commune hierarchy magistracy council-run "
    "ombudsman bbc itv parish borough district region province circle command underworld dice "
    "algae larvae"
)
"""Nouns that some usage gives a singular verb and some a plural one: staff, the team, a number."""

_SINGULAR_IN_S = words(
    "news politics economics mathematics maths physics ethics athletics gymnastics aerobics "
    "linguistics statistics logistics tactics genetics electronics robotics acoustics optics "
    "mechanics dynamics analytics graphics classics basics acrobatics hysterics heroics antics "
    "aesthetics ceramics harmonics histrionics metrics specifics gas bus lens atlas canvas alias "
    "bias chaos cosmos ethos pathos asbestos christmas pancreas savings earnings headquarters "
    "barracks crossroads gallows works series species means diabetes rabies herpes measles mumps "
    "rickets shingles hives whereabouts innings premises odds amends shambles molasses biceps "
    "triceps thermos albatross pampas billiards darts checkers draughts dominoes skittles "
    "ninepins bowls cards craps sports arms goods customs thanks regards congratulations proceeds "
    "remains riches surroundings lodgings belongings outskirts suds dregs links hustings doings "
    "winnings takings pickings tidings always perhaps sometimes besides afterwards towards "
    "backwards forwards downstairs upstairs indoors outdoors overseas sis this plus thus minus "
    "versus less his hers ours theirs yours its as us is was has does yes chess mess boss loss "
    "class press congress express texas kansas arkansas wales paris athens brussels naples holmes "
    "james thomas jones williams davis harris lewis morris lots loads tons heaps oodles scads "
    "dozens hundreds thousands millions billions pence cents dollars euros pounds rupees yen "
    "francs roubles rubles percents percentages points years months weeks days hours minutes "
    "seconds decades centuries miles metres meters kilometres kilometers feet inches yards acres "
    "hectares tonnes kilograms kilos kilogrammes ounces gallons litres liters barrels degrees "
    "knots grams grammes centimetres centimeters millimetres millimeters watts kilowatts "
    "megawatts gigawatts volts bytes megabytes gigabytes thirds quarters fifths halves tenths "
    "sixths sevenths eighths ninths majority others ones times"
)
_PLURALS = words(
    "men women children teeth feet geese mice oxen lives wives knives leaves halves wolves "
    "thieves loaves shelves alumni phenomena policemen policewomen firemen spokesmen "
    "spokeswomen businessmen businesswomen congressmen congresswomen councilmen gunmen "
    "fishermen chairmen salesmen servicemen workmen lawmen linemen cameramen grandchildren "
    "schoolchildren stepchildren countrymen clergymen craftsmen sportsmen batsmen "
    "defencemen defensemen firefighters crises theses analyses hypotheses diagnoses"
)


@lru_cache(maxsize=4096)
def parts(word: str) -> str:
    """The parts of speech of a lower-case word; empty if it is not in the table.

    ``n`` singular noun, ``p`` plural noun, ``v`` base of a verb, ``z`` its form with -s, ``d`` its
    past, ``e`` its participle, ``g`` its form in -ing, ``a`` adjective, ``r`` adverb (but not those
    in -ly).
    """
    return _PARTS.get(word)


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a lower-case word is a noun that can only be plural, and takes a plural verb."""
    if word in _PLURALS:
        return True
    if not word.endswith("s") or word in _SINGULAR_IN_S or word in EITHER:
        return False
    if word.endswith(("ss", "us", "is")) and word not in ("skis", "taxis", "menus"):
        return False
    if word.endswith("ics") and "n" not in parts(word[:-1]):
        return False
    found = parts(word)
    return "p" in found and "n" not in found and "a" not in found


@lru_cache(maxsize=4096)
def is_singular(word: str) -> bool:
    """Whether a lower-case word is a noun that can only be singular, and takes a singular verb."""
    if word in EITHER or word in _PLURALS:
        return False
    if word.endswith("s") and (word in _SINGULAR_IN_S or not word.endswith(("ss", "us", "is"))):
        return False
    found = parts(word)
    return "n" in found and not set(found) & set("pader")
