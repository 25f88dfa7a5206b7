"""The review: decisions one by one, undone, saved; on a real screen and as a dialogue."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.cli.commands.review import _accepting, _keeper, _stories
from copydesk.files.discover import Draft
from copydesk.review import kept
from copydesk.review.controller import Controller
from copydesk.review.open import open_story
from copydesk.review.page import heading, keys, noted, page
from copydesk.review.plain import converse
from copydesk.review.save import Keeper
from copydesk.review.session import Session
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

DAY = "2025-04-15"
STORY = (Path(__file__).parent / "story.txt").read_text("utf-8")


def session_of(*names: str) -> Session:
    desk = Linter(RunSettings(date=DAY))
    stories = [open_story(desk, Draft(name, name)) for name in names or ("a.txt",)]
    return Session(stories, _accepting(desk))


def keeper_of(session: Session) -> Keeper:
    return Keeper(session.state.stories, "Jane Poe", "2025-04-16", "", "house.toml")


def rules(session: Session) -> list[str]:
    return [one.finding.rule for one in session.items]


def source(session: Session, number: int = 0) -> str:
    return session.state.stories[number].now.doc.source


def go_to(session: Session, rule: str, words: str = "") -> None:
    session.state = session.state._replace(at=0)
    while session.item is not None:
        if session.item.finding.rule == rule and words in session.item.finding.range.text:
            return
        assert session.next(), rules(session)


def stand_dish(session: Session) -> None:
    session.state = session.state._replace(at=0)
    while session.item is not None and "chicken" not in session.item.finding.context:
        assert session.next()
    assert session.stet("the dish")


def test_stop_comes_first() -> None:
    session = session_of()
    severities = [one.finding.severity for one in session.items]
    assert severities == sorted(severities, reverse=True)
    assert len(severities) >= 6


def test_accept_and_undo() -> None:
    session = session_of()
    go_to(session, "spelling/house-form")
    number = len(session.items)
    assert session.accept()
    assert source(session) == STORY.replace("talks in Kiev", "talks in Kyiv")
    assert len(session.items) == number - 1
    assert session.undo()
    assert source(session) == STORY and len(session.items) == number
    assert not session.undo()
    assert Path("a.txt").read_text("utf-8") == STORY


def test_accept_everywhere_is_one_step() -> None:
    session = session_of()
    go_to(session, "spelling/house-form")
    assert session.accept_everywhere()
    assert source(session) == STORY.replace("Kiev", "Kyiv")
    assert "3 places changed" in session.said
    assert session.undo()
    assert source(session) == STORY


def test_edit_by_hand_replaces_the_sentence() -> None:
    session = session_of()
    go_to(session, "spelling/typo", "goverment")
    old = session.editable
    assert old is not None
    assert old.text == "The goverment said the the talks in Kiev would “go on”."
    assert session.edit("It said that talks would go on.")
    assert "It said that talks would go on. They met in Kiev." in source(session)
    assert not any("goverment" in one.finding.range.text for one in session.items)


def test_an_edit_that_cannot_be_written_is_refused() -> None:
    Path("a.txt").write_bytes("The goverment left.\n".encode("ascii"))
    desk = Linter(RunSettings(date=DAY, encoding="ascii"))
    session = Session([open_story(desk, Draft("a.txt", "a.txt"))])
    assert not session.edit("The “government” left.")
    assert "cannot encode these characters" in session.said
    assert source(session) == "The goverment left.\n"


def test_an_edit_that_breaks_the_front_matter_is_refused() -> None:
    Path("a.md").write_text('---\ntitle: "The goverment left"\ntags: [a]\n---\nIt left.\n', "utf-8")
    session = session_of("a.md")
    go_to(session, "spelling/typo")
    assert not session.edit('The "government" left')
    assert session.said.startswith("Not done")
    assert session.accept()
    assert 'title: "The government left"\ntags: [a]' in source(session)


def test_stet_needs_a_reason_and_goes_on() -> None:
    session = session_of()
    go_to(session, "spelling/house-form")
    number = len(session.items)
    assert not session.stet("  ")
    assert session.stet("the dish")
    assert len(session.items) == number - 1
    assert source(session) == STORY
    assert session.undo() and len(session.items) == number


def test_next_previous_and_skip() -> None:
    Path("b.txt").write_text("They met in Kiev.\n", "utf-8")
    session = session_of("a.txt", "b.txt")
    assert not session.previous()
    assert session.next() and session.previous()
    first = session.story
    assert session.skip_file()
    assert first is not None and session.story is not None and session.story.path == "b.txt"
    assert not session.next()
    assert session.accept() and session.item is None
    assert not session.accept() and not session.edit("x") and not session.skip_file()
    assert session.undo() and session.undo()
    assert session.story is not None and session.story.path == "a.txt"


def test_choose_which_form_wins() -> None:
    text = (
        "Men of al-Qaida met. Then al-Qaeda left.\n\nA cell of al-Qaida and one of al-Qaeda went.\n"
    )
    Path("a.txt").write_text(f"Talks resume\n\n{text}", "utf-8")
    session = session_of()
    go_to(session, "spelling/inconsistent")
    assert sorted(session.forms) == ["al-Qaeda", "al-Qaida"]
    assert "choose the right form" in "".join(line.text for line in page(session, 79))
    for form in ("al-Qaeda", "al-Qaida"):
        assert session.choose(form), session.said
        other = "al-Qaida" if form == "al-Qaeda" else "al-Qaeda"
        assert source(session).count(form) == 4 and other not in source(session)
        assert session.undo()


@pytest.mark.process
def test_saved_at_once_and_undone_on_the_disk() -> None:
    session = session_of()
    keeper = keeper_of(session)
    stand_dish(session)
    go_to(session, "spelling/typo", "goverment")
    session.accept()
    session.house_word("centre", "center")
    assert keeper.unsaved(session.state) == 3
    assert Path("a.txt").read_text("utf-8") == STORY and not Path(".copydesk").exists()
    session.undo(), session.undo(), session.undo()
    assert keeper.unsaved(session.state) == 0
    go_to(session, "spelling/typo", "goverment")
    session.accept()
    stand_dish(session)
    session.house_word("centre", "center")
    assert keeper.save(session.state) == []
    assert Path("a.txt").read_text("utf-8") == STORY.replace("goverment", "government")
    ledger = Path(".copydesk/stet.toml").read_text("utf-8")
    assert 'why = "the dish"' in ledger and 'who = "Jane Poe"' in ledger
    house = Path("house.toml").read_text("utf-8")
    assert 'use = "centre"\navoid = ["center"]\nsource = "Jane Poe, 2025-04-16"' in house
    session.undo(), session.undo(), session.undo()
    assert keeper.save(session.state) == []
    assert Path("a.txt").read_text("utf-8") == STORY
    assert "[[stet]]" not in Path(".copydesk/stet.toml").read_text("utf-8")
    assert "[[entry]]" not in Path("house.toml").read_text("utf-8")


def test_the_house_list_is_a_pack_that_counts(capsys: pytest.CaptureFixture[str]) -> None:
    session = session_of()
    session.house_word("Marlow Bend", "Marlowe Bend")
    assert keeper_of(session).save(session.state) == []
    Path("copydesk.toml").write_text('terms = ["house.toml"]\n', "utf-8")
    Path("b.txt").write_text("They met in Marlowe Bend.\n", "utf-8")
    main(["check", "--format", "concise", "b.txt"])
    assert "house/terms" in capsys.readouterr().out


def test_what_stands_lapses_with_its_sentence() -> None:
    session = session_of()
    keeper = keeper_of(session)
    go_to(session, "spelling/house-form", "Kiev")
    session.stet("so be it")
    go_to(session, "spelling/typo", "goverment")
    session.accept()
    assert keeper.unsaved(session.state) == 1  # the draft; the entry would hold nothing
    assert any("Kiev" in one.finding.range.text for one in session.items)


def test_a_draft_changed_meanwhile_is_not_overwritten() -> None:
    session = session_of()
    keeper = keeper_of(session)
    go_to(session, "spelling/typo", "goverment")
    session.accept()
    Path("a.txt").write_text("Mine.\n", "utf-8")
    (wrong,) = keeper.save(session.state)
    assert "changed" in wrong
    assert Path("a.txt").read_text("utf-8") == "Mine.\n"
    assert keeper.unsaved(session.state) == 1


@pytest.mark.parametrize("width", [40, 79, 100])
def test_the_page_fits(width: int) -> None:
    session = session_of()
    while True:
        lines = page(session, width)
        assert all(len(line.text) <= width for line in lines)
        assert any("\x02" in line.text for line in lines)
        assert any("\x03" in line.text for line in lines)
        if not session.next():
            break
    assert all(len(line) <= width for line in keys(width))
    assert len(keys(80)) <= 3 and heading(session)
    shown = " ".join(keys(80))
    for key in ("a accept", "A accept everywhere", "e edit", "s let stand", "n next", "p previous",
                "u undo", "f skip file", "? why", "w save", "q quit"):  # fmt: skip
        assert key in shown


def talk(session: Session, *answers: str | type[BaseException]) -> tuple[list[str], Controller]:
    said: list[str] = []
    left = list(answers)
    controller = Controller(session, keeper_of(session), lambda rule: f"All about {rule}")

    def ask(question: str) -> str:
        said.append(question)
        answer = left.pop(0) if left else EOFError
        if not isinstance(answer, str):
            raise answer
        return answer

    converse(controller, said.append, ask, 80)
    return said, controller


def test_a_dialogue() -> None:
    session = session_of()
    said, controller = talk(
        session, "a", "?", "e", "They dined in Kyiv.", "s", "", "s", "the dish", "u", "u", "x", "n", "p",
        KeyboardInterrupt, "e", KeyboardInterrupt, "q", "", "q", "n",
    )  # fmt: skip
    assert controller.done
    text = "\n".join(said)
    for part in ("»Kiev«", "All about spelling/house-form", "Now: They met in Kiev.", "Edited.",
                 "To let it stand, give a reason.", "Undone.", "Unknown key 'x'", "Nothing lost",
                 "Save 1 change?", "Not quit."):  # fmt: skip
        assert part in text, part
    assert Path("a.txt").read_text("utf-8") == STORY


def test_what_a_rule_says_fits_the_width() -> None:
    session = session_of()
    told = "A heading\n\n  " + "some words of a reason " * 12 + "\n\nAn end"
    controller = Controller(session, keeper_of(session), lambda rule: told)
    said: list[str] = []
    answers = iter(["?", "n"])

    def ask(question: str) -> str:
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    converse(controller, said.append, ask, 40)
    assert max(map(len, said)) <= 40
    at = said.index("A heading")
    assert said[at + 1] == ""
    assert said[at + 2].startswith("  some words") and said[at + 3].startswith("  ")
    assert "An end" in said


@pytest.mark.process
def test_the_end_of_the_input_writes_nothing_and_says_so(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io

    monkeypatch.setattr(sys, "stdin", io.StringIO("a\na\n"))
    assert main(["review", "--plain", "--date", DAY]) == 0
    assert "2 changes not written" in capsys.readouterr().err
    assert Path("a.txt").read_text("utf-8") == STORY


@pytest.mark.process
def test_plain_through_a_pipe() -> None:
    words = [sys.executable, "-m", "copydesk", "review", "--plain", "--date", DAY, "a.txt"]
    keys_ = "A\ns\nit is a note\nw\nq\n"
    done = subprocess.run(
        words, input=keys_, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Saved: 4 changes." in done.stdout
    assert Path("a.txt").read_text("utf-8") == STORY.replace("Kiev", "Kyiv")
    assert 'why = "it is a note"' in Path(".copydesk/stet.toml").read_text("utf-8")


def test_nothing_to_decide(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("All is well.\n", "utf-8")
    assert main(["review", "--plain"]) == 0
    assert "No findings, so nothing to review" in capsys.readouterr().out
    Path("a.txt").write_bytes(b"\x00\x01")
    assert main(["review", "--plain"]) == 2
    assert main(["review", "nowhere.txt"]) == 2


@pytest.mark.process
def test_the_words_of_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    desk = Linter(RunSettings(date=DAY))
    arguments = type("Arguments", (), {"paths": ["a.txt"]})()
    stories, problems, _ = _stories(desk, arguments)  # type: ignore[arg-type]
    assert len(stories) == 1 and problems == []
    assert _keeper(stories, desk, "").house.endswith("house.toml")


def test_each_change_counts() -> None:
    session = session_of()
    keeper = keeper_of(session)
    for number in range(1, 4):
        while not session.accept():
            assert session.next()
        assert keeper.unsaved(session.state) == number
    assert keeper.save(session.state) == [] and keeper.unsaved(session.state) == 0
    assert session.undo() and keeper.unsaved(session.state) == 1


def test_one_key_answers_whether_to_save() -> None:
    session = session_of()
    controller = Controller(session, keeper_of(session), str)
    session.accept()
    controller.press("q")
    assert controller.asking is not None and controller.asking.keys == "yn"
    assert controller.asking.question.startswith("Save 1 change?")
    controller.answer("n")
    assert controller.done and controller.left == "1 change not saved"


def test_the_story_around_is_shown_as_far_as_it_fits() -> None:
    session = session_of()
    bare = [line for line in page(session, 79) if line.kind]
    for rows in range(60):
        lines = page(session, 79, rows)
        assert len(lines) <= max(rows, len(page(session, 79)))
        assert [line for line in lines if line.kind not in ("around", "")] == bare
    around = " ".join(line.text for line in page(session, 79, 60) if line.kind == "around")
    assert "chicken" in around


def test_a_note_keeps_its_indents_and_fits() -> None:
    lines = [line.text for line in noted("Why\n    " + "word " * 30, 40)]
    assert lines[0] == "Why" and all(line.startswith("    word") for line in lines[1:])
    assert max(map(len, lines)) <= 40 and len(lines) > 4


def test_kept_decisions_come_back_only_to_the_same_draft(tmp_path: Path) -> None:
    folder = str(tmp_path / "cache")
    session = session_of()
    assert kept.keep(folder, session.state) == 0
    session.accept()
    stand_dish(session)
    session.house_word("Kyiv", "Kiev")
    assert kept.keep(folder, session.state) == 1
    other = session_of()
    earlier = kept.found(folder, other.state.stories)
    other.take_up(kept.taken_up(other.state, earlier))
    assert source(other) == source(session)
    assert other.state.live_stands == session.state.live_stands
    assert other.state.words == session.state.words
    assert keeper_of(session_of()).unsaved(other.state) == 3
    assert other.undo() and source(other) == STORY
    Path("a.txt").write_text(STORY + "More.\n", "utf-8")
    assert kept.found(folder, session_of().state.stories) == {}
    (file,) = (tmp_path / "cache").iterdir()
    for damaged in ("", "{", "[]", '{"draft": 1}'):
        file.write_text(damaged)
        assert kept.found(folder, other.state.stories) == {}
    kept.forget(folder, other.state.stories)
    assert not file.exists()


def test_a_word_is_accepted_undone_and_saved(capsys: pytest.CaptureFixture[str]) -> None:
    session = session_of()
    keeper = keeper_of(session)
    number = len(session.items)
    go_to(session, "spelling/house-form")
    assert session.acceptable == "Kiev"
    kievs = sum(one.finding.range.text == "Kiev" for one in session.items)
    assert kievs > 1 and session.accept_word("the  dish")
    assert session.said == "“Kiev” added to the accepted words."
    assert len(session.items) == number - kievs
    assert keeper.unsaved(session.state) == 1
    assert keeper.save(session.state) == [] and keeper.unsaved(session.state) == 0
    assert Path("words.txt").read_text("utf-8").endswith("\nKiev  # the dish\n")
    assert Path("a.txt").read_text("utf-8") == STORY
    Path("copydesk.toml").write_text('accept = ["words.txt"]\n', "utf-8")
    main(["check", "--format", "concise", "--select", "spelling/house-form", "a.txt"])
    assert "Kiev" not in capsys.readouterr().out
    assert session.undo() and len(session.items) == number
    assert keeper.save(session.state) == []
    assert "Kiev" not in Path("words.txt").read_text("utf-8")


def test_a_list_that_exists_keeps_its_words() -> None:
    Path("words.txt").write_bytes(b"Anna\r\nZorb\r\n")
    session = session_of()
    keeper = keeper_of(session)
    for word in ("Kiev", "goverment"):
        go_to(session, "spelling/house-form" if word == "Kiev" else "spelling/typo", word)
        assert session.accept_word()
    assert keeper.save(session.state) == []
    assert Path("words.txt").read_bytes() == b"Anna\r\ngoverment\r\nKiev\r\nZorb\r\n"
    assert session.undo() and keeper.save(session.state) == []
    assert Path("words.txt").read_bytes() == b"Anna\r\nKiev\r\nZorb\r\n"


def test_a_list_that_cannot_be_written_is_told() -> None:
    Path("words.txt").write_bytes(b"An\0na\n")
    session = session_of()
    keeper = keeper_of(session)
    go_to(session, "spelling/house-form")
    session.accept_word()
    (wrong,) = keeper.save(session.state)
    assert "words.txt:1: no list of words but a binary file" in wrong
    assert keeper.unsaved(session.state) == 1
    assert Path("words.txt").read_bytes() == b"An\0na\n"


def test_only_the_form_of_a_word_can_be_accepted() -> None:
    session = session_of()
    go_to(session, "sentence/doubled-word")
    assert session.acceptable == "" and not session.accept_word()
    controller = Controller(session, keeper_of(session), lambda rule: "")
    controller.press("k")
    assert controller.asking is None
    assert session.said == "This is not about the form of a word. s lets it stand."


def test_a_word_is_accepted_in_a_dialogue() -> None:
    session = session_of()
    go_to(session, "spelling/house-form")
    said, controller = talk(
        session, "k", "the dish", "k", KeyboardInterrupt, "u", "k", "", "w", "q"
    )
    assert controller.done and controller.wrong == []
    assert "Note on “Kiev”, or none? (words.txt) " in said
    assert any("k accept the word" in line for line in said)
    assert Path("words.txt").read_text("utf-8").endswith("\nKiev\n")


def test_how_to_name_the_list_is_said_after_saving(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Linter(RunSettings(date=DAY))
    session = session_of()
    keeper = _keeper(list(session.state.stories), desk, "Jane Poe")
    controller = Controller(session, keeper, lambda rule: "")
    go_to(session, "spelling/house-form")
    controller.press("k")
    controller.answer("")
    assert controller.left == "1 change not saved"
    controller.press("w")
    assert session.said.startswith("Saved: 1 change. No config names the list yet.")
    assert session.said.endswith('In copydesk.toml: accept = ["words.txt"]')


def test_accepted_words_are_kept_when_a_review_is_cut_off(tmp_path: Path) -> None:
    folder = str(tmp_path / "cache")
    session = session_of()
    go_to(session, "spelling/house-form")
    session.accept_word("the dish")
    assert kept.keep(folder, session.state) == 1
    other = session_of()
    other.take_up(kept.taken_up(other.state, kept.found(folder, other.state.stories)))
    assert other.state.accepted == session.state.accepted
    assert rules(other) == rules(session)
