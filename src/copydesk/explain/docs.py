"""Write ``docs/rules``: a page for each rule that comes with copydesk.

python -m copydesk.explain.docs            writes the pages
python -m copydesk.explain.docs --check    lists pages that are out of date; exits 1 if any
"""

from __future__ import annotations

import os
import sys

from copydesk.explain.library import Library
from copydesk.explain.markdown import as_markdown, as_table
from copydesk.registry.collect import collect
from copydesk.registry.loader import Plugins
from copydesk.registry.registry import Registry

FOLDER = os.path.join("docs", "rules")
_MADE = "<!-- Made by python -m copydesk.explain.docs from the rule itself: edit that. -->\n"
_INDEX = """\
# Rules

Severity is what the error would cost if published: `stop` means a correction, `fix` a refile,
`style` a breach of house style only, `ask` a question for an editor. A safe fix can be applied
without a look; a suggested fix needs one.

"""


def pages() -> dict[str, str]:
    """The pages by their path in the folder, without third-party plugins."""
    library = Library(Registry(collect(Plugins(installed=[]))))
    found = list(library.pages())
    made = {f"{page.id}.md": _MADE + as_markdown(page) for page in found}
    return {"README.md": _MADE + _INDEX + as_table(found, linked=True), **made}


def differences(folder: str) -> list[str]:
    """The pages that are missing, out of date or left over in a folder, one line each."""
    wanted = pages()
    said: list[str] = []
    for name, text in wanted.items():
        there = _read(os.path.join(folder, name))
        if there != text:
            said.append(f"{name} is {'missing' if there is None else 'out of date'}")
    said += [f"{name} belongs to no rule" for name in sorted(_made_in(folder) - set(wanted))]
    return said


def write(folder: str) -> None:
    """Write the pages, and delete those of rules that no longer exist."""
    wanted = pages()
    for name in _made_in(folder) - set(wanted):
        os.remove(os.path.join(folder, name))
    for name, text in wanted.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8", newline="\n") as handle:
            handle.write(text)


def _made_in(folder: str) -> set[str]:
    """The pages in a folder that this module wrote."""
    found: set[str] = set()
    for where, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(where, name)
            if name.endswith(".md") and (_read(path) or "").startswith(_MADE):
                found.add(os.path.relpath(path, folder).replace(os.sep, "/"))
    return found


def _read(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8") as handle:
            return handle.read()
    except FileNotFoundError:
        return None


def main(words: list[str]) -> int:
    """Write or check the pages, and return the exit status."""
    folders = [word for word in words if not word.startswith("-")]
    folder = folders[0] if folders else FOLDER
    if "--check" not in words:
        write(folder)
        return 0
    wrong = differences(folder)
    for line in wrong:
        print(f"{folder}: {line}; run python -m copydesk.explain.docs", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
