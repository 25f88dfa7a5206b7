"""Fingerprints: identifiers of findings that do not change when lines move."""

from __future__ import annotations

from hashlib import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.model.placed import PlacedFinding

_LENGTH = 32  # hexadecimal digits of a digest to keep


def fingerprints(findings: Iterable[PlacedFinding]) -> list[str]:
    """A unique fingerprint for each finding of one file, in the order of the findings.

    It depends only on the rule, the words and their sentence, with white space
    collapsed, not on line or column. Findings that agree in all three are
    numbered from 1: ``…:1``, ``…:2``.
    """
    seen: dict[str, int] = {}
    names: list[str] = []
    for finding in findings:
        name = context_hash(finding)
        seen[name] = seen.get(name, 0) + 1
        names.append(f"{name}:{seen[name]}")
    return names


def context_hash(finding: PlacedFinding) -> str:
    """A digest of a finding's rule, words and sentence, whatever the line breaks."""
    words = " ".join(finding.range.text.split())
    context = " ".join(finding.context.split())
    data = "\0".join((finding.rule, words, context)).encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:_LENGTH]
