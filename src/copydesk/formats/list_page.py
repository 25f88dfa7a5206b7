"""A check list as a page to tick off, on a screen or on paper."""

from __future__ import annotations

from hashlib import sha256

from copydesk.formats.html.page import escaped, page_parts
from copydesk.formats.list_lines import TITLES, lines_of
from copydesk.formats.list_text import again, head_of, place_of
from copydesk.formats.summary import counted, harmless, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.checklist import Checklist, Spot
    from copydesk.formats.list_lines import Line

_SHOWS_SENTENCE = ("dates", "figures", "money", "phones")
_BESIDE = 90  # characters of a sentence on either side of the words
_TOOLS = (
    '<form class="tools" hidden><p><output id="done"></output></p>'
    '<label><input type="checkbox" name="left"> Only what is left</label>'
    '<button type="button" name="print">Print</button>'
    '<button type="button" name="clear">Untick all</button></form>'
)


def as_html(stories: Sequence[Checklist], sections: Sequence[str], errors: Sequence[str]) -> str:
    """The lists as one page; ticks are kept by the browser, for these very lists.

    Args:
        stories: one list for each story.
        sections: those to show.
        errors: what could not be read, one line each.
    """
    title = f"Check list: {harmless(stories[0].path)}" if len(stories) == 1 else "Check lists"
    return "".join(page_parts(title, _body(stories, sections, errors), "list"))


def _body(
    stories: Sequence[Checklist], sections: Sequence[str], errors: Sequence[str]
) -> Iterator[str]:
    articles = [_story(*pair, sections) for pair in enumerate(stories, 1)]
    key = sha256("".join(articles).encode("utf-8", "surrogatepass")).hexdigest()[:24]
    yield f'<header><h1>Check list</h1><p class="soft">{_counted(stories)}</p></header>{_TOOLS}'
    yield f'<main data-list="{key}">'
    if errors:
        yield '<section class="panel problems" aria-label="Not read"><h2>Not read</h2>'
        yield "".join(f"<p>{escaped(one_line(one))}</p>" for one in errors)
        yield "</section>"
    yield from articles
    yield "</main>"


def _counted(stories: Sequence[Checklist]) -> str:
    told = "Line and column are those of the file. [!] is what cannot be right."
    return f"{counted(len(stories), 'story', 'stories')}. {told}"


def _story(index: int, story: Checklist, sections: Sequence[str]) -> str:
    head = (
        f'<article aria-labelledby="s{index}"><h2 id="s{index}">{escaped(harmless(story.path))}'
        f'</h2><p class="soft">{escaped(head_of(story))}</p><div class="sections">'
    )
    parts = [_section(index, story, name) for name in sections]
    empty = [TITLES[name].lower() for name in sections if not getattr(story, name)]
    none = f'<p class="soft">Not in the story: {", ".join(empty)}.</p>' if empty else ""
    return f"{head}{''.join(parts)}</div>{none}</article>"


def _section(index: int, story: Checklist, name: str) -> str:
    """A section with its items, grouped by speaker if it has the quotations."""
    lines = lines_of(story, name)
    if not lines:
        return ""
    here = f"s{index}-{name}"
    parts = [
        f'<section class="panel {name}" aria-labelledby="{here}"><h3 id="{here}">{TITLES[name]} '
        f'<span class="soft">({len(lines):,})</span></h3><ul class="ticks">'
    ]
    group = ""
    for number, line in enumerate(lines, 1):
        if line.group != group:
            group = line.group
            parts.append(f'</ul><h4>{escaped(one_line(group))}</h4><ul class="ticks">')
        parts.append(_item(f"{here}-{number}", line, name in _SHOWS_SENTENCE))
    parts.append("</ul></section>")
    return "".join(parts).replace('<ul class="ticks"></ul>', "")


def _item(here: str, line: Line, has_sentence: bool) -> str:
    """A box with its label; what is said of it describes the box."""
    notes: list[str] = []
    if line.wrong:
        notes.append(f'<p class="wrong">[!] {escaped(one_line(line.wrong))}</p>')
    for said in ("; ".join(line.notes), again(line)):
        if said:
            notes.append(f"<p>{escaped(one_line(said))}</p>")
    if has_sentence:
        notes.append(_sentence(line.spots[0]))
    told = f'<div class="told" id="{here}-n">{"".join(notes)}</div>' if notes else ""
    described = f' aria-describedby="{here}-n"' if notes else ""
    place = place_of(line.spots[0])
    return (
        f'<li><input type="checkbox" id="{here}"{described}><div><label for="{here}">'
        f"{escaped(one_line(line.text))}</label>{told}</div>"
        f'<span class="place">{place}</span></li>'
    )


def _sentence(spot: Spot) -> str:
    """The words in their sentence, which is cut at both ends if it is long."""
    start, end = spot.marked
    before, after = spot.context[:start], spot.context[end:]
    if len(before) > _BESIDE:
        before = f"…{before[-_BESIDE:].partition(' ')[2]}"
    if len(after) > _BESIDE:
        after = f"{after[:_BESIDE].rpartition(' ')[0]}…"
    words = spot.context[start:end]
    return (
        f'<p class="sentence">{escaped(one_line(before))}<mark>{escaped(one_line(words))}</mark>'
        f"{escaped(one_line(after))}</p>"
    )
