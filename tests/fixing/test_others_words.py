"""No safe fix touches code, a name or what somebody else has written; the copy is still mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cli import main

SCRIPT = '{ a: "the the  b" }'
CREW = "The crew didn't wait, and it wasn't there. He's gone, she's not, and they'll wait.\n"


def fixed(folder: Path, name: str, text: str, *words: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    main(["check", "--fix", "--date", "2031-04-15", *words, str(path)])
    return path.read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        "Niamh O’Hara met Yves d’Arc at the quay.",
        "> There’s one boat that we’d like to see.",
        "“There’s no boat,” she said.",
        "The ships left N’Djamena and Xi’an.",
        "> It rose – at last – to ten — or so.",
    ],
)
def test_apostrophes_of_others_are_kept(tmp_path: Path, words: str) -> None:
    text = f"{words}\n\n{CREW}"
    assert fixed(tmp_path, "a.md", text) == text


def test_they_are_changed_if_the_editor_says_so(tmp_path: Path) -> None:
    text = fixed(tmp_path, "a.md", f"Niamh O’Hara left.\n\n{CREW}", "--suggested")
    assert text == f"Niamh O'Hara left.\n\n{CREW}"


def test_the_papers_own_are_mended_beside_them(tmp_path: Path) -> None:
    text = f"Niamh O’Hara didn’t sail.\n\n{CREW}"
    assert fixed(tmp_path, "a.md", text) == text.replace("didn’t", "didn't")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title = 'It’s new'", 'title = "It\'s new"'),
        ('title = "It’s new"', 'title = "It\'s new"'),
        ("title = '''It’s new'''", None),
        ("title = 'It’s a \"new\" one'", None),
        ("title = 'A\\B isn’t new'", None),
    ],
)
def test_a_literal_string_of_toml(tmp_path: Path, before: str, after: str | None) -> None:
    text = fixed(tmp_path, "a.md", f"+++\n{before}\n+++\n\n{CREW}")
    assert "&#" not in text
    assert text.splitlines()[1] in (before, after or before.replace("’", "'"))
    if after:
        assert text.splitlines()[1] == after


@pytest.mark.parametrize("form", ["js", "javascript", "json", "toml", "yaml"])
def test_front_matter_in_a_language_of_its_own_is_no_copy(tmp_path: Path, form: str) -> None:
    fields = {"json": '{"a": "the the  b"}', "toml": 'a = "the the  b"', "yaml": "a: the the  b"}
    text = f"---{form}\n{fields.get(form, SCRIPT)}\n---\n\nThe the boat left.\n"
    assert fixed(tmp_path, "a.md", text) == text.replace("The the", "The")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("See the [the old pier](x.md) today.", "See [the old pier](x.md) today."),
        ("See the **the old pier** today.", "See **the old pier** today."),
        ("See the <!-- a --> the old pier.", "See <!-- a --> the old pier."),
        ("See the the [old pier](x.md) today.", "See the [old pier](x.md) today."),
        ("See <b>the</b> the old pier today.", "See <b>the</b> old pier today."),
    ],
)
def test_a_doubled_word_at_markup(tmp_path: Path, before: str, after: str) -> None:
    assert fixed(tmp_path, "a.md", f"{before}\n", "--suggested") == f"{after}\n"


def test_plain_text_that_is_no_sentence_is_not_mended_unseen(tmp_path: Path) -> None:
    text = "Harbour notes\n\nTern,gull  skua,heron\n\nThe boats came  back at noon.\n"
    wanted = text.replace("came  back", "came back")
    assert fixed(tmp_path, "a.txt", text) == wanted


def test_no_fix_changes_code(tmp_path: Path) -> None:
    text = 'He uses `kind="pier”` now.\n\nIt was the `the the` that he wrote.\n'
    assert fixed(tmp_path, "a.md", text, "--suggested") == text
