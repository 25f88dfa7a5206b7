"""Hooks of MkDocs: the site has the pages of the repository, under the links that work on GitHub.

MkDocs knows only what lies in ``docs``. Here every file gets the name that it has in the repository
(``docs/editors.md``, ``CONTRIBUTING.md``), so that relative links are resolved and checked as they
stand; its address stays short (``editors/``, ``contributing/``). A link to any other file of the
repository leads to it on GitHub.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, Files

from tools.site.links import slug

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
RULES = "docs/rules/README.md"
_LINK = re.compile(r"(\]\()([^)#\s]+)((?:#[^)\s]*)?\))")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Name headings as GitHub does, and list the rules by group."""
    config.mdx_configs.setdefault("toc", {})["slugify"] = slug
    assert config.nav is not None
    config.nav = [_with_rules(item) for item in config.nav]
    return config


def _with_rules(item: Any) -> Any:
    """Put the pages of the rules below that which lists them."""
    if not isinstance(item, dict) or RULES not in item.values():
        return item
    (title,) = item
    groups = sorted(path for path in (ROOT / "docs/rules").iterdir() if path.is_dir())
    return {
        title: [
            {"All rules": RULES},
            *({group.name.capitalize(): _rules(group)} for group in groups),
        ]
    }


def _rules(group: Path) -> list[dict[str, str]]:
    return [{page.stem: page.relative_to(ROOT).as_posix()} for page in sorted(group.glob("*.md"))]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give the files of ``docs`` their names in the repository, and add the pages elsewhere."""
    found = Files([])
    for file in files:
        if file.src_dir == config.docs_dir:
            file = _file(f"docs/{file.src_uri}", file.dest_uri, config)
        found.append(file)
    for name in _outside(config.nav):
        found.append(_file(name, _address(name), config))
    return found


def _file(name: str, address: str, config: MkDocsConfig) -> File:
    return File(name, str(ROOT), config.site_dir, config.use_directory_urls, dest_uri=address)


def _outside(nav: Any) -> list[str]:
    """Find the pages of the navigation that do not lie in ``docs``."""
    if isinstance(nav, str):
        return [] if nav.startswith("docs/") else [nav]
    below = nav.values() if isinstance(nav, dict) else nav
    return [name for one in below for name in _outside(one)]


def _address(name: str) -> str:
    """Tell where a page outside ``docs`` is on the site."""
    if name == "README.md":
        return "index.html"
    short = name.removesuffix(".md").removesuffix("/README").lower().replace("_", "-")
    return f"{short}/index.html"


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Let links to files that are not on the site lead to GitHub."""
    folder = posixpath.dirname(page.file.src_uri)

    def led(match: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(folder, match[2]))
        if name in files.src_uris or name.startswith("..") or not (ROOT / name).exists():
            return match[0]
        return f"{match[1]}{config.repo_url}/blob/main/{name}{match[3]}"

    return _LINK.sub(led, markdown)
