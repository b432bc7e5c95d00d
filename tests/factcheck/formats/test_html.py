"""The HTML report stands alone, says the same every time, and nothing from outside does anything in it."""

from html.parser import HTMLParser

import pytest

from factcheck.dossier import Dossier, Format
from factcheck.formats.html_charts import Bar, bars
from factcheck.formats.labels import ReportLanguage, labels
from factcheck.store import anchors
from tests.factcheck.story import bring

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "</td></table><h1>taken over</h1>",
    "\x1b]52;c;ZXZpbA==\x07 \u202egnihtyreve",
    "<a href='https://evil.example'>click</a>",
)


class Page(HTMLParser):
    """What a browser would see: tags with their attributes, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def page(dossier: Dossier, language: ReportLanguage = ReportLanguage.ENGLISH) -> str:
    """The report of a dossier."""
    return b"".join(dossier.export(Format.HTML, language)).decode()


def test_the_same_dossier_gives_the_same_bytes(story: Dossier) -> None:
    """Nothing in the report depends on when it is written."""
    assert page(story) == page(story)


@pytest.mark.parametrize("statement", HOSTILE)
def test_what_an_author_wrote_is_only_text(story: Dossier, statement: str) -> None:
    """No tag, no handler, no link and no control character comes from a statement; its words are there to be read."""
    before = [tag for tag, _ in Page(page(story)).tags]
    bring(story, [{"external_id": "hostile", "statement": statement, "claimant": statement, "tags": [statement]}])
    shown = page(story)
    seen = Page(shown)
    added = len(seen.tags) - len(before)
    assert {"img", "h1"} & {tag for tag, _ in seen.tags} == {"h1"}
    assert [tag for tag, _ in seen.tags].count("h1") == 1
    assert [tag for tag, _ in seen.tags].count("script") == 1
    assert added < 15
    assert not any(name.startswith("on") for _, attributes in seen.tags for name in attributes)
    assert all(attributes["href"].startswith("#") for _, attributes in seen.tags if attributes.get("href"))  # type: ignore[union-attr]
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_it_needs_nothing_from_elsewhere(story: Dossier) -> None:
    """No address to load anything from, and a policy that forbids it."""
    tags = Page(page(story)).tags
    assert not any(name in attributes for _, attributes in tags for name in ("src", "srcset", "action"))
    policy = next(attributes["content"] for tag, attributes in tags if attributes.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'")


def test_conflicts_stand_side_by_side_with_their_words(story: Dossier) -> None:
    """Both statements, both quotes, and the reason."""
    text = Page(page(story)).text
    for words in ("昨夜燒毀三座倉庫", "destroyed four warehouses", "three is not four"):
        assert words in text


@pytest.mark.parametrize("language", ReportLanguage)
def test_headings_are_in_the_readers_language(story: Dossier, language: ReportLanguage) -> None:
    """Every heading has its words in each language, and the page says which one it is in."""
    shown = page(story, language)
    assert f'<html lang="{language.value}">' in shown
    assert labels(language)["conflicts"] in Page(shown).text
    assert labels(language).headings.keys() == labels(ReportLanguage.ENGLISH).headings.keys()


def test_the_report_is_an_anchor(story: Dossier, tmp_path_factory: pytest.TempPathFactory) -> None:
    """`verify --anchor` reads the ledger's head from it."""
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page(story), encoding="utf-8")
    assert anchors.read(path) == [story.verify().head]


def test_a_chart_can_be_read_aloud() -> None:
    """The picture says in words what it shows."""
    chart = bars("Claims", [Bar("supported", 3, "supported"), Bar("<none>", 0, "none")])
    assert 'aria-label="Claims: supported 3, &lt;none&gt; 0"' in chart
