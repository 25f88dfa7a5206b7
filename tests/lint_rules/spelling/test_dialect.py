"""American and British spelling: which words tell, which side a story is on, what is said."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

import pytest

from copydesk import Severity
from copydesk.engine import check
from copydesk.rules.info import RuleInfo
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.terms.compile import compile_over, compile_packs
from copydesk.terms.layered import OverTable
from copydesk.terms.pack import Pack, read_pack
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import apply_edits, document, read_marks
from lint_rules.spelling.dialect import Dialect

FOLDER = Path(__file__).resolve().parents[3] / "lint_rules" / "spelling"


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(
        read_pack(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("dialect*.toml"))
    )


@cache
def table() -> TermTable:
    return TermTable(compile_packs(packs()))


@pytest.fixture
def found(lint):
    return partial(lint, rule=Dialect, table=table())


def words(text, findings):
    return [text[slice(*one.span)] for one in findings]


def test_there_are_many_pairs_and_no_form_is_on_both_sides():
    both = [entry.avoid for pack in packs() for entry in pack.entries if entry.variants]
    assert len(both) > 11_000
    american = {us for us, _ in both}
    british = {uk for _, uk in both}
    one_sided = {form for pack in packs() for entry in pack.entries for form in entry.avoid}
    assert not american & british
    for pack in packs():
        for entry in pack.entries:
            assert entry.variants or not set(entry.avoid) & (american | british)
    for word in ("program", "practice", "meter", "check", "license", "story", "draft", "tire",
                 "curb", "prise", "inquiry", "judgment", "analyses", "colorectal", "exercise",
                 "advise", "promise", "franchise", "gases", "towards", "whisky"):  # fmt: skip
        assert word not in one_sided


MIXED = [
    "Their neighbours praised the defence of the harbour, a [[color]] of honour.",
    "They traveled to the harbor. A [[neighbouring]] port is gray.",
    "They realise that to [[organize]] it costs them; the colour and the flavour are new.",
    "The colour was chosen; the honour was theirs. [[Neighboring]] towns agreed.",
    # In quotations only where the story is sure, or has the same word.
    "“It is our [[defense]],” she said. Their defence is new.",
    # Right: names of bodies, words of both sides, Oxford, Canada, one side in quotations alone.
    "The Department of Defense praised the colour of Pearl Harbor and the Kennedy Center.",
    "Labour won; the color of the harbor is gray. Labour said so.",
    "Labor lost in Sydney; the colour of the harbour is new.",
    "The World Health Organization and the International Labor Office met at the theatre centre.",
    "They organize and recognize the colours of the centre.",
    "They analyze the colour and the flavour of the harbour.",
    "The licence to practise was dear; a license, a check and a story on tires and meters.",
    "“Our defense is new,” he said. “Our defence is old,” she said.",
    "The colour is new; see color.example.org, #color, @color and mail@color.org.",
    "THE COLOR OF MONEY. The colour of money; the honour of the harbour.",
]


@pytest.mark.parametrize("text", MIXED)
def test_a_story_that_mixes(found, text):
    marked = read_marks(text)
    assert [one.span for one in found(marked.text)] == list(marked.spans)


def test_a_tie_is_shown_and_decided_by_nobody(found):
    (one,) = found("The colour is new. The flavor is old. The harbour and the gray wall.")
    assert not one.fixes
    assert one.severity == Severity.FIX
    assert "“flavor”" in one.evidence
    assert "“colour”" in one.evidence
    assert len(one.related) == 3


def test_a_quotation_is_a_matter_of_style_and_is_never_mended_unseen(found):
    text = "“Our defense is new,” he said. Their defence is old, their harbour gray and honoured."
    one = found(text)[0]
    assert text[slice(*one.span)] == "defense"
    assert one.severity == Severity.STYLE
    (one,) = found("“Our defense is new,” he said.", dialect="british")
    assert one.fixes[0].safety == "suggested"


def test_the_witnesses_are_the_storys_own_places(found):
    text = "A defence, a defence and a harbour. They traveled."
    (one,) = found(text)
    assert [text[slice(*other.span)] for other in one.related] == ["defence", "defence", "harbour"]
    assert one.evidence == "British: “defence” (2 times), “harbour”; American: “traveled”."


@pytest.mark.parametrize(
    ("dialect", "wrong"),
    [
        ("american", ["colour", "tyre", "organise", "cancelled", "programme"]),
        ("british", ["honor", "organize"]),
        ("", []),
    ],
)
def test_the_style_decides(found, dialect, wrong):
    text = (
        "The colour of a tyre. They organise what was cancelled. "
        "An honor; they organize a programme."
    )
    if dialect:
        assert words(text, found(text, dialect=dialect)) == wrong
        fixes = tuple(edit for one in found(text, dialect=dialect) for edit in one.fixes[0].edits)
        assert (
            words(apply_edits(text, fixes), found(apply_edits(text, fixes), dialect=dialect)) == []
        )
        assert all(one.fixes[0].safety == "safe" for one in found(text, dialect=dialect))
    else:
        assert all(not one.related or one.severity == Severity.FIX for one in found(text))


def test_plain_ize_is_no_fault_in_british_copy(found):
    assert (
        words(
            "They organize and recognize the program.",
            found("They organize and recognize the program.", dialect="british"),
        )
        == []
    )


def test_a_capital_is_kept(found):
    text = "Neighboring towns agreed."
    (one,) = found(text, dialect="british")
    assert apply_edits(text, one.fixes[0].edits) == "Neighbouring towns agreed."


def test_a_word_that_the_newsrooms_own_list_wants_shows_no_dialect() -> None:
    own = '[forms]\n"theatre" = ["theater"]\n"harbor" = ["harbour"]\n'
    over = OverTable(compile_over(table(), [read_pack("own.toml", own)]), table())
    rules = RuleSet(
        (LazyRule.of(RuleInfo.of(Dialect)),),
        {"spelling/dialect": Severity.FIX, "house/terms": Severity.STYLE},
        table=over,
    )
    text = "The theatre has a new color. The neighbor’s favorite harbor is there, by the theatre."
    assert check(document(text), rules).findings == ()
    (one,) = check(document(f"{text} Its flavour is old."), rules).findings
    assert one.rule == "spelling/dialect"


def test_few_words_of_a_side_do_not_say_which_spelling_to_use(found):
    few = "Their neighbours praised the labour. A color is gray."
    many = "Neighbours, labour, honour, flavour, harbours and odours: all praised the color."
    assert [one.message for one in found(few)] == [
        "American “color” in a story that also uses British spelling."
    ]
    assert [one.message for one in found(few.replace(" is gray", ""))] == [
        "American “color” here, British spelling elsewhere in the story."
    ]
    assert [one.message for one in found(many)] == [
        "“color” is American spelling: use British “colour”."
    ]
