"""Drafts whose files are no text: a plugin turns their bytes into source, and edits into bytes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from copydesk.files.write import NotWritten
from copydesk.fixing.draft import Form
from copydesk.hooks.plugin_specs import Unpacked
from copydesk.model.errors import PluginError, describe

if TYPE_CHECKING:
    from copydesk.files.decode import Decoded
    from copydesk.fixing.outcome import Passes
    from copydesk.hooks.specs import ParserSpec


def unpacked(spec: ParserSpec, data: bytes) -> Unpacked:
    """The source that a file's bytes hold, and the parser for it.

    Raises:
        PluginError: it cannot be read.
    """
    assert spec.load_bytes is not None
    try:
        source, parse = spec.load_bytes()(data)
        source.encode()  # a lone half of a character could neither be shown nor written
    except Exception as error:
        raise PluginError(f"it cannot be read as {spec.name}: {describe(error)}") from error
    return Unpacked(source, parse)


def form_of(spec: ParserSpec, decoded: Decoded) -> Form:
    """How such a file is fixed."""
    if spec.load_writer is None:
        return Form(decoded, f"{spec.name} files can be read and not written")
    return Form(decoded, write=partial(_written, spec))


def _written(spec: ParserSpec, data: bytes, passes: Passes, after: str) -> bytes:
    """The file after the edits, read back.

    Raises:
        NotWritten: it cannot be written, or does not hold what it should.
    """
    assert spec.load_writer is not None
    try:
        write = spec.load_writer()
        for edits in passes:
            data = write(data, edits)
        source = unpacked(spec, data).source
    except Exception as error:
        raise NotWritten(
            f"not fixed: it cannot be written as {spec.name}: {describe(error)}"
        ) from error
    if source != after:
        raise NotWritten(f"not fixed: what was written as {spec.name} does not read back the same")
    return data
