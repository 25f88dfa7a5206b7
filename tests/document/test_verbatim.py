"""Addresses, handles, hashtags and file names, and the words that look like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document import verbatim


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in verbatim.find(text)]


@pytest.mark.parametrize(
    "thing",
    [
        "https://example.org",
        "http://example.org/a/b?c=d&e=f#g",
        "https://example.org/a_(b)",
        "HTTPS://EXAMPLE.ORG/A",
        "www.example.org",
        "www.harbour-news.example",
        "example.com",
        "Example.com",
        "EXAMPLE.COM",
        "bbc.co.uk",
        "bbc.co.uk/news",
        "pic.example.com/Ab3dEf9hIj",
        "t.co/abc",
        "youtu.be/abc",
        "corriere.it/cronaca",
        "example.com.br",
        "localhost.io:8080/x",
        "jane.doe@example.org",
        "jane+news@harbour-news.co.uk",
        "@JaneDoe",
        "@jane_doe99",
        "@jane.doe",
        "@jane@social.example",
        "#HarbourRoad",
        "#10YearChallenge",
        "#COVID19",
        "photo_kiev.jpg",
        "IMG_2034.JPG",
        "report.pdf",
        "budget-2025.final.xlsx",
        "src/app/main.py",
        "./run.py",
        "~/notes/harbour.txt",
        "/usr/local/bin",
        "/etc/hosts",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    ["{}", "{} is it.", "See {}.", "See {}, he said.", "(see {})", "“{}”", "It is {}: so!", "{}?"],
)
def test_things_are_found_without_the_marks_around(thing: str, sentence: str) -> None:
    assert found(sentence.format(thing)) == [thing]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Example.com’s editor", ["Example.com"]),
        ("@JaneDoe's road", ["@JaneDoe"]),
        ("https://example.org/a’s", ["https://example.org/a"]),
        ("Techhttps://t.co/abc", ["https://t.co/abc"]),
        ("pic.example.com/abc— Jane", ["pic.example.com/abc"]),
        ("[road](https://example.org/a)", ["https://example.org/a"]),
        ("<https://example.org/a>", ["https://example.org/a"]),
        ("(https://example.org/a_(b)).", ["https://example.org/a_(b)"]),
        ("https://x.example/@jane #road", ["https://x.example/@jane", "#road"]),
        ("#Road#Bridge", ["#Road"]),
        ("Example.com-owned", ["Example.com"]),
        ("a.jpg b.png", ["a.jpg", "b.png"]),
        ("mail jane@example.org/john@example.org", ["jane@example.org", "john@example.org"]),
        ("https://example.org/.", ["https://example.org/"]),
        ("https://example.org/report.pdf", ["https://example.org/report.pdf"]),
        ("The U.S. site Example.com.", ["Example.com"]),
    ],
)
def test_where_things_end(text: str, things: list[str]) -> None:
    assert found(text) == things


@pytest.mark.parametrize(
    "text",
    [
        "and/or",
        "km/h",
        "Kyiv/Moscow",
        "24/7/365",
        "he/she/they",
        "1/2",
        "the war.in Ukraine",
        "They met.it was late",
        "They met.The road",
        "so.to say",
        "U.S.-led",
        "U.S.and",
        "e.g. this",
        "at 5 p.m.in Kyiv",
        "a.k.a. Jane",
        "D.C.",
        "No.1",
        "3.5 percent",
        "St.Petersburg",
        "end.",
        "…and",
        "we are #1",
        "###",
        "# road",
        "C# and F#",
        "&#39;",
        "@ 5 p.m.",
        "@17:19",
        "5@5",
        "the www. prefix",
        "J.D. Vance / AFP",
        "Jane Doe / AFP",
        "a /b",
        "either / or",
        "http:",
        "://",
        "The.Post",
        "They met.Com",
        "by.id",
    ],
)
def test_words_are_words(text: str) -> None:
    assert found(text) == []
    assert found(f"Once {text} again.") == []


def test_clean_copy_costs_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a pattern was compiled without need")

    for name in ("_url", "_www", "_at", "_hashtag", "_host", "_file", "_path"):
        monkeypatch.setattr(verbatim, name, fail)
    text = "The U.S. met Ukraine at 5 p.m. on Monday. He said: “We will go on.” It cost $3.5m."
    assert verbatim.find(text) == ()
    with pytest.raises(AssertionError):
        verbatim.find("#road")


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["https://", "www.", "@", "#", ".com", ".", "/", "a", "é", " ", "\n", "(", ")", "jane",
             "co.uk", ".jpg", "~", "1", "’", "—", "-", "_", "\u2003", "\x1f"]
        ),
        st.text(max_size=5),
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(TEXTS)
def test_spans_are_in_range_sorted_and_apart(text: str) -> None:
    at = 0
    for span in verbatim.find(text):
        assert at <= span.start < span.end <= len(text)
        at = span.end
        assert not text[span.start].isspace()
        assert not any(letter.isspace() for letter in text[span.start : span.end])


@given(TEXTS, TEXTS)
def test_what_is_found_does_not_hang_on_other_paragraphs(first: str, second: str) -> None:
    both = f"{first}\n\n{second}"
    offset = len(first) + 2
    after = [(span.start + offset, span.end + offset) for span in verbatim.find(second)]
    assert [*verbatim.find(first), *after] == [tuple(span) for span in verbatim.find(both)]


@pytest.mark.parametrize(
    "unit",
    [
        "@", "#", "/", ".", "a.", "a@", "a/", "a.ab", ".ab", "://", "www.", "https://", "(", ")",
        "a@b.", "@a", "#a", "-", "a-", "~/", "./", " /a", "a_", "http", "https://(", "1.jpg", "aa",
        "@1",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_length(unit: str, linear: Callable[..., None]) -> None:
    linear(verbatim.find, lambda times: "@ # :// www. .ab ./" + unit * times, 8_000, 64_000)
