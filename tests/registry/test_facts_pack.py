"""A pack of facts that is installed as a distribution is found without running code of it."""

from __future__ import annotations

import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from copydesk.facts.pack import contents_of, read_contents
from copydesk.model.errors import DataError
from copydesk.registry import entry_points, manifest
from copydesk.registry.contributions import Contributions
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from tools.release import facts_pack

TABLE = """\
[sources.hall]
name = "City Hall"
licence = "public record"
as-of = 2026-09-01

[[office]]
id = "springfield/sheriff"
of = ["Springfield"]
titles = ["Sheriff"]
holders = [{ name = "HOLDER", since = 2010-01-04 }]
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which packages are installed, the only one."""
    folder = tmp_path / "site"
    folder.mkdir()
    for module in (entry_points, manifest):
        monkeypatch.setattr(module, "plugin_folders", lambda: [str(folder)])
    return folder


def install(site: Path, version: str, holder: str = "Pat Roe") -> None:
    """What pip makes of the wheel."""
    table = TABLE.replace("HOLDER", holder).encode()
    package = site / "copydesk_facts"
    info = site / f"copydesk_facts-{version}.dist-info"
    for folder in (package, info):
        folder.mkdir()
    (package / "sheriffs.toml").write_bytes(table)
    (package / "pack.json").write_text(contents_of({"sheriffs.toml": table}, version), "utf-8")
    (info / "entry_points.txt").write_text("[copydesk.facts]\nfacts = copydesk_facts\n", "utf-8")


def holders(found: Contributions) -> list[str]:
    return [one.name for one in Registry(found).facts.people()]


def test_a_newer_pack_is_used_and_the_catalogue_is_kept(site: Path, tmp_path: Path) -> None:
    cache = str(tmp_path / "cache")
    before = contributions(cache)
    assert len(before.facts) > 1
    install(site, "2101.1.31")
    for _ in range(2):  # gathered, then from the manifest
        found = contributions(cache)
        assert (found.pack.version, found.unkept) == ("2101.1.31", "")
        assert [Path(one.file).name for one in found.facts] == ["sheriffs.toml"]
        assert found.facts[0].digest == found.facts[0].sha256 != ""
        assert holders(found) == ["Pat Roe"]
    assert "copydesk_facts" not in sys.modules
    assert found.plugins == before.plugins  # it is no plugin


def test_an_older_pack_is_not_used(site: Path) -> None:
    before = contributions("")
    install(site, "2001.1.31")
    assert contributions("") == before


def test_what_is_no_pack_is_passed_over(site: Path) -> None:
    before = contributions("")
    install(site, "2101.1.31")
    (site / "copydesk_facts" / "pack.json").write_text("{}", "utf-8")
    assert contributions("") == before


def test_a_table_that_is_not_that_of_the_contents_stops_the_run(site: Path) -> None:
    install(site, "2101.1.31", "Sam Poe")
    path = site / "copydesk_facts" / "sheriffs.toml"
    path.write_bytes(path.read_bytes().replace(b"Sam", b"Pam"))
    with pytest.raises(DataError, match="not the file of its pack"):
        holders(contributions(""))


def test_the_contents_are_those_of_the_tables() -> None:
    written = (facts_pack.TABLES / "pack.json").read_text("utf-8")
    assert facts_pack.contents(facts_pack.TABLES) == written


def test_the_wheel_holds_data_only_and_is_the_same_each_time(tmp_path: Path) -> None:
    one, other = facts_pack.build(tmp_path / "a"), facts_pack.build(tmp_path / "b")
    pack = read_contents((facts_pack.TABLES / "pack.json").read_bytes(), "pack.json")
    assert one.name == f"copydesk_facts-{pack.version}-py3-none-any.whl"
    assert one.read_bytes() == other.read_bytes()
    with zipfile.ZipFile(one) as wheel:
        assert wheel.testzip() is None
        names = wheel.namelist()
    assert {name.rpartition(".")[2] for name in names if "dist-info" not in name} == {
        "toml", "json",
    }  # fmt: skip
    assert len(names) == len(pack.files) + 1 + 4


def test_the_source_archive_builds_the_same_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = facts_pack.backend().build_sdist(str(tmp_path))
    with tarfile.open(tmp_path / archive) as opened:
        opened.extractall(tmp_path, filter="data")
    unpacked = tmp_path / archive.removesuffix(".tar.gz") / "pack_backend.py"
    monkeypatch.setattr(facts_pack, "BACKEND", unpacked)
    one = facts_pack.build(tmp_path / "a")
    monkeypatch.undo()
    assert one.read_bytes() == facts_pack.build(tmp_path / "b").read_bytes()
