"""What a stylebook costs as it grows: time at start and per article, by size.

Run: python -m bench.terms_scaling [ARTICLE …]

The terms are made up from syllables, so that some of them share words; one in a
hundred of them stands in the articles. Without articles, made-up ones are used.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from copydesk.document import Document
from copydesk.files.data_file import DataFile
from copydesk.model.findings import Severity
from copydesk.terms.hits import Scope
from copydesk.terms.match import find_terms
from copydesk.terms.store import load_table
from copydesk.testing.rule_examples import document

SIZES = (100, 1_000, 13_000, 100_000)
_SYLLABLES = [a + b for a in "bcdfghjklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or")]


def word(rng: random.Random) -> str:
    """A made-up word of two to four syllables."""
    return "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(2, 4)))


def pack(size: int) -> DataFile:
    """A pack of that many terms, of one to three words."""
    rng = random.Random(size)
    lines = ["[rule]", 'id = "bench/terms"', 'summary = "Bench."', 'severity = "style"', "[forms]"]
    seen: set[str] = set()
    while len(seen) < size:
        seen.add(" ".join(word(rng) for _ in range(rng.choice((1, 1, 2, 3)))))
    lines += [f'"{term} (house form)" = ["{term}"]' for term in sorted(seen)]
    return DataFile(f"{size}.toml", "\n".join(lines).encode())


def made_up_article(seed: int) -> str:
    """About 2.7 kB of made-up words."""
    rng = random.Random(seed)
    sentences = (" ".join(word(rng) for _ in range(18)).capitalize() + "." for _ in range(21))
    return "\n\n".join(sentences)


def milliseconds(action: object, times: int) -> float:
    """The median CPU time of a call, in milliseconds."""
    assert callable(action)
    taken = []
    for _ in range(times):
        start = time.process_time()
        action()
        taken.append((time.process_time() - start) * 1000)
    return median(taken)


def main(paths: list[str]) -> None:
    """Print the table."""
    texts = [Path(path).read_text("utf-8") for path in paths] or [
        made_up_article(seed) for seed in range(20)
    ]
    size = sum(map(len, texts)) / len(texts)
    print(f"{len(texts)} articles of {size:,.0f} characters on average; milliseconds, medians")
    print(f"{'terms':>8} {'first build':>12} {'start, warm':>12} {'an article':>12}")
    for count in SIZES:
        with tempfile.TemporaryDirectory() as cache:
            content = pack(count).content
            files = [DataFile(f"{count}.toml", content)]
            build = milliseconds(lambda: load_table(files, cache), 1)  # noqa: B023
            start = milliseconds(
                lambda: load_table([DataFile(f"{count}.toml", content)], cache),  # noqa: B023
                20,
            )
            table = load_table(files, cache)
            scope = Scope({"bench/terms": Severity.STYLE})
            each = []
            for text in texts:
                docs: list[Document] = [document(text) for _ in range(5)]
                for doc in docs:
                    assert doc.text
                each.append(milliseconds(lambda: find_terms(docs.pop(), table, scope), 5))  # noqa: B023
        print(f"{count:>8,} {build:>12.1f} {start:>12.2f} {median(each):>12.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
