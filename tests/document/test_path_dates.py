"""The date in the name of a file or of its folders, and what it counts against others."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.document import Clock, Document
from copydesk.document.date import date_in_path
from copydesk.parsers.html import parse as parse_html
from copydesk.parsers.markdown import parse as parse_markdown
from copydesk.parsers.plain import parse as parse_plain

TODAY = Clock(today="2031-01-01")


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("_posts/2019-04-15-storm.md", "2019-04-15"),
        ("2020-2-5-snow.markdown", "2020-02-05"),
        ("news__2025-10-30-QUIZ.md", "2025-10-30"),
        ("storm_20210304.txt", "2021-03-04"),
        ("20210304-storm.txt", "2021-03-04"),
        ("2021_03_04 storm.txt", "2021-03-04"),
        ("storm 2021.03.04.html", "2021-03-04"),
        ("a/2021/03/04/storm.md", "2021-03-04"),
        ("/srv/site/content/2021/3/4/storm/index.md", "2021-03-04"),
        ("world/2021/mar/04/storm.html", "2021-03-04"),
        ("posts/2021-03-04-storm/index.md", "2021-03-04"),
        ("posts\\2021\\03\\04\\storm.md", "2021-03-04"),
        ("2018-06-01-x/2021-03-04-y.md", "2021-03-04"),
    ],
)
def test_a_date_in_the_path(path: str, day: str) -> None:
    found = date_in_path(path)
    assert found is not None
    assert found.day == date.fromisoformat(day)


@pytest.mark.parametrize(
    "path",
    [
        "storm.md", "", "2021-13-04-storm.md", "2021-02-30.md", "v10.2021.1.2.txt", "2021-03.md",
        "0921-03-04.md", "id-120210304.txt", "20210304a.txt", "1234567890.html", "2021/03/storm.md",
        "/runs/2021/03/04/job/repo/news/storm.md", "2021-03-04/a/b/storm.md", "3-4-2021.md",
        "a/2021/xyz/04/storm.md", "2021/march-04/storm.md",
    ],
)  # fmt: skip
def test_no_date_in_the_path(path: str) -> None:
    assert date_in_path(path) is None


def test_what_comes_first() -> None:
    path = "_posts/2019-04-15-storm.md"
    dated = "---\ndate: 2018-01-02\n---\n\nShort.\n"
    line = "LEEDS, May 6, 2017 (Wire) — The ferry left the quay at noon, the crew said.\n"

    def day(text: str, path: str = "", clock: Clock = TODAY) -> str:
        return str(Document(text, parse_markdown, path, clock).date)

    assert day(dated, path, Clock("2016-01-01")) == "2016-01-01 (--date)"
    assert day(dated, path) == "2018-01-02 (the draft’s date)"
    assert day(line, path) == "2019-04-15 (the file’s name)"
    assert day(line, "a/2019/04/15/x.md") == "2019-04-15 (the folders’ names)"
    assert day(line, "a/2019-04-15-x/index.md") == "2019-04-15 (the folder’s name)"
    assert day(line) == "2017-05-06 (dateline)"
    assert day("Short.", "", Clock("", "2015-01-01", "2031-01-01")) == "2015-01-01 (config)"
    assert day("Short.") == "2031-01-01 (today, as the draft has no date)"


def test_only_the_folders_of_the_draft_itself_count(tmp_path) -> None:
    import copydesk

    folder = tmp_path / "2021" / "03" / "04"
    folder.mkdir(parents=True)
    draft = folder / "storm.md"
    draft.write_text("The storm hit on Tuesday, President Donald Trump said.\n", "utf-8")
    report = copydesk.Linter().check_paths([draft])
    (one,) = report.findings
    assert "2021-03-04 (the folders’ names)" in one.evidence


@pytest.mark.parametrize("parse", [parse_markdown, parse_html])
@pytest.mark.parametrize(
    "top",
    [
        "---\ntitle: Pool\ndate: 2025-02-02\n---\n",
        "+++\ntitle = 'Pool'\ndate = 2025-02-02\n+++\n",
        '{\n  "title": "Pool",\n  "date": "2025-02-02T08:00:00Z"\n}\n',
        '{"title": "Pool", "publishDate": "2025-02-02"}\n',
        ';;;\n"title": "Pool",\n"date": "2025-02-02"\n;;;\n',
        ';;;\n{"title": "Pool", "params": [], "date": "2025-02-02"}\n;;;\n',
    ],
)
def test_front_matter_of_every_kind(parse, top: str) -> None:
    for end in ("\n", "\r\n"):
        source = f"{top}\n<p>The pool is shut.</p>\n".replace("\n", end)
        doc = Document(source, parse, clock=TODAY)
        assert not doc.parsed.problems
        assert doc.date.day == date(2025, 2, 2)
        assert [(slot.kind, doc[slot.span]) for slot in doc.slots] == [
            ("headline", "Pool"),
            ("paragraph", "The pool is shut."),
        ]
        assert source[slice(*doc.to_source(doc.slots[0].span))] == "Pool"


def test_an_h1_below_front_matter_with_a_title_is_a_heading() -> None:
    doc = Document("---\ntitle: Pool\n---\n<h1>Pool</h1><p>Shut.</p>", parse_html)
    assert [slot.kind for slot in doc.slots] == ["headline", "heading", "paragraph"]
    doc = Document("---\nlayout: post\n---\n<h1>Pool</h1><p>Shut.</p>", parse_html)
    assert [slot.kind for slot in doc.slots] == ["headline", "paragraph"]


class TestJson:
    """Front matter in JSON, with the place of every letter."""

    def test_strings_and_where_they_come_from(self) -> None:
        source = (
            '{\n"title": "A \\"wall\\" of w\\u00e4ter \\ud83d\\ude00",\n "n": -1.5e3, "ok": true,\n'
            ' "authors": [{"name": "Ann Poe"}, {"name": "Joe Rook"}],\n'
            ' "photos": [{"Desc": "A boat", "Url": "x.jpg"}, []], "none": null, "o": {}\n}\n\nBody.\n'
        )
        doc = Document(source, parse_markdown)
        assert not doc.parsed.problems
        slots = [(slot.kind, doc[slot.span], source[slice(*doc.to_source(slot.span))])
                 for slot in doc.slots]  # fmt: skip
        assert slots == [
            ("headline", 'A "wall" of wäter 😀', 'A \\"wall\\" of w\\u00e4ter \\ud83d\\ude00'),
            ("byline", "Ann Poe", "Ann Poe"),
            ("byline", "Joe Rook", "Joe Rook"),
            ("caption", "A boat", "A boat"),
            ("paragraph", "Body.", "Body."),
        ]
        values = {key: one.value for key, one in doc.metadata.items()}
        assert values["n"] == "-1.5e3"
        assert values["authors.name.1"] == "Joe Rook"
        assert values["photos.url"] == "x.jpg"

    @pytest.mark.parametrize(
        ("block", "line", "reason"),
        [
            ('{\n"a": "b"\n"c": "d"\n}\n', 3, "a comma is missing"),
            ('{\n"a": "b",\n"c" "d"\n}\n', 3, "a colon is missing"),
            ('{\n"a": tru\n}\n', 2, "cannot be read"),
            ('{\n"a": ["b"}\n}\n', 2, "a bracket closes"),
            ('{\n"a": "b,\n"c": "d"\n}\n', 2, "quotation mark is missing"),
            ('{\n"a": "b"\n', 4, "a bracket or a quotation mark"),
            (';;;\n"a" "b"\n;;;\n', 2, "a colon is missing"),
        ],
    )
    def test_what_is_wrong_is_said(self, block: str, line: int, reason: str) -> None:
        import re

        doc = Document(f"{block}\nThe pool is shut.\n", parse_markdown)
        (problem,) = doc.parsed.problems
        assert re.search(rf"front matter, line {line}: .*(?:{reason})", problem), problem
        assert doc.text.endswith("The pool is shut.")

    @pytest.mark.parametrize(
        "source",
        [
            "{% include x %}\nBody",
            "{{ x }}\nBody",
            "{not json}\n",
            "{ x: 1 }\n",
            "{",
            "{}{}",
            ";;;x",
        ],
    )
    def test_other_braces_are_copy(self, source: str) -> None:
        doc = Document(source, parse_plain if source == ";;;x" else parse_markdown)
        assert not doc.parsed.problems
        assert not doc.metadata

    def test_much_of_it_takes_time_in_proportion(self, linear) -> None:
        def make(size: int) -> str:
            return '{"a": [' + ", ".join(['{"b": "c", "d": [1, 2]}'] * size) + "]}\n\nBody.\n"

        linear(parse_markdown, make, 100, 400)
        linear(parse_markdown, lambda size: '{"a": ' + "[" * size, 4000, 16000)
        linear(parse_markdown, lambda size: '{"a": "' + "x\n" * size, 4000, 16000)
