"""Tell a pull request what copydesk found: one comment, kept up to date, and suggestions.

The action runs this file alone with ``python -I``, so it imports only the standard library::

    GITHUB_TOKEN=… python -I pull_request.py report.json owner/name 12 COMMIT [--suggest]

It reads the JSON report of ``copydesk check``. Whatever goes wrong, it says so in one line and
ends with exit status 0: the check alone decides. It writes no words of a draft to the log.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import posixpath
import re
import sys
import urllib.error
import urllib.request
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "<!-- copydesk -->"
MOST = 30  # suggestions in one review
LISTED = 30  # findings in the comment
_FARTHEST = 20  # lines of one suggestion
_PAGES = 30
_COMMAND = re.compile(r"@|^\s*/\w", re.M)  # what a bot or a mention could be made of
_MARK_OF_ONE = re.compile(r"<!-- copydesk: ([0-9a-f]{16}) -->")
_HUNK = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)")

Json = dict[str, Any]
Lines = dict[int, str]  # lines that the change adds, by their number in the new file


class Suggestion(NamedTuple):
    """New text for whole lines, both ends included."""

    path: str
    first: int
    last: int
    old: str
    new: str
    message: str


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect would carry the token to another host."""

    def redirect_request(self, *_args: object, **_words: object) -> None:
        return None


class Api:
    """GitHub's API for one pull request.

    Raises:
        OSError: the service does not answer, or refuses.
        ValueError: the address is not https, or the answer is not what it should be.
    """

    def __init__(self, address: str, token: str, repository: str, number: int) -> None:
        where = urlsplit(address)
        if where.scheme != "https" and where.hostname not in ("localhost", "127.0.0.1"):
            raise ValueError("the address of the API is not https")
        self._address, self._token = address.rstrip("/"), token
        self.pull = f"/repos/{repository}/pulls/{number}"
        self.issue = f"/repos/{repository}/issues/{number}"
        self.comment = f"/repos/{repository}/issues/comments"
        self._open = urllib.request.build_opener(_NoRedirect()).open

    def send(self, method: str, path: str, content: Json | None = None) -> Any:
        """Ask once, and return the answer read from JSON."""
        data = json.dumps(content).encode() if content is not None else None
        headers = {
            "Accept": "application/vnd.github+json",
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "User-Agent": "copydesk",
            "X-GitHub-Api-Version": "2022-11-28",
        }
        request = urllib.request.Request(self._address + path, data, headers, method=method)
        with self._open(request, timeout=20) as answer:
            return json.load(answer)

    def all(self, path: str) -> Iterator[Json]:
        """Yield every item of a list, page by page."""
        for page in range(1, _PAGES + 1):
            items = self.send("GET", f"{path}?per_page=100&page={page}")
            yield from items
            if len(items) < 100:
                return
        raise ValueError("the list is too long")

    def own(self, path: str) -> Iterator[Json]:
        """Yield our own comments; a stranger's with our mark is not among them."""
        try:
            login = self.send("GET", "/user")["login"]
        except urllib.error.HTTPError:  # the token of a workflow belongs to a bot
            login = None
        for one in self.all(path):
            user = one.get("user") or {}
            if user.get("login") == login if login else user.get("type") == "Bot":
                yield one


def added(patch: str) -> Lines:
    """The lines that a patch of one file adds."""
    found, number = {}, 0
    for line in patch.split("\n"):
        if hunk := _HUNK.match(line):
            number = int(hunk[1]) - 1
        number += line[:1] in ("+", " ")
        if line.startswith("+"):
            found[number] = line[1:]
    return found


def suggestions(findings: list[Json], lines: Lines) -> Iterator[Suggestion]:
    """Yield one suggestion for each group of safe fixes in one file that share lines.

    A fix is left out if the words are not those of the change, as where the checkout is a merge.
    """
    groups: list[list[Json]] = []
    for one in sorted(filter(_is_safe, findings), key=lambda one: one["start"]["offset"]):
        if not _stands(one, lines):
            continue
        if groups and one["start"]["line"] <= max(each["end"]["line"] for each in groups[-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    for group in groups:
        first, last = group[0]["start"]["line"], max(one["end"]["line"] for one in group)
        old = "\n".join(lines[number] for number in range(first, last + 1))
        new = _mended(group, old, first)
        if old == new or last - first > _FARTHEST or _COMMAND.search(f"{old}\n{new}"):
            continue
        message = " ".join(one["message"] for one in group)
        yield Suggestion(group[0]["path"], first, last, old, new, message)


def _is_safe(finding: Json) -> bool:
    return bool(finding["fixes"]) and finding["fixes"][0]["safety"] == "safe"


def _stands(finding: Json, lines: Lines) -> bool:
    """Whether the words stand in the added lines as reported, and all edits lie within them."""
    start, end = finding["start"], finding["end"]
    numbers = range(start["line"], end["line"] + 1)
    if any(not lines.get(number, "\r").isprintable() for number in numbers):
        return False  # not of the change, CR LF, a byte order mark, invisible letters
    text = "\n".join(lines[number] for number in numbers)
    at = start["column"] - 1
    inside = all(
        start["offset"] <= edit["start"]["offset"] <= edit["end"]["offset"] <= end["offset"]
        for edit in finding["fixes"][0]["edits"]
    )
    return inside and text[at : at + len(finding["text"])] == finding["text"]


def _mended(group: list[Json], old: str, first: int) -> str:
    """The lines with the fixes; one that overlaps another is left for the next time."""
    starts = [0, *(at + 1 for at, letter in enumerate(old) if letter == "\n")]
    taken: list[tuple[int, int, str]] = []
    for one in group:
        edits = [
            (*(starts[edit[end]["line"] - first] + edit[end]["column"] - 1
               for end in ("start", "end")), edit["text"])
            for edit in one["fixes"][0]["edits"]
        ]  # fmt: skip
        if not any(a[0] <= b[1] and b[0] <= a[1] for a in edits for b in taken):
            taken += edits
    for start, end, text in sorted(taken, reverse=True):
        old = old[:start] + text + old[end:]
    return old


def inert(text: str, most: int = 300) -> str:
    """A code span of a text on one line: no mention, no command, no markup."""
    plain = " ".join(text.split())
    plain = plain if len(plain) <= most else f"{plain[: most - 1]}…"
    shown = "".join(one if one.isprintable() else f"\\u{{{ord(one):x}}}" for one in plain)
    return f"`{shown.replace('`', chr(0x2CB)).replace('@', chr(0xFF20))}`"


def comments(found: list[Suggestion], known: set[str]) -> Iterator[Json]:
    """Yield the comments of a review, without those that were written before."""
    seen: Counter[tuple[str, ...]] = Counter()
    for one in found:
        same = (one.path, one.old, one.new)
        seen[same] += 1
        told = json.dumps([*same, seen[same]])
        key = hashlib.sha256(told.encode()).hexdigest()[:16]
        if key in known:
            continue
        runs = re.findall("`+", one.new)
        fence = "`" * max(3, 1 + max(map(len, runs), default=0))
        block = f"{fence}suggestion\n{one.new}\n{fence}"
        body = f"<!-- copydesk: {key} -->\n{inert(one.message)}\n\n{block}"
        several = {"start_line": one.first, "start_side": "RIGHT"} if one.first < one.last else {}
        yield {"path": one.path, "line": one.last, "side": "RIGHT", **several, "body": body}


def review(api: Api, report: Json, commit: str) -> str:
    """Post the safe fixes as one review, and return what was done."""
    by_path: dict[str, list[Json]] = {}
    for finding in report["findings"]:
        path = posixpath.normpath(finding["path"].replace(os.sep, "/"))
        by_path.setdefault(path, []).append({**finding, "path": path})
    if not any(map(_is_safe, report["findings"])):
        return "no safe fixes to suggest"
    found: list[Suggestion] = []
    for file in api.all(f"{api.pull}/files"):
        found += suggestions(by_path.get(file["filename"], []), added(file.get("patch") or ""))
    bodies = [one.get("body") or "" for one in api.own(f"{api.pull}/comments")]
    known = {mark[1] for body in bodies if (mark := _MARK_OF_ONE.match(body))}
    new = list(comments(found, known))
    if new:
        content = {"commit_id": commit, "event": "COMMENT", "comments": new[:MOST]}
        api.send("POST", f"{api.pull}/reviews", content)
    left = f", {len(new) - MOST} left for the next run" if len(new) > MOST else ""
    return f"{len(new[:MOST])} of {len(found)} suggestions are new{left}"


def summary(report: Json | None, commit: str) -> tuple[str, bool]:
    """The comment, and whether there is anything to say that needs a new one."""
    at = f"\n\nChecked at {inert(commit[:12])}."
    if report is None:
        return f"{MARK}\n**copydesk** could not check this change; the log says why.{at}", True
    counts = report["summary"]
    levels = ", ".join(f"{int(counts[one])} {one}" for one in ("stop", "fix", "style", "ask"))
    lines = [
        f"{MARK}\n**copydesk**: findings: {int(counts['findings'])} ({levels});"
        f" drafts: {int(counts['files'])}; words read: {int(counts['words'])}.", ""
    ]  # fmt: skip
    missing = [*report["errors"], *report["not_read"], *report.get("gaps", ())]
    lines += [f"- **not checked** {_place(one)}" for one in missing[:LISTED]]
    lines += [
        f"- **{one['severity']}** {_place(one)} {inert(one['rule'])}"
        for one in report["findings"][:LISTED]
    ]
    more = max(len(missing) - LISTED, 0) + max(len(report["findings"]) - LISTED, 0)
    lines += [f"- {more} more in the summary of the job"] * bool(more)
    new = len((report.get("trust") or {}).get("overrides", ()))
    lines += [f"\nNew overrides in this change: {new}."] * bool(new)
    return "\n".join(lines) + at, bool(missing or report["findings"] or new)


def _place(one: Json) -> str:
    line = one.get("start", one).get("line")
    where = one["path"] + (f":{line}" if line else "")
    return " ".join(inert(part) for part in (where, one["message"]) if part)


def comment(api: Api, report: Json | None, commit: str) -> str:
    """Edit our comment, or write it if there is none and something to say."""
    body, needed = summary(report, commit)
    for one in api.own(f"{api.issue}/comments"):
        if str(one.get("body")).startswith(MARK):
            api.send("PATCH", f"{api.comment}/{int(one['id'])}", {"body": body})
            return "the comment is up to date"
    if needed:
        api.send("POST", f"{api.issue}/comments", {"body": body})
    return "a comment was written" if needed else "nothing to comment on"


def main(words: list[str]) -> int:
    """Comment and suggest; always 0."""
    for task in (comment, review)[: 1 + ("--suggest" in words)]:
        try:
            print(f"copydesk: {_done(task, words)}.")
        except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError,
                http.client.HTTPException) as error:  # fmt: skip
            what = f"{type(error).__name__} {getattr(error, 'code', '')}".rstrip()
            print(f"copydesk: the {task.__name__} could not be written: {what}.")
    return 0


def _done(task: Any, words: list[str]) -> str:
    file, repository, number, commit = (word for word in words if word != "--suggest")
    address = os.environ.get("GITHUB_API_URL") or "https://api.github.com"
    api = Api(address, os.environ["GITHUB_TOKEN"], repository, int(number))
    report = None
    if os.path.exists(file):
        with open(file, encoding="utf-8") as opened:
            report = json.load(opened)
    if task is review and report is None:
        return "no report, no suggestions"
    return str(task(api, report, commit))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
