"""Words that tell which form of a verb can stand where."""

from __future__ import annotations

from lint_rules._shared.prose import words

MODALS = words("will would can could may might must shall should wouldn couldn shouldn mustn")
"""Modal verbs, some without their n’t."""

NOUNS = words("will can may might must")
"""Of the modals, those that are nouns, too."""

DO = words("did does do didn doesn don")
"""Forms of do, some without their n’t."""

HAVE = words("has have had having")
"""Forms of have."""

BE = words("is are was were been being be")
"""Forms of be."""

PAST_ONLY = words(
    "went came took gave knew wrote began ate drove flew grew chose threw became sang drank "
    "swam tore shook stole drew froze forgot forgave overcame undertook withdrew arose awoke "
    "blew forbade foresaw mistook outdid overtook oversaw swore underwent woke strove rewrote "
    "undid sprang shrank ran saw rang fell"
)
"""Forms that are past and neither participles nor nouns."""

ALSO_ELSE = words("saw woke ran fell")
"""Of the past forms, those that may be another word."""

TAKE_TO = words(
    "want wants wanted wanting plan plans planned planning able unable expect expects "
    "expected going try tries tried trying continue continues continued continuing need needs "
    "needed needing decide decides decided deciding agree agrees agreed agreeing hope hopes "
    "hoped hoping right decision effort efforts chance ability ready likely unlikely set "
    "begin begins began begun start starts started fail fails failed refuse refuses refused "
    "allow allows allowed allowing require requires required urge urged ask asked force "
    "forced forcing supposed designed aim aims aimed way ways opportunity intend intends "
    "intended intending seek seeks sought seeking help helps promise promises promised "
    "promising vow vows vowed threaten threatens threatened order move bid attempt attempts "
    "attempted attempting willing eager reluctant free time have prepare prepares prepared "
    "preparing manage managed manages afford tend tends tended propose proposes proposed "
    "proposing authority power permission pressure proposal law measure bill request offer "
    "offers offered"
)
"""Words behind which “to” is mostly that of an infinitive."""

STRANDED = words(
    "go goes went going gone belong belongs belonged talk talks talked talking speak speaks "
    "spoke refer refers referred listen listened subscribe related come comes came coming "
    "respond referring responding listening relating adapting belonging reacting replying "
    "married engaged opposed committed dedicated devoted attached connected linked tied loyal "
    "travels traveled travelled travel flew drove sent access adapt subscribes looking "
    "forward object objects objected addition prior reply replied react reacted thanks owing "
    "return returned used moved wrote led due close next similar according up down on what"
)
"""Words whose preposition “to” may stand before a verb: the club she belongs to says."""

BASES = words(
    "announce decide allow include provide require agree arrive appear believe bring create "
    "continue consider confirm contain deliver deny describe destroy develop discover elect "
    "enjoy ensure establish expand expect explain fail forget forgive happen identify improve "
    "inform introduce invest join know lose maintain mention obtain occur perform prepare "
    "prevent prove publish receive recognise recognize reduce refuse remove replace resign "
    "seek sell send settle speak spend succeed suffer suggest survive teach tell think "
    "threaten understand write accuse achieve acquire admit adopt advise apply appoint "
    "approve arrest ask assign attend avoid award ban begin choose cancel catch celebrate "
    "collect compare complain complete concern conclude condemn conduct connect convict "
    "convince damage declare dedicate defeat defend define delay depend detain determine "
    "distribute divide eliminate employ encourage engage evacuate examine execute exist expel "
    "extend force generate grant hear hire hold hide impose indict injure install intend "
    "interview invite involve kidnap kill launch locate make meet move name negotiate "
    "nominate notice notify open oppose organise organize pay perceive permit plan postpone "
    "promote propose protect pursue question raise recover refer regard reject release rely "
    "remain remember request rescue resolve respond restore restrict retire reveal review "
    "satisfy schedule score sentence separate serve sign solve start steal strengthen "
    "struggle submit support suppose suspect suspend take test thank train transfer transform "
    "transport treat trigger try uncover urge use vaccinate warn"
)
"""Bases of verbs."""

OTHERS = words("is was has had were are been being does")
"""Forms of be, have and do, most of them left to sentence/lost-word."""

HAVE_BASES = words("say show prompt go lead spark")
"""Bases that are nouns or adjectives, too, but behind have with an object are verbs."""

CANS = words("oz beer tin oil trash garbage soda paint gas spray aluminum aluminium")
"""What cans hold."""

BEFORE_NOUN = words(
    "a an the his her its their my our your own free good ill last living political iron "
    "strong sheer military of this new old"
)
"""Words before “will”, “can” and “might” as nouns."""

QUESTION = words("where when why how what only then nor so never not far if since")
"""Words before an inverted modal, or one without its verb."""

WHOLES = words("what whatever everything whoever")
"""Words that open a clause which is a subject."""

COUNT_NOUNS = words(
    "arrest base name raise plan schedule place list charge update plaster attack contest use "
    "change waste claim question sentence ban kill launch release nominate file trap "
    "murder rescue appoint concern focus project test capture tie fix hail repeal embolden "
    "resolve transfer wound defeat slate stage film record target surround"
)
"""Verbs that are nouns, too, but nouns that need an article: was arrest by."""

NO_VERBS = words(
    "flatter lower cast recast miscast typecast typeset outbid beset rid except loathe have "
    "hath be let lets sans amen adieu pere near lest thee "
    "thou underbid outbid overbid overreach"
)
"""Words that the table takes for verbs only."""

DOING = words(
    "do does did done doing want wants wanted thing step way what goal aim job task idea "
    "trick priority choice option solution is, mantra motto advice rule message answer order cry"
)
"""Words by which a verb is told, or done, before its base: all they do is allow it."""

INFINITIVE = words(
    "want wants wanted wanting able unable trying tried tries try decided hoping hope hopes "
    "hoped planned planning managed manages refused refuses failed fails seeking intends "
    "intended intend supposed expected expects unlikely likely eager willing vowed vows "
    "threatened threatening struggling afford declined declines forced allowed required urged "
    "designed ability authority opportunity how order chance necessary needed used reluctant "
    "determined invited"
)
"""Words behind which it can only be that."""

NOT_INFINITIVE = words("used invited expected required")
"""Of those, the ones behind which it may also be a preposition."""

LATE = words("made said told kept held took sent paid built won lost bought brought caught taught")
"""Irregular pasts behind an infinitive’s “to”."""

OBJECT = words(
    "he she they no there how the a an his her its their our this that these those him them "
    "it us in on to at with such"
)
"""Words with which an object or a clause begins, so that the word before is a verb."""

ADVERBS = words("not never also only soon now still then always already ever just first")
"""Adverbs between two verbs."""

PLAIN_BEHIND = words(
    "the a an to in on at of by for with from as not being been so very too more most all no "
    "one his her its their about now still also just only out up what that this it he they "
    "there where set put expected made said nothing some many less part over under like "
    "because when"
)
"""Common words behind be and have."""

NO_HAVE = words("base use change focus place name plan cast set")
"""Count nouns that may stand behind have without an article, or are participles."""
