"""Inputs from elsewhere: kept only with the right SHA-256, and what is not to be had is listed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tools.data import fetch
from tools.data.sources import Input, Made, Sources

RIGHT = b"a word list\n"
LIST = Input(
    "list",
    file="list.txt",
    address="https://example.org/list.txt",
    sha256=hashlib.sha256(RIGHT).hexdigest(),
)
DEBIAN = LIST._replace(
    name="wood",
    file="wood_1.2-3_all.deb",
    address="https://example.org/pool/wood_1.2-3_all.deb",
    version="Debian package wood 1:1.2-3",
)
SOURCES = Sources(
    {"list": LIST, "wood": DEBIAN, "own": Input("own", path="x"), "lost": Input("lost")},
    {
        "words": Made("words", "c", ("list", "own"), {}),
        "trees": Made("trees", "c", ("wood", "lost"), {}),
    },
)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files that can be downloaded, by address; nothing else is run."""
    files: dict[str, bytes] = {}

    def download(address: str, target: Path) -> None:
        if address in files:
            target.write_bytes(files[address])

    def run(command: list[str], folder: str) -> None:
        if " ".join(command) in files:
            (Path(folder) / "wood_1%3a1.2-3_all.deb").write_bytes(files[" ".join(command)])

    monkeypatch.setattr(fetch, "_download", download)
    monkeypatch.setattr(fetch, "_run", run)
    monkeypatch.setattr(fetch, "read", lambda: SOURCES)
    return files


def test_a_file_with_another_hash_is_not_kept(tmp_path: Path, web: dict[str, bytes]) -> None:
    web[LIST.address] = b"another list\n"
    assert not fetch.fetch(LIST, tmp_path)
    assert not list(tmp_path.iterdir())
    web[LIST.address] = RIGHT
    assert fetch.fetch(LIST, tmp_path)
    assert (tmp_path / "list.txt").read_bytes() == RIGHT


def test_what_is_there_is_not_fetched_again(tmp_path: Path, web: dict[str, bytes]) -> None:
    (tmp_path / "list.txt").write_bytes(RIGHT)
    assert fetch.fetch(LIST, tmp_path)
    (tmp_path / "list.txt").write_bytes(b"damaged")
    assert not fetch.fetch(LIST, tmp_path)
    web[LIST.address] = RIGHT
    assert fetch.fetch(LIST, tmp_path)
    assert (tmp_path / "list.txt").read_bytes() == RIGHT


def test_a_mirror_stands_in_for_the_address(tmp_path: Path, web: dict[str, bytes]) -> None:
    web["apt-get download wood=1:1.2-3"] = RIGHT
    assert fetch.fetch(DEBIAN, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [DEBIAN.file]


def test_what_is_not_to_be_had_is_listed(
    tmp_path: Path, web: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    web[LIST.address] = RIGHT
    assert fetch.main([str(tmp_path / "inputs"), "words"]) == 0
    assert capsys.readouterr().out == "list.txt: here\n"
    assert fetch.main([str(tmp_path / "inputs")]) == 2
    assert (
        capsys.readouterr().out
        == f"list.txt: here\n{DEBIAN.file}: not to be had; {DEBIAN.address}\n"
    )
    with pytest.raises(SystemExit):
        fetch.main([str(tmp_path), "birds"])
