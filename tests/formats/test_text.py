"""The text output: how it looks, what it folds and cuts, and that it does no harm."""

from __future__ import annotations

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.formats.advice import advice
from copydesk.formats.summary import harmless, one_line, quoted, sentences
from copydesk.formats.text import COLORS
from copydesk.formats.text import write as parts
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.placed import PlacedFinding, PlacedFix, PlacedRelated, Position, Range
from copydesk.report import FileReport, Report


def write(report: Report, screen: Screen) -> str:
    return "".join(parts(report, screen))


PATH = "drafts/budget.md"
PLAIN, COLOR = Screen(), Screen(color=True)


def at(line: int, words: str = "") -> Range:
    return Range(Position(0, line, 1), Position(len(words), line, 1 + len(words)), words)


def see(line: int, words: str, message: str = "", path: str = PATH) -> PlacedRelated:
    return PlacedRelated(path, at(line, words), message)


def fault(
    line: int = 1,
    sentence: str = "The [[adviser]] left.",
    message: str = "The house form is “advisor”.",
    evidence: str = "",
    fix: str = "",
    *,
    rule: str = "spelling/house-form",
    severity: Severity = Severity.STYLE,
    safety: str = "suggested",
    related: tuple[PlacedRelated, ...] = (),
) -> PlacedFinding:
    """A finding; the faulty words stand in double brackets in the sentence."""
    before, _, rest = sentence.partition("[[")
    words, _, after = rest.partition("]]")
    marked = Span(len(before), len(before) + len(words))
    fixes = (PlacedFix(fix, safety, ()),) if fix else ()
    context = before + words + after
    place = at(line, words)
    return PlacedFinding(
        PATH, rule, severity, message, evidence, place, context, marked, related, fixes
    )


def report(*findings: PlacedFinding) -> Report:
    return Report((FileReport(PATH, findings),))


def shown(*findings: PlacedFinding, screen: Screen = PLAIN) -> list[str]:
    """The lines below the path and above the summary."""
    text = write(report(*findings), screen._replace(verbosity=-1))
    return text.splitlines()[2:]


def copy_of(sentence: str, width: int = 80) -> str:
    """How a sentence with its marks is shown, joined to one line."""
    lines = shown(fault(sentence=sentence), screen=Screen(width=width))
    return " ".join(line[9:] for line in lines if line.startswith("      |  "))


SUM = fault(
    3,
    "The cut takes $4.2 million from parks and $1.1 million from roads, for a total of "
    "[[$5.5 million]], said Dana Whitlock, the council's budget chair.",
    "The parts add up to $5.3 million, not to $5.5 million.",
    "$4.2 million + $1.1 million = $5.3 million",
    "Change “$5.5 million” to “$5.3 million”",
    rule="figures/sum",
    severity=Severity.STOP,
    related=(see(1, "$5.3 million"),),
)
FORM = [
    fault(
        line,
        f"{who} [[adviser]] agreed.",
        evidence="House style, entry “advisor”",
        fix="Change “adviser” to “advisor”",
        safety="safe",
    )
    for line, who in ((5, "An"), (7, "Another"), (7, "A third"))
]
NAME = fault(
    6,
    "“We looked at every line,” [[Witlock]] said, adding that the library, the pool, the senior "
    "centre on Garfield Street, the two ice rinks, the bandstand and the summer reading "
    "programme, which costs less than a dollar per child per day, had all been spared.",
    "“Witlock” here, but “Whitlock” elsewhere.",
    "“Whitlock” stands 3 times, “Witlock” once",
    rule="names/spelling",
    severity=Severity.FIX,
    related=(see(3, "Dana Whitlock", "first named"), see(12, "D. Whitlock", path="drafts/old.md")),
)
RINKS = fault(
    6,
    NAME.context.replace("two ice rinks", "[[two ice rinks]]"),
    "Are there two ice rinks? The story of Feb. 3 has three.",
    rule="figures/count",
    severity=Severity.ASK,
)
FULL = Report(
    (
        FileReport(PATH, (SUM, FORM[0], NAME, RINKS, *FORM[1:]), held=2),
        FileReport("drafts/piscine.md", (), (), 1, "fr"),
        FileReport("drafts/pool.md"),
        FileReport(
            "drafts/rinks.md",
            (fault(1, "The hearing is [[Monday, March 4]].", "March 4 is a Tuesday.",
                   "Story date 2025-02-27 (dateline)",
                   rule="dates/weekday", severity=Severity.STOP)._replace(path="drafts/rinks.md"),),
            (Problem("the rule crashed", "drafts/rinks.md", "names/spelling"),),
        ),
    ),
    (),
    40,
)  # fmt: skip

GOLDEN = """\
drafts/budget.md

  stop   figures/sum  line 3
      |  The cut takes $4.2 million from parks and $1.1 million from roads, for
      |  a total of »$5.5 million«, said Dana Whitlock, the council's budget
      |  chair.
         The parts add up to $5.3 million, not to $5.5 million.
    why  $4.2 million + $1.1 million = $5.3 million
    see  line 1: “$5.3 million”
     do  Change “$5.5 million” to “$5.3 million”

  style  spelling/house-form  line 5  ×3, also line 7 (×2)
      |  An »adviser« agreed.
         The house form is “advisor”.
    why  House style, entry “advisor”
     do  Change “adviser” to “advisor” (safe)

  fix    names/spelling  line 6
      |  “We looked at every line,” »Witlock« said, adding that the library, the
      |  pool, the senior centre on Garfield Street, the two ice rinks, …
         “Witlock” here, but “Whitlock” elsewhere.
    why  “Whitlock” stands 3 times, “Witlock” once
    see  line 3: “Dana Whitlock” (first named)
         drafts/old.md:12: “D. Whitlock”

  ask    figures/count  line 6
      |  … the pool, the senior centre on Garfield Street, the »two ice rinks«,
      |  the bandstand and the summer reading programme, which …
         Are there two ice rinks? The story of Feb. 3 has three.

drafts/rinks.md

  stop   dates/weekday  line 1
      |  The hearing is »Monday, March 4«.
         March 4 is a Tuesday.
    why  Story date 2025-02-27 (dateline)

4 files, 7 findings: 2 stop, 1 fix, 3 style, 1 ask.
3 can be fixed safely.
3 suppressed by overrides.
1 file is not in English (fr): English-only rules were skipped.
Not everything could be checked: 1 error in 1 file.
"""


def test_full_output() -> None:
    assert write(FULL, PLAIN) == GOLDEN


def test_quiet_leaves_the_summary_out() -> None:
    assert write(FULL, Screen(verbosity=-1)) == GOLDEN[: GOLDEN.index("\n4 files")]
    assert write(Report((FileReport("a.md"),)), Screen(verbosity=-1)) == ""


def test_verbose_names_the_files_without_findings() -> None:
    files = "drafts/piscine.md: no findings, 1 suppressed by overrides, not in English (fr)\n"
    files += "drafts/pool.md: no findings\n"
    summary = GOLDEN.index("4 files")
    expected = f"{GOLDEN[:summary]}{files}\n{GOLDEN[summary:]}40 rules in force.\n"
    assert write(FULL, Screen(verbosity=1)) == expected
    torn = Report((FileReport("a.md", (), (Problem("cannot be read", "a.md"),)),))
    assert write(torn, Screen(verbosity=1)).startswith("a.md: not checked in full\n\n")


def test_narrow_and_wide_screens() -> None:
    assert shown(SUM, screen=Screen(width=40)) == [
        "  stop   figures/sum  line 3",
        "      |  … for a total of »$5.5",
        "      |  million«, said Dana …",
        "         The parts add up to $5.3",
        "         million, not to $5.5 million.",
        "    why  $4.2 million + $1.1 million =",
        "         $5.3 million",
        "    see  line 1: “$5.3 million”",
        "     do  Change “$5.5 million” to “$5.3",
        "         million”",
    ]
    long = fault(message="words " * 60)
    assert shown(long, screen=Screen(width=500)) == shown(long, screen=Screen(width=100))
    assert shown(long, screen=Screen(width=0)) == shown(long, screen=Screen(width=30))


def test_color_marks_words_and_never_stands_alone() -> None:
    plain, color = write(FULL, PLAIN), write(FULL, COLOR)
    assert color.splitlines()[0] == "\x1b[1mdrafts/budget.md\x1b[0m"
    assert color.splitlines()[2] == "  \x1b[1;38;5;160mstop \x1b[0m  figures/sum  line 3"
    assert "An \x1b[1;4;38;5;32madviser\x1b[0m agreed." in color
    assert "\x1b[1mThe house form is “advisor”.\x1b[0m" in color
    bare = re.sub(r"\x1b\[[\d;]*m", "", color)
    assert bare == plain.replace("»", "").replace("«", "")


def test_color_of_parted_words_stops_at_the_end_of_the_line() -> None:
    long = fault(sentence="It is [[one two three four five six seven]] eight.")
    copied = shown(long, screen=Screen(color=True, width=30))[2:5]
    assert copied == [
        "      |  It is \x1b[1;4;38;5;32mone two three\x1b[0m",
        "      |  \x1b[1;4;38;5;32mfour five six seven\x1b[0m",
        "      |  eight.",
    ]


def luminance(color: int) -> float:
    """The relative luminance of one of the 216 colours (WCAG)."""
    steps = (0, 95, 135, 175, 215, 255)
    parts = [steps[(color - 16) // base % 6] / 255 for base in (36, 6, 1)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("severity", Severity)
def test_colors_can_be_read_on_light_and_dark(severity: Severity) -> None:
    light = luminance(COLORS[str(severity)])
    assert 1.05 / (light + 0.05) >= 3.5
    assert (light + 0.05) / 0.05 >= 3.5
    assert len(set(COLORS.values())) == len(Severity)


def test_the_same_fault_is_shown_once() -> None:
    assert len(shown(*[fault()] * 4)) == len(shown(fault()))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([2], "line 2"),
        ([2, 9], "line 2  ×2, also line 9"),
        ([2, 9, 9], "line 2  ×3, also line 9 (×2)"),
        ([2, 9, 9, 14], "line 2  ×4, also lines 9 (×2) and 14"),
        ([2, 2], "line 2  ×2"),
        ([2, 2, 9], "line 2  ×3, also lines 2 and 9"),
    ],
)
def test_lines_of_the_folded_are_named(lines: list[int], expected: str) -> None:
    same = [fault(line) for line in lines]
    assert shown(*same)[0] == f"  style  spelling/house-form  {expected}"


@pytest.mark.parametrize(
    "other",
    [
        fault(2, rule="spelling/other"),
        fault(2, message="Another message."),
        fault(2, evidence="Another witness"),
        fault(2, fix="Another thing to do"),
        fault(2, severity=Severity.STOP),
    ],
)
def test_other_faults_are_not_folded(other: PlacedFinding) -> None:
    assert not any("×" in line for line in shown(fault(1), other))


def test_files_are_not_folded_together() -> None:
    files = Report((FileReport("a.md", (fault(),)), FileReport("b.md", (fault(),))))
    assert "×" not in write(files, PLAIN)


def test_many_repeats_are_cut_unless_verbose() -> None:
    many = [fault(line) for line in range(1, 31)]
    assert " ".join(line.strip() for line in shown(*many)[:2]) == (
        "style  spelling/house-form  line 1  ×30, also lines 2, 3, 4, 5, 6, 7, 8, 9, 10, "
        "11, 12, 13 and 17 more"
    )
    assert "29 and 30\n" in write(report(*many), Screen(verbosity=1))


def test_safe_is_not_said_of_more_than_are_safe() -> None:
    folded = [fault(fix="Change it", safety=safety) for safety in ("safe", "suggested", "safe")]
    assert shown(*folded)[-1] == "     do  Change it (safe for 2 of 3)"
    assert shown(folded[1])[-1] == "     do  Change it"
    assert "2 can be fixed safely." in write(report(*folded), PLAIN)


def test_only_the_first_fix_is_offered() -> None:
    fixes = (PlacedFix("Do this", "suggested", ()), PlacedFix("Do that", "safe", ()))
    text = write(report(fault()._replace(fixes=fixes)), PLAIN)
    assert "     do  Do this\n" in text
    assert "that" not in text
    assert "safe" not in text


def test_witnesses_are_cut_at_five_unless_verbose() -> None:
    many = fault(related=tuple(see(line, f"word {line}") for line in range(1, 8)))
    assert shown(many)[3:] == [
        "    see  line 1: “word 1”",
        *(f"         line {line}: “word {line}”" for line in (2, 3, 4, 5)),
        "         and 2 more",
    ]
    assert "line 7: “word 7”" in write(report(many), Screen(verbosity=1))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (see(4, "", "the dateline"), "line 4: the dateline"),
        (see(4, ""), "line 4"),
        (see(4, "two\n  lines"), "line 4: “two lines”"),
        (see(4, "word " * 20), "line 4: “word" + " word" * 11 + " …”"),
        (see(4, "x", path="o\nld.md"), "o\\u{a}ld.md:4: “x”"),
    ],
)
def test_witness(place: PlacedRelated, expected: str) -> None:
    assert shown(fault(related=(place,)))[-1] == f"    see  {expected}"


LEFT = "one two three four five six seven eight nine ten eleven twelve " * 5
RIGHT = "and so on and on and on and so forth and back and forth and off " * 5


def test_long_sentences_are_cut_around_the_words() -> None:
    middle = copy_of(f"{LEFT}[[HERE]] {RIGHT}")
    assert middle.startswith("… one two three four")
    assert "twelve »HERE« and so" in middle
    assert middle.endswith(" …")
    assert 110 <= len(middle) <= 140
    first = copy_of(f"[[HERE]] {RIGHT}")
    assert first.startswith("»HERE« and so")
    assert first.endswith(" …")
    assert 110 <= len(first) <= 140
    last = copy_of(f"{LEFT}[[HERE]].")
    assert last.startswith("… ")
    assert last.endswith("twelve »HERE«.")
    assert 110 <= len(last) <= 140


def test_long_words_lose_their_middle() -> None:
    cut = copy_of(f"Then [[{LEFT.strip()}]] end.")
    assert cut.startswith("Then »one two three")
    assert cut.endswith("eleven twelve« end.")
    assert cut.count("…") == 1


def test_word_without_a_blank_is_cut_and_parted() -> None:
    cut = copy_of(f"{'x' * 500}[[y]]{'z' * 500}").replace(" ", "")
    assert re.fullmatch("…x+»y«z+…", cut)
    lines = shown(fault(sentence=f"[[{'y' * 95}]]."))
    assert lines[1:3] == [f"      |  »{'y' * 70}", f"      |  {'y' * 25}«."]


def test_blank_words_are_seen() -> None:
    assert copy_of("It ended.[[  ]]Then it began.") == "It ended.»··«Then it began."
    assert copy_of("10[[\u00a0]]miles") == "10»\\u{a0}«miles"
    assert copy_of("a[[" + "\n" * 20 + "]]b") == "a»" + "\\u{a}" * 8 + "…«b"


def test_place_without_words_is_seen() -> None:
    assert copy_of("The talks[[]] ended.") == "The talks»« ended."
    colored = shown(fault(sentence="The talks[[]] ended."), screen=COLOR)
    assert "The talks\x1b[1;4;38;5;32m»«\x1b[0m ended." in colored[1]


def test_line_breaks_of_the_draft_become_blanks() -> None:
    assert copy_of("One\r\n  two [[three\n four]]\n\nfive.") == "One two »three four« five."


def test_no_line_begins_or_ends_in_a_blank() -> None:
    odd = fault(message=" one" + " " * 70 + "two ")
    assert shown(odd)[2:] == ["         one", "         two"]


def test_finding_without_a_sentence() -> None:
    override = fault()._replace(context="", marked=Span(0, 0), range=at(8, "<!-- stet: a/b -->"))
    assert shown(override)[1] == "      |  »<!-- stet: a/b -->«"
    whole = fault()._replace(context="", marked=Span(0, 0), range=at(1))
    assert shown(whole) == [
        "  style  spelling/house-form  line 1",
        "         The house form is “advisor”.",
    ]


def problems(number: int) -> tuple[Problem, ...]:
    return (Problem("it crashed", "a.md"),) * number


CLEAN = FileReport("a.md")
FOUND = FileReport("b.md", (fault(),))


@pytest.mark.parametrize(
    ("files", "of_the_run", "expected"),
    [
        ([], 0, ["No files were checked."]),
        ([CLEAN], 0, ["No findings in 1 file."]),
        ([CLEAN] * 12, 0, ["No findings in 12 files."]),
        ([FOUND], 0, ["1 file, 1 finding: 1 style."]),
        ([FOUND] * 1200, 0, ["1,200 files, 1,200 findings: 1,200 style."]),
        ([CLEAN._replace(held=1)], 0, ["No findings in 1 file.", "1 suppressed by overrides."]),
        (
            [CLEAN._replace(skipped="fr"), CLEAN._replace(skipped="de\x1b"), CLEAN],
            0,
            [
                "No findings in 3 files.",
                "2 files are not in English (de\\u{1b}, fr): English-only rules were skipped.",
            ],
        ),
        (
            [CLEAN._replace(skipped="language " * 9)],
            0,
            [
                "No findings in 1 file.",
                "1 file is not in English (language language la): English-only rules were skipped.",
            ],
        ),
        (
            [CLEAN._replace(problems=problems(2)), CLEAN._replace(problems=problems(1))],
            0,
            [
                "No files were checked in full.",
                "Not everything could be checked: 3 errors in 2 files.",
            ],
        ),
        (
            [CLEAN._replace(problems=problems(1))],
            1,
            ["No files were checked in full.", "Not everything could be checked: 2 errors."],
        ),
    ],
)
def test_summary(files: list[FileReport], of_the_run: int, expected: list[str]) -> None:
    assert sentences(Report(tuple(files), problems(of_the_run))) == expected


def test_problems_are_left_to_the_command_line() -> None:
    assert "crashed" not in write(FULL, Screen(verbosity=2))


def test_every_character_that_acts_or_hides_is_written_out() -> None:
    visible_signs = {0x6DD, 0x70F, 0x8E2, 0x110BD, 0x110CD}
    visible_signs |= {*range(0x600, 0x606), *range(0x890, 0x892), *range(0x13430, 0x13440)}
    for number in range(sys.maxunicode + 1):
        char = chr(number)
        acts = unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        if acts and number not in visible_signs:
            assert harmless(char) == f"\\u{{{number:x}}}", hex(number)
    for char in "\u034f\u115f\u3164\uffa0":
        assert harmless(char) == f"\\u{{{ord(char):x}}}"
    for char in "aé½→…\u00a0漢😀\u0301\ufe0f":
        assert harmless(char) == char
    assert one_line("a\r\n\tb\u2028c\x0b  d") == "a b c d"


ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60) | st.text(
    "a \n\t\x1b\x02\x03[]»«\u202e\u200b\ud800.", max_size=200
)
RELATED = st.builds(PlacedRelated, ANY_TEXT, st.builds(at, st.integers(1, 99), ANY_TEXT), ANY_TEXT)
FIXES = st.builds(PlacedFix, ANY_TEXT, st.sampled_from(["safe", "suggested"]), st.just(()))


@st.composite
def placed(draw: st.DrawFn) -> PlacedFinding:
    context = draw(ANY_TEXT)
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(context))] * 2)))
    return PlacedFinding(
        draw(ANY_TEXT),
        draw(ANY_TEXT),
        draw(st.sampled_from(Severity)),
        draw(ANY_TEXT),
        draw(ANY_TEXT),
        at(draw(st.integers(1, 99)), draw(ANY_TEXT)),
        context,
        Span(start, end),
        tuple(draw(st.lists(RELATED, max_size=3))),
        tuple(draw(st.lists(FIXES, max_size=2))),
    )


REPORTS = st.builds(
    Report,
    st.lists(
        st.builds(
            FileReport,
            ANY_TEXT,
            st.lists(placed(), max_size=3).map(tuple),
            st.just(()),
            st.integers(0, 3),
            ANY_TEXT,
        ),
        max_size=3,
    ).map(tuple),
)
SCREENS = st.builds(Screen, st.booleans(), st.integers(-5, 130), st.integers(-2, 2))


@given(REPORTS, SCREENS)
@example(report(fault(sentence="a [[\x1b]0;owned\x07\x9b2J]] b", message="\x1b[31m\r\n")), PLAIN)
def test_no_draft_reaches_the_terminal_raw(some: Report, screen: Screen) -> None:
    text = write(some, screen)
    assert text.encode("utf-8").decode("utf-8") == text
    bare = re.sub(r"\x1b\[(0|1|1;4;38;5;\d+|1;38;5;\d+)m", "", text) if screen.color else text
    for char in set(bare) - {"\n"}:
        assert harmless(char) == char
    assert text == "" or (text.endswith("\n") and not text.endswith("\n\n"))
    paths = {harmless(file.path) for file in some.files}
    width = max(30, min(100, screen.width))
    for line in bare.split("\n"):
        names_file = any(line == path or line.startswith(f"{path}: ") for path in paths)
        assert len(line) <= width or names_file
    assert write(some, screen) == text


@given(placed(), st.integers(30, 100))
def test_color_breaks_the_lines_where_plain_does(one: PlacedFinding, width: int) -> None:
    plain, color = (write(report(one), Screen(color, width)) for color in (False, True))
    assert plain.count("\n") == color.count("\n")
    for line in color.splitlines():
        assert line.count("\x1b[0m") * 2 == line.count("\x1b")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the corridor", "“the corridor”"),
        ("“The corridor,” Poe said", "“The corridor,” Poe said"),
        ('"The corridor," Poe said', '"The corridor," Poe said'),
        ("Poe said “yes”", "“Poe said “yes””"),
    ],
)
def test_words_that_begin_with_a_quotation_mark_are_not_quoted_again(
    words: str, shown: str
) -> None:
    assert quoted(words) == shown


def test_a_witness_is_quoted_once() -> None:
    words = "“The corridor feeds people,” Poe said"
    finding = fault(related=(see(1, words, "the post"),))
    assert f"    see  line 1: {words} (the post)" in shown(finding)
    assert f"See line 1: {words} (the post)." in advice(finding)
