"""Recognises files that are no text, by content and by name: Word documents, PDFs, archives.

A name may lie, so the content counts more: a ``.doc`` is often rich text, and a ``.txt`` may
hold anything. Nothing is unpacked.
"""

from __future__ import annotations

import re

from copydesk.files.decode import DecodeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Kind:
    """A kind of file: its name in counts, what one is called, and whether it may hold a story."""

    __slots__ = ("called", "has_copy", "name")

    def __init__(self, name: str, called: str, has_copy: bool = True) -> None:
        self.name = name
        self.called = called
        self.has_copy = has_copy


class NoText(DecodeError):
    """A file is no text; the message says what it is instead."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(told(kind))
        self.kind = kind


_WORD = Kind("Word", "a Word document")
_RTF = Kind("RTF", "an RTF document")
_PDF = Kind("PDF", "a PDF document")
_OPEN = Kind("OpenDocument", "an OpenDocument text")
_PAGES = Kind("Pages", "a Pages document")
_EPUB = Kind("EPUB", "an EPUB book")
_INDESIGN = Kind("InDesign", "an InDesign document")
_PERFECT = Kind("WordPerfect", "a WordPerfect document")
_EXCEL = Kind("Excel", "an Excel workbook", False)
_SLIDES = Kind("PowerPoint", "a PowerPoint presentation", False)
_OPEN_OTHER = Kind("OpenDocument", "an OpenDocument file", False)
_NUMBERS = Kind("Numbers", "a Numbers spreadsheet", False)
_KEYNOTE = Kind("Keynote", "a Keynote presentation", False)
_MAIL = Kind("Outlook", "an Outlook message")
_OFFICE = Kind("Office", "a document of an older Office", False)
_IWORK = Kind("iWork", "an iWork document", False)
_ZIP = Kind("zip", "a zip archive", False)
_ARCHIVE = Kind("archive", "an archive", False)
_PICTURE = Kind("picture", "a picture", False)
_SHEET = Kind("proof sheet", "a proof sheet", False)

SHEET_MARK = '<meta name="generator" content="copydesk">'
"""What the pages that copydesk writes have in their head."""

_NAMES = {
    _WORD: ".docx .docm .dotx .dotm .doc",
    _RTF: ".rtf",
    _PDF: ".pdf",
    _OPEN: ".odt .ott .odm .fodt .sxw",
    _PAGES: ".pages",
    _EPUB: ".epub",
    _INDESIGN: ".indd .idml .icml",
    _PERFECT: ".wpd",
    _EXCEL: ".xlsx .xlsm .xlsb .xltx .xls",
    _SLIDES: ".pptx .pptm .ppsx .ppt .pps",
    _OPEN_OTHER: ".ods .odp .odg .fods .fodp",
    _NUMBERS: ".numbers",
    _MAIL: ".msg",
    _ZIP: ".zip",
    _ARCHIVE: ".7z .rar .gz .tgz .bz2 .xz",
}
_BY_SUFFIX = {suffix: kind for kind, names in _NAMES.items() for suffix in names.split()}
SUFFIXES = tuple(_BY_SUFFIX)

_STARTS = (
    (b"{\\rtf", _RTF),
    (b"%PDF-", _PDF),
    (b"\xffWPC", _PERFECT),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", _INDESIGN),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
)
_BEFORE = b"\xef\xbb\xbf \t\r\n\0"  # what programs put before the mark of RTF and PDF, and forgive

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (  # the names of streams in such a file, the surest first
    ("EncryptedPackage", None),  # with a password: only its name says what it is
    ("WordDocument", _WORD),
    ("PowerPoint Document", _SLIDES),
    ("Workbook", _EXCEL),
    ("__properties_version1", _MAIL),
)

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# A header of an entry, and the beginning of its name; the first entry of some says what it all is.
_ENTRY = (
    rb"PK\x03\x04[\s\S]{26}"
    rb"(?:(word/|xl/|ppt/|Index/|Index\.zip|designmap\.xml)|mimetype(application/[\w.+-]+))"
)
_BY_ENTRY = {b"word/": _WORD, b"xl/": _EXCEL, b"ppt/": _SLIDES, b"designmap.xml": _INDESIGN}
_BY_TYPE = (
    (b"application/epub+zip", _EPUB),
    (b"application/vnd.oasis.opendocument.text", _OPEN),
    (b"application/vnd.sun.xml.writer", _OPEN),
    (b"application/vnd.adobe.indesign", _INDESIGN),
    (b"application/vnd.oasis.opendocument", _OPEN_OTHER),
)
_OF_IWORK = frozenset((_PAGES, _NUMBERS, _KEYNOTE))


def kind_of(path: str, data: bytes, by_name: bool = True) -> Kind | None:
    """What a file is if it is no text, else None.

    Args:
        path: its name.
        data: its content.
        by_name: whether the name counts where the content does not show what it is.
    """
    named = kind_by_name(path)
    if data.startswith(_OLE):
        return _kind_of_ole(data, named)
    if data.startswith(_ZIPS):
        return _kind_of_zip(path, data, named)
    if is_sheet(data):
        return _SHEET
    start = data[:1024].lstrip(_BEFORE)
    found = next((kind for mark, kind in _STARTS if start.startswith(mark)), None)
    return found or (named if by_name else None)


def is_sheet(data: bytes) -> bool:
    """Whether a file is a page that copydesk wrote."""
    return data.startswith(b"<!DOCTYPE html>") and SHEET_MARK.encode() in data[:500]


def kind_by_name(path: str) -> Kind | None:
    """What a file must be by its name if it is no text, else None."""
    return _BY_SUFFIX.get(path[path.rfind(".") :].lower()) if "." in path else None


def reads_some(suffixes: Iterable[str]) -> bool:
    """Whether a parser for these suffixes is for files that are no text."""
    return not _BY_SUFFIX.keys().isdisjoint(suffixes)


def told(kind: Kind) -> str:
    """What to say of a file of that kind, after its name."""
    if kind is _SHEET:
        return f"{kind.called} that copydesk wrote, not a draft"
    if kind.has_copy:
        return f"{kind.called}, which copydesk cannot read yet; save the story as text or Markdown"
    return f"{kind.called}, which copydesk cannot read"


def _kind_of_ole(data: bytes, named: Kind | None) -> Kind:
    """The kind of a file of an older Office, or of a new one with a password."""
    for stream, kind in _STREAMS:
        if stream.encode("utf-16-le") in data:
            return kind or named or _OFFICE
    return named or _OFFICE


def _kind_of_zip(path: str, data: bytes, named: Kind | None) -> Kind:
    """The kind of a zip archive, which many programs make their files of."""
    if named is _ZIP:  # whatever documents are in it
        return named
    for entry in re.finditer(_ENTRY, data):
        folder, mime = entry.groups()
        if mime:
            return next((kind for type_, kind in _BY_TYPE if mime.startswith(type_)), _ZIP)
        if folder in _BY_ENTRY:
            return _BY_ENTRY[folder]
        by_suffix = _KEYNOTE if path.lower().endswith(".key") else named
        return by_suffix if by_suffix in _OF_IWORK else _IWORK
    return named or _ZIP
