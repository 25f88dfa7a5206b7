"""Full-screen review with prompt_toolkit; works in 80 by 24 and without colour."""

from __future__ import annotations

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)  # fmt: skip
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from copydesk.review.page import CLOSE, OPEN, Line, heading, keys, noted, page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output

    from copydesk.review.controller import Controller

_STYLE = Style.from_dict({
    "top": "reverse", "head": "bold", "words": "bold underline", "message": "bold",
    "fix": "", "said": "bold", "keys": "", "around": "", "question": "bold",
})  # fmt: skip


_PATIENCE = 0.05  # seconds


class Screen:
    """Shows a controller's session and passes keys to the controller."""

    def __init__(
        self, controller: Controller, color: bool, given: Input | None = None,
        output: Output | None = None,
    ) -> None:  # fmt: skip
        self._controller = controller
        self._top = 0  # the first visible line of the page
        self._answer = Buffer(multiline=False, accept_handler=self._answered)
        asks = Condition(lambda: controller.asking is not None)
        self._answer_window = Window(
            BufferControl(self._answer), wrap_lines=True, dont_extend_height=True
        )
        self._page_window = Window(
            FormattedTextControl(self._body, focusable=True), wrap_lines=False
        )
        question = Window(
            FormattedTextControl(self._question), wrap_lines=True, dont_extend_height=True
        )
        rows = [
            Window(FormattedTextControl(self._heading), height=1, style="class:top"),
            self._page_window,
            ConditionalContainer(HSplit([question, self._answer_window]), asks),
            Window(FormattedTextControl(self._said), wrap_lines=True, dont_extend_height=True),
            Window(FormattedTextControl(self._keys), dont_extend_height=True),
        ]
        self.application: Application[None] = Application(
            Layout(HSplit(rows), focused_element=self._page_window),
            key_bindings=self._bindings(asks),
            style=_STYLE,
            full_screen=True,
            color_depth=None if color else ColorDepth.DEPTH_1_BIT,
            input=given,
            output=output,
        )
        self.application.ttimeoutlen = _PATIENCE  # until Escape is known to be only that
        self._after()

    def run(self) -> None:
        """Run until the editor quits."""
        self.application.run()

    def _bindings(self, asks: Condition) -> KeyBindings:
        bindings = KeyBindings()

        @bindings.add(Keys.Any, filter=~asks)
        def _(event: KeyPressEvent) -> None:
            if len(event.data) == 1 and event.data.isprintable():
                self._top = 0
                self._controller.press(event.data)
                self._after()

        @bindings.add("c-c", eager=True)
        def _(event: KeyPressEvent) -> None:
            self._controller.never_mind()
            self._after()

        at_once = Condition(lambda: bool(self._controller.asking and self._controller.asking.keys))

        @bindings.add(Keys.Any, filter=asks & at_once, eager=True)
        @bindings.add("enter", filter=asks & at_once, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._controller.answer(event.data)
            self._after()

        @bindings.add("escape", filter=asks, eager=True)
        def _(event: KeyPressEvent) -> None:
            self._controller.never_mind()
            self._after()

        for name, step in (("down", 1), ("up", -1), ("pagedown", 10), ("pageup", -10)):
            self._scroll(bindings, name, step, asks)
        return bindings

    def _scroll(self, bindings: KeyBindings, name: str, step: int, asks: Condition) -> None:
        @bindings.add(name, filter=~asks)
        def _(event: KeyPressEvent) -> None:
            self._top = max(0, min(self._top + step, len(self._lines()) - 1))

    def _after(self) -> None:
        """Show the result of a key: a question or a finding; or quit."""
        asking = self._controller.asking
        if self._controller.done:
            self.application.exit()
        elif asking is not None:
            self._answer.text = asking.begin
            self._answer.cursor_position = len(asking.begin)
            self.application.layout.focus(self._answer_window)
        else:
            self.application.layout.focus(self._page_window)

    def _answered(self, buffer: Buffer) -> bool:
        self._controller.answer(buffer.text)
        self._after()
        return True  # by now the buffer holds the next question's text

    @property
    def _width(self) -> int:
        return max(20, self.application.output.get_size().columns)

    def _lines(self) -> list[Line]:
        if self._controller.note:
            return noted(self._controller.note, self._width - 1)
        return page(self._controller.session, self._width - 1, self._rows)

    @property
    def _rows(self) -> int:
        """The rows for the page, with one for what was said last."""
        return self.application.output.get_size().rows - len(keys(self._width)) - 2

    def _heading(self) -> str:
        more = "   (arrow down: more)" if len(self._lines()) - self._top > self._rows else ""
        left = f"   {self._controller.left}" if self._controller.left else ""
        return f"{heading(self._controller.session)}{left}{more}"

    def _body(self) -> StyleAndTextTuples:
        found: StyleAndTextTuples = []
        inside = False
        for line in self._lines()[self._top :]:
            rest, kind = line.text, f"class:{line.kind}" if line.kind else ""
            while OPEN in rest or CLOSE in rest:
                at = min(place for place in (rest.find(OPEN), rest.find(CLOSE)) if place >= 0)
                found.append(("class:words" if inside else kind, rest[:at]))
                inside = rest[at] == OPEN
                found.append(("class:words", "»" if inside else "«"))
                rest = rest[at + 1 :]
            found.append(("class:words" if inside else kind, f"{rest}\n"))
        return found

    def _question(self) -> StyleAndTextTuples:
        asking = self._controller.asking
        return [("class:question", asking.question if asking is not None else "")]

    def _said(self) -> StyleAndTextTuples:
        return [("class:said", self._controller.session.said)]

    def _keys(self) -> str:
        if self._controller.asking is not None:
            at_once = self._controller.asking.keys
            return "Esc: cancel" if at_once else "Enter: OK   Esc: cancel"
        if self._controller.note:
            return "up, down: scroll   any other key: back"
        return "\n".join(keys(self._width))
