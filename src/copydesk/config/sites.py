"""Site generators: how to recognise one by its files, and what in its folder is no story."""

from __future__ import annotations

import os

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 4096  # bytes of a file that are looked at


class Site(ValueTuple):
    """A kind of site.

    Attributes:
        name: what it is called, with its article.
        content: the folders that usually hold the stories.
        other: patterns of what belongs to the site, each with what it is.
    """

    name: str
    content: tuple[str, ...]
    other: tuple[tuple[str, str], ...]


HUGO = Site(
    "a Hugo site",
    ("content/",),
    (
        ("/archetypes/", "models of new pages"),
        ("/assets/", "what the site is built from"),
        ("/data/", "data"),
        ("/i18n/", "words of the interface"),
        ("/layouts/", "templates"),
        ("/public/", "the built site"),
        ("/resources/", "what Hugo has built"),
        ("/static/", "files that are copied as they are"),
        ("/themes/", "the themes of others"),
    ),
)
JEKYLL = Site(
    "a Jekyll site",
    ("_posts/", "_drafts/"),
    (
        ("/_data/", "data"),
        ("/_includes/", "parts of pages"),
        ("/_layouts/", "templates"),
        ("/_plugins/", "programs"),
        ("/_sass/", "styles"),
        ("/_site/", "the built site"),
        ("/assets/", "pictures and styles"),
        ("/vendor/", "the software of others"),
        ("/404.html", "an error page"),
        ("/index.html", "a page that lists stories"),
    ),
)
ELEVENTY = Site(
    "an Eleventy site",
    ("content/", "posts/", "src/"),
    (
        ("_data/", "data"),
        ("_includes/", "templates and parts of pages"),
        ("_layouts/", "templates"),
        ("/_site/", "the built site"),
        ("/public/", "files that are copied as they are"),
        ("/404.*", "an error page"),
    ),
)
ASTRO = Site(
    "an Astro site",
    ("src/content/", "src/pages/"),
    (
        ("/dist/", "the built site"),
        ("/public/", "files that are copied as they are"),
        ("/src/assets/", "pictures and styles"),
        ("/src/components/", "parts of pages"),
        ("/src/layouts/", "templates"),
    ),
)
WORDPRESS = Site(
    "an export from WordPress",
    ("posts/", "_posts/", "pages/"),
    (
        ("attachment/", "pages of attachments"),
        ("attachments/", "pages of attachments"),
        ("wp-admin/", "WordPress itself"),
        ("wp-content/", "themes, plugins and uploads"),
        ("wp-includes/", "WordPress itself"),
        ("wp-json/", "data"),
    ),
)


def site_in(folder: str) -> Site | None:
    """The kind of site in a folder, or None if it is none that is known."""
    names = set(os.listdir(folder))
    for site, is_one in _KINDS:
        if is_one(folder, names):
            return site
    return None


def _is_hugo(folder: str, names: set[str]) -> bool:
    if any(name.startswith("hugo.") for name in names):
        return True
    known = {"config.toml", "config.yaml", "config.yml", "config.json", "config"}
    return bool(names & known) and bool(names & {"archetypes", "layouts", "themes"})


def _is_jekyll(folder: str, names: set[str]) -> bool:
    return bool(names & {"_config.yml", "_config.yaml", "_config.toml"}) and not _has(
        folder, "package.json", b'"@11ty/eleventy"'
    )


def _is_eleventy(folder: str, names: set[str]) -> bool:
    own = (".eleventy.", "eleventy.config.")
    return any(name.startswith(own) for name in names) or _has(
        folder, "package.json", b'"@11ty/eleventy"'
    )


def _is_astro(folder: str, names: set[str]) -> bool:
    return any(name.startswith("astro.config.") for name in names) or _has(
        folder, "package.json", b'"astro"'
    )


def _is_wordpress(folder: str, names: set[str]) -> bool:
    if names & {"wp-content", "wp-includes", "wp-config.php"}:
        return True
    exports = sorted(name for name in names if name.endswith(".xml"))[:20]
    return any(_has(folder, name, b"wordpress.org/export/") for name in exports)


def _has(folder: str, name: str, words: bytes) -> bool:
    """Whether the beginning of a regular file has these words."""
    path = os.path.join(folder, name)
    if not os.path.isfile(path) or os.path.islink(path):
        return False
    try:
        with open(path, "rb") as file:
            return words in file.read(_MOST)
    except OSError:
        return False


_KINDS: tuple[tuple[Site, Callable[[str, set[str]], bool]], ...] = (
    (ASTRO, _is_astro),
    (ELEVENTY, _is_eleventy),
    (JEKYLL, _is_jekyll),
    (HUGO, _is_hugo),
    (WORDPRESS, _is_wordpress),
)
