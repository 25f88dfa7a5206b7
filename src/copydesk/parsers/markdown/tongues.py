"""The languages that HTML in Markdown gives (``<div lang="es">``, ``<span lang="fr">``)."""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder

_TAG = compiled(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>")


class Tongues:
    """Follows the open elements that have a language, and those within them of the same name.

    Args:
        builder: whose ``language`` is kept up to date.
    """

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._open: list[tuple[str, str]] = []
        self._kept = 0  # of these, opened by blocks

    def meet(self, html: str, inline: bool = False) -> None:
        """Read the tags in a block of HTML, or an inline tag."""
        if not self._open and "lang" not in html.lower():
            return
        from copydesk.parsers.html.names import VOID, language_of

        for slash, name, rest in _TAG.findall(html):
            name = name.lower()
            if slash:
                self._close(name, self._kept if inline else 0)
            elif name not in VOID and not rest.endswith("/"):
                language = language_of(rest)
                if language or any(name == one for one, _ in self._open[-1:]):
                    self._open.append((name, language or self._builder.language))
            self._settle()
        if not inline:
            self._kept = len(self._open)

    def end_paragraph(self) -> None:
        """Close the inline elements that are still open."""
        if len(self._open) > self._kept:
            del self._open[self._kept :]
            self._settle()

    def _settle(self) -> None:
        self._builder.language = self._open[-1][1] if self._open else ""

    def _close(self, name: str, kept: int) -> None:
        """Close the innermost element of that name, if it was opened after the first ``kept``."""
        if len(self._open) > kept and self._open[-1][0] == name:
            self._open.pop()
