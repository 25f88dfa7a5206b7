"""“A” or “an”, by the sound that follows."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    pattern,
    read_toml,
    scan,
)  # fmt: skip
from lint_rules._shared.prose import WORDED, words
from lint_rules.sentence._acronyms import AN_LETTERS, UNSPEAKABLE, of_acronym

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lint_rules.sentence._acronyms import Sound

_FILE = os.path.join(os.path.dirname(__file__), "_sounds.toml")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ARTICLE = scan(
    r"(?<![\w.&/’'@#$£€*-])(?P<article>[Aa]n?)[ \u00a0](?P<mark>[“\"‘'(\[]?[$£€]?)"
    r"(?P<word>\d[\d,]*(?:\.\d+)?(?=([A-Za-z]*))|[^\W\d_](?:[\w’'&]|-(?=\w)|\.(?=\w))*)(?P<next>.?)",
    at=("a", "an"),
)
_BRACKETS = "“\"‘'(["
_CURRENCIES = frozenset("$£€")
_OPENS = frozenset(".!?:;“\"‘'(—–-\n")

# Words that follow a letter or a name, not an article: vitamin A and D; Serie A is.
_AN = pattern(r"(?<=[\p{Ll},] )An (?P<name>\p{Lu}\p{Ll}+)")
# After the Irish article “An”: An Taisce, An Post, An Garda Síochána.
_IRISH = words(
    "Taisce Post Garda Phoblacht Bord Coimisiún Foras Daingean Lár Spidéal Cheathrú Rinn Tóstal "
    "Gaeltacht Taoiseach Tánaiste Roinn Chomhairle Comhairle Bóthar Túr Dáil Triail Béal Fhéile "
    "Gúm Claidheamh Cumann Coláiste Chúirt Cosantóir Pléimeann Poc Tionól"
)
_FUNCTION = words(
    "a an the and or nor but is are was were be been am has have had do does did will would can "
    "could should may might must in on at of to for from with by as if than then that this these "
    "those it its i e o u y la le les el los un una une uno il lo en et de du des da do dos al del "
    "ou au aux about even such who which when where what how not no so we you he she they my his "
    "her our their"
)
# Words that no article can precede: one of the two is too many, or a word is missing.
_STRAY = words(
    "into either another other each every any all after against until under over out up off among "
    "along around above across again also"
)
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"

# Words that the pronouncing dictionary lacks, or has with an h that nobody leaves out any more.
_SAID: dict[str, Sound] = {
    **dict.fromkeys(words("uyghur uyghurs uighur uighurs"), "consonant"),
    **dict.fromkeys(words("hispanic hispanics hotel hotels hotelier hoteliers"), "consonant"),
    **dict.fromkeys(
        words("iowa iowan iowans iodine iodized ion ions ionic ionizing ionosphere ian"), "vowel"
    ),
}
_BRANDED = pattern(r"(?:[ie][A-Z]|[b-z][A-Z]{2})[A-Za-z]*")  # iPhone, eBay, mRNA
_SILENT = ("hour", "heir", "honest", "honor", "honour")  # the h is not heard


_AFTER_NUMBER = words("th st nd rd s m km kg bn mn k g mph ft cm am pm") | {""}
_FOREIGN = pattern(r"\b[a-z]*[à-öø-ÿ]\w*")
_SIDES = 120  # code points in which words with accents point to another language


class AAn(Rule):
    """“An” comes before a vowel sound, “a” before a consonant sound.

    What counts is the sound, not the letter: an hour, a European, an MP, a NATO
    ship, an 18-year-old. The sounds come from the CMU Pronouncing Dictionary.
    Words said both ways (herb, historic, FAQ), unknown words, Irish names (An
    Taisce) and quoted speech are left alone.
    """

    id = "sentence/a-an"
    severity = Severity.FIX
    yields_to = ("sentence/clashing-words",)
    scans = (_ARTICLE,)
    version = 2
    source = "CMU Pronouncing Dictionary"
    examples = (
        Good("It took an hour for a European, an MP and a NATO envoy to find a unit."),
        Good("An 18-year-old won an $8 million prize and a one-way trip in an SUV."),
        Good("It was a historic day, an historic night, and a FAQ or an FAQ was made."),
        Good("Vitamin A is in it, Serie A opens, and they chose plan A at a U-turn."),
        Good("She made an hourslong drive beside an Su-57 and a Su-57, and kept an heirloom."),
        Good("He hit a HR, wrote an mmap and a mmap call, and used a SQL or an SQL table."),
        Good("“It is a honour,” he said."),
        Bad("They ran into [[a]] into a wall."),
        Bad("It was [[a]] either or."),
        Bad("It took [[a]] hour to find the ship.", fixed="It took an hour to find the ship."),
        Bad("She is [[an]] European.", fixed="She is a European."),
        Bad("He is [[a]] MP.", fixed="He is an MP."),
        Bad("[[A]] 11-year-old boy won.", fixed="An 11-year-old boy won."),
        Bad("They sent [[an]] NATO ship.", fixed="They sent a NATO ship."),
        Bad("He bought [[a]] iPhone.", fixed="He bought an iPhone."),
        Good("It was a (mostly) old ship, an (un)used pier, a “hot” year and an ‘up or out’ rule."),
        Bad("It was [[a]] (old) ship.", fixed="It was an (old) ship."),
        Bad("It was [[an]] “late” train.", fixed="It was a “late” train."),
        Bad("It was [[an]] UPS van.", fixed="It was a UPS van."),
        Bad("She saw [[a]] old ship.", fixed="She saw an old ship."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Check the sound after every article."""
        sure = _sure_openings()
        for at in _ARTICLE.anchors(doc):
            if _is_sure(doc.text, at, sure):
                continue
            match = _ARTICLE.match_at(doc, at, len(doc.text))
            wanted = _wanted(doc, match) if match else ""
            if not match or not wanted or match["article"].lower() == wanted:
                continue
            span = match.span("article")
            if doc.quote_at(span) is not None or doc.is_verbatim(match.span()):
                continue
            if len(list(_FOREIGN.finditer(doc.text, _around(doc, span)))) > 1:
                continue
            if doc.slot_at(at) in doc.prose("headline", *WORDED):
                yield self._finding(match, wanted)

    def _finding(self, match: Match[str], wanted: str) -> Finding:
        article = match["article"]
        if match["word"].lower() in _STRAY:
            return self.find(
                match.span("article"),
                f"“{article} {match['word']}”: a word is missing, or “{article}” is too many.",
                evidence=f"No article comes before “{match['word']}”.",
            )
        right = wanted if article.islower() else wanted.capitalize()
        sound = "a vowel" if wanted == "an" else "a consonant"
        shown = f"{match['mark'].strip(_BRACKETS)}{match['word'].rstrip(_BRACKETS + '’')}"
        return self.replace(
            match.span("article"),
            right,
            f"Write “{right} {shown}”, not “{article} {shown}”.",
            safe=match["word"].islower(),
            evidence=f"“{shown}” begins with {sound} sound.",
        )


def _is_sure(text: str, at: int, sure: tuple[frozenset[str], frozenset[str]]) -> bool:
    """A quick check: whether the word after an article begins with letters that it fits."""
    long = text.startswith("n", at + 1)
    word = at + 2 + long
    return text[word : word + 2] in sure[long] and text.startswith(" ", word - 1)


def _wanted(doc: Document, match: Match[str]) -> str:
    """The article that the next word needs; empty if that is not sure."""
    if match["article"] == "A" and not _opens(doc.before(match.start(), 2)):
        return ""
    word = match["word"]
    if match["article"] == "An" and (
        word in _IRISH or word.replace("’", "'").partition("'")[0] in _called_an(doc)
    ):
        return ""
    if word[0].isdigit():
        sound = _of_number(word, match[4], match["next"])
    elif (
        match["mark"][-1:] in _CURRENCIES
        or _is_cut(doc, match)
        or word in _FUNCTION
        or match["next"] in ("/", "@", "\\", "$")
    ):
        return ""
    else:
        sound = _of_word(word)
    return {"vowel": "an", "consonant": "a", "": ""}[sound]


@lru_cache(maxsize=2)
def _called_an(doc: Document) -> frozenset[str]:
    """The surnames of people called An: “a gift from An Duclos”, in the middle of a sentence."""
    return frozenset(
        one["name"]
        for slot in doc.prose("paragraph", "block-quote", "list-item")
        for one in _AN.finditer(doc.text, slot.span)
    )


def _is_cut(doc: Document, match: Match[str]) -> bool:
    """Whether a bracket has only a part of a word in it, as (un)known has, or a stray word."""
    if not match["mark"]:
        return False
    part = match["next"] == ")" and doc.after(match.end(), 1).isalpha()
    return part or match["word"].lower() in _STRAY


def _around(doc: Document, span: tuple[int, int]) -> tuple[int, int]:
    """The sentence, or the part of it close by."""
    start, end = doc.sentence_at(span[0]) or (0, len(doc.text))
    return max(start, span[0] - _SIDES), min(end, span[1] + _SIDES)


def _opens(before: str) -> bool:
    """Whether “A” opens a sentence, so that it is the article and not a name."""
    before = before.rstrip(" ")
    return not before or before[-1] in _OPENS


def _of_number(number: str, letters: str, follows: str) -> Sound:
    """The first sound of a number in figures as it is read out."""
    if follows == "/" or letters.lower() not in _AFTER_NUMBER:
        return ""
    first = number.partition(".")[0].split(",")[0]
    grouped = "," in number
    if first.startswith("8") or first in ("11", "18"):
        return "vowel"
    if len(first) == 4 and first[:2] in ("11", "18"):
        return "vowel" if first[:2] == "18" and letters.lower() in ("", "s") else ""
    if grouped and len(first) == 1 and number[2:3] in ("1", "8") and first == "1":
        return ""  # eleven hundred, eighteen hundred
    return "" if first.startswith("0") else "consonant"


@lru_cache(maxsize=4096)
def _of_word(word: str) -> Sound:
    """The first sound of a word, from the table, or from its spelling if that is clear."""
    plain = word.replace("’", "'").rstrip("'-")
    head = re.split(r"[-&.]", plain, maxsplit=1)[0]
    bare = head.removesuffix("'s")
    if len(bare) == 2 and re.match(r"[-–]\d", plain[2:]):
        return ""  # Su-57, which is read letter by letter or as a word
    if len(bare) == 1:
        return _of_letter(bare) if len(plain) > 1 or bare in "FHLMNRSX" else ""
    if _BRANDED.fullmatch(bare):
        return _of_letter(bare[0]) or "vowel"  # “of_letter” has no “i”
    if bare[:2].isupper():
        return of_acronym(bare.rstrip("s"))
    if not bare.isascii() or not bare.isalpha() or not (bare.islower() or bare.istitle()):
        return ""
    for form in (plain.lower(), head.lower(), bare.lower()):
        if (known := _table().get(form)) is not None:
            return known
    return _by_spelling(bare.lower())


def _of_letter(letter: str) -> Sound:
    """The first sound of a letter's name; empty for “A” and “I”, which are words."""
    if letter.upper() in "AI":
        return ""
    return "vowel" if letter.upper() in AN_LETTERS else "consonant"


@lru_cache(maxsize=1)
def _sure_openings() -> tuple[frozenset[str], frozenset[str]]:
    """The first two letters of words of which none needs “an”, and of those of which none “a”."""
    odd = {(sound, word[:2]) for word, sound in _table().items()}
    odd |= {("vowel", word[:2]) for word in _SILENT}
    of_a = frozenset(_openings(_CONSONANTS)) - {two for sound, two in odd if sound == "vowel"}
    of_an = frozenset(_openings(_VOWELS)) - {two for sound, two in odd if sound == "consonant"}
    return _capitalised(of_a), _capitalised(of_an)


def _openings(first: str) -> Iterator[str]:
    return (one + two for one in first for two in _LETTERS)


def _capitalised(openings: frozenset[str]) -> frozenset[str]:
    return openings | {opening.capitalize() for opening in openings}


@lru_cache(maxsize=1)
def _table() -> dict[str, Sound]:
    """The words whose first sound does not match their first letter."""
    lists = read_toml(_FILE)
    found: dict[str, Sound] = dict.fromkeys(lists["either"].split(), "")
    found |= dict.fromkeys(lists["vowel"].split(), "vowel")
    return found | dict.fromkeys(lists["consonant"].split(), "consonant") | _SAID


def _by_spelling(word: str) -> Sound:
    """The first sound of a word that is not in the table; empty if its spelling is unclear."""
    first = word[0]
    if word.startswith(_SILENT):
        return "vowel"
    if UNSPEAKABLE.match(word):
        return ""  # mmap, nginx: read letter by letter, or not
    if first == "u":
        return "vowel" if re.match(r"u(?:n(?!i)|p|l[ct]|m[bp]|t[tm]|g[lh]|r[bg])", word) else ""
    if first in _VOWELS:
        return "" if word.startswith(("eu", "ew", "ou", "oa", "io", "ia", "ie")) else "vowel"
    if first in "xy" or not re.search("[aeiouy]", word[1:]):
        return ""
    return "consonant"
