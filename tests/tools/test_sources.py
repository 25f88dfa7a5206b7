"""Where the generated data comes from: tools/data/SOURCES.toml is complete and true."""

from __future__ import annotations

import io
import os
import re
import shutil
import tarfile
from pathlib import Path

import pytest

from tools.data import rebuild
from tools.data.folders import HERE, ROOT
from tools.data.rebuild import DIFFERENT, NO_INPUT, SAME, VARIABLE, missing
from tools.data.sources import LIST, Input, Made, Sources, digest, faults, read
from tools.data.unpack import unpack
from tools.data.varcon import read_pairs

SOURCES = read()
GENERATED = re.compile(
    r"tools[./]data[./]build_|do not edit by hand|generated (?:by|from)", re.IGNORECASE
)
DATA = (".bin", ".csv", ".json", ".psv", ".toml", ".tsv", ".txt")
BY_HAND = {"formats/report-1.schema.json", "formats/list-1.schema.json"}
OF_CODE = "copydesk/schemas/"  # made of the code itself: tests/schemas compare them with it


@pytest.fixture
def folder() -> Path | None:
    """The folder of inputs, where there is one."""
    told = os.environ.get(VARIABLE)
    return Path(told).absolute() if told else None


def data_files(root: Path) -> list[Path]:
    """The data that is shipped, under a folder like the repository."""
    found = [path for name in ("src", "lint_rules") for path in (root / name).rglob("*.*")]
    return sorted(path for path in found if path.suffix in DATA)


def unlisted(root: Path) -> list[str]:
    """Data that is generated, by its head or since nobody writes such a file, and not listed."""
    listed = {file for made in SOURCES.made.values() for file in made.files}
    found = []
    for path in data_files(root):
        head = path.read_bytes()[:2000].decode("utf-8", "replace")
        written = not GENERATED.search(head) and path.suffix == ".toml"
        name = path.relative_to(root).as_posix()
        elsewhere = name.endswith(tuple(BY_HAND)) or OF_CODE in name
        if name not in listed and not written and not elsewhere:
            found.append(name)
    return found


def copied(folder: Path) -> Path:
    """A copy of every file that the list gives a hash of."""
    files = [file for made in SOURCES.made.values() for file in made.files]
    for name in [*files, *(one.path for one in SOURCES.inputs.values() if one.path)]:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def flip(path: Path) -> None:
    """Change one byte."""
    data = bytearray(path.read_bytes())
    data[-2] ^= 1
    path.write_bytes(data)


class TestTheList:
    def test_it_is_complete_and_every_hash_agrees(self) -> None:
        assert list(faults(SOURCES)) == []

    def test_every_generated_file_is_listed(self) -> None:
        assert unlisted(ROOT) == []

    def test_a_generated_file_that_is_not_listed_is_found(self, tmp_path: Path) -> None:
        for name, text in (
            ("spelling/new.toml", "# Made by python -m tools.data.build_new from x.\n"),
            ("spelling/own.toml", "# Written by hand.\n"),
            ("_shared/_more.txt", "word\n"),
        ):
            path = tmp_path / "lint_rules" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert unlisted(tmp_path) == [
            "lint_rules/_shared/_more.txt",
            "lint_rules/spelling/new.toml",
        ]

    def test_every_file_that_a_script_reads_is_an_input(self) -> None:
        listed = {one.path for one in SOURCES.inputs.values()}
        beside = {
            path.relative_to(ROOT).as_posix()
            for path in HERE.iterdir()
            if path.suffix in DATA and path != LIST
        }
        assert beside - listed == set()

    def test_every_script_is_the_command_of_something(self) -> None:
        commands = " ".join(made.command for made in SOURCES.made.values())
        scripts = {path.stem for path in HERE.glob("build_*.py")}
        assert scripts == set(re.findall(r"tools\.data\.(build_\w+)", commands))

    @pytest.mark.parametrize("of", ["output", "input"])
    def test_a_changed_byte_is_seen(self, tmp_path: Path, of: str) -> None:
        root = copied(tmp_path)
        assert list(faults(SOURCES, root)) == []
        name = {
            "output": "src/copydesk/measure/pronunciation.bin",
            "input": "tools/data/facts_died.psv",
        }[of]
        flip(root / name)
        (fault,) = faults(SOURCES, root)
        assert f"{name} is not the file whose SHA-256 the list has" in fault

    def test_what_an_entry_lacks_is_said(self) -> None:
        bare = Sources(
            {
                "a": Input("a", title="A", licence="CC0", sha256="0" * 64, address="x", file="a"),
                "b": Input("b", title="B", input="unknown"),
                "c": Input("c", path="tools/data/none.psv", title="C", licence="CC0", sha256="12"),
                "d": Input("d", title="D", input="unknown", known="Little."),
            },
            {"m": Made("m", "", ("a", "b", "c", "e"), {"lint_rules/none.toml": "0" * 64})},
        )
        assert list(faults(bare)) == [
            "a: no version",
            "b: unknown, and no sentence says what is known",
            "c: its SHA-256 is none",
            "c: tools/data/none.psv is not there",
            "d: nothing is made of it",
            "e: not listed as an input",
            "m: no command or no inputs",
            "lint_rules/none.toml is not there",
        ]

    def test_a_misspelt_key_and_a_name_given_twice_are_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "SOURCES.toml"
        path.write_text('made = []\n[[input]]\nname = "a"\nsha-256 = ""\n', "utf-8")
        with pytest.raises(ValueError, match="a: what is sha-256"):
            read(path)
        path.write_text('made = []\n[[input]]\nname = "a"\n[[input]]\nname = "a"\n', "utf-8")
        with pytest.raises(ValueError, match="twice"):
            read(path)


@pytest.mark.process
class TestRebuilding:
    @pytest.mark.parametrize("name", SOURCES.made)
    def test_the_files_are_made_anew_byte_for_byte(
        self, name: str, tmp_path: Path, folder: Path | None
    ) -> None:
        made = SOURCES.made[name]
        unknown = [one for one in made.inputs if SOURCES.inputs[one].is_unknown]
        if unknown:
            assert rebuild.compare(name, folder).status == NO_INPUT
            return
        if missing(made, SOURCES, folder):
            own = [one for one in made.inputs if SOURCES.inputs[one].path]
            assert set(made.inputs) - set(own), "what is made of the repository alone is made"
            pytest.skip(f"input not here: {', '.join(sorted(set(made.inputs) - set(own)))}")
        result = rebuild.rebuild(made, SOURCES, folder, tmp_path)
        assert (result.status, result.all_made) == (SAME, True), result.lines
        assert {file: digest(tmp_path / file) for file in made.files} == made.files

    def test_what_needs_no_download_is_not_skipped(self) -> None:
        here = {name for name, made in SOURCES.made.items() if not missing(made, SOURCES, None)}
        assert here == {"places", "variants", "facts", "pronunciation", "given-names"}

    def test_a_file_that_differs_is_status_1(self, tmp_path: Path) -> None:
        made = SOURCES.made["places"]
        files = {**made.files, "lint_rules/spelling/places_asia.toml": "0" * 64}
        result = rebuild.rebuild(made._replace(files=files), SOURCES, None, tmp_path)
        assert (result.status, result.all_made) == (DIFFERENT, True)
        assert "places: lint_rules/spelling/places_asia.toml differs" in result.lines

    def test_a_command_that_fails_is_status_1(self, tmp_path: Path) -> None:
        made = SOURCES.made["places"]._replace(command="python -m tools.data.none")
        result = rebuild.rebuild(made, SOURCES, None, tmp_path)
        assert result.status == DIFFERENT
        assert "No module named" in result.lines[0]


def test_an_input_with_a_changed_byte_is_refused(tmp_path: Path) -> None:
    inputs = tmp_path / "inputs"
    inputs.mkdir()
    shutil.copyfile(rebuild.find(SOURCES.inputs["cmudict"], None) or "", inputs / "cmudict.dict")
    flip(inputs / "cmudict.dict")
    result = rebuild.rebuild(SOURCES.made["pronunciation"], SOURCES, inputs, tmp_path / "home")
    assert result.status == DIFFERENT
    assert "has not the SHA-256 of input cmudict" in result.lines[0]


def test_missing_and_unknown_inputs_are_status_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert rebuild.main(["words", "typos", "--inputs", str(tmp_path)]) == NO_INPUT
    said = capsys.readouterr().out
    assert "words: input scowl is not here: scowl_2020.12.07-2_all.deb (https://" in said
    assert "typos: input typos-lists is unknown: The script takes" in said


def test_debian_packages_and_tar_files_are_unpacked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:xz") as tar:
        for name in ("./usr/share/dict/words", "../outside"):
            info = tarfile.TarInfo(name)
            info.size = 4
            tar.addfile(info, io.BytesIO(b"word"))
        link = tarfile.TarInfo("./usr/share/dict/link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    data = packed.getvalue()
    members = ((b"debian-binary", b"2.0\n"), (b"control.tar.xz", b"odd"), (b"data.tar.xz", data))
    deb = b"!<arch>\n" + b"".join(
        name.ljust(16)
        + b" " * 32
        + str(len(one)).encode().ljust(10)
        + b"`\n"
        + one
        + b"\n" * (len(one) % 2)
        for name, one in members
    )
    for name, held in (("a.deb", deb), ("a.tar.xz", data)):
        (tmp_path / name).write_bytes(held)
        home = tmp_path / "folder" / name
        unpack(tmp_path / name, home)
        assert [p.relative_to(home).as_posix() for p in home.rglob("*") if p.is_file()] == [
            "usr/share/dict/words"
        ]
    assert not list(tmp_path.rglob("outside"))


def test_pairs_of_varcon(tmp_path: Path) -> None:
    path = tmp_path / "varcon.txt"
    path.write_bytes(
        "# color (level 10)\n"
        "A Cv: color / B C: colour\n"
        "A Cv: color's / B C: colour's\n"
        "A B: prize | reward\n"
        "A C: prize / B: prise | otherwise\n"
        "A B C 1: buses / AV B- 2: busses\n"
        "A: cafe / B: caf\xe9\n".encode("latin-1")
    )
    assert read_pairs(path) == {"cafe": "café", "color": "colour", "prize": "prise"}


def test_the_notices_are_there() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    for text in (
        "Copyright (c) Individual contributors",
        "Copyright 2000-2018 by Kevin Atkinson",
        "Copyright 2000-2019 by Kevin Atkinson",
        "Copyright 2016 by Benjamin Titze",
        "Copyright (c) J Ross Beresford 1993-1999. All Rights Reserved.",
        "Copyright (c) J Ross Beresford 1993-2000. All Rights Reserved.",
        "WordNet 1.6 Copyright 1997 by Princeton University.",
        "Copyright 1993, Geoff Kuenning, Granada Hills, CA",
        "The ENABLE master word list, WORD.LST, is herewith formally released",
        "The Moby lexicon project is complete and has",
        "Copyright (C) 1993-2015 Carnegie Mellon University.",
        "https://creativecommons.org/licenses/by/4.0/",
    ):
        assert text in notice
    for one in SOURCES.inputs.values():
        if one.licence.endswith("text in NOTICE"):
            commit = re.search(r"/([0-9a-f]{40})/", one.address)
            assert commit is None or commit[1] in notice, one.name
