"""The built wheel: what is in it, and that it works where nothing else is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from copydesk.model import __version__
from tools.release.check_wheel import faults

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), str(ROOT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("copydesk-*.whl")
    return built


def test_its_top_level_is_the_engine_and_the_rules(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.split("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"copydesk", "lint_rules"}
    assert "copydesk/py.typed" in names
    assert {"LICENSE", "NOTICE"} <= {name.split("/licenses/")[-1] for name in names}
    assert any(name.startswith("lint_rules/") and name.endswith(".toml") for name in names)
    assert not any("__pycache__" in name or name.endswith(".pyc") for name in names)


def test_it_is_fit_to_be_published(wheel: Path) -> None:
    assert list(faults(wheel, f"v{__version__}")) == []


def test_it_finds_its_rules_when_it_is_all_there_is(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(target),
         str(wheel)],
        check=True,
    )  # fmt: skip
    (tmp_path / "draft.txt").write_text("Talks resume\n\nTalks in Kiev went on until late.\n")
    run = (
        f"import sys; sys.path.insert(0, {str(target)!r}); "
        "from copydesk.cli import main; sys.exit(main())"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", run, "check", "--date", "2025-04-15", "--format", "concise"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env=os.environ | {"COPYDESK_CACHE_DIR": str(tmp_path / "cache")},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("draft.txt:3:10: stop spelling/house-form")
    kept = {path.name: path.stat().st_size for path in (tmp_path / "cache").iterdir()}
    assert any(name.startswith("rules-") for name in kept)
    big = [
        name for name, size in kept.items() if name[:6] in ("terms-", "facts-") and size > 100_000
    ]
    assert not big, "compiled again, though the wheel has it"


def test_the_compiled_tables_are_those_of_the_packs(wheel: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "copydesk.registry.shipped_tables", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True)
    fresh = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(name.partition("-")[0] for name in fresh) == ["facts", "terms"]
    archive = zipfile.ZipFile(wheel)
    shipped = {Path(name).name: archive.read(name) for name in archive.namelist()
               if name.startswith("copydesk/compiled/")}  # fmt: skip
    assert shipped == fresh


def test_the_first_line_of_the_readme_installs_and_runs(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    (command,) = re.findall(r"^(python3 -m venv \.venv && .*check examples)$", readme, re.MULTILINE)
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    for name in filter(None, names.split("\0")):
        if name.startswith(("src/", "lint_rules/", "examples/")) or "/" not in name:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
    plain = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        ["bash", "-c", command.replace("python3", sys.executable, 1)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
        env=plain | {"COPYDESK_CACHE_DIR": str(tmp_path / "cache")},
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "5 files, " in done.stdout
    assert not list((tmp_path / "cache").glob("terms-*")), "the tables came with the wheel"
