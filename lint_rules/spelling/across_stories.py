"""spelling/across-stories: one name spelled differently in drafts of one run."""

from __future__ import annotations

from collections import Counter
from heapq import nsmallest
from itertools import islice

from copydesk import (
    Bad,
    Document,
    Good,
    Hits,
    Iterator,
    PlacedSighting,
    Rule,
    Sequence,
    Severity,
    Sighting,
    Verdict,
)
from lint_rules._shared.summary import times

_MOST_SHOWN = 3  # drafts shown as related


class AcrossStories(Rule):
    """A name is spelled the same in all drafts of a run.

    Two stories on one page that call the same man Zelenskyy and Zelenskiy make both look careless.
    When a run checks several drafts, names with known variants are compared between them. The
    house style decides which form to use; without one it is a question for an editor. Different
    forms within one draft are left to spelling/inconsistent, and forms that the house style
    rejects to spelling/house-form.
    """

    id = "spelling/across-stories"
    severity = Severity.ASK
    accepts = True
    terms = ("spelling/inconsistent",)
    yields_to = ("spelling/house-form", "spelling/inconsistent", "house")
    examples = (
        Good("One draft is not compared with itself: Zelenskyy met the chancellor."),
        Bad("Volodymyr [[Zelenskiy]] spoke.", beside=("Volodymyr Zelenskyy and Zelenskyy’s aides.",
            "Later, Zelenskyy left.")),
    )  # fmt: skip

    def sight(self, doc: Document, hits: Hits) -> Iterator[Sighting]:
        """Record every form that has known variants."""
        for hit in hits:
            words = doc[hit.span]
            if hit.entry.severity in ("style", "ask") or (words.isupper() and words != hit.form):
                continue
            house = hits.house_entry(hit.form)
            use = house.use if house is not None and house.use in hit.entry.avoid else ""
            yield Sighting(self.id, hit.span, hit.entry.avoid[0], hit.form, use=use or "")

    def compare(self, sightings: Sequence[PlacedSighting]) -> Iterator[Verdict]:
        """Compare the forms of all drafts."""
        by_key: dict[str, list[PlacedSighting]] = {}
        for one in sightings:
            by_key.setdefault(one.key, []).append(one)
        for places in by_key.values():
            drafts: dict[str, set[str]] = {}  # by form, the drafts that use it
            for one in places:
                drafts.setdefault(one.form, set()).add(one.path)
            if len(drafts) > 1 and len({one.path for one in places}) > 1:
                yield from self._verdicts(places, drafts)

    def _verdicts(
        self, places: list[PlacedSighting], drafts: dict[str, set[str]]
    ) -> Iterator[Verdict]:
        counts = sorted(drafts.items(), key=lambda item: (-len(item[1]), item[0]))
        is_tie = len(counts[0][1]) == len(counts[1][1])
        listed = "; ".join(f"“{form}” in {_drafts(len(paths))}" for form, paths in counts)
        shown = _Witnesses(places)
        settled = {one.use for one in places}  # by the house style, which rejects another form
        accepted = [form for form, _ in counts if self.is_accepted(form)]
        for place in places:
            if place.form in settled or place.form in accepted:
                continue
            kept = place.use or counts[0][0]
            if place.form == kept and (place.use or not is_tie):
                continue
            witnesses = shown.of(place)
            if witnesses:
                yield Verdict(
                    place,
                    Severity.STYLE if place.use else Severity.ASK,
                    f"“{place.form}” here, “{witnesses[0][0].form}” in another draft.",
                    f"{listed}."
                    if place.use
                    else f"{listed}. House style does not cover this: pick one.",
                    tuple(witnesses),
                    place.use,
                )


def _drafts(count: int) -> str:
    return "one draft" if count == 1 else f"{count} drafts"


class _Witnesses:
    """The places of one name, so that those that speak against one are found quickly.

    Args:
        places: all of them, in order.
    """

    def __init__(self, places: Sequence[PlacedSighting]) -> None:
        self._forms = Counter(one.form for one in places)
        self._there = Counter((one.path, one.form) for one in places)
        by_path: dict[str, dict[str, PlacedSighting]] = {}
        for one in places:
            by_path.setdefault(one.path, {}).setdefault(one.form, one)
        self._firsts = {path: tuple(firsts.values())[:2] for path, firsts in by_path.items()}
        self._ranked: dict[str, list[PlacedSighting]] = {}

    def of(self, place: PlacedSighting) -> list[tuple[PlacedSighting, str]]:
        """The first place of another form in a few other drafts, the most common form first."""
        if place.form not in self._ranked:
            self._ranked[place.form] = self._rank(place.form)
        others = (one for one in self._ranked[place.form] if one.path != place.path)
        return [
            (one, f"{times(self._there[one.path, one.form])} there")
            for one in islice(others, _MOST_SHOWN)
        ]

    def _rank(self, form: str) -> list[PlacedSighting]:
        """The first place of another form in each draft; one more than are shown."""
        found = [
            next(one for one in firsts if one.form != form)
            for firsts in self._firsts.values()
            if len(firsts) > 1 or firsts[0].form != form
        ]
        return nsmallest(_MOST_SHOWN + 1, found, lambda one: (-self._forms[one.form], one.path))
