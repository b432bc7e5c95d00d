"""A short claim against two versions of one sentence."""

from claims.compare import compare_texts
from claims.model import RelationKind

REFINES_AND_CONFLICTS = [RelationKind.REFINES, RelationKind.CONFLICTS]


def kinds(claim: str, sentence: str, versions: tuple[str, str]) -> list[RelationKind | None]:
    """What a claim is to a sentence with each of two words in its gap."""
    return [compare_texts(claim, sentence.format(version), given=True).kind for version in versions]
