"""The words around a word, as the table of confusions was trained on them."""

from __future__ import annotations

from copydesk import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import Sequence

# An abbreviation, a word, a figure, a mark.
UNIT = pattern(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*|\d(?:[\d,.]*\d)?|[.?!]+|[,;:()%—–]")
EDGE = "^"  # where a paragraph begins or ends
_ENDINGS = ("'s", "ing", "ed", "ly", "tion", "ness", "al", "ous", "ive", "er", "est", "s")
_MARKS = {"?": ".", "!": ".", ":": ";", "—": ";", "–": ";"}


def unit(found: str) -> str:
    """How a word, figure or mark counts: in lower case, all figures alike."""
    first = found[0]
    if first.isalpha():
        return found.lower()
    return "0" if first.isdigit() else _MARKS.get(first, first)


def shape(found: str) -> str:
    """What a rare word counts as: a name, or the way it ends."""
    low = found.lower()
    if found[0].isupper():
        return "<N's>" if low.endswith("'s") else "<N>"
    if "-" in low:
        return "<->"
    return next((f"<{end}>" for end in _ENDINGS if low.endswith(end)), "<>")


def features(words: Sequence[str], kinds: Sequence[int], far: Sequence[str]) -> list[str]:
    """The features of a place: ``words`` and their ``kinds`` are the two before and two after.

    ``far`` are the words within some more on both sides.
    """
    l2, l1, r1, r2 = words
    k2, k1, s1, s2 = kinds
    return [
        f"0{l1}", f"1{r1}", f"2{l2} {l1}", f"3{r1} {r2}", f"4{l1} {r1}",
        f"5{k1}", f"6{s1}", f"7{k2} {k1}", f"8{s1} {s2}", f"9{k1} {s1}",
        f"a{l1} {s1}", f"b{k1} {r1}", f"c{k2} {k1} {s1}", f"d{k1} {s1} {s2}",
        f"e{l2}", f"f{r2}", *(f"g{word}" for word in far),
    ]  # fmt: skip
