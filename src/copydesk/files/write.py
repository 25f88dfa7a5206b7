"""Writes a fixed draft atomically: the file always has either its old or its new content."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from hashlib import sha256

from copydesk.files.bounds import resolved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
_CAREFUL = ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK")  # where the system has them
_WRITE = os.O_WRONLY | sum(getattr(os, name, 0) for name in _CAREFUL)
_TRIES = 100  # at opening the hidden file, while others move or delete it


class NotWritten(Exception):
    """The draft was not written and is unchanged; the message says why."""


def write(path: str, before: bytes, after: bytes, bounds: str = "") -> None:
    """Replace a file's content atomically.

    The content is written to a hidden file next to the draft, flushed to disk, and
    moved into place. Mode, owner, extended attributes and symbolic links are kept.
    If the process is killed, at most the hidden file is left; the next run reuses it.

    Args:
        path: the file, or a symbolic link to it.
        before: its content when it was read.
        after: its new content.
        bounds: the real folder that links must stay in; empty to determine it with
            ``bounds_of``.

    Raises:
        NotWritten: the file has changed since, is write-protected, has hard links,
            is out of bounds, or cannot be written.
    """
    target = _target(path, bounds)
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".copydesk-{sha256(os.fsencode(name)).hexdigest()[:16]}.tmp")
    try:
        state = os.stat(target)
        _refuse(target, state)
        handle = _opened(beside)
        try:
            _fill(handle, after, state, target)
            if _content(target) != before or _identity(os.stat(target)) != _identity(state):
                raise NotWritten("the file changed while it was being fixed; nothing written")
            os.replace(beside, target)
        except BaseException:
            with suppress(OSError):
                os.unlink(beside)
            raise
        finally:
            os.close(handle)
    except OSError as error:
        raise NotWritten(f"cannot write: {error.strerror or error}") from None


def _target(path: str, bounds: str) -> str:
    """The real path of the file, with links resolved within bounds."""
    try:
        return resolved(path, bounds)
    except OSError as error:
        raise NotWritten(f"cannot write: {error.strerror or error}") from None


def _refuse(target: str, state: os.stat_result) -> None:
    if not stat.S_ISREG(state.st_mode):
        raise NotWritten("not a regular file; nothing written")
    if not os.access(target, os.W_OK):
        raise NotWritten("the file is write-protected; nothing written")
    if state.st_nlink > 1:
        raise NotWritten("the file has other names (hard links); nothing written")


def _opened(beside: str) -> int:
    """Create and lock the hidden file; one left by a killed run of ours is reused.

    Anything else there (a link, another user's file, one with a second name) is deleted.
    """
    for _ in range(_TRIES):
        handle = _open_new_or_own(beside)
        if handle is None:
            continue
        try:
            if fcntl is None:
                return handle
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_still(handle, beside):
                os.ftruncate(handle, 0)
                return handle
        except BlockingIOError:
            os.close(handle)
            raise NotWritten("another copydesk is writing this file; nothing written") from None
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # it was moved into place before we locked it: try again
    raise NotWritten(f"cannot create {os.path.basename(beside)}; nothing written")


def _open_new_or_own(beside: str) -> int | None:
    """Open the hidden file; None if it was not a file of ours, or has just gone."""
    with suppress(FileExistsError):
        return os.open(beside, _WRITE | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        if fcntl is None or not _is_own(os.lstat(beside)):
            os.unlink(beside)
            return None
        handle = os.open(beside, _WRITE)
    except FileNotFoundError:
        return None
    if _is_own(os.fstat(handle)):
        return handle
    os.close(handle)
    return None


def _is_own(state: os.stat_result) -> bool:
    """Whether a file is a regular one of this user without other names."""
    own = not hasattr(os, "geteuid") or state.st_uid == os.geteuid()
    return own and stat.S_ISREG(state.st_mode) and state.st_nlink == 1


def _is_still(handle: int, path: str) -> bool:
    """Whether an open file is still the one at ``path``."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path, follow_symlinks=False))
    except FileNotFoundError:
        return False


def _fill(handle: int, data: bytes, state: os.stat_result, target: str) -> None:
    """Write the data, copy owner, attributes and mode, and flush to disk."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
    made = os.fstat(handle)
    if hasattr(os, "fchown") and (made.st_uid, made.st_gid) != (state.st_uid, state.st_gid):
        os.fchown(handle, state.st_uid, state.st_gid)
    for name, value in _attributes(target):
        with suppress(OSError):
            os.setxattr(handle, name, value)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(state.st_mode))
    os.fsync(handle)


def _attributes(target: str) -> Iterator[tuple[str, bytes]]:
    """Yield the extended attributes of a file, if the system supports them."""
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(target):
            yield name, os.getxattr(target, name)


def _content(target: str) -> bytes:
    handle = os.open(target, _READ)
    with open(handle, "rb") as file:
        return file.read()


def _identity(state: os.stat_result) -> tuple[int, int, int, int, int]:
    """What must not change while a draft is fixed: the file's identity, mode and owner."""
    return state.st_dev, state.st_ino, state.st_mode, state.st_uid, state.st_gid
