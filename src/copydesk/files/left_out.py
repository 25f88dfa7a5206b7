"""What a search for drafts passes over although it may hold copy: other formats, some folders."""

from __future__ import annotations

import os

from copydesk.files.no_draft import is_no_draft
from copydesk.model.gaps import FOLDER, FORMAT, Gap

# Formats in which people write copy, and which copydesk does not read.
_TEXTS = frozenset(
    (
        "rst", "rest", "adoc", "asciidoc", "org", "tex", "textile", "wiki", "mediawiki",
        "creole", "typ", "qmd", "rmd", "ipynb", "fountain", "mdwn", "mdc", "markdoc",
        "mdoc", "livemd", "xhtml", "xht", "shtml", "phtml", "eml", "mht", "mhtml", "fdx", "tid",
        "docbook", "dita", "nitf", "newsml", "story", "article", "draft", "copy",
    )
)  # fmt: skip
# What lies beside drafts and holds none: pictures, sounds, data, code, settings, leftovers.
_OTHERS = frozenset(
    (
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "avif", "svg", "svgz", "ico", "bmp",
        "tif", "tiff", "heic", "heif", "psd", "ai", "eps", "raw", "cr2", "nef", "dng", "xcf",
        "mp3", "mp4", "m4a", "m4v", "wav", "ogg", "oga", "ogv", "flac", "aac", "mov", "avi", "mkv",
        "webm", "wmv", "vtt", "srt", "json", "jsonl", "geojson", "topojson", "ndjson", "yaml",
        "yml", "toml", "ini", "cfg", "conf", "csv", "tsv", "psv", "xml", "xsd", "xsl", "rss",
        "atom", "kml", "kmz", "gpx", "shp", "shx", "dbf", "prj", "parquet", "feather", "sqlite",
        "sqlite3", "db", "sql", "py", "pyi", "pyc", "ipy", "js", "mjs", "cjs", "jsx", "ts", "tsx",
        "css", "scss", "sass", "less", "vue", "svelte", "astro", "php", "rb", "erb", "go", "rs",
        "c", "h", "cc", "cpp", "hpp", "cs", "java", "kt", "swift", "lua", "pl", "pm", "r", "jl",
        "sh", "bash", "zsh", "fish", "ps1", "bat", "cmd", "mk", "cmake", "gradle", "tf", "njk",
        "liquid", "hbs", "mustache", "ejs", "pug", "haml", "jinja", "jinja2", "j2", "tmpl", "tpl",
        "lock", "log", "bak", "tmp", "temp", "swp", "swo", "orig", "rej", "old", "patch", "diff",
        "map", "min", "woff", "woff2", "ttf", "otf", "eot", "bin", "exe", "dll", "so", "dylib",
        "whl", "egg", "jar", "war", "class", "o", "a", "tar", "tgz", "zst", "lz", "dmg", "iso",
        "pem", "crt", "key", "pub", "sig", "asc", "gpg", "sha256", "md5", "url", "webloc", "lnk",
        "ics", "vcf", "bib", "cls", "sty", "bst", "aux", "po", "pot", "mo", "ftl", "strings",
        "plist", "editorconfig", "in", "example", "sample", "dist", "env", "template", "graphql",
        "proto", "wasm", "ps", "dot", "puml", "mmd", "drawio", "excalidraw", "blend", "obj", "stl",
        "glb", "gltf", "npy", "npz", "pkl", "pickle", "mat", "rdata", "rds", "dta", "sav", "hdf5",
        "h5", "nc", "las", "out", "license", "icml", "ds_store",
    )
)  # fmt: skip
_LOOKED_AT = 2_000  # entries of a hidden folder at most
# Hidden folders of tools, however many texts they hold.
_TOOLS = frozenset(
    (
        ".git", ".github", ".gitlab", ".venv", ".tox", ".nox", ".vscode", ".idea", ".cache",
        ".copydesk", ".obsidian", ".trash", ".hg", ".svn", ".next", ".nuxt", ".astro", ".husky",
        ".bundle", ".npm", ".yarn", ".eggs", ".ipynb_checkpoints", ".devcontainer", ".circleci",
        ".changeset", ".config", ".local",
    )
)  # fmt: skip


def unread(name: str, beside: bool) -> Gap | None:
    """What to note of a file that no parser reads; None if it is not known to hold copy.

    Args:
        name: its name.
        beside: whether there are drafts in the same folder; then a file of an unknown
            format may be one, too.
    """
    stem, dot, ending = name.rpartition(".")
    low = ending.lower()
    if not (stem and dot) or not low.isascii() or not low.isalpha():
        return None
    if low in _TEXTS or (beside and low not in _OTHERS):
        return Gap(name, FORMAT, f"copydesk does not read .{ending}")
    return None


def linked(path: str) -> Gap | None:
    """What to note of a link to a folder; None if it leads to a place above, or in the same one."""
    real, here = os.path.realpath(path), os.path.realpath(os.path.dirname(path))
    if os.path.join(here, "").startswith(os.path.join(real, "")):
        return None
    return Gap(path, FOLDER, "a link to a folder, which is not followed; name the folder itself")


def hidden(path: str, endings: tuple[str, ...]) -> Gap | None:
    """What to note of a folder that is skipped by its name; None if no draft lies right in it."""
    name = os.path.basename(path)
    if name in _TOOLS or name.endswith(("_cache", "-cache")) or os.path.islink(path):
        return None
    try:
        with os.scandir(path) as entries:
            for _, entry in zip(range(_LOOKED_AT), entries, strict=False):
                if entry.name == "pyvenv.cfg":
                    return None
                is_text = entry.name.lower().endswith(endings) and entry.name[0] != "."
                if is_text and not is_no_draft(entry.path):
                    break
            else:
                return None
    except OSError:
        return None
    kind = "a hidden folder" if name.startswith(".") else f"a folder called {name}"
    return Gap(path, FOLDER, f"{kind}, which is not searched; name it to check the drafts in it")
