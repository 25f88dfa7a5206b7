"""Lists of words that are doubled on purpose, or never."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.prose import words

# Words that a sentence may have twice in a row: that that, had had, what it is is,
# came in in May, gave her her coat, so so that, some there there, what he did did no good.
# Those of which the sentence tells are judged by _needed_twice.
GRAMMAR = words(
    "that had is on her there will so no do did does has was are was out up off over down back "
    "one two three four five six seven eight nine ten can you well hear here now who what one "
    "very much more many too even own same long less most half ever record address"
)
# Verbs after which “to to” may be right: what she needs to to stay on.
TAKE_TO = words(
    "need needs needed have has had refer refers referred referring go goes listen "
    "listens listened talk talks talked speak speaks spoke spoken belong belongs belonged resort "
    "resorted turn turns turned stoop stooped entitled pray prays "
    "prayed praying apply applies applied applying write wrote written writing subscribe "
    "subscribed say says said"
)
# Verbs after which “for for” may be right: what they paid for for years.
TAKE_FOR = words(
    "pay pays paid paying care cares cared caring call calls called calling look looks looked "
    "looking ask asks asked asking stand stands stood standing wait waits waited waiting hope "
    "hoped vote voted live lived fight fought fighting work worked working go goes went account "
    "accounted long longed search searched wish wished bargain bargained apply applied"
)

# Words after which “in in” may be right: all in in Las Vegas, she came in in May, the house
# they lived in in May.
TAKE_IN = words(
    "weigh weighs weighed weighing come comes came coming go goes went going gone be is are was "
    "were been being move moves moved moving give gives gave giving bring brings brought bringing "
    "take takes took taken taking put puts putting let lets letting get gets got getting believe "
    "believes believed believing live lives lived living check checks checked checking log logs "
    "logged logging tune tuned tuning step steps stepped stepping break breaks broke broken "
    "breaking kick kicks kicked kicking set sets setting sink sinks sank sinking fill filled "
    "filling hand handed handing call called calling chip chipped chipping cash cashed cashing "
    "join joined joining pitch pitched tie tied tying turn turned turning factor factored dial "
    "dialled dialed stop stopped drop dropped dropping fit fits fitted lock locked locking plug "
    "plugged roll rolled rolling settle settled settling stay stayed staying stand stood trade "
    "traded trading wade waded wading zoom zoomed usher ushered interested engaged involved "
    "participate participated participating deal deals dealt dealing invest invested investing "
    "play plays played playing succeed succeeded sworn swear swore him them her it me us work "
    "works worked working specialise specialize specialised specialized sit sat sitting sleep "
    "slept sleeping all fall fell fallen everything everyone build built phone phoned phase phased "
    "draw drew drawn"
)

# Words that nobody is quoted as saying twice in a row.
NEVER_SAID = words(
    "the a an of with by at from as and or into our their his its my your to for be been is was "
    "were are has have would could should this these those which who out off up down it they he "
    "she when where because than feel"
)

# Words that no sentence repeats, even if both have a capital.
SUBJECTS = words("he she they")

# Words repeated for sound or emphasis.
MEANT = words(
    "wink nudge booga tweet love hate "
    "really pretty little please always forever better bigger higher longer bunga murder strong "
    "simple lovely proper double hotter harder tighter closer faster number couscous cancan "
    "wakey walkie baddie bittie different dearie yabber gobble giddyup hubble people bounce "
    "buster twenty thirty fifty hundred thousand million billion bye na la ha blah knock hello hi "
    "jk lol nope yep yup okay sorry thanks congrats hurray hooray hurrah encore bravo "
    "cheers tut cha etc yum "
    "yeah hey wow ping pong choo tick hip hush chop hear boom bang yes oh ah aye night far big old "
    "cold hot good bad great fine nice sweet rich poor slow deep dark hard high tiny huge real "
    "fast close thick true weird cute win go run stop wait come look listen never again only just "
    "years days weeks months hours miles times money cash goody putt can can-can yoyo couscous "
    "mahi tom bling papa mama dada beri aye there walla pago dik poo wee din girl boy man men bora "
    "hula lulu kiss drip beep tap clap click pop honk woof quack tsk shh pew lah like ii x xx "
    "pom foo bar baa mau juju gaga coco dodo nana jojo gogo"
)


# Nouns that are verbs, too: to record record profits.
BOTH = words(
    "present contract refuse suspect object subject project produce permit export import "
    "increase decrease conflict contest convict desert conduct content compound contrast convert "
    "discount escort extract insult invite perfect progress protest rebel recall refund reject "
    "relay "
    "survey transfer transplant transport update upgrade upset ally attribute close "
    "conscript "
    "console defect digest estimate graduate house lead live minute moderate row sow tear wind "
    "wound "
    "use separate process fish police water plant time watch guard judge work harvest study fund "
    "market plan design research report review train trade support offer vote demand supply cover "
    "head book fire ship park place post press print program programme purchase schedule staff "
    "stage "
    "start test track train treat visit walk want wonder cook drink dance fight hunt help hire lay "
    "cast cut hit put set let spread shut bid read beat cost hurt split quit burst shed thrust "
    "tax fuel farm mine lease rent charge strike rally"
)


# Words in -ly that nobody repeats for emphasis.
PLAIN_LY = words(
    "family recently finally initially previously allegedly reportedly currently originally "
    "annually daily weekly monthly officially directly usually generally especially mainly partly "
    "roughly approximately probably possibly formerly newly jointly likely supply apply reply "
    "comply rely assembly july rally ally elderly publicly legally locally nationally globally "
    "repeatedly effectively immediately normally typically technically respectively temporarily"
)

# Long adverbs that may be repeated for emphasis.
STRONG_LY = words(
    "extremely incredibly absolutely seriously literally completely terribly painfully perfectly "
    "genuinely honestly desperately beautifully unbelievably wonderfully exceptionally massively "
    "intensely profoundly constantly endlessly repeatedly steadily gradually"
)

# Verbs, and what they take, after which “on on” may be right: she logged on on Tuesday.
ON_VERBS = words(
    "go goes going went gone carry carries carried move moves moved moving hold held log logs"
    " logged turn turned turns put puts take takes took taken come comes came rely relied relies"
    " vote voted votes work worked works live lived lives turned switch switched keep kept keeps"
    " based build built bet focus focused depend depends depended play played plays rest sit sat"
    " stand stood stay stayed drag dragged call called drive drove press pressed try tried get got"
    " look looked looks count counted insist insisted decide decided agree agreed spend spent it"
    " them him her us me off bring brought add added sign signed pass passed step stepped early"
    " later from and so is be been being was are were lights light heating power tap radio"
    " machine tv television gas lean leaned hang hung catch caught set pick picked latch cheer"
    " comment commented report reported touch touched draw drew end fall fell fired seized act"
    " acted run ran walk walked wear wore worn feed fed lie lay push pushed egg goes soldier"
)

# What follows a second “up” that begins a phrase of its own: he looked up up there.
MOVES = {
    "up": pattern(
        r" (?:to|the|a|an|his|her|their|its|there|here|north|until|in|on|close|front|and)\b"
        r"| [A-Z\d]"
    ),
    "down": pattern(r" (?:the|a|an|his|her|their|its|there|here|south|under|on|at|and)\b| [A-Z\d]"),
    "out": pattern(r" (?:there|here|in|on|at|west|east|and|loud|front)\b| [A-Z\d]"),
    "off": pattern(
        r" (?:the|a|an|his|her|their|its|of|limits|duty|road|site|[a-z]+ing|and)\b| [A-Z\d]"
    ),
    "over": pattern(
        r" (?:the|a|an|his|her|their|its|to|there|here|and|again|who|what|how|whether|one|two|three"
        r"|four|five|six|seven|eight|nine|ten|half|[a-z]+ty|twice as|time|many)\b| [A-Z\d$£€]"
    ),
    "back": pattern(
        r" (?:to|in|then|when|at|on|home|from|and|up|pay|door|yard|the|[a-z]+s)\b| [A-Z\d]"
    ),
}
