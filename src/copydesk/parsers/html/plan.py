"""What is assumed about a page before it is read, and what reading it shows."""

from __future__ import annotations

from copydesk.document.template_tags import OVERWRITTEN
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder
    from copydesk.parsers.html.context import Context

_LONG = 150  # code points: shorter texts outside the story may be teasers
_SHORT = 25  # code points: the same, of a template
_FAR_MORE = 2  # times as much text outside the story as in it


class Plan(ValueTuple):
    """Assumptions about a page before it is read.

    Attributes:
        marked: only text within an element marked as the story counts.
        banner: an h1 in the header of the page may be the headline.
        headline: the first h1 is the headline; if false, it is a heading.
        whole: what is marked holds hardly any of the text, so all of the page counts.
    """

    marked: bool = False
    banner: bool = True
    headline: bool = True
    whole: bool = False


class Survey:
    """What has been met on a page so far.

    Attributes:
        met_story: something is marked as the story.
        h1_in_banner: there is an h1 in the header of the page.
        h1_in_story: there is one in the story.
    """

    def __init__(self) -> None:
        self.met_story = self.h1_in_banner = self.h1_in_story = False
        self._inside = self._outside = 0

    def count(self, context: Context, start: int, end: int, builder: Builder) -> None:
        """Note a piece of text; of a page with template tags, the words beside them."""
        length, least = end - start, _LONG
        if builder.tags:
            length, least = len(builder.source[start:end].replace(OVERWRITTEN, "").strip()), _SHORT
        if context.reads:
            self._inside += length
        elif context.leaf and not context.skipped and length >= least:
            self._outside += length

    def better(self, plan: Plan) -> Plan:
        """The plan that fits the page; the same one if it does."""
        if plan.marked and self._outside > _FAR_MORE * self._inside:
            return plan._replace(marked=False, whole=True)
        if self.met_story != plan.marked and not plan.whole:
            return plan._replace(marked=self.met_story)
        if self.h1_in_banner and self.h1_in_story:  # the one in the banner names the site
            return plan._replace(banner=False)
        return plan
