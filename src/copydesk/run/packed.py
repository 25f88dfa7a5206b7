"""Drafts in binary files: a plugin extracts source from the bytes and writes edits back."""

from __future__ import annotations

from functools import partial

from copydesk.files.write import NotWritten
from copydesk.fixing.draft import Form
from copydesk.hooks.plugin_specs import Unpacked
from copydesk.model.errors import PluginError, describe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.files.decode import Decoded
    from copydesk.fixing.outcome import Passes
    from copydesk.hooks.specs import ParserSpec


def unpacked(spec: ParserSpec, data: bytes) -> Unpacked:
    """Extract the source from a file's bytes, and get the parser for it.

    Raises:
        PluginError: the file cannot be read.
    """
    assert spec.load_bytes is not None
    try:
        source, parse = spec.load_bytes()(data)
        source.encode()  # a lone surrogate could be neither displayed nor written
    except Exception as error:
        raise PluginError(f"it cannot be read as {spec.name}: {describe(error)}") from error
    return Unpacked(source, parse)


def form_of(spec: ParserSpec, decoded: Decoded) -> Form:
    """How such a file is written after fixing, or why it cannot be."""
    if spec.load_writer is None:
        return Form(decoded, f"{spec.name} files can be read but not written")
    return Form(decoded, write=partial(_written, spec))


def _written(spec: ParserSpec, data: bytes, passes: Passes, after: str) -> bytes:
    """Apply the edits to a file's bytes and read the result back to verify it.

    Raises:
        NotWritten: the file cannot be written, or does not read back as expected.
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
