"""Trackers in links: parameters that networks add, and redirects through a counter."""

from __future__ import annotations

from copydesk import Document, Iterator, Span, pattern, scan

# As documented by Facebook, Google Ads, Microsoft, TikTok, X, Yandex, Instagram, Mailchimp,
# HubSpot and Marketo.
_NAMES = (
    "fbclid|gclid|gbraid|wbraid|dclid|msclkid|ttclid|twclid|yclid|igshid|igsh|mc_eid|_hsenc|_hsmi"
    "|mkt_tok"
)
_PARAMETER = scan(
    rf"(?<=[^\s\"'<>()\[\]])(\?|&amp;|&)(?:{_NAMES})=[\w.%~-]+(&amp;|&)?",
    at=tuple(f"{name}=" for name in _NAMES.split("|")),
    before=6,
    in_source=True,
)
_DETOUR = scan(
    r"https?://(?:(?:www\.)?google\.[a-z.]{2,6}/url|l\.(?:facebook|instagram)\.com/l?"
    r"|lm?\.facebook\.com/l\.php|[\w-]+\.safelinks\.protection\.outlook\.com/)"
    r"(?:\.php)?\?[^\s\"'<>()\[\]]+",
    at=("/url", "l.facebook.com/", "lm.facebook.com/", "l.instagram.com/", ".safelinks."),
    before=80,
    in_source=True,
)
SCANS = (_PARAMETER, _DETOUR)
_SIGNS = ("clid=", "raid=", "igsh", "mc_eid=", "_hsenc=", "_hsmi=", "mkt_tok=", "/url?", "/l.php",
          "instagram.com/?", "facebook.com/l", "safelinks.")  # fmt: skip
_TARGET = pattern(r"[?&;](?:q|url|u)=(https?[^&\s]+)")


def find(doc: Document) -> Iterator[tuple[Span, str]]:
    """Each tracker's span in the file and its replacement.

    A link through Google, Facebook or a mail filter is replaced by the link it
    leads to; one that does not show where it leads is left alone.
    """
    if not any(sign in doc.source for sign in _SIGNS):
        return
    detours = []
    for match in _DETOUR.finditer(doc):
        target = _TARGET.search(match[0])
        if target is not None:
            from urllib.parse import unquote

            detours.append(Span(*match.span()))
            yield detours[-1], unquote(target[1])
    for match in _PARAMETER.finditer(doc):
        span = Span(*match.span())
        if any(span.meets(other) for other in detours):
            continue
        if match[2] and match[1] == "?":
            yield Span(span.start + 1, span.end), ""
        else:
            yield Span(span.start, span.end - len(match[2] or "")), ""
