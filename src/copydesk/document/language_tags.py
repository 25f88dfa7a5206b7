"""Language tags: read from what a draft states about itself, and from its path."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.document.slots import Metadatum

# The keys under which a draft states its language, the most reliable first.
_KEYS = ("lang", "language", "locale", "langcode", "languagecode", "contentlanguage", "inlanguage",
         "dclanguage", "dctermslanguage", "oglocale")  # fmt: skip
_HOLDERS = ("params", "extra", "page")  # the keys under which site generators keep a page's fields

# The code of each language in two letters, in three, and its names.
_NAMES = """
af afr afrikaans | ar ara arabic العربية | bg bul bulgarian български | bn ben bengali বাংলা
| ca cat catalan català | cs ces cze czech čeština | cy cym wel welsh cymraeg | da dan danish dansk
| de deu ger german deutsch | el ell gre greek ελληνικά | en eng english | es spa spanish español
espanol castellano castilian | et est estonian eesti | eu eus baq basque euskara | fa fas per
persian farsi فارسی | fi fin finnish suomi | fr fra fre french français francais | ga gle irish
gaeilge | gl glg galician galego | gu guj gujarati | he heb hebrew עברית | hi hin hindi हिन्दी
| hmn hmong hmoob | hr hrv croatian hrvatski | ht hat haitian kreyòl kreyol | hu hun hungarian
magyar | hy hye arm armenian | id ind indonesian | is isl ice icelandic íslenska | it ita italian
italiano | ja jpn japanese 日本語 | km khm khmer | ko kor korean 한국어 | lt lit lithuanian lietuvių
| lv lav latvian latviešu | mk mkd macedonian | ms msa malay | mt mlt maltese | my mya burmese
| nb nob norwegian norsk bokmål | ne nep nepali | nl nld dut dutch nederlands flemish | nn nno
nynorsk | no nor | pa pan punjabi | pl pol polish polski | pt por portuguese português portugues
| ro ron rum romanian română | ru rus russian русский | sk slk slo slovak slovenčina | sl slv
slovenian slovenščina | so som somali soomaali | sq sqi alb albanian shqip | sr srp serbian српски
| sv swe swedish svenska | sw swa swahili kiswahili | ta tam tamil | te tel telugu | th tha thai
ไทย | tl tgl fil tagalog filipino | tr tur turkish türkçe | uk ukr ukrainian українська | ur urd
urdu اردو | vi vie vietnamese | zh zho chi chinese mandarin 中文 | zu zul zulu
"""
_REGIONS = {
    "uk": "gb", "british": "gb", "britain": "gb", "gb": "gb", "us": "us", "usa": "us",
    "american": "us", "australian": "au", "canadian": "ca", "irish": "ie",
}  # fmt: skip

_NOT_LETTERS = compiled(r"[\W_]+")
_CHARSET = compiled(r"[.@].*")
_NOT_CODE = compiled(r"[^\w-]+")
_SUBTAG = compiled(r"[a-z]{2}|[0-9]{3}|[a-z]{4}")
_LONGEST = 40  # code points of a label; anything longer is a sentence
_IN_NAME = compiled(r"\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\.[A-Za-z]+\Z")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ROOTS = _words(
    "content contents i18n l10n locale locales lang langs language languages translation"
    " translations"
)
_SEPARATORS = compiled(r"[\\/]+")


def stated(metadata: Mapping[str, Metadatum]) -> str:
    """The tag of the language that a draft states; empty for none, several or an unknown one.

    Args:
        metadata: front matter and the like, by key in lower case.
    """
    found: dict[str, str] = {}
    for key, value in metadata.items():
        name = _plain(key)
        if name in _KEYS and name not in found:
            found[name] = "" if f"{key}.1" in metadata else tag(value.value)
    return next((found[name] for name in _KEYS if found.get(name)), "")


def _plain(key: str) -> str:
    """A key without marks, and without the name of what holds all fields of the page."""
    holder, _, last = key.partition(".")
    return _NOT_LETTERS.sub("", last if holder in _HOLDERS else key)


def tag(label: str) -> str:
    """The tag for a label such as ``es``, ``spa``, ``en_US.UTF-8`` or “English (UK)”, or empty."""
    text = _CHARSET.sub("", label.strip().lower()).replace("_", "-")
    chunks = [chunk for chunk in _NOT_CODE.split(text) if chunk]
    if len(text) > _LONGEST:
        return ""
    if len(chunks) == 1:
        return _code(chunks[0])
    names = _names()
    found = {names[chunk] for chunk in chunks if chunk in names}
    if len(found) != 1:
        return ""
    return _tag(found.pop(), [chunk for chunk in chunks if chunk in _REGIONS])


def _tag(code: str, parts: list[str]) -> str:
    subtags = (_REGIONS.get(part, part) for part in parts)
    return "-".join([code, *(part for part in subtags if _SUBTAG.fullmatch(part))])


def of_path(path: str) -> str:
    """The tag of the language that a path shows (``guide.es.md``, ``content/es/``), or empty.

    Two letters alone are the name of a folder for much else (``news/id/``), so they count only
    within a folder for languages or content.
    """
    named = _IN_NAME.search(path)
    if named is not None and (found := _code(named[1])):
        return found
    *folders, _ = _SEPARATORS.split(path)
    for outer, folder in pairwise(folders):
        if outer.strip("_").lower() in _ROOTS and (found := _code(folder)):
            return found
    return ""


def _code(text: str) -> str:
    """The tag for a code of two or three letters, with or without a region, or for a name."""
    first, *rest = text.lower().replace("_", "-").split("-")
    code = _codes().get(first) or _names().get(first, "")
    return _tag(code, rest) if code else ""


@cache
def _codes() -> dict[str, str]:
    """Codes of two and three letters, each with the code of two."""
    rows = (row.split() for row in _NAMES.split("|"))
    return {word: row[0] for row in rows for word in row if len(word) < 4 and word.isascii()}


@cache
def _names() -> dict[str, str]:
    """Names of languages, in English and in the language itself, each with its code."""
    rows = (row.split() for row in _NAMES.split("|"))
    return {word: row[0] for row in rows for word in row if len(word) > 3 or not word.isascii()}
