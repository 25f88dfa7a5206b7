"""Review line by line, for screen readers, pipes and plain terminals."""

from __future__ import annotations

import textwrap

from copydesk.review.page import CLOSE, OPEN, heading, keys, page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.review.controller import Controller


def converse(
    controller: Controller, tell: Callable[[str], None], ask: Callable[[str], str], width: int
) -> None:
    """Run until the editor quits or the input ends.

    Args:
        controller: the review.
        tell: writes a line.
        ask: asks a question and returns the answer; raises EOFError at the end of
            the input, KeyboardInterrupt for Ctrl-C.
        width: the width of the output in columns.
    """
    for line in keys(width):
        tell(line)
    shown: object = None
    while not controller.done:
        try:
            if controller.asking is not None:
                _answer(controller, tell, ask, width)
                continue
            if shown is not controller.session.item or controller.session.item is None:
                _show(controller, tell, width)
                shown = controller.session.item
            key = ask("Next? ").strip()
            if key:
                controller.press(key)
        except KeyboardInterrupt:
            tell("")
            controller.never_mind()
        except EOFError:
            tell("")
            return
        _tell_outcome(controller, tell, width)


def _show(controller: Controller, tell: Callable[[str], None], width: int) -> None:
    tell("")
    tell(heading(controller.session))
    for line in page(controller.session, width):
        tell(line.text.replace(OPEN, "»").replace(CLOSE, "«"))


def _answer(
    controller: Controller, tell: Callable[[str], None], ask: Callable[[str], str], width: int
) -> None:
    asked = controller.asking
    assert asked is not None
    if asked.begin:
        tell(f"Now: {' '.join(asked.begin.split())}")
    text = ask(asked.question)
    if not text and asked.begin:
        controller.never_mind()
        controller.session.said = "No change."
    else:
        controller.answer(text)
    _tell_outcome(controller, tell, width)


def _tell_outcome(controller: Controller, tell: Callable[[str], None], width: int) -> None:
    if controller.note:
        for line in controller.note.splitlines():
            for row in _rows(line, width):
                tell(row)
        controller.note = ""
    if controller.session.said:
        tell(controller.session.said)
        controller.session.said = ""


def _rows(line: str, width: int) -> list[str]:
    """A line in rows that are not wider than the output, each indented as the line is."""
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.wrap(line, max(20, width), subsequent_indent=indent) or [""]
