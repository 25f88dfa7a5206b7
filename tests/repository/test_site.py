"""The site: built without a warning, every link leads somewhere, nothing comes from elsewhere.

And the same pages on GitHub: relative links and the headings that they name.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from markdown_it import MarkdownIt

from tools.site.links import anchors, dead_links, fault, links, slug

ROOT = Path(__file__).resolve().parents[2]
NAV = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["nav"]
COUNTED = {"a", "blockquote", "code", "h1", "h2", "h3", "li", "ol", "pre", "strong", "table", "td", "ul"}  # fmt: skip


class Page(HTMLParser):
    """What a page links to, loads and can be linked at, and the elements of its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.targets: list[str] = []
        self.loads: list[str] = []
        self.elements: Counter[str] = Counter()
        self.in_text = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.ids.add(said.get("id", ""))
        self.in_text |= tag == "article"
        if tag == "a" and "href" in said:
            self.targets.append(said["href"])
        elif tag == "link" and said.get("rel") not in ("canonical", "next", "prev"):
            self.loads.append(said["href"])
        if "src" in said:
            self.loads.append(said["src"])
        if self.in_text and tag in COUNTED and said.get("class") != "headerlink":
            self.elements[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        self.in_text &= tag != "article"


def build(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    words = ["-m", "mkdocs", "build", "--strict", "--site-dir", str(target)]
    return subprocess.run(
        [sys.executable, *words, "--config-file", str(source)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The pages of the site by their address, such as ``editors/index.html``."""
    folder = tmp_path_factory.mktemp("site")
    done = build(ROOT / "mkdocs.yml", folder)
    assert done.returncode == 0, done.stderr
    assert re.findall(r"^(?:WARNING|ERROR).*", done.stdout + done.stderr, re.M) == []
    for path in ("ci/github.yml", "ci/gitlab.yml", "site.css", "search/search_index.json"):
        assert (folder / path).stat().st_size > 100
    found = {
        path.relative_to(folder).as_posix(): Page(path.read_text("utf-8"))
        for path in folder.rglob("*.html")
    }
    return found | {
        path.relative_to(folder).as_posix(): Page("")
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".html"
    }


def dead(pages: dict[str, Page]) -> Iterator[str]:
    """The links within a site that lead to no page, file or heading."""
    for address, page in pages.items():
        if address == "404.html":  # its links are those of the root of the server
            continue
        for target in [*page.targets, *page.loads]:
            parts = urlsplit(target)
            if parts.scheme or parts.netloc:
                continue
            led = (Path("/", address).parent / unquote(parts.path)).as_posix()
            name = Path("/x", led.lstrip("/")).resolve().relative_to("/x").as_posix()
            if parts.path == "":
                name = address
            elif parts.path.rpartition("/")[2] in ("", ".", ".."):
                name = f"{name}/index.html".removeprefix("./")
            if name not in pages:
                yield f"{address}: {target} leads to no page"
            elif parts.fragment and unquote(parts.fragment) not in pages[name].ids:
                yield f"{address}: {target} leads to no heading"


# One worker builds the site once.
one_site = pytest.mark.xdist_group("site")


@one_site
@pytest.mark.process
def test_every_page_of_the_navigation_is_there(site: dict[str, Page]) -> None:
    for address in ("index", "editors/index", "rules/index", "rules/titles/stale/index", "contributing/index",
                    "architecture/index", "changelog/index", "security/index", "releasing/index"):  # fmt: skip
        assert site[f"{address}.html"].elements["h1"] == 1
    rules = [name for name in site if name.startswith("rules/") and name.count("/") == 3]
    assert len(rules) == len(list((ROOT / "docs/rules").glob("*/*.md")))
    start = site["index.html"].targets
    assert {name.removesuffix("index.html") for name in rules} <= set(start)


@one_site
@pytest.mark.process
def test_every_link_of_the_site_leads_somewhere(site: dict[str, Page]) -> None:
    assert sum(len(page.targets) for page in site.values()) > 1000
    assert list(dead(site)) == []


def test_dead_links_of_a_site_are_seen() -> None:
    pages = {
        "index.html": Page('<h1 id="top"></h1><a href="#top"></a><a href="a/"></a><a href="b/"></a>'),
        "a/index.html": Page('<a href="..#top"></a><a href="../#end"></a><a href=".."></a><img src="p">'),
    }  # fmt: skip
    assert list(dead(pages)) == [
        "index.html: b/ leads to no page",
        "a/index.html: ../#end leads to no heading",
        "a/index.html: p leads to no page",
    ]


@one_site
@pytest.mark.process
def test_the_site_loads_nothing_from_elsewhere(site: dict[str, Page]) -> None:
    loaded = {one for page in site.values() for one in page.loads}
    assert "site.css" in loaded
    assert {one for one in loaded if urlsplit(one).netloc} == set()


@one_site
@pytest.mark.process
def test_a_page_has_the_same_lists_and_tables_as_on_github(site: dict[str, Page]) -> None:
    """Python-Markdown wants a blank line before a list and four spaces below one; GitHub does not."""
    reader = MarkdownIt("commonmark").enable("table")
    pages = [*(ROOT / "docs").rglob("*.md"), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md",
             "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md", "RELEASING.md", "changes/README.md"))]  # fmt: skip
    for page in pages:
        address = page.relative_to(ROOT).as_posix().removeprefix("docs/").removesuffix(".md")
        address = address.removesuffix("README").rstrip("/")
        if page.parent == ROOT:
            address = address.lower()
        there = site[f"{address}/index.html".lstrip("/")].elements
        here = Page(f"<article>{reader.render(page.read_text('utf-8'))}</article>").elements
        assert here == there, page.name


@pytest.mark.process
@pytest.mark.parametrize(
    "line", ["[one](docs/none.md)", "[one](docs/editors.md#none)", "[one](/docs/editors.md)"]
)
def test_a_dead_link_stops_the_build(line: str, tmp_path: Path) -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    text = text.replace("docs_dir: docs", f"docs_dir: {tmp_path / 'docs'}")
    text = text[: text.index("\nhooks:")] + text[text.index("\ntheme:") : text.index("\nnav:")]
    (tmp_path / "mkdocs.yml").write_text(
        text.replace("extra_css", "# extra_css", 1).replace("  - site.css\n", "")
    )
    (tmp_path / "docs" / "docs").mkdir(parents=True)
    (tmp_path / "docs" / "docs" / "editors.md").write_text("# Editors\n")
    (tmp_path / "docs" / "index.md").write_text("# Start\n\n[one](docs/editors.md#editors)\n")
    assert build(tmp_path / "mkdocs.yml", tmp_path / "site").returncode == 0
    (tmp_path / "docs" / "index.md").write_text(f"# Start\n\n{line}\n")
    assert build(tmp_path / "mkdocs.yml", tmp_path / "site").returncode == 1


# On GitHub


def test_every_link_on_github_leads_somewhere() -> None:
    assert list(dead_links()) == []


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Try it", "try-it"),
        ("A term entry (no programming)", "a-term-entry-no-programming"),
        ("Rules, 67 in ten groups", "rules-67-in-ten-groups"),
        ("What it is not, and what it costs", "what-it-is-not-and-what-it-costs"),
        ("`copydesk check` & `--fix`", "copydesk-check----fix"),
        ("Été “quoted”", "été-quoted"),
    ],
)
def test_headings_are_named_as_github_names_them(heading: str, name: str) -> None:
    assert anchors(f"# {heading}\n") == {name}
    assert slug(heading.replace("`", "")) == name


def test_a_heading_that_is_there_twice() -> None:
    assert anchors("# One\n\n## One\n\nOne\n---\n\n```\n# Two\n```\n") == {"one", "one-1", "one-2"}


def test_links_in_code_are_none() -> None:
    text = "`[a](b)` [c](d)\n\n```\n[e](f)\n```\n\n| x |\n|---|\n| ![g](h.png) |\n"
    assert [one.target for one in links(text)] == ["d", "h.png"]


@pytest.fixture
def pages(tmp_path: Path) -> Callable[[str], list[str]]:
    """The dead links of a repository with a page of this text."""
    root = tmp_path / "repository"
    (root / "docs").mkdir(parents=True)
    (tmp_path / "outside.md").write_text("# Out\n")
    (root / "docs" / "one.md").write_text("# One\n\n[up](../README.md#start)\n")

    def tried(text: str) -> list[str]:
        (root / "README.md").write_text(f"# Start\n\n{text}\n")
        return list(dead_links(root))

    return tried


@pytest.mark.parametrize(
    "text",
    [
        "[a](docs/one.md)",
        "[a](docs/one.md#one)",
        "[a](#start)",
        "[a](docs)",
        "[a](https://a.b/c#d)",
    ],
)
def test_a_link_that_is_right(text: str, pages: Callable[[str], list[str]]) -> None:
    assert pages(text) == []


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("docs/two.md", "leads to no file"),
        ("docs/one.md#two", "leads to no heading"),
        ("#One", "leads to no heading"),
        ("../outside.md", "leads out of the repository"),
    ],
)
def test_a_link_that_is_dead(target: str, told: str, pages: Callable[[str], list[str]]) -> None:
    assert pages(f"[a]({target})") == [f"README.md:3: {target} {told}"]
    assert fault(ROOT / "README.md", "mailto:a@example.org") == ""


def test_the_order_of_the_navigation() -> None:
    assert [next(iter(one)) for one in NAV] == [
        "Start", "For editors", "Stylebook", "CI", "Upgrades", "Library", "Plugins", "Rules", "Glossary",
        "Contributing", "Architecture", "Changelog", "Security", "Releasing",
    ]  # fmt: skip
