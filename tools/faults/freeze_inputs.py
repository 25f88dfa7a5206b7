"""The inputs: drafts of our own, which the record keeps, and the real copy beside the project.

Afterwards the record is compared over the inputs that it keeps: a rule's examples
may be worded anew, and tests may move, without a difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tools.faults.freeze_record import digest, name_digest, read_lines, write_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tools.faults.freeze_tool import Tool

ROOT = Path(__file__).resolve().parents[2]
OWN = "own-drafts.jsonl.gz"
EXAMPLES = "mutations-examples.json.gz"
_ENDINGS = {"text": "txt", "markdown": "md", "html": "html"}
_DRAFTS = (".txt", ".md", ".html")
_FOLDERS = ("examples", "tests/data/clean", "tests/data/faulty", "tools/faults/desk")
_WORDS = 150  # of a pack, in one draft
_MOST_WORDS = 2000  # of a pack; of a longer one every second, third … word is taken


class Corpus(NamedTuple):
    """Drafts that are checked in one run: ``name``, and the files by their name in the run."""

    name: str
    files: dict[str, Path]

    def digest(self) -> str:
        """Tells whether the copy is that of the record."""
        return digest([(name, digest(path.read_bytes())) for name, path in self.files.items()])


def gather(folder: Path, tool: Tool) -> None:
    """Write the inputs of our own into the record."""
    walked = tool.walk()
    drafts = {**dict(_repository()), **dict(_rules(walked)), **dict(_packs(walked))}
    write_lines(folder / OWN, sorted(drafts.items()))
    write_lines(folder / EXAMPLES, [_plain(rule) for rule in walked["rules"]])


def own_drafts(folder: Path) -> dict[str, str]:
    """The drafts of our own that the record keeps, by name."""
    return dict(read_lines(folder / OWN))


def examples(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """The examples of each rule that the record keeps, their marks taken out."""
    return {rule["id"]: rule["examples"] for rule in read_lines(folder / EXAMPLES)}


def corpora(shared: Path) -> Iterator[Corpus]:
    """The real copy, where it is there; stories and seeds are of one run."""
    if not (shared / "corpora").is_dir():
        return
    together = [*_files(shared, shared / "corpora/stories"), *_files(shared, shared / "seeds")]
    yield Corpus("stories", dict(together))
    for name in ("news", "leftovers", "markdown", "mixed-spelling", "corrections", "newsrooms"):
        folder = shared / "corpora" / name
        yield Corpus(name, dict(_files(folder, folder)))


def sampled(corpus: Corpus, of: int) -> Corpus:
    """One of ``of`` files, by the SHA-1 of the name."""
    kept = {
        name: path for name, path in corpus.files.items() if int(name_digest(name), 16) % of == 0
    }
    return Corpus(corpus.name, kept)


def read_marks(text: str) -> str:
    """A bad example without the marks ``[[`` and ``]]``."""
    plain = ""
    while "[[" in text:
        before, _, rest = text.partition("[[")
        words, _, text = rest.partition("]]")
        if text.startswith("]"):  # the words marked end in a bracket of their own
            words, text = f"{words}]", text[1:]
        plain += before + words
    return plain + text


def _files(base: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in _DRAFTS and path.is_file():
            yield path.relative_to(base).as_posix(), path


def _repository() -> Iterator[tuple[str, str]]:
    for folder in _FOLDERS:
        for name, path in _files(ROOT, ROOT / folder):
            yield name, path.read_bytes().decode("utf-8")


def _rules(walked: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for rule in walked["rules"]:
        for number, one in enumerate(rule["examples"]):
            kind = "good" if one["good"] else "bad"
            ending = _ENDINGS.get(one["format"], "txt")
            yield f"rules/{rule['id']}/{number:02}-{kind}.{ending}", read_marks(one["text"])


def _packs(walked: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for pack in walked["packs"]:
        words = pack["words"][:: -(-len(pack["words"]) // _MOST_WORDS) or 1]
        for number, start in enumerate(range(0, len(words), _WORDS)):
            some = words[start : start + _WORDS]
            copy = "\n\n".join(f"Then {word} stood there." for word in some)
            yield f"packs/{pack['name']}/words-{number:03}.txt", f"The desk\n\n{copy}\n"
        if pack["examples"]:
            copy = "\n\n".join(read_marks(text) for text in pack["examples"])
            yield f"packs/{pack['name']}/examples.txt", f"{copy}\n"


def _plain(rule: dict[str, Any]) -> dict[str, Any]:
    found = []
    for one in rule["examples"]:
        beside = [read_marks(text) for text in one["beside"]]
        found.append({**one, "text": read_marks(one["text"]), "beside": beside})
    return {"id": rule["id"], "examples": found}


def put(files: Mapping[str, Path | str | bytes], folder: Path) -> None:
    """Write drafts, or copies of files, into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.read_bytes() if isinstance(content, Path) else content
        path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)


def shared_by_default() -> Path:
    """The folder of real copy beside the project."""
    return Path(os.path.normpath(ROOT / ".." / "shared"))
