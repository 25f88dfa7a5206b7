"""Trackers in links: parameters that networks add, and detours by way of a counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Span, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

# As their makers document them: Facebook, Google Ads, Microsoft, TikTok, X, Yandex, Instagram,
# Mailchimp, HubSpot, Marketo.
_NAMES = (
    "fbclid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|yclid|igshid|igsh|mc_eid|_hsenc|_hsmi"
    "|mkt_tok"
)
_PARAMETER = pattern(rf"(?<=[^\s\"'<>()\[\]])(\?|&amp;|&)(?:{_NAMES})=[\w.%~-]+(&amp;|&)?")
_DETOUR = pattern(
    r"https?://(?:(?:www\.)?google\.[a-z.]{2,6}/url|l\.(?:facebook|instagram)\.com/l?"
    r"|lm?\.facebook\.com/l\.php|[\w-]+\.safelinks\.protection\.outlook\.com/)"
    r"(?:\.php)?\?[^\s\"'<>()\[\]]+"
)
_TARGET = pattern(r"[?&;](?:q|url|u)=(https?[^&\s]+)")


def find(source: str) -> Iterator[tuple[Span, str]]:
    """Each tracker's span in the file and what should stand there instead.

    A link by way of Google, Facebook or a mail filter is replaced by the link
    to which it leads; one that does not tell where it leads is left alone.
    """
    detours = []
    for match in _DETOUR.finditer(source):
        target = _TARGET.compiled.search(match[0])
        if target is not None:
            from urllib.parse import unquote

            detours.append(Span(*match.span()))
            yield detours[-1], unquote(target[1])
    for match in _PARAMETER.finditer(source):
        span = Span(*match.span())
        if any(span.meets(other) for other in detours):
            continue
        if match[2] and match[1] == "?":
            yield Span(span.start + 1, span.end), ""
        else:
            yield Span(span.start, span.end - len(match[2] or "")), ""
