"""The Markdown parser on generated drafts whose prose and values are known."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import tomlkit
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from copydesk.document.stand_in import STAND_IN
from copydesk.model.findings import Span
from copydesk.parsers.markdown import parse

if TYPE_CHECKING:
    from copydesk.document.slots import Parsed

WORDS = st.sampled_from(
    ["harbour", "café", "Kyiv", "naïve", "cafe\u0301s", "東京", "тест", "don’t", "AT&T", "R&D;",
     "12", "\U0001f600", "\U0001d4d0bc", "e\u0301te\u0301", "5<6", "snake_case", "x{y}z", "it's",
     '"so"', "(no)", "a:b", "2nd.", "quay"]
)  # fmt: skip
LETTERS = st.text("abcdeéüж\U00010400", min_size=1, max_size=4)


class Atom:
    """What stands between two blanks: its source, its prose, its pictures' texts."""

    def __init__(self, source: str, prose: str, *alts: str) -> None:
        self.source = source
        self.prose = prose
        self.alts = alts

    def __repr__(self) -> str:
        return repr(self.source)


def within(before: str, source: str, prose: str, after: str) -> Atom:
    return Atom(before + source + after, before + prose + after)


ATOMS = st.one_of(
    WORDS.map(lambda word: Atom(word, word)),
    WORDS.map(lambda word: Atom(word, word)),
    st.builds(
        lambda a, mark, b, c: within(a, f"{mark}{b}{mark}", "" if mark == "~~" else b, c),
        LETTERS,
        st.sampled_from(["*", "**", "***", "~~"]),
        LETTERS,
        LETTERS,
    ),
    st.builds(
        lambda a, pair, b: within(a, pair[0], pair[1], b),
        LETTERS,
        st.sampled_from([
            ("&amp;", "&"), ("&#8217;", "’"), ("&nbsp;", "\xa0"), ("&#x1F600;", "\U0001f600"),
            ("&ouml;", "ö"), (r"\*", "*"), (r"\\", "\\"), (r"\&amp;", "&amp;"), (r"\[", "["),
            (r"\`", "`"), (r"\<", "<"), ("<!-- c -->", ""), ("<b>d</b>", "d"), ("<br>", " "),
            ("{{ p }}", STAND_IN), ("{{< s 'a' b=\"c_\" >}}", STAND_IN),
            ("{% i %}", STAND_IN), ("{:.k}", ""), ("<del>d</del>", ""),
            ("[^1]", ""), ("<q>z</q>", "“z”"),
        ]),
        LETTERS,
    ),
    LETTERS.map(lambda word: Atom(f"`{word} *x*`", f"{word} *x*")),
    st.builds(lambda a, b: Atom(f"[{a} **{b}**](u/x_y 'T t')", f"{a} {b}"), LETTERS, LETTERS),
    st.builds(lambda a, b: Atom(f"{a}![{b} *c*](u)", a + STAND_IN, f"{b} c"), LETTERS, LETTERS),
    st.builds(lambda a, b: Atom(f'{a}<img alt="{b}&quot;" src=x>', a + STAND_IN, f'{b}"'), LETTERS, LETTERS),
)  # fmt: skip


class Line:
    """Atoms in a row, some of them on lines of their own."""

    def __init__(self, atoms: list[Atom], breaks: list[str]) -> None:
        self.atoms = atoms
        self.breaks = breaks

    def __repr__(self) -> str:
        return repr(self.source("", ""))

    def source(self, prefix: str, indent: str) -> str:
        parts = [prefix]
        for index, atom in enumerate(self.atoms):
            if index:
                gap = self.breaks[index % len(self.breaks)]
                parts.append(gap + indent if "\n" in gap else gap)
            parts.append(atom.source)
        return "".join(parts)

    @property
    def prose(self) -> str:
        return " ".join([atom.prose for atom in self.atoms])

    @property
    def alts(self) -> list[tuple[str, str]]:
        return [("alt", alt) for atom in self.atoms for alt in atom.alts]


Block = tuple[str, list[tuple[str, str]]]

# a word first: it keeps every paragraph from being something else
FIRST = Atom("Then", "Then")
GAPS = st.lists(st.sampled_from([" ", " ", "\n", "  \n", "\\\n", " \n"]), min_size=1, max_size=5)
MANY = st.lists(ATOMS, max_size=6).map(lambda atoms: [FIRST, *atoms])
LINES = st.builds(Line, MANY, GAPS)
ONE_LINERS = st.builds(Line, MANY, st.just([" "]))


def block(prefix: str, indent: str, kind: str, end: str = "") -> Any:
    def build(line: Line) -> Block:
        return line.source(prefix, indent) + end, [(kind, line.prose), *line.alts]

    return build


def items(lines: list[Line], mark: str, apart: str) -> Block:
    built = [block(mark, " " * len(mark), "list-item")(line) for line in lines]
    return apart.join(source for source, _ in built), [slot for _, slots in built for slot in slots]


def table(rows: list[tuple[Line, Line]]) -> Block:
    sources = [f"| {a.source('', '')} | {b.source('', '')} |" for a, b in rows]
    slots = [
        slot for row in rows for cell in row for slot in [("table-cell", cell.prose), *cell.alts]
    ]
    return "\n".join([sources[0], "|---|:-:|", *sources[1:]]), slots


BLOCKS = st.one_of(
    LINES.map(block("", "", "paragraph")),
    LINES.map(block("", "", "paragraph")),
    LINES.map(block("> ", "> ", "block-quote")),
    LINES.map(block(">> ", "> ", "block-quote")),
    LINES.map(block("- > ", "  > ", "block-quote")),
    LINES.map(block("> - ", ">   ", "list-item")),
    ONE_LINERS.map(block("## ", "", "heading")),
    ONE_LINERS.map(block("", "", "heading", "\n------")),
    st.builds(
        items,
        st.lists(LINES, min_size=1, max_size=3),
        st.sampled_from(["- ", "* ", "1. ", "10) "]),
        st.sampled_from(["\n", "\n\n"]),
    ),
    st.lists(st.tuples(ONE_LINERS, ONE_LINERS), min_size=1, max_size=3).map(table),
    st.sampled_from([
        ("```\nnot *read* {{ x }}\n```", []),
        ("<!-- not read -->", []),
        ("* * *", []),
        ("{{< note >}}", []),
        ("{% include x.html %}", []),
        ("{:.wide}", []),
        ("<div>", []),
        ("</div>", []),
        ("[ref]: http://u.org 'T'", []),
        ("<p>in <i>HTML</i> &amp; so\non</p>", [("paragraph", "in HTML & so on")]),
        ('{{< figure src="u" alt="a &amp; b" >}}', [("alt", "a & b")]),
    ]),
)  # fmt: skip


def check_places(source: str, parsed: Parsed) -> None:
    """Every letter stands for source, in order; what reads alike stands for itself."""
    text = parsed.map.text
    for slot in parsed.slots:
        last = -1
        for offset in range(*slot.span):
            start, end = parsed.map.to_source(Span(offset, offset + 1))
            assert 0 <= start < end <= len(source)
            assert start >= last
            last = start
            letter, place = text[offset], source[start:end]
            assert (
                place == letter
                or (letter in normalize("NFC", place) and not place.isascii())
                or (letter.isspace() and (not place.strip().strip("> \\\r\n") or place == "<br>"))
                or place[0] in "&\\"
                or letter == STAND_IN
                or place in ("''", "<q>", "</q>")
            ), (letter, place)


@given(st.lists(BLOCKS, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]), st.booleans())
@example([("Then **a**\nb", [("paragraph", "Then a b")])], "\r\n", True)
def test_generated_drafts(blocks: list[Block], eol: str, with_front: bool) -> None:
    front = "---\ntitle: É \U0001f600\n---\n" if with_front else ""
    source = front + "\n\n".join(source for source, _ in blocks) + "\n\n[^1]: Foot\n"
    source = source.replace("\n", eol)
    expected = [slot for _, slots in blocks for slot in slots] + [("paragraph", "Foot")]
    if with_front:
        expected.insert(0, ("headline", "É \U0001f600"))
    parsed = parse(source)
    text = parsed.map.text
    read = [(kind, text[span.start : span.end]) for kind, span, _ in parsed.slots]
    assert read == [(kind, normalize("NFC", prose)) for kind, prose in expected]
    assert parsed.problems == ()
    check_places(source, parsed)


# Whatever it is, it is read without complaint

TOKENS = st.sampled_from(
    ["[", "]", "(", ")", "!", "*", "**", "_", "`", "```\n", "~~~\n", "> ", "- ", "1. ", "# ", "\n",
     "\n\n", "\r\n", "\r", "    ", "\t", "  \n", "\\", "\\\n", "&amp;", "&#39;", "&", "<", ">",
     "<b>", "</b>", "<br>", "<!-- x -->", "<!--", "-->", "<div>", "</div>", "<p>", "</p>",
     "<script>", "</script>", '<img alt="a b">', "<code>", "</code>", "<q>", "|", "|---|\n",
     "---\n", "===\n",
     "+++\n", "...\n", "[^1]", "[^1]: ", "![a](b)", "{{", "}}", "{%", "%}", "{{ y }}", "{:.z}",
     "{{< img alt='x y' >}}", "{% comment %}", "{% endcomment %}", "[[toc]]", "import a from 'b'\n",
     "word", "é", "\U0001f600", "e\u0301", "\u2028", "\0", "\ud800", "By Jane Doe", "Photo: ",
     "title: ", "title = ", "'", '"', "key: |\n", "  text\n", "<figcaption>", "{:toc}\n", "</em>"]
)  # fmt: skip


@given(
    st.lists(TOKENS, max_size=25).map("".join),
    st.sampled_from(["{}", "---\n{}\n---\n", "+++\n{}\n+++\n"]),
)
def test_anything_is_read(soup: str, form: str) -> None:
    source = form.format(soup)
    parsed = parse(source)
    text = parsed.map.text
    end = 0
    for slot in parsed.slots:
        assert end <= slot.span.start < slot.span.end <= len(text)
        end = slot.span.end
        last = -1
        for offset in range(*slot.span):
            first, stop = parsed.map.to_source(Span(offset, offset + 1))
            assert last <= first < stop <= len(source)
            last = first
    for value in parsed.metadata.values():
        assert value.source is None or 0 <= value.source.start <= value.source.end <= len(source)


# Front matter

NAMES = st.sampled_from(["title", "deck", "slug", "image_alt", "Summary", "seo title", "body", "x"])
VALUES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
        st.sampled_from(["It's", 'say "no"', "a: b", "# c", "{x}", "\\n", "\n", "\n\n", "  ", "- y",
                         "é\U0001f600", "\u2019", "\t", "words that go on", "C:\\d", "&amp;",
                         "'''", '"""']),
    ),
    max_size=8,
).map(lambda parts: " ".join(parts))  # fmt: skip
FIELDS = st.dictionaries(NAMES, VALUES, min_size=1, max_size=4)
MARKUP = set("&<*_`[")


def check_slots(parsed: Parsed, fields: dict[str, str]) -> None:
    """Every value without markup that is read is read in full, but for its blanks."""
    text = parsed.map.text
    for _, span, name in parsed.slots:
        if name in fields and not MARKUP & set(fields[name]):
            read = text[span.start : span.end]
            assert normalize("NFC", read).split() == normalize("NFC", fields[name]).split()


@given(
    FIELDS,
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([20, 80, 10**6]),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
)
@example({"title": "a\n\nb  c\n d\n"}, ">", 20, True, "\r\n")
@example({"title": "\U0001f600 it's"}, '"', 20, False, "\n")
def test_generated_yaml(
    fields: dict[str, str], style: str | None, width: int, unicode: bool, eol: str
) -> None:
    block = yaml.safe_dump(
        fields, default_style=style, width=width, allow_unicode=unicode, sort_keys=False
    ).replace("\n", eol)
    assume(not any(line.startswith(("---", "...")) for line in block.splitlines()))
    source = f"---{eol}{block}---{eol}Body."
    parsed = parse(source)
    expected = yaml.safe_load(block)
    assert parsed.problems == ()
    assert {key: item.value for key, item in parsed.metadata.items()} == {
        key.lower(): value for key, value in expected.items()
    }
    check_slots(parsed, {key: str(value) for key, value in expected.items()})
    check_places(source, parsed)


def toml_texts(value: str) -> list[Any]:
    """That text in every form that TOML has for it."""
    forms = []
    for literal in (False, True):
        for multiline in (False, True):
            try:
                forms.append(tomlkit.string(value, literal=literal, multiline=multiline))
            except ValueError:
                continue
    return forms


TOML_VALUES: Any = st.recursive(
    st.one_of(
        VALUES.flatmap(lambda value: st.sampled_from(toml_texts(value))),
        st.integers(-99, 99),
        st.booleans(),
        st.dates(),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


def flat(value: Any, path: tuple[str, ...] = ()) -> list[tuple[str, Any]]:
    if isinstance(value, dict):
        return [each for key, item in value.items() for each in flat(item, (*path, key))]
    if isinstance(value, list):
        return [each for item in value for each in flat(item, path)]
    return [(".".join(path).lower(), value)]


@given(st.dictionaries(NAMES, TOML_VALUES, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_generated_toml(fields: dict[str, Any], eol: str) -> None:
    try:
        block = tomlkit.dumps(fields).replace("\r\n", "\n").replace("\n", eol)
        expected = tomllib.loads(block)
        assume(tomlkit.parse(block).as_string() == block)
    except (ValueError, KeyError):  # what tomlkit itself writes amiss
        assume(False)
    assume(not any(line.rstrip() == "+++" for line in block.splitlines()))
    source = f"+++{eol}{block}+++{eol}Body."
    parsed = parse(source)
    assert parsed.problems == ()
    known: dict[str, list[str]] = {}
    for key, value in flat(expected):
        written = str(value).lower() if isinstance(value, bool) else str(value)
        known.setdefault(key, []).append(written)
    found = {key: item.value for key, item in parsed.metadata.items()}
    assert found == {
        f"{key}.{index}" if index else key: value
        for key, values in known.items()
        for index, value in enumerate(values)
    }
    assert all(item.source is not None for item in parsed.metadata.values())
    check_places(source, parsed)
