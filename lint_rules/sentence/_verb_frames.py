"""Verbs in a form that cannot stand behind the word before them: would allows, has went."""

from __future__ import annotations

from copydesk import Document, Iterator, ValueTuple, pattern
from lint_rules._shared.parts import parts
from lint_rules.sentence import _verb_words as known
from lint_rules.sentence._clauses import Clause, before
from lint_rules.sentence._pronouns import is_open
from lint_rules.sentence._verb_bases import is_inflected

_REACH = 40  # code points behind a word in which the verb must end
_NEXT = pattern(
    r"(?P<between>(?:['’]t)?(?: (?:not|never|also|only|soon|now|still|then|always|already|ever"
    r"|just|first|(?!(?:supp|app|rep|multip|comp|imp|re|al|ral|bul|tal|sul)ly\b)[a-z]{3,}ly))*)"
    r" (?P<verb>[a-z]{2,})(?![\w'’-])"
)
_NOT = ("not", "'t", "’t")
_FINITE = ("is", "was", "has", "does")
_PASSIVE = (" by ", " to ", " in ", " on ", " at ", " with ", " for ", " from ", " as ")
_ALL = pattern(r"\ball (?:he|she|it|they|we|you|i|that|one|the|this)\b")
_DONE = pattern(r" (?:(?:a|the) |[a-z]+(?:ed|en|ne|de|ld|lt|nt) )")
_TOOLS = ("write", "saw", "read", "record")
"""Verbs that name what they make or need: write access, saw marks."""
BASE = "the base of a verb"
PARTICIPLE = "a participle, such as gone, taken or written"


class Pair(ValueTuple):
    """A verb and the word before it that decides its form.

    Attributes:
        doc: the draft.
        word: the word before, in lower case.
        at: where that begins.
        verb: the verb.
        start: where that begins.
        between: what stands between: “not”, adverbs.
    """

    doc: Document
    word: str
    at: int
    verb: str
    start: int
    between: str

    @property
    def end(self) -> int:
        """Where the verb ends."""
        return self.start + len(self.verb)

    @property
    def left(self) -> str:
        """The word before the two, in lower case, with the marks on it."""
        before = self.doc.before(self.at, 24).split()
        return before[-1].lower() if before else ""

    @property
    def has_object(self) -> bool:
        """Whether the words behind the verb show that it is one."""
        after = self.doc.after(self.end, 12).lstrip()
        return after.partition(" ")[0].rstrip(".,;") in known.OBJECT or after[:1] in (".", ",")

    @property
    def is_before_base(self) -> bool:
        """Whether the base of a verb follows, so that this may be a noun: should judges be."""
        word = self.doc.after(self.end, 14)[1:].partition(" ")[0]
        return word in ("be", "have", "not", "do") or parts(word) == "v"


def found(doc: Document) -> Iterator[tuple[Pair, str]]:
    """Each pair that does not fit, and what its first word needs."""
    text = doc.text
    for word, (judge, gate) in _JUDGES.items():
        for at in doc.words.starts(word):
            end = at + len(word)
            if text[end : end + 1] == " " and not gate(text[end + 1 : text.find(" ", end + 1)]):
                continue
            match = _NEXT.match(text, (end, end + _REACH))
            if match is None or (match["verb"] == "please" and not _is_glad(text, match.end())):
                continue
            pair = Pair(doc, word, at, match["verb"], match.start("verb"), match["between"])
            needed = judge(pair)
            if needed:
                yield pair, needed


def _is_glad(text: str, at: int) -> bool:
    """Whether “please” is the verb, by the “to” or “with” behind it: was please to say."""
    return text.startswith((" to ", " with "), at)


def _modal(pair: Pair) -> str:
    verb, left = pair.verb, pair.left
    if verb in known.OTHERS or not pair.doc.text[pair.at].islower() or not is_inflected(verb):
        return ""
    if not left.strip("’'.,“\"").isalnum() or left in known.QUESTION:
        return ""
    if "p" in parts(verb) and (pair.is_before_base or _is_condition(pair)):
        return ""  # should judges be
    if left == "at" and pair.word == "will":
        return ""
    if (
        pair.word in known.NOUNS
        and "g" in parts(left)
        and ("p" in parts(verb) or "n" not in parts(left))
    ):
        return ""  # judging will contests
    if (left[-1] == "." and left != "u.s.") or " as " in f" {pair.doc.before(pair.at, 30)}":
        return ""
    is_noun = left in known.BEFORE_NOUN or left in known.BE or left in known.CANS
    return "" if is_noun and pair.word in known.NOUNS and not pair.between else BASE


def _is_condition(pair: Pair) -> bool:
    """Whether a base further on makes it a condition: should charges for fuel be too high."""
    return pair.word == "should" and " be " in pair.doc.after(pair.end, 40).partition(".")[0]


def _do(pair: Pair) -> str:
    verb, negated = pair.verb, pair.between.strip() in _NOT
    if verb in _FINITE or not is_inflected(verb):
        return ""
    if pair.word in ("didn", "doesn", "don") and not negated:
        return ""
    if negated:  # the pack sentence/lost-word has “did not wanted”
        return "" if pair.word.startswith("did") and verb.endswith("ed") else BASE
    if pair.between or pair.word == "do" or not (parts(verb) == "z" or verb in known.PAST_ONLY):
        return ""
    clause = before(pair.doc, pair.at)
    if len(clause.tokens) != 1 or clause.mark not in ("", ".", "!", "?", ","):
        return ""
    return "" if clause.tokens[0].lower() in ("what", "who", "that", "it", "this") else BASE


def _have(pair: Pair) -> str:
    verb = pair.verb
    known_form = verb in known.PAST_ONLY or verb in ("did", "make") or _is_base(verb)
    if not known_form and not (
        (verb in known.HAVE_BASES or verb in known.COUNT_NOUNS - known.NO_HAVE)
        and (pair.has_object or pair.doc.after(pair.end, 2)[1:].isupper())
    ):
        return ""
    if verb == "ran" and not pair.has_object:
        return ""
    if verb in _TOOLS and _is_noun_behind(pair):
        return ""
    return PARTICIPLE if _is_sound(before(pair.doc, pair.at)) else ""


def _is_noun_behind(pair: Pair) -> bool:
    """Whether a noun is right behind the verb, so that both are one: write access, saw marks."""
    word = pair.doc.after(pair.end, 20)[1:].partition(" ")[0].rstrip(".,;")
    return word not in known.OBJECT and bool(set(parts(word)) & set("np"))


def _is_sound(clause: Clause) -> bool:
    """Whether the verb before is not the last of a clause that is itself the subject."""
    low = [one.lower() for one in clause.tokens]
    if not low:
        return clause.mark not in ("", ".", "?", "!")
    if low[-1] in ("he", "she", "it", "they", "we", "you", "i"):
        return is_open(Clause(clause.mark, clause.tokens[:-1], clause.start))
    return not known.WHOLES & set(low)


def _be(pair: Pair) -> str:
    verb, word = pair.verb, pair.word
    if verb == "ran" and word in ("being", "been"):
        return PARTICIPLE
    if verb in known.PAST_ONLY and verb not in known.ALSO_ELSE:
        odd = word == "being" or (word == "be" and verb == "began")
        return "" if odd or not _is_sound(before(pair.doc, pair.at)) else PARTICIPLE
    if pair.between:
        return ""
    if verb in ("been", "be"):
        return PARTICIPLE if _is_doubled(pair) else ""
    if verb in known.COUNT_NOUNS:
        after = pair.doc.after(pair.end, 6)
        if not after.startswith(_PASSIVE) and (word != "been" or after[:1] not in (".", ",")):
            return ""
    elif not _is_base(verb):
        return ""
    return "" if _is_told(pair) or _is_cited(pair) else PARTICIPLE


def _is_cited(pair: Pair) -> bool:
    """Whether the verb is a word that is spoken of: his motto was deny, deny, deny."""
    after = pair.doc.after(pair.end, 2 + len(pair.verb))
    return after[:1] in (":", ";", "”", '"', "’") or after == f", {pair.verb}"


def _is_doubled(pair: Pair) -> bool:
    """Whether a form of be has another behind it: is been, is be."""
    if pair.word not in ("is", "are", "was", "were") or _is_told(pair):
        return False
    if pair.verb == "be" and not _DONE.match(pair.doc.text, (pair.end, pair.end + 24)):
        return False
    return _is_sound(before(pair.doc, pair.at))


def _is_told(pair: Pair) -> bool:
    """Whether the sentence tells what is done, so that a base may follow: all they do is help."""
    low = pair.doc.before(pair.at, 90).lower().replace(",", " ")
    before_it = low.split()
    return bool(known.DOING & set(before_it) or "there" in before_it[-2:] or _ALL.search(low))


def _is_base(verb: str) -> bool:
    """Whether a word can only be the base of a verb."""
    if len(verb) < 4 and verb not in known.BASES:
        return False
    return verb not in known.NO_VERBS and parts(verb) == "v"


def _to(pair: Pair) -> str:
    verb, left = pair.verb, pair.left
    if pair.between and "not" not in pair.between and not pair.between.endswith("ly"):
        return ""
    if verb in ("was", "were") and left in ("and", "or"):
        return BASE if " to " in pair.doc.before(pair.at, 40) else ""
    if verb in _FINITE or not is_inflected(verb):
        return ""
    if verb in known.PAST_ONLY:
        return "" if left in known.STRANDED or verb in ("saw", "fell") else BASE
    wrong = _is_wrong_s(pair, left) if verb.endswith("s") else _is_wrong_past(pair, left)
    return BASE if wrong else ""


def _is_wrong_s(pair: Pair, left: str) -> bool:
    pure = parts(pair.verb) == "z"
    if pure and left in known.TAKE_TO | known.INFINITIVE:
        return True
    if left in known.STRANDED or not pair.has_object:
        return False
    return left in known.INFINITIVE or (pure and not _is_that(pair))


def _is_wrong_past(pair: Pair, left: str) -> bool:
    if left in known.INFINITIVE - known.NOT_INFINITIVE:
        return pair.verb.endswith("ed") or pair.verb in known.LATE
    if left in known.STRANDED or not left.isalpha() or _is_that(pair):
        return False
    if " from " in pair.doc.before(pair.at, 34):
        return False  # from tired to relaxed
    return pair.doc.after(pair.end, 1) == " " and pair.has_object


def _is_that(pair: Pair) -> bool:
    """Whether “that” follows, before which the word may be a noun."""
    return pair.doc.after(pair.end, 6) == " that "


def _may_be_inflected(word: str) -> bool:
    """Whether a word, perhaps with a mark behind it, may be a form with -s or a past: quick."""
    return (
        word[-1:] in "sd.,;:?!”" or word[-2:] == "ly" or word in known.ADVERBS
        or word in known.PAST_ONLY or word in known.LATE
    )  # fmt: skip


def _may_be_base(word: str) -> bool:
    """Whether a word may be the base of a verb: quick."""
    return word in ("did", "bring") or (
        word not in known.PLAIN_BEHIND and word[-2:] not in ("en", "ed") and word[-3:] != "ing"
    )


def _may_be_doubled(word: str) -> bool:
    """Whether a word may be “been” or the base of a verb: quick."""
    return word == "been" or _may_be_base(word)


_JUDGES = {
    **dict.fromkeys(sorted(known.MODALS), (_modal, _may_be_inflected)),
    **dict.fromkeys(sorted(known.DO), (_do, _may_be_inflected)),
    **dict.fromkeys(sorted(known.HAVE), (_have, _may_be_base)),
    **dict.fromkeys(sorted(known.BE), (_be, _may_be_base)),
    **dict.fromkeys(("is", "are", "was", "were"), (_be, _may_be_doubled)),
    "to": (_to, _may_be_inflected),
}

TRIGGERS = tuple(_JUDGES)
"""The words that decide the form of the verb behind them."""
