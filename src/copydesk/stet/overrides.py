"""Which overrides of a draft hold at a place, without asking each of them."""

from __future__ import annotations

from bisect import bisect_right

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.document.slots import Comment
    from copydesk.model.findings import Span


class InlineOverride(ValueTuple):
    """An override: the rules it names (none: all) and where it applies, ends included."""

    rules: tuple[str, ...]
    span: Span
    comment: Comment


class Overrides:
    """The overrides of a draft, by where they apply and by the rule that they name.

    Args:
        overrides: in any order.

    Attributes:
        used: those that were found to hold for something.
    """

    def __init__(self, overrides: Iterable[InlineOverride]) -> None:
        self.used: set[InlineOverride] = set()
        self._all = tuple(overrides)
        self._by: dict[tuple[Span, str], list[InlineOverride]] = {}
        for one in self._all:
            for name in one.rules or ("",):
                self._by.setdefault((one.span, name), []).append(one)
        self._layers = list(_layers(sorted({one.span for one in self._all})))
        self._met: set[tuple[Span, str]] = set()

    def __bool__(self) -> bool:
        return bool(self._all)

    def holds(self, rule: str, start: int) -> bool:
        """Whether one suppresses findings of a rule at a place in the text; marks all that do."""
        found = False
        for starts, spans in self._layers:
            index = bisect_right(starts, start) - 1
            if index < 0 or spans[index].end < start:
                continue
            for name in ("", rule.partition("/")[0], rule):
                key = (spans[index], name)
                if key in self._by:
                    found = True
                    if key not in self._met:
                        self._met.add(key)
                        self.used.update(self._by[key])
        return found

    def unused(self) -> list[InlineOverride]:
        """Those that were not found to hold for anything, in the order given."""
        return [one for one in self._all if one not in self.used]


def _layers(spans: list[Span]) -> Iterator[tuple[list[int], list[Span]]]:
    """The spans in layers, in each of which they are apart; with where they begin.

    Overrides are for the whole text, for a stretch or for a slot, so there are few layers.
    """
    while spans:
        layer: list[Span] = []
        rest: list[Span] = []
        for span in spans:
            (rest if layer and span.start <= layer[-1].end else layer).append(span)
        yield [span.start for span in layer], layer
        spans = rest
