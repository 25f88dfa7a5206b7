"""Words and patterns that tell whether a sentence needs a word twice."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.prose import words

OPENERS = words(
    "what who whom whose which where when why how whatever whoever whichever wherever whenever"
    " all thing things ones only there way reason least most best worst everything anything"
    " nothing something those as than whether closest nearest more"
)
ASKING = words("what who whom whose which where whatever whoever that")
PRONOUNS = words("he she it they we you i there")
"""Words that may be the subject of a clause inside another: the man he was."""

AFTER_SAID = words(
    "said says say believes believe thinks think thought added and but so yet because while"
    " although though or until after before since told hopes knew knows claims claimed"
    " insisted means meant showed shows felt feels then now where"
)
VERBS = words("is was are has would could should must")
WILLS = words(
    "the a an his her their its my your our good free political living last national popular"
    " strong iron ill of whose own public father's mother's royal this that new god's divine"
)

BEFORE_MOVE = words("what where way who that how up over on and or")

NUMBERS = words("two three four five six seven eight nine ten")
PLURAL = pattern(
    r" (?!pointers|pounders|baggers|hitters|seaters|wheelers|footers|runs\b|years? olds?)"
    r"(?:[a-z]{2,}s|men|women|people|children|police|feet|of|percent|per cent"
    r"|hundred|thousand|dozen|million|billion)\b"
)

SO_BEFORE = words(
    "say says said saying do does did done doing think thinks thought hope hopes believe believes"
    " even if or and not more why just very make made feel felt only i'm we're"
)
THAT_BEFORE = words("is was not it's be just only about of for like than to with")
THAT_AFTER = pattern(
    r" (?:the|a|an|he|she|they|we|it|his|their|these|those|there|if|when|because|some|several|most"
    r"|at least|more than|nearly|are|were|do|have)\b"
)
SO_AFTER = pattern(r" (?:far|that|as|and|much for|to|so)\b")
WHO_BEFORE = words(
    "know knows knew ask asks asked wonder wondered tell told see decide those matter of and or"
    " about on the remember guess show out care say learn exactly dr doctor"
)
TIMES = words("years days weeks months hours miles minutes")
SUMS = words("hundred thousand million billion")
THINGS = words("people times money number man men boy girl night")
ARTICLE = words(
    "the a an this that these those his her its their our my your some many most no of in on at"
    " for with to by from other more few several young old two three four five six seven eight"
    " nine ten new large small local"
)
PLAIN_VERBS = words("go come look run stop wait win listen hear")
TO = words("to will would can could should must may might not")
BARE_BEFORE = words(
    "to will would can could shall should may might must not didn't doesn't don't won't can't"
    " couldn't wouldn't shouldn't cannot did do does help helped helps please also often never"
    " always still even usually regularly routinely rarely"
)
"""What comes before the base of a verb."""
COLLECTIVE = words("police people staff crew everyone who")
OBJECTS_OF_VERBS = words("them him her us me you people")
LETTING = words("let lets make makes made help helps helped see saw watch watched have had")
BEFORE_OBJECT = words(
    "of in on at for with to from by about the a an this that these those is was are were has have"
    " had and or"
) - words("the these those")
DETERMINED = pattern(
    r" (?:the|an?|his|her|its|their|our|my|your|this|these|that|those|all|more|it|them|him|us)\b"
)
JOINING = words("and but or while so because although though if when since yet")
FEW = 3  # words before a plural that is the subject
ASKED_FOR = pattern(r" (?:it|he|she|they|we|you|there|this)\b")
TO_IT = words("of about without with do did does like over for from")
COUNT = pattern(r" (?:one|two|three|four|\d)")
BE = pattern(r" (?:is|are|was|were|has been|have been|will be)\b")
ARTICLES = ("the", "a", "an", "his", "her", "their", "its")
NEXT = pattern(r" [^\W_]")
