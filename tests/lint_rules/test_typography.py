"""Marks and blanks: one finding a kind, with all places; mended unseen, words stay."""

from __future__ import annotations

import re

import pytest

from copydesk.testing.rule_examples import apply_edits
from lint_rules.typography.dashes import Dashes
from lint_rules.typography.ellipsis import EllipsisForm
from lint_rules.typography.quote_marks import QuoteMarks
from lint_rules.typography.spacing import Spacing

RULES = (Spacing, Dashes, EllipsisForm, QuoteMarks)


MESS = (
    "The port—shut since May — reopened ;the mayor – a sailor - left…\n\n"
    '“It’s open”, he said. "It\'s  ours ," she said... Then  they left. “We’ll see.”'
)


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize(
    "style",
    [{}, {"dash": "spaced-en", "ellipsis": "…", "quote_shape": "straight"},
     {"dash": "em", "ellipsis": "...", "quote_shape": "curly"}],
)  # fmt: skip
def test_fixes_are_safe_keep_the_words_and_settle_the_matter(lint, kind, style):
    for one in lint(MESS, kind, **style):
        for fix in one.fixes:
            assert fix.safety == "safe"
            fixed = apply_edits(MESS, fix.edits)
            assert re.findall(r"\w+", fixed) == re.findall(r"\w+", MESS)
            assert one.message not in [other.message for other in lint(fixed, kind, **style)]


def test_one_finding_for_all_places_of_a_kind(lint):
    text = "One  two  three  four ,five , six."
    doubled, before = lint(text, Spacing)
    assert len(doubled.related) == 2
    assert len(before.related) == 1
    assert apply_edits(text, doubled.fixes[0].edits) == "One two three four ,five , six."
    assert apply_edits(text, before.fixes[0].edits) == "One  two  three  four, five, six."


@pytest.mark.parametrize(
    "text",
    [
        "She won 3 : 2 at 10:30; see std::vector and a:b, x;y; R&amp;D.",
        "The library re:Invent, the site http://a.example/b,c;D:Ef and CO,LTD.",
        "He waited . . . and left. Then ... nothing. “Well ...” he said :)",
        "It cost 1,000.50 in the U.S., e.g. in St. Louis.",
        "Rates:     4     5     6",
        "Her son (aged 5) left [sic] at 5 p.m.",
    ],
)
def test_blanks_that_are_right(lint, text):
    assert lint(text, Spacing) == ()


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, Norway (Agency) — The port – shut since May – reopened.",
        "OSLO — The port – shut since May – reopened.",
        "The war of 1914–18 – the first – was long; the Paris–Berlin train – late – left 3–2.",
        "The port – shut since May – reopened.\n\n— Ann Poe, mayor",
        "Oslo – Bergen\n\nThe port — shut since May — reopened.",
        "They f—k up – again – in the fallen “Oslo—” of the song.",
    ],
)
def test_dashes_that_are_right(lint, text):
    assert lint(text, Dashes) == ()


def test_dashes_without_a_majority_are_shown_and_not_mended(lint):
    (one,) = lint("The port—shut since May—reopened; the mayor – a sailor – left.", Dashes)
    assert one.fixes == ()
    assert "spaced em dash twice" in one.evidence


def test_a_pair_of_two_shapes_is_left_to_another_rule(lint):
    assert lint('“We are open," she said.', QuoteMarks) == ()


def test_quotations_and_apostrophes_of_one_mind_make_one_finding(lint):
    text = '“It’s open,” he said. “It’s ours.” “We’ll see.” "It\'s late," she said.'
    (one,) = lint(text, QuoteMarks)
    assert one.message == "The story mixes straight and curly quotation marks and apostrophes."
    mended = apply_edits(text, one.fixes[0].edits)
    assert mended == "“It’s open,” he said. “It’s ours.” “We’ll see.” “It's late,” she said."
    (rest,) = lint(mended, QuoteMarks)  # a word in a quotation is not changed unseen
    assert (one.fixes[0].safety, rest.fixes[0].safety) == ("safe", "suggested")
    assert apply_edits(mended, rest.fixes[0].edits) == (
        "“It’s open,” he said. “It’s ours.” “We’ll see.” “It’s late,” she said."
    )


def test_nested_quotations_change_places(lint):
    text = "She said: ‘We heard “no” and “yes” all day.’"
    (one,) = lint(text, QuoteMarks, quote_marks="double")
    assert apply_edits(text, one.fixes[0].edits) == "She said: “We heard ‘no’ and ‘yes’ all day.”"


def test_code_is_left_alone(lint):
    text = 'Write `a  ,b;cd ... "x"` – then — go…'
    assert [
        one.rule for kind in (Spacing, QuoteMarks) for one in lint(text, kind, form="markdown")
    ] == []
