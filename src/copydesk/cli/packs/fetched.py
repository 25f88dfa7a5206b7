"""Fetches a pack of facts from the address that the user gives, and from no other."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from copydesk.model.errors import DataError

if TYPE_CHECKING:
    from http.client import HTTPMessage

_SILENCE = 20  # seconds without an answer
_LONGEST = 300  # seconds for all of it
_CHUNK = 1 << 16
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})


def fetched(url: str, largest: int) -> bytes:
    """The content at an address.

    Args:
        url: the address; ``https``, or ``http`` on this machine.
        largest: the most bytes that are read.

    Raises:
        DataError: it cannot be fetched, is too large, takes too long, or leads to another host.
    """
    parts = urlsplit(url)
    is_here = parts.hostname in _HERE
    if "@" in parts.netloc:
        raise DataError("an address with a name and a password in it is not fetched")
    if not parts.hostname or (parts.scheme != "https" and not is_here):
        raise DataError(f"{url}: only https is fetched")
    proxies = [ProxyHandler({})] if is_here else []
    opener = build_opener(_SameHost(), *proxies)
    request = Request(url, headers={"User-Agent": "copydesk", "Accept-Encoding": "identity"})
    try:
        return _read(opener.open(request, timeout=_SILENCE), url, largest)
    except HTTPError as error:
        raise DataError(f"{url}: the server says {error.code} {error.reason}") from None
    except (URLError, OSError, ValueError) as error:
        told = getattr(error, "reason", None) or error
        raise DataError(f"{url}: cannot be fetched: {told}") from None


def _read(answer: Any, url: str, largest: int) -> bytes:
    until, content = monotonic() + _LONGEST, b""
    parts = []
    with answer:
        while part := answer.read(_CHUNK):
            parts.append(part)
            largest -= len(part)
            if largest < 0:
                raise DataError(f"{url}: too large for a pack of facts")
            if monotonic() > until:
                raise DataError(f"{url}: takes longer than {_LONGEST} seconds")
    content = b"".join(parts)
    length = answer.headers.get("Content-Length")
    if length is not None and length != str(len(content)):
        raise DataError(f"{url}: it was cut off")
    return content


class _SameHost(HTTPRedirectHandler):
    """Follows no redirect to another host, port or scheme."""

    def redirect_request(
        self, req: Request, fp: Any, code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """The request to the new address, if it is on the same host."""
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise DataError(f"{req.full_url}: leads to another host, which is not followed")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
