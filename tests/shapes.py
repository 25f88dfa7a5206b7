"""Shapes of drafts in which something occurs again and again: what may cost the square of it."""

from __future__ import annotations

from typing import NamedTuple

# What is repeated; "#" is a number that differs each time.
_IN_TEXT = (
    "The the pier # opened in May.", "“Come in,” she said # times.", "“Come in, she said # times.",
    "It’s the ship’s bell #.", "She said: 'Go #!'", '"Go #," she said.', "(see page #", "see # )",
    "[see #", "— on # —", "... and # …", "A.B. Orr # and A. B. Orr", "Mayor Ann Lee# spoke.",
    "Volodymyr Zelenskyy # met Zelensky.", "Talks in Kiev # went on.", "He recieved # letters.",
    "On Tuesday, May #, 2024, it rained.", "At 5 p.m. and 5:# pm.", "It cost $# million or 5 %.",
    "a@b#.org and @ann# and #tag", "http://example.org/# and www.example.org", "TKTK #", "XXX #",
    "lorem ipsum # dolor", "Ã©\x01 #", "\u202ea#", "a\u200bb #", "e\u0301 #", "İ # ǅ", "中文 # 字",
    "مرحبا # بكم", "der die das # und nicht mehr", "(AP) — The port # shut.", "1. 2. 3. #",
    "colour color # organise organize", "re-elect reelect #", "U.S. US #", "sic [sic] # recieve",
    "said [CQ] Kiev [CQ] #", "{{ tag # }}", "{% if a # %}", "$x_#$ and \\(y\\)", "&amp; &#38; #",
    "Photo by Ann Lee #", "By ANN LEE #", "Follow us # on Twitter", "5 of 10 people, or # percent",
)  # fmt: skip
_IN_MARKDOWN = (
    "<!-- stet: spelling: fine # -->\n\nThe the pier.", "<!-- stet-file: quote: fine # --> a",
    "<!-- stet-off: quote -->a the the<!-- stet-on --> #", "- The the pier # opened.", "> “a # ",
    "[a](b#) the the", "![alt the the](c#)", "`code #` the the", "*a* _b_ **#** the the",
    "| a | the the # |", "[^#] the the", "[^#]: the the note", "# The the head", "{{< fig # >}}",
    "<b>the the</b> #", "1. the the #", "```\nx #\n``` \nthe the", "~~a~~ # the the",
)  # fmt: skip
_IN_HTML = (
    "<p>The the pier #.</p>", "<div>the the # ", "<li>“a # the the", "<a href='#'>the the</a>",
    "<img alt='the the #'>", "<!-- stet: spelling: fine # --><p>The the.</p>", "&nbsp;the the #",
    "<p lang=de>das ist nicht # mehr</p>", "<p hidden>a #</p>the the", "<script>#</script>the the",
    "<b>the<i> the</b># </i>", "<td>the the #", "<!-- # ", "<p>a<br>the the #",
)  # fmt: skip
_BETWEEN = {"txt": (" ", "\n\n"), "md": ("\n", "\n\n"), "html": ("\n", " ")}


class Shape(NamedTuple):
    """A draft of so many units as wanted."""

    suffix: str
    unit: str
    between: str

    def draft(self, times: int) -> bytes:
        """The draft with that many units."""
        units = (self.unit.replace("#", str(number)) for number in range(1000, 1000 + times))
        before = {"txt": "Pier opens\n\n", "md": "# Pier opens\n\n", "html": "<article>"}
        return (before[self.suffix] + self.between.join(units)).encode()


SHAPES = tuple(
    Shape(suffix, unit, between)
    for suffix, units in (("txt", _IN_TEXT), ("md", _IN_MARKDOWN), ("html", _IN_HTML))
    for unit in units
    for between in _BETWEEN[suffix]
)
