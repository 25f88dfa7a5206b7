"""How acronyms are read out: letter by letter, or as words."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.prose import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Sound = Literal["vowel", "consonant", ""]

# Acronyms that are said both ways, or stand for a word that is said instead: a HR is a home run.
_EITHER = words("SQL HR HRS URL FTSE")
# Acronyms that are read letter by letter, although they could be read as words.
_SPELLED = words(
    "EU UN US UK UAE UAV UAVS USA UFO UFOS UCLA USB HIV MBA MBAS FDA MRI NBA SUV SUVS IMF HBO NGO "
    "NGOS MLA SOS IRA NRA ECB EPA IPO ITV MEP MEPS NIH ICBM AI IED IEDS RIAA ISP ATM ATMS LGBTQIA "
    "HOA XL XI MOU MOUS NYPD LAPD FBI NHS MP MPS MVP SMS RSF NFL NHL MLB LSD LNG FCC FTC XML "
    "UPS RAF MIT SEC RSPCA MOT FOI HOV NIL UNHCR"
)
# Acronyms that are read as words.
_SPOKEN = words(
    "NATO NASA UNICEF UNESCO FIFA UEFA OPEC ISIS NAFTA FEMA SWAT MAGA NIMBY HAMAS NASCAR NASDAQ "
    "SCOTUS POTUS FLOTUS LASER RADAR SARS MERS RAM ROM SIM FARC HAMAS LAN MENSA SCUBA SONAR STEM "
    "START SALT SAM SAMS"
)
UNSPEAKABLE = pattern(r"([fhlmnrsx])\1|[fhlmnrx][bcdfgkpqtvxz]|n[gl]|sq[^u]|xml|lxml")
AN_LETTERS = "AEFHILMNORSX"


def of_acronym(acronym: str) -> Sound:
    """The first sound of capitals: letter by letter or as a word; empty if the two differ."""
    letters: Sound = "vowel" if acronym[0] in AN_LETTERS else "consonant"
    spoken: Sound = "vowel" if acronym[0] in "AEIOU" else "consonant"
    if not acronym.isascii() or not acronym.isalpha() or acronym in _EITHER:
        return ""
    if acronym in _SPELLED or not set(acronym) & set("AEIOUY"):
        return letters
    if UNSPEAKABLE.match(acronym.lower()):
        return letters  # an MMA fight, an NCAA team
    if acronym in _SPOKEN:
        return "consonant" if acronym == "UEFA" or acronym.startswith("UN") else spoken
    if acronym.startswith(("EU", "ON", "U", "H", "Y")) or len(acronym) > 5:
        return ""
    return letters if letters == spoken else ""
