"""Patterns are compiled by re where it can be, by regex else, and mean the same."""

from __future__ import annotations

import marshal
import re
import tomllib
from pathlib import Path

import pytest
import regex

from copydesk import pattern
from copydesk.regexes import compiled as kept_patterns
from copydesk.regexes.compiled import compiled
from copydesk.regexes.look_behind import of_one_width
from copydesk.regexes.patterns import is_plain, wider
from copydesk.regexes.unicode import written_out

ROOT = Path(__file__).resolve().parents[2]
COPY = (
    "Éva Łukasz and Ólafur met President Zelenskyy. “The İstanbul talks,” Mr. O’Brien said, "
    "then-President Müller’s aide agreed. Ex-Chancellor Ångström; ЗЕЛЕНСЬКИЙ, Ωmega, ñandú, 李, McKay and 42."
)


@pytest.mark.parametrize(
    "text",
    [
        r"\p{Lu}\p{L}*", r"[\p{L}\p{M}’'-]+", r"(?<!\p{L})\p{Lu}", r"[^\p{L}\s]+", r"[]\p{Lu}]",
        r"[^]\p{L} ]+", r"\\p\{|\p{Nd}+", r"\p{Ll}(?=\p{Lu})|(?:\p{Lu}\.){1,}",
    ],
)  # fmt: skip
def test_classes_of_letters_mean_what_they_mean_to_regex(text: str) -> None:
    ours = [match.span() for match in compiled(text).finditer(COPY)]
    assert ours == [match.span() for match in regex.compile(text).finditer(COPY)]
    assert ours


@pytest.mark.parametrize("text", [r"\P{L}", r"\p{Greek}", r"\pL"])
def test_other_classes_are_left_to_regex(text: str) -> None:
    with pytest.raises(re.error):
        written_out(text)
    assert [one.span() for one in pattern(text).finditer("aΩ1")] == [
        one.span() for one in regex.compile(text).finditer("aΩ1")
    ]


def test_a_look_behind_of_any_width_is_left_to_regex() -> None:
    found = pattern(r"(?<=a+)b").search("aab")
    assert found is not None
    assert found.span() == (2, 3)


@pytest.mark.parametrize(
    "text",
    [
        r"(?<=\b(?:an?|[Tt]he) )\S+", r"(?<!\b(?:an?|[Tt]he) )[mn]\w+", r"(?<=(?:met|Éva)? )\w+",
        r"(?<!\w{2,4} )\b\p{Lu}\w*", r"(?<=[”,]? )Mr|(?<=aide?) ", r"(?<=(?<!x)(?:et|of) )P",
        r"(?<=(?i:MET|mr\.) )[PO]\w+", r"(?:(?<=an?)d|(?<!é)t)a?", r"(?<=\x27?s )aide",
        r"(?<=(?=.e)(?:m|me))t", r"(?<!’?s )aid?e?", r"(?<=n{1,2}d )\S",
    ],
)  # fmt: skip
def test_look_behinds_of_several_widths_mean_what_they_mean_to_regex(text: str) -> None:
    ours = [match.span() for match in compiled(text).finditer(COPY)]
    assert ours == [match.span() for match in regex.compile(text).finditer(COPY)]
    assert ours


@pytest.mark.parametrize(
    "text",
    [
        r"(?<=a+)b", r"(?<=a*)b", r"(?<=(an?) )b", r"(?<=(?P<x>an?) )b", r"(?<=a??)b",
        r"(?<=a{1,})b", r"(?<=\w{0,500})b", r"(a)(?<=\1b?)c", r"(?<=an?", r"(?<=(?:an?)b",
    ],
)  # fmt: skip
def test_look_behinds_that_cannot_be_written_out_are_left_to_regex(text: str) -> None:
    with pytest.raises(re.error):
        compiled(text)


def test_a_comment_in_a_look_behind_is_left_to_regex() -> None:
    assert compiled(r"(?<= an? \s ) b", re.VERBOSE).search("a b")
    with pytest.raises(re.error):
        compiled("(?<=an? # the article\n)b", re.VERBOSE)


def test_what_follows_is_looked_for_first() -> None:
    assert of_one_width(r"(?<=an?) ?x") == r"(?:(?<=a)|(?<=an)) ?x"
    assert of_one_width(r"(?<!an?)[Tt]he?") == r"(?=[Tt]h)(?<!a)(?<!an)[Tt]he?"
    assert of_one_width(r"(?<!an?)the|x") == r"(?=the)(?<!a)(?<!an)the|x"
    assert of_one_width(r"(?<!(?:a|an)|y)x|(?<=an?)z") == (
        r"(?=x)(?<!(?:a)|y)(?<!(?:an))x|(?=z)(?:(?<=a)|(?<=an))z"
    )


def test_a_wider_pattern_leaves_out_what_cannot_be_written_out() -> None:
    assert wider(r"(?<=a+)(?<!an?)b|c") == r"(?=b)(?<!a)(?<!an)b|c"
    assert wider(r"b(?=(?<!x*)c)") == "b(?=c)"
    assert wider(r"b(?!(?<=x*)c)") == wider(r"(?>a)(?<=x*)") == ""


def test_wider_patterns_of_packs_match_wherever_those_do() -> None:
    for text in patterns_of_packs():
        if not is_plain(text) and wider(text):
            for drafts in (COPY, "Poe, who lead the party, plead guilty and use to go."):
                wide = {one.end() for one in compiled(wider(text)).finditer(drafts)}
                assert wide or not regex.search(text, drafts)


def patterns_of_packs() -> list[str]:
    found = []
    for path in sorted((ROOT / "lint_rules").glob("*/*.toml")):
        for entry in tomllib.loads(path.read_text("utf-8")).get("entry", []):
            found += entry.get("match", [])
    return found


def test_patterns_of_packs_mean_the_same_to_both() -> None:
    plain = 0
    for text in patterns_of_packs():
        try:
            ours = compiled(text)
        except re.error:
            continue
        plain += 1
        ours_found = [one.span() for one in ours.finditer(COPY)]
        assert ours_found == [one.span() for one in regex.compile(text).finditer(COPY)], text
    assert plain > 100


def test_what_is_kept_is_the_same_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(kept_patterns, "_kept", None)
    monkeypatch.setattr(kept_patterns, "_new", {})
    texts = [
        (r"(?P<a>x+)|(?P<b>\d{2,})", 0),
        (r"a.b # c", re.VERBOSE | re.DOTALL),
        ("[à-ÿ]+", re.I),
    ]
    first = [compiled(*text) for text in texts]
    kept_patterns.save()
    monkeypatch.setattr(kept_patterns, "_kept", None)
    monkeypatch.setattr(kept_patterns, "_row", None)  # nothing may be compiled now
    assert [compiled(*text) for text in texts] == first == [re.compile(*text) for text in texts]
    assert compiled(*texts[0]).groupindex == {"a": 1, "b": 2}


@pytest.mark.parametrize("damage", [b"", b"xx", marshal.dumps((0, {})), marshal.dumps(7)])
def test_a_damaged_cache_of_patterns_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(kept_patterns, "_kept", None)
    monkeypatch.setattr(kept_patterns, "_new", {})
    (tmp_path / kept_patterns._NAME).write_bytes(damage)
    assert compiled("a+b").fullmatch("aab")


def test_a_damaged_pattern_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    good = kept_patterns._row("a+b", 0)
    for bad in (good[1][:4], b"\xff" * len(good[1]), b"abc"):
        rows = {"0 a+b": (good[0], bad, *good[2:])}
        monkeypatch.setattr(kept_patterns, "_kept", rows)
        monkeypatch.setattr(kept_patterns, "_new", {})
        assert compiled("a+b").fullmatch("aab")


def test_a_wrong_pattern_is_told() -> None:
    with pytest.raises(re.error):
        compiled("(")
