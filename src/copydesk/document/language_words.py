"""The commonest words of English and of other languages, which tell what a text is written in.

A word that English shares with another language tells nothing and is in neither list:
*is* and *was* are Dutch too, *to* is Polish, *for* and *at* are Danish.
"""

from __future__ import annotations

from functools import cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = _words(
    "the and that with from this are be not but they their said will were it his been who would"
    " which our you she there about when than what he has by"
)

_OTHERS = {
    "es": "de la el en y que los se del con por las es una su para como más al lo fue este sus"
    " entre muy también pero son está",
    "pt": "de o que e da em para um com não os uma se por dos foi das mais são ao pelo sua seu"
    " mas pela também",
    "fr": "de la le et les est des du un une dans au par pour qui sur que pas plus il sont avec"
    " ce nous vous ont cette aux",
    "it": "di e il la che del per è un della le una da non con ha dei sono nel gli dal più anche"
    " alla delle si ma questo",
    "de": "und die der das ist es mit nicht den auch zu für ein von auf hat dem im sich eine wird"
    " einen zum oder nach wurde bei noch",
    "nl": "de het een van en op dat te met zijn voor niet ik die aan maar bij ook wordt deze naar"
    " heeft werd",
    "af": "die van en het wat hierdie nie vir op dit dat met aan deur sal ons hulle word ook",
    "sv": "och att som det är en på av den inte med till har om ett från så kan sig eller efter",
    "da": "og det er en til på af har med ikke der den et som jeg blev efter ved fra kan også"
    " eller",
    "nn": "og det er til på av har med ikkje ikke den ein ei som å frå eg dei eit seg",
    "pl": "w na z się nie do to i że jest od jak przez ale jego oraz może które był za dla czy"
    " przy",
    "cs": "se na je že si jako ve pro ale byl byla při podle také nebo které jeho až již jsou",
    "ro": "și de în la cu pe că nu din este pentru să mai care sunt fost într după prin lui",
    "hr": "je se na da su za od nije koji kao što bi ali samo više će biti iz kako koja",
    "hu": "az és hogy nem egy ez meg volt csak már mint ki azt lesz után szerint",
    "fi": "ja ei että se oli hän mutta kun myös ovat joka niin kuin mukaan jälkeen",
    "tr": "bir bu ve için de da daha çok olarak ile gibi olan dedi kadar ancak sonra değil",
    "id": "yang dan di ini untuk dari itu dalam tidak dengan pada adalah akan oleh juga bahwa",
    "vi": "và của là có không được cho các trong một người những đã với này khi để",
    "tl": "ang ng sa na mga ay ni si hindi ito nang kung siya rin para",
    "ht": "yo pou nan nou moun sou fè yon genyen kote ak te gen konsa tout",
    "so": "iyo oo waa waxaa ee ka ku uu ayaa inuu lagu ay waxay kale",
    "hmn": "thiab cov uas lub yog nyob tau rau ntawm lawv tsis peb los",
    "ca": "de la el en que les els una per amb són més dels al però aquest aquesta també ha",
    "eu": "eta da ez du bat dira baina izan zen duen dute ere",
    "cy": "yn yr mae wedi bod gan oedd hynny ac mewn ond ei",
    "la": "et nec sed vel ut quis eget nunc vitae amet ipsum mauris quam enim justo semper nulla"
    " ultricies pellentesque tellus turpis cras donec aliquam vestibulum velit",
    "ga": "agus an na go bhí sé tá leis ach seo níos",
}

# Words that are also common in names, abbreviations and English copy. They count, but no text is
# in another language by these alone.
_WEAK = _words(
    "de la le el del della di da das do dos du des den der die von van un et en al es se na no y"
    " e a o est ad op te si ni ce sa ka ku ee oo ki yo pro po za par pour sou an go ei ay dat met"
    " su bat sal tout ma per con ha im bod mae w z com mint ac gen nan nou bi je ale are pe seg up"
    " dal ons one sed nec ut vel quis cras"
)
_SHARED = ENGLISH | _words("a i in is as so no to an do go ve care pro word met")


@cache
def others() -> dict[str, tuple[str, ...]]:
    """The common words of other languages, each with the languages it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _OTHERS.items():
        for word in dict.fromkeys(words.split()):
            if word not in _SHARED:
                found[word] = (*found.get(word, ()), language)
    return found


@cache
def sure() -> frozenset[str]:
    """Those of the other languages’ words that hardly ever occur in English copy."""
    return frozenset(others()) - _WEAK
