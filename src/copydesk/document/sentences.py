"""Split paragraphs into sentences.

One pattern finds every place where a sentence might end: stop marks, then any closing marks
(quotation marks, brackets, footnote marks, an emoji), then white space. Each place is judged by
what comes before and after it, with the lists in `abbreviations`. All lookups are bounded.

The rules:

- No sentence ends before a lower-case word (“Why?” she asked), unless the word is a brand
  (iPhone), a handle or a web address, or is in a bracket of its own (video below).
- A sentence continues after a quoted ? or ! if a speaker follows (“Why?” Mr. Orr asked).
- A quotation of several sentences is split inside its marks.
- Colons and dashes do not end a sentence, but speech that breaks off at a dash does (“But I—”).
- A stop inside a web address, a file name, a handle or a number does not end a sentence. A stop
  without the space after it (over.The) does, if the letters on both sides are clearly prose.
- Closing marks, footnote marks and the first emoji after a stop belong to the sentence before.
"""

from __future__ import annotations

from copydesk.document import abbreviations as known
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_STOP = compiled(
    # Stop marks, including stops separated by spaces (. . .) and a bracketed ellipsis. The first
    # one stands alone, because a pattern that begins with a set is searched for faster.
    r"([.!?…—][.!?…—]*+(?:[ \u00a0]{1,2}(?:[.…]++(?!\w)|\[(?:\.{3}|…)\]))*)"
    # Closing marks, footnote marks, one run of emoji.
    r"((?:[\"'”’»*)\]}†‡¹²³⁰-⁹\u200b-\u200d\ufeff]|[“‘«](?!\w)|\s»|\[\w{1,3}\]"
    r"|(?<=[a-z]{4}\.)\d{1,2}(?=\s))*"
    r"(?:\s?[\u2600-\u275a\u2b50\U0001f000-\U0001faff][\u200d\ufe0f\U0001f000-\U0001faff]*+)?)"
    r"(\s*+)"
)
"""A place where a sentence might end: marks, closing marks, white space."""

_HEAD = compiled(r"((?:[^\w\s]{1,8}\s?){0,3})(\w{0,24})([\s\S]{0,2})")
"""How the text continues: opening marks, a word, the two code points after the word."""

_REACH, _BRACKET_REACH, _SPEAKER_REACH = 32, 400, 80
"""How many code points on either side of a stop are searched for a word, for the opening mark
that matches a closing one, and for the name of a speaker and a verb of saying.
"""

_OPENING = "\"'“‘”’«»„‚([¿¡@#"
"""Marks that may come right before a word."""

_OPENED = ("“", "‘", "„", "«", "(", ' "', " '")
"""How a text ends right after an opening mark."""

_QUOTES = frozenset("\"'“‘")
_LEADS_ON = frozenset(",;:)]}&")
_DASHES = frozenset("-–—")
_ROMAN = frozenset("IVXLC")


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split one paragraph, `text[start:end]`, into sentences.

    Returns half-open spans in code points, counted from the start of `text`. They are in order,
    do not overlap, neither start nor end with white space, and together cover every character
    that is not white space.
    """
    begin, stop, _ = slice(start, end).indices(len(text))
    while begin < stop and text[begin].isspace():
        begin += 1
    while begin < stop and text[stop - 1].isspace():
        stop -= 1
    spans = []
    for match in _STOP.finditer(text, begin, stop):
        if match.end() < stop and _ends(text, begin, stop, match):
            spans.append((begin, match.end(2)))
            begin = match.end()
    if begin < stop:
        spans.append((begin, stop))
    return spans


def _ends(text: str, begin: int, stop: int, match: re.Match[str]) -> bool:
    """Return whether the sentence that starts at `begin` ends at `match`."""
    marks, closers, space = match.groups()
    at = match.start()
    if marks == "." and space and not closers and "A" <= text[match.end()] <= "Z":
        word = text[max(begin, at - _REACH) : at].rpartition(" ")[2]
        if (
            len(word) > 3
            and word.isalpha()
            and word.islower()
            and word not in known.WITHOUT_CAPITAL
        ):
            return True  # most stops: after a word in lower case, before a capital
    if not space:
        return text[at - 1].islower() and _space_was_lost(text, begin, stop, match)
    head = _HEAD.match(text, match.end(), stop)
    if head is None or not head[2] or (head[1] and not _may_open(head[1], closers, text[begin])):
        return False
    left = text[max(begin, at - _REACH) : at]
    before = _last_word(left)
    kind = _kind(before) if marks == "." else ""
    if head[2][0].islower() and (kind or not _opens_in_lower_case(head, marks, closers)):
        return False
    if closers and _in_bracket(text, begin, at, closers):
        return not kind and _is_starter(head)
    if marks == ".":
        return _stop_ends(kind, left, before, closers, head)
    if marks == "—":
        return closers[:1] in ("”", '"') and _is_starter(head)
    if "?" in marks or "!" in marks:
        return _cry_ends(marks, closers, before, head)
    return _dots_end(marks, closers, left, head)


def _may_open(lead: str, closers: str, first: str) -> bool:
    """Return whether the marks `lead` may open a sentence after one that starts with `first`."""
    if lead[0] in _DASHES:
        return first in _DASHES and lead[-1].isspace() and not closers
    return lead[0] not in _LEADS_ON


def _opens_in_lower_case(head: re.Match[str], marks: str, closers: str) -> bool:
    """Return whether a lower-case word starts a sentence: a brand, a handle, a web address.

    So does any word after an opening bracket that follows a stop mark: (video below).
    """
    lead, word, _ = head.groups()
    if lead[-1:] in ("@", "#") or not word[:5].islower() or word in ("http", "https", "www"):
        return True
    return lead[:1] in ("(", "[") and (marks == "." or (marks in ("?", "!") and not closers))


def _in_bracket(text: str, begin: int, at: int, closers: str) -> bool:
    """Return whether the closing marks close a bracket opened in the middle of the sentence."""
    if (")" not in closers and "]" not in closers) or (at > begin and text[at - 1] == "["):
        return False
    near = max(begin, at - _BRACKET_REACH)
    return max(text.rfind("(", near, at), text.rfind("[", near, at)) > begin


def _last_word(left: str) -> str:
    """Return the word at the end of `left`, without opening marks and anything before a dash."""
    word = left[left.rfind(" ") + 1 :]
    if word.isalpha():
        return word
    if not word or word[-1].isspace():
        return ""
    word = word.split()[-1].replace("—", "-").replace("/", "-")
    return word.rsplit("-", 1)[-1].lstrip(_OPENING)


def _kind(word: str) -> str:
    """Return the kind of the abbreviation `word`, as in `abbreviations`, or "" for other words."""
    capital = word[:1].isupper()
    if capital and len(word) == 1:
        return known.UNSURE
    table = known.WITH_CAPITAL if capital else known.WITHOUT_CAPITAL
    kind = table.get(word.lower().replace("’", "'"))
    if kind is not None:
        return kind
    if len(word) == 1 and word.isalpha():
        return known.NUMBERED
    return known.UNSURE if "." in word and known.is_initialism(word) else ""


def _is_starter(head: re.Match[str]) -> bool:
    """Return whether the next word starts a sentence, judging by more than its capital."""
    _, word, after = head.groups()
    if len(word) > 1 and word.isupper():
        word = word.capitalize()
    if word in known.STARTERS:
        return after[:1] not in (".", "-")
    return word in known.OPENERS and (after[:1] == "," or after[1:].islower())


def _stop_ends(kind: str, left: str, before: str, closers: str, head: re.Match[str]) -> bool:
    """Return whether a full stop after `before`, an abbreviation or any word, ends a sentence."""
    if len(before) <= 3 and _is_point(left, before):
        return False
    if not kind:
        return True
    if kind == known.JOINED:
        return False
    if "," in left[-len(before) - 2 :] and before.lower() in known.STATE_INITIALS:
        kind = known.CLOSING
    if kind == known.UNSURE:
        if "”" in closers or '"' in closers:
            return not _is_speaker(head)
        return _is_starter(head) or (len(before) == 1 and _is_lettered(left))
    if kind == known.DRIVE:
        return _is_starter(head) and _is_road(left)
    return _ends_before(kind, head)


def _ends_before(kind: str, head: re.Match[str]) -> bool:
    """Return whether a stop after an abbreviation ends a sentence, given the next word."""
    lead, word, after = head.groups()
    number = word[0].isdigit() or (len(word) > 1 and _ROMAN.issuperset(word))
    if kind in (known.NUMBERED, known.MONTH):
        return not number
    if kind == known.DAY:
        return not number and word not in known.MONTH_WORDS
    if "(" in lead:
        return _is_starter(head)
    if word in known.DAY_WORDS:
        return False
    if kind == known.CLOCK:
        dated = word in known.MONTH_WORDS and (after[:1] == "." or after[1:].isdigit())
        return not dated and word not in known.ZONES
    return word not in known.CARRY_ON and not (number and len(word) == 5)


def _is_point(left: str, word: str) -> bool:
    """Return whether `word` numbers a point: it starts the sentence or follows a colon."""
    if not (len(word) == 1 or word.isdigit() or _ROMAN.issuperset(word)):
        return False
    rest = left[: len(left) - len(word)].rstrip()
    return rest.endswith(":") or not rest.strip(_OPENING)


def _is_road(left: str) -> bool:
    """Return whether the "Dr" that ends `left` follows a name inside the sentence (Lake Dr.)."""
    words = left.split()
    return len(words) > 2 and words[-2][0].isupper()


def _is_lettered(left: str) -> bool:
    """Return whether the letter that ends `left` is not an initial (Group B., posted on X.)."""
    words = left.split()[-2:]
    if len(words) < 2:
        return False
    return words[0].lower() in known.LETTERED or (words[1] == "X" and words[0].islower())


def _cry_ends(marks: str, closers: str, before: str, head: re.Match[str]) -> bool:
    """Return whether a question or exclamation mark ends a sentence."""
    if marks == "!" and before[:1].isupper() and before.lower() in known.MARKED_NAMES:
        return _is_starter(head)
    return not closers or closers.isspace() or bool(head[1]) or not _is_speaker(head)


def _is_speaker(head: re.Match[str]) -> bool:
    """Return whether the text continues with a name and a verb of saying (Sen. Orr asked)."""
    reach = min(head.start() + _SPEAKER_REACH, head.endpos)
    words = head.string[head.start() : reach].split(None, 8)[:8]
    if words[0] in known.STARTERS and words[0] != "I":
        return False
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word.rstrip(".,") in known.SAID:
            aloud = word.endswith(",") and after[:1] in _QUOTES and after[1:2].isupper()
            return not aloud and not (word in ("said", "says") and after in known.INDIRECT)
        if not (word[0].isupper() or word in known.PARTICLES or word[:-1].isdigit()):
            return False
        if word[-1] in ":;?!" or (word[-1] == "." and not _kind(word[:-1])):
            return False
        if word[-1] == "," and not (after[:1].isdigit() or word[:-1].isdigit()):
            return False
    return False


def _dots_end(marks: str, closers: str, left: str, head: re.Match[str]) -> bool:
    """Return whether an ellipsis of any form, perhaps after a full stop, ends a sentence."""
    words = left.rstrip(_OPENING).split()
    if not words or left.endswith(_OPENED):
        return bool(closers.lstrip("]"))
    if words[-1].endswith(",") or words[-1].lstrip(_OPENING) == head[2]:
        return False
    if closers or marks.count(".") + 3 * marks.count("…") > 3:
        return True
    return not (" " in marks or left[-1].isspace()) or _is_starter(head)


def _space_was_lost(text: str, begin: int, stop: int, match: re.Match[str]) -> bool:
    """Return whether a sentence ends at a stop with no white space after it (over.The)."""
    at, after = match.start(), match.end()
    closers = match[2].strip("”)»]")
    if closers == '"' and text.count('"', max(begin, at - _BRACKET_REACH), at) % 2:
        closers = ""
    if closers or len(match[1]) > 1 or match[1] == "—" or at < begin + 2:
        return False
    head = _HEAD.match(text, after, min(stop, after + _REACH))
    if head is None or not text[at - 2 : at].islower() or head[1] not in ("", "“", "‘", "("):
        return False
    word = head[2]
    if not word[:1].isupper() or not (word[1:].islower() or word in ("A", "I")):
        return False
    return _is_prose(text[max(begin, at - _REACH) : at], text[after : head.endpos], word)


def _is_prose(before: str, after: str, word: str) -> bool:
    """Return whether both sides of a stop are prose, not a site, file, handle or brand name."""
    left, right = before.split()[-1], after.split()[0]
    if word.lower() in known.SITE_ENDINGS or _kind(left.lstrip(_OPENING)):
        return False
    if left.lower() in known.MARKED_NAMES or any(mark in left + right for mark in "@#/\\_="):
        return False
    dot = right.find(".")
    return not left.startswith("www.") and not (dot >= 0 and right[dot + 1 : dot + 2].islower())
