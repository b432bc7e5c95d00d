"""YAML is read strictly: what it adds to JSON besides its looks is refused, and a plain word is a text."""

import sys

import pytest
import yaml

from factcheck.errors import FileProblem
from factcheck.formats import yaml_
from factcheck.formats.json_document import Unreadable
from tests.factcheck.formats.importing import read


@pytest.fixture(params=["C", "Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds for both parsers: the one in C is not everywhere."""
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def problem(text: str) -> str:
    """What is wrong with a file, with its line."""
    with pytest.raises(Unreadable) as caught:
        list(yaml_.read(text.encode(), "a.yaml"))
    return f"{caught.value.line}: {caught.value}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- &a {statement: x}\n- *a\n", "1: anchors (&name) are not read; write the value out"),
        ("- statement: x\n- *a\n", "2: aliases (*name) are not read; write the value out"),
        ("- statement: !!python/object/apply:os.system [x]\n", "1: tags (tag:yaml.org,2002:python/object/apply:o"),
        ("- statement: !!str x\n", "1: tags (tag:yaml.org,2002:str) are not read"),
        ("- <<: {a: 1}\n  statement: x\n", "1: merge keys (<<) are not read; write the fields out"),
        ("- statement: x\n  statement: y\n", "2: the field 'statement' is given twice"),
        ("- ? [a]\n  : b\n", "1: the name of a field must be a text"),
        ("- statement: [a\n", "2: not valid YAML: "),
        ("- statement: 'a\n", "2: not valid YAML: "),
        ("\t- x", "1: not valid YAML: found character "),
        ("[" * 70 + "]" * 70, "1: nested more than 64 levels deep"),
        ("a text alone", "1: must be a list of claim records, or an object with the list `claims`"),
        ("claims: 3", "1: claims: must be a list"),
        ("names: []", "1: holds the lists `claims` and `relations` and nothing else, not 'names'"),
        ("- \x01", "1: not valid YAML: unacceptable character #x0001"),
    ],
)
def test_what_is_more_than_json_is_refused(text: str, told: str) -> None:
    """One sentence with the line."""
    assert problem(text).startswith(told)


def test_a_quoted_merge_key_is_only_a_name() -> None:
    """Quotes make it a text like any other."""
    (row,) = read(b'- "<<": x\n  statement: y\n', "a.yaml")
    assert row == "a.yaml, line 1, <<: unknown field; leave it out or map it (--map)"


def test_a_bomb_costs_nothing() -> None:
    """A thousand bytes that would unfold into a thousand million, and never end, are refused at the first anchor."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 10)]
    assert problem("\n".join(lines)).startswith("1: anchors")


def test_other_encodings_are_told() -> None:
    """With the line on which that shows."""
    with pytest.raises(Unreadable, match="not UTF-8 at byte 21"):
        list(yaml_.read(b"- statement: x\n- z: \xff", "a.yaml"))
    assert list(read(b"\xef\xbb\xbf- statement: x\n", "a.yaml")) == [{"line": 1, "statement": "x"}]


def test_a_file_of_the_same_content_reads_like_json() -> None:
    """JSON is YAML, where nothing odd is in it."""
    data = b'[{"statement": "x", "quantities": [{"text": "3", "low": 3, "high": 1e3, "approximate": true}]}]'
    assert list(read(data, "a.yaml")) == list(read(data, "a.json"))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence, when such a file is met and not before."""
    monkeypatch.setitem(sys.modules, "yaml", None)
    with pytest.raises(FileProblem, match=r"^a.yaml: reading YAML needs PyYAML: pip install 'factcheck-desk\[yaml\]'$"):
        list(yaml_.read(b"- statement: x", "a.yaml"))
