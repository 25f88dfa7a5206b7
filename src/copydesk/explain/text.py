"""The page of a rule as plain text, for the terminal."""

from __future__ import annotations

import textwrap

from copydesk.rules.rule import Bad

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.explain.page import RulePage, Term
    from copydesk.rules.rule import Good
    from copydesk.terms.entry import Entry

_WIDTH = 88
MOST_TERMS = 12  # entries of a rule that are shown
_MOST_EXCEPTIONS = 6  # exceptions of an entry that are shown


def as_text(page: RulePage) -> str:
    """The page, beginning with the rule's id."""
    text = "\n".join(_lines(page))
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _lines(page: RulePage) -> Iterator[str]:
    yield f"{page.id}: {page.standing}"
    if page.unavailable:
        yield f"unavailable here: {page.unavailable}"
    yield ""
    yield page.summary
    if page.reason:
        yield ""
        yield from _wrapped(page.reason)
    if page.source:
        yield f"\nSource: {page.source}"
    for option in page.options:
        yield f"\nOption {option.name} ({option.type_name}; default {option.default!r})"
        yield from _wrapped(option.doc, "  ")
    if page.examples:
        yield from _examples(page.examples)
    if page.terms:
        yield from _terms(page.terms)
    yield ""
    yield f"To turn it off: <!-- stet: {page.id}: reason --> before the paragraph (Markdown, HTML),"
    yield f'or in copydesk.toml: ignore = ["{page.id}"]'


def _examples(examples: tuple[Good | Bad, ...]) -> Iterator[str]:
    for title, kind in (("Wrong", True), ("Right", False)):
        chosen = [one for one in examples if isinstance(one, Bad) is kind]
        yield f"\n{title}:"
        for example in chosen:
            yield f"  {one_line(example.text)}{circumstances(example)}"
            if isinstance(example, Bad) and example.fixed is not None:
                yield f"    → {one_line(example.fixed) or '(nothing)'}"


def one_line(text: str) -> str:
    """An example on one line, with line breaks shown as marks."""
    return text.strip().replace("\n\n", " ¶ ").replace("\n", " / ")


def _terms(terms: tuple[Term, ...]) -> Iterator[str]:
    many = f"{len(terms):,} entries; for example:" if len(terms) > 1 else "One entry:"
    yield f"\n{many}"
    for term in terms[:MOST_TERMS]:
        yield f"  {one_line(term.bad[0].text) if term.bad else ', '.join(term.entry.avoid)}"
        yield from (f"    {line}" for line in facts(term))


def circumstances(example: Good | Bad) -> str:
    """The date, options and house style that an example needs, in brackets."""
    settings = [*example.options.items(), *example.style.items()]
    said = [example.date, *(f"{key}: {value}" for key, value in settings)]
    said += ["final"] if example.final else []
    said += [f"beside: {one_line(text)}" for text in example.beside]
    told = "; ".join(filter(None, said))
    return f"   ({told})" if told else ""


def facts(term: Term) -> Iterator[str]:
    """The details of an entry, one line each."""
    entry = term.entry
    if entry.use is not None:
        yield f"→ {entry.use or '(delete)'}"
    if term.good:
        yield f"right: {one_line(term.good[0])}"
    if entry.exceptions:
        yield f"except: {but(entry)}"
    if entry.since or entry.until:
        yield f"valid: {entry.since or '…'} to {entry.until or 'now'}"
    if entry.style:
        yield f"only with: --style {entry.style}"
    if entry.source:
        yield f"source: {entry.source}"


def but(entry: Entry) -> str:
    """The exceptions of an entry; only the first few if there are many."""
    shown, more = entry.exceptions[:_MOST_EXCEPTIONS], len(entry.exceptions) - _MOST_EXCEPTIONS
    return "; ".join((*shown, f"and {more} more")) if more > 0 else "; ".join(shown)


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from textwrap.wrap(
            " ".join(paragraph.split()).replace("``", "`"),
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
        )
        yield ""
