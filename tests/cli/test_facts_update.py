"""``copydesk facts update``: a newer pack of facts, from a file, a folder or a mirror."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.facts.pack import contents_of
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.registry.shipped_tables import compile_tables

TABLE = """\
[sources.hall]
name = "City Hall"
licence = "public record"
as-of = {as_of}

[[office]]
id = "springfield/sheriff"
of = ["Springfield"]
titles = ["Sheriff"]
holders = [{{ name = "Pat Roe", since = 2010-01-04 }}]
"""
NEW, OLD = "2101.1.31", "2001.1.31"


def files_of(version: str = NEW, as_of: str = "2026-09-01") -> dict[str, bytes]:
    tables = {"sheriffs.toml": TABLE.format(as_of=as_of).encode()}
    return {"pack.json": contents_of(tables, version).encode(), **tables}


def folder_of(place: Path, files: dict[str, bytes]) -> str:
    place.mkdir()
    for name, content in files.items():
        (place / name).write_bytes(content)
    return str(place)


def archive_of(files: dict[str, bytes], folder: str = "copydesk_facts/") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{folder}{name}", content)
    return held.getvalue()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data" / "facts"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def update(*words: str) -> tuple[int, str, str]:
        status = main(list(words))
        return status, *capsys.readouterr()

    return update


def test_a_folder_an_archive_and_the_same_again(home, run, tmp_path) -> None:
    source = folder_of(tmp_path / "pack", files_of())
    status, out, err = run("facts", "update", source)
    assert (status, err) == (0, "")
    assert out.startswith(f"copydesk-facts {NEW} is in use, as of 2026-09-01: ")
    (tmp_path / "pack.whl").write_bytes(archive_of(files_of("2102.1.1")))
    assert run("facts", "update", "pack.whl")[0] == 0
    assert run("facts", "update", "pack.whl")[0] == 0
    assert run("facts", "as-of")[1].splitlines() == [
        "copydesk-facts 2102.1.1, as of 2026-09-01",
        "2026-09-01       1  City Hall (public record)",
    ]
    assert "Pat Roe" in run("facts", "show", "springfield/sheriff")[1]
    assert run("facts", "show", "us/president")[0] == 1  # the pack is used instead of ours


def test_what_is_written_is_private(home, run, tmp_path) -> None:
    source = folder_of(tmp_path / "pack", files_of())
    before = os.umask(0)
    try:
        assert run("facts", "update", source)[0] == 0
    finally:
        os.umask(before)
    if os.name == "posix":
        for folder in (home.parent, home, *(one for one in home.iterdir() if one.is_dir())):
            assert folder.stat().st_mode & 0o077 == 0
        assert all(one.stat().st_mode & 0o077 == 0 for one in home.rglob("*") if one.is_file())


def test_a_story_is_judged_by_the_pack_in_use(home, run, tmp_path) -> None:
    text = "A raid went on.\n\nFormer Springfield Sheriff Pat Roe spoke in the square.\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    words = ("check", "-q", "--date", "2025-04-15", "a.txt")
    assert run(*words)[0] == 0
    run("facts", "update", folder_of(tmp_path / "pack", files_of()))
    assert run(*words)[0] == 1
    assert f"# facts: copydesk-facts {NEW}" in run("config")[1]


def test_an_older_pack_is_refused(home, run, tmp_path) -> None:
    source = folder_of(tmp_path / "old", files_of(OLD))
    status, _, err = run("facts", "update", source)
    assert status == 2 and f"copydesk-facts {OLD} is older than copydesk-facts 20" in err
    assert not home.exists()
    assert run("facts", "update", source, "--allow-older")[0] == 0
    assert run("facts", "as-of")[1].startswith(f"copydesk-facts {OLD},")
    run("facts", "update", folder_of(tmp_path / "new", files_of()))
    assert run("facts", "as-of")[1].startswith(f"copydesk-facts {NEW},")


def test_another_pack_of_the_same_version_is_refused(home, run, tmp_path) -> None:
    run("facts", "update", folder_of(tmp_path / "one", files_of()))
    other = folder_of(tmp_path / "two", files_of(as_of="2026-10-01"))
    status, _, err = run("facts", "update", other)
    assert status == 2 and "is in use, with other tables" in err


def test_a_pack_that_is_older_than_ours_is_not_used(home, run, tmp_path) -> None:
    run("facts", "update", folder_of(tmp_path / "one", files_of()))
    text = (home / "in-use").read_text("utf-8")
    (home / "in-use").write_text(text.replace(NEW, OLD), "utf-8")
    assert not run("facts", "as-of")[1].startswith(f"copydesk-facts {OLD}")


def test_a_wheel_is_built_with_the_tables_that_ship(home, run, tmp_path) -> None:
    run("facts", "update", folder_of(tmp_path / "pack", files_of()))
    compile_tables(str(tmp_path / "compiled"))
    facts = Registry(contributions(""), cache=str(tmp_path / "compiled"), updates=False).facts
    assert len(facts.people()) > 1000
    assert len(list((tmp_path / "compiled").glob("facts-*"))) == 1  # nothing was compiled anew


def _damaged(files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, "sheriffs.toml": files["sheriffs.toml"].replace(b"Pat", b"Pam")}


def _with(key: str, value: object) -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    def change(files: dict[str, bytes]) -> dict[str, bytes]:
        contents = json.loads(files["pack.json"]) | {key: value}
        return {**files, "pack.json": json.dumps(contents).encode()}

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_damaged, "sheriffs.toml is damaged: its SHA-256 is not that in pack.json"),
        (lambda files: {"pack.json": files["pack.json"]}, "sheriffs.toml is missing"),
        (lambda files: {"sheriffs.toml": b""}, "pack.json"),
        (_with("schema", 2), "the pack needs a newer copydesk"),
        (_with("version", "soon"), "'soon' does not belong in the contents of a pack"),
        (_with("files", {"../x.toml": "0" * 64}), "'../x.toml' does not belong in the contents"),
        (_with("files", {}), "the pack has no tables"),
        (_with("files", 7), "not the contents of a pack of facts"),
    ],
)
@pytest.mark.parametrize("form", ["folder", "archive"])
def test_what_is_no_whole_pack_is_refused(home, run, tmp_path, change, said, form) -> None:
    files = change(files_of())
    if form == "folder":
        source = folder_of(tmp_path / "pack", files)
    else:
        source = "pack.zip"
        Path(source).write_bytes(archive_of(files))
    status, _, err = run("facts", "update", source)
    assert status == 2 and said in err
    assert not home.exists()


def test_a_table_that_breaks_the_schema_is_refused(home, run, tmp_path) -> None:
    files = files_of()
    wrong = files["sheriffs.toml"].replace(b"titles", b"tittles")
    contents = files["pack.json"].decode()
    for content in (files["sheriffs.toml"],):
        contents = contents.replace(
            hashlib.sha256(content).hexdigest(), hashlib.sha256(wrong).hexdigest()
        )
    source = folder_of(tmp_path / "pack", {"pack.json": contents.encode(), "sheriffs.toml": wrong})
    status, _, err = run("facts", "update", source)
    assert status == 2 and "unknown key 'tittles'" in err


@pytest.mark.parametrize("content", [b"nonsense", archive_of({}), b""])
def test_what_is_no_archive_is_refused(home, run, tmp_path, content) -> None:
    Path("a.zip").write_bytes(content)
    status, _, err = run("facts", "update", "a.zip")
    assert status == 2 and "not a pack of facts" in err
    assert run("facts", "update", "none.zip")[0] == 2


def test_a_table_that_somebody_changed_stops_the_run(home, run, tmp_path) -> None:
    run("facts", "update", folder_of(tmp_path / "pack", files_of(as_of="2026-08-08")))
    (table,) = home.rglob("*.toml")
    table.write_bytes(table.read_bytes().replace(b"Pat", b"Pam"))
    (tmp_path / "a.txt").write_text("Former Springfield Sheriff Pat Roe spoke in it.\n", "utf-8")
    status, _, err = run("check", "--date", "2025-04-15", "a.txt")
    assert status == 2 and "not the file of its pack" in err


@pytest.mark.skipif(os.name != "posix", reason="platform: folders of Windows are private")
def test_a_folder_that_others_can_write_is_not_used(home, run, tmp_path) -> None:
    source = folder_of(tmp_path / "pack", files_of())
    run("facts", "update", source)
    home.chmod(0o777)
    status, out, err = run("facts", "as-of")
    assert status == 0 and NEW not in out
    assert "is not used: others can write to it" in err
    assert "# facts: copydesk-facts 20" in run("config")[1]
    status, _, err = run("facts", "update", source)
    assert status == 2 and "is not private: others can write to it" in err


def test_a_broken_list_of_what_is_in_use_is_told(home, run, tmp_path) -> None:
    run("facts", "update", folder_of(tmp_path / "pack", files_of()))
    (home / "in-use").write_text("nonsense\n", "utf-8")
    status, out, err = run("facts", "as-of")
    assert status == 0 and NEW not in out and "it is damaged" in err


def test_without_a_data_folder_nothing_is_written(home, run, tmp_path, monkeypatch) -> None:
    source = folder_of(tmp_path / "pack", files_of())
    monkeypatch.setenv("COPYDESK_DATA_DIR", "")
    status, _, err = run("facts", "update", source)
    assert status == 2 and "there is no data folder" in err


def test_old_packs_are_cleared_away(home, run, tmp_path) -> None:
    for year in range(2101, 2105):
        run("facts", "update", folder_of(tmp_path / f"{year}", files_of(f"{year}.1.1")))
    assert sorted(one.name[:4] for one in home.iterdir() if one.is_dir()) == ["2103", "2104"]


# What the newsroom accepts


def test_a_digest_is_accepted(home, run, tmp_path) -> None:
    files = files_of()
    source = folder_of(tmp_path / "pack", files)
    good = f"sha256:{hashlib.sha256(files['pack.json']).hexdigest()}"
    assert run("facts", "update", source, "--accept", f"sha256:{'0' * 64}")[0] == 2
    Path("copydesk.toml").write_text(f'facts-pack = "sha256:{"0" * 64}"\n', "utf-8")
    status, _, err = run("facts", "update", source)
    assert status == 2 and "not the pack that facts-pack names" in err
    Path("copydesk.toml").write_text(f'facts-pack = "{good}"\n', "utf-8")
    assert run("facts", "update", source)[0] == 0
    assert run("facts", "update", source, "--accept", "md5:1")[0] == 2


def signed(content: bytes, comment: str = "timestamp:1", hashed: bool = True) -> tuple[str, str]:
    """A key of minisign, and a signature of the content with it."""
    ed25519 = pytest.importorskip(
        "cryptography.hazmat.primitives.asymmetric.ed25519", reason="extra: signed"
    )
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    key = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    form = serialization.Encoding.Raw, serialization.PublicFormat.Raw
    public = b"Ed" + b"12345678" + key.public_key().public_bytes(*form)
    one = key.sign(hashlib.blake2b(content).digest() if hashed else content)
    whole = base64.b64encode(key.sign(one + comment.encode())).decode()
    told = base64.b64encode((b"ED" if hashed else b"Ed") + b"12345678" + one).decode()
    lines = ["untrusted comment: x", told, f"trusted comment: {comment}", whole]
    return base64.b64encode(public).decode(), "\n".join(lines) + "\n"


@pytest.mark.parametrize("hashed", [True, False])
def test_a_signature_is_accepted(home, run, tmp_path, hashed) -> None:
    files = files_of()
    key, signature = signed(files["pack.json"], hashed=hashed)
    source = folder_of(tmp_path / "pack", {**files, "pack.json.minisig": signature.encode()})
    assert run("facts", "update", source, "--accept", f"minisign:{key}")[0] == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("timestamp:1", "timestamp:2", "the signature is not that of the pack"),
        ("trusted comment: timestamp:1\n", "", "the signature is not one of minisign"),
        ("RUQ", "UlU", "the signature is not one of minisign"),
    ],
)
def test_a_signature_that_was_changed_is_refused(home, run, tmp_path, old, new, said) -> None:
    files = files_of()
    key, signature = signed(files["pack.json"])
    changed = signature.replace(old, new)
    assert changed != signature
    source = folder_of(tmp_path / "pack", {**files, "pack.json.minisig": changed.encode()})
    status, _, err = run("facts", "update", source, "--accept", f"minisign:{key}")
    assert status == 2 and said in err


def test_a_signature_of_something_else_is_refused(home, run, tmp_path) -> None:
    key, signature = signed(b"something else")
    files = files_of()
    source = folder_of(tmp_path / "pack", {**files, "pack.json.minisig": signature.encode()})
    status, _, err = run("facts", "update", source, "--accept", f"minisign:{key}")
    assert status == 2 and "the signature is not that of the pack" in err
    bare = folder_of(tmp_path / "bare", files)
    status, _, err = run("facts", "update", bare, "--accept", f"minisign:{key}")
    assert status == 2 and "not signed: it has no pack.json.minisig" in err


# Mirrors


@pytest.fixture
def mirror() -> Iterator[tuple[str, dict[str, tuple[int, dict[str, str], bytes]], list[str]]]:
    """A server on this machine: its address, what it answers by path, what it was asked."""
    answers: dict[str, tuple[int, dict[str, str], bytes]] = {}
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            status, headers, body = answers.get(self.path, (404, {}, b""))
            self.send_response(status)
            for key, value in ({"Content-Length": str(len(body))} | headers).items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *words: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", answers, asked
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_pack_is_fetched_from_the_address_given(home, run, mirror) -> None:
    url, answers, asked = mirror
    answers["/pack.whl"] = (200, {}, archive_of(files_of()))
    answers["/latest"] = (302, {"Location": "/pack.whl"}, b"")
    assert run("facts", "update", f"{url}/latest")[0] == 0
    assert asked == ["/latest", "/pack.whl"]
    assert run("facts", "as-of")[1].startswith(f"copydesk-facts {NEW},")
    assert len(asked) == 2  # no other command fetches anything


def test_a_redirect_to_another_host_is_not_followed(home, run, mirror) -> None:
    url, answers, asked = mirror
    answers["/a"] = (302, {"Location": url.replace("127.0.0.1", "localhost") + "/b"}, b"")
    status, _, err = run("facts", "update", f"{url}/a")
    assert status == 2 and "leads to another host" in err and asked == ["/a"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((500, {}, b""), "the server says 500"),
        ((200, {"Content-Length": "7"}, b"abc"), "cannot be fetched"),
        ((200, {}, b"abc"), "not a pack of facts"),
    ],
)
def test_answers_that_are_no_pack(home, run, mirror, answer, said) -> None:
    url, answers, _ = mirror
    answers["/a"] = answer
    status, _, err = run("facts", "update", f"{url}/a")
    assert status == 2 and (said in err or "it was cut off" in err)


def test_an_answer_without_an_end_is_cut_off(home, run, mirror, monkeypatch) -> None:
    url, answers, _ = mirror
    monkeypatch.setattr("copydesk.cli.packs.opened.LARGEST", 1000)
    answers["/a"] = (200, {}, bytes(2000))
    status, _, err = run("facts", "update", f"{url}/a")
    assert status == 2 and "too large for a pack of facts" in err


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("http://example.org/pack.whl", "only https is fetched"),
        ("https://me:secret@example.org/pack.whl", "a name and a password"),
        ("https:///pack.whl", "only https is fetched"),
    ],
)
def test_addresses_that_are_not_fetched(home, run, url, said) -> None:
    status, _, err = run("facts", "update", url)
    assert status == 2 and said in err and "secret" not in err
