"""The language of a draft and of its parts: from what it states, its path and its words."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

import copydesk
from copydesk.document import Document
from copydesk.document.language_tags import of_path, tag
from copydesk.parsers.html import parse as parse_html
from copydesk.parsers.markdown import parse as parse_markdown
from copydesk.parsers.plain import parse as parse_plain

DATA = Path(__file__).parents[1] / "data/languages/drafts.toml"
DRAFTS = [
    (one["tag"], one["text"].strip()) for one in tomllib.loads(DATA.read_text("utf-8"))["draft"]
]
BY_TAG = pytest.mark.parametrize(("language", "text"), DRAFTS)

ENGLISH = (
    "The the ferry left the quay at noon, and the crew said that it would be back by the evening.",
    "Nobody had told the passengers that the café was shut, so they had brought nothing to eat.",
)


@cache
def linter() -> copydesk.Linter:
    return copydesk.Linter()


def found(text: str, path: str, form: str = "text") -> list[str]:
    report = linter().check_text(text, format=form, path=path, date="2025-04-15")
    assert not report.all_problems
    return [f"{one.rule}: {one.range.text}" for one in report.findings]


def language(text: str, path: str = "", parse=parse_plain) -> str:
    return Document(text, parse, path).language


class TestOtherLanguages:
    """No rule for English reads a draft in another language, whatever it says of itself."""

    @BY_TAG
    def test_without_a_word_about_it(self, language: str, text: str) -> None:
        assert Document(text, parse_plain).language == language
        assert found(text, "x.txt") == []

    @BY_TAG
    def test_labelled(self, language: str, text: str) -> None:
        assert found(f"---\ntitle: Pont\nlang: {language}\n---\n\n{text}", "x.md", "markdown") == []

    @BY_TAG
    def test_labelled_as_english_by_the_template(self, language: str, text: str) -> None:
        page = f'<html lang="en"><body><p>{text}</p></body></html>'.replace("\n\n", "</p><p>")
        assert found(page, "x.html", "html") == []

    @BY_TAG
    def test_in_a_folder_of_its_own(self, language: str, text: str) -> None:
        for sentence in text.split(". ")[:2]:  # too short to be judged by its words alone
            assert found(sentence[:50], f"content/{language}/x.txt") == []

    @BY_TAG
    def test_one_paragraph_in_english_copy(self, language: str, text: str) -> None:
        paragraph = max(text.split("\n\n"), key=len)
        mixed = f"{ENGLISH[0]}\n\n{paragraph}\n\n{ENGLISH[1]}"
        doc = Document(mixed, parse_plain)
        assert doc.language == "en"
        assert [(doc[span], tag) for span, tag in doc.speech.others] == [(paragraph, language)]
        assert found(mixed, "x.txt") == ["sentence/doubled-word: The the"]

    @BY_TAG
    def test_english_paragraphs_in_it(self, language: str, text: str) -> None:
        english = (
            "The story was first published in the town of of Millbrook, and it has been translated "
            "by the staff. You can read about the rest of their work when the new site is ready."
        )
        mixed = f"{text}\n\n{english}"
        assert found(mixed, "x.txt") == ["sentence/doubled-word: of of"]

    def test_another_script(self) -> None:
        russian = "Мост откроют в пятницу. Дети дети ждали его с осени."
        assert language(russian) == "und"
        assert found(russian, "x.txt") == []
        assert found(f"{ENGLISH[1]}\n\n{russian}", "x.txt") == []

    def test_words_of_a_language_that_is_not_listed(self) -> None:
        text = (
            "Sildi avamine lükati edasi ööseks, sest töömehed jäid hiljaks. Linnapea ütles "
            "kõnes, et õpilased jõuavad kooli mööda võõrast teed, mõned käsikäes."
        )
        assert not language(text * 2).startswith("en")


class TestEnglish:
    """English copy stays English, however few of the common words it has."""

    @pytest.mark.parametrize(
        "text",
        [
            "BATTING: Peña, Houston, .341; De La Cruz, Cincinnati, .322; Ramírez, Cleveland, .310; "
            "Díaz, Tampa Bay, .305; La Stella, Oakland, .301; El-Amin, Fargo, .299; Van Meter, "
            "Salem, .297; Del Rey, Boise, .291.",
            "2 cups flour, 1 tsp salt, 1 tbsp sugar, 3 oz butter, melted, 2 large eggs, beaten, 1 "
            "cup milk, pinch nutmeg, chopped chives, grated cheese, black pepper, lemon zest.",
            "Trains run on the line to Navas del Rey, Colmenar del Arroyo, Fresnedillas de la "
            "Oliva, Robledo de Chavela, Cadalso de los Vidrios and San Martín de Valdeiglesias.",
            "Prices: June 17, 2023: $3.41 per gallon; June 17, 2022: $4.97 per gallon; June 17, "
            "2021: $3.08 per gallon; June 17, 2020: $2.11 per gallon; June 17, 2019: $2.69 per "
            "gallon; June 17, 2018: $2.90 per gallon.",
            "We don't run, we don't hide, we don't run, we don't hide, we can't stop, we won't "
            "stop, we can't stop, we won't stop, we don't run, we don't hide.",
            "SEN. DE LA ROSA (D-LA), REP. MIT ROMNEY (R-UT), AMB. DES BROWNE (UK), GEN. PAR LUND "
            "(SE), DR. ICH HEIN (DE), MR. UND HOLM (NO), MS. DIE KAUF (AT), COL. LES POUR (CA).",
            "Le Monde, El País, La Repubblica, Die Zeit, Der Spiegel, Le Figaro, El Mundo, La "
            "Stampa, Die Welt, Les Echos, Het Parool, De Telegraaf and De Standaard all led on it.",
            "Vote.",
            "",
        ],
    )
    def test_unusual_copy(self, text: str) -> None:
        doc = Document(text, parse_plain)
        assert (doc.language, doc.speech.others) == ("en", ())

    @pytest.mark.parametrize("path", ["content/es/x.txt", "notes.it.md", "i18n/de/x.md"])
    def test_words_count_more_than_the_path(self, path: str) -> None:
        assert language(" ".join(ENGLISH), path) == "en"

    def test_a_short_paragraph_is_like_its_draft(self) -> None:
        text = f"{ENGLISH[0]}\n\n{ENGLISH[1]}\n\nNous nous sommes vus hier à Paris."
        assert Document(text, parse_plain).speech.others == ()

    def test_a_short_paragraph_with_nothing_but_the_words_of_another_language(self) -> None:
        text = f"{ENGLISH[0]}\n\n{ENGLISH[1]}\n\nTodo lo que necesita saber para votar por correo."
        assert [tag for _, tag in Document(text, parse_plain).speech.others] == ["es"]

    def test_what_is_stated_counts(self) -> None:
        draft = f"---\nlang: cy\n---\n\n{' '.join(ENGLISH)}"
        assert language(draft, parse=parse_markdown) == "cy"
        assert found(draft, "x.md", "markdown") == []


class TestMarkup:
    """``lang`` on an element counts for what is in it."""

    @pytest.mark.parametrize(
        ("page", "hidden"),
        [
            ('<p>She said: <span lang="es">the the long way</span> Then it was over.</p>', 16),
            ('<p>So:</p><div lang="fr"><p>Nous nous sommes vus.</p></div>', 21),
            ('<p>So:</p><ul xml:lang="fr-CA"><li>Vous vous trompez.<li>Oui.</ul>', 22),
            (
                '<article lang="de"><h2>Ein profesional Team</h2><p lang="en">A town.</p></article>',
                20,
            ),
            ("<p>Its motto is <i lang=la>pro pro patria</i>.</p>", 14),
            ('<p><q lang="it">profesional</q> was the answer.</p>', 11),
            ('<p>A sign <b LANG="pt-BR">é posible</b> to see.</p>', 9),
        ],
    )
    def test_in_html(self, page: str, hidden: int) -> None:
        doc = Document(page, parse_html)
        spans = [span for span, _ in doc.speech.others]
        assert sum(span.end - span.start for span in spans) == hidden
        assert found(page, "x.html", "html") == []
        assert found(page.replace("lang", "data-l").replace("LANG", "class"), "x.html", "html")

    def test_a_void_element_without_effect(self) -> None:
        page = '<p>It is <br lang="fr">the the end of the line.</p>'
        assert found(page, "x.html", "html") == ["sentence/doubled-word: the the"]

    def test_the_end_of_an_element(self) -> None:
        page = '<div lang="es"><p>La la la.</p><p>Fin.</p></div><p>The the end.</p>'
        assert found(page, "x.html", "html") == ["sentence/doubled-word: The the"]

    @pytest.mark.parametrize(
        "draft",
        [
            'He wrote <span lang="es">que la **la** costa</span> on the the wall.\n',
            '<div lang="fr" markdown="1">\n\nNous nous sommes vus.\n\n</div>\n\nThe the end.\n',
            '<div lang="fr">\n<div>\n\nNous nous.\n\n</div>\n\nVous vous.\n\n</div>\n\nThe the end.\n',
            '<p lang="it">Sì sì sì.</p>\n\nThe the end.\n',
            '- <b lang="de">die die</b>\n- the the end\n',
            'He wrote <i lang="es">la la costa on it.\n\nIt is the the end.\n',
        ],
    )
    def test_in_markdown(self, draft: str) -> None:
        one = found(draft, "x.md", "markdown")
        assert len(one) == 1
        assert one[0].lower() == "sentence/doubled-word: the the"

    @pytest.mark.parametrize(
        "head",
        [
            '<meta http-equiv="content-language" content="sv">',
            '<meta property="og:locale" content="sv_SE">',
            '<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "sv"}</script>',
        ],
    )
    def test_in_the_head(self, head: str) -> None:
        assert (
            language(f"<head>{head}</head><p>Kort.</p>", parse=parse_html)
            == "sv-se"[: 5 if "og:" in head else 2]
        )


class TestHidden:
    """What is hidden stays where it is, and the rest is read as if something stood there."""

    FOREIGN = (
        "Der Stadtrat hat mit knapper Mehrheit beschlossen, dass das Bad nicht wieder geöffnet"
    )
    FOREIGN += " wird und dass ein Verein es für eine Mark von der Stadt übernehmen soll."

    @pytest.mark.parametrize(
        "before",
        [
            "The mayor put it like this:",
            "“We have waited long enough for the bridge, and we will not wait for the pool too.",
            "It was in the letter (which nobody had read) and on the door of the hall.",
        ],
    )
    def test_nothing_is_said_of_what_is_around_it(self, before: str) -> None:
        text = f"The council met in the hall on Monday.\n\n{before}\n\n“{self.FOREIGN}”\n\nThat was all."
        plain = text.replace(self.FOREIGN, "The pool will stay shut, and the club will buy it.")
        assert found(text, "x.txt") == found(plain, "x.txt")

    def test_offsets_and_context(self) -> None:
        text = f"{ENGLISH[1]}\n\n{self.FOREIGN}\n\n{ENGLISH[0]}"
        report = linter().check_text(text, path="x.txt", date="2025-04-15")
        (one,) = report.findings
        assert text[one.range.start.offset : one.range.end.offset] == "The the"
        assert one.context == ENGLISH[0]

    def test_rules_for_that_language_and_for_all_read_it(self) -> None:
        from copydesk.engine import check
        from copydesk.rules.rule import Good, Rule
        from copydesk.rules.ruleset import LazyRule, RuleSet

        def says(name: str, tags: tuple[str, ...]) -> type[Rule]:
            def read(self, doc):
                yield self.find((0, 1), doc.text)

            summary = {"__doc__": "Reads.", "id": f"test/{name}", "languages": tags}
            summary["severity"] = copydesk.Severity.FIX
            return type(name, (Rule,), {**summary, "check": read, "examples": (Good("x"),)})

        kinds = [says("one", ("de",)), says("two", ("en",)), says("three", ("*",))]
        kinds += [says("four", ("en", "de")), says("five", ("fr",))]
        rules = RuleSet(
            tuple(LazyRule.ready(kind()) for kind in kinds),
            {kind.id: kind.severity for kind in kinds},
            languages={kind.id: kind.languages for kind in kinds},
        )
        text = f"{ENGLISH[0]}\n\n{self.FOREIGN}"
        checked = check(Document(text, parse_plain), rules)
        read = {one.rule.partition("/")[2]: one.message for one in checked.findings}
        assert read["three"] == read["four"] == text
        assert "ferry" in read["two"] and "Stadtrat" not in read["two"]
        assert "Stadtrat" in read["one"] and "ferry" not in read["one"]
        assert "five" not in read
        assert {len(message) for message in read.values()} == {len(text)}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("en", "en"), ("EN_us", "en-us"), ("en_US.UTF-8", "en-us"), ("english", "en"),
        ("eng", "en"), ("English (UK)", "en-gb"), ("British English", "en-gb"), ("en-uk", "en-gb"),
        ("Español", "es"), ("spanish", "es"), ("spa", "es"), ("es_MX", "es-mx"), ("es-419", "es-419"),
        ("ger", "de"), ("deutsch", "de"), ("zh-Hans-CN", "zh-hans-cn"), ("pt-br", "pt-br"),
        ("en, es", ""), ("English/Spanish", ""), ("python", ""), ("default", ""), ("all", ""),
        ("", ""), ("This page is available in English and in some other languages", ""),
    ],
)  # fmt: skip
def test_labels(label: str, expected: str) -> None:
    assert tag(label) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("guide.es.md", "es"), ("guide.pt-BR.mdx", "pt-br"), ("content/es/x.md", "es"),
        ("/srv/site/content/es_mx/news/x.md", "es-mx"), ("_i18n/fr/_posts/x.md", "fr"),
        ("locales/spanish/x.txt", "es"), ("content\\de\\x.md", "de"), ("content/en-gb/x.md", "en-gb"),
        ("news/id/x.md", ""), ("/home/de/x.md", ""), ("content/news/x.md", ""), ("x.final.md", ""),
        ("x.old.txt", ""), ("x.tar.gz", ""), ("x.md", ""), ("", ""),
    ],
)  # fmt: skip
def test_paths(path: str, expected: str) -> None:
    assert of_path(path) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("lang: english", "en"), ("locale: fr_CA", "fr-ca"), ("language-code: it", "it"),
        ("languageCode: es", "es"), ("params:\n  lang: nl", "nl"), ("lang: klingon", "en"),
        ("lang: [en, es]", "en"), ("code:\n  language: es", "en"), ("lang: default\nlocale: da", "da"),
    ],
)  # fmt: skip
def test_front_matter(fields: str, expected: str) -> None:
    draft = f"---\ntitle: x\n{fields}\n---\n\nShort.\n"
    assert language(draft, parse=parse_markdown) == expected


def test_the_words_take_time_in_proportion(linear) -> None:
    def make(size: int) -> Document:
        text = "\n\n".join(text for _, text in DRAFTS * size) + "\n\n" + "\n\n".join(ENGLISH * size)
        return Document(text, parse_plain)

    linear(lambda doc: doc.speech, make, 10, 40)


def test_marks_take_time_in_proportion(linear) -> None:
    def make(size: int) -> Document:
        part = '<p>The boat left <i lang="fr">tout de suite</i> and the crew was on the quay.</p>'
        return Document(part * size, parse_html)

    linear(lambda doc: doc.without([span for span, _ in doc.speech.others]), make, 400, 1600)


def test_every_list_is_of_words_that_are_found() -> None:
    from copydesk.document.language_words import ENGLISH as COMMON
    from copydesk.document.language_words import others, sure
    from copydesk.document.words import word_keys

    for word in (*COMMON, *others()):
        assert [key for _, key in word_keys(word)] == [word]
    assert not COMMON & others().keys()
    assert len(sure()) > 200
    assert all(one != other for one, other in pairwise(sorted(others())))
