"""The action's comment and suggestions, against a server on this machine that plays GitHub."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tools.ci.pull_request import MARK, MOST, Api, added, inert, main, suggestions

ROOT = Path(__file__).resolve().parents[2]
HOME = "/repos/desk/paper"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
STRANGER = {"login": "mallory", "type": "User"}


class GitHub(ThreadingHTTPServer):
    """Keeps comments as GitHub does; ``refuse`` is a status for what is written."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.tokens: set[str | None] = set()
        self.files: list[dict[str, Any]] = []
        self.talk: list[dict[str, Any]] = []
        self.reviews: list[dict[str, Any]] = []
        self.remarks: list[dict[str, Any]] = []
        self.refuse = 0
        self.garbage = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, method: str, path: str, content: Any) -> tuple[int, Any]:
        if method != "GET" and self.refuse:
            return self.refuse, {}
        match method, path:
            case "GET", "/user":
                return 403, {}
            case "GET", _ if path == f"{HOME}/pulls/12/files":
                return 200, self.files
            case "GET", _ if path == f"{HOME}/pulls/12/comments":
                return 200, self.remarks
            case "GET", _ if path == f"{HOME}/issues/12/comments":
                return 200, self.talk
            case "POST", _ if path == f"{HOME}/pulls/12/reviews":
                self.reviews.append(content)
                self.remarks += [{"user": BOT, "body": one["body"]} for one in content["comments"]]
                return 200, {}
            case "POST", _ if path == f"{HOME}/issues/12/comments":
                self.talk.append({"id": len(self.talk) + 1, "user": BOT, **content})
                return 201, {}
            case "PATCH", _ if path.startswith(f"{HOME}/issues/comments/"):
                self.talk[int(path.rpartition("/")[2]) - 1] |= content
                return 200, {}
        return 404, {}


class _Handler(BaseHTTPRequestHandler):
    server: GitHub

    def _all(self) -> None:
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        url = urlsplit(self.path)
        self.server.asked.append((self.command, url.path))
        self.server.tokens.add(self.headers["Authorization"])
        status, answer = self.server.answer(
            self.command, url.path, json.loads(data) if data else None
        )
        if isinstance(answer, list):
            page = int(url.query.rpartition("page=")[2])
            answer = answer[100 * (page - 1) : 100 * page]
        self.send_response(status)
        if 300 <= status < 400:
            self.send_header("Location", f"{self.server.address}/elsewhere")
        self.end_headers()
        self.wfile.write(b"<html>" if self.server.garbage else json.dumps(answer).encode())

    do_GET = do_POST = do_PATCH = _all  # noqa: N815 - the names that http.server looks for

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Iterator[GitHub]:
    server = GitHub()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("GITHUB_API_URL", server.address)
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def patch(*lines: str, first: int = 1) -> str:
    added_ones = "\n".join(f"+{line}" for line in lines)
    return f"@@ -{first},0 +{first},{len(lines)} @@\n{added_ones}"


def report(folder: Path, text: str, name: str = "a.md") -> Path:
    """The real report of copydesk about a draft."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "copydesk", "check", "--isolated", "--format", "json", name],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    file = folder / "report.json"
    file.write_bytes(done.stdout)
    return file


def run(file: Path, *more: str) -> int:
    return main([str(file), "desk/paper", "12", "c0ffee" * 6, *more])


TEXT = "The the boat sank.\n\nThe goverment said said so on Tuesday, and nobody else spoke.\n"


@pytest.mark.process
class TestSuggestions:
    def test_safe_fixes_on_lines_of_the_change_once(self, github: GitHub, tmp_path: Path) -> None:
        file = report(tmp_path / "w", TEXT)
        github.files = [{"filename": "a.md", "patch": patch(*TEXT.splitlines())}]
        assert run(file, "--suggest") == 0
        (posted,) = github.reviews
        assert (posted["event"], posted["commit_id"]) == ("COMMENT", "c0ffee" * 6)
        one, two = posted["comments"]
        assert (one["path"], one["line"], one["side"]) == ("a.md", 1, "RIGHT")
        assert one["body"].endswith("```suggestion\nThe boat sank.\n```")
        assert two["line"] == 3
        assert "\n```suggestion\nThe government said so on Tuesday," in two["body"]
        assert "start_line" not in two
        assert run(file, "--suggest") == 0
        assert len(github.reviews) == 1
        assert github.tokens == {"Bearer secret"}

    def test_only_lines_that_the_change_adds(self, github: GitHub, tmp_path: Path) -> None:
        file = report(tmp_path / "w", TEXT)
        context = f"@@ -1,3 +1,3 @@\n The the boat sank.\n \n+{TEXT.splitlines()[2]}"
        github.files = [{"filename": "a.md", "patch": context}, {"filename": "b.png"}]
        run(file, "--suggest")
        (posted,) = github.reviews
        assert [one["line"] for one in posted["comments"]] == [3]

    def test_a_checkout_with_other_lines_suggests_nothing(
        self, github: GitHub, tmp_path: Path
    ) -> None:
        file = report(tmp_path / "w", TEXT)
        github.files = [{"filename": "a.md", "patch": patch("Above.", *TEXT.splitlines())}]
        run(file, "--suggest")
        assert github.reviews == []

    def test_at_most_thirty_and_the_rest_next_time(self, github: GitHub, tmp_path: Path) -> None:
        lines = [f"The goverment has {number} plans for the port." for number in range(100, 140)]
        file = report(tmp_path / "w", "\n\n".join(lines) + "\n")
        github.files = [{"filename": "a.md", "patch": patch(*"\n\n".join(lines).split("\n"))}]
        for _ in range(3):
            run(file, "--suggest")
        assert [len(one["comments"]) for one in github.reviews] == [MOST, 40 - MOST]
        bodies = [one["body"] for posted in github.reviews for one in posted["comments"]]
        assert len(set(bodies)) == 40

    def test_the_same_line_twice_is_two_suggestions(self, github: GitHub, tmp_path: Path) -> None:
        text = "The the boat sank.\n\nThe the boat sank.\n"
        file = report(tmp_path / "w", text)
        github.files = [{"filename": "a.md", "patch": patch(*text.splitlines())}]
        for _ in range(2):
            run(file, "--suggest")
        assert [len(one["comments"]) for one in github.reviews] == [2]

    def test_a_strangers_mark_hides_nothing(self, github: GitHub, tmp_path: Path) -> None:
        file = report(tmp_path / "w", TEXT)
        github.files = [{"filename": "a.md", "patch": patch(*TEXT.splitlines())}]
        run(file, "--suggest")
        github.remarks = [one | {"user": STRANGER} for one in github.remarks]
        run(file, "--suggest")
        assert len(github.reviews) == 2

    @pytest.mark.parametrize(
        "line", ["The goverment asked @editors.", "/merge the goverment.", "The goverment.\r"]
    )
    def test_what_a_bot_could_obey_is_no_suggestion(
        self, github: GitHub, tmp_path: Path, line: str
    ) -> None:
        file = report(tmp_path / "w", f"{line}\n")
        assert json.loads(file.read_text())["summary"]["safe_fixes"] == 1
        github.files = [{"filename": "a.md", "patch": patch(line)}]
        run(file, "--suggest")
        assert github.reviews == []

    def test_a_fence_that_the_draft_cannot_end(self, github: GitHub, tmp_path: Path) -> None:
        line = "The goverment has ````` in its plan for the port, it said on Tuesday."
        file = report(tmp_path / "w", f"{line}\n")
        github.files = [{"filename": "a.md", "patch": patch(line)}]
        run(file, "--suggest")
        (one,) = github.reviews[0]["comments"]
        assert one["body"].endswith(
            f"\n``````suggestion\n{line.replace('goverment', 'government')}\n``````"
        )

    def test_over_two_lines(self) -> None:
        lines = {4: "They said", 5: "said so."}
        place = [{"offset": at, "line": line, "column": column}
                 for at, line, column in ((5, 4, 6), (14, 5, 5), (9, 4, 10))]  # fmt: skip
        fix = {"safety": "safe", "edits": [{"start": place[2], "end": place[1], "text": ""}]}
        one = {"path": "a", "start": place[0], "end": place[1], "text": "said\nsaid",
               "message": "Twice.", "fixes": [fix]}  # fmt: skip
        (found,) = suggestions([one], lines)
        assert (found.first, found.last, found.new) == (4, 5, "They said so.")
        assert list(suggestions([one], {4: "They said"})) == []


@pytest.mark.process
class TestComment:
    def test_it_is_edited_in_place(self, github: GitHub, tmp_path: Path) -> None:
        github.talk.append({"id": 1, "user": STRANGER, "body": f"{MARK}\nAll clean."})
        run(report(tmp_path / "w", TEXT))
        assert len(github.talk) == 2
        assert github.talk[1]["body"].startswith(f"{MARK}\n**copydesk**: findings: 3 (")
        assert "`a.md:1` `“The” is repeated.`" in github.talk[1]["body"]
        run(report(tmp_path / "w", "The boat sank.\n"))
        assert len(github.talk) == 2
        assert "findings: 0 (" in github.talk[1]["body"]
        assert "repeated" not in github.talk[1]["body"]
        assert github.talk[0]["body"] == f"{MARK}\nAll clean."
        assert github.reviews == []  # not asked for

    def test_nothing_found_is_no_new_comment(self, github: GitHub, tmp_path: Path) -> None:
        run(report(tmp_path / "w", "The boat sank.\n"))
        assert github.talk == []

    def test_no_report_is_never_clean(self, github: GitHub, tmp_path: Path) -> None:
        run(tmp_path / "none.json", "--suggest")
        assert "could not check this change" in github.talk[0]["body"]

    def test_our_comment_is_found_on_a_later_page(self, github: GitHub, tmp_path: Path) -> None:
        github.talk = [{"id": n + 1, "user": STRANGER, "body": "Fine."} for n in range(150)]
        for _ in range(2):
            run(report(tmp_path / "w", TEXT))
        assert len(github.talk) == 151

    def test_what_is_not_checked_is_said(self, github: GitHub, tmp_path: Path) -> None:
        run(report(tmp_path / "w", "\n"))
        assert "- **not checked** `a.md" in github.talk[0]["body"]


@pytest.mark.process
class TestTrouble:
    @pytest.mark.parametrize("status", [302, 403, 422, 500])
    def test_a_refusal_is_one_line(
        self, github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str], status: int
    ) -> None:
        file = report(tmp_path / "w", TEXT)
        github.files = [{"filename": "a.md", "patch": patch(*TEXT.splitlines())}]
        github.refuse = status
        assert run(file, "--suggest") == 0
        assert capsys.readouterr().out.splitlines() == [
            f"copydesk: the {what} could not be written: HTTPError {status}."
            for what in ("comment", "review")
        ]
        assert not any(path == "/elsewhere" for _, path in github.asked)

    def test_an_answer_of_no_sense(
        self, github: GitHub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        github.garbage = True
        assert run(report(tmp_path / "w", TEXT), "--suggest") == 0
        assert capsys.readouterr().out.count("could not be written: JSONDecodeError") == 2

    def test_no_server_no_report_of_sense_no_token(
        self, github: GitHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "r.json").write_text("[]")
        assert run(tmp_path / "r.json", "--suggest") == 0
        monkeypatch.delenv("GITHUB_TOKEN")
        assert run(report(tmp_path / "w", TEXT)) == 0
        assert github.talk == []

    def test_the_file_runs_alone(self, github: GitHub, tmp_path: Path) -> None:
        """As the action runs it: isolated, without copydesk."""
        file = report(tmp_path / "w", TEXT)
        script = ROOT / "tools/ci/pull_request.py"
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(script), str(file), "desk/paper", "12", "c0ffee"],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stdout) == (0, "copydesk: a comment was written.\n")
        assert len(github.talk) == 1


def test_the_token_goes_nowhere_in_the_clear() -> None:
    with pytest.raises(ValueError, match="https"):
        Api("http://api.example.org", "secret", "desk/paper", 12)


def test_inert() -> None:
    assert inert("a `b` @c\n/d\u202e") == "`a ˋb\u02cb ＠c /d\\u{202e}`"
    assert len(inert("a" * 1000)) == 302


def test_added() -> None:
    text = "@@ -1,2 +1,3 @@ head\n a\n-b\n+c\n+d\n\\ No newline at end of file\n@@ -9 +11 @@\n+e"
    assert added(text) == {2: "c", 3: "d", 11: "e"}
