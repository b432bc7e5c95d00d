"""The verdict report is the same bytes every time, and whatever an author wrote stays words in it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from claims.model import Status, Verdict
from claims.vocabulary import GLYPHS
from evidence.text.clean import clean_line
from factcheck.formats import markdown
from factcheck.formats.report import Report, Shelf
from tests.factcheck.formats import golden_files, samples

# GitHub's Markdown: tables, strikethrough, HTML, and addresses that become links without any mark-up.
_reader = MarkdownIt("gfm-like")
assert _reader.linkify is not None
_reader.linkify.set({"fuzzy_link": False})  # `port.example` without www or a scheme is no link there

NASTY = "#*_`~[]()<>!|\\&;:/@$+-=.{}'\"^ \t\n\r1a中www.http://\x1b\x00\x9b\u202e\u200b\u2028\u00a0"
nasty = st.text(st.sampled_from(NASTY), max_size=30)
HOSTILE = [
    "[click](javascript:alert(1))",
    "![x](https://evil.example/p.png)",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- gone -->",
    "<https://evil.example>",
    "https://evil.example/?q=1",
    "HTTPS://EVIL.EXAMPLE",
    "www.evil.example",
    "WWW.evil.example",
    "someone@evil.example",
    "mailto:someone@evil.example",
    "# heading",
    "heading\n=======",
    "heading\n---",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b",
    "a \\| b \\\\| c \\",
    "`code` ``code``",
    "```\nfence",
    "~~~\nfence",
    "> quote",
    "- item\n- item",
    "1. item",
    "2) item",
    "+ item",
    "    indented code",
    "**bold** __bold__ *it* _it_ ~~gone~~",
    "[label]: https://evil.example\n[label]",
    "[^1]: note [^1]",
    "&lt;b&gt; &#60;b&#62; &amp; &copy",
    "\\<b\\> \\&lt;",
    "a  \nb\\\nc",
    "learn C #",
    "ends in ##",
    "#",
    "---",
    "***",
    "===",
    "$x^2$ $$y$$",
    "\x1b[31mred\x1b]8;;https://evil.example\x07link\x1b]8;;\x07",
    "\x9b2J \x90 \x85 \x7f",
    "\u202egnp.exe \u2066x\u2069 \u200b\ufeff",
    "line\u2028line\u2029line",
    "😀👩\u200d🚒 港口",
    " ",
    "",
]


def written(report: Report | None = None) -> str:
    """The report's text."""
    return b"".join(markdown.write(report or samples.report())).decode()


def tokens(text: str) -> Iterator[Token]:
    """All tokens, those of inline text included."""
    for token in _reader.parse(text):
        yield token
        yield from token.children or ()


def shape(text: str) -> list[str]:
    """The kinds of tokens without words: what a reader would see as structure."""
    return [token.type for token in tokens(text) if token.type != "text"]


def shown(text: str) -> str:
    """The words that a reader sees, spaces run together."""
    return " ".join("".join(token.content for token in tokens(text) if token.type == "text").split())


def plain(words: str) -> str:
    """Words as they should be seen."""
    return " ".join(clean_line(words).split())


def test_the_report_is_what_it_was() -> None:
    """Byte for byte the golden file."""
    golden_files.check("report.md", written().encode())


def test_the_report_is_the_same_every_time() -> None:
    """Two reports of one dossier are the same bytes."""
    assert written() == written()


def test_the_report_tells_everything_that_must_be_in_it() -> None:
    """Verdicts with who, when and why; quotes with document, place and hash; conflicts with both sides; the head."""
    text = written()
    for document, _ in samples.DOCUMENTS:
        assert f"SHA-256 `{document.sha256}`" in text
    for claim in samples.CLAIMS:
        assert claim.id in text
        assert claim.statement in text
        if claim.status is Status.DECIDED:
            assert all(link.exact in text for link in claim.evidence)
    for relation in samples.RELATIONS:
        assert all(reason in text for reason in relation.reasons)
    assert "✓ supported, confidence high** by anna, 2025-09-01T08:30:00.000Z" in text
    assert "article.txt, line 1, characters 4–12, SHA-256 `" in text
    assert f"ledger entry 7, hash `{'ab' * 32}`" in text
    assert "reliability B: usually reliable" in text
    assert "a newer version is here: `d3`" in text
    assert "only the document in which the claim stands supports it" in text


def test_numbers_at_a_glance_are_those_of_the_dossier() -> None:
    """Claims to be checked again still count as having a verdict."""
    text = written()
    assert "**3 of 6 claims have a verdict.**" in text
    assert "| ✓ supported | 1 |" in text
    assert "| ○ none yet | 3 |" in text
    assert "- 2 conflicts between claims, 1 of them not resolved" in text
    assert "- 2 agreements between claims, 1 of them confirmed by a reviewer" in text
    assert "- 1 statement kept on record as opinion, prediction or no claim at all" in text


def test_a_relation_is_told_from_either_side() -> None:
    """`refines` reads from a to b, and the other way round from b."""
    text = written()
    assert "- adds detail to: Four witnesses spoke. `c6`" in text


def test_an_empty_dossier_has_a_report_too() -> None:
    """Each part says that there is nothing."""
    text = written(replace(samples.report((), ()), shelf=Shelf((), (), {}), last_entry=None))
    for words in (
        "No document is in the dossier.",
        "No conflict is on record.",
        "No claim has been decided yet.",
        "No claim is on record yet.",
    ):
        assert words in text


def test_the_report_has_no_part_without_claims_in_it() -> None:
    """A verdict or a status that no claim has gets no heading."""
    decided = tuple(one for one in samples.CLAIMS if one.status is Status.DECIDED)
    text = written(samples.report(decided, ()))
    assert "Nothing: every claim has its verdict." in text
    assert f"### {GLYPHS[Verdict.CONFLICTING]}" not in text
    assert "### Deferred" not in text
    assert "## Agreements" not in text


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_change_nothing_of_the_structure(words: str) -> None:
    """A report full of them has the headings, lists and tables of a report of harmless words, and nothing else."""
    harmless = "harmless" if words.strip() else words
    assert shape(written(samples.hostile(words))) == shape(written(samples.hostile(harmless)))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_they_are(words: str) -> None:
    """Nothing of what an author wrote vanishes: what cannot be shown has a visible stand-in."""
    assert shown(f"x {markdown.text(words)}") == f"x {plain(words)}".strip()


@given(nasty | st.text(max_size=30))
@example("a #")
@example("1) x")
def test_words_never_become_structure(words: str) -> None:
    """In a heading, a list or a table, after words of ours, any words stay words and can all be read."""
    inert = markdown.text(words)
    for frame in ("#### w {}", "- w {}", "| a |\n|---|\n| w {} |"):
        assert shape(frame.format(inert)) == shape(frame.format("x"))
        assert shown(frame.format(inert)) == shown(frame.format("")) + f" {plain(words)}".rstrip()


@given(nasty)
def test_bold_words_stay_words(words: str) -> None:
    """A title is set in bold and is nothing but bold."""
    inert = markdown.text(words)
    if inert:
        assert shape(f"- **{inert}** (w)") == shape("- **x** (w)")
        assert shown(f"- **{inert}** (w)") == f"{plain(words)} (w)"


@given(nasty)
def test_words_at_the_start_of_a_line_stay_words(words: str) -> None:
    """Marks that open a heading, a list or a quotation do not when they come from outside."""
    inert = markdown.text(words)
    if inert:
        assert shape(f"- {inert}") == shape("- w")
        assert shown(f"- {inert}") == plain(words)
        assert shape(f"#### {inert}") == shape("#### w")
        assert shown(f"#### {inert}") == plain(words)


@given(nasty | st.text(max_size=40))
def test_a_text_is_one_line_without_anything_that_steers_a_terminal(words: str) -> None:
    """No line break, no control character, no bidi mark is left."""
    inert = markdown.text(words)
    assert inert.splitlines() in ([inert], [])
    assert clean_line(inert) == inert


def test_a_claim_sent_to_recheck_before_anyone_decided_has_no_verdict() -> None:
    """The count at the top agrees with the table below it."""
    (claim,) = (
        one.model_copy(update={"verdict": None, "confidence": None}) for one in samples.CLAIMS if one.id == "c4"
    )
    text = written(samples.report((claim,), ()))
    assert "**0 of 1 claims have a verdict.**" in text
    assert "| ○ none yet | 1 |" in text
