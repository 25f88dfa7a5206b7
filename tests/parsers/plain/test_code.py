"""Programs, settings and data in plain text are no copy; the copy around them is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.parsers import plain
from tests.parsers.plain.helpers import BODY, MORE, slots

FILES = {
    "a script": "#!/usr/bin/env bash\nfor boat in a a; do echo  $boat;done\n",
    "a document of XML": '<?xml version="1.0"?>\n<fleet>\n <boat>The Tern</boat>\n</fleet>\n',
    "a program in C": "#include <pier.h>\n\nint berth,row;\nint main(void) {\n\tmoor(berth,row);\n}\n",
    "a program in Python": "import pier\n\ndef moor(boat):\n    x = pier.find(boat)\n    return x\n",
    "a table of mounts": "/dev/sda1  /  ext4  noatime,ro  0 1\n/dev/sdb1\t/srv\txfs\tdefaults\t0 2\n"
    "/dev/sdc1  /var/log  ext4  nodev,ro  0 2\n",
    "settings": "[quay]\nberths = 9\nopen_on = monday,friday\n\n[crane]\nload=40,50\nname=Old Tom\n",
    "a map of keys": "keycode 23 = tab tab\nkeycode 24 = a a\nkeycode 25 = w W\n",
    "a log": "2031-02-03 04:05:06  WARN  tide tide,rising\n2031-02-03 04:05:07  INFO  pump on\n"
    "2031-02-03 04:06:00  INFO  pump off\n",
    "a log of a system": "Feb  3 04:05:06 quay pumpd[71]: started,idle\n"
    "Feb  3 04:05:07 quay pumpd[71]: level level 4\nFeb  3 04:05:09 quay crond[9]: exit\n",
    "a patch": "diff --git a/quay.c b/quay.c\n@@ -1,2 +1,2 @@\n-int a,a;\n+int b,b;\n",
    "rules of make": "CC = gcc\nOBJS = quay.o,pier.o\n\nall: quay.o\n\t$(CC) -o quay quay.o\n",
}


@pytest.mark.parametrize("source", FILES.values(), ids=FILES)
def test_a_file_of_code_has_no_copy(source: str) -> None:
    assert slots(plain.parse(source)) == []


LISTINGS = [
    "int berth,row;\nmoor(berth,row);\nreturn 0;",
    "$ cd /srv/quay\n$ ./pump --level  4\n$ sudo make,install",
    "set nocompatible=1\nlet g:quay = 1\nmap <F2> :w<CR>",
    "berth = 4\nrow = 9,10\nname = tern tern",
    "if ($tide,$wind) {\n  moor($tide,$wind);\n}",
    '{\n  "berth":  "4",\n  "row":  "9,10"\n}',
]


@pytest.mark.parametrize("listing", LISTINGS)
def test_a_listing_in_a_story_is_code(listing: str) -> None:
    source = f"Council closes harbour road\n\n{BODY}\n\n{listing}\n\n{MORE}"
    parsed = plain.parse(source)
    code = "".join(parsed.map.text[span.start : span.end] for span in parsed.verbatim)
    assert "".join(code.split()) == "".join(listing.split())
    assert ("paragraph", MORE) in slots(parsed)


PROSE = [
    "The gulls were loud that morning;\nthe tide was early in the bay;\nand we had rowed a mile;",
    "The sum was this: one = the boat, two = the nets.\nIt was, he said, a bargain {of sorts}.",
    "Import duties rose.\nExports fell.\nLet us hope the end is near.",
    "Tern 4 1 0\nGull 3 2 1\nSkua 0 0 9\n\nThe race was over at noon.",
    "Set sail at noon.\nReturn by six.\nIf lost, call the harbour master (0123) at once.",
    "Monday 10:00:00 was the time on the clock.\nThe file was called quay.txt, and it was empty.",
    "# Harbour news\n\nThe pier is open again; the café (in the old shed) is not.",
]


@pytest.mark.parametrize("source", PROSE)
def test_prose_is_read(source: str) -> None:
    parsed = plain.parse(source)
    assert parsed.verbatim == ()
    assert "".join("".join(text for _, text in slots(parsed)).split()) == "".join(source.split())


def test_the_tags_of_a_template_of_mail_are_code() -> None:
    source = "{% if paid %}\nThe boat leaves at ten.\n{% endif %}\nBring the the rope.\n"
    assert [text for _, text in slots(plain.parse(source))][-1].endswith("Bring the the rope.")


@pytest.mark.parametrize("part", ["a(b,c", "/* a\n\n", "a = (", "x,y;\n", "[a", "-" * 9, "a  b  "])
def test_no_input_takes_long(part: str, linear: Callable[..., None]) -> None:
    linear(plain.parse, lambda length: "=" + part * (length // len(part)), 12_500, 100_000)
