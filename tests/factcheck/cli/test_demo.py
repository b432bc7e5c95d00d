"""`factcheck demo`: the main job in one command."""

import tomllib

from tests.factcheck.cli.conftest import Folder, one_line


def test_the_demo_shows_the_story_and_leaves_a_report(empty: Folder) -> None:
    """Counts, conflicts with both sides and the reason, agreements; dossier, report and export are on disk."""
    done = empty.ok("demo")
    folder = empty.path / "factcheck-demo"
    assert done.err == ""
    for words in (" claims from 2 documents of 2 sources", "verdicts ", "conflicts: ", "agreements: ", "because: "):
        assert words in done.out
    assert "article.txt: " in done.out
    assert "transcript.txt: " in done.out
    assert (folder / "report.md").read_text("utf-8").startswith("# Verdict report: People leaving Meta")
    assert (folder / "export.json").read_bytes().startswith(b'{"factcheck": 1,')
    assert tomllib.loads((folder / "factcheck.toml").read_text("utf-8"))["db"] == "sqlite:///factcheck.db"
    empty.patch.chdir(folder)
    assert empty.ok("verify", "--anchor", "report.md").code == 0


def test_the_demo_again_changes_nothing(empty: Folder) -> None:
    """Neither dossier nor report."""
    first = empty.ok("demo", "there")
    before = empty.state()
    assert empty.ok("demo", "there").out == first.out
    assert empty.state() == before


def test_the_demo_does_not_touch_another_dossier(folder: Folder, databases: object) -> None:
    """Neither the one of this folder nor the one that is named by --db."""
    before = folder.state()
    folder.ok("--db", "factcheck.db", "demo")
    after = folder.state()
    assert {name: after[name] for name in before} == before


def test_a_place_where_the_demo_cannot_be_built_is_told(empty: Folder) -> None:
    """One sentence."""
    assert one_line(empty.run("demo", "article.txt/demo")).startswith("article.txt/demo: ")
    assert empty.run("demo", "article.txt").code == 2
