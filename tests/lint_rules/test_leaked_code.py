"""What a fix of leftover/markup never throws away: addresses, and tags that somebody escaped."""

from __future__ import annotations

import pytest

from copydesk import check_text

pytestmark = pytest.mark.unit


def fixes(text: str, form: str) -> list[list[str]]:
    """The safety of each fix of each finding of the rule."""
    (report,) = check_text(text, format=form).files
    return [
        [fix.safety for fix in one.fixes]
        for one in report.findings
        if one.rule == "leftover/markup"
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<p>See the [chart](https://example.org/chart) of the bay.</p>", "html"),
        ("<p>See ![a buoy](/buoy.jpg) in the bay.</p>", "html"),
        ("<ul>\n<li>[The log](https://example.org/log)</li>\n</ul>\n", "markdown"),
        ("<div>\nThe **north** buoy is lit.\n</div>\n", "markdown"),
        ("The chart is in <b>HTML</b> now, they said.\n", "text"),
    ],
)
def test_no_fix_is_offered(text: str, form: str) -> None:
    assert fixes(text, form) == [[]]


@pytest.mark.parametrize(
    ("text", "form", "safety"),
    [
        ("<p>The buoy is lit.&lt;br&gt;It is red.</p>", "html", "suggested"),
        ("<p>&lt;p&gt;The buoy is lit.&lt;/p&gt;</p>", "html", "suggested"),
        ("The buoy is lit.\\<br\\>It is red.\n", "markdown", "suggested"),
        ("The buoy is lit.&lt;br /&gt;It is red.\n", "markdown", "suggested"),
        ("<p>The &#60;b>north&#60;/b> buoy is lit.</p>", "html", "suggested"),
        ("The buoy is lit.<br>It is red.\n", "text", "safe"),
        ("<p>The **north** buoy is lit.</p>", "html", "safe"),
    ],
)
def test_what_was_escaped_is_not_deleted_unseen(text: str, form: str, safety: str) -> None:
    assert fixes(text, form) == [[safety]]
