from __future__ import annotations

import codecs

import pytest

from copydesk.files.decode import DecodeError, decode

TEXT = "Zelenskyy’s “no”\r\n😀"


@pytest.mark.parametrize(
    ("data", "encoding", "mark"),
    [
        (TEXT.encode(), "utf-8", b""),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", codecs.BOM_UTF8),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", codecs.BOM_UTF16_LE),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", codecs.BOM_UTF16_BE),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le", codecs.BOM_UTF32_LE),
    ],
)
def test_text_and_mark_give_back_the_bytes(data: bytes, encoding: str, mark: bytes) -> None:
    decoded = decode(data)
    assert decoded == (TEXT, encoding, mark)
    assert decoded.mark + decoded.text.encode(decoded.encoding) == data


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac-roman", "utf-8"])
def test_a_draft_in_utf_8_is_read_as_such_whatever_is_named(encoding: str) -> None:
    text = "“Café” — the mayor’s word\n"
    assert decode(text.encode(), encoding) == (text, "utf-8", b"")


def test_an_encoding_that_is_not_ascii_and_more_is_tried_alone() -> None:
    text = "Ferry back\n"
    for encoding in ("utf-16-le", "cp037"):
        assert decode(text.encode(encoding), encoding) == (text, encoding, b"")
    assert decode("a é".encode("cp1252"), "cp1252") == ("a é", "cp1252", b"")


def test_an_encoding_may_be_named() -> None:
    assert decode("café’s".encode("cp1252"), "cp1252").text == "café’s"


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"one\ncaf\xe9", "", "not UTF-8: byte 0xe9 on line 2; save the file as UTF-8"),
        (b"one\n\0two", "", "a NUL byte on line 2 (offset 4)"),
        ("Plain words".encode("utf-16-le"), "", "looks like UTF-16 without a byte order mark"),
        (b"x", "utf-99", "unknown encoding 'utf-99'"),
        (codecs.BOM_UTF16_LE + b"x", "", "not UTF-16-LE"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_to_do(
    data: bytes, encoding: str, message: str
) -> None:
    with pytest.raises(DecodeError) as error:
        decode(data, encoding)
    assert str(error.value).startswith(message)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"").text == ""
