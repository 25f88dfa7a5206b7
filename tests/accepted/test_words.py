"""What an accepted word is: capitals, possessives, names of several words, dictionaries, patterns."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from copydesk.accepted import Accepted, kinds
from copydesk.accepted.adding import added, is_same, tidy
from copydesk.accepted.affixes import parts_of
from copydesk.files.data_file import DataFile
from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError
from copydesk.model.findings import Problem


def accepted(folder: Path, cache: str = "", **files: str | bytes) -> Accepted:
    """The words of files, whose names have two underscores for the full stop."""
    lists = []
    for key, content in files.items():
        path = folder / key.replace("__", ".")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        if path.suffix != ".aff":
            lists.append(DataFile(path.name, file=str(path), tree=WORKING_TREE))
    return Accepted(lists, cache)


def is_covered(words: Accepted, text: str) -> bool:
    """Whether the words between ``[[`` and ``]]`` are accepted where they stand."""
    start = text.index("[[")
    end = text.index("]]") - 2
    plain = text.replace("[[", "").replace("]]", "")
    return words.within_text(plain, []).covers((start, end))


@pytest.mark.parametrize(
    ("entry", "right", "wrong"),
    [
        ("quorn", "quorn Quorn QUORN quorn’s Quorn's (quorn), “Quorn”.", "quorns quor"),
        ("Wendelmeier", "Wendelmeier WENDELMEIER Wendelmeier’s WENDELMEIER'S", "wendelmeier"),
        ("eVisa", "eVisa EVISA eVisa’s", "evisa Evisa"),
        ("O’Brien", "O'Brien O’Brien O’BRIEN O’Brien’s", "OBrien O’brien"),
        ("O'Brien", "O'Brien O’Brien", "OBrien"),
        ("Hanses", "Hanses’ Hanses' Hanses", "Hanse"),
        ("Straße", "Straße STRASSE", "strasse"),
        ("C#", "C#", "C"),
        ("Koval-Lindqvist", "Koval-Lindqvist Koval‑Lindqvist", "Koval Lindqvist"),
    ],
)  # fmt: skip
def test_capitals_and_possessives(tmp_path: Path, entry: str, right: str, wrong: str) -> None:
    words = accepted(tmp_path, words__txt=f"{entry}\n")
    assert [one for one in right.split() if not words.accepts(one)] == []
    assert [one for one in wrong.split() if words.accepts(one)] == []


def test_notes_empty_lines_and_line_ends(tmp_path: Path) -> None:
    text = "# The desk's words\r\n\r\n  quorn\t# a food\r\nBaku City   # a club\rzorb\n#x\n"
    words = accepted(tmp_path, words__txt=b"\xef\xbb\xbf" + text.encode())
    assert all(map(words.accepts, ("quorn", "Baku City", "zorb")))
    assert not any(map(words.accepts, ("food", "club", "x", "#x", "Baku", "")))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("in_copy", ["NFC", "NFD"])
def test_accents_in_either_encoding(tmp_path: Path, form: str, in_copy: str) -> None:
    words = accepted(tmp_path, words__txt=unicodedata.normalize(form, "Żółkiewska\n"))
    assert words.accepts(unicodedata.normalize(in_copy, "Żółkiewska"))
    assert words.accepts(unicodedata.normalize(in_copy, "ŻÓŁKIEWSKA"))
    assert not words.accepts("Zolkiewska")


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("They ate chicken [[Kiev]].", True),
        ("They ate “Chicken [[Kiev]]”, twice.", False),
        ("They ate CHICKEN [[KIEV]]’S sauce.", True),
        ("They ate chicken\n[[Kiev]]’s sauce.", True),
        ("They ate chicken\n\n[[Kiev]] is far.", False),
        ("They went to [[Kiev]].", False),
        ("The [[Kiev]] chicken is new.", False),
        ("At [[St. John’s]] Wood it rained.", True),
        ("At (St. John's [[Wood]]) it rained.", True),
        ("At St. John’s [[Woods]] it rained.", False),
        ("The [[quorn-Baku]] cup is new.", True),
        ("The [[quorn-Kiev]] cup is new.", False),
        ("The [[Quorn]]-led cup is new.", True),
        ("[[Quorn quorn]] is doubled.", True),
        ("[[Quorn Kiev]] is not.", False),
    ],
)
def test_words_around_count(tmp_path: Path, text: str, covered: bool) -> None:
    list_ = "chicken Kiev\nSt. John's  Wood # no comma\nquorn\nBaku\n"
    assert is_covered(accepted(tmp_path, words__txt=list_), text) is covered


AFF = """\
SET UTF-8
# two endings and a beginning that goes with them
SFX S Y 4
SFX S y ies [^aeiou]y
SFX S 0 s [aeiou]y
SFX S 0 es [sxzh]
SFX S 0 s [^sxzhy]
SFX D N 1
SFX D e ed e
PFX R Y 1
PFX R 0 re .
NEEDAFFIX X
FORBIDDENWORD !
"""
DIC = "6\nzorb/SR\nquorry/S\nblay/S\nglize/DR po:verb\nMarlow/S\nfrond/XS\nzorby/!\nboth\\/and\n"


def test_a_dictionary_with_its_endings(tmp_path: Path) -> None:
    words = accepted(tmp_path, en__dic=DIC, en__aff=AFF)
    right = (
        "zorb rezorb rezorbs quorry quorries blays glized reglize Zorb ZORB Marlows MARLOW Rezorb"
    )
    wrong = "zorby quorrys blaies glizeed reglized marlow frond unzorb zorbes zOrb po:verb 6"
    assert [one for one in right.split() if not words.accepts(one)] == []
    assert [one for one in wrong.split() if words.accepts(one)] == []
    assert words.accepts("fronds") and words.accepts("both/and")


def test_a_dictionary_without_rules_and_in_another_encoding(tmp_path: Path) -> None:
    assert accepted(tmp_path, bare__dic="2\nzorb\nMarlow/S\n").accepts("Marlow")
    aff = "SET ISO8859-2\nFLAG long\nAF 2\nAF AaBb\nAF Bb\nSFX Bb Y 1\nSFX Bb 0 ą .\n"
    words = accepted(tmp_path, pl__dic="1\nżab/1\n".encode("iso8859-2"),
                     pl__aff=aff.encode("iso8859-2"))  # fmt: skip
    assert words.accepts("żabą") and words.accepts("żab") and not words.accepts("żaba")


def test_flags_as_numbers_and_conditions(tmp_path: Path) -> None:
    aff = "FLAG num\nSFX 12 Y 1\nSFX 12 0 s .\nSFX 2 Y 1\nSFX 2 0 x .\n"
    words = accepted(tmp_path, en__dic="1\nzorb/12\n", en__aff=aff)
    assert words.accepts("zorbs") and not words.accepts("zorbx")
    assert parts_of("[^aeiou]y") == ("^aeiou", "y") and parts_of(".") == ()
    assert parts_of("[") == ("[",)


def test_the_patterns_of_vale(tmp_path: Path) -> None:
    text = "# Names\nquorn\n(?i)zorb(?:er|ing)?\n[Cc]hicken Kiev\nCovid-?19\n\\.NET\n"
    words = accepted(tmp_path, accept__txt=text)
    for right in ("Quorn", "ZORBING", "zorb", "Covid19", "Covid-19", "Covid19’s"):
        assert words.accepts(right), right
    for wrong in ("zorbs", "covid19", "azorb", "names"):
        assert not words.accepts(wrong), wrong
    assert is_covered(words, "They ate Chicken [[Kiev]].")
    assert not is_covered(words, "They saw [[Kiev]].")
    assert is_covered(words, "Written in [[.NET]] then.")


def test_elsewhere_a_pattern_is_only_a_word(tmp_path: Path) -> None:
    words = accepted(tmp_path, words__txt="zorb.*\nC++\n")
    assert not words.accepts("zorbing") and words.accepts("C++")


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("words__txt", b"quorn\nz\0rb\n", "words.txt:2: no list of words but a binary file"),
        ("words__txt", b"quorn\nz\xffrb\n", "words.txt:2: not utf-8"),
        ("words__txt", b"quorn\n\n" + b"a" * 201, "words.txt:3: longer than 200 characters"),
        ("words__txt", b"a\x1b[2Jb\n", "words.txt:1: contains a control character"),
        ("words__txt", b"quorn\n---\n", "words.txt:2: has no letter or figure"),
        ("accept__txt", b"quorn\n(zorb\n", "accept.txt:2: the pattern '(zorb' is wrong"),
        ("accept__txt", b"a)|(b\n", "accept.txt:1: the pattern 'a)|(b' is wrong"),
        ("accept__txt", b"zorb*|\n", "accept.txt:1: the pattern 'zorb*|' would accept anything"),
        ("accept__txt", b"(a{1000}){1000}\n", "accept.txt:1: the pattern '(a{1000}){1000}' …"),
        ("accept__txt", b"a.\n" * 1001, "accept.txt:1001: more than 1,000 patterns"),
        ("en__dic", b"1\nz\0rb\n", "en.dic:2: no list of words but a binary file"),
    ],
)
def test_what_cannot_be_read_is_told_by_line(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    words = accepted(tmp_path, **{name: content})
    with pytest.raises(DataError) as error:
        words.table  # noqa: B018
    assert str(error.value).startswith(told)
    assert not words.accepts("quorn")


def test_an_encoding_that_runs_code_is_none(tmp_path: Path) -> None:
    words = accepted(tmp_path, en__dic=b"1\nzorb\n", en__aff=b"SET unicode_escape\n")
    with pytest.raises(DataError, match="unknown encoding 'unicode_escape' after SET"):
        words.table  # noqa: B018


def test_a_pattern_that_takes_for_ever_is_told_and_given_up(tmp_path: Path) -> None:
    words = accepted(tmp_path, accept__txt="(?:x|xx)+[!?]y\nzorb.?\n")
    problems: list[Problem] = []
    text = "x" * 60 + "! y zorbs"
    asked = words.within_text(text, problems, "a.md")
    assert not asked.covers((0, 60))
    assert asked.covers((64, 69))
    assert not asked.covers((0, 59))
    (problem,) = problems
    assert (
        "accept.txt:1: the pattern '(?:x|xx)+[!?]y' took more than 0.25 seconds" in problem.message
    )
    assert problem.path == "a.md"


def test_many_rules_are_tried_only_so_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = "".join(f"SFX A 0 {'ab' * (number % 9 + 1)} .\n" for number in range(5000))
    words = accepted(tmp_path, en__dic="1\nzorb/A\n", en__aff=f"SFX A Y 5000\n{rules}")
    assert words.accepts("zorbabab") and not words.accepts("zorbaba")
    crossed = "".join(f"{side} A {number} ab .\n" for side in ("PFX", "SFX")
                      for number in range(1, 5001))  # fmt: skip
    aff = f"PFX A Y 5000\nSFX A Y 5000\n{crossed}"
    words = accepted(tmp_path, en__dic="1\nzorb/A\n", en__aff=aff)
    tried: list[str] = []
    from copydesk.accepted import hunspell

    monkeypatch.setattr(hunspell, "fits", lambda _, stem, __: not tried.append(stem))
    assert not words.accepts("abzorbab")
    assert 20_000 < len(tried) <= 100_000


def test_large_lists_are_kept_by_their_content(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    many = "".join(f"Zorb{number:04}\n" for number in range(2000))
    assert accepted(tmp_path, str(cache), words__txt=many + "Quorn\n").accepts("Quorn")
    (kept,) = cache.glob("accepted-*.bin")
    again = accepted(tmp_path, str(cache), words__txt=many + "Quorn\n")
    assert again.accepts("Zorb1999’s") and not again.accepts("Zorb2000")
    kept.write_bytes(b"damaged" + kept.read_bytes())
    assert accepted(tmp_path, str(cache), words__txt=many + "Quorn\n").accepts("Quorn")
    other = accepted(tmp_path, str(cache), words__txt=many + "Quark\n")
    assert other.accepts("Quark") and not other.accepts("Quorn")


def test_a_large_dictionary_is_kept_with_its_rules(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    many = "2000\n" + "".join(f"zorb{number:04}x/S\n" for number in range(2000))
    for _ in range(2):
        words = accepted(tmp_path, str(cache), en__dic=many + DIC[2:], en__aff=AFF)
        assert words.accepts("zorb1999xes") and words.accepts("quorries")
    less = accepted(tmp_path, str(cache), en__aff="SFX D N 1\nSFX D e ed e\n", en__dic=many)
    assert not less.accepts("zorb1999xes") and less.accepts("zorb1999x")


@pytest.mark.parametrize(
    ("before", "word", "after"),
    [
        ("Anna\nBert\nzorb\n", "Cem", "Anna\nBert\nCem\nzorb\n"),
        ("anna\nBert\ncem\n", "Dora", "anna\nBert\ncem\nDora\n"),
        ("anna\nBert\nzorb\n", "cem", "anna\nBert\ncem\nzorb\n"),
        ("# Head\n\nBert # x\nCem\n", "Anna", "# Head\n\nAnna\nBert # x\nCem\n"),
        ("Zorb\nAnna\n", "Bert", "Zorb\nAnna\nBert\n"),
        ("Zorb\nAnna", "Bert", "Zorb\nAnna\nBert\n"),
        ("Anna\r\nCem\r\n", "Bert", "Anna\r\nBert\r\nCem\r\n"),
        ("Zorb\r\nAnna", "Bert", "Zorb\r\nAnna\r\nBert\r\n"),
        ("\ufeffAnna\nCem\n", "Bert", "\ufeffAnna\nBert\nCem\n"),
        ("\ufeffCem\nDora\n", "Bert", "\ufeffBert\nCem\nDora\n"),
        ("Cem\n", "Bert", "Cem\nBert\n"),
    ],
)
def test_a_word_goes_where_the_order_wants_it(before: str, word: str, after: str) -> None:
    assert added(before, word) == after


def test_a_new_list_says_what_it_is() -> None:
    head, line, end = added("", "Quorn", "a food").split("\n")
    assert head.startswith("# ") and line == "Quorn  # a food" and end == ""


def test_what_is_no_word_is_refused() -> None:
    assert tidy("  St.  John’s\u00a0Wood ", " a \n b") == ("St. John’s Wood", "a b")
    for wrong in ("", " ", "---", "a #b", "#b", "a\x1bb", "a" * 201):
        with pytest.raises(DataError):
            tidy(wrong, "")


def test_is_same() -> None:
    assert is_same("quorn", "Quorn") and is_same("Quorn", "QUORN") and is_same("O’Brien", "O'Brien")
    assert not is_same("Quorn", "quorn")


def test_kinds_of_file() -> None:
    assert kinds.is_plain("a/words.txt") and not kinds.is_plain("a/Accept.TXT")
    assert not kinds.is_plain("en.dic") and not kinds.is_plain("en.aff")
    assert kinds.affixes_of("a/en_US.dic") == "a/en_US.aff"
    assert kinds.first_plain(["en.dic", "accept.txt", "b.txt", "c.txt"]) == "b.txt"
