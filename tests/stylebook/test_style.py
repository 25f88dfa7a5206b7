"""House styles: the shipped ones, the commands about them, and a newsroom's own file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.model.style import resolve
from copydesk.terms.compile import compile_packs
from copydesk.terms.pack import read_pack
from copydesk.terms.table import TermTable
from tools.data import build_places, build_variants

FOLDER = Path(__file__).resolve().parents[2] / "lint_rules" / "spelling"
HOUSES = ("afp", "ap", "bbc", "guardian", "nyt", "reuters")

OWN = """\
rule = "spelling/house-form"

[style]
name = "post"
extends = "ap"
title-before-name = "lower"
dash = "spaced-en"

[[entry]]
use = "the Channel"
avoid = ["English Channel"]
severity = "style"
exceptions = ["English Channel Tunnel"]
good = ["The English Channel Tunnel was shut."]
bad = [{text = "They crossed the [[English Channel]].", fixed = "They crossed the the Channel."}]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    status = main(["style", *words])
    captured = capsys.readouterr()
    return status, captured.out.splitlines(), captured.err


def test_the_houses_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines, _ = run(capsys, "list")
    assert status == 0
    assert [line.split()[0] for line in lines] == sorted((*HOUSES, "default"))
    assert any(line.startswith("reuters") and "extends default" in line for line in lines)


def test_a_style_is_shown_with_where_each_setting_comes_from(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "post.toml").write_text(OWN, encoding="utf-8")
    status, lines, _ = run(capsys, "show", "post.toml")
    assert status == 0
    assert lines[0] == "post → ap → default"
    told = {line.split(" = ")[0]: line.split(" = ")[1].split() for line in lines if " = " in line}
    assert told["title-before-name"] == ['"lower"', "post", "(post.toml)"]
    assert told["dialect"] == ['"american"', "ap", "(style_ap.toml)"]
    assert told["percent"][1] == "ap"
    assert "post: 1 entry" in lines


def test_entries_are_listed_by_a_word_and_all_with_v(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = run(capsys, "show", "ap", "zelensk")[1]
    assert any(line.startswith("“Zelenskyy”, not “Zelenskiy”") for line in lines)
    assert not any("Kyiv" in line for line in lines)
    assert any("source: CNN" in line for line in lines)
    assert any(line.startswith("“Kyiv”, not") for line in run(capsys, "show", "ap", "-v")[1])
    assert "no entry contains 'xyzzy'" in run(capsys, "show", "ap", "xyzzy")[1]


def test_without_a_name_the_style_of_the_config_is_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, told = run(capsys, "show")
    assert status == 2
    assert "name a house style" in told
    (folder / "copydesk.toml").write_text('style = "bbc"\n')
    assert run(capsys, "show")[1][0] == "bbc → default"


def test_the_style_in_force_is_not_shown_twice(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = run(capsys, "show", "post.toml", "-v")[1]
    (folder / "copydesk.toml").write_text('style = "post.toml"\n')
    assert run(capsys, "show", "post.toml", "-v")[1] == before


def test_a_style_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, told = run(capsys, "show", "reutres")
    assert status == 2
    assert "unknown house style 'reutres'; did you mean 'reuters'?" in told


def test_a_newsrooms_own_style_is_in_force(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "post.toml").write_text(OWN, encoding="utf-8")
    (folder / "copydesk.toml").write_text('style = "post.toml"\n')
    story = "Boats\n\nVolodymyr Zelensky crossed the English Channel on Tuesday, they said.\n"
    (folder / "a.txt").write_text(story, encoding="utf-8")
    words = ["check", "--date", "2025-04-15", "--format", "concise", "--fail-on", "style"]
    assert main(words) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition("spelling/")[2].partition(" ")[0] for line in lines] == [
        "house-form",  # Zelenskyy, inherited from ap
        "house-form",  # the Channel, its own
    ]
    assert "Zelenskyy" in lines[0]
    assert "the Channel" in lines[1]


def checked(folder: Path, capsys: pytest.CaptureFixture[str], text: str) -> tuple[int, str]:
    (folder / "post.toml").write_text(text, encoding="utf-8")
    status, lines, told = run(capsys, "check", "post.toml")
    return status, "\n".join(lines) + told


def test_a_sound_file_passes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = checked(folder, capsys, OWN)
    assert (status, told) == (0, "post.toml: house style 'post', 1 entry: no problems")


ENTRY = """
[[entry]]
use = "{}"
avoid = ["{}"]
good = ["Nothing here."]
bad = ["Then [[{}]] came."]
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('extends = "ap"', 'extends = "app"', "5: unknown house style 'app'; did you mean 'ap'"),
        ('extends = "ap"', 'extends = "post"', "5: the style extends itself: post → post"),
        ('name = "post"', 'name = "bbc"', "4: the name 'bbc' is taken by style_bbc.toml"),
        ('title-before-name = "lower"', 'title-before-name = "capital"', "6: unused: title-before-name = 'capital' is inherited"),
        ("English Channel Tunnel\"]", "Dover Strait\"]", "9: unused: the exception 'Dover Strait'"),
        ("[[English Channel]].", "[[Channel]].", "9: the bad example"),
        ('good = ["The', 'good = ["In the English Channel. The', "9: the good example"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    assert old in OWN
    status, said = checked(folder, capsys, OWN.replace(old, new))
    assert status == 1
    assert f"post.toml:{told}" in said


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("the Sleeve", "English Channel"), "contradiction: “English Channel” is to become both"),
        (
            ("the Channel", "English Channel"),
            "unused: “English Channel” is already avoided on line 9",
        ),
        (
            ("English Channel", "La Manche"),
            "contradiction: “English Channel” is to be used here but avoided on line",
        ),
        (("Zelensky", "Zelenskij"), "contradiction: “Zelensky” is to be used here, but ap ("),
        (("Calcutta", "Kolkatta"), "is to be used here, but"),
        (
            ("Kiyv", "Kiev"),
            "contradiction: “Kiev” becomes “Kiyv” here, but “Kyiv” in ap (style_ap.toml:",
        ),
        (("N'Djamena", "Fort-Lamy"), "N'Djamena"),
    ],
)
def test_contradictions_within_the_file_and_with_what_it_extends(
    folder: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, str], told: str
) -> None:
    use, avoid = more
    status, said = checked(folder, capsys, OWN + ENTRY.format(use, avoid, avoid))
    if more == ("N'Djamena", "Fort-Lamy"):  # as in the shipped list, but without its exceptions
        assert (status, said.count("no problems")) == (0, 1)
    elif use == "Calcutta":  # the shipped entry is a pattern, of which no form can be told
        assert status == 0
    else:
        assert status == 1
        assert told in said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("dash =", "dahs =", "post.toml:7: unknown key 'dahs'; did you mean 'dash'?"),
        ('"spaced-en"', '"spaced-em-dash"', "post.toml:7: dash is one of em, spaced-em"),
        (
            "[style]\n",
            "[style]\nnumber-words-below = 'ten'\n",
            "post.toml:4: number-words-below is",
        ),
        ("house-form", "house-from", "unknown rule 'spelling/house-from'; did you mean"),
        ("avoid =", "avoids =", "unknown key 'avoids'; did you mean 'avoid'?"),
    ],
)
def test_a_file_that_breaks_the_schema(
    folder: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, told: str
) -> None:
    status, said = checked(folder, capsys, OWN.replace(old, new, 1))
    assert status == 2
    assert told in said


def test_a_file_that_is_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", "none.toml")[0] == 2


@pytest.mark.parametrize("name", HOUSES)
def test_every_shipped_style_is_sound_and_names_its_sources(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = FOLDER / f"style_{name}.toml"
    assert run(capsys, "check", str(path))[:2] == (
        0, [f"{path}: house style {name!r}, {len(read_pack('', path.read_text()).entries)} "
            f"entr{'y' if name == 'afp' else 'ies'}: no problems"],
    )  # fmt: skip
    pack = read_pack(path.name, path.read_text(encoding="utf-8"))
    assert all(entry.source for entry in pack.entries)
    assert pack.style.extends == "default"
    lines = path.read_text(encoding="utf-8").splitlines()
    for key, _ in pack.style.settings:
        line = next(line for line in lines if line.startswith(f"{key} ="))
        assert "#" in line, f"{key} names no source"


def test_what_houses_differ_on_is_in_no_default() -> None:
    """Forms that one style wants are avoided by nothing that counts without a style."""
    packs = [
        read_pack(path.name, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.toml"))
    ]
    table = TermTable(compile_packs(packs))
    for name in HOUSES:
        chain = resolve(name, table.styles).chain
        wanted = {entry.use for entry in table.entries() if entry.style in chain}
        for entry in table.entries():
            if not entry.style and not entry.variants and entry.rule == "spelling/house-form":
                assert not wanted & set(entry.avoid), entry


def test_the_packs_are_what_the_facts_make() -> None:
    lines = (Path(build_places.HERE) / "house_places.psv").read_text("utf-8").splitlines()
    made = {**build_places.packs(lines), **build_variants.packs()}
    assert len(made) == 9
    for name, text in made.items():
        assert (FOLDER / name).read_text(encoding="utf-8") == text, f"run the build for {name}"


def test_there_are_as_many_facts_as_were_asked_for() -> None:
    packs = {p.name: read_pack(p.name, p.read_text("utf-8")) for p in FOLDER.glob("*.toml")}
    places = [e for name, pack in packs.items() if name.startswith("places_") for e in pack.entries]
    assert len(places) >= 300
    assert all(entry.since and entry.source and entry.note for entry in places)
    people = packs["people.toml"].entries
    assert len(people) >= 500
    forms = [form for entry in people for form in entry.avoid]
    assert len(forms) == len(set(forms))


@pytest.mark.parametrize(
    "text",
    [
        "Igor Zelensky danced for Volodymyr Zelenskyy.",
        "Andrey Rublev read a book on the film Andrei Rublev.",
        "Recep Tayyip Erdogan landed at Ataturk Airport.",
    ],
)
def test_two_people_are_not_one(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (folder / "a.txt").write_text(f"Head\n\n{text}\n", encoding="utf-8")
    words = ["check", "--select", "spelling/inconsistent", "--fail-on", "ask", "a.txt"]
    assert main(words) == 0, capsys.readouterr().out


def test_many_old_names_take_no_time_that_grows_with_the_square(
    linear: Callable[..., None],
) -> None:
    from copydesk.engine import check
    from copydesk.model.findings import Severity
    from copydesk.rules.ruleset import RuleSet
    from copydesk.testing.rule_examples import document

    table = TermTable(
        compile_packs([read_pack("p.toml", (FOLDER / "places_africa.toml").read_text("utf-8"))])
    )
    rules = RuleSet((), {"spelling/house-form": Severity.STOP}, table=table)
    names = "They came from Upper Volta to stay "

    def work(text: str) -> None:
        found = check(document(text, date="2025-04-15"), rules).findings
        assert len(found) == text.count("Upper Volta")

    linear(work, lambda times: "Head\n\n" + names * times, 500, 4000, most=3)
