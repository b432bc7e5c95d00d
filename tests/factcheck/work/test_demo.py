"""The sample dossier, built the way a desk would build one."""

from claims.model import ConflictState, Status, Verdict
from factcheck.dossier import Dossier
from tests.conftest import Databases
from tests.factcheck.outside import bodies, row_counts
from tests.factcheck.story import exported


def test_the_sample_is_whole_the_same_on_both_databases_and_built_once(databases: Databases) -> None:
    """It shows every status, verdict and course of a conflict, nothing in it is wrong, and starting again adds nothing.

    Claims, verdicts, relations and ids are the same everywhere; only the dossier's uuid and the times differ.
    """
    found = []
    for backend in ("sqlite", "postgresql"):
        url = databases.new(backend)
        with Dossier.open(url) as dossier:
            steps: list[str] = []
            dossier.build_sample(steps.append)
            assert steps
            before = bodies(url), row_counts(url), exported(dossier)
            dossier.build_sample()
            assert (bodies(url), row_counts(url), exported(dossier)) == before
            assert dossier.verify().findings == ()
            stats = dossier.stats()
            assert stats.documents == 2
            assert all(stats.status[status] for status in Status)
            assert all(stats.verdict[verdict] for verdict in Verdict)
            assert all(stats.conflicts[course] for course in ConflictState)
            found.append(
                (
                    [claim.model_dump(exclude={"decided_at"}) for claim in dossier.claims()],
                    [relation.model_dump(exclude={"decided_at"}) for relation in dossier.relations()],
                )
            )
        databases.drop(url)
    assert found[0] == found[1]
