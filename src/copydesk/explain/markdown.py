"""The page of a rule as Markdown, for ``docs/rules`` and for code scanning."""

from __future__ import annotations

import re

from copydesk.explain.text import MOST_TERMS, circumstances, facts, one_line
from copydesk.rules.rule import Bad

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.explain.page import RulePage, Term
    from copydesk.rules.rule import Good

_MARKS = re.compile(r"([\\`*\[\]<>|]|(?<!\w)_|_(?!\w))")


def as_markdown(page: RulePage) -> str:
    """The page, ending in a line break."""
    text = "\n\n".join(block.strip("\n") for block in _blocks(page) if block)
    return f"{text}\n"


def as_table(pages: Iterable[RulePage], linked: bool = False) -> str:
    """A table of all rules: severity, default, fix and summary."""
    lines = ["| rule | severity | default | fix | what it checks |", "|---|---|---|---|---|"]
    for page in pages:
        name = f"[{page.id}]({page.id}.md)" if linked else f"`{page.id}`"
        default = "preview" if page.preview else "on" if page.default else "off"
        cells = (name, str(page.severity), default, page.fix, escaped(page.summary))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """A text escaped for Markdown; code in backticks stays code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return _MARKS.sub(r"\\\1", text)
    return "`".join(
        part.replace("|", "\\|") if at % 2 else _MARKS.sub(r"\\\1", part)
        for at, part in enumerate(parts)
    )


def _blocks(page: RulePage) -> Iterator[str]:
    yield f"# {page.id}"
    yield " · ".join((f"**{page.severity}**", *page.circumstances))
    yield escaped(page.summary)
    yield escaped(page.reason)
    yield from _examples(page.examples)
    if page.terms:
        yield from _terms(page.terms)
    if page.options:
        yield from _options(page)
    if page.source:
        yield f"## Source\n\n{escaped(page.source)}"
    yield "## Turning it off"
    yield "For one paragraph, in Markdown and HTML, on the line before it:"
    yield _fenced(f"<!-- stet: {page.id}: reason -->")
    yield "For all drafts, in `copydesk.toml`:"
    yield _fenced(f'ignore = ["{page.id}"]')


def _examples(examples: tuple[Good | Bad, ...]) -> Iterator[str]:
    bad = [one for one in examples if isinstance(one, Bad)]
    good = [one for one in examples if not isinstance(one, Bad)]
    if bad:
        yield "## Wrong"
        yield "The words at fault are between `[[` and `]]`."
        yield _fenced("\n".join(line for one in bad for line in _bad(one)))
    if good:
        yield "## Right"
        yield _fenced("\n".join(_dated(one) for one in good))


def _bad(example: Bad) -> Iterator[str]:
    yield _dated(example)
    if example.fixed is not None:
        yield f"  → {one_line(example.fixed) or '(nothing)'}"


def _dated(example: Good | Bad) -> str:
    return f"{one_line(example.text)}{circumstances(example)}"


def _terms(terms: tuple[Term, ...]) -> Iterator[str]:
    yield "## Entries" if len(terms) > 1 else "## Entry"
    if len(terms) > MOST_TERMS:
        yield f"{len(terms):,} in all; the first {MOST_TERMS}:"
    lines: list[str] = []
    for term in terms[:MOST_TERMS]:
        lines.append(one_line(term.bad[0].text) if term.bad else ", ".join(term.entry.avoid))
        lines += [f"  {line}" for line in facts(term)]
    yield _fenced("\n".join(lines))


def _options(page: RulePage) -> Iterator[str]:
    yield "## Options"
    rows = ["| option | value | default | what it does |", "|---|---|---|---|"]
    for one in page.options:
        kind = f"one of {', '.join(one.choices)}" if one.choices else one.type_name
        default = f"`{one.default!r}`" if one.default not in ("", (), []) else "none"
        rows.append(f"| `{one.name}` | {escaped(kind)} | {default} | {escaped(one.doc)} |")
    yield "\n".join(rows)
    yield f'Set them in `copydesk.toml` under `[rule."{page.id}"]`.'


def _fenced(text: str) -> str:
    """A fenced block, with a fence longer than any in the text."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"
