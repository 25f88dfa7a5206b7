"""Verbs that do not agree with the noun, the pronoun or the “who” right before them."""

from __future__ import annotations

from copydesk import Document, Iterator, pattern
from lint_rules._shared.parts import is_plural, parts
from lint_rules.sentence import _agreeing_verbs as known
from lint_rules.sentence import _clauses, _persons, _pronouns, _relatives, _subjects
from lint_rules.sentence._clauses import DETERMINERS
from lint_rules.sentence._noun_phrases import Fault
from lint_rules.sentence._pronouns import ADVERBS

_LONGEST = 20  # letters of a verb
_NEAR = 200  # code points before it that may matter
_WHY = "One of the two is singular, the other plural."
_HOW = (" how ", " what", " why ", " when", " wher")
_TAGS = ("it", "he", "she", "they", "we", "you")
_PRONOUNS = tuple(sorted(_pronouns.SINGLE | _pronouns.MANY))
_OFF = (" up ", " out ", " off ", " down ", " away ")
_AFTER_PLURAL = ("s ", "n ", "o ", "y ")  # boats, men; also, only
_RELATIVE = (" that ", " who ", " which ")  # behind a noun: the measures that
_TAG = pattern(r" (?:it|he|she|they|we|you|there)\b")  # sucks, doesn’t it
_RELATIVES = ("who", "which", "that")


def of_nouns(doc: Document) -> Iterator[Fault]:
    """Verbs right behind a noun, or a person’s name, of the other number."""
    for at, verb, end in _places(doc):
        plural = verb in known.PLURAL_VERBS or verb[-1] != "s"
        subject = _wrong_subject(doc, at, verb, plural)
        if subject:
            wrong, other = ("singular", "plural") if plural else ("plural", "singular")
            right, shown = known.other_form(verb, plural), doc.text[at:end]
            yield Fault(
                (at, end),
                right and right + shown[len(verb) :],
                f"“{shown}” does not agree with “{subject}”.",
                f"The subject is {wrong}, the verb {other}.",
            )


def _places(doc: Document) -> Iterator[tuple[int, str, int]]:
    """Where a verb stands behind a word that may be its subject, the verb, and where it ends."""
    words, text = doc.words, doc.text
    for verb in (*known.COMMON, *sorted(words.among(known.OTHERS))):
        size = len(verb)
        for at in words.starts(verb):
            if _may_agree(text, at, verb, at + size):
                yield at, verb, at + size
    yield from _negated(doc)
    for verb in words:
        if verb[-1] == "s" and verb not in known.SINGULAR_VERBS:
            size = len(verb)
            for at in words.starts(verb):
                if text[at - 2 : at] in _AFTER_PLURAL and _may_agree(text, at, verb, at + size):
                    yield at, verb, at + size


def _negated(doc: Document) -> Iterator[tuple[int, str, int]]:
    """The same of isn’t, wasn’t and the like."""
    for stem in sorted(doc.words.among(known.NEGATED)):
        verb = known.NEGATED[stem]
        for at in doc.words.starts(stem):
            end = at + len(verb) + 3  # n’t
            if doc.text[end - 1 : end] == "t" and _may_agree(doc.text, at, verb, end):
                yield at, verb, end


def _may_agree(text: str, at: int, verb: str, end: int) -> bool:
    """Whether a word is a verb right behind a word that may be its subject: quick."""
    if text[at - 1 : at] != " " or text[end : end + 1] in "’'-" or not text[at].islower():
        return False
    first = text.rfind(" ", 0, at - 1) + 1
    if text[first : at - 1] in ADVERBS:
        at, first = first, text.rfind(" ", 0, first - 1) + 1
    if not _subjects.quick(text, first, at - 1, verb[-1] != "s"):
        return False
    return verb in known.BE_HAVE or known.is_verb(verb, text[end : end + 14])


def _wrong_subject(doc: Document, at: int, verb: str, plural: bool) -> str:
    """The subject right before a verb, if they do not agree; empty otherwise."""
    clause = _clauses.before(doc, at)
    if clause.tokens and clause.tokens[-1] in ADVERBS:
        clause = _clauses.Clause(clause.mark, clause.tokens[:-1], clause.start)
        if clause.tokens[-1:] == ("need",):
            return ""
    word = clause.tokens[-1] if clause.tokens else ""
    if word[:1].isupper() and plural and word != "This":
        return _persons.judged(doc, clause, verb)
    subject = _subjects.judged(clause, verb, doc)
    if not subject or (clause.mark == "," and _is_one_of_some(doc, clause, plural)):
        return ""
    if plural and verb not in known.BE_HAVE:
        said = _said(doc, at)
        if " that " in said and _pronouns.is_demanded(said):
            return ""
    after = doc.after(at + len(verb), 16)
    if clause.tokens[0] in ("How", "how", "What", "Which") and clause.start != at:
        return ""  # how many planes does one man need
    if after[:4] in ("n’t ", "n't ") and after[4:].partition(" ")[0] in _TAGS:
        return ""
    if verb in ("are", "were") and _names_several(after):
        return ""
    if (
        doc.text[at + len(verb)] == "n" and _TAG.match(doc.text, (at + len(verb) + 3, at + 16))
    ) or (after.startswith(_RELATIVE) and "p" in parts(verb)):
        return ""
    if subject[:1].isupper() and after.startswith(_HOW):
        return ""
    bare = subject.partition(" ")[0].lower() not in DETERMINERS and verb in ("is", "was")
    # fisheries is a, mixed methods is a
    return "" if bare and after.startswith((" a ", " an ", " the ")) else subject


def _is_one_of_some(doc: Document, clause: _clauses.Clause, plural: bool) -> bool:
    """Whether what stands before a comma may belong to the subject."""
    return _is_pair_cut(doc, clause.start) or (plural and _is_one_more(doc, clause))


def _is_one_more(doc: Document, clause: _clauses.Clause) -> bool:
    """Whether the noun behind a comma may be the last of a row, or say who several others are."""
    if not clause.tokens or clause.tokens[0].lower() not in DETERMINERS:
        owner = clause.tokens and clause.tokens[0].endswith(("’s", "'s", "’", "'"))
        if not owner:
            return False
    said = _said(doc, clause.start).rstrip(" ,")
    row = said.rpartition(",")[2].split()
    if not row or _clauses.is_lead(doc, clause.start):
        return False
    if " and " in said and row[0][:1].isupper():
        return True
    plain = row[0].lower() in DETERMINERS or len(row) == 1
    return plain and len(row) <= _ROW and bool({*parts(row[-1].lower())} & {*"np"})


_ROW = 4  # words of one in a row


def _names_several(after: str) -> bool:
    """Whether several things are named behind “are”: the next target are groups of them."""
    word = after[1:].partition(" ")[0]
    return word == "the" or is_plural(word)


def _is_pair_cut(doc: Document, at: int) -> bool:
    """Whether an insertion between commas ends there that follows “and”: rates and, in May, "
    "fees.
    """
    before = _said(doc, at)
    return any(f" {one}," in before for one in ("and", "or", "nor", "in", "of", "to", "for"))


def of_pronouns(doc: Document) -> Iterator[Fault]:
    """Verbs behind a pronoun that they do not fit."""
    text = doc.text
    for pronoun in _PRONOUNS:
        is_one = pronoun in _pronouns.SINGLE
        for at in doc.words.starts(pronoun):
            end = at + len(pronoun)
            shown = text[at:end]
            if text[end : end + 1] != " " or text[at - 1 : at] in ("-", "/", "’", "'"):
                continue
            word = text[end + 1 : text.find(" ", end + 1)]
            if (word in _pronouns.FITTING and is_one) or word[-2:] == "ed":
                continue
            if is_one and word[-1:] == "s" and word not in ADVERBS:
                continue
            verb = _word(text, end + 1)
            if verb in ADVERBS:
                end += len(verb) + 1
                verb = _word(text, end + 1)
            if not verb or not _pronouns.may_be_wrong(pronoun, verb):
                continue
            if shown != "I" if pronoun == "i" else not shown[1:].islower():
                continue
            clause = _clauses.before(doc, at)
            if verb == "please" or _is_told(doc, clause, pronoun, (verb, end + 1 + len(verb))):
                continue
            right = _pronouns.fitting(clause, pronoun, verb, _said(doc, at))
            if right:
                span = (end + 1, end + 1 + len(verb))
                yield Fault(span, right, f"“{verb}” does not agree with “{shown}”.", _WHY)


def _is_told(doc: Document, clause: _clauses.Clause, pronoun: str, verb: tuple[str, int]) -> bool:
    """Whether someone is told to do something, or others are the subject: parents as well as he."""
    if clause.tokens:
        return [one.lower() for one in clause.tokens[-3:]] == ["as", "well", "as"]
    if pronoun in ("someone", "somebody"):
        return verb[0] not in known.BE_HAVE
    if pronoun not in ("everyone", "everybody"):
        return False
    sentence = doc.sentence_at(verb[1] - 1)
    is_wish = verb[0] == "have" and doc.after(verb[1], 3) == " a "
    return is_wish or (sentence is not None and doc.text[sentence.end - 1] == "!")


def of_who(doc: Document) -> Iterator[Fault]:
    """Verbs behind “who”, “which” or “that” that do not fit the noun before it."""
    text = doc.text
    for relative in _RELATIVES:
        for at in doc.words.starts(relative):
            end = at + len(relative)
            if text[end : end + 1] != " " or text[at - 1 : at] != " ":
                continue
            verb = _word(text, end + 1)
            if verb in _relatives.AFTER_WHO or not _relatives.may_be_wrong_after(relative, verb):
                continue
            if verb not in known.BE_HAVE and not text[end + 1 + len(verb) :][:1].isspace():
                continue
            if relative != "who" and parts(verb) in ("pz", "nv"):
                after = text[end + 1 + len(verb) :][:14]
                if not known.is_verb(verb, after) and not after.startswith(_OFF):
                    continue
            right = _fitting(doc, at, relative, verb)
            if right:
                message = f"“{verb}” does not agree with the noun before “{relative}”."
                span = (end + 1, end + 1 + len(verb))
                yield Fault(span, right, message, _WHY, unsure=relative != "who")


def _fitting(doc: Document, at: int, relative: str, verb: str) -> str | None:
    """The verb that fits a relative at an offset, if the one behind does not."""
    clause, said = _clauses.before(doc, at), _said(doc, at)
    if relative == "who" and not clause.tokens and clause.mark == ",":
        if _is_of_person(doc, clause.start, verb):
            return _pronouns.with_s(verb)
        crowd = _relatives.of_crowd(_clauses.before(doc, clause.start - 2), verb)
        if crowd:
            return crowd
    if relative == "which" and not clause.tokens and clause.mark == ",":
        return _relatives.of_clause(said, verb)
    return _relatives.fits_relative(clause, relative, verb, said)


def _is_of_person(doc: Document, at: int, verb: str) -> bool:
    """Whether the base of a verb follows “Poe, who”, with one person of that name in the story."""
    lead, _, name = doc.before(at, 40)[:-2].rpartition(" ")
    if lead.rpartition(" ")[2] not in ("says", "said", "explains", "adds", "added"):
        return False
    if parts(verb) != "v" or not name.isalpha() or not name[0].isupper():
        return False
    return " and " not in _said(doc, at) and _persons.is_introduced(doc, name)


def _said(doc: Document, at: int) -> str:
    """The sentence up to an offset, as far as is of use."""
    before = doc.text[max(0, at - _NEAR) : at].rpartition("\n")[2]
    for stop in (". ", "? ", "! "):
        before = before.rpartition(stop)[2]
    return before


def _word(text: str, at: int) -> str:
    """The word at an offset, if it is in lower case."""
    found = text[at : at + _LONGEST].partition(" ")[0].partition("\n")[0].rstrip('.,;:!?”"')
    if not found[:1].islower():
        return ""
    found = found.replace("’", "'")
    return found if found.replace("'", "").isalpha() else ""
