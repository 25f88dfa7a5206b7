"""``copydesk init``: a config that suits the site, and never in place of another."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.config.sites import ASTRO, ELEVENTY, HUGO, JEKYLL, WORDPRESS, Site, site_in
from copydesk.config.starter import starter
from copydesk.files.gitignore import path_matches

TWICE = "Two tugs pulled the the barge ashore, the pilot said.\n"
SITES = [HUGO, JEKYLL, ELEVENTY, ASTRO, WORDPRESS]
# For each kind: the files that show it, stories, and what is no story.
KINDS: dict[str, tuple[Site | None, dict[str, str], list[str], list[str]]] = {
    "hugo": (HUGO, {"hugo.toml": ""}, ["content/news/a.md", "content/data/b.md"],
             ["archetypes/default.md", "layouts/single.html", "themes/x/layouts/a.html",
              "static/a.html", "public/news/a/index.html"]),
    "hugo of old": (HUGO, {"config.yaml": "", "layouts/a.html": ""}, ["content/a.md"], []),
    "jekyll": (JEKYLL, {"_config.yml": ""}, ["_posts/2025-04-15-a.md", "about.md", "news/index.html"],
               ["_layouts/default.html", "_includes/head.html", "_site/a.html", "index.html",
                "404.html", "vendor/gem/a.md"]),
    "eleventy": (ELEVENTY, {"eleventy.config.js": ""}, ["content/a.md", "src/posts/b.md"],
                 ["_includes/base.html", "src/_includes/base.html", "_site/a.html", "404.md"]),
    "eleventy by its package": (ELEVENTY, {"package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}',
                                           "_config.yml": ""}, ["a.md"], []),
    "astro": (ASTRO, {"astro.config.mjs": ""}, ["src/content/news/a.md", "src/pages/a.md"],
              ["src/layouts/a.html", "public/a.html", "dist/a.html", "src/components/a.md"]),
    "wordpress": (WORDPRESS, {"wp-config.php": ""}, ["posts/a.md"], ["wp-content/themes/a.html"]),
    "wordpress by its export": (
        WORDPRESS, {"site.xml": '<rss xmlns:wp="http://wordpress.org/export/1.2/">'},
        ["posts/a.md"], ["attachments/b.md"]),
    "drafts": (None, {"a.txt": TWICE, "feed.xml": "<rss/>"}, ["a.md"], []),
}  # fmt: skip


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "home"


def put(name: str, text: str = TWICE) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_stories_are_checked_and_the_site_is_not(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site, marks, stories, others = KINDS[kind]
    for name, text in marks.items():
        put(name, text)
    assert site_in(".") == site
    for name in (*stories, *others):
        put(name)
    assert main(["init"]) == 0
    said = f"copydesk.toml: written for {site.name if site else 'a folder of drafts'}.\n"
    assert capsys.readouterr().out == said
    main(["check", "--format", "concise", "-q", "--select", "sentence/doubled-word"])
    found = {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert found >= set(stories)
    assert found.isdisjoint(others)


def test_what_is_there_stays(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    put("copydesk.toml", 'style = "ap"\n')
    assert main(["init"]) == 2
    told = "copydesk: copydesk.toml: there is a config already; nothing was written\n"
    assert capsys.readouterr().err == told
    assert Path("copydesk.toml").read_text() == 'style = "ap"\n'
    Path("copydesk.toml").unlink()
    put("pyproject.toml", '[tool.copydesk]\nstyle = "ap"\n')
    assert main(["init"]) == 2
    assert "pyproject.toml: there is a config already" in capsys.readouterr().err
    assert not Path("copydesk.toml").exists()


def test_no_link_is_followed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outside = home.parent / "outside.toml"
    os.symlink(outside, "copydesk.toml")
    assert main(["init"]) == 2
    assert not outside.exists()
    assert "nothing was written" in capsys.readouterr().err


def test_another_folder_and_none(capsys: pytest.CaptureFixture[str]) -> None:
    put("site/_config.yml", "")
    assert main(["init", "site"]) == 0
    assert "_posts/" in Path("site/copydesk.toml").read_text("utf-8")
    assert main(["init", "none"]) == 2
    assert "none: no such folder" in capsys.readouterr().err


def test_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    put("copydesk.toml", 'style = "ap"\n')
    assert main(["init", "--print"]) == 0
    assert capsys.readouterr().out == starter(None)


@pytest.mark.parametrize("site", [None, *SITES], ids=lambda one: one.name if one else "none")
def test_every_example_in_it_can_be_used(site: Site | None) -> None:
    from tests.schemas.test_schemas import faults

    text = re.sub(r"(?m)^# (?=[\[a-z\"-]+[\]]?\]?( = |$))", "", starter(site))
    assert 'ignore = ["sentence"]' in text.splitlines()
    put("copydesk.toml", text)
    put("words.txt", "Kworn\n")
    put("words.toml", '[forms]\na = ["b"]\n')
    put("mayors.toml", '[sources.a]\nname = "a"\nlicence = "a"\nas-of = 2026-01-01\n')
    assert faults("config", Path("copydesk.toml")) == ""
    assert main(["config"]) == 0


def test_patterns_of_folders_do_not_reach_into_stories() -> None:
    for site in (HUGO, JEKYLL, ASTRO):
        patterns = tuple(pattern for pattern, _ in site.other)
        assert all(pattern.startswith("/") for pattern in patterns)
        for folder in site.content:
            assert not path_matches(patterns, ".", f"{folder}data/assets/a.md")
