"""Whether a string that no list has may be a word all the same: a compound or a derived word."""

from __future__ import annotations

from lint_rules._shared.prose import words
from lint_rules._shared.spelled import is_known, near, rank

_PART = 3  # letters of each half of a compound, at least
_COMMON = 36  # rank of the halves: a word in some 500,000
_STEM = 4  # letters
_FRONT = words(
    "un re non anti pre post co over under out mis dis inter multi micro macro mega super sub semi "
    "pro bio cyber eco geo hydro neuro tele ultra trans counter crypto auto pseudo de en up down "
    "off on e agri agro aero astro cardio electro ethno euro extra fore hyper infra intra kilo "
    "mid milli mini mono nano narco neo nitro ortho paleo para petro pharma photo poly proto "
    "psycho quasi radio retro socio techno thermo tri uni vice video meth chloro fluoro"
)
_SURE = words("un re de en co on up e off out")  # short enough to stand there by a slip
_BACK = (
    "ness", "less", "like", "ish", "able", "ably", "dom", "hood", "ism", "isms", "ist", "ists",
    "esque", "wise", "fest", "gate", "core", "ers", "er", "ier", "iest", "iers", "ify", "ified",
    "ization", "isation", "ize", "ized", "izing", "ise", "ised", "ising", "ward", "wards", "y",
    "style", "sized", "gram", "phobia", "phobic", "philia", "ology", "ologist", "itis", "nomics",
    "tastic", "verse", "speak", "scape", "thon", "crat", "cratic", "ville", "ity", "ic", "ean",
)  # fmt: skip
_SCIENCE = (
    "ase", "ases", "ine", "ines", "ol", "ols", "ium", "ane", "ene", "oate", "amide", "mab", "nib",
    "vir", "cillin", "mycin", "azole", "prazole", "statin", "idae", "inae", "oides", "virus",
    "viruses", "osis", "oses", "emia", "aemia", "ectomy", "otomy", "oscopy", "genic", "genesis",
    "toxin", "tox", "phyte", "saurus", "saur", "bacter", "coccus", "plasma", "ide", "ides",
)  # fmt: skip


def is_coinage(word: str) -> bool:
    """Whether a lower-case string that no list has is made of words in a regular way."""
    return _is_compound(word) or _is_derived(word) or word.endswith(_SCIENCE) and not near(word)


def _is_compound(word: str) -> bool:
    return any(
        rank(word[:at]) >= _COMMON and rank(word[at:]) >= _COMMON
        for at in range(_PART, len(word) - _PART + 1)
    )


def _is_derived(word: str) -> bool:
    for at in range(1, min(7, len(word) - _STEM + 1)):
        front, rest = word[:at], word[at:]
        if front in _FRONT and (rank(rest) if front in _SURE else is_known(rest)):
            return True
    return any(word.endswith(end) and _is_stem(word[: -len(end)], end) for end in _BACK)


def _is_stem(stem: str, end: str) -> bool:
    if len(stem) < _STEM:
        return False
    stems = [stem, f"{stem}e"] if end[0] in "aeiouy" else [stem]
    if stem.endswith("i") or end[0] == "i":
        stems.append(f"{stem.removesuffix('i')}y")
    if end[0] in "aeiouy" and stem[-1] == stem[-2]:
        stems.append(stem[:-1])
    return any(rank(one) for one in stems)
