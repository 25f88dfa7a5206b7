"""Compiles packs into a term table: each form under its rarest-looking word."""

from __future__ import annotations

from copydesk.cache.hash_table import lay_out
from copydesk.document.words import plain, word_keys
from copydesk.model.errors import DataError
from copydesk.terms import literals
from copydesk.terms.pattern_size import LONGEST, MOST, is_too_large
from copydesk.terms.table import MAGIC, USE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import TypeAlias

    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import Pack
    from copydesk.terms.table import TermTable

    Postings: TypeAlias = "dict[str, list[tuple[int, str, int, bool]]]"  # by word
    Needles: TypeAlias = "list[tuple[str, int]]"

_ROOM = 4  # slots per word: so many that most words of a text find an empty one
# Words that are frequent in every story.
_COMMON_WORDS = """
the of and to in that for is on was with as he it at by from his be has have had not are were
will would said they their who which this but an its been after more about when there than she
her him them also into other out up over could because before some
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def compile_packs(packs: Iterable[Pack]) -> bytes:
    """Compile packs into a term table, as bytes.

    If two packs avoid the same form under the same rule and style, the later one
    wins: a newsroom's list comes after the built-in ones.

    Raises:
        DataError: a pattern is invalid, or has no literal to look for.
    """
    packs = list(packs)
    entries = _entries(packs)
    return _laid_out(packs, entries, range(len(entries)))


def compile_over(base: TermTable, packs: Iterable[Pack]) -> bytes:
    """Compile packs that come after those of a table, which are not read again.

    Args:
        base: the table.
        packs: the later packs; of the base's entries those that avoid a form which
            these avoid too lose it.

    Returns:
        The bytes for ``OverTable``.

    Raises:
        DataError: as ``compile_packs``.
    """
    packs = list(packs)
    entries = _entries(packs)
    changed = _changed(base, entries)
    kept = {number: entry for number, entry in changed.items() if entry.avoid or entry.match}
    numbers = [*kept, *range(len(base), len(base) + len(entries))]
    records = {number: record for record, number in enumerate(kept)}
    over = (len(base), {number: records.get(number, -1) for number in changed})
    return _laid_out(packs, [*kept.values(), *entries], numbers, over)


def _laid_out(
    packs: list[Pack], entries: list[Entry], numbers: Sequence[int], over: tuple[object, ...] = ()
) -> bytes:
    postings: Postings = {}
    needles: Needles = []
    for number, entry in zip(numbers, entries, strict=True):
        _index_entry(number, entry, postings, needles)
        _index_use(number, entry, postings, bool(over))
    headers = {pack.header.id: pack.header for pack in packs if pack.header is not None}
    rows = [(h.id, int(h.severity), *h[2:]) for _, h in sorted(headers.items())]
    styles = [tuple(pack.style) for pack in packs if pack.style.name]
    used: dict[str, str] = {}
    for entry in entries:
        used.setdefault(entry.rule, f"{entry.pack}:{entry.line}")
    rest = (rows, sorted(needles), styles, sorted(used.items()), *over)
    return lay_out(MAGIC, postings, [*map(tuple, entries)], rest, _ROOM)


def _entries(packs: list[Pack]) -> list[Entry]:
    """The entries of packs without the forms that an entry of a later pack also avoids."""
    entries = [entry for pack in packs for entry in pack.entries]
    last: dict[tuple[str, str, str], str] = {}
    for entry in entries:
        for form in entry.avoid:
            last[(entry.rule, entry.style, form)] = entry.pack
    kept = []
    for entry in entries:
        rule, style, pack = entry.rule, entry.style, entry.pack
        avoid = tuple(form for form in entry.avoid if last[(rule, style, form)] == pack)
        if avoid or entry.match:
            for pattern in entry.match:
                _try_pattern(entry, pattern)
            widths = tuple(map(literals.widths, entry.match))
            reaches = tuple(map(literals.reach, entry.match))
            words = tuple(map(_word, entry.match)) if len(entry.match) > 1 else ()
            kept.append(entry._replace(avoid=avoid, widths=widths, reaches=reaches, words=words))
    return kept


def _word(pattern: str) -> str:
    """A word in lower case without which a pattern cannot match; empty if none is known."""
    return next(iter(literals.needed(pattern)[0]), "").lower()


def _changed(base: TermTable, entries: list[Entry]) -> dict[int, Entry]:
    """The entries of the base that lose forms to later ones, by number."""
    found: dict[int, Entry] = {}
    for later in entries:
        for form in later.avoid:
            for number in _numbers(base, plain(form)):
                entry = found.get(number) or base.entry(number)
                if (entry.rule, entry.style) == (later.rule, later.style) and form in entry.avoid:
                    left = tuple(one for one in entry.avoid if one != form)
                    found[number] = entry._replace(avoid=left)
    return dict(sorted(found.items()))


def _numbers(base: TermTable, form: str) -> set[int]:
    """The entries of the base that have a form."""
    words = word_keys(form)
    if not words:
        return {number for needle, number in base.needles if needle == form}
    return {row.entry for row in base.postings(_key_word(words)[1]) if row.form == form}


def _index_entry(
    index: int,
    entry: Entry,
    postings: Postings,
    needles: Needles,
) -> None:
    for form in entry.avoid:
        _index_form(index, plain(form), postings, needles)
    if entry.match:
        for need, is_whole in _needs(entry):
            if is_whole:
                _index_form(index, need, postings, needles, need=True)
            else:
                needles.append((need, index))


def _index_use(index: int, entry: Entry, postings: Postings, single: bool) -> None:
    """Index the form to use under each of its words; a single word only if it may matter."""
    if not entry.use or entry.variants:
        return
    use = plain(entry.use)
    words = {word: offset for offset, word in word_keys(use)}
    if len(words) > 1 or single or entry.style:
        for word, offset in words.items():
            postings.setdefault(f"{USE}{word}", []).append((index, use, offset, False))


def _index_form(
    index: int,
    form: str,
    postings: Postings,
    needles: Needles,
    *,
    need: bool = False,
) -> None:
    """Index a form under its longest word; under a common one only if it has no other."""
    words = word_keys(form)
    if not words:
        needles.append((form, index))
        return
    offset, word = _key_word(words)
    postings.setdefault(word, []).append((index, form, offset, need))


def _key_word(words: list[tuple[int, str]]) -> tuple[int, str]:
    return max(words, key=lambda item: (_is_rare(item[1]), len(item[1])))


def _is_rare(word: str) -> bool:
    """Whether a word is infrequent in most stories; short ones may be parts of words: n't."""
    return len(word) > 2 and word not in _COMMON


def _needs(entry: Entry) -> list[tuple[str, bool]]:
    """The literals of which the patterns need one; True for whole words, False for others."""
    if entry.needs:
        return [(plain(need), True) for need in entry.needs]
    found: list[tuple[str, bool]] = []
    for pattern in entry.match:
        words, stretches = literals.needed(pattern)
        if not words and not stretches:
            raise DataError(
                f"{entry.pack}:{entry.line}: the pattern {pattern!r} has no word that "
                'must occur; say which words it needs: needs = ["…"]'
            )
        found += [(word, True) for word in words] + [(text, False) for text in stretches]
    return found


def _try_pattern(entry: Entry, pattern: str) -> None:
    import regex

    if is_too_large(pattern):
        raise DataError(
            f"{entry.pack}:{entry.line}: the pattern {pattern[:40]!r} … is too large: it is "
            f"longer than {LONGEST:,} characters, or its counts make more than {MOST:,} parts"
        )
    try:
        regex.compile(pattern)
    except regex.error as error:
        raise DataError(
            f"{entry.pack}:{entry.line}: the pattern {pattern!r} is wrong: {error}"
        ) from None
