"""Names findings so that they are known again when the lines around them move."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.model.placed import PlacedFinding

_LENGTH = 32  # hexadecimal digits of a digest that are kept


def fingerprints(findings: Iterable[PlacedFinding]) -> list[str]:
    """A name for each finding of one file, in their order; no two are the same.

    A name is made of the rule, the words and their sentence, blanks folded, and
    of nothing else: no line, no column. Findings alike in all three are
    numbered from the first, as ``…:2``.
    """
    seen: dict[str, int] = {}
    names: list[str] = []
    for finding in findings:
        name = context_hash(finding)
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name}:{seen[name]}")
    return names


def context_hash(finding: PlacedFinding) -> str:
    """A digest of a finding's rule, words and sentence; of line breaks it knows nothing."""
    words = " ".join(finding.range.text.split())
    context = " ".join(finding.context.split())
    data = "\0".join((finding.rule, words, context)).encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:_LENGTH]
