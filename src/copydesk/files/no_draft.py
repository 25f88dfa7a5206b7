"""Recognises files that are not drafts: licences, notices, lists for programs, archetypes."""

from __future__ import annotations

import os

from copydesk.regexes.patterns import pattern

REASON = "not a draft, by its name, so it was not fixed"

# Names without their ending, in any case. After a name in capitals more may follow (LICENSE-MIT).
_LEGAL = frozenset(
    (
        "licence", "license", "unlicence", "unlicense", "copying", "copyright", "notice", "patents",
        "authors", "contributors", "maintainers", "changelog", "changes", "readme",
        "code_of_conduct", "code-of-conduct", "third-party-notices", "third_party_notices",
    )
)  # fmt: skip
_LISTS = frozenset(
    (
        "cmakelists.txt", "robots.txt", "humans.txt", "ads.txt", "app-ads.txt", "security.txt",
        "llms.txt", "llms-full.txt",
    )
)  # fmt: skip

# Words of the names of licences (OFL.txt, license-mit.md, "Apache License 2.0.txt").
_LICENCES = frozenset(
    (
        "licence", "license", "licences", "licenses", "unlicense", "copying", "ofl", "gpl", "lgpl",
        "agpl", "gplv2", "gplv3", "mit", "bsd", "apache", "eula", "mpl", "cc0", "cc", "by", "sa",
        "nc", "nd", "isc", "sil", "creative", "commons", "public", "general", "gnu", "affero",
        "lesser", "free", "documentation", "open", "font", "mozilla", "clause", "version", "v",
    )
)  # fmt: skip
_NAMES_ONE = frozenset(
    (
        "licence", "license", "licences", "licenses", "unlicense", "ofl", "gpl", "lgpl", "agpl",
        "gplv2", "gplv3", "eula", "copying",
    )
)  # fmt: skip
_WORD = pattern(r"[a-z0-9]+")
_OTHERS = ("archetypes", "issue_template", "pull_request_template", "licenses", "licences")
_MOULDS = frozenset(("templates", "_templates", "template", "scaffolds", "archetypes"))
_MOULD = ("-template", "_template", "-boilerplate", "_boilerplate")

# What a program keeps as text: index.html.txt.
_OF_CODE = tuple(
    f".{kind}.txt" for kind in ("html", "xml", "css", "js", "ts", "json", "yaml", "yml", "toml",
                                "py", "sh", "svg", "csv")
)  # fmt: skip


def is_no_draft(path: str) -> bool:
    """Whether the name is that of a licence, a notice, a change log, a list or an archetype."""
    folder, name = os.path.split(path.replace("\\", "/"))
    low = name.lower()
    if low.endswith(_OF_CODE) or os.path.basename(folder).lower() in _OTHERS:
        return True
    if low.partition(".")[0] in _LEGAL or low in _LISTS or _is_licence(low):
        return True
    first = name.replace("_", "-").replace(".", "-").partition("-")[0]
    if first.isupper() and first.lower() in _LEGAL:
        return True
    return low.startswith(("requirements", "constraints")) and low.endswith(".txt")


def _is_licence(name: str) -> bool:
    """Whether a name in lower case has no words but those of a licence's name."""
    words = [match[0] for match in _WORD.finditer(name.rpartition(".")[0] or name)]
    words = [word for word in words if not word.isdigit()]
    return not _NAMES_ONE.isdisjoint(words) and _LICENCES.issuperset(words)


def is_mould(path: str) -> bool:
    """Whether a file is what new files are made from, by its name or the folder that it is in."""
    folders, name = os.path.split(path.replace("\\", "/").lower())
    stem = name.partition(".")[0]
    return stem.endswith(_MOULD) or not _MOULDS.isdisjoint(folders.split("/"))
