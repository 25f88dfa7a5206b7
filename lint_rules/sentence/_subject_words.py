"""Words that tell whether a noun is the subject, and of which number."""

from __future__ import annotations

from lint_rules._shared.parts import EITHER
from lint_rules._shared.prose import words

# Words after which “were” is the subjunctive, or “have” may be.
UNREAL = words(
    "if though as whether unless wish wishes wished lest suppose supposing imagine would rather "
    "only than until before"
)
PREPOSITIONS = words(
    "of in for on from at to by about over with between among against near under without across "
    "behind"
)
ONE = words("a an this that every each another one no any")  # determiners of a singular only
PLURAL_ONLY = words("these those both several many few all two three four five six seven eight")
BARE = words("a an")
SUITS = words("diamonds hearts spades clubs")  # at bridge: Three diamonds was a bid
TIMES = words("year day week month time morning night summer spring evening")
SPANS = words("this last next")
OWN = ("’s", "'s", "s’", "s'")
BARE_AFTER = words("that because although though while when if whether")
PEOPLES = words(
    "Republicans Democrats Conservatives Liberals Americans Russians Ukrainians Israelis "
    "Palestinians Muslims Christians Jews Catholics Europeans Germans Canadians Australians "
    "Indians Iranians Iraqis Syrians Mexicans Californians Texans Protestants Brexiteers"
)
OFTEN = words(  # plurals with which a sentence opens, and that are no names
    "officials officers residents voters prices sales workers lawmakers researchers scientists "
    "students teachers boats cars critics supporters experts doctors prosecutors protesters "
    "investigators soldiers families others things stocks plans details firefighters detectives "
    "negotiators analysts economists historians organisers organizers members"
)
# Plurals that are one thing without an article: martial arts is, social services has.
FIELDS = words(
    "arts studies affairs services resources relations communications operations games skills "
    "rights works sciences records sales videos cases levels news numbers weeks years sports"
)
ARTICLES = words("the a an his her its their")
NEVER = words("either neither what all whatever half")
# Nouns before “of” that leave the number of the verb to the noun behind it, or are said both ways.
MEASURES = EITHER | words(
    "sum amount average level supply load stack pile heap mass bit piece rush surge increase rise "
    "growing wide vast lack absence threat risk chance loads lots dozens scores hundreds thousands "
    "millions billions tons hours days weeks months years decades centuries minutes seconds miles "
    "acres gallons pounds dollars thirds quarters halves parts percentages points bits pieces "
    "rows layers inches feet litres liters barrels types kinds sorts combination network class "
    "cluster model make family brand style version one two way name title index"
)
# Words behind which a base needs no subject: it saw demand grow, helped the firm make.
MAKING = words(
    "saw see sees seen watch watched hear heard let lets help helps helped make makes made felt "
    "feel "
    "have had bid did does do will would can could should must may might to and or let’s let's"
)
MIDST = ("but", "since", "so", "where")
NAMES_IN_LY = words("Italy Sicily Family July Emily Sally Molly Billy Kelly Holly Polly Ally Reply")
# Nouns that need no article, and are no names.
MASS = words(
    "traffic demand rain snow evidence research information damage violence progress production "
    "construction electricity equipment growth inflation unemployment poverty crime security"
)
ONE_THING = words("cost bid cut")  # singular nouns that are pasts, too
CROWDS = words("hundreds thousands dozens scores millions")
MANY = CROWDS | words("many several both few most two three four five six seven eight nine ten")
LACKS = words("lack absence threat risk")  # singular, whatever they are of
SAYING = words("said says")
