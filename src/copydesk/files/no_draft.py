"""Recognises files that are not drafts: licences, notices, lists for programs."""

from __future__ import annotations

import os

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

# What a program keeps as text: index.html.txt.
_OF_CODE = tuple(
    f".{kind}.txt" for kind in ("html", "xml", "css", "js", "ts", "json", "yaml", "yml", "toml",
                                "py", "sh", "svg", "csv")
)  # fmt: skip


def is_no_draft(path: str) -> bool:
    """Whether the name is that of a licence, a notice, a change log or a list for programs."""
    name = os.path.basename(path)
    low = name.lower()
    if low.endswith(_OF_CODE):
        return True
    if low.partition(".")[0] in _LEGAL or low in _LISTS:
        return True
    first = name.replace("_", "-").replace(".", "-").partition("-")[0]
    if first.isupper() and first.lower() in _LEGAL:
        return True
    return low.startswith(("requirements", "constraints")) and low.endswith(".txt")
